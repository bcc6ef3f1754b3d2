"""A receipt on the screen: a calm sheet with what its paper says. Looking at it counts no copy."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from daurulang.deposits.model import Payment
from daurulang.ledger.model import EntryKind
from daurulang.periods import clock_time, short_day
from daurulang.quantities import Condition, format_quantity, format_rupiah, format_whole
from daurulang.receipts.queries import (
    DepositPart,
    OpeningPart,
    PayoutPart,
    Receipt,
    ReceiptLine,
    RepaymentPart,
    ReversalPart,
)
from ui import theme
from ui.days import long_day
from ui.widgets.card import Card, ElidedText, Facts, KeyHint, Pill, Rule, SectionTitle, Text, Tone
from ui.words import condition_word, entry_kind_word, payout_method_word, source_word


class PaperView(Card):
    """Shows one receipt; `show_receipt` replaces it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = theme.current().space
        self.setMinimumWidth(space(350))
        self._centre = Text("", "heading")
        self._address = Text("", "small")
        for text in (self._centre, self._address):
            text.setWordWrap(True)
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = Text("", "strong")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._links = Pill()
        self._heading = Facts()
        self._lines = QWidget()
        self._grid = QGridLayout(self._lines)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(space(2))
        self._grid.setColumnStretch(0, 1)
        self._sums = Facts()
        self._reason = Text("", "small")
        self._reason.setWordWrap(True)
        self._hash = SectionTitle("")
        self._hash.setAlignment(Qt.AlignmentFlag.AlignCenter)
        keys = QHBoxLayout()
        keys.addWidget(KeyHint("Ctrl+P", self.tr("reprint")))
        keys.addStretch(1)
        keys.addWidget(KeyHint("Esc", self.tr("close")))
        for part in (self._centre, self._address, self._title):
            self.body.addWidget(part)
        self.body.addWidget(self._links, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self._heading)
        self.body.addWidget(Rule())
        self.body.addWidget(self._lines)
        self.body.addWidget(Rule())
        self.body.addWidget(self._sums)
        self.body.addWidget(self._reason)
        self.body.addWidget(self._hash)
        self.body.addStretch(1)
        self.body.addLayout(keys)

    def show_receipt(self, receipt: Receipt) -> None:
        """Show this one as it was on its day."""
        heading = receipt.heading
        self._centre.setText(heading.centre_name)
        self._address.setText("  ·  ".join(part for part in (heading.centre_address, heading.centre_phone) if part))
        self._address.setVisible(bool(self._address.text()))
        self._title.setText(f"{title_of(receipt)}  {receipt.number}")
        reversed_ = bool(receipt.links.reversed_by)
        self._links.show_pill(links_words(receipt), Tone.PROBLEM if reversed_ else Tone.WARNING)
        self.setAccessibleName(self._title.text())
        time = clock_time(receipt.at_ms, heading.zone)
        slip = receipt.slip
        written = [] if slip is None else [(self.tr("Slip {number}").format(number=slip.number), short_day(slip.day))]
        self._heading.show_facts(
            [
                (self.tr("Day"), f"{long_day(receipt.day)}, {time}"),
                *written,
                (self.tr("Member"), heading.member_name),
                (heading.member_number, heading.member_place),
                (heading.counter, heading.clerk),
            ]
        )
        self._show_part(receipt)
        part = receipt.part
        if isinstance(part, ReversalPart):
            words = self.tr("Reason: {reason}. Approved by {name}.")
            self._reason.setText(words.format(reason=part.reason.rstrip("."), name=part.approver))
        self._reason.setVisible(isinstance(part, ReversalPart))
        self._hash.setText(receipt.hash[:16])

    def words(self) -> str:
        """Everything on the sheet, line by line."""
        texts = [each for each in self.findChildren(Text) if not each.isHidden()]
        return "\n".join(each.accessibleName() or each.text() for each in texts)

    def _show_part(self, receipt: Receipt) -> None:
        self._clear_lines()
        before = (self.tr("Balance before"), format_rupiah(receipt.balance_before_rupiah))
        after = (self.tr("Balance after"), format_rupiah(receipt.balance_after_rupiah))
        facts = [after] if isinstance(receipt.part, DepositPart) else [before, after]
        undone = isinstance(receipt.part, ReversalPart)
        debt = receipt.part.debt_rupiah if isinstance(receipt.part, ReversalPart) else 0
        match receipt.done:
            case DepositPart() as done:
                for line in done.lines:
                    self._add_line(line)
                facts = [*self._paid(done, undone=undone, debt_rupiah=debt), *facts]
            case PayoutPart() as done:
                self._add_row(payout_method_word(done.method), done.reference, format_rupiah(done.rupiah))
                words = self.tr("Back to the savings") if undone else self.tr("Paid out")
                facts.insert(-1, (words, format_rupiah(done.rupiah)))
            case OpeningPart(rupiah=rupiah):
                self._add_row(self.tr("Savings of the old book"), "", format_rupiah(rupiah))
            case RepaymentPart() as done:
                self._add_row(entry_kind_word(EntryKind.DEBT_REPAYMENT), "", format_rupiah(done.rupiah))
                facts = [*self._repaid(done, undone=undone), *facts]
        self._sums.show_facts(facts)

    def _repaid(self, part: RepaymentPart, *, undone: bool) -> list[tuple[str, str]]:
        if undone:
            return [(self.tr("Owed again"), format_rupiah(part.rupiah))]
        return [
            (source_word(part.source), format_rupiah(part.rupiah)),
            (self.tr("Debt before"), format_rupiah(part.debt_before_rupiah)),
            (self.tr("Still owed"), format_rupiah(part.debt_after_rupiah)),
        ]

    def _paid(self, part: DepositPart, *, undone: bool, debt_rupiah: int) -> list[tuple[str, str]]:
        if part.payment is Payment.GIVEN:
            return [(self.tr("Donated"), self.tr("not valued"))]
        paid = [(self.tr("Total"), format_rupiah(part.total_rupiah))]
        if part.savings_rupiah:
            words = self.tr("Out of the savings") if undone else self.tr("Into the savings")
            paid.append((words, format_rupiah(part.savings_rupiah - debt_rupiah)))
        if debt_rupiah:
            paid.append((self.tr("Became a debt"), format_rupiah(debt_rupiah)))
        if part.cash_rupiah:
            words = self.tr("Cash given back") if undone else self.tr("Paid in cash")
            paid.append((words, format_rupiah(part.cash_rupiah)))
        return paid

    def _add_line(self, line: ReceiptLine) -> None:
        # Clean is what everybody expects; the paper does not say it either.
        clean = line.condition is Condition.CLEAN
        name = line.name if clean else f"{line.name}  ·  {condition_word(line.condition)}"
        detail = f"{format_quantity(line.net, line.unit)} × {format_whole(line.price_rupiah)}"
        if line.tare or line.deduction:
            gross, off = (format_quantity(each, line.unit) for each in (line.gross, line.tare + line.deduction))
            detail += f"   ({gross} − {off}{' ' if line.deduction_reason else ''}{line.deduction_reason})"
        self._add_row(name, detail, format_whole(line.amount_rupiah))

    def _add_row(self, name: str, detail: str, amount: str) -> None:
        row = self._grid.rowCount()
        figure = Text(amount, "strong")
        self._grid.addWidget(ElidedText(name), row, 0)
        self._grid.addWidget(figure, row, 1, Qt.AlignmentFlag.AlignRight)
        if detail:
            self._grid.addWidget(ElidedText(detail, "small"), row + 1, 0, 1, 2)

    def _clear_lines(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def title_of(receipt: Receipt) -> str:
    """What kind of paper it is."""
    match receipt.part:
        case DepositPart():
            return QCoreApplication.translate("PaperView", "Deposit receipt")
        case PayoutPart():
            return QCoreApplication.translate("PaperView", "Payout receipt")
        case OpeningPart():
            return entry_kind_word(EntryKind.OPENING_BALANCE)
        case RepaymentPart():
            return entry_kind_word(EntryKind.DEBT_REPAYMENT)
        case ReversalPart():
            return entry_kind_word(EntryKind.REVERSAL)


def links_words(receipt: Receipt) -> str:
    """What it answers and what answers it: "reversed by L1-000124  ·  replaced by L1-000125"; mostly empty."""
    translate = QCoreApplication.translate
    links = receipt.links
    undone = receipt.part.number if isinstance(receipt.part, ReversalPart) else ""
    told = (
        (translate("PaperView", "reverses {number}"), undone),
        (translate("PaperView", "replaces {number}"), links.replaces),
        (translate("PaperView", "REVERSED by {number}"), links.reversed_by),
        (translate("PaperView", "replaced by {number}"), links.replaced_by),
    )
    return "  ·  ".join(words.format(number=number) for words, number in told if number)
