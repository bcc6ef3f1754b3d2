"""What undoing an act does to the stores: its goods have to lie there, and what stays there keeps a sound cost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.corrections.model import reversal
from daurulang.corrections.originals import Original, original_of
from daurulang.ledger.model import entry, mass_transfer
from daurulang.ledger.service import wait_for_counters
from daurulang.materials.queries import the_materials
from daurulang.stock.differences import ends_of, level_of, levels_left, put_right
from daurulang.stock.model import store
from daurulang.stock.queries import NOTHING, Level, StockKey, least_since, levels_of, stores
from daurulang.stock.service import lock_stores
from daurulang.stock_errors import GoodsGone, StoreLaidAside

_AT_ONCE = 500
_KEY = (mass_transfer.c.from_place_id, mass_transfer.c.from_material_id, mass_transfer.c.from_condition)
# What reversals took out of stores, with the first day of each and an act that was undone.
_LEFT = (
    sa.select(*_KEY, sa.func.min(entry.c.day), sa.func.min(reversal.c.original_id))
    .join(entry, entry.c.id == mass_transfer.c.entry_id)
    .join(reversal, reversal.c.entry_id == entry.c.id)
    .join(store, store.c.place_id == mass_transfer.c.from_place_id)
    .where(entry.c.id.in_(sa.bindparam("ids", expanding=True)))
    .group_by(*_KEY)
)


def settled(connection: Connection, originals: Sequence[Original]) -> list[Original]:
    """The acts, undone one after the other, each with what leaves the stores right behind it (`put_right`):
    goods that came with it may have gone out with others at their average since.

    Until the transaction ends nothing is taken out of these stores. Raises `GoodsGone` where what an act brought does
    not lie there any more, `StoreLaidAside` where what it took comes back to a store that is not used any more.
    """
    if not any(each.mass for each in originals):
        return list(originals)
    known = {each.place_id: each for each in stores(connection)}
    for back in (known.get(each.to_place) for original in originals for each in original.mass):
        if back is not None and not back.active:
            raise StoreLaidAside(back.name)
    leaving = [each for original in originals for each in original.mass if each.from_place in known]
    if not leaving:
        return list(originals)
    lock_stores(connection, (each.from_place for each in leaving))
    wait_for_counters(connection)
    goods = the_materials(connection, (each.from_material_id for original in originals for each in original.mass))
    units = {id_: good.unit for id_, good in goods.items()}
    there = dict(levels_of(connection, goods))

    def level(key: StockKey) -> Level:
        return there.get(key, NOTHING)

    found = []
    for original in originals:
        for key, (_, after) in levels_left(original.mass, known, level).items():
            if after.of(units[key.material_id]) < 0:
                raise GoodsGone(original.number, (goods[key.material_id].name,))
        mass, money = put_right(original.mass, known, level, units)
        for each in mass:
            gone, come = ends_of(each)
            there[gone] = level(gone) - level_of(each)
            there[come] = level(come) + level_of(each)
        found.append(replace(original, mass=tuple(mass), money=(*original.money, *money)))
    return found


def refuse_short_days(connection: Connection, reversal_ids: Iterable[int]) -> None:
    """Raise `GoodsGone` where these reversals, posted on days of the past, leave less than nothing in a store at the
    end of one of the days since.
    """
    first: dict[StockKey, tuple[date, int]] = {}
    ids = list(reversal_ids)
    for start in range(0, len(ids), _AT_ONCE):
        for *parts, day, original_id in connection.execute(_LEFT, {"ids": ids[start : start + _AT_ONCE]}):
            key = StockKey(*parts)
            first[key] = min(first.get(key, (day, original_id)), (day, original_id))
    goods = the_materials(connection, (key.material_id for key in first))
    units = {id_: good.unit for id_, good in goods.items()}
    since = {key: {day: 0} for key, (day, _) in first.items()}
    for key, least in least_since(connection, since, levels_of(connection, goods), units).items():
        if least < 0:
            number = original_of(connection, first[key][1]).number
            raise GoodsGone(number, (goods[key.material_id].name,))


def goods_last(
    connection: Connection, original_id: int, day: date, brought: Mapping[StockKey, int], comes: date
) -> bool:
    """Whether a store has had enough on every day since `day`, were an act of that day undone and this brought instead
    on the day when it `comes`, in the base of each unit.
    """
    original = original_of(connection, original_id)
    known = {each.place_id for each in stores(connection)}
    goods = the_materials(connection, (each.from_material_id for each in original.mass))
    there = levels_of(connection, goods)
    units = {id_: good.unit for id_, good in goods.items()}
    less: dict[StockKey, Mapping[date, int]] = {}
    for key, (before, after) in levels_left(original.mass, known, lambda key: there.get(key, NOTHING)).items():
        unit = units[key.material_id]
        gone, instead = before.of(unit) - after.of(unit), brought.get(key, 0)
        days = {day: gone, comes: -instead} if comes != day else {day: gone - instead}
        if max(days.values()) > 0:
            less[key] = days
    return all(least >= 0 for least in least_since(connection, less, there, units).values())
