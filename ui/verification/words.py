"""What is wrong with a book, and what a slip is found to be, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from daurulang.verification.problems import ProblemKind
from daurulang.verification.slips import Slip, SlipAnswer
from ui.widgets.card import Tone

translate = QCoreApplication.translate


def problem_words(kind: ProblemKind) -> str:
    """What is wrong, to stand beside where."""
    words: dict[str, str] = {
        ProblemKind.FILE_DAMAGED: translate("Verification", "the file is damaged"),
        ProblemKind.GUARD_MISSING: translate("Verification", "a guard of the database is missing"),
        ProblemKind.ENTRIES_LOST: translate("Verification", "was saved once, and is gone or another one now"),
        ProblemKind.NUMBER_MISSING: translate("Verification", "the number before it is missing"),
        ProblemKind.CHAIN_BROKEN: translate("Verification", "does not follow on the entry before it"),
        ProblemKind.ENTRY_CHANGED: translate("Verification", "the entry was changed"),
        ProblemKind.HEADING_CHANGED: translate("Verification", "the names on the paper were changed"),
        ProblemKind.NUMBER_DIFFERS: translate("Verification", "the number of the counter or the member was changed"),
        ProblemKind.PRICE_CHANGED: translate("Verification", "the price it was paid at was changed"),
        ProblemKind.TRANSFERS_MISSING: translate("Verification", "money or goods of it are missing"),
        ProblemKind.DOCUMENT_MISSING: translate("Verification", "what stood on the paper is missing"),
        ProblemKind.DOCUMENT_CHANGED: translate("Verification", "what stood on the paper was changed"),
        ProblemKind.DOCUMENT_WITHOUT_ENTRY: translate("Verification", "belongs to no entry"),
        ProblemKind.COPIES_MISSING: translate("Verification", "copies that were handed out are missing"),
        ProblemKind.COUNTER_CHANGED: translate(
            "Verification", "a counter was made an archive of old books, or the reverse"
        ),
        ProblemKind.LINE_WRONG: translate("Verification", "a line is calculated wrongly"),
        ProblemKind.MONEY_DIFFERS: translate("Verification", "the money is not what the paper says"),
        ProblemKind.GOODS_DIFFER: translate("Verification", "the goods are not what the paper says"),
        ProblemKind.BALANCE_WRONG: translate("Verification", "the printed balance is not the right one"),
        ProblemKind.BALANCE_NEGATIVE: translate("Verification", "the savings fall below zero"),
        ProblemKind.REVERSAL_DIFFERS: translate("Verification", "the reversal is not what it reverses"),
        ProblemKind.REPLACEMENT_DIFFERS: translate("Verification", "does not fit what it replaces"),
        ProblemKind.CLOSING_CHANGED: translate("Verification", "the report of a closed day or month was changed"),
        ProblemKind.CLOSING_DIFFERS: translate("Verification", "is not the entry that the closing printed"),
        ProblemKind.CASH_DIFFERS: translate("Verification", "the cash expected is not the right one"),
        ProblemKind.COUNT_DIFFERS: translate("Verification", "the box was closed with another count than the first"),
        ProblemKind.CASH_SESSION_WRONG: translate("Verification", "cash was moved while the box was closed"),
        ProblemKind.GAP_CHANGED: translate("Verification", "what was said of numbers lost to a restore was changed"),
        ProblemKind.DEBT_WRONG: translate("Verification", "the debt of the member is not the right one"),
        ProblemKind.STOCK_DIFFERS: translate("Verification", "the stock expected is not the right one"),
        ProblemKind.STOCK_NEGATIVE: translate("Verification", "more goods leave the store than lie there"),
        ProblemKind.STOCK_VALUE_WRONG: translate(
            "Verification", "what all goods had cost is not what the inventory account says"
        ),
        ProblemKind.COST_DIFFERS: translate("Verification", "what the goods had cost is not the average of that time"),
        ProblemKind.MASS_UNBALANCED: translate(
            "Verification", "what came in is not what was sold, buried, lost or lies there"
        ),
        ProblemKind.PROCESS_NOT_EMPTY: translate("Verification", "what goes into processing does not come out of it"),
        ProblemKind.SUM_WRONG: translate("Verification", "the sums on the paper are not those of its lines"),
        ProblemKind.RECEIVABLE_WRONG: translate("Verification", "what the buyer still owes is not the right amount"),
    }
    return words.get(kind, str(kind))


def slip_words(slip: Slip) -> tuple[str, Tone]:
    """What a slip is found to be."""
    words, tone = {
        SlipAnswer.CONFIRMED: (translate("Verification", "The slip is right: it is what the book says."), Tone.GOOD),
        SlipAnswer.NO_SUCH_NUMBER: (translate("Verification", "There is no such number in this book."), Tone.PROBLEM),
        SlipAnswer.LOST: (
            translate(
                "Verification", "The number was given and lost from the book ({reason}). The slip may be genuine."
            ),
            Tone.WARNING,
        ),
        SlipAnswer.CODE_DIFFERS: (
            translate("Verification", "The code is another: this slip is not of this book, or it is mistyped."),
            Tone.PROBLEM,
        ),
        SlipAnswer.BOOK_CHANGED: (
            translate("Verification", "The slip is genuine, but the book was changed after it was printed."),
            Tone.PROBLEM,
        ),
    }[slip.answer]
    return words.format(reason=slip.lost), tone
