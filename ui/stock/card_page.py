"""The card of a material: what came and went in a month, and what was left each time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from daurulang.periods import Period, month_of, months_from, short_day
from daurulang.quantities import Unit, format_amount_of, format_quantity, format_rupiah, format_whole
from daurulang.reports.stock import StockRow
from daurulang.reports.stock_card import Movement, StockCard, stock_card
from daurulang.stock.queries import Level, StockKey
from ui import keys, tasks, theme
from ui.days import month_words
from ui.session import Session
from ui.stock.files import start_card, start_card_workbook
from ui.stock.words import movement_words
from ui.widgets import notice
from ui.widgets.button import SecondaryButton
from ui.widgets.card import Card, Facts, ScreenHeader
from ui.widgets.rows import Column
from ui.widgets.table import TableView
from ui.words import goods_words


class CardPage(QWidget):
    """PgUp and PgDn turn the months; Ctrl+P makes the paper, Ctrl+L the workbook."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._key: StockKey | None = None
        self._unit = Unit.KILOGRAM
        self._period = month_of(session.today())
        self.card: StockCard | None = None
        self.header = ScreenHeader("")
        self.table: TableView[Movement] = TableView(
            self._columns(),
            empty=self.tr("Nothing came or went in this month. PgUp shows the month before."),
            name=self.tr("Card of the store"),
        )
        self.totals = Facts()
        self._lay_out()
        bound: tuple[tuple[str, Callable[[], object]], ...] = (
            *(("PgUp", lambda: self._turn(-1)), ("PgDown", lambda: self._turn(1))),
            (keys.EXCEL, self._workbook),
        )
        for key, act in bound:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self.table.copied.connect(lambda count: notice.good(self, self.tr("{count} rows copied.").format(count=count)))

    def open(self, row: StockRow) -> None:
        """Show the card of these goods in the month that is under way."""
        self._key = StockKey(row.store.place_id, row.material.id, row.condition)
        self._unit = row.material.unit
        self._period = month_of(self._session.today())
        self.header.show_title(goods_words(row.material.name, row.condition))
        self.table.show_rows(())
        self.totals.show_facts([])
        self._read()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_card(self) -> None:
        """The card on paper."""
        if self.card is not None:
            start_card(self, self._session, self.card)

    # --- inside --------------------------------------------------------------------------------------------

    def _read(self) -> None:
        db, key, period = self._session.db, self._key, self._period
        if key is None:
            return
        self.card = None

        def show(card: StockCard) -> None:
            if (key, period) == (self._key, self._period):
                self._show(card)

        tasks.aside(self, lambda: stock_card(db, key, period), show)

    def _show(self, card: StockCard) -> None:
        self.card = card
        self.header.show_note(f"{card.material.code}  ·  {card.store.name}  ·  {month_words(card.period.first)}")
        self.table.show_rows(card.movements)
        facts = [(self.tr("Lay there before"), card.opening), (self.tr("Came"), card.into), (self.tr("Went"), card.out)]
        facts.append((self.tr("Left at the end"), card.closing))
        self.totals.show_facts([(words, self._level(level)) for words, level in facts])

    def _level(self, level: Level) -> str:
        quantity = format_quantity(level.of(self._unit), self._unit).replace("-", "\u2212")
        return f"{quantity}   {format_rupiah(level.rupiah)}"

    def _turn(self, months: int) -> None:
        turned: Period = months_from(self._period.first, months, 1)
        if turned.first <= self._session.today():
            self._period = turned
            self._read()

    def _workbook(self) -> None:
        if self.card is not None:
            start_card_workbook(self, self.card)

    def _columns(self) -> list[Column[Movement]]:
        def amount(of: Callable[[Movement], Level]) -> Callable[[Movement], str]:
            return lambda row: format_amount_of(of(row).of(self._unit), self._unit) if of(row) else ""

        def cost(of: Callable[[Movement], Level]) -> Callable[[Movement], str]:
            return lambda row: format_whole(of(row).rupiah) if of(row).rupiah else ""

        def left(row: Movement) -> str:
            return format_amount_of(row.balance.of(self._unit), self._unit).replace("-", "\u2212")

        return [
            Column(self.tr("Day"), lambda row: short_day(row.day), sort=lambda row: row.day, width=104, muted=True),
            Column(self.tr("Number"), lambda row: row.number, sort=lambda row: row.entry_id, width=104),
            Column(self.tr("What"), movement_words),
            Column(self.tr("In"), amount(lambda row: row.into), right=True, width=104),
            Column(self.tr("Out"), amount(lambda row: row.out), right=True, width=104),
            Column(self.tr("Left"), left, right=True, strong=True, width=112),
            Column(self.tr("In Rp"), cost(lambda row: row.into), right=True, width=104, spare=2),
            Column(self.tr("Out Rp"), cost(lambda row: row.out), right=True, width=104, spare=2),
            Column(self.tr("Left Rp"), lambda row: format_whole(row.balance.rupiah), right=True, width=112, spare=1),
        ]

    def _lay_out(self) -> None:
        workbook = SecondaryButton("Excel", keys.EXCEL, "file-spreadsheet")
        paper = SecondaryButton(self.tr("Paper"), keys.REPRINT, "printer")
        for button, act in ((paper, self.print_card), (workbook, self._workbook)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(act)
            self.header.add(button)
        sheet = Card()
        sheet.body.addWidget(self.table, 1)
        sheet.body.addWidget(self.totals)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.current().space(12))
        layout.addWidget(self.header)
        layout.addWidget(sheet, 1)
