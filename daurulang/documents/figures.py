"""Figures as tables show them: a dash for nothing, as many decimals in the whole column, changes in percent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from daurulang.documents import wording
from daurulang.quantities import divided, format_thousandths, format_whole

NOTHING = "–"
NEGATIVE = "\u2212"


def plain(value: int) -> str:
    """A count or rupiah, zero as it is."""
    return f"{NEGATIVE}{format_whole(-value)}" if value < 0 else format_whole(value)


def whole(value: int) -> str:
    """A count or rupiah."""
    return plain(value) if value else NOTHING


def thousandths(values: Iterable[int]) -> Callable[[int], str]:
    """How grams (or millilitres) are written in a column of these values: all with two decimals or all with three."""
    decimals = 2 if all(value % 10 == 0 for value in values) else 3
    return lambda value: format_thousandths(value, decimals) if value else NOTHING


def signed(value: int, written: Callable[[int], str]) -> str:
    """A difference with its sign."""
    if not value:
        return "0"
    return f"{'+' if value > 0 else NEGATIVE}{written(abs(value))}"


def percent(now: int, before: int) -> str:
    """The change from `before` to `now`, half up to a tenth; words where there was nothing to change from."""
    if before < 0:  # days entered later can leave a past day with less than nothing
        return wording.FROM_MINUS
    if not before:
        return wording.FROM_ZERO if now else wording.STILL_ZERO
    tenths = (2000 * abs(now - before) + before) // (2 * before)
    # Beyond a thousand percent a tenth says nothing any more.
    written = format_whole((tenths + 5) // 10) if tenths >= 10_000 else f"{tenths // 10},{tenths % 10}"
    return f"{signed(1 if now > before else -1, lambda _: written)} %" if tenths else "0,0 %"


def share(part: int, whole_of_it: int) -> str:
    """A part in percent with one decimal, half away from zero; a dash of nothing."""
    if whole_of_it <= 0:
        return NOTHING
    tenths = divided(part * 1000, whole_of_it)
    return f"{NEGATIVE if tenths < 0 else ''}{format_whole(abs(tenths) // 10)},{abs(tenths) % 10} %"


def changes(now: int, before: Sequence[int], written: Callable[[int], str]) -> list[str]:
    """A figure beside earlier ones: itself, then of each the earlier one, the difference and the percentage."""
    cells = [written(now)]
    for figure in before:
        cells += [written(figure), signed(now - figure, written), percent(now, figure)]
    return cells
