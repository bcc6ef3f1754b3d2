"""Tables in a workbook: a head that can be filtered, rows, and sums below them that are formulas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap

from daurulang.documents.row_height import row_height
from daurulang.documents.workbook import HEAD, NOTE, TITLE, Formula, Kind, Sheet, Value, Workbook, body, letter, total
from daurulang.documents.workbook_wording import NO_DEPOSITS, TOTAL

HEAD_ROW = 3
_TITLE_PERCENT = 68
"""Of the letters of a cell, so many of a title take the same room."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its head, the kind of its values and its width in characters.

    `summed` has its sum below, `latest` the value of its last row; a long text is broken by `wrap` and made smaller by
    `shrink`.
    """

    title: str
    kind: Kind = Kind.TEXT
    width: int = 12
    summed: bool = False
    wrap: bool = False
    shrink: bool = False
    latest: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Where a table stands: rows from `first` to `last`, sums in row `total` with their results by column letter."""

    sheet: str
    first: int
    last: int
    total: int
    sums: dict[str, int]

    def sum_of(self, column: str) -> Formula:
        """The sum of a column, as seen from another sheet."""
        return Formula(f"{self.sheet}!{column}{self.total}", self.sums[column])

    def range_of(self, column: str) -> str:
        """All rows of a column, as seen from another sheet."""
        return f"{self.sheet}!${column}${self.first}:${column}${self.last}"

    def top(self, column: str, rows: int) -> str:
        """The first rows of a column, as seen from another sheet."""
        return f"{self.sheet}!${column}${self.first}:${column}${min(self.last, self.first + rows - 1)}"


def table_sheet(
    book: Workbook,
    name: str,
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Value]],
    *,
    footer: str,
    note: str = "",
    least_height: int = 0,
) -> Table:
    """A sheet with one table; the note stands between title and table, or below where it takes more than a line. Rows
    are at least so high.
    """
    sheet = book.sheet(name, [column.width for column in columns], frozen_rows=HEAD_ROW)
    sheet.footer(footer)
    room = sum(column.width for column in columns)
    titles, notes = wrap(title, room * _TITLE_PERCENT // 100), wrap(note, room)
    above = len(titles) == len(notes) == 1
    sheet.add((TITLE, titles[0]), height=24)
    sheet.add((NOTE, note) if above else (TITLE, " ".join(titles[1:])))
    made = write_table(sheet, columns, rows, least_height)
    for line in () if above else notes:
        sheet.add((NOTE, line))
    return made


def write_table(
    sheet: Sheet, columns: Sequence[Column], rows: Iterable[Sequence[Value]], least_height: int = 0
) -> Table:
    """Head, rows and sums, from the sheet's next row on; where there is nothing, a row says so."""
    titles = [(column.title, column.width) for column in columns]
    head = sheet.add(*((HEAD, title) for title, _ in titles), height=row_height(titles, 32, bold=True))
    sums = {place: 0 for place, column in enumerate(columns) if column.summed}
    looks = [body(column.kind, wrap=column.wrap, shrink=column.shrink) for column in columns]
    last_row: Sequence[Value] = ()
    first = sheet.row + 1
    for row in rows:
        for place in sums:
            sums[place] += whole(row[place])
        sheet.add(*zip(looks, row, strict=True), height=_height(columns, row, least_height))
        last_row = row
    if sheet.row < first:
        sheet.add(*((body(Kind.TEXT), NO_DEPOSITS if not place else None) for place in range(len(columns))))
    last = sheet.row
    sheet.filter(head, last)
    if not sums:
        return Table(sheet.name, first, last, 0, {})
    sheet.add(
        *(
            (total(column.kind), _below(column, place, (first, last), sums.get(place, 0), last_row))
            if place
            else (total(Kind.TEXT), TOTAL)
            for place, column in enumerate(columns)
        )
    )
    return Table(sheet.name, first, last, sheet.row, {letter(place + 1): result for place, result in sums.items()})


def _height(columns: Sequence[Column], row: Sequence[Value], least: int) -> int | None:
    texts = zip(columns, row, strict=True)
    return row_height([(text, each.width) for each, text in texts if each.wrap and isinstance(text, str)], least)


def _below(column: Column, place: int, rows: tuple[int, int], result: int, last_row: Sequence[Value]) -> Formula | None:
    """What stands below a column."""
    own, (first, last) = letter(place + 1), rows
    if column.summed:
        return Formula(f"SUM({own}{first}:{own}{last})", result)
    if column.latest and last_row:
        return Formula(f"{own}{last}", whole(last_row[place]))
    return None


def whole(value: Value) -> int:
    """The whole number that a cell of a summed column holds or comes to; nothing counts as 0."""
    if value is None:
        return 0
    found = value.result if isinstance(value, Formula) else value
    if not isinstance(found, int):
        raise TypeError(value)
    return found


def share(part_cell: str, whole_cell: str, part: int, whole: int) -> Formula:
    """What a cell is of another one; a dash of nothing and of less than nothing."""
    return Formula(f'IF({whole_cell}<=0,"–",{part_cell}/{whole_cell})', ratio(part, whole))


def ratio(part: int, whole: int) -> Decimal | str:
    """What `share` comes to: a part of 1, to a millionth."""
    return round(Decimal(part) / whole, 6) if whole > 0 else "–"
