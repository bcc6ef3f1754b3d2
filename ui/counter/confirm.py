"""Read the total back, then save: one confirm, in place, by the same key."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.keys import SAVE
from ui.widgets.button import PrimaryButton, SecondaryButton
from ui.widgets.card import Text, Tone
from ui.widgets.field import HintLine, announce

AGREE = "Alt+H"


class ConfirmBox(QWidget):
    """The big button, above it what is to be read to the member, under it what was refused."""

    pressed = Signal()
    agreed = Signal()
    """The way out that was offered was taken."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        """`words` of the button while nothing was read back."""
        super().__init__(parent)
        self._words = words
        self._strip = QFrame()
        self._strip.setProperty("role", "notice")
        self._strip.setProperty("tone", "good")
        self._read = Text("", "heading")
        self._read.setWordWrap(True)
        ask = Text(self.tr("Read it out. Enter saves, Esc goes back."), "hint")
        ask.setWordWrap(True)
        for text in (self._read, ask):  # as wide as the column, never wider
            policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            text.setSizePolicy(policy)
        space = theme.current().space
        inside = QVBoxLayout(self._strip)
        inside.setContentsMargins(space(12), space(8), space(12), space(8))
        inside.setSpacing(space(2))
        inside.addWidget(self._read)
        inside.addWidget(ask)
        self.button = PrimaryButton(words, SAVE)
        self.button.clicked.connect(self.pressed)
        self._line = HintLine()
        self._line.hide()
        self._way_out = SecondaryButton("", AGREE)
        self._way_out.clicked.connect(self.agreed)
        self._way_out.hide()
        self._agree = QShortcut(QKeySequence(AGREE), self)
        self._agree.activated.connect(self.agreed)
        self._agree.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(8))
        layout.addWidget(self._strip)
        layout.addWidget(self.button)
        layout.addWidget(self._line)
        layout.addWidget(self._way_out)
        self._strip.hide()

    def show_idle(self) -> None:
        """Nothing read back yet, nothing refused."""
        self._offer("")
        self._strip.hide()
        self._line.say("")
        self._line.hide()
        self._name_button(self._words)

    def show_read_back(self, words: str) -> None:
        """Show what is to be read out, with the focus where Enter saves it."""
        self._read.setText(re.sub(r"(?<=\d) (?=kg|pcs|liter)|(?<=Rp) ", "\u00a0", words))
        self._strip.show()
        self._offer("")
        self._line.say("")
        self._line.hide()
        self._name_button(self.tr("Correct, save"))
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words)

    def show_saving(self) -> None:
        """It is on its way to the disk."""
        self._offer("")
        self._name_button(self.tr("Saving …"))

    def show_problem(self, sentence: str, *, read_back: bool, way_out: str = "") -> None:
        """Say what was refused; `read_back` says whether what was read out still holds, and `way_out` (the words of a
        button) what would make it possible, for `agreed`.
        """
        self._offer(way_out)
        if not read_back:
            self._strip.hide()
        self._name_button(self.tr("Correct, save") if read_back else self._words)
        self._line.show()
        self._line.say(sentence, Tone.PROBLEM)
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def way_out(self) -> str:
        """The words of the way out that is offered, "" while there is none."""
        return "" if self._way_out.isHidden() else self._way_out.text()

    def words(self) -> str:
        """What is to be read out, "" while nothing is."""
        return "" if self._strip.isHidden() else self._read.text().replace("\u00a0", " ")

    def message(self) -> str:
        """The words under the button."""
        return self._line.text()

    def _offer(self, way_out: str) -> None:
        self._way_out.setText(way_out)
        self._way_out.setVisible(bool(way_out))
        self._agree.setEnabled(bool(way_out))

    def _name_button(self, words: str) -> None:
        self.button.setText(words)
        self.button.updateGeometry()
