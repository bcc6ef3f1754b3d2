"""The invoice of a sale (nota penjualan): what was sold at which price, and how the account stands."""

from __future__ import annotations

from daurulang.documents import sale_wording as words
from daurulang.documents import wording
from daurulang.documents.sale_frame import Fact, Frame, Size, buyer_of, frame, pages, signatures
from daurulang.documents.sheet import GREY, PALE, Align, Block, Cell
from daurulang.documents.words import rupiah_in_words
from daurulang.periods import short_day
from daurulang.quantities import Condition, Unit, format_amount_of, format_quantity, format_rupiah, format_whole
from daurulang.receipts.sales import SalePaper
from daurulang.sales.model import Priced
from daurulang.sales.queries import Sale, SaleLine


def invoice_pages(paper: SalePaper, size: Size) -> list[Block]:
    """The sheets of the invoice."""
    own = frame(paper, words.INVOICE_TITLE, buyer_of(paper), size)
    agreed = paper.sale.priced is Priced.AGREED
    lines = [_line(own, number, line, agreed=agreed) for number, line in enumerate(paper.sale.lines, 1)]
    closing = Block(own.width)
    closing.place(_totals(own))
    signers = ((words.SELLER, paper.heading.clerk), (words.BUYER, paper.buyer))
    closing.place(signatures(own, signers), y=closing.height)
    return pages(own, [_table_head(own)], lines, closing, words.KEEP_INVOICE)


def name_of(line: SaleLine) -> str:
    """The material; clean is what everybody expects and is not said."""
    return line.name if line.condition is Condition.CLEAN else f"{line.name} · {wording.CONDITIONS[line.condition]}"


def weights_of(line: SaleLine) -> str:
    """Both weights where they differ: "berat kita 10,00 · berat pembeli 9,70 · selisih −0,30 (basah)"."""
    if line.buyer_quantity == line.quantity:
        return ""
    ours, theirs = (format_amount_of(each, line.unit) for each in (line.quantity, line.buyer_quantity))
    apart = line.buyer_quantity - line.quantity
    sign = "+" if apart > 0 else "\u2212"
    difference = f"{sign}{format_amount_of(abs(apart), line.unit)} ({line.difference_reason})"
    return f"{words.OURS} {ours} · {words.THEIRS} {theirs} · {words.APART} {difference}"


def measures_of(sale: Sale, *, theirs: bool = False) -> list[Fact]:
    """The sum of each measure, of our own quantities or of those that were paid for."""
    facts = []
    for unit in Unit:
        found = [line.buyer_quantity if theirs else line.quantity for line in sale.lines if line.unit is unit]
        if found:
            facts.append((wording.TOTALS[unit], format_quantity(sum(found), unit)))
    return facts


def _columns(own: Frame[SalePaper]) -> tuple[float, float, float, float, float]:
    """The widths: ordinal, name, quantity with its unit, price, amount."""
    ordinal, quantity, price, amount = own.mm(6.5), own.mm(26), own.mm(21), own.mm(25)
    return ordinal, own.width - ordinal - quantity - price - amount, quantity, price, amount


def _table_head(own: Frame[SalePaper]) -> Block:
    ordinal, name, quantity, price, amount = _columns(own)
    unit = own.mm(7.5)
    block = Block(own.width)
    block.row(
        Cell(words.GOODS, own.label, ordinal, name),
        Cell(words.QUANTITY, own.label, ordinal + name, quantity - unit, Align.RIGHT),
        Cell(wording.PRICE, own.label, ordinal + name + quantity, price, Align.RIGHT),
        Cell(wording.AMOUNT, own.label, own.width - amount, amount, Align.RIGHT),
    )
    block.rule(0.7, GREY, above=3, below=3)
    return block


def _line(own: Frame[SalePaper], number: int, line: SaleLine, *, agreed: bool) -> Block:
    ordinal, name, quantity, price, amount = _columns(own)
    unit, gap = own.mm(7.5), own.mm(2)
    block = Block(own.width)
    block.row(
        Cell(str(number), own.small, 0, ordinal),
        Cell(name_of(line), own.body, ordinal, name - 4),
        Cell(
            format_amount_of(line.buyer_quantity, line.unit),
            own.body,
            ordinal + name,
            quantity - unit,
            Align.RIGHT,
        ),
        Cell(line.unit, own.small, ordinal + name + quantity - unit + 3, unit),
        Cell(
            words.AGREED if agreed else format_whole(line.price_rupiah),
            own.small if agreed else own.body,
            ordinal + name + quantity + gap,
            price - gap,
            Align.RIGHT,
        ),
        Cell(format_whole(line.amount_rupiah), own.body, own.width - amount + gap, amount - gap, Align.RIGHT),
    )
    if weights := weights_of(line):
        block.row(Cell(weights, own.small, ordinal, own.width - ordinal))
    block.rule(0.4, PALE, above=2.5, below=2.5)
    return block


def _totals(own: Frame[SalePaper]) -> Block:
    """On the left what was sold and the amount in words, on the right the money."""
    sale = own.paper.sale
    left, right = Block(own.width - own.half - 24), Block(own.half)
    for name, value in measures_of(sale, theirs=True):
        left.row(Cell(name, own.small, 0, own.mm(22)), Cell(value, own.strong, own.mm(22), left.width - own.mm(22)))
    left.gap(6)
    left.text(wording.IN_WORDS, own.label)
    left.text(rupiah_in_words(sale.row.total_rupiah), own.body)
    for name, value in ((words.VEHICLE, sale.vehicle), (words.NOTE, sale.note)):
        if value:
            left.gap(4)
            left.text(f"{name}: {value}", own.small)
    title = words.AGREED_TOTAL if sale.priced is Priced.AGREED else words.TOTAL
    right.pair(title, own.name, format_rupiah(sale.row.total_rupiah), own.total)
    right.gap(3)
    for name, value in _paid(sale):
        right.pair(name, own.small, value, own.body)
    right.rule(0.7, GREY, above=4, below=4)
    for name, value in _owed(sale):
        right.pair(name, own.strong, value, own.strong)
    block = Block(own.width)
    block.place(left, y=10)
    block.place(right, own.width - own.half, 4)
    return block


def _paid(sale: Sale) -> list[Fact]:
    """What was paid at once, then every payment since that stands."""
    paid = [(words.PAID[sale.paid_in], format_rupiah(sale.paid_at_once_rupiah))] if sale.paid_at_once_rupiah else []
    return [
        *paid,
        *(
            (f"{words.PAID_LATER} {short_day(each.day)} ({each.number})", format_rupiah(each.rupiah))
            for each in sale.payments
            if not each.reversed_by
        ),
    ]


def _owed(sale: Sale) -> list[Fact]:
    row = sale.row
    rest = row.total_rupiah - row.paid_rupiah
    if not rest:
        return [(words.SETTLED, format_rupiah(row.paid_rupiah))]
    due = [] if row.due_day is None else [(words.DUE, short_day(row.due_day))]
    return [(words.OUTSTANDING, format_rupiah(rest)), *due]
