"""What is read as it comes ends as any other question to the database does."""

import pytest
import sqlalchemy as sa

from daurulang.database import Database
from daurulang.ledger.model import entry
from daurulang.storage_errors import DatabaseUnreachable
from daurulang.verification.streams import Streams
from tests.book import set_up_book
from tests.postgres import PostgresServer

ENTRIES = sa.select(entry.c.id).order_by(entry.c.id)


def test_what_was_not_read_to_its_end_is_closed(empty_db: Database) -> None:
    book = set_up_book(empty_db)
    for _ in range(3):
        book.deposit(3_100)
    for _ in range(2):
        with empty_db.reading() as connection, Streams(connection) as streams:
            rows = streams.rows(ENTRIES)
            assert next(rows) == (1,)
    assert book.deposit(3_100) == 4


def read_while_the_server_goes_away(db: Database, other: Database) -> None:
    with db.reading() as connection, Streams(connection) as streams:
        pid = connection.scalar(sa.select(sa.func.pg_backend_pid()))
        rows = streams.rows(sa.select(sa.literal_column("generate_series(1, 100000)")))
        assert next(rows) == (1,)
        with other.transaction() as theirs:
            theirs.execute(sa.select(sa.func.pg_terminate_backend(pid)))
        list(rows)


def test_a_server_that_goes_away_meanwhile_is_told(postgres_server: PostgresServer) -> None:
    db = Database(postgres_server.fresh_url())
    other = Database(db.address)
    with pytest.raises(DatabaseUnreachable):
        read_while_the_server_goes_away(db, other)
    db.close()
    other.close()
