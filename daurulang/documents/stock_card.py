"""The card of a store on A4 across: what came and went of a material, and what was left each time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from daurulang.centre.queries import Centre
from daurulang.documents import stock_wording as words
from daurulang.documents import wording
from daurulang.documents.a4 import LONG_SIDE, MARGIN, Report, Section, Style, report_pdf, style
from daurulang.documents.figures import NOTHING, plain, whole
from daurulang.documents.file import write_whole
from daurulang.documents.sheet import Block, Cell
from daurulang.documents.table import Column, Table, figures
from daurulang.periods import short_day
from daurulang.quantities import format_amount_of
from daurulang.reports.stock_card import Movement, StockCard
from daurulang.stock.queries import Level

WIDTH = LONG_SIDE - 2 * MARGIN
DAY, NUMBER, AMOUNT, MONEY = 58.0, 62.0, 76.0, 84.0


def write_stock_card(card: StockCard, letterhead: Centre, path: Path, *, place: str, day: date, maker: str) -> None:
    """Write the card's PDF, wholly or not at all; raises `FileNotWritten`."""
    kind = style()
    edge = Report(words.CARD_TITLE, card.period.title, letterhead, place, day, maker)
    unit = card.material.unit
    table = Table(
        (
            Column(wording.DAY, DAY),
            Column(wording.RECEIPTS, NUMBER),
            Column(wording.PARTICULARS, WIDTH - DAY - NUMBER - 3 * AMOUNT - 3 * MONEY),
            *figures((f"{words.INTO} ({unit})", AMOUNT), (f"{words.OUT} ({unit})", AMOUNT)),
            *figures((f"{words.CLOSING} ({unit})", AMOUNT)),
            *figures((f"{words.INTO} {words.RUPIAH}", MONEY), (f"{words.OUT} {words.RUPIAH}", MONEY)),
            *figures((f"{words.CLOSING} {words.RUPIAH}", MONEY)),
        ),
        kind.label,
        kind.body,
        kind.strong,
    )
    first, last = short_day(card.period.first), short_day(card.period.last)
    opening = [first, "", words.OPENING_STOCK, "", "", _left(card, card.opening), "", "", plain(card.opening.rupiah)]
    movements = [_row(card, each) for each in card.movements] or [["", "", words.NO_MOVEMENT, *[""] * 6]]
    sums = [_amount(card, card.into), _amount(card, card.out), _left(card, card.closing)]
    money = [whole(card.into.rupiah), whole(card.out.rupiah), plain(card.closing.rupiah)]
    closing = table.sums([last, "", words.CLOSING_STOCK, *sums, *money])
    write_whole(
        path,
        report_pdf(
            edge,
            [Section([_goods(card, kind)], [table.head()], table.rows([opening, *movements]), [closing])],
            landscape=True,
        ),
    )


def _goods(card: StockCard, kind: Style) -> Block:
    block = Block(WIDTH)
    good = card.material
    facts = (
        (wording.MATERIAL, f"{good.code}  {good.name}"),
        (words.CONDITION, wording.CONDITIONS[card.condition]),
        (words.STORE, card.store.name),
    )
    for name, text in facts:
        block.row(Cell(name, kind.small, 3, 60), Cell(text, kind.strong, 66, WIDTH - 66))
    block.gap(10)
    return block


def _row(card: StockCard, movement: Movement) -> list[str]:
    return [
        short_day(movement.day),
        movement.number,
        words.moved(movement),
        _amount(card, movement.into),
        _amount(card, movement.out),
        _left(card, movement.balance),
        whole(movement.into.rupiah),
        whole(movement.out.rupiah),
        plain(movement.balance.rupiah),
    ]


def _amount(card: StockCard, level: Level) -> str:
    quantity = card.quantity(level)
    return format_amount_of(quantity, card.material.unit) if quantity else NOTHING


def _left(card: StockCard, level: Level) -> str:
    return format_amount_of(card.quantity(level), card.material.unit)
