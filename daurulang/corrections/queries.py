"""What still stands: acts that no reversal names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.corrections.model import reversal
from daurulang.ledger.model import entry
from daurulang.openings.model import opening_balance


def standing_openings(connection: Connection, member_ids: Iterable[int] | None = None) -> dict[int, date]:
    """The day of the opening balance of every member that has one (or of some) by the member's id."""
    query = (
        sa.select(opening_balance.c.member_id, entry.c.day)
        .join(entry, entry.c.id == opening_balance.c.entry_id)
        .outerjoin(reversal, reversal.c.original_id == entry.c.id)
        .where(reversal.c.entry_id.is_(None))
    )
    if member_ids is not None:
        query = query.where(opening_balance.c.member_id.in_(list(member_ids)))
    return {row[0]: row[1] for row in connection.execute(query)}
