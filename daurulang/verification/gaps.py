"""Recomputing the numbers that were given up after a restore: each gap links the entries before it to those behind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import inf

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.ledger.gaps import HASHED_COLUMNS, Gap, gap_hash
from daurulang.ledger.model import number_gap
from daurulang.ledger.service import GENESIS_HASH, format_number
from daurulang.verification.problems import ProblemKind
from daurulang.verification.streams import Row


class GapsCheck:
    """Reads every gap at once, there are few; each is passed when the entries of its counter arrive at it."""

    def __init__(
        self, connection: Connection, codes: Mapping[int, str], found: Callable[[ProblemKind, str], None]
    ) -> None:
        self.passed: list[Gap] = []
        self._codes = codes
        self._found = found
        self._ahead: dict[int, list[Row]] = {}
        columns = (number_gap.c[name] for name in (*HASHED_COLUMNS, "hash"))
        query = sa.select(*columns).order_by(number_gap.c.counter_id, number_gap.c.from_sequence.desc())
        for row in connection.execute(query):
            self._ahead.setdefault(row[0], []).append(row)

    def passing(self, counter_id: int, last: tuple[int, str], coming: float = inf) -> tuple[int, str]:
        """The number and the hash that the entry with the number `coming` has to follow, where `last` was before."""
        ahead = self._ahead.get(counter_id)
        if not ahead:
            return last
        sequence, head = last
        while ahead and ahead[-1][1] <= sequence + 1:
            row, stated = tuple(ahead[-1][:-1]), ahead[-1][-1]
            gap = self._gap(row)
            if row[1] <= sequence:  # it lies where entries are
                self._found(ProblemKind.GAP_CHANGED, gap.numbers)
            elif row[2] < coming:
                self.passed.append(gap)
                if gap_hash(head, row) != stated:
                    self._found(ProblemKind.GAP_CHANGED, gap.numbers)
                sequence, head = row[2], stated
            else:
                break
            ahead.pop()
        return sequence, head

    def finish(self, last: dict[int, tuple[int, str]]) -> None:
        """Pass what was given up after the last entry of each counter; what is left over follows on nothing."""
        for counter_id, ahead in self._ahead.items():
            passed = self.passing(counter_id, last.get(counter_id, (0, GENESIS_HASH)))
            if passed[0]:
                last[counter_id] = passed
            for row in ahead:
                self._found(ProblemKind.GAP_CHANGED, self._gap(row[:-1]).numbers)

    def _gap(self, row: Row) -> Gap:
        counter_id, first, last, at_ms, reason = row
        code = self._codes.get(counter_id, "?")
        return Gap(format_number(code, first), format_number(code, last), at_ms, reason)
