"""Recording a batch: goods go in at their average cost, others come out of it, the rest is residue or lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.database import Database
from daurulang.errors import BadNumber
from daurulang.ledger.model import EntryKind, Place, SystemAccount
from daurulang.ledger.service import Act, Desk, Form, Mass, Money, canonical, digest, form_of, post, save_once
from daurulang.materials.model import PriceSide
from daurulang.materials.queries import Material, PriceKey, prices_on, the_materials
from daurulang.members.visit import at_desk
from daurulang.names import LONGEST_NOTE, checked_text
from daurulang.plant_errors import GoodsRefused, LossUnconfirmed, NoGoods, SellPriceMissing, WeightMissing
from daurulang.processing.model import BatchKind, CostBy, Side, batch, batch_line
from daurulang.quantities import MAX_QUANTITY, Condition, Unit, grams_of, line_amount_rupiah, shares_of
from daurulang.stock.queries import Level, StockKey, require_store
from daurulang.stock.service import Wanted, take

# What enters the document's hash, in this order, for good: columns of `batch`, then of each `batch_line`.
HEAD_COLUMNS = (
    *("kind", "from_place_id", "to_place_id", "cost_by", "input_grams", "output_grams", "residue_grams", "loss_grams"),
    *("cost_rupiah", "written_off_rupiah", "labour_minutes", "fuel_millilitres", "line_count", "note"),
)
LINE_COLUMNS = (
    *("position", "material_id", "code", "name", "condition", "side", "unit", "quantity", "grams", "cost_rupiah"),
)


@dataclass(frozen=True, slots=True)
class BatchLineDraft:
    """Goods of one side in the base of their unit; `grams` where pieces or litres that come out were weighed."""

    side: Side
    material_id: int
    quantity: int
    condition: Condition = Condition.CLEAN
    grams: int | None = None


@dataclass(frozen=True, slots=True)
class BatchDraft:
    """What the form of a batch holds. `confirmed_loss_grams` is the difference that was shown and accepted. Of goods
    that are only carried to another store there are inputs alone.
    """

    form_key: str
    kind: BatchKind
    lines: tuple[BatchLineDraft, ...]
    from_place_id: int = Place.WAREHOUSE
    to_place_id: int = Place.WAREHOUSE
    cost_by: CostBy = CostBy.WEIGHT
    confirmed_loss_grams: int = 0
    labour_minutes: int = 0
    fuel_millilitres: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class BatchLine:
    """A line as it is frozen."""

    side: Side
    material_id: int
    unit: Unit
    condition: Condition
    quantity: int
    grams: int
    cost_rupiah: int

    @property
    def level(self) -> Level:
        """What it moves, in all measures."""
        pieces = self.quantity if self.unit is Unit.PIECE else 0
        return Level(self.grams, pieces, self.quantity if self.unit is Unit.LITRE else 0, self.cost_rupiah)


def record(db: Database, desk: Desk, draft: BatchDraft, day: date | None = None) -> int:
    """Post a batch and return its entry's id; saving the same form again returns the first.

    Raises `NoGoods`, `GoodsRefused`, `LossUnconfirmed`, `StockTooLow`, `WeightMissing`, `SellPriceMissing`,
    `NameUnknown`, `UnknownMaterial`, `FieldTooLong`, `BadNumber`, `BadDay`, and what `save_once` raises.
    """
    form = form_of(draft.form_key, draft, day)

    def act(connection: Connection) -> int:
        return _record(connection, desk, draft, form, day)

    return save_once(db, form, act)


def _record(connection: Connection, desk: Desk, draft: BatchDraft, form: Form, day: date | None) -> int:
    at = at_desk(connection, desk)
    the_day = at.day_of(day)
    goods = the_materials(connection, (line.material_id for line in draft.lines))
    _check(draft, goods)
    for place_id in {draft.from_place_id, draft.to_place_id}:
        require_store(connection, place_id)
    inputs = _taken(connection, draft, goods, day)
    made = _made(connection, draft, goods, inputs, the_day)
    loss_grams = sum(line.grams for line in inputs) - sum(line.grams for line in made)
    if loss_grams != draft.confirmed_loss_grams:
        raise LossUnconfirmed(loss_grams)
    lines = [*inputs, *made]
    head = _head(draft, lines)
    written_off = head["written_off_rupiah"]
    rows = [_row(position, line, goods[line.material_id]) for position, line in enumerate(lines, 1)]
    entry_id = post(
        connection,
        Act(
            kind=EntryKind.BATCH,
            form=form,
            desk=desk,
            day=the_day,
            heading=asdict(at.heading),
            document_hash=document_hash(
                [head[name] for name in HEAD_COLUMNS], [[row[name] for name in LINE_COLUMNS] for row in rows]
            ),
            money=money_of(int(str(written_off))),
            mass=mass_of(draft.from_place_id, draft.to_place_id, lines),
        ),
    )
    connection.execute(sa.insert(batch), {"entry_id": entry_id, **head})
    connection.execute(sa.insert(batch_line), [{"entry_id": entry_id, **row} for row in rows])
    return entry_id


def document_hash(head: Sequence[object], lines: Sequence[Sequence[object]]) -> str:
    """The hash that stands in the entry for its row of `batch` (`HEAD_COLUMNS`) and its lines (`LINE_COLUMNS`)."""
    return digest(canonical([list(head), [list(line) for line in lines]]))


def _check(draft: BatchDraft, goods: Mapping[int, Material]) -> None:
    sides = {line.side for line in draft.lines}
    if Side.INPUT not in sides:
        raise NoGoods("input")
    if draft.kind is BatchKind.MOVE:
        if sides != {Side.INPUT} or draft.from_place_id == draft.to_place_id:
            raise NoGoods("other_store")
    elif sides == {Side.INPUT}:
        raise NoGoods("output")
    effort = (draft.labour_minutes, draft.fuel_millilitres)
    if not 0 <= min(effort) <= max(effort) <= MAX_QUANTITY:
        raise BadNumber("negative" if min(effort) < 0 else "too_large")
    for position, line in enumerate(draft.lines, 1):
        if line.quantity <= 0 or (line.grams or 0) < 0:
            raise GoodsRefused(position, "nothing" if line.quantity == 0 else "negative")
        if line.quantity > MAX_QUANTITY or (line.grams or 0) > MAX_QUANTITY:
            raise GoodsRefused(position, "too_much")
        if line.side is not Side.INPUT and not goods[line.material_id].active:
            raise GoodsRefused(position, "inactive_material")


def _taken(
    connection: Connection, draft: BatchDraft, goods: Mapping[int, Material], day: date | None
) -> list[BatchLine]:
    """What goes in, with its weight and its cost."""
    lines = [line for line in draft.lines if line.side is Side.INPUT]
    wanted = [
        Wanted(
            StockKey(draft.from_place_id, line.material_id, line.condition),
            goods[line.material_id].name,
            goods[line.material_id].unit,
            goods[line.material_id].grams_per_unit,
            line.quantity,
        )
        for line in lines
    ]
    return [
        BatchLine(
            Side.INPUT, each.key.material_id, each.unit, each.key.condition, each.quantity, part.grams, part.rupiah
        )
        for each, part in zip(wanted, take(connection, wanted, day), strict=True)
    ]


def _made(
    connection: Connection, draft: BatchDraft, goods: Mapping[int, Material], inputs: Sequence[BatchLine], day: date
) -> list[BatchLine]:
    """What comes out and the residue, with the cost of what went in carried to what comes out."""
    if draft.kind is BatchKind.MOVE:
        return [replace(each, side=Side.OUTPUT) for each in inputs]
    lines = sorted((line for line in draft.lines if line.side is not Side.INPUT), key=lambda line: line.side)
    outputs = [line for line in lines if line.side is Side.OUTPUT]
    if draft.cost_by is CostBy.VALUE:
        weights = _values(connection, outputs, goods, day)
    else:
        weights = [_grams(line, goods[line.material_id]) for line in outputs]
    whole = sum(each.cost_rupiah for each in inputs) if outputs else 0
    light = weightless([goods[line.material_id].name for line in outputs], weights)
    if whole and light and draft.cost_by is CostBy.WEIGHT:
        raise WeightMissing(light)
    costs = [*shares_of(whole, weights), *[0] * (len(lines) - len(outputs))]
    return [_made_line(line, goods[line.material_id], cost) for line, cost in zip(lines, costs, strict=True)]


def weightless(names: Sequence[str], grams: Sequence[int]) -> tuple[str, ...]:
    """Which of some goods weigh nothing, so that no cost could be shared among them by weight; one alone takes all."""
    without = [name for name, weight in zip(names, grams, strict=True) if not weight]
    return tuple(dict.fromkeys(without)) if len(names) > 1 else ()


def _made_line(line: BatchLineDraft, good: Material, cost_rupiah: int) -> BatchLine:
    grams = _grams(line, good)
    return BatchLine(line.side, good.id, good.unit, line.condition, line.quantity, grams, cost_rupiah)


def _grams(line: BatchLineDraft, good: Material) -> int:
    if line.grams is not None and good.unit is not Unit.KILOGRAM:
        return line.grams
    return grams_of(line.quantity, good.unit, good.grams_per_unit)


def _values(
    connection: Connection, outputs: Sequence[BatchLineDraft], goods: Mapping[int, Material], day: date
) -> list[int]:
    """What the outputs would sell for; raises `SellPriceMissing`."""
    prices = prices_on(connection, day)
    found = [prices.get(PriceKey(line.material_id, PriceSide.SELL, line.condition, None)) for line in outputs]
    missing = [goods[line.material_id].name for line, price in zip(outputs, found, strict=True) if price is None]
    if missing:
        raise SellPriceMissing(tuple(dict.fromkeys(missing)))
    return [
        line_amount_rupiah(line.quantity, goods[line.material_id].unit, price.rupiah)
        for line, price in zip(outputs, found, strict=True)
        if price is not None
    ]


def _head(draft: BatchDraft, lines: Sequence[BatchLine]) -> dict[str, object]:
    def grams(side: Side) -> int:
        return sum(line.grams for line in lines if line.side is side)

    def cost(side: Side) -> int:
        return sum(line.cost_rupiah for line in lines if line.side is side)

    return {
        "kind": draft.kind,
        "from_place_id": draft.from_place_id,
        "to_place_id": draft.to_place_id,
        "cost_by": draft.cost_by,
        "input_grams": grams(Side.INPUT),
        "output_grams": grams(Side.OUTPUT),
        "residue_grams": grams(Side.RESIDUE),
        "loss_grams": grams(Side.INPUT) - grams(Side.OUTPUT) - grams(Side.RESIDUE),
        "cost_rupiah": cost(Side.INPUT),
        "written_off_rupiah": cost(Side.INPUT) - cost(Side.OUTPUT),
        "labour_minutes": draft.labour_minutes,
        "fuel_millilitres": draft.fuel_millilitres,
        "line_count": len(lines),
        "note": checked_text("note", draft.note, LONGEST_NOTE),
    }


def _row(position: int, line: BatchLine, good: Material) -> dict[str, object]:
    return {
        "position": position,
        "material_id": good.id,
        "code": good.code,
        "name": good.name,
        "condition": line.condition,
        "side": line.side,
        "unit": line.unit,
        "quantity": line.quantity,
        "grams": line.grams,
        "cost_rupiah": line.cost_rupiah,
    }


def money_of(written_off_rupiah: int) -> list[Money]:
    """What goods had cost of which nothing came out goes to the stock difference."""
    if not written_off_rupiah:
        return []
    return [Money(SystemAccount.STOCK_DIFFERENCE, SystemAccount.INVENTORY, written_off_rupiah)]


def mass_of(from_place_id: int, to_place_id: int, lines: Sequence[BatchLine]) -> list[Mass]:
    """Every line through the process, and what is missing of what went in to the loss; a gain comes from there."""
    moved = []
    for line in lines:
        into = line.side is Side.INPUT
        places = (from_place_id, Place.PROCESS) if into else (Place.PROCESS, to_place_id)
        moved.append(_through(line, *places))
    inputs = [line for line in lines if line.side is Side.INPUT]
    made = [line for line in lines if line.side is not Side.INPUT]
    loss = sum(line.grams for line in inputs) - sum(line.grams for line in made)
    lost = inputs if loss > 0 else made
    for line, grams in zip(lost, shares_of(abs(loss), [line.grams for line in lost]), strict=True):
        if grams:
            ends: tuple[int, int] = (Place.PROCESS, Place.LOSS) if loss > 0 else (Place.LOSS, Place.PROCESS)
            good, condition = line.material_id, line.condition
            moved.append(Mass(ends[0], good, ends[1], good, grams, 0, 0, condition, condition))
    return moved


def _through(line: BatchLine, from_place_id: int, to_place_id: int) -> Mass:
    level, good = line.level, line.material_id
    return Mass(
        from_place_id,
        good,
        to_place_id,
        good,
        level.grams,
        level.pieces,
        level.millilitres,
        line.condition,
        line.condition,
        level.rupiah,
    )
