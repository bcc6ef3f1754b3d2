"""Older books: copied first, brought up to date in one step, and killed at every point of it."""

import shutil
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from daurulang.backup.copying import backup
from daurulang.backup.manifest import manifest_path, read_manifest
from daurulang.database import Database
from daurulang.errors import FileNotWritten
from daurulang.migrations.opening import REVISIONS, missing_guards, open_book
from daurulang.storage_errors import NotABackup
from daurulang.verification.service import verify
from tests.database.older import older_book

NEWEST = REVISIONS[-1]


@pytest.fixture(scope="module", params=REVISIONS[:-1])
def old(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("old") / "book.db"
    older_book(path, request.param)
    return path


def revision_of(path: Path) -> str:
    with closing(dbapi2.connect(str(path))) as raw:
        return str(raw.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def test_an_older_book_is_copied_before_its_tables_change(old: Path, tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    shutil.copy(old, path)
    before = revision_of(path)
    with closing(open_book(path)) as db:
        with db.reading() as connection:
            assert list(missing_guards(connection)) == []
            assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == int(NEWEST)
        found = verify(db)
    assert (found.entries, found.problems) == (4, ())
    copy = tmp_path / f"book.before-{NEWEST}.db"
    manifest = read_manifest(copy)
    assert manifest is not None
    assert manifest.figures.schema == before == revision_of(copy)
    assert manifest.figures.heads["L1"][0] == 4


def test_a_power_cut_between_the_copy_and_its_note_does_not_shut_the_book(old: Path, tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    shutil.copy(old, path)
    copy = tmp_path / f"book.before-{NEWEST}.db"
    with closing(Database(path)) as db:
        backup(db, copy)
    manifest_path(copy).unlink()
    with closing(open_book(path)) as db:
        assert verify(db).problems == ()
    assert read_manifest(copy) is not None


def test_a_book_that_cannot_be_copied_keeps_its_tables(old: Path, tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    shutil.copy(old, path)
    before = revision_of(path)
    copy = tmp_path / f"book.before-{NEWEST}.db"
    copy.write_text("somebody else's")
    with pytest.raises(NotABackup):
        open_book(path)
    copy.unlink()
    copy.mkdir()
    with pytest.raises(FileNotWritten):
        open_book(path)
    assert revision_of(path) == before


# Each round a child opens the old book and is killed before its n-th statement; told: n, and the step it left.
KILLED = """
import os, shutil, signal, sys
from pathlib import Path
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from daurulang.migrations import opening
from daurulang.migrations.opening import open_book

old, place, stride = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
from alembic import command, config  # once, for all children
for n in range(1, 2000, stride):
    for rest in place.parent.iterdir():
        rest.unlink()
    shutil.copy(old, place)
    child = os.fork()
    if child == 0:
        left = [n]
        @sa.event.listens_for(Engine, "before_cursor_execute")
        def before(*_arguments):
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)
        open_book(place).close()
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    killed = place.with_name(f"{n}.killed")
    print(n, flush=True)
    if status == 0:
        break
    sys.stdin.readline()
"""


def test_killed_at_any_statement_it_is_the_old_book_or_the_new_one(old: Path, tmp_path: Path) -> None:
    place = tmp_path / "killed" / "book.db"
    place.parent.mkdir()
    command = [sys.executable, "-c", KILLED, str(old), str(place), "29"]
    left: list[str] = []
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdin
        for _ in process.stdout:
            left.append(revision_of(place))
            with closing(open_book(place)) as db:
                assert verify(db).problems == ()
            with suppress(BrokenPipeError):  # the last child came to its end, and nobody waits any more
                process.stdin.write("\n")
                process.stdin.flush()
        with suppress(BrokenPipeError):
            process.stdin.close()
    assert process.returncode == 0
    assert set(left) <= {revision_of(old), NEWEST}
    assert len(left) > 3
    assert left[-1] == NEWEST
