"""The plant's part of the economic value in its workbook: a sheet for each table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from daurulang.documents import plant_tables
from daurulang.documents import plant_wording as words
from daurulang.documents.plant_tables import Added, PlantTable, number_of
from daurulang.documents.workbook import Formula, Kind, Value, Workbook, letter
from daurulang.documents.workbook_table import HEAD_ROW, Column, Table, share, table_sheet
from daurulang.reports.economic_value import EconomicValue, Headline

_FIRST: Final = HEAD_ROW + 1
_WIDTHS: Final[Mapping[Kind, int]] = {Kind.WHOLE: 17, Kind.THOUSANDTHS: 15}


@dataclass(frozen=True, slots=True)
class SummaryFigure:
    """A figure of the summary: what it is called, where it stands, and what it is in other periods."""

    word: str
    kind: Kind
    now: Formula
    of: Callable[[Headline], int]


def write_plant(book: Workbook, report: EconomicValue, footer: str) -> list[SummaryFigure]:
    """A sheet for each table that has something to say; answers with the figures of the summary."""
    if not report.plant:
        return []
    made = {table.sheet: _write(book, table, report, footer) for table in plant_tables.plant_tables(report)}
    return _figures(report, made)


def _write(book: Workbook, table: PlantTable, report: EconomicValue, footer: str) -> Table:
    columns = [
        Column(
            column.title,
            column.kind,
            _WIDTHS.get(column.kind, max(12, column.parts + 8)),
            summed=column.summed,
            wrap=column.kind is Kind.TEXT and column.parts > 20,
        )
        for column in table.columns
    ]
    if table.ratio:
        columns.append(Column(table.ratio.title, Kind.SHARE, 10))
    rows = [_row(table, number, row) for number, row in enumerate(table.rows)]
    title = f"{table.title} – {report.period.title}"
    return table_sheet(book, table.sheet, title, columns, rows, footer=footer, note=table.note)


def _row(table: PlantTable, number: int, row: Sequence[plant_tables.Value]) -> Sequence[Value]:
    own = _FIRST + number
    cells = [_cell(value, letter(place)) for place, value in enumerate(row, 1)]
    if table.ratio:
        part, whole = (letter(place + 1) for place in (table.ratio.part, table.ratio.whole))
        figures = number_of(row[table.ratio.part]), number_of(row[table.ratio.whole])
        cells.append(share(f"{part}{own}", f"{whole}{own}", *figures))
    return cells


def _figures(report: EconomicValue, made: Mapping[str, Table]) -> list[SummaryFigure]:
    head = report.headline.plant
    figures: list[SummaryFigure] = []
    if buyers := made.get("Pembeli"):
        figures += [
            SummaryFigure(words.SALES_RUPIAH, Kind.WHOLE, buyers.sum_of("D"), lambda each: each.plant.sales_rupiah),
            SummaryFigure(words.MARGIN, Kind.WHOLE, buyers.sum_of("F"), lambda each: each.plant.margin_rupiah),
        ]
    if result := made.get("Labarugi"):
        now = Formula(f"{result.sheet}!B{result.last}", head.surplus_rupiah)
        figures.append(SummaryFigure(words.SURPLUS_RUPIAH, Kind.WHOLE, now, lambda each: each.plant.surplus_rupiah))
    if flows := made.get("Massa"):
        cells = [f"{flows.sheet}!{column}{flows.total}" for column in "BCG"]
        now = Formula(f"{cells[0]}+{cells[1]}-{cells[2]}", head.diverted_grams)
        kind = Kind.THOUSANDTHS
        figures.append(SummaryFigure(words.DIVERTED_KILOGRAMS, kind, now, lambda each: each.plant.diverted_grams))
    if impact := made.get("Emisi"):
        now = impact.sum_of("D")
        figures.append(SummaryFigure(words.CO2E_KILOGRAMS, Kind.THOUSANDTHS, now, lambda each: each.plant.grams_co2e))
    return figures


def _cell(value: plant_tables.Value, column: str) -> Value:
    """What other rows come to is added up by the sheet itself."""
    if not isinstance(value, Added):
        return value
    plus = "+".join(f"{column}{_FIRST + place}" for place in value.plus)
    return Formula(plus + "".join(f"-{column}{_FIRST + place}" for place in value.less), value.figure)
