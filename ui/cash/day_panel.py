"""Closing the day: one question, then its page, which is printed now or in ten years the same."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from daurulang import periods
from daurulang.closings.day import DaysState, Early, close_day, day_page, days_state
from daurulang.closings.day_page import DayPage
from daurulang.devices.printer import print_file
from daurulang.errors import UserError
from daurulang.ledger.model import CLOSING_KINDS
from daurulang.periods import clock_time
from daurulang.quantities import format_rupiah
from ui import keys, tasks
from ui.cash.words import box_act_words, signed_rupiah
from ui.days import long_day
from ui.receipts.printing import LANE, open_file
from ui.reports.value_export import report_path
from ui.session import Session
from ui.widgets import notice
from ui.widgets.button import PrimaryButton, SecondaryButton
from ui.widgets.card import Card, Facts, KeyHint, SectionTitle, Text, Tone, WrappedText
from ui.widgets.field import Field, HintLine, LineEdit
from ui.widgets.form import FormWalker
from ui.words import entry_kind_word


class DayPanel(Card):
    """F10 asks, F10 once more closes; today, while there is still work on it, is closed by a word only. Ctrl+P prints
    the page shown, PgUp and PgDn turn closed days.
    """

    closed = Signal()
    day_closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.state: DaysState | None = None
        self.page: DayPage | None = None
        self._asked = False
        self._title = Text("", "heading")
        self.words = WrappedText()
        self.line = HintLine()
        self.button = PrimaryButton(self.tr("Close the day"), keys.SAVE)
        self.button.clicked.connect(self.save)
        self.confirm = LineEdit()
        self.field = Field(self.tr("Type {word} to close today").format(word=self._word()), self.confirm)
        self.field.hide()
        self._walker = FormWalker([self.confirm, self.button], self)
        self._page_title = SectionTitle("")
        self.facts = Facts()
        self.box_acts = WrappedText("", "hint")
        self.heads = Text("", "small")
        self.heads.setWordWrap(True)
        self._print = SecondaryButton(self.tr("Print the page"), keys.REPRINT, "printer")
        self._print.clicked.connect(self.print_page)
        self._lay_out()
        self._show_page(None)

    def start(self) -> None:
        """Read which day comes next, and the page of the last closed one."""
        self._put_away()
        self.line.say("")
        tasks.aside(self, lambda: _read(self._session), self._show, lane="closing")
        self._focus()

    def save(self) -> None:
        """Ask, then close."""
        state = self.state
        if state is None or not self.may_close():
            return
        if not self._asked:
            self._ask(state)
            return
        if not self.field.isHidden() and self.confirm.text().strip().casefold() != self._word().casefold():
            words = self.tr("Type {word}, or press Esc and go on working today.")
            self.field.show_problem(words.format(word=self._word()))
            return
        self._put_away()
        db, desk, day = self._session.db, self._session.desk, state.next_day
        tasks.aside(self, lambda: close_day(db, desk, day), self._closed, self._refused, lane="closing")

    def may_close(self) -> bool:
        """Whether there is a day to close and no box stands open."""
        state = self.state
        return state is not None and not state.waiting_on and (state.last is None or state.last < state.next_day)

    def step_back(self) -> None:
        """Esc: the question is put away, then the panel."""
        if self._asked:
            self._put_away()
            self._say()
            self._focus()
            return
        self.closed.emit()

    def turn(self, step: int) -> None:
        """An older closed day (1) or a newer one (-1)."""
        days = [each.day for each in self.state.closed] if self.state else []
        if self.page is None or self.page.day not in days:
            return
        place = days.index(self.page.day) + step
        if 0 <= place < len(days):
            db, day = self._session.db, days[place]
            tasks.aside(self, lambda: day_page(db, day), self._show_page, lane="closing")

    def print_page(self) -> None:
        """Ctrl+P: the page as paper, or as a file where the machine has no printer."""
        page, printer = self.page, self._session.machine.printer
        if page is None:
            notice.warning(self, self.tr("No day is closed yet."))
            return

        def done(path: Path) -> None:
            if not printer:
                open_file(path)
            notice.good(self, self.tr("The page of {day} is ready: {path}").format(day=long_day(page.day), path=path))

        tasks.aside(self, lambda: make_day_page(page, printer), done, lane=LANE)

    # --- inside --------------------------------------------------------------------------------------------

    def _word(self) -> str:
        """What is typed where one key twice would be too easy."""
        return self.tr("CLOSE")

    def _ask(self, state: DaysState) -> None:
        self._asked = True
        now, zone = periods.now_ms(), self._session.centre.zone
        early = state.early(now, zone)
        self.words.setText(" ".join([*self._signs(state, early, now), self._question(state)]))
        self.button.setText(self.tr("Yes, close it"))
        self.button.updateGeometry()
        self.field.setVisible(early is not None)
        if early is not None:
            self._walker.go_to(self.confirm)

    def _signs(self, state: DaysState, early: Early | None, now_ms: int) -> list[str]:
        """Why it is early."""
        zone = self._session.centre.zone
        if early is Early.SERVING and state.served is not None:
            words = self.tr("{number} was booked at {time}, and it is {now}.")
            at, now = clock_time(state.served.at_ms, zone), clock_time(now_ms, zone)
            return [words.format(number=state.served.number, time=at, now=now)]
        return [self.tr("It is {time}.").format(time=clock_time(now_ms, zone))] if early is not None else []

    def _question(self, state: DaysState) -> str:
        words = self.tr("Close {day}? Nothing can be booked on it or before it any more.")
        if state.next_day == self._session.today():
            words = self.tr(
                "Close {day}? Then nothing more can be booked today: no deposit and no payout, at any counter."
            )
        return words.format(day=long_day(state.next_day))

    def _put_away(self) -> None:
        """No question stands open."""
        self._asked = False
        self.confirm.clear()
        self.field.clear_problem()
        self.field.hide()

    def _show(self, read: tuple[DaysState, DayPage | None]) -> None:
        self.state, page = read
        self._say()
        self._show_page(page)
        self._focus()

    def _focus(self) -> None:
        """Where Enter does what is left to do; a disabled button would pass the focus on to the list."""
        (self.button if self.button.isEnabled() or self.page is None else self._print).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def _say(self) -> None:
        state = self.state
        if state is None:
            return
        self._title.setText(self.tr("Close {day}").format(day=long_day(state.next_day)))
        self.button.setText(self.tr("Close the day"))
        self.button.setEnabled(self.may_close())
        self.button.updateGeometry()
        self.line.say("")
        if state.waiting_on:
            self.words.setText(
                self.tr("The cash box of {counter} is open: close it first.").format(counter=state.waiting_on)
            )
        elif not self.may_close():
            self._title.setText(self.tr("The day is closed"))
            self.words.setText(self.tr("Today is closed. Work goes on tomorrow; Ctrl+P prints the page."))
        else:
            self.words.setText(
                self.tr("The page holds all acts of the day, the cash of every counter and the heads of the chains.")
            )

    def _closed(self, page: DayPage) -> None:
        notice.good(self, self.tr("{day} is closed.").format(day=long_day(page.day)))
        self.day_closed.emit()
        self._show_page(page)
        self.start()
        self.print_page()

    def _refused(self, _error: UserError, sentence: str) -> None:
        self._say()
        self.line.say(sentence, Tone.PROBLEM)

    def _show_page(self, page: DayPage | None) -> None:
        self.page = page
        for widget in (self._page_title, self.facts, self.box_acts, self.heads, self._print):
            widget.setVisible(page is not None)
        if page is None:
            return
        self._page_title.setText(self.tr("Page of {day}").format(day=long_day(page.day)))
        acts = [(f"{entry_kind_word(each.kind)}  ·  {each.count}", format_rupiah(each.rupiah)) for each in page.kinds]
        late = self.tr("Booked to earlier days: {kind}  ·  {count}")
        acts += [
            (late.format(kind=entry_kind_word(each.kind), count=each.count), format_rupiah(each.rupiah))
            for each in page.late
            if each.kind not in CLOSING_KINDS
        ]
        boxes = [
            (
                self.tr("Cash {counter}: in {income}, out {outgo}, difference {difference}").format(
                    counter=each.code,
                    income=signed_rupiah(each.cash_in_rupiah),
                    outgo=signed_rupiah(-each.cash_out_rupiah),
                    difference=signed_rupiah(each.difference_rupiah),
                ),
                format_rupiah(each.cash_after_rupiah),
            )
            for each in page.counters
        ]
        gaps = [
            (self.tr("Numbers lost to a restore: {numbers}").format(numbers=each.numbers), "") for each in page.gaps
        ]
        self.facts.show_facts([*acts, *boxes, *gaps])
        self.box_acts.setText("\n".join(map(box_act_words, page.box_acts)))
        self.heads.setText("   ".join(f"{head.number}: {head.hash[:16]}" for head in page.heads))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(KeyHint(keys.BACK, self.tr("back")))
        self.body.addLayout(head)
        page = (self._page_title, self.facts, self.box_acts, self.heads)
        for widget in (self.words, self.line, self.field, self.button, *page):
            self.body.addWidget(widget)
        line = QHBoxLayout()
        line.addWidget(self._print)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addStretch(1)


def _read(session: Session) -> tuple[DaysState, DayPage | None]:
    state = days_state(session.db)
    return state, day_page(session.db, state.last) if state.last else None


def make_day_page(page: DayPage, printer: str) -> Path:
    """Write the page's PDF and hand it to the printer, if the machine has one.

    Raises `FileNotWritten`, `PrinterRefused`.
    """
    from daurulang.documents.day_closing import write_day_closing

    path = report_path(f"tutup-hari-{page.day}.pdf")
    write_day_closing(page, path)
    if printer:
        print_file(path, printer)
    return path
