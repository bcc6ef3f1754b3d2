"""The stock of a day, what moved in a period, and the card of a store as workbooks: sums and balances are formulas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from daurulang.documents import stock_wording as words
from daurulang.documents import wording
from daurulang.documents import workbook_wording as heads
from daurulang.documents.workbook import Formula, Kind, Value, Workbook
from daurulang.documents.workbook_table import HEAD_ROW, Column, table_sheet
from daurulang.periods import long_day
from daurulang.quantities import Unit
from daurulang.reports.stock import Stock, Turnover, TurnoverRow
from daurulang.reports.stock_card import StockCard
from daurulang.stock.queries import Level

_GOODS: Final = (
    Column(words.STORE, width=16, wrap=True),
    Column(heads.CODE, width=10, shrink=True),
    Column(heads.MATERIAL, width=30, wrap=True),
    Column(heads.CONDITION, width=10),
)
_STOCK: Final = (
    *_GOODS,
    Column(heads.CATEGORY, width=18, wrap=True),
    Column(heads.KILOGRAMS, Kind.THOUSANDTHS, 14, summed=True),
    Column(heads.PIECES, Kind.WHOLE, 12, summed=True),
    Column(heads.LITRES, Kind.THOUSANDTHS, 12, summed=True),
    Column(f"{words.COST} ({words.RUPIAH})", Kind.WHOLE, 16, summed=True),
    Column(f"{words.SELL_PRICE} ({words.RUPIAH})", Kind.WHOLE, 12),
    Column(f"{words.WORTH} ({words.RUPIAH})", Kind.WHOLE, 16, summed=True),
    Column(words.SINCE, Kind.DAY, 12),
    Column(words.AGE, Kind.WHOLE, 9),
)
_STAGES: Final = (words.OPENING, words.INTO, words.OUT, words.CLOSING)


def write_stock_workbook(stock: Stock, path: Path, turnover: Turnover | None = None) -> None:
    """Write the stock of a day, with what moved in a period where one is given; raises `FileNotWritten`."""
    title = f"{words.STOCK_TITLE.capitalize()} {long_day(stock.day)}"
    note = " ".join(filter(None, (words.AGE_EXPLAINED, words.unpriced(len(stock.unpriced)))))
    with Workbook(title, stock.day) as book:
        table_sheet(book, words.STOCK, title, _STOCK, _stock(stock), footer=title, note=note)
        if turnover is not None:
            moved = f"{words.TURNOVER} {turnover.period.title}"
            for unit in Unit:
                rows = [row for row in turnover.rows if row.material.unit is unit]
                if rows:
                    name = f"{words.TURNOVER} {unit}"
                    table_sheet(book, name, f"{moved} ({unit})", _turnover_columns(unit), _moved(rows), footer=moved)
        book.save(path)


def _stock(stock: Stock) -> Iterator[Sequence[Value]]:
    for row in stock.rows:
        good, there = row.material, row.there
        yield (
            row.store.name,
            good.code,
            good.name,
            wording.CONDITIONS[row.condition],
            wording.DLH_CATEGORIES[good.dlh_category],
            there.grams,
            there.pieces,
            there.millilitres,
            there.rupiah,
            row.price_rupiah,
            row.worth_rupiah,
            row.since,
            row.age_days(stock.day),
        )


def _turnover_columns(unit: Unit) -> tuple[Column, ...]:
    """Of one unit, so that quantities can be added up."""
    kind = Kind.WHOLE if unit is Unit.PIECE else Kind.THOUSANDTHS
    return (
        *_GOODS,
        *(Column(f"{stage} ({unit})", kind, 14, summed=True) for stage in _STAGES),
        *(Column(f"{stage} ({words.RUPIAH})", Kind.WHOLE, 15, summed=True) for stage in _STAGES),
    )


def _moved(rows: Sequence[TurnoverRow]) -> Iterator[Sequence[Value]]:
    for number, row in enumerate(rows, HEAD_ROW + 1):
        unit = row.material.unit
        quantities = [level.of(unit) for level in (row.opening, row.into, row.out)]
        costs = [level.rupiah for level in (row.opening, row.into, row.out)]
        yield (
            row.store.name,
            row.material.code,
            row.material.name,
            wording.CONDITIONS[row.condition],
            *quantities,
            Formula(f"E{number}+F{number}-G{number}", row.closing.of(unit)),
            *costs,
            Formula(f"I{number}+J{number}-K{number}", row.closing.rupiah),
        )


def write_stock_card_workbook(card: StockCard, path: Path) -> None:
    """Write the card; raises `FileNotWritten`."""
    good, unit = card.material, card.material.unit
    title = f"{words.CARD_TITLE.capitalize()} {good.code} {words.goods(good.name, card.condition)}"
    kind = Kind.WHOLE if unit is Unit.PIECE else Kind.THOUSANDTHS
    columns = (
        Column(wording.DAY, Kind.DAY, 12),
        Column(heads.RECEIPT, width=13, shrink=True),
        Column(wording.PARTICULARS, width=44, wrap=True),
        Column(f"{words.INTO} ({unit})", kind, 14, summed=True),
        Column(f"{words.OUT} ({unit})", kind, 14, summed=True),
        Column(f"{words.CLOSING} ({unit})", kind, 14, latest=True),
        Column(f"{words.INTO} ({words.RUPIAH})", Kind.WHOLE, 15, summed=True),
        Column(f"{words.OUT} ({words.RUPIAH})", Kind.WHOLE, 15, summed=True),
        Column(f"{words.CLOSING} ({words.RUPIAH})", Kind.WHOLE, 16, latest=True),
    )
    with Workbook(title, card.period.last) as book:
        nothing = "" if card.movements else words.NO_MOVEMENT
        note = " · ".join(filter(None, (card.store.name, card.period.title, nothing)))
        table_sheet(book, words.CARD, title, columns, _card(card), footer=title, note=note)
        book.save(path)


def _card(card: StockCard) -> Iterator[Sequence[Value]]:
    def of(level: Level) -> int | None:
        return card.quantity(level) or None

    opening = card.opening
    yield (
        card.period.first,
        *("", words.OPENING_STOCK, None, None, card.quantity(opening), None, None, opening.rupiah),
    )
    for row, each in enumerate(card.movements, HEAD_ROW + 2):
        yield (
            each.day,
            each.number,
            words.moved(each),
            of(each.into),
            of(each.out),
            Formula(f"F{row - 1}+D{row}-E{row}", card.quantity(each.balance)),
            each.into.rupiah or None,
            each.out.rupiah or None,
            Formula(f"I{row - 1}+G{row}-H{row}", each.balance.rupiah),
        )
