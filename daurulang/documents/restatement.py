"""What changed in a month since its report was signed before: the figures then and now, beside each other."""

from __future__ import annotations

from collections.abc import Callable

from daurulang.centre.queries import Centre
from daurulang.closings.queries import Restated
from daurulang.documents import wording
from daurulang.documents.a4 import MARGIN, SHORT_SIDE, Section, paragraph, section_heading, style
from daurulang.documents.figures import signed, thousandths, whole
from daurulang.documents.table import Column, Table, figures
from daurulang.periods import local, short_day
from daurulang.reports.economic_value import Headline

WIDTH = SHORT_SIDE - 2 * MARGIN


def restatement(now: Headline, restated: Restated, letterhead: Centre) -> Section:
    """The section of the report that says so."""
    kind = style()
    lines: tuple[tuple[str, Callable[[Headline], int], bool], ...] = (
        (wording.DEPOSITS, lambda each: each.deposits, False),
        (wording.KILOGRAMS_COLUMN, lambda each: each.measure.grams, True),
        (f"{wording.PIECES} (pcs)", lambda each: each.measure.pieces, False),
        (f"{wording.LITRES} (liter)", lambda each: each.measure.millilitres, True),
        (wording.VALUE_COLUMN, lambda each: each.measure.rupiah, False),
        (f"{wording.PAYOUTS} (Rp)", lambda each: each.payouts_rupiah, False),
        (f"{wording.CLOSING_BALANCE} (Rp)", lambda each: each.balances_rupiah, False),
    )
    rows = []
    for name, figure, in_thousandths in lines:
        was, becomes = figure(restated.before), figure(now)
        written = thousandths((was, becomes)) if in_thousandths else whole
        rows.append([name, written(was), written(becomes), signed(becomes - was, written)])
    table = Table(
        (
            Column(wording.MEASURED, WIDTH - 330),
            *figures((wording.WAS_SIGNED, 110), (wording.NOW_SIGNED, 110), (wording.DIFFERENCE, 110)),
        ),
        kind.label,
        kind.body,
        kind.strong,
    )
    day = short_day(local(restated.at_ms, letterhead.zone).date())
    why = paragraph(wording.opened_again(day, restated.staff, restated.reason), WIDTH, kind.body)
    heading = section_heading(wording.RESTATED, WIDTH, kind)
    return Section([heading, why], [table.head()], table.rows(rows))
