"""The charts of the economic value, drawn by Excel from the cells of the block sheets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from daurulang.documents import workbook_wording as words
from daurulang.documents.economic_value_blocks import Blocks
from daurulang.documents.workbook import GREEN, NOTE, TITLE, Sheet
from daurulang.reports.economic_value import EconomicValue

MOST_BARS: Final = 10
CHART_WIDTHS: Final = (9,) * 10
_SIZE_CM: Final[Sequence[Any]] = (17.5, 8.0)
_ROWS_OF_A_CHART: Final = 16
_PALE: Final = "DFE6E1"
_WHOLE: Final = "[$-421]#,##0"


def write_charts(sheet: Sheet, report: EconomicValue, blocks: Blocks) -> None:
    """One below the other on a page."""
    sheet.add((TITLE, f"{words.CHARTS} – {report.period.title}"), height=24)
    if not report.by_day:
        sheet.add((NOTE, words.NO_DEPOSITS))
        return
    sheet.on_one_page()
    materials, villages, days, months = blocks.materials, blocks.villages, blocks.days, blocks.months
    charts = (
        bars(words.TOP_MATERIALS, materials.top("C", MOST_BARS), materials.top("J", MOST_BARS)),
        bars(words.TOP_VILLAGES, villages.top("B", MOST_BARS), villages.top("F", MOST_BARS)),
        columns(words.MONTH_BY_MONTH, months.range_of("A"), months.range_of("C"), "[$-421]mmm")
        if months
        else columns(words.DAY_BY_DAY, days.range_of("A"), days.range_of("D"), "d/m"),
    )
    for number, chart in enumerate(charts):
        sheet.add_chart(chart, f"A{3 + number * (_ROWS_OF_A_CHART + 1)}")
    while sheet.row < 3 + len(charts) * (_ROWS_OF_A_CHART + 1):
        sheet.add()


def bars(title: str, labels: str, values: str) -> Any:
    """Lying bars, the first one on top, each with its figure."""
    from openpyxl.chart.label import DataLabelList

    chart = _chart(title, labels, values)
    chart.type, chart.gapWidth = "bar", 45
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.tickLblSkip = 1
    chart.y_axis.delete = True
    # Without it the longest bar takes all the room and its figure stands outside of the frame.
    chart.layout = _room_for(labels=0.4, figures=0.18)
    chart.y_axis.majorGridlines = None
    chart.dataLabels = DataLabelList(showVal=True, numFmt=_WHOLE)
    for hidden in ("showSerName", "showCatName", "showLegendKey", "showPercent"):
        setattr(chart.dataLabels, hidden, False)
    return chart


def columns(title: str, labels: str, values: str, label_format: str) -> Any:
    """Standing columns over days or months."""
    chart = _chart(title, labels, values)
    chart.type, chart.gapWidth = "col", 40
    chart.x_axis.number_format = label_format
    chart.y_axis.number_format = _WHOLE
    chart.y_axis.majorGridlines.spPr = _line(_PALE)
    return chart


def _chart(title: str, labels: str, values: str) -> Any:
    from openpyxl.chart import BarChart, Reference, Series
    from openpyxl.chart.shapes import GraphicalProperties
    from openpyxl.chart.text import RichText
    from openpyxl.drawing.text import CharacterProperties, Paragraph

    chart = BarChart()
    chart.title = _title(title)
    chart.legend = None
    chart.width, chart.height = _SIZE_CM
    series = Series(Reference(range_string=values), title=None)
    series.graphicalProperties = GraphicalProperties(solidFill=GREEN)
    series.graphicalProperties.line.noFill = True
    chart.append(series)
    chart.set_categories(Reference(range_string=labels))
    chart.x_axis.txPr = RichText(p=[Paragraph(pPr=_letters(900), endParaRPr=CharacterProperties(sz=900))])
    chart.x_axis.delete = chart.y_axis.delete = False
    return chart


def _room_for(*, labels: float, figures: float) -> Any:
    """Where the bars lie, between their labels and the figures; parts of the whole width."""
    from openpyxl.chart.layout import Layout, ManualLayout

    place = ManualLayout(
        layoutTarget="inner", xMode="edge", yMode="edge", x=labels, y=0.14, w=1 - labels - figures, h=0.82
    )
    return Layout(manualLayout=place)


def _title(text: str) -> Any:
    from openpyxl.chart.text import RichText, Text
    from openpyxl.chart.title import Title
    from openpyxl.drawing.text import Paragraph, RegularTextRun

    letters = _letters(1200, bold=True)
    rich = RichText(p=[Paragraph(pPr=letters, r=[RegularTextRun(rPr=letters.defRPr, t=text)])])
    return Title(tx=Text(rich=rich), overlay=False)


def _letters(hundredths_of_a_point: int, *, bold: bool = False) -> Any:
    from openpyxl.drawing.text import CharacterProperties, ParagraphProperties

    return ParagraphProperties(defRPr=CharacterProperties(sz=hundredths_of_a_point, b=bold))


def _line(colour: str) -> Any:
    from openpyxl.chart.shapes import GraphicalProperties
    from openpyxl.drawing.line import LineProperties

    return GraphicalProperties(ln=LineProperties(solidFill=colour))
