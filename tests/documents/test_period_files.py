"""Every file of a period is written, opens again, adds up by itself, and says what the book says."""

import json
import subprocess
import sys
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from daurulang import periods
from daurulang.__main__ import main
from daurulang.centre.queries import Centre
from daurulang.centre.service import change_centre
from daurulang.documents.office_workbooks import write_sipsn
from daurulang.documents.open_data_package import write_open_data
from daurulang.documents.period_files import PERIOD_FILES, make_period_files
from daurulang.documents.workbook import Formula, Workbook
from daurulang.documents.workbook_table import Column, share, table_sheet
from daurulang.errors import FileNotWritten
from daurulang.materials.model import DlhCategory, SipsnCategory
from daurulang.materials.service import MaterialDraft, change_material
from daurulang.members.service import MemberDraft, register
from daurulang.periods import Period, Zone
from daurulang.quantities import Unit
from tests.book import Book
from tests.documents.papers import bare, pages_of
from tests.documents.test_daily_recap_workbook import check
from tests.plant import worked_plant

TODAY = periods.today(Zone.WIB)
BOTH = Period(TODAY - timedelta(days=1), TODAY)
WORKBOOKS = [each for each in PERIOD_FILES if each.ending == ".xlsx"]


def written(book: Book, code: str, folder: Path) -> Path:
    make_period_files(book.db.address, (code,), BOTH, folder, lambda _done, _total: None)
    (file,) = [each for each in PERIOD_FILES if each.code == code]
    return folder / file.name_for(BOTH)


@pytest.mark.parametrize("file", WORKBOOKS, ids=lambda each: each.code)
def test_every_workbook_adds_up_by_itself(book: Book, file: object, tmp_path: Path) -> None:
    worked_plant(book)
    path = written(book, file.code, tmp_path)  # type: ignore[attr-defined]
    check(path, 1)
    for sheet in openpyxl.load_workbook(path):
        assert sheet.print_area, sheet.title
        assert sheet.page_setup.fitToWidth, sheet.title


def test_the_form_says_what_came_and_what_is_managed(book: Book, tmp_path: Path) -> None:
    worked_plant(book)
    found = check(written(book, "dlh", tmp_path), 3)
    sheet = found.stored["DLH"]
    total = [cell.value for cell in sheet[sheet.max_row]]
    assert total[1:6] == [100, 70, 170, 15, 155]
    assert sum(total[6:14]) == 155
    assert sheet["O4"].value == "sama"


def test_the_recap_tells_saved_and_paid_goods_apart(book: Book, tmp_path: Path) -> None:
    worked_plant(book)
    found = check(written(book, "rekap-bulanan", tmp_path), 3)
    heads = [cell.value for cell in found.stored["Rekap"][3]]
    assert heads[:5] == ["NO", "NAMA BARANG", "Kategori", "SATUAN", "TABUNG QTY"]
    row = [cell.value for cell in found.stored["Rekap"][4]]
    assert (row[1], row[4], row[5], row[-1]) == ("PL1 PET botol", 100, 310_000, 100)


def test_papers_are_to_be_signed(book: Book, tmp_path: Path) -> None:
    worked_plant(book)
    present = " ".join(pages_of(written(book, "daftar-hadir", tmp_path).read_bytes()))
    assert bare("DAFTAR HADIR PENYETOR") in bare(present)
    assert bare("A-00001 Nur Hayati P") in bare(present)
    letter = PdfReader(written(book, "surat-pengantar", tmp_path))
    (page,) = letter.pages
    text = page.extract_text()
    assert "Yth. Kepala Dinas Lingkungan Hidup" in text
    assert all(each.title in text for each in PERIOD_FILES if each.code != "surat-pengantar")


def test_stopping_leaves_what_was_made_and_nothing_half(book: Book, tmp_path: Path) -> None:
    def stop(done: int, _total: int) -> None:
        if done == 1:
            raise KeyboardInterrupt

    codes, folder = tuple(each.code for each in PERIOD_FILES), tmp_path / "files"
    folder.mkdir()
    with pytest.raises(KeyboardInterrupt):
        make_period_files(book.db.address, codes, BOTH, folder, stop)
    assert [path.name.partition("-2")[0] for path in folder.iterdir()] == ["dlh"]


def test_the_command_line_writes_them_and_the_open_data(
    book: Book, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    worked_plant(book)
    days, place = f"{BOTH.first}..{BOTH.last}", ["--database", book.db.address]
    for code in ("dlh", "sipsn", "evidence"):
        path = tmp_path / f"{code}.xlsx"
        assert main([*place, "report", code, days, "--out", str(path), "--json"]) == 0
        assert json.loads(capsys.readouterr().out) == {"path": str(path)}
        assert path.stat().st_size > 4000
    assert main([*place, "export", "open-data", days, "--out", str(tmp_path / "data")]) == 0
    assert "5 berkas" in capsys.readouterr().out
    assert main([*place, "report", "dlh", "2999-01", "--out", str(tmp_path / "x.xlsx")]) == 1


def test_the_sheet_of_sipsn_knows_the_waste_of_the_regency(book: Book, tmp_path: Path) -> None:
    worked_plant(book)
    period = Period(date(2025, 1, 1), date(2025, 12, 31))
    for tonnes, filled in ((0, None), (1_000, 1_000_000)):
        change_centre(book.db, Centre("RDU Bangkalan", generation_tonnes=tonnes, generation_source="SIPSN 2025"))
        path = tmp_path / f"{tonnes}.xlsx"
        write_sipsn(book.db, period, path)
        sheet = openpyxl.load_workbook(path)["Capaian"]
        assert (sheet["C4"].value, sheet["D4"].value) == (filled, "SIPSN 2025" if tonnes else "← isi di sini")


def test_the_package_is_valid(book: Book, tmp_path: Path) -> None:
    worked_plant(book)
    for number in range(6):
        book.deposit(grams=1_000, member_id=register(book.db, MemberDraft(f"Warga {number}")))
    write_open_data(book.db, BOTH, tmp_path / "data")
    command = [sys.executable, "-m", "frictionless", "validate", "--json", str(tmp_path / "data" / "datapackage.json")]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    report = json.loads(answer.stdout)
    assert report["valid"], report
    assert len(report["tasks"]) == 4
    package = json.loads((tmp_path / "data" / "datapackage.json").read_text())
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    everything = "".join(path.read_text() for path in (tmp_path / "data").iterdir())
    assert "Nur Hayati" not in everything
    assert "A-00001" not in everything


def test_no_name_is_a_formula_in_the_open_data(book: Book, tmp_path: Path) -> None:
    plant = worked_plant(book)
    change_material(
        book.db,
        plant.flakes_id,
        MaterialDraft("CCH", "=1+1", Unit.KILOGRAM, DlhCategory.OTHER, SipsnCategory.OTHER),
    )
    write_open_data(book.db, BOTH, tmp_path)
    assert ",CCH,'=1+1,5.000," in (tmp_path / "penjualan.csv").read_text()


def test_a_long_head_is_not_cut(book: Book, tmp_path: Path) -> None:
    worked_plant(book)
    change_material(
        book.db,
        book.pet_id,
        MaterialDraft(
            *("PL1", "Botol PET bening bersih tanpa tutup dan label", Unit.KILOGRAM),
            *(DlhCategory.RIGID_PLASTIC, SipsnCategory.PLASTIC),
        ),
    )
    sheet = openpyxl.load_workbook(written(book, "tabel-silang", tmp_path))["Anggota"]
    assert sheet.row_dimensions[3].height >= 5 * 15


def test_a_share_of_nothing_or_of_less_is_a_dash() -> None:
    assert share("A1", "A$9", 1, 4) == Formula('IF(A$9<=0,"–",A1/A$9)', Decimal("0.25"))
    assert [share("A1", "A$9", 5, whole).result for whole in (0, -1)] == ["–", "–"]


def test_a_title_that_is_wider_than_its_sheet_takes_two_lines(tmp_path: Path) -> None:
    with Workbook("Judul", TODAY) as made:
        for name, note in (("Dengan", "Catatan"), ("Tanpa", "")):
            columns = [Column("A", width=20), Column("B", width=20)]
            table_sheet(made, name, "Satu judul yang panjang sekali", columns, [("a", "b")], footer="", note=note)
        made.save(tmp_path / "judul.xlsx")
    sheets = openpyxl.load_workbook(tmp_path / "judul.xlsx")
    heads = [cell.value for cell in sheets["Dengan"]["A"]]
    assert heads == ["Satu judul yang panjang", "sekali", "A", "a", "Catatan"]
    assert [cell.value for cell in sheets["Tanpa"]["A"]] == heads[:-1]


def test_a_folder_that_cannot_be_made_is_refused(book: Book, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(FileNotWritten):
        write_open_data(book.db, BOTH, tmp_path / "data")
