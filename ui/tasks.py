"""The one door for work.

`perform` runs a short act of the counter and answers before the next key. `in_background` runs long work beside the
counter, one at a time, with progress, an estimate and a cancel button. `aside` runs what is short but too slow for a
key (checking a PIN, drawing a receipt) without waiting for the long work. All answers come back in the window's thread.
"""

from __future__ import annotations

import logging
import queue
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from daurulang.errors import UserError
from ui.widgets import notice
from ui.widgets.progress import ProgressStrip
from ui.widgets.report import ReportPanel, report_of
from ui.wording import worded

T = TypeVar("T")
Problem = Callable[[UserError, str], object]
"""Takes the error and its sentence."""
Progress = Callable[[int, int], None]
"""`progress(done, total)`; raises `Cancelled` when the person asked to stop."""

_log = logging.getLogger(__name__)
_SECONDS_BETWEEN_NEWS = 0.05
_BLINK_SECONDS = 0.04
_LOOK_MS = 5


class Cancelled(Exception):
    """The person stopped the work; raised inside it by `progress`, so that its transaction rolls back."""


def perform(
    parent: QWidget, act: Callable[[], T], on_done: Callable[[T], object], on_problem: Problem | None = None
) -> None:
    """Run a short act. A `UserError` goes to `on_problem`, or to the notice bar when there is none.

    Nearly all are over within a blink. Where another program holds the book, the window goes on living and says what
    it waits for; keys pressed meanwhile are kept and follow the answer.
    """
    answers: list[T] = []
    errors: list[Exception] = []

    def run() -> None:
        try:
            answers.append(act())
        except Exception as error:  # noqa: BLE001 - the one place where bugs of an act are met
            errors.append(error)

    worker = threading.Thread(target=run, name="daurulang-act", daemon=True)
    worker.start()
    worker.join(_BLINK_SECONDS)
    if worker.is_alive():
        _live_on(parent, worker)
    if not isValid(parent):
        return
    if errors:
        _failed(parent, errors[0], on_problem)
    elif answers:
        on_done(answers[0])


def _live_on(parent: QWidget, worker: threading.Thread) -> None:
    """Paint and beat until the worker ends; what is pressed waits in the queue of the system."""
    said = QCoreApplication.translate("Tasks", "The book is in use by another program; waiting for it …")
    window = parent.window()
    notice.warning(parent, said)
    loop, watch = QEventLoop(), QTimer()
    watch.timeout.connect(lambda: None if worker.is_alive() else loop.quit())
    watch.start(_LOOK_MS)
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    worker.join()
    if isValid(window):
        notice.take_back(window, said)


def in_background(
    parent: QWidget,
    work: Callable[[Progress], T],
    on_done: Callable[[T], object],
    on_problem: Problem | None = None,
    *,
    title: str,
    on_given_up: Callable[[], object] | None = None,
) -> Job:
    """Run long work after what is already queued; `title` stands in the strip at the bottom of the window.

    `on_given_up` is called when it ended with neither an answer nor a refusal: it was cancelled, or met a bug.
    """
    job = Job(parent, work, on_done, on_problem, on_given_up, title)
    _lane(parent, "long").add(job)
    return job


def aside(
    parent: QWidget,
    work: Callable[[], T],
    on_done: Callable[[T], object],
    on_problem: Problem | None = None,
    *,
    on_given_up: Callable[[], object] | None = None,
    lane: str = "short",
) -> Job:
    """Run something short off the window's thread, without a progress strip.

    What stands in another `lane` is not waited for: a printer that does not answer must not hold up a save.
    `on_given_up` is called when a bug ended it.
    """
    job = Job(parent, lambda _progress: work(), on_done, on_problem, on_given_up, "")
    _lane(parent, lane).add(job)
    return job


def busy(window: QWidget) -> str:
    """The title of the long work now running or waiting in a window, "" for none."""
    lane = window.findChild(Lane, "long")
    return lane.title() if lane is not None else ""


def stop_all(window: QWidget, seconds: int = 10) -> None:
    """Cancel what runs and wait for it, before the window closes."""
    for lane in window.findChildren(Lane):
        lane.stop(seconds)


def catch_bugs(window: QWidget) -> None:
    """From now on every error that nobody caught is logged and shown in the report panel of `window`."""

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _log.error("uncaught", exc_info=(kind, error, trace))
        if issubclass(kind, Exception) and isValid(window):
            panel = window.findChild(ReportPanel)
            if panel is not None:
                panel.show_report(report_of(error))

    sys.excepthook = caught


@dataclass(eq=False, slots=True)
class Job:
    """One piece of work in a lane."""

    parent: QWidget
    work: Callable[[Progress], Any]
    on_done: Callable[[Any], object]
    on_problem: Problem | None
    on_given_up: Callable[[], object] | None
    title: str
    _stop: threading.Event = field(default_factory=threading.Event)

    def cancel(self) -> None:
        """Ask the work to stop at its next report of progress."""
        self._stop.set()

    def cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()


class _Messenger(QObject):
    """What a worker thread speaks through. It has no parent and is never destroyed: work that outlasts its window would
    otherwise speak through an object that the window's end is just taking apart.
    """

    progressed = Signal(object, int, int)
    ended = Signal(object, object, object)


_MESSENGERS: list[_Messenger] = []


class Lane(QObject):
    """A queue with one worker thread; belongs to a window and ends with it."""

    def __init__(self, name: str, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName(name)
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._open: list[Job] = []
        self._messenger = _Messenger()
        _MESSENGERS.append(self._messenger)
        self._messenger.progressed.connect(self._show_progress)
        self._messenger.ended.connect(self._deliver)
        self._thread = threading.Thread(target=self._run, name=f"daurulang-{name}", daemon=True)
        self._thread.start()

    def add(self, job: Job) -> None:
        """Queue a job."""
        self._open.append(job)
        self._jobs.put(job)
        self._show_next()

    def is_busy(self) -> bool:
        """Whether anything is running, waiting or about to be answered."""
        return bool(self._open)

    def title(self) -> str:
        """What is being worked on."""
        return self._open[0].title if self._open else ""

    def stop(self, seconds: int) -> None:
        """Cancel everything and wait for the thread."""
        for job in self._open:
            job.cancel()
        self._jobs.put(None)
        self._thread.join(seconds)

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            answer: object = None
            error: Exception | None = None
            try:
                if job.cancelled():
                    raise Cancelled
                answer = job.work(self._progress_of(job))
            except Exception as problem:  # noqa: BLE001 - handed to the window's thread, which tells bugs apart
                error = problem
            self._messenger.ended.emit(job, answer, error)  # reaches nobody when the window is gone

    def _progress_of(self, job: Job) -> Progress:
        said = 0.0

        def progress(done: int, total: int) -> None:
            nonlocal said
            if job.cancelled():
                raise Cancelled
            now = time.monotonic()
            if now - said >= _SECONDS_BETWEEN_NEWS or done >= total:
                said = now
                self._messenger.progressed.emit(job, done, total)

        return progress

    def _show_progress(self, job: Job, done: int, total: int) -> None:
        strip = self._strip()
        if strip is not None and job in self._open:
            strip.show_progress(done, total)

    def _deliver(self, job: Job, answer: object, error: Exception | None) -> None:
        self._open.remove(job)
        self._show_next()
        if not isValid(job.parent):
            return
        if error is None:
            job.on_done(answer)
            return
        if job.on_given_up is not None and not isinstance(error, UserError):
            job.on_given_up()
        if not isinstance(error, Cancelled):
            _failed(job.parent, error, job.on_problem)

    def _show_next(self) -> None:
        strip = self._strip()
        if strip is None:
            return
        if not self._open:
            strip.hide()
        elif strip.job is not self._open[0]:
            strip.show_work(self._open[0], self._open[0].title, self._open[0].cancel)

    def _strip(self) -> ProgressStrip | None:
        window = self.parent()
        if self.objectName() != "long" or not isinstance(window, QWidget):
            return None
        return window.findChild(ProgressStrip)


def _lane(parent: QWidget, name: str) -> Lane:
    window = parent.window()
    return window.findChild(Lane, name) or Lane(name, window)


def _failed(parent: QWidget, error: Exception, on_problem: Problem | None) -> None:
    if isinstance(error, UserError):
        sentence = worded(error)
        if on_problem is None:
            notice.problem(parent, sentence)
        else:
            on_problem(error, sentence)
        return
    panel = parent.window().findChild(ReportPanel)
    if panel is None or QCoreApplication.closingDown():
        raise error
    _log.error("an act failed", exc_info=error)
    panel.show_report(report_of(error))
