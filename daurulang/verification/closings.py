"""Closed months and days: that their reports are the signed ones, and that the heads of the chains printed at the end
of each closed day are still those of the book.
"""

from __future__ import annotations

import json
from collections.abc import Callable

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.closings.model import day_closing, month_closing
from daurulang.ledger.service import digest
from daurulang.verification.problems import ProblemKind


class ClosingsCheck:
    """Reads every closing at once; the entries that pages name are checked as they come by."""

    def __init__(self, connection: Connection, found: Callable[[ProblemKind, str], None]) -> None:
        self._found = found
        self._stated: dict[str, set[str]] = {}
        months = sa.select(month_closing.c.month, month_closing.c.report, month_closing.c.report_hash)
        days = sa.select(sa.type_coerce(day_closing.c.day, sa.Text), day_closing.c.report, day_closing.c.report_hash)
        for name, report, stated_hash in (*connection.execute(months), *connection.execute(days)):
            if digest(report) != stated_hash:
                found(ProblemKind.CLOSING_CHANGED, name)
            else:
                for head in json.loads(report).get("heads", ()):
                    self._stated.setdefault(head["number"], set()).add(head["hash"])

    def entry(self, number: str, stated_hash: str) -> None:
        """An entry with its number and its hash."""
        if self._stated.pop(number, {stated_hash}) != {stated_hash}:
            self._found(ProblemKind.CLOSING_DIFFERS, number)

    def finish(self) -> None:
        """What was on a page and did not come by is gone."""
        for number in self._stated:
            self._found(ProblemKind.CLOSING_DIFFERS, number)
