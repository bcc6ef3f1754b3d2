"""Closing the month that the report shows: one question, then its figures stay as they are."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from daurulang import periods
from daurulang.closings.queries import Closing, PeriodReport
from daurulang.closings.service import close_month
from daurulang.errors import UserError
from daurulang.periods import Period
from ui import tasks, theme
from ui.icons import Icon
from ui.reports.value_words import period_words
from ui.session import Session
from ui.widgets import notice
from ui.widgets.button import PrimaryButton, SecondaryButton
from ui.widgets.card import Text

CLOSE_KEY = "Ctrl+B"


class ClosingBar(QWidget):
    """Says that a month is closed, by whom and when, or asks whether to close it."""

    closed = Signal()
    """A month was closed: read it again."""
    left = Signal()
    """The question was answered or put away."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._period: Period | None = None
        self.words = Text("", "strong")
        self.words.setWordWrap(True)
        self._icon = Icon("lock", "muted", 16)
        self.yes = PrimaryButton(self.tr("Close the month"), self.tr("Enter"))
        self.no = SecondaryButton(self.tr("Not yet"), "Esc")
        self.yes.clicked.connect(self._close)
        self.no.clicked.connect(self.put_away)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.current().space(2), 0, 0, 0)
        line.setSpacing(theme.current().space(8))
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.words, 1)
        line.addWidget(self.yes)
        line.addWidget(self.no)
        self._closing: Closing | None = None
        self.hide()

    def show_report(self, report: PeriodReport) -> None:
        """What is shown now; a question about another month is put away."""
        self._closing = report.closing
        self._period = report.value.period
        self._say()

    def may_close(self) -> bool:
        """Whether what is shown is a month that is over and not closed."""
        period = self._period
        return (
            period is not None and self._closing is None and period.months == 1 and period.last < self._session.today()
        )

    def asks(self) -> bool:
        """Whether the question stands there."""
        return self.yes.isVisible()

    def ask(self) -> None:
        """Ask once; what cannot be closed is said in a line."""
        if self._period is None:
            return
        if not self.may_close():
            words = self.tr("Only a whole month that is over and still open can be closed. PgUp shows the one before.")
            notice.warning(self, words)
            return
        question = self.tr(
            "Close {month}? Its report stays as it is now, and nothing can be booked into it any more; a correction"
            " will stand in its own month."
        )
        self.words.setText(question.format(month=period_words(self._period)))
        self._show(asking=True)
        self.yes.setFocus()

    def put_away(self) -> None:
        """Esc, or no."""
        self._say()
        self.left.emit()

    def _say(self) -> None:
        if self._closing is not None:
            zone = self._session.centre.zone
            day = periods.short_day(periods.local(self._closing.at_ms, zone).date())
            words = self.tr("Closed on {day} by {staff}: this report stays as it was signed.")
            self.words.setText(words.format(day=day, staff=self._closing.staff))
        self._show(asking=False)

    def _show(self, *, asking: bool) -> None:
        self.yes.setVisible(asking)
        self.no.setVisible(asking)
        self.setVisible(asking or self._closing is not None)

    def _close(self) -> None:
        period, clerk, db = self._period, self._session.clerk, self._session.db
        if period is None or not self.asks():
            return
        self._show(asking=False)

        def done(_report: PeriodReport) -> None:
            notice.good(self, self.tr("{month} is closed.").format(month=period_words(period)))
            self.closed.emit()
            self.left.emit()

        def refused(_error: UserError, sentence: str) -> None:
            notice.problem(self, sentence)
            self.put_away()

        tasks.aside(self, lambda: close_month(db, period, clerk.id, clerk.name), done, refused, lane="closing")
