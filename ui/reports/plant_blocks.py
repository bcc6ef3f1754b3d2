"""The blocks of the plant: flow of goods, buyers, margins, stock, loads, batches, mass balance, result, CO2e."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from daurulang.quantities import format_quantity, format_rupiah, format_thousandths, format_whole
from daurulang.reports.economic_value import EconomicValue
from daurulang.reports.flow_picture import FlowEnd, FlowPicture, flow_picture
from daurulang.reports.mass_flow import GroupFlow
from daurulang.reports.plant_value import BuyerShare, PlantValue, ProcessShare, SoldShare, SourceShare
from daurulang.reports.stock import StockShare
from ui.materials.words import dlh_words, substance_words
from ui.reports.plant_words import flow_words
from ui.reports.value_block import Block, Shown
from ui.reports.value_words import percent_of, weight_words
from ui.stock.words import batch_word, cubic_metres, source_kind_word
from ui.widgets.chart import Bar, BarChart
from ui.widgets.flow_chart import FlowChart
from ui.widgets.rows import Column

translate = QCoreApplication.translate

MOST_BARS = 10
FLOW = "aliran"


def plant_blocks() -> list[Block[Any]]:
    """Every block, in the order of the screen."""
    return [_flow(), _buyers(), _margins(), _stock(), _sources(), _processes(), _balance(), _result(), _impact()]


@dataclass(frozen=True, slots=True)
class FlowRow:
    """One end of the flow."""

    comes: bool
    end: FlowEnd


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One line of the result; what is a sum stands out in the chart."""

    name: str
    rupiah: int
    is_sum: bool = False


@dataclass(frozen=True, slots=True)
class ImpactRow:
    """One substance, or a material without a factor (`factor` None)."""

    name: str
    grams: int
    factor: int | None
    grams_co2e: int


def _of(value: EconomicValue) -> PlantValue:
    if value.plant is None:
        raise RuntimeError("a report without a plant has no such block")
    return value.plant


def _flow() -> Block[FlowRow]:
    title = translate("Report", "Flow of goods")
    columns: list[Column[FlowRow]] = [
        Column(
            translate("Report", "Direction"),
            lambda row: translate("Report", "in") if row.comes else translate("Report", "out"),
            width=90,
        ),
        Column(translate("Report", "From or to"), lambda row: flow_words(row.end)),
        _kilograms("kg", lambda row: row.end.grams),
    ]
    return Block(FLOW, title, FlowChart(title), columns, _flow_rows)


def _flow_rows(value: EconomicValue) -> Shown[FlowRow]:
    picture: FlowPicture = flow_picture(_of(value))
    rows = [FlowRow(True, each) for each in picture.sources] + [FlowRow(False, each) for each in picture.ends]
    bars = [Bar(flow_words(row.end), row.end.grams, weight_words(row.end.grams), quiet=not row.comes) for row in rows]
    plant = _of(value)
    line = translate("Report", "{weight} in and out  ·  {diverted} kept from the landfill, about {volume}").format(
        weight=weight_words(picture.grams),
        diverted=weight_words(plant.diverted_grams),
        volume=cubic_metres(plant.diverted_litres),
    )
    if plant.generated_grams:
        percent = format_thousandths(plant.diverted_millipercent)
        line += "  ·  " + translate("Report", "{percent} % of the regency's waste").format(percent=percent)
    return Shown(rows, bars, line)


def _buyers() -> Block[BuyerShare]:
    title = translate("Report", "Sales by buyer")
    columns: list[Column[BuyerShare]] = [
        Column(translate("Report", "Buyer"), lambda row: row.name),
        _count(translate("Report", "Sales"), lambda row: row.sales),
        _kilograms("kg", lambda row: row.grams),
        *_margin_columns(),
    ]

    def rows_of(value: EconomicValue) -> Shown[BuyerShare]:
        rows = _of(value).buyers
        bars = [
            Bar(row.name, row.rupiah, format_rupiah(row.rupiah), weight_words(row.grams)) for row in rows[:MOST_BARS]
        ]
        line = translate("Report", "{count} buyers  ·  {weight}  ·  {value}").format(
            count=len(rows),
            weight=weight_words(sum(row.grams for row in rows)),
            value=format_rupiah(sum(row.rupiah for row in rows)),
        )
        return Shown(rows, bars, line)

    return Block("pembeli", title, BarChart(title), columns, rows_of)


def _margins() -> Block[SoldShare]:
    title = translate("Report", "Margin by material")
    columns: list[Column[SoldShare]] = [
        *_goods_columns(),
        *_margin_columns(),
    ]

    def rows_of(value: EconomicValue) -> Shown[SoldShare]:
        rows = sorted(_of(value).sold, key=lambda row: (-row.margin_rupiah, row.code))
        bars = [
            Bar(
                row.name,
                max(row.margin_rupiah, 0),
                format_rupiah(row.margin_rupiah),
                percent_of(row.margin_rupiah, row.rupiah),
            )
            for row in rows[:MOST_BARS]
        ]
        whole, sold = sum(row.margin_rupiah for row in rows), sum(row.rupiah for row in rows)
        line = translate("Report", "{margin} of {value} sold, {percent}").format(
            margin=format_rupiah(whole), value=format_rupiah(sold), percent=percent_of(whole, sold) or "–"
        )
        return Shown(rows, bars, line)

    return Block("laba", title, BarChart(title), columns, rows_of)


def _stock() -> Block[StockShare]:
    title = translate("Report", "Stock at the end")
    columns: list[Column[StockShare]] = [
        *_goods_columns(),
        _rupiah(translate("Report", "Cost Rp"), lambda row: row.cost_rupiah),
        Column(
            translate("Report", "Worth Rp"),
            lambda row: "–" if row.unpriced and not row.worth_rupiah else format_whole(row.worth_rupiah),
            sort=lambda row: row.worth_rupiah,
            right=True,
            width=116,
        ),
    ]

    def rows_of(value: EconomicValue) -> Shown[StockShare]:
        rows = _of(value).stock
        bars = [
            Bar(row.name, max(row.cost_rupiah, 0), format_rupiah(row.cost_rupiah), weight_words(row.grams))
            for row in rows[:MOST_BARS]
        ]
        line = translate("Report", "{cost} at cost, {worth} at sell prices").format(
            cost=format_rupiah(sum(row.cost_rupiah for row in rows)),
            worth=format_rupiah(sum(row.worth_rupiah for row in rows)),
        )
        return Shown(rows, bars, line)

    return Block("stok", title, BarChart(title), columns, rows_of)


def _sources() -> Block[SourceShare]:
    title = translate("Report", "Loads by source")
    columns: list[Column[SourceShare]] = [
        Column(translate("Report", "Source"), lambda row: row.name),
        Column(translate("Report", "Kind"), lambda row: source_kind_word(row.kind), width=90, spare=2),
        _count(translate("Report", "Loads"), lambda row: row.loads),
        _kilograms("kg", lambda row: row.grams),
        _kilograms(translate("Report", "estimated kg"), lambda row: row.estimated_grams),
        _kilograms("m³", lambda row: row.volume_litres),
        _rupiah(translate("Report", "Paid Rp"), lambda row: row.rupiah),
    ]

    def rows_of(value: EconomicValue) -> Shown[SourceShare]:
        rows = _of(value).sources
        bars = [
            Bar(row.name, max(row.grams, 0), weight_words(row.grams), source_kind_word(row.kind))
            for row in rows[:MOST_BARS]
        ]
        litres = sum(row.volume_litres for row in rows)
        line = translate("Report", "{count} loads  ·  {weight}").format(
            count=sum(row.loads for row in rows), weight=weight_words(sum(row.grams for row in rows))
        )
        if litres:
            line += translate("Report", "  ·  measured by volume: {volume}").format(volume=cubic_metres(litres))
        return Shown(rows, bars, line)

    return Block("muatan", title, BarChart(title), columns, rows_of)


def _processes() -> Block[ProcessShare]:
    title = translate("Report", "Processing")
    columns: list[Column[ProcessShare]] = [
        Column(translate("Report", "Kind"), lambda row: batch_word(row.kind)),
        _count(translate("Report", "Batches"), lambda row: row.batches),
        _kilograms(translate("Report", "In kg"), lambda row: row.input_grams),
        _kilograms(translate("Report", "Out kg"), lambda row: row.output_grams),
        _kilograms(translate("Report", "Residue kg"), lambda row: row.residue_grams),
        _kilograms(translate("Report", "Loss kg"), lambda row: row.loss_grams),
        Column(
            translate("Report", "Yield"),
            lambda row: percent_of(row.output_grams, row.input_grams) or "–",
            right=True,
            width=76,
        ),
    ]

    def rows_of(value: EconomicValue) -> Shown[ProcessShare]:
        rows = _of(value).processes
        bars = [
            Bar(
                batch_word(row.kind),
                max(row.input_grams, 0),
                weight_words(row.input_grams),
                translate("Report", "yield {percent}").format(percent=percent_of(row.output_grams, row.input_grams)),
            )
            for row in rows
        ]
        line = translate("Report", "{into} went in  ·  {out} came out  ·  {residue} residue  ·  {loss} lost").format(
            into=weight_words(sum(row.input_grams for row in rows)),
            out=weight_words(sum(row.output_grams for row in rows)),
            residue=weight_words(sum(row.residue_grams for row in rows)),
            loss=weight_words(sum(row.loss_grams for row in rows)),
        )
        return Shown(rows, bars, line)

    return Block("pengolahan", title, BarChart(title), columns, rows_of)


def _balance() -> Block[GroupFlow]:
    title = translate("Report", "Mass balance")
    figures: list[tuple[str, Callable[[GroupFlow], int]]] = [
        (translate("Report", "Residents"), lambda row: row.residents),
        (translate("Report", "Loads"), lambda row: row.hauled),
        (translate("Report", "Others"), lambda row: row.before + row.found),
        (translate("Report", "Made"), lambda row: row.made),
        (translate("Report", "Sold"), lambda row: row.sold),
        (translate("Report", "Landfill"), lambda row: row.landfill),
        (translate("Report", "Lost"), lambda row: row.lost),
        (translate("Report", "Stock ±"), lambda row: row.stock_change),
    ]
    columns: list[Column[GroupFlow]] = [
        Column(translate("Report", "Category"), _group_name),
        *(_kilograms(name, of) for name, of in figures),
    ]

    def rows_of(value: EconomicValue) -> Shown[GroupFlow]:
        balance = _of(value).balance
        bars = [
            Bar(_group_name(row), max(row.residents + row.hauled, 0), weight_words(row.residents + row.hauled))
            for row in balance.groups
        ]
        words = translate("Report", "In is out to the gram in every category: {weight}")
        if not balance.balances:
            words = translate("Report", "In is not out; the check of the book (F11) says where: {weight}")
        return Shown((*balance.groups, balance.total), bars, words.format(weight=weight_words(balance.total.into)))

    return Block("neraca", title, BarChart(title), columns, rows_of)


def _group_name(row: GroupFlow) -> str:
    return dlh_words(row.category) if row.category is not None else translate("Report", "All together")


def _result() -> Block[ResultRow]:
    title = translate("Report", "Result and savings")
    columns: list[Column[ResultRow]] = [
        Column(translate("Report", "Item"), lambda row: row.name),
        _rupiah("Rp", lambda row: row.rupiah),
    ]
    return Block("hasil", title, BarChart(title), columns, _result_rows)


def _result_rows(value: EconomicValue) -> Shown[ResultRow]:
    plant = _of(value)
    profit = plant.profit
    rows = [
        ResultRow(translate("Report", "Sales"), profit.sales_rupiah, is_sum=True),
        ResultRow(translate("Report", "Cost of goods sold"), -profit.cost_of_goods_rupiah),
        ResultRow(translate("Report", "Margin"), profit.margin_rupiah, is_sum=True),
        ResultRow(translate("Report", "Stock differences and landfill"), -profit.stock_difference_rupiah),
        ResultRow(translate("Report", "Cash differences"), -profit.cash_difference_rupiah),
        *(ResultRow(each.name, -each.rupiah) for each in profit.expenses),
        ResultRow(translate("Report", "Surplus"), profit.surplus_rupiah, is_sum=True),
    ]
    rows = [row for row in rows if row.rupiah or row.is_sum]
    savings = [
        ResultRow(translate("Report", "Savings owed to members"), value.balances_rupiah, is_sum=True),
        ResultRow(translate("Report", "Cash and bank"), plant.cash_rupiah, is_sum=True),
        ResultRow(translate("Report", "Owed by buyers"), plant.owed_rupiah),
    ]
    bars = [
        Bar(row.name, abs(row.rupiah), format_rupiah(row.rupiah), quiet=not row.is_sum or row.rupiah < 0)
        for row in (*rows, *savings[:2])
    ]
    line = translate("Report", "Surplus {surplus}; cash and bank cover {cover} of the savings").format(
        surplus=format_rupiah(profit.surplus_rupiah),
        cover=percent_of(plant.cash_rupiah, value.balances_rupiah) or "–",
    )
    return Shown((*rows, *savings), bars, line)


def _impact() -> Block[ImpactRow]:
    title = translate("Report", "Estimated CO2e avoided")
    columns: list[Column[ImpactRow]] = [
        Column(translate("Report", "Made of"), lambda row: row.name),
        _kilograms("kg", lambda row: row.grams),
        Column(
            translate("Report", "Factor g/kg"),
            lambda row: translate("Report", "no factor") if row.factor is None else format_whole(row.factor),
            sort=lambda row: row.factor or 0,
            right=True,
            width=110,
        ),
        _kilograms("kg CO2e", lambda row: row.grams_co2e),
    ]
    return Block("co2e", title, BarChart(title), columns, _impact_rows)


def _impact_rows(value: EconomicValue) -> Shown[ImpactRow]:
    found = _of(value).impact
    rows = [
        ImpactRow(substance_words(each.substance), each.grams, each.grams_co2e_per_kg, each.grams_co2e)
        for each in found.by_substance
    ]
    bars = [
        Bar(row.name, max(row.grams_co2e, 0), f"{format_thousandths(row.grams_co2e)} kg", weight_words(row.grams))
        for row in rows[:MOST_BARS]
    ]
    without = [ImpactRow(f"{each.code} {each.name}", each.grams, None, 0) for each in found.without_factor]
    line = translate("Report", "Estimate by {factors}: {co2e} kg CO2e of {weight} sold").format(
        factors=found.set_title, co2e=format_thousandths(found.grams_co2e), weight=weight_words(found.grams)
    )
    if without:
        line += translate("Report", "  ·  without a factor, not counted: {weight}").format(
            weight=weight_words(found.grams_without_factor)
        )
    return Shown((*rows, *without), bars, line)


# --- columns ------------------------------------------------------------------------------------------------


def _goods_columns() -> list[Column[Any]]:
    return [
        Column(translate("Report", "Code"), lambda row: row.code, width=62, muted=True, spare=2),
        Column(translate("Report", "Material"), lambda row: row.name),
        Column(
            translate("Report", "Quantity"),
            lambda row: format_quantity(row.quantity, row.unit),
            sort=lambda row: row.quantity,
            right=True,
            width=120,
        ),
    ]


def _margin_columns() -> list[Column[Any]]:
    return [
        _rupiah(translate("Report", "Sales Rp"), lambda row: row.rupiah),
        _rupiah(translate("Report", "Cost Rp"), lambda row: row.cost_rupiah),
        _rupiah(translate("Report", "Margin Rp"), lambda row: row.margin_rupiah),
        Column("%", lambda row: percent_of(row.margin_rupiah, row.rupiah) or "–", right=True, width=70, spare=2),
    ]


def _kilograms(title: str, of: Callable[[Any], int]) -> Column[Any]:
    return Column(title, lambda row: format_thousandths(of(row)) if of(row) else "–", sort=of, right=True, width=96)


def _count(title: str, of: Callable[[Any], int]) -> Column[Any]:
    return Column(title, lambda row: format_whole(of(row)) if of(row) else "–", sort=of, right=True, width=84, spare=1)


def _rupiah(title: str, of: Callable[[Any], int]) -> Column[Any]:
    return Column(title, lambda row: format_whole(of(row)) if of(row) else "–", sort=of, right=True, width=116)
