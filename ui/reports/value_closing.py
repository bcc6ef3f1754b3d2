"""Closing the month that the report shows: one question, then its figures stay as they are; and opening it again, which
says why, and afterwards what changed.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from daurulang import periods
from daurulang.closings.queries import PeriodReport, Restated
from daurulang.closings.service import close_month, reopen_month
from daurulang.errors import UserError
from ui import tasks, theme
from ui.icons import Icon
from ui.reports.value_words import period_words, restated_words
from ui.session import Session
from ui.widgets import notice
from ui.widgets.button import PrimaryButton, SecondaryButton
from ui.widgets.card import Text
from ui.widgets.field import LineEdit

CLOSE_KEY = "Ctrl+B"


class ClosingBar(QWidget):
    """Says that a month is closed, by whom and when, or was opened again; asks whether to do so."""

    closed = Signal()
    """A month was closed: read it again."""
    left = Signal()
    """The question was answered or put away."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._report: PeriodReport | None = None
        self.words = Text("", "strong")
        self.words.setWordWrap(True)
        self._icon = Icon("lock", "muted", 16)
        self.yes = PrimaryButton(self.tr("Close the month"), self.tr("Enter"))
        self.no = SecondaryButton(self.tr("Not yet"), "Esc")
        self.reason = LineEdit()
        self.reason.setPlaceholderText(self.tr("Why, in ten letters or more"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setMinimumWidth(theme.current().px(260))
        self.reason.returnPressed.connect(self._reopen)
        self.yes.clicked.connect(self._answer)
        self.no.clicked.connect(self.put_away)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.current().space(2), 0, 0, 0)
        line.setSpacing(theme.current().space(8))
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.words, 1)
        line.addWidget(self.reason)
        line.addWidget(self.yes)
        line.addWidget(self.no)
        self.hide()

    def show_report(self, report: PeriodReport) -> None:
        """What is shown now; a question about another month is put away."""
        self._report = report
        self._say()

    def may_close(self) -> bool:
        """Whether what is shown is a month that is over and not closed."""
        report = self._report
        if report is None or report.closing is not None:
            return False
        period = report.value.period
        return period.months == 1 and period.last < self._session.today()

    def asks(self) -> bool:
        """Whether a question stands there."""
        return self.yes.isVisible()

    def ask(self) -> None:
        """Ask once; what can neither be closed nor opened again is said in a line."""
        if self._report is None:
            return
        closed = self._report.closing is not None
        if not closed and not self.may_close():
            words = self.tr("Only a whole month that is over and still open can be closed. PgUp shows the one before.")
            notice.warning(self, words)
            return
        question = self.tr(
            "Close {month}? Its report stays as it is now, and nothing can be booked into it any more; a correction"
            " will stand in its own month."
        )
        if closed:
            question = self.tr("Open {month} again? Its next report will say what changed, and why.")
        self.words.setText(question.format(month=period_words(self._report.value.period)))
        self.yes.setText(self.tr("Open it again") if closed else self.tr("Close the month"))
        self.yes.updateGeometry()
        self._show(asking=True, reason=closed)
        (self.reason if closed else self.yes).setFocus()

    def put_away(self) -> None:
        """Esc, or no."""
        self.reason.clear()
        self._say()
        self.left.emit()

    def _say(self) -> None:
        report = self._report
        if report is None:
            return
        said = []
        if report.closing is not None:
            words = self.tr("Closed on {day} by {staff}: this report stays as it was signed.")
            said.append(words.format(day=self._day(report.closing.at_ms), staff=report.closing.staff))
        if report.restated is not None:
            said.append(self._restated(report, report.restated))
        self.words.setText("  ".join(said))
        self._icon.show_icon("lock" if report.closing is not None else "lock-open", "muted")
        self._show(asking=False)

    def _restated(self, report: PeriodReport, restated: Restated) -> str:
        words = self.tr("Opened again on {day} by {staff}: {reason}. Changed since then: {changes}.")
        if report.closing is None:
            words = self.tr(
                "Opened again on {day} by {staff}: {reason}. Changed so far: {changes}. {key} closes it anew."
            )
        return words.format(
            day=self._day(restated.at_ms),
            staff=restated.staff,
            reason=restated.reason.rstrip("."),
            changes=restated_words(restated.before, report.value.headline),
            key=CLOSE_KEY,
        )

    def _day(self, at_ms: int) -> str:
        return periods.short_day(periods.local(at_ms, self._session.centre.zone).date())

    def _show(self, *, asking: bool, reason: bool = False) -> None:
        report = self._report
        self.yes.setVisible(asking)
        self.no.setVisible(asking)
        self.reason.setVisible(reason)
        told = report is not None and (report.closing is not None or report.restated is not None)
        self.setVisible(asking or told)

    def _answer(self) -> None:
        if self._report is not None and self._report.closing is not None:
            self._reopen()
        else:
            self._close()

    def _close(self) -> None:
        report, clerk, db, desk = self._report, self._session.clerk, self._session.db, self._session.desk
        if report is None or not self.asks():
            return
        period = report.value.period
        self._act(
            lambda: close_month(db, desk, period, clerk.name),
            self.tr("{month} is closed.").format(month=period_words(period)),
        )

    def _reopen(self) -> None:
        report, db, desk, reason = self._report, self._session.db, self._session.desk, self.reason.text()
        if report is None or not self.asks():
            return
        period = report.value.period
        self._act(
            lambda: reopen_month(db, desk, period, reason),
            self.tr("{month} is open again.").format(month=period_words(period)),
            keep=True,
        )

    def _act(self, work: Callable[[], object], said: str, *, keep: bool = False) -> None:
        """Close or open beside the counter; `keep` leaves the question and what was typed there when it was refused."""
        if not keep:
            self._show(asking=False)

        def done(_answer: object) -> None:
            self.reason.clear()
            notice.good(self, said)
            self.closed.emit()
            self.left.emit()

        def refused(_error: UserError, sentence: str) -> None:
            notice.problem(self, sentence)
            if keep:
                self.reason.setFocus()
            else:
                self.put_away()

        tasks.aside(self, work, done, refused, lane="closing")
