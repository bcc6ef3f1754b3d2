"""The sales of a month or a year, or those still owed; one of them in full, its payments, and undoing it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from daurulang.periods import Period, month_of, months_from, short_day, year_of
from daurulang.quantities import format_rupiah, format_whole
from daurulang.sales.queries import Sale, SaleRow, sale_of, sales
from daurulang.stock.queries import NOTHING
from ui import keys, tasks, theme
from ui.corrections.act_reversal import ActReversal, PlainAct
from ui.days import month_words
from ui.keys import KeyLine
from ui.lists import ListButton
from ui.receipts.printing import print_receipt, reprint_receipt
from ui.sales.receive import ReceivePanel
from ui.sales.view import RECEIVE, SaleView
from ui.sales.words import goods_words, paid_in_word
from ui.screen import Act, Screen
from ui.session import Session
from ui.widgets import notice
from ui.widgets.button import ChoiceBar
from ui.widgets.card import Card, Facts, ScreenHeader
from ui.widgets.columns import Columns, stacked
from ui.widgets.rows import Column
from ui.widgets.table import TableView

_MONTH, _YEAR, _OWED = "month", "year", "owed"


class SalesScreen(Screen):
    """Enter opens a sale; what may be done with it stands beside the list."""

    left = Signal()
    """Esc: back to the form of a sale."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._day = session.today()
        self._buyer: tuple[int, str] | None = None
        self._sale: Sale | None = None
        self.header = ScreenHeader(self.tr("Sales"))
        self.which = ChoiceBar(
            self.tr("Which sales"),
            [(_MONTH, self.tr("Month")), (_YEAR, self.tr("Year")), (_OWED, self.tr("Still owed"))],
        )
        self.table: TableView[SaleRow] = TableView(
            self._columns(),
            empty=self.tr("Nothing was sold here. F7 begins a sale, PgUp shows the month before."),
            struck=lambda row: bool(row.reversed_by),
            name=self.tr("Sales"),
        )
        self.totals = Facts()
        self.view = SaleView()
        self.receiving = ReceivePanel(session)
        self.reversal = ActReversal(session)
        self._side = stacked((self.view, self.receiving, self.reversal), self.view)
        self._side.setMinimumWidth(theme.current().px(350))
        self._show_beside(None)
        self._lay_out()
        self._connect()

    # --- what the window asks ------------------------------------------------------------------------------

    def enter(self) -> None:
        """Read the list anew; a form that was begun stays."""
        self._read()
        if self.receiving.isVisible():
            self.receiving.walker.start()
        elif self.reversal.isVisible():
            self.reversal.walker.start()
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def unsaved(self) -> bool:
        forms = (self.receiving, self.reversal)
        return any(not form.isHidden() and form.dirty() for form in forms)

    def save(self) -> None:
        if not self.receiving.isHidden():
            self.receiving.save()
        elif not self.reversal.isHidden():
            self.reversal.save()

    def step_back(self) -> bool:
        """Close what stands beside the list, forget the buyer chosen, then go back to the form of a sale."""
        for form in (self.receiving, self.reversal):
            if not form.isHidden():
                form.step_back()
                return True
        if not self.view.isHidden():
            self._close_side()
        elif self._buyer is not None:
            self._buyer = None
            self._read()
        else:
            self.left.emit()
        return True

    def reprint(self) -> None:
        row = self.table.current_row()
        if row is None:
            notice.warning(self, self.tr("Choose a sale first."))
        else:
            reprint_receipt(self, self._session, row.number)

    def acts(self) -> Sequence[Act]:
        return (
            Act(self.tr("Receive a payment"), self._receive, key=RECEIVE),
            Act(self.tr("Reverse the sale chosen"), self._reverse, key=keys.REVERSE),
        )

    def hints(self) -> Sequence[KeyLine]:
        return (
            KeyLine("Enter", self.tr("look")),
            KeyLine(RECEIVE, self.tr("payment")),
            KeyLine(keys.REVERSE, self.tr("reverse")),
            KeyLine(keys.REPRINT, self.tr("invoice")),
            KeyLine(keys.BACK, self.tr("back")),
        )

    def keys(self) -> Sequence[KeyLine]:
        turning = (KeyLine("PgUp", self.tr("month or year before")), KeyLine("PgDn", self.tr("month or year after")))
        return (*turning, KeyLine("Alt+1…3", self.tr("Which sales")), *super().keys())

    # --- the list ------------------------------------------------------------------------------------------

    def show_owed_by(self, buyer_id: int, name: str) -> None:
        """The sales that one buyer still owes for."""
        self._buyer = (buyer_id, name)
        self.which.choose(_OWED)
        self._read()

    def _period(self) -> Period | None:
        """The days that are looked at; None for all of them."""
        return {_MONTH: month_of(self._day), _YEAR: year_of(self._day)}.get(self.which.value())

    def _read(self) -> None:
        db, asked = self._session.db, (self._period(), self._buyer)
        period, buyer = asked

        def show(rows: tuple[SaleRow, ...]) -> None:
            if asked == (self._period(), self._buyer):  # else it was turned faster than this was read
                self._show_rows(rows)

        buyer_id = None if buyer is None else buyer[0]
        tasks.aside(self, lambda: sales(db, period, buyer_id, owed=period is None), show)

    def _show_rows(self, rows: Sequence[SaleRow]) -> None:
        self.header.show_note(self._note())
        self.table.show_rows(rows)
        standing = [row for row in rows if not row.reversed_by]
        self.header.show_summary(self.tr("{count} sales").format(count=len(standing)))
        goods = goods_words(sum((row.goods for row in standing), NOTHING))
        words = self.tr("Sold: {goods}")
        self.totals.show_facts(
            [
                (words.format(goods=goods), format_rupiah(sum(row.total_rupiah for row in standing))),
                (self.tr("Above cost"), format_rupiah(sum(row.margin_rupiah for row in standing))),
                (self.tr("Still owed"), format_rupiah(sum(row.outstanding_rupiah for row in standing))),
            ]
        )

    def _note(self) -> str:
        words = self.tr("still owed")
        if self.which.value() != _OWED:
            words = month_words(self._day) if self.which.value() == _MONTH else str(self._day.year)
        return "  ·  ".join(filter(None, (words, "" if self._buyer is None else self._buyer[1])))

    def _turn(self, step: int) -> None:
        if self.which.value() == _OWED:
            return
        turned = months_from(self._day, step if self.which.value() == _MONTH else 12 * step, 1)
        if turned.first <= self._session.today():
            self._day = turned.first
            self._read()

    # --- one sale ------------------------------------------------------------------------------------------

    def _open(self, row: SaleRow) -> None:
        db = self._session.db
        tasks.perform(self, lambda: sale_of(db, row.entry_id), self._show_sale)

    def _show_sale(self, sale: Sale) -> None:
        self._sale = sale
        self.view.show_sale(sale, self._session.today())
        if not self.unsaved():
            self._show_beside(self.view)

    def _follow(self, row: SaleRow | None) -> None:
        """While a sale is open, the sheet goes with the cursor."""
        if row is not None and not self.view.isHidden() and (self._sale is None or self._sale.row != row):
            self._open(row)

    def _with_chosen(self, act: Callable[[Sale], object]) -> None:
        """Do something with the sale under the cursor, as it stands now."""
        for form in (self.receiving, self.reversal):
            if not form.isHidden():
                form.remind()
                return
        row, db = self.table.current_row(), self._session.db
        if row is None:
            notice.warning(self, self.tr("Choose a sale first."))
            return

        def show(sale: Sale) -> None:
            self._show_sale(sale)
            act(sale)

        tasks.perform(self, lambda: sale_of(db, row.entry_id), show)

    def _receive(self) -> None:
        def receive(sale: Sale) -> None:
            if not sale.row.outstanding_rupiah:
                notice.warning(self, self.tr("Nothing is owed for {number}.").format(number=sale.row.number))
                return
            self._show_beside(self.receiving)
            self.receiving.begin(sale.row)

        self._with_chosen(receive)

    def _received(self, number: str, rupiah: int) -> None:
        said = self.tr("{number} saved: {amount} for {sale}.")
        sale = self.receiving.sale_number()
        notice.good(self, said.format(number=number, amount=format_rupiah(rupiah), sale=sale))
        print_receipt(self, self._session, number)
        self._show_again()

    def _reverse(self) -> None:
        """The sale; payments that stand come before it, the last one first."""

        def reverse(sale: Sale) -> None:
            if sale.row.reversed_by:
                words = self.tr("{number} was reversed already by {other}.")
                notice.warning(self, words.format(number=sale.row.number, other=sale.row.reversed_by))
                return
            self.reversal.ask(self._act_of(sale))

        self._with_chosen(reverse)

    def _act_of(self, sale: Sale) -> PlainAct:
        row = sale.row
        payment = next((each for each in reversed(sale.payments) if not each.reversed_by), None)
        if payment is not None:
            words = self.tr("Payment {day}  ·  {buyer}  ·  for {sale}")
            told = words.format(day=short_day(payment.day), buyer=row.buyer, sale=row.number)
            facts = [(paid_in_word(payment.paid_in), format_rupiah(payment.rupiah))]
            return PlainAct(payment.entry_id, payment.number, told, facts)
        words = self.tr("Sale {day}  ·  {buyer}")
        facts = [(line.name, format_whole(line.amount_rupiah)) for line in sale.lines]
        facts.append((self.tr("Total"), format_rupiah(row.total_rupiah)))
        if sale.paid_at_once_rupiah:
            given_back = self.tr("Given back ({how})").format(how=paid_in_word(sale.paid_in).lower())
            facts.append((given_back, format_rupiah(sale.paid_at_once_rupiah)))
        return PlainAct(row.entry_id, row.number, words.format(day=short_day(row.day), buyer=row.buyer), facts)

    def _reversed(self, number: str, undone: str) -> None:
        notice.good(self, self.tr("{number} saved: {undone} is reversed.").format(number=number, undone=undone))
        self._show_again()

    def _show_again(self) -> None:
        """The list and the sale as they stand after an act."""
        self._show_beside(self.view)
        self._read()
        if self._sale is not None:
            self._open(self._sale.row)
        self.table.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_beside(self, part: QWidget | None) -> None:
        """One thing beside the list, or nothing."""
        for each in (self.view, self.receiving, self.reversal):
            each.setVisible(each is part)
        self._side.setVisible(part is not None)
        self.hints_changed.emit()

    def _close_side(self) -> None:
        self._show_beside(None)
        self.table.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _form_closed(self) -> None:
        self._show_beside(self.view)
        self.table.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- inside --------------------------------------------------------------------------------------------

    def _columns(self) -> list[Column[SaleRow]]:
        return [
            Column(self.tr("Number"), lambda row: row.number, sort=lambda row: row.entry_id, width=106),
            Column(self.tr("Day"), lambda row: short_day(row.day), sort=lambda row: row.day, width=106, muted=True),
            Column(self.tr("Buyer"), lambda row: row.buyer),
            Column(self.tr("Goods"), lambda row: goods_words(row.goods), sort=lambda row: row.goods.grams, right=True,
                   width=104, spare=3),
            Column(self.tr("Total Rp"), lambda row: format_whole(row.total_rupiah), sort=lambda row: row.total_rupiah,
                   right=True, strong=True, width=112, kind="rupiah"),
            Column(self.tr("Paid Rp"), lambda row: format_whole(row.paid_rupiah), sort=lambda row: row.paid_rupiah,
                   right=True, width=112, spare=2, kind="rupiah"),
            Column(self.tr("Owed Rp"), _owed, sort=lambda row: row.outstanding_rupiah, right=True, strong=True,
                   width=112, kind="rupiah"),
            Column(self.tr("Due"), self._due, sort=lambda row: row.due_day or row.day, width=110, muted=True, spare=1),
        ]  # fmt: skip

    def _due(self, row: SaleRow) -> str:
        if row.reversed_by:
            return self.tr("reversed")
        return short_day(row.due_day) if row.outstanding_rupiah and row.due_day else ""

    def _list_title(self) -> tuple[str, str]:
        day: date = self._session.today()
        return self.tr("Sales, {which}").format(which=self._note()), f"{day}"

    def _choose_which(self, code: str) -> None:
        self.which.choose(code)
        self._read()

    def _connect(self) -> None:
        self.table.opened.connect(self._open)
        self.table.current_changed.connect(self._follow)
        self.table.copied.connect(lambda count: notice.good(self, self.tr("{count} rows copied.").format(count=count)))
        self.which.changed.connect(lambda _code: self._read())
        self.view.receive_wanted.connect(self._receive)
        self.view.reverse_wanted.connect(self._reverse)
        self.receiving.received.connect(self._received)
        self.receiving.closed.connect(self._form_closed)
        self.reversal.begun.connect(lambda: self._show_beside(self.reversal))
        self.reversal.closed.connect(self._form_closed)
        self.reversal.reversed.connect(self._reversed)
        bound: tuple[tuple[str, Callable[[], object]], ...] = (
            *((RECEIVE, self._receive), (keys.REVERSE, self._reverse)),
            *(("PgUp", lambda: self._turn(-1)), ("PgDown", lambda: self._turn(1))),
            *((f"Alt+{place}", lambda code=code: self._choose_which(code))
              for place, code in enumerate((_MONTH, _YEAR, _OWED), 1)),
        )  # fmt: skip
        for key, act in bound:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        self.which.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.header.add(self.which)
        self.header.add(ListButton(self, self.table, self._list_title, "penjualan"))
        sheet = Card()
        sheet.setMinimumWidth(theme.current().px(520))
        sheet.body.addWidget(self.table, 1)
        sheet.body.addWidget(self.totals)
        self.body.addWidget(self.header)
        self.body.addWidget(Columns(sheet, self._side), 1)


def _owed(row: SaleRow) -> str:
    return format_whole(row.outstanding_rupiah) if row.outstanding_rupiah else "–"
