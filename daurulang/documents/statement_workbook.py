"""A member's statement as a workbook: the balance is calculated from line to line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from daurulang.documents import wording
from daurulang.documents import workbook_wording as words
from daurulang.documents.statement import particulars
from daurulang.documents.workbook import Formula, Kind, Value, Workbook
from daurulang.documents.workbook_table import HEAD_ROW, Column, table_sheet
from daurulang.quantities import format_rupiah
from daurulang.reports.statement import Statement

_COLUMNS: Final = (
    Column(wording.DAY, Kind.DAY, 12),
    Column(words.RECEIPT, width=13, shrink=True),
    Column(wording.PARTICULARS, width=56, wrap=True),
    Column(wording.IN, Kind.WHOLE, 16, summed=True),
    Column(wording.OUT, Kind.WHOLE, 16, summed=True),
    Column(wording.BALANCE_COLUMN, Kind.WHOLE, 17, latest=True),
)


def write_statement_workbook(statement: Statement, path: Path) -> None:
    """Write the statement; raises `FileNotWritten`."""
    title = f"{words.STATEMENT} {statement.member_number} {statement.member_name}"
    with Workbook(title, statement.period.last) as book:
        nothing = "" if statement.movements else wording.NO_MOVEMENT
        debt = f"{wording.CLOSING_DEBT} {format_rupiah(statement.debt_rupiah)}" if statement.debt_rupiah else ""
        note = " · ".join(filter(None, (statement.period.title, statement.member_place, nothing, debt)))
        table_sheet(book, words.MOVEMENTS, title, _COLUMNS, _rows(statement), footer=title, note=note)
        book.save(path)


def _rows(statement: Statement) -> Iterator[Sequence[Value]]:
    yield statement.period.first, "", wording.OPENING_BALANCE, None, None, statement.opening_rupiah
    for row, each in enumerate(statement.movements, HEAD_ROW + 2):
        balance = Formula(f"F{row - 1}+D{row}-E{row}", each.balance_rupiah)
        yield each.day, each.number, particulars(each), each.in_rupiah or None, each.out_rupiah or None, balance
