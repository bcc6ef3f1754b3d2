"""Copies of a book: whole, named, noted, never in the place of something else, and never a false success."""

import os
import resource
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from daurulang.backup.copying import backup, file_digest
from daurulang.backup.manifest import manifest_path, read_manifest
from daurulang.backup.rotation import back_up_into, backups
from daurulang.errors import FileNotWritten
from daurulang.migrations.opening import open_book
from daurulang.periods import Zone
from daurulang.storage_errors import BackupNotHere, BackupRefused, DatabaseRefused, NotABackup, StorageFull
from daurulang.verification.service import verify
from tests.book import Book, set_up_book


@pytest.fixture
def file_book(sqlite_place: Path) -> Iterator[Book]:
    db = open_book(sqlite_place)
    yield set_up_book(db)
    db.close()


def whole(path: Path) -> int:
    """How many entries a copy has, when nothing is wrong with it."""
    working = path.with_name("tried.db")
    shutil.copy(path, working)
    with closing(open_book(working, create=False)) as db:
        found = verify(db)
    assert found.problems == ()
    working.unlink()
    return found.entries


def test_a_copy_does_not_replace_the_book_or_its_log(file_book: Book, tmp_path: Path) -> None:
    file_book.deposit(1000)
    path = file_book.db.path
    assert path
    other_name = tmp_path / "other_name.db"
    other_name.hardlink_to(path)
    for taken in (path, other_name, *(Path(f"{path}-{end}") for end in ("wal", "shm", "journal"))):
        with pytest.raises(FileNotWritten):
            backup(file_book.db, taken)
    file_book.deposit(1000)
    file_book.db.close()
    assert verify(file_book.db).entries == 2


def test_a_copy_needs_a_name(file_book: Book) -> None:
    for target in (Path("/"), Path(), Path("..")):
        with pytest.raises(FileNotWritten):
            backup(file_book.db, target)


def test_a_copy_is_noted_with_what_it_holds(file_book: Book, tmp_path: Path) -> None:
    file_book.deposit(1000)
    file_book.deposit(1000)
    made = backup(file_book.db, tmp_path / "copy.db")
    assert read_manifest(made.path) == made.manifest
    assert made.manifest.sha256 == file_digest(made.path)
    assert made.manifest.size_bytes == made.path.stat().st_size
    assert made.manifest.figures.centre == "RDU Bangkalan"
    assert made.manifest.figures.counts["entry"] == 2
    assert [(each.counter, each.sequence) for each in made.manifest.anchors] == [("L1", 2)]
    assert whole(made.path) == 2
    assert {path.name for path in tmp_path.iterdir()} == {"book.db", "book.db-wal", "book.db-shm"} | {
        "copy.db",
        "copy.db.json",
    }


def test_only_our_own_copies_are_replaced(file_book: Book, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    other = tmp_path / "other.db"
    open_book(other).close()
    for content in (b"", b"a letter", other.read_bytes()):
        target.write_bytes(content)
        with pytest.raises(NotABackup):
            backup(file_book.db, target)
        assert target.read_bytes() == content
    target.unlink()
    (tmp_path / "link.db").symlink_to(tmp_path / "nowhere")
    with pytest.raises(NotABackup):
        backup(file_book.db, tmp_path / "link.db")
    backup(file_book.db, target)
    file_book.deposit(1000)
    assert backup(file_book.db, target).manifest.figures.heads["L1"][0] == 1


def test_a_copy_whose_note_a_power_cut_kept_from_being_written_is_made_anew(file_book: Book, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    file_book.deposit(1000)
    made = backup(file_book.db, target).manifest
    manifest_path(target).unlink()
    assert backup(file_book.db, target).manifest.figures == made.figures
    assert read_manifest(target) is not None
    manifest_path(target).unlink()
    file_book.deposit(1000)  # what is not what the copy would be may be anything
    with pytest.raises(NotABackup):
        backup(file_book.db, target)


def test_a_live_book_that_is_the_same_is_not_taken_for_a_copy(file_book: Book, tmp_path: Path) -> None:
    assert file_book.db.path is not None
    file_book.db.checkpoint()
    twin = tmp_path / "twin.db"
    twin.write_bytes(file_book.db.path.read_bytes())
    with pytest.raises(NotABackup):
        backup(file_book.db, twin)


def test_a_book_on_a_server_is_copied_there(book: Book, tmp_path: Path) -> None:
    if book.db.is_sqlite:
        return
    with pytest.raises(BackupNotHere):
        backup(book.db, tmp_path / "copy.db")


def test_copies_made_while_clerks_post_are_whole(file_book: Book, tmp_path: Path) -> None:
    stop = threading.Event()

    def post() -> None:
        while not stop.is_set():
            file_book.deposit(1000)

    clerk = threading.Thread(target=post)
    clerk.start()
    try:
        made = [backup(file_book.db, tmp_path / f"{n}.db") for n in range(15)]
    finally:
        stop.set()
        clerk.join()
    counts = [whole(each.path) for each in made]
    assert counts == [each.manifest.figures.counts["entry"] for each in made]
    assert counts == sorted(counts)


def test_a_damaged_book_gives_no_copy_and_keeps_the_older_one(file_book: Book, tmp_path: Path) -> None:
    for _ in range(50):
        file_book.deposit(1000)
    target = tmp_path / "copy.db"
    before = backup(file_book.db, target)
    path = file_book.db.path
    assert path
    file_book.db.close()
    with closing(dbapi2.connect(str(path))) as raw:
        ((root,),) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'deposit_line'").fetchall()
        ((page,),) = raw.execute("PRAGMA page_size").fetchall()
    with path.open("r+b") as file:
        file.seek((root - 1) * page)
        file.write(b"\xff" * page)
    with pytest.raises((BackupRefused, DatabaseRefused)):
        backup(file_book.db, target)
    assert read_manifest(target) == before.manifest
    assert whole(target) == 50


@contextmanager
def files_no_longer_than(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_place_that_fills_up_keeps_the_older_copy(file_book: Book, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    before = backup(file_book.db, target)
    for size in (0, 4096, before.manifest.size_bytes // 2, before.manifest.size_bytes - 1):
        with files_no_longer_than(size), pytest.raises((FileNotWritten, StorageFull)):
            backup(file_book.db, target)
        assert read_manifest(target) == before.manifest
        assert file_digest(target) == before.manifest.sha256
        assert not target.with_name("copy.db.new").exists()
    file_book.deposit(1000)
    assert backup(file_book.db, target).manifest.figures.heads["L1"][0] == 1


@pytest.fixture
def small_stick(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    if os.geteuid():
        pytest.skip("a small disk can be made by root alone")
    stick = tmp_path / "stick"
    stick.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(stick)], check=False)
    if made.returncode:
        pytest.skip("no disk can be mounted here")
    yield stick
    subprocess.run(["umount", str(stick)], check=True)


def test_a_full_stick_says_so_and_keeps_what_it_has(file_book: Book, small_stick: Path) -> None:
    made = back_up_into(file_book.db, small_stick, Zone.WIB)
    free = os.statvfs(small_stick)
    (small_stick / "photo.jpg").write_bytes(bytes(free.f_bavail * free.f_bsize - 100_000))
    for target in (small_stick / "other.db", made.path):
        with pytest.raises(StorageFull):
            backup(file_book.db, target)
        assert [each.path for each in backups(small_stick)] == [made.path]
        assert file_digest(made.path) == made.manifest.sha256
    (small_stick / "photo.jpg").unlink()
    backup(file_book.db, made.path)


def test_a_folder_that_cannot_be_written_says_so(file_book: Book, tmp_path: Path) -> None:
    for target in (tmp_path / "no" / "copy.db", tmp_path / ("a" * 300), tmp_path / "file" / "copy.db"):
        (tmp_path / "file").touch()
        with pytest.raises(FileNotWritten):
            backup(file_book.db, target)
    with pytest.raises(FileNotWritten):
        back_up_into(file_book.db, tmp_path / "file", Zone.WIB)


def test_a_copy_without_its_note_or_of_another_length_does_not_count(file_book: Book, tmp_path: Path) -> None:
    folder = tmp_path / "cadangan"
    made = back_up_into(file_book.db, folder, Zone.WIB)
    assert [each.path for each in backups(folder)] == [made.path]
    note = manifest_path(made.path).read_bytes()
    manifest_path(made.path).write_bytes(note[: len(note) // 2])
    assert backups(folder) == ()
    manifest_path(made.path).write_bytes(note)
    with made.path.open("r+b") as file:
        file.truncate(100)
    assert backups(folder) == ()


def test_the_copy_of_another_book_is_not_replaced(file_book: Book, tmp_path: Path) -> None:
    target = tmp_path / "stick.db"
    with closing(open_book(tmp_path / "other.db")) as db:
        set_up_book(db).deposit(1000)
        backup(db, target)
    before = (target.read_bytes(), manifest_path(target).read_bytes())
    file_book.deposit(1000)
    with pytest.raises(NotABackup):
        backup(file_book.db, target)
    assert (target.read_bytes(), manifest_path(target).read_bytes()) == before
    assert not target.with_name("stick.db.new").exists()
