"""Refusals of counting the stock; worded beside those of `daurulang.errors`."""

from __future__ import annotations

from dataclasses import dataclass

from daurulang.errors import UserError
from daurulang.quantities import Unit


@dataclass(eq=False)
class NothingCounted(UserError):
    """A count without a single material."""


@dataclass(eq=False)
class CountedTwice(UserError):
    """The same material stands twice in one count."""


@dataclass(eq=False)
class StockChanged(UserError):
    """Goods of these `materials` (names) moved since the count began: what was found is no longer held against the
    same stock.
    """

    materials: tuple[str, ...]


@dataclass(eq=False)
class DifferenceUnexplained(UserError):
    """The count of `material` is not what the book says: the difference needs a reason."""

    material: str


@dataclass(eq=False)
class StockListStays(UserError):
    """The opening stock of a list is a count, and a count is not undone: the next one says what is there."""


@dataclass(eq=False)
class AlreadyCounted(UserError):
    """Only the first count of a place can be its opening stock."""


@dataclass(eq=False)
class StockTooLow(UserError):
    """Less of a material lies in the store than is wanted, both in the base of its unit."""

    material: str
    unit: Unit
    there: int
    wanted: int


@dataclass(eq=False)
class GoodsGone(UserError):
    """What the act `number` brought of these `materials` (names) does not lie in the store any more."""

    number: str
    materials: tuple[str, ...]


@dataclass(eq=False)
class StoreInUse(UserError):
    """A store in which goods lie is not laid aside, nor is the first one (`is_first`), where goods come to."""

    name: str
    is_first: bool = False


@dataclass(eq=False)
class StoreLaidAside(UserError):
    """Goods would come back to a store that is not used any more."""

    name: str
