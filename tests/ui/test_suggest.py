import statistics
import time
from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.form import FormWalker
from ui.widgets.suggest import SuggestEdit, Suggestion

KEY = Qt.Key
MEMBERS = ["Nur Hayati", "Nurul Huda", "Siti Romlah"]


def find(text: str) -> Sequence[str]:
    return [name for name in MEMBERS if text.casefold() in name.casefold()]


class Page(QWidget):
    """A member field and the one after it."""

    def __init__(self) -> None:
        super().__init__()
        self.member: SuggestEdit[str] = SuggestEdit(find, lambda name: Suggestion(name, "A-00417", "Rp 500"))
        self.after = QLineEdit()
        layout = QVBoxLayout(self)
        layout.addWidget(self.member)
        layout.addWidget(self.after)
        layout.addStretch(1)
        self.walker = FormWalker([self.member, self.after], self)
        self.chosen: list[object] = []
        self.member.chosen.connect(self.chosen.append)
        self.resize(600, 400)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    page = Page()
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.walker.start()
    return page


def test_enter_takes_the_first_match_and_walks_on(qtbot: QtBot, page: Page) -> None:
    QTest.keyClicks(page.member, "nur")
    assert page.member.popup_open()
    QTest.keyClick(page.member, KEY.Key_Return)
    assert page.chosen == ["Nur Hayati"]
    assert page.member.text() == "Nur Hayati"
    assert page.after.hasFocus()
    assert not page.member.popup_open()


def test_down_takes_the_next_match(qtbot: QtBot, page: Page) -> None:
    QTest.keyClicks(page.member, "nur")
    QTest.keyClick(page.member, KEY.Key_Down)
    QTest.keyClick(page.member, KEY.Key_Return)
    assert page.chosen == ["Nurul Huda"]


def test_tab_chooses_as_well(qtbot: QtBot, page: Page) -> None:
    QTest.keyClicks(page.member, "romlah")
    QTest.keyClick(page.member, KEY.Key_Tab)
    assert page.chosen == ["Siti Romlah"]
    assert page.after.hasFocus()


def test_esc_closes_the_list_and_keeps_what_was_typed(qtbot: QtBot, page: Page) -> None:
    QTest.keyClicks(page.member, "nur")
    QTest.keyClick(page.member, KEY.Key_Escape)
    assert not page.member.popup_open()
    assert page.member.text() == "nur"


def test_no_match_says_so_and_holds_enter(qtbot: QtBot, page: Page) -> None:
    QTest.keyClicks(page.member, "zzz")
    assert page.member.popup_open()
    with qtbot.waitSignal(page.member.refused, timeout=1000) as told:
        QTest.keyClick(page.member, KEY.Key_Return)
    assert told.args == ["Nothing found."]
    assert page.member.hasFocus()
    assert page.member.text() == "zzz"
    assert page.chosen == []


def test_changing_the_text_forgets_the_choice(qtbot: QtBot, page: Page) -> None:
    page.member.set_value("Siti Romlah")
    QTest.keyClicks(page.member, "x")
    assert page.member.value() is None


def test_down_in_an_empty_field_offers_everything(qtbot: QtBot, page: Page) -> None:
    QTest.keyClick(page.member, KEY.Key_Down)
    QTest.keyClick(page.member, KEY.Key_Up)
    QTest.keyClick(page.member, KEY.Key_Return)
    assert page.chosen == ["Siti Romlah"], "Up goes round to the last"


def test_emptying_the_field_takes_the_list_away(qtbot: QtBot, page: Page) -> None:
    QTest.keyClicks(page.member, "n")
    QTest.keyClick(page.member, KEY.Key_Backspace)
    assert not page.member.popup_open()


def test_a_key_costs_less_than_a_frame(qtbot: QtBot) -> None:
    rows = [f"Anggota {number}" for number in range(50)]
    edit: SuggestEdit[str] = SuggestEdit(lambda _text: rows, lambda name: Suggestion(name, "detail", "Rp 1"))
    qtbot.addWidget(edit)
    edit.show()
    QTest.keyClicks(edit, "a")
    spent = []
    for _ in range(60):
        before = time.perf_counter()
        QTest.keyClicks(edit, "a")
        spent.append(time.perf_counter() - before)
    assert statistics.median(spent) < 0.016
