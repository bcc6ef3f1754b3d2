"""Line edits that read numbers as people type them and hold whole units.

`value()` is None while the field is empty and raises `BadNumber` on what cannot be read. `understood` says in
words how the text was read; inside a `Field` it stands in the line under the editor.
"""

from __future__ import annotations

import re
from itertools import takewhile

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from daurulang import quantities
from daurulang.errors import BadNumber
from daurulang.quantities import Unit
from ui.wording import worded


class NumberEdit(QLineEdit):
    """What all number fields share; subclasses read and write one kind of number."""

    understood = Signal(str)
    """How the text is read ("2,45 kg"), "" while it is empty or not readable."""

    refused = Signal(str)
    """The problem in words, when Enter is pressed on what cannot be read."""

    changed = Signal(object)
    """The value, or None, at every change of the text."""

    def __init__(self, *, required: bool = False, parent: QWidget | None = None) -> None:
        """`required` fields, while empty, are not left by Enter."""
        super().__init__(parent)
        self._required = required
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.textChanged.connect(self._tell)

    def value(self) -> int | None:
        """The number in its base unit, None while empty; raises `BadNumber`."""
        return self._read(self.text()) if self.text().strip() else None

    def set_value(self, value: int | None) -> None:
        """Show a number as it would be typed."""
        self.setText("" if value is None else self._typed(value))

    def valid(self) -> bool:
        """Whether `value()` would answer."""
        try:
            self.value()
        except BadNumber:
            return False
        return True

    def accept_entry(self) -> bool:
        """False, with the problem said, on what cannot be read and on a required field left empty."""
        try:
            if self.value() is None and self._required:
                raise BadNumber("empty")
        except BadNumber as problem:
            self.refused.emit(worded(problem))
            return False
        return True

    def _tell(self) -> None:
        try:
            value = self.value()
        except BadNumber:
            value = None
        self.understood.emit("" if value is None else self._read_back(value))
        self.changed.emit(value)

    def _read(self, text: str) -> int:
        raise NotImplementedError

    def _typed(self, value: int) -> str:
        raise NotImplementedError

    def _read_back(self, value: int) -> str:
        raise NotImplementedError


class QuantityEdit(NumberEdit):
    """Kilograms to grams, litres to millilitres, or pieces; comma and dot both mark decimals."""

    def __init__(self, unit: Unit = Unit.KILOGRAM, *, required: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(required=required, parent=parent)
        self._unit = unit

    @property
    def unit(self) -> Unit:
        """What is being counted."""
        return self._unit

    def set_unit(self, unit: Unit) -> None:
        """Count in something else; the text stays and is read anew."""
        self._unit = unit
        self._tell()

    def _read(self, text: str) -> int:
        return quantities.parse_quantity(text, self._unit)

    def _typed(self, value: int) -> str:
        return quantities.format_amount_of(value, self._unit).replace(".", "")

    def _read_back(self, value: int) -> str:
        return quantities.format_quantity(value, self._unit)


class RupiahEdit(NumberEdit):
    """Whole rupiah; thousands are grouped while typing ("12.500")."""

    def __init__(self, *, required: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(required=required, parent=parent)
        self._before = ""
        self.textEdited.connect(self._group)
        self.textChanged.connect(lambda _text: self._remember())

    def _read(self, text: str) -> int:
        return quantities.parse_rupiah(text)

    def _typed(self, value: int) -> str:
        return quantities.format_whole(value)

    def _read_back(self, value: int) -> str:
        return quantities.format_rupiah(value)

    def _group(self, text: str) -> None:
        """Regroup plain digits and keep the cursor behind the same digit; anything else stays as typed. A dot that was
        typed or pasted may be meant as a decimal mark: it goes only where it groups already.
        """
        digits = text.replace(".", "")
        if not re.fullmatch(r"[0-9]{1,15}", digits):
            return
        plain = _GROUPED.fullmatch(self._before) and "." not in _put_in(self._before, text)
        if not (plain or _GROUPED.fullmatch(text)):
            return
        behind = len(text[: self.cursorPosition()].replace(".", ""))
        grouped = quantities.format_whole(int(digits))
        if grouped == text:
            return
        dropped = len(digits) - len(str(int(digits)))
        self.setText(grouped)
        self.setCursorPosition(_after_digits(grouped, max(0, behind - dropped)))

    def _remember(self) -> None:
        self._before = self.text()


class TonnesEdit(RupiahEdit):
    """Whole tonnes, grouped in the same way."""

    def _read_back(self, value: int) -> str:
        return f"{quantities.format_whole(value)} ton"


class PiecesEdit(QuantityEdit):
    """A whole count of pieces."""

    def __init__(self, *, required: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(Unit.PIECE, required=required, parent=parent)


_GROUPED = re.compile(r"[0-9]*|[0-9]{1,3}(\.[0-9]{3})+")
"""Plain digits, or digits in groups of three."""


def _put_in(before: str, after: str) -> str:
    """What one keystroke, or one paste, put into a text."""
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    return after[start : len(after) - end]


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _after_digits(text: str, count: int) -> int:
    """The position in `text` right behind its first `count` digits."""
    for position, char in enumerate(text):
        if count == 0:
            return position
        count -= char.isdigit()
    return len(text)
