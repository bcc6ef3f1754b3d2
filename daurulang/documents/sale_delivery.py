"""The delivery note of a sale (surat jalan): what goes onto the vehicle, without any price."""

from __future__ import annotations

from daurulang.documents import sale_wording as words
from daurulang.documents.sale_frame import Frame, Size, buyer_of, frame, pages, signatures
from daurulang.documents.sale_invoice import measures_of, name_of
from daurulang.documents.sheet import GREY, PALE, Align, Block, Cell
from daurulang.quantities import format_amount_of
from daurulang.receipts.sales import SalePaper
from daurulang.sales.queries import SaleLine


def delivery_pages(paper: SalePaper, size: Size) -> list[Block]:
    """The sheets of the delivery note."""
    own = frame(paper, words.DELIVERY_TITLE, buyer_of(paper), size)
    lines = [_line(own, number, line) for number, line in enumerate(paper.sale.lines, 1)]
    closing = Block(own.width)
    closing.place(_sums(own))
    signers = ((words.SENDER, paper.heading.clerk), (words.DRIVER, ""), (words.RECEIVER, paper.buyer))
    closing.place(signatures(own, signers), y=closing.height)
    return pages(own, [_journey(own), _table_head(own)], lines, closing, words.KEEP_DELIVERY)


def _journey(own: Frame[SalePaper]) -> Block:
    """Out of which store, on which vehicle."""
    sale, block = own.paper.sale, Block(own.width)
    told = ((words.STORE, sale.store), (words.VEHICLE, sale.vehicle), (words.NOTE, sale.note))
    block.text(" · ".join(f"{name}: {value}" for name, value in told if value), own.body)
    block.gap(8)
    return block


def _columns(own: Frame[SalePaper]) -> tuple[float, float, float, float]:
    """The widths: ordinal, name, quantity with its unit, room for what the buyer weighs."""
    ordinal, quantity, theirs = own.mm(6.5), own.mm(27), own.mm(34)
    return ordinal, own.width - ordinal - quantity - theirs, quantity, theirs


def _table_head(own: Frame[SalePaper]) -> Block:
    ordinal, name, quantity, theirs = _columns(own)
    unit = own.mm(7.5)
    block = Block(own.width)
    block.row(
        Cell(words.GOODS, own.label, ordinal, name),
        Cell(words.QUANTITY, own.label, ordinal + name, quantity - unit, Align.RIGHT),
        Cell(words.WEIGHED_BY_BUYER, own.label, own.width - theirs, theirs, Align.RIGHT),
    )
    block.rule(0.7, GREY, above=3, below=3)
    return block


def _line(own: Frame[SalePaper], number: int, line: SaleLine) -> Block:
    ordinal, name, quantity, theirs = _columns(own)
    unit = own.mm(7.5)
    differs = line.buyer_quantity != line.quantity
    block = Block(own.width)
    block.gap(1.5)
    block.row(
        Cell(str(number), own.small, 0, ordinal),
        Cell(name_of(line), own.body, ordinal, name - 4),
        Cell(format_amount_of(line.quantity, line.unit), own.body, ordinal + name, quantity - unit, Align.RIGHT),
        Cell(line.unit, own.small, ordinal + name + quantity - unit + 3, unit),
        Cell(
            format_amount_of(line.buyer_quantity, line.unit) if differs else "." * 22,
            own.body if differs else own.small,
            own.width - theirs + own.mm(4),
            theirs - own.mm(4),
            Align.RIGHT,
        ),
    )
    block.rule(0.4, PALE, above=4, below=2.5)
    return block


def _sums(own: Frame[SalePaper]) -> Block:
    block = Block(own.width)
    block.gap(4)
    for name, value in measures_of(own.paper.sale):
        block.row(Cell(name, own.small, 0, own.mm(24)), Cell(value, own.strong, own.mm(24), own.width - own.mm(24)))
    return block
