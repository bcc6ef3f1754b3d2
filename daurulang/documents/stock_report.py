"""What lies in the stores on A4 across: the stock of a day, and what moved in a period."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from daurulang.centre.queries import Centre
from daurulang.documents import stock_wording as words
from daurulang.documents import wording
from daurulang.documents.a4 import (
    LONG_SIDE,
    MARGIN,
    Report,
    Section,
    Style,
    paragraph,
    report_pdf,
    section_heading,
    style,
)
from daurulang.documents.figures import NOTHING, plain, thousandths, whole
from daurulang.documents.file import write_whole
from daurulang.documents.sheet import Block
from daurulang.documents.table import Column, Table, figures
from daurulang.periods import long_day, short_day
from daurulang.quantities import format_kilograms, format_quantity
from daurulang.reports.stock import Stock, StockRow, Turnover, TurnoverRow
from daurulang.stock.queries import Level

WIDTH = LONG_SIDE - 2 * MARGIN
CODE, AMOUNT, MONEY, DAYS = 42.0, 78.0, 78.0, 60.0
MOVED = 71.0


def write_stock_report(
    stock: Stock,
    letterhead: Centre,
    path: Path,
    *,
    place: str,
    day: date,
    maker: str,
    turnover: Turnover | None = None,
) -> None:
    """Write the PDF, wholly or not at all; raises `FileNotWritten`."""
    kind = style()
    subtitle = long_day(stock.day) if turnover is None else turnover.period.title
    edge = Report(words.STOCK_TITLE, subtitle, letterhead, place, day, maker)
    sections = []
    for _, rows in groupby(stock.rows, key=lambda row: row.store.place_id):
        sections.append(_store(list(rows), stock.day, kind))
    if not stock.rows:
        sections.append(Section([paragraph(words.NO_STOCK, WIDTH, kind.body)]))
    if turnover is not None:
        sections += _turnover(turnover, kind)
    sections.append(_sums(stock, kind))
    write_whole(path, report_pdf(edge, sections, landscape=True))


def _table(columns: Sequence[Column], kind: Style) -> Table:
    return Table(columns, kind.label, kind.body, kind.strong)


def _store(rows: Sequence[StockRow], day: date, kind: Style) -> Section:
    """What lies in one store."""
    name = WIDTH - CODE - 2 * AMOUNT - 4 * MONEY - 2 * DAYS
    table = _table(
        (
            Column(wording.CODE, CODE),
            Column(wording.MATERIAL, name),
            *figures((words.THERE, AMOUNT), (f"{wording.WEIGHT} (kg)", AMOUNT)),
            *figures((words.COST, MONEY), (words.AVERAGE, MONEY)),
            *figures((words.SELL_PRICE, MONEY), (words.WORTH, MONEY)),
            *figures((words.SINCE, DAYS), (words.AGE, DAYS)),
        ),
        kind,
    )
    kilograms = thousandths([row.there.grams for row in rows])
    lines = [_row(row, day, kilograms(row.there.grams)) for row in rows]
    costs = sum(row.there.rupiah for row in rows)
    worth = sum(row.worth_rupiah or 0 for row in rows)
    weight = kilograms(sum(row.there.grams for row in rows))
    sums = table.sums([wording.SUM, "", "", weight, plain(costs), "", "", plain(worth), "", ""])
    heading = f"{rows[0].store.name} · {long_day(day)}"
    return Section([section_heading(heading, WIDTH, kind)], [table.head()], table.rows(lines), [sums])


def _row(row: StockRow, day: date, weight: str) -> list[str]:
    age = row.age_days(day)
    unit = row.material.unit
    average = row.there.rupiah * unit.base_per_unit // row.quantity if row.quantity > 0 else 0
    return [
        row.material.code,
        words.goods(row.material.name, row.condition),
        format_quantity(row.quantity, unit),
        weight,
        plain(row.there.rupiah),
        whole(average),
        NOTHING if row.price_rupiah is None else plain(row.price_rupiah),
        NOTHING if row.worth_rupiah is None else plain(row.worth_rupiah),
        NOTHING if row.since is None else short_day(row.since),
        NOTHING if age is None else plain(age),
    ]


def _turnover(turnover: Turnover, kind: Style) -> list[Section]:
    """What came and went in a period, with what it had cost, store by store."""
    if not turnover.rows:
        return [Section([paragraph(words.NO_MOVEMENT, WIDTH, kind.body)])]
    by_store = groupby(turnover.rows, key=lambda row: row.store.place_id)
    return [_moved(list(rows), turnover.period.title, kind) for _, rows in by_store]


def _moved(rows: Sequence[TurnoverRow], title: str, kind: Style) -> Section:
    columns = (words.OPENING, words.INTO, words.OUT, words.CLOSING)
    table = _table(
        (
            Column(wording.CODE, CODE),
            Column(wording.MATERIAL, WIDTH - CODE - 2 * len(columns) * MOVED),
            *(figure for each in columns for figure in figures((each, MOVED), (f"{each} {words.RUPIAH}", MOVED))),
        ),
        kind,
    )
    lines = [
        [
            row.material.code,
            words.goods(row.material.name, row.condition),
            *(text for level in _levels(row) for text in _amounts(level, row)),
        ]
        for row in rows
    ]
    sums = [plain(sum(_levels(row)[place].rupiah for row in rows)) for place in range(len(columns))]
    total = table.sums([wording.SUM, "", *(text for each in sums for text in ("", each))])
    heading = f"{words.TURNOVER} · {rows[0].store.name} · {title}"
    return Section([section_heading(heading, WIDTH, kind)], [table.head()], table.rows(lines), [total])


def _levels(row: TurnoverRow) -> tuple[Level, ...]:
    return row.opening, row.into, row.out, row.closing


def _amounts(level: Level, row: TurnoverRow) -> tuple[str, str]:
    quantity = level.of(row.material.unit)
    return format_quantity(quantity, row.material.unit) if quantity else NOTHING, whole(level.rupiah)


def _sums(stock: Stock, kind: Style) -> Section:
    """All stores together, and how the figures are meant."""
    block = Block(WIDTH)
    block.gap(10)
    total = stock.total
    block.pair(words.COST, kind.strong, f"{words.RUPIAH} {plain(total.rupiah)}", kind.figure)
    block.pair(words.WORTH, kind.strong, f"{words.RUPIAH} {plain(stock.worth_rupiah)}", kind.figure)
    block.pair(wording.WEIGHT, kind.strong, format_kilograms(total.grams), kind.strong)
    notes = [words.AGE_EXPLAINED, words.unpriced(len(stock.unpriced))]
    said = [paragraph(note, WIDTH, kind.small) for note in notes if note]
    return Section([section_heading(words.STORES, WIDTH, kind), block, *said])
