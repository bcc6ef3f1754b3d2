"""A receipt on a roll of 58 or 80 mm: black only, as thermal heads print, and as long as what it says."""

from __future__ import annotations

from dataclasses import dataclass

from daurulang.config import Paper
from daurulang.deposits.model import Payment
from daurulang.documents import receipt_words as words
from daurulang.documents import wording
from daurulang.documents.fonts import Weight, font
from daurulang.documents.pictures import logo
from daurulang.documents.sheet import BLACK, POINTS_PER_MM, Align, Block, Cell, Label, Mark, Type, fill_pages, pdf_of
from daurulang.periods import short_day
from daurulang.quantities import format_quantity, format_whole
from daurulang.receipts.queries import DepositPart, Receipt, ReceiptLine

# PDF readers refuse pages beyond 200 inches.
LONGEST_PAGE = 14_000.0
THICK, THIN = 1.2, 0.6


@dataclass(frozen=True, slots=True)
class Style:
    """Lengths in points. A head of 58 mm prints 48, one of 80 mm prints 72."""

    paper: float
    margin: float
    body: Type
    small: Type
    strong: Type
    name: Type
    title: Type
    total: Type

    @property
    def width(self) -> float:
        """What can be printed on."""
        return self.paper - 2 * self.margin


def _style(paper: Paper) -> Style:
    medium, bold = font(Weight.MEDIUM), font(Weight.BOLD)
    narrow = paper is Paper.ROLL_58
    body, small, name, title, total = (7.6, 6.8, 9.5, 10.5, 15.0) if narrow else (9.0, 7.8, 11.5, 13.0, 20.0)
    return Style(
        paper=(58 if narrow else 80) * POINTS_PER_MM,
        margin=(5 if narrow else 4) * POINTS_PER_MM,
        body=Type(medium, body),
        small=Type(medium, small),
        strong=Type(bold, body),
        name=Type(bold, name),
        title=Type(bold, title),
        total=Type(bold, total),
    )


def pdf(receipt: Receipt, title: str, label: Label, paper: Paper) -> bytes:
    """The PDF on that roll, on one page unless it is longer than readers take."""
    style = _style(paper)
    blocks = [_head(receipt, style), _facts(receipt, title, style)]
    if isinstance(receipt.done, DepositPart):
        valued = receipt.done.payment is not Payment.GIVEN
        blocks += [_line(line, style, valued=valued) for line in receipt.done.lines]
        blocks.append(_measures(receipt.done, style))
    blocks += [_totals(receipt, style), _closing(receipt, style)]
    pages = fill_pages(blocks, LONGEST_PAGE)
    height = max(page.height for page in pages) + 2 * style.margin
    # Hollow letters: a thermal head prints no grey, and what stands over them stays black on white.
    mark = Mark(wording.REVERSED, style.title.font, BLACK, 0.5) if receipt.links.reversed_by else None
    return pdf_of(pages, (style.paper, height), (style.margin, style.margin), label, mark)


def _head(receipt: Receipt, style: Style) -> Block:
    block = Block(style.width)
    if receipt.copy:
        block.framed(wording.copy_mark(receipt.copy), style.name)
        block.gap(style.body.size)
    picture = logo(receipt.logo, style.width * 0.6, style.total.size * 2)
    if picture is not None:
        mark = Block(style.width)
        mark.pictures.append(picture)
        mark.gap(picture.height + 4)
        block.place(mark, (style.width - picture.width) / 2, block.height)
    heading = receipt.heading
    block.text(heading.centre_name, style.name, Align.CENTRE)
    block.text(heading.centre_address, style.small, Align.CENTRE)
    block.text(heading.centre_phone and f"{wording.PHONE} {heading.centre_phone}", style.small, Align.CENTRE)
    block.rule(THICK, above=5, below=5)
    return block


def _facts(receipt: Receipt, title: str, style: Style) -> Block:
    heading = receipt.heading
    block = Block(style.width)
    block.text(title, style.title, Align.CENTRE)
    block.text(receipt.number, style.strong, Align.CENTRE)
    for link in words.links_of(receipt):
        block.text(link, style.strong, Align.CENTRE)
    block.gap(4)
    later = words.recorded_later(receipt)
    when = short_day(receipt.day) + ("" if later else f" · {words.time_of(receipt)}")
    facts = [(wording.DATE, when), (wording.RECORDED, later), (wording.COUNTER, heading.counter)]
    facts += [(wording.OLD_PAPER, words.old_book_of(receipt)), (wording.SLIP, words.slip_of(receipt))]
    facts += [(wording.CLERK, heading.clerk), (wording.MEMBER, heading.member_number)]
    indent = style.body.size * 5
    for name, value in facts:
        if value:
            value_cell = Cell(value, style.body, indent, style.width - indent)
            block.row(Cell(name, style.small, 0, indent), value_cell)
    block.gap(2)
    block.text(heading.member_name, style.name)
    block.text(heading.member_place, style.small)
    if undone := words.undone_of(receipt):
        block.gap(2)
        block.text(f"{wording.UNDONE}: {undone}", style.body)
    block.rule(THIN, above=4, below=3)
    return block


def _line(line: ReceiptLine, style: Style, *, valued: bool) -> Block:
    """The name, how it was weighed, and below it quantity × price with the amount."""
    block = Block(style.width)
    block.text(words.name_of(line), style.strong)
    block.text(words.weighing_of(line), style.small)
    quantity = format_quantity(line.net, line.unit)
    if valued:
        calculation = f"{quantity} × {format_whole(line.price_rupiah)}"
        block.pair(calculation, style.body, format_whole(line.amount_rupiah), style.body)
    else:
        block.text(quantity, style.body)
    block.gap(3)
    return block


def _measures(part: DepositPart, style: Style) -> Block:
    block = Block(style.width)
    block.rule(THIN, above=1, below=3)
    for name, value in words.measures_of(part):
        block.pair(name, style.body, value, style.body)
    block.gap(3)
    return block


def _totals(receipt: Receipt, style: Style) -> Block:
    block = Block(style.width)
    name, value = words.total_of(receipt)
    block.pair(name, style.name, value, style.total)
    block.gap(2)
    for fact in words.payment_of(receipt):
        block.pair(fact[0], style.body, fact[1], style.body)
    block.text(words.reference_of(receipt), style.small)
    block.rule(THIN, above=4, below=4)
    *before, (name, value) = words.balance_of(receipt)
    for fact in before:
        block.pair(fact[0], style.body, fact[1], style.body)
    block.pair(name, style.strong, value, style.strong)
    spoken = words.in_words(receipt)
    if spoken:
        block.gap(4)
        block.text(f"{wording.IN_WORDS}: {spoken}", style.small)
    for name, value in words.reasons_of(receipt):
        block.gap(2)
        block.text(f"{name}: {value}", style.body)
    return block


def _closing(receipt: Receipt, style: Style) -> Block:
    block = Block(style.width)
    gap = style.width * 0.08
    column = (style.width - gap) / 2
    block.gap(style.body.size)
    signers = words.signers_of(receipt)
    places = ((0.0, signers[0]), (column + gap, signers[1]))
    block.row(*(Cell(role, style.small, x, column, Align.CENTRE) for x, (role, _) in places))
    block.gap(style.body.size * 3.6)
    line = Block(column)
    line.rule(THIN, below=2)
    bottom = block.height
    for x, _ in places:
        block.place(line, x, bottom)
    block.row(*(Cell(name, style.small, x, column, Align.CENTRE) for x, (_, name) in places))
    block.rule(THIN, above=6, below=4)
    block.text(wording.KEEP_THIS, style.strong, Align.CENTRE)
    block.text(wording.check_code(receipt.hash), style.small, Align.CENTRE)
    return block
