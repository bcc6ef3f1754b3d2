"""What an innovation has done since it began, for the regional index of innovation: who benefits, how fast the service
is, and how it grew month by month.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.corrections.model import reversal
from daurulang.deposits.model import deposit
from daurulang.ledger.model import EntryKind, entry
from daurulang.members.model import Gender, MemberKind, member
from daurulang.periods import Period, month_code, months_within
from daurulang.receipts.model import receipt_print
from daurulang.reports.across import Across, brought
from daurulang.reports.standing import SIGN, counts, days_of, month_text, standing
from daurulang.villages.model import village

LONGEST_SECONDS = 30 * 60
"""A form that stood open for longer was left so; it says nothing of the service."""


@dataclass(frozen=True, slots=True)
class Beneficiaries:
    """Members served of a village (both names empty: of none), each once; groups and institutions are `others`."""

    village: str
    district: str
    women: int
    men: int
    unstated: int
    others: int

    @property
    def all(self) -> int:
        """All of them."""
        return self.women + self.men + self.unstated + self.others


@dataclass(frozen=True, slots=True)
class ServiceTime:
    """From opening the form to printing its receipt, in whole seconds: half of the deposits were served within
    `median`, nine of ten within `p90`; `count` of those whose receipt was printed.
    """

    count: int
    median: int
    p90: int


@dataclass(frozen=True, slots=True)
class EvidenceMonth:
    """One month: deposits, members who came, members new in it, what they brought, and the time of service."""

    month: Period
    deposits: int
    members: int
    new_members: int
    grams: int
    rupiah: int
    service: ServiceTime | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything of a period; `members` are those served, each once."""

    period: Period
    members: int
    by_village: tuple[Beneficiaries, ...]
    months: tuple[EvidenceMonth, ...]
    service: ServiceTime | None

    @property
    def first_and_last(self) -> tuple[EvidenceMonth, EvidenceMonth] | None:
        """The first month in which somebody came beside the last one: before and after."""
        worked = [each for each in self.months if each.members]
        return (worked[0], worked[-1]) if len(worked) > 1 else None


_SERVED = (
    sa.select(deposit.c.member_id)
    .select_from(standing(deposit))
    .where(counts(EntryKind.DEPOSIT), reversal.c.entry_id.is_(None))
    .distinct()
    .subquery()
)
_BENEFICIARIES = (
    sa.select(
        sa.func.coalesce(village.c.name, ""),
        sa.func.coalesce(village.c.district, ""),
        member.c.kind,
        member.c.gender,
        sa.func.count(),
    )
    .select_from(member)
    .join(_SERVED, _SERVED.c.member_id == member.c.id)
    .outerjoin(village, village.c.code == member.c.village_code)
    .group_by(village.c.name, village.c.district, member.c.kind, member.c.gender)
)
_ACTS = (
    sa.select(
        sa.func.coalesce(sa.func.sum(SIGN), 0),
        sa.func.count(sa.distinct(sa.case((reversal.c.entry_id.is_(None), deposit.c.member_id)))),
    )
    .select_from(standing(deposit))
    .where(counts(EntryKind.DEPOSIT))
)
_JOINED = month_text(member.c.joined)
_NEW = (
    sa.select(_JOINED, sa.func.count())
    .where(member.c.joined.between(sa.bindparam("first"), sa.bindparam("last")))
    .group_by(_JOINED)
)
_PRINTED = (
    sa.select(entry.c.day, entry.c.form_key, receipt_print.c.at_ms)
    .join(receipt_print, sa.and_(receipt_print.c.entry_id == entry.c.id, receipt_print.c.copy == 0))
    .where(
        entry.c.day.between(sa.bindparam("first"), sa.bindparam("last")),
        entry.c.kind == sa.literal_column(f"'{EntryKind.DEPOSIT.value}'"),
    )
)
_FIRST_DAY = sa.select(sa.func.min(entry.c.day)).where(entry.c.kind == EntryKind.DEPOSIT)


def evidence_of(connection: Connection, period: Period) -> Evidence:
    """All of a period; each month as in its own report, one without deposits with zeros."""
    times: dict[str, list[int]] = {}
    for day, form_key, printed_ms in connection.execute(_PRINTED, days_of(period)):
        seconds = service_seconds(form_key, printed_ms)
        if seconds is not None:
            times.setdefault(month_code(day), []).append(seconds)
    new: dict[str, int] = {month: int(count) for month, count in connection.execute(_NEW, days_of(period))}
    months = []
    for month in months_within(period):
        key = month_code(month.first)
        deposits, members = connection.execute(_ACTS, days_of(month)).one()
        cells = brought(connection, month, Across.MONTH)
        measures = (sum(cell.grams for cell in cells), sum(cell.rupiah for cell in cells))
        service = service_time(times.get(key, ()))
        months.append(EvidenceMonth(month, int(deposits), int(members), new.get(key, 0), *measures, service))
    by_village = _beneficiaries(connection, period)
    return Evidence(
        period,
        sum(each.all for each in by_village),
        by_village,
        tuple(months),
        service_time([each for own in times.values() for each in own]),
    )


def first_day(connection: Connection) -> date | None:
    """The day of the first deposit of the book, None without one."""
    found: date | None = connection.scalar(_FIRST_DAY)
    return found


def service_seconds(form_key: str, printed_ms: int) -> int | None:
    """The whole seconds between the opening of a form and the print of its receipt. A form's key begins with the
    milliseconds at which it was opened (UUID version 7); None for another key, and for a form that was left open.
    """
    try:
        key = uuid.UUID(form_key)
    except ValueError:
        return None
    if key.version != 7:
        return None
    seconds = (printed_ms - (key.int >> 80)) // 1000
    return seconds if 0 <= seconds <= LONGEST_SECONDS else None


def service_time(seconds: Iterable[int]) -> ServiceTime | None:
    """Median and ninth decile by nearest rank; None of nothing."""
    ordered = sorted(seconds)
    if not ordered:
        return None
    return ServiceTime(len(ordered), _rank(ordered, 50), _rank(ordered, 90))


def _rank(ordered: Sequence[int], percent: int) -> int:
    return ordered[max(-(-len(ordered) * percent // 100) - 1, 0)]


def _beneficiaries(connection: Connection, period: Period) -> tuple[Beneficiaries, ...]:
    found: dict[tuple[str, str], dict[str, int]] = {}
    for name, district, kind, gender, figure in connection.execute(_BENEFICIARIES, days_of(period)):
        own = found.setdefault((name, district), {"women": 0, "men": 0, "unstated": 0, "others": 0})
        if kind is not MemberKind.INDIVIDUAL:
            which = "others"
        else:
            which = {Gender.FEMALE: "women", Gender.MALE: "men"}.get(gender, "unstated")
        own[which] += int(figure)
    sides = ("women", "men", "unstated", "others")
    rows = [Beneficiaries(*names, *(own[side] for side in sides)) for names, own in found.items()]
    return tuple(sorted(rows, key=lambda each: (-each.all, each.village, each.district)))
