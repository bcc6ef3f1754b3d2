"""A million lines are checked beside the counter: progress is shown, deposits go on, and a word stops it at once."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QProgressBar
from pytestqt.qtbot import QtBot

from tests.ui.hands import Hands, hands_on
from tests.ui.test_heartbeat import LONGEST_PAUSE_MS, ROUNDS, Clerk, big_home  # noqa: F401 - a fixture
from ui import tasks
from ui.verification.screen import VerificationScreen
from ui.widgets.button import QuietButton
from ui.widgets.progress import ProgressStrip

pytestmark = pytest.mark.heartbeat
KEY = Qt.Key
WHOLE_CHECK_MS = 300_000
STOPPED_WITHIN_SECONDS = 1


class BusyClerk(Clerk):
    """Does not wait for the check."""

    def _quiet(self) -> bool:
        lanes = self._hands.program.frame.findChildren(tasks.Lane)
        return not any(lane.is_busy() for lane in lanes if lane.objectName() != "long")

    def records_a_deposit(self) -> None:
        self.presses("deposit screen", KEY.Key_F2)
        self.types("choose the member", "nur ha\n")
        self.types("weigh it in", "bening\n2,45\n")
        self.presses("read the total back", KEY.Key_F10)
        self.presses("save the deposit", KEY.Key_F10)


def the_screen(hands: Hands) -> VerificationScreen:
    screen = hands.window.current_screen()
    assert isinstance(screen, VerificationScreen)
    return screen


def test_a_check_never_holds_the_window(qtbot: QtBot, qapp: QApplication, big_home: Path) -> None:  # noqa: F811
    with hands_on(qtbot, qapp, big_home, str(big_home / "contoh.db")) as hands:
        hands.until(lambda: hands.program.window is not None)
        qtbot.wait(3000)
        clerk, frame = BusyClerk(hands), hands.program.frame
        strip = frame.findChild(ProgressStrip)
        assert isinstance(strip, ProgressStrip)
        (bar,), (cancel,) = strip.findChildren(QProgressBar), strip.findChildren(QuietButton)
        for _ in range(ROUNDS):
            clerk.presses("check screen", KEY.Key_F11)
            screen = the_screen(hands)
            clerk.presses("begin the check", KEY.Key_F10)
            with clerk.watching("the check begins"):
                hands.until(lambda: bar.value() > 0)
            clerk.records_a_deposit()
            assert tasks.busy(frame) == "Checking the book"
            begun = time.monotonic()
            with clerk.watching("stop the check"):
                cancel.click()
                hands.until(lambda: not tasks.busy(frame))
            assert time.monotonic() - begun < STOPPED_WITHIN_SECONDS
            assert screen.verdict() == "Not checked to the end"
        clerk.presses("check screen", KEY.Key_F11)
        screen = the_screen(hands)
        clerk.presses("begin the check", KEY.Key_F10)
        with clerk.watching("the whole check"):
            qtbot.waitUntil(lambda: screen.verdict() == "All is sound", timeout=WHOLE_CHECK_MS)
        best = {act: min(pauses) for act, pauses in clerk.pauses.items()}
        slow = {act: round(pause, 1) for act, pause in best.items() if pause > LONGEST_PAUSE_MS}
        assert slow == {}, clerk.pauses
