"""Closed days and months, and what was opened again: each is an entry of the chain, its report is the signed one, and
the page of a day says what the journal says.

Those of older books are no entries. Their reports have a hash of their own, and the first closing that is an entry
stands for all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.closings.day import thawed_page
from daurulang.closings.day_page import DayPage
from daurulang.closings.entries import COLUMNS, closings, document_hash, inherited_hash
from daurulang.closings.model import day_closing, month_closing
from daurulang.closings.queries import thawed
from daurulang.ledger.model import EntryKind
from daurulang.ledger.service import digest
from daurulang.verification.day_figures import DayFigures
from daurulang.verification.problems import ProblemKind
from daurulang.verification.streams import Row

_Kept = TypeVar("_Kept")


@dataclass(slots=True)
class _Page:
    """The page of a day that is no entry: it was made when the last of the entries it names had been posted."""

    page: DayPage
    ahead: set[str]


class ClosingsCheck:
    """Reads every closing at once, there are few; each is checked when its entry comes by. `boxes` are the cash
    accounts of all counters, `codes` name those that somebody stands at.
    """

    def __init__(
        self,
        connection: Connection,
        boxes: Mapping[int, int],
        codes: Mapping[int, str],
        found: Callable[[ProblemKind, str], None],
    ) -> None:
        self._found = found
        self._figures = DayFigures(boxes, codes)
        self._inherited = inherited_hash(connection)
        self._rows: dict[int, list[tuple[EntryKind, Row]]] = {}
        for kind in COLUMNS:
            for entry_id, *row in closings(connection, kind):
                if entry_id is not None:
                    self._rows.setdefault(entry_id, []).append((kind, row))
        self._pages: dict[int, DayPage] = {}
        self._stated: dict[str, set[str]] = {}
        self._ahead: dict[str, list[_Page]] = {}
        self._read_months(connection)
        self._read_days(connection)

    def take(self, entry_id: int) -> list[tuple[EntryKind, Row]]:
        """The closings that an entry is: none of most, one of some."""
        return self._rows.pop(entry_id, [])

    def check(
        self,
        entry_id: int,
        values: Mapping[str, Any],
        row: Row,
        transfers: tuple[list[Row], list[Row]],
        last: Mapping[str, str],
        number: str,
    ) -> None:
        """One closing or reopening; `last` has the number and the hash of the entry before it at every counter."""
        if document_hash(row, self._inherited) != values["document_hash"]:
            self._found(ProblemKind.DOCUMENT_CHANGED, number)
        self._inherited = ""
        for moved, kind in zip(transfers, (ProblemKind.MONEY_DIFFERS, ProblemKind.GOODS_DIFFER), strict=True):
            if moved:
                self._found(kind, number)
        page = self._pages.get(entry_id)
        if page is not None:
            self._compare(page, same=dict(last) == {head.number: head.hash for head in page.heads})

    def move(
        self,
        values: Mapping[str, Any],
        money: Sequence[Row],
        mass: Sequence[Row],
        owed_rupiah: int,
        named: tuple[str, str],
    ) -> None:
        """One entry, behind its check: what it adds to its day, and whether a page has `named` (number and hash) it."""
        head = (values["counter_id"], values["day"], values["kind"], values["sequence"])
        self._figures.move(head, money, mass, owed_rupiah)
        number, stated_hash = named
        if number not in self._stated:
            return
        if self._stated.pop(number) != {stated_hash}:
            self._found(ProblemKind.CLOSING_DIFFERS, number)
        for each in self._ahead.pop(number, ()):
            each.ahead.discard(number)
            if not each.ahead:
                self._compare(each.page)

    def finish(self) -> None:
        """What was on a page and did not come by is gone, as is the entry of a closing."""
        for number in self._stated:
            self._found(ProblemKind.CLOSING_DIFFERS, number)
        for entry_id, rows in self._rows.items():
            for kind, _ in rows:
                self._found(ProblemKind.DOCUMENT_WITHOUT_ENTRY, f"{kind} {entry_id}")

    def _compare(self, page: DayPage, *, same: bool = True) -> None:
        if not (self._figures.agree(page) and same):
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


def _read(thaw: Callable[[str], _Kept], report: str) -> _Kept | None:
    """What a closing keeps; None where that is no such report."""
    import msgspec

    try:
        return thaw(report)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
