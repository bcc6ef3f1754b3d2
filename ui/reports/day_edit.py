"""A field for a day that has been: "7", "7/11" or "7/11/2026" as it is typed."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from daurulang.periods import short_day
from ui import theme


def day_of(text: str, today: date) -> date | None:
    """The newest day, today at the latest, that the text can mean; None when there is none."""
    match = re.fullmatch(r"\s*(\d{1,2})(?:[-/. ](\d{1,2}))?(?:[-/. ](\d{4}|\d{2}))?\s*", text, re.ASCII)
    if match is None:
        return None
    day, month, year = (int(part) if part else None for part in match.groups())
    years = [today.year, today.year - 1] if year is None else [year + 2000 if year < 100 else year]
    for each_year in years:
        for each_month in [month] if month else range(12, 0, -1):
            try:
                found = date(each_year, each_month, day or 0)
            except ValueError:
                continue
            if found <= today:
                return found
    return None


class DayEdit(QLineEdit):
    """Shows a day; Enter goes to the one typed, what cannot be one is marked and stays."""

    picked = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = self._day = today
        self.setFixedWidth(theme.current().px(124))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.textEdited.connect(lambda: self._mark(problem=False))

    def show_day(self, day: date, today: date) -> None:
        """Show this one, of the days up to `today`."""
        self._day, self._today = day, today
        self.setText(short_day(day))
        self._mark(problem=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
            return
        day = day_of(self.text(), self._today)
        if day is None:
            self._mark(problem=True)
            self.selectAll()
        else:
            self.picked.emit(day)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.show_day(self._day, self._today)

    def _mark(self, *, problem: bool) -> None:
        self.setProperty("problem", problem)
        theme.restyle(self)


class PaperDayEdit(DayEdit):
    """The day on a paper: what is typed counts when the field is left, and what cannot be a day stays, marked."""

    refused = Signal(str)

    def accept_entry(self) -> bool:
        """Whether the text is a day; it is `picked` when it is another than before."""
        day = day_of(self.text(), self._today)
        if day is None:
            self._mark(problem=True)
            self.selectAll()
            self.refused.emit(self.tr("Type a day that has been, such as 7/11."))
            return False
        if day != self._day:
            self.picked.emit(day)
        self.show_day(day, self._today)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        QLineEdit.focusOutEvent(self, event)
        self.accept_entry()

    def day(self) -> date:
        """The day that holds."""
        return self._day
