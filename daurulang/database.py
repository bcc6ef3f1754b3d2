"""The engine, the two doors and the column types.

`Database.transaction()` writes: SQLite takes the write lock at once (BEGIN IMMEDIATE; a deferred transaction that
reads first fails under two writers whatever the timeout), PostgreSQL relies on the row locks that the acts take.
`Database.reading()` answers from one consistent snapshot and blocks nobody. Nothing else commits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Connection, Dialect, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.types import TypeDecorator

from daurulang.anchors import Anchor, AnchorLog
from daurulang.config import load_machine
from daurulang.errors import CommitFailed, DayClosed, MonthClosed, UserError
from daurulang.plant_errors import PaymentsStand
from daurulang.storage_errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseReadOnly,
    DatabaseRefused,
    DatabaseUnreachable,
    LibraryUnsafe,
    StorageFailed,
    StorageFull,
)

Value = TypeVar("Value")

APPLICATION_ID = 0x44555231  # "DUR1" in SQLite's header: tells our file from another program's
BUSY_SECONDS = 5.0  # SQLite's queue for the lock is unfair; measured worst wait of eight busy writers is 4 s

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# STRICT tables know INTEGER, TEXT and BLOB only, and only INTEGER makes a primary key the rowid.
Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
# Compared byte by byte on both engines, so that a range of prefixes can use the index.
Word = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


class Day(TypeDecorator[date]):
    """A calendar day as ISO text, which sorts as time does on both engines."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """To text."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        """From text."""
        return None if value is None else date.fromisoformat(value)


class Flag(TypeDecorator[bool]):
    """Yes or no as 1 or 0."""

    impl = Whole
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        """To 1 or 0."""
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        """From 1 or 0."""
        return None if value is None else bool(value)


class Code(TypeDecorator[StrEnum]):
    """A member of a `StrEnum` by its value; the table carries a CHECK made by `one_of`."""

    impl = sa.Text
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        """To its value."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        """From its value."""
        return None if value is None else self.kind(value)


def one_of(column: str, kind: type[StrEnum]) -> sa.CheckConstraint:
    """The CHECK that keeps a `Code` column within its enumeration."""
    values = ", ".join(f"'{member.value}'" for member in kind)
    return sa.CheckConstraint(f"{column} IN ({values})", name=column)


def same_text(column: sa.Column[str], text: str) -> sa.ColumnElement[bool]:
    """Whether a name or code is that text, whatever the case; the engines fold the case of plain letters only."""
    return sa.or_(column == text, sa.func.lower(column) == text.lower())


def identity() -> sa.Column[int]:
    """The surrogate key of a table: never leaves this database."""
    return sa.Column("id", Whole, sa.Identity(), primary_key=True)


def inserted_id(connection: Connection, statement: sa.Insert, values: Mapping[str, object]) -> int:
    """Insert one row and return its surrogate key."""
    return int(connection.execute(statement, values).inserted_primary_key[0])  # type: ignore[index]  # one row: one key


def insert_many(connection: Connection, table: sa.Table, rows: Sequence[Mapping[str, object]]) -> None:
    """Insert many rows that have the same columns, past SQLAlchemy's work on each value.

    PostgreSQL takes 250,000 rows by COPY in seconds; one statement each would take it half a minute.
    """
    if not rows:
        return
    names = list(rows[0])
    kinds = [table.c[name].type.dialect_impl(connection.dialect) for name in names]
    processors = [kind.bind_processor(connection.dialect) or _as_it_is for kind in kinds]
    columns = [[process(row[name]) for row in rows] for name, process in zip(names, processors, strict=True)]
    values = list(zip(*columns, strict=True))
    into = f"{table.name} ({', '.join(names)})"
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(names))
        connection.exec_driver_sql(f"INSERT INTO {into} VALUES ({marks})", values)  # noqa: S608  (names of the schema)
        return
    cursor = connection.connection.cursor()
    try:
        with cursor.copy(f"COPY {into} FROM STDIN") as copy:
            for value in values:
                copy.write_row(value)
    except connection.dialect.loaded_dbapi.Error as error:
        raise DBAPIError(f"COPY {into}", None, error) from error
    finally:
        cursor.close()


def _as_it_is(value: object) -> object:
    return value


def values_of(kind: Callable[..., Value], rows: Iterable[Any]) -> tuple[Value, ...]:
    """Each row as a frozen value whose fields stand in the order of the columns."""
    return tuple(kind(*row) for row in rows)


class Database:
    """One book, in an SQLite file or on a PostgreSQL server."""

    def __init__(self, place: str | Path, *, create: bool = False) -> None:
        """Connect lazily; `create` allows an SQLite file to come into being.

        Raises `LibraryUnsafe`, and `DatabaseUnreachable` for what is no URL.
        """
        text = str(place)
        self.is_sqlite = not text.startswith(("postgresql:", "postgresql+", "postgres:"))
        if self.is_sqlite and "://" in text:  # another kind of server, not a folder to be made of that name
            raise DatabaseUnreachable(text.rpartition("@")[2])
        self.path = Path(text) if self.is_sqlite else None
        if self.is_sqlite:
            self.engine = _sqlite_engine(Path(text), create=create)
            self.place = text
        else:
            url = _postgresql_url(text)
            self.engine = _postgresql_engine(url)
            self.place = url.set(query={}).render_as_string(hide_password=True)
        self._closed = False
        event.listen(self.engine, "checkin", self._leave_none_open)
        self._readers = self.engine.execution_options(door="reading")
        self.anchors: AnchorLog | None = AnchorLog(load_machine().anchor_place, self.path or self.place)
        """Where the last number of each commit is noted; None for a book that is only for practice."""

    @property
    def address(self) -> str:
        """What another process opens the same book with; holds the password of a server, so it is never shown."""
        return self.place if self.is_sqlite else self.engine.url.render_as_string(hide_password=False)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """The writing door: commits when the block ends, rolls back when it raises.

        Raises `DatabaseBusy`, `StorageFull`, `DatabaseReadOnly` … with nothing changed, and `CommitFailed` when
        the commit itself fails, since then the rows may be there or not.
        """
        posted: dict[str, Anchor] = {}
        with self._words_for_refusals(), self.engine.connect().execution_options(posted=posted) as connection:
            transaction = connection.begin()
            try:
                yield connection
            except BaseException:
                transaction.rollback()
                raise
            try:
                transaction.commit()
            except DBAPIError as error:
                connection.invalidate()
                raise CommitFailed from error
        if posted and self.anchors is not None:
            self.anchors.add(posted.values())

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The reading door: one snapshot, no lock that a writer waits for."""
        with self._words_for_refusals(), self._readers.connect() as connection, connection.begin():
            yield connection

    def checkpoint(self) -> None:
        """Move what stands in SQLite's log into the file itself; needs no transaction and takes none."""
        statement = "PRAGMA wal_checkpoint(TRUNCATE)"
        with self._words_for_refusals(), closing(self.engine.raw_connection()) as raw:
            try:
                raw.cursor().execute(statement)
            except self.engine.dialect.loaded_dbapi.Error as error:
                raise DBAPIError(statement, None, error) from error

    def close(self) -> None:
        """Close every connection; one that is still at work in another thread is closed as soon as that is done."""
        self._closed = True
        self.engine.dispose()

    def _leave_none_open(self, _raw: object, record: ConnectionPoolEntry) -> None:
        # The pool of an engine that was disposed of takes connections back and would keep their files open.
        if self._closed:
            record.invalidate()

    @contextmanager
    def _words_for_refusals(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            refusal = guard_refusal(error) or refusal_of(error, self.place)
            if refusal is None:
                raise
            raise refusal from error


# Guards that a person can run into, by their names; every other guard that speaks has met a bug.
_GUARDS: dict[str, type[UserError]] = {
    "entry_is_of_an_open_month": MonthClosed,
    "entry_is_of_an_open_day": DayClosed,
    "payments_are_reversed_before_their_sale": PaymentsStand,
}


def guard_refusal(error: DBAPIError) -> UserError | None:
    """The refusal of a guard of the tables, None when another thing went wrong."""
    words = str(error.orig)
    return next((refusal() for name, refusal in _GUARDS.items() if name in words), None)


# SQLite's errors by the beginning of their names, the narrower ones first. A disk that does not answer leaves the book
# as it was, and restoring a backup would throw the newest entries away.
_CODES: tuple[tuple[str, type[DatabaseRefused]], ...] = (
    ("SQLITE_BUSY", DatabaseBusy),
    ("SQLITE_LOCKED", DatabaseBusy),
    ("SQLITE_PROTOCOL", DatabaseBusy),
    ("SQLITE_READONLY", DatabaseReadOnly),
    ("SQLITE_CANTOPEN", DatabaseUnreachable),
    ("SQLITE_FULL", StorageFull),
    ("SQLITE_IOERR_SHORT_READ", DatabaseDamaged),
    ("SQLITE_IOERR_CORRUPTFS", DatabaseDamaged),
    ("SQLITE_IOERR_DATA", DatabaseDamaged),
    ("SQLITE_IOERR", StorageFailed),
    ("SQLITE_CORRUPT", DatabaseDamaged),
    ("SQLITE_NOTADB", DatabaseDamaged),  # its first bytes are looked at before the engine sees it
)

_WORDS: tuple[tuple[str, type[DatabaseRefused]], ...] = (
    ("lock timeout", DatabaseBusy),
    # Every act looks before it writes, so these are races on a server: asked again, the act finds what it ran into.
    ("deadlock detected", DatabaseBusy),
    ("duplicate key value", DatabaseBusy),
    ("violates foreign key constraint", DatabaseBusy),
    ("read-only", DatabaseReadOnly),
    ("permission denied", DatabaseReadOnly),
    ("disk is full", StorageFull),
    ("no space left", StorageFull),
    ("malformed", DatabaseDamaged),
    ("no such table", DatabaseDamaged),
    ("could not decode to utf-8", DatabaseDamaged),
    ("connection failed", DatabaseUnreachable),
    ("connection is bad", DatabaseUnreachable),
    ("invalid connection option", DatabaseUnreachable),
    ("connection refused", DatabaseUnreachable),
    ("connection timeout", DatabaseUnreachable),
    ("failed to resolve", DatabaseUnreachable),
    ("connection is closed", DatabaseUnreachable),
    ("server closed the connection", DatabaseUnreachable),
    ("terminating connection", DatabaseUnreachable),
)


def will_be_anchored(connection: Connection, anchor: Anchor) -> None:
    """Note the last entry of a counter outside the book, once this transaction is committed."""
    posted = connection.get_execution_options().get("posted")
    if posted is not None:
        posted[anchor.counter] = anchor


def refusal_of(error: DBAPIError, place: str) -> DatabaseRefused | None:
    """The refusal behind an engine's error, None when it is a bug. SQLite tells them apart by a code, and what the
    tables themselves show only by words, as a server does.
    """
    if error.connection_invalidated:
        return DatabaseUnreachable(place)
    name, words = getattr(error.orig, "sqlite_errorname", ""), str(error.orig).lower()
    found = [refusal for sign, refusal in _CODES if name.startswith(sign)]
    found += [refusal for sign, refusal in _WORDS if sign in words]
    return found[0](place) if found else None


def _sqlite_engine(path: Path, *, create: bool) -> Engine:
    from sqlcipher3 import dbapi2

    check_library(dbapi2.sqlite_version_info)
    mode = "rwc" if create else "rw"
    uri = f"{path.absolute().as_uri()}?mode={mode}"

    def connect() -> Any:
        return dbapi2.connect(
            uri, uri=True, isolation_level=None, check_same_thread=False, timeout=BUSY_SECONDS, cached_statements=256
        )

    engine = sa.create_engine("sqlite://", module=dbapi2, creator=connect, poolclass=sa.QueuePool)

    @event.listens_for(engine, "connect")
    def set_up(raw: Any, _record: object) -> None:
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",  # NORMAL loses acknowledged deposits when the power fails
            "foreign_keys=ON",
            "recursive_triggers=ON",  # else INSERT OR REPLACE deletes posted rows without asking their trigger
            "temp_store=MEMORY",
            "trusted_schema=OFF",
            "cache_size=-65536",
        ):
            raw.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if _through_reading_door(connection) else "BEGIN IMMEDIATE")

    return engine


def _postgresql_url(text: str) -> sa.URL:
    try:
        url = sa.make_url(text).set(drivername="postgresql+psycopg")
    except (sa.exc.ArgumentError, ValueError) as error:
        raise DatabaseUnreachable(text.rpartition("@")[2]) from error
    # A line that was cut leaves its session, and the locks it holds, behind: the server ends it after a minute.
    options = f"-c lock_timeout={round(BUSY_SECONDS * 1000)} -c idle_in_transaction_session_timeout=60000"
    # Compiling a report takes longer than answering it, and its pages lie in memory or on a disk without a head: with
    # the server's own guesses the month of a book of 100,000 lines takes twice as long.
    options += " -c jit=off -c random_page_cost=1.1"
    # What the URL says itself comes last and wins.
    return url.set(query={"connect_timeout": "10", "options": options, **url.query})


def _postgresql_engine(url: sa.URL) -> Engine:
    engine = sa.create_engine(url, pool_pre_ping=True)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if _through_reading_door(connection):
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")

    return engine


def _through_reading_door(connection: Connection) -> bool:
    return connection.get_execution_options().get("door") == "reading"


def check_library(version: tuple[int, ...]) -> None:
    """Raise `LibraryUnsafe` for an SQLite that has the WAL-reset bug (3.7.0 to 3.51.2 but for its backports)."""
    fixed = version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)
    if not fixed:
        raise LibraryUnsafe(".".join(map(str, version)))
