"""What lies in a store and the book says otherwise: the transfers that put the book right, with what goods had cost."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
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


def levels_left(
    mass: Sequence[Mass], stores: Container[int], there: Callable[[StockKey], Level]
) -> Iterator[tuple[StockKey, Level, Level]]:
    """What lay `there` before these transfers and what lies there after all of them, wherever they touch a store;
    nothing where they take no goods out of any.
    """
    change: dict[StockKey, Level] = {}
    for each in mass:
        gone = StockKey(each.from_place, each.from_material_id, each.from_condition)
        come = StockKey(each.to_place, each.to_material_id, each.to_condition)
        change[gone] = change.get(gone, NOTHING) - level_of(each)
        change[come] = change.get(come, NOTHING) + level_of(each)
    if any(each.from_place in stores for each in mass):
        for key, changed in change.items():
            if key.place_id in stores:
                yield key, there(key), there(key) + changed


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
