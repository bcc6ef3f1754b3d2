"""A workbook is read as people see it, and nothing that it holds can hurt."""

import io
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path
from time import process_time

import openpyxl
import pytest

from daurulang.errors import WorkbookRefused
from daurulang.exchange import workbook
from daurulang.exchange.columns import ListKind, open_list
from daurulang.exchange.workbook import read_sheets
from tests.exchange.lists import replace_part, write_csv, write_workbook

SHEET = "xl/worksheets/sheet1.xml"
SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def rows_of(path: Path) -> tuple[tuple[str, ...], ...]:
    return next(read_sheets(path)).rows


def refusal(path: Path) -> str:
    with pytest.raises(WorkbookRefused) as refused:
        open_list(path, ListKind.MEMBERS)
    return refused.value.reason


def good(path: Path) -> Path:
    return write_workbook(path, [["Nama", "Desa"], ["Siti", "Mlajah"]])


def test_numbers_are_exact_and_days_are_iso(tmp_path: Path) -> None:
    row = [
        12.0,
        0.1 + 0.2,
        1500,
        1e15,
        2.5,
        date(2026, 11, 22),
        datetime.combine(date(2026, 11, 22), time(9, 5)),
        True,
        "  Ra'as ",
        None,
    ]
    path = write_workbook(tmp_path / "a.xlsx", [row])
    assert rows_of(path) == (
        ("12", "0.3", "1500", "1000000000000000", "2.5", "2026-11-22", "2026-11-22 09:05", "TRUE", "Ra'as"),
    )


def test_hidden_sheets_are_skipped_and_the_first_list_is_chosen(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Rekap"
    book.worksheets[0].append(["Rekap tahun 2025"])
    hidden = book.create_sheet("Lama")
    hidden.sheet_state = "hidden"
    hidden.append(["Nama", "Desa"])
    shown = book.create_sheet("Nasabah")
    shown.append(["Nama", "Alamat"])
    book.save(tmp_path / "a.xlsx")
    sheet, matching = open_list(tmp_path / "a.xlsx", ListKind.MEMBERS)
    assert (sheet.name, matching.header_row) == ("Nasabah", 1)


def test_rows_keep_the_numbers_that_the_sheet_shows(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A3"], book.worksheets[0]["B3"], book.worksheets[0]["A7"] = "Nama", "Desa", "Siti"
    book.save(tmp_path / "a.xlsx")
    sheet, matching = open_list(tmp_path / "a.xlsx", ListKind.MEMBERS)
    assert matching.header_row == 3
    assert sheet.rows[6] == ("Siti", "")


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_csv_may_be_cut_by_comma_semicolon_or_tab(tmp_path: Path, mark: str) -> None:
    path = write_csv(tmp_path / "a.csv", f'Nama{mark}Desa\n"Siti{mark} Hj."{mark}Mlajah\n')
    assert rows_of(path) == (("Nama", "Desa"), (f"Siti{mark} Hj.", "Mlajah"))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_csv_may_be_written_as_excel_likes(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("sep=;\r\nNama;Desa\r\nAndré;Mlajah\r\n".encode(encoding))
    assert rows_of(path)[1:] == (("Nama", "Desa"), ("André", "Mlajah"))


def test_a_formula_without_its_result_stands_as_its_text(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", [["Nama", "Saldo"], ["Siti", "=1+1"]])
    assert rows_of(path)[1] == ("Siti", "=1+1")


def test_a_formula_with_its_result_is_its_result(tmp_path: Path) -> None:
    path = good(tmp_path / "a.xlsx")
    cells = '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"</f><v>Mlajah</v></c>'
    xml = f'<worksheet {SPACE}><sheetData><row r="1">{cells}</row></sheetData></worksheet>'
    assert rows_of(replace_part(path, SHEET, xml.encode())) == (("2", "Mlajah"),)


def test_a_million_empty_rows_are_passed_over(tmp_path: Path) -> None:
    path = good(tmp_path / "a.xlsx")
    cells = '<c r="A1" t="inlineStr"><is><t>Nama</t></is></c><c r="B1" t="inlineStr"><is><t>RT</t></is></c>'
    empty = "".join(f'<row r="{n}" ht="15"><c r="A{n}" s="0"/></row>' for n in range(2, 1_000_002))
    xml = f'<worksheet {SPACE}><sheetData><row r="1">{cells}</row>{empty}</sheetData></worksheet>'
    replace_part(path, SHEET, xml.encode())
    read: list[int] = []
    sheet, _ = open_list(path, ListKind.MEMBERS, lambda _done, total: read.append(total))
    assert sheet.rows == (("Nama", "RT"),)
    assert max(read) < 1000


def test_a_cell_in_the_farthest_corner_is_quick(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"], book.worksheets[0]["B1"], book.worksheets[0]["XFD1048576"] = "Nama", "Desa", "x"
    book.save(tmp_path / "a.xlsx")
    start = process_time()
    assert refusal(tmp_path / "a.xlsx") == "too_large"
    assert process_time() - start < 10


def test_a_list_that_is_too_long_is_refused_and_not_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    text = "Nama,Desa\n" + "Siti,Mlajah\n" * 3
    assert refusal(write_csv(tmp_path / "a.csv", text)) == "too_large"
    assert refusal(write_workbook(tmp_path / "a.xlsx", [line.split(",") for line in text.split()])) == "too_large"


def test_rows_without_numbers_are_read_too(tmp_path: Path) -> None:
    path = good(tmp_path / "a.xlsx")
    xml = f"<worksheet {SPACE}><sheetData><row><c><v>5</v></c></row><row/></sheetData></worksheet>"
    assert rows_of(replace_part(path, SHEET, xml.encode())) == (("5",),)


def test_what_stands_behind_the_rows_is_no_row(tmp_path: Path) -> None:
    path = good(tmp_path / "a.xlsx")
    rows = '<row r="1"><c r="A1"><v>5</v></c></row><row r="900000"/>'
    xml = f"<worksheet {SPACE}><sheetData>{rows}</sheetData><extLst><v>1</v></extLst></worksheet>"
    sheet = next(read_sheets(replace_part(path, SHEET, xml.encode())))
    assert (sheet.rows, sheet.too_long) == ((("5",),), False)


def test_times_are_text(tmp_path: Path) -> None:
    assert rows_of(write_workbook(tmp_path / "a.xlsx", [[time(9, 5), timedelta(hours=2)]])) == (
        ("09:05:00", "2:00:00"),
    )


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = replace_part(good(tmp_path / "a.xlsx"), "xl/bomb.xml", b"0" * 30_000_000)
    assert path.stat().st_size < 100_000
    assert refusal(path) == "too_large"


def test_styles_beyond_what_excel_makes_are_refused_unread(tmp_path: Path) -> None:
    formats = "".join(f'<xf numFmtId="{number * 7919 % 65_000}"/>' for number in range(500_000))
    assert refusal(replace_part(good(tmp_path / "a.xlsx"), "xl/styles.xml", formats.encode())) == "too_large"


def test_too_many_members_are_refused(tmp_path: Path) -> None:
    path = good(tmp_path / "a.xlsx")
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(2_001):
            archive.writestr(f"xl/{number}", "")
    assert refusal(path) == "too_large"


@pytest.mark.parametrize("name", ["../evil", "/etc/passwd", "xl\\..\\evil", "C:evil"])
def test_a_name_that_leads_outside_is_refused(tmp_path: Path, name: str) -> None:
    assert refusal(replace_part(good(tmp_path / "a.xlsx"), name, b"x")) == "not_a_workbook"


def test_entities_are_not_followed(tmp_path: Path) -> None:
    cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row>'
    for entity in ('SYSTEM "file:///etc/passwd"', '"Nama"'):
        declared = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a {entity}>]>'
        xml = f"{declared}<worksheet {SPACE}><sheetData>{cell}</sheetData></worksheet>"
        assert refusal(replace_part(good(tmp_path / "a.xlsx"), SHEET, xml.encode())) == "unreadable"


def test_each_file_that_is_no_workbook_has_its_reason(tmp_path: Path) -> None:
    whole = good(tmp_path / "whole.xlsx").read_bytes()
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("word/document.xml", "x")
    expected = {
        "empty.xlsx": (b"", "empty"),
        "text.xlsx": (b"Nama,Desa\n", "not_a_workbook"),
        "letter.xlsx": (other.getvalue(), "not_a_workbook"),
        "picture.csv": (b"\x89PNG\x00\x00", "not_a_workbook"),
        "broken.csv": (b"\xff\xfeN", "unreadable"),
        "old.xls": (ole + b"Workbook", "old_format"),
        "locked.xlsx": (ole + "EncryptedPackage".encode("utf-16-le"), "protected"),
        "cut.xlsx": (whole[: len(whole) // 2], "unreadable"),
        "macros.xlsm": (whole, "old_format"),
        "blank.csv": (b"\n\n", "empty"),
        "numbers.csv": (b"1,2\n3,4\n", "no_header"),
        "nul.csv": (b"Nama,Desa\n\x00", "not_a_workbook"),
    }
    found = {}
    for name, (content, _) in expected.items():
        (tmp_path / name).write_bytes(content)
        found[name] = refusal(tmp_path / name)
    assert found == {name: reason for name, (_, reason) in expected.items()}


def test_a_file_that_is_not_there_or_huge_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refusal(tmp_path / "nowhere.xlsx") == "missing"
    monkeypatch.setattr(workbook, "MOST_FILE_BYTES", 10)
    assert refusal(good(tmp_path / "a.xlsx")) == "too_large"


def test_macros_inside_an_xlsx_are_refused(tmp_path: Path) -> None:
    assert refusal(replace_part(good(tmp_path / "a.xlsx"), "xl/vbaProject.bin", b"x")) == "old_format"


def test_a_password_on_the_archive_is_seen(tmp_path: Path) -> None:
    data = bytearray(good(tmp_path / "a.xlsx").read_bytes())
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(sign) + offset] |= 1
    (tmp_path / "a.xlsx").write_bytes(data)
    assert refusal(tmp_path / "a.xlsx") == "protected"


def test_flipped_bytes_are_read_or_refused_but_never_crash(tmp_path: Path) -> None:
    whole = good(tmp_path / "a.xlsx").read_bytes()
    for position in range(0, len(whole), 37):
        broken = bytearray(whole)
        broken[position] ^= 0x55
        (tmp_path / "b.xlsx").write_bytes(broken)
        try:
            open_list(tmp_path / "b.xlsx", ListKind.MEMBERS)
        except WorkbookRefused:
            continue


def test_reading_tells_how_far_it_is(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", [["Nama", "Desa"], *[["Siti", "Mlajah"]] * 700])
    told: list[tuple[int, int]] = []
    open_list(path, ListKind.MEMBERS, lambda done, total: told.append((done, total)))
    assert told == [(500, 701), (701, 701)]


def test_reading_can_be_cancelled(tmp_path: Path) -> None:
    class Cancelled(Exception):
        pass

    def cancel(done: int, total: int) -> None:
        raise Cancelled

    path = write_workbook(tmp_path / "a.xlsx", [["Nama", "Desa"], *[["Siti", "Mlajah"]] * 700])
    with pytest.raises(Cancelled):
        open_list(path, ListKind.MEMBERS, cancel)
