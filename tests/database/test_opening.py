"""Opening what may be no book, or no book for us: one clear refusal, and the file stays as it is."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest
from sqlcipher3 import dbapi2

from daurulang import database
from daurulang.centre.queries import Centre, is_set_up
from daurulang.centre.service import set_up
from daurulang.database import APPLICATION_ID, Database, check_library
from daurulang.migrations.opening import open_book
from daurulang.storage_errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseEmpty,
    DatabaseForeign,
    DatabaseNewer,
    DatabaseReadOnly,
    DatabaseRefused,
    DatabaseUnreachable,
    LibraryUnsafe,
)
from tests.postgres import PostgresServer

NOBODY = 65534


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file of a folder, with the moment of its last change."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def refused(place: Path | str, refusal: type[DatabaseRefused]) -> DatabaseRefused:
    with pytest.raises(refusal) as caught:
        open_book(place)
    assert type(caught.value) is refusal
    return caught.value


@contextmanager
def speaking(program: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Another process of the program, which is told things line by line and ends when its input does."""
    command = [sys.executable, "-c", program, *arguments]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.communicate()


def tell(process: subprocess.Popen[str], line: str) -> None:
    assert process.stdin
    process.stdin.write(line + "\n")
    process.stdin.flush()


def answer_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def refused_untouched(path: Path, refusal: type[DatabaseRefused]) -> None:
    before = contents(path.parent)
    assert refused(path, refusal).place == str(path)
    assert contents(path.parent) == before


@contextmanager
def as_anybody() -> Iterator[None]:
    """Root may write everything, so the tests lay that right down for a while."""
    if os.geteuid():
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def shared_folder(sqlite_place: Path) -> Iterator[Path]:
    """A folder whose parents anybody may walk through, with a book in it."""
    folder = Path(tempfile.mkdtemp(prefix="daurulang-"))
    folder.chmod(0o755)
    shutil.copy(sqlite_place, folder / "book.db")
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_new_book_is_made_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "book.db"
    open_book(path).close()
    assert set(contents(tmp_path)) == {"book.db"}
    assert dbapi2.connect(str(path)).execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert path.read_bytes()[18:20] == b"\x02\x02"  # write-ahead log


def test_a_book_that_must_be_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnreachable):
        open_book(tmp_path / "a" / "book.db", create=False)
    assert list(tmp_path.iterdir()) == []


OPEN_EACH = """
import sys
from daurulang.centre.queries import is_set_up
from daurulang.migrations.opening import open_book
for line in sys.stdin:
    db = open_book(line.strip())
    print("opened", flush=True)
    sys.stdin.readline()
    with db.reading() as connection:
        print(is_set_up(connection), flush=True)
    db.close()
"""


def test_two_windows_on_a_new_machine_share_one_book(tmp_path: Path) -> None:
    with speaking(OPEN_EACH) as one, speaking(OPEN_EACH) as other:
        for n in range(10):
            path = tmp_path / f"book {n}.db"
            for window in (one, other):
                tell(window, str(path))
            assert [answer_of(window) for window in (one, other)] == ["opened"] * 2
            db = open_book(path)
            set_up(db, Centre("RDU"))
            db.close()
            for window in (one, other):
                tell(window, "look")
            assert [answer_of(window) for window in (one, other)] == ["True"] * 2
    assert all(path.name.startswith("book") and ".new" not in path.name for path in tmp_path.iterdir())


def test_two_windows_on_a_new_server_share_one_book(postgres_server: PostgresServer) -> None:
    with speaking(OPEN_EACH) as one, speaking(OPEN_EACH) as other:
        for _ in range(5):
            url = postgres_server.fresh_url()
            for window in (one, other):
                tell(window, url)
            assert [answer_of(window) for window in (one, other)] == ["opened"] * 2
            for window in (one, other):
                tell(window, "look")
            assert [answer_of(window) for window in (one, other)] == ["False"] * 2


def test_a_role_without_rights_may_not_write(postgres_server: PostgresServer) -> None:
    url = postgres_server.fresh_url()
    with psycopg.connect(url) as other:
        other.execute("CREATE ROLE guest LOGIN PASSWORD 'guest'")
    guest = url.replace(f"daurulang:{postgres_server.password}", "guest:guest")
    refused(guest, DatabaseReadOnly)
    open_book(url).close()
    refused(guest, DatabaseReadOnly)


def test_other_programs_files_are_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    for content in (b"Nama;Desa\nSiti;Pangeranan\n", b"x", b"SQLite format 3\x00", os.urandom(9000)):
        path.write_bytes(content)
        refused_untouched(path, DatabaseForeign)
    path.unlink()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE entry (name TEXT)")
    other.close()
    refused_untouched(path, DatabaseForeign)


def test_a_book_without_its_tables_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    with sqlite3.connect(path) as bare:
        bare.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    bare.close()
    refused(path, DatabaseDamaged)


def test_an_empty_file_is_a_failed_copy(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    path.touch()
    refused_untouched(path, DatabaseEmpty)


def test_a_newer_book_is_known_by_its_first_bytes(sqlite_place: Path) -> None:
    """Even with a log beside it, which opening would move into the file."""
    raw = dbapi2.connect(str(sqlite_place), isolation_level=None)
    raw.execute("PRAGMA user_version = 9999")
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    refused_untouched(sqlite_place, DatabaseNewer)
    raw.close()


def test_a_book_cut_short_is_damaged(sqlite_place: Path) -> None:
    whole = sqlite_place.read_bytes()
    for length in (len(whole) - 1, len(whole) // 2):
        sqlite_place.write_bytes(whole[:length])
        refused_untouched(sqlite_place, DatabaseDamaged)


def test_a_newer_book_is_refused_untouched(sqlite_place: Path) -> None:
    raw = dbapi2.connect(str(sqlite_place), isolation_level=None)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    refused_untouched(sqlite_place, DatabaseNewer)


def test_what_is_no_file_is_unreachable(tmp_path: Path, sqlite_place: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    refused(folder, DatabaseUnreachable)
    refused(sqlite_place / "book.db", DatabaseUnreachable)
    refused(tmp_path / ("a" * 240), DatabaseUnreachable)  # no room for the ending of what is being made
    refused("mysql://clerk:secret@localhost/book", DatabaseUnreachable)


def test_a_damaged_book_is_refused_untouched(sqlite_place: Path) -> None:
    whole = sqlite_place.read_bytes()
    page = int.from_bytes(whole[16:18], "big")
    for damaged in (
        whole[:200],
        whole[:page],
        whole[:100] + bytes(page - 100) + whole[page:],
        whole[:100] + b"\xff" * (len(whole) - 100),
    ):
        sqlite_place.write_bytes(damaged)
        refused_untouched(sqlite_place, DatabaseDamaged)


def test_a_read_only_book_is_refused(shared_folder: Path) -> None:
    path = shared_folder / "book.db"
    path.chmod(0o444)
    with as_anybody():
        refused_untouched(path, DatabaseReadOnly)


def test_a_book_in_a_read_only_folder_is_refused(shared_folder: Path) -> None:
    path = shared_folder / "book.db"
    path.chmod(0o666)
    shared_folder.chmod(0o555)
    with as_anybody():
        refused_untouched(path, DatabaseReadOnly)
        refused_untouched(shared_folder / "new.db", DatabaseReadOnly)
        refused(shared_folder / "deeper" / "new.db", DatabaseUnreachable)


def test_a_book_nobody_may_read_is_unreachable(shared_folder: Path) -> None:
    path = shared_folder / "book.db"
    path.chmod(0o000)
    with as_anybody():
        refused(path, DatabaseUnreachable)
    shared_folder.chmod(0o000)
    with as_anybody():
        assert refused(path, DatabaseReadOnly).place == str(path)


def test_a_book_that_becomes_read_only_says_so(shared_folder: Path) -> None:
    path = shared_folder / "book.db"
    path.chmod(0o444)
    shared_folder.chmod(0o555)
    db = Database(path)
    with as_anybody(), pytest.raises((DatabaseReadOnly, DatabaseUnreachable)), db.transaction():
        pass
    db.close()


HOLD = """
import sys
from sqlcipher3 import dbapi2
held = dbapi2.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


def test_a_book_locked_by_another_program_is_busy(sqlite_place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.2)
    with speaking(HOLD, str(sqlite_place)) as other:
        assert answer_of(other) == "held"
        db = open_book(sqlite_place)  # opening only reads
        with pytest.raises(DatabaseBusy) as caught:
            set_up(db, Centre("RDU"))
        assert caught.value.place == str(sqlite_place)
        with db.reading() as connection:
            assert not is_set_up(connection)
    set_up(db, Centre("RDU"))
    db.close()


def test_a_row_locked_on_the_server_is_busy(postgres_server: PostgresServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.2)
    url = postgres_server.fresh_url()
    db = open_book(url)
    with psycopg.connect(url) as other:
        other.execute("LOCK TABLE centre IN ACCESS EXCLUSIVE MODE")
        with pytest.raises(DatabaseBusy) as caught:
            set_up(db, Centre("RDU"))
    assert postgres_server.password not in caught.value.place
    set_up(db, Centre("RDU"))
    db.close()


def test_other_databases_on_the_server_are_refused(postgres_server: PostgresServer) -> None:
    url = postgres_server.fresh_url()
    with psycopg.connect(url) as other:
        other.execute("CREATE TABLE person (name text)")
    assert postgres_server.password not in refused(url, DatabaseForeign).place
    with psycopg.connect(url) as other:
        other.execute("CREATE TABLE alembic_version (version_num text)")
        other.execute("INSERT INTO alembic_version VALUES ('0815')")
    refused(url, DatabaseForeign)
    with psycopg.connect(url) as other:
        tables = other.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
    assert set(tables) == {("person",), ("alembic_version",)}


def test_a_newer_book_on_the_server_is_refused(postgres_server: PostgresServer) -> None:
    url = postgres_server.fresh_url()
    open_book(url).close()
    with psycopg.connect(url) as other:
        other.execute("UPDATE alembic_version SET version_num = '9999'")
    refused(url, DatabaseNewer)


def test_a_server_that_does_not_answer_is_unreachable(postgres_server: PostgresServer) -> None:
    url = postgres_server.url("postgres")
    for bad in (
        postgres_server.url("nothing_here"),
        url.replace(postgres_server.password, "wrong"),
        url.replace(f":{postgres_server.port}", ":1"),
        url.replace("127.0.0.1", "no.such.host.invalid"),
        url.replace(f":{postgres_server.port}", ":port"),
        "postgresql:/",
        url.replace(f":{postgres_server.port}", ":99999"),
        f"{url}?no_such_option=1",
    ):
        assert postgres_server.password not in refused(bad, DatabaseUnreachable).place


@pytest.mark.parametrize("version", [(3, 40, 1), (3, 44, 5), (3, 45, 0), (3, 50, 6), (3, 51, 2), (3, 46, 1)])
def test_an_sqlite_that_loses_commits_is_refused(version: tuple[int, ...]) -> None:
    with pytest.raises(LibraryUnsafe) as caught:
        check_library(version)
    assert caught.value.version == ".".join(map(str, version))


@pytest.mark.parametrize("version", [(3, 44, 6), (3, 50, 7), (3, 51, 3), (3, 53, 4), (4, 0, 0)])
def test_a_mended_sqlite_is_taken(version: tuple[int, ...]) -> None:
    check_library(version)
    check_library(dbapi2.sqlite_version_info)


def test_a_server_plans_for_small_books_unless_the_address_says_otherwise(postgres_server: PostgresServer) -> None:
    url = postgres_server.fresh_url()
    for place, jit, cost in ((url, "off", "1.1"), (f"{url}?options=-c%20jit%3Don", "on", "4")):
        with closing(Database(place)) as db, db.reading() as connection:
            said = [connection.exec_driver_sql(f"SHOW {name}").scalar_one() for name in ("jit", "random_page_cost")]
        assert said == [jit, cost]
