"""What was left open on an earlier day: the cash box of this counter, or the day itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from daurulang.cash.queries import BoxState, box_state
from daurulang.closings.day import DaysState, days_state
from ui import keys, tasks
from ui.days import day_before_today
from ui.session import Session
from ui.widgets import notice

translate = QCoreApplication.translate


def warn_of_forgotten(parent: QWidget, session: Session) -> None:
    """Say once that the box of this counter waits for its count, or that an earlier day waits for its closing."""
    db, counter_id, today = session.db, session.counter.id, session.today()

    def told(states: tuple[BoxState, DaysState]) -> None:
        box, days = states
        if box.count is not None:
            words = translate("Cash", "The cash box was counted by {clerk} and is not closed: {key} closes it.")
            notice.warning(parent, words.format(clerk=box.count.clerk, key=keys.CASH))
        elif box.session is not None and box.is_open and box.session.day < today:
            words = translate("Cash", "The cash box was opened {day} and is not closed: {key} counts and closes it.")
            notice.warning(parent, words.format(day=day_before_today(box.session.day, today), key=keys.CASH))
        elif days.next_day < today and not days.waiting_on:
            words = translate("Cash", "The day was not closed: {day}. {key} closes it and prints its page.")
            notice.warning(parent, words.format(day=day_before_today(days.next_day, today), key=keys.CASH))

    tasks.aside(parent, lambda: (box_state(db, counter_id, 0), days_state(db, 1)), told)
