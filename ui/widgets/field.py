"""A labelled editor with one line under it for a hint or a problem."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui import icons, theme
from ui.icons import Icon
from ui.widgets.card import Text, Tone
from ui.widgets.form import focus_and_select

_ICONS = {Tone.PROBLEM: "circle-alert", Tone.WARNING: "triangle-alert"}


class HintLine(QWidget):
    """One line of help, of good news or of a problem; the place is kept while it is empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = Icon("circle-alert", "problem", 14)
        self._text = Text("", "hint")
        self._text.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._text.setSizePolicy(policy)
        self._icon.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 0, 0, 0)
        layout.setSpacing(theme.current().space(5))
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._text, 1, Qt.AlignmentFlag.AlignTop)
        self.setMinimumHeight(theme.current().px(17))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def say(self, text: str, tone: Tone = Tone.PLAIN) -> None:
        """Show `text`; problems and warnings carry an icon, so that colour is not the only sign."""
        name = _ICONS.get(tone) if text else None
        self._icon.setVisible(name is not None)
        if name is not None:
            self._icon.show_icon(name, tone.value)
        self._text.setText(text)
        self._text.set_tone(tone)
        if text and tone is Tone.PROBLEM:
            announce(self, text)

    def text(self) -> str:
        """The words now shown."""
        return self._text.text()


class Field(QWidget):
    """Label, editor and hint line. Typing in the editor clears a problem."""

    def __init__(self, label: str, editor: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._hint = hint
        self._label = Text(label, "label")
        self._label.setBuddy(editor)
        self._line = HintLine()
        self._line.say(hint)
        editor.setAccessibleName(label)
        editor.setAccessibleDescription(hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.current().space(3))
        layout.addWidget(self._label)
        grows = bool(editor.sizePolicy().expandingDirections() & Qt.Orientation.Vertical)
        layout.addWidget(editor, 1 if grows else 0)
        layout.addWidget(self._line, 0 if grows else 1)
        self.setFocusProxy(editor)
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(self.clear_problem)
        elif isinstance(editor, QComboBox):
            editor.currentIndexChanged.connect(self.clear_problem)
        elif isinstance(editor, QPlainTextEdit):
            editor.textChanged.connect(self.clear_problem)
        for name, act in (("understood", self.set_hint), ("refused", self.show_problem)):
            signal = getattr(editor, name, None)
            if signal is not None:
                signal.connect(act)

    def show_label(self, text: str) -> None:
        """Rename the field, for sighted and blind alike."""
        self._label.setText(text)
        self.editor.setAccessibleName(text)

    def set_hint(self, text: str) -> None:
        """The words shown while there is no problem."""
        self._hint = text
        if not self.has_problem():
            self._line.say(text)
            self.editor.setAccessibleDescription(text)

    def show_problem(self, text: str) -> None:
        """Say what is wrong under the editor and bring the focus to it; what was typed stays."""
        self._mark(problem=True)
        self._line.say(text, Tone.PROBLEM)
        self.editor.setAccessibleDescription(text)
        focus_and_select(self.editor)

    def clear_problem(self) -> None:
        """Back to the hint."""
        if self.has_problem():
            self._mark(problem=False)
            self.set_hint(self._hint)

    def has_problem(self) -> bool:
        """Whether a problem stands under the editor."""
        return bool(self.editor.property("problem"))

    def message(self) -> str:
        """The words under the editor."""
        return self._line.text()

    def _mark(self, *, problem: bool) -> None:
        self.editor.setProperty("problem", problem)
        theme.restyle(self.editor)


class LineEdit(QLineEdit):
    """A line of text in which Enter is refused while it is required and empty."""

    refused = Signal(str)

    def __init__(self, text: str = "", *, required: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._required = required

    def accept_entry(self) -> bool:
        """False, with the problem said, while a required text is missing."""
        if self._required and not self.text().strip():
            self.refused.emit(self.tr("Please fill this in."))
            return False
        return True


class DropDown(QComboBox):
    """A short list to choose from; `add(code, words)`, `code()`, `choose(code)`."""

    def add(self, code: str, words: str) -> None:
        """Offer one more choice."""
        self.addItem(words, code)

    def code(self) -> str:
        """The code chosen, "" when nothing is."""
        return str(self.currentData() or "")

    def choose(self, code: str) -> None:
        """Choose by code; an unknown one chooses nothing."""
        self.setCurrentIndex(self.findData(code))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        current = theme.current()
        side = current.px(16)
        arrow = icons.pixmap("chevron-down", current.colours.muted, side, self.devicePixelRatioF())
        QPainter(self).drawPixmap(self.width() - side - current.space(10), (self.height() - side) // 2, arrow)


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say `text` at once."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def typed_in(form: QWidget) -> list[str]:
    """What stands in the fields of a form that can be typed in, to be compared with what stood there before."""
    editors = [field.editor for field in form.findChildren(Field)]
    return [each.text() for each in editors if isinstance(each, QLineEdit) and each.isEnabledTo(form)]
