"""Questions about villages."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.database import Database, values_of
from daurulang.villages.model import VillageKind, village


@dataclass(frozen=True, slots=True)
class Village:
    """One village of the official list."""

    code: str
    kind: VillageKind
    name: str
    district_code: str
    district: str


def villages(connection: Connection) -> tuple[Village, ...]:
    """Every village, by name and district."""
    rows = connection.execute(
        sa.select(village.c.code, village.c.kind, village.c.name, village.c.district_code, village.c.district).order_by(
            village.c.name, village.c.district
        )
    )
    return values_of(Village, rows)


def village_list(db: Database) -> tuple[Village, ...]:
    """Every village of the book, for the screens."""
    with db.reading() as connection:
        return villages(connection)


def village_name(connection: Connection, code: str | None) -> str:
    """The village's name, empty without one."""
    if code is None:
        return ""
    return str(connection.scalar(sa.select(village.c.name).where(village.c.code == code)) or "")


def district_of(connection: Connection, code: str | None) -> str:
    """The district of a village, empty without one."""
    if code is None:
        return ""
    return str(connection.scalar(sa.select(village.c.district).where(village.c.code == code)) or "")
