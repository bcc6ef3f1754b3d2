"""The plant's part of the economic value on paper: the flow of goods as a picture, then its tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from daurulang.documents import plant_wording as words
from daurulang.documents.a4 import MARGIN, SHORT_SIDE, Section, Style, paragraph, section_heading
from daurulang.documents.figures import share, thousandths, whole
from daurulang.documents.flow_chart import End, flow_chart
from daurulang.documents.plant_tables import PlantTable, Value, flow_name, number_of, plant_tables
from daurulang.documents.sheet import Align
from daurulang.documents.table import Column, Table
from daurulang.documents.workbook import Kind
from daurulang.quantities import format_kilograms
from daurulang.reports.economic_value import EconomicValue, Headline
from daurulang.reports.flow_picture import FlowEnd, flow_picture

WIDTH = SHORT_SIDE - 2 * MARGIN
_RATIO_PARTS = 9
PLANT_LINES: Sequence[tuple[str, Callable[[Headline], int], bool]] = (
    (words.SALES_RUPIAH, lambda each: each.plant.sales_rupiah, False),
    (words.MARGIN, lambda each: each.plant.margin_rupiah, False),
    (words.SURPLUS_RUPIAH, lambda each: each.plant.surplus_rupiah, False),
    (words.DIVERTED_KILOGRAMS, lambda each: each.plant.diverted_grams, True),
    (words.CO2E_KILOGRAMS, lambda each: each.plant.grams_co2e, True),
)
"""What is compared with other periods: its name, the figure, whether it is in thousandths."""


def plant_sections(report: EconomicValue, kind: Style) -> list[Section]:
    """All of it, nothing where the centre has no plant and sells nothing."""
    if not report.plant:
        return []
    picture = flow_picture(report.plant)
    sections = []
    if picture.grams and len(picture.sources) + len(picture.ends) > 2:
        chart = flow_chart(_ends(picture.sources), _ends(picture.ends), WIDTH, kind.small, kind.strong)
        sections.append(Section([section_heading(words.FLOWS, WIDTH, kind), chart]))
    # The picture is the first table already.
    return [*sections, *(_section(table, kind) for table in plant_tables(report) if table.title != words.FLOWS)]


def _ends(ends: Sequence[FlowEnd]) -> list[End]:
    return [End(flow_name(each), each.grams, format_kilograms(each.grams)) for each in ends]


def _section(table: PlantTable, kind: Style) -> Section:
    parts = sum(column.parts for column in table.columns) + (_RATIO_PARTS if table.ratio else 0)
    columns = [
        Column(
            column.title,
            WIDTH * column.parts / parts,
            Align.LEFT if column.kind is Kind.TEXT else Align.RIGHT,
        )
        for column in table.columns
    ]
    if table.ratio:
        columns.append(Column(table.ratio.title, WIDTH * _RATIO_PARTS / parts, Align.RIGHT))
    drawn = Table(columns, kind.label, kind.body, kind.strong)
    sums = [sum(number_of(row[place]) for row in table.rows) for place in range(len(table.columns))]
    is_summed = any(column.summed for column in table.columns)
    written = _written(table, [*table.rows, *([tuple(sums)] if is_summed else [])])
    closing = []
    if is_summed:
        last = [
            text if column.summed else (words.SUM if not place else "")
            for place, (column, text) in enumerate(zip(table.columns, written[-1], strict=False))
        ]
        closing = [drawn.sums([*last, *written[-1][len(last) :]])]
        written = written[:-1]
    if table.note:
        closing.append(paragraph(table.note, WIDTH, kind.small))
    return Section([section_heading(table.title, WIDTH, kind)], [drawn.head()], drawn.rows(written), closing)


def _written(table: PlantTable, rows: Sequence[Sequence[Value]]) -> list[list[str]]:
    """Every cell as text, a column of kilograms with the same decimals throughout."""
    columns = []
    for place, column in enumerate(table.columns):
        cells = [row[place] for row in rows]
        if column.kind is Kind.THOUSANDTHS:
            shown = thousandths(number_of(cell) for cell in cells)
            columns.append([shown(number_of(cell)) for cell in cells])
        elif column.kind is Kind.WHOLE:
            columns.append([whole(number_of(cell)) for cell in cells])
        else:
            columns.append([str(cell) if cell is not None else "" for cell in cells])
    if table.ratio:
        part, base = table.ratio.part, table.ratio.whole
        columns.append([share(number_of(row[part]), number_of(row[base])) for row in rows])
    return [list(row) for row in zip(*columns, strict=True)]
