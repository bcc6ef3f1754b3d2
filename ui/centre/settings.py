"""The settings: sections at the left, the one chosen at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from ui import icons, keys, theme
from ui.keys import KeyLine
from ui.screen import Screen
from ui.widgets.button import PrimaryButton
from ui.widgets.card import Card, ScreenHeader, Text
from ui.widgets.field import typed_in
from ui.widgets.pages import Pages


@dataclass(frozen=True, slots=True)
class SectionEntry:
    """A part of the settings; `make` builds it when it is first shown. It has `start()`, and `save()` for F10."""

    id: str
    title: str
    words: str
    icon: str
    make: Callable[[], QWidget]


class SectionList(QWidget):
    """The names of the sections: Up and Down choose, Enter goes in."""

    chosen = Signal(int)
    opened = Signal()

    def __init__(self, entries: Sequence[SectionEntry], name: str) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.current().space(8), 0, 0, 0)
        layout.setSpacing(theme.current().space(4))
        self._buttons: list[_SectionButton] = []
        for number, entry in enumerate(entries):
            button = _SectionButton(entry)
            button.clicked.connect(lambda _checked=False, number=number: self.choose(number, go_in=True))
            self._buttons.append(button)
            layout.addWidget(button)
        layout.addStretch(1)
        self._here = 0

    def choose(self, number: int, *, go_in: bool = False) -> None:
        """Mark one section."""
        self._here = number
        for each, button in enumerate(self._buttons):
            button.setChecked(each == number)
        self.setAccessibleDescription(self._buttons[number].text())
        self.chosen.emit(number)
        if go_in:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down:
                self.choose(min(self._here + 1, len(self._buttons) - 1))
            case Qt.Key.Key_Up:
                self.choose(max(self._here - 1, 0))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Right:
                self.opened.emit()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A bar beside the section chosen says that the keys are here."""
        if self.hasFocus():
            chosen = self._buttons[self._here].geometry()
            bar = QRect(0, chosen.top() + 8, 3, chosen.height() - 16)
            QPainter(self).fillRect(bar, theme.current().colour("accent"))


class _SectionButton(QAbstractButton):
    """Icon and name; the one chosen stands on a soft ground and in heavier type."""

    def __init__(self, entry: SectionEntry) -> None:
        super().__init__()
        self._icon_name = entry.icon
        self.setText(entry.title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(120, theme.current().space(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        current = theme.current()
        chosen = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or self.underMouse():
            painter.setBrush(current.colour("accent_soft" if chosen else "soft"))
            painter.drawRoundedRect(self.rect(), 8, 8)
        colour = "accent_text" if chosen else "ink"
        side = current.px(18)
        picture = icons.pixmap(self._icon_name, getattr(current.colours, colour), side, self.devicePixelRatioF())
        painter.drawPixmap(current.space(12), (self.height() - side) // 2, picture)
        painter.setPen(current.colour(colour))
        painter.setFont(current.font(theme.BODY, QFont.Weight.DemiBold if chosen else QFont.Weight.Medium))
        words = self.rect().adjusted(current.space(22) + side, 0, -4, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())


class SettingsScreen(Screen):
    """F10 saves the section shown; Esc goes back to the list of sections."""

    def __init__(self, entries: Sequence[SectionEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = list(entries)
        self._built: dict[int, QWidget] = {}
        self._begun: dict[int, list[str]] = {}
        self._here = 0
        self.list = SectionList(entries, self.tr("Settings"))
        self.list.chosen.connect(self._show)
        self.list.opened.connect(self._go_in)
        self._title = Text("", "heading")
        self._words = Text("", "muted")
        self._words.setWordWrap(True)
        self._pages = Pages()
        self._save = PrimaryButton(self.tr("Save"), keys.SAVE)
        self._save.clicked.connect(self.save)
        side = Card()
        side.setFixedWidth(theme.current().px(230))
        side.body.addWidget(self.list)
        card = Card()
        card.setMaximumWidth(theme.current().px(820))
        for part in (self._title, self._words):
            card.body.addWidget(part)
        card.body.addSpacing(theme.current().space(8))
        card.body.addWidget(self._pages, 1)
        card.body.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(ScreenHeader(self.tr("Settings")))
        sections = QHBoxLayout()
        sections.setSpacing(theme.current().space(16))
        sections.addWidget(side)
        sections.addWidget(card, 1)
        sections.addStretch(0)
        self.body.addLayout(sections, 1)
        self.list.choose(0)

    def enter(self) -> None:
        self.list.setFocus()

    def unsaved(self) -> bool:
        return any(typed_in(section) != self._begun[number] for number, section in self._built.items())

    def open_section(self, name: str) -> None:
        """Show a section by its id, ready to type."""
        number = next(number for number, entry in enumerate(self._entries) if entry.id == name)
        self.list.choose(number, go_in=True)

    def section(self) -> QWidget:
        """The section shown."""
        return self._built[self._here]

    def save(self) -> None:
        save = getattr(self.section(), "save", None)
        if save is not None:
            save()

    def step_back(self) -> bool:
        if self.list.hasFocus():
            return False
        self.list.setFocus()
        return True

    def hints(self) -> Sequence[KeyLine]:
        return [
            KeyLine(keys.HELP, self.tr("help")),
            KeyLine("↑ ↓", self.tr("section")),
            KeyLine(keys.SAVE, self.tr("save")),
            KeyLine(keys.BACK, self.tr("back")),
        ]

    def _show(self, number: int) -> None:
        self._here = number
        entry = self._entries[number]
        if number not in self._built:
            self._build(number)
        self._title.setText(entry.title)
        self._words.setText(entry.words)
        self._pages.setCurrentWidget(self._built[number])

    def _build(self, number: int) -> None:
        section = self._entries[number].make()
        self._built[number], self._begun[number] = section, typed_in(section)
        self._pages.addWidget(section)
        saved = getattr(section, "saved", None)
        if saved is not None:
            saved.connect(lambda: self._begun.update({number: typed_in(section)}))

    def _go_in(self) -> None:
        start = getattr(self.section(), "start", None)
        if start is not None:
            start()
