"""Questions about batches: which materials are residue."""

from __future__ import annotations

import sqlalchemy as sa

from daurulang.database import Database
from daurulang.processing.model import Side, batch_line


def residues(db: Database) -> frozenset[int]:
    """The ids of the materials that ever stayed as residue."""
    query = sa.select(batch_line.c.material_id).where(batch_line.c.side == Side.RESIDUE).distinct()
    with db.reading() as connection:
        return frozenset(connection.scalars(query))
