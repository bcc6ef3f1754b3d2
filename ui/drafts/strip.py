"""The one line that offers a form left half typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui import theme
from ui.icons import Icon
from ui.widgets.button import QuietButton
from ui.widgets.card import Text


class DraftStrip(QFrame):
    """Above the form; hidden while there is nothing to offer or the form holds something else."""

    resumed = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.setProperty("tone", "warning")
        self._words = Text("", "strong")
        self._words.setWordWrap(True)
        resume, drop = QuietButton(self.tr("go on"), "Enter"), QuietButton(self.tr("throw away"), "Del")
        space = theme.current().space
        line = QHBoxLayout(self)
        line.setContentsMargins(space(14), space(5), space(8), space(5))
        line.setSpacing(space(10))
        line.addWidget(Icon("pencil", "warning", 18))
        line.addWidget(self._words, 1)
        for button, signal in ((resume, self.resumed), (drop, self.dropped)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(signal)
            line.addWidget(button)
        self.hide()

    def show_words(self, words: str) -> None:
        """Offer a form; "" hides the line."""
        self._words.setText(words)
        self.setVisible(bool(words))

    def words(self) -> str:
        """What it says, "" while it is hidden."""
        return "" if self.isHidden() else self._words.text()
