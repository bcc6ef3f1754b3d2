"""Recomputing the cash boxes: every count against the running balance of its box, one session at a time."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.cash import counting
from daurulang.cash import service as cash
from daurulang.cash.model import Direction, OtherSide, cash_closing, cash_count, cash_movement, cash_opening
from daurulang.ledger.model import EntryKind
from daurulang.ledger.service import Money
from daurulang.quantities import MAX_RUPIAH
from daurulang.verification.problems import Found, ProblemKind
from daurulang.verification.streams import Checks, EntryRow, Row, Side, Streams

CASH_KINDS = (EntryKind.CASH_OPENING, EntryKind.CASH_MOVEMENT, EntryKind.CASH_CLOSING)
# Acts over the counter, of members and of the plant.
_PAID = frozenset({EntryKind.DEPOSIT, EntryKind.PAYOUT, EntryKind.DEBT_REPAYMENT}) | {
    *(EntryKind.LOAD, EntryKind.SALE, EntryKind.BUYER_PAYMENT, EntryKind.EXPENSE)
}
_DIRECTIONS = {str(each): each for each in Direction}
_OTHER_SIDES = {str(each): each for each in OtherSide}
_COUNTED = counting.COLUMNS.index("counted_rupiah")
_COLUMNS = dict(zip(CASH_KINDS, (cash.OPENING_COLUMNS, cash.MOVEMENT_COLUMNS, cash.CLOSING_COLUMNS), strict=True))


class CashCheck:
    """Follows every box through the entries; `boxes` are the cash accounts by the id of their counter, `imports` says
    what came from an old book.
    """

    def __init__(self, streams: Streams, boxes: Mapping[int, int], imports: Side, found: Found) -> None:
        tables = (cash_opening, cash_movement, cash_closing)
        self.checks: Checks = {
            str(kind): (streams.side_of(table, _COLUMNS[kind]), self._act)
            for kind, table in zip(CASH_KINDS, tables, strict=True)
        }
        self._boxes, self._imports = boxes, imports
        self._found = found
        self._counts = self._kept_counts(streams.connection)
        self._rupiah = dict.fromkeys(boxes.values(), 0)
        # The entry that opened the session of a counter, None while it is closed; nothing before the first.
        self._sessions: dict[int, int | None] = {}

    def _act(self, entry: EntryRow, row: Row, money: list[Row], mass: list[Row], number: str) -> None:
        """One act at a box, before its money is moved."""
        kind, counter_id = EntryKind(entry.kind), entry.counter_id
        imported = self._imports.take_one(entry.id) if kind is EntryKind.CASH_MOVEMENT else None
        head = dict(zip(_COLUMNS[kind], row, strict=True))
        counts = self._counts.get(head["opening_id"], ()) if kind is EntryKind.CASH_CLOSING else ()
        if cash.document_hash(row, counts, imported) != entry.document_hash:
            self._found(ProblemKind.DOCUMENT_CHANGED, number)
        box = self._boxes.get(counter_id, 0)
        first = counter_id not in self._sessions
        wanted = _moved(box, head) if kind is EntryKind.CASH_MOVEMENT else _found(box, head, len(money), first=first)
        if kind is not EntryKind.CASH_MOVEMENT and head["expected_rupiah"] != self._rupiah.get(box):
            self._found(ProblemKind.CASH_DIFFERS, number)
        if wanted is None or [each[1:] for each in money] != [_sides_of(each) for each in wanted]:
            self._found(ProblemKind.MONEY_DIFFERS, number)
        if mass:
            self._found(ProblemKind.GOODS_DIFFER, number)
        if imported is None and not self._follows(kind, entry.id, counter_id, head):
            self._found(ProblemKind.CASH_SESSION_WRONG, number)
        if counts and counts[0][_COUNTED] != head["counted_rupiah"]:
            self._found(ProblemKind.COUNT_DIFFERS, number)

    def move(self, entry: EntryRow, money: Sequence[Row], number: str) -> None:
        """What an entry puts into boxes or takes out of them."""
        in_boxes = self._rupiah
        for _position, debit, credit, rupiah in money:
            if debit in in_boxes:
                in_boxes[debit] += rupiah
            elif credit in in_boxes:
                in_boxes[credit] -= rupiah
            else:
                continue
            if entry.kind in _PAID and self._sessions.get(entry.counter_id, 0) is None:
                self._found(ProblemKind.CASH_SESSION_WRONG, number)

    def _kept_counts(self, connection: Connection) -> dict[int, list[Row]]:
        """What was counted in each session before its difference was shown, the first count first."""
        found: dict[int, list[Row]] = {}
        columns = (cash_count.c[name] for name in ("id", "opening_id", *counting.COLUMNS))
        for count_id, opening_id, *row in connection.execute(sa.select(*columns).order_by(cash_count.c.id)):
            if _counted(row[-1]) != row[_COUNTED]:
                self._found(ProblemKind.COUNT_DIFFERS, f"cash_count {count_id}")
            found.setdefault(opening_id, []).append(tuple(row))
        return found

    def _follows(self, kind: EntryKind, entry_id: int, counter_id: int, head: Mapping[str, Any]) -> bool:
        """Whether an act belongs to the session that is open, or opens one where none is."""
        session = self._sessions.get(counter_id)
        match kind:
            case EntryKind.CASH_OPENING:
                self._sessions[counter_id] = entry_id
                return session is None and bool(head["counter_id"] == counter_id)
            case EntryKind.CASH_CLOSING:
                self._sessions[counter_id] = None
                same = (session, _counted(head["denominations"])) == (head["opening_id"], head["counted_rupiah"])
                return bool(same)
            case _:
                return session is not None


def _sides_of(money: Money) -> tuple[int, int, int]:
    return (money.debit_account_id, money.credit_account_id, money.rupiah)


def _moved(box: int, head: Mapping[str, Any]) -> list[Money] | None:
    """The transfer of cash that was moved; None for codes that are none."""
    direction, other_side = _DIRECTIONS.get(head["direction"]), _OTHER_SIDES.get(head["other_side"])
    return None if direction is None or other_side is None else cash.moved(box, direction, other_side, head["rupiah"])


def _found(box: int, head: Mapping[str, Any], count: int, *, first: bool) -> list[Money] | None:
    """The transfers of a difference; None where that would be others than there are, so many that none are made."""
    difference = head["counted_rupiah"] - head["expected_rupiah"]
    return None if -(-abs(difference) // MAX_RUPIAH) != count else cash.found(box, difference, first=first)


def _counted(denominations: str) -> int:
    """The sum of what was counted; -1 where that cannot be read."""
    try:
        pieces = json.loads(denominations)
        return sum(int(value) * int(count) for value, count in pieces.items())
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        return -1
