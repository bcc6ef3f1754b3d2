"""What a receipt says, line by line, on whatever paper."""

from __future__ import annotations

from daurulang.deposits.model import Payment
from daurulang.documents import wording
from daurulang.documents.words import rupiah_in_words
from daurulang.periods import clock_time, local, short_day
from daurulang.quantities import Condition, Unit, format_amount_of, format_quantity, format_rupiah
from daurulang.receipts.queries import DepositPart, PayoutPart, Receipt, ReceiptLine

Fact = tuple[str, str]


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


def total_of(part: DepositPart | PayoutPart) -> Fact:
    """The large figure: money, or of a gift its first measure."""
    if isinstance(part, PayoutPart):
        return wording.PAID_OUT, format_rupiah(part.rupiah)
    if part.payment is Payment.GIVEN:
        return wording.GIVEN, measures_of(part)[0][1]
    return wording.TOTAL, format_rupiah(part.total_rupiah)


def payment_of(part: DepositPart | PayoutPart) -> list[Fact]:
    """How it was paid."""
    if isinstance(part, PayoutPart):
        return [(wording.METHOD, wording.METHODS[part.method])]
    if part.payment is Payment.GIVEN:
        return [(wording.VALUE, wording.NOT_VALUED)]
    facts = []
    if part.savings_rupiah or part.payment is Payment.SAVINGS:
        facts.append((wording.TO_SAVINGS, format_rupiah(part.savings_rupiah)))
    if part.cash_rupiah or part.payment is Payment.CASH:
        facts.append((wording.IN_CASH, format_rupiah(part.cash_rupiah)))
    return facts


def reference_of(part: DepositPart | PayoutPart) -> str:
    """Where a transfer went, empty for all else."""
    if isinstance(part, PayoutPart) and part.reference:
        return f"{wording.REFERENCE}: {part.reference}"
    return ""


def balance_of(receipt: Receipt) -> list[Fact]:
    """The savings before and after, or only as they are where nothing was booked to them."""
    after = receipt.balance_after_rupiah
    if isinstance(receipt.part, PayoutPart):
        before = receipt.part.balance_before_rupiah
    else:
        before = after - receipt.part.savings_rupiah
    if before == after:
        return [(wording.BALANCE, format_rupiah(after))]
    return [(wording.BALANCE_BEFORE, format_rupiah(before)), (wording.BALANCE_AFTER, format_rupiah(after))]


def in_words(part: DepositPart | PayoutPart) -> str:
    """The amount in words, empty where nothing was valued."""
    if isinstance(part, PayoutPart):
        return rupiah_in_words(part.rupiah)
    return "" if part.payment is Payment.GIVEN else rupiah_in_words(part.total_rupiah)


def check_code(receipt: Receipt) -> str:
    """The start of the entry's hash in groups of four: 1a2b 3c4d 5e6f 7081."""
    return " ".join(receipt.hash[start : start + 4] for start in range(0, 16, 4))


def signers_of(receipt: Receipt) -> tuple[Fact, Fact]:
    """Who signs as what: the member and the clerk."""
    role = wording.DEPOSITOR if isinstance(receipt.part, DepositPart) else wording.RECEIVER
    return (role, receipt.heading.member_name), (wording.SIGNED_CLERK, receipt.heading.clerk)
