"""The starter catalogue can be sold from as it is."""

import csv
import re
from collections import Counter

from resources.paths import path

DLH = {
    "rigid_plastic", "flexible_plastic", "paper", "metal", "glass", "rubber_leather", "textile", "other",
}  # fmt: skip
SIPSN = {
    "food", "wood", "paper", "plastic", "metal", "textile", "rubber_leather", "glass", "other",
}  # fmt: skip
COLUMNS = [
    "code", "name", "aliases", "unit", "grams_per_unit", "dlh_category", "sipsn_category", "substance", "icon",
    "buy_clean_rupiah", "buy_dirty_rupiah", "sell_rupiah",
]  # fmt: skip


def goods() -> list[dict[str, str]]:
    with path("catalogue.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def twice(words: list[str]) -> list[str]:
    return [word for word, times in Counter(words).items() if times > 1]


def test_has_at_least_seventy_goods_in_the_agreed_columns() -> None:
    assert len(goods()) >= 70
    assert all(list(good) == COLUMNS and None not in good.values() for good in goods())


def test_codes_are_short_and_unique() -> None:
    codes = [good["code"] for good in goods()]
    assert twice(codes) == []
    assert all(re.fullmatch(r"[A-Z]{2}\d{2}", code) for code in codes)


def test_a_name_or_alias_means_one_good_only() -> None:
    words = [
        word.casefold()
        for good in goods()
        for word in [good["name"], *(good["aliases"].split("|") if good["aliases"] else [])]
    ]
    assert twice(words) == []
    assert all(word and word == word.strip() for word in words)


def test_the_names_heard_at_the_counter_are_known() -> None:
    words = {word.casefold() for good in goods() for word in [good["name"], *good["aliases"].split("|")]}
    heard = (
        "bodong|botol bening|emberan|bak|duplek|boncos|asoy|kresek|naso|gelasan|kerasan|sachet|MLP|putihan|buram|"
        "beling|grabang|kabin|omplong|kristal|impek|gembos|karak|tembaga serabut|tembaga lidi|jelantah"
    )
    assert {word.casefold() for word in heard.split("|")} <= words


def test_every_good_has_both_categories_and_all_categories_are_used() -> None:
    assert {good["dlh_category"] for good in goods()} == DLH
    assert {good["sipsn_category"] for good in goods()} == SIPSN


def test_units_are_kilos_pieces_and_litres_with_whole_grams() -> None:
    assert {good["unit"] for good in goods()} == {"kg", "pcs", "liter"}
    for good in goods():
        assert (good["grams_per_unit"] == "") is (good["unit"] == "kg"), good["code"]
        assert good["unit"] == "kg" or int(good["grams_per_unit"]) > 0, good["code"]


def test_nothing_is_bought_dearer_than_it_is_sold() -> None:
    for good in goods():
        clean, sell = int(good["buy_clean_rupiah"]), int(good["sell_rupiah"])
        dirty = int(good["buy_dirty_rupiah"] or 1)
        assert 0 < dirty < clean < sell, good["code"]


def test_every_good_has_an_icon() -> None:
    assert [good["icon"] for good in goods() if not path(f"icons/{good['icon']}.svg").is_file()] == []
