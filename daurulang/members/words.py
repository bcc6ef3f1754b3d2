"""The words a member is found by: how text is folded into them, on both sides of the search."""

from __future__ import annotations

import re
import unicodedata

_SPLIT = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"a?-?0*([0-9]{1,9})", re.IGNORECASE)
_APOSTROPHES = str.maketrans("", "", "'\u2018\u2019`\u02bc")
SHORTEST_LIKENESS = 0.84  # "Moh. Ridwan" and "Mohammad Ridwan" are alike, "Siti Aminah" and "Siti Aisyah" are not


def fold(text: str) -> str:
    """Lower case, accents and apostrophes dropped: "Ra'as" and "Raas" are one word.

    Letters are made plain before their case is, since those of other alphabets for show have none.
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(letter for letter in plain.translate(_APOSTROPHES) if not unicodedata.combining(letter))


def words_of(text: str) -> list[str]:
    """The folded words of a text in their order; leading zeros of digits are dropped."""
    return [word.lstrip("0") or "0" if word.isdigit() else word for word in _SPLIT.split(fold(text)) if word]


def phone_word(phone: str) -> str:
    """A phone number as one word without the country's prefix: "+62 812-345" and "0812345" are one."""
    digits = "".join(letter for letter in phone if letter.isdigit())
    return digits.removeprefix("62").lstrip("0")


def typed_words(text: str) -> list[str]:
    """The words of a search; digits with blanks or dashes between them are one phone number."""
    if re.fullmatch(r"[+(0-9][0-9 .()-]{4,}", text.strip()):
        return [word] if (word := phone_word(text)) else []
    return words_of(text)


def typed_number(text: str) -> int | None:
    """The member number that is typed ("A-00417", "a417", "417"), None when it is something else."""
    match = _NUMBER.fullmatch(text.strip())
    return int(match[1]) if match else None


def format_member_number(number: int) -> str:
    """417 as "A-00417"."""
    return f"A-{number:05d}"
