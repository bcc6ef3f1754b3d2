"""Recording a load: what a truck or cart brought, weighed or estimated from its volume, paid or not; posted once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.cash.queries import require_cash
from daurulang.database import Database, inserted_id
from daurulang.errors import BadNumber
from daurulang.ledger.model import EntryKind, Place, SystemAccount
from daurulang.ledger.service import Act, Desk, Form, Mass, Money, canonical, digest, form_of, post, save_once
from daurulang.loads.model import LoadPayment, Measured, SourceKind, load, load_line, load_source
from daurulang.materials.queries import Material, the_materials
from daurulang.members.model import SourceClass
from daurulang.members.visit import AtDesk, at_desk
from daurulang.names import LONGEST_NOTE, LONGEST_VEHICLE, checked_name, checked_text
from daurulang.plant_errors import GoodsRefused, NameUnknown, NoGoods, PaymentMissing
from daurulang.quantities import MAX_QUANTITY, MAX_RUPIAH, Condition, Unit
from daurulang.stock.queries import require_store

SOURCE = "source"
"""Whose name stands in the heading of a load beside those of all headings."""

# What enters the document's hash, in this order, for good: columns of `load`, then of each `load_line`.
HEAD_COLUMNS = ("source_id", "place_id", "vehicle", "payment", "total_rupiah", "line_count", "note")
LINE_COLUMNS = (
    *("position", "material_id", "code", "name", "condition", "measured"),
    *("gross_grams", "tare_grams", "volume_litres", "density_grams_per_litre", "grams", "amount_rupiah"),
)


@dataclass(frozen=True, slots=True)
class LoadLineDraft:
    """One material of a load: gross and tare in grams, or a volume in litres at a density (g/l, which is kg/m³), and
    what is paid for it in rupiah, 0 for nothing.
    """

    material_id: int
    gross_grams: int = 0
    tare_grams: int = 0
    volume_litres: int = 0
    density_grams_per_litre: int = 0
    condition: Condition = Condition.MIXED
    amount_rupiah: int = 0

    @property
    def measured(self) -> Measured:
        """By its volume where one is given."""
        return Measured.VOLUME if self.volume_litres else Measured.WEIGHT

    @property
    def grams(self) -> int:
        """What was brought."""
        if self.measured is Measured.VOLUME:
            return self.volume_litres * self.density_grams_per_litre
        return self.gross_grams - self.tare_grams


@dataclass(frozen=True, slots=True)
class LoadDraft:
    """What the form of a load holds."""

    form_key: str
    source_id: int
    lines: tuple[LoadLineDraft, ...]
    payment: LoadPayment = LoadPayment.NONE
    place_id: int = Place.WAREHOUSE
    vehicle: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SourceDraft:
    """A source as the form holds it."""

    name: str
    kind: SourceKind
    source_class: SourceClass
    village_code: str | None = None


def record(db: Database, desk: Desk, draft: LoadDraft, day: date | None = None) -> int:
    """Post a load and return its entry's id; saving the same form again returns the first.

    Raises `NoGoods`, `GoodsRefused`, `PaymentMissing`, `NameUnknown`, `UnknownMaterial`, `FieldTooLong`, `BadNumber`,
    `BadDay`, `NoCashSession`, `CashTooLittle`, and what `save_once` raises.
    """
    form = form_of(draft.form_key, draft, day)

    def act(connection: Connection) -> int:
        return _record(connection, desk, draft, form, day)

    return save_once(db, form, act)


def _record(connection: Connection, desk: Desk, draft: LoadDraft, form: Form, day: date | None) -> int:
    at = at_desk(connection, desk)
    source = connection.execute(
        sa.select(load_source.c.name, load_source.c.active).where(load_source.c.id == draft.source_id)
    ).one_or_none()
    if source is None or not source.active:
        raise NameUnknown("source", draft.source_id)
    require_store(connection, draft.place_id)
    rows = _rows(draft, the_materials(connection, (line.material_id for line in draft.lines)))
    total = sum(line.amount_rupiah for line in draft.lines)
    head = {
        "source_id": draft.source_id,
        "place_id": draft.place_id,
        "vehicle": checked_text("vehicle", draft.vehicle, LONGEST_VEHICLE).upper(),
        "payment": draft.payment,
        "total_rupiah": total,
        "line_count": len(rows),
        "note": checked_text("note", draft.note, LONGEST_NOTE),
    }
    entry_id = post(
        connection,
        Act(
            kind=EntryKind.LOAD,
            form=form,
            desk=desk,
            day=at.day_of(day),
            heading={**asdict(at.heading), SOURCE: source.name},
            document_hash=document_hash(
                [head[name] for name in HEAD_COLUMNS], [[row[name] for name in LINE_COLUMNS] for row in rows]
            ),
            money=_money(at, draft.payment, total),
            mass=[_mass(line, draft.place_id) for line in draft.lines],
        ),
    )
    if draft.payment is LoadPayment.CASH:
        require_cash(connection, desk.counter_id)
    connection.execute(sa.insert(load), {"entry_id": entry_id, **head})
    connection.execute(sa.insert(load_line), [{"entry_id": entry_id, **row} for row in rows])
    return entry_id


def document_hash(head: Sequence[object], lines: Sequence[Sequence[object]]) -> str:
    """The hash that stands in the entry for its row of `load` (`HEAD_COLUMNS`) and its lines (`LINE_COLUMNS`)."""
    return digest(canonical([list(head), [list(line) for line in lines]]))


def _rows(draft: LoadDraft, goods: dict[int, Material]) -> list[dict[str, object]]:
    if not draft.lines:
        raise NoGoods
    rows = []
    for position, line in enumerate(draft.lines, 1):
        good = goods[line.material_id]
        _check(position, line, good)
        rows.append(
            {
                "position": position,
                "material_id": good.id,
                "code": good.code,
                "name": good.name,
                "condition": line.condition,
                "measured": line.measured,
                "gross_grams": line.gross_grams,
                "tare_grams": line.tare_grams,
                "volume_litres": line.volume_litres,
                "density_grams_per_litre": line.density_grams_per_litre,
                "grams": line.grams,
                "amount_rupiah": line.amount_rupiah,
            }
        )
    total = sum(line.amount_rupiah for line in draft.lines)
    if total > MAX_RUPIAH:
        raise BadNumber("too_large", str(total))
    if (draft.payment is not LoadPayment.NONE) != bool(total):
        raise PaymentMissing
    return rows


def _check(position: int, line: LoadLineDraft, good: Material) -> None:
    if good.unit is not Unit.KILOGRAM:
        raise GoodsRefused(position, "not_by_weight")
    if not good.active:
        raise GoodsRefused(position, "inactive_material")
    measures = (line.gross_grams, line.tare_grams, line.volume_litres, line.density_grams_per_litre)
    if min(*measures, line.amount_rupiah) < 0:
        raise GoodsRefused(position, "negative")
    if line.measured is Measured.WEIGHT and line.gross_grams and line.grams <= 0:
        raise GoodsRefused(position, "tare_too_large")
    if line.grams <= 0 or (line.measured is Measured.VOLUME and (line.gross_grams or line.tare_grams)):
        raise GoodsRefused(position, "nothing")
    if max(line.grams, *measures) > MAX_QUANTITY:
        raise GoodsRefused(position, "too_much")


def _money(at: AtDesk, payment: LoadPayment, total_rupiah: int) -> list[Money]:
    paid_from = at.cash_account_id if payment is LoadPayment.CASH else int(SystemAccount.BANK)
    return [Money(SystemAccount.INVENTORY, paid_from, total_rupiah)] if total_rupiah else []


def _mass(line: LoadLineDraft, place_id: int) -> Mass:
    return Mass(
        Place.HAULED,
        line.material_id,
        place_id,
        line.material_id,
        grams=line.grams,
        from_condition=line.condition,
        to_condition=line.condition,
        cost_rupiah=line.amount_rupiah,
    )


def add_source(db: Database, draft: SourceDraft) -> int:
    """Note who sends loads and return the id. Raises `FieldMissing`, `FieldTooLong`, `AlreadyTaken`."""
    with db.transaction() as connection:
        return inserted_id(connection, sa.insert(load_source), {**_source_row(connection, draft, None), "active": True})


def change_source(db: Database, source_id: int, draft: SourceDraft, *, active: bool) -> None:
    """Call a source by another name, or meet it no longer. Raises as `add_source` does."""
    with db.transaction() as connection:
        values = {**_source_row(connection, draft, source_id), "active": active}
        connection.execute(sa.update(load_source).where(load_source.c.id == source_id).values(values))


def _source_row(connection: Connection, draft: SourceDraft, source_id: int | None) -> dict[str, object]:
    name = checked_name(connection, load_source, draft.name, source_id)
    return {
        "name": name,
        "kind": draft.kind,
        "source_class": draft.source_class,
        "village_code": draft.village_code,
    }
