"""Finding what lies in a store as its name is typed; no Qt, nothing but memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from daurulang.members.words import words_of
from daurulang.quantities import Condition
from daurulang.sales.goods import GoodsToSell
from ui.deposits.finder import MOST, rank_of

_BY_CONDITION = 4
"""Behind all that `rank_of` tells."""


class GoodsFinder:
    """Goods by code, name, other names and condition in any word order; what is equally near in the order of codes."""

    def __init__(self, goods: Sequence[GoodsToSell], condition_word: Callable[[Condition], str]) -> None:
        self._entries = [(each, *_words_of(each, condition_word)) for each in goods]

    def find(self, text: str) -> Sequence[GoodsToSell]:
        """The goods of which every typed word begins one of their words, the nearest first; all while nothing is."""
        typed = words_of(text)
        if not typed:
            return [entry[0] for entry in self._entries[:MOST]] if not text.strip() else ()
        ranked = []
        for place, (each, phrases, names, state) in enumerate(self._entries):
            if all(any(word.startswith(part) for word in names + state) for part in typed):
                # Of "campur", goods that are called so come before those that only lie so.
                named = all(any(word.startswith(part) for word in names) for part in typed)
                rank = rank_of(" ".join(typed), each.material.code.lower(), phrases) if named else _BY_CONDITION
                ranked.append((rank, place, each))
        return [each for _rank, _place, each in sorted(ranked, key=lambda found: found[:2])[:MOST]]


def _words_of(
    goods: GoodsToSell, condition_word: Callable[[Condition], str]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The names as phrases, every word of them, and those of the condition."""
    good = goods.material
    phrases = tuple(" ".join(words_of(text)) for text in (good.name, *good.aliases))
    names = words_of(" ".join((good.code, good.name, *good.aliases)))
    return phrases, tuple(names), tuple(words_of(condition_word(goods.condition)))
