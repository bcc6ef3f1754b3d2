"""The one style sheet, filled from the tokens of `ui.theme`.

Widgets name what they are by the dynamic property `role`; nothing else in the window sets colours or fonts by sheet.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from string import Template
from typing import TYPE_CHECKING

from resources import paths

if TYPE_CHECKING:
    from ui.colours import Colours

_SHEET = Template("""
QWidget { color: $ink; }
QMainWindow, QWidget[role="page"] { background: $page; }
QToolTip { background: $card; color: $ink; border: 1px solid $line; padding: 4px; }

QLabel { background: transparent; }
QLabel[role="brand"] { color: $rail_ink; font-size: ${t20}px; font-weight: 600; }
QLabel[role="rail-note"] { color: $rail_muted; font-size: ${t12}px; font-weight: 500; }
QLabel[role="title"] { font-size: ${t22}px; font-weight: 600; }
QLabel[role="heading"] { font-size: ${t16}px; font-weight: 600; }
QLabel[role="lead"] { font-size: ${t20}px; font-weight: 500; }
QLabel[role="figure"] { font-size: ${t40}px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="section"], QLabel[role="small"] { color: $muted; font-size: ${t12}px; }
QLabel[role="label"] { color: $muted; font-size: ${t12}px; font-weight: 500; }
QLabel[role="hint"] { color: $muted; font-size: ${t12}px; }
QLabel[role="hint"][tone="good"] { color: $accent_text; }
QLabel[role="hint"][tone="warning"] { color: $warning; }
QLabel[role="hint"][tone="problem"] { color: $problem; }
QLabel[role="key"] {
    color: $muted; background: $soft; border: 1px solid $line; border-radius: 5px;
    font-size: ${t12}px; padding: 1px ${s8}px;
}
QLabel[role="pill"] {
    font-size: ${t12}px; font-weight: 600; padding: 2px ${s10}px; border-radius: ${pill}px;
    color: $muted; background: $soft;
}
QLabel[role="pill"][tone="good"] { color: $accent_text; background: $accent_soft; }
QLabel[role="pill"][tone="warning"] { color: $warning; background: $warning_soft; }
QLabel[role="pill"][tone="problem"] { color: $problem; background: $problem_soft; }

QFrame[role="card"] { background: $card; border: 1px solid $line; border-radius: 12px; }
QFrame[role="card"][tone="problem"] { border: 1px solid $problem; }
QFrame[role="rule"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QFrame[role="popup"] { background: $card; border: 1px solid $edge; border-radius: 10px; }
QFrame[role="overlay"] { background: $card; border: 1px solid $line; border-radius: 14px; }
QFrame[role="status"] { background: $card; border: 0; border-top: 1px solid $line; }
QFrame[role="rail"] { background: $rail; border: 0; }
QFrame[role="notice"] { border-radius: 10px; border: 1px solid $line; background: $card; margin-top: ${s10}px; }
QFrame[role="notice"][tone="good"] { background: $accent_soft; border-color: $accent; }
QFrame[role="notice"][tone="warning"] { background: $warning_soft; border-color: $warning; }
QFrame[role="notice"][tone="problem"] { background: $problem_soft; border-color: $problem; }

QLineEdit, QComboBox, QPlainTextEdit, QTextEdit, QAbstractSpinBox {
    background: $card; color: $ink; border: 1px solid $edge; border-radius: 8px;
    min-height: ${t20}px; padding: ${s8}px ${s11}px; selection-background-color: $accent; selection-color: $accent_ink;
}
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus {
    border: 2px solid $accent; padding: ${s7}px ${s10}px;
}
QLineEdit[problem="true"], QComboBox[problem="true"], QPlainTextEdit[problem="true"] {
    border: 2px solid $problem; padding: ${s7}px ${s10}px;
}
QLineEdit:disabled, QComboBox:disabled, QLineEdit:read-only { background: $soft; color: $muted; border-color: $line; }
QLineEdit[role="filter"] { padding-left: ${glass}px; }
QLineEdit[role="filter"]:focus { padding-left: ${glass_focus}px; }
QLineEdit[role="lead"] { font-size: ${t20}px; }
QComboBox::drop-down { border: 0; width: ${s26}px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
    background: $card; color: $ink; border: 1px solid $line; padding: 4px; outline: 0;
    selection-background-color: $accent_soft; selection-color: $ink;
}
QComboBox QAbstractItemView::item { min-height: ${s30}px; padding: 0 ${s8}px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; }

QPushButton {
    background: $card; color: $ink; border: 1px solid $edge; border-radius: 8px; padding: 0 ${s14}px;
}
QPushButton:hover { background: $soft; }
QPushButton:focus { border: 2px solid $accent; }
QPushButton:disabled { color: $muted; background: $soft; border-color: $line; }
QPushButton[role="primary"] { background: $accent; color: $accent_ink; border: 2px solid $accent; font-weight: 600; }
QPushButton[role="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[role="primary"]:focus { border-color: $ink; }
QPushButton[role="primary"]:disabled { background: $soft; color: $muted; border-color: $line; }
QPushButton[role="quiet"] { background: transparent; border: 1px solid transparent; }
QPushButton[role="quiet"]:hover { background: $soft; }
QPushButton[role="quiet"]:focus { border: 2px solid $accent; }
QPushButton[role="choice"]:checked {
    background: $accent_soft; color: $accent_text; border: 2px solid $accent; font-weight: 600;
}
QCheckBox, QRadioButton { spacing: ${s8}px; padding: 3px; border: 1px solid transparent; border-radius: 6px; }
QCheckBox::indicator, QRadioButton::indicator {
    width: ${t16}px; height: ${t16}px; border: 1px solid $edge; background: $card;
}
QCheckBox::indicator { border-radius: 4px; }
QCheckBox::indicator:checked { border: 1px solid $accent; background: $tick; image: url($check); }
QRadioButton::indicator { border-radius: ${radio}px; }
QRadioButton::indicator:checked { border: ${dot}px solid $accent; width: ${hole}px; height: ${hole}px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }

QTableView, QListView {
    background: transparent; border: 0; outline: 0; gridline-color: $line;
    selection-background-color: $accent_soft; selection-color: $ink;
}
QHeaderView { background: transparent; border: 0; }
QHeaderView::section {
    background: $card; color: $muted; font-size: ${t12}px; font-weight: 600; border: 0;
    border-bottom: 1px solid $line; padding: ${s9}px ${s10}px;
}
QHeaderView::section:hover { color: $ink; }
QHeaderView::up-arrow, QHeaderView::down-arrow { image: none; width: 0; }
QTableCornerButton::section { background: $card; border: 0; }

QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: 0; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $edge; border: 3px solid $card; border-radius: 6px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: $soft; border: 0; border-radius: 4px; max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QMenu { background: $card; color: $ink; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 22px; border-radius: 6px; }
QMenu::item:selected { background: $accent_soft; }
QTabBar::tab {
    background: transparent; color: $muted; padding: ${s8}px ${s14}px; border-bottom: 2px solid transparent;
}
QTabBar::tab:selected { color: $ink; font-weight: 600; border-bottom: 2px solid $accent; }
QTabWidget::pane { border: 0; border-top: 1px solid $line; }
""")

_TYPE_SIZES = (12, 14, 16, 20, 22, 40)
_SPACES = (7, 8, 9, 10, 11, 14, 26, 30)


def style_sheet(colours: Colours, px: Callable[[int], int], space: Callable[[int], int]) -> str:
    """The sheet for a set of colours; `px` scales type, `space` scales distances."""
    words: dict[str, str | int] = dict(asdict(colours))
    words |= {f"t{size}": px(size) for size in _TYPE_SIZES}
    words |= {f"s{size}": space(size) for size in _SPACES}
    words |= {"pill": px(12) * 6 // 10 + 1, "radio": px(16) // 2 + 1}
    words |= {"dot": px(16) * 5 // 16, "hole": px(16) - 2 * (px(16) * 5 // 16) + 2}
    glass = space(11) + px(16) + space(8)
    words |= {"glass": glass, "glass_focus": glass - 1}
    words["check"] = paths.path("icons/check.svg").as_posix()
    return _SHEET.substitute(words)
