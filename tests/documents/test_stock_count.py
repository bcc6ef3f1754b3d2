"""The sheet to count the stock with, as it reads on paper."""

from datetime import date
from pathlib import Path

import pytest

from daurulang.documents.stock_count import write_count_sheet
from daurulang.errors import FileNotWritten
from daurulang.materials.model import DlhCategory, SipsnCategory
from daurulang.materials.queries import Material
from daurulang.quantities import Condition, Unit
from daurulang.stock.queries import Level
from daurulang.stocktakes.queries import GoodsToCount
from tests.documents.papers import pages_of
from tests.documents.reports import CENTRE

DAY = date(2026, 11, 25)
SIPSN = SipsnCategory.OTHER


def row(number: int, name: str, unit: Unit, category: DlhCategory, stock: Level) -> GoodsToCount:
    good = Material(number, f"B{number:02d}", name, unit, None, category, SIPSN, "", active=True)
    return GoodsToCount(good, Condition.CLEAN, stock)


ROWS = (
    row(2, "PET botol bening", Unit.KILOGRAM, DlhCategory.RIGID_PLASTIC, Level(123_450)),
    row(5, "Tutup botol", Unit.KILOGRAM, DlhCategory.RIGID_PLASTIC, Level()),
    row(3, "Kardus", Unit.KILOGRAM, DlhCategory.PAPER, Level(-500)),
    row(1, "Botol kecap", Unit.PIECE, DlhCategory.GLASS, Level(0, 1_250)),
    row(4, "Jelantah", Unit.LITRE, DlhCategory.OTHER, Level(915, 0, 1_000)),
)


def pages(folder: Path, *rows: GoodsToCount, expected: bool = False) -> list[str]:
    path = folder / "lembar.pdf"
    write_count_sheet(rows, CENTRE, path, store="Gudang RDF", place="Bangkalan", day=DAY, expected=expected)
    return pages_of(path.read_bytes())


def test_it_goes_by_category_and_leaves_room_for_two_counts_and_two_names(tmp_path: Path) -> None:
    (page,) = pages(tmp_path, *ROWS)
    for part in ("LEMBAR HITUNG STOK", "Gudang RDF · Rabu, 25 November 2026", "Mulai pukul", "Selesai pukul"):
        assert part in page
    places = [page.index(word) for word in ("Plastik keras", "Kertas/karton", "Kaca", "Lainnya")]
    assert places == sorted(places)
    assert page.index("PET botol bening") < page.index("Tutup botol") < page.index("Kardus")
    assert page.count("Hitungan 1") == page.count("Hitungan 2") == page.count("Keterangan") == 4
    assert ("Dihitung oleh," in page, "Disaksikan oleh," in page) == (True, True)
    assert ("Mengetahui" in page, "Halaman 1/1" in page) == (False, True)


def test_a_blind_sheet_says_nothing_of_the_book(tmp_path: Path) -> None:
    (page,) = pages(tmp_path, *ROWS)
    assert "Menurut buku" not in page
    assert not any(amount in page for amount in ("1.250", "123,45", "0,50", "1,00"))


def test_with_what_the_book_expects(tmp_path: Path) -> None:
    (page,) = pages(tmp_path, *ROWS, expected=True)
    assert page.count("Menurut buku") == 4
    assert all(amount in page for amount in ("1.250", "123,45", "−0,50", "1,00"))


def test_many_materials_run_over_pages_under_their_titles(tmp_path: Path) -> None:
    many = [row(n, f"Bahan {n}", Unit.KILOGRAM, DlhCategory.METAL, Level()) for n in range(1, 91)]
    found = pages(tmp_path, *many)
    assert len(found) == 4
    assert all("Hitungan 1" in page for page in found)
    assert "Bahan 90" in found[-1]
    assert [page.count("Dihitung oleh,") for page in found] == [0, 0, 0, 1]


def test_without_materials_it_says_so(tmp_path: Path) -> None:
    (page,) = pages(tmp_path)
    assert "Belum ada bahan yang dapat dihitung." in page


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten):
        write_count_sheet(ROWS, CENTRE, tmp_path / "tidak ada" / "x.pdf", store="", place="", day=DAY)
