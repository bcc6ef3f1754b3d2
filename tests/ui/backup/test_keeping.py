"""Copies made by themselves, what the bottom line says of them, and bringing one back."""

import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from daurulang.backup.rotation import backups
from daurulang.config import Machine, load_machine, save_machine
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft, record
from daurulang.ledger.service import Desk
from daurulang.migrations.opening import open_book
from daurulang.periods import clock_at, now_ms
from daurulang.restoration.routine import STALE_MS, copy_now
from daurulang.verification.service import verify
from tests.book import new_key, set_up_book
from tests.postgres import PostgresServer
from tests.ui.hands import CTRL, Hands, hands_on
from ui.backup.restore import RestorePage
from ui.backup.section import BackupSection
from ui.cash.screen import CashScreen
from ui.centre.settings import SettingsScreen
from ui.refusal import RefusalPage
from ui.widgets.button import QuietButton, SecondaryButton
from ui.widgets.card import Text

KEY = Qt.Key
DAY_MS = 24 * 60 * 60_000


def deposit(place: Path) -> None:
    with closing(open_book(place)) as db:
        record(db, Desk(1, 1), DepositDraft(new_key(), 1, (LineDraft(1, 1000),), Payment.SAVINGS, 3100))


def press(hands: Hands, button: QuietButton | SecondaryButton) -> None:
    button.setFocus()
    hands.press(KEY.Key_Return)


# --- copies by themselves --------------------------------------------------------------------------------------


def test_a_copy_is_made_tried_and_said(at_once: None, hands: Hands, stick: Path) -> None:
    hands.sign_in("123456")
    hands.until(lambda: "✓" in hands.window.status.safety())
    (copy,) = backups(stick)
    assert copy.manifest.rehearsal is not None
    assert copy.manifest.rehearsal.entries == 2
    hands.program.close_book()
    assert len(backups(stick)) == 1


def test_no_copy_is_made_before_it_is_due(at_once: None, hands: Hands, place: Path, stick: Path) -> None:
    hands.sign_in("123456")
    hands.until(lambda: "✓" in hands.window.status.safety())
    before = backups(stick)
    hands.qtbot.wait(700)
    assert backups(stick) == before
    hands.program.back_up()  # as after a day was closed
    hands.until(lambda: len({each.path for each in (*before, *backups(stick))}) == 2)


def test_a_copy_follows_the_closing_of_a_day(hands: Hands, stick: Path) -> None:
    hands.sign_in("123456")
    hands.press(KEY.Key_F8)
    hands.press(KEY.Key_B, CTRL)
    screen = hands.window.current_screen()
    assert isinstance(screen, CashScreen)
    hands.until(screen.day.may_close)
    hands.press(KEY.Key_F10)
    hands.type("close")  # asked for in the morning
    hands.press(KEY.Key_F10)
    hands.until(lambda: bool(backups(stick)) and backups(stick)[0].manifest.rehearsal is not None)
    assert backups(stick)[0].manifest.figures.counts["day_closing"] == 1
    hands.until(lambda: "✓" in hands.window.status.safety())


@pytest.mark.parametrize(
    "harm, words", [("missing", "The backup folder is not there"), ("old", "too old"), ("never", "No backup yet")]
)
def test_what_is_wrong_with_the_copies_is_said_in_words(
    harm: str, words: str, qtbot: QtBot, qapp: QApplication, home: Path, place: Path, stick: Path
) -> None:
    if harm == "missing":
        stick.rmdir()
    elif harm == "old":
        with clock_at(now_ms() - STALE_MS - 60_000), closing(open_book(place)) as db:
            copy_now(db, stick)
    with hands_on(qtbot, qapp, home) as hands:
        hands.sign_in("123456")
        hands.until(lambda: words in hands.window.status.safety())
        assert hands.window.status._safety.property("tone") == ("warning" if harm == "never" else "problem")


def test_a_stick_that_was_pulled_out_is_said_and_found_again(at_once: None, hands: Hands, stick: Path) -> None:
    stick.rmdir()
    stick.touch()
    hands.sign_in("123456")
    hands.until(lambda: "not there" in hands.window.status.safety())
    stick.unlink()
    stick.mkdir()
    hands.until(lambda: "✓" in hands.window.status.safety())


def test_no_folder_is_made_where_the_stick_would_be(
    at_once: None, qtbot: QtBot, qapp: QApplication, home: Path, place: Path, stick: Path
) -> None:
    save_machine(replace(load_machine(), backup_folder=str(stick / "cadangan")))
    stick.rmdir()
    with hands_on(qtbot, qapp, home) as hands:
        hands.sign_in("123456")
        hands.until(lambda: "not there" in hands.window.status.safety())
        hands.program.back_up()
        hands.qtbot.wait(500)
        hands.program._leave()
    assert not stick.exists()


def test_anchors_that_cannot_be_written_are_said(hands: Hands, home: Path) -> None:
    hands.sign_in("123456")
    hands.until(lambda: bool(hands.window.status.safety()))
    shutil.rmtree(home / "jangkar")
    (home / "jangkar").touch()
    session = hands.program.the_session()
    record(session.db, session.desk, DepositDraft(new_key(), 1, (LineDraft(1, 1000),), Payment.SAVINGS, 3100))
    hands.program.look_after()
    hands.until(lambda: "Anchors" in hands.window.status.safety())


def test_a_book_on_a_server_has_anchors_and_is_copied_there(
    at_once: None,
    qtbot: QtBot,
    qapp: QApplication,
    home: Path,
    stick: Path,
    postgres_server: PostgresServer,
) -> None:
    url = postgres_server.fresh_url()
    with closing(open_book(url)) as db:
        set_up_book(db).deposit(1000)
    home.mkdir(exist_ok=True)
    save_machine(Machine(database=url, backup_folder=str(stick)))
    with hands_on(qtbot, qapp, home) as hands:
        hands.sign_in("123456")
        shutil.rmtree(home / "jangkar")
        (home / "jangkar").touch()
        session = hands.program.the_session()
        record(session.db, session.desk, DepositDraft(new_key(), 1, (LineDraft(1, 1000),), Payment.SAVINGS, 3100))
        hands.until(lambda: "Anchors" in hands.window.status.safety())
        hands.press(KEY.Key_Comma, CTRL)
        screen = hands.window.current_screen()
        assert isinstance(screen, SettingsScreen)
        screen.open_section("backup")
        assert any("pg_dump" in each.text() for each in screen.section().findChildren(Text))
        hands.press(KEY.Key_F10)
    assert not list(stick.iterdir())


def test_the_last_copy_is_made_when_the_window_is_gone(hands: Hands, stick: Path) -> None:
    hands.sign_in("123456")
    assert hands.program.frame.close()
    hands.program._leave()
    (copy,) = backups(stick)
    assert copy.manifest.figures.heads["L1"][0] == 2


def test_the_sample_is_not_copied(hands: Hands, stick: Path) -> None:
    hands.sign_in("123456")
    hands.program.open_sample()
    hands.until(lambda: "SAMPLE" in hands.window.rail._place.text())
    assert hands.program.keeper is None
    assert hands.window.status.safety() == ""
    assert hands.program.book is not None
    assert hands.program.book.db.anchors is None


def test_a_copy_made_by_hand_says_whether_it_could_be_tried(hands: Hands, place: Path, stick: Path) -> None:
    hands.sign_in("123456")
    hands.press(KEY.Key_Comma, CTRL)
    screen = hands.window.current_screen()
    assert isinstance(screen, SettingsScreen)
    screen.open_section("backup")
    section = screen.section()
    assert isinstance(section, BackupSection)
    section.back_up()
    hands.until(lambda: "can be restored" in hands.window.notice.text())
    with closing(open_book(place)) as db:
        section._made(copy_now(db, stick), stick)
    assert "no room to try the copy" in hands.window.notice.text()


# --- bringing one back -----------------------------------------------------------------------------------------


def test_a_copy_is_brought_back_from_the_settings(
    qtbot: QtBot, qapp: QApplication, home: Path, place: Path, stick: Path
) -> None:
    with closing(open_book(place)) as db:
        copy_now(db, stick)
    deposit(place)
    with hands_on(qtbot, qapp, home) as hands:
        hands.sign_in("123456")
        hands.program.show_restore()
        page = hands.page(RestorePage)
        assert page.table.grid.hasFocus()
        hands.press(KEY.Key_Return)
        hands.until(lambda: page.prepared is not None)
        assert page._warning.text() == "1 entries would be lost"
        hands.press(KEY.Key_Escape)
        assert page.prepared is None
        assert not list(place.parent.glob("*.restoring"))
        hands.press(KEY.Key_Return)
        hands.until(lambda: page.prepared is not None)
        hands.press(KEY.Key_F10)
        hands.sign_in("123456")
        assert verify(hands.program.the_session().db).entries == 2
    assert len(list(place.parent.glob("book.before-*.db"))) == 1


def test_leaving_the_list_changes_nothing(hands: Hands, place: Path) -> None:
    hands.sign_in("123456")
    hands.press(KEY.Key_Comma, CTRL)
    hands.program.show_restore()
    page = hands.page(RestorePage)
    assert "no backup" in page.table._empty.text()
    hands.press(KEY.Key_Escape)
    hands.sign_in("123456")
    assert verify(hands.program.the_session().db).entries == 2


def test_a_file_that_is_no_copy_is_said_on_the_page(hands: Hands, tmp_path: Path) -> None:
    hands.sign_in("123456")
    hands.program.show_restore()
    page = hands.page(RestorePage)
    (tmp_path / "letter.db").write_text("Yth.")
    page.look_at(tmp_path / "letter.db")
    hands.until(lambda: "is not a backup" in page.words())
    assert page.prepared is None
    hands.press(KEY.Key_F10)
    assert page.prepared is None


# --- entries that are gone -------------------------------------------------------------------------------------


@pytest.fixture
def put_back(place: Path, stick: Path, tmp_path: Path) -> Path:
    """Somebody put an older file in the place of the book; the copy on the stick has all of it."""
    yesterday = tmp_path / "yesterday.db"
    shutil.copy(place, yesterday)
    deposit(place)
    with closing(open_book(place)) as db:
        copy_now(db, stick)
    shutil.copy(yesterday, place)
    return place


def test_a_book_that_lost_entries_stops_the_start_and_is_restored(
    put_back: Path, qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with hands_on(qtbot, qapp, home) as hands:
        page = hands.page(RefusalPage)
        assert "L1-000003" in page.sentence()
        press(hands, next(each for each in page.findChildren(SecondaryButton) if "Restore" in each.text()))
        restore = hands.page(RestorePage)
        hands.press(KEY.Key_Return)
        hands.until(lambda: restore.prepared is not None)
        assert restore._warning.text() == "Nothing would be lost"
        hands.press(KEY.Key_F10)
        hands.sign_in("123456")
        assert verify(hands.program.the_session().db).problems == ()
        assert verify(hands.program.the_session().db).entries == 3


def test_somebody_goes_on_without_them_for_a_reason(
    put_back: Path, qtbot: QtBot, qapp: QApplication, home: Path, stick: Path
) -> None:
    for rest in stick.iterdir():
        rest.unlink()
    with hands_on(qtbot, qapp, home) as hands:
        page = hands.page(RefusalPage)
        press(hands, next(each for each in page.findChildren(QuietButton) if "Go on" in each.text()))
        hands.enter("Siti Aminah", "hilang")
        assert page._going_on.fields["reason"].has_problem()
        hands.enter(" karena kartu SD rusak")
        hands.sign_in("123456")
        db = hands.program.the_session().db
        assert verify(db).problems == ()
        assert db.anchors is not None
        assert "kartu SD" in db.anchors.path.read_text()
    with hands_on(qtbot, qapp, home) as hands:
        hands.sign_in("123456")
