"""Paper mode: what was written by hand is entered with the number and the day that stand on its slip."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from daurulang.errors import BadDay, FieldTooLong, UserError
from daurulang.handwritten_slips.model import LONGEST_NUMBER
from daurulang.handwritten_slips.queries import takes_slips
from daurulang.handwritten_slips.service import Slip, check, next_number, tidy
from daurulang.receipts.slips import receipt_of_slip
from daurulang.slip_errors import SlipEnteredBefore, SlipNumberMissing, SlipTooOld
from ui import tasks, theme
from ui.icons import Icon
from ui.reports.day_edit import PaperDayEdit
from ui.session import Session
from ui.widgets.card import KeyHint, Text, Tone
from ui.widgets.field import HintLine, LineEdit
from ui.widgets.form import FormWalker, focus_and_select
from ui.wording import worded

PAPER = "Alt+K"
OF_THE_SLIP = (BadDay, FieldTooLong, SlipEnteredBefore, SlipNumberMissing, SlipTooOld)


class SlipBar(QFrame):
    """Above the form; hidden while the program itself is written into."""

    changed = Signal()
    """Another day than before holds for the form, or none."""

    left = Signal()
    """Enter behind the last field: typing goes on in the form."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._day = session.today()
        self._kept = ""  # the number of a slip that is put right: it may stand in the book
        self._problem = self._word = ""
        self.setProperty("role", "notice")
        self.setProperty("tone", "warning")
        self.number = LineEdit()
        self.number.setMaxLength(LONGEST_NUMBER)
        self.day = PaperDayEdit(self._day)
        self._line = HintLine()
        self._lay_out()
        self._walker = FormWalker([self.number, self.day], self)
        self._walker.finished.connect(self.left)
        self.number.textEdited.connect(lambda _text: self._clear())
        self.number.editingFinished.connect(self._look_up)
        self.day.textEdited.connect(lambda _text: self._clear())
        self.day.picked.connect(self._take_day)
        self.day.refused.connect(self._refuse_day)
        self.hide()

    # --- what the screen asks ------------------------------------------------------------------------------

    def is_on(self) -> bool:
        """Whether slips are entered."""
        return not self.isHidden()

    def slip(self) -> Slip | None:
        """What is entered, its number as far as it is typed; None out of paper mode."""
        return Slip(tidy(self.number.text()), self._day) if self.is_on() else None

    def day_or(self, otherwise: date) -> date:
        """The day whose prices and rules hold for the form."""
        return self._day if self.is_on() else otherwise

    def start(self) -> None:
        """Begin with paper, the focus on the number; a pile goes on where it was left."""
        self._day = min(self._day, self._session.today())
        self._turn(on=True)
        focus_and_select(self.number)

    def show_slip(self, slip: Slip | None) -> None:
        """Take over the slip of a form that was typed before; None leaves paper mode."""
        if slip is not None:
            self._kept, self._day = slip.number, slip.day
            self.number.setText(slip.number)
        if slip is not None or self.is_on():
            self._turn(on=slip is not None)

    def leave(self) -> bool:
        """Out of paper mode; False when it was not on."""
        was_on = self.is_on()
        if was_on:
            self._turn(on=False)
        return was_on

    def count_up(self) -> None:
        """The next slip of the pile: the number behind this one, the same day."""
        self._kept = ""
        if self.is_on():
            self.number.setText(next_number(self.number.text()))
            self._clear()

    def ready(self) -> bool:
        """Whether the slip can be saved as it is typed; False with what is wrong said, and the focus there."""
        slip = self.slip()
        if slip is None:
            return True
        if not self.day.accept_entry():
            focus_and_select(self.day)
            return False
        try:
            check(Slip(slip.number, self._day), self._session.today())
        except UserError as error:
            self.refuse(error, worded(error))
            return False
        return True

    def refuse(self, error: UserError, sentence: str) -> bool:
        """Say what is wrong with the slip where it stands; False for what is not of the slip."""
        if not self.is_on() or not isinstance(error, OF_THE_SLIP):
            return False
        field = self.day if isinstance(error, BadDay | SlipTooOld) else self.number
        focus_and_select(field)
        self._say_problem(field, sentence)
        return True

    def message(self) -> str:
        """The words under the fields."""
        return self._line.text()

    # --- inside --------------------------------------------------------------------------------------------

    def _turn(self, *, on: bool) -> None:
        self.setVisible(on)
        self._clear()
        self._take_day(self._day)
        if not on:
            self._kept = ""

    def _take_day(self, day: date) -> None:
        """The prices and rules of another day hold; say where the slip will stand when that takes nothing more."""
        self._day, self._word = day, ""
        self.day.show_day(day, self._session.today())
        self._show()
        self.changed.emit()
        db = self._session.db

        def told(takes: bool) -> None:
            if day == self._day and not takes:
                self._word = self.tr("That day is closed: it is booked today, and the slip's day is printed as well.")
                self._show()

        tasks.aside(self, lambda: takes_slips(db, day), told)

    def _refuse_day(self, words: str) -> None:
        self._say_problem(self.day, words)

    def _look_up(self) -> None:
        """Tell at once when a slip is in the book already, and not only when all of it was typed."""
        number, db = tidy(self.number.text()), self._session.db
        if not self.is_on() or not number or number == self._kept:
            return

        def told(receipt: str) -> None:
            if receipt and number == tidy(self.number.text()):
                self._say_problem(self.number, worded(SlipEnteredBefore(number, receipt)))

        tasks.aside(self, lambda: receipt_of_slip(db, number), told)

    def _say_problem(self, field: QWidget, words: str) -> None:
        self._problem = words
        _mark(field, problem=True)
        self._show()

    def _clear(self) -> None:
        self._problem = ""
        for field in (self.number, self.day):
            _mark(field, problem=False)
        self._show()

    def _show(self) -> None:
        words = self._problem or self._word
        self._line.say(words, Tone.PROBLEM if self._problem else Tone.WARNING)
        self._line.setVisible(bool(words))

    def _lay_out(self) -> None:
        space, px = theme.current().space, theme.current().px
        self.number.setMinimumWidth(px(70))
        self.number.setMaximumWidth(px(160))
        line = QHBoxLayout()
        line.setSpacing(space(9))
        line.addWidget(Icon("notebook-text", "warning", 18))
        line.addWidget(Text(self.tr("Paper mode"), "strong"))
        for words, editor in ((self.tr("Slip number"), self.number), (self.tr("Slip date"), self.day)):
            label = Text(words, "label")
            label.setBuddy(editor)
            editor.setAccessibleName(words)
            line.addWidget(label)
            line.addWidget(editor)
        line.addStretch(1)
        line.addWidget(KeyHint(PAPER, self.tr("leave")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(space(14), space(7), space(14), space(7))
        layout.setSpacing(space(4))
        layout.addLayout(line)
        layout.addWidget(self._line)
        self._line.hide()
        self.setFocusProxy(self.number)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _mark(field: QWidget, *, problem: bool) -> None:
    if bool(field.property("problem")) != problem:
        field.setProperty("problem", problem)
        theme.restyle(field)
