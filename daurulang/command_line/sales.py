"""`daurulang report sales`: what was sold in a period, by material and by buyer."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from daurulang.command_line.periods import period_argument
from daurulang.command_line.reports import add_forms
from daurulang.database import Database
from daurulang.documents.wording import CONDITIONS
from daurulang.quantities import Condition, Unit, format_quantity, format_rupiah

if TYPE_CHECKING:
    from daurulang.reports.sales_recap import BuyerSold, SalesRecap, Sold

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  (argparse has no public name)


def add_sales_report(kinds: Commands) -> None:
    """The report `sales`."""
    words = "rekap penjualan menurut barang dan pembeli"
    sales = kinds.add_parser("sales", help=words, description=words)
    sales.add_argument("period", type=period_argument, metavar="PERIOD", help="2026-11, 2026-Q4, 2026, atau dua hari")
    sales.set_defaults(run=_sales)
    add_forms(sales)


def _sales(db: Database, options: argparse.Namespace) -> int:
    from daurulang.centre.queries import letterhead
    from daurulang.reports.sales_recap import sales_recap

    recap = sales_recap(db, options.period)
    if options.pdf:
        from daurulang.documents.sales_recap import write_sales_recap

        centre, place = letterhead(db)
        day, maker = centre.today(), centre.treasurer_name
        write_sales_recap(recap, centre, options.pdf, place=place, day=day, maker=maker)
    if options.xlsx:
        from daurulang.documents.sales_recap_workbook import write_sales_recap_workbook

        write_sales_recap_workbook(recap, options.xlsx)
    if options.json:
        print(json.dumps(_as_json(recap)))
    else:
        _tell(recap)
    return 0


def _tell(recap: SalesRecap) -> None:
    print(f"Rekap penjualan {recap.period.title}")
    for each in recap.by_material:
        clean = each.condition is Condition.CLEAN
        name = each.name if clean else f"{each.name} ({CONDITIONS[each.condition]})"
        print(f"{each.code:<8} {name:<40} {format_quantity(each.quantity, each.unit):>16} {_money(each)}")
    for buyer in recap.by_buyer:
        sales = f"{buyer.sales} nota"
        print(f"{buyer.buyer:<49} {sales:>16} {_money(buyer)}")
    left = format_rupiah(recap.rupiah - recap.cost_rupiah)
    print(f"{recap.sales} penjualan: {format_rupiah(recap.rupiah)}, laba kotor {left}")


def _money(sold: Sold | BuyerSold) -> str:
    return f"{format_rupiah(sold.rupiah):>18} {format_rupiah(sold.rupiah - sold.cost_rupiah):>16}"


def _as_json(recap: SalesRecap) -> dict[str, object]:
    return {
        "first": recap.period.first.isoformat(),
        "last": recap.period.last.isoformat(),
        "sales": recap.sales,
        "rupiah": recap.rupiah,
        "cost_rupiah": recap.cost_rupiah,
        "by_material": [_goods_as_json(each) for each in recap.by_material],
        "by_buyer": [
            {
                "buyer": each.buyer,
                "sales": each.sales,
                "grams": each.of(Unit.KILOGRAM),
                "rupiah": each.rupiah,
                "cost_rupiah": each.cost_rupiah,
                "goods": [_goods_as_json(goods) for goods in each.goods],
            }
            for each in recap.by_buyer
        ],
    }


def _goods_as_json(sold: Sold) -> dict[str, object]:
    return {
        "code": sold.code,
        "name": sold.name,
        "condition": sold.condition,
        "unit": sold.unit,
        "quantity": sold.quantity,
        "paid_quantity": sold.paid_quantity,
        "rupiah": sold.rupiah,
        "cost_rupiah": sold.cost_rupiah,
    }
