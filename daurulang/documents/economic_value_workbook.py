"""The economic value of a period as a workbook: a summary to sign, charts, a sheet for each block, every line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from daurulang.centre.queries import Centre
from daurulang.closings.queries import Restated
from daurulang.documents import workbook_wording as words
from daurulang.documents.economic_value_blocks import write_blocks
from daurulang.documents.economic_value_charts import CHART_WIDTHS, write_charts
from daurulang.documents.economic_value_summary import (
    BY_HAND,
    PEOPLE_WIDTHS,
    WIDTHS,
    Signature,
    write_people,
    write_summary,
)
from daurulang.documents.line_sheet import write_lines
from daurulang.documents.restatement import restatement_in_words
from daurulang.documents.workbook import Progress, Workbook
from daurulang.reports.economic_value import EconomicValue
from daurulang.reports.line_list import LineRow


def write_value_workbook(
    report: EconomicValue,
    lines: Iterable[LineRow],
    centre: Centre,
    path: Path,
    *,
    signature: Signature = BY_HAND,
    restated: Restated | None = None,
    progress: Progress | None = None,
) -> None:
    """Write the workbook; `lines` are those of the report's period, from the same snapshot. `restated` is what was
    signed before the month was opened again. Raises `FileNotWritten`.
    """
    footer = f"{centre.name} – {words.VALUE_TITLE.capitalize()} {report.period.title}"
    with Workbook(f"{words.VALUE_TITLE.capitalize()} {report.period.title}", report.period.last) as book:
        # The first sheets are written last: they point at the sums of the others.
        summary = book.sheet(words.SUMMARY, WIDTHS)
        charts = book.sheet(words.CHARTS, CHART_WIDTHS)
        blocks = write_blocks(book, report, footer)
        people_sheet = book.sheet(words.PEOPLE, PEOPLE_WIDTHS)
        people = write_people(people_sheet, report)
        title = f"{words.TITLES[words.LINES]} – {report.period.title}"
        sums = write_lines(book, lines, centre.zone, report.measure.lines, footer, progress, title)
        write_charts(charts, report, blocks)
        before = restatement_in_words(report.headline, restated, centre.zone) if restated is not None else ""
        write_summary(summary, report, blocks, people, sums, centre, signature, before)
        for sheet in (summary, charts, people_sheet):
            sheet.footer(footer)
        book.save(path)
