"""One line of news above the screen: it never takes the focus and asks nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui import theme
from ui.icons import Icon
from ui.widgets.button import QuietButton
from ui.widgets.card import Text, Tone
from ui.widgets.field import announce

_ICONS = {Tone.GOOD: "circle-check", Tone.WARNING: "triangle-alert", Tone.PROBLEM: "circle-alert", Tone.PLAIN: "info"}
_COLOURS = {Tone.GOOD: "accent_text", Tone.WARNING: "warning", Tone.PROBLEM: "problem", Tone.PLAIN: "muted"}


class NoticeBar(QFrame):
    """Good news goes by itself after a while; a problem stays until it is closed or the next notice."""

    SECONDS = 8

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground: QWidget | None = None
        self.setProperty("role", "notice")
        self._icon = Icon("info", "muted", 18)
        self._text = Text()
        self._text.setWordWrap(True)
        close = QuietButton("", icon="x")
        close.setAccessibleName(self.tr("Close"))
        close.clicked.connect(self.hide)
        space = theme.current().space
        layout = QHBoxLayout(self)
        layout.setContentsMargins(space(14), space(5), space(6), space(5))
        layout.setSpacing(space(10))
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def hover_over(self, ground: QWidget) -> None:
        """Lie above the top of `ground`, so that nothing below moves while somebody types."""
        self._ground = ground
        self.setParent(ground)
        ground.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the measure of the ground."""
        if event.type() == QEvent.Type.Resize and watched is self._ground:
            self._stretch()
        return False

    def _stretch(self) -> None:
        if self._ground is None:
            return
        space = theme.current().space
        # Two thirds: the total at the right is read from two metres and stays in sight.
        width = self._ground.width() * 2 // 3 - space(22)
        self.setGeometry(space(22), space(6), width, self.heightForWidth(width))
        self.raise_()

    def good(self, text: str) -> None:
        """Something was done."""
        self._show(text, Tone.GOOD)

    def warning(self, text: str) -> None:
        """Something was done, but look at it."""
        self._show(text, Tone.WARNING)

    def problem(self, text: str) -> None:
        """Something was refused; nothing was changed."""
        self._show(text, Tone.PROBLEM)

    def read(self) -> None:
        """Whoever goes on to something else has read the good news; a warning or a problem stays."""
        if self._timer.isActive():
            self.hide()

    def close_problem(self) -> bool:
        """Take a problem away; False when none is shown."""
        shown = self.isVisible() and self.property("tone") == Tone.PROBLEM
        if shown:
            self.hide()
        return shown

    def text(self) -> str:
        """The words shown last."""
        return self._text.text()

    def _show(self, text: str, tone: Tone) -> None:
        self.setProperty("tone", tone.value)
        theme.restyle(self)
        self._icon.show_icon(_ICONS[tone], _COLOURS[tone])
        self._text.setText(text)
        self.show()
        self._stretch()
        announce(self, text)
        if tone is Tone.GOOD:
            self._timer.start(self.SECONDS * 1000)
        else:
            self._timer.stop()


def bar_of(widget: QWidget) -> NoticeBar | None:
    """The notice bar of the window a widget stands in."""
    return widget.window().findChild(NoticeBar)


def take_back(widget: QWidget, text: str = "") -> None:
    """Hide what was said in the window of `widget` (`text`, or whatever it was), because it holds no longer."""
    bar = bar_of(widget)
    if bar is not None and (not text or bar.text() == text):
        bar.hide()


def good(widget: QWidget, text: str) -> None:
    """Say good news in the window of `widget`."""
    bar = bar_of(widget)
    if bar is not None:
        bar.good(text)


def warning(widget: QWidget, text: str) -> None:
    """Say a warning in the window of `widget`."""
    bar = bar_of(widget)
    if bar is not None:
        bar.warning(text)


def problem(widget: QWidget, text: str) -> None:
    """Say a problem in the window of `widget`."""
    bar = bar_of(widget)
    if bar is not None:
        bar.problem(text)
