"""The strip at the bottom of the window that shows long work beside the counter."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from ui import theme
from ui.icons import Icon
from ui.widgets.button import QuietButton
from ui.widgets.card import Text


class ProgressStrip(QFrame):
    """Title, bar, estimate and cancel; never takes the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "status")
        self.job: object = None
        self._cancel: Callable[[], object] = lambda: None
        self._since = 0.0
        self._title = Text("", "strong")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._left = Text("", "muted")
        button = QuietButton(self.tr("Cancel"), icon="x")
        button.clicked.connect(self._stop)
        space = theme.current().space
        layout = QHBoxLayout(self)
        layout.setContentsMargins(space(22), space(5), space(12), space(5))
        layout.setSpacing(space(14))
        layout.addWidget(Icon("clock", "accent", 18))
        layout.addWidget(self._title)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self._left)
        layout.addWidget(button)
        self.hide()

    def show_work(self, job: object, title: str, cancel: Callable[[], object]) -> None:
        """Begin to show a piece of work; until it reports progress the bar only shows that it is busy."""
        self.job = job
        self._cancel = cancel
        self._since = time.monotonic()
        self._title.setText(title)
        self._left.setText("")
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        self.show()

    def show_progress(self, done: int, total: int) -> None:
        """Move the bar and estimate what is left from the pace so far; nothing moves while no total is known."""
        if total <= 0:
            return
        self._bar.setRange(0, 1000)
        self._bar.setValue(1000 * done // total)
        passed = time.monotonic() - self._since
        if done > 0 and passed > 1:
            self._left.setText(self._estimate(round(passed * (total - done) / done)))

    def _estimate(self, seconds: int) -> str:
        if seconds >= 90:
            return self.tr("about {minutes} minutes left").format(minutes=round(seconds / 60))
        return self.tr("about {seconds} seconds left").format(seconds=max(1, seconds))

    def _stop(self) -> None:
        self._left.setText(self.tr("stopping …"))
        self._cancel()
