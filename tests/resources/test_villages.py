"""The shipped villages are the official ones of Bangkalan."""

import csv
from collections import Counter

from resources.paths import path


def villages() -> list[dict[str, str]]:
    with path("villages_bangkalan.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_there_are_273_desa_and_8_kelurahan_in_18_districts() -> None:
    assert Counter(village["kind"] for village in villages()) == {"desa": 273, "kelurahan": 8}
    assert len({village["district_code"] for village in villages()}) == 18
    assert len({village["district"] for village in villages()}) == 18


def test_codes_are_unique_and_begin_with_their_districts() -> None:
    assert len({village["code"] for village in villages()}) == 281
    assert all(village["code"].startswith(village["district_code"] + ".") for village in villages())


def test_a_name_is_unique_within_its_district() -> None:
    assert len({(village["district_code"], village["name"]) for village in villages()}) == 281


def test_apostrophes_are_kept() -> None:
    assert {"Ra'as", "Ko'ol"} <= {village["name"] for village in villages()}
