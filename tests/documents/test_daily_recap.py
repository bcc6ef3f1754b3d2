"""The recap of a day as it reads on paper."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from daurulang.documents.daily_recap import write_daily_recap
from daurulang.errors import FileNotWritten
from daurulang.quantities import Condition, Unit
from daurulang.reports.daily_recap import Brought, DailyRecap, Depositor, RecapRow, daily_recap
from tests.book import Book
from tests.documents.papers import bare, pages_of
from tests.documents.reports import CENTRE
from tests.reports.generated import read

DAY = date(2026, 10, 31)


def depositor(number: int) -> Depositor:
    return Depositor(
        f"A-{number:05d}",
        f"Penyetor ke-{number}",
        "Pangeranan, RT 03/RW 02",
        (f"L1-{number:06d}",),
        grams=2450 * number,
        pieces=0,
        millilitres=0,
        savings_rupiah=7595 * number,
        cash_rupiah=0,
        given_grams=0,
    )


def recap(people: int, materials: int = 1) -> DailyRecap:
    """Everybody brings of every material."""
    rows = tuple(
        RecapRow(
            f"B{n:02d}",
            f"Bahan {n}",
            Condition.CLEAN,
            Unit.KILOGRAM,
            3100,
            given=False,
            cells=tuple(Brought(position, 2450 + position * 10, 7595) for position in range(people)),
        )
        for n in range(materials)
    )
    return DailyRecap(DAY, tuple(depositor(number) for number in range(1, people + 1)), rows, 2, 150_000)


def pdf(found: DailyRecap, folder: Path) -> bytes:
    path = folder / "rekap.pdf"
    write_daily_recap(found, CENTRE, path, place="Bangkalan", day=DAY, maker="Siti Aminah")
    return path.read_bytes()


def test_materials_stand_across_depositors(tmp_path: Path) -> None:
    pages = pages_of(pdf(recap(3), tmp_path))
    text = " ".join(pages)
    assert "REKAP HARIAN Sabtu, 31 Oktober 2026 Bahan menurut penyetor 1–3" in text
    assert "1 Bahan 0 kg 3.100 2,45 2,46 2,47 7,38 22.785" in text
    assert "Nilai (Rp) 7.595 15.190 22.785 45.570" in text
    assert "Penarikan (2 kali)" in text
    assert "Rp 150.000" in text


def test_fifteen_stand_on_a_sheet_and_all_of_them_together_after_it(tmp_path: Path) -> None:
    one, two = (" ".join(pages_of(pdf(recap(people), tmp_path))) for people in (15, 16))
    assert "Bahan menurut penyetor 1–15" in one
    assert "Semua penyetor" not in one
    assert "Bahan menurut penyetor 16" in two
    assert "Semua penyetor" in two
    assert f"1 B00 Bahan 0 3.100 16 40,40 kg {7595 * 16:,}".replace(",", ".").replace("40.40", "40,40") in two


def sizes(pdf_bytes: bytes) -> set[float]:
    """The sizes of all letters."""
    found: set[float] = set()

    def seen(text: str, _cm: object, _tm: object, _font: object, size: float) -> None:
        if text.strip():
            found.add(size)

    for page in PdfReader(BytesIO(pdf_bytes)).pages:
        page.extract_text(visitor_text=seen)
    return found


def test_figures_of_a_rich_day_stay_large_enough_to_read(tmp_path: Path) -> None:
    rich = recap(15)
    people = tuple(replace(each, savings_rupiah=23_080_807) for each in rich.depositors)
    printed = pdf(replace(rich, depositors=people), tmp_path)
    assert min(sizes(printed)) >= 6
    headings = re.findall(r"Bahan menurut penyetor (\d+)–(\d+)", " ".join(pages_of(printed)))
    assert headings[0][0] == "1"
    assert headings[-1][1] == "15"
    assert len(headings) == 2


def lines(pdf_bytes: bytes) -> list[str]:
    """What stands on one line each."""
    found: list[str] = []
    for page in PdfReader(BytesIO(pdf_bytes)).pages:
        page.extract_text(visitor_text=lambda text, *_place: found.extend(text.split("\n")))
    return [" ".join(line.split()) for line in found]


def test_few_depositors_leave_their_room_to_the_materials(tmp_path: Path) -> None:
    long = replace(recap(2).rows[0], name="Bahan dengan nama yang sangat panjang, enam puluh huruf benar")
    printed = lines(pdf(replace(recap(2), rows=(long,)), tmp_path))
    assert any(line.startswith(f"1 {long.name} kg 3.100 2,45 2,46 4,91") for line in printed)


def test_two_receipts_stand_beside_each_other(tmp_path: Path) -> None:
    (one,) = recap(1).depositors
    often = replace(one, receipts=("L1-000822", "L1-000844", "L1-000847"))
    printed = lines(pdf(replace(recap(1), depositors=(often,)), tmp_path))
    assert any("L1-000822, L1-000844," in line for line in printed)


def test_those_present_have_room_to_sign(tmp_path: Path) -> None:
    text = " ".join(pages_of(pdf(recap(40, 30), tmp_path)))
    for number in range(1, 41):
        words = f"{number} A-{number:05d} Penyetor ke-{number} Pangeranan, RT 03/RW 02 L1-{number:06d}"
        assert text.count(words) == 1
    assert "Tanda tangan" in text
    assert "Siti Aminah" in text


def test_what_was_given_has_no_price(tmp_path: Path) -> None:
    (row,) = recap(1).rows
    given = replace(row, given=True, price_rupiah=0, condition=Condition.WET, cells=(Brought(0, 500, 0),))
    text = " ".join(pages_of(pdf(replace(recap(1), rows=(given,)), tmp_path)))
    assert bare("Bahan 0 · basah · sedekah kg – 0,50 0,50 –") in bare(text)


def test_a_day_of_a_book_is_printed_with_its_own_sums(busy_book: Book, tmp_path: Path) -> None:
    day = max(each.day for each in read(busy_book.db).deposits)
    found = daily_recap(busy_book.db, day)
    text = " ".join(pages_of(pdf(found, tmp_path)))
    for each in found.depositors:
        assert each.name in text
    assert bare(f"Rp {found.total(lambda each: each.savings_rupiah):,}".replace(",", ".")) in bare(text)


def test_a_day_without_anybody_says_so(tmp_path: Path) -> None:
    text = " ".join(pages_of(pdf(DailyRecap(DAY, (), (), 0, 0), tmp_path)))
    assert "Tidak ada setoran." in text
    assert "Tanda tangan" not in text


def test_the_same_day_gives_the_same_bytes(tmp_path: Path) -> None:
    assert pdf(recap(20, 20), tmp_path) == pdf(recap(20, 20), tmp_path)
    with pytest.raises(FileNotWritten):
        pdf(recap(1), tmp_path / "missing")
