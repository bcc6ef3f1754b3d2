"""The program at its import screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from daurulang.migrations.opening import open_book
from tests.book import set_up_book
from tests.ui.hands import CTRL, Hands, hands_on, work_on


@pytest.fixture
def hands(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, sqlite_place: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Hands]:
    home = tmp_path / "home"
    monkeypatch.setenv("DAURULANG_HOME", str(home))
    db = open_book(sqlite_place)
    set_up_book(db)
    db.close()
    work_on(home, sqlite_place)
    with hands_on(qtbot, qapp, home) as hands:
        hands.sign_in("123456")
        hands.press(Qt.Key.Key_I, CTRL)
        yield hands
