"""What the form of a payout says of somebody who owes: how much is held back, and the way to repay it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from daurulang.quantities import format_rupiah
from ui import theme
from ui.icons import Icon
from ui.widgets.button import SecondaryButton
from ui.widgets.card import Text

REPAY = "Alt+L"


class DebtStrip(QFrame):
    """Inside of the form; hidden while nobody who owes stands before the counter."""

    repay_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.setProperty("tone", "problem")
        self._words = Text("", "strong")
        self._words.setWordWrap(True)
        self.button = SecondaryButton(self.tr("Repay the debt"), REPAY)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.repay_wanted)
        space = theme.current().space
        line = QHBoxLayout(self)
        line.setContentsMargins(space(14), space(8), space(10), space(8))
        line.setSpacing(space(10))
        line.addWidget(Icon("circle-alert", "problem", 18))
        line.addWidget(self._words, 1)
        line.addWidget(self.button)
        self.hide()

    def show_debt(self, debt_rupiah: int, held_rupiah: int, most_rupiah: int) -> None:
        """Say what is owed, how much of the savings it holds back and what is left; hide where nothing is owed."""
        self.setVisible(debt_rupiah > 0)
        words = self.tr("Owes {debt}. {held} of the savings is held back; at most {most} can be paid out.")
        told = {"debt": debt_rupiah, "held": held_rupiah, "most": most_rupiah}
        spoken = words.format(**{name: format_rupiah(rupiah) for name, rupiah in told.items()}) if debt_rupiah else ""
        self._words.setText(spoken.replace("Rp ", "Rp\u00a0"))

    def words(self) -> str:
        """What it says, "" while it is hidden."""
        return self._words.text().replace("\u00a0", " ")
