"""What the regency generates, of which the reports tell the part that was kept from the landfill."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from daurulang.migrations.guards import Guard

revision = "0009"
down_revision = "0008"

GUARDS: tuple[Guard, ...] = ()


def upgrade() -> None:
    """Add the two columns; 0 where nobody has said it."""
    connection = op.get_bind()
    whole = "INTEGER" if connection.dialect.name == "sqlite" else "BIGINT"
    for statement in (
        (
            f"ALTER TABLE centre ADD COLUMN generation_tonnes {whole} NOT NULL DEFAULT 0"
            " CONSTRAINT ck_centre_generation_tonnes CHECK (generation_tonnes BETWEEN 0 AND 100000000)"
        ),
        (
            "ALTER TABLE centre ADD COLUMN generation_source TEXT NOT NULL DEFAULT ''"
            " CONSTRAINT ck_centre_generation_source CHECK (length(generation_source) <= 60)"
        ),
    ):
        connection.execute(sa.text(statement))
