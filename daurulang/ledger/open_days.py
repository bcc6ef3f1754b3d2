"""Which days still take entries: those that are neither closed themselves nor of a closed month."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.ledger.model import day_closing, month_closing, month_reopening
from daurulang.periods import month_code

_DAY: sa.BindParameter[date] = sa.bindparam("day")
_REOPENED = sa.exists().where(month_reopening.c.closing_id == month_closing.c.id)
_MONTH_CLOSED = sa.exists().where(month_closing.c.last_day >= _DAY, ~_REOPENED)
_DAY_CLOSED = sa.and_(
    sa.exists().where(day_closing.c.day >= _DAY),
    ~sa.exists().where(month_closing.c.month == sa.bindparam("month"), _REOPENED),
)
_CLOSED = sa.select(sa.or_(_MONTH_CLOSED, _DAY_CLOSED))


def is_open(connection: Connection, day: date) -> bool:
    """Whether something can still be posted on a day, as the guards of the journal see it.

    The days of a month that was opened again take entries, also those that were closed one by one.
    """
    return not connection.scalar(_CLOSED, {"day": day, "month": month_code(day)})
