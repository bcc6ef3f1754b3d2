"""The factors of avoided emissions, by what a material is made of: recycled (organic matter: composted) instead of
buried. Two published sets, each with its version and source; they are never mixed.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from daurulang.centre.model import FactorSet
from daurulang.materials.model import Substance
from resources import paths


@dataclass(frozen=True, slots=True)
class FactorTable:
    """One set. A substance that its publisher has no factor for is not in it."""

    code: FactorSet
    name: str
    version: str
    source: str
    grams_co2e_per_kg: Mapping[Substance, int]

    @property
    def title(self) -> str:
        """Name and version, as it stands beside every figure."""
        return f"{self.name} {self.version}"


@cache
def factor_tables() -> tuple[FactorTable, ...]:
    """All sets, as shipped in `resources/factors`; the files say how each number was derived."""
    return tuple(
        FactorTable(FactorSet(row["code"]), row["name"], row["version"], row["source"], _factors(row["code"]))
        for row in _rows("sets")
    )


def factor_table(code: FactorSet) -> FactorTable:
    """One set by its code."""
    return next(each for each in factor_tables() if each.code is code)


def _factors(code: str) -> dict[Substance, int]:
    return {Substance(row["substance"]): int(row["grams_co2e_per_kg"]) for row in _rows(code)}


def _rows(name: str) -> list[dict[str, str]]:
    with paths.path(f"factors/{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
