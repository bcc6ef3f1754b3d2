"""Questions about staff."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.database import Database, values_of
from daurulang.staff.model import staff


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A clerk, without the PIN."""

    id: int
    name: str
    active: bool


def staff_members(connection: Connection) -> tuple[StaffMember, ...]:
    """Everybody, by name."""
    rows = connection.execute(sa.select(staff.c.id, staff.c.name, staff.c.active).order_by(staff.c.name))
    return values_of(StaffMember, rows)


def staff_list(db: Database) -> tuple[StaffMember, ...]:
    """Everybody, for the screens."""
    with db.reading() as connection:
        return staff_members(connection)
