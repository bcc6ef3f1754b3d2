"""Any list that is shown, as a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from daurulang.documents.workbook import HEAD, TITLE, Kind, Progress, Value, Workbook, body
from daurulang.documents.workbook_table import HEAD_ROW, Column
from daurulang.documents.workbook_wording import LIST
from daurulang.exchange.workbook import counted


def write_list(
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Value]],
    path: Path,
    *,
    day: date,
    total: int = 0,
    progress: Progress | None = None,
) -> None:
    """Write the rows below `title` and the heads of `columns`, whose kinds say what the values are: text, whole
    numbers, rupiah, thousandths (grams or millilitres, shown as kilograms or litres), days. `day` stands in the file's
    properties; `total` is how many rows `progress` is told of. Raises `FileNotWritten`.
    """
    with Workbook(title, day) as book:
        sheet = book.sheet(LIST, [column.width for column in columns], frozen_rows=HEAD_ROW)
        sheet.footer(title)
        sheet.add((TITLE, title), height=24)
        sheet.add()
        sheet.add(*((HEAD, column.title) for column in columns), height=32)
        looks = [body(column.kind, shrink=column.kind is Kind.TEXT) for column in columns]
        sheet.add_all(looks, counted(rows, total, progress))
        sheet.filter(HEAD_ROW, max(sheet.row, HEAD_ROW + 1))
        book.save(path)
