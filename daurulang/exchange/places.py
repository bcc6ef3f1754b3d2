"""Where members live, as lists say it: villages by their exact name, never by guess, and what an address holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from daurulang.exchange.preview import Reason, Remark
from daurulang.members.words import words_of
from daurulang.villages.queries import Village

LEAST_LIKENESS = 0.8
MOST_SUGGESTIONS = 1_000  # comparing a name with every village takes a millisecond, and a list may be all unknown

_KINDS = {"desa", "ds", "kelurahan", "kel"}
_DISTRICT_KINDS = {"kecamatan", "kec"}
_RT_RW = re.compile(r"\bRT(?:\s*[./]?\s*RW)?\W{0,3}(\d{1,3})\s*/\s*(\d{1,3})", re.IGNORECASE)
_RT = re.compile(r"\bRT\W{0,3}(\d{1,3})\b", re.IGNORECASE)
_RW = re.compile(r"\bRW\W{0,3}(\d{1,3})\b", re.IGNORECASE)
_VILLAGE = re.compile(r"\b(?:desa|ds|kelurahan|kel)\b\.?\s*([^,;/]+)", re.IGNORECASE)
_DISTRICT = re.compile(r"\b(?:kecamatan|kec)\b\.?\s*([^,;/]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """What an address says: its own text without RT and RW, and the parts that could be read from it."""

    text: str
    rt: str
    rw: str
    village: str
    district: str


def read_address(text: str) -> Address:
    """Take RT, RW and what follows "Desa" or "Kec." out of an address."""
    rt = rw = ""
    both = _RT_RW.search(text)
    if both:
        rt, rw = both[1], both[2]
    else:
        rt = match[1] if (match := _RT.search(text)) else ""
        rw = match[1] if (match := _RW.search(text)) else ""
    rest = _RW.sub("", _RT.sub("", _RT_RW.sub("", text)))
    rest = re.sub(r"(\s*[,;/]\s*)+", ", ", rest).strip(" ,.-")
    village = match[1].strip() if (match := _VILLAGE.search(rest)) else ""
    district = match[1].strip() if (match := _DISTRICT.search(rest)) else ""
    village = re.split(r"\s+kec(?:amatan)?\b", village, maxsplit=1, flags=re.IGNORECASE)[0]
    return Address(" ".join(rest.split()), rt, rw, village, district)


def ward(text: str) -> str:
    """The number of an RT or RW as a column holds it: "RT 03" is "03"."""
    return re.sub(r"^\s*r[tw]\W*", "", text, flags=re.IGNORECASE).strip()


class VillageFinder:
    """Finds villages of the official list by the names that a workbook has."""

    def __init__(self, villages: Sequence[Village]) -> None:
        self._by_name: dict[str, list[Village]] = {}
        for village in villages:
            self._by_name.setdefault(_plain(village.name, _KINDS), []).append(village)
        self._known: dict[tuple[str, str], tuple[str | None, Remark | None]] = {}
        self._suggested = 0

    def find(self, name: str, district: str) -> tuple[str | None, Remark | None]:
        """The code of the village, or None with the reason why it stays empty; both None for an empty name."""
        if not name:
            return None, None
        key = (name, district)
        if key not in self._known:
            self._known[key] = self._look_up(name, district)
        return self._known[key]

    def named_exactly(self, name: str) -> bool:
        """Whether a village has that name."""
        return _plain(name, _KINDS) in self._by_name

    def _look_up(self, name: str, district: str) -> tuple[str | None, Remark | None]:
        found = self._by_name.get(_plain(name, _KINDS), [])
        in_district = _plain(district, _DISTRICT_KINDS)
        matching = [each for each in found if not in_district or _plain(each.district, _DISTRICT_KINDS) == in_district]
        if len(matching) == 1:
            return matching[0].code, None
        if len(found) > 1:
            districts = ", ".join(each.district for each in found)
            return None, Remark(Reason.VILLAGE_TWICE, {"village": name, "districts": districts})
        suggestion = found[0] if found else self._likeliest(name)
        if suggestion is None:
            return None, Remark(Reason.VILLAGE_UNKNOWN, {"village": name})
        place = f"{suggestion.name}, {suggestion.district}"
        return None, Remark(Reason.VILLAGE_SUGGESTED, {"village": name, "suggestion": place})

    def _likeliest(self, name: str) -> Village | None:
        self._suggested += 1
        if self._suggested > MOST_SUGGESTIONS:
            return None
        matcher = SequenceMatcher()
        matcher.set_seq2(_plain(name, _KINDS).replace(" ", ""))
        best, best_ratio = None, LEAST_LIKENESS
        for plain, villages in self._by_name.items():
            matcher.set_seq1(plain.replace(" ", ""))
            if matcher.real_quick_ratio() >= best_ratio and matcher.quick_ratio() >= best_ratio:
                ratio = matcher.ratio()
                if ratio >= best_ratio:
                    best, best_ratio = villages[0], ratio
        return best


def _plain(name: str, kinds: set[str]) -> str:
    """The folded words of a name without "Desa" or "Kec." before it."""
    words = words_of(name)
    return " ".join(words[1:] if len(words) > 1 and words[0] in kinds else words)
