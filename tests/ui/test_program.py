"""From the first frame to the counter, and every way in which a book may refuse to be opened."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from daurulang.config import load_machine
from daurulang.migrations.opening import open_book
from daurulang.staff.service import add_staff
from tests.book import set_up_book
from tests.ui.hands import CTRL, Hands, hands_on, work_on
from ui import preferences
from ui.app import place_of
from ui.deposits.screen import DepositScreen
from ui.lock import LockOverlay
from ui.opening import open_place
from ui.refusal import RefusalPage

KEY = Qt.Key


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DAURULANG_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def clerks(home: Path, sqlite_place: Path) -> Path:
    """A book with two clerks, this machine's own."""
    db = open_book(sqlite_place)
    set_up_book(db)
    add_staff(db, "Ahmad Fauzi", "654321")
    db.close()
    work_on(home, sqlite_place)
    return sqlite_place


@pytest.fixture
def hands(qtbot: QtBot, qapp: QApplication, home: Path, clerks: Path) -> Iterator[Hands]:
    with hands_on(qtbot, qapp, home) as hands:
        yield hands


def lock_of(hands: Hands) -> LockOverlay:
    overlay = hands.window.findChild(LockOverlay)
    assert overlay is not None
    return overlay


# --- signing in ------------------------------------------------------------------------------------------------


def test_the_right_pin_opens_the_counter_with_the_focus_in_it(hands: Hands) -> None:
    hands.counter()
    lock_of(hands).names.setFocus()
    hands.type("Siti")
    hands.press(KEY.Key_Return)
    hands.sign_in("123456")
    screen = hands.window.current_screen()
    focused = QApplication.focusWidget()
    assert isinstance(screen, DepositScreen)
    assert focused is not None
    assert screen.isAncestorOf(focused)
    assert hands.program.the_session().clerk.name == "Siti Aminah"


def test_a_wrong_pin_is_said_under_the_field_and_nothing_opens(hands: Hands) -> None:
    hands.counter()
    lock = lock_of(hands)
    hands.enter("000000")
    hands.until(lock._pin_field.has_problem)
    assert hands.window.locked()
    assert lock.pin.text() == ""
    assert lock.pin.hasFocus()


def test_another_clerk_takes_over_by_unlocking(hands: Hands) -> None:
    hands.sign_in("654321")
    assert hands.program.the_session().clerk.name == "Ahmad Fauzi"
    hands.press(KEY.Key_F12)
    lock_of(hands).names.choose("Siti Aminah")
    hands.sign_in("123456")
    assert hands.program.the_session().clerk.name == "Siti Aminah"
    assert hands.program.the_session().desk.staff_id == hands.program.the_session().clerk.id


def test_the_lock_keeps_what_was_typed(hands: Hands) -> None:
    hands.sign_in("654321")
    hands.type("nur ha")
    hands.press(KEY.Key_F12)
    assert hands.window.locked()
    hands.press(KEY.Key_F4)
    assert hands.window.shown() == "deposit"
    hands.sign_in("654321")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.property("text") == "nur ha"


def test_whoever_worked_here_last_can_type_the_pin_before_the_book_is_open(
    qtbot: QtBot, qapp: QApplication, home: Path, clerks: Path
) -> None:
    with hands_on(qtbot, qapp, home) as hands:
        hands.counter()
        lock_of(hands).names.choose("Siti Aminah")
        hands.sign_in("123456")
    with hands_on(qtbot, qapp, home) as hands:
        hands.until(lambda: hands.program.window is not None and hands.program.window.locked())
        assert lock_of(hands).names.code() == "Siti Aminah"
        hands.sign_in("123456")
        assert hands.program.the_session().clerk.name == "Siti Aminah"


# --- books that cannot be opened -------------------------------------------------------------------------------


def foreign(place: Path) -> None:
    other = sqlite3.connect(place)
    other.execute("CREATE TABLE recipe (name TEXT)")
    other.commit()
    other.close()


def text_file(place: Path) -> None:
    place.write_text("Daftar belanja")


def empty(place: Path) -> None:
    place.write_bytes(b"")


def newer(place: Path) -> None:
    open_book(place).close()
    book = sqlite3.connect(place)
    book.execute("UPDATE alembic_version SET version_num = '9999'")
    book.commit()
    book.close()


def damaged(place: Path) -> None:
    open_book(place).close()
    content = bytearray(place.read_bytes())
    content[100:] = b"\xff" * (len(content) - 100)
    place.write_bytes(bytes(content))


@pytest.mark.parametrize(
    "spoil, title",
    [
        (foreign, "This is not a book of Daur Ulang"),
        (text_file, "This is not a book of Daur Ulang"),
        (empty, "The file of the book is empty"),
        (newer, "The book is newer than this program"),
        (damaged, "The book is damaged"),
        (Path.mkdir, "The book cannot be reached"),
    ],
)
def test_a_refused_book_is_explained_and_left_as_it_is(
    spoil: Callable[[Path], None], title: str, qtbot: QtBot, qapp: QApplication, home: Path, tmp_path: Path
) -> None:
    place = tmp_path / "kas.db"
    spoil(place)
    before = place.read_bytes() if place.is_file() else None
    with hands_on(qtbot, qapp, home, str(place)) as hands:
        page = hands.page(RefusalPage)
        words = [label.property("text") for label in page.findChildren(type(page._sentence))]
        assert title in words
        assert page.sentence()
        assert page._again.hasFocus()
    assert (place.read_bytes() if place.is_file() else None) == before


def test_a_book_open_in_another_window_is_refused_until_it_is_closed(
    qtbot: QtBot, qapp: QApplication, home: Path, clerks: Path
) -> None:
    elsewhere = open_place(str(clerks))
    with hands_on(qtbot, qapp, home) as hands:
        page = hands.page(RefusalPage)
        assert "Another window" in page.sentence()
        elsewhere.close()
        hands.press(KEY.Key_Return)
        hands.sign_in("654321")


def test_a_mended_book_opens_by_trying_again(qtbot: QtBot, qapp: QApplication, home: Path, clerks: Path) -> None:
    content = clerks.read_bytes()
    empty(clerks)
    with hands_on(qtbot, qapp, home) as hands:
        hands.page(RefusalPage)
        clerks.write_bytes(content)
        hands.press(KEY.Key_Return)
        hands.sign_in("654321")


def test_another_book_that_opens_at_the_second_try_is_kept_as_well(
    qtbot: QtBot, qapp: QApplication, home: Path, clerks: Path, tmp_path: Path
) -> None:
    lost = tmp_path / "lost.db"
    empty(lost)
    work_on(home, lost)
    content = clerks.read_bytes()
    clerks.unlink()
    with hands_on(qtbot, qapp, home) as hands:
        page = hands.page(RefusalPage)
        page._ask_for_other()
        hands.enter(f'"{clerks}"')  # as some systems copy a path
        hands.until(lambda: hands.program.frame.page() is not page)
        assert "cannot be reached" in hands.page(RefusalPage).sentence()
        assert not clerks.exists()  # a slip of the finger makes no new book
        assert load_machine().database == str(lost)
        clerks.write_bytes(content)
        hands.press(KEY.Key_Return)
        hands.sign_in("654321")
        assert load_machine().database == str(clerks)


def test_another_book_is_chosen_by_its_path_and_kept_for_the_next_start(
    qtbot: QtBot, qapp: QApplication, home: Path, clerks: Path, tmp_path: Path
) -> None:
    lost = tmp_path / "lost.db"
    empty(lost)
    work_on(home, lost)
    with hands_on(qtbot, qapp, home) as hands:
        page = hands.page(RefusalPage)
        hands.press(KEY.Key_Tab)
        hands.press(KEY.Key_Return)
        assert page.place.hasFocus()
        hands.enter(str(clerks))
        hands.sign_in("654321")
    assert load_machine().place == str(clerks)


def test_esc_puts_the_line_for_another_book_away(qtbot: QtBot, qapp: QApplication, home: Path, tmp_path: Path) -> None:
    empty(tmp_path / "kas.db")
    with hands_on(qtbot, qapp, home, str(tmp_path / "kas.db")) as hands:
        page = hands.page(RefusalPage)
        page._ask_for_other()
        hands.press(KEY.Key_Escape)
        assert not page.place.isVisible()
        assert page._again.hasFocus()


# --- the start -------------------------------------------------------------------------------------------------


def test_nothing_heavy_is_loaded_before_the_counter(home: Path, clerks: Path) -> None:
    program = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.program import Program

app = QApplication([])
program = Program(app)
assert "ui.theme" not in sys.modules and "sqlalchemy" not in sys.modules, "the first frame waits"
program.frame.show()

def look():
    if program.window is not None and program.window.shown():
        slow = {"alembic", "reportlab", "openpyxl", "psycopg", "argon2", "lxml", "PySide6.QtPrintSupport"}
        print("loaded", sorted(slow & set(sys.modules)))
        app.quit()

timer = QTimer()
timer.timeout.connect(look)
timer.start(5)
QTimer.singleShot(30000, app.quit)
app.exec()
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert ran.stdout.strip() == "loaded []"


@pytest.mark.parametrize(
    "words, place",
    [
        ([], ""),
        (["--database", "a.db"], "a.db"),
        (["--database=a.db"], "a.db"),
        (["verify"], None),
        (["--database", "a.db", "verify"], None),
        (["--help"], None),
    ],
)
def test_words_go_to_the_command_line_and_a_place_to_the_window(words: list[str], place: str | None) -> None:
    assert place_of(words) == place


def test_preferences_are_kept(home: Path) -> None:
    home.mkdir()
    wanted = preferences.Preferences("en", 150, dark=True, last_clerk="Siti", last_place="RDU · Loket 1")
    preferences.save(wanted)
    assert preferences.load() == wanted


def test_another_size_of_text_or_another_book_waits_for_what_is_typed(
    qtbot: QtBot, qapp: QApplication, home: Path
) -> None:
    with hands_on(qtbot, qapp, home) as hands:
        hands.first_steps()
        hands.press(KEY.Key_F4)
        hands.press(KEY.Key_N, CTRL)
        hands.type("Budi")
        window, book = hands.window, hands.program.book
        hands.program.change_preferences(replace(hands.program.preferences, text_percent=125))
        assert hands.window is window
        assert "Not saved yet: Members" in window.notice.text()
        hands.program.open_sample()
        hands.program.open_own()
        assert hands.program.book is book
        hands.press(KEY.Key_F10)
        hands.program.change_preferences(replace(hands.program.preferences, text_percent=125))
        assert hands.window is not window


def test_a_member_registered_from_the_counter_comes_back_to_it(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with hands_on(qtbot, qapp, home) as hands:
        hands.first_steps()
        hands.enter("Orang Baru")
        assert hands.window.shown() == "members"
        hands.press(KEY.Key_F10)
        assert hands.window.shown() == "deposit"
        deposit = hands.window.page("deposit")
        assert isinstance(deposit, DepositScreen)
        assert deposit.form.member is not None
        assert deposit.form.member.member.name == "Orang Baru"
