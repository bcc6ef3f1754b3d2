"""Questions about sales: what buyers still owe."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.corrections.model import reversal
from daurulang.sales.model import buyer_payment, sale


def _stands(column: sa.ColumnElement[int]) -> sa.ColumnElement[bool]:
    return ~sa.exists().where(reversal.c.original_id == column)


_PAID_LATER = (
    sa.select(sa.func.coalesce(sa.func.sum(buyer_payment.c.rupiah), 0))
    .where(buyer_payment.c.sale_id == sale.c.entry_id, _stands(buyer_payment.c.entry_id))
    .correlate(sale)
    .scalar_subquery()
)
OUTSTANDING = sale.c.total_rupiah - sale.c.paid_rupiah - _PAID_LATER
"""What is still owed for a sale that stands, in rupiah."""


def outstanding_rupiah(connection: Connection, sale_id: int) -> int:
    """What is still owed for a sale; 0 for one that was reversed."""
    query = sa.select(OUTSTANDING).where(sale.c.entry_id == sale_id, _stands(sale.c.entry_id))
    return int(connection.scalar(query) or 0)
