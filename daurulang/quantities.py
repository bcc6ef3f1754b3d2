"""Money and measure as whole numbers: rupiah, grams, pieces, millilitres; how they are read and written.

A line's value is rounded once, half up, to the whole rupiah (`line_amount_rupiah`); a total is the sum of its lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from daurulang.errors import BadNumber

MAX_RUPIAH = 10**12
MAX_QUANTITY = 10**9

_GROUPED = re.compile(r"\d{1,3}(\.\d{3})+")
_DIGITS = re.compile(r"\d+")


class Unit(StrEnum):
    """What a material is counted in. A quantity is held in its base: grams, pieces or millilitres."""

    KILOGRAM = "kg"
    PIECE = "pcs"
    LITRE = "liter"

    @property
    def base_per_unit(self) -> int:
        """How many of the base stand in one priced unit."""
        return 1 if self is Unit.PIECE else 1000


class Condition(StrEnum):
    """The state in which a material is handed in; each may have its own price."""

    CLEAN = "clean"
    DIRTY = "dirty"
    WET = "wet"
    MIXED = "mixed"


def line_amount_rupiah(quantity: int, unit: Unit, price_rupiah: int) -> int:
    """The value of `quantity` (base of `unit`) at a price per unit, half up.

    >>> line_amount_rupiah(2450, Unit.KILOGRAM, 3100)
    7595
    """
    per_unit = unit.base_per_unit
    return (2 * quantity * price_rupiah + per_unit) // (2 * per_unit)


def divided(number: int, by: int) -> int:
    """A whole number by another one above zero, rounded half away from zero, so that what is taken back takes off what
    it had added.

    >>> divided(-5, 2), divided(5, 2)
    (-3, 3)
    """
    whole = (2 * abs(number) + by) // (2 * by)
    return whole if number >= 0 else -whole


def grams_of(quantity: int, unit: Unit, grams_per_unit: int | None) -> int:
    """The weight of `quantity` (base of `unit`), 0 where it is not known; `grams_per_unit` of a piece or a litre."""
    if unit is Unit.KILOGRAM:
        return quantity
    if grams_per_unit is None:
        return 0
    per_unit = unit.base_per_unit
    return (2 * quantity * grams_per_unit + per_unit) // (2 * per_unit)


def shares_of(total: int, weights: Sequence[int]) -> list[int]:
    """A total in parts as the weights are, none of them below zero: the rest after rounding down goes to those that
    lost most by it. Without any weight the first has it all.

    >>> shares_of(100, [1, 1, 1])
    [34, 33, 33]
    """
    whole = sum(weights)
    if not whole:
        return [total if place == 0 else 0 for place in range(len(weights))]
    parts = [total * weight // whole for weight in weights]
    lost = sorted(range(len(weights)), key=lambda place: (-(total * weights[place] % whole), place))
    for place in lost[: total - sum(parts)]:
        parts[place] += 1
    return parts


def parse_kilograms(text: str) -> int:
    """Kilograms as typed, comma or dot as the decimal mark, to grams; raises `BadNumber`.

    One mark is always the decimal mark ("1.250" is 1,25 kg); with both, dots group thousands ("1.250,5").
    """
    return _parse_thousandths(text, ("kg", "kilo", "kilogram"))


def parse_litres(text: str) -> int:
    """Litres as typed, read like kilograms, to millilitres; raises `BadNumber`."""
    return _parse_thousandths(text, ("liter", "ltr", "l"))


def parse_quantity(text: str, unit: Unit) -> int:
    """A quantity as typed in a field of that unit, to the unit's base; raises `BadNumber`."""
    match unit:
        case Unit.KILOGRAM:
            return parse_kilograms(text)
        case Unit.LITRE:
            return parse_litres(text)
        case Unit.PIECE:
            return parse_pieces(text)


def parse_pieces(text: str) -> int:
    """A whole count, dots may group thousands; raises `BadNumber`."""
    return _checked(_parse_whole(_bare(text, ("pcs", "biji", "buah", "bh", "unit")), text), MAX_QUANTITY, text)


def parse_rupiah(text: str) -> int:
    """Whole rupiah as typed: "12500", "12.500", "Rp 12.500,00"; raises `BadNumber`."""
    bare = re.sub(r"^(rp|idr)\.?", "", text.strip().lower()).replace(" ", "").replace("\u00a0", "")
    bare = re.sub(r",(00?|-)$", "", bare)
    return _checked(_parse_whole(bare, text), MAX_RUPIAH, text)


def _bare(text: str, units: tuple[str, ...]) -> str:
    bare = text.strip().lower().replace(" ", "").replace("\u00a0", "")
    for unit in units:
        if bare.endswith(unit):
            return bare.removesuffix(unit)
    return bare


def _parse_whole(bare: str, text: str) -> int:
    if not bare:
        raise BadNumber("empty", text)
    sign, digits = (-1, bare[1:]) if bare[0] in "-\u2212" else (1, bare)
    if _GROUPED.fullmatch(digits):
        digits = digits.replace(".", "")
    if not (digits.isascii() and _DIGITS.fullmatch(digits)):
        fraction = re.fullmatch(r"[0-9]+[.,][0-9]+", digits) is not None
        raise BadNumber("not_whole" if fraction else "not_a_number", text)
    return sign * _to_int(digits, text)


def _parse_thousandths(text: str, units: tuple[str, ...]) -> int:
    bare = _bare(text, units)
    if not bare:
        raise BadNumber("empty", text)
    sign, digits = (-1, bare[1:]) if bare[0] in "-\u2212" else (1, bare)
    if "," in digits and "." in digits:
        whole_part, _, _ = digits.partition(",")
        if not _GROUPED.fullmatch(whole_part):
            raise BadNumber("not_a_number", text)
        digits = digits.replace(".", "")
    match = re.fullmatch(r"(\d*)(?:[.,](\d*))?", digits, re.ASCII)
    if match is None or not (match[1] or match[2]):
        raise BadNumber("not_a_number", text)
    decimals = match[2] or ""
    if len(decimals) > 3:
        raise BadNumber("too_many_decimals", text)
    return _checked(
        sign * (_to_int(match[1] or "0", text) * 1000 + int(decimals.ljust(3, "0") or "0")), MAX_QUANTITY, text
    )


def _to_int(digits: str, text: str) -> int:
    if len(digits) > 15:
        raise BadNumber("too_large", text)
    return int(digits)


def _checked(value: int, most: int, text: str) -> int:
    if value < 0:
        raise BadNumber("negative", text)
    if value > most:
        raise BadNumber("too_large", text)
    return value


def format_whole(value: int) -> str:
    """12500 as "12.500"."""
    return f"{value:,}".replace(",", ".")


def format_rupiah(value: int) -> str:
    """12500 as "Rp 12.500", -500 as "−Rp 500" (U+2212)."""
    return f"\u2212Rp {format_whole(-value)}" if value < 0 else f"Rp {format_whole(value)}"


def format_thousandths(value: int, least_decimals: int = 2) -> str:
    """2450 as "2,45", 6800 as "6,80", 350 as "0,35", 1234567 as "1.234,567"."""
    sign = "\u2212" if value < 0 else ""
    whole, rest = divmod(abs(value), 1000)
    decimals = f"{rest:03d}".rstrip("0").ljust(least_decimals, "0")
    return f"{sign}{format_whole(whole)}" + (f",{decimals}" if decimals else "")


def format_kilograms(grams: int) -> str:
    """2450 as "2,45 kg"."""
    return f"{format_thousandths(grams)} kg"


def format_amount_of(quantity: int, unit: Unit) -> str:
    """A quantity without its unit: "2,45" for kilograms and litres, "12" for pieces."""
    return format_whole(quantity) if unit is Unit.PIECE else format_thousandths(quantity)


def format_quantity(quantity: int, unit: Unit) -> str:
    """A quantity with its unit: "2,45 kg", "12 pcs", "1,50 liter"."""
    return f"{format_amount_of(quantity, unit)} {unit}"
