"""Villages by the code of the Ministry of Home Affairs ("35.26.01.1001")."""

from __future__ import annotations

from enum import StrEnum

import sqlalchemy as sa

from daurulang.database import Code, metadata, one_of


class VillageKind(StrEnum):
    """A rural desa or an urban kelurahan."""

    RURAL = "desa"
    URBAN = "kelurahan"


village = sa.Table(
    "village",
    metadata,
    sa.Column("code", sa.Text, primary_key=True),
    sa.Column("kind", Code(VillageKind), nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("district_code", sa.Text, nullable=False),
    sa.Column("district", sa.Text, nullable=False),
    one_of("kind", VillageKind),
    sqlite_strict=True,
)
