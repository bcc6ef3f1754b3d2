"""F7: goods of a store go to a buyer, who pays at once or later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from daurulang.buyers.queries import Buyer
from daurulang.drafts.model import DraftKind
from daurulang.errors import TotalChanged, UserError
from daurulang.plant_errors import NameUnknown
from daurulang.quantities import format_rupiah
from daurulang.sales.queries import Sale, sale_of
from daurulang.sales.service import SaleLineDraft, record
from daurulang.stock_errors import StockTooLow
from ui import keys
from ui.buyers.desk import BuyerDesk
from ui.keys import KeyLine
from ui.receipts.printing import print_receipt, reprint_receipt
from ui.sales.entry import SaleEntry
from ui.sales.lines import SaleLines
from ui.sales.payment import SalePayment
from ui.sales.presenter import OF_THE_FORM, Paid, SaleForm
from ui.screen import Act
from ui.session import Session
from ui.stock.act_screen import ActScreen
from ui.stock.form import StoreOfNow
from ui.stock.typed import TypedAct
from ui.widgets import notice
from ui.widgets.button import SecondaryButton

AGREED = "Alt+B"


class SaleScreen(ActScreen[SaleForm, Sale]):
    """Buyer → lines → price and payment → read-back → saved, all by Enter."""

    KIND, LINE = DraftKind.SALE, SaleLineDraft

    list_wanted = Signal()
    receivables_wanted = Signal()

    def __init__(self, session: Session) -> None:
        form = SaleForm(session.today())
        self.row, self.payment = SaleEntry(form), SalePayment(form)
        super().__init__(session, "", form, self.row, SaleLines(), self.payment)
        self.header.show_title(self.tr("Sale"))
        self.buyer = BuyerDesk(session, self.payment, self)
        self._add_ways()
        self._lay_out(above=[self.buyer.box], side=self.buyer.side)
        self._connect()
        self._hear()
        self._show_form()

    # --- what the window asks ------------------------------------------------------------------------------

    def enter(self) -> None:
        self.buyer.read()
        super().enter()

    def unsaved(self) -> bool:
        return super().unsaved() or (self.buyer.noting() and self.buyer.form.dirty())

    def kept(self) -> bool:
        return super().kept() and not (self.buyer.noting() and self.buyer.form.dirty())

    def idle(self) -> bool:
        return super().idle() and self.form.buyer is None

    def save(self) -> None:
        if self.buyer.noting():
            self.buyer.form.save()
        else:
            super().save()

    def step_back(self) -> bool:
        if self.buyer.noting():
            self.buyer.form.step_back()
            return True
        if not (self._saving or self.unsaved()):
            if self.form.buyer is None:
                return self._forget_typed_name() or self.day_bar.leave()
            if not self.panel.has_focus():
                self._start_over()
                return True
        return super().step_back()

    def reprint(self) -> None:
        """Invoice and delivery note of what was sold last here."""
        if self._last is not None:
            reprint_receipt(self, self._session, self._last.row.number)
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
            *super().keys(),
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

    # --- what the form answers -----------------------------------------------------------------------------

    def _first(self) -> QWidget:
        return self.buyer.box.edit

    def _heads(self) -> dict[str, Any]:
        buyer = self.form.buyer
        return {} if buyer is None else {"party": buyer.name, "party_id": buyer.id}

    def _take_heads(self, typed: TypedAct[Any]) -> None:
        self.buyer.take(typed.party_id)

    def _start_here(self) -> None:
        if self.form.buyer is None or self.buyer.noting():
            self.buyer.start()
        else:
            self.entry.start()

    def _take_store(self, now: StoreOfNow) -> None:
        self.form.take_store(now)
        self.payment.due.count_from(now.day)
        self.entry.goods.search_in(now.there)

    def _check(self, line: Any, position: int) -> None:
        self.form.check(line, position)

    def _load_line(self, position: int) -> None:
        self.row.load(self.form.shown()[position - 1])

    def _show_lines(self) -> None:
        self.entry.setEnabled(self.form.buyer is not None and not self._saving)
        self.lines.show_lines(self.form.shown())

    def _read_back(self) -> None:
        if self.form.buyer is None:
            self.buyer.box.refuse(self.tr("Choose the buyer first."))
        else:
            super()._read_back()

    def _read_back_words(self) -> str:
        return self.payment.words(self.form.ready())

    def _recorder(self) -> Callable[[], Sale]:
        db, desk, draft, day = self._session.db, self._session.desk, self.form.draft(), self.day_bar.given()
        return lambda: sale_of(db, record(db, desk, draft, day))

    def _saved_words(self, done: Sale) -> str:
        row = done.row
        words = self.tr("{number} saved. {buyer}: {total}.")
        if row.outstanding_rupiah:
            words = self.tr("{number} saved. {buyer}: {total}, {rest} of it on account.")
        rest = format_rupiah(row.outstanding_rupiah)
        return words.format(number=row.number, buyer=row.buyer, total=format_rupiah(row.total_rupiah), rest=rest)

    def _print(self, done: Sale) -> None:
        print_receipt(self, self._session, done.row.number)

    def _refused(self, error: UserError, sentence: str) -> None:
        """Trouble of the machine leaves what was read back: saving again is enough."""
        match error:
            case StockTooLow(material=material):
                self._unread()
                self._refuse_goods(material, error, sentence)
                self._read_store()
            case NameUnknown(what="buyer"):
                self._unread()
                self.buyer.box.start()
                self._take(None)
                self.buyer.read()
                self.buyer.box.refuse(sentence)
            case _ if isinstance(error, OF_THE_FORM) or self.day_bar.concerns(error):
                super()._refused(error, sentence)
            case _:
                self.payment.refuse(error, sentence, read_back=self.form.was_read)
        if isinstance(error, TotalChanged):
            self._read_store()

    def _refuse_goods(self, material: str, error: UserError, sentence: str) -> None:
        position = self.form.position_of(material)
        if position is not None:
            self._edit(position)
        self.entry.refuse(error, sentence)

    def _start_over(self) -> None:
        super()._start_over()
        self.buyer.box.start()
        self._show_lines()

    def _hear(self) -> None:
        self.buyer.taken.connect(self._take)
        self.buyer.left.connect(self.enter)
        for number, each in enumerate(Paid, 1):
            self._bind(f"Alt+{number}", partial(self.payment.choose, each))
        self._bind(AGREED, self.payment.turn_agreed)
        self._bind(keys.NEW, self._note_buyer)
        self._bind(keys.EDIT, self._change_buyer)

    def _add_ways(self) -> None:
        to_list = SecondaryButton(self.tr("List of sales"), keys.SALES, "list-checks")
        to_receivables = SecondaryButton(self.tr("Receivables"), keys.RECEIVABLES, "hand-coins")
        for button, wanted in ((to_list, self.list_wanted), (to_receivables, self.receivables_wanted)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(wanted)
            self.header.add(button)
