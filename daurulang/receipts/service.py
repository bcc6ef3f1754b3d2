"""Handing out a receipt: each paper is counted, so that every one after the first says SALINAN ke-n."""

from __future__ import annotations

import sqlalchemy as sa

from daurulang import periods
from daurulang.database import Database
from daurulang.ledger.model import entry
from daurulang.receipts.model import receipt_print
from daurulang.receipts.queries import Receipt, entry_id_of, receipt_of


def hand_out(db: Database, number: str, staff_id: int | None) -> Receipt:
    """The receipt of a printed number with its next copy counted; raises `UnknownReceipt`.

    Call it just before the paper is made; `staff_id` None where nobody is signed in (the command line).
    """
    with db.transaction() as connection:
        entry_id = entry_id_of(connection, number)
        # Two windows printing the same receipt wait for each other here (SQLite has its one lock already).
        if connection.dialect.name != "sqlite":
            connection.execute(sa.select(entry.c.id).where(entry.c.id == entry_id).with_for_update())
        newest = connection.scalar(
            sa.select(sa.func.max(receipt_print.c.copy)).where(receipt_print.c.entry_id == entry_id)
        )
        copy = 0 if newest is None else newest + 1
        values = {"entry_id": entry_id, "copy": copy, "at_ms": periods.now_ms(), "staff_id": staff_id}
        connection.execute(sa.insert(receipt_print), values)
        return receipt_of(connection, entry_id, copy)


def look_at(db: Database, number: str) -> Receipt:
    """The receipt as it stands, without making paper of it; raises `UnknownReceipt`."""
    with db.reading() as connection:
        return receipt_of(connection, entry_id_of(connection, number), 0)
