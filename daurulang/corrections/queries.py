"""What still stands: acts that no reversal names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.corrections.model import reversal
from daurulang.errors import OpeningStands
from daurulang.ledger.model import entry
from daurulang.openings.model import opening_balance


@dataclass(frozen=True, slots=True)
class StandingOpening:
    """An opening balance by its entry: it holds what was posted before it, of its day and of those before."""

    entry_id: int
    day: date


def standing_openings(connection: Connection, member_ids: Iterable[int] | None = None) -> dict[int, StandingOpening]:
    """The opening balance of every member that has one (or of some) by the member's id."""
    query = (
        sa.select(opening_balance.c.member_id, entry.c.id, entry.c.day)
        .join(entry, entry.c.id == opening_balance.c.entry_id)
        .outerjoin(reversal, reversal.c.original_id == entry.c.id)
        .where(reversal.c.entry_id.is_(None))
    )
    if member_ids is not None:
        query = query.where(opening_balance.c.member_id.in_(list(member_ids)))
    return {row[0]: StandingOpening(row[1], row[2]) for row in connection.execute(query)}


def refuse_before_opening(connection: Connection, member_id: int, day: date) -> None:
    """Raise `OpeningStands` for a slip of a day before the member's opening balance, which holds it already."""
    opening = standing_openings(connection, [member_id]).get(member_id)
    if opening is not None and day < opening.day:
        raise OpeningStands(opening.day)
