"""Recomputing the cash boxes: every count against the running balance of its box, one session at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.cash import service as cash
from daurulang.cash.model import Direction, OtherSide, cash_closing, cash_count, cash_movement, cash_opening
from daurulang.ledger.model import EntryKind
from daurulang.ledger.service import Money
from daurulang.verification.problems import ProblemKind
from daurulang.verification.streams import Row, Side, side_of

CASH_KINDS = (EntryKind.CASH_OPENING, EntryKind.CASH_MOVEMENT, EntryKind.CASH_CLOSING)
# Acts over the counter, of members and of the plant.
_PAID = frozenset({EntryKind.DEPOSIT, EntryKind.PAYOUT, EntryKind.DEBT_REPAYMENT}) | {
    *(EntryKind.LOAD, EntryKind.SALE, EntryKind.BUYER_PAYMENT, EntryKind.EXPENSE)
}
_COLUMNS = dict(zip(CASH_KINDS, (cash.OPENING_COLUMNS, cash.MOVEMENT_COLUMNS, cash.CLOSING_COLUMNS), strict=True))


class CashCheck:
    """Follows every box through the entries; `boxes` are the cash accounts by the id of their counter."""

    def __init__(self, connection: Connection, boxes: Mapping[int, int], found: Callable[[ProblemKind, str], None]):
        tables = (cash_opening, cash_movement, cash_closing)
        self.sides: dict[str, Side] = {
            str(kind): side_of(connection, table, _COLUMNS[kind])
            for kind, table in zip(CASH_KINDS, tables, strict=True)
        }
        self._boxes = boxes
        self._found = found
        self._counts = self._first_counts(connection)
        self._rupiah = dict.fromkeys(boxes.values(), 0)
        self._imported: Row | None = None
        # The entry that opened the session of a counter, None while it is closed; nothing before the first.
        self._sessions: dict[int, int | None] = {}

    def take(self, entry_id: int, imported: Sequence[Row]) -> dict[EntryKind, list[Row]]:
        """The rows of one entry by their kind, which `check` then looks at; `imported` says which old book it came
        from.
        """
        self._imported = imported[0] if imported else None
        return {kind: self.sides[kind].take(entry_id) for kind in CASH_KINDS}

    def check(
        self, entry_id: int, values: Mapping[str, Any], row: Row, transfers: tuple[list[Row], list[Row]], number: str
    ) -> None:
        """One act at a box, before its money is moved."""
        kind, counter_id = EntryKind(values["kind"]), values["counter_id"]
        if cash.document_hash(row, self._imported) != values["document_hash"]:
            self._found(ProblemKind.DOCUMENT_CHANGED, number)
        head = dict(zip(_COLUMNS[kind], row, strict=True))
        box = self._boxes.get(counter_id, 0)
        first = counter_id not in self._sessions
        if kind is EntryKind.CASH_MOVEMENT:
            money = cash.moved(box, Direction(head["direction"]), OtherSide(head["other_side"]), head["rupiah"])
        else:
            money = cash.found(box, head["counted_rupiah"] - head["expected_rupiah"], first=first)
            if head["expected_rupiah"] != self._rupiah.get(box):
                self._found(ProblemKind.CASH_DIFFERS, number)
        if [tuple(each[1:]) for each in transfers[0]] != [_sides_of(each) for each in money]:
            self._found(ProblemKind.MONEY_DIFFERS, number)
        if transfers[1]:
            self._found(ProblemKind.GOODS_DIFFER, number)
        if not self._follows(kind, entry_id, counter_id, head):
            self._found(ProblemKind.CASH_SESSION_WRONG, number)
        first_count = self._counts.get(head["opening_id"]) if kind is EntryKind.CASH_CLOSING else None
        if first_count not in {None, head.get("counted_rupiah")}:
            self._found(ProblemKind.COUNT_DIFFERS, number)

    def move(self, values: Mapping[str, Any], money: Sequence[Row], number: str) -> None:
        """What an entry puts into boxes or takes out of them."""
        for _position, debit, credit, rupiah in money:
            if debit in self._rupiah:
                self._rupiah[debit] += rupiah
            if credit in self._rupiah:
                self._rupiah[credit] -= rupiah
            paid = values["kind"] in _PAID and (debit in self._rupiah or credit in self._rupiah)
            if paid and self._sessions.get(values["counter_id"], 0) is None:
                self._found(ProblemKind.CASH_SESSION_WRONG, number)

    def _first_counts(self, connection: Connection) -> dict[int, int]:
        """What was counted first in each session that was counted before its difference was shown."""
        found: dict[int, int] = {}
        columns = (cash_count.c.id, cash_count.c.opening_id, cash_count.c.counted_rupiah, cash_count.c.denominations)
        for count_id, opening_id, counted, denominations in connection.execute(
            sa.select(*columns).order_by(cash_count.c.id)
        ):
            if _counted(denominations) != counted:
                self._found(ProblemKind.COUNT_DIFFERS, f"cash_count {count_id}")
            found.setdefault(opening_id, counted)
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
                return session is not None or self._imported is not None


def _sides_of(money: Money) -> tuple[int, int, int]:
    return (money.debit_account_id, money.credit_account_id, money.rupiah)


def _counted(denominations: str) -> int:
    """The sum of what was counted; -1 where that cannot be read."""
    try:
        pieces = json.loads(denominations)
        return sum(int(value) * int(count) for value, count in pieces.items())
    except (ValueError, TypeError, AttributeError):
        return -1
