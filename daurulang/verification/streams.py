"""The tables of the journal read side by side in the order of their entries, in constant memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from itertools import chain, count
from operator import itemgetter
from types import TracebackType
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError

from daurulang.corrections.model import reversal
from daurulang.database import Code, Day
from daurulang.ledger.model import entry

# Rows that a file gives at once stay in the processor's cache; a server is asked less often.
_AT_ONCE, _AT_ONCE_OF_A_SERVER = 100, 2000

Row = tuple[Any, ...]

_CACHE_KIB = 4000
_numbers = count()
_AFTER_ALL = 2**63
_END: Row = (_AFTER_ALL + 1,)


class EntryRow(NamedTuple):
    """A row of the journal: its id, what is hashed in the order of `HASHED_COLUMNS`, its heading and its hash."""

    id: int
    previous_hash: str
    counter_id: int
    sequence: int
    form_key: str
    form_hash: str
    kind: str
    day: str
    at_ms: int
    staff_id: int
    member_id: int | None
    money_count: int
    mass_count: int
    heading_hash: str
    document_hash: str
    heading: str
    hash: str

    @property
    def hashed(self) -> Row:
        """The values of `HASHED_COLUMNS`."""
        return self[1:-2]


def picked(columns: Sequence[str], *names: str) -> Callable[[Row], Row]:
    """What takes some columns out of a row, whichever place they have in it."""
    return itemgetter(*map(columns.index, names))


def columns_of(table: sa.Table, names: Sequence[str]) -> list[sa.ColumnElement[Any]]:
    """Columns with days and codes as their stored text, which is how they are hashed."""
    return [
        sa.type_coerce(table.c[name], sa.Text) if isinstance(table.c[name].type, (Day, Code)) else table.c[name]
        for name in names
    ]


def rows_of(connection: Connection, table: sa.Table, names: Sequence[str], entry_id: int) -> list[Row]:
    """The rows of one entry in a table that hangs on entries, without its id."""
    query = sa.select(*columns_of(table, names)).where(table.c.entry_id == entry_id)
    found = connection.execute(query.order_by(table.c.position) if "position" in table.c else query)
    return [tuple(row) for row in found]


class Side:
    """A stream of rows that begin with an entry's id, handed out entry by entry. `orphans` are the ids of entries that
    do not exist, or that did not take their rows.
    """

    def __init__(self, rows: Iterator[Row]) -> None:
        self._rows = rows
        self._next = next(rows, _END)
        self.orphans: list[int] = []

    def take(self, entry_id: int) -> list[Row]:
        """The rows of one entry without its id; those of entries before it become orphans."""
        row, rows = self._next, self._rows
        while row[0] < entry_id:
            self.orphans.append(row[0])
            row = next(rows, _END)
        taken: list[Row] = []
        while row[0] == entry_id:
            taken.append(row[1:])
            row = next(rows, _END)
        self._next = row
        return taken

    def take_one(self, entry_id: int) -> Row | None:
        """The only row of one entry, None where it has none."""
        row = self._next
        if row[0] > entry_id:
            return None
        if row[0] < entry_id:
            taken = self.take(entry_id)
            return taken[0] if taken else None
        self._next = next(self._rows, _END)
        return row[1:]

    def finish(self) -> None:
        """What is left belongs to nobody."""
        self.take(_AFTER_ALL)


Check = Callable[[EntryRow, Row, list[Row], list[Row], str], None]
"""Looks at an act: its entry, its document's row, the money and the goods it moves, and its number."""
Checks = Mapping[str, tuple[Side, Check]]
"""By kind of act, where its documents are and what looks at them."""


def _with_values_made(made: Mapping[int, Callable[[Any], Any]], row: Row) -> Row:
    """A row with what the program makes of some of its columns, as of flags."""
    return tuple(made[at](value) if at in made else value for at, value in enumerate(row))


@contextmanager
def read_once(connection: Connection) -> Iterator[None]:
    """Meanwhile SQLite keeps few pages: one that is read once is not worth its place in memory."""
    if connection.dialect.name != "sqlite":
        yield
        return
    usual = connection.exec_driver_sql("PRAGMA cache_size").scalar_one()
    connection.exec_driver_sql(f"PRAGMA cache_size = -{_CACHE_KIB}")
    try:
        yield
    finally:
        connection.exec_driver_sql(f"PRAGMA cache_size = {usual}")


class Streams(ExitStack):
    """Rows of one snapshot as they come, never all of them at once; what is not read to its end is closed with it.

    They are tuples as the driver gives them: SQLAlchemy's own rows would take half as long again on a whole book.
    """

    def __init__(self, connection: Connection) -> None:
        super().__init__()
        self.connection = connection
        self._driver = connection.connection
        self._error = connection.dialect.loaded_dbapi.Error
        self._is_server = connection.dialect.name != "sqlite"

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close them; what the driver met is an error as any other of the database."""
        try:
            super().__exit__(kind, error, trace)
        except self._error as met:
            error = error or met
        if isinstance(error, self._error):
            raise DBAPIError(None, None, error) from error

    def rows(self, query: sa.Select[*tuple[Any, ...]]) -> Iterator[Row]:
        """The rows of a query, without parameters."""
        dialect = self.connection.dialect
        kinds = enumerate(column.type.dialect_impl(dialect) for column in query.selected_columns)
        made = {at: process for at, kind in kinds if (process := kind.result_processor(dialect, None))}
        # What was not asked for yet stays with a server only where the cursor has a name.
        named = {"name": f"stream_{next(_numbers)}"} if self._is_server else {}
        cursor = self.enter_context(closing(self._driver.cursor(**named)))
        cursor.execute(str(query.compile(self.connection)))
        some = partial(cursor.fetchmany, _AT_ONCE_OF_A_SERVER if self._is_server else _AT_ONCE)
        found: Iterator[Row] = chain.from_iterable(iter(some, []))
        return map(partial(_with_values_made, made), found) if made else found

    def side_of(self, table: sa.Table, names: Sequence[str]) -> Side:
        """The rows of a table that hangs on entries."""
        order = [table.c.entry_id] + ([table.c.position] if "position" in table.c else [])
        return Side(self.rows(sa.select(*columns_of(table, ("entry_id", *names))).order_by(*order)))

    def turned_round(self, table: sa.Table, names: Sequence[str]) -> Side:
        """The transfers of reversed entries, by the reversal."""
        query = (
            sa.select(reversal.c.entry_id, *(table.c[name] for name in names))
            .join(table, table.c.entry_id == reversal.c.original_id)
            .order_by(reversal.c.entry_id, table.c.position)
        )
        return Side(self.rows(query))

    def entries(self) -> Iterator[EntryRow]:
        """Every entry in order."""
        query = sa.select(*columns_of(entry, EntryRow._fields)).order_by(entry.c.id)
        return map(partial(tuple.__new__, EntryRow), self.rows(query))  # `_make` counts the columns of each
