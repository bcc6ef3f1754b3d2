"""Questions before something is corrected."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.database import Database
from daurulang.deposits.model import deposit
from daurulang.deposits.service import Replaced
from daurulang.handwritten_slips.model import handwritten_slip
from daurulang.ledger.model import counter, entry
from daurulang.ledger.open_days import is_open


def open_day(connection: Connection, day: date) -> date | None:
    """The day itself while something can be posted on it; None, which stands for today, once it is closed."""
    return day if is_open(connection, day) else None


_WAS = (
    sa.select(
        entry.c.day,
        entry.c.heading,
        counter.c.archive,
        handwritten_slip.c.day.label("slip_day"),
        deposit.c.member_id,
        deposit.c.member_class_id,
        deposit.c.village_code,
    )
    .join(counter, counter.c.id == entry.c.counter_id)
    .join(deposit, deposit.c.entry_id == entry.c.id)
    .outerjoin(handwritten_slip, handwritten_slip.c.entry_id == entry.c.id)
    .where(entry.c.id == sa.bindparam("original_id"))
)


def price_day(connection: Connection, original_id: int) -> date | None:
    """The day whose prices hold for what replaces a deposit: that of its slip, or its own. None, which stands for the
    day it is booked on, for one of an old book: that day's prices are not known here.
    """
    row = connection.execute(_WAS, {"original_id": original_id}).one_or_none()
    return None if row is None else _price_day(row)


def replaced_by_one_of(connection: Connection, original_id: int, member_id: int) -> Replaced | None:
    """What another deposit of that member keeps of the original; None where that is no deposit."""
    row = connection.execute(_WAS, {"original_id": original_id}).one_or_none()
    if row is None:
        return None
    place = str(json.loads(row.heading).get("member_place", ""))
    same = row.member_id == member_id
    return Replaced(_price_day(row), same, row.member_class_id, row.village_code, place)


def _price_day(row: Any) -> date | None:
    day: date | None = None if row.archive else row.slip_day or row.day
    return day


def price_day_of_correction(db: Database, original_id: int) -> date | None:
    """The same, asked from the counter."""
    with db.reading() as connection:
        return price_day(connection, original_id)


def day_of_correction(db: Database, day: date) -> date | None:
    """The day on which what stands on `day` would be corrected now: that day, or None for today."""
    with db.reading() as connection:
        return open_day(connection, day)
