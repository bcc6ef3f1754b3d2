"""A count under way: what was typed of each material against the book as it was when the count began."""

from __future__ import annotations

from collections.abc import Sequence

from daurulang.ledger.form_key import new_form_key
from daurulang.quantities import format_amount_of
from daurulang.reports.stock import StockRow
from daurulang.stocktakes.model import LEAST_LINE_REASON
from daurulang.stocktakes.service import CountDraft, CountedLine, found


class Counting:
    """All quantities are in the base of the material's unit; what was not counted has none."""

    def __init__(self) -> None:
        self.rows: Sequence[StockRow] = ()
        self.may_open = False
        """Whether this can be the opening stock: nothing was counted before."""
        self.is_opening = False
        self._form_key = new_form_key()
        self._counts: dict[int, int] = {}
        self._reasons: dict[int, str] = {}

    # --- rows ----------------------------------------------------------------------------------------------

    def found(self, text: str) -> list[StockRow]:
        """The rows whose code, name or another name has every word typed."""
        words = text.casefold().split()
        return [row for row in self.rows if all(word in _words(row) for word in words)]

    def count(self, row: StockRow) -> int | None:
        """What was counted."""
        return self._counts.get(row.material.id)

    def difference(self, row: StockRow) -> int | None:
        """What was counted more, or (negative) less, than the book says; None while it is not counted."""
        count = self.count(row)
        return None if count is None else count - row.quantity

    def reason(self, row: StockRow) -> str:
        """Why it differs."""
        return self._reasons.get(row.material.id, "")

    def wants_reason(self, row: StockRow) -> bool:
        """Whether a difference is not explained yet; what was there before the book needs no reason."""
        short = len(" ".join(self.reason(row).split())) < LEAST_LINE_REASON
        return self._differs(row) and short and not self.is_opening

    def _differs(self, row: StockRow) -> bool:
        """Whether posting it moves anything: of pieces and litres that agree, the weight may be impossible."""
        count, good = self.count(row), row.material
        return count is not None and found(count, good.unit, good.grams_per_unit, row.stock) != row.stock

    # --- typing --------------------------------------------------------------------------------------------

    def put(self, row: StockRow, quantity: int | None) -> None:
        """Type what was counted; None leaves the material alone."""
        if quantity is None:
            self._counts.pop(row.material.id, None)
        else:
            self._counts[row.material.id] = quantity

    def explain(self, row: StockRow, reason: str) -> None:
        """Say why a material differs."""
        self._reasons[row.material.id] = reason

    def begun(self) -> bool:
        """Whether anything was counted."""
        return bool(self._counts)

    def counted(self) -> list[StockRow]:
        """What was counted, in the order of the list."""
        return [row for row in self.rows if row.material.id in self._counts]

    def differing(self) -> list[StockRow]:
        """What was counted and differs."""
        return [row for row in self.counted() if self._differs(row)]

    def unexplained(self) -> StockRow | None:
        """The first row that still needs a reason."""
        return next((row for row in self.counted() if self.wants_reason(row)), None)

    def draft(self, reason: str) -> CountDraft:
        """The form to be posted."""
        lines = tuple(
            CountedLine(row.material.id, self._counts[row.material.id], row.quantity, self.reason(row))
            for row in self.counted()
        )
        return CountDraft(self._form_key, lines, reason, self.is_opening)

    def discard(self) -> None:
        """Forget what was typed: the next count is another form."""
        self._form_key = new_form_key()
        self._counts.clear()
        self._reasons.clear()


def _words(row: StockRow) -> str:
    return " ".join((row.material.code, row.material.name, *row.material.aliases)).casefold()


def difference_words(row: StockRow, difference: int | None) -> str:
    """A difference with its sign: "+0,50", "−2", "0"; nothing while it is not counted."""
    if difference is None:
        return ""
    amount = format_amount_of(abs(difference), row.material.unit)
    return f"+{amount}" if difference > 0 else f"\u2212{amount}" if difference else "0"
