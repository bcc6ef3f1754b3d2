"""Questions about materials and prices: what may be weighed in today, at what price, and what it was before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.database import Database, values_of
from daurulang.errors import UnknownMaterial
from daurulang.materials.model import (
    DlhCategory,
    PriceSide,
    SipsnCategory,
    Substance,
    material,
    material_alias,
    price,
)
from daurulang.quantities import Condition, Unit
from daurulang.staff.model import staff


@dataclass(frozen=True, slots=True)
class Material:
    """A good with the other names it goes by; `grams_per_unit` of a piece or a litre, None where not known; `substance`
    None where nobody has said what it is made of.
    """

    id: int
    code: str
    name: str
    unit: Unit
    grams_per_unit: int | None
    dlh_category: DlhCategory
    sipsn_category: SipsnCategory
    icon: str
    active: bool
    substance: Substance | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PriceKey:
    """What a price belongs to; sell prices have no class."""

    material_id: int
    side: PriceSide
    condition: Condition
    member_class_id: int | None


@dataclass(frozen=True, slots=True)
class Price:
    """A price in force: its row and rupiah per unit."""

    id: int
    rupiah: int


@dataclass(frozen=True, slots=True)
class PriceChange:
    """One row of a price's history; `rupiah` None withdrew it."""

    valid_from: date
    rupiah: int | None
    reason: str
    staff: str
    at_ms: int


@dataclass(frozen=True, slots=True)
class PriceBoard:
    """The materials and every price in force on `day` and on the day before."""

    day: date
    materials: tuple[Material, ...]
    today: Mapping[PriceKey, Price]
    yesterday: Mapping[PriceKey, Price]

    def buy(self, material_id: int, condition: Condition, member_class_id: int) -> Price | None:
        """The buy price for a class, or the common class's where the class has none of its own."""
        return buy_price(self.today, material_id, condition, member_class_id)

    def buy_before(self, material_id: int, condition: Condition, member_class_id: int) -> Price | None:
        """The buy price of the day before."""
        return buy_price(self.yesterday, material_id, condition, member_class_id)

    def sell(self, material_id: int, condition: Condition) -> Price | None:
        """The sell price."""
        return self.today.get(PriceKey(material_id, PriceSide.SELL, condition, None))

    def conditions(self, material_id: int, member_class_id: int) -> tuple[Condition, ...]:
        """The conditions that have a buy price today, in their order."""
        return tuple(each for each in Condition if self.buy(material_id, each, member_class_id) is not None)


COMMON_CLASS_ID = 1


def buy_price(
    prices: Mapping[PriceKey, Price], material_id: int, condition: Condition, member_class_id: int
) -> Price | None:
    """The buy price among `prices` for a class, or the common class's where the class has none of its own."""
    own = prices.get(PriceKey(material_id, PriceSide.BUY, condition, member_class_id))
    return own or prices.get(PriceKey(material_id, PriceSide.BUY, condition, COMMON_CLASS_ID))


_MATERIAL_COLUMNS = (
    material.c.id,
    material.c.code,
    material.c.name,
    material.c.unit,
    material.c.grams_per_unit,
    material.c.dlh_category,
    material.c.sipsn_category,
    material.c.icon,
    material.c.active,
    material.c.substance,
)


def materials(connection: Connection) -> tuple[Material, ...]:
    """Every material, active or not, by code."""
    aliases: dict[int, list[str]] = {}
    for row in connection.execute(
        sa.select(material_alias.c.material_id, material_alias.c.alias).order_by(material_alias.c.alias)
    ):
        aliases.setdefault(row.material_id, []).append(row.alias)
    rows = connection.execute(sa.select(*_MATERIAL_COLUMNS).order_by(material.c.code))
    return tuple(replace(each, aliases=tuple(aliases.get(each.id, ()))) for each in values_of(Material, rows))


_SOME = sa.select(*_MATERIAL_COLUMNS).where(material.c.id.in_(sa.bindparam("ids", expanding=True)))


def materials_by_id(connection: Connection, ids: list[int]) -> dict[int, Material]:
    """Some materials without their aliases, by id."""
    return {row[0]: Material(*row) for row in connection.execute(_SOME, {"ids": ids})}


def the_materials(connection: Connection, ids: Iterable[int]) -> dict[int, Material]:
    """The same; raises `UnknownMaterial` for an id that nothing has."""
    wanted = sorted(set(ids))
    found = materials_by_id(connection, wanted)
    for id_ in wanted:
        if id_ not in found:
            raise UnknownMaterial(str(id_))
    return found


def _ranked(*where: sa.ColumnElement[bool]) -> sa.Subquery:
    """Every price on or before :day; rank 1 is the one in force, later rows of one day above earlier ones."""
    newest = sa.func.row_number().over(
        partition_by=(price.c.material_id, price.c.side, price.c.condition, price.c.member_class_id),
        order_by=(price.c.valid_from.desc(), price.c.id.desc()),
    )
    columns = (
        price.c.material_id,
        price.c.side,
        price.c.condition,
        price.c.member_class_id,
        price.c.id,
        price.c.rupiah,
    )
    return sa.select(*columns, newest.label("rank")).where(price.c.valid_from <= sa.bindparam("day"), *where).subquery()


_ALL = _ranked()
_ALL_IN_FORCE = sa.select(
    _ALL.c.material_id, _ALL.c.side, _ALL.c.condition, _ALL.c.member_class_id, _ALL.c.id, _ALL.c.rupiah
).where(_ALL.c.rank == 1, _ALL.c.rupiah.is_not(None))

_IDS: sa.BindParameter[list[int]] = sa.bindparam("ids", expanding=True)
_BOUGHT = _ranked(
    price.c.side == PriceSide.BUY,
    price.c.material_id.in_(_IDS),
    price.c.member_class_id.in_((sa.bindparam("class_id"), COMMON_CLASS_ID)),
)
_GOODS = (
    sa.select(*_MATERIAL_COLUMNS, _BOUGHT.c.condition, _BOUGHT.c.member_class_id, _BOUGHT.c.id, _BOUGHT.c.rupiah)
    .select_from(material)
    .outerjoin(_BOUGHT, sa.and_(_BOUGHT.c.material_id == material.c.id, _BOUGHT.c.rank == 1))
    .where(material.c.id.in_(_IDS))
)


def prices_on(connection: Connection, day: date) -> dict[PriceKey, Price]:
    """Every price in force on a day."""
    rows = connection.execute(_ALL_IN_FORCE, {"day": day})
    return {PriceKey(*row[:4]): Price(*row[4:]) for row in rows}


def goods_on(
    connection: Connection, day: date, material_ids: list[int], member_class_id: int
) -> tuple[dict[int, Material], dict[PriceKey, Price]]:
    """Some materials (without their aliases) and their buy prices on a day for a class and the common class."""
    known: dict[int, Material] = {}
    prices: dict[PriceKey, Price] = {}
    values = {"day": day, "ids": material_ids, "class_id": member_class_id}
    for *columns, condition, class_id, price_id, rupiah in connection.execute(_GOODS, values):
        good = known.setdefault(columns[0], Material(*columns))
        if rupiah is not None:
            prices[PriceKey(good.id, PriceSide.BUY, condition, class_id)] = Price(price_id, rupiah)
    return known, prices


def price_board(db: Database, day: date) -> PriceBoard:
    """All materials and prices of a day and of the day before."""
    with db.reading() as connection:
        return PriceBoard(
            day, materials(connection), prices_on(connection, day), prices_on(connection, day - timedelta(days=1))
        )


def price_history(db: Database, key: PriceKey) -> tuple[PriceChange, ...]:
    """Every change of one price, newest first."""
    same_class = (
        price.c.member_class_id.is_(None)
        if key.member_class_id is None
        else price.c.member_class_id == key.member_class_id
    )
    with db.reading() as connection:
        rows = connection.execute(
            sa.select(
                price.c.valid_from,
                price.c.rupiah,
                price.c.reason,
                sa.func.coalesce(staff.c.name, ""),
                price.c.at_ms,
            )
            .outerjoin(staff, staff.c.id == price.c.staff_id)
            .where(
                price.c.material_id == key.material_id,
                price.c.side == key.side,
                price.c.condition == key.condition,
                same_class,
            )
            .order_by(price.c.valid_from.desc(), price.c.id.desc())
        )
        return values_of(PriceChange, rows)
