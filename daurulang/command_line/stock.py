"""`daurulang stock`: what lies in the store by the book."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from daurulang.command_line.reports import day_argument
from daurulang.database import Database
from daurulang.periods import long_day
from daurulang.quantities import format_kilograms, format_quantity

if TYPE_CHECKING:
    from daurulang.reports.stock import StockRow

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  (argparse has no public name)


def add_stock(commands: Commands) -> None:
    """The command `stock`."""
    words = "stok gudang menurut buku, per bahan"
    command = commands.add_parser("stock", help=words, description=words)
    command.add_argument("--day", type=day_argument, metavar="YYYY-MM-DD", help="pada akhir hari itu")
    command.add_argument("--json", action="store_true")
    command.set_defaults(run=_stock)


def _stock(db: Database, options: argparse.Namespace) -> int:
    from daurulang.centre.queries import letterhead
    from daurulang.errors import BadDay
    from daurulang.reports.stock import stock_on

    today = letterhead(db)[0].today()
    if options.day and options.day > today:
        raise BadDay(options.day)
    rows = [row for row in stock_on(db, options.day) if any((row.stock.grams, row.quantity))]
    if options.json:
        print(json.dumps([_as_json(row) for row in rows]))
        return 0
    print(f"Stok gudang {long_day(options.day or today)}")
    for row in rows:
        good = row.material
        print(f"{good.code:<8} {good.name:<40} {format_quantity(row.quantity, good.unit):>16}")
    print(f"Berat yang diketahui: {format_kilograms(sum(row.stock.grams for row in rows))}")
    return 0


def _as_json(row: StockRow) -> dict[str, object]:
    good, stock = row.material, row.stock
    return {
        "code": good.code,
        "name": good.name,
        "unit": good.unit,
        "grams": stock.grams,
        "pieces": stock.pieces,
        "millilitres": stock.millilitres,
    }
