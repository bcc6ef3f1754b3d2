"""What the environment office asks of a centre: its monthly form, and the sheets of SIPSN.

What came in is what residents brought and loads hauled in; what is managed (terkelola) is that less what went to the
landfill, category by category, so that the eight always sum to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.centre.queries import the_centre
from daurulang.corrections.model import reversal
from daurulang.deposits.model import deposit
from daurulang.ledger.model import EntryKind, entry
from daurulang.loads.model import load, load_line, load_source
from daurulang.materials.model import DlhCategory, SipsnCategory
from daurulang.materials.queries import Material, materials
from daurulang.members.model import SourceClass
from daurulang.periods import Period, months_within
from daurulang.processing.model import BatchKind, Side, batch, batch_line
from daurulang.reports.across import Across, brought
from daurulang.reports.mass_flow import GroupFlow, MassBalance, flows_of, mass_balance
from daurulang.reports.standing import SIGN, counts, days_of, standing
from daurulang.sales.model import sale, sale_line


@dataclass(frozen=True, slots=True)
class OfficeMonth:
    """A month of the form, in grams. `weightless_lines` were weighed in by piece or litre without a known weight, and
    are in none of the kilograms.
    """

    month: Period
    residents_grams: int
    hauled_grams: int
    landfill_grams: int
    managed: Mapping[DlhCategory, int]
    members: int
    weightless_lines: int

    @property
    def into_grams(self) -> int:
        """All that came in (sampah masuk)."""
        return self.residents_grams + self.hauled_grams

    @property
    def managed_grams(self) -> int:
        """All that is managed (sampah terkelola)."""
        return sum(self.managed.values())


@dataclass(frozen=True, slots=True)
class Sipsn:
    """The sheets of SIPSN for a period, in grams: `generated` (A) is the regency's, 0 where nobody said it; `reduced`
    (B) is what residents sorted and brought, `handled` (C) what loads hauled in, `raw_material` (E) compost, maggots
    and RDF that were made, `recycled` (D) what was sold of all goods that were never made so.
    """

    period: Period
    composition: Mapping[SipsnCategory, int]
    sources: Mapping[SourceClass, int]
    reduced_grams: int
    handled_grams: int
    recycled_grams: int
    raw_material_grams: int
    generated_grams: int = 0

    @property
    def managed_grams(self) -> int:
        """B + C."""
        return self.reduced_grams + self.handled_grams


@dataclass(frozen=True, slots=True)
class OfficeFigures:
    """What a closed month keeps, so that it goes on saying what was sent in, whatever goods and members are called."""

    form: OfficeMonth
    sipsn: Sipsn


OfficeKept = Mapping[Period, OfficeFigures]
"""The closed months that keep their figures."""


def office_figures(connection: Connection, month: Period) -> OfficeFigures:
    """The figures of a month that is about to be closed."""
    return OfficeFigures(_office_month(connection, month), _sipsn(connection, month))


def office_months(connection: Connection, period: Period, kept: OfficeKept) -> list[OfficeMonth]:
    """The form, month by month; a month that the period only touches has what lies in the period."""
    return [kept[month].form if month in kept else _office_month(connection, month) for month in months_within(period)]


def _office_month(connection: Connection, month: Period) -> OfficeMonth:
    cells = brought(connection, month, Across.MONTH)
    residents = {cell.material_id: cell.grams for cell in cells}
    goods = {each.id: each for each in materials(connection)}
    balance = mass_balance(flows_of(connection, month), residents, goods)
    return OfficeMonth(
        month,
        balance.total.residents,
        balance.total.hauled,
        balance.total.landfill,
        {category: _group(balance, category).diverted_grams for category in DlhCategory},
        active_members(connection, month),
        sum(cell.weightless_lines for cell in cells),
    )


def _group(balance: MassBalance, category: DlhCategory) -> GroupFlow:
    return next((each for each in balance.groups if each.category is category), GroupFlow(category))


_MEMBERS = (
    sa.select(sa.func.count(sa.distinct(deposit.c.member_id)))
    .select_from(standing(deposit))
    .where(counts(EntryKind.DEPOSIT), reversal.c.entry_id.is_(None))
)


def active_members(connection: Connection, period: Period) -> int:
    """How many members brought something."""
    return int(connection.scalar(_MEMBERS, days_of(period)) or 0)


_HAULED = (
    sa.select(load_line.c.material_id, load_source.c.source_class, sa.func.sum(SIGN * load_line.c.grams))
    .select_from(
        standing(load)
        .join(load_source, load_source.c.id == load.c.source_id)
        .join(load_line, load_line.c.entry_id == load.c.entry_id)
    )
    .where(counts(EntryKind.LOAD))
    .group_by(load_line.c.material_id, load_source.c.source_class)
)
RAW_MATERIAL = (BatchKind.COMPOST, BatchKind.MAGGOT, BatchKind.RDF)
"""What a batch of these kinds makes is a raw material (bahan baku) for SIPSN."""
_MADE_BY = (batch.c.kind.in_(RAW_MATERIAL), batch_line.c.side == Side.OUTPUT)
_MADE = (
    sa.select(batch_line.c.material_id, sa.func.sum(SIGN * batch_line.c.grams))
    .select_from(standing(batch).join(batch_line, batch_line.c.entry_id == batch.c.entry_id))
    .where(counts(EntryKind.BATCH), *_MADE_BY)
    .group_by(batch_line.c.material_id)
)
_EVER_MADE = (
    sa.select(batch_line.c.material_id)
    .join(batch, batch.c.entry_id == batch_line.c.entry_id)
    .join(entry, entry.c.id == batch.c.entry_id)
    .where(*_MADE_BY, entry.c.day <= sa.bindparam("last"), ~sa.exists().where(reversal.c.original_id == entry.c.id))
    .distinct()
)
_SOLD = (
    sa.select(sale_line.c.material_id, sa.func.sum(SIGN * sale_line.c.grams))
    .select_from(standing(sale).join(sale_line, sale_line.c.entry_id == sale.c.entry_id))
    .where(counts(EntryKind.SALE))
    .group_by(sale_line.c.material_id)
)


def sipsn(connection: Connection, period: Period, kept: OfficeKept) -> Sipsn:
    """The sheets of a period, added up of its months; A is what the settings say today, but in a closed month."""
    if period in kept:
        return kept[period].sipsn
    months = [kept[month].sipsn if month in kept else _sipsn(connection, month) for month in months_within(period)]
    return Sipsn(
        period,
        {each: sum(month.composition[each] for month in months) for each in SipsnCategory},
        {each: sum(month.sources[each] for month in months) for each in SourceClass},
        sum(month.reduced_grams for month in months),
        sum(month.handled_grams for month in months),
        sum(month.recycled_grams for month in months),
        sum(month.raw_material_grams for month in months),
        the_centre(connection).generated_grams(period),
    )


def _sipsn(connection: Connection, period: Period) -> Sipsn:
    goods: dict[int, Material] = {each.id: each for each in materials(connection)}
    composition = dict.fromkeys(SipsnCategory, 0)
    sources = dict.fromkeys(SourceClass, 0)
    reduced = handled = 0
    for cell in brought(connection, period, Across.SOURCE):
        composition[goods[cell.material_id].sipsn_category] += cell.grams
        sources[SourceClass(cell.key)] += cell.grams
        reduced += cell.grams
    for material_id, source_class, figure in connection.execute(_HAULED, days_of(period)):
        grams = int(figure)
        composition[goods[material_id].sipsn_category] += grams
        sources[source_class] += grams
        handled += grams
    made, sold = (
        {id_: int(grams) for id_, grams in connection.execute(statement, days_of(period))}
        for statement in (_MADE, _SOLD)
    )
    raw = set(connection.scalars(_EVER_MADE, {"last": period.last}))
    recycled = sum(grams for id_, grams in sold.items() if id_ not in raw)
    generated = the_centre(connection).generated_grams(period)
    return Sipsn(period, composition, sources, reduced, handled, recycled, sum(made.values()), generated)
