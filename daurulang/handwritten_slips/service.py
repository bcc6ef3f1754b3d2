"""Entering what was written by hand: on its own day while that is open, and each number once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError

from daurulang.errors import BadDay, FieldTooLong
from daurulang.handwritten_slips.model import LONGEST_NUMBER, handwritten_slip
from daurulang.ledger.model import counter, entry
from daurulang.ledger.open_days import is_open
from daurulang.ledger.service import format_number
from daurulang.members.visit import Visit
from daurulang.slip_errors import SlipEnteredBefore, SlipNumberMissing, SlipTooOld

MOST_DAYS_LATE = 366
"""A slip a year old is still found in its book; older ones are taken over as an old book."""

# What enters the document's hash behind everything else, in this order, for good.
COLUMNS = ("number", "day")


@dataclass(frozen=True, slots=True)
class Slip:
    """What stands on a slip that was written by hand: its own number, and its day."""

    number: str
    day: date


@dataclass(frozen=True, slots=True)
class Days:
    """`rules` is the day whose prices and rules hold, `booked` the one that the entry is of."""

    rules: date
    booked: date


def tidy(number: str) -> str:
    """The number as it is kept: single blanks, capitals; "a-017 " is the slip A-017."""
    return " ".join(number.split()).upper()


def row_of(slip: Slip | None) -> tuple[str, date] | None:
    """The values of `COLUMNS`; None without a slip."""
    return None if slip is None else (tidy(slip.number), slip.day)


def check(slip: Slip, today: date) -> None:
    """Raise `SlipNumberMissing`, `FieldTooLong`, `BadDay` (it is still to come) or `SlipTooOld`."""
    if not tidy(slip.number):
        raise SlipNumberMissing
    if len(tidy(slip.number)) > LONGEST_NUMBER:
        raise FieldTooLong("slip_number", LONGEST_NUMBER)
    if slip.day > today:
        raise BadDay(slip.day)
    first = today - timedelta(days=MOST_DAYS_LATE)
    if slip.day < first:
        raise SlipTooOld(first)


def days_of(connection: Connection, visit: Visit, slip: Slip | None, asked: date | None) -> Days:
    """A slip is booked on its own day while that takes entries, all else on the day `asked` for (None: today).

    Raises `BadDay`, and what `check` raises.
    """
    day = visit.day_of(asked)
    if slip is None:
        return Days(day, day)
    check(slip, visit.day_of(None))
    return Days(slip.day, slip.day if is_open(connection, slip.day) else day)


_NEWEST = (
    sa.select(counter.c.code, entry.c.sequence)
    .select_from(handwritten_slip)
    .join(entry, entry.c.id == handwritten_slip.c.entry_id)
    .join(counter, counter.c.id == entry.c.counter_id)
    .where(handwritten_slip.c.number == sa.bindparam("number"))
    .order_by(entry.c.id.desc())
    .limit(1)
)


def keep(connection: Connection, entry_id: int, slip: Slip | None) -> None:
    """Note whose slip an entry is; nothing without one. Raises `SlipEnteredBefore`.

    Done when everything of the act is posted: what a correction puts in the place of a slip has its number, which is
    free once that was reversed. Of two counters with the same slip the second waits here and is then refused.
    """
    if slip is None:
        return
    number = tidy(slip.number)
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql("LOCK TABLE handwritten_slip IN SHARE ROW EXCLUSIVE MODE")
    newest = connection.execute(_NEWEST, {"number": number}).one_or_none()
    try:
        connection.execute(sa.insert(handwritten_slip), {"entry_id": entry_id, "number": number, "day": slip.day})
    except IntegrityError as error:
        if newest is None or "handwritten_slip_is_entered_once" not in str(error.orig):
            raise
        raise SlipEnteredBefore(number, format_number(*newest)) from error


def next_number(number: str) -> str:
    """The number of the slip behind it in the pile: "A-017" is followed by "A-018"; "" where it ends in no digit."""
    match = re.fullmatch(r"(.*?)([0-9]+)", tidy(number), re.DOTALL)
    return f"{match[1]}{int(match[2]) + 1:0{len(match[2])}d}" if match else ""
