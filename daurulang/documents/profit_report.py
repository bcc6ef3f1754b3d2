"""Profit and loss of a period and the balance sheet of its last day on A4."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from daurulang.centre.queries import Centre
from daurulang.documents import finance_wording as words
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
from daurulang.documents.figures import plain
from daurulang.documents.file import write_whole
from daurulang.documents.finance_rows import NamedRupiah, assets, liabilities, taken_off
from daurulang.documents.sheet import Block
from daurulang.documents.table import Column, Table, figures
from daurulang.periods import long_day
from daurulang.reports.accounts import BalanceSheet, ProfitAndLoss

WIDTH = SHORT_SIDE - 2 * MARGIN
MONEY = 104.0


def write_profit_report(
    profit: ProfitAndLoss, sheet: BalanceSheet, letterhead: Centre, path: Path, *, place: str, day: date, maker: str
) -> None:
    """Write the PDF, wholly or not at all; raises `FileNotWritten`."""
    kind = style()
    edge = Report(words.PROFIT_TITLE, profit.period.title, letterhead, place, day, maker)
    write_whole(path, report_pdf(edge, [_profit(profit, kind), _sheet(sheet, kind)]))


def _table(title: str, kind: Style) -> Table:
    columns = (Column(title, WIDTH - 2 * MONEY), *figures((words.DETAIL, MONEY), (words.AMOUNT, MONEY)))
    return Table(columns, kind.label, kind.body, kind.strong)


def _profit(profit: ProfitAndLoss, kind: Style) -> Section:
    table = _table(wording.PARTICULARS, kind)
    rows = [
        table.row([words.SALES, "", plain(profit.sales_rupiah)]),
        table.row([words.COST_OF_GOODS, "", plain(-profit.cost_of_goods_rupiah)]),
        table.sums([words.MARGIN, "", plain(profit.margin_rupiah)]),
        *(table.row([name, "", plain(rupiah)]) for name, rupiah in taken_off(profit)),
        *(table.row([each.name, plain(each.rupiah), ""], striped=True) for each in profit.expenses),
        *([] if profit.expenses else [table.row([words.NO_EXPENSES, "", ""])]),
        table.row([words.EXPENSES, "", plain(-profit.expenses_rupiah)]),
    ]
    left = table.sums([words.result(profit.surplus_rupiah), "", plain(profit.surplus_rupiah)])
    note = paragraph(words.PROFIT_NOTE, WIDTH, kind.small)
    heading = section_heading(f"{words.PROFIT} · {profit.period.title}", WIDTH, kind)
    return Section([heading], [table.head()], rows, [left, note])


def _sheet(sheet: BalanceSheet, kind: Style) -> Section:
    """Both sides below each other, each with its sum."""
    owned, owed = _table(words.ASSETS, kind), _table(words.LIABILITIES, kind)
    rows = [
        *_side(owned, assets(sheet), words.ASSETS_SUM, sheet.assets_rupiah),
        paragraph(" ", WIDTH, kind.small),
        owed.head(),
        *_side(owed, liabilities(sheet), words.LIABILITIES_SUM, sheet.liabilities_and_equity_rupiah),
    ]
    balanced = sheet.assets_rupiah == sheet.liabilities_and_equity_rupiah
    said = paragraph(words.BALANCED if balanced else words.NOT_BALANCED, WIDTH, kind.strong)
    heading = section_heading(f"{words.SHEET} · {long_day(sheet.day)}", WIDTH, kind)
    return Section([heading, owned.head()], [], rows, [said])


def _side(table: Table, lines: Sequence[NamedRupiah], name: str, rupiah: int) -> list[Block]:
    rows = table.rows([[each, plain(amount), ""] for each, amount in lines])
    return [*rows, table.sums([name, "", plain(rupiah)])]
