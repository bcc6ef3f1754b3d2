"""The receipt of what a buyer paid for a sale later (kuitansi)."""

from __future__ import annotations

from daurulang.documents import sale_wording as words
from daurulang.documents import wording
from daurulang.documents.sale_frame import Size, buyer_of, frame, pages, signatures
from daurulang.documents.sheet import GREY, Block, Cell
from daurulang.documents.words import rupiah_in_words
from daurulang.periods import short_day
from daurulang.quantities import format_rupiah
from daurulang.receipts.sales import SalePaper
from daurulang.sales.queries import BuyerPayment


def payment_pages(paper: SalePaper, payment: BuyerPayment, size: Size) -> list[Block]:
    """The one sheet of it."""
    own = frame(paper, words.PAYMENT_TITLE, buyer_of(paper), size)
    sale = paper.sale.row
    body = Block(own.width)
    body.pair(words.PAID_LATER, own.name, format_rupiah(payment.rupiah), own.total)
    body.gap(4)
    body.text(wording.IN_WORDS, own.label)
    body.text(rupiah_in_words(payment.rupiah), own.body)
    body.rule(0.7, GREY, above=8, below=6)
    rest = payment.outstanding_after_rupiah
    facts = [
        (words.FOR_SALE, f"{sale.number}, {short_day(sale.day)}"),
        (words.OF_TOTAL, format_rupiah(sale.total_rupiah)),
        (words.METHOD, words.METHODS[payment.paid_in]),
        *([(words.REFERENCE, payment.reference)] if payment.reference else []),
        (words.OUTSTANDING, format_rupiah(rest) if rest else words.SETTLED),
    ]
    for name, value in facts:
        body.row(Cell(name, own.small, 0, own.mm(32)), Cell(value, own.strong, own.mm(32), own.width - own.mm(32)))
    signers = ((words.PAYER, paper.buyer), (words.RECEIVER, paper.heading.clerk))
    body.place(signatures(own, signers), y=body.height)
    return pages(own, [], [], body, words.KEEP_PAYMENT)
