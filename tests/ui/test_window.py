import threading
from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from daurulang.errors import WrongPin
from ui import keys, tasks
from ui.help import HelpOverlay, write_sheet
from ui.lock import LockOverlay
from ui.palette import CommandPalette
from ui.screen import Act, Screen, ScreenEntry
from ui.window import MainWindow

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


class Page(Screen):
    """A screen that remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.body.addWidget(self.edit)
        self.heard: list[str] = []
        self.typed = False
        self.is_kept = False
        self.steps = 0

    def enter(self) -> None:
        self.heard.append("enter")
        self.edit.setFocus()

    def unsaved(self) -> bool:
        return self.typed

    def kept(self) -> bool:
        return self.is_kept

    def save(self) -> None:
        self.heard.append("save")

    def reprint(self) -> None:
        self.heard.append("reprint")

    def step_back(self) -> bool:
        self.heard.append("back")
        self.steps -= 1
        return self.steps >= 0

    def acts(self) -> Sequence[Act]:
        return [Act("Undo the import", lambda: self.heard.append("undo"))]


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    entries = [
        ScreenEntry("deposit", "Deposit", keys.DEPOSIT, "scale", Page),
        ScreenEntry("members", "Members", keys.MEMBERS, "users", Page),
        ScreenEntry("settings", "Settings", "", "settings", Page),
    ]
    window = MainWindow(entries)
    qtbot.addWidget(window, before_close_func=tasks.stop_all)
    window.resize(1366, 768)
    window.start()
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def page(window: MainWindow) -> Page:
    screen = window.current_screen()
    assert isinstance(screen, Page)
    return screen


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    focus: QWidget = QApplication.focusWidget() or window
    QTest.keyClick(focus, key, modifier or Qt.KeyboardModifier.NoModifier)


def test_the_first_screen_is_shown_with_the_focus_in_it(window: MainWindow) -> None:
    assert page(window).heard == ["enter"]
    assert page(window).edit.hasFocus()


def test_a_screen_is_built_when_its_key_is_first_pressed(qtbot: QtBot, window: MainWindow) -> None:
    assert "members" not in window._built
    press(qtbot, window, KEY.Key_F4)
    assert window.current_screen() is window.page("members")
    assert page(window).edit.hasFocus()


def test_common_keys_reach_the_screen(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, KEY.Key_F10)
    press(qtbot, window, KEY.Key_Return, CTRL)
    press(qtbot, window, KEY.Key_P, CTRL)
    assert page(window).heard == ["enter", "save", "save", "reprint"]


def test_typed_work_holds_the_first_close_back_from_whatever_screen(qtbot: QtBot, window: MainWindow) -> None:
    page(window).typed = True
    press(qtbot, window, KEY.Key_F4)
    assert not window.close()
    assert window.notice.text() == "Not saved yet: Deposit. Close the window again to drop it."
    assert window.close()


def test_what_is_offered_again_at_the_next_start_is_not_said_to_be_dropped(qtbot: QtBot, window: MainWindow) -> None:
    deposit = page(window)
    deposit.typed = deposit.is_kept = True
    assert not window.close()
    assert window.notice.text() == (
        "Not saved yet: Deposit. Close the window again to leave; it is offered at the next start."
    )
    press(qtbot, window, KEY.Key_F4)
    page(window).typed = True
    assert not window.close()
    assert window.notice.text() == (
        "Not saved yet: Deposit, Members. Close the window again to leave: Members is dropped, Deposit is offered at"
        " the next start."
    )
    assert window.close()


def test_the_screens_are_not_thrown_away_with_typed_work(window: MainWindow) -> None:
    assert window.lets_go()
    page(window).typed = True
    assert not window.lets_go()
    assert window.notice.text() == "Not saved yet: Deposit. Save or drop it first."


def test_the_screens_are_not_thrown_away_under_long_work(qtbot: QtBot, window: MainWindow) -> None:
    go_on = threading.Event()
    tasks.in_background(window, lambda _progress: go_on.wait(5), lambda _done: None, title="the import")
    assert not window.lets_go()
    assert window.notice.text() == "Still working: the import. Wait for it or cancel it first."
    go_on.set()
    qtbot.waitUntil(lambda: tasks.busy(window) == "")
    assert window.lets_go()


def test_esc_steps_back_within_the_screen_and_then_to_the_first(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, KEY.Key_F4)
    page(window).steps = 1
    press(qtbot, window, KEY.Key_Escape)
    assert window.current_screen() is window.page("members")
    press(qtbot, window, KEY.Key_Escape)
    assert window.current_screen() is window.page("deposit")


def test_f1_shows_the_keys_that_exist_and_esc_gives_the_focus_back(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, KEY.Key_F1)
    overlay = window.findChild(HelpOverlay)
    assert overlay is not None
    shown = overlay.keys()
    assert keys.DEPOSIT in shown
    assert keys.PAYOUT not in shown
    press(qtbot, window, KEY.Key_Escape)
    assert page(window).edit.hasFocus()


def test_the_list_of_keys_can_go_to_paper(tmp_path: object, qtbot: QtBot, window: MainWindow) -> None:
    from pathlib import Path

    path = Path(str(tmp_path)) / "keys.pdf"
    write_sheet(path, "Keys", [("Everywhere", keys.table([]))])
    assert path.read_bytes().startswith(b"%PDF")


def test_ctrl_k_finds_a_screen_by_words_in_any_order(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, KEY.Key_K, CTRL)
    palette = window.findChild(CommandPalette)
    assert palette is not None
    QTest.keyClicks(palette.edit, "memb")
    QTest.keyClick(palette.edit, KEY.Key_Return)
    assert window.current_screen() is window.page("members")


def test_ctrl_k_finds_the_acts_of_the_screen(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, KEY.Key_K, CTRL)
    palette = window.findChild(CommandPalette)
    assert palette is not None
    QTest.keyClicks(palette.edit, "import undo")
    QTest.keyClick(palette.edit, KEY.Key_Return)
    assert page(window).heard[-1] == "undo"


def test_another_key_closes_the_palette_and_does_its_work(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, KEY.Key_K, CTRL)
    press(qtbot, window, KEY.Key_F4)
    assert window.current_screen() is window.page("members")
    assert page(window).edit.hasFocus()


def unlock(name: str, pin: str) -> str:
    if pin != "1234":
        raise WrongPin
    return name


@pytest.fixture
def locked(qtbot: QtBot, window: MainWindow) -> LockOverlay:
    window.set_lock(lambda: ["Budi", "Siti Aminah"], unlock)
    window.show_clerk("Siti Aminah")
    press(qtbot, window, KEY.Key_F12)
    overlay = window.findChild(LockOverlay)
    assert overlay is not None
    return overlay


def test_under_the_lock_no_key_does_anything(qtbot: QtBot, window: MainWindow, locked: LockOverlay) -> None:
    before = list(page(window).heard)
    for key in (KEY.Key_F4, KEY.Key_F10, KEY.Key_Escape, KEY.Key_F1):
        press(qtbot, window, key)
    press(qtbot, window, KEY.Key_K, CTRL)
    assert page(window).heard == before
    assert window.locked()
    assert locked.pin.hasFocus()


def test_the_right_pin_opens_and_the_work_goes_on_where_it_was(
    qtbot: QtBot, window: MainWindow, locked: LockOverlay
) -> None:
    QTest.keyClicks(locked.pin, "1234")
    with qtbot.waitSignal(window.unlocked, timeout=3000) as told:
        QTest.keyClick(locked.pin, KEY.Key_Return)
    assert told.args == ["Siti Aminah"]
    assert not window.locked()
    assert page(window).edit.hasFocus()


def test_a_wrong_pin_is_said_under_the_field(qtbot: QtBot, window: MainWindow, locked: LockOverlay) -> None:
    QTest.keyClicks(locked.pin, "9999")
    QTest.keyClick(locked.pin, KEY.Key_Return)
    qtbot.waitUntil(locked._pin_field.has_problem, timeout=3000)
    assert window.locked()
    assert locked.pin.text() == ""
    assert locked.pin.hasFocus()


def test_tab_stays_inside_an_overlay(qtbot: QtBot, window: MainWindow, locked: LockOverlay) -> None:
    for _ in range(5):
        press(qtbot, window, KEY.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert locked.isAncestorOf(focus)


def test_closing_while_work_runs_asks_once_without_a_dialog(qtbot: QtBot, window: MainWindow) -> None:
    gate = threading.Event()
    tasks.in_background(window, lambda _progress: gate.wait(5), lambda _n: None, title="Import")
    assert not window.close()
    assert "Import" in window.notice.text()
    gate.set()
    assert window.close()


@pytest.mark.parametrize("width,narrow", [(1366, False), (1280, False), (1024, True)])
def test_the_rail_gives_way_in_a_narrow_window(window: MainWindow, width: int, narrow: bool) -> None:
    window.resize(width, 700)
    QApplication.processEvents()
    assert (window.rail.width() < 100) is narrow


def test_clicking_the_rail_shows_the_screen(window: MainWindow) -> None:
    wanted: Callable[[str], None] = window.rail.wanted.emit
    wanted("settings")
    assert window.current_screen() is window.page("settings")


def test_esc_takes_a_problem_away_before_anything_else(qtbot: QtBot, window: MainWindow) -> None:
    window.notice.problem("The printer does not answer.")
    press(qtbot, window, KEY.Key_Escape)
    assert window.notice.isHidden()
    assert page(window).heard == ["enter"]
    window.notice.warning("Esc once more drops what was typed.")
    press(qtbot, window, KEY.Key_Escape)
    assert page(window).heard == ["enter", "back"]


def test_news_leave_the_right_third_in_sight(window: MainWindow) -> None:
    window.notice.problem("The printer does not answer.")
    ground = window.notice.parentWidget()
    assert ground is not None
    assert window.notice.geometry().right() < ground.width() * 2 / 3
