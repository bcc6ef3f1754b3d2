"""Questions about opening balances."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.corrections.model import reversal
from daurulang.ledger.model import entry
from daurulang.openings.model import opening_balance


@dataclass(frozen=True, slots=True)
class OpeningBalance:
    """What a member had saved at the end of a day."""

    day: date
    rupiah: int


def standing_openings(connection: Connection) -> dict[int, OpeningBalance]:
    """The opening balance of every member that has one which was not reversed, by the member's id."""
    rows = connection.execute(
        sa.select(opening_balance.c.member_id, entry.c.day, opening_balance.c.balance_after_rupiah)
        .join(entry, entry.c.id == opening_balance.c.entry_id)
        .outerjoin(reversal, reversal.c.original_id == entry.c.id)
        .where(reversal.c.entry_id.is_(None))
    )
    return {member_id: OpeningBalance(day, rupiah) for member_id, day, rupiah in rows}
