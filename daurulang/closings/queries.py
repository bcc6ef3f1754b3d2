"""Questions about closed months."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.closings.model import month_closing


def closed_until(connection: Connection) -> date | None:
    """The last day that nothing more is posted on, None while no month is closed."""
    last_day: date | None = connection.scalar(sa.select(sa.func.max(month_closing.c.last_day)))
    return last_day
