"""The economic value of a period on A4, ready to sign: the same figures give the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from daurulang.centre.queries import Centre
from daurulang.closings.queries import Restated
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
from daurulang.documents.charts import Bar, bars, columns
from daurulang.documents.economic_value_money import people_and_money
from daurulang.documents.figures import changes, thousandths, whole
from daurulang.documents.file import write_whole
from daurulang.documents.months import is_long, months_of
from daurulang.documents.plant_report import PLANT_LINES, plant_sections
from daurulang.documents.restatement import restatement
from daurulang.documents.sheet import Block, Cell, Fill, Type
from daurulang.documents.table import STRIPE, Column, Table, figures
from daurulang.documents.words import signed_in_words
from daurulang.periods import MONTHS, Period, long_day
from daurulang.quantities import (
    Unit,
    format_kilograms,
    format_quantity,
    format_rupiah,
    format_whole,
)
from daurulang.reports.economic_value import EconomicValue, Headline, Measure

WIDTH = SHORT_SIDE - 2 * MARGIN
MOST_VILLAGES = 12
Fact = tuple[str, str]


def write_value_report(
    report: EconomicValue,
    letterhead: Centre,
    path: Path,
    *,
    place: str,
    day: date,
    maker: str,
    restated: Restated | None = None,
) -> None:
    """Write the report's PDF, wholly or not at all; raises `FileNotWritten`.

    `place` and `day` stand above the signatures, `maker` below one; an empty one leaves room for a pen. What was
    `restated` stands right below the figures.
    """
    edge = Report(wording.VALUE_TITLE, report.period.title, letterhead, place, day, maker)
    headline, *rest = sections(report)
    changed = [restatement(report.headline, restated, letterhead)] if restated else []
    write_whole(path, report_pdf(edge, [headline, *changed, *rest]))


def sections(report: EconomicValue) -> list[Section]:
    """All blocks of the report in their order."""
    kind = style()
    headline, compared = Section([_headline(report, kind)]), _compared(report, kind)
    people, total = Section([people_and_money(report, kind)]), _grand_total(report, kind)
    plant = plant_sections(report, kind)
    if not report.by_material:  # one page to sign, without tables of dashes
        nobody = Section([paragraph(wording.NOBODY, WIDTH, kind.body)])
        return [headline, nobody, compared, people, *plant, Section([total])]
    over_time = _by_month(report, kind) if is_long(report.period) else _by_day(report, kind)
    parts = [*_by_material(report, kind), *_by_place(report, kind), *over_time]
    classes = _by_class(report, kind)
    last = replace(classes, closing=[*classes.closing, total])
    return [headline, compared, _by_category(report, kind), people, *plant, *parts, last]


def _table(kind: Style, *table_columns: Column) -> Table:
    return Table(table_columns, kind.label, kind.body, kind.strong)


def _section(
    heading: str, table: Table, rows: Sequence[Sequence[str]], kind: Style, total: Sequence[str] | None, note: str = ""
) -> Section:
    """A heading, a table with its sums, and a remark."""
    closing = [table.sums(total)] if total else []
    if note:
        closing.append(paragraph(note, WIDTH, kind.small))
    return Section([section_heading(heading, WIDTH, kind)], [table.head()], table.rows(rows), closing)


def _headline(report: EconomicValue, kind: Style) -> Block:
    """Eight figures on two shelves."""
    measure = report.measure
    facts = (
        (wording.ECONOMIC_VALUE, format_rupiah(measure.rupiah)),
        (wording.WEIGHT, format_kilograms(measure.grams)),
        (wording.PIECES, format_quantity(measure.pieces, Unit.PIECE)),
        (wording.LITRES, format_quantity(measure.millilitres, Unit.LITRE)),
        (wording.DEPOSITS, format_whole(report.deposits)),
        (wording.ACTIVE, format_whole(report.participants.active)),
        (wording.PER_MEMBER, format_kilograms(report.grams_per_member)),
        (wording.BALANCES, format_rupiah(report.balances_rupiah)),
    )
    block, gap = Block(WIDTH), 5.0
    room = (WIDTH - 3 * gap) / 4
    for shelf in (facts[:4], facts[4:]):
        top = block.height
        for number, (name, figure) in enumerate(shelf):
            card = Block(room)
            card.fills.append(Fill(0, 0, room, 38, STRIPE))
            card.gap(4.5)
            card.row(Cell(name, kind.label, 8, room - 16))
            wide = kind.figure.font.width(figure, kind.figure.size)
            size = kind.figure.size * min(1, (room - 16) / wide)
            card.row(Cell(figure, Type(kind.figure.font, size, kind.figure.ink), 8, room - 15))
            card.height = 38
            block.place(card, number * (room + gap), top)
        block.gap(gap)
    return block


def _compared(report: EconomicValue, kind: Style) -> Section:
    now = report.headline
    lines: list[tuple[str, Callable[[Headline], int], bool]] = [
        (wording.DEPOSITS, lambda each: each.deposits, False),
        (wording.ACTIVE, lambda each: each.members, False),
        (wording.KILOGRAMS_COLUMN, lambda each: each.measure.grams, True),
        (f"{wording.PIECES} (pcs)", lambda each: each.measure.pieces, False),
        (f"{wording.LITRES} (liter)", lambda each: each.measure.millilitres, True),
        (wording.VALUE_COLUMN, lambda each: each.measure.rupiah, False),
        (f"{wording.PAYOUTS} (Rp)", lambda each: each.payouts_rupiah, False),
        (f"{wording.CLOSING_BALANCE} (Rp)", lambda each: each.balances_rupiah, False),
    ]
    if report.plant:
        lines += PLANT_LINES
    others = [(wording.PERIOD_BEFORE, report.before)]
    if report.year_before.period != report.before.period:  # of a year both are the same
        others.append((wording.YEAR_BEFORE, report.year_before))
    rows = []
    for name, figure, in_thousandths in lines:
        current, *earlier = (figure(each) for each in (now, *(other for _, other in others)))
        written = thousandths((current, *earlier)) if in_thousandths else whole
        rows.append([name, *changes(current, earlier, written)])
    table = _table(
        kind,
        Column(wording.MEASURED, WIDTH - 66 - 182 * len(others)),
        *figures((wording.THIS_PERIOD, 66)),
        *(column for name, _ in others for column in figures((name, 64), (wording.DIFFERENCE, 69), ("%", 49))),
    )
    note = " ".join(wording.compared_with(name, other.period.title) for name, other in others)
    return _section(wording.COMPARED, table, rows, kind, None, note)


_MEASURES = figures(
    (wording.KILOGRAMS_COLUMN, 72), (wording.PIECES_COLUMN, 54), (wording.LITRES_COLUMN, 60), (wording.VALUE_COLUMN, 84)
)


def _measures(rows: Sequence[Measure]) -> list[list[str]]:
    """The four figures of each, the measures beside each other; the last one may be the sum."""
    kilograms = thousandths(row.grams for row in rows)
    litres = thousandths(row.millilitres for row in rows)
    return [[kilograms(row.grams), whole(row.pieces), litres(row.millilitres), whole(row.rupiah)] for row in rows]


def _by_category(report: EconomicValue, kind: Style) -> Section:
    table = _table(kind, Column(wording.CATEGORY, WIDTH - 270), *_MEASURES)
    written = _measures([*(measure for _, measure in report.by_category), report.measure])
    names = [wording.DLH_CATEGORIES[category] for category, _ in report.by_category]
    rows = [[name, *cells] for name, cells in zip([*names, wording.SUM], written, strict=True)]
    return _section(wording.BY_CATEGORY, table, rows[:-1], kind, rows[-1], wording.MEASURES_APART)


def _by_material(report: EconomicValue, kind: Style) -> list[Section]:
    table = _table(kind, Column(wording.CODE, 52), Column(wording.MATERIAL, WIDTH - 322), *_MEASURES)
    written = _measures([*(row.measure for row in report.by_material), report.measure])
    names = [[row.code, row.name] for row in report.by_material]
    rows = [[*name, *cells] for name, cells in zip([*names, ["", wording.SUM]], written, strict=True)]
    for cells, row in zip(rows, report.by_material, strict=False):
        if row.weightless_lines and not row.measure.grams:
            cells[2] = wording.NO_WEIGHT
    top = [Bar(row.name, row.measure.rupiah, whole(row.measure.rupiah)) for row in report.top_materials]
    return [
        *_chart(wording.TOP_MATERIALS, top, kind),
        _section(wording.BY_MATERIAL, table, rows[:-1], kind, rows[-1], _weightless(report)),
    ]


def _weightless(report: EconomicValue) -> str:
    """What is to be said of goods whose weight is not known, for all or some of their lines."""
    rows = [row for row in report.by_material if row.weightless_lines > 0]
    partly = [
        wording.some_lines(row.name, row.weightless_lines, row.measure.lines)
        for row in rows
        if row.weightless_lines < row.measure.lines
    ]
    return wording.without_weight(", ".join(partly)) if rows else ""


def _chart(heading: str, rows: Sequence[Bar], kind: Style) -> list[Section]:
    """Bars below a heading, kept on one page; nothing where there is nothing to show."""
    if not any(row.value for row in rows):
        return []
    return [Section([section_heading(heading, WIDTH, kind), *bars(rows, WIDTH, kind.body, kind.strong)])]


_SHARES = figures(
    (wording.DEPOSITS, 56), (wording.MEMBERS, 56), (wording.KILOGRAMS_COLUMN, 74), (wording.VALUE_COLUMN, 86)
)


def _by_place(report: EconomicValue, kind: Style) -> list[Section]:
    kilograms = thousandths(row.grams for row in report.by_village)
    heaviest = sorted(report.by_village, key=lambda row: (-row.grams, row.name, row.code))[:MOST_VILLAGES]
    total = [
        whole(report.deposits),
        whole(report.participants.active),
        kilograms(report.measure.grams),
        whole(report.measure.rupiah),
    ]
    districts = [
        [
            row.name or wording.NO_VILLAGE,
            whole(row.deposits),
            whole(row.members),
            kilograms(row.grams),
            whole(row.rupiah),
        ]
        for row in report.by_district
    ]
    villages = [
        [
            row.name or wording.NO_VILLAGE,
            row.district,
            whole(row.deposits),
            whole(row.members),
            kilograms(row.grams),
            whole(row.rupiah),
        ]
        for row in report.by_village
    ]
    by_district = _table(kind, Column(wording.DISTRICT, WIDTH - 272), *_SHARES)
    by_village = _table(kind, Column(wording.VILLAGE, 128), Column(wording.DISTRICT, WIDTH - 400), *_SHARES)
    moved = sum(row.members for row in report.by_village) != report.participants.active
    note = wording.MEMBERS_ONCE if moved else ""
    top = [Bar(row.name or wording.NO_VILLAGE, row.grams, kilograms(row.grams)) for row in heaviest]
    return [
        *_chart(wording.TOP_VILLAGES, top, kind),
        _section(wording.BY_DISTRICT, by_district, districts, kind, [wording.SUM, *total], note),
        _section(wording.BY_VILLAGE, by_village, villages, kind, [wording.SUM, "", *total], note),
    ]


def _by_day(report: EconomicValue, kind: Style) -> list[Section]:
    table = _table(kind, Column(wording.DATE, WIDTH - 216), *(_SHARES[0], *_SHARES[2:]))
    kilograms = thousandths(row.grams for row in report.by_day)
    rows = [[long_day(row.day), whole(row.deposits), kilograms(row.grams), whole(row.rupiah)] for row in report.by_day]
    measure = report.measure
    total = [wording.SUM, whole(report.deposits), kilograms(measure.grams), whole(measure.rupiah)]
    listed = _section(wording.BY_DAY, table, rows, kind, total)
    worth = {row.day: row.rupiah for row in report.by_day}
    if max(worth.values(), default=0) <= 0:  # there is no column to draw
        return [listed]
    days = _days(report.period)
    chart = columns([worth.get(day, 0) for day in days], _day_labels(days), WIDTH, kind.small)
    return [Section([section_heading(wording.VALUE_OF_DAYS, WIDTH, kind), chart]), listed]


def _by_month(report: EconomicValue, kind: Style) -> list[Section]:
    table = _table(kind, Column(wording.MONTH, WIDTH - 216), *(_SHARES[0], *_SHARES[2:]))
    months, measure = months_of(report), report.measure
    kilograms = thousandths(each.grams for each in months)
    rows = [[each.month.title, whole(each.deposits), kilograms(each.grams), whole(each.rupiah)] for each in months]
    total = [wording.SUM, whole(report.deposits), kilograms(measure.grams), whole(measure.rupiah)]
    listed = _section(wording.BY_MONTH, table, rows, kind, total)
    if max(each.rupiah for each in months) <= 0:
        return [listed]
    labels = [_month_label(each.month.first, len(months)) for each in months]
    chart = columns([each.rupiah for each in months], labels, WIDTH, kind.small)
    return [Section([section_heading(wording.VALUE_OF_MONTHS, WIDTH, kind), chart]), listed]


def _month_label(month: date, months: int) -> str:
    """Every month by its name; over more than two years only the years, at their January."""
    if months <= 24:
        return MONTHS[month.month - 1][:3]
    return str(month.year) if month.month == 1 else ""


def _days(period: Period) -> list[date]:
    return [period.first + timedelta(days=number) for number in range((period.last - period.first).days + 1)]


def _day_labels(days: Sequence[date]) -> list[str]:
    """Every day by its number; over more than one month only the first of each."""
    if len(days) <= 31:
        return [str(day.day) for day in days]
    return [MONTHS[day.month - 1][:3] if day.day == 1 else "" for day in days]


def _by_class(report: EconomicValue, kind: Style) -> Section:
    table = _table(kind, Column(wording.CLASS, WIDTH - 272), *_SHARES)
    kilograms = thousandths(row.grams for row in report.by_class)
    rows = [
        [row.name, whole(row.deposits), whole(row.members), kilograms(row.grams), whole(row.rupiah)]
        for row in report.by_class
    ]
    measure = report.measure
    total = [whole(report.deposits), whole(report.participants.active), kilograms(measure.grams), whole(measure.rupiah)]
    return _section(wording.BY_CLASS, table, rows, kind, [wording.SUM, *total])


def _grand_total(report: EconomicValue, kind: Style) -> Block:
    block = Block(WIDTH)
    block.gap(20)
    frame = Block(WIDTH - 20)
    frame.pair(
        wording.total_of_period(report.period.title), kind.strong, format_rupiah(report.measure.rupiah), kind.figure
    )
    frame.gap(2)
    frame.text(f"{wording.IN_WORDS}: {signed_in_words(report.measure.rupiah)}", kind.body)
    block.fills.append(Fill(0, block.height, WIDTH, frame.height + 16, STRIPE))
    block.place(frame, 10, block.height + 7)
    block.gap(9)
    return block
