"""The centre at a glance: today, this month against before, what waits in the store, prices, who brings most.

Every question is bounded by the days it is about, so that it costs what those days hold.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.centre.queries import the_centre
from daurulang.database import Database
from daurulang.ledger.model import AccountKind, EntryKind
from daurulang.materials.model import PriceSide, price
from daurulang.materials.queries import COMMON_CLASS_ID, Material, materials
from daurulang.periods import Period, month_of, months_from
from daurulang.quantities import Condition
from daurulang.reports.accounts import standing_of
from daurulang.reports.across import Across, Cell, brought, names_of_keys
from daurulang.reports.blocks import only
from daurulang.reports.period_blocks import headline_of
from daurulang.reports.standing import SIGN, counts, days_of, standing
from daurulang.reports.stock import StockRow, stock_of
from daurulang.sales.model import sale

MOST_DEPOSITORS = 10


@dataclass(frozen=True, slots=True)
class Figures:
    """What a stretch of days held: `sales_rupiah` what buyers bought."""

    period: Period
    deposits: int
    members: int
    grams: int
    rupiah: int
    payouts: int
    payouts_rupiah: int
    sales: int
    sales_rupiah: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """A material, a village or a member with what was brought of it, from it or by it."""

    key: str
    name: str
    grams: int
    rupiah: int


@dataclass(frozen=True, slots=True)
class PriceStep:
    """A price of clean goods from a day on, in rupiah per unit; None withdrew it."""

    day: date
    side: PriceSide
    rupiah: int | None


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Everything at once, from one snapshot. `before` and `year_before` end on the same day of their month as `month`;
    members are told by number, and only whoever asks is told their names (`Ranked.name`).
    """

    today: Figures
    month: Figures
    before: Figures
    year_before: Figures
    cash_rupiah: int
    by_material: tuple[Ranked, ...]
    by_village: tuple[Ranked, ...]
    depositors: tuple[Ranked, ...]
    waiting: tuple[StockRow, ...]
    day: date


def dashboard(db: Database) -> Dashboard:
    """The centre now."""
    with db.reading() as connection:
        today = the_centre(connection).today()
        month = Period(month_of(today).first, today)
        goods = {each.id: each for each in materials(connection)}
        return Dashboard(
            today=_figures(connection, Period(today, today)),
            month=_figures(connection, month),
            before=_figures(connection, _until_the_same_day(today, 1)),
            year_before=_figures(connection, _until_the_same_day(today, 12)),
            cash_rupiah=standing_of(connection, (AccountKind.CASH,), today).get(AccountKind.CASH, 0),
            by_material=_by_material(brought(connection, month, Across.MONTH), goods),
            by_village=_ranked(connection, month, Across.VILLAGE),
            depositors=_ranked(connection, month, Across.MEMBER)[:MOST_DEPOSITORS],
            waiting=_waiting(connection, today),
            day=today,
        )


def _until_the_same_day(today: date, months_ago: int) -> Period:
    """The same days of an earlier month, or all of a shorter one."""
    month = months_from(today, -months_ago, 1)
    return Period(month.first, min(month.last, month.first.replace(day=min(today.day, month.last.day))))


_SALES = (
    sa.select(sa.func.coalesce(sa.func.sum(SIGN), 0), sa.func.coalesce(sa.func.sum(SIGN * sale.c.total_rupiah), 0))
    .select_from(standing(sale))
    .where(counts(EntryKind.SALE))
)


def _figures(connection: Connection, period: Period) -> Figures:
    blocks = headline_of(connection, period)
    deposits, members, *_rest = only(blocks["deposits"])
    _lines, grams, _pieces, _millilitres, rupiah, *_more = only(blocks["measure"])
    payouts, payouts_rupiah, *_back = only(blocks["payouts"])
    sales, sales_rupiah = map(int, connection.execute(_SALES, days_of(period)).one())
    return Figures(period, deposits, members, grams, rupiah, payouts, payouts_rupiah, sales, sales_rupiah)


def _by_material(cells: list[Cell], goods: dict[int, Material]) -> tuple[Ranked, ...]:
    found = [
        Ranked(str(cell.material_id), goods[cell.material_id].name, cell.grams, cell.rupiah)
        for cell in cells
        if cell.rupiah or cell.grams
    ]
    return tuple(sorted(found, key=lambda each: (-each.rupiah, each.name)))


def _ranked(connection: Connection, period: Period, across: Across) -> tuple[Ranked, ...]:
    sums: dict[str, tuple[int, int]] = {}
    for cell in brought(connection, period, across):
        grams, rupiah = sums.get(cell.key, (0, 0))
        sums[cell.key] = (grams + cell.grams, rupiah + cell.rupiah)
    names = names_of_keys(connection, across, sums)
    found = [Ranked(key, names.get(key, ""), *figures) for key, figures in sums.items()]
    return tuple(sorted(found, key=lambda each: (-each.grams, -each.rupiah, each.name)))


def _waiting(connection: Connection, today: date) -> tuple[StockRow, ...]:
    """What lies in the stores, the oldest first."""
    rows = [row for row in stock_of(connection, today).rows if row.since is not None]
    return tuple(sorted(rows, key=lambda row: (row.since or today, -row.there.rupiah)))


def price_steps(db: Database, material_id: int) -> tuple[PriceStep, ...]:
    """Every buy and sell price that clean goods of a material had for everybody, oldest first."""
    with db.reading() as connection:
        rows = connection.execute(
            sa.select(price.c.valid_from, price.c.side, price.c.rupiah)
            .where(
                price.c.material_id == material_id,
                price.c.condition == Condition.CLEAN,
                sa.or_(price.c.member_class_id.is_(None), price.c.member_class_id == COMMON_CLASS_ID),
            )
            .order_by(price.c.valid_from, price.c.id)
        )
        return tuple(PriceStep(*row) for row in rows)
