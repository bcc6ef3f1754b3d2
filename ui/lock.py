"""F12: the window is covered until somebody gives a name and a PIN. It is the door at the start as well."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from daurulang.errors import UserError
from ui import tasks
from ui.overlay import Overlay
from ui.widgets.button import PrimaryButton
from ui.widgets.card import Text
from ui.widgets.field import DropDown, Field, LineEdit
from ui.widgets.form import FormWalker

Unlock = Callable[[str, str], object]
"""`unlock(name, pin)` answers who it is, or raises a `UserError` such as `WrongPin`; runs off the window's thread."""


class LockOverlay(Overlay):
    """Hides the page completely; nothing under it can be reached by any key."""

    WIDTH = 400
    OPAQUE = True

    unlocked = Signal(object)
    """What `unlock` answered."""

    def __init__(self, window: QWidget, place: str, names: Sequence[str], name: str, unlock: Unlock) -> None:
        """`name` is the one preselected (who worked here last)."""
        super().__init__(window)
        self._unlock = unlock
        self.names = DropDown()
        self.show_names(names, name)
        self.pin = LineEdit(required=True)
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(12)
        self._pin_field = Field(self.tr("PIN"), self.pin)
        self._open_button = PrimaryButton(self.tr("Open"), self.tr("Enter"))
        self._open_button.clicked.connect(self._try)
        walker = FormWalker([self.names, self.pin], self)
        walker.finished.connect(self._try)
        self.body.addWidget(Text(self.tr("Daur Ulang"), "title"))
        self._place = Text(place, "muted")
        self.body.addWidget(self._place)
        self.body.addWidget(Field(self.tr("Name"), self.names))
        self.body.addWidget(self._pin_field)
        self.body.addWidget(self._open_button)

    def show_names(self, names: Sequence[str], name: str) -> None:
        """Who may be chosen, and who is."""
        self.names.clear()
        for each in names:
            self.names.add(each, each)
        if name in names:
            self.names.choose(name)

    def show_place(self, text: str) -> None:
        """The centre and the counter."""
        self._place.setText(text)

    def open(self) -> None:
        super().open()
        self.pin.setFocus()

    def _try(self) -> None:
        name, pin, unlock = self.names.code(), self.pin.text(), self._unlock
        if not pin or not self._open_button.isEnabled():
            return
        self._open_button.setEnabled(False)
        again = self._open_button
        tasks.aside(
            self, lambda: unlock(name, pin), self._let_in, self._refuse, on_given_up=lambda: again.setEnabled(True)
        )

    def _let_in(self, who: object) -> None:
        self.close_overlay()
        self.unlocked.emit(who)

    def _refuse(self, error: UserError, sentence: str) -> None:
        self._open_button.setEnabled(True)
        self.pin.clear()
        self._pin_field.show_problem(sentence)
