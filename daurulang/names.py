"""Names and notes as they are typed: in single blanks, not too long, and no name twice in a list."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.errors import AlreadyTaken, FieldMissing, FieldTooLong

LONGEST_NAME, LONGEST_NOTE, LONGEST_VEHICLE, LONGEST_REFERENCE = 80, 200, 20, 60


def checked_name(
    connection: Connection, table: sa.Table, name: str, own_id: int | None = None, limit: int = LONGEST_NAME
) -> str:
    """A name that no other row of the table has; raises `FieldMissing`, `FieldTooLong`, `AlreadyTaken`."""
    name = checked_text("name", name, limit)
    if not name:
        raise FieldMissing("name")
    (key,) = table.primary_key
    same = sa.select(key).where(sa.func.lower(table.c.name) == name.lower(), key != (own_id or 0))
    if connection.scalar(same.limit(1)) is not None:
        raise AlreadyTaken("name", name)
    return name


def checked_text(field: str, text: str, limit: int) -> str:
    """A text in single blanks; raises `FieldTooLong` with the field's name."""
    text = " ".join(text.split())
    if len(text) > limit:
        raise FieldTooLong(field, limit)
    return text
