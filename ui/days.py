"""Days in the language of the screen. Asked for before the book is open, so nothing of the business is loaded here."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from daurulang.periods import Zone, clock_time, local

translate = QCoreApplication.translate


def long_day(day: date) -> str:
    """Sabtu, 21 November 2026."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "dddd, d MMMM yyyy")


def month_words(day: date) -> str:
    """November 2026."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "MMMM yyyy")


def day_before_today(day: date, today: date) -> str:
    """A day that has gone by: "today", "yesterday", else "7 November", with its year when that is another."""
    match (today - day).days:
        case 0:
            return translate("Words", "today")
        case 1:
            return translate("Words", "yesterday")
    return QLocale().toString(
        QDate(day.year, day.month, day.day), "d MMMM" if day.year == today.year else "d MMMM yyyy"
    )


def moment_words(at_ms: int, zone: Zone, today: date) -> str:
    """A moment that has gone by: "09.12" of today, else "yesterday 09.12"."""
    time, day = clock_time(at_ms, zone), local(at_ms, zone).date()
    return time if day == today else f"{day_before_today(day, today)} {time}"
