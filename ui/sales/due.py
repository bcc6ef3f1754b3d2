"""A field for a day to come: "7", "7/12", "7/12/2026", or "+14" for so many days from now."""

from __future__ import annotations

import re
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from daurulang.periods import short_day
from ui.days import long_day

_DAYS = re.compile(r"\s*\+\s*(\d{1,3})\s*", re.ASCII)
_DAY = re.compile(r"\s*(\d{1,2})(?:[-/. ](\d{1,2}))?(?:[-/. ](\d{4}|\d{2}))?\s*", re.ASCII)


def due_day_of(text: str, today: date) -> date | None:
    """The next day, today at the earliest, that the text can mean; None when there is none."""
    if match := _DAYS.fullmatch(text):
        return today + timedelta(days=int(match[1]))
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    day, month, year = (int(part) if part else None for part in match.groups())
    years = [today.year, today.year + 1] if year is None else [year + 2000 if year < 100 else year]
    for each_year in years:
        for each_month in [month] if month else range(1, 13):
            try:
                found = date(each_year, each_month, day or 0)
            except ValueError:
                continue
            if found >= today:
                return found
    return None


class DueEdit(QLineEdit):
    """May stay empty; what cannot be a day to come is refused by Enter and stays as it was typed."""

    understood = Signal(str)
    """The day in words, "" while the field is empty or not readable."""

    refused = Signal(str)
    changed = Signal(object)
    """The day, or None."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.textChanged.connect(self._tell)

    def count_from(self, today: date) -> None:
        """Read what is typed from this day on."""
        if today != self._today:
            self._today = today
            self._tell()

    def day(self) -> date | None:
        """The day typed; None while there is none, or none that can be read."""
        return due_day_of(self.text(), self._today)

    def accept_entry(self) -> bool:
        """False, with the problem said, on what is no day to come; what was understood is written out."""
        if not self.text().strip():
            return True
        day = self.day()
        if day is None:
            self.refused.emit(self.tr("Type a day to come, for example 30, 30/12 or +14."))
            return False
        self.setText(short_day(day))
        return True

    def _tell(self) -> None:
        day = self.day()
        self.understood.emit("" if day is None else long_day(day))
        self.changed.emit(day)
