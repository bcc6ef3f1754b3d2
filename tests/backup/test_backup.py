"""The copy of a book never takes the place of the book."""

from pathlib import Path

import pytest

from daurulang.backup.copying import backup
from daurulang.errors import FileNotWritten
from daurulang.migrations.opening import open_book
from daurulang.verification.service import verify
from tests.book import set_up_book


def test_a_copy_does_not_replace_the_book_or_its_log(sqlite_place: Path, tmp_path: Path) -> None:
    db = open_book(sqlite_place)
    book = set_up_book(db)
    book.deposit(1000)
    other_name = tmp_path / "other_name.db"
    other_name.hardlink_to(sqlite_place)
    for taken in (sqlite_place, other_name, *(Path(f"{sqlite_place}-{end}") for end in ("wal", "shm", "journal"))):
        with pytest.raises(FileNotWritten):
            backup(db, taken)
    book.deposit(1000)
    db.close()
    again = open_book(sqlite_place)
    assert verify(again).entries == 2
    again.close()


def test_a_copy_needs_a_name(sqlite_place: Path) -> None:
    db = open_book(sqlite_place)
    for target in (Path("/"), Path(), Path("..")):
        with pytest.raises(FileNotWritten):
            backup(db, target)
    db.close()
