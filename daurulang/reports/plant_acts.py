"""What was done around the stores: loads, batches and what went to the landfill, in a list and one of them in full."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.corrections.model import reversal
from daurulang.database import Database
from daurulang.disposals.model import disposal, disposal_line
from daurulang.errors import UnknownReceipt
from daurulang.ledger.model import EntryKind, counter, entry
from daurulang.loads.model import LoadPayment, Measured, load, load_line, load_source
from daurulang.periods import Period
from daurulang.processing.model import BatchKind, CostBy, Side, batch, batch_line
from daurulang.quantities import Condition, Unit
from daurulang.reports.numbers import NumberOf, numbers
from daurulang.reports.standing import FIRST, LAST, days_of
from daurulang.staff.model import staff
from daurulang.stock.model import store

KINDS = (EntryKind.LOAD, EntryKind.BATCH, EntryKind.DISPOSAL)


@dataclass(frozen=True, slots=True)
class PlantAct:
    """An act in a list. `party` is the source of a load or the landfill; `grams` what was brought, went into a batch or
    was taken away; `rupiah` what was paid for a load, what went into a batch had cost, or what was written off.
    `reversed_by` is a number, empty while it stands. Of the grams of a load some may be estimated, from a volume.
    """

    entry_id: int
    number: str
    day: date
    at_ms: int
    kind: EntryKind
    batch_kind: BatchKind | None
    party: str
    store: str
    to_store: str
    grams: int
    rupiah: int
    clerk: str
    counter: str
    vehicle: str
    note: str
    reversed_by: str
    estimated_grams: int = 0
    volume_litres: int = 0


@dataclass(frozen=True, slots=True)
class PlantLine:
    """Goods of an act, in the base of their unit. `side` is of a batch alone; a load says how it was measured: gross
    and tare in grams, or a volume in litres at a density in g/l.
    """

    code: str
    name: str
    condition: Condition
    unit: Unit
    quantity: int
    grams: int
    rupiah: int
    side: Side | None = None
    measured: Measured = Measured.WEIGHT
    gross_grams: int = 0
    tare_grams: int = 0
    volume_litres: int = 0
    density_grams_per_litre: int = 0


@dataclass(frozen=True, slots=True)
class BatchFigures:
    """What became of what went into a batch, in grams, and what it took."""

    cost_by: CostBy
    output_grams: int
    residue_grams: int
    loss_grams: int
    written_off_rupiah: int
    labour_minutes: int
    fuel_millilitres: int


@dataclass(frozen=True, slots=True)
class PlantActInFull:
    """An act with its lines and its entry's hash in the chain: `payment` is of a load, `figures` of a batch."""

    act: PlantAct
    lines: tuple[PlantLine, ...]
    hash: str
    payment: LoadPayment | None = None
    figures: BatchFigures | None = None


_answering, _to_store = entry.alias("answering"), store.alias("to_store")


def _of_load(column: sa.ColumnElement[int], *where: sa.ColumnElement[bool]) -> sa.ScalarSelect[int]:
    query = sa.select(sa.func.sum(column)).where(load_line.c.entry_id == entry.c.id, *where)
    return query.correlate(entry).scalar_subquery()


_ESTIMATED = _of_load(load_line.c.grams, load_line.c.measured == Measured.VOLUME)
_ACTS = (
    sa.select(
        entry.c.id,
        entry.c.counter_id,
        entry.c.sequence,
        entry.c.day,
        entry.c.at_ms,
        entry.c.kind,
        entry.c.hash,
        batch.c.kind.label("batch_kind"),
        sa.func.coalesce(load_source.c.name, disposal.c.destination, "").label("party"),
        store.c.name.label("store"),
        sa.func.coalesce(_to_store.c.name, "").label("to_store"),
        sa.func.coalesce(batch.c.input_grams, disposal.c.grams, _of_load(load_line.c.grams)).label("grams"),
        sa.func.coalesce(load.c.total_rupiah, batch.c.cost_rupiah, disposal.c.written_off_rupiah).label("rupiah"),
        staff.c.name.label("clerk"),
        counter.c.name.label("counter"),
        sa.func.coalesce(load.c.vehicle, disposal.c.vehicle, "").label("vehicle"),
        sa.func.coalesce(load.c.note, batch.c.note, disposal.c.note).label("note"),
        sa.func.coalesce(_ESTIMATED, 0).label("estimated"),
        sa.func.coalesce(_of_load(load_line.c.volume_litres), 0).label("litres"),
        _answering.c.counter_id.label("answering_counter"),
        _answering.c.sequence.label("answering_sequence"),
    )
    .select_from(entry)
    .join(staff, staff.c.id == entry.c.staff_id)
    .join(counter, counter.c.id == entry.c.counter_id)
    .outerjoin(load, load.c.entry_id == entry.c.id)
    .outerjoin(load_source, load_source.c.id == load.c.source_id)
    .outerjoin(batch, batch.c.entry_id == entry.c.id)
    .outerjoin(disposal, disposal.c.entry_id == entry.c.id)
    .join(store, store.c.place_id == sa.func.coalesce(load.c.place_id, batch.c.from_place_id, disposal.c.place_id))
    .outerjoin(_to_store, _to_store.c.place_id == batch.c.to_place_id)
    .outerjoin(reversal, reversal.c.original_id == entry.c.id)
    .outerjoin(_answering, _answering.c.id == reversal.c.entry_id)
)
_OF_PERIOD = _ACTS.where(
    entry.c.day.between(FIRST, LAST), entry.c.kind.in_(sa.bindparam("kinds", expanding=True))
).order_by(entry.c.day.desc(), entry.c.id.desc())
_ONE = _ACTS.where(entry.c.id == sa.bindparam("entry_id"), entry.c.kind.in_(KINDS))


def plant_acts(db: Database, period: Period, kinds: Collection[EntryKind] = KINDS) -> tuple[PlantAct, ...]:
    """The acts of a period, the newest first, also those that were reversed."""
    with db.reading() as connection:
        number_of = numbers(connection)
        rows = connection.execute(_OF_PERIOD, {**days_of(period), "kinds": [kind.value for kind in kinds]})
        return tuple(_act(row, number_of) for row in rows)


def _act(row: Any, number_of: NumberOf) -> PlantAct:
    return PlantAct(
        entry_id=row.id,
        number=number_of(row.counter_id, row.sequence),
        day=row.day,
        at_ms=row.at_ms,
        kind=row.kind,
        batch_kind=row.batch_kind,
        party=row.party,
        store=row.store,
        to_store=row.to_store if row.to_store != row.store else "",
        grams=int(row.grams),
        rupiah=row.rupiah,
        clerk=row.clerk,
        counter=row.counter,
        vehicle=row.vehicle,
        note=row.note,
        reversed_by=number_of(row.answering_counter, row.answering_sequence),
        estimated_grams=int(row.estimated),
        volume_litres=int(row.litres),
    )


def plant_act_of(db: Database, entry_id: int) -> PlantActInFull:
    """One act in full; raises `UnknownReceipt` for an entry that is none."""
    with db.reading() as connection:
        row = connection.execute(_ONE, {"entry_id": entry_id}).one_or_none()
        if row is None:
            raise UnknownReceipt(str(entry_id))
        act = _act(row, numbers(connection))
        match act.kind:
            case EntryKind.LOAD:
                payment = connection.scalar(sa.select(load.c.payment).where(load.c.entry_id == entry_id))
                return PlantActInFull(act, _load_lines(connection, entry_id), row.hash, payment=payment)
            case EntryKind.BATCH:
                figures = BatchFigures(*connection.execute(_FIGURES, {"entry_id": entry_id}).one())
                return PlantActInFull(act, _lines(connection, batch_line, entry_id), row.hash, figures=figures)
            case _:
                return PlantActInFull(act, _lines(connection, disposal_line, entry_id), row.hash)


_FIGURES = sa.select(
    batch.c.cost_by,
    batch.c.output_grams,
    batch.c.residue_grams,
    batch.c.loss_grams,
    batch.c.written_off_rupiah,
    batch.c.labour_minutes,
    batch.c.fuel_millilitres,
).where(batch.c.entry_id == sa.bindparam("entry_id"))


def _load_lines(connection: Connection, entry_id: int) -> tuple[PlantLine, ...]:
    columns = (
        *("code", "name", "condition", "grams", "amount_rupiah", "measured", "gross_grams", "tare_grams"),
        *("volume_litres", "density_grams_per_litre"),
    )
    query = sa.select(*(load_line.c[name] for name in columns)).where(load_line.c.entry_id == entry_id)
    return tuple(
        PlantLine(
            *(row.code, row.name, row.condition, Unit.KILOGRAM, row.grams, row.grams, row.amount_rupiah, None),
            *(row.measured, row.gross_grams, row.tare_grams, row.volume_litres, row.density_grams_per_litre),
        )
        for row in connection.execute(query.order_by(load_line.c.position))
    )


def _lines(connection: Connection, table: sa.Table, entry_id: int) -> tuple[PlantLine, ...]:
    columns = ("code", "name", "condition", "unit", "quantity", "grams", "cost_rupiah")
    side = [table.c.side] if "side" in table.c else []
    query = sa.select(*(table.c[name] for name in columns), *side).where(table.c.entry_id == entry_id)
    return tuple(PlantLine(*row) for row in connection.execute(query.order_by(table.c.position)))
