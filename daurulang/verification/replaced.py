"""Replacements: the chain holds them by the key of their form, in the hash of the reversal that came with them."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.corrections.model import replacement, reversal
from daurulang.ledger.model import EntryKind, entry
from daurulang.verification.streams import Side, Streams


def replacing_keys(streams: Streams) -> Side:
    """The key of what was posted instead of a reversed act, by the reversal."""
    query = (
        sa.select(reversal.c.entry_id, entry.c.form_key)
        .join(replacement, replacement.c.original_id == reversal.c.original_id)
        .join(entry, entry.c.id == replacement.c.entry_id)
        .order_by(reversal.c.entry_id)
    )
    return Side(streams.rows(query))


def odd_replacements(connection: Connection) -> list[int]:
    """The entries of replacements of what was never reversed, or is of another kind than what they replace."""
    original, own = entry.alias("original"), entry.alias("own")
    query = (
        sa.select(replacement.c.entry_id)
        .outerjoin(own, own.c.id == replacement.c.entry_id)
        .outerjoin(original, original.c.id == replacement.c.original_id)
        .outerjoin(reversal, reversal.c.original_id == replacement.c.original_id)
        .where(
            sa.or_(
                own.c.id.is_(None),
                original.c.id.is_(None),
                reversal.c.entry_id.is_(None),
                own.c.kind != original.c.kind,
                own.c.kind == EntryKind.REVERSAL,
            )
        )
        .order_by(replacement.c.entry_id)
    )
    return list(connection.scalars(query))
