"""Beside the lines of a form: what is asked for once, what comes of the lines, and the one confirm."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from daurulang.errors import FieldMissing, FieldTooLong, UserError
from daurulang.names import LONGEST_NOTE, LONGEST_VEHICLE
from ui import theme
from ui.counter.confirm import ConfirmBox
from ui.widgets.button import ChoiceBar
from ui.widgets.card import Card
from ui.widgets.field import Field, LineEdit
from ui.widgets.form import Checks, FormWalker


class ActPanel(Card):
    """Writes what is typed into the form; a panel of its own has its fields by the names of the draft's attributes."""

    changed = Signal()
    """Something that the lines are counted by is another one."""

    def __init__(self, button: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.confirm = ConfirmBox(button)
        self.vehicle, self.note = LineEdit(), LineEdit()
        self.vehicle.setMaxLength(LONGEST_VEHICLE)
        self.note.setMaxLength(LONGEST_NOTE)
        self.fields: dict[str, Field] = {
            "vehicle": Field(self.tr("Vehicle"), self.vehicle),
            "note": Field(self.tr("Note"), self.note),
        }
        self._editors: Sequence[QLineEdit | ChoiceBar] = ()
        self._walker: FormWalker | None = None
        self.body.setSpacing(theme.current().space(6))
        self.setMinimumWidth(theme.current().space(330))

    # --- what a panel of its own answers -------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the form as it stands, with nothing read back."""
        raise NotImplementedError

    def clear(self) -> None:
        """As on a new form."""
        raise NotImplementedError

    # --- what the screen does with it ----------------------------------------------------------------------

    def start(self) -> None:
        """Put the focus on the first question."""
        if self._walker is not None:
            self._walker.start()

    def accept_entry(self) -> bool:
        """Whether all that is typed can be read; False with the problem said."""
        checked = (edit for edit in self._editors if isinstance(edit, Checks) and edit.isVisible())
        return all(edit.accept_entry() for edit in checked)

    def answers(self) -> tuple[str, ...]:
        """What stands in the questions, in their order."""
        return tuple(edit.text() if isinstance(edit, QLineEdit) else edit.value() for edit in self._editors)

    def retype(self, answers: Sequence[str]) -> None:
        """Answer as it was typed before."""
        for edit, text in zip(self._editors, answers, strict=False):
            if not isinstance(edit, QLineEdit):
                edit.choose(text)
            elif edit.text() != text:
                edit.setText(text)
                edit.textEdited.emit(text)

    def has_focus(self) -> bool:
        """Whether what is typed goes into it."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def hold(self, *, saving: bool) -> None:
        """Nothing is typed anew while the form is on its way to the disk."""
        for part in self.findChildren(QWidget):
            if isinstance(part, Field):
                part.setEnabled(not saving)

    def start_over(self) -> None:
        """As on a new form."""
        for edit in (self.vehicle, self.note):
            edit.clear()
        for field in self.fields.values():
            field.clear_problem()
        self.clear()
        self.refresh()

    def refuse(self, error: UserError, sentence: str, *, read_back: bool) -> None:
        """Say what is wrong at the field it belongs to, or under the button."""
        name = error.field if isinstance(error, FieldMissing | FieldTooLong) else ""
        if name in self.fields:
            self.fields[name].show_problem(sentence)
        else:
            self.confirm.show_problem(sentence, read_back=read_back)

    # --- building ------------------------------------------------------------------------------------------

    def walk(self, editors: Sequence[QLineEdit | ChoiceBar]) -> None:
        """Enter goes through these, then to the button."""
        self._editors = editors
        self._walker = FormWalker([*editors, self.confirm.button], self)

    def abreast(self, *names: str) -> QHBoxLayout:
        """Some fields beside each other."""
        line = QHBoxLayout()
        line.setSpacing(theme.current().space(8))
        for place, name in enumerate(names):
            line.addWidget(self.fields[name], 2 + place)
        return line
