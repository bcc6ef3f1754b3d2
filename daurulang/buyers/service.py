"""Noting who buys, and changing it."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.buyers.model import BuyerKind, buyer
from daurulang.database import Database, inserted_id
from daurulang.ledger.model import AccountKind
from daurulang.ledger.service import open_account
from daurulang.names import LONGEST_NOTE, checked_name, checked_text

LONGEST_PHONE = 30


@dataclass(frozen=True, slots=True)
class BuyerDraft:
    """A buyer as the form holds it."""

    name: str
    kind: BuyerKind = BuyerKind.COLLECTOR
    phone: str = ""
    address: str = ""


def add(db: Database, draft: BuyerDraft) -> int:
    """Note a buyer and return the id. Raises `FieldMissing`, `FieldTooLong`, `AlreadyTaken`."""
    with db.transaction() as connection:
        return add_buyer(connection, draft)


def add_buyer(connection: Connection, draft: BuyerDraft) -> int:
    """The part of `add` inside a transaction."""
    account_id = open_account(connection, AccountKind.RECEIVABLE)
    values = {**_row(connection, draft, None), "receivable_account_id": account_id, "active": True}
    return inserted_id(connection, sa.insert(buyer), values)


def change(db: Database, buyer_id: int, draft: BuyerDraft, *, active: bool) -> None:
    """Change what is noted of a buyer, or sell to it no longer. Raises as `add` does."""
    with db.transaction() as connection:
        values = {**_row(connection, draft, buyer_id), "active": active}
        connection.execute(sa.update(buyer).where(buyer.c.id == buyer_id).values(values))


def _row(connection: Connection, draft: BuyerDraft, buyer_id: int | None) -> dict[str, object]:
    return {
        "name": checked_name(connection, buyer, draft.name, buyer_id),
        "kind": draft.kind,
        "phone": checked_text("phone", draft.phone, LONGEST_PHONE),
        "address": checked_text("address", draft.address, LONGEST_NOTE),
    }
