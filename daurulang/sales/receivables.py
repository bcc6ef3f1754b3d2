"""What buyers owe for what they bought on account, and how long they are late with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from daurulang.buyers.model import buyer
from daurulang.database import Database
from daurulang.sales.model import sale
from daurulang.sales.queries import OUTSTANDING, SaleRow, is_owed, rows_where

AGES = (0, 30, 60)
"""A receivable is not due, late by up to 30 days, by up to 60, or by more."""


@dataclass(frozen=True, slots=True)
class Receivable:
    """What a buyer owes for `sales` (the oldest first), and how much of it is not due yet or late by how long: one
    figure for each of `AGES` and one for what is older.
    """

    buyer_id: int
    buyer: str
    phone: str
    sales: tuple[SaleRow, ...]
    by_age_rupiah: tuple[int, ...]

    @property
    def rupiah(self) -> int:
        """All of it."""
        return sum(self.by_age_rupiah)


def receivables(db: Database, today: date) -> tuple[Receivable, ...]:
    """Every buyer who owes something on a day, the largest debt first."""
    with db.reading() as connection:
        rows = rows_where(connection, is_owed())
        phones = {row.id: row.phone for row in connection.execute(sa.select(buyer.c.id, buyer.c.phone))}
    by_buyer: dict[int, list[SaleRow]] = {}
    for row in reversed(rows):
        by_buyer.setdefault(row.buyer_id, []).append(row)
    found = [
        Receivable(id_, own[0].buyer, phones[id_], tuple(own), _by_age(own, today)) for id_, own in by_buyer.items()
    ]
    return tuple(sorted(found, key=lambda each: (-each.rupiah, each.buyer)))


def _by_age(rows: Sequence[SaleRow], today: date) -> tuple[int, ...]:
    sums = [0] * (len(AGES) + 1)
    for row in rows:
        late = row.late_days(today)
        sums[next((place for place, most in enumerate(AGES) if late <= most), len(AGES))] += row.outstanding_rupiah
    return tuple(sums)


def owed_rupiah(db: Database, buyer_id: int) -> int:
    """All that a buyer owes."""
    query = sa.select(sa.func.coalesce(sa.func.sum(OUTSTANDING), 0)).where(sale.c.buyer_id == buyer_id, *is_owed())
    with db.reading() as connection:
        return int(connection.scalar(query) or 0)
