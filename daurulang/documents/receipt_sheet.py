"""A receipt on sheets of A5, with a table of its lines."""

from __future__ import annotations

from dataclasses import dataclass

from daurulang.deposits.model import Payment
from daurulang.documents import receipt_words as words
from daurulang.documents import wording
from daurulang.documents.fonts import Weight, font
from daurulang.documents.pictures import logo, square_code
from daurulang.documents.sheet import (
    DARK,
    GREEN,
    GREY,
    PALE,
    POINTS_PER_MM,
    Align,
    Block,
    Cell,
    Label,
    Mark,
    Type,
    fill_pages,
    pdf_of,
)
from daurulang.periods import long_day
from daurulang.quantities import format_amount_of, format_whole
from daurulang.receipts.queries import DepositPart, Receipt, ReceiptLine

PAGE = (148 * POINTS_PER_MM, 210 * POINTS_PER_MM)
MARGIN = 12 * POINTS_PER_MM
WIDTH = PAGE[0] - 2 * MARGIN
FOOT = 42.0
HEIGHT = PAGE[1] - 2 * MARGIN - FOOT
HALF = WIDTH * 0.46
RIGHT = WIDTH - HALF

# The right edges of the table's columns and their widths.
AMOUNT = 70.0
PRICE = 62.0
NET = 68.0
UNIT = 20.0
ORDINAL = 18.0
NAME = WIDTH - AMOUNT - PRICE - NET - ORDINAL


@dataclass(frozen=True, slots=True)
class Style:
    """Two weights, four sizes."""

    body: Type
    small: Type
    label: Type
    strong: Type
    name: Type
    title: Type
    total: Type


def _style() -> Style:
    regular, semibold = font(Weight.REGULAR), font(Weight.SEMIBOLD)
    return Style(
        body=Type(regular, 8.5, DARK),
        small=Type(regular, 7.2, GREY),
        label=Type(semibold, 7.2, GREY),
        strong=Type(semibold, 8.5, DARK),
        name=Type(semibold, 11.5, DARK),
        title=Type(semibold, 13.5, GREEN),
        total=Type(semibold, 20, DARK),
    )


def pdf(receipt: Receipt, title: str, label: Label) -> bytes:
    """The PDF on as many sheets as needed; the last line never stands apart from the totals."""
    style = _style()
    blocks = [_head(receipt, title, style), _people(receipt, style)]
    again = [_continued(receipt, title, style)]
    closing = Block(WIDTH)
    if isinstance(receipt.done, DepositPart):
        valued = receipt.done.payment is not Payment.GIVEN
        table_head = _table_head(style)
        blocks.append(table_head)
        again.append(table_head)
        lines = [_line(n, line, style, valued=valued) for n, line in enumerate(receipt.done.lines, 1)]
        blocks += lines[:-1]
        closing.place(lines[-1])
    closing.place(_totals(receipt, style), y=closing.height)
    closing.place(_signatures(receipt, style), y=closing.height)
    pages = fill_pages([*blocks, closing], HEIGHT, again)
    foot = _foot(receipt, style)
    for number, page in enumerate(pages, 1):
        page.place(foot, y=HEIGHT + FOOT - foot.height)
        if len(pages) > 1:
            counted = Block(WIDTH)
            counted.text(wording.page_of(number, len(pages)), style.small, Align.RIGHT)
            page.place(counted, y=HEIGHT + FOOT - counted.height)
    mark = Mark(wording.REVERSED, style.title.font, GREY, 0.6) if receipt.links.reversed_by else None
    return pdf_of(pages, PAGE, (MARGIN, MARGIN), label, mark)


def _head(receipt: Receipt, title: str, style: Style) -> Block:
    block = Block(WIDTH)
    if receipt.copy:
        block.framed(wording.copy_mark(receipt.copy), style.name)
        block.gap(10)
    heading = receipt.heading
    who, what = Block(WIDTH), Block(HALF)
    x = 0.0
    picture = logo(receipt.logo, 60, 40)
    if picture is not None:
        mark = Block(picture.width)
        mark.pictures.append(picture)
        mark.gap(picture.height)
        who.place(mark)
        x = picture.width + 10
    lines = Block(RIGHT - x - 8)
    for text, kind in (
        (heading.centre_name, style.name),
        (heading.centre_address, style.small),
        (heading.centre_phone and f"{wording.PHONE} {heading.centre_phone}", style.small),
    ):
        lines.text(text, kind)
    who.place(lines, x)
    for text, kind in ((title, style.title), (receipt.number, style.name)):
        what.text(text, kind, Align.RIGHT)
    top = block.height
    block.place(who, y=top)
    block.place(what, RIGHT, top)
    block.rule(1.4, GREEN, above=8, below=8)
    links = words.links_of(receipt)
    for link in links:
        block.text(link, style.strong)
    if undone := words.undone_of(receipt):
        block.text(f"{wording.UNDONE}: {undone}", style.body)
    block.gap(6 if links else 0)
    return block


def _people(receipt: Receipt, style: Style) -> Block:
    heading = receipt.heading
    member, desk = Block(RIGHT - 10), Block(HALF)
    member.text(wording.MEMBER, style.label)
    member.text(heading.member_name, style.name)
    member.text(" · ".join(part for part in (heading.member_number, heading.member_place) if part), style.small)
    later = words.recorded_later(receipt)
    desk.text(wording.DATE, style.label)
    desk.text(long_day(receipt.day), style.strong)
    moment = f"{wording.RECORDED} {later}" if later else f"{wording.TIME} {words.time_of(receipt)}"
    desk.text(f"{moment} · {heading.counter}", style.small)
    desk.text(f"{wording.CLERK} {heading.clerk}", style.small)
    if old_number := words.old_book_of(receipt):
        desk.text(f"{wording.OLD_PAPER}: {old_number}", style.small)
    if slip := words.slip_of(receipt):
        desk.text(f"{wording.SLIP} {slip}", style.small)
    block = Block(WIDTH)
    block.place(member)
    block.place(desk, RIGHT)
    block.gap(10)
    return block


def _table_head(style: Style) -> Block:
    block = Block(WIDTH)
    block.row(
        Cell(wording.MATERIAL, style.label, ORDINAL, NAME),
        Cell(wording.NET, style.label, ORDINAL + NAME, NET - UNIT, Align.RIGHT),
        Cell(wording.PRICE, style.label, ORDINAL + NAME + NET, PRICE, Align.RIGHT),
        Cell(wording.AMOUNT, style.label, WIDTH - AMOUNT, AMOUNT, Align.RIGHT),
    )
    block.rule(0.7, GREY, above=3, below=3)
    return block


def _line(number: int, line: ReceiptLine, style: Style, *, valued: bool) -> Block:
    block = Block(WIDTH)
    price = format_whole(line.price_rupiah) if valued else "–"
    amount = format_whole(line.amount_rupiah) if valued else "–"
    block.row(
        Cell(str(number), style.small, 0, ORDINAL),
        Cell(words.name_of(line), style.body, ORDINAL, NAME - 4),
        Cell(format_amount_of(line.net, line.unit), style.body, ORDINAL + NAME, NET - UNIT, Align.RIGHT),
        Cell(line.unit, style.small, ORDINAL + NAME + NET - UNIT + 3, UNIT),
        Cell(price, style.body, ORDINAL + NAME + NET + 6, PRICE - 6, Align.RIGHT),
        Cell(amount, style.body, WIDTH - AMOUNT + 6, AMOUNT - 6, Align.RIGHT),
    )
    weighing = words.weighing_of(line)
    if weighing:
        block.row(Cell(weighing, style.small, ORDINAL, WIDTH - ORDINAL))
    block.rule(0.4, PALE, above=2.5, below=2.5)
    return block


def _totals(receipt: Receipt, style: Style) -> Block:
    """On the left what was brought and the amount in words, on the right the money."""
    left, right = Block(RIGHT - 24), Block(HALF)
    if isinstance(receipt.done, DepositPart):
        for name, value in words.measures_of(receipt.done):
            left.row(Cell(name, style.small, 0, 62), Cell(value, style.strong, 62, left.width - 62))
        left.gap(6)
    spoken = words.in_words(receipt)
    if spoken:
        left.text(wording.IN_WORDS, style.label)
        left.text(spoken, style.body)
    for name, value in words.reasons_of(receipt):
        left.gap(6)
        left.text(name, style.label)
        left.text(value, style.body)
    name, value = words.total_of(receipt)
    right.pair(name, style.name, value, style.total)
    right.gap(3)
    for fact in words.payment_of(receipt):
        right.pair(fact[0], style.small, fact[1], style.body)
    right.text(words.reference_of(receipt), style.small)
    right.rule(0.7, GREY, above=4, below=4)
    *before, (name, value) = words.balance_of(receipt)
    for fact in before:
        right.pair(fact[0], style.small, fact[1], style.body)
    right.pair(name, style.strong, value, style.strong)
    block = Block(WIDTH)
    block.place(left, y=10)
    block.place(right, RIGHT, 4)
    return block


def _signatures(receipt: Receipt, style: Style) -> Block:
    block = Block(WIDTH)
    block.gap(18)
    column = 130.0
    places = list(zip((0.0, WIDTH - column), words.signers_of(receipt), strict=True))
    block.row(*(Cell(role, style.small, x, column, Align.CENTRE) for x, (role, _) in places))
    block.gap(34)
    line = Block(column)
    line.rule(0.6, GREY, below=3)
    bottom = block.height
    for x, _ in places:
        block.place(line, x, bottom)
    block.row(*(Cell(name, style.body, x, column, Align.CENTRE) for x, (_, name) in places))
    return block


def _continued(receipt: Receipt, title: str, style: Style) -> Block:
    block = Block(WIDTH)
    if receipt.copy:
        block.framed(wording.copy_mark(receipt.copy), style.name)
        block.gap(10)
    block.pair(f"{title} · {wording.CONTINUED}", style.strong, receipt.number, style.strong)
    block.text(receipt.heading.member_name, style.small)
    block.rule(1.4, GREEN, above=5, below=8)
    return block


def _foot(receipt: Receipt, style: Style) -> Block:
    block = Block(WIDTH)
    size = 36.0
    beside = Block(WIDTH - size - 8)
    beside.text(wording.KEEP_THIS, style.label)
    beside.text(wording.check_code(receipt.hash), style.small)
    block.fills.extend(square_code(f"{receipt.number} {receipt.hash}", size))
    block.place(beside, size + 8, size - beside.height)
    return block
