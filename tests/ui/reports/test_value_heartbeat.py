"""On a million lines, neither reading a report nor handing it on holds the window for longer than 50 ms."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.hands import hands_on
from tests.ui.test_heartbeat import LONGEST_PAUSE_MS, ROUNDS, Clerk, Heart, big_home  # noqa: F401 - a fixture
from ui import tasks

pytestmark = pytest.mark.heartbeat
KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
WRITING_MS = 4000
ALT = Qt.KeyboardModifier.AltModifier


def test_the_report_never_holds_the_window(qtbot: QtBot, qapp: QApplication, big_home: Path) -> None:  # noqa: F811
    with hands_on(qtbot, qapp, big_home, str(big_home / "contoh.db")) as hands:
        hands.until(lambda: hands.program.window is not None)
        qtbot.wait(3000)
        clerk, heart = Clerk(hands), Heart()
        for _ in range(ROUNDS):
            clerk.presses("report", KEY.Key_F9)
            clerk.presses("month before", KEY.Key_PageUp)
            clerk.presses("table", KEY.Key_Return)
            clerk.presses("chart", KEY.Key_Return)
            clerk.presses("copy", KEY.Key_C, CTRL)
            clerk.presses("picture", KEY.Key_G, CTRL)
            clerk.presses("quarter", KEY.Key_2, ALT)
            clerk.presses("month", KEY.Key_1, ALT)
            clerk.presses("pdf", KEY.Key_P, CTRL)
            clerk.presses("back", KEY.Key_Escape)
        for _ in range(ROUNDS):  # a month of that book takes long: the clerk changes her mind
            with heart.listening():
                QTest.keyClick(QApplication.focusWidget() or hands.program.frame, KEY.Key_L, CTRL)
                qtbot.wait(WRITING_MS)
            clerk.pauses["excel"].append(heart.longest_ms)
            for lane in hands.program.frame.findChildren(tasks.Lane):
                for job in lane._open:
                    job.cancel()
            hands.until(lambda: not tasks.busy(hands.program.frame))
        best = {act: min(pauses) for act, pauses in clerk.pauses.items()}
        slow = {act: round(pause, 1) for act, pause in best.items() if pause > LONGEST_PAUSE_MS}
        assert slow == {}, clerk.pauses
        made = {path.suffix for path in (big_home / "laporan").iterdir()}
        assert made == {".pdf", ".png"}
