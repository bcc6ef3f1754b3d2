"""The tables of the journal read side by side in the order of their entries, in constant memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.corrections.model import reversal
from daurulang.database import Code, Day

BATCH = 2000

Row = Sequence[Any]


def stream(
    connection: Connection,
    table: sa.Table,
    names: Sequence[str],
    order: Sequence[sa.ColumnElement[Any]],
    *only: sa.ColumnElement[bool],
) -> Iterator[Row]:
    """Rows in order, in batches, days and codes as their stored text; all of them, or `only` some."""
    columns = [
        sa.type_coerce(table.c[name], sa.Text) if isinstance(table.c[name].type, (Day, Code)) else table.c[name]
        for name in names
    ]
    yield from in_batches(connection, sa.select(*columns).where(*only).order_by(*order))


def in_batches(connection: Connection, query: sa.Select[*tuple[Any, ...]]) -> Iterator[Row]:
    """Rows as they come, never all of them at once."""
    for part in connection.execute(query.execution_options(yield_per=BATCH)).partitions():
        yield from part


def turned_round(connection: Connection, table: sa.Table, names: Sequence[str]) -> Iterator[Row]:
    """The transfers of reversed entries, beginning with the id of the reversal."""
    query = (
        sa.select(reversal.c.entry_id, *(table.c[name] for name in names))
        .join(table, table.c.entry_id == reversal.c.original_id)
        .order_by(reversal.c.entry_id, table.c.position)
    )
    return in_batches(connection, query)


class Side:
    """A stream of rows that begin with their entry's id, handed out entry by entry."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self._rows = rows
        self._next = next(self._rows, None)
        self.orphans: list[int] = []

    def take(self, entry_id: int | None) -> list[Row]:
        """The rows of one entry without its id; those of entries that do not exist become orphans."""
        taken: list[Row] = []
        while self._next is not None and (entry_id is None or self._next[0] <= entry_id):
            if self._next[0] == entry_id:
                taken.append(self._next[1:])
            else:
                self.orphans.append(self._next[0])
            self._next = next(self._rows, None)
        return taken


def rows_of(connection: Connection, table: sa.Table, names: Sequence[str], entry_id: int) -> list[Row]:
    """The rows of one entry in a table that hangs on entries, without its id."""
    order = [table.c.position] if "position" in table.c else []
    return list(stream(connection, table, names, order, table.c.entry_id == entry_id))


def side_of(connection: Connection, table: sa.Table, names: Sequence[str]) -> Side:
    """The rows of a table that hangs on entries."""
    order = [table.c.entry_id] + ([table.c.position] if "position" in table.c else [])
    return Side(stream(connection, table, ("entry_id", *names), order))
