"""The plant's part of the economic value as tables, the same for paper and workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from daurulang.documents import plant_wording as words
from daurulang.documents import stock_wording, wording
from daurulang.documents.workbook import Kind
from daurulang.quantities import divided, format_quantity, format_thousandths
from daurulang.reports.economic_value import EconomicValue
from daurulang.reports.flow_picture import FlowEnd, flow_picture
from daurulang.reports.plant_value import PlantValue


@dataclass(frozen=True, slots=True)
class Added:
    """A figure that other rows of its column come to, by their places in the table; `less` are taken off."""

    figure: int
    plus: tuple[int, ...]
    less: tuple[int, ...] = ()


Value = str | int | Added | None


def number_of(value: Value) -> int:
    """The figure in a cell, 0 of words."""
    return value.figure if isinstance(value, Added) else value if isinstance(value, int) else 0


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its head and kind; `parts` is its share of the paper's width."""

    title: str
    kind: Kind = Kind.TEXT
    parts: int = 10
    summed: bool = False


@dataclass(frozen=True, slots=True)
class Ratio:
    """A column that divides one column by another, by their places; also in the row of sums."""

    title: str
    part: int
    whole: int


@dataclass(frozen=True, slots=True)
class PlantTable:
    """A table under its heading; `sheet` is its name in a workbook."""

    sheet: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    ratio: Ratio | None = None
    note: str = ""


_KILOGRAMS = Column(words.KILOGRAMS, Kind.THOUSANDTHS, 10, summed=True)
_MONEY = (
    Column(words.SALES_RUPIAH, Kind.WHOLE, 12, summed=True),
    Column(words.COST, Kind.WHOLE, 12, summed=True),
    Column(words.MARGIN, Kind.WHOLE, 12, summed=True),
)
_GOODS = (Column(words.CODE, parts=7), Column(words.MATERIAL, parts=22), Column(words.QUANTITY, parts=12))


def plant_tables(report: EconomicValue) -> list[PlantTable]:
    """Every table that has something to say, in their order."""
    plant = report.plant
    if plant is None:
        return []
    made = (
        _flows(plant),
        _sources(plant),
        _buyers(plant),
        _margins(plant),
        _stock(plant),
        _processes(plant),
        _products(plant),
        _balance(plant),
        _result(plant),
        _liability(report, plant),
        _impact(plant),
        _without_factor(plant),
    )
    return [table for table in made if table.rows]


def flow_name(end: FlowEnd) -> str:
    """How an end of a flow is called on paper."""
    return end.name or words.FLOW_ENDS[end.kind]


def _flows(plant: PlantValue) -> PlantTable:
    """Sources beside destinations: two lists that come to the same."""
    picture = flow_picture(plant)
    rows: list[tuple[Value, ...]] = []
    for number in range(max(len(picture.sources), len(picture.ends))):
        left, right = (side[number] if number < len(side) else None for side in (picture.sources, picture.ends))
        rows.append(
            (
                *((flow_name(left), left.grams) if left else ("", None)),
                *((flow_name(right), right.grams) if right else ("", None)),
            )
        )
    columns = (
        *(Column("Dari", parts=26), _KILOGRAMS),
        *(Column("Ke", parts=26), _KILOGRAMS),
    )
    return PlantTable("Aliran", words.FLOWS, columns, tuple(rows))


def _sources(plant: PlantValue) -> PlantTable:
    columns = (
        *(Column(words.SOURCE, parts=24), Column(words.KIND, parts=9)),
        Column(words.LOADS, Kind.WHOLE, 8, summed=True),
        _KILOGRAMS,
        Column(words.ESTIMATED, Kind.THOUSANDTHS, 11, summed=True),
        Column(words.CUBIC_METRES, Kind.THOUSANDTHS, 9, summed=True),
        Column(words.PAID, Kind.WHOLE, 11, summed=True),
    )
    rows = [
        (
            *(each.name, words.SOURCE_KINDS[each.kind], each.loads, each.grams, each.estimated_grams),
            *(each.volume_litres, each.rupiah),
        )
        for each in plant.sources
    ]
    note = words.VOLUMES_APART if any(each.volume_litres for each in plant.sources) else ""
    return PlantTable("Muatan", words.SOURCES, columns, tuple(rows), note=note)


def _buyers(plant: PlantValue) -> PlantTable:
    columns = (Column(words.BUYER, parts=26), Column(words.SALES, Kind.WHOLE, 9, summed=True), _KILOGRAMS, *_MONEY)
    rows = [
        (each.name, each.sales, each.grams, each.rupiah, each.cost_rupiah, each.margin_rupiah) for each in plant.buyers
    ]
    return PlantTable("Pembeli", words.BUYERS, columns, tuple(rows), Ratio(words.MARGIN_SHARE, 5, 3))


def _margins(plant: PlantValue) -> PlantTable:
    columns = (*_GOODS, _KILOGRAMS, *_MONEY)
    rows = [
        (
            *(each.code, each.name, format_quantity(each.quantity, each.unit), each.grams),
            *(each.rupiah, each.cost_rupiah, each.margin_rupiah),
        )
        for each in plant.sold
    ]
    return PlantTable("Laba", words.MARGINS, columns, tuple(rows), Ratio(words.MARGIN_SHARE, 6, 4))


def _stock(plant: PlantValue) -> PlantTable:
    columns = (
        *_GOODS,
        _KILOGRAMS,
        Column(words.STOCK_COST, Kind.WHOLE, 12, summed=True),
        Column(words.WORTH, Kind.WHOLE, 12, summed=True),
    )
    rows = [
        (
            *(each.code, each.name, format_quantity(each.quantity, each.unit), each.grams, each.cost_rupiah),
            None if each.unpriced and not each.worth_rupiah else each.worth_rupiah,
        )
        for each in plant.stock
    ]
    note = words.UNPRICED if any(each.unpriced for each in plant.stock) else ""
    return PlantTable("Stok", words.STOCK, columns, tuple(rows), note=note)


def _processes(plant: PlantValue) -> PlantTable:
    columns = (
        Column(words.KIND, parts=20),
        Column(words.BATCHES, Kind.WHOLE, 8, summed=True),
        *(
            Column(title, Kind.THOUSANDTHS, 12, summed=True)
            for title in (words.INPUT, words.OUTPUT, words.RESIDUE, words.LOSS)
        ),
    )
    rows = [
        (
            *(stock_wording.BATCHES[each.kind], each.batches, each.input_grams, each.output_grams),
            *(each.residue_grams, each.loss_grams),
        )
        for each in plant.processes
    ]
    return PlantTable("Pengolahan", words.PROCESSES, columns, tuple(rows), Ratio(words.YIELD, 3, 2))


def _products(plant: PlantValue) -> PlantTable:
    rows = [(each.code, each.name, format_quantity(each.quantity, each.unit), each.grams) for each in plant.products]
    return PlantTable("Hasil", words.PRODUCTS, (*_GOODS, _KILOGRAMS), tuple(rows))


def _balance(plant: PlantValue) -> PlantTable:
    titles = (
        *(words.FROM_RESIDENTS, words.FROM_LOADS, words.FROM_OTHERS, words.MADE),
        *(words.SOLD, words.TO_LANDFILL, words.LOST, words.STOCK_CHANGE),
    )
    columns = (
        Column(words.CATEGORY, parts=13),
        *(Column(title, Kind.THOUSANDTHS, 10, summed=True) for title in titles),
    )
    rows = [
        (
            wording.DLH_CATEGORIES[each.category] if each.category else words.SUM,
            *(each.residents, each.hauled, each.before + each.found, each.made),
            *(each.sold, each.landfill, each.lost, each.stock_change),
        )
        for each in plant.balance.groups
    ]
    total = plant.balance.total
    diverted = words.diverted(
        format_thousandths(divided(total.diverted_grams, 1000)), format_thousandths(plant.diverted_litres)
    )
    if plant.generated_grams:
        diverted += words.of_generated(format_thousandths(plant.diverted_millipercent), plant.generated_source)
    return PlantTable(
        "Massa", words.BALANCE, columns, tuple(rows), note=f"{words.IN_IS_OUT} {diverted}" if rows else ""
    )


def _result(plant: PlantValue) -> PlantTable:
    profit = plant.profit
    rows: list[tuple[Value, ...]] = [
        (words.SALES_OF_GOODS, profit.sales_rupiah),
        (words.COST_OF_GOODS, -profit.cost_of_goods_rupiah),
        (words.GROSS, Added(profit.margin_rupiah, (0, 1))),
    ]
    if profit.stock_difference_rupiah:
        rows.append((words.STOCK_DIFFERENCE, -profit.stock_difference_rupiah))
    if profit.cash_difference_rupiah:
        rows.append((words.CASH_DIFFERENCE, -profit.cash_difference_rupiah))
    rows += [(each.name, -each.rupiah) for each in profit.expenses]
    rows.append((words.SURPLUS, Added(profit.surplus_rupiah, tuple(range(2, len(rows))))))
    there = any(number_of(rupiah) for _, rupiah in rows)
    columns = (Column(words.ITEM, parts=60), Column(words.RUPIAH, Kind.WHOLE, 20))
    return PlantTable("Labarugi", words.RESULT, columns, tuple(rows) if there else ())


def _liability(report: EconomicValue, plant: PlantValue) -> PlantTable:
    rows: list[tuple[Value, ...]] = [
        (words.SAVINGS, report.balances_rupiah),
        (words.CASH, plant.cash_rupiah),
        (words.COVER, Added(plant.cash_rupiah - report.balances_rupiah, (1,), (0,))),
        *([(words.RECEIVABLE, plant.owed_rupiah)] if plant.owed_rupiah else []),
    ]
    there = report.balances_rupiah or plant.cash_rupiah
    columns = (Column(words.ITEM, parts=60), Column(words.RUPIAH, Kind.WHOLE, 20))
    return PlantTable("Uang", words.LIABILITY, columns, tuple(rows) if there else ())


def _impact(plant: PlantValue) -> PlantTable:
    found = plant.impact
    columns = (
        Column(words.SUBSTANCE, parts=34),
        _KILOGRAMS,
        Column(words.FACTOR, Kind.WHOLE, 14),
        Column(words.CO2E, Kind.THOUSANDTHS, 14, summed=True),
    )
    rows: Sequence[tuple[Value, ...]] = [
        (words.SUBSTANCES[each.substance], each.grams, each.grams_co2e_per_kg, each.grams_co2e)
        for each in found.by_substance
    ]
    return PlantTable(
        "Emisi",
        f"{words.IMPACT} – {found.set_title}",
        columns,
        tuple(rows),
        note=words.factors_of(found.set_title, found.source),
    )


def _without_factor(plant: PlantValue) -> PlantTable:
    found = plant.impact
    columns = (Column(words.CODE, parts=12), Column(words.MATERIAL, parts=54), _KILOGRAMS)
    rows = [(each.code, each.name, each.grams) for each in found.without_factor]
    return PlantTable("Tanpafaktor", f"{words.WITHOUT_FACTOR} – {found.set_title}", columns, tuple(rows))
