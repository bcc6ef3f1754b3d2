"""An estimate of the emissions that recycled goods spare, and of the room they would take in a landfill."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from daurulang.impact.factors import FactorTable
from daurulang.materials.model import Substance
from daurulang.quantities import divided

LANDFILL_GRAMS_PER_LITRE = 445
"""Waste as it lies in a landfill that is normally compacted, 445 kg/m³ (Tchobanoglous, Theisen and Vigil, 1993)."""


@dataclass(frozen=True, slots=True)
class Goods:
    """The weight of one material; `substance` None where nobody has said what it is made of."""

    code: str
    name: str
    substance: Substance | None
    grams: int


@dataclass(frozen=True, slots=True)
class SubstanceImpact:
    """The goods of one substance and what they spare, in grams of CO2e."""

    substance: Substance
    grams: int
    grams_co2e_per_kg: int
    grams_co2e: int


@dataclass(frozen=True, slots=True)
class Impact:
    """The estimate by a set: `by_substance` the largest first; `without_factor` are goods that it says nothing of
    or whose weight is not known, which are told and never counted as nothing.
    """

    set_title: str
    source: str
    by_substance: tuple[SubstanceImpact, ...] = ()
    without_factor: tuple[Goods, ...] = ()

    @property
    def grams_co2e(self) -> int:
        """All of it."""
        return sum(each.grams_co2e for each in self.by_substance)

    @property
    def grams(self) -> int:
        """The weight that was counted."""
        return sum(each.grams for each in self.by_substance)

    @property
    def grams_without_factor(self) -> int:
        """The weight that was not."""
        return sum(each.grams for each in self.without_factor)


def estimate(goods: Iterable[Goods], table: FactorTable) -> Impact:
    """What goods spare by one set; rounded once for each substance, half away from zero. What has no weight stands
    beside what has no factor: it is told, and not counted.
    """
    grams: dict[Substance, int] = {}
    without: list[Goods] = []
    for each in goods:
        if not each.grams or each.substance is None or each.substance not in table.grams_co2e_per_kg:
            without.append(each)
        else:
            grams[each.substance] = grams.get(each.substance, 0) + each.grams
    found = [_impact(substance, weight, table.grams_co2e_per_kg[substance]) for substance, weight in grams.items()]
    return Impact(
        table.title,
        table.source,
        tuple(sorted(found, key=lambda each: (-each.grams_co2e, each.substance))),
        tuple(sorted(without, key=lambda each: (-each.grams, each.code))),
    )


def _impact(substance: Substance, grams: int, grams_co2e_per_kg: int) -> SubstanceImpact:
    return SubstanceImpact(substance, grams, grams_co2e_per_kg, divided(grams * grams_co2e_per_kg, 1000))


def landfill_litres(grams: int) -> int:
    """The room that a weight of waste takes in the landfill; 1000 litres are a cubic metre."""
    return divided(grams, LANDFILL_GRAMS_PER_LITRE)
