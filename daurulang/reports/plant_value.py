"""What the plant did in a period, for the economic value: from the gate over the batches to buyers and landfill.

Which documents count says `reports.standing`. The mass balance is read from the journal itself: what came in is what
went out, was lost, or still lies in the stores, to the gram.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.buyers.model import buyer
from daurulang.centre.model import FactorSet
from daurulang.impact.estimate import Goods, Impact, estimate, landfill_litres
from daurulang.impact.factors import factor_table
from daurulang.ledger.model import AccountKind, EntryKind
from daurulang.loads.model import Measured, SourceKind, load, load_line, load_source
from daurulang.materials.model import DlhCategory
from daurulang.materials.queries import Material
from daurulang.periods import Period
from daurulang.processing.model import BatchKind, Side, batch, batch_line
from daurulang.quantities import Unit
from daurulang.reports.accounts import ProfitAndLoss, profit_of, standing_of
from daurulang.reports.mass_flow import MassBalance, mass_balance
from daurulang.reports.standing import SIGN, counts, days_of, standing
from daurulang.reports.stock import Lying, StockShare, lying_on, stock_shares
from daurulang.sales.model import sale, sale_line


@dataclass(frozen=True, slots=True)
class SourceShare:
    """The loads of one source. Of `grams` some are estimated from a volume, which stands apart and is never added."""

    name: str
    kind: SourceKind
    loads: int
    grams: int
    estimated_grams: int
    volume_litres: int
    rupiah: int


@dataclass(frozen=True, slots=True)
class SoldShare:
    """What was sold of a material: our own quantity in the base of its unit, what it brought and what it had cost."""

    code: str
    name: str
    unit: Unit
    category: DlhCategory
    quantity: int
    grams: int
    rupiah: int
    cost_rupiah: int

    @property
    def margin_rupiah(self) -> int:
        """What it brought above its cost."""
        return self.rupiah - self.cost_rupiah


@dataclass(frozen=True, slots=True)
class BuyerShare:
    """What one buyer bought."""

    name: str
    sales: int
    grams: int
    rupiah: int
    cost_rupiah: int

    @property
    def margin_rupiah(self) -> int:
        """What it brought above its cost."""
        return self.rupiah - self.cost_rupiah


@dataclass(frozen=True, slots=True)
class ProcessShare:
    """The batches of one kind, in grams, minutes of labour and millilitres of fuel."""

    kind: BatchKind
    batches: int
    input_grams: int
    output_grams: int
    residue_grams: int
    loss_grams: int
    labour_minutes: int
    fuel_millilitres: int


@dataclass(frozen=True, slots=True)
class Product:
    """What came out of batches, residue left out."""

    code: str
    name: str
    unit: Unit
    quantity: int
    grams: int


@dataclass(frozen=True, slots=True)
class PlantHeadline:
    """The figures that are compared with other periods."""

    sales_rupiah: int = 0
    margin_rupiah: int = 0
    surplus_rupiah: int = 0
    diverted_grams: int = 0
    grams_co2e: int = 0


NO_PLANT = PlantHeadline()


@dataclass(frozen=True, slots=True)
class PlantValue:
    """Every figure of the plant; `cash_rupiah` is in the boxes and the bank at the end of the last day, `owed_rupiah`
    what buyers owe then.
    """

    sources: tuple[SourceShare, ...]
    sold: tuple[SoldShare, ...]
    buyers: tuple[BuyerShare, ...]
    processes: tuple[ProcessShare, ...]
    products: tuple[Product, ...]
    balance: MassBalance
    stock: tuple[StockShare, ...]
    profit: ProfitAndLoss
    cash_rupiah: int
    owed_rupiah: int
    impact: Impact
    lying: Lying = ()
    """Every store's goods at the end, which the months after a closed one are carried forward from."""

    @property
    def diverted_grams(self) -> int:
        """What came in from residents and on loads, less what was taken to the landfill."""
        return self.balance.total.diverted_grams

    @property
    def diverted_litres(self) -> int:
        """The room it would have taken there."""
        return landfill_litres(self.diverted_grams)

    @property
    def headline(self) -> PlantHeadline:
        """The figures that other periods are compared with."""
        return _headline(self.profit, self.balance, self.impact)

    def __bool__(self) -> bool:
        """Whether there is anything to tell that the counter does not tell by itself."""
        return bool(self.sources or self.sold or self.processes or self.profit.expenses or self.balance.total.landfill)


def plant_value(
    connection: Connection,
    period: Period,
    residents: Mapping[int, int],
    goods: Mapping[int, Material],
    factors: FactorSet,
    last_day: date,
    settled: tuple[date, Lying] | None = None,
) -> PlantValue:
    """The plant's part of a period. `residents` are the grams that they brought by material; `last_day` the last of the
    period, or today while it goes on; `settled` the stores at the end of an earlier day, where a closing keeps them.
    """
    lying = lying_on(connection, last_day, settled)
    sold, buyers = _sold(connection, period, goods)
    money = standing_of(connection, (AccountKind.CASH, AccountKind.BANK, AccountKind.RECEIVABLE), last_day)
    return PlantValue(
        sources=_sources(connection, period),
        sold=tuple(share for _, share in sold),
        buyers=buyers,
        processes=_processes(connection, period),
        products=_products(connection, period, goods),
        balance=mass_balance(connection, period, residents, goods),
        stock=stock_shares(connection, last_day, goods, lying),
        profit=profit_of(connection, period),
        cash_rupiah=money.get(AccountKind.CASH, 0) + money.get(AccountKind.BANK, 0),
        owed_rupiah=money.get(AccountKind.RECEIVABLE, 0),
        impact=_impact(sold, goods, factors),
        lying=lying,
    )


def plant_headline(
    connection: Connection,
    period: Period,
    residents_grams: int,
    goods: Mapping[int, Material],
    factors: FactorSet,
) -> PlantHeadline:
    """Only what is compared; `residents_grams` is what residents brought."""
    sold, _ = _sold(connection, period, goods)
    balance = mass_balance(connection, period, {}, goods)
    found = _headline(profit_of(connection, period), balance, _impact(sold, goods, factors))
    return replace(found, diverted_grams=found.diverted_grams + residents_grams)


def _headline(profit: ProfitAndLoss, balance: MassBalance, impact: Impact) -> PlantHeadline:
    diverted = balance.total.diverted_grams
    return PlantHeadline(profit.sales_rupiah, profit.margin_rupiah, profit.surplus_rupiah, diverted, impact.grams_co2e)


def _impact(sold: Iterable[tuple[int, SoldShare]], goods: Mapping[int, Material], factors: FactorSet) -> Impact:
    """An estimate for what was sold: only that is known to be recycled."""
    return estimate(
        (Goods(share.code, share.name, goods[id_].substance, share.grams) for id_, share in sold), factor_table(factors)
    )


_FIRST_LINE: sa.ColumnElement[int] = sa.literal_column("1")
_SOURCES = (
    sa.select(
        load_source.c.name,
        load_source.c.kind,
        sa.func.sum(sa.case((load_line.c.position == _FIRST_LINE, SIGN), else_=0)),
        sa.func.sum(SIGN * load_line.c.grams),
        sa.func.sum(sa.case((load_line.c.measured == Measured.VOLUME, SIGN * load_line.c.grams), else_=0)),
        sa.func.sum(SIGN * load_line.c.volume_litres),
        sa.func.sum(SIGN * load_line.c.amount_rupiah),
    )
    .select_from(
        standing(load)
        .join(load_source, load_source.c.id == load.c.source_id)
        .join(load_line, load_line.c.entry_id == load.c.entry_id)
    )
    .where(counts(EntryKind.LOAD))
    .group_by(load_source.c.id, load_source.c.name, load_source.c.kind)
)
_SOLD = (
    sa.select(
        buyer.c.id,
        buyer.c.name,
        sale_line.c.material_id,
        sa.func.sum(sa.case((sale_line.c.position == _FIRST_LINE, SIGN), else_=0)),
        *(sa.func.sum(SIGN * sale_line.c[name]) for name in ("quantity", "grams", "amount_rupiah", "cost_rupiah")),
    )
    .select_from(
        standing(sale)
        .join(buyer, buyer.c.id == sale.c.buyer_id)
        .join(sale_line, sale_line.c.entry_id == sale.c.entry_id)
    )
    .where(counts(EntryKind.SALE))
    .group_by(buyer.c.id, buyer.c.name, sale_line.c.material_id)
)
_FIGURES = ("input_grams", "output_grams", "residue_grams", "loss_grams", "labour_minutes", "fuel_millilitres")
_PROCESSES = (
    sa.select(batch.c.kind, sa.func.sum(SIGN), *(sa.func.sum(SIGN * batch.c[name]) for name in _FIGURES))
    .select_from(standing(batch))
    .where(counts(EntryKind.BATCH), batch.c.kind != BatchKind.MOVE)
    .group_by(batch.c.kind)
)
_PRODUCTS = (
    sa.select(
        batch_line.c.material_id,
        sa.func.sum(SIGN * batch_line.c.quantity),
        sa.func.sum(SIGN * batch_line.c.grams),
    )
    .select_from(standing(batch).join(batch_line, batch_line.c.entry_id == batch.c.entry_id))
    .where(counts(EntryKind.BATCH), batch.c.kind != BatchKind.MOVE, batch_line.c.side == Side.OUTPUT)
    .group_by(batch_line.c.material_id)
)


def _sources(connection: Connection, period: Period) -> tuple[SourceShare, ...]:
    rows = connection.execute(_SOURCES, days_of(period))
    found = [SourceShare(name, kind, *map(int, figures)) for name, kind, *figures in rows]
    return tuple(sorted(found, key=lambda each: (-each.grams, each.name)))


def _sold(
    connection: Connection, period: Period, goods: Mapping[int, Material]
) -> tuple[list[tuple[int, SoldShare]], tuple[BuyerShare, ...]]:
    """What was sold, by material (with its id) and by buyer, the largest value first."""
    materials: dict[int, list[int]] = {}
    buyers: dict[int, list[int]] = {}
    names: dict[int, str] = {}
    for buyer_id, name, material_id, *figures in connection.execute(_SOLD, days_of(period)):
        sales, quantity, grams, rupiah, cost = map(int, figures)
        _add(materials, material_id, quantity, grams, rupiah, cost)
        _add(buyers, buyer_id, sales, grams, rupiah, cost)
        names[buyer_id] = name
    sold = [
        (id_, SoldShare(good.code, good.name, good.unit, good.dlh_category, *figures))
        for id_, figures in materials.items()
        for good in [goods[id_]]
    ]
    bought = [BuyerShare(names[id_], *figures) for id_, figures in buyers.items()]
    return (
        sorted(sold, key=lambda each: (-each[1].rupiah, each[1].code)),
        tuple(sorted(bought, key=lambda each: (-each.rupiah, each.name))),
    )


def _add(sums: dict[int, list[int]], key: int, *figures: int) -> None:
    sums[key] = [old + new for old, new in zip(sums.get(key, [0] * len(figures)), figures, strict=True)]


def _processes(connection: Connection, period: Period) -> tuple[ProcessShare, ...]:
    rows = connection.execute(_PROCESSES, days_of(period))
    found = [ProcessShare(kind, *map(int, figures)) for kind, *figures in rows]
    order = {kind: place for place, kind in enumerate(BatchKind)}
    return tuple(sorted(found, key=lambda each: order[each.kind]))


def _products(connection: Connection, period: Period, goods: Mapping[int, Material]) -> tuple[Product, ...]:
    rows = connection.execute(_PRODUCTS, days_of(period))
    found = [
        Product(goods[id_].code, goods[id_].name, goods[id_].unit, int(quantity), int(grams))
        for id_, quantity, grams in rows
    ]
    return tuple(sorted(found, key=lambda each: (-each.grams, each.code)))
