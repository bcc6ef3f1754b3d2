"""The category, the picture and a code for a good, as far as its list or its name tells them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from daurulang.materials.model import DlhCategory, SipsnCategory, Substance
from daurulang.members.words import words_of
from resources import paths

_DLH_NAMES = {
    DlhCategory.RIGID_PLASTIC: ("plastik keras", "plastik rigid", "plastik berbentuk"),
    DlhCategory.FLEXIBLE_PLASTIC: ("plastik fleksibel", "plastik lembaran", "plastik lunak"),
    DlhCategory.PAPER: ("kertas karton", "kertas"),
    DlhCategory.METAL: ("logam", "metal", "besi", "aluminium", "tembaga", "kuningan"),
    DlhCategory.GLASS: ("kaca", "beling", "beling kaca", "botol kaca", "gelas kaca"),
    DlhCategory.RUBBER_LEATHER: ("karet kulit", "karet", "kulit"),
    DlhCategory.TEXTILE: ("kain tekstil", "kain", "tekstil"),
    DlhCategory.OTHER: ("lainnya", "lain lain"),
}
_SIPSN_NAMES = {
    SipsnCategory.FOOD: ("sisa makanan",),
    SipsnCategory.WOOD: ("kayu ranting", "kayu ranting daun", "kayu"),
    SipsnCategory.PAPER: ("kertas karton", "kertas"),
    SipsnCategory.PLASTIC: ("plastik", "plastik keras", "plastik lembaran", "plastik fleksibel"),
    SipsnCategory.METAL: ("logam", "metal", "besi", "aluminium", "tembaga", "kuningan"),
    SipsnCategory.TEXTILE: ("kain", "kain tekstil", "tekstil"),
    SipsnCategory.RUBBER_LEATHER: ("karet kulit", "karet", "kulit"),
    SipsnCategory.GLASS: ("kaca", "beling", "beling kaca", "botol kaca", "gelas kaca"),
    SipsnCategory.OTHER: ("lainnya", "lain lain"),
}
_DLH_OF = {name: each for each, names in _DLH_NAMES.items() for name in names}
_SIPSN_OF = {name: each for each, names in _SIPSN_NAMES.items() for name in names}
_SIPSN_OF_DLH = {
    DlhCategory.RIGID_PLASTIC: SipsnCategory.PLASTIC,
    DlhCategory.FLEXIBLE_PLASTIC: SipsnCategory.PLASTIC,
    DlhCategory.PAPER: SipsnCategory.PAPER,
    DlhCategory.METAL: SipsnCategory.METAL,
    DlhCategory.GLASS: SipsnCategory.GLASS,
    DlhCategory.RUBBER_LEATHER: SipsnCategory.RUBBER_LEATHER,
    DlhCategory.TEXTILE: SipsnCategory.TEXTILE,
    DlhCategory.OTHER: SipsnCategory.OTHER,
}
# Read from top to bottom: what a thing is stands above what it is made of ("sak semen" is paper, "karung" is not).
_KEYWORDS: tuple[tuple[DlhCategory, str], ...] = (
    (DlhCategory.OTHER, "jelantah jelatah oli minyak mijel aki accu hp cpu pc tv ac kulkas monitor elektronik karak"),
    (DlhCategory.OTHER, "kipas setrika laptop komputer charger printer"),
    (DlhCategory.PAPER, "semen kardus karton koran kertas hvs lks buku majalah duplek duplex duplik boncos putihan"),
    (DlhCategory.PAPER, "buram arsip"),
    (DlhCategory.METAL, "aluminium almini besi tembaga kuningan seng kaleng paku kawat stainless stainles perunggu"),
    (DlhCategory.METAL, "wajan panci omplong babet kran antena regulator kabel logam siku timah baja teflon grabang"),
    (DlhCategory.GLASS, "beling kaca sirup sirop syrup kecap bir bensin"),
    (DlhCategory.FLEXIBLE_PLASTIC, "kresek asoy sachet saset mlp sablon kemasan foil lembaran karung tali pe terpal"),
    (DlhCategory.FLEXIBLE_PLASTIC, "jas"),
    (DlhCategory.RUBBER_LEATHER, "gembos karet sandal sendal sepatu ban kulit"),
    (DlhCategory.TEXTILE, "kain baju pakaian goni perca majun tekstil"),
    (
        DlhCategory.RIGID_PLASTIC,
        "pet botol gelas aqua galon ember emberan bak tutup plastik naso jerigen jeriken bodong",
    ),
    (DlhCategory.RIGID_PLASTIC, "paralon selang kristal impact impek inject akrilik acrylic cd vcd dvd kaset talang"),
    (DlhCategory.RIGID_PLASTIC, "kerasan kabin hornest mainan helm fiber toples ppc hd anorganik"),
)
_KEYWORD_OF = {word: dlh for dlh, words in reversed(_KEYWORDS) for word in words.split()}
_KEYWORD_RANK = {word: rank for rank, word in enumerate(word for _, words in _KEYWORDS for word in words.split())}
_PREFIXES = {
    DlhCategory.RIGID_PLASTIC: "PL",
    DlhCategory.FLEXIBLE_PLASTIC: "PF",
    DlhCategory.PAPER: "KR",
    DlhCategory.METAL: "LG",
    DlhCategory.GLASS: "KC",
    DlhCategory.RUBBER_LEATHER: "KT",
    DlhCategory.TEXTILE: "TX",
    DlhCategory.OTHER: "LL",
}
PLAIN_ICON = "package"


@dataclass(frozen=True, slots=True)
class Category:
    """Where a good is counted; `guessed` names the fields that no column says. The substance is known of goods of the
    shipped catalogue.
    """

    dlh: DlhCategory
    sipsn: SipsnCategory
    icon: str
    substance: Substance | None
    guessed: frozenset[str]


def category_of(name: str, dlh_text: str, sipsn_text: str, group: str) -> Category:
    """The categories of a good by its list's columns, else by the group it stands in ("Logam", "Plastik"), else by
    the shipped catalogue, else by its words.
    """
    own = "" if _plain(group) in ("lainnya", "lain lain") else _plain(group)
    dlh = _DLH_OF.get(_plain(dlh_text)) or _DLH_OF.get(own)
    sipsn = _SIPSN_OF.get(_plain(sipsn_text)) or _SIPSN_OF.get(own)
    guessed = {field for field, found in (("dlh_category", dlh), ("sipsn_category", sipsn)) if found is None}
    first = re.split(r"[,;(]|\btanpa\b", name, maxsplit=1, flags=re.IGNORECASE)[0]
    guess = _catalogue().get(_plain(name)) or (_by_words([first, name, own]), None, PLAIN_ICON, None)
    if dlh is None:
        dlh = guess[0]
        if sipsn and _SIPSN_OF_DLH[dlh] is not sipsn:
            dlh = next((each for each, whole in _SIPSN_OF_DLH.items() if whole is sipsn), DlhCategory.OTHER)
    return Category(dlh, sipsn or guess[1] or _SIPSN_OF_DLH[dlh], guess[2], guess[3], frozenset(guessed))


class CodeMaker:
    """Codes for goods that have none: the letters of their category and the next free number."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = {code.lower() for code in taken}
        self._last: dict[str, int] = {}

    def make(self, dlh: DlhCategory) -> str:
        """A code that nothing else has."""
        prefix = _PREFIXES[dlh]
        while True:
            number = self._last[prefix] = self._last.get(prefix, 0) + 1
            code = f"{prefix}{number:02d}"
            if code.lower() not in self._taken:
                return code


def _plain(text: str) -> str:
    return " ".join(words_of(text))


def _by_words(texts: list[str]) -> DlhCategory:
    """The category of the first text that has a keyword, its surest keyword deciding."""
    for text in texts:
        found = [word for word in words_of(text) if word in _KEYWORD_OF]
        if found:
            return _KEYWORD_OF[min(found, key=_KEYWORD_RANK.__getitem__)]
    return DlhCategory.OTHER


_Known = tuple[DlhCategory, SipsnCategory | None, str, Substance | None]


@cache
def _catalogue() -> dict[str, _Known]:
    """Categories, icon and substance of every name and alias of the shipped catalogue."""
    known: dict[str, _Known] = {}
    with paths.path("catalogue.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            substance = Substance(row["substance"]) if row["substance"] else None
            value = (DlhCategory(row["dlh_category"]), SipsnCategory(row["sipsn_category"]), row["icon"], substance)
            for name in (row["name"], *row["aliases"].split("|")):
                known.setdefault(_plain(name), value)
    return known
