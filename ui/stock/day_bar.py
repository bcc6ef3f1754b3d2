"""The day of the paper: what was weighed or sold on an earlier day is entered with that day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from daurulang.errors import BadDay, DayClosed, MonthClosed, UserError
from daurulang.handwritten_slips.queries import takes_slips
from ui import tasks, theme
from ui.counter.slip_bar import PAPER
from ui.days import long_day
from ui.icons import Icon
from ui.reports.day_edit import PaperDayEdit
from ui.session import Session
from ui.widgets.card import KeyHint, ScreenHeader, Text, Tone
from ui.widgets.field import HintLine
from ui.widgets.form import FormWalker, focus_and_select
from ui.wording import worded

DAY_KEY = PAPER
"""As at the counter: it turns to what stands on paper."""

OF_THE_DAY = (BadDay, DayClosed, MonthClosed)


class DayBar(QFrame):
    """Above the form; hidden while what happens today is entered. The day stays for the next paper of the pile."""

    changed = Signal()
    """Another day than before holds for the form."""

    left = Signal()
    """Enter behind the day: typing goes on in the form."""

    def __init__(self, session: Session, header: ScreenHeader, parent: QWidget | None = None) -> None:
        """`header` tells the day that holds in words."""
        super().__init__(parent)
        self._session, self._header = session, header
        self._day = session.today()
        self.setProperty("role", "notice")
        self.setProperty("tone", "warning")
        self.edit = PaperDayEdit(self._day)
        self._in_words = Text("", "hint")
        self._line = HintLine()
        self._lay_out()
        walker = FormWalker([self.edit], self)
        walker.finished.connect(self.left)
        self.edit.textEdited.connect(lambda _text: self._say(""))
        self.edit.picked.connect(self._take)
        self.edit.refused.connect(lambda words: self._say(words, Tone.PROBLEM))
        self.hide()

    def is_on(self) -> bool:
        """Whether another day than today may hold."""
        return not self.isHidden()

    def day(self) -> date:
        """The day that holds for the form."""
        return self._day if self.is_on() else self._session.today()

    def given(self) -> date | None:
        """The day to be posted on; None for today, whenever that is when it is saved."""
        return self._day if self.is_on() else None

    def turn(self) -> None:
        """Begin with the day, or leave it; not while the form is on its way to the disk."""
        if not self.isEnabled():
            return
        if self.is_on():
            self.leave()
            self.left.emit()
        else:
            self.show_day(min(self._day, self._session.today()))
            focus_and_select(self.edit)

    def show_day(self, day: date | None) -> None:
        """Take over the day of a form that was typed before; None for today."""
        if day is None:
            self.leave()
        else:
            self.show()
            self._take(day)

    def leave(self) -> bool:
        """Today holds again; False when it did."""
        was_on = self.is_on()
        if was_on:
            self.hide()
            self._say("")
            self._tell()
        return was_on

    def tell(self) -> None:
        """Say in the header which day holds."""
        self._header.show_note(long_day(self.day()))

    def ready(self) -> bool:
        """Whether what is typed is a day; False with the focus there."""
        if self.is_on() and not self.edit.accept_entry():
            focus_and_select(self.edit)
            return False
        return True

    def concerns(self, error: UserError) -> bool:
        """Whether a refusal is of the day that was typed."""
        return self.is_on() and isinstance(error, OF_THE_DAY)

    def refuse(self, error: UserError, sentence: str) -> bool:
        """Say what is wrong with the day where it stands; False for what is not of the day."""
        if not self.concerns(error):
            return False
        focus_and_select(self.edit)
        self._say(sentence, Tone.PROBLEM)
        return True

    def message(self) -> str:
        """The words under the field."""
        return self._line.text()

    def _take(self, day: date) -> None:
        self._day = day
        self.edit.show_day(day, self._session.today())
        self._in_words.setText(long_day(day))
        self._say("")
        self._tell()
        db = self._session.db

        def told(takes: bool) -> None:
            if day == self._day and self.is_on() and not takes:
                self._say(worded(DayClosed()), Tone.PROBLEM)

        tasks.aside(self, lambda: takes_slips(db, day), told)

    def _tell(self) -> None:
        self.tell()
        self.changed.emit()

    def _say(self, words: str, tone: Tone = Tone.PLAIN) -> None:
        self.edit.setProperty("problem", tone is Tone.PROBLEM)
        theme.restyle(self.edit)
        self._line.say(words, tone)
        self._line.setVisible(bool(words))

    def _lay_out(self) -> None:
        space = theme.current().space
        label = Text(self.tr("Date of the paper"), "label")
        label.setBuddy(self.edit)
        self.edit.setAccessibleName(label.text())
        line = QHBoxLayout()
        line.setSpacing(space(9))
        line.addWidget(Icon("calendar-days", "warning", 18))
        line.addWidget(label)
        line.addWidget(self.edit)
        line.addWidget(self._in_words, 1)
        line.addWidget(KeyHint(DAY_KEY, self.tr("today again")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(space(14), space(7), space(14), space(7))
        layout.setSpacing(space(4))
        layout.addLayout(line)
        layout.addWidget(self._line)
        self._line.hide()
        self.setFocusProxy(self.edit)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
