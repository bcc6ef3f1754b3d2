"""The copy that is made by itself: tried, and how safe the book is by it."""

import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from daurulang.__main__ import main
from daurulang.backup.manifest import read_manifest
from daurulang.backup.rotation import backups
from daurulang.centre.queries import Centre
from daurulang.centre.service import set_up
from daurulang.config import Machine, save_machine
from daurulang.migrations.opening import open_book
from daurulang.periods import Zone, clock_at, moment_ms, now_ms
from daurulang.restoration.routine import back_up, copy_now, is_away, safety_of, try_out
from daurulang.verification.anchors import all_losses
from tests.anchors.test_anchors import lose_tail
from tests.book import Book, set_up_book

MINUTE = 60_000


@pytest.fixture
def file_book(tmp_path: Path, sqlite_place: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Book]:
    monkeypatch.setenv("DAURULANG_HOME", str(tmp_path / "home"))
    db = open_book(sqlite_place)
    yield set_up_book(db)
    db.close()


def test_a_copy_is_tried_and_the_trial_noted(file_book: Book, tmp_path: Path) -> None:
    file_book.deposit(1000)
    back_up(file_book.db.address, tmp_path / "cadangan")
    (made,) = backups(tmp_path / "cadangan")
    assert made.manifest.rehearsal is not None
    assert (made.manifest.rehearsal.entries, made.manifest.rehearsal.problems) == (1, 0)
    assert safety_of(file_book.db, tmp_path / "cadangan").problem == ""


def test_a_copy_of_a_falsified_book_fails_its_trial(file_book: Book, tmp_path: Path) -> None:
    file_book.deposit(1000)
    with file_book.db.transaction() as connection:
        connection.exec_driver_sql("DROP TRIGGER deposit_is_frozen")
        connection.exec_driver_sql("UPDATE deposit SET balance_after_rupiah = 999999")
    made = try_out(copy_now(file_book.db, tmp_path / "cadangan"))
    assert made.manifest.rehearsal is not None
    assert made.manifest.rehearsal.problems
    assert read_manifest(made.path) == made.manifest
    assert safety_of(file_book.db, tmp_path / "cadangan").problem == "unsound"


def test_how_safe_the_book_is(file_book: Book, tmp_path: Path) -> None:
    folder, machine = tmp_path / "cadangan", Machine(backup_minutes=30)
    assert safety_of(file_book.db, folder).problem == "missing"
    folder.mkdir()
    never = safety_of(file_book.db, folder)
    assert (never.problem, never.is_due(machine)) == ("never", True)
    made = copy_now(file_book.db, folder)
    for minutes, problem, due in ((1, "", False), (29, "", False), (31, "", True), (1441, "old", True)):
        with clock_at(made.manifest.at_ms + minutes * MINUTE):
            found = safety_of(file_book.db, folder)
            assert (found.problem, found.is_due(machine)) == (problem, due)
            assert found.newest == made


def test_the_note_of_the_newest_copy_is_an_anchor(file_book: Book, tmp_path: Path) -> None:
    save_machine(Machine(backup_folder=str(tmp_path / "cadangan")))
    for _ in range(3):
        file_book.deposit(1000)
    copy_now(file_book.db, tmp_path / "cadangan")
    lose_tail(file_book.db, 1)
    assert file_book.db.anchors is not None
    file_book.db.anchors.path.unlink()
    with file_book.db.reading() as connection:
        assert [each.numbers for each in all_losses(file_book.db, connection)] == [("L1-000002", "L1-000003")]


def test_the_command_line_copies_to_the_place_of_this_machine(
    file_book: Book, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save_machine(Machine(backup_folder=str(tmp_path / "stick" / "cadangan")))
    file_book.deposit(1000)
    assert main(["--database", str(file_book.db.path), "backup"]) == 0
    assert "L1 sampai 1" in capsys.readouterr().out
    (made,) = backups(tmp_path / "stick" / "cadangan")
    assert made.manifest.rehearsal is not None
    assert abs(made.manifest.at_ms - now_ms()) < 60 * MINUTE


def test_a_copy_from_days_to_come_says_nothing_about_today(file_book: Book, tmp_path: Path) -> None:
    folder, machine = tmp_path / "cadangan", Machine(backup_minutes=30)
    file_book.deposit(1000)
    with clock_at(now_ms() + 400 * 24 * 60 * MINUTE):  # somebody had set the year wrongly
        copy_now(file_book.db, folder)
    found = safety_of(file_book.db, folder)
    assert (found.problem, found.is_due(machine)) == ("never", True)
    made = copy_now(file_book.db, folder)
    found = safety_of(file_book.db, folder)
    assert (found.newest, found.problem, found.is_due(machine)) == (made, "", False)
    with clock_at(made.manifest.at_ms + 1441 * MINUTE):
        assert safety_of(file_book.db, folder).problem == "old"


def test_a_copy_of_another_new_book_says_nothing_about_this_one(file_book: Book, tmp_path: Path) -> None:
    folder = tmp_path / "cadangan"
    with closing(open_book(tmp_path / "other.db")) as other:
        set_up(other, Centre("Bank Sampah Lain"))
        copy_now(other, folder)
    assert safety_of(file_book.db, folder).problem == "never"
    file_book.deposit(1000)
    assert safety_of(file_book.db, folder).problem == "never"


def test_the_disk_of_the_copies_is_not_made_where_it_is_missing(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    assert not is_away(tmp_path / "stick")
    assert not is_away(tmp_path / "stick" / "cadangan")
    assert is_away(tmp_path / "other stick" / "cadangan")
    assert not is_away(Machine().backup_place)


def test_a_copy_that_there_is_no_room_to_try_stays_a_copy(
    file_book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    file_book.deposit(1000)
    made = copy_now(file_book.db, tmp_path / "cadangan")
    assert try_out(made) == made
    assert safety_of(file_book.db, tmp_path / "cadangan").problem == ""
    assert main(["--database", str(file_book.db.path), "backup"]) == 1
    assert "belum diuji" in capsys.readouterr().err


def test_copies_that_fail_their_trial_do_not_push_out_the_last_sound_one(file_book: Book, tmp_path: Path) -> None:
    folder, start_ms = tmp_path / "cadangan", clock_ms()
    file_book.deposit(1000)
    with clock_at(start_ms):
        sound = try_out(copy_now(file_book.db, folder))
    with file_book.db.transaction() as connection:
        connection.exec_driver_sql("DROP TRIGGER deposit_is_frozen")
        connection.exec_driver_sql("UPDATE deposit SET balance_after_rupiah = 999999")
    for n in (1, 2):
        with clock_at(start_ms + n * 30 * MINUTE):
            made = try_out(copy_now(file_book.db, folder))
        assert backups(folder) == (made, sound)


def clock_ms() -> int:
    """The middle of a day of the centre, so that some copies fall on one day."""
    return moment_ms(date(2026, 11, 25), 10, 0, Zone.WIB)
