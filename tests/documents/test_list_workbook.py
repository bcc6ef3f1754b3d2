"""Any list as a workbook: numbers are numbers, and what people typed is text."""

from datetime import date, datetime, time
from pathlib import Path

import openpyxl

from daurulang.documents.list_workbook import write_list
from daurulang.documents.workbook import Kind
from daurulang.documents.workbook_table import Column

COLUMNS = (
    Column("Nama", width=30),
    Column("Setoran", Kind.WHOLE),
    Column("Saldo", Kind.RUPIAH, 18),
    Column("Berat (kg)", Kind.THOUSANDTHS),
    Column("Terakhir", Kind.DAY),
)
DAY = date(2026, 11, 21)


def test_each_kind_keeps_its_value(tmp_path: Path) -> None:
    rows = [("=1+1", 3, 12_500, 2_450, DAY), ("Nur Hayati", 0, -500, 7, None)]
    told: list[tuple[int, int]] = []
    path = tmp_path / "anggota.xlsx"
    write_list(
        "Anggota", COLUMNS, rows, path, day=DAY, total=2, progress=lambda done, total: told.append((done, total))
    )
    sheet = openpyxl.load_workbook(path)["Daftar"]
    assert [cell.value for cell in sheet[3]] == [column.title for column in COLUMNS]
    assert [cell.value for cell in sheet[4]] == ["=1+1", 3, 12_500, 2.45, datetime.combine(DAY, time())]
    assert [cell.value for cell in sheet[5]] == ["Nur Hayati", 0, -500, 0.007, None]
    assert sheet["A4"].data_type == "s"
    assert sheet["A4"].quotePrefix
    assert "Rp" in sheet["C4"].number_format
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("A4", "A3:E5", "$1:$3")
    assert told == [(2, 2)]


def test_an_empty_list_has_its_head(tmp_path: Path) -> None:
    write_list("Bahan & harga", COLUMNS, [], tmp_path / "a.xlsx", day=DAY)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["Daftar"]
    assert sheet["A1"].value == "Bahan & harga"
    assert sheet["A3"].value == "Nama"
    assert sheet.max_row == 3
