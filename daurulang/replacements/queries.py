"""Questions before something is corrected."""

from __future__ import annotations

from datetime import date

from sqlalchemy.engine import Connection

from daurulang.database import Database
from daurulang.ledger.open_days import is_open


def open_day(connection: Connection, day: date) -> date | None:
    """The day itself while something can be posted on it; None, which stands for today, once it is closed."""
    return day if is_open(connection, day) else None


def day_of_correction(db: Database, day: date) -> date | None:
    """The day on which what stands on `day` would be corrected now: that day, or None for today."""
    with db.reading() as connection:
        return open_day(connection, day)
