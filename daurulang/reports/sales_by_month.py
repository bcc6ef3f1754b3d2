"""What was sold, month by month and by material."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.ledger.model import EntryKind
from daurulang.materials.model import material
from daurulang.periods import Period, month_code, months_within
from daurulang.reports.standing import SIGN, counts, days_of, standing
from daurulang.sales.model import sale, sale_line


@dataclass(frozen=True, slots=True)
class SoldMonth:
    """A material in a month (2026-11): the weight that is known, and what it brought."""

    month: str
    code: str
    name: str
    grams: int
    rupiah: int


_SOLD = (
    sa.select(
        material.c.code,
        material.c.name,
        sa.func.sum(SIGN * sale_line.c.grams),
        sa.func.sum(SIGN * sale_line.c.amount_rupiah),
    )
    .select_from(
        standing(sale)
        .join(sale_line, sale_line.c.entry_id == sale.c.entry_id)
        .join(material, material.c.id == sale_line.c.material_id)
    )
    .where(counts(EntryKind.SALE))
    .group_by(material.c.code, material.c.name)
    .order_by(material.c.code)
)


def sold_by_month(connection: Connection, period: Period) -> list[SoldMonth]:
    """Every material in every month in which it was sold, each month by itself."""
    return [
        SoldMonth(month_code(month.first), code, name, int(grams), int(rupiah))
        for month in months_within(period)
        for code, name, grams, rupiah in connection.execute(_SOLD, days_of(month))
    ]
