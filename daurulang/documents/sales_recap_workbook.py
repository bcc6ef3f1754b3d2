"""The recap of sales as a workbook: goods, buyers, the goods of each buyer, every line; sums are formulas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from daurulang.documents import sale_wording as words
from daurulang.documents import wording
from daurulang.documents import workbook_wording as heads
from daurulang.documents.sales_recap import name_of
from daurulang.documents.workbook import Formula, Kind, Value, Workbook
from daurulang.documents.workbook_table import HEAD_ROW, Column, table_sheet
from daurulang.quantities import Unit
from daurulang.reports.sales_recap import BuyerSold, SalesRecap, Sold

_MEASURED: Final = (
    Column(words.KILOGRAMS, Kind.THOUSANDTHS, 14, summed=True),
    Column(words.PIECES, Kind.WHOLE, 10, summed=True),
    Column(words.LITRES, Kind.THOUSANDTHS, 12, summed=True),
)
_MONEY: Final = (
    Column(words.NOMINAL, Kind.WHOLE, 17, summed=True),
    Column(words.COST, Kind.WHOLE, 17, summed=True),
    Column(words.MARGIN, Kind.WHOLE, 17, summed=True),
)
_GOODS: Final = (
    Column(heads.NUMBER, Kind.WHOLE, 7),
    Column(heads.CODE, width=10, shrink=True),
    Column(words.GOODS_NAME, width=34, wrap=True),
    *_MEASURED,
    *_MONEY,
)
_BUYERS: Final = (
    Column(heads.NUMBER, Kind.WHOLE, 7),
    Column(words.BUYER_COLUMN, width=34, wrap=True),
    Column(words.INVOICES, Kind.WHOLE, 9, summed=True),
    *_MEASURED,
    *_MONEY,
)
_BUYERS_GOODS: Final = (Column(words.BUYER_COLUMN, width=26, wrap=True), *_GOODS[1:])
_LINES: Final = (
    Column(wording.DAY, Kind.DAY, 12),
    Column(words.INVOICE_NUMBER, width=13, shrink=True),
    Column(words.BUYER_COLUMN, width=26, shrink=True),
    Column(heads.CODE, width=10, shrink=True),
    Column(words.GOODS_NAME, width=30, shrink=True),
    *_MEASURED,
    Column(f"{words.THEIRS_COLUMN} ({words.KILOGRAMS})", Kind.THOUSANDTHS, 15, summed=True),
    Column(wording.PRICE, Kind.WHOLE, 11),
    *_MONEY,
    Column(heads.REMARK, width=28, wrap=True),
)


def write_sales_recap_workbook(recap: SalesRecap, path: Path) -> None:
    """Write the recap; raises `FileNotWritten`."""
    title = f"{words.RECAP_TITLE.capitalize()} {recap.period.title}"
    with Workbook(title, recap.period.last) as book:
        for name, heading, columns, rows in (
            ("Barang", words.BY_GOODS, _GOODS, _goods(recap.by_material)),
            ("Pembeli", words.BY_BUYER, _BUYERS, _buyers(recap.by_buyer)),
            ("Barang_pembeli", words.BUYERS_GOODS, _BUYERS_GOODS, _buyers_goods(recap.by_buyer)),
            ("Rincian", heads.LINES, _LINES, _lines(recap)),
        ):
            shown = _or_nothing(columns, rows)
            table_sheet(book, name, f"{title} · {heading}", columns, shown, footer=title, note=words.WEIGHED_AND_PAID)
        book.save(path)


def _or_nothing(columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> list[Sequence[Value]]:
    """The rows, or one that says that there are none."""
    first = next(place for place, column in enumerate(columns) if column.wrap)
    nothing = [words.NOTHING_SOLD if place == first else None for place in range(len(columns))]
    return list(rows) or [nothing]


def _figures(sold: Sold | BuyerSold, row: int, first: str) -> Iterator[Value]:
    """Quantities and money; what is left above cost is a formula. `first` is the letter of the nominal."""
    yield from (sold.of(unit) or None for unit in (Unit.KILOGRAM, Unit.PIECE, Unit.LITRE))
    yield sold.rupiah
    yield sold.cost_rupiah
    yield Formula(f"{first}{row}-{chr(ord(first) + 1)}{row}", sold.rupiah - sold.cost_rupiah)


def _goods(goods: Sequence[Sold]) -> Iterator[Sequence[Value]]:
    for number, each in enumerate(goods, 1):
        yield (number, each.code, name_of(each), *_figures(each, HEAD_ROW + number, "G"))


def _buyers(buyers: Sequence[BuyerSold]) -> Iterator[Sequence[Value]]:
    for number, each in enumerate(buyers, 1):
        yield (number, each.buyer, each.sales, *_figures(each, HEAD_ROW + number, "G"))


def _buyers_goods(buyers: Sequence[BuyerSold]) -> Iterator[Sequence[Value]]:
    pairs = ((buyer, each) for buyer in buyers for each in buyer.goods)
    for row, (buyer, each) in enumerate(pairs, HEAD_ROW + 1):
        yield (buyer.buyer, each.code, name_of(each), *_figures(each, row, "G"))


def _lines(recap: SalesRecap) -> Iterator[Sequence[Value]]:
    for row, line in enumerate(recap.lines, HEAD_ROW + 1):
        sold = line.goods
        quantities = (sold.of(unit) or None for unit in (Unit.KILOGRAM, Unit.PIECE, Unit.LITRE))
        yield (
            line.day,
            line.number,
            line.buyer,
            sold.code,
            name_of(sold),
            *quantities,
            sold.paid_quantity if sold.unit is Unit.KILOGRAM else None,
            line.price_rupiah or None,
            sold.rupiah,
            sold.cost_rupiah,
            Formula(f"K{row}-L{row}", sold.margin_rupiah),
            "; ".join(filter(None, (line.reverses and heads.correction_of(line.reverses), line.difference_reason))),
        )
