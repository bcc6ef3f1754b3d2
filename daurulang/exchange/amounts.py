"""Amounts as they stand in lists: rupiah in every way it is written, and prices that carry their unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from daurulang.exchange.workbook import NumberText
from daurulang.quantities import Unit, parse_rupiah

_FOREIGN_GROUPS = re.compile(r"\d{1,3}(,\d{3})+")
_CENTS = re.compile(r"[.,]0{1,2}$|,-$|,--$")
_SACKS = re.compile(r"\d+\s*=\s*(?:rp\.?\s*)?\d+", re.IGNORECASE)
_PER_UNIT = re.compile(r"\s*(?:/|\bper\b)\s*(\w+)\.?$", re.IGNORECASE)

_UNITS = {
    Unit.KILOGRAM: ("kg", "kilo", "kilogram", "kgs", "per kg"),
    Unit.PIECE: ("pcs", "pc", "biji", "bji", "buah", "bh", "unit", "satuan", "butir", "lembar", "lbr", "botol", "btl"),
    Unit.LITRE: ("liter", "ltr", "lt", "l", "litre"),
}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words}
_PIECE_WORDS = "pcs|biji|bji|buah|bh|unit|satuan"
_NAME_UNITS = (
    (Unit.PIECE, re.compile(rf"(?:\bper\s*|/\s*|\(\s*)(?:{_PIECE_WORDS})\b", re.IGNORECASE)),
    (Unit.LITRE, re.compile(r"(?:\bper\s*|/\s*)(?:liter|ltr|lt)\b|(?<![\d,.\s])\s*\bliter\b", re.IGNORECASE)),
    (Unit.KILOGRAM, re.compile(r"(?:\bper\s*|/\s*|\(\s*)(?:kg|kilo)\b", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class Amount:
    """Rupiah as read; `doubtful` when another reading is possible, `unit` when the text names one."""

    rupiah: int
    doubtful: bool = False
    unit: Unit | None = None


def read_rupiah(text: str) -> Amount:
    """Read "1500", "1500.00", "Rp 1.500", "1.500,00", "1.500/kg", and a number cell; raises `BadNumber`.

    "1,500" is read as 1500 and doubtful. Of sack prices such as "25=200|50=500" the first counts and is doubtful.
    """
    if isinstance(text, NumberText):
        # What a formula gave, such as weight × price: half up to the whole rupiah, and said so.
        return Amount(parse_rupiah(f"{Decimal(text).quantize(Decimal(1), ROUND_HALF_UP):f}"), doubtful=True)
    bare, unit = text.strip(), None
    sacks = _SACKS.findall(bare)
    if sacks:
        return Amount(parse_rupiah(sacks[0].partition("=")[2]), doubtful=True, unit=Unit.PIECE)
    if (match := _PER_UNIT.search(bare)) and (unit := unit_named(match[1])):
        bare = bare[: match.start()]
    bare = re.sub(r"^(rp|idr)\.?\s*", "", bare, flags=re.IGNORECASE)
    whole = _CENTS.sub("", bare)
    if _FOREIGN_GROUPS.fullmatch(whole):
        return Amount(parse_rupiah(whole.replace(",", "")), doubtful=True, unit=unit)
    return Amount(parse_rupiah(whole), unit=unit)


def read_balance(text: str) -> int:
    """A balance, which may be negative: "-1.500" or "(1.500)"; raises `BadNumber`."""
    if isinstance(text, NumberText):
        rupiah = read_rupiah(NumberText(text.lstrip("-"))).rupiah
        return -rupiah if text.startswith("-") else rupiah
    bare = text.strip()
    in_brackets = re.fullmatch(r"\((.+)\)", bare)
    bare = in_brackets[1] if in_brackets else bare
    positive = bare.lstrip("-\u2212")
    rupiah = read_rupiah(positive).rupiah
    return -rupiah if in_brackets or positive != bare else rupiah


def unit_named(text: str) -> Unit | None:
    """The unit of a word: "Kg", "biji", "ltr"; None where it is none of ours."""
    return _UNIT_OF.get(text.strip(" .()/").lower())


def unit_in_name(name: str) -> Unit | None:
    """The unit that the words of a name state: "Bir (per biji)", "Galon/satuan"; the size of a sack states none."""
    return next((unit for unit, words in _NAME_UNITS if words.search(name)), None)


def sack_prices(text: str) -> bool:
    """Whether a text holds several prices by size: "25=200|50=500"."""
    return len(_SACKS.findall(text)) > 1
