"""A copy becomes the book again: refused, compared, swapped, and killed in between."""

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from daurulang.__main__ import main
from daurulang.backup.copying import backup
from daurulang.backup.manifest import manifest_path
from daurulang.centre.queries import Centre
from daurulang.centre.service import set_up
from daurulang.database import Database
from daurulang.errors import BookChanged
from daurulang.ledger.model import EntryKind
from daurulang.migrations.opening import REVISIONS, open_book
from daurulang.restoration.queries import Lost
from daurulang.restoration.service import drop, prepare, swap
from daurulang.storage_errors import BackupUnusable, DatabaseBusy, DatabaseDamaged
from daurulang.verification.anchors import require_whole
from daurulang.verification.service import verify
from tests.book import Book, set_up_book
from tests.database.older import older_book


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAURULANG_HOME", str(tmp_path / "home"))


@pytest.fixture
def file_book(tmp_path: Path, sqlite_place: Path) -> Iterator[Book]:
    folder = tmp_path / "live"
    folder.mkdir()
    sqlite_place.rename(folder / "book.db")
    db = open_book(folder / "book.db")
    yield set_up_book(db)
    db.close()


def path_of(book: Book) -> Path:
    assert book.db.path
    return book.db.path


def copy_of(book: Book, tmp_path: Path) -> Path:
    return backup(book.db, tmp_path / "copy.db").path


def entries_in(path: Path) -> int:
    with closing(open_book(path, create=False)) as db:
        require_whole(db)
        found = verify(db)
    assert found.problems == ()
    return found.entries


def test_what_would_be_lost_is_said_and_the_book_of_before_is_kept(file_book: Book, tmp_path: Path) -> None:
    path = path_of(file_book)
    file_book.deposit(10_000)
    source = copy_of(file_book, tmp_path)
    before = source.read_bytes()
    file_book.deposit(1000)
    file_book.deposit(2000)
    file_book.payout(500)
    prepared = prepare(path, source)
    assert prepared.lost == (
        Lost(EntryKind.DEPOSIT, 2, "L1-000002", "L1-000003", 998 + 2000),
        Lost(EntryKind.PAYOUT, 1, "L1-000004", "L1-000004", 500),
    )
    with pytest.raises(DatabaseBusy):
        swap(prepared, "Siti")
    assert verify(file_book.db).entries == 4
    file_book.db.close()
    kept = swap(prepared, "Siti")
    assert kept is not None
    assert entries_in(path) == 1
    assert source.read_bytes() == before
    assert {each.name for each in path.parent.iterdir()} == {path.name, kept.name}
    with closing(Database(kept)) as old:
        old.anchors = None
        assert verify(old).entries == 4
    file_book.deposit(1000)
    assert verify(file_book.db).problems == ()


def test_what_still_reads_as_the_counter_closes_does_not_hold_the_book(file_book: Book, tmp_path: Path) -> None:
    path, ended = path_of(file_book), threading.Event()
    prepared = prepare(path, copy_of(file_book, tmp_path))

    def read() -> None:
        with file_book.db.reading() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM entry").fetchall()
            begun.set()
            ended.wait(10)

    begun = threading.Event()
    reader = threading.Thread(target=read)
    reader.start()
    assert begun.wait(10)
    file_book.db.close()
    threading.Timer(0.3, ended.set).start()
    assert swap(prepared, "Siti") is not None
    reader.join()


def test_a_copy_that_knows_all_loses_nothing(file_book: Book, tmp_path: Path) -> None:
    file_book.deposit(1000)
    prepared = prepare(path_of(file_book), copy_of(file_book, tmp_path))
    assert prepared.lost == ()
    drop(prepared)
    assert not prepared.working.exists()


def test_a_branch_of_the_same_book_is_compared_from_where_it_parted(file_book: Book, tmp_path: Path) -> None:
    file_book.deposit(1000)
    early = copy_of(file_book, tmp_path)
    file_book.deposit(1000)
    late = backup(file_book.db, tmp_path / "late.db").path
    file_book.db.close()
    swap(prepare(path_of(file_book), early), "Siti")
    file_book.deposit(5000)
    prepared = prepare(path_of(file_book), late)
    assert prepared.lost is not None
    assert [(each.first, each.last) for each in prepared.lost] == [("L1-000003", "L1-000003")]
    drop(prepared)


def test_a_machine_without_a_book_gets_one(file_book: Book, tmp_path: Path) -> None:
    file_book.deposit(1000)
    place = tmp_path / "new" / "book.db"
    assert swap(prepare(place, copy_of(file_book, tmp_path)), "Siti") is None
    assert entries_in(place) == 1


def test_a_damaged_or_empty_book_is_replaced_and_kept_as_it_is(file_book: Book, tmp_path: Path) -> None:
    path = path_of(file_book)
    file_book.deposit(1000)
    source = copy_of(file_book, tmp_path)
    file_book.db.close()
    for content in (b"\xff" * 9000, path.read_bytes()[:100] + b"\xff" * 9000, b""):
        path.write_bytes(content)
        prepared = prepare(path, source)
        assert prepared.lost is None or not content
        kept = swap(prepared, "Siti")
        assert kept is not None
        assert kept.read_bytes() == content
        assert entries_in(path) == 1
        kept.unlink()


def refused(file_book: Book, source: Path, reason: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = path_of(file_book)
    before = {each.name: each.read_bytes() for each in path.parent.iterdir()}
    content, stamp = (source.read_bytes(), source.stat().st_mtime_ns) if source.exists() else (b"", 0)
    with pytest.raises(BackupUnusable) as caught:
        prepare(path, source)
    assert (caught.value.path, caught.value.reason) == (str(source), reason)
    assert {each.name: each.read_bytes() for each in path.parent.iterdir()} == before
    if source.exists():
        assert (source.read_bytes(), source.stat().st_mtime_ns) == (content, stamp)
    assert main(["--database", str(path), "restore", str(source), "--yes"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1


def test_what_is_no_sound_copy_is_refused_in_one_line(
    file_book: Book, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(30):
        file_book.deposit(1000)
    source = copy_of(file_book, tmp_path)
    file_book.db.close()
    good = source.read_bytes()
    refused(file_book, tmp_path / "none.db", "missing", capsys)
    for note in (True, False):
        if not note:
            manifest_path(source).unlink()
        changed = good.replace(b'"member_name":"Nur', b'"member_name":"Nus')
        for content, reason in (
            (b"", "empty"),
            (good[: len(good) // 2], "damaged"),
            (good[:-1], "damaged"),
            (changed, "damaged"),
            (b"Nama;Desa\n" * 100, "damaged" if note else "foreign"),
        ):
            source.write_bytes(content)
            refused(file_book, source, reason, capsys)


def test_a_newer_copy_and_one_of_another_centre_are_refused(
    file_book: Book, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file_book.deposit(1000)
    newer = tmp_path / "newer.db"
    shutil.copy(copy_of(file_book, tmp_path), newer)
    with closing(dbapi2.connect(str(newer), isolation_level=None)) as raw:
        raw.execute("PRAGMA user_version = 9999")
    other = tmp_path / "other.db"
    db = open_book(other)
    set_up_book(db).deposit(1000)
    db.close()
    bare = tmp_path / "bare.db"
    db = open_book(bare)
    set_up(db, Centre("Bank Sampah Lain"))
    db.close()
    file_book.db.close()
    refused(file_book, newer, "newer", capsys)
    refused(file_book, other, "other_centre", capsys)
    refused(file_book, bare, "other_centre", capsys)


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_an_older_copy_is_brought_up_to_date_on_a_copy(revision: str, tmp_path: Path) -> None:
    source = tmp_path / "old.db"
    older_book(source, revision)
    before = source.read_bytes()
    place = tmp_path / "new" / "book.db"
    swap(prepare(place, source), "Siti")
    assert entries_in(place) == 4
    assert source.read_bytes() == before
    assert [each.name for each in place.parent.iterdir()] == ["book.db"]


HOLD = """
import sys
from daurulang.migrations.opening import open_book
db = open_book(sys.argv[1])
with db.reading():
    pass
print("open", flush=True)
sys.stdin.read()
"""


def test_a_book_that_another_program_has_open_is_not_replaced(
    file_book: Book, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = path_of(file_book)
    source = copy_of(file_book, tmp_path)
    file_book.deposit(1000)
    file_book.db.close()
    words = ["--database", str(path), "restore", str(source), "--yes"]
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "open\n"
        assert main(words) == 1
        assert "sedang dipakai" in capsys.readouterr().err
        other.communicate()
    assert entries_in(path) == 1
    assert main(words) == 0
    told = capsys.readouterr().out
    assert "L1-000001: 1 setoran, Rp 998" in told
    assert "disimpan sebagai" in told
    assert entries_in(path) == 0
    assert not list(path.parent.glob("*.restoring"))


def test_without_a_yes_nothing_is_changed(
    file_book: Book, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = copy_of(file_book, tmp_path)
    file_book.deposit(1000)
    file_book.db.close()
    with open(os.devnull) as nothing:  # noqa: PTH123  (the name of a device)
        monkeypatch.setattr(sys, "stdin", nothing)
        assert main(["--database", str(path_of(file_book)), "restore", str(source)]) == 1
    assert "Tidak ada yang diubah" in capsys.readouterr().out
    assert entries_in(path_of(file_book)) == 1


def test_killed_at_any_moment_there_is_a_whole_book(file_book: Book, tmp_path: Path) -> None:
    path = path_of(file_book)
    file_book.deposit(1000)
    source = copy_of(file_book, tmp_path)
    file_book.deposit(1000)
    file_book.db.close()
    live = path.read_bytes()
    chance = random.Random(4)
    seen = set()
    for _ in range(25):
        for rest in path.parent.iterdir():
            rest.unlink()
        path.write_bytes(live)
        child = os.fork()
        if child == 0:
            swap(prepare(path, source), "Siti")
            os._exit(0)
        time.sleep(chance.uniform(0, 0.12))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with closing(open_book(path, create=False)) as db:
            db.anchors = None
            found = verify(db)
        assert found.problems == ()
        seen.add(found.entries)
    assert seen <= {1, 2}


def left_behind(path: Path, folder: Path) -> Path:
    """The book as its files lie there after a power cut: what was done last stands in its log only."""
    folder.mkdir()
    for each in (path, path.with_name(f"{path.name}-wal")):
        shutil.copy(each, folder)
    return folder / path.name


def test_the_book_of_a_computer_that_died_is_restored_with_its_log(file_book: Book, tmp_path: Path) -> None:
    file_book.db.checkpoint()
    for _ in range(3):
        file_book.deposit(1000)
    source = left_behind(path_of(file_book), tmp_path / "died")
    before = {each.name: each.read_bytes() for each in source.parent.iterdir()}
    place = tmp_path / "new" / "book.db"
    swap(prepare(place, source), "Siti")
    assert entries_in(place) == 3
    assert {each.name: each.read_bytes() for each in source.parent.iterdir()} == before


def test_a_copy_put_over_a_book_does_not_get_its_log(file_book: Book, tmp_path: Path) -> None:
    file_book.deposit(1000)
    source = copy_of(file_book, tmp_path)
    for _ in range(3):
        file_book.deposit(1000)
    path = left_behind(path_of(file_book), tmp_path / "crashed")
    shutil.copy(source, path)
    before = [each.read_bytes() for each in (path, path.with_name(f"{path.name}-wal"))]
    with pytest.raises(DatabaseDamaged):
        open_book(path)
    prepared = prepare(path, source)
    assert prepared.lost is None
    kept = swap(prepared, "Siti")
    assert kept is not None
    assert entries_in(path) == 1
    assert [kept.read_bytes(), kept.with_name(f"{kept.name}-wal").read_bytes()] == before


def test_what_is_no_book_of_ours_is_not_opened_to_compare(file_book: Book, tmp_path: Path) -> None:
    place = tmp_path / "other" / "book.db"
    place.parent.mkdir()
    with closing(dbapi2.connect(str(place))) as other:
        other.execute("CREATE TABLE song (name TEXT)")
    before = place.read_bytes()
    file_book.deposit(1000)
    prepared = prepare(place, copy_of(file_book, tmp_path))
    assert prepared.lost is None
    drop(prepared)
    assert place.read_bytes() == before
    assert [each.name for each in place.parent.iterdir()] == ["book.db"]


def test_entries_that_came_while_the_comparison_was_looked_at_are_not_lost_unseen(
    file_book: Book, tmp_path: Path
) -> None:
    file_book.deposit(1000)
    path = path_of(file_book)
    prepared = prepare(path, copy_of(file_book, tmp_path))
    assert prepared.lost == ()
    file_book.deposit(1000)  # another window
    file_book.db.close()
    with pytest.raises(BookChanged):
        swap(prepared, "Siti")
    assert entries_in(path) == 2
    drop(prepared)


def test_a_link_to_a_book_stays_a_link(file_book: Book, tmp_path: Path) -> None:
    file_book.deposit(1000)
    source = copy_of(file_book, tmp_path)
    file_book.db.close()
    link = tmp_path / "link.db"
    link.symlink_to(path_of(file_book))
    swap(prepare(link, source), "Siti")
    assert link.is_symlink()
    assert entries_in(path_of(file_book)) == 1


def test_a_link_to_a_book_on_a_disk_that_is_away_is_no_bug(file_book: Book, tmp_path: Path) -> None:
    file_book.deposit(1000)
    source = copy_of(file_book, tmp_path)
    link = tmp_path / "link.db"
    link.symlink_to(tmp_path / "stick" / "book.db")
    prepared = prepare(link, source)
    assert prepared.lost == ()
    drop(prepared)
