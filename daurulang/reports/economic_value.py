"""The economic value of a period (laporan nilai ekonomi): what residents brought, and what it was worth.

Kilograms, pieces and litres stand side by side and are never added together; the weight of pieces and litres is
counted where it is known, and what has no weight is said so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.centre.model import FactorSet
from daurulang.centre.queries import the_centre
from daurulang.database import Database
from daurulang.debts.queries import debts_at
from daurulang.deposits.model import Payment
from daurulang.materials.model import DlhCategory
from daurulang.materials.queries import Material, materials
from daurulang.members.model import member_class
from daurulang.periods import Period
from daurulang.quantities import Unit
from daurulang.reports.balances import BalancesByDay
from daurulang.reports.blocks import Block, Blocks, only
from daurulang.reports.debts import NO_DEBTS, Debts
from daurulang.reports.participants import Participants, participants_of
from daurulang.reports.period_blocks import NOTHING
from daurulang.reports.period_sums import Months, headline_sums_of, sums_of
from daurulang.reports.plant_value import NO_PLANT, PlantHeadline, PlantValue, Settled, plant_headline, plant_value
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
    """One day with deposits. What was reversed in another month stands on both days, as in the reports of those months,
    so that the days of a month say the same in every period.
    """

    day: date
    deposits: int
    grams: int
    rupiah: int


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
class Corrections:
    """What reversals of other periods took off in this one: deposits with their known grams and their rupiah, payouts,
    what had been taken over from an old book, and repayments of debts.
    """

    count: int = 0
    grams: int = 0
    rupiah: int = 0
    payouts_count: int = 0
    payouts_rupiah: int = 0
    openings_count: int = 0
    openings_rupiah: int = 0
    repayments_count: int = 0
    repayments_rupiah: int = 0

    def __bool__(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.count or self.payouts_count or self.openings_count or self.repayments_count)


@dataclass(frozen=True, slots=True)
class Headline:
    """The figures that are compared with other periods; `balances_rupiah` at its end."""

    period: Period
    deposits: int
    members: int
    measure: Measure
    payouts_rupiah: int
    balances_rupiah: int
    plant: PlantHeadline = NO_PLANT


@dataclass(frozen=True, slots=True)
class EconomicValue:
    """Every figure of the report; which documents count says `reports.standing`. Balances are the sum of all savings
    at the end of the day before, and of the last day; `openings_rupiah` were taken over from an old book. What members
    owed the centre on these two days stands apart from them and is never taken off.
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
    openings_rupiah: int = 0
    corrections: Corrections = Corrections()
    debts: Debts = NO_DEBTS
    opening_debts_rupiah: int = 0
    debts_rupiah: int = 0
    plant: PlantValue | None = None
    """None in months that were closed before the program knew of a plant."""

    @property
    def headline(self) -> Headline:
        """The figures that other periods are compared with."""
        members, payouts = self.participants.active, self.payouts.rupiah
        plant = NO_PLANT if self.plant is None else self.plant.headline
        return Headline(self.period, self.deposits, members, self.measure, payouts, self.balances_rupiah, plant)

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


@dataclass(frozen=True, slots=True)
class Carried:
    """What closings have settled: the sums of all balances at the end of days, from which others are carried forward,
    and the headlines of closed periods, which are taken as they are.
    """

    balances_rupiah: Mapping[date, int] = field(default_factory=dict)
    headlines: Mapping[Period, Headline] = field(default_factory=dict)
    plant: Settled | None = None
    """How a day ended for the plant; None where the closing is older than what it would tell."""
    months: Months = field(default_factory=dict)
    """The sums that closed months have kept."""


NOTHING_CARRIED = Carried()


def economic_value(db: Database, period: Period) -> EconomicValue:
    """The report of a period, from one snapshot."""
    with db.reading() as connection:
        return value_of(connection, period)


def value_of(connection: Connection, period: Period, carried: Carried = NOTHING_CARRIED) -> EconomicValue:
    """The same within a snapshot that somebody else holds."""
    blocks = sums_of(connection, period, carried.months)
    balances = BalancesByDay(connection, carried.balances_rupiah)
    for each in carried.headlines.values():
        balances.note(each.period.last, each.balances_rupiah)
    debts = Debts(*only(blocks["debts"]))
    payments, payouts, openings_rupiah, corrections = _money(blocks, debts)
    balances.note_moved(period, payments.savings_rupiah + openings_rupiah - payouts.rupiah + debts.saved_rupiah)
    debts_rupiah = debts_at(connection, period.last)
    goods = {each.id: each for each in materials(connection)}
    by_material = _by_material(goods, blocks["materials"])
    centre = the_centre(connection)
    before, year_before = (
        _headline(connection, other, carried, balances, goods, centre.factor_set)
        for other in (period.before, period.year_before)
    )
    return EconomicValue(
        period=period,
        deposits=sum(numbers[0] for numbers in blocks["payments"].values()),
        measure=_sum(row.measure for row in by_material),
        by_material=by_material,
        plant=plant_value(
            connection,
            period,
            blocks,
            goods,
            centre,
            carried.plant,
        ),
        by_village=_by_village(connection, blocks["villages"]),
        by_day=_by_day(blocks["days"]),
        by_class=_by_class(connection, blocks["classes"]),
        participants=participants_of(blocks["people"], only(blocks["new"])[0]),
        payments=payments,
        payouts=payouts,
        opening_balances_rupiah=balances.at(period.day_before),
        balances_rupiah=balances.at(period.last),
        before=before,
        year_before=year_before,
        openings_rupiah=openings_rupiah,
        corrections=corrections,
        debts=debts,
        opening_debts_rupiah=debts_rupiah - debts.owed_rupiah,
        debts_rupiah=debts_rupiah,
    )


def _sum(measures: Iterable[Measure]) -> Measure:
    return sum(measures, Measure())


def _money(blocks: Blocks, debts: Debts) -> tuple[Payments, Payouts, int, Corrections]:
    """How deposits were paid, what was paid out, what was taken over, and what was taken back of each."""
    paid = blocks["payments"]
    _, savings, cash, _, *back = map(sum, zip(NOTHING, *paid.values(), strict=True))
    given = paid.get(Payment.GIVEN, NOTHING)
    payouts, payouts_rupiah, *payouts_back = only(blocks["payouts"])
    _, openings_rupiah, *openings_back = only(blocks["openings"])
    return (
        Payments(savings, cash, given[0], given[3]),
        Payouts(payouts, payouts_rupiah),
        openings_rupiah,
        replace(
            Corrections(*back[:3], *payouts_back[:2], *openings_back[:2]),
            repayments_count=debts.back_count,
            repayments_rupiah=debts.back_rupiah,
        ),
    )


def _by_material(goods: Mapping[int, Material], block: Block) -> tuple[MaterialShare, ...]:
    found = [
        MaterialShare(good.code, good.name, good.unit, good.dlh_category, Measure(*numbers[:5]), numbers[5])
        for key, numbers in block.items()
        for good in [goods[int(key)]]
    ]
    return tuple(sorted(found, key=lambda row: row.code))


def _by_village(connection: Connection, block: Block) -> tuple[VillageShare, ...]:
    query = sa.select(village.c.code, village.c.name, village.c.district)
    names = {code: name for code, *name in connection.execute(query.where(village.c.code.in_(block)))}
    found = [VillageShare(key, *names.get(key, ("", "")), *numbers[:4]) for key, numbers in block.items()]
    return tuple(sorted(found, key=lambda row: (-row.rupiah, row.name, row.code)))


def _by_day(block: Block) -> tuple[DayShare, ...]:
    return tuple(DayShare(date.fromisoformat(day), *numbers[:3]) for day, numbers in sorted(block.items()))


def _by_class(connection: Connection, block: Block) -> tuple[Share, ...]:
    names = {str(id_): name for id_, name in connection.execute(sa.select(member_class.c.id, member_class.c.name))}
    ordered = sorted(block.items(), key=lambda row: int(row[0]))
    return tuple(Share(names[key], names[key], *numbers[:4]) for key, numbers in ordered)


def _headline(
    connection: Connection,
    period: Period,
    carried: Carried,
    balances: BalancesByDay,
    goods: Mapping[int, Material],
    factors: FactorSet,
) -> Headline:
    if period in carried.headlines:
        return carried.headlines[period]
    blocks = headline_sums_of(connection, period, carried.months)
    deposits, members, savings_rupiah = only(blocks["deposits"])[:3]
    measure = Measure(*only(blocks["measure"])[:5])
    payouts_rupiah, openings_rupiah = only(blocks["payouts"])[1], only(blocks["openings"])[1]
    moved_by_debts = Debts(*only(blocks["debts"])).saved_rupiah
    balances.note_moved(period, savings_rupiah + openings_rupiah - payouts_rupiah + moved_by_debts)
    plant = plant_headline(connection, period, blocks, measure.grams, goods, factors)
    return Headline(period, deposits, members, measure, payouts_rupiah, balances.at(period.last), plant)
