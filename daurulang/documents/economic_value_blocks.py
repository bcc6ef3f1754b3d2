"""The blocks of the economic value, a sheet for each; categories and districts add up the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from daurulang.documents import wording
from daurulang.documents import workbook_wording as words
from daurulang.documents.months import is_long, months_of
from daurulang.documents.plant_sheets import SummaryFigure, write_plant
from daurulang.documents.workbook import Formula, Kind, Value, Workbook
from daurulang.documents.workbook_table import HEAD_ROW, Column, Table, share, table_sheet
from daurulang.periods import WEEKDAYS, month_of
from daurulang.reports.economic_value import EconomicValue, MaterialShare, Share, VillageShare

_FIRST: Final = HEAD_ROW + 1
_LINES = Column(words.LINE_COUNT, Kind.WHOLE, 10, summed=True)
_MEASURES = (
    Column(words.KILOGRAMS, Kind.THOUSANDTHS, 15, summed=True),
    Column(words.PIECES, Kind.WHOLE, 11, summed=True),
    Column(words.LITRES, Kind.THOUSANDTHS, 12, summed=True),
    Column(words.VALUE, Kind.WHOLE, 17, summed=True),
)
_DEPOSITS = Column(words.DEPOSITS, Kind.WHOLE, 10, summed=True)
_MEMBERS = Column(words.MEMBERS, Kind.WHOLE, 10)
_WEIGHT_AND_VALUE = (_MEASURES[0], _MEASURES[-1])
_SHARE_OF_VALUE = Column(words.SHARE_OF_VALUE, Kind.SHARE, 9)
_SHARE_OF_WEIGHT = Column(words.SHARE_OF_WEIGHT, Kind.SHARE, 9)
_NUMBER = Column(words.NUMBER, Kind.WHOLE, 8)

_MATERIAL_COLUMNS = (
    _NUMBER,
    Column(words.CODE, width=10, shrink=True),
    Column(words.MATERIAL, width=38, wrap=True),
    Column(words.CATEGORY, width=18),
    Column(words.UNIT, width=8),
    _LINES,
    *_MEASURES,
    _SHARE_OF_VALUE,
    Column(words.WEIGHTLESS, Kind.WHOLE, 13, summed=True),
)
_CATEGORY_COLUMNS = (Column(words.CATEGORY, width=22), _LINES, *_MEASURES, _SHARE_OF_VALUE)
_VILLAGE_COLUMNS = (
    _NUMBER,
    Column(words.VILLAGE, width=26, wrap=True),
    Column(words.DISTRICT, width=20, wrap=True),
    _DEPOSITS,
    _MEMBERS,
    *_WEIGHT_AND_VALUE,
    _SHARE_OF_WEIGHT,
)
_DISTRICT_COLUMNS = (Column(words.DISTRICT, width=28), _DEPOSITS, _MEMBERS, *_WEIGHT_AND_VALUE, _SHARE_OF_WEIGHT)
_DAY_COLUMNS = (Column(words.DAY, Kind.DAY, 13), Column(words.WEEKDAY, width=12), _DEPOSITS, *_WEIGHT_AND_VALUE)
# The key of the months: a day and not a name, for Excel would read "Mei 2025" as a day itself.
_MONTH = Column(words.MONTH, Kind.MONTH, 18)
_MONTH_COLUMNS = (_MONTH, _DEPOSITS, *_WEIGHT_AND_VALUE)
_CLASS_COLUMNS = (Column(words.CLASS, width=28, wrap=True), _DEPOSITS, _MEMBERS, *_WEIGHT_AND_VALUE, _SHARE_OF_VALUE)


@dataclass(frozen=True, slots=True)
class Blocks:
    """Where the tables stand; `months` only in a long report. `plant` are figures of it for the summary."""

    materials: Table
    categories: Table
    villages: Table
    districts: Table
    days: Table
    months: Table | None
    classes: Table
    plant: Sequence[SummaryFigure] = ()


def write_blocks(book: Workbook, report: EconomicValue, footer: str) -> Blocks:
    """A sheet for each block. Materials stand by value and villages by weight, so that charts show the first ones."""

    def table(name: str, columns: Sequence[Column], rows: Sequence[Sequence[Value]]) -> Table:
        return table_sheet(book, name, f"{words.TITLES[name]} – {report.period.title}", columns, rows, footer=footer)

    materials = sorted(report.by_material, key=lambda row: (-row.measure.rupiah, row.code))
    villages = sorted(report.by_village, key=lambda row: (-row.grams, row.name))
    long = is_long(report.period)
    return Blocks(
        categories=table(words.BY_CATEGORY, _CATEGORY_COLUMNS, _categories(report, len(materials))),
        materials=table(words.BY_MATERIAL, _MATERIAL_COLUMNS, _materials(materials)),
        villages=table(words.BY_VILLAGE, _VILLAGE_COLUMNS, _villages(villages)),
        districts=table(words.BY_DISTRICT, _DISTRICT_COLUMNS, _districts(report.by_district, len(villages))),
        months=table(words.BY_MONTH, _MONTH_COLUMNS, _months(report)) if long else None,
        days=table(words.BY_DAY, (*_DAY_COLUMNS, _MONTH) if long else _DAY_COLUMNS, _days(report, long=long)),
        classes=table(words.BY_CLASS, _CLASS_COLUMNS, _classes(report.by_class)),
        plant=write_plant(book, report, footer),
    )


def _share(column: str, row: int, rows: int, part: int, whole: int) -> Formula:
    """What a cell is of the sum below its column, in a table of so many rows."""
    total = f"{column}${_FIRST + max(rows, 1)}"
    return share(f"{column}{row}", total, part, whole)


def _materials(materials: Sequence[MaterialShare]) -> list[Sequence[Value]]:
    rupiah = sum(each.measure.rupiah for each in materials)
    return [
        (
            number,
            each.code,
            each.name,
            wording.DLH_CATEGORIES[each.category],
            words.UNITS[each.unit],
            each.measure.lines,
            each.measure.grams,
            each.measure.pieces,
            each.measure.millilitres,
            each.measure.rupiah,
            _share("J", HEAD_ROW + number, len(materials), each.measure.rupiah, rupiah),
            each.weightless_lines,
        )
        for number, each in enumerate(materials, 1)
    ]


def _added(sheet: str, key: str, rows: int, own_row: int, columns: str, results: Sequence[int]) -> list[Value]:
    """For each column of another sheet, the sum of the rows whose `key` says what this row's first cell says."""
    last = _FIRST + max(rows, 1) - 1
    return [
        Formula(
            f"SUMIF({sheet}!${key}${_FIRST}:${key}${last},$A{own_row},{sheet}!{each}${_FIRST}:{each}${last})", result
        )
        for each, result in zip(columns, results, strict=True)
    ]


def _categories(report: EconomicValue, materials: int) -> list[Sequence[Value]]:
    found = report.by_category
    rows: list[Sequence[Value]] = []
    for row, (category, own) in enumerate(found, _FIRST):
        results = (own.lines, own.grams, own.pieces, own.millilitres, own.rupiah)
        sums = _added(words.BY_MATERIAL, "D", materials, row, "FGHIJ", results)
        rows.append(
            (wording.DLH_CATEGORIES[category], *sums, _share("F", row, len(found), own.rupiah, report.measure.rupiah))
        )
    return rows


def _villages(villages: Sequence[VillageShare]) -> list[Sequence[Value]]:
    grams = sum(each.grams for each in villages)
    return [
        (
            number,
            each.name or words.NO_VILLAGE,
            each.district or words.NO_VILLAGE,
            each.deposits,
            each.members,
            each.grams,
            each.rupiah,
            _share("F", HEAD_ROW + number, len(villages), each.grams, grams),
        )
        for number, each in enumerate(villages, 1)
    ]


def _districts(districts: Sequence[Share], villages: int) -> list[Sequence[Value]]:
    grams = sum(each.grams for each in districts)
    rows: list[Sequence[Value]] = []
    for row, each in enumerate(districts, _FIRST):
        results = (each.deposits, each.members, each.grams, each.rupiah)
        sums = _added(words.BY_VILLAGE, "C", villages, row, "DEFG", results)
        rows.append((each.name or words.NO_VILLAGE, *sums, _share("D", row, len(districts), each.grams, grams)))
    return rows


def _days(report: EconomicValue, *, long: bool) -> list[Sequence[Value]]:
    return [
        (
            *(each.day, WEEKDAYS[each.day.weekday()], each.deposits, each.grams, each.rupiah),
            *([month_of(each.day).first] if long else []),
        )
        for each in report.by_day
    ]


def _months(report: EconomicValue) -> list[Sequence[Value]]:
    days = len(report.by_day)
    return [
        (
            each.month.first,
            *_added(words.BY_DAY, "F", days, row, "CDE", (each.deposits, each.grams, each.rupiah)),
        )
        for row, each in enumerate(months_of(report), _FIRST)
    ]


def _classes(classes: Sequence[Share]) -> list[Sequence[Value]]:
    rupiah = sum(each.rupiah for each in classes)
    return [
        (
            each.name,
            each.deposits,
            each.members,
            each.grams,
            each.rupiah,
            _share("E", row, len(classes), each.rupiah, rupiah),
        )
        for row, each in enumerate(classes, _FIRST)
    ]
