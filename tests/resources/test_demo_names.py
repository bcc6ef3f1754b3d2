"""The invented names of the demonstration."""

import csv
from collections import Counter

import pytest

from resources.paths import path


@pytest.mark.parametrize("name, least", [("first_names_female", 60), ("first_names_male", 60), ("last_names", 40)])
def test_there_are_enough_names_and_none_twice(name: str, least: int) -> None:
    names = path(f"demo/{name}.txt").read_text(encoding="utf-8").splitlines()
    assert len(set(names)) == len(names) >= least
    assert all(name and name == name.strip() for name in names)


def test_there_are_twenty_groups_of_all_three_kinds() -> None:
    with path("demo/groups.txt").open(encoding="utf-8", newline="") as file:
        groups = list(csv.DictReader(file, delimiter=";"))
    assert Counter(group["kind"] for group in groups) == {"group": 10, "institution": 5, "school": 5}
    assert len({group["name"] for group in groups}) == 20
