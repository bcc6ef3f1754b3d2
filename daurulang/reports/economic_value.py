"""The economic value of a period (laporan nilai ekonomi): what residents brought, and what it was worth.

Kilograms, pieces and litres stand side by side and are never added together; the weight of pieces and litres is
counted where it is known, and what has no weight is said so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.database import Database, values_of
from daurulang.deposits.model import Payment, deposit, deposit_line
from daurulang.ledger.model import entry
from daurulang.materials.model import DlhCategory, material
from daurulang.members.model import Gender, MemberKind, member, member_class
from daurulang.payouts.model import payout
from daurulang.periods import Period
from daurulang.quantities import Unit
from daurulang.reports.balances import all_balances_rupiah
from daurulang.villages.model import village


@dataclass(frozen=True, slots=True)
class Measure:
    """Goods and their value: `grams` of everything whose weight is known; pieces and millilitres as counted."""

    lines: int = 0
    grams: int = 0
    pieces: int = 0
    millilitres: int = 0
    rupiah: int = 0

    def __add__(self, other: Measure) -> Measure:
        """Each by itself."""
        return Measure(
            self.lines + other.lines,
            self.grams + other.grams,
            self.pieces + other.pieces,
            self.millilitres + other.millilitres,
            self.rupiah + other.rupiah,
        )


@dataclass(frozen=True, slots=True)
class MaterialShare:
    """A material in the period. `weightless_lines` counts lines whose weight is not known."""

    code: str
    name: str
    unit: Unit
    category: DlhCategory
    measure: Measure
    weightless_lines: int


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the deposits under a name: how many, by how many members, weight and value."""

    key: str
    name: str
    deposits: int
    members: int
    grams: int
    rupiah: int


@dataclass(frozen=True, slots=True)
class VillageShare:
    """A village's part; `district` and both names are empty for members without a village."""

    code: str
    name: str
    district: str
    deposits: int
    members: int
    grams: int
    rupiah: int


@dataclass(frozen=True, slots=True)
class DayShare:
    """One day with deposits."""

    day: date
    deposits: int
    grams: int
    rupiah: int


@dataclass(frozen=True, slots=True)
class Participants:
    """Members who brought something (`active`) and by what they are; `new` were registered in the period."""

    active: int = 0
    new: int = 0
    women: int = 0
    men: int = 0
    groups: int = 0
    institutions: int = 0
    schools: int = 0


@dataclass(frozen=True, slots=True)
class Payments:
    """How the deposits were paid, in rupiah; what was given is counted and weighed."""

    savings_rupiah: int = 0
    cash_rupiah: int = 0
    given_count: int = 0
    given_grams: int = 0


@dataclass(frozen=True, slots=True)
class Payouts:
    """Savings taken out."""

    count: int = 0
    rupiah: int = 0


@dataclass(frozen=True, slots=True)
class Headline:
    """The figures that are compared with other periods; `balances_rupiah` at its end."""

    period: Period
    deposits: int
    members: int
    measure: Measure
    payouts_rupiah: int
    balances_rupiah: int


@dataclass(frozen=True, slots=True)
class EconomicValue:
    """Every figure of the report. Balances are the sum of all savings at the end of the day before, and of the last
    day.
    """

    period: Period
    deposits: int
    measure: Measure
    by_material: tuple[MaterialShare, ...]
    by_village: tuple[VillageShare, ...]
    by_day: tuple[DayShare, ...]
    by_class: tuple[Share, ...]
    participants: Participants
    payments: Payments
    payouts: Payouts
    opening_balances_rupiah: int
    balances_rupiah: int
    before: Headline
    year_before: Headline

    @property
    def by_category(self) -> tuple[tuple[DlhCategory, Measure], ...]:
        """All eight categories of the environment office's form, empty ones too."""
        return tuple(
            (category, _sum(row.measure for row in self.by_material if row.category is category))
            for category in DlhCategory
        )

    @property
    def by_district(self) -> tuple[Share, ...]:
        """Districts by value; who moved within one is counted in each village."""
        found: dict[str, Share] = {}
        for row in self.by_village:
            old = found.get(row.district, Share(row.district, row.district, 0, 0, 0, 0))
            found[row.district] = Share(
                row.district,
                row.district,
                old.deposits + row.deposits,
                old.members + row.members,
                old.grams + row.grams,
                old.rupiah + row.rupiah,
            )
        return tuple(sorted(found.values(), key=lambda share: (-share.rupiah, share.name)))

    @property
    def top_materials(self) -> tuple[MaterialShare, ...]:
        """Ten materials by value."""
        return tuple(sorted(self.by_material, key=lambda row: (-row.measure.rupiah, row.code))[:10])

    @property
    def grams_per_member(self) -> int:
        """The average weight a member brought, half up; 0 without members."""
        members = self.participants.active
        return (2 * self.measure.grams + members) // (2 * members) if members else 0


def economic_value(db: Database, period: Period) -> EconomicValue:
    """The report of a period, from one snapshot."""
    with db.reading() as connection:
        return value_of(connection, period)


def value_of(connection: Connection, period: Period) -> EconomicValue:
    """The same within a snapshot that somebody else holds."""
    by_material = _by_material(connection, period)
    payments, deposits = _payments(connection, period)
    return EconomicValue(
        period=period,
        deposits=deposits,
        measure=_sum(row.measure for row in by_material),
        by_material=by_material,
        by_village=values_of(VillageShare, _rows(connection, _BY_VILLAGE, period)),
        by_day=values_of(DayShare, _rows(connection, _BY_DAY, period)),
        by_class=values_of(Share, _rows(connection, _BY_CLASS, period)),
        participants=_participants(connection, period),
        payments=payments,
        payouts=_payouts(connection, period),
        opening_balances_rupiah=all_balances_rupiah(connection, period.day_before),
        balances_rupiah=all_balances_rupiah(connection, period.last),
        before=_headline(connection, period.before),
        year_before=_headline(connection, period.year_before),
    )


def _sum(measures: Iterable[Measure]) -> Measure:
    return sum(measures, Measure())


_FIRST: sa.BindParameter[date] = sa.bindparam("first")
_LAST: sa.BindParameter[date] = sa.bindparam("last")
_IN_PERIOD = entry.c.day.between(_FIRST, _LAST)
_DEPOSITS = sa.join(entry, deposit, deposit.c.entry_id == entry.c.id)
_LINES = sa.join(_DEPOSITS, deposit_line, deposit_line.c.entry_id == entry.c.id)


def _total(column: sa.ColumnElement[int]) -> sa.ColumnElement[int]:
    return sa.func.coalesce(sa.func.sum(column), 0)


def _only(unit: Unit) -> sa.ColumnElement[int]:
    return _total(sa.case((deposit_line.c.unit == unit, deposit_line.c.net), else_=0))


_MEASURE = (
    sa.func.count(deposit_line.c.id),
    _total(deposit_line.c.grams),
    _only(Unit.PIECE),
    _only(Unit.LITRE),
    _total(deposit_line.c.amount_rupiah),
)
_PER_DEPOSIT = (
    sa.select(
        entry.c.id,
        entry.c.day,
        deposit.c.member_id,
        deposit.c.member_class_id,
        deposit.c.village_code,
        (deposit.c.savings_rupiah + deposit.c.cash_rupiah).label("rupiah"),
        _total(deposit_line.c.grams).label("grams"),
    )
    .select_from(_LINES)
    .where(_IN_PERIOD)
    .group_by(entry.c.id, deposit.c.entry_id)
    .subquery()
)
_SHARE = (
    sa.func.count(),
    sa.func.count(sa.distinct(_PER_DEPOSIT.c.member_id)),
    _total(_PER_DEPOSIT.c.grams),
    _total(_PER_DEPOSIT.c.rupiah),
)


def _rows(connection: Connection, query: sa.Select[*tuple[Any, ...]], period: Period) -> list[list[Any]]:
    """Rows with PostgreSQL's numeric sums as whole numbers."""
    rows = connection.execute(query, {"first": period.first, "last": period.last})
    return [[int(value) if isinstance(value, Decimal) else value for value in row] for row in rows]


_BY_MATERIAL = (
    sa.select(
        material.c.code,
        material.c.name,
        material.c.unit,
        material.c.dlh_category,
        *_MEASURE,
        _total(sa.case((deposit_line.c.grams == 0, 1), else_=0)),
    )
    .select_from(_LINES.join(material, material.c.id == deposit_line.c.material_id))
    .where(_IN_PERIOD)
    .group_by(material.c.id)
    .order_by(material.c.code)
)


def _by_material(connection: Connection, period: Period) -> tuple[MaterialShare, ...]:
    rows = _rows(connection, _BY_MATERIAL, period)
    return values_of(MaterialShare, [(*row[:4], Measure(*row[4:9]), row[9]) for row in rows])


_BY_VILLAGE = (
    sa.select(
        sa.func.coalesce(village.c.code, ""),
        sa.func.coalesce(village.c.name, ""),
        sa.func.coalesce(village.c.district, ""),
        *_SHARE,
    )
    .select_from(_PER_DEPOSIT)
    .outerjoin(village, village.c.code == _PER_DEPOSIT.c.village_code)
    .group_by(village.c.code)
    .order_by(_SHARE[3].desc(), village.c.name)
)
_BY_DAY = (
    sa.select(_PER_DEPOSIT.c.day, sa.func.count(), _SHARE[2], _SHARE[3])
    .group_by(_PER_DEPOSIT.c.day)
    .order_by(_PER_DEPOSIT.c.day)
)
_BY_CLASS = (
    sa.select(member_class.c.name, member_class.c.name.label("again"), *_SHARE)
    .select_from(_PER_DEPOSIT)
    .join(member_class, member_class.c.id == _PER_DEPOSIT.c.member_class_id)
    .group_by(member_class.c.id)
    .order_by(member_class.c.id)
)


_ACTIVE = sa.select(deposit.c.member_id).select_from(_DEPOSITS).where(_IN_PERIOD).distinct().subquery()
_PARTICIPANTS = (
    sa.select(member.c.kind, member.c.gender, sa.func.count())
    .select_from(_ACTIVE)
    .join(member, member.c.id == _ACTIVE.c.member_id)
    .group_by(member.c.kind, member.c.gender)
)
_NEW = sa.select(sa.func.count()).select_from(member).where(member.c.joined.between(_FIRST, _LAST))


def _participants(connection: Connection, period: Period) -> Participants:
    rows = _rows(connection, _PARTICIPANTS, period)

    def count(kind: MemberKind, gender: Gender | None = None) -> int:
        return sum(row[2] for row in rows if row[0] is kind and gender in (None, row[1]))

    return Participants(
        active=sum(row[2] for row in rows),
        new=_rows(connection, _NEW, period)[0][0],
        women=count(MemberKind.INDIVIDUAL, Gender.FEMALE),
        men=count(MemberKind.INDIVIDUAL, Gender.MALE),
        groups=count(MemberKind.GROUP),
        institutions=count(MemberKind.INSTITUTION),
        schools=count(MemberKind.SCHOOL),
    )


_PAYMENTS = (
    sa.select(sa.func.count(), _total(deposit.c.savings_rupiah), _total(deposit.c.cash_rupiah))
    .select_from(_DEPOSITS)
    .where(_IN_PERIOD)
)
_GIVEN = (
    sa.select(sa.func.count(sa.distinct(entry.c.id)), _total(deposit_line.c.grams))
    .select_from(_LINES)
    .where(_IN_PERIOD, deposit.c.payment == Payment.GIVEN)
)
_PAYOUTS = (
    sa.select(sa.func.count(), _total(payout.c.rupiah))
    .select_from(sa.join(entry, payout, payout.c.entry_id == entry.c.id))
    .where(_IN_PERIOD)
)


def _payments(connection: Connection, period: Period) -> tuple[Payments, int]:
    ((count, savings_rupiah, cash_rupiah),) = _rows(connection, _PAYMENTS, period)
    ((given_count, given_grams),) = _rows(connection, _GIVEN, period)
    return Payments(savings_rupiah, cash_rupiah, given_count, given_grams), count


def _payouts(connection: Connection, period: Period) -> Payouts:
    return values_of(Payouts, _rows(connection, _PAYOUTS, period))[0]


_HEAD = (
    sa.select(sa.func.count(sa.distinct(entry.c.id)), sa.func.count(sa.distinct(deposit.c.member_id)), *_MEASURE)
    .select_from(_LINES)
    .where(_IN_PERIOD)
)


def _headline(connection: Connection, period: Period) -> Headline:
    ((deposits, members, *measure),) = _rows(connection, _HEAD, period)
    payouts_rupiah = _payouts(connection, period).rupiah
    return Headline(
        period, deposits, members, Measure(*measure), payouts_rupiah, all_balances_rupiah(connection, period.last)
    )
