"""What a form of the counter says while it puts something right."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from daurulang.periods import short_day
from ui import theme
from ui.corrections.correction import Correction
from ui.icons import Icon
from ui.widgets.card import KeyHint, Text
from ui.words import entry_kind_word

OTHER_MEMBER = "Alt+M"


class CorrectionStrip(QFrame):
    """Above the form; hidden while nothing is put right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.setProperty("tone", "warning")
        self._words = Text("", "strong")
        self._words.setWordWrap(True)
        space = theme.current().space
        line = QHBoxLayout(self)
        line.setContentsMargins(space(14), space(7), space(14), space(7))
        line.setSpacing(space(10))
        line.addWidget(Icon("pencil", "warning", 18))
        line.addWidget(self._words, 1)
        line.addWidget(KeyHint(OTHER_MEMBER, self.tr("another member")))
        self.hide()

    def show_correction(self, correction: Correction | None) -> None:
        """Name what is put right and why."""
        self.setVisible(correction is not None)
        if correction is None:
            self._words.setText("")
            return
        act = correction.act
        words = self.tr("Correcting {number}: {kind} of {day}, {name}. “{reason}”")
        self._words.setText(
            words.format(
                number=act.number,
                kind=entry_kind_word(act.kind),
                day=short_day(act.day),
                name=act.member_name,
                reason=correction.undoing.reason,
            )
        )

    def words(self) -> str:
        """What it says, "" while it is hidden."""
        return self._words.text()
