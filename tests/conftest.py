"""What every test may ask for."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from daurulang.database import Database
from daurulang.migrations.opening import open_book
from tests.book import Book, book_as_set_up, set_up_book
from tests.postgres import PostgresServer
from tests.reports.generated import work

# Before anything imports Qt: the tests need no screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Settings, papers and anchors of the tests never lie among those of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DAURULANG_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A running PostgreSQL, one for each worker of pytest."""
    with PostgresServer() as server:
        yield server


# The book to work on, once for each engine.


def _prepare(place: str | Path) -> None:
    open_book(place).close()


@pytest.fixture(scope="session")
def sqlite_pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty book in a file, to copy from."""
    path = tmp_path_factory.mktemp("pattern") / "book.db"
    _prepare(path)
    return path


@pytest.fixture
def sqlite_place(sqlite_pattern: Path, tmp_path: Path) -> Path:
    """The path of a fresh, empty SQLite book."""
    path = tmp_path / "book.db"
    shutil.copy(sqlite_pattern, path)
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest) -> str | Path:
    """Where a fresh, empty book is, once for each engine."""
    if request.param == "sqlite":
        path: Path = request.getfixturevalue("sqlite_place")
        return path
    server: PostgresServer = request.getfixturevalue("postgres_server")
    return server.fresh_url(_prepare)


@pytest.fixture
def empty_db(place: str | Path) -> Iterator[Database]:
    """A fresh book without a centre, once for each engine."""
    db = open_book(place)
    yield db
    db.close()


@pytest.fixture
def book(empty_db: Database) -> Book:
    """A book that is set up, with a clerk, two members and a few priced materials, once for each engine."""
    return set_up_book(empty_db)


# A book in which every kind of act was done for two months (`tests.reports.generated`): worked once, then copied.


def _prepare_busy(place: str | Path) -> None:
    with closing(open_book(place)) as db:
        work(set_up_book(db))
        if db.is_sqlite:
            db.checkpoint()


@pytest.fixture(scope="session")
def busy_pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book in a file, to copy from."""
    path = tmp_path_factory.mktemp("busy") / "book.db"
    _prepare_busy(path)
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def busy_place(request: pytest.FixtureRequest, tmp_path: Path) -> str | Path:
    """Where a worked book is, once for each engine."""
    if request.param == "sqlite":
        path = tmp_path / "book.db"
        shutil.copy(request.getfixturevalue("busy_pattern"), path)
        return path
    server: PostgresServer = request.getfixturevalue("postgres_server")
    return server.fresh_url(_prepare_busy)


@pytest.fixture
def busy_book(busy_place: str | Path) -> Iterator[Book]:
    """The same, opened."""
    with closing(open_book(busy_place)) as db:
        yield book_as_set_up(db)
