"""The month as a workbook, reopened: every number is the ledger's, every formula comes to what is stored for it."""

import zipfile
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.escape import unescape

from daurulang.centre.queries import Centre, letterhead
from daurulang.documents import line_sheet
from daurulang.documents import workbook_wording as words
from daurulang.documents.economic_value_summary import Signature
from daurulang.documents.economic_value_workbook import write_value_workbook
from daurulang.documents.words import rupiah_in_words
from daurulang.errors import FileNotWritten
from daurulang.periods import Period, month_of, year_of
from daurulang.reports.economic_value import EconomicValue, value_of
from daurulang.reports.line_list import LineRow, lines_of
from tests.book import Book
from tests.documents.formulas import Calculated
from tests.documents.month import NOVEMBER, made_lines, report_of

CENTRE = Centre("RDU Bangkalan", "Jl. Letnan Sunarto", head_name="Drs. H. Moh. Amin", head_title="Kepala UPT")


def written(path: Path, lines: list[LineRow], period: Period = NOVEMBER) -> tuple[EconomicValue, Calculated]:
    report = report_of(period, lines)
    write_value_workbook(report, lines, CENTRE, path, signature=Signature("Bangkalan", maker="Siti Aminah"))
    return report, Calculated(path)


def same(stored: Any, calculated: Any) -> bool:
    if isinstance(calculated, Fraction):
        return abs(Fraction(str(stored)) - calculated) < Fraction(1, 500_000)
    return bool(stored == calculated)


def check_formulas(found: Calculated) -> None:
    formulas = list(found.formulas())
    assert len(formulas) > 60
    for sheet, cell, formula in formulas:
        assert same(found.stored[sheet][cell].value, found.value(sheet, cell)), (sheet, cell, formula)


def last_row(found: Calculated, sheet: str) -> dict[str, Any]:
    rows = found.stored[sheet].max_row
    return {cell.column_letter: cell.value for cell in found.stored[sheet][rows]}


@pytest.fixture
def lines() -> list[LineRow]:
    return made_lines(NOVEMBER, 300, 24)


def test_every_formula_comes_to_what_is_stored_for_it(tmp_path: Path, lines: list[LineRow]) -> None:
    _, found = written(tmp_path / "a.xlsx", lines)
    check_formulas(found)


def test_the_sums_are_the_ledgers(tmp_path: Path, lines: list[LineRow]) -> None:
    report, found = written(tmp_path / "a.xlsx", lines)
    measure = report.measure
    kilograms, litres = float(Decimal(measure.grams) / 1000), float(Decimal(measure.millilitres) / 1000)
    materials = last_row(found, words.BY_MATERIAL)
    assert [materials[column] for column in "FGHIJ"] == [300, kilograms, measure.pieces, litres, measure.rupiah]
    for sheet, columns in (
        (words.BY_VILLAGE, "DFG"),
        (words.BY_DISTRICT, "BDE"),
        (words.BY_DAY, "CDE"),
        (words.BY_CLASS, "BDE"),
    ):
        row = last_row(found, sheet)
        assert [row[column] for column in columns] == [report.deposits, kilograms, measure.rupiah], sheet
    assert last_row(found, words.PEOPLE)["B"] == report.balances_rupiah


def test_every_line_stands_there_with_its_numbers(tmp_path: Path, lines: list[LineRow]) -> None:
    _, found = written(tmp_path / "a.xlsx", lines)
    rows = list(found.book[words.LINES].iter_rows(min_row=4, values_only=True))
    assert len(rows) == len(lines)
    for row, line in zip(rows, lines, strict=True):
        weight = row[line_sheet.KILOGRAMS]
        assert row[0] == line.number
        assert row[1].date() == line.day
        assert row[4] == line.member_name
        assert Decimal(str(weight or 0)) * 1000 == line.grams
        assert row[line_sheet.PIECES] == (line.net if line.unit == "pcs" else None)
        assert Decimal(str(row[line_sheet.LITRES] or 0)) * 1000 == (line.net if line.unit == "liter" else 0)
        assert (row[line_sheet.VALUE], row[line_sheet.VALUE - 1]) == (line.amount_rupiah, line.price_rupiah)


def test_the_summary_says_that_all_sheets_agree(tmp_path: Path, lines: list[LineRow]) -> None:
    report = report_of(NOVEMBER, lines)
    for given, sentence in ((lines, words.ALL_AGREE), (lines[:-1], words.DIFFERS)):
        write_value_workbook(report, given, CENTRE, tmp_path / "a.xlsx")
        found = Calculated(tmp_path / "a.xlsx")
        check_formulas(found)
        texts = [row[0] for row in found.stored[words.SUMMARY].iter_rows(values_only=True)]
        assert sentence in texts


def test_it_is_laid_out_for_paper(tmp_path: Path, lines: list[LineRow]) -> None:
    _, found = written(tmp_path / "a.xlsx", lines)
    for sheet in found.book.worksheets:
        assert sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.title
        assert sheet.page_setup.fitToWidth == 1
        assert sheet.print_area, sheet.title
        if sheet.title not in (words.SUMMARY, words.CHARTS, words.PEOPLE):
            assert sheet.freeze_panes == "A4"
            assert sheet.print_title_rows == "$1:$3"
            assert sheet.auto_filter.ref.startswith("A3:")
        assert not sheet.HeaderFooter.scaleWithDoc, sheet.title
    assert len(found.book[words.CHARTS]._charts) == 3


def test_figures_beside_bars_have_room_inside_of_the_frame(tmp_path: Path, lines: list[LineRow]) -> None:
    _, found = written(tmp_path / "a.xlsx", lines)
    for chart in found.book[words.CHARTS]._charts[:2]:
        place = chart.layout.manualLayout
        assert place.layoutTarget == "inner"
        assert place.x >= 0.3
        assert place.x + place.w <= 0.85


def test_long_names_are_not_cut_off(tmp_path: Path, lines: list[LineRow]) -> None:
    long = "Gelas air mineral bersih tanpa label dan tanpa tutup, diikat"
    _, found = written(tmp_path / "a.xlsx", [replace(line, material=long, member_name=long) for line in lines])
    materials = found.book[words.BY_MATERIAL]
    assert (materials["C4"].value, materials["C4"].alignment.wrap_text) == (long, True)
    assert materials.row_dimensions[4].height == 30
    for column in "EI":
        assert found.book[words.LINES][f"{column}4"].value == long
        assert found.book[words.LINES][f"{column}4"].alignment.shrinkToFit


def test_a_long_report_has_its_months(tmp_path: Path) -> None:
    period = year_of(NOVEMBER.first)
    report, found = written(tmp_path / "a.xlsx", made_lines(period, 720, 24), period)
    check_formulas(found)
    months = found.stored[words.BY_MONTH]
    assert [cell.value.month for cell in months["A"][3:15]] == list(range(1, 13))
    for row in range(4, 16):
        days = [each for each in report.by_day if each.day.month == row - 3]
        assert months[f"B{row}"].value == sum(each.deposits for each in days)
        assert months[f"D{row}"].value == sum(each.rupiah for each in days)
    assert (months["B16"].value, months["D16"].value) == (report.deposits, report.measure.rupiah)
    standing = found.book[words.CHARTS]._charts[2].series[0]
    assert standing.val.numRef.f == f"'{words.BY_MONTH}'!$C$4:$C$15"


def test_a_long_sum_in_words_is_not_cut_off_at_the_edge_of_the_page(tmp_path: Path, lines: list[LineRow]) -> None:
    report = report_of(NOVEMBER, lines)
    report = replace(report, measure=replace(report.measure, rupiah=1_973_869_273))
    write_value_workbook(report, lines, CENTRE, tmp_path / "a.xlsx")
    rows = list(openpyxl.load_workbook(tmp_path / "a.xlsx")[words.SUMMARY].iter_rows(values_only=True))
    place = next(number for number, row in enumerate(rows) if row[0] == "Terbilang")
    written_out = [str(rows[place][1]), str(rows[place + 1][1])]
    assert " ".join(written_out) == f"{rupiah_in_words(1_973_869_273).capitalize()}."
    assert max(map(len, written_out)) <= 90


def test_a_month_has_no_months(tmp_path: Path, lines: list[LineRow]) -> None:
    _, found = written(tmp_path / "a.xlsx", lines)
    assert words.BY_MONTH not in found.book.sheetnames
    assert found.book[words.BY_DAY].max_column == 5


def test_a_year_is_not_compared_with_the_same_year_twice(tmp_path: Path, lines: list[LineRow]) -> None:
    period = year_of(NOVEMBER.first)
    _, year = written(tmp_path / "a.xlsx", made_lines(period, 300, 24), period)
    _, month = written(tmp_path / "b.xlsx", lines)
    heads = [
        next(row for row in found.stored[words.SUMMARY].iter_rows(values_only=True) if row[0] == words.FIGURE)
        for found in (year, month)
    ]
    assert heads[0] == (words.FIGURE, "Tahun 2026", "Tahun 2025", words.CHANGE, words.CHANGE_PERCENT, None, None)
    assert heads[1][5] == "November 2025"


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_an_empty_month_is_a_workbook_too(tmp_path: Path) -> None:
    _, found = written(tmp_path / "a.xlsx", [])
    check_formulas(found)
    assert found.stored[words.BY_MATERIAL]["A4"].value == words.NO_DEPOSITS
    assert last_row(found, words.BY_MATERIAL)["J"] == 0
    assert found.book[words.CHARTS]._charts == []
    assert found.stored[words.LINES]["A1"].value == "Rincian setiap bahan yang disetor – November 2026"
    assert found.stored[words.LINES]["A4"].value == words.NO_DEPOSITS
    assert "Tidak ada setoran." in [row[0] for row in found.stored[words.SUMMARY].iter_rows(values_only=True)]


def test_a_year_of_eighty_materials(tmp_path: Path) -> None:
    period = year_of(NOVEMBER.first)
    report, found = written(tmp_path / "a.xlsx", made_lines(period, 12 * 80 * 3, 80), period)
    check_formulas(found)
    assert len(report.by_material) == 80
    assert found.book[words.BY_MATERIAL].max_row == 3 + 80 + 1


HOSTILE = [
    *("=1+1", "=cmd|' /C calc'!A0", "+1+cmd", "-2+3", "@SUM(A1:A9)", "\t=1+1", "\r=1+1", '=HYPERLINK("http://x")'),
    *(
        "#N/A",
        "#REF!",
        "{=1}",
        "'=1+1",
        "1e5",
        "0012",
        "TRUE",
        "_x0041_",
        "<b>&amp;",
        "]]>",
        "\x00\x07a",
        "\ud800b",
        "\ufffe",
        " a ",
    ),
    *("x" * 40_000, "نور", "𝔖iti", "a\nb", "%0A=1", ";=1", "=", "==", "-", "+"),
]


def test_what_people_typed_stays_text(tmp_path: Path) -> None:
    payloads = [f"{HOSTILE[number % len(HOSTILE)]}{'' if number < len(HOSTILE) else number}" for number in range(200)]
    lines = made_lines(NOVEMBER, 600, 24, name=lambda n: payloads[n])
    lines = [
        LineRow(**{**{name: getattr(line, name) for name in line.__slots__}, "member_name": payloads[place // 3]})
        for place, line in enumerate(lines)
    ]
    _, found = written(tmp_path / "a.xlsx", lines)
    for place, line in enumerate(lines):
        cell = found.book[words.LINES].cell(4 + place, 5)
        assert cell.data_type in ("s", "n"), line.member_name
        expected = "".join(
            c
            for c in line.member_name
            if c in "\n\t" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
        )
        assert unescape(cell.value or "")[:32_000] == expected[:32_000]
        if expected[:1] in ("=", "+", "-", "@") and expected:
            assert cell.quotePrefix
    assert all(sheet != words.LINES or cell[-1] == "2" for sheet, cell, _ in found.formulas())


def test_more_lines_than_a_sheet_holds_go_on_another(
    tmp_path: Path, lines: list[LineRow], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line_sheet, "MOST_ROWS", 103)
    _, found = written(tmp_path / "a.xlsx", lines)
    check_formulas(found)
    assert [name for name in found.book.sheetnames if name.startswith(words.LINES)] == [
        "Rincian",
        "Rincian2",
        "Rincian3",
    ]
    assert sum(found.book[name].max_row - 3 for name in found.book.sheetnames[-3:]) == 300


def test_the_same_report_gives_the_same_bytes(tmp_path: Path, lines: list[LineRow]) -> None:
    written(tmp_path / "a.xlsx", lines)
    written(tmp_path / "b.xlsx", lines)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_stopping_leaves_no_file(tmp_path: Path, lines: list[LineRow]) -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_value_workbook(report_of(NOVEMBER, lines), lines, CENTRE, tmp_path / "a.xlsx", progress=stop)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path, lines: list[LineRow]) -> None:
    with pytest.raises(FileNotWritten):
        write_value_workbook(report_of(NOVEMBER, lines), lines, CENTRE, tmp_path / "no" / "a.xlsx")


def test_a_real_month_of_both_engines(book: Book, tmp_path: Path) -> None:
    for grams in (2450, 333, 12_005):
        book.deposit(grams=grams)
    book.deposit(grams=7, member_id=book.other_id)
    book.payout(5_000)
    centre, place = letterhead(book.db)
    with book.db.reading() as connection:
        report = value_of(connection, month_of(centre.today()))
        lines = lines_of(connection, report.period)
        write_value_workbook(report, lines, centre, tmp_path / "a.xlsx", signature=Signature(place))
    found = Calculated(tmp_path / "a.xlsx")
    check_formulas(found)
    assert last_row(found, words.BY_MATERIAL)["G"] == 14.795
    assert last_row(found, words.PEOPLE)["B"] == report.balances_rupiah
    assert words.ALL_AGREE in [row[0] for row in found.stored[words.SUMMARY].iter_rows(values_only=True)]


def test_the_archive_is_sound(tmp_path: Path, lines: list[LineRow]) -> None:
    written(tmp_path / "a.xlsx", lines)
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert archive.testzip() is None
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames[0] == words.SUMMARY


def test_there_is_no_percentage_of_less_than_nothing(tmp_path: Path, lines: list[LineRow]) -> None:
    """What a month took back more than it brought has not grown by so many percent since."""
    report = report_of(NOVEMBER, lines)
    before = replace(report.before, measure=replace(report.before.measure, rupiah=-97_500))
    write_value_workbook(replace(report, before=before), lines, CENTRE, tmp_path / "a.xlsx")
    found = Calculated(tmp_path / "a.xlsx")
    check_formulas(found)
    sheet = next(iter(found.stored))
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    told = [row for row in rows if -97_500 in row]
    assert told
    assert all("dari minus" in row for row in told)
