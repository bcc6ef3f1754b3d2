import sys
import threading
import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from daurulang.errors import BalanceTooLow, UserError
from ui import tasks
from ui.tasks import Progress
from ui.widgets import notice
from ui.widgets.notice import NoticeBar
from ui.widgets.progress import ProgressStrip
from ui.widgets.report import ReportPanel


class Window(QWidget):
    """A window with the three places where work is told about."""

    def __init__(self) -> None:
        super().__init__()
        self.notice, self.report, self.strip = NoticeBar(), ReportPanel(), ProgressStrip()
        layout = QVBoxLayout(self)
        for part in (self.notice, self.report, self.strip):
            layout.addWidget(part)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window, before_close_func=tasks.stop_all)
    window.show()
    return window


def refuse() -> int:
    raise BalanceTooLow(balance_rupiah=5000, asked_rupiah=9000)


def break_down() -> int:
    raise ZeroDivisionError("a bug")


def test_an_act_answers_at_once(window: Window) -> None:
    answers: list[int] = []
    tasks.perform(window, lambda: 42, answers.append)
    assert answers == [42]


def test_an_act_that_waits_for_the_book_says_so_and_the_window_lives(window: Window) -> None:
    beats: list[str] = []
    answers: list[int] = []
    go_on = threading.Event()
    timer = QTimer(window)
    timer.timeout.connect(lambda: beats.append(window.notice.text()))
    timer.start(10)
    QTimer.singleShot(300, go_on.set)

    def act() -> int:
        go_on.wait(5)
        return 42

    tasks.perform(window, act, answers.append)
    assert answers == [42]
    assert len(beats) > 5
    assert beats[-1] == "The book is in use by another program; waiting for it …"
    assert not window.notice.isVisible()


def test_a_window_that_is_gone_is_not_answered(qtbot: QtBot) -> None:
    answers: list[None] = []
    gone = QWidget()
    QTimer.singleShot(0, lambda: delete(gone))
    tasks.perform(gone, lambda: time.sleep(0.2), answers.append)
    assert not answers


def test_a_refusal_is_worded_for_the_form(window: Window) -> None:
    heard: list[tuple[UserError, str]] = []
    tasks.perform(window, refuse, lambda _n: None, lambda error, words: heard.append((error, words)))
    assert isinstance(heard[0][0], BalanceTooLow)
    assert heard[0][1] == "The balance is only Rp 5.000."


def test_a_refusal_without_a_form_stands_in_the_notice_bar(window: Window) -> None:
    tasks.perform(window, refuse, lambda _n: None)
    assert window.notice.isVisible()
    assert window.notice.text() == "The balance is only Rp 5.000."


def test_a_bug_shows_a_report_to_copy_and_no_traceback_first(window: Window) -> None:
    tasks.perform(window, break_down, lambda _n: None)
    assert window.report.isVisible()
    assert "ZeroDivisionError: a bug" in window.report.report()
    assert not window.report._details.isVisible()


def test_a_bug_outside_the_window_is_not_swallowed(qtbot: QtBot) -> None:
    alone = QWidget()
    qtbot.addWidget(alone)
    with pytest.raises(ZeroDivisionError):
        tasks.perform(alone, break_down, lambda _n: None)


def test_background_work_leaves_the_window_alive_and_answers_in_its_thread(qtbot: QtBot, window: Window) -> None:
    threads: list[int] = []

    def work(progress: Progress) -> int:
        threads.append(threading.get_ident())
        progress(1, 2)
        return 7

    answers: list[tuple[int, int]] = []
    tasks.in_background(window, work, lambda n: answers.append((n, threading.get_ident())), title="Import")
    assert window.strip.isVisible()
    qtbot.waitUntil(lambda: bool(answers), timeout=3000)
    assert answers == [(7, threading.get_ident())]
    assert threads != [threading.get_ident()]
    assert not window.strip.isVisible()


def test_background_work_runs_one_after_the_other(qtbot: QtBot, window: Window) -> None:
    order: list[str] = []

    def part(name: str) -> Callable[[Progress], None]:
        def work(progress: Progress) -> None:
            order.append(f"{name} begins")
            time.sleep(0.02)
            order.append(f"{name} ends")

        return work

    ended: list[object] = []
    for name in ("first", "second"):
        tasks.in_background(window, part(name), ended.append, title=name)
    qtbot.waitUntil(lambda: len(ended) == 2, timeout=3000)
    assert order == ["first begins", "first ends", "second begins", "second ends"]


def test_cancel_stops_at_the_next_step(qtbot: QtBot, window: Window) -> None:
    stopped: list[bool] = []
    steps: list[int] = []

    def work(progress: Progress) -> None:
        for step in range(1000):
            progress(step, 1000)
            steps.append(step)
            time.sleep(0.005)

    job = tasks.in_background(window, work, lambda _n: None, title="Import", on_given_up=lambda: stopped.append(True))
    qtbot.waitUntil(lambda: len(steps) > 2, timeout=3000)
    assert tasks.busy(window) == "Import"
    job.cancel()
    qtbot.waitUntil(lambda: bool(stopped), timeout=3000)
    assert len(steps) < 1000
    assert tasks.busy(window) == ""


def test_short_work_does_not_wait_for_long_work(qtbot: QtBot, window: Window) -> None:
    gate = threading.Event()
    long: list[object] = []
    short: list[int] = []
    tasks.in_background(window, lambda _progress: gate.wait(5), long.append, title="Import")
    tasks.aside(window, lambda: 3, short.append)
    qtbot.waitUntil(lambda: short == [3], timeout=3000)
    assert long == []
    gate.set()
    qtbot.waitUntil(lambda: bool(long), timeout=3000)


def test_a_refusal_in_the_background_is_worded(qtbot: QtBot, window: Window) -> None:
    heard: list[str] = []
    tasks.in_background(
        window, lambda _progress: refuse(), lambda _n: None, lambda _error, words: heard.append(words), title="Import"
    )
    qtbot.waitUntil(lambda: bool(heard), timeout=3000)
    assert heard == ["The balance is only Rp 5.000."]


def test_a_bug_in_the_background_shows_the_report(qtbot: QtBot, window: Window) -> None:
    tasks.aside(window, break_down, lambda _n: None)
    qtbot.waitUntil(window.report.isVisible, timeout=3000)


def test_an_error_nobody_caught_is_reported_and_logged(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.excepthook", sys.excepthook)
    tasks.catch_bugs(window)
    try:
        break_down()
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert window.report.isVisible()
    assert "a bug" in window.report.report()


def test_the_report_goes_to_the_clipboard(qtbot: QtBot, window: Window) -> None:
    tasks.perform(window, break_down, lambda _n: None)
    QTest.keyClick(window.report._copy, Qt.Key.Key_Return)
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()


def test_good_news_goes_by_itself_and_a_problem_stays(qtbot: QtBot, window: Window) -> None:
    window.notice.SECONDS = 0
    notice.good(window, "Saved.")
    qtbot.waitUntil(window.notice.isHidden, timeout=2000)
    notice.problem(window, "Refused.")
    qtbot.wait(30)
    assert window.notice.isVisible()


def test_a_bug_aside_is_told_to_whoever_waits(qtbot: QtBot, window: Window) -> None:
    given_up: list[bool] = []
    tasks.aside(window, break_down, lambda _n: None, lambda _e, _s: None, on_given_up=lambda: given_up.append(True))
    qtbot.waitUntil(window.report.isVisible)
    assert given_up == [True]
