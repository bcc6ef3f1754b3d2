"""Questions about buyers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.buyers.model import BuyerKind, buyer
from daurulang.database import Database, values_of
from daurulang.plant_errors import NameUnknown


@dataclass(frozen=True, slots=True)
class Buyer:
    """Who buys; `receivable_account_id` is the account of what it owes."""

    id: int
    name: str
    kind: BuyerKind
    phone: str
    address: str
    receivable_account_id: int
    active: bool


_BUYERS = sa.select(*(buyer.c[name] for name in Buyer.__dataclass_fields__))


def buyers(db: Database) -> tuple[Buyer, ...]:
    """All buyers by name."""
    with db.reading() as connection:
        return all_buyers(connection)


def all_buyers(connection: Connection) -> tuple[Buyer, ...]:
    """The same within a snapshot that somebody else holds."""
    return values_of(Buyer, connection.execute(_BUYERS.order_by(sa.func.lower(buyer.c.name))))


def locked_buyer(connection: Connection, buyer_id: int) -> Buyer:
    """A buyer one still sells to, its row locked: one act at a time reads what it owes. Raises `NameUnknown`."""
    row = connection.execute(_BUYERS.where(buyer.c.id == buyer_id).with_for_update()).one_or_none()
    if row is None or not row.active:
        raise NameUnknown("buyer", buyer_id)
    return Buyer(*row)


def locked_buyers(connection: Connection, ids: Iterable[int]) -> dict[int, Buyer]:
    """Some buyers by id, whether they are sold to or not, their rows locked in one order."""
    query = _BUYERS.where(buyer.c.id.in_(sorted(set(ids)))).order_by(buyer.c.id).with_for_update()
    return {each.id: each for each in values_of(Buyer, connection.execute(query))}
