"""Questions about closed months, and the report of a period as it is handed on: frozen for a month that is closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.centre.queries import Centre, logo_image, the_centre
from daurulang.closings.model import month_closing, month_reopening
from daurulang.database import Database
from daurulang.periods import Period, month_code, month_of
from daurulang.reports.economic_value import Carried, EconomicValue, Headline, value_of
from daurulang.reports.office import OfficeFigures, OfficeKept
from daurulang.reports.period_sums import MonthSums
from daurulang.reports.plant_value import settled_by
from daurulang.staff.model import staff
from daurulang.villages.queries import district_of


@dataclass(frozen=True, slots=True)
class Closing:
    """Who closed a month, and when."""

    at_ms: int
    staff: str


@dataclass(frozen=True, slots=True)
class Restated:
    """What the report of a month said (`before`, its `version`) until it was opened again, by whom, when and why."""

    before: Headline
    version: int
    at_ms: int
    staff: str
    reason: str


@dataclass(frozen=True, slots=True)
class PeriodReport:
    """The figures of a period under their letterhead: signed at `place` on `day`, by the centre's head and `maker`;
    `closing` of a closed month, whose report stays as it is, `restated` of one that was opened again since it was
    signed before.
    """

    value: EconomicValue
    centre: Centre
    place: str
    day: date
    maker: str
    closing: Closing | None = None
    restated: Restated | None = None


@dataclass(frozen=True, slots=True)
class FrozenReport:
    """What a closing keeps of a report. The centre's logo stands in its own table, under `logo_hash`."""

    value: EconomicValue
    centre: Centre
    logo_hash: str | None
    place: str
    day: date
    maker: str
    sums: MonthSums | None = None
    """None in months that were closed before longer reports were added up of them."""
    office: OfficeFigures | None = None
    """None in months that were closed before the office's figures were kept."""


_STANDS = ~sa.exists().where(month_reopening.c.closing_id == month_closing.c.id)
"""Of a closing: its month was not opened again."""


def closed_until(connection: Connection) -> date | None:
    """The last day that nothing more is posted on, None while no month is closed."""
    last_day: date | None = connection.scalar(sa.select(sa.func.max(month_closing.c.last_day)).where(_STANDS))
    return last_day


def period_report(db: Database, period: Period, maker: str = "") -> PeriodReport:
    """The report of a period from one snapshot; `maker` is the treasurer where nobody is named. Raises `NotSetUp`."""
    with db.reading() as connection:
        return report_of(connection, period, maker)


def report_of(connection: Connection, period: Period, maker: str = "") -> PeriodReport:
    """The same within a snapshot that somebody else holds."""
    frozen = _frozen(connection, period)
    if frozen is not None:
        return frozen
    centre = the_centre(connection)
    return PeriodReport(
        value=value_of(connection, period, carried_to(connection, period)),
        centre=centre,
        place=district_of(connection, centre.village_code),
        day=centre.today(),
        maker=maker or centre.treasurer_name,
        restated=_restated(connection, period),
    )


def carried_to(connection: Connection, period: Period) -> Carried:
    """What closings have settled of a period, and of those that it is compared with."""
    earlier = (period.before, period.year_before)
    heads = {each: head for each in earlier if each.months == 1 and (head := _headline(connection, each)) is not None}
    asked = [each for each in (period, *earlier) if each not in heads]
    kept = {month: own for each in asked for month, own in _kept(connection, each, _KeptMonth)}
    balances = {month.last: own.value.balances_rupiah for month, own in kept.items()}
    last = connection.execute(
        sa.select(month_closing.c.last_day, month_closing.c.report)
        .where(month_closing.c.last_day <= period.last, _STANDS)
        .order_by(month_closing.c.last_day.desc(), month_closing.c.version.desc())
        .limit(1)
    ).one_or_none()
    plant = None
    if last is not None:
        value = thawed(last.report).value
        balances[last.last_day] = value.balances_rupiah
        plant = settled_by(last.last_day, value.plant)
    return Carried(balances, heads, plant, {month: own.sums for month, own in kept.items() if own.sums is not None})


def office_kept(connection: Connection, period: Period) -> OfficeKept:
    """What the closed months of a period said to the environment office."""
    found = _kept(connection, period, _KeptOffice)
    return {month: own.office for month, own in found if own.office is not None}


@dataclass(frozen=True, slots=True)
class _KeptOffice:
    office: OfficeFigures | None = None


@dataclass(frozen=True, slots=True)
class _KeptValue:
    balances_rupiah: int


@dataclass(frozen=True, slots=True)
class _KeptMonth:
    """Of a kept report only what longer ones are added up of: the rest is not even read."""

    value: _KeptValue
    sums: MonthSums | None = None


_Part = TypeVar("_Part")


def _kept(connection: Connection, period: Period, part: type[_Part]) -> Iterator[tuple[Period, _Part]]:
    """The closed months that lie wholly in a period, and a part of what they keep."""
    import msgspec

    decoder = msgspec.json.Decoder(part)
    closings = sa.select(month_closing.c.last_day, month_closing.c.report).where(
        month_closing.c.last_day.between(period.first, period.last), _STANDS
    )
    for last_day, report in connection.execute(closings):
        month = month_of(last_day)
        if month.first >= period.first:
            yield month, decoder.decode(report)


_CLOSING = (
    sa.select(month_closing.c.report, month_closing.c.at_ms, staff.c.name)
    .join(staff, staff.c.id == month_closing.c.staff_id)
    .where(month_closing.c.month == sa.bindparam("month"), _STANDS)
    .order_by(month_closing.c.version.desc())
    .limit(1)
)
_REOPENED = (
    sa.select(
        month_closing.c.report, month_closing.c.version, month_reopening.c.at_ms, staff.c.name, month_reopening.c.reason
    )
    .join(month_reopening, month_reopening.c.closing_id == month_closing.c.id)
    .join(staff, staff.c.id == month_reopening.c.staff_id)
    .where(month_closing.c.month == sa.bindparam("month"))
    .order_by(month_closing.c.version.desc())
    .limit(1)
)


def _frozen(connection: Connection, period: Period) -> PeriodReport | None:
    if period.months != 1:
        return None
    row = connection.execute(_CLOSING, {"month": month_code(period.first)}).one_or_none()
    if row is None:
        return None
    kept = thawed(row.report)
    logo = logo_image(connection, kept.logo_hash) if kept.logo_hash else None
    centre = replace(kept.centre, logo=logo)
    closing = Closing(row.at_ms, row.name)
    restated = _restated(connection, period)
    return PeriodReport(kept.value, centre, kept.place, kept.day, kept.maker, closing, restated)


def _restated(connection: Connection, period: Period) -> Restated | None:
    """The version of a month that was opened again last, None where none was."""
    if period.months != 1:
        return None
    row = connection.execute(_REOPENED, {"month": month_code(period.first)}).one_or_none()
    return None if row is None else Restated(thawed(row.report).value.headline, *row[1:])


def standing_closing_id(connection: Connection, month: Period) -> int | None:
    """The closing of a month by its id, None while the month is open."""
    return connection.scalar(
        sa.select(month_closing.c.id).where(month_closing.c.month == month_code(month.first), _STANDS)
    )


def _headline(connection: Connection, period: Period) -> Headline | None:
    row = connection.execute(_CLOSING, {"month": month_code(period.first)}).one_or_none()
    return None if row is None else thawed(row.report).value.headline


def thawed(report: str) -> FrozenReport:
    """A report as it was when its month was closed."""
    import msgspec

    return msgspec.json.decode(report, type=FrozenReport)


def frozen(report: FrozenReport) -> str:
    """The text that keeps a report."""
    import msgspec

    return msgspec.json.encode(report).decode()
