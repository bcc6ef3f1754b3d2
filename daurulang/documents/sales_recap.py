"""The recap of sales on A4: by goods, by buyer, and the goods of every buyer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from daurulang.centre.queries import Centre
from daurulang.documents import sale_wording as words
from daurulang.documents import wording
from daurulang.documents.a4 import (
    MARGIN,
    SHORT_SIDE,
    Report,
    Section,
    Style,
    paragraph,
    report_pdf,
    section_heading,
    style,
)
from daurulang.documents.figures import plain, thousandths, whole
from daurulang.documents.file import write_whole
from daurulang.documents.sheet import Block
from daurulang.documents.table import Column, Table, figures
from daurulang.documents.words import signed_in_words
from daurulang.quantities import Condition, Unit
from daurulang.reports.sales_recap import BuyerSold, SalesRecap, Sold

WIDTH = SHORT_SIDE - 2 * MARGIN
_Quantities = Callable[[Callable[[Unit], int]], list[str]]
_ORDINAL, _AMOUNT, _PIECES, _MONEY = 26.0, 62.0, 48.0, 80.0


def write_sales_recap(recap: SalesRecap, letterhead: Centre, path: Path, *, place: str, day: date, maker: str) -> None:
    """Write the PDF, wholly or not at all; raises `FileNotWritten`."""
    kind = style()
    edge = Report(words.RECAP_TITLE, recap.period.title, letterhead, place, day, maker)
    if not recap.lines:
        sections = [Section([paragraph(words.NOTHING_SOLD, WIDTH, kind.body)])]
    else:
        quantities = _written(recap)
        sections = [
            _goods(words.BY_GOODS, recap.by_material, kind, quantities),
            _buyers(recap, kind, quantities),
            *(_goods(f"{words.BUYERS_GOODS}: {each.buyer}", each.goods, kind, quantities) for each in recap.by_buyer),
            Section([_spoken(recap, kind), paragraph(words.RECAP_NOTE, WIDTH, kind.small)]),
        ]
    write_whole(path, report_pdf(edge, sections))


def name_of(goods: Sold) -> str:
    """The material; clean is what everybody expects and is not said."""
    return goods.name if goods.condition is Condition.CLEAN else f"{goods.name} · {wording.CONDITIONS[goods.condition]}"


def _measured() -> tuple[Column, ...]:
    return figures((words.KILOGRAMS, _AMOUNT), (words.PIECES, _PIECES), (words.LITRES, _AMOUNT - 8))


def _money() -> tuple[Column, ...]:
    return figures((words.NOMINAL, _MONEY), (words.MARGIN, _MONEY))


def _table(columns: Sequence[Column], kind: Style) -> Table:
    return Table(columns, kind.label, kind.body, kind.strong)


def _written(recap: SalesRecap) -> _Quantities:
    """How kilograms, pieces and litres are written: all figures of a column with as many decimals."""
    goods = [each for buyer in recap.by_buyer for each in buyer.goods]
    kilograms, litres = (thousandths([each.of(unit) for each in goods]) for unit in (Unit.KILOGRAM, Unit.LITRE))
    return lambda of: [kilograms(of(Unit.KILOGRAM)), whole(of(Unit.PIECE)), litres(of(Unit.LITRE))]


def _goods(title: str, goods: Sequence[Sold], kind: Style, quantities: _Quantities) -> Section:
    """NO, NAMA BARANG, QTY in its own unit, NOMINAL, and what is left above cost."""
    fixed = (*_measured(), *_money())
    name = WIDTH - _ORDINAL - sum(column.width for column in fixed)
    table = _table((Column(wording.NUMBER, _ORDINAL), Column(words.GOODS_NAME, name), *fixed), kind)
    rows = [
        [str(number), name_of(each), *quantities(each.of), plain(each.rupiah), plain(each.margin_rupiah)]
        for number, each in enumerate(goods, 1)
    ]
    sums = table.sums(["", wording.SUM, *_summed(goods, quantities)])
    return Section([section_heading(title, WIDTH, kind)], [table.head()], table.rows(rows), [sums])


def _buyers(recap: SalesRecap, kind: Style, quantities: _Quantities) -> Section:
    fixed = (*figures((words.INVOICES, 40)), *_measured(), *_money())
    name = WIDTH - _ORDINAL - sum(column.width for column in fixed)
    table = _table((Column(wording.NUMBER, _ORDINAL), Column(words.BUYER_COLUMN, name), *fixed), kind)
    rows = [
        [str(number), each.buyer, plain(each.sales), *quantities(each.of), plain(each.rupiah), plain(_margin(each))]
        for number, each in enumerate(recap.by_buyer, 1)
    ]
    everything = [each for buyer in recap.by_buyer for each in buyer.goods]
    sums = table.sums(["", wording.SUM, plain(recap.sales), *_summed(everything, quantities)])
    return Section([section_heading(words.BY_BUYER, WIDTH, kind)], [table.head()], table.rows(rows), [sums])


def _margin(buyer: BuyerSold) -> int:
    return buyer.rupiah - buyer.cost_rupiah


def _summed(goods: Sequence[Sold], quantities: _Quantities) -> list[str]:
    money = (sum(each.rupiah for each in goods), sum(each.margin_rupiah for each in goods))
    return [*quantities(lambda unit: sum(each.of(unit) for each in goods)), *map(plain, money)]


def _spoken(recap: SalesRecap, kind: Style) -> Block:
    return paragraph(f"{wording.IN_WORDS}: {signed_in_words(recap.rupiah)}", WIDTH, kind.body)
