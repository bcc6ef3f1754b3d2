"""Closing a day for all counters at once: its page is kept as it was printed, and the database refuses what would be
posted on that day or before it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang import periods
from daurulang.cash.model import cash_opening
from daurulang.cash.queries import open_boxes
from daurulang.centre.queries import logo_image, the_centre
from daurulang.closings.box_acts import box_acts_between
from daurulang.closings.day_page import (
    DayPage,
    KindSum,
    chain_heads,
    counters_on,
    kinds_between,
    late_since,
    old_goods_between,
    reversals_between,
    together,
)
from daurulang.closings.entries import post_closing
from daurulang.closings.model import day_closing
from daurulang.database import Database, Flag, values_of
from daurulang.errors import BadDay, CashSessionOpen, DayBeforeOpen, DayClosed, DayNotClosed
from daurulang.ledger.gaps import gaps_since
from daurulang.ledger.model import CLOSING_KINDS, EntryKind, counter, entry
from daurulang.ledger.service import Desk, digest, format_number, wait_for_counters
from daurulang.periods import Zone
from daurulang.staff.model import staff
from daurulang.villages.queries import district_of


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """Which day was closed, when and by whom."""

    day: date
    at_ms: int
    clerk: str


@dataclass(frozen=True, slots=True)
class Served:
    """The newest act of a member on a day: its number, and when."""

    number: str
    at_ms: int


class Early(StrEnum):
    """Why today should not be closed yet: it is before noon, or a member was served minutes ago."""

    MORNING = "morning"
    SERVING = "serving"


NOON = 12
QUIET_MS = 10 * 60_000


@dataclass(frozen=True, slots=True)
class DaysState:
    """The newest closed days, and the day that is closed next: the first one after them with entries, or today. While
    no day was closed it is the newest one before today on which a box was kept. `waiting_on` is the counter whose box
    must be closed before, empty where none is open; `served` the last member on the next day.
    """

    closed: tuple[ClosedDay, ...]
    next_day: date
    waiting_on: str
    served: Served | None = None

    @property
    def last(self) -> date | None:
        """The last day that is closed."""
        return self.closed[0].day if self.closed else None

    def early(self, now_ms: int, zone: Zone) -> Early | None:
        """What speaks against closing the next day at a moment: nothing, if it is not that very day."""
        now = periods.local(now_ms, zone)
        if now.date() != self.next_day:
            return None
        if now.hour < NOON:
            return Early.MORNING
        return Early.SERVING if self.served is not None and now_ms - self.served.at_ms < QUIET_MS else None


def close_day(db: Database, desk: Desk, day: date) -> DayPage:
    """Close a day and return its page, which stays as it is from now on.

    Raises `BadDay` for one to come, `DayClosed`, `DayBeforeOpen` (an earlier day with entries is still open since the
    last one that was closed), `CashSessionOpen`, `NotSetUp`.
    """
    with db.transaction() as connection:
        wait_for_counters(connection)
        _check(connection, day)
        page = _page(connection, day, desk.staff_id)
        text = frozen_page(page)
        values = {
            "day": day,
            "at_ms": page.at_ms,
            "staff_id": desk.staff_id,
            "report": text,
            "report_hash": digest(text),
        }
        entry_id = post_closing(connection, desk, EntryKind.DAY_CLOSING, values)
        connection.execute(sa.insert(day_closing), {**values, "entry_id": entry_id})
        return page_of(connection, day)


def day_page(db: Database, day: date) -> DayPage:
    """The page of a closed day, as it was; raises `DayNotClosed`."""
    with db.reading() as connection:
        return page_of(connection, day)


def page_of(connection: Connection, day: date) -> DayPage:
    """The same within a snapshot that somebody else holds."""
    text = connection.scalar(sa.select(day_closing.c.report).where(day_closing.c.day == day))
    if text is None:
        raise DayNotClosed(day)
    page = thawed_page(text)
    logo = logo_image(connection, page.logo_hash) if page.logo_hash else None
    return replace(page, centre=replace(page.centre, logo=logo))


def days_state(db: Database, count: int = 30) -> DaysState:
    """What the screen says of closed days, from one snapshot; raises `NotSetUp`."""
    with db.reading() as connection:
        rows = connection.execute(
            sa.select(day_closing.c.day, day_closing.c.at_ms, staff.c.name)
            .join(staff, staff.c.id == day_closing.c.staff_id)
            .order_by(day_closing.c.day.desc())
            .limit(count)
        )
        closed = values_of(ClosedDay, rows)
        today = the_centre(connection).today()
        waiting = open_boxes(connection)
        first = _first_open(connection, closed[0].day) if closed else _last_kept(connection, today)
        next_day = min(first or today, today)
        served = _served_on(connection, next_day)
        return DaysState(closed, next_day, waiting[0].counter if waiting else "", served)


def _served_on(connection: Connection, day: date) -> Served | None:
    row = connection.execute(
        sa.select(counter.c.code, entry.c.sequence, entry.c.at_ms)
        .join(counter, counter.c.id == entry.c.counter_id)
        .where(entry.c.day == day, entry.c.member_id.is_not(None), counter.c.archive == sa.literal(0, Flag))
        .order_by(entry.c.at_ms.desc())
        .limit(1)
    ).one_or_none()
    return None if row is None else Served(format_number(row.code, row.sequence), row.at_ms)


def _check(connection: Connection, day: date) -> None:
    if day > the_centre(connection).today():
        raise BadDay(day)
    last: date | None = connection.scalar(sa.select(sa.func.max(day_closing.c.day)))
    if last and day <= last:
        raise DayClosed
    first = _first_open(connection, last) if last else None
    if first and first < day:
        raise DayBeforeOpen(first)
    if waiting := open_boxes(connection):
        raise CashSessionOpen(waiting[0].counter, waiting[0].day)


def _first_open(connection: Connection, after: date) -> date | None:
    """The first day after one with entries of a counter that somebody stands at, other than of closings."""
    first: date | None = connection.scalar(
        sa.select(sa.func.min(entry.c.day))
        .join(counter, counter.c.id == entry.c.counter_id)
        .where(entry.c.day > after, entry.c.kind.not_in(CLOSING_KINDS), counter.c.archive == sa.literal(0, Flag))
    )
    return first


def _last_kept(connection: Connection, before: date) -> date | None:
    """The newest day before one on which a box was opened: who keeps one closes the days too."""
    newest: date | None = connection.scalar(
        sa.select(sa.func.max(entry.c.day))
        .join(cash_opening, cash_opening.c.entry_id == entry.c.id)
        .where(entry.c.day < before)
    )
    return newest


def _page(connection: Connection, day: date, staff_id: int) -> DayPage:
    centre = the_centre(connection)
    clerk = connection.execute(sa.select(staff.c.name).where(staff.c.id == staff_id)).scalar_one()
    before = _page_before(connection)
    late = late_since(connection, before)
    return DayPage(
        day=day,
        centre=replace(centre, logo=None),
        logo_hash=hashlib.sha256(centre.logo).hexdigest() if centre.logo else None,
        place=district_of(connection, centre.village_code),
        at_ms=periods.now_ms(),
        clerk=clerk,
        kinds=kinds_between(connection, day, day),
        ever=_ever(connection, before, day, late.kinds),
        counters=counters_on(connection, day, late.cash_rupiah),
        reversals=(*reversals_between(connection, day, day), *late.reversals),
        heads=chain_heads(connection),
        gaps=gaps_since(connection, connection.scalar(sa.select(sa.func.max(day_closing.c.at_ms))) or 0),
        late=late.kinds,
        box_acts=(*box_acts_between(connection, day, day), *late.box_acts),
        old_goods=old_goods_between(connection, day, day),
        old_goods_ever=old_goods_between(connection, date.min, day),
    )


def _page_before(connection: Connection) -> DayPage | None:
    """The page of the last day that was closed, None where there is none or it is not what was signed."""
    newest = connection.execute(
        sa.select(day_closing.c.report, day_closing.c.report_hash).order_by(day_closing.c.day.desc()).limit(1)
    ).one_or_none()
    if newest is None or digest(newest.report) != newest.report_hash:
        return None
    return thawed_page(newest.report)


def _ever(connection: Connection, before: DayPage | None, day: date, late: tuple[KindSum, ...]) -> tuple[KindSum, ...]:
    """All acts until the end of a day: those that the page before has, and what came since."""
    if before is None:
        return kinds_between(connection, date.min, day)
    return together(before.ever, kinds_between(connection, before.day + timedelta(days=1), day), late)


def frozen_page(page: DayPage) -> str:
    """The text that keeps a page. The centre's logo stands in its own table, under `logo_hash`."""
    import msgspec

    return msgspec.json.encode(page).decode()


def thawed_page(text: str) -> DayPage:
    """A page as it was when its day was closed, without the logo's picture."""
    import msgspec

    return msgspec.json.decode(text, type=DayPage)
