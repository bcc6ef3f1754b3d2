"""Questions about what went to the landfill."""

from __future__ import annotations

import sqlalchemy as sa

from daurulang.database import Database
from daurulang.disposals.model import disposal


def destinations(db: Database, count: int = 8) -> tuple[str, ...]:
    """The landfills that goods were taken to, the last one first."""
    last = sa.func.max(disposal.c.entry_id)
    query = sa.select(disposal.c.destination).group_by(disposal.c.destination).order_by(last.desc()).limit(count)
    with db.reading() as connection:
        return tuple(connection.scalars(query))
