"""What changed in a month since its report was signed before: the figures then and now, beside each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from daurulang.centre.queries import Centre
from daurulang.closings.queries import Restated
from daurulang.documents import wording
from daurulang.documents.a4 import MARGIN, SHORT_SIDE, Section, paragraph, section_heading, style
from daurulang.documents.figures import signed, thousandths, whole
from daurulang.documents.table import Column, Table, figures
from daurulang.periods import Zone, local, short_day
from daurulang.reports.economic_value import Headline

WIDTH = SHORT_SIDE - 2 * MARGIN

# A word, its figure, and whether that is in thousandths of what the word says.
_FIGURES: Final[tuple[tuple[str, Callable[[Headline], int], bool], ...]] = (
    (wording.DEPOSITS, lambda each: each.deposits, False),
    (wording.KILOGRAMS_COLUMN, lambda each: each.measure.grams, True),
    (f"{wording.PIECES} (pcs)", lambda each: each.measure.pieces, False),
    (f"{wording.LITRES} (liter)", lambda each: each.measure.millilitres, True),
    (wording.VALUE_COLUMN, lambda each: each.measure.rupiah, False),
    (f"{wording.PAYOUTS} (Rp)", lambda each: each.payouts_rupiah, False),
    (f"{wording.CLOSING_BALANCE} (Rp)", lambda each: each.balances_rupiah, False),
)


@dataclass(frozen=True, slots=True)
class _Change:
    """A figure in the words of paper: as it was signed, as it is now, and the difference."""

    name: str
    was: str
    becomes: str
    difference: str
    changed: bool


def _changes(now: Headline, before: Headline) -> Iterator[_Change]:
    for name, figure, in_thousandths in _FIGURES:
        was, becomes = figure(before), figure(now)
        written = thousandths((was, becomes)) if in_thousandths else whole
        yield _Change(name, written(was), written(becomes), signed(becomes - was, written), was != becomes)


def restatement(now: Headline, restated: Restated, letterhead: Centre) -> Section:
    """The section of the report that says so."""
    kind = style()
    rows = [[each.name, each.was, each.becomes, each.difference] for each in _changes(now, restated.before)]
    table = Table(
        (
            Column(wording.MEASURED, WIDTH - 330),
            *figures((wording.WAS_SIGNED, 110), (wording.NOW_SIGNED, 110), (wording.DIFFERENCE, 110)),
        ),
        kind.label,
        kind.body,
        kind.strong,
    )
    why = paragraph(_opened_again(restated, letterhead.zone), WIDTH, kind.body)
    heading = section_heading(wording.RESTATED, WIDTH, kind)
    return Section([heading, why], [table.head()], table.rows(rows))


def restatement_in_words(now: Headline, restated: Restated, zone: Zone) -> str:
    """The same in one line, of the figures that changed."""
    told = "; ".join(
        wording.restated(each.name, each.was, each.becomes) for each in _changes(now, restated.before) if each.changed
    )
    return f"{_opened_again(restated, zone)} {wording.RESTATED}: {told or wording.NOTHING_RESTATED}."


def _opened_again(restated: Restated, zone: Zone) -> str:
    return wording.opened_again(short_day(local(restated.at_ms, zone).date()), restated.staff, restated.reason)
