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
from daurulang.centre.queries import Centre
from daurulang.disposals.model import disposal
from daurulang.expenses.model import expense
from daurulang.impact.estimate import Goods, Impact, estimate, landfill_litres
from daurulang.impact.factors import factor_table
from daurulang.ledger.model import AccountKind
from daurulang.loads.model import SourceKind, load, load_source
from daurulang.materials.model import DlhCategory
from daurulang.materials.queries import Material
from daurulang.periods import Period
from daurulang.processing.model import BatchKind, batch
from daurulang.quantities import Unit, divided
from daurulang.reports.accounts import ProfitAndLoss, profit_from, standing_of, standing_since
from daurulang.reports.blocks import Block, Blocks
from daurulang.reports.mass_flow import MassBalance, mass_balance
from daurulang.reports.stock import Lying, StockShare, lying_on, stock_shares
from daurulang.sales.model import sale
from daurulang.stocktakes.model import stocktake


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
    generated_grams: int = 0
    """What the whole regency generates in the days of the report, 0 where nobody said; `generated_source` did."""
    generated_source: str = ""
    worked: bool = False
    """Whether the centre has a plant: it hauled in, processed, sold, took away, counted its stores or paid expenses."""

    @property
    def diverted_grams(self) -> int:
        """What came in from residents and on loads, less what was taken to the landfill."""
        return self.balance.total.diverted_grams

    @property
    def diverted_millipercent(self) -> int:
        """The part of what the regency generates, in thousandths of a percent, half up; 0 where that is not known."""
        return divided(100_000 * self.diverted_grams, self.generated_grams) if self.generated_grams else 0

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
        told = self.sources or self.sold or self.processes or self.profit.expenses or self.balance.total.landfill
        return bool(self.worked or told)


@dataclass(frozen=True, slots=True)
class Settled:
    """What a closing kept of the end of a day: the stores' goods, cash and bank, and what buyers owed."""

    day: date
    lying: Lying
    cash_rupiah: int
    owed_rupiah: int


def settled_by(day: date, plant: PlantValue | None) -> Settled | None:
    """How `day` ended by the report of a period that ends with it, where that tells of the plant."""
    return None if plant is None else Settled(day, plant.lying, plant.cash_rupiah, plant.owed_rupiah)


def plant_value(
    connection: Connection,
    period: Period,
    blocks: Blocks,
    goods: Mapping[int, Material],
    centre: Centre,
    settled: Settled | None = None,
) -> PlantValue:
    """The plant's part of a period, until today while it goes on, from its blocks and those of the counter; `settled`
    is how an earlier day ended, where a closing keeps that.
    """
    last_day = min(period.last, centre.today())
    if settled is not None and settled.day > last_day:
        settled = None
    lying = lying_on(connection, last_day, None if settled is None else (settled.day, settled.lying))
    cash_rupiah, owed_rupiah = _money(connection, last_day, settled)
    sold, buyers = _sold(connection, blocks["sold"], goods)
    residents = {int(key): numbers[1] for key, numbers in blocks["materials"].items()}
    return PlantValue(
        sources=_sources(connection, blocks["sources"]),
        sold=tuple(share for _, share in sold),
        buyers=buyers,
        processes=_processes(blocks["processes"]),
        products=_products(blocks["products"], goods),
        balance=mass_balance(blocks["flows"], residents, goods),
        stock=stock_shares(connection, last_day, goods, lying),
        profit=profit_from(connection, period, blocks["result"]),
        cash_rupiah=cash_rupiah,
        owed_rupiah=owed_rupiah,
        impact=_impact(sold, goods, centre.factor_set),
        lying=lying,
        generated_grams=centre.generated_grams(period),
        generated_source=centre.generation_source,
        worked=bool(connection.scalar(_WORKED)),
    )


_WORKED = sa.select(
    sa.or_(*(sa.exists().select_from(acts) for acts in (load, batch, sale, disposal, stocktake, expense)))
)


def plant_headline(
    connection: Connection,
    period: Period,
    blocks: Blocks,
    residents_grams: int,
    goods: Mapping[int, Material],
    factors: FactorSet,
) -> PlantHeadline:
    """Only what is compared; `residents_grams` is what residents brought."""
    sold, _ = _sold(connection, blocks["sold"], goods)
    balance = mass_balance(blocks["flows"], {}, goods)
    found = _headline(profit_from(connection, period, blocks["result"]), balance, _impact(sold, goods, factors))
    return replace(found, diverted_grams=found.diverted_grams + residents_grams)


def _headline(profit: ProfitAndLoss, balance: MassBalance, impact: Impact) -> PlantHeadline:
    diverted = balance.total.diverted_grams
    return PlantHeadline(profit.sales_rupiah, profit.margin_rupiah, profit.surplus_rupiah, diverted, impact.grams_co2e)


def _impact(sold: Iterable[tuple[int, SoldShare]], goods: Mapping[int, Material], factors: FactorSet) -> Impact:
    """An estimate for what was sold: only that is known to be recycled."""
    return estimate(
        (Goods(share.code, share.name, goods[id_].substance, share.grams) for id_, share in sold if share.quantity),
        factor_table(factors),
    )


def _money(connection: Connection, day: date, settled: Settled | None) -> tuple[int, int]:
    """What lay in the boxes and the bank at the end of a day, and what buyers owed."""
    if settled is None:
        found = standing_of(connection, _MONEY, day)
    else:
        then = {AccountKind.CASH: settled.cash_rupiah, AccountKind.RECEIVABLE: settled.owed_rupiah}
        found = standing_since(connection, _MONEY, then, settled.day, day)
    cash = found.get(AccountKind.CASH, 0) + found.get(AccountKind.BANK, 0)
    return cash, found.get(AccountKind.RECEIVABLE, 0)


_MONEY = (AccountKind.CASH, AccountKind.BANK, AccountKind.RECEIVABLE)


def _sources(connection: Connection, block: Block) -> tuple[SourceShare, ...]:
    query = sa.select(load_source.c.id, load_source.c.name, load_source.c.kind)
    named = {id_: names for id_, *names in connection.execute(query.where(load_source.c.id.in_(map(int, block))))}
    found = [SourceShare(*named[int(key)], *figures) for key, figures in block.items()]
    return tuple(sorted(found, key=lambda each: (-each.grams, each.name)))


def _sold(
    connection: Connection, block: Block, goods: Mapping[int, Material]
) -> tuple[list[tuple[int, SoldShare]], tuple[BuyerShare, ...]]:
    """What was sold, by material (with its id) and by buyer, the largest value first."""
    materials: dict[int, list[int]] = {}
    buyers: dict[int, list[int]] = {}
    for key, (sales, quantity, grams, rupiah, cost) in block.items():
        buyer_id, material_id = map(int, key.split())
        _add(materials, material_id, quantity, grams, rupiah, cost)
        _add(buyers, buyer_id, sales, grams, rupiah, cost)
    query = sa.select(buyer.c.id, buyer.c.name).where(buyer.c.id.in_(buyers))
    names = {row.id: row.name for row in connection.execute(query)}
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


def _processes(block: Block) -> tuple[ProcessShare, ...]:
    found = [ProcessShare(BatchKind(key), *figures) for key, figures in block.items()]
    order = {kind: place for place, kind in enumerate(BatchKind)}
    return tuple(sorted(found, key=lambda each: order[each.kind]))


def _products(block: Block, goods: Mapping[int, Material]) -> tuple[Product, ...]:
    found = [
        Product(good.code, good.name, good.unit, quantity, grams)
        for key, (quantity, grams) in block.items()
        for good in [goods[int(key)]]
    ]
    return tuple(sorted(found, key=lambda each: (-each.grams, each.code)))
