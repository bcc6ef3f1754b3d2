"""A cash box that was left open on an earlier day."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from daurulang.cash.queries import BoxState, box_state
from ui import keys, tasks
from ui.days import day_before_today
from ui.session import Session
from ui.widgets import notice

translate = QCoreApplication.translate


def warn_of_forgotten(parent: QWidget, session: Session) -> None:
    """Say once that the box of this counter waits for its count."""
    db, counter_id, today = session.db, session.counter.id, session.today()

    def told(state: BoxState) -> None:
        if state.count is not None:
            words = translate("Cash", "The cash box was counted by {clerk} and is not closed: {key} closes it.")
            notice.warning(parent, words.format(clerk=state.count.clerk, key=keys.CASH))
        elif state.session is not None and state.is_open and state.session.day < today:
            words = translate("Cash", "The cash box was opened {day} and is not closed: {key} counts and closes it.")
            notice.warning(parent, words.format(day=day_before_today(state.session.day, today), key=keys.CASH))

    tasks.aside(parent, lambda: box_state(db, counter_id, 0), told)
