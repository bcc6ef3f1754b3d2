"""The blocks of the dashboard: materials, villages, what waits, depositors, prices, month against month."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from daurulang.materials.model import PriceSide
from daurulang.periods import short_day
from daurulang.quantities import format_quantity, format_rupiah, format_thousandths, format_whole
from daurulang.reports.dashboard import Dashboard, Figures, PriceStep, Ranked
from daurulang.reports.stock import StockRow
from ui.reports.value_block import Block, Shown
from ui.reports.value_words import day_words, in_short, weight_words
from ui.widgets.chart import Bar, BarChart, ColumnChart
from ui.widgets.rows import Column

translate = QCoreApplication.translate

MOST_BARS, MOST_WAITING, MOST_PRICES = 10, 10, 16


@dataclass(frozen=True, slots=True)
class Told:
    """What the depositors' block shows: members by number, and their names only where somebody asked for them."""

    rows: tuple[Ranked, ...]
    with_names: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """One figure of this month, of the one before and of a year ago, and how it is written."""

    name: str
    now: int
    before: int
    year_before: int
    show: Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Prices:
    """How the prices of one material went."""

    name: str
    steps: tuple[PriceStep, ...]


def month_block() -> Block[Beside]:
    """This month against the same days of others."""
    title = translate("Dashboard", "This month against before")
    columns: list[Column[Beside]] = [
        Column(translate("Dashboard", "Figure"), lambda row: row.name),
        *(
            Column(head, lambda row, of=of: row.show(of(row)), right=True, width=150)  # type: ignore[misc]
            for head, of in _sides()
        ),
    ]

    def rows_of(found: Dashboard) -> Shown[Beside]:
        figures: list[tuple[str, Callable[[Figures], int], Callable[[int], str]]] = [
            (translate("Dashboard", "Value"), lambda each: each.rupiah, format_rupiah),
            (translate("Dashboard", "Weight"), lambda each: each.grams, weight_words),
            (translate("Dashboard", "Deposits"), lambda each: each.deposits, format_whole),
            (translate("Dashboard", "Members"), lambda each: each.members, format_whole),
            (translate("Dashboard", "Sales"), lambda each: each.sales_rupiah, format_rupiah),
        ]
        rows = [
            Beside(name, of(found.month), of(found.before), of(found.year_before), show) for name, of, show in figures
        ]
        bars = []
        for row in rows:
            for number, (head, of) in enumerate(_sides()):
                bars.append(Bar(head, of(row), row.show(of(row)), "", "" if number else row.name, quiet=bool(number)))
        line = translate("Dashboard", "Up to {day} of each month").format(day=day_words(found.day, "d"))
        return Shown(rows, bars, line)

    return Block("bulan-ini", title, BarChart(title, each_group=True), columns, rows_of)


def _sides() -> list[tuple[str, Callable[[Beside], int]]]:
    return [
        (translate("Dashboard", "this month"), lambda row: row.now),
        (translate("Dashboard", "month before"), lambda row: row.before),
        (translate("Dashboard", "a year ago"), lambda row: row.year_before),
    ]


def material_block() -> Block[Ranked]:
    """What the materials of this month were worth."""
    title = translate("Dashboard", "Value by material")
    return _ranked("bahan", title, lambda found: found.by_material, by_value=True)


def village_block() -> Block[Ranked]:
    """What the villages brought this month."""
    title = translate("Dashboard", "Kilos by village")
    return _ranked("desa", title, lambda found: found.by_village, by_value=False)


def _ranked(code: str, title: str, of: Callable[[Dashboard], tuple[Ranked, ...]], *, by_value: bool) -> Block[Ranked]:
    columns: list[Column[Ranked]] = [
        Column(translate("Dashboard", "Name"), _name),
        _kilograms(lambda row: row.grams),
        _rupiah(lambda row: row.rupiah),
    ]

    def rows_of(found: Dashboard) -> Shown[Ranked]:
        rows = of(found)
        bars = [
            Bar(_name(row), row.rupiah, format_rupiah(row.rupiah), weight_words(row.grams))
            if by_value
            else Bar(_name(row), row.grams, weight_words(row.grams), format_rupiah(row.rupiah))
            for row in rows[:MOST_BARS]
        ]
        line = translate("Dashboard", "{count} this month  ·  {weight}  ·  {value}").format(
            count=len(rows), weight=weight_words(found.month.grams), value=format_rupiah(found.month.rupiah)
        )
        return Shown(rows, bars, line)

    return Block(code, title, BarChart(title), columns, rows_of)


def _name(row: Ranked) -> str:
    return row.name or translate("Dashboard", "No village")


def depositor_block() -> Block[tuple[int, str, Ranked]]:
    """Who brought most this month, by number; names only where they were asked for."""
    title = translate("Dashboard", "Top depositors")
    columns: list[Column[tuple[int, str, Ranked]]] = [
        Column(translate("Dashboard", "Place"), lambda row: str(row[0]), width=70, right=True),
        Column(translate("Dashboard", "Member"), lambda row: row[1]),
        _kilograms(lambda row: row[2].grams),
        _rupiah(lambda row: row[2].rupiah),
    ]

    def rows_of(told: Told) -> Shown[tuple[int, str, Ranked]]:
        rows = [(place, _called(each, with_name=told.with_names), each) for place, each in enumerate(told.rows, 1)]
        bars = [
            Bar(name, each.grams, weight_words(each.grams), format_rupiah(each.rupiah)) for _place, name, each in rows
        ]
        line = translate("Dashboard", "Numbers, not names; Ctrl+Shift+N shows the names.")
        if told.with_names:
            line = translate("Dashboard", "With names, until you leave the screen.")
        return Shown(rows, bars, line)

    return Block("penyetor", title, BarChart(title), columns, rows_of)


def _called(each: Ranked, *, with_name: bool) -> str:
    """The number stands first in what a member is called."""
    return each.name if with_name else each.name.partition(" ")[0]


def waiting_block(today: Callable[[], date]) -> Block[StockRow]:
    """What lies longest in the stores."""
    title = translate("Dashboard", "Stock that waits")

    def age(row: StockRow) -> str:
        return translate("Dashboard", "{days} days").format(days=row.age_days(today()) or 0)

    columns: list[Column[StockRow]] = [
        Column(translate("Dashboard", "Material"), lambda row: row.material.name),
        Column(translate("Dashboard", "Store"), lambda row: row.store.name, width=120, spare=2),
        Column(
            translate("Dashboard", "Quantity"),
            lambda row: format_quantity(row.quantity, row.material.unit),
            sort=lambda row: row.quantity,
            right=True,
            width=110,
        ),
        _rupiah(lambda row: row.there.rupiah),
        Column(
            translate("Dashboard", "Since"),
            age,
            sort=lambda row: row.age_days(today()) or 0,
            right=True,
            width=90,
        ),
    ]

    def rows_of(found: Dashboard) -> Shown[StockRow]:
        bars = [
            Bar(row.material.name, row.age_days(found.day) or 0, age(row), format_rupiah(row.there.rupiah))
            for row in found.waiting[:MOST_WAITING]
        ]
        cost = sum(row.there.rupiah for row in found.waiting)
        line = translate("Dashboard", "{cost} lie in the stores").format(cost=format_rupiah(cost))
        return Shown(found.waiting, bars, line)

    return Block("menunggu", title, BarChart(title), columns, rows_of)


def price_block() -> Block[PriceStep]:
    """How the prices of one material went."""
    title = translate("Dashboard", "Price history")
    columns: list[Column[PriceStep]] = [
        Column(translate("Dashboard", "From"), lambda row: short_day(row.day), sort=lambda row: row.day, width=110),
        Column(translate("Dashboard", "Side"), _side, width=110),
        Column(
            translate("Dashboard", "Price Rp"),
            lambda row: "–" if row.rupiah is None else format_whole(row.rupiah),
            sort=lambda row: row.rupiah or 0,
            right=True,
        ),
    ]

    def rows_of(prices: Prices) -> Shown[PriceStep]:
        shown: Sequence[PriceStep] = prices.steps[-MOST_PRICES:]
        bars = [
            Bar(
                f"{_side(step)} {short_day(step.day)}",
                step.rupiah or 0,
                format_rupiah(step.rupiah or 0),
                "",
                short_day(step.day),
                quiet=step.side is PriceSide.SELL,
            )
            for step in shown
        ]
        line = translate("Dashboard", "Buy prices are filled, sell prices pale")
        return Shown(prices.steps, bars, line, f"{title}: {prices.name}" if prices.name else title)

    return Block("harga", title, ColumnChart(title, in_short), columns, rows_of)


def _side(step: PriceStep) -> str:
    return translate("Dashboard", "buy") if step.side is PriceSide.BUY else translate("Dashboard", "sell")


def _kilograms(of: Callable[[Any], int]) -> Column[Any]:
    return Column("kg", lambda row: format_thousandths(of(row)) if of(row) else "–", sort=of, right=True, width=96)


def _rupiah(of: Callable[[Any], int]) -> Column[Any]:
    title = translate("Dashboard", "Value Rp")
    return Column(title, lambda row: format_whole(of(row)) if of(row) else "–", sort=of, right=True, width=116)
