"""A count under way: what was typed of each material against the book as it was when the count began."""

from __future__ import annotations

from collections.abc import Sequence

from daurulang.ledger.form_key import new_form_key
from daurulang.ledger.model import Place
from daurulang.quantities import Condition, format_amount_of
from daurulang.stock.differences import goods_of
from daurulang.stock.queries import NOTHING
from daurulang.stocktakes.model import LEAST_LINE_REASON
from daurulang.stocktakes.queries import GoodsToCount
from daurulang.stocktakes.service import CountDraft, CountedLine, found

_Key = tuple[int, Condition]


class Counting:
    """All quantities are in the base of the material's unit; what was not counted has none."""

    def __init__(self) -> None:
        self.place_id: int = Place.WAREHOUSE
        self.rows: Sequence[GoodsToCount] = ()
        self.may_open = False
        """Whether this can be the opening stock: nothing was counted before."""
        self.is_opening = False
        self._form_key = new_form_key()
        self._counts: dict[_Key, int] = {}
        self._reasons: dict[_Key, str] = {}
        self._unit_costs: dict[_Key, int] = {}

    # --- rows ----------------------------------------------------------------------------------------------

    def found(self, text: str) -> list[GoodsToCount]:
        """The rows whose code, name or another name has every word typed."""
        words = text.casefold().split()
        return [row for row in self.rows if all(word in _words(row) for word in words)]

    def count(self, row: GoodsToCount) -> int | None:
        """What was counted."""
        return self._counts.get(_key(row))

    def difference(self, row: GoodsToCount) -> int | None:
        """What was counted more, or (negative) less, than the book says; None while it is not counted."""
        count = self.count(row)
        return None if count is None else count - row.quantity

    def reason(self, row: GoodsToCount) -> str:
        """Why it differs."""
        return self._reasons.get(_key(row), "")

    def unit_cost(self, row: GoodsToCount) -> int | None:
        """What a kilogram, a piece or a litre of what lay there before this book had cost, in rupiah."""
        return self._unit_costs.get(_key(row))

    def wants_reason(self, row: GoodsToCount) -> bool:
        """Whether a difference is not explained yet; what was there before the book needs no reason."""
        short = len(" ".join(self.reason(row).split())) < LEAST_LINE_REASON
        return self._differs(row) and short and not self.is_opening

    def _differs(self, row: GoodsToCount) -> bool:
        """Whether posting it moves anything: of pieces and litres that agree, the weight may be impossible."""
        count, good, expected = self.count(row), row.material, row.expected
        if count is None:
            return False
        return goods_of(found(count, good.unit, good.grams_per_unit, expected)) != goods_of(expected)

    def add_condition(self, row: GoodsToCount) -> GoodsToCount | None:
        """Let the material be counted in a further condition, of which the book knows nothing; None where all stand
        there.
        """
        own = [each for each in self.rows if each.material.id == row.material.id]
        missing = [each for each in Condition if all(each is not other.condition for other in own)]
        if not missing:
            return None
        added = GoodsToCount(row.material, missing[0], NOTHING)
        place = self.rows.index(own[-1]) + 1
        self.rows = (*self.rows[:place], added, *self.rows[place:])
        return added

    # --- typing --------------------------------------------------------------------------------------------

    def put(self, row: GoodsToCount, quantity: int | None) -> None:
        """Type what was counted; None leaves the material alone."""
        if quantity is None:
            self._counts.pop(_key(row), None)
        else:
            self._counts[_key(row)] = quantity

    def explain(self, row: GoodsToCount, reason: str) -> None:
        """Say why a material differs."""
        self._reasons[_key(row)] = reason

    def price(self, row: GoodsToCount, unit_cost_rupiah: int | None) -> None:
        """Say what goods of the opening had cost; None where nobody knows."""
        if unit_cost_rupiah is None:
            self._unit_costs.pop(_key(row), None)
        else:
            self._unit_costs[_key(row)] = unit_cost_rupiah

    def begun(self) -> bool:
        """Whether anything was counted."""
        return bool(self._counts)

    def counted(self) -> list[GoodsToCount]:
        """What was counted, in the order of the list."""
        return [row for row in self.rows if _key(row) in self._counts]

    def differing(self) -> list[GoodsToCount]:
        """What was counted and differs."""
        return [row for row in self.counted() if self._differs(row)]

    def unexplained(self) -> GoodsToCount | None:
        """The first row that still needs a reason."""
        return next((row for row in self.counted() if self.wants_reason(row)), None)

    def draft(self, reason: str) -> CountDraft:
        """The form to be posted."""
        lines = tuple(
            CountedLine(
                *(row.material.id, self._counts[_key(row)], row.quantity, self.reason(row), row.condition),
                (self.unit_cost(row) or 0) if self.is_opening else 0,
            )
            for row in self.counted()
        )
        return CountDraft(self._form_key, lines, reason, self.is_opening, self.place_id)

    def discard(self) -> None:
        """Forget what was typed: the next count is another form."""
        self._form_key = new_form_key()
        self._counts.clear()
        self._reasons.clear()
        self._unit_costs.clear()


def _key(row: GoodsToCount) -> _Key:
    return row.material.id, row.condition


def _words(row: GoodsToCount) -> str:
    return " ".join((row.material.code, row.material.name, *row.material.aliases)).casefold()


def difference_words(row: GoodsToCount, difference: int | None) -> str:
    """A difference with its sign: "+0,50", "−2", "0"; nothing while it is not counted."""
    if difference is None:
        return ""
    amount = format_amount_of(abs(difference), row.material.unit)
    return f"+{amount}" if difference > 0 else f"\u2212{amount}" if difference else "0"
