"""The cash box of a counter: opened with a count, moved into and out of, closed by a blind count.

What a count finds too much or too little is posted at once, never hidden: for the first session of a counter out of
its opening balance, later as a cash difference with a reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang import periods
from daurulang.cash.counting import denominations, keep_count, kept_rows
from daurulang.cash.model import Direction, OtherSide, cash_closing, cash_movement, cash_opening
from daurulang.cash.queries import CashSession, cash_rupiah, last_session, require_cash
from daurulang.centre.model import centre
from daurulang.database import Database, values_of
from daurulang.errors import (
    BadDay,
    BadNumber,
    CashDiffers,
    CashSessionOpen,
    DayClosed,
    FieldTooLong,
    MonthClosed,
    NoCashSession,
    NotSetUp,
    ReasonTooShort,
)
from daurulang.ledger.model import CLOSING_KINDS, EntryKind, SystemAccount, counter, entry
from daurulang.ledger.service import Act, Desk, Form, Money, canonical, digest, form_of, post, save_once
from daurulang.members.visit import COUNTER_NAMES, Heading
from daurulang.quantities import MAX_RUPIAH
from daurulang.staff.model import staff

DENOMINATIONS = (100_000, 75_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100)
MOST_PIECES = 100_000
LEAST_REASON, REASON_LIMIT = 3, 200

# What enters the document's hash, in this order, for good.
OPENING_COLUMNS = ("counter_id", "expected_rupiah", "counted_rupiah", "reason")
MOVEMENT_COLUMNS = ("direction", "other_side", "rupiah", "reason")
CLOSING_COLUMNS = ("opening_id", "expected_rupiah", "counted_rupiah", "denominations", "reason")


@dataclass(frozen=True, slots=True)
class OpeningDraft:
    """What lies in the box when a session begins. `expected_rupiah` is what was shown after the count, None before."""

    form_key: str
    counted_rupiah: int
    reason: str = ""
    expected_rupiah: int | None = None


@dataclass(frozen=True, slots=True)
class MovementDraft:
    """Cash that goes into the box or out of it, from or to the bank or whoever runs the centre, and why."""

    form_key: str
    direction: Direction
    other_side: OtherSide
    rupiah: int
    reason: str


@dataclass(frozen=True, slots=True)
class ClosingDraft:
    """How many of each note and coin were counted, as (denomination, pieces). `expected_rupiah` is what was shown
    after the count, None before.
    """

    form_key: str
    pieces: tuple[tuple[int, int], ...]
    reason: str = ""
    expected_rupiah: int | None = None


def open_session(db: Database, desk: Desk, draft: OpeningDraft, day: date | None = None) -> int:
    """Open the box and return the entry's id; saving the same form again returns the first.

    Raises `BadNumber`, `CashSessionOpen`, `BadDay`, `NotSetUp`, `CashDiffers` where a count of a later session differs
    from the book and that was not shown before, then `ReasonTooShort` and `FieldTooLong`; and what `save_once` raises.
    """
    _check_amount(draft.counted_rupiah, least=0)
    form = form_of(draft.form_key, draft, day)

    def act(connection: Connection) -> int:
        box = _box(connection, desk)
        session = last_session(connection, desk.counter_id)
        if session is not None and not session.closed:
            raise CashSessionOpen(box.heading.counter, session.day)
        expected = cash_rupiah(connection, box.cash_account_id)
        first = session is None
        reason = _reason_of(draft, expected, draft.counted_rupiah, asked=not first)
        row = {
            "counter_id": desk.counter_id,
            "expected_rupiah": expected,
            "counted_rupiah": draft.counted_rupiah,
            "reason": reason,
        }
        document = document_hash([row[name] for name in OPENING_COLUMNS])
        money = found(box.cash_account_id, draft.counted_rupiah - expected, first=first)
        entry_id = _post(connection, EntryKind.CASH_OPENING, form, desk, box, box.day_of(day), document, money)
        connection.execute(sa.insert(cash_opening), {"entry_id": entry_id, **row})
        return entry_id

    return save_once(db, form, act)


def move_cash(db: Database, desk: Desk, draft: MovementDraft, day: date | None = None) -> int:
    """Post cash that went in or out and return the entry's id; saving the same form again returns the first.

    Raises `BadNumber`, `ReasonTooShort`, `FieldTooLong`, `NoCashSession`, `CashTooLittle`, `BadDay`, `NotSetUp`, and
    what `save_once` raises.
    """
    _check_amount(draft.rupiah, least=1)
    row = {
        "direction": draft.direction,
        "other_side": draft.other_side,
        "rupiah": draft.rupiah,
        "reason": checked_reason(draft.reason),
    }
    form = form_of(draft.form_key, draft, day)

    def act(connection: Connection) -> int:
        box = _box(connection, desk)
        _open_session(connection, desk)
        document = document_hash([row[name] for name in MOVEMENT_COLUMNS])
        money = moved(box.cash_account_id, draft.direction, draft.other_side, draft.rupiah)
        entry_id = _post(connection, EntryKind.CASH_MOVEMENT, form, desk, box, box.day_of(day), document, money)
        if draft.direction is Direction.OUT:
            require_cash(connection, desk.counter_id)
        connection.execute(sa.insert(cash_movement), {"entry_id": entry_id, **row})
        return entry_id

    return save_once(db, form, act)


def close_session(db: Database, desk: Desk, draft: ClosingDraft) -> int:
    """Close the box and return the entry's id; saving the same form again returns the first.

    It belongs to the day of the session's last act, or to today once that day is closed, or where it is still to come
    because the machine's clock was wrong. Raises `BadNumber`, `NoCashSession`, `NotSetUp`, `CashDiffers` where the
    count differs and that was not shown before, then `ReasonTooShort` and `FieldTooLong`; `CountStands` where the box
    was counted otherwise before; and what `save_once` raises. The count is kept, whatever comes of it.
    """
    counted = counted_rupiah(draft.pieces)
    form = form_of(draft.form_key, draft)
    keep_count(db, desk, form.key, draft.pieces)

    def act(connection: Connection, *, today: bool) -> int:
        box = _box(connection, desk)
        session = _open_session(connection, desk)
        expected = cash_rupiah(connection, box.cash_account_id)
        row = {
            "opening_id": session.opening_id,
            "expected_rupiah": expected,
            "counted_rupiah": counted,
            "denominations": denominations(draft.pieces),
            "reason": _reason_of(draft, expected, counted, asked=True),
        }
        now = box.day_of(None)
        day = now if today else min(now, _last_day(connection, desk, session))
        counts = kept_rows(connection, session.opening_id)
        document = document_hash([row[name] for name in CLOSING_COLUMNS], counts)
        money = found(box.cash_account_id, counted - expected, first=False)
        entry_id = _post(connection, EntryKind.CASH_CLOSING, form, desk, box, day, document, money)
        connection.execute(sa.insert(cash_closing), {"entry_id": entry_id, **row})
        return entry_id

    try:
        return save_once(db, form, partial(act, today=False))
    except (DayClosed, MonthClosed):
        return save_once(db, form, partial(act, today=True))


def counted_rupiah(pieces: Sequence[tuple[int, int]]) -> int:
    """The sum of what was counted, as (denomination, pieces); raises `BadNumber`."""
    for value, count in pieces:
        if value not in DENOMINATIONS or not 0 <= count <= MOST_PIECES:
            raise BadNumber("negative" if count < 0 else "too_large", str(count))
    return sum(value * count for value, count in pieces)


def found(cash_account_id: int, rupiah: int, *, first: bool) -> list[Money]:
    """The transfer of what a count found more (or, negative, less) in a box than the book; none when they agree, and
    several where that is more than an amount can be.

    What the first count of a counter finds was there before the book.
    """
    other = int(SystemAccount.OPENING if first else SystemAccount.CASH_DIFFERENCE)
    debit, credit = (cash_account_id, other) if rupiah > 0 else (other, cash_account_id)
    whole = abs(rupiah)
    return [Money(debit, credit, min(MAX_RUPIAH, whole - start)) for start in range(0, whole, MAX_RUPIAH)]


def moved(cash_account_id: int, direction: Direction, other_side: OtherSide, rupiah: int) -> list[Money]:
    """The transfer of cash that went into a box or out of it."""
    other = int({OtherSide.BANK: SystemAccount.BANK, OtherSide.OWNER: SystemAccount.OWNER}[other_side])
    inwards = direction is Direction.IN
    return [Money(cash_account_id, other, rupiah) if inwards else Money(other, cash_account_id, rupiah)]


def document_hash(
    row: Sequence[object], counts: Sequence[Sequence[object]] = (), imported: Sequence[object] | None = None
) -> str:
    """The hash that stands in the entry for its row (`OPENING_COLUMNS`, `MOVEMENT_COLUMNS`, `CLOSING_COLUMNS`), of a
    closing for the `counts` that were kept before it (`counting.COLUMNS`), and for the old book that a movement came
    from (`IMPORT_COLUMNS`).
    """
    if imported is not None:
        return digest(canonical([list(row), list(imported)]))
    return digest(canonical([*row, [list(each) for each in counts]] if counts else list(row)))


def checked_reason(text: str) -> str:
    """A reason on one line; raises `ReasonTooShort`, `FieldTooLong`."""
    reason = " ".join(text.split())
    if len(reason) < LEAST_REASON:
        raise ReasonTooShort(LEAST_REASON)
    if len(reason) > REASON_LIMIT:
        raise FieldTooLong("reason", REASON_LIMIT)
    return reason


def _check_amount(rupiah: int, *, least: int) -> None:
    if rupiah < least:
        raise BadNumber("zero" if rupiah == 0 else "negative", str(rupiah))
    if rupiah > MAX_RUPIAH // 2:  # so that the difference to the book is an amount as well
        raise BadNumber("too_large", str(rupiah))


def _reason_of(draft: OpeningDraft | ClosingDraft, expected: int, counted: int, *, asked: bool) -> str:
    """Why a count differs: asked for only once it was counted and the difference was shown."""
    if counted == expected or not asked:
        return ""
    if draft.expected_rupiah != expected:
        raise CashDiffers(expected, counted)
    return checked_reason(draft.reason)


@dataclass(frozen=True, slots=True)
class _Box:
    """The box of a counter and the names of the moment."""

    heading: Heading
    cash_account_id: int

    def day_of(self, asked: date | None) -> date:
        today = periods.today(self.heading.zone)
        if asked is not None and asked > today:
            raise BadDay(asked)
        return asked or today


_BOX = (
    sa.select(*COUNTER_NAMES, counter.c.cash_account_id)
    .select_from(counter)
    .join(centre, centre.c.id == 1)
    .join(staff, staff.c.id == sa.bindparam("staff_id"))
    .where(counter.c.id == sa.bindparam("counter_id"))
)
_BOX_LOCKED = _BOX.with_for_update(of=counter)


def _box(connection: Connection, desk: Desk) -> _Box:
    """The box, with the counter locked: nothing moves in it until the act is over. Raises `NotSetUp`."""
    query = _BOX if connection.dialect.name == "sqlite" else _BOX_LOCKED
    row = connection.execute(query, {"counter_id": desk.counter_id, "staff_id": desk.staff_id}).one_or_none()
    if row is None:
        raise NotSetUp
    *names, cash_account_id = row
    (heading,) = values_of(Heading, [(*names, "", "", "")])  # nobody stands before the box
    return _Box(heading, cash_account_id)


def _open_session(connection: Connection, desk: Desk) -> CashSession:
    session = last_session(connection, desk.counter_id)
    if session is None or session.closed:
        raise NoCashSession
    return session


def _last_day(connection: Connection, desk: Desk, session: CashSession) -> date:
    """The last day that something was done on since the session was opened; closing a month meanwhile is not work."""
    at_counter = (entry.c.counter_id == desk.counter_id, entry.c.kind.not_in(CLOSING_KINDS))
    query = sa.select(sa.func.max(entry.c.day)).where(*at_counter, entry.c.sequence >= session.sequence)
    last: date = connection.execute(query).scalar_one()
    return last


def _post(
    connection: Connection,
    kind: EntryKind,
    form: Form,
    desk: Desk,
    box: _Box,
    day: date,
    document: str,
    money: Sequence[Money],
) -> int:
    heading: Mapping[str, str] = asdict(box.heading)
    return post(
        connection,
        Act(kind=kind, form=form, desk=desk, day=day, heading=heading, document_hash=document, money=money),
    )
