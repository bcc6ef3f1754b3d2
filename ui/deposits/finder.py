"""Finding a material in the price board as its name is typed; no Qt, nothing but memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from daurulang.materials.queries import Material, PriceBoard
from daurulang.members.words import words_of
from daurulang.quantities import Condition

MOST = 24


@dataclass(frozen=True, slots=True)
class Offer:
    """A material in a condition at today's price for the member's class; rupiah per unit, None without a price.

    `several` says that the material is bought in more than one condition, so that the condition must be named.
    """

    material: Material
    condition: Condition
    price_rupiah: int | None
    before_rupiah: int | None
    several: bool


class MaterialFinder:
    """The offers of a day for one class of members, found by code, name, aliases and condition in any word order.

    What is equally near stands in the order of the centre's own list, so that the same keys always find the same.
    """

    def __init__(self, board: PriceBoard, member_class_id: int, condition_word: Callable[[Condition], str]) -> None:
        self._entries: list[tuple[Offer, str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = []
        for material in sorted(board.materials, key=lambda each: each.id):
            if not material.active:
                continue
            phrases = tuple(" ".join(words_of(text)) for text in (material.name, *material.aliases))
            words = tuple(words_of(" ".join((material.code, material.name, *material.aliases))))
            for offer in offers_of(board, material, member_class_id):
                state = tuple(words_of(condition_word(offer.condition)))
                self._entries.append((offer, material.code.lower(), phrases, words + state, state))

    def find(self, text: str) -> Sequence[Offer]:
        """The offers every typed word of which begins one of their words, the nearest first."""
        typed = words_of(text)
        if not typed:
            return [entry[0] for entry in self._entries[:MOST]] if not text.strip() else ()
        joined = " ".join(typed)
        ranked = []
        for place, (offer, code, phrases, words, state) in enumerate(self._entries):
            if all(any(word.startswith(part) for word in words) for part in typed):
                rank = rank_of(joined, code, phrases)
                # One letter at the end is the condition: "gelas k" means dirty glasses, not those for coffee (kopi).
                if len(typed) > 1 and len(typed[-1]) == 1 and any(word.startswith(typed[-1]) for word in state):
                    rank = rank_of(" ".join(typed[:-1]), code, phrases) - 4
                ranked.append((rank, place, offer))
        return [offer for _rank_of, _place, offer in sorted(ranked, key=lambda each: each[:2])[:MOST]]


def rank_of(joined: str, code: str, phrases: Sequence[str]) -> int:
    """0 the very code, 1 a name or alias as a whole, 2 the start of one, 3 words anywhere."""
    if code == joined.replace(" ", ""):
        return 0
    if joined in phrases:
        return 1
    return 2 if any(phrase.startswith(joined) for phrase in phrases) else 3


def offers_of(board: PriceBoard, material: Material, member_class_id: int) -> Sequence[Offer]:
    """A material in each condition that has a price; without any price once, as clean."""
    conditions = board.conditions(material.id, member_class_id) or (Condition.CLEAN,)
    return [offer_of(board, material, condition, member_class_id, len(conditions) > 1) for condition in conditions]


def offer_of(board: PriceBoard, material: Material, condition: Condition, member_class_id: int, several: bool) -> Offer:
    """A material in one condition, priced or not."""
    price = board.buy(material.id, condition, member_class_id)
    before = board.buy_before(material.id, condition, member_class_id)
    return Offer(
        material, condition, None if price is None else price.rupiah, None if before is None else before.rupiah, several
    )
