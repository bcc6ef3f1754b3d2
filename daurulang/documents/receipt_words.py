"""What a receipt says, line by line, on whatever paper."""

from __future__ import annotations

from daurulang.debts.model import RepaymentSource
from daurulang.deposits.model import Payment
from daurulang.documents import wording
from daurulang.documents.words import rupiah_in_words
from daurulang.ledger.model import EntryKind
from daurulang.periods import clock_time, local, short_day
from daurulang.quantities import Condition, Unit, format_amount_of, format_quantity, format_rupiah
from daurulang.receipts.queries import (
    DepositPart,
    Done,
    OpeningPart,
    PayoutPart,
    Receipt,
    ReceiptLine,
    RepaymentPart,
    ReversalPart,
)

Fact = tuple[str, str]
KINDS: dict[type[Done], EntryKind] = {
    DepositPart: EntryKind.DEPOSIT,
    PayoutPart: EntryKind.PAYOUT,
    OpeningPart: EntryKind.OPENING_BALANCE,
    RepaymentPart: EntryKind.DEBT_REPAYMENT,
}
"""What an act of a member is, by what its paper says."""


def time_of(receipt: Receipt) -> str:
    """09.05 WIB."""
    zone = receipt.heading.zone
    return f"{clock_time(receipt.at_ms, zone)} {zone}"


def recorded_later(receipt: Receipt) -> str:
    """The day it was entered, where that is not the day it stands for; else empty."""
    entered = local(receipt.at_ms, receipt.heading.zone).date()
    return "" if entered == receipt.day else f"{short_day(entered)} {time_of(receipt)}"


def old_book_of(receipt: Receipt) -> str:
    """The number on the paper of the old book it was taken over from; empty for what was done here."""
    return "" if receipt.old_number is None else receipt.old_number or wording.WITHOUT_NUMBER


def slip_of(receipt: Receipt) -> str:
    """The number and the day of what was written by hand before; empty for all else."""
    slip = receipt.slip
    return "" if slip is None else wording.slip(slip.number, short_day(slip.day))


def name_of(line: ReceiptLine) -> str:
    """The material; clean is what everybody expects and is not said."""
    if line.condition is Condition.CLEAN:
        return line.name
    return f"{line.name} · {wording.CONDITIONS[line.condition]}"


def weighing_of(line: ReceiptLine) -> str:
    """How the net came about: "bruto 3,00 − tara 0,25 − potongan 0,30 (basah)"; empty where nothing went off."""
    if line.gross == line.net:
        return ""
    words = f"{wording.GROSS} {format_amount_of(line.gross, line.unit)}"
    if line.tare:
        words += f" − {wording.TARE} {format_amount_of(line.tare, line.unit)}"
    if line.deduction:
        off = format_amount_of(line.deduction, line.unit)
        words += f" − {wording.DEDUCTION} {off} ({line.deduction_reason})"
    return words


def measures_of(part: DepositPart) -> list[Fact]:
    """The sum of each measure that was brought; kilograms, pieces and litres are never added to each other."""
    facts = []
    for unit in Unit:
        nets = [line.net for line in part.lines if line.unit is unit]
        if nets:
            facts.append((wording.TOTALS[unit], format_quantity(sum(nets), unit)))
    return facts


def title_of(receipt: Receipt) -> str:
    """BUKTI SETORAN."""
    match receipt.part:
        case DepositPart():
            return wording.DEPOSIT_TITLE
        case PayoutPart():
            return wording.PAYOUT_TITLE
        case OpeningPart():
            return wording.OPENING_TITLE
        case RepaymentPart():
            return wording.REPAYMENT_TITLE
        case ReversalPart():
            return wording.REVERSAL_TITLE


def links_of(receipt: Receipt) -> list[str]:
    """What it answers and what answers it: "membatalkan L1-000123"."""
    undone = receipt.part.number if isinstance(receipt.part, ReversalPart) else ""
    links = receipt.links
    told = (
        (wording.REVERSES, undone),
        (wording.REPLACES, links.replaces),
        (wording.REVERSED_BY, links.reversed_by),
        (wording.REPLACED_BY, links.replaced_by),
    )
    return [f"{words} {number}" for words, number in told if number]


def undone_of(receipt: Receipt) -> str:
    """The kind and the day of what a reversal undoes: "Setoran 21/11/2026"; empty for all else."""
    part = receipt.part
    if not isinstance(part, ReversalPart):
        return ""
    return f"{wording.ENTRY_KINDS[KINDS[type(part.undone)]]} {short_day(part.day)}"


def reasons_of(receipt: Receipt) -> list[Fact]:
    """Why something was undone, and who approved; empty for all else."""
    part = receipt.part
    if not isinstance(part, ReversalPart):
        return []
    return [(wording.REASON, part.reason), (wording.APPROVED_BY, part.approver)]


def total_of(receipt: Receipt) -> Fact:
    """The large figure: money, or of a gift its first measure."""
    done = receipt.done
    label = wording.UNDONE_TOTAL if isinstance(receipt.part, ReversalPart) else ""
    match done:
        case DepositPart(payment=Payment.GIVEN):
            return label or wording.GIVEN, measures_of(done)[0][1]
        case DepositPart():
            return label or wording.TOTAL, format_rupiah(done.total_rupiah)
        case PayoutPart(rupiah=rupiah):
            return label or wording.PAID_OUT, format_rupiah(rupiah)
        case OpeningPart(rupiah=rupiah):
            return label or wording.OPENING_BALANCE, format_rupiah(rupiah)
        case RepaymentPart(rupiah=rupiah):
            return label or wording.REPAID, format_rupiah(rupiah)


def payment_of(receipt: Receipt) -> list[Fact]:
    """How it was paid, or where the money of what is undone went."""
    done, undoing = receipt.done, isinstance(receipt.part, ReversalPart)
    match done:
        case PayoutPart(method=method, rupiah=rupiah):
            back = [(wording.BACK_TO_SAVINGS, format_rupiah(rupiah))] if undoing else []
            return [*back, (wording.METHOD, wording.METHODS[method])]
        case OpeningPart(balance_before_rupiah=before, rupiah=after):
            moved = after - before
            words = wording.OUT_OF_SAVINGS if moved >= 0 else wording.BACK_TO_SAVINGS
            return [(words, format_rupiah(abs(moved)))] if undoing else []
        case DepositPart(payment=Payment.GIVEN):
            return [(wording.VALUE, wording.NOT_VALUED)]
        case RepaymentPart():
            return _given_back(done) if undoing else _repaid(done)
    facts = []
    debt = receipt.part.debt_rupiah if isinstance(receipt.part, ReversalPart) else 0
    if done.savings_rupiah or done.payment is Payment.SAVINGS:
        words = wording.OUT_OF_SAVINGS if undoing else wording.TO_SAVINGS
        facts.append((words, format_rupiah(done.savings_rupiah - debt)))
    if debt:
        facts.append((wording.BECAME_DEBT, format_rupiah(debt)))
    if done.cash_rupiah or done.payment is Payment.CASH:
        facts.append((wording.RETURNED_CASH if undoing else wording.IN_CASH, format_rupiah(done.cash_rupiah)))
    return facts


def _repaid(done: RepaymentPart) -> list[Fact]:
    return [
        (wording.REPAID_FROM, wording.SOURCES[done.source]),
        (wording.DEBT_BEFORE, format_rupiah(done.debt_before_rupiah)),
        (wording.DEBT_LEFT, format_rupiah(done.debt_after_rupiah)),
    ]


def _given_back(done: RepaymentPart) -> list[Fact]:
    saved = done.source is RepaymentSource.SAVINGS
    words = wording.BACK_TO_SAVINGS if saved else wording.RETURNED_CASH
    return [(words, format_rupiah(done.rupiah)), (wording.BACK_TO_DEBT, format_rupiah(done.rupiah))]


def reference_of(receipt: Receipt) -> str:
    """Where a transfer went, empty for all else."""
    done = receipt.done
    return f"{wording.REFERENCE}: {done.reference}" if isinstance(done, PayoutPart) and done.reference else ""


def balance_of(receipt: Receipt) -> list[Fact]:
    """The savings before and after, or only as they are: where nothing was booked to them, and on the paper of what
    covered its own original, which was reversed after it.
    """
    before, after = receipt.balance_before_rupiah, receipt.balance_after_rupiah
    if before == after or before < 0:
        return [(wording.BALANCE, format_rupiah(after))]
    return [(wording.BALANCE_BEFORE, format_rupiah(before)), (wording.BALANCE_AFTER, format_rupiah(after))]


def in_words(receipt: Receipt) -> str:
    """The amount in words, empty where nothing was valued."""
    match receipt.done:
        case DepositPart(payment=Payment.GIVEN):
            return ""
        case DepositPart() as done:
            return rupiah_in_words(done.total_rupiah)
        case PayoutPart(rupiah=rupiah) | OpeningPart(rupiah=rupiah) | RepaymentPart(rupiah=rupiah):
            return rupiah_in_words(rupiah)


def signers_of(receipt: Receipt) -> tuple[Fact, Fact]:
    """Who signs as what: the member and the clerk."""
    roles: dict[type, str] = {DepositPart: wording.DEPOSITOR, PayoutPart: wording.RECEIVER}
    role = roles.get(type(receipt.part), wording.MEMBER)
    return (role, receipt.heading.member_name), (wording.SIGNED_CLERK, receipt.heading.clerk)
