"""The shipped factors are what their sources' numbers give."""

import csv
from decimal import ROUND_HALF_UP, Decimal

import pytest

from daurulang.centre.model import FactorSet
from daurulang.impact.factors import factor_table, factor_tables
from daurulang.materials.model import Substance
from resources import paths

KILOGRAMS_PER_SHORT_TON = Decimal("907.18474")


def rows_of(name: str) -> list[dict[str, str]]:
    with paths.path(f"factors/{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(text: str) -> Decimal:
    return Decimal(text or "0")


def whole(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), ROUND_HALF_UP))


@pytest.mark.parametrize("row", rows_of("defra_2025"), ids=lambda row: row["substance"])
def test_of_defra_is_what_making_anew_and_burying_cost_more(row: dict[str, str]) -> None:
    made = number(row["primary_kg_per_t"]) - number(row["recycled_kg_per_t"])
    left = number(row["landfill_kg_per_t"]) - number(row["treatment_kg_per_t"])
    assert int(row["grams_co2e_per_kg"]) == whole(made + left)


@pytest.mark.parametrize("row", rows_of("warm_v16"), ids=lambda row: row["substance"])
def test_of_warm_is_recycling_or_composting_instead_of_burying(row: dict[str, str]) -> None:
    tonnes = number(row["landfilled_t_per_short_ton"]) - number(row["composted_t_per_short_ton"])
    kilograms = tonnes * 1000 / KILOGRAMS_PER_SHORT_TON - number(row["recycled_kg_per_kg"])
    assert int(row["grams_co2e_per_kg"]) == whole(kilograms * 1000)


def test_every_set_has_a_version_and_a_source() -> None:
    assert {table.code for table in factor_tables()} == set(FactorSet)
    for table in factor_tables():
        assert table.name
        assert table.version
        assert table.source
        assert all(factor > 0 for factor in table.grams_co2e_per_kg.values())


def test_what_a_publisher_does_not_know_is_not_there() -> None:
    assert Substance.COPPER not in factor_table(FactorSet.DEFRA_2025).grams_co2e_per_kg
    assert Substance.LDPE not in factor_table(FactorSet.WARM_V16).grams_co2e_per_kg


def test_the_catalogue_names_known_substances() -> None:
    with paths.path("catalogue.csv").open(encoding="utf-8", newline="") as file:
        named = {row["code"]: row["substance"] for row in csv.DictReader(file)}
    assert {Substance(each) for each in named.values() if each}
    assert named["PL01"] == Substance.PET
    assert named["MN01"] == ""  # cooking oil is no mineral oil
