"""Closing a month: its report is kept as it stands, and the database refuses whatever would still change it. Opening it
again is said aloud: the next version names what the one before had said.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang import periods
from daurulang.centre.queries import the_centre
from daurulang.closings.entries import post_closing
from daurulang.closings.model import month_closing, month_reopening
from daurulang.closings.queries import (
    FrozenReport,
    PeriodReport,
    closed_until,
    frozen,
    report_of,
    standing_closing_id,
)
from daurulang.database import Database, Flag
from daurulang.errors import (
    FieldTooLong,
    MonthAfterClosed,
    MonthBeforeOpen,
    MonthClosed,
    MonthNotClosed,
    MonthNotOver,
    NotAdministrator,
    ReasonTooShort,
)
from daurulang.ledger.model import CLOSING_KINDS, EntryKind, entry
from daurulang.ledger.service import Desk, digest, wait_for_counters
from daurulang.periods import Period, month_code, month_of
from daurulang.reports.office import OfficeFigures, office_figures
from daurulang.reports.period_sums import MonthSums, month_sums
from daurulang.staff.model import staff

LEAST_REASON, REASON_LIMIT = 10, 200


def close_month(db: Database, desk: Desk, month: Period, maker: str = "") -> PeriodReport:
    """Close a calendar month that is over and return its report, which stays as it is from now on; `maker` signs it.

    Raises `MonthClosed`, `MonthNotOver`, `MonthBeforeOpen` (an earlier month with entries is still open), `NotSetUp`.
    """
    with db.transaction() as connection:
        wait_for_counters(connection)
        _check(connection, month)
        report = report_of(connection, month, maker)
        text = frozen(_kept(report, month_sums(connection, month), office_figures(connection, month)))
        values = {
            "month": month_code(month.first),
            "version": _versions(connection, month) + 1,
            "last_day": month.last,
            "at_ms": periods.now_ms(),
            "staff_id": desk.staff_id,
            "report": text,
            "report_hash": digest(text),
        }
        entry_id = post_closing(connection, desk, EntryKind.MONTH_CLOSING, values)
        connection.execute(sa.insert(month_closing), {**values, "entry_id": entry_id})
        return report_of(connection, month)


def reopen_month(db: Database, desk: Desk, month: Period, reason: str) -> None:
    """Open a closed month again, so that it takes entries until it is closed anew as another version.

    Raises `ReasonTooShort`, `FieldTooLong`, `NotAdministrator`, `MonthNotClosed`, `MonthAfterClosed` (a later month is
    closed still).
    """
    reason = " ".join(reason.split())
    if len(reason) < LEAST_REASON:
        raise ReasonTooShort(LEAST_REASON)
    if len(reason) > REASON_LIMIT:
        raise FieldTooLong("reason", REASON_LIMIT)
    with db.transaction() as connection:
        wait_for_counters(connection)
        may = sa.select(staff.c.administrator).where(staff.c.id == desk.staff_id, staff.c.active == sa.literal(1, Flag))
        if not connection.scalar(may):
            raise NotAdministrator
        closing_id = standing_closing_id(connection, month)
        if closing_id is None:
            raise MonthNotClosed(month.first)
        until = closed_until(connection)
        if until and month.last < until:
            raise MonthAfterClosed(month_of(until).first)
        values = {"at_ms": periods.now_ms(), "staff_id": desk.staff_id, "reason": reason}
        version = sa.select(month_closing.c.version).where(month_closing.c.id == closing_id)
        opened = {"month": month_code(month.first), "version": connection.scalar(version)}
        entry_id = post_closing(connection, desk, EntryKind.MONTH_REOPENING, {**values, **opened})
        connection.execute(sa.insert(month_reopening), {"closing_id": closing_id, **values, "entry_id": entry_id})


def _versions(connection: Connection, month: Period) -> int:
    """How often a month was closed before."""
    query = sa.select(sa.func.count()).where(month_closing.c.month == month_code(month.first))
    return int(connection.scalar(query) or 0)


def _check(connection: Connection, month: Period) -> None:
    if month.last >= the_centre(connection).today():
        raise MonthNotOver(month.first)
    if standing_closing_id(connection, month) is not None:
        raise MonthClosed
    until = closed_until(connection)
    open_days = sa.select(sa.func.min(entry.c.day)).where(entry.c.kind.not_in(CLOSING_KINDS))
    first: date | None = connection.scalar(open_days.where(entry.c.day > until) if until else open_days)
    if first and first < month.first:
        raise MonthBeforeOpen(month_of(first).first)


def _kept(report: PeriodReport, sums: MonthSums, office: OfficeFigures) -> FrozenReport:
    logo = report.centre.logo
    return FrozenReport(
        value=report.value,
        centre=replace(report.centre, logo=None),
        logo_hash=hashlib.sha256(logo).hexdigest() if logo else None,
        place=report.place,
        day=report.day,
        maker=report.maker,
        sums=sums,
        office=office,
    )
