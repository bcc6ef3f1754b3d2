"""Recording what goes to the landfill: it leaves the store, and what it had cost is written off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.database import Database
from daurulang.disposals.model import disposal, disposal_line
from daurulang.errors import FieldMissing
from daurulang.ledger.model import EntryKind, Place, SystemAccount
from daurulang.ledger.service import Act, Desk, Form, Mass, Money, canonical, digest, form_of, post, save_once
from daurulang.materials.queries import Material, the_materials
from daurulang.members.visit import at_desk
from daurulang.names import LONGEST_NAME, LONGEST_NOTE, LONGEST_VEHICLE, checked_text
from daurulang.plant_errors import GoodsRefused, NoGoods
from daurulang.quantities import MAX_QUANTITY, Condition
from daurulang.stock.queries import Level, StockKey, require_store
from daurulang.stock.service import Wanted, take

# What enters the document's hash, in this order, for good: columns of `disposal`, then of each `disposal_line`.
HEAD_COLUMNS = ("place_id", "destination", "vehicle", "grams", "written_off_rupiah", "line_count", "note")
LINE_COLUMNS = ("position", "material_id", "code", "name", "condition", "unit", "quantity", "grams", "cost_rupiah")


@dataclass(frozen=True, slots=True)
class DisposalLineDraft:
    """Goods that are taken away, in the base of their unit."""

    material_id: int
    quantity: int
    condition: Condition = Condition.CLEAN


@dataclass(frozen=True, slots=True)
class DisposalDraft:
    """What the form holds; `destination` names the landfill."""

    form_key: str
    destination: str
    lines: tuple[DisposalLineDraft, ...]
    place_id: int = Place.WAREHOUSE
    vehicle: str = ""
    note: str = ""


def record(db: Database, desk: Desk, draft: DisposalDraft, day: date | None = None) -> int:
    """Post it and return its entry's id; saving the same form again returns the first.

    Raises `NoGoods`, `GoodsRefused`, `StockTooLow`, `NameUnknown`, `UnknownMaterial`, `FieldMissing`, `FieldTooLong`,
    `BadDay`, and what `save_once` raises.
    """
    form = form_of(draft.form_key, draft, day)

    def act(connection: Connection) -> int:
        return _record(connection, desk, draft, form, day)

    return save_once(db, form, act)


def _record(connection: Connection, desk: Desk, draft: DisposalDraft, form: Form, day: date | None) -> int:
    at = at_desk(connection, desk)
    destination = checked_text("destination", draft.destination, LONGEST_NAME)
    if not destination:
        raise FieldMissing("destination")
    if not draft.lines:
        raise NoGoods
    for position, line in enumerate(draft.lines, 1):
        if not 0 < line.quantity <= MAX_QUANTITY:
            raise GoodsRefused(position, "too_much" if line.quantity > 0 else "nothing")
    require_store(connection, draft.place_id)
    goods = the_materials(connection, (line.material_id for line in draft.lines))
    wanted = [_wanted(draft.place_id, line, goods[line.material_id]) for line in draft.lines]
    parts = take(connection, wanted, day)
    rows = [
        _row(position, line, goods[line.material_id], part)
        for position, (line, part) in enumerate(zip(draft.lines, parts, strict=True), 1)
    ]
    written_off = sum(part.rupiah for part in parts)
    head = {
        "place_id": draft.place_id,
        "destination": destination,
        "vehicle": checked_text("vehicle", draft.vehicle, LONGEST_VEHICLE).upper(),
        "grams": sum(part.grams for part in parts),
        "written_off_rupiah": written_off,
        "line_count": len(rows),
        "note": checked_text("note", draft.note, LONGEST_NOTE),
    }
    entry_id = post(
        connection,
        Act(
            kind=EntryKind.DISPOSAL,
            form=form,
            desk=desk,
            day=at.day_of(day),
            heading=asdict(at.heading),
            document_hash=document_hash(
                [head[name] for name in HEAD_COLUMNS], [[row[name] for name in LINE_COLUMNS] for row in rows]
            ),
            money=money_of(written_off),
            mass=[_mass(each.key, part) for each, part in zip(wanted, parts, strict=True)],
        ),
    )
    connection.execute(sa.insert(disposal), {"entry_id": entry_id, **head})
    connection.execute(sa.insert(disposal_line), [{"entry_id": entry_id, **row} for row in rows])
    return entry_id


def document_hash(head: Sequence[object], lines: Sequence[Sequence[object]]) -> str:
    """The hash that stands in the entry for its row of `disposal` (`HEAD_COLUMNS`) and lines (`LINE_COLUMNS`)."""
    return digest(canonical([list(head), [list(line) for line in lines]]))


def money_of(written_off_rupiah: int) -> list[Money]:
    """What the goods had cost, nothing where they had cost nothing."""
    if not written_off_rupiah:
        return []
    return [Money(SystemAccount.STOCK_DIFFERENCE, SystemAccount.INVENTORY, written_off_rupiah)]


def _wanted(place_id: int, line: DisposalLineDraft, good: Material) -> Wanted:
    key = StockKey(place_id, good.id, line.condition)
    return Wanted(key, good.name, good.unit, good.grams_per_unit, line.quantity)


def _mass(key: StockKey, part: Level) -> Mass:
    return Mass(
        key.place_id,
        key.material_id,
        Place.LANDFILL,
        key.material_id,
        part.grams,
        part.pieces,
        part.millilitres,
        key.condition,
        key.condition,
        part.rupiah,
    )


def _row(position: int, line: DisposalLineDraft, good: Material, part: Level) -> dict[str, object]:
    return {
        "position": position,
        "material_id": good.id,
        "code": good.code,
        "name": good.name,
        "condition": line.condition,
        "unit": good.unit,
        "quantity": line.quantity,
        "grams": part.grams,
        "cost_rupiah": part.rupiah,
    }
