"""`daurulang stock`, `report stock` and `report card`: what lies in the stores by the book, and how it came to that."""

from __future__ import annotations

import argparse
import json
from datetime import date
from typing import TYPE_CHECKING

from daurulang.command_line.periods import period_argument
from daurulang.command_line.reports import add_forms, day_argument
from daurulang.database import Database
from daurulang.documents.wording import CONDITIONS
from daurulang.errors import UnknownMaterial
from daurulang.periods import Period, long_day, short_day
from daurulang.quantities import (
    Condition,
    format_amount_of,
    format_kilograms,
    format_quantity,
    format_rupiah,
    format_whole,
)

if TYPE_CHECKING:
    from daurulang.reports.stock import Stock, StockRow
    from daurulang.reports.stock_card import StockCard
    from daurulang.stock.queries import Level

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  (argparse has no public name)


def add_stock(commands: Commands) -> None:
    """The command `stock`."""
    words = "stok gudang menurut buku, per gudang, bahan, dan kondisi"
    command = commands.add_parser("stock", help=words, description=words)
    command.add_argument("--day", type=day_argument, metavar="YYYY-MM-DD", help="pada akhir hari itu")
    command.add_argument("--json", action="store_true")
    command.set_defaults(run=_stock)


def add_stock_reports(kinds: Commands) -> None:
    """The reports `stock` and `card`."""
    words = "stok pada suatu hari: jumlah, nilai perolehan, nilai jual, umur; atau mutasinya selama suatu masa"
    stock = kinds.add_parser("stock", help=words, description=words)
    stock.add_argument("period", nargs="?", type=period_argument, metavar="DAY|PERIOD")
    stock.set_defaults(run=_report)
    add_forms(stock)
    words = "kartu gudang suatu bahan"
    card = kinds.add_parser("card", help=words, description=words)
    card.add_argument("code", metavar="MATERIAL-CODE")
    card.add_argument("period", type=period_argument, metavar="PERIOD")
    by_word = {word: condition for condition, word in CONDITIONS.items()}
    card.add_argument("--condition", choices=by_word, default=CONDITIONS[Condition.CLEAN], help="kondisi bahan")
    card.add_argument("--store", metavar="NAME", help="gudang, bila lebih dari satu")
    card.set_defaults(run=_card, refuse=card.error)
    add_forms(card)


def _stock(db: Database, options: argparse.Namespace) -> int:
    from daurulang.reports.stock import stock_on

    _tell_stock(stock_on(db, options.day), json_wanted=options.json)
    return 0


def _report(db: Database, options: argparse.Namespace) -> int:
    from daurulang.centre.queries import letterhead
    from daurulang.reports.stock import stock_on, stock_turnover

    centre, place = letterhead(db)
    today = centre.today()
    period = options.period or Period(today, today)
    stock = stock_on(db, min(period.last, max(today, period.first)))
    turnover = stock_turnover(db, period) if period.first < period.last else None
    if options.pdf:
        from daurulang.documents.stock_report import write_stock_report

        maker = centre.treasurer_name
        write_stock_report(stock, centre, options.pdf, place=place, day=today, maker=maker, turnover=turnover)
    if options.xlsx:
        from daurulang.documents.stock_workbook import write_stock_workbook

        write_stock_workbook(stock, options.xlsx, turnover)
    _tell_stock(stock, json_wanted=options.json)
    return 0


def _tell_stock(stock: Stock, *, json_wanted: bool) -> None:
    if json_wanted:
        print(json.dumps([_as_json(row, stock.day) for row in stock.rows]))
        return
    print(f"Stok gudang {long_day(stock.day)}")
    for store_id in dict.fromkeys(row.store.place_id for row in stock.rows):
        rows = [row for row in stock.rows if row.store.place_id == store_id]
        print(rows[0].store.name)
        for row in rows:
            good = row.material
            quantity, cost = format_quantity(row.quantity, good.unit), format_rupiah(row.there.rupiah)
            name = f"{good.name} ({CONDITIONS[row.condition]})"
            print(f"{good.code:<8} {name:<44} {quantity:>16} {cost:>16} {row.age_days(stock.day) or 0:>5} hari")
    total = stock.total
    print(f"Berat yang diketahui: {format_kilograms(total.grams)}")
    print(f"Nilai perolehan {format_rupiah(total.rupiah)}, nilai jual {format_rupiah(stock.worth_rupiah)}")
    if stock.unpriced:
        print(f"Tanpa harga jual: {', '.join(dict.fromkeys(row.material.code for row in stock.unpriced))}")


def _as_json(row: StockRow, day: date) -> dict[str, object]:
    good, there = row.material, row.there
    return {
        "store": row.store.name,
        "code": good.code,
        "name": good.name,
        "condition": row.condition,
        "unit": good.unit,
        "grams": there.grams,
        "pieces": there.pieces,
        "millilitres": there.millilitres,
        "cost_rupiah": there.rupiah,
        "sell_price_rupiah": row.price_rupiah,
        "worth_rupiah": row.worth_rupiah,
        "since": row.since and row.since.isoformat(),
        "age_days": row.age_days(day),
    }


def _card(db: Database, options: argparse.Namespace) -> int:
    from daurulang.centre.queries import letterhead
    from daurulang.reports.stock_card import stock_card
    from daurulang.stock.queries import StockKey

    condition = {word: condition for condition, word in CONDITIONS.items()}[options.condition]
    key = StockKey(_place_of(db, options), _material_of(db, options.code), condition)
    card = stock_card(db, key, options.period)
    centre, place = letterhead(db)
    if options.pdf:
        from daurulang.documents.stock_card import write_stock_card

        write_stock_card(card, centre, options.pdf, place=place, day=centre.today(), maker=centre.treasurer_name)
    if options.xlsx:
        from daurulang.documents.stock_workbook import write_stock_card_workbook

        write_stock_card_workbook(card, options.xlsx)
    if options.json:
        print(json.dumps(_card_as_json(card)))
        return 0
    _tell_card(card)
    return 0


def _tell_card(card: StockCard) -> None:
    from daurulang.documents.stock_wording import CLOSING_STOCK, OPENING_STOCK, moved

    good, unit = card.material, card.material.unit
    name = f"{good.code} {good.name} ({CONDITIONS[card.condition]}), {card.store.name}, {card.period.title}"
    print(f"Kartu gudang {name}")

    def line(words: str, quantities: tuple[int | None, ...], rupiah: int) -> None:
        amounts = " ".join(f"{'' if each is None else format_amount_of(each, unit):>12}" for each in quantities)
        print(f"{words:<60} {amounts} {format_whole(rupiah):>14}")

    line(OPENING_STOCK, (None, None, card.quantity(card.opening)), card.opening.rupiah)
    for each in card.movements:
        quantities = (card.quantity(each.into), card.quantity(each.out), card.quantity(each.balance))
        line(f"{short_day(each.day)} {each.number} {moved(each)}", quantities, each.balance.rupiah)
    sums = (card.quantity(card.into), card.quantity(card.out), card.quantity(card.closing))
    line(CLOSING_STOCK, sums, card.closing.rupiah)


def _card_as_json(card: StockCard) -> dict[str, object]:
    def level(level: Level) -> dict[str, int]:
        return {"quantity": card.quantity(level), "grams": level.grams, "rupiah": level.rupiah}

    return {
        "store": card.store.name,
        "code": card.material.code,
        "condition": card.condition,
        "unit": card.material.unit,
        "opening": level(card.opening),
        "movements": [
            {
                "day": each.day.isoformat(),
                "number": each.number,
                "kind": each.kind,
                "party": each.party,
                "in": level(each.into),
                "out": level(each.out),
                "balance": level(each.balance),
            }
            for each in card.movements
        ],
        "closing": level(card.closing),
    }


def _material_of(db: Database, code: str) -> int:
    """The id of a material by its code; raises `UnknownMaterial`."""
    from daurulang.materials.queries import materials

    with db.reading() as connection:
        found = [each.id for each in materials(connection) if each.code.lower() == code.lower()]
    if not found:
        raise UnknownMaterial(code)
    return found[0]


def _place_of(db: Database, options: argparse.Namespace) -> int:
    """The store of that name, or the first."""
    from daurulang.stock.queries import all_stores

    name: str | None = options.store
    found = [each.place_id for each in all_stores(db) if name is None or each.name.lower() == name.lower()]
    if not found:
        options.refuse(f"tidak ada gudang {name}")
    return found[0]
