"""Questions to the cash boxes: which session is open, what the book expects in a box, what was done lately."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.cash.model import Direction, OtherSide, cash_closing, cash_count, cash_movement, cash_opening
from daurulang.cash_errors import CashTooLittle
from daurulang.database import Database, values_of
from daurulang.errors import NoCashSession
from daurulang.ledger.model import EntryKind, counter, entry, money_transfer
from daurulang.ledger.queries import Counter, counters, credit_balance_rupiah
from daurulang.ledger.service import format_number
from daurulang.staff.model import staff


@dataclass(frozen=True, slots=True)
class CashSession:
    """A session of a counter by the entry that opened it: on which day, when and by whom. `closed` by a later count."""

    opening_id: int
    sequence: int
    day: date
    at_ms: int
    clerk: str
    closed: bool


@dataclass(frozen=True, slots=True)
class OpenBox:
    """A counter whose session is open, and since which day."""

    counter: str
    day: date


@dataclass(frozen=True, slots=True)
class CashAct:
    """One act at a box. `rupiah` went in or, negative, out; of a count it is the difference to the book that was found.

    `other_side` only where cash was moved.
    """

    entry_id: int
    number: str
    kind: EntryKind
    day: date
    at_ms: int
    clerk: str
    rupiah: int
    reason: str
    other_side: OtherSide | None


@dataclass(frozen=True, slots=True)
class KeptCount:
    """A count of an open session: when, by whom, and how many of each note and coin as (denomination, pieces)."""

    at_ms: int
    clerk: str
    counted_rupiah: int
    pieces: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class BoxState:
    """The last session of a counter (None before the first), and its newest acts. What is in the box is not told:
    it is counted first. `count` is the one that an open session is closed with, None while it was not counted.
    """

    session: CashSession | None
    acts: tuple[CashAct, ...]
    count: KeptCount | None = None

    @property
    def is_open(self) -> bool:
        """Whether cash may be paid."""
        return self.session is not None and not self.session.closed


_LAST_SESSION = (
    sa.select(
        cash_opening.c.entry_id,
        entry.c.sequence,
        entry.c.day,
        entry.c.at_ms,
        staff.c.name,
        cash_closing.c.entry_id.is_not(None),
    )
    .join(entry, entry.c.id == cash_opening.c.entry_id)
    .join(staff, staff.c.id == entry.c.staff_id)
    .outerjoin(cash_closing, cash_closing.c.opening_id == cash_opening.c.entry_id)
    .where(cash_opening.c.counter_id == sa.bindparam("counter_id"))
    .order_by(cash_opening.c.entry_id.desc())
    .limit(1)
)


def last_session(connection: Connection, counter_id: int) -> CashSession | None:
    """The newest session of a counter, None while it never had one."""
    row = connection.execute(_LAST_SESSION, {"counter_id": counter_id}).one_or_none()
    return None if row is None else CashSession(*row)


_COUNTS = (
    sa.select(cash_count.c.at_ms, staff.c.name, cash_count.c.counted_rupiah, cash_count.c.denominations)
    .join(staff, staff.c.id == cash_count.c.staff_id)
    .where(cash_count.c.opening_id == sa.bindparam("opening_id"))
    .order_by(cash_count.c.id)
)


def counts_of(connection: Connection, opening_id: int) -> tuple[KeptCount, ...]:
    """How a session was counted before its difference was shown: the first of them is what it is closed with."""
    return tuple(
        KeptCount(at_ms, clerk, counted, tuple((int(value), count) for value, count in json.loads(pieces).items()))
        for at_ms, clerk, counted, pieces in connection.execute(_COUNTS, {"opening_id": opening_id})
    )


_NEWEST = (
    sa.select(sa.func.max(cash_opening.c.entry_id))
    .where(cash_opening.c.counter_id == sa.bindparam("counter_id"))
    .scalar_subquery()
)
_CLOSED = sa.exists().where(cash_closing.c.opening_id == cash_opening.c.entry_id)
_INTO_BOX = sa.case(
    (money_transfer.c.debit_account_id == counter.c.cash_account_id, money_transfer.c.rupiah),
    (money_transfer.c.credit_account_id == counter.c.cash_account_id, -money_transfer.c.rupiah),
    else_=0,
)
_MOVED_SINCE = (
    sa.select(sa.func.coalesce(sa.func.sum(_INTO_BOX), 0))
    .where(money_transfer.c.entry_id > cash_opening.c.entry_id)
    .correlate(cash_opening, counter)
    .scalar_subquery()
)
_IS_CLOSED = sa.select(_CLOSED).where(cash_opening.c.entry_id == _NEWEST)
_BOX = (
    sa.select(_CLOSED.label("closed"), (cash_opening.c.counted_rupiah + _MOVED_SINCE).label("rupiah"))
    .join(counter, counter.c.id == cash_opening.c.counter_id)
    .where(cash_opening.c.entry_id == _NEWEST)
)


def require_session(connection: Connection, counter_id: int) -> None:
    """Raise `NoCashSession` where a counter that keeps a cash box has it closed.

    Asked after the act was posted: its counter is locked then, so that no count is finished in between.
    """
    if connection.scalar(_IS_CLOSED, {"counter_id": counter_id}):
        raise NoCashSession


def require_cash(connection: Connection, counter_id: int) -> None:
    """The same after an act that has paid cash, and raise `CashTooLittle` where a box that is kept did not hold it.

    What is in it is what was counted at its opening and what was moved since: the question grows with the session, not
    with the book.
    """
    box = connection.execute(_BOX, {"counter_id": counter_id}).one_or_none()
    if box is None:
        return
    if box.closed:
        raise NoCashSession
    if box.rupiah < 0:
        raise CashTooLittle


def cash_rupiah(connection: Connection, cash_account_id: int) -> int:
    """What the book expects in a box: debits less credits; below zero where cash was paid before the box was kept."""
    return -credit_balance_rupiah(connection, cash_account_id)


def open_boxes(connection: Connection) -> tuple[OpenBox, ...]:
    """Every counter whose session is open."""
    rows = connection.execute(
        sa.select(counter.c.name, entry.c.day)
        .select_from(cash_opening)
        .join(entry, entry.c.id == cash_opening.c.entry_id)
        .join(counter, counter.c.id == cash_opening.c.counter_id)
        .outerjoin(cash_closing, cash_closing.c.opening_id == cash_opening.c.entry_id)
        .where(cash_closing.c.entry_id.is_(None))
        .order_by(counter.c.id)
    )
    return values_of(OpenBox, rows)


_MOVED = sa.case((cash_movement.c.direction == Direction.IN, cash_movement.c.rupiah), else_=-cash_movement.c.rupiah)
_FOUND = (
    cash_opening.c.counted_rupiah - cash_opening.c.expected_rupiah,
    cash_closing.c.counted_rupiah - cash_closing.c.expected_rupiah,
)
# Beginning with the few rows of the box: a counter has a hundred times as many entries of members.
_AT_BOXES = sa.union_all(*(sa.select(table.c.entry_id) for table in (cash_opening, cash_movement, cash_closing)))
_AT_BOX = _AT_BOXES.subquery("at_box")
_ACTS = (
    sa.select(
        entry.c.id,
        counter.c.code,
        entry.c.sequence,
        entry.c.kind,
        entry.c.day,
        entry.c.at_ms,
        staff.c.name.label("clerk"),
        sa.func.coalesce(*_FOUND, _MOVED).label("rupiah"),
        sa.func.coalesce(cash_opening.c.reason, cash_closing.c.reason, cash_movement.c.reason).label("reason"),
        cash_movement.c.other_side,
    )
    .select_from(_AT_BOX)
    .join(entry, entry.c.id == _AT_BOX.c.entry_id)
    .join(counter, counter.c.id == entry.c.counter_id)
    .join(staff, staff.c.id == entry.c.staff_id)
    .outerjoin(cash_opening, cash_opening.c.entry_id == entry.c.id)
    .outerjoin(cash_closing, cash_closing.c.entry_id == entry.c.id)
    .outerjoin(cash_movement, cash_movement.c.entry_id == entry.c.id)
)
_NEWEST_ACTS = (
    _ACTS.where(entry.c.counter_id == sa.bindparam("counter_id"))
    .order_by(entry.c.id.desc())
    .limit(sa.bindparam("count"))
)


@dataclass(frozen=True, slots=True)
class Box:
    """A counter with its last session, None before the first; `rupiah` of a box that was counted and closed."""

    counter: Counter
    session: CashSession | None
    rupiah: int | None


def boxes(db: Database) -> tuple[Box, ...]:
    """The box of every counter, from one snapshot."""
    with db.reading() as connection:
        found = ((each, last_session(connection, each.id)) for each in counters(connection))
        return tuple(
            Box(each, session, cash_rupiah(connection, each.cash_account_id) if session and session.closed else None)
            for each, session in found
        )


def box_state(db: Database, counter_id: int, count: int = 50) -> BoxState:
    """The box of a counter with its newest acts, from one snapshot."""
    with db.reading() as connection:
        acts = _acts(connection.execute(_NEWEST_ACTS, {"counter_id": counter_id, "count": count}))
        session = last_session(connection, counter_id)
        counts = () if session is None or session.closed else counts_of(connection, session.opening_id)
        return BoxState(session, acts, counts[0] if counts else None)


def acts_between(connection: Connection, first: date, last: date, *only: sa.ColumnElement[bool]) -> tuple[CashAct, ...]:
    """What was done at all boxes on some days, in its order, or `only` some of it."""
    query = _ACTS.where(entry.c.day.between(first, last), *only)
    return _acts(connection.execute(query.order_by(entry.c.id)))


def _acts(rows: Iterable[Any]) -> tuple[CashAct, ...]:
    return tuple(
        CashAct(
            entry_id=row.id,
            number=format_number(row.code, row.sequence),
            kind=row.kind,
            day=row.day,
            at_ms=row.at_ms,
            clerk=row.clerk,
            rupiah=int(row.rupiah),
            reason=row.reason,
            other_side=row.other_side,
        )
        for row in rows
    )
