"""Buttons that show their key, and a row of buttons of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from ui import icons, theme


class Button(QPushButton):
    """A button with its key written inside. The key is shown here and bound elsewhere (`ui/keys.py`)."""

    ROLE = ""
    HEIGHT = 38

    def __init__(self, text: str, key: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("role", self.ROLE)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._key = key
        self._icon = icon
        if key:
            self.setAccessibleDescription(key)

    def sizeHint(self) -> QSize:
        current = theme.current()
        metrics = QFontMetrics(self._font())
        width = metrics.horizontalAdvance(self.text()) + 2 * current.space(16)
        if self._key:
            gap = current.space(14) if self.text() else 0
            width += gap + QFontMetrics(self._key_font()).horizontalAdvance(self._key)
        if self._icon:
            width += current.px(16) + (current.space(8) if self.text() else 0)
        return QSize(width, current.px(20) + current.space(self.HEIGHT - 20))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
            if not event.isAutoRepeat():  # a key held down walks up to a button and never through it
                self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        current = theme.current()
        font, key_font = self._font(), self._key_font()
        text_width = QFontMetrics(font).horizontalAdvance(self.text())
        key_width = QFontMetrics(key_font).horizontalAdvance(self._key)
        gap = current.space(14) if self._key and self.text() else 0
        icon_side = current.px(16) if self._icon else 0
        icon_gap = current.space(8) if self._icon and self.text() else 0
        left = (self.width() - icon_side - icon_gap - text_width - gap - key_width) // 2
        ink, key_ink = self._inks()
        if self._icon:
            picture = icons.pixmap(self._icon, ink.name(), icon_side, self.devicePixelRatioF())
            painter.drawPixmap(left, (self.height() - icon_side) // 2, picture)
            left += icon_side + icon_gap
        self._paint_text(painter, font, ink, QRect(left, 0, text_width + 2, self.height()), self.text())
        left += text_width + gap
        self._paint_text(painter, key_font, key_ink, QRect(left, 0, key_width + 2, self.height()), self._key)

    @staticmethod
    def _paint_text(painter: QPainter, font: QFont, ink: QColor, where: QRect, text: str) -> None:
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _font(self) -> QFont:
        bold = self.isChecked()
        return theme.current().font(theme.BODY, QFont.Weight.DemiBold if bold else QFont.Weight.Medium)

    def _key_font(self) -> QFont:
        return theme.current().font(theme.SMALL, QFont.Weight.Medium)

    def _inks(self) -> tuple[QColor, QColor]:
        """The colours of the words and of the key."""
        current = theme.current()
        if not self.isEnabled():
            return current.colour("muted"), current.colour("muted")
        if self.isChecked():
            return current.colour("accent_text"), current.colour("accent_text")
        return current.colour("ink"), current.colour("muted")


class PrimaryButton(Button):
    """The one act a screen is for."""

    ROLE = "primary"
    HEIGHT = 46

    def _font(self) -> QFont:
        return theme.current().font(16, QFont.Weight.DemiBold)

    def _key_font(self) -> QFont:
        return theme.current().font(theme.BODY, QFont.Weight.DemiBold)

    def _inks(self) -> tuple[QColor, QColor]:
        colour = theme.current().colour("accent_ink" if self.isEnabled() else "muted")
        return colour, colour


class SecondaryButton(Button):
    """Another act beside it."""


class QuietButton(Button):
    """An act without a frame, for bars and cards."""

    ROLE = "quiet"
    HEIGHT = 30


class _Choice(Button):
    ROLE = "choice"
    HEIGHT = 34

    def _font(self) -> QFont:
        return theme.current().font(theme.BODY, QFont.Weight.DemiBold)


class ChoiceBar(QWidget):
    """Buttons of which exactly one is down: Left and Right change it, Enter walks on (see `FormWalker`)."""

    changed = Signal(str)
    """The code now chosen, by a person or by `choose`."""

    _UNDERLINE = 5
    _LARGE = 150

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """`name` for the screen reader; `choices` are (code, words), the first is chosen."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, self._UNDERLINE)
        layout.setSpacing(theme.current().space(6))
        self._buttons: dict[str, _Choice] = {}
        abreast = len(choices) if theme.current().scale_percent < self._LARGE else 2
        for code, words in choices:
            button = _Choice(words)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _checked=False, code=code: self.choose(code))
            place = len(self._buttons)
            layout.addWidget(button, place // abreast, place % abreast)
            self._buttons[code] = button
        self._code = choices[0][0]
        self._buttons[self._code].setChecked(True)
        self.setAccessibleDescription(self._buttons[self._code].text())

    def value(self) -> str:
        """The code chosen."""
        return self._code

    def choose(self, code: str) -> None:
        """Press the button of `code`; emits `changed` when it was another."""
        before, self._code = self._code, code
        for each, button in self._buttons.items():
            button.setChecked(each == code)
        self.setAccessibleDescription(self._buttons[code].text())
        self.update()
        if before != code:
            self.changed.emit(code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        codes = list(self._buttons)
        here = codes.index(self._code)
        match event.key():
            case Qt.Key.Key_Right | Qt.Key.Key_Space:
                self.choose(codes[(here + 1) % len(codes)])
            case Qt.Key.Key_Left:
                self.choose(codes[(here - 1) % len(codes)])
            case _:
                for code, button in self._buttons.items():
                    if event.text() and button.text().lower().startswith(event.text().lower()):
                        self.choose(code)
                        return
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            chosen = self._buttons[self._code].geometry()
            line = QRect(chosen.left() + 10, self.height() - 2, chosen.width() - 20, 2)
            QPainter(self).fillRect(line, theme.current().colour("accent"))
