"""The quiet parts of a screen: cards, titles, figures, pills and key hints."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui import theme


class Tone(StrEnum):
    """What a colour means; a word or an icon always says the same beside it."""

    PLAIN = "plain"
    GOOD = "good"
    WARNING = "warning"
    PROBLEM = "problem"


class Text(QLabel):
    """A label with a role of the style sheet; its words are never read as markup.

    Roles: title, heading, lead, figure, strong, muted, section, small, label, hint.
    """

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setText(text)

    def set_tone(self, tone: Tone) -> None:
        """Recolour by meaning."""
        if self.property("tone") != tone.value:
            self.setProperty("tone", tone.value)
            theme.restyle(self)


class WrappedText(Text):
    """Words on as many lines as they need; where there is little room, something else gives way."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", role, parent)
        self.setWordWrap(True)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep()

    def _keep(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()) if self.wordWrap() and self.text() else 0)


class ElidedText(Text):
    """A one-line label that gives way: what does not fit ends in "…" and stands in the tooltip."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        self._full = text
        super().__init__(text, role, parent)

    def setText(self, text: str) -> None:
        self._full = text
        self.setAccessibleName(text)
        self._elide()
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(min(40, self.sizeHint().width()), super().sizeHint().height())

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        return QSize(self.fontMetrics().horizontalAdvance(self._full) + 2, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, max(self.width(), 40))
        super().setText(shown)
        self.setToolTip(self._full if shown != self._full else "")


class SectionTitle(Text):
    """The small muted words above a group."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "section", parent)


class Pill(Text):
    """A badge that says its meaning in words and repeats it in colour."""

    def __init__(self, text: str = "", tone: Tone = Tone.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(text, "pill", parent)
        self.setProperty("tone", tone.value)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if not text:
            self.hide()  # and never shown here: without a parent yet, that would open a window

    def show_pill(self, text: str, tone: Tone = Tone.PLAIN) -> None:
        """Say something else; empty text hides the pill."""
        self.setText(text)
        self.set_tone(tone)
        self.setVisible(bool(text))


class KeyHint(Text):
    """A key and what it does, as on a keycap: `KeyHint("Esc", self.tr("change"))`."""

    def __init__(self, key: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(f"{key} {text}".strip(), "key", parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class Card(QFrame):
    """A white sheet with round corners; put widgets into `body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        space = theme.current().space
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(space(18), space(14), space(18), space(14))
        self.body.setSpacing(space(8))


class Rule(QFrame):
    """A thin line between groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rule")


class Figure(QWidget):
    """A small label over a number that is read from two metres, right-aligned."""

    def __init__(self, label: str, value: str = "", role: str = "figure", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = SectionTitle(label)
        self._value = Text(value, role)
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.current().space(4))
        layout.addWidget(self._label)
        layout.addWidget(self._value)
        if role != "figure":
            self._label.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._name()

    def show_label(self, text: str) -> None:
        """Change the small words."""
        self._label.setText(text)
        self._name()

    def show_value(self, text: str, tone: Tone = Tone.PLAIN) -> None:
        """Change the number, given as it is to be read ("Rp 28.985")."""
        self._value.setText(text)
        self._value.set_tone(tone)
        self._name()

    def value(self) -> str:
        """The number as it stands."""
        return self._value.text()

    def _name(self) -> None:
        self.setAccessibleName(f"{self._label.text()}: {self._value.text()}")


class Facts(QWidget):
    """Lines of a muted label and a bold value at the right: "Saldo sesudah   Rp 215.735"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(theme.current().space(6))
        self._grid.setColumnStretch(0, 1)
        self._lines: list[tuple[ElidedText, Text]] = []

    def show_facts(self, facts: list[tuple[str, str]]) -> None:
        """Show these (label, value) lines; labels are reused, so this may be called on every key."""
        while len(self._lines) < len(facts):
            row = len(self._lines)
            label, value = ElidedText("", "muted"), Text("", "strong")
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(value, row, 1)
            self._lines.append((label, value))
        for row, (label, value) in enumerate(self._lines):
            shown = row < len(facts)
            label.setVisible(shown)
            value.setVisible(shown)
            if shown:
                label.setText(facts[row][0])
                value.setText(facts[row][1])


class ScreenHeader(QWidget):
    """Title, a muted note beside it and a summary at the right, above everything else on a screen."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text(title, "title")
        self._note = ElidedText("", "muted")
        self._summary = ElidedText("", "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.current().space(20))
        layout.addWidget(self._title)
        layout.addWidget(self._note)
        layout.addStretch(1)
        layout.addWidget(self._summary)

    def show_title(self, text: str) -> None:
        """Rename the screen."""
        self._title.setText(text)

    def show_note(self, text: str) -> None:
        """The words beside the title, such as the day."""
        self._note.setText(text)

    def show_summary(self, text: str) -> None:
        """The words at the right, such as the day's totals."""
        self._summary.setText(text)

    def add(self, widget: QWidget) -> None:
        """Put a widget (a button) at the far right."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(widget)
