"""The sheet that the stock is counted with: filled in by hand in the store, then typed in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import accumulate, groupby
from pathlib import Path

from daurulang.centre.queries import Centre
from daurulang.documents import wording
from daurulang.documents.a4 import (
    MARGIN,
    SHORT_SIDE,
    Report,
    Section,
    Style,
    paragraph,
    report_pdf,
    section_heading,
    style,
)
from daurulang.documents.file import write_whole
from daurulang.documents.sheet import GREY, PALE, Align, Block, Cell, Fill
from daurulang.documents.table import PADDING, Column, Table
from daurulang.periods import long_day
from daurulang.quantities import Condition, format_amount_of
from daurulang.stocktakes.queries import GoodsToCount

WIDTH = SHORT_SIDE - 2 * MARGIN
NUMBER, CODE, UNIT, REMARK = 24.0, 46.0, 32.0, 104.0
COUNT, NARROW_COUNT = 74.0, 60.0
ROW_HEIGHT = 21.0


def write_count_sheet(
    rows: Sequence[GoodsToCount],
    letterhead: Centre,
    path: Path,
    *,
    store: str,
    place: str,
    day: date,
    expected: bool = False,
) -> None:
    """Write the sheet's PDF in the order of the rows, wholly or not at all; raises `FileNotWritten`.

    Without what is `expected` by the book nobody counts towards it.
    """
    kind = style()
    subtitle = f"{store} · {long_day(day)}"
    signers = (wording.COUNTED_BY, wording.WITNESSED_BY)
    edge = Report(wording.COUNT_TITLE, subtitle, letterhead, place, day, "", signers)
    opening = Section([_times(kind), paragraph(wording.HOW_TO_COUNT, WIDTH, kind.small)])
    sections, first = [], 1
    for _, own in groupby(rows, key=lambda row: row.material.dlh_category):
        printed = list(own)
        sections.append(_category(printed, first, kind, expected=expected))
        first += len(printed)
    empty = Section([paragraph(wording.NO_MATERIALS, WIDTH, kind.body)])
    write_whole(path, report_pdf(edge, [opening, *(sections or [empty])]))


def _category(rows: Sequence[GoodsToCount], first: int, kind: Style, *, expected: bool) -> Section:
    """The rows of one category, numbered from `first`."""
    counts, width = [wording.FIRST_COUNT, wording.SECOND_COUNT], NARROW_COUNT if expected else COUNT
    by_the_book = [Column(wording.BY_THE_BOOK, width, Align.RIGHT)] if expected else []
    name = WIDTH - NUMBER - CODE - UNIT - REMARK - width * (len(counts) + len(by_the_book))
    table = Table(
        (
            Column(wording.NUMBER, NUMBER),
            Column(wording.CODE, CODE),
            Column(wording.MATERIAL, name),
            Column(wording.UNIT, UNIT),
            *by_the_book,
            *(Column(each, width) for each in counts),
            Column(wording.REMARK, REMARK),
        ),
        kind.label,
        kind.body,
        kind.strong,
    )
    printed = [_row(table, number, row, kind, expected=expected) for number, row in enumerate(rows, first)]
    title = wording.DLH_CATEGORIES[rows[0].material.dlh_category]
    return Section([section_heading(title, WIDTH, kind)], [table.head()], printed)


def _row(table: Table, number: int, row: GoodsToCount, kind: Style, *, expected: bool) -> Block:
    """A row between thin lines, high enough to write into."""
    good = row.material
    by_the_book = [format_amount_of(row.quantity, good.unit)] if expected else []
    condition = "" if row.condition is Condition.CLEAN else f" · {wording.CONDITIONS[row.condition]}"
    texts = [str(number), good.code, good.name + condition, good.unit.value, *by_the_book]
    block, x = Block(table.width), 0.0
    block.gap((ROW_HEIGHT - kind.body.leading) / 2)
    cells = []
    for column, text in zip(table.columns, texts, strict=False):
        cells.append(Cell(text, kind.body, x + PADDING, column.width - 2 * PADDING, column.align))
        x += column.width
    block.row(*cells)
    block.gap((ROW_HEIGHT - kind.body.leading) / 2)
    edges = [0.0, *accumulate(column.width for column in table.columns)]
    block.fills += [Fill(edge - (0.5 if edge else 0), 0, 0.5, block.height, PALE) for edge in edges]
    block.fills.append(Fill(0, block.height - 0.5, table.width, 0.5, GREY))
    return block


def _times(kind: Style) -> Block:
    """When the count began and ended, to be written in."""
    block = Block(WIDTH)
    dots = "." * 26
    texts = (f"{wording.COUNT_STARTED} {dots}", f"{wording.COUNT_ENDED} {dots}")
    block.row(*(Cell(text, kind.body, number * WIDTH / 2, WIDTH / 2) for number, text in enumerate(texts)))
    return block
