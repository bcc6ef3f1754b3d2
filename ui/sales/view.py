"""A sale on the screen: its lines with both weights, what it brought above cost, and how the account stands."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from daurulang.periods import short_day
from daurulang.quantities import Condition, format_quantity, format_rupiah, format_whole
from daurulang.sales.model import Priced
from daurulang.sales.queries import Sale, SaleLine
from ui import keys, theme
from ui.days import long_day
from ui.sales.words import paid_in_word, state_of
from ui.widgets.button import PrimaryButton, SecondaryButton
from ui.widgets.card import Card, ElidedText, Facts, KeyHint, Pill, Rule, Text
from ui.words import condition_word

RECEIVE = "Alt+U"


class SaleView(Card):
    """Shows one sale; `show_sale` replaces it."""

    receive_wanted = Signal()
    reverse_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = theme.current().space
        self._title, self._pill = Text("", "heading"), Pill()
        self._buyer, self._day = ElidedText("", "strong"), ElidedText("", "muted")
        self._more = Text("", "small")
        self._more.setWordWrap(True)
        self._lines = QWidget()
        self._grid = QGridLayout(self._lines)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(space(2))
        self._grid.setColumnStretch(0, 1)
        self._account, self._margin = Facts(), Facts()
        self.receive = PrimaryButton(self.tr("Receive a payment"), RECEIVE)
        self.reverse = SecondaryButton("", keys.REVERSE)
        for button, wanted in ((self.receive, self.receive_wanted), (self.reverse, self.reverse_wanted)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(wanted)
        self._lay_out()

    def show_sale(self, sale: Sale, today: date) -> None:
        """Show this one as it stands now."""
        row = sale.row
        self._title.setText(self.tr("Sale {number}").format(number=row.number))
        self.setAccessibleName(self._title.text())
        self._pill.show_pill(*state_of(row, today))
        self._buyer.setText(row.buyer)
        self._day.setText(long_day(row.day))
        told = (sale.store, sale.vehicle, sale.note)
        self._more.setText("  ·  ".join(filter(None, told)))
        self._clear_lines()
        for line in sale.lines:
            self._add_line(line, agreed=sale.priced is Priced.AGREED)
        self._account.show_facts(self._account_of(sale))
        self._margin.show_facts(
            [
                (self.tr("Goods had cost"), format_rupiah(row.goods.rupiah)),
                (self.tr("Left above cost"), format_rupiah(row.margin_rupiah)),
            ]
        )
        self.receive.setVisible(bool(row.outstanding_rupiah))
        self.reverse.setVisible(not row.reversed_by)
        paid = any(not each.reversed_by for each in sale.payments)
        self.reverse.setText(self.tr("Reverse the last payment") if paid else self.tr("Reverse the sale"))
        self.reverse.updateGeometry()

    def words(self) -> str:
        """Everything on the sheet, line by line."""
        texts = [each for each in self.findChildren(Text) if not each.isHidden()]
        return "\n".join(each.accessibleName() or each.text() for each in texts)

    # --- inside --------------------------------------------------------------------------------------------

    def _account_of(self, sale: Sale) -> list[tuple[str, str]]:
        row = sale.row
        total = self.tr("Agreed total") if sale.priced is Priced.AGREED else self.tr("Total")
        facts = [(total, format_rupiah(row.total_rupiah))]
        if sale.paid_at_once_rupiah:
            words = self.tr("Paid at once ({how})").format(how=paid_in_word(sale.paid_in).lower())
            facts.append((words, format_rupiah(sale.paid_at_once_rupiah)))
        for each in sale.payments:
            words = self.tr("{number}, {day} ({how})")
            if each.reversed_by:
                words = self.tr("{number}, {day}: reversed")
            how = paid_in_word(each.paid_in).lower()
            told = words.format(number=each.number, day=short_day(each.day), how=how)
            facts.append((told, format_rupiah(0 if each.reversed_by else each.rupiah)))
        if row.outstanding_rupiah:
            facts.append((self.tr("Still owed"), format_rupiah(row.outstanding_rupiah)))
        if row.outstanding_rupiah and row.due_day is not None:
            facts.append((self.tr("Due"), short_day(row.due_day)))
        return facts

    def _add_line(self, line: SaleLine, *, agreed: bool) -> None:
        name = line.name if line.condition is Condition.CLEAN else f"{line.name}  ·  {condition_word(line.condition)}"
        detail = format_quantity(line.buyer_quantity, line.unit)
        if not agreed:
            detail += f" × {format_whole(line.price_rupiah)}"
        if line.buyer_quantity != line.quantity:
            ours = format_quantity(line.quantity, line.unit)
            detail += "   (" + self.tr("ours {ours}: {reason}").format(ours=ours, reason=line.difference_reason) + ")"
        row = self._grid.rowCount()
        self._grid.addWidget(ElidedText(name), row, 0)
        self._grid.addWidget(Text(format_whole(line.amount_rupiah), "strong"), row, 1, Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(ElidedText(detail, "small"), row + 1, 0, 1, 2)

    def _clear_lines(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._pill)
        head.addStretch(1)
        self.body.addLayout(head)
        for part in (
            *(self._buyer, self._day, self._more, Rule(), self._lines, Rule(), self._account),
            *(Rule(), self._margin, self.receive, self.reverse),
        ):
            self.body.addWidget(part)
        hints = QHBoxLayout()
        hints.addWidget(KeyHint(keys.REPRINT, self.tr("invoice")))
        hints.addStretch(1)
        hints.addWidget(KeyHint(keys.BACK, self.tr("close")))
        self.body.addStretch(1)
        self.body.addLayout(hints)
