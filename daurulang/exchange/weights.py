"""Quantities as old books write them, in the units people use: kilograms and grams, ons and kwintal, pieces, litres."""

from __future__ import annotations

import re
from dataclasses import dataclass

from daurulang.errors import BadNumber
from daurulang.exchange.amounts import unit_named
from daurulang.exchange.workbook import NumberText
from daurulang.quantities import MAX_QUANTITY, Unit, parse_kilograms

_QUANTITY = re.compile(r"([\d.,]+)\s*([^\W\d][\w./ ]*)?")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_BLANKS = re.compile(r"(?<=\d)[ \u00a0](?=\d{3}(?!\d))")  # "1 250": a blank may group thousands
# How many of the unit's base stand in one: the units that are not those of a price list.
_OTHER = {
    **dict.fromkeys(("g", "gr", "gram"), (Unit.KILOGRAM, 1)),
    **dict.fromkeys(("ons", "hg"), (Unit.KILOGRAM, 100)),
    **dict.fromkeys(("kuintal", "kwintal", "kw"), (Unit.KILOGRAM, 100_000)),
    **dict.fromkeys(("ton", "t"), (Unit.KILOGRAM, 1_000_000)),
    **dict.fromkeys(("ml", "mililiter"), (Unit.LITRE, 1)),
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in the base of its unit. `doubtful` when a dot may group thousands: then `other` is that reading."""

    base: int
    unit: Unit
    other: int | None = None


def unit_of_word(word: str) -> Unit | None:
    """The unit that a word of a unit's column means: "Kg", "biji", "gram"."""
    plain = word.strip(" .()/").lower()
    other = _OTHER.get(plain)
    return other[0] if other else unit_named(plain)


def read_quantity(text: str, word: str, unit: Unit) -> Quantity:
    """Read "2,4", "2.4 kg", "250 gram", "12 biji"; `word` is what the unit's column says, `unit` what counts without
    any. Raises `BadNumber`.
    """
    match = _QUANTITY.fullmatch(_BLANKS.sub("", text.strip()))
    if match is None:
        raise BadNumber("not_a_number", text)
    number = match[1]
    kind, base = _unit((match[2] or word).strip(" .()/").lower(), unit, text)
    if isinstance(text, NumberText) or not _GROUPED.fullmatch(number):
        return Quantity(_in_base(parse_kilograms(number), base, text), kind)
    grouped = int(number.replace(".", "")) * base
    if base == 1 or number.count(".") > 1:  # a piece, a gram and a millilitre have no decimals
        return Quantity(_checked(grouped, text), kind)
    return Quantity(_in_base(parse_kilograms(number), base, text), kind, grouped if grouped <= MAX_QUANTITY else None)


def _unit(word: str, unit: Unit, text: str) -> tuple[Unit, int]:
    """The unit of a word, and how many of its base stand in one."""
    if word in _OTHER:
        return _OTHER[word]
    named = unit_named(word) if word else unit
    if named is None:
        raise BadNumber("not_a_number", text)
    return named, named.base_per_unit


def _in_base(thousandths: int, base: int, text: str) -> int:
    quantity, rest = divmod(thousandths * base, 1000)
    if rest:
        raise BadNumber("not_whole", text)
    return _checked(quantity, text)


def _checked(quantity: int, text: str) -> int:
    if not 0 < quantity <= MAX_QUANTITY:
        raise BadNumber("too_large" if quantity else "zero", text)
    return quantity
