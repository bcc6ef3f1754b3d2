"""Questions about slips: whose slip an entry is, and whether a day would still take one."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.database import Database
from daurulang.handwritten_slips.model import handwritten_slip
from daurulang.handwritten_slips.service import Slip
from daurulang.ledger.open_days import is_open

_SLIP = sa.select(handwritten_slip.c.number, handwritten_slip.c.day).where(
    handwritten_slip.c.entry_id == sa.bindparam("entry_id")
)


def slip_of(connection: Connection, entry_id: int) -> Slip | None:
    """The slip that an entry was written on by hand, None where it was not."""
    row = connection.execute(_SLIP, {"entry_id": entry_id}).one_or_none()
    return None if row is None else Slip(*row)


def takes_slips(db: Database, day: date) -> bool:
    """Whether a slip of that day would be booked on it."""
    with db.reading() as connection:
        return is_open(connection, day)
