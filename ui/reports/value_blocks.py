"""The five blocks of the report: value by material, kilos by village, day by day, against before, eight categories."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from daurulang.materials.model import DlhCategory
from daurulang.quantities import format_rupiah, format_thousandths, format_whole
from daurulang.reports.economic_value import EconomicValue, MaterialShare, Measure, VillageShare
from ui.materials.words import dlh_words
from ui.reports.value_block import Block, Shown
from ui.reports.value_presenter import Change, Compared, Stretch, compared, counted, stretches
from ui.reports.value_words import (
    before_words,
    day_words,
    figure_words,
    in_short,
    percent_of,
    period_words,
    signed,
    weight_words,
    year_before_words,
)
from ui.widgets.chart import Bar, BarChart, ColumnChart
from ui.widgets.rows import Column

translate = QCoreApplication.translate

TOP_MATERIALS, TOP_VILLAGES = 10, 12


def report_blocks(today: Callable[[], date]) -> list[Block[Any]]:
    """Every block, in the order of the screen."""
    return [_materials(), _villages(), _days(today), _comparison(), _categories()]


def _materials() -> Block[MaterialShare]:
    title = translate("Report", "Value by material")
    columns: list[Column[MaterialShare]] = [
        Column(translate("Report", "Code"), lambda row: row.code, width=62, muted=True, spare=2),
        Column(translate("Report", "Material"), lambda row: row.name),
        Column(translate("Report", "Category"), lambda row: dlh_words(row.category), width=130, spare=4),
        *_measures(lambda row: row.measure),
    ]
    return Block("bahan", title, BarChart(title), columns, _material_rows)


def _material_rows(value: EconomicValue) -> Shown[MaterialShare]:
    rows = sorted(value.by_material, key=lambda row: (-row.measure.rupiah, row.code))
    whole = value.measure.rupiah
    bars = [
        Bar(row.name, row.measure.rupiah, format_rupiah(row.measure.rupiah), percent_of(row.measure.rupiah, whole))
        for row in rows[:TOP_MATERIALS]
    ]
    parts = [translate("Report", "{count} materials").format(count=len(rows)), *_sums(value.measure)]
    return Shown(rows, bars, "  ·  ".join(parts), _top(translate("Report", "Value by material"), len(bars), len(rows)))


def _villages() -> Block[VillageShare]:
    title = translate("Report", "Kilos by village")
    columns: list[Column[VillageShare]] = [
        Column(translate("Report", "Village"), _village_name),
        Column(translate("Report", "District"), lambda row: row.district or "–", width=110, spare=2),
        _count(translate("Report", "Deposits"), lambda row: row.deposits, spare=3),
        _count(translate("Report", "Members"), lambda row: row.members, spare=1),
        _kilograms(lambda row: row.grams),
        _rupiah(lambda row: row.rupiah),
    ]
    return Block("desa", title, BarChart(title), columns, _village_rows)


def _village_rows(value: EconomicValue) -> Shown[VillageShare]:
    rows = sorted(value.by_village, key=lambda row: (-row.grams, row.name))
    bars = [
        Bar(_village_name(row), row.grams, weight_words(row.grams), percent_of(row.grams, value.measure.grams))
        for row in rows[:TOP_VILLAGES]
    ]
    districts = len({row.district for row in rows if row.district})
    line = translate("Report", "{villages} villages in {districts} districts  ·  {weight}").format(
        villages=sum(bool(row.code) for row in rows), districts=districts, weight=weight_words(value.measure.grams)
    )
    return Shown(rows, bars, line, _top(translate("Report", "Kilos by village"), len(bars), len(rows)))


def _days(today: Callable[[], date]) -> Block[Stretch]:
    title = translate("Report", "Day by day")
    columns: list[Column[Stretch]] = [
        Column(translate("Report", "Day"), _stretch_name, sort=lambda row: row.period.first),
        _count(translate("Report", "Deposits"), lambda row: row.deposits),
        _kilograms(lambda row: row.grams),
        _rupiah(lambda row: row.rupiah),
    ]
    return Block("harian", title, ColumnChart(title, in_short), columns, lambda value: _day_rows(value, today()))


def _day_rows(value: EconomicValue, today: date) -> Shown[Stretch]:
    rows = stretches(value, today)
    monthly = any(row.period.first != row.period.last for row in rows)
    form = "MMM" if monthly else "d" if value.period.months == 1 else "d/M"
    bars = [
        Bar(
            _stretch_name(row),
            row.rupiah,
            format_rupiah(row.rupiah),
            weight_words(row.grams),
            day_words(row.period.first, form),
        )
        for row in rows
    ]
    opened = sum(row.deposits > 0 for row in rows)
    line = (
        translate("Report", "{count} months with deposits") if monthly else translate("Report", "{count} days open")
    ).format(count=opened)
    if opened:
        average = (value.measure.rupiah + opened // 2) // opened
        line += translate("Report", "  ·  {value} on average").format(value=format_rupiah(average))
    by_month, by_day = translate("Report", "Value month by month"), translate("Report", "Value day by day")
    return Shown(rows, bars, line, by_month if monthly else by_day)


def _comparison() -> Block[Compared]:
    title = translate("Report", "Against before")
    columns: list[Column[Compared]] = [
        Column(translate("Report", "Figure"), lambda row: figure_words(row.code)),
        _shown(translate("Report", "This period"), lambda row: row.show(row.now), strong=True),
        _shown(translate("Report", "Before"), lambda row: row.show(row.before)),
        _shown(translate("Report", "Difference"), lambda row: signed(_since(row), row), spare=2),
        _share("%", lambda row: _change_percent(_since(row))),
        _shown(translate("Report", "Year before"), lambda row: row.show(row.year_before), spare=1),
        _shown(translate("Report", "Difference (year)"), lambda row: signed(_in_a_year(row), row), spare=3),
        _share(translate("Report", "% (year)"), lambda row: _change_percent(_in_a_year(row))),
    ]
    return Block("perbandingan", title, BarChart(title, each_group=True), columns, _compared_rows)


def _compared_rows(value: EconomicValue) -> Shown[Compared]:
    rows = compared(value, weight_words, format_rupiah, format_whole)
    names = _names(value)
    bars = []
    for row in rows[:4]:
        sizes = (row.now, row.before, row.year_before)[: len(names)]
        for number, (name, size) in enumerate(zip(names, sizes, strict=True)):
            change = Change(row.now, size)
            detail = f"{change.mark} {change.percent} %" if number and change.percent else ""
            group = "" if number else figure_words(row.code)
            bars.append(Bar(name, size, row.show(size), detail, group, quiet=bool(number)))
    title = translate("Report", "{now} against {before}").format(now=names[0], before=names[1])
    line = translate("Report", "Marks say how this period changed; payouts and balances stand in the table.")
    return Shown(rows, bars, line, title)


def _names(value: EconomicValue) -> list[str]:
    """The periods compared; the year before a year is the one before."""
    now, before, year_before = value.period, value.before.period, value.year_before.period
    names = [period_words(now, short=True) if now.months else translate("Report", "now"), before_words(before)]
    return names if year_before == before else [*names, year_before_words(year_before)]


def _categories() -> Block[tuple[DlhCategory, Measure]]:
    title = translate("Report", "Value by category")
    columns: list[Column[tuple[DlhCategory, Measure]]] = [
        Column(translate("Report", "Category"), lambda row: dlh_words(row[0])),
        *_measures(lambda row: row[1]),
    ]
    return Block("kategori", title, BarChart(title), columns, _category_rows)


def _category_rows(value: EconomicValue) -> Shown[tuple[DlhCategory, Measure]]:
    rows = value.by_category
    bars = [
        Bar(dlh_words(category), measure.rupiah, format_rupiah(measure.rupiah), weight_words(measure.grams))
        for category, measure in rows
    ]
    used = sum(bool(measure.lines) for _category, measure in rows)
    line = translate("Report", "{count} of the eight categories of DLH").format(count=used)
    return Shown(rows, bars, "  ·  ".join([line, *_sums(value.measure)]))


# --- columns and words --------------------------------------------------------------------------------------


def _measures(of: Callable[[Any], Measure]) -> list[Column[Any]]:
    """Kilos, pieces and litres side by side, and the value."""
    return [
        _kilograms(lambda row: of(row).grams),
        _count(translate("Report", "Pieces"), lambda row: of(row).pieces, spare=3),
        Column(
            translate("Report", "Litres"),
            lambda row: format_thousandths(of(row).millilitres) if of(row).millilitres else "–",
            sort=lambda row: of(row).millilitres,
            right=True,
            width=70,
            spare=3,
        ),
        _rupiah(lambda row: of(row).rupiah),
    ]


def _kilograms(of: Callable[[Any], int]) -> Column[Any]:
    return Column("kg", lambda row: format_thousandths(of(row)) if of(row) else "–", sort=of, right=True, width=96)


def _rupiah(of: Callable[[Any], int]) -> Column[Any]:
    title = translate("Report", "Value Rp")
    return Column(title, lambda row: format_whole(of(row)), sort=of, right=True, strong=True, width=116)


def _count(title: str, of: Callable[[Any], int], spare: int = 0) -> Column[Any]:
    return Column(
        title, lambda row: format_whole(of(row)) if of(row) else "–", sort=of, right=True, width=84, spare=spare
    )


def _shown(title: str, value: Callable[[Compared], str], *, strong: bool = False, spare: int = 0) -> Column[Compared]:
    return Column(title, value, right=True, strong=strong, width=128, spare=spare)


def _share(title: str, value: Callable[[Compared], str]) -> Column[Compared]:
    return Column(title, value, right=True, width=92)


def _since(row: Compared) -> Change:
    return Change(row.now, row.before)


def _in_a_year(row: Compared) -> Change:
    return Change(row.now, row.year_before)


def _change_percent(change: Change) -> str:
    return f"{change.mark} {change.percent}" if change.percent else "–"


def _sums(measure: Measure) -> Sequence[str]:
    return [weight_words(measure.grams), *counted(measure), format_rupiah(measure.rupiah)]


def _top(title: str, shown: int, there_are: int) -> str:
    if shown >= there_are:
        return title
    return translate("Report", "{title}, top {count}").format(title=title, count=shown)


def _village_name(row: VillageShare) -> str:
    return row.name or translate("Report", "No village")


def _stretch_name(row: Stretch) -> str:
    """A day, or a month."""
    first = row.period.first
    return day_words(first, "ddd, d MMM yyyy" if first == row.period.last else "MMMM yyyy")
