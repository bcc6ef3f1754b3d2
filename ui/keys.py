"""The one table of keys: a key means the same thing everywhere.

Screens name theirs in `ScreenEntry.key`; what F1 shows is `table(entries)`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

HELP = "F1"
DEPOSIT = "F2"
PAYOUT = "F3"
MEMBERS = "F4"
PRICES = "F5"
STORE = "F6"
PLANT = "Shift+F6"
DISPOSAL = "Ctrl+F6"
LOAD = "Shift+F2"
BATCH = "Ctrl+D"
SALE = "F7"
SALES = "Shift+F7"
RECEIVABLES = "Ctrl+F7"
CASH = "F8"
EXPENSES = "Ctrl+U"
REPORT = "F9"
FINANCES = "Shift+F9"
COUNT = "Ctrl+O"
TODAY = "Ctrl+J"
HOME = "Ctrl+H"
FILES = "Ctrl+F9"
SAVE = "F10"
SAVE_TOO = "Ctrl+Return"
CHECK = "F11"
LOCK = "F12"
NEW = "Ctrl+N"
EDIT = "Ctrl+E"
REVERSE = "Ctrl+R"
PALETTE = "Ctrl+K"
REPRINT = "Ctrl+P"
IMPORT = "Ctrl+I"
EXCEL = "Ctrl+L"
PICTURE = "Ctrl+G"
SETTINGS = "Ctrl+,"
WEIGH = "Ctrl+T"
BACK = "Esc"

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A key as it is printed on the keyboard, and what it does."""

    key: str
    words: str


def table(screens: Iterable[KeyLine]) -> list[KeyLine]:
    """Every key that works now: the screens that exist, then what holds on all of them."""
    return [
        KeyLine(HELP, translate("Keys", "Help: this list")),
        *(line for line in screens if line.key),
        KeyLine(SAVE, translate("Keys", "Save (also Ctrl+Enter)")),
        KeyLine(REPRINT, translate("Keys", "Reprint")),
        KeyLine(NEW, translate("Keys", "New member or material")),
        KeyLine(EDIT, translate("Keys", "Change or correct what is chosen")),
        KeyLine(REVERSE, translate("Keys", "Reverse what is chosen")),
        KeyLine(PALETTE, translate("Keys", "Find any screen or act")),
        KeyLine(LOCK, translate("Keys", "Lock the screen")),
        KeyLine(translate("Keys", "Enter"), translate("Keys", "Next field")),
        KeyLine("Shift+Tab", translate("Keys", "Field before")),
        KeyLine(BACK, translate("Keys", "One step back")),
        KeyLine("Ctrl+C", translate("Keys", "Copy the rows of a list")),
        KeyLine(EXCEL, translate("Keys", "As an Excel file")),
        KeyLine(PICTURE, translate("Keys", "Save the picture of a chart")),
    ]


def usual_hints() -> list[KeyLine]:
    """The keys shown at the bottom right of every screen."""
    return [
        KeyLine(HELP, translate("Keys", "help")),
        KeyLine(SAVE, translate("Keys", "save")),
        KeyLine(REPRINT, translate("Keys", "reprint")),
        KeyLine(BACK, translate("Keys", "back")),
    ]
