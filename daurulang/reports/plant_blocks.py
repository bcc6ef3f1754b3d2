"""The sums behind the plant's figures of a period: loads, sales and batches that stand in it, and what moved of goods
and on the centre's accounts.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.ledger.model import EntryKind
from daurulang.loads.model import Measured, load, load_line
from daurulang.periods import Period
from daurulang.processing.model import BatchKind, Side, batch, batch_line
from daurulang.reports.accounts import result_of
from daurulang.reports.blocks import Block, Blocks
from daurulang.reports.mass_flow import flows_of
from daurulang.reports.standing import SIGN, counts, days_of, standing
from daurulang.sales.model import sale, sale_line

_FIRST_LINE: sa.ColumnElement[int] = sa.literal_column("1")
_SOURCES = (
    sa.select(
        load.c.source_id,
        sa.func.sum(sa.case((load_line.c.position == _FIRST_LINE, SIGN), else_=0)),
        sa.func.sum(SIGN * load_line.c.grams),
        sa.func.sum(sa.case((load_line.c.measured == Measured.VOLUME, SIGN * load_line.c.grams), else_=0)),
        sa.func.sum(SIGN * load_line.c.volume_litres),
        sa.func.sum(SIGN * load_line.c.amount_rupiah),
    )
    .select_from(standing(load).join(load_line, load_line.c.entry_id == load.c.entry_id))
    .where(counts(EntryKind.LOAD))
    .group_by(load.c.source_id)
)
_SOLD = (
    sa.select(
        sale.c.buyer_id,
        sale_line.c.material_id,
        sa.func.sum(sa.case((sale_line.c.position == _FIRST_LINE, SIGN), else_=0)),
        *(sa.func.sum(SIGN * sale_line.c[name]) for name in ("quantity", "grams", "amount_rupiah", "cost_rupiah")),
    )
    .select_from(standing(sale).join(sale_line, sale_line.c.entry_id == sale.c.entry_id))
    .where(counts(EntryKind.SALE))
    .group_by(sale.c.buyer_id, sale_line.c.material_id)
)
_FIGURES = ("input_grams", "output_grams", "residue_grams", "loss_grams", "labour_minutes", "fuel_millilitres")
_PROCESSES = (
    sa.select(batch.c.kind, sa.func.sum(SIGN), *(sa.func.sum(SIGN * batch.c[name]) for name in _FIGURES))
    .select_from(standing(batch))
    .where(counts(EntryKind.BATCH), batch.c.kind != BatchKind.MOVE)
    .group_by(batch.c.kind)
)
_PRODUCTS = (
    sa.select(
        batch_line.c.material_id,
        sa.func.sum(SIGN * batch_line.c.quantity),
        sa.func.sum(SIGN * batch_line.c.grams),
    )
    .select_from(standing(batch).join(batch_line, batch_line.c.entry_id == batch.c.entry_id))
    .where(counts(EntryKind.BATCH), batch.c.kind != BatchKind.MOVE, batch_line.c.side == Side.OUTPUT)
    .group_by(batch_line.c.material_id)
)


def plant_blocks_of(connection: Connection, period: Period) -> Blocks:
    """All blocks of the plant: sources by their id, products by the material's, processes by kind, and what is compared
    with other periods.
    """
    return {
        "sources": _rows(connection, _SOURCES, period, 1),
        "processes": _rows(connection, _PROCESSES, period, 1),
        "products": _rows(connection, _PRODUCTS, period, 1),
        **plant_headline_blocks_of(connection, period),
    }


def plant_headline_blocks_of(connection: Connection, period: Period) -> Blocks:
    """The few that are compared with other periods: sold by the ids of buyer and material, flows and result."""
    return {
        "sold": _rows(connection, _SOLD, period, 2),
        "flows": flows_of(connection, period),
        "result": result_of(connection, period),
    }


def _rows(connection: Connection, query: sa.Select[Any], period: Period, keys: int) -> Block:
    """The answer to a question whose first columns are the key."""
    rows = connection.execute(query, days_of(period))
    return {" ".join(map(str, row[:keys])): tuple(map(int, row[keys:])) for row in rows if any(row[keys:])}
