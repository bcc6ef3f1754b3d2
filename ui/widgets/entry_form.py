"""A form in the side of a screen: what is typed there is saved by F10, and not thrown away by one Esc."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from daurulang.errors import AlreadyTaken, FieldMissing, FieldTooLong, UserError
from ui import keys, theme
from ui.widgets import notice
from ui.widgets.button import PrimaryButton
from ui.widgets.card import Card, KeyHint, Text, Tone
from ui.widgets.field import Field, HintLine
from ui.widgets.form import FormWalker

Row = tuple[tuple[str, int], ...]
"""Fields beside each other: the name of each, and its share of the width."""


class EntryForm(Card):
    """Enter walks, F10 saves, Esc asks once before it throws typed work away.

    A form of its own makes its fields, says whether it is `dirty` and saves.
    """

    ROWS: Sequence[Row] = ()
    """How the fields stand."""

    saved = Signal(int)
    """The id of what was added or changed."""

    closed = Signal()
    """Esc: back to what was shown before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = self._make_fields()
        self.save_button = PrimaryButton(self.tr("Save"), keys.SAVE)
        self.save_button.clicked.connect(self.save)
        self._asked_to_discard = False
        self._title = Text("", "heading")
        self._line = HintLine()
        self._rows = QVBoxLayout()
        self._lay_out()
        self.walker = FormWalker([*(field.editor for field in self.fields.values()), self.save_button], self)

    def dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        raise NotImplementedError

    def save(self) -> None:
        """F10."""
        raise NotImplementedError

    def step_back(self) -> None:
        """Esc: an untouched form closes; a typed one says so first."""
        if self.dirty() and not self._asked_to_discard:
            self._asked_to_discard = True
            self._warn(self.tr("Not saved yet. Esc once more throws it away, F10 saves it."))
        else:
            self.close_form()

    def close_form(self) -> None:
        """Show again what was shown before; what was typed is dropped."""
        self.closed.emit()

    def remind(self) -> None:
        """Come back to a form that is still open."""
        self._warn(self.tr("This form is not saved yet: F10 saves it, Esc leaves it."))
        self.walker.start()

    def put_under(self, name: str, widget: QWidget) -> None:
        """Show something under the row that begins with a field."""
        row = next(number for number, row in enumerate(self.ROWS) if row[0][0] == name)
        self._rows.insertWidget(row + 1, widget)
        self._rows.insertSpacing(row + 2, theme.current().space(4))

    def _make_fields(self) -> dict[str, Field]:
        """The fields in the order of Enter, by the name of what they fill."""
        raise NotImplementedError

    def _touched(self) -> None:
        """Something is typed: what was warned of holds no longer."""
        self._asked_to_discard = False
        self._line.say("")

    def _warn(self, words: str) -> None:
        self._line.say(words, Tone.WARNING)

    def _clear_problems(self) -> None:
        for field in self.fields.values():
            field.clear_problem()

    def _refused(self, error: UserError, sentence: str) -> None:
        """The sentence goes to the field it belongs to."""
        name = self._field_of(error)
        if name in self.fields:
            self.fields[name].show_problem(sentence)
        else:
            notice.problem(self, sentence)

    def _field_of(self, error: UserError) -> str:
        return error.field if isinstance(error, AlreadyTaken | FieldMissing | FieldTooLong) else ""

    def _lay_out(self) -> None:
        self.body.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(KeyHint(keys.BACK, self.tr("back")))
        self.body.addLayout(head)
        self.body.addLayout(self._rows)
        for row in self.ROWS:
            line = QHBoxLayout()
            line.setSpacing(theme.current().space(12))
            for name, stretch in row:
                line.addWidget(self.fields[name], stretch)
            self._rows.addLayout(line)
        self.body.addStretch(1)
        self.body.addWidget(self._line)
        self.body.addWidget(self.save_button)
