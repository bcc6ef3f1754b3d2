"""F8: the cash box of this counter, and closing the day."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from daurulang.cash.queries import BoxState, CashAct, box_state
from daurulang.periods import clock_time, short_day
from ui import keys, tasks, theme
from ui.cash.count_panel import CountPanel
from ui.cash.day_panel import DayPanel
from ui.cash.move_panel import MovePanel
from ui.cash.words import act_words, signed_rupiah
from ui.days import long_day
from ui.keys import KeyLine
from ui.screen import Act, Screen
from ui.session import Session
from ui.widgets import notice
from ui.widgets.button import Button, PrimaryButton, SecondaryButton
from ui.widgets.card import Card, Pill, ScreenHeader, SectionTitle, Text, Tone, WrappedText
from ui.widgets.columns import Columns
from ui.widgets.form import FormWalker
from ui.widgets.pages import Pages
from ui.widgets.rows import Column
from ui.widgets.table import TableView

CLOSE_KEY = "Ctrl+B"
MOVE_KEY = "Ctrl+M"


class CashScreen(Screen):
    """What may be done stands first; what is in the box is told only once it was counted."""

    expenses_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.state: BoxState | None = None
        self.header = ScreenHeader(self.tr("Cash box"))
        self.opening = CountPanel(session, opening=True)
        self.closing = CountPanel(session, opening=False)
        self.moving = MovePanel(session)
        self.day = DayPanel(session)
        self.pill = Pill("", Tone.PLAIN)
        self.words = Text("", "lead")
        self.words.setWordWrap(True)
        self.open_button = PrimaryButton(self.tr("Open the box"))
        self.close_button = PrimaryButton(self.tr("Close the box"))
        self.move_button = SecondaryButton(self.tr("Cash in or out"), MOVE_KEY, "arrow-up-down")
        self.expense_button = SecondaryButton(self.tr("Enter an expense"), keys.EXPENSES, "coins")
        self.day_button = SecondaryButton(self.tr("Close the day"), CLOSE_KEY, "lock")
        self.acts_table: TableView[CashAct] = TableView(
            self._columns(), empty=self.tr("Nothing was done at this box yet."), name=self.tr("Acts at the box")
        )
        self.whole = WrappedText("", "hint")
        self.whole.hide()
        self._start = self._start_page()
        self.pages = Pages()
        self._lay_out()
        self._connect()

    # --- what the window asks ------------------------------------------------------------------------------

    def enter(self) -> None:
        """What the box is now; a form that was begun stays."""
        self.header.show_note(f"{self._session.counter.name}  ·  {long_day(self._session.today())}")
        self._read()
        panel = self._panel()
        if panel is not None:
            panel.start()

    def unsaved(self) -> bool:
        return self.opening.unsaved() or self.closing.unsaved() or self.moving.unsaved()

    def save(self) -> None:
        panel = self._panel()
        if panel is not None:
            panel.save()

    def step_back(self) -> bool:
        panel = self._panel()
        if panel is None:
            return False
        panel.step_back()
        return True

    def reprint(self) -> None:
        """Ctrl+P: the page of the closed day that is shown."""
        if self._panel() is self.day:
            self.day.print_page()
        else:
            notice.warning(self, self.tr("{key} shows the page of the day; it is printed there.").format(key=CLOSE_KEY))

    def acts(self) -> Sequence[Act]:
        close_day = Act(self.tr("Close the day"), lambda: self._show(self.day), key=CLOSE_KEY)
        if self.state is None or not self.state.is_open:
            return (Act(self.tr("Open the cash box"), lambda: self._show(self.opening)), close_day)
        return (
            Act(self.tr("Close the cash box"), lambda: self._show(self.closing)),
            Act(self.tr("Cash in or out"), lambda: self._show(self.moving), key=MOVE_KEY),
            close_day,
        )

    def keys(self) -> Sequence[KeyLine]:
        return (
            KeyLine(MOVE_KEY, self.tr("Cash in or out")),
            KeyLine(CLOSE_KEY, self.tr("Close the day")),
            KeyLine("PgUp PgDn", self.tr("pages of closed days")),
        )

    # --- the box -------------------------------------------------------------------------------------------

    def _read(self) -> None:
        db, counter_id = self._session.db, self._session.counter.id
        tasks.aside(self, lambda: box_state(db, counter_id), self._show_state)

    def _show_state(self, state: BoxState) -> None:
        self._follow_count(state)
        self.state = state
        session = state.session
        self.acts_table.show_rows(state.acts)
        self.open_button.setVisible(not state.is_open)
        self.close_button.setVisible(state.is_open)
        self.move_button.setVisible(state.is_open)
        if session is None:
            self.pill.show_pill(self.tr("Never counted"), Tone.PLAIN)
            self.words.setText(self.tr("Count what is in the box and open it: from then on cash is paid from it only."))
        elif session.closed:
            self.pill.show_pill(self.tr("Closed"), Tone.PLAIN)
            self.words.setText(self.tr("The box is closed. It is opened with a count before cash is paid."))
        else:
            since = clock_time(session.at_ms, self._session.centre.zone)
            if state.count is not None:
                self.pill.show_pill(self.tr("Counted"), Tone.WARNING)
                words = self.tr("Opened on {day} at {time} by {clerk}, and counted. Close it with that count.")
            elif session.day < self._session.today():
                self.pill.show_pill(self.tr("Forgotten"), Tone.WARNING)
                words = self.tr("Opened on {day} at {time} by {clerk} and not closed: count it and close it first.")
            else:
                self.pill.show_pill(self.tr("Open"), Tone.GOOD)
                words = self.tr("Open since {time}, by {clerk}.")
            self.words.setText(words.format(day=short_day(session.day), time=since, clerk=session.clerk))
        if self._panel() is None:
            self._walker.start()

    def _follow_count(self, state: BoxState) -> None:
        """A count that was kept stands in the form that closes, for as long as its session is open."""
        before = self.state.session if self.state is not None and self.state.is_open else None
        now = state.session if state.is_open else None
        if self.closing.form.stands and before is not None and (now is None or now.opening_id != before.opening_id):
            self.closing.clear()
        if state.count is not None:
            self.closing.show_count(state.count)

    def _show(self, panel: QWidget | None) -> None:
        """Show a form, or with None what may be done."""
        shown = panel or self._start
        self.pages.setCurrentWidget(shown)
        if isinstance(shown, CountPanel | MovePanel | DayPanel):
            shown.start()
        else:
            self._read()
            self._walker.start()

    def _panel(self) -> CountPanel | MovePanel | DayPanel | None:
        shown = self.pages.currentWidget()
        return shown if isinstance(shown, CountPanel | MovePanel | DayPanel) else None

    def _saved(self, words: str) -> None:
        notice.good(self, words)
        self._show(None)

    def _move(self) -> None:
        if self.state is not None and self.state.is_open:
            self._show(self.moving)
        else:
            notice.warning(self, self.tr("The box is closed: open it first."))

    def _show_whole(self, act: CashAct | None) -> None:
        """Below the list, what its columns may be too narrow for."""
        self.whole.setVisible(act is not None)
        if act is not None:
            parts = (act.number, act_words(act), signed_rupiah(act.rupiah), act.clerk, act.reason)
            self.whole.setText("  ·  ".join(part for part in parts if part))

    # --- inside --------------------------------------------------------------------------------------------

    def _columns(self) -> list[Column[CashAct]]:
        zone = self._session.centre.zone
        return [
            Column(
                self.tr("When"),
                lambda act: f"{short_day(act.day)[:5]}  {clock_time(act.at_ms, zone)}",
                sort=lambda act: act.entry_id,
                width=122,
                muted=True,
            ),
            Column(self.tr("Act"), act_words, width=132),
            Column("Rp", lambda act: signed_rupiah(act.rupiah), sort=lambda act: act.rupiah, right=True, strong=True,
                   width=96, kind="rupiah"),
            Column(self.tr("Reason"), lambda act: act.reason or "–"),
            Column(self.tr("Clerk"), lambda act: act.clerk, width=110, muted=True, spare=3),
        ]  # fmt: skip

    def _connect(self) -> None:
        buttons: list[QWidget] = [self.open_button, self.close_button, self.move_button]
        self._walker = FormWalker([*buttons, self.expense_button, self.day_button], self)
        self.open_button.clicked.connect(lambda: self._show(self.opening))
        self.close_button.clicked.connect(lambda: self._show(self.closing))
        self.move_button.clicked.connect(self._move)
        self.expense_button.clicked.connect(self.expenses_wanted)
        self.day_button.clicked.connect(lambda: self._show(self.day))
        self.opening.saved.connect(lambda: self._saved(self.tr("The cash box is open.")))
        self.closing.saved.connect(lambda: self._saved(self.tr("The cash box is closed.")))
        self.moving.saved.connect(lambda: self._saved(self.tr("The cash is booked.")))
        self.closing.counted_before.connect(self._read)
        self.acts_table.current_changed.connect(self._show_whole)
        for panel in (self.opening, self.closing, self.moving, self.day):
            panel.closed.connect(lambda: self._show(None))
        for key, act in (
            (MOVE_KEY, self._move),
            (CLOSE_KEY, lambda: self._show(self.day)),
            ("PgUp", lambda: self.day.turn(1)),
            ("PgDown", lambda: self.day.turn(-1)),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _start_page(self) -> QWidget:
        card = Card()
        card.body.setSpacing(theme.current().space(12))
        card.body.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addWidget(self.words)
        buttons: list[Button] = [self.open_button, self.close_button, self.move_button]
        for button in (*buttons, self.expense_button, self.day_button):
            card.body.addWidget(button)
        card.body.addStretch(1)
        return card

    def _lay_out(self) -> None:
        for page in (self._start, self.opening, self.closing, self.moving, self.day):
            self.pages.addWidget(page)
        self.pages.setMinimumWidth(theme.current().px(470))
        sheet = Card()
        sheet.setMinimumWidth(theme.current().px(520))
        sheet.body.addWidget(SectionTitle(self.tr("Last acts at the box")))
        sheet.body.addWidget(self.acts_table, 1)
        sheet.body.addWidget(self.whole)
        main = QWidget()
        layout = QVBoxLayout(main)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        layout.addStretch(1)
        self.body.addWidget(self.header)
        self.body.addWidget(Columns(main, sheet), 1)
