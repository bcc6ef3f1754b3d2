"""Questions about loads: who sends them."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from daurulang.database import Database, values_of
from daurulang.loads.model import SourceKind, load, load_line, load_source
from daurulang.members.model import SourceClass
from daurulang.villages.model import village


@dataclass(frozen=True, slots=True)
class Source:
    """Who sends loads; `loads` is how many came so far, reversed ones too."""

    id: int
    name: str
    kind: SourceKind
    source_class: SourceClass
    village_code: str | None
    village: str
    active: bool
    loads: int


_LOADS = sa.select(sa.func.count()).where(load.c.source_id == load_source.c.id).correlate(load_source).scalar_subquery()
_SOURCES = (
    sa.select(
        load_source.c.id,
        load_source.c.name,
        load_source.c.kind,
        load_source.c.source_class,
        load_source.c.village_code,
        sa.func.coalesce(village.c.name, ""),
        load_source.c.active,
        _LOADS,
    )
    .select_from(load_source)
    .outerjoin(village, village.c.code == load_source.c.village_code)
    .order_by(load_source.c.name)
)


def sources(db: Database) -> tuple[Source, ...]:
    """All of them, by name."""
    with db.reading() as connection:
        return values_of(Source, connection.execute(_SOURCES))


def densities(db: Database) -> dict[int, int]:
    """The density (g/l) that was stated last for each material that came by volume."""
    newest = (
        sa.select(sa.func.max(load_line.c.id)).where(load_line.c.volume_litres > 0).group_by(load_line.c.material_id)
    )
    query = sa.select(load_line.c.material_id, load_line.c.density_grams_per_litre).where(load_line.c.id.in_(newest))
    with db.reading() as connection:
        return {row[0]: row[1] for row in connection.execute(query)}
