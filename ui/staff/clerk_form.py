"""A name and a PIN, typed twice."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.centre.forms import Form
from ui.widgets.field import Field, LineEdit


class ClerkForm(Form):
    """For the first clerk, for another one, and (with the name closed) for a new PIN."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = LineEdit(required=True)
        self.pin = _pin_edit()
        self.again = _pin_edit()
        self.add("clerk", Field(self.tr("Name"), self.name, self.tr("Printed on every receipt this clerk makes")))
        self.add("pin", Field(self.tr("PIN"), self.pin, self.tr("4 to 12 digits")), 0, 1)
        self.add("again", Field(self.tr("PIN once more"), self.again), 1, 1)
        self.walk([self.name, self.pin, self.again])

    def check(self) -> bool:
        if not super().check():
            return False
        pin = self.pin.text()
        if not (pin.isascii() and pin.isdigit() and 4 <= len(pin) <= 12):
            return not self.refuse("pin", self.tr("A PIN is 4 to 12 digits."))
        if self.again.text() != pin:
            return not self.refuse("again", self.tr("The two PINs differ; type them again."))
        return True

    def empty(self, name: str = "") -> None:
        """Begin anew; with a name only the PIN is asked for."""
        for edit in (self.name, self.pin, self.again):
            edit.clear()
        self.name.setText(name)
        self.name.setEnabled(not name)
        for field in self.fields.values():
            field.clear_problem()


def _pin_edit() -> LineEdit:
    edit = LineEdit(required=True)
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    edit.setMaxLength(12)
    return edit
