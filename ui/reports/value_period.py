"""Which period the report is about: its kind by Alt+1 to Alt+4, one turn by PgUp and PgDn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from daurulang.periods import Period, month_of
from ui import theme
from ui.reports.day_edit import DayEdit
from ui.reports.value_presenter import PeriodKind, next_period, period_around, period_before
from ui.reports.value_words import period_words
from ui.widgets import notice
from ui.widgets.button import ChoiceBar, QuietButton
from ui.widgets.card import Text
from ui.widgets.columns import Columns


class PeriodBar(QWidget):
    """Shows the period as the title of the screen. Two days are typed, Enter after each."""

    picked = Signal(object)
    """Another `Period`."""

    refused = Signal()
    """The period after this one has not begun."""

    LEAST_TITLE = 196
    """So that the buttons stay where they are from month to month."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.period = month_of(today)
        self.kinds = ChoiceBar(
            self.tr("Period"),
            [
                (PeriodKind.MONTH, self.tr("Month")),
                (PeriodKind.QUARTER, self.tr("Quarter")),
                (PeriodKind.YEAR, self.tr("Year")),
                (PeriodKind.DAYS, self.tr("Days")),
            ],
        )
        self.kinds.changed.connect(lambda _code: self._change_kind())
        self._title = Text("", "title")
        self._first, self._last = DayEdit(today), DayEdit(today)
        self._first.setAccessibleName(self.tr("First day"))
        self._last.setAccessibleName(self.tr("Last day"))
        self._first.picked.connect(self._pick_first)
        self._last.picked.connect(self._pick_last)
        self._days = QWidget()
        self._lay_out()
        self._show()

    @property
    def kind(self) -> PeriodKind:
        """What a turn turns by."""
        return PeriodKind(self.kinds.value())

    def show_today(self, today: date) -> None:
        """Another day has begun since."""
        self._today = today
        self._show()

    def serve(self, screen: QWidget) -> None:
        """PgUp, PgDn and Alt+1 to Alt+4 work wherever the focus is on a screen, which also says what is refused."""
        bound: list[tuple[str, Callable[[], object]]] = [("PgUp", self.turn_back), ("PgDown", self.turn_on)]
        bound += [(f"Alt+{number}", partial(self.choose, kind)) for number, kind in enumerate(PeriodKind, 1)]
        for key, act in bound:
            shortcut = QShortcut(QKeySequence(key), screen)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self.refused.connect(lambda: notice.warning(screen, self.tr("The period after this one has not begun.")))

    def is_now(self) -> bool:
        """Whether it is the month of today."""
        return self.period == month_of(self._today)

    def go_to_now(self) -> None:
        """The month of today."""
        self.period = month_of(self._today)
        self.kinds.choose(PeriodKind.MONTH)
        self._show()
        self.picked.emit(self.period)

    def choose(self, kind: PeriodKind) -> None:
        """Alt+1 to Alt+4."""
        self.kinds.choose(kind)
        if kind is PeriodKind.DAYS:
            self._first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def turn_back(self) -> None:
        """PgUp."""
        if self.period.first.year > 1:
            self._go(period_before(self.kind, self.period))

    def turn_on(self) -> None:
        """PgDn; there is no report of what has not begun."""
        after = next_period(self.kind, self.period)
        if after.first > self._today:
            self.refused.emit()
        else:
            self._go(after)

    def _change_kind(self) -> None:
        """The period of the new kind around what is shown, at the latest around today."""
        self._go(period_around(self.kind, min(self.period.last, self._today), self.period))

    def _pick_first(self, day: date) -> None:
        self._go(Period(day, max(day, self.period.last)))
        self._last.setFocus(Qt.FocusReason.TabFocusReason)

    def _pick_last(self, day: date) -> None:
        """Two days the wrong way round are the same days."""
        first = self.period.first
        self._go(Period(min(first, day), max(first, day)))
        self._last.selectAll()

    def _go(self, period: Period) -> None:
        changed = self.period != period
        self.period = period
        self._show()
        if changed:
            self.picked.emit(period)

    def _show(self) -> None:
        days = self.kind is PeriodKind.DAYS
        self._title.setVisible(not days)
        self._days.setVisible(days)
        self._title.setText(period_words(self.period))
        self._first.show_day(self.period.first, self._today)
        self._last.show_day(min(self.period.last, self._today), self._today)
        self._after.setEnabled(self.period.last < self._today)

    def _lay_out(self) -> None:
        space = theme.current().space
        before = QuietButton("", "PgUp", "chevron-left")
        self._after = QuietButton("", "PgDn", "chevron-right")
        before.setAccessibleName(self.tr("period before"))
        self._after.setAccessibleName(self.tr("period after"))
        before.clicked.connect(self.turn_back)
        self._after.clicked.connect(self.turn_on)
        for button in (before, self._after):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        days = QHBoxLayout(self._days)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(space(6))
        for part in (self._first, Text("–", "muted"), self._last):
            days.addWidget(part)
        turns = QWidget()
        line = QHBoxLayout(turns)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(space(6))
        self._title.setMinimumWidth(theme.current().px(self.LEAST_TITLE))
        self.kinds.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for widget in (self._title, self._days, before, self._after):
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Columns(turns, self.kinds))
