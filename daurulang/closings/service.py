"""Closing a month: its report is kept as it stands, and the database refuses whatever would still change it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang import periods
from daurulang.centre.queries import the_centre
from daurulang.closings.model import month_closing
from daurulang.closings.queries import FrozenReport, PeriodReport, closed_until, frozen, month_code, report_of
from daurulang.database import Database
from daurulang.errors import MonthBeforeOpen, MonthClosed, MonthNotOver
from daurulang.ledger.model import entry
from daurulang.ledger.service import digest
from daurulang.periods import Period, month_of


def close_month(db: Database, month: Period, staff_id: int, maker: str = "") -> PeriodReport:
    """Close a calendar month that is over and return its report, which stays as it is from now on; `maker` signs it.

    Raises `MonthClosed`, `MonthNotOver`, `MonthBeforeOpen` (an earlier month with entries is still open), `NotSetUp`.
    """
    with db.transaction() as connection:
        wait_for_counters(connection)
        _check(connection, month)
        report = report_of(connection, month, maker)
        text = frozen(_kept(report))
        values = {
            "month": month_code(month),
            "version": 1,
            "last_day": month.last,
            "at_ms": periods.now_ms(),
            "staff_id": staff_id,
            "report": text,
            "report_hash": digest(text),
        }
        connection.execute(sa.insert(month_closing), values)
        return report_of(connection, month)


def wait_for_counters(connection: Connection) -> None:
    """No entry is on its way while figures are taken: each act posts under a lock on its counter's row, and a list that
    opens the archive inserts one. SQLite's writing door lets one in at a time.
    """
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql("LOCK TABLE counter IN EXCLUSIVE MODE")


def _check(connection: Connection, month: Period) -> None:
    if month.last >= the_centre(connection).today():
        raise MonthNotOver(month.first)
    code = month_code(month)
    if connection.scalar(sa.select(month_closing.c.id).where(month_closing.c.month == code).limit(1)) is not None:
        raise MonthClosed
    until = closed_until(connection)
    open_days = sa.select(sa.func.min(entry.c.day))
    first: date | None = connection.scalar(open_days.where(entry.c.day > until) if until else open_days)
    if first and first < month.first:
        raise MonthBeforeOpen(month_of(first).first)


def _kept(report: PeriodReport) -> FrozenReport:
    logo = report.centre.logo
    return FrozenReport(
        value=report.value,
        centre=replace(report.centre, logo=None),
        logo_hash=hashlib.sha256(logo).hexdigest() if logo else None,
        place=report.place,
        day=report.day,
        maker=report.maker,
    )
