"""The disk is full, the server falls, the line is cut at the commit: the clerk hears what is true."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from daurulang.database import Database, refusal_of
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft, record, record_part
from daurulang.errors import NotSaved, OutcomeUnknown
from daurulang.ledger.service import form_of, save_once
from daurulang.migrations.opening import open_book
from daurulang.reports.daily import latest_acts
from daurulang.storage_errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseReadOnly,
    DatabaseRefused,
    DatabaseUnreachable,
    StorageFailed,
    StorageFull,
)
from daurulang.verification.service import verify
from tests.book import Book, new_key, set_up_book
from tests.faults.line import Line
from tests.postgres import PostgresServer


def draft_of(book: Book, lines: int = 1) -> DepositDraft:
    some = tuple(LineDraft(book.pet_id, 1000) for _ in range(lines))
    return DepositDraft(new_key(), book.member_id, some, Payment.SAVINGS, 3100 * lines)


def saved(book: Book) -> list[int]:
    assert verify(book.db).problems == ()
    return [act.entry_id for act in latest_acts(book.db, 1, 1000)]


@pytest.fixture
def file_book(sqlite_place: Path) -> Iterator[Book]:
    db = open_book(sqlite_place)
    yield set_up_book(db)
    db.close()


@pytest.fixture(scope="module")
def postgres_server() -> Iterator[PostgresServer]:
    """A server with few databases: after a fall it looks through all of them before it answers."""
    with PostgresServer() as server:
        yield server


@pytest.fixture
def server_book(postgres_server: PostgresServer) -> Iterator[Book]:
    db = open_book(postgres_server.fresh_url())
    yield set_up_book(db)
    db.close()


def test_a_book_that_may_not_grow_says_so_and_goes_on_later(file_book: Book) -> None:
    raw = file_book.db.engine.raw_connection()
    cursor = raw.cursor()
    ((pages,),) = cursor.execute("PRAGMA page_count").fetchall()
    cursor.execute(f"PRAGMA max_page_count = {pages}").fetchall()
    draft = draft_of(file_book, lines=500)
    raw.close()
    with pytest.raises(StorageFull):
        record(file_book.db, file_book.desk, draft)
    assert saved(file_book) == []
    file_book.db.engine.dispose()  # the limit was one connection's own
    entry_id = record(file_book.db, file_book.desk, draft)
    assert saved(file_book) == [entry_id]


@contextmanager
def files_no_longer_than(size: int) -> Iterator[None]:
    """A disk without room, as far as this process can tell."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_commit_that_the_disk_refuses_is_unknown_until_it_works_again(file_book: Book) -> None:
    before = file_book.deposit()
    assert file_book.db.path
    log = file_book.db.path.with_name(file_book.db.path.name + "-wal")
    draft = draft_of(file_book)
    with files_no_longer_than(log.stat().st_size), pytest.raises(OutcomeUnknown):
        record(file_book.db, file_book.desk, draft)
    assert saved(file_book) == [before]
    entry_id = record(file_book.db, file_book.desk, draft)
    assert saved(file_book) == [entry_id, before]


def test_a_disk_that_does_not_answer_is_no_damaged_book(file_book: Book) -> None:
    file_book.db.close()
    assert file_book.db.path
    with files_no_longer_than(0), pytest.raises(StorageFailed):  # no file of the log can be made
        open_book(file_book.db.path)
    open_book(file_book.db.path).close()


@pytest.mark.parametrize(
    "name, refusal",
    [
        ("SQLITE_IOERR_READ", StorageFailed),
        ("SQLITE_IOERR_FSYNC", StorageFailed),
        ("SQLITE_IOERR_SHORT_READ", DatabaseDamaged),
        ("SQLITE_IOERR_CORRUPTFS", DatabaseDamaged),
        ("SQLITE_CORRUPT_INDEX", DatabaseDamaged),
        ("SQLITE_NOTADB", DatabaseDamaged),
        ("SQLITE_FULL", StorageFull),
        ("SQLITE_READONLY_DIRECTORY", DatabaseReadOnly),
        ("SQLITE_CANTOPEN_ISDIR", DatabaseUnreachable),
        ("SQLITE_BUSY_RECOVERY", DatabaseBusy),
        ("SQLITE_PROTOCOL", DatabaseBusy),
    ],
)
def test_the_engine_is_believed_by_its_code_and_not_by_its_words(name: str, refusal: type[DatabaseRefused]) -> None:
    error = dbapi2.OperationalError("words of another version")
    error.sqlite_errorname = name
    assert type(refusal_of(DBAPIError("SELECT 1", None, error), "book.db")) is refusal


def test_a_session_ended_before_the_commit_is_known_not_to_be_saved(server_book: Book) -> None:
    draft = draft_of(server_book)
    form = form_of(draft.form_key, draft)
    url = server_book.db.engine.url.set(drivername="postgresql", query={}).render_as_string(hide_password=False)

    def act(connection: Connection) -> int:
        entry_id = record_part(connection, server_book.desk, draft, form, None)
        session = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        with psycopg.connect(url, autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(%s, 5000)", (session,))
        return entry_id

    with pytest.raises(NotSaved):
        save_once(server_book.db, form, act)
    assert saved(server_book) == []
    entry_id = record(server_book.db, server_book.desk, draft)
    assert saved(server_book) == [entry_id]


def test_a_server_that_falls_before_the_commit_leaves_the_outcome_unknown(
    server_book: Book, postgres_server: PostgresServer
) -> None:
    before = server_book.deposit()
    draft = draft_of(server_book)
    form = form_of(draft.form_key, draft)

    def act(connection: Connection) -> int:
        entry_id = record_part(connection, server_book.desk, draft, form, None)
        postgres_server.stop("immediate")
        return entry_id

    try:
        with pytest.raises(OutcomeUnknown):
            save_once(server_book.db, form, act)
        with pytest.raises(DatabaseUnreachable):
            record(server_book.db, server_book.desk, draft)
    finally:
        postgres_server.start()
    entry_id = record(server_book.db, server_book.desk, draft)
    assert saved(server_book) == [entry_id, before]


def test_a_server_that_falls_while_posting_is_unreachable(server_book: Book, postgres_server: PostgresServer) -> None:
    draft = draft_of(server_book)
    form = form_of(draft.form_key, draft)

    def act(connection: Connection) -> int:
        postgres_server.stop("immediate")
        return record_part(connection, server_book.desk, draft, form, None)

    try:
        with pytest.raises(DatabaseUnreachable):
            save_once(server_book.db, form, act)
    finally:
        postgres_server.start()
    assert saved(server_book) == []


@contextmanager
def far_away(book: Book, server: PostgresServer) -> Iterator[tuple[Line, Database]]:
    """The same book by a line that can be cut."""
    line = Line(server.port)
    url = book.db.engine.url.set(drivername="postgresql", query={}, port=line.listener.getsockname()[1])
    db = Database(url.render_as_string(hide_password=False))
    yield line, db
    db.close()
    line.listener.close()


def test_a_line_cut_at_the_commit_makes_no_double_and_no_loss(
    server_book: Book, postgres_server: PostgresServer
) -> None:
    kept = []
    with far_away(server_book, postgres_server) as (line, db):
        for n in range(20):
            draft = draft_of(server_book)
            line.cut = "behind" if n % 2 else "before"
            if n % 2 == 0:
                with pytest.raises(NotSaved):
                    record(db, server_book.desk, draft)
            kept.append(record(db, server_book.desk, draft))  # of an odd one the server has it, unheard
            assert record(db, server_book.desk, draft) == kept[-1]
    assert saved(server_book) == kept[::-1]


def test_a_commit_still_under_way_is_waited_for(server_book: Book, postgres_server: PostgresServer) -> None:
    with server_book.db.transaction() as connection:
        connection.exec_driver_sql(
            "CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql"
            " AS $$ BEGIN PERFORM pg_sleep(0.5); RETURN NULL; END $$"
        )
        connection.exec_driver_sql(
            "CREATE CONSTRAINT TRIGGER slowly AFTER INSERT ON deposit DEFERRABLE INITIALLY DEFERRED"
            " FOR EACH ROW EXECUTE FUNCTION slowly()"
        )
    draft = draft_of(server_book)
    with far_away(server_book, postgres_server) as (line, db):
        line.cut = "sent"
        entry_id = record(db, server_book.desk, draft)
    assert saved(server_book) == [entry_id]
