"""What lies in a store and the book says otherwise: the transfers that put the book right, with what goods had cost."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import replace

from daurulang.ledger.model import Place, SystemAccount
from daurulang.ledger.service import Mass, Money
from daurulang.quantities import Unit
from daurulang.stock.queries import NOTHING, Level, StockKey


def goods_of(level: Level) -> Level:
    """The goods without what they had cost."""
    return replace(level, rupiah=0)


def level_of(mass: Mass) -> Level:
    """What a transfer moves."""
    return Level(mass.grams, mass.pieces, mass.millilitres, mass.cost_rupiah)


def ends_of(mass: Mass) -> tuple[StockKey, StockKey]:
    """Where it takes goods from, and where it brings them to."""
    gone = StockKey(mass.from_place, mass.from_material_id, mass.from_condition)
    return gone, StockKey(mass.to_place, mass.to_material_id, mass.to_condition)


def levels_left(
    mass: Sequence[Mass], stores: Container[int], there: Callable[[StockKey], Level]
) -> dict[StockKey, tuple[Level, Level]]:
    """Whatever these transfers take out of a store, with what lay `there` before them and what lies there after all of
    them.
    """
    change: dict[StockKey, Level] = {}
    for each in mass:
        gone, come = ends_of(each)
        change[gone] = change.get(gone, NOTHING) - level_of(each)
        change[come] = change.get(come, NOTHING) + level_of(each)
    leaving = [gone for gone, _ in map(ends_of, mass) if gone.place_id in stores]
    return {key: (there(key), there(key) + change[key]) for key in leaving}


def put_right(
    mass: Sequence[Mass], stores: Container[int], there: Callable[[StockKey], Level], units: Mapping[int, Unit]
) -> tuple[list[Mass], list[Money]]:
    """The transfers of an act that is undone, its own turned round, with what leaves the stores sound (`left_over`):
    goods go with another cost than they came with, the rest is stock difference; a weight that differs goes and comes
    as what a count finds. `units` are those of the materials.
    """
    found, costs = list(mass), []
    for key, (before, after) in levels_left(mass, stores, there).items():
        unit = units.get(key.material_id)
        if unit is None or after.of(unit) < 0:  # older books let goods be taken back that were gone
            continue
        difference = left_over(before, after, unit) - after
        _take_along(found, key, -difference.rupiah)
        found += moved(key, goods_of(difference))
        costs.append(difference.rupiah)
    return found, money_of(costs)


def _take_along(mass: list[Mass], key: StockKey, rupiah: int) -> None:
    """Let goods that leave take more (below zero: less) of a cost along, the last ones first; none goes below zero."""
    for place in reversed(range(len(mass))):
        if rupiah and ends_of(mass[place])[0] == key:
            cost = max(0, mass[place].cost_rupiah + rupiah)
            rupiah -= cost - mass[place].cost_rupiah
            mass[place] = replace(mass[place], cost_rupiah=cost)


def left_over(before: Level, after: Level, unit: Unit) -> Level:
    """What has to lie there once an act was undone that had brought goods, where turning its transfers round leaves
    `after` of what lay there `before`: that, unless its goods had gone out with others in the meantime and less of a
    cost or weight than theirs is there. Then what stays keeps its average, and where nothing stays no cost does.
    """
    quantity, whole = after.of(unit), before.of(unit)
    if not quantity:
        return NOTHING

    def kept(there: int, left: int) -> int:
        return left if left >= 0 else max(there, 0) * min(quantity, whole) // max(whole, 1)

    return replace(after, grams=kept(before.grams, after.grams), rupiah=kept(before.rupiah, after.rupiah))


def moved(key: StockKey, difference: Level, *, is_opening: bool = False) -> list[Mass]:
    """The transfers of what lies there more (or, negative, less) than the book says, with what that had cost.

    One of them; two, one each way, where the nominal weight of a piece was changed and a count finds fewer pieces but
    more grams. A cost whose goods do not move its way goes with a gram that comes and goes. What an opening count finds
    was there before the book.
    """
    other = Place.BEFORE if is_opening else Place.DIFFERENCE
    more, less = _positive(difference), _positive(NOTHING - difference)
    if (more.rupiah and not goods_of(more)) or (less.rupiah and not goods_of(less)):
        more, less = more + Level(grams=1), less + Level(grams=1)
    return _moved(key, other, key.place_id, more) + _moved(key, key.place_id, other, less)


def _positive(level: Level) -> Level:
    return Level(max(0, level.grams), max(0, level.pieces), max(0, level.millilitres), max(0, level.rupiah))


def _moved(key: StockKey, from_place: int, to_place: int, moving: Level) -> list[Mass]:
    if not moving:
        return []
    good, grade = key.material_id, key.condition
    amounts = (moving.grams, moving.pieces, moving.millilitres)
    return [Mass(from_place, good, to_place, good, *amounts, grade, grade, moving.rupiah)]


def money_of(costs: Sequence[int], *, is_opening: bool = False) -> list[Money]:
    """What the differences had cost: that of what lies there more, then that of what lies there less."""
    other = SystemAccount.OPENING if is_opening else SystemAccount.STOCK_DIFFERENCE
    more, less = sum(cost for cost in costs if cost > 0), -sum(cost for cost in costs if cost < 0)
    into = [Money(SystemAccount.INVENTORY, other, more)] if more else []
    return into + ([Money(other, SystemAccount.INVENTORY, less)] if less else [])
