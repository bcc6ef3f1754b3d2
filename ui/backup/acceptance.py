"""Going on with a book that has lost entries: who decides it and why, in words that stay in the log."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from daurulang.errors import ReasonTooShort
from ui.centre.forms import Form
from ui.opening import Acceptance
from ui.widgets.field import Field, LineEdit
from ui.wording import worded


class AcceptanceForm(Form):
    """Name and reason; Enter after the reason goes on."""

    accepted = Signal(object)
    """An `Acceptance`."""

    LEAST = 10

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.who = LineEdit(required=True)
        self.reason = LineEdit(required=True)
        self.add("who", Field(self.tr("Your name"), self.who))
        self.add(
            "reason",
            Field(
                self.tr("Why you go on without these entries"),
                self.reason,
                self.tr("Enter goes on; their numbers are not given again, so keep the papers"),
            ),
        )
        self.walk([self.who, self.reason])
        self.finished.connect(self._accept)

    def _accept(self) -> None:
        reason = self.reason.text().strip()
        if len(reason) < self.LEAST:
            self.refuse("reason", worded(ReasonTooShort(self.LEAST)))
        elif self.check():
            self.accepted.emit(Acceptance(self.who.text().strip(), reason))
