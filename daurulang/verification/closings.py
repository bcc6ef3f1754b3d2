"""Closed days and months, and what was opened again: each is an entry of the chain, its report is the signed one, and
the page of a day says what the journal says.

Those of older books are no entries. Their reports have a hash of their own, and the first closing that is an entry
stands for all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.closings.day import thawed_page
from daurulang.closings.day_page import DayPage
from daurulang.closings.entries import COLUMNS, closings, document_hash, inherited_hash
from daurulang.closings.model import day_closing, month_closing
from daurulang.closings.queries import thawed
from daurulang.corrections.model import reversal
from daurulang.database import Flag
from daurulang.ledger.model import EntryKind, counter, entry
from daurulang.ledger.service import digest
from daurulang.verification.day_figures import DayFigures
from daurulang.verification.problems import Found, ProblemKind
from daurulang.verification.streams import Checks, EntryRow, Row, Side

_Kept = TypeVar("_Kept")
_original, _own, _archive = entry.alias("original"), counter.alias("own"), counter.alias("archive")
_OF_OLD_BOOKS = (
    sa.select(reversal.c.entry_id)
    .join(_original, _original.c.id == reversal.c.original_id)
    .join(_archive, sa.and_(_archive.c.id == _original.c.counter_id, _archive.c.archive == sa.literal(1, Flag)))
    .join(entry, entry.c.id == reversal.c.entry_id)
    .join(_own, sa.and_(_own.c.id == entry.c.counter_id, _own.c.archive == sa.literal(0, Flag)))
)


@dataclass(slots=True)
class _Page:
    """The page of a day that is no entry: it was made when the last of the entries it names had been posted."""

    page: DayPage
    ahead: set[str]


class ClosingsCheck:
    """Reads every closing at once, there are few; each is checked when its entry comes by.

    `boxes` are the cash accounts of all counters, `codes` name those that somebody stands at; `heads` tells the number
    and the hash of the last entry of every counter before the one that is checked.
    """

    def __init__(
        self,
        connection: Connection,
        boxes: Mapping[int, int],
        codes: Mapping[int, str],
        heads: Callable[[], Mapping[str, str]],
        found: Found,
    ) -> None:
        self._heads, self._found = heads, found
        self._figures = DayFigures(boxes, codes, set(connection.scalars(_OF_OLD_BOOKS)))
        self._inherited = inherited_hash(connection)
        self.checks: Checks = {
            kind: (
                Side(iter(sorted(tuple(row) for row in closings(connection, kind) if row[0] is not None))),
                self._closing,
            )
            for kind in COLUMNS
        }
        self._pages: dict[int, DayPage] = {}
        self._stated: dict[str, set[str]] = {}
        self._ahead: dict[str, list[_Page]] = {}
        self._read_months(connection)
        self._read_days(connection)

    def _closing(self, entry: EntryRow, row: Row, money: list[Row], mass: list[Row], number: str) -> None:
        """One closing or reopening."""
        if document_hash(row, self._inherited) != entry.document_hash:
            self._found(ProblemKind.DOCUMENT_CHANGED, number)
        self._inherited = ""
        if money:
            self._found(ProblemKind.MONEY_DIFFERS, number)
        if mass:
            self._found(ProblemKind.GOODS_DIFFER, number)
        page = self._pages.get(entry.id)
        if page is not None:
            same = self._heads() == {head.number: head.hash for head in page.heads}
            self._compare(page, same=same, with_old=True)

    def move(self, entry: EntryRow, money: Sequence[Row], mass: Sequence[Row], number: str) -> None:
        """One entry, behind its check: what it adds to its day, and whether a page names it."""
        self._figures.move(entry, money, mass)
        if number not in self._stated:
            return
        if self._stated.pop(number) != {entry.hash}:
            self._found(ProblemKind.CLOSING_DIFFERS, number)
        for each in self._ahead.pop(number, ()):
            each.ahead.discard(number)
            if not each.ahead:
                self._compare(each.page)

    def finish(self) -> None:
        """What was on a page and did not come by is gone."""
        for number in self._stated:
            self._found(ProblemKind.CLOSING_DIFFERS, number)

    def _compare(self, page: DayPage, *, same: bool = True, with_old: bool = False) -> None:
        if not (self._figures.agree(page, with_old=with_old) and same):
            self._found(ProblemKind.CLOSING_DIFFERS, page.day.isoformat())

    def _read_months(self, connection: Connection) -> None:
        columns = (month_closing.c.month, month_closing.c.report, month_closing.c.report_hash)
        for month, report, stated_hash in connection.execute(sa.select(*columns).order_by(month_closing.c.id)):
            if digest(report) != stated_hash or _read(thawed, report) is None:
                self._found(ProblemKind.CLOSING_CHANGED, month)

    def _read_days(self, connection: Connection) -> None:
        columns = (*(day_closing.c[name] for name in ("entry_id", "at_ms", "report", "report_hash")),)
        query = sa.select(sa.type_coerce(day_closing.c.day, sa.Text), *columns).order_by(day_closing.c.id)
        for day, entry_id, at_ms, report, stated_hash in connection.execute(query):
            page = _read(thawed_page, report)
            if digest(report) != stated_hash or page is None:
                self._found(ProblemKind.CLOSING_CHANGED, day)
                continue
            if (page.day.isoformat(), page.at_ms) != (day, at_ms):
                self._found(ProblemKind.CLOSING_DIFFERS, day)
            for head in page.heads:
                self._stated.setdefault(head.number, set()).add(head.hash)
            self._await(page, entry_id)

    def _await(self, page: DayPage, entry_id: int | None) -> None:
        """The page is compared at its own entry, or at the last of those it names."""
        if entry_id is not None:
            self._pages[entry_id] = page
            return
        waiting = _Page(page, {head.number for head in page.heads})
        for number in waiting.ahead:
            self._ahead.setdefault(number, []).append(waiting)
        if not waiting.ahead:
            self._compare(page)


def _side_of(connection: Connection, kind: EntryKind) -> Side:
    """The closings of a kind that are entries."""
    return Side(iter(sorted(tuple(row) for row in closings(connection, kind) if row[0] is not None)))


def _read(thaw: Callable[[str], _Kept], report: str) -> _Kept | None:
    """What a closing keeps; None where that is no such report."""
    import msgspec

    try:
        return thaw(report)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
