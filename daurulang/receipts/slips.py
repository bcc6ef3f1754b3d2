"""Which receipt a slip that was written by hand became."""

from __future__ import annotations

import sqlalchemy as sa

from daurulang.corrections.model import reversal
from daurulang.database import Database
from daurulang.handwritten_slips.model import handwritten_slip
from daurulang.handwritten_slips.service import tidy
from daurulang.ledger.model import counter, entry
from daurulang.ledger.service import format_number

_STANDS = (
    sa.select(counter.c.code, entry.c.sequence)
    .select_from(handwritten_slip)
    .join(entry, entry.c.id == handwritten_slip.c.entry_id)
    .join(counter, counter.c.id == entry.c.counter_id)
    .where(
        handwritten_slip.c.number == sa.bindparam("number"),
        ~sa.exists().where(reversal.c.original_id == handwritten_slip.c.entry_id),
    )
    .limit(1)
)


def receipt_of_slip(db: Database, number: str) -> str:
    """The number of the receipt that stands for a slip, "" where none does."""
    with db.reading() as connection:
        row = connection.execute(_STANDS, {"number": tidy(number)}).one_or_none()
    return "" if row is None else format_number(*row)
