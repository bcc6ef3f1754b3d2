"""F7: goods of a store go to a buyer, who pays at once or later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from daurulang.buyers.queries import Buyer
from daurulang.errors import TotalChanged, UserError
from daurulang.plant_errors import GoodsRefused, NameUnknown, NoGoods
from daurulang.quantities import format_rupiah
from daurulang.sales.goods import GoodsToSell
from daurulang.sales.queries import Sale, sale_of
from daurulang.sales.service import SaleLineDraft, record
from daurulang.stock_errors import StockTooLow
from ui import keys, tasks, theme
from ui.buyers.desk import BuyerDesk
from ui.keys import KeyLine
from ui.receipts.printing import print_receipt, reprint_receipt
from ui.sales.entry import SaleEntry, goods_title
from ui.sales.lines import SaleLines
from ui.sales.payment import SalePayment
from ui.sales.presenter import OF_THE_FORM, Paid, SaleForm, StoreOfDay, nothing_there, store_of_day
from ui.screen import Act, Screen
from ui.session import Session
from ui.stock.choice import StoreChoice
from ui.stock.day_bar import DAY_KEY, DayBar
from ui.widgets import notice
from ui.widgets.button import SecondaryButton
from ui.widgets.card import Card, Rule, ScreenHeader
from ui.widgets.columns import Columns, stacked
from ui.widgets.field import Field
from ui.wording import worded

AGREED = "Alt+B"


class SaleScreen(Screen):
    """Buyer → lines → price and payment → read-back → saved, all by Enter."""

    list_wanted = Signal()
    receivables_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._saving = False
        self._warned = False
        self._last_number = ""
        self.header = ScreenHeader(self.tr("Sale"))
        self.form = SaleForm(nothing_there(session.today()))
        self.store = StoreChoice()
        self._store_field = Field(self.tr("Out of the store"), self.store)
        self._store_field.hide()
        self.day_bar = DayBar(session, self.header)
        self.lines = SaleLines()
        self.entry = SaleEntry(self.form)
        self.payment = SalePayment(self.form)
        self.buyer = BuyerDesk(session, self.payment, self)
        self._lay_out()
        self._connect()
        self._show_form()

    # --- what the window asks ------------------------------------------------------------------------------

    def enter(self) -> None:
        """Read buyers and the store anew and put the focus where typing begins."""
        self.day_bar.tell()
        self.buyer.read()
        self._read_store()
        if self.form.buyer is None or self.buyer.noting():
            self.buyer.start()
        else:
            self.entry.start()

    def unsaved(self) -> bool:
        noting = self.buyer.noting() and self.buyer.form.dirty()
        return noting or not (self.form.empty and self.entry.is_empty())

    def save(self) -> None:
        """Read back first, save at the second time."""
        if self.buyer.noting():
            self.buyer.form.save()
        elif self._saving or not self.day_bar.ready():
            return
        elif self.form.read_back_rupiah is None:
            self._read_back()
        else:
            self._record()

    def step_back(self) -> bool:
        """Out of the read-back, out of the payment, out of the form; typed work is warned for first."""
        if self._saving:
            return True
        if self.buyer.noting():
            self.buyer.form.step_back()
            return True
        if self.form.buyer is None and not self.unsaved():
            return self._forget_typed_name() or self.day_bar.leave()
        if self.form.read_back_rupiah is not None or self.payment.has_focus():
            self._unread()
            self.entry.start()
        elif self.entry.position is not None:
            self.entry.clear()  # the line stands in the list as it was
            self.entry.start()
        elif not self.unsaved() or self._warned:
            self._start_over()
        else:
            self._warned = True
            notice.warning(self, self.tr("Nothing is saved yet. Esc once more drops the lines typed."))
            self.entry.start()
        return True

    def reprint(self) -> None:
        """Invoice and delivery note of what was sold last here."""
        if self._last_number:
            reprint_receipt(self, self._session, self._last_number)
        else:
            notice.warning(self, self.tr("Nothing was sold at this counter yet; the list of sales has the older ones."))

    def acts(self) -> Sequence[Act]:
        noting = Act(self.tr("New buyer"), self._note_buyer, key=keys.NEW)
        if self.form.buyer is None:
            return (noting,)
        return (noting, Act(self.tr("Change the buyer"), self._change_buyer, key=keys.EDIT))

    def hints(self) -> Sequence[KeyLine]:
        return (
            KeyLine(keys.SALES, self.tr("list of sales")),
            KeyLine(keys.RECEIVABLES, self.tr("receivables")),
            *super().hints(),
        )

    def keys(self) -> Sequence[KeyLine]:
        return (
            KeyLine("Alt+1…3", self.tr("How it is paid")),
            KeyLine(AGREED, self.tr("One total for all lines")),
            KeyLine("Tab", self.tr("The buyer's own weight")),
            KeyLine(DAY_KEY, self.tr("Date of the paper")),
            KeyLine("↑", self.tr("Into the list of lines")),
            KeyLine("Del", self.tr("Take a line out")),
            KeyLine("Ctrl+Z", self.tr("Put the line back")),
        )

    # --- the buyer -----------------------------------------------------------------------------------------

    def _take(self, buyer: Buyer | None) -> None:
        self.form.buyer = buyer
        self.form.unread()
        self._show_form()
        if buyer is not None:
            self.entry.start()

    def _note_buyer(self) -> None:
        if not self._saving:
            self.buyer.note()

    def _change_buyer(self) -> None:
        if not self._saving:
            self.buyer.change()

    def _forget_typed_name(self) -> bool:
        typed = bool(self.buyer.box.edit.text())
        self.buyer.box.start()
        return typed

    # --- the lines -----------------------------------------------------------------------------------------

    def _put(self, line: SaleLineDraft, goods: GoodsToSell) -> None:
        position = self.entry.position
        try:
            self.form.check(line, position or len(self.form.lines) + 1)
        except UserError as error:
            self.entry.refuse(error, worded(error))
            return
        self.form.put(line, position)
        self.entry.clear()
        self._show_form()
        self.entry.start()

    def _entry_settled(self, position: int) -> bool:
        """What is being typed goes into the list before another line is touched; False while it cannot."""
        return self.entry.is_empty() or self.entry.position == position or self.entry.submit()

    def _edit(self, position: int) -> None:
        if self._entry_settled(position):
            self._unread()
            self.entry.load(self.form.shown()[position - 1])

    def _remove(self, position: int) -> None:
        if not self._entry_settled(position):
            return
        name = goods_title(self.form.shown()[position - 1].goods)
        if self.entry.position is not None:
            self.entry.clear()
        self.form.remove(position)
        self._show_form()
        if not self.form.lines:
            self.entry.start()
        notice.warning(self, self.tr("{material} taken out. Ctrl+Z puts it back.").format(material=name))

    def _restore(self) -> None:
        if not self._saving and self.form.restore() is not None:
            self._show_form()
            notice.good(self, self.tr("The line is back."))

    def _edited(self) -> None:
        self._unwarn()
        if self.form.read_back_rupiah is not None:
            self._unread()

    def _unread(self) -> None:
        self.form.unread()
        self.payment.refresh()

    # --- saving --------------------------------------------------------------------------------------------

    def _read_back(self) -> None:
        if self.form.buyer is None:
            self.buyer.box.refuse(self.tr("Choose the buyer first."))
            return
        if not self.entry.is_empty() and not self.entry.submit():
            return
        for edit in (self.payment.now, self.payment.due):
            if edit.isVisible() and not edit.accept_entry():
                return
        try:
            self.payment.show_read_back(self.form.read_back())
        except UserError as error:
            self._refused(error, worded(error))

    def _record(self) -> None:
        draft = self.form.draft()
        if draft is None:
            return
        db, desk, day = self._session.db, self._session.desk, self.day_bar.given()
        self._hold(saving=True)
        self.payment.confirm.show_saving()
        tasks.aside(
            self,
            lambda: sale_of(db, record(db, desk, draft, day)),
            self._saved,
            self._refused_saving,
            on_given_up=self._given_up,
        )

    def _saved(self, sale: Sale) -> None:
        self._hold(saving=False)
        row = sale.row
        self._last_number = row.number
        said = self.tr("{number} saved. {buyer}: {total}.")
        if row.outstanding_rupiah:
            said = self.tr("{number} saved. {buyer}: {total}, {rest} of it on account.")
        rest = format_rupiah(row.outstanding_rupiah)
        notice.good(
            self, said.format(number=row.number, buyer=row.buyer, total=format_rupiah(row.total_rupiah), rest=rest)
        )
        print_receipt(self, self._session, row.number)
        self._start_over()
        self._read_store()

    def _refused_saving(self, error: UserError, sentence: str) -> None:
        self._hold(saving=False)
        self._refused(error, sentence)

    def _given_up(self) -> None:
        """A bug, which is reported: the form and its key stay, so that saving again never books twice."""
        self._hold(saving=False)
        self._unread()

    def _refused(self, error: UserError, sentence: str) -> None:
        """Everything typed and the form's key stay; the sentence goes to the field it belongs to."""
        if isinstance(error, OF_THE_FORM):
            self._unread()
        if self.day_bar.refuse(error, sentence):
            self._unread()
            return
        match error:
            case GoodsRefused(position=position):
                self._edit(position)
                self.entry.refuse(error, sentence)
            case StockTooLow(material=material):
                self._refuse_goods(material, error, sentence)
            case NoGoods():
                self.entry.refuse(error, sentence)
            case NameUnknown(what="buyer"):
                self.buyer.box.start()
                self._take(None)
                self.buyer.read()
                self.buyer.box.refuse(sentence)
            case _:
                self.payment.refuse(error, sentence)
        if isinstance(error, StockTooLow | TotalChanged | NameUnknown):
            self._read_store()

    def _refuse_goods(self, material: str, error: UserError, sentence: str) -> None:
        position = self.form.position_of(material)
        if position is not None:
            self._edit(position)
        self.entry.refuse(error, sentence)

    def _hold(self, *, saving: bool) -> None:
        """What is on its way to the disk cannot be changed, and nothing can be typed that would be lost with it."""
        self._saving = saving
        for part in (self.entry, self.lines, self._store_field, self.day_bar):
            part.setEnabled(not saving)
        self.payment.hold(saving=saving)

    # --- inside --------------------------------------------------------------------------------------------

    def _start_over(self) -> None:
        self._unwarn()
        self.form.start_over()
        self.entry.clear()
        self.payment.start_over(self.day_bar.day())
        self.buyer.box.start()
        self._show_form()

    def _unwarn(self) -> None:
        if self._warned:
            self._warned = False
            notice.take_back(self)

    def _show_form(self) -> None:
        self._unwarn()
        self.entry.setEnabled(self.form.buyer is not None and not self._saving)
        self.lines.show_lines(self.form.shown())
        self.payment.refresh()

    def _read_store(self) -> None:
        db, place_id, day = self._session.db, self.form.there.place_id, self.day_bar.day()
        tasks.aside(self, lambda: store_of_day(db, place_id, day), self._show_store)

    def _show_store(self, there: StoreOfDay) -> None:
        """What lies there now; a problem that is being shown stays where it is."""
        if there.place_id != self.form.there.place_id or there.day != self.day_bar.day():
            return  # another store or day was chosen faster than this was read
        self.form.take_store(there)
        self.entry.goods.search_in(there.goods)
        self.store.show_stores(there.stores)
        self._store_field.setVisible(len(there.stores) > 1)
        self.lines.show_lines(self.form.shown())
        if self.form.read_back_rupiah is None and not self.payment.confirm.message():
            self.payment.refresh()

    def _take_day(self) -> None:
        """Another day's prices hold, and what is due is counted from it."""
        self.payment.due.count_from(self.day_bar.day())
        self._unread()
        self._read_store()

    def _choose_store(self) -> None:
        self.form.take_store(StoreOfDay(self.day_bar.day(), self.store.place_id(), self.form.there.stores))
        self._unread()
        self._show_form()
        self._read_store()

    def _connect(self) -> None:
        self.buyer.taken.connect(self._take)
        self.buyer.left.connect(self.enter)
        self.day_bar.changed.connect(self._take_day)
        self.day_bar.left.connect(self.enter)
        self.store.currentIndexChanged.connect(lambda _row: self._choose_store())
        self.entry.entered.connect(self._put)
        self.entry.edited.connect(self._edited)
        self.entry.goods.skipped.connect(self.payment.start)
        self.entry.goods.up_wanted.connect(self.lines.start)
        self.lines.edit_wanted.connect(self._edit)
        self.lines.remove_wanted.connect(self._remove)
        self.lines.left.connect(self.entry.type_on)
        self.payment.changed.connect(self._priced_anew)
        self.payment.confirm.pressed.connect(self.save)
        for number, each in enumerate(Paid, 1):
            self._bind(f"Alt+{number}", partial(self.payment.choose, each))
        bound: tuple[tuple[str, Callable[[], object]], ...] = (
            *((AGREED, self.payment.turn_agreed), ("Ctrl+Z", self._restore), (DAY_KEY, self.day_bar.turn)),
            *((keys.NEW, self._note_buyer), (keys.EDIT, self._change_buyer)),
        )
        for key, act in bound:
            self._bind(key, act)

    def _priced_anew(self) -> None:
        self._unwarn()
        self.lines.show_lines(self.form.shown())
        self.entry.explain()

    def _bind(self, key: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        to_list = SecondaryButton(self.tr("List of sales"), keys.SALES, "list-checks")
        to_receivables = SecondaryButton(self.tr("Receivables"), keys.RECEIVABLES, "hand-coins")
        for button, wanted in ((to_list, self.list_wanted), (to_receivables, self.receivables_wanted)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(wanted)
            self.header.add(button)
        space = theme.current().space
        sheet = Card()
        sheet.body.setContentsMargins(space(10), space(6), space(10), space(12))
        for widget in (self._store_field, self.lines, Rule(), self.entry):
            sheet.body.addWidget(widget, 1 if widget is self.lines else 0)
        self.body.addWidget(
            Columns(stacked((self.header, self.day_bar, self.buyer.box, sheet), sheet), self.buyer.side), 1
        )
