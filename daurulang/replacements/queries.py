"""Questions before something is corrected."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.closings.model import day_closing, month_closing, month_reopening
from daurulang.database import Database


def open_day(connection: Connection, day: date) -> date | None:
    """The day itself while something can be posted on it; None, which stands for today, once it is closed."""
    month_closed = sa.exists().where(
        month_closing.c.last_day >= day,
        ~sa.exists().where(month_reopening.c.closing_id == month_closing.c.id),
    )
    day_closed = sa.exists().where(day_closing.c.day >= day)
    return None if connection.scalar(sa.select(sa.or_(month_closed, day_closed))) else day


def day_of_correction(db: Database, day: date) -> date | None:
    """The day on which what stands on `day` would be corrected now: that day, or None for today."""
    with db.reading() as connection:
        return open_day(connection, day)
