"""Sizes and fonts of the window, and the colours of `ui.colours` as everything asks for them.

`apply` dresses the application; everything that paints itself asks `current()`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from resources import paths
from ui.colours import DARK, LIGHT, Colours
from ui.style import style_sheet

FAMILIES = ("Daur Ulang Sans", "Inter", "Segoe UI", "Noto Sans", "DejaVu Sans")

SMALL, BODY, LEAD, TITLE, FIGURE = 12, 14, 20, 22, 40
"""The type scale in pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A set of colours at a text scale (100–200 %)."""

    colours: Colours
    scale_percent: int

    def px(self, size: int) -> int:
        """A type size at the scale, in pixels."""
        return round(size * self.scale_percent / 100)

    def space(self, size: int) -> int:
        """A distance in pixels; it grows half as fast as type, so that large text keeps its room."""
        return round(size * (100 + self.scale_percent) / 200)

    def font(self, size: int = BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The program's font at a size of the type scale, with digits of equal width."""
        font = QFont(list(FAMILIES))
        font.setPixelSize(self.px(size))
        font.setWeight(weight)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def colour(self, name: str) -> QColor:
        """A colour by the name of its token."""
        return QColor(getattr(self.colours, name))


_current = Theme(LIGHT, 100)


def current() -> Theme:
    """The theme in force."""
    return _current


@contextmanager
def on_paper() -> Iterator[None]:
    """The light colours for what is painted meanwhile: pictures go into letters, whatever the screen looks like."""
    global _current  # noqa: PLW0603 - as in `apply`
    before, _current = _current, replace(_current, colours=LIGHT)
    try:
        yield
    finally:
        _current = before


def apply(app: QApplication, *, dark: bool, scale_percent: int) -> None:
    """Dress the whole application; may be called again at any time."""
    global _current  # noqa: PLW0603 - Qt's style sheet and palette are as global as the application itself
    _current = Theme(DARK if dark else LIGHT, min(200, max(100, scale_percent)))
    _load_fonts()
    app.setStyle("Fusion")
    app.styleHints().setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
    app.setPalette(_palette(_current.colours))
    app.setFont(_current.font())
    app.setStyleSheet(style_sheet(_current.colours, _current.px, _current.space))


def restyle(*widgets: QWidget) -> None:
    """Let the style sheet look again at widgets whose dynamic property changed."""
    for widget in widgets:
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


@cache
def _load_fonts() -> None:
    for path in sorted(paths.path("fonts").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for which, name in (
        (role.Window, colours.page),
        (role.WindowText, colours.ink),
        (role.Base, colours.card),
        (role.AlternateBase, colours.soft),
        (role.Text, colours.ink),
        (role.Button, colours.card),
        (role.ButtonText, colours.ink),
        (role.PlaceholderText, colours.muted),
        (role.ToolTipBase, colours.card),
        (role.ToolTipText, colours.ink),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.accent_ink),
        (role.Accent, colours.accent),
        (role.Link, colours.accent_text),
    ):
        palette.setColor(which, QColor(name))
    for which in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.muted))
    return palette
