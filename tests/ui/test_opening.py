"""Opening a book for one window: the lock beside it, and a file that is no longer where it was."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from daurulang.migrations.opening import open_book
from daurulang.storage_errors import BookGone, DatabaseUnreachable
from tests.book import set_up_book
from ui.opening import Acceptance, BookOpenElsewhere, open_place

OTHER_WINDOW = """
import sys
from PySide6.QtCore import QLockFile
lock = QLockFile(sys.argv[1])
print(lock.tryLock(0), flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def place(tmp_path: Path, sqlite_place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A book with one deposit in a folder of its own."""
    monkeypatch.setenv("DAURULANG_HOME", str(tmp_path / "home"))
    folder = tmp_path / "live"
    folder.mkdir()
    sqlite_place.rename(folder / "book.db")
    with closing(open_book(folder / "book.db")) as db:
        set_up_book(db).deposit(1000)
    return folder / "book.db"


@pytest.fixture
def other_window(place: Path) -> Iterator[None]:
    command = [sys.executable, "-c", OTHER_WINDOW, f"{place}.lock"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline().strip() == "True"
        yield
        process.communicate()


@pytest.mark.parametrize("left", ["", "999999\ndaurulang\nold-computer\n0123\n4567\n", "no lock of ours"])
def test_a_lock_that_nobody_holds_shuts_nobody_out(place: Path, left: str) -> None:
    Path(f"{place}.lock").write_text(left)  # a power cut, or the folder of a computer that is no more
    open_place(str(place)).close()


def test_a_lock_that_is_held_shuts_others_out(place: Path, other_window: None) -> None:
    for _ in range(2):
        with pytest.raises(BookOpenElsewhere):
            open_place(str(place))


def test_a_book_that_was_there_is_not_begun_anew_by_itself(place: Path) -> None:
    away = place.with_name("kept elsewhere.db")
    place.rename(away)
    before = {each.name for each in place.parent.iterdir()}
    with pytest.raises(BookGone) as caught:
        open_place(str(place))
    assert caught.value.numbers == (("L1-000001", "L1-000001"),)
    assert {each.name for each in place.parent.iterdir()} == before
    away.rename(place)
    open_place(str(place)).close()


def test_a_place_that_was_mistyped_is_left_as_it_is(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnreachable):
        open_place(str(tmp_path / "D" / "book.db"), create=False)
    assert not (tmp_path / "D").exists()


def test_a_book_that_is_gone_for_good_can_be_begun_anew(place: Path) -> None:
    place.unlink()
    with closing(open_place(str(place), Acceptance("Siti", "laptop dicuri"))) as book:
        assert book.state.centre is None
    open_place(str(place)).close()
