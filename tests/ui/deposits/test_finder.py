from datetime import date

import pytest

from daurulang.database import Database
from daurulang.materials.queries import price_board
from daurulang.materials.service import add_starter_catalogue
from ui.deposits.finder import MaterialFinder

DAY = date(2026, 11, 21)
WORDS = {"clean": "bersih", "dirty": "kotor", "wet": "basah", "mixed": "campur"}


@pytest.fixture
def finder(empty_db: Database) -> MaterialFinder:
    add_starter_catalogue(empty_db, DAY)
    return MaterialFinder(price_board(empty_db, DAY), 1, lambda condition: WORDS[condition])


@pytest.mark.parametrize(
    "typed, code, condition",
    [
        ("bo", "PL01", "clean"),
        ("bodong", "PL01", "clean"),
        ("pl02", "PL02", "clean"),
        ("bening botol", "PL01", "clean"),
        ("BENING bot", "PL01", "clean"),
        ("bodong k", "PL01", "dirty"),
        ("bodong kotor", "PL01", "dirty"),
        ("gelas k", "PL04", "dirty"),
        ("gelas ko", "PL05", "clean"),
        ("emberan", "PL10", "clean"),
    ],
)
def test_the_nearest_material_comes_first(finder: MaterialFinder, typed: str, code: str, condition: str) -> None:
    first = finder.find(typed)[0]
    assert (first.material.code, first.condition) == (code, condition)


def test_nothing_is_found_by_words_that_are_nowhere(finder: MaterialFinder) -> None:
    assert finder.find("zzz") == []
    assert list(finder.find("?")) == []


def test_the_empty_text_offers_the_list_from_its_beginning(finder: MaterialFinder) -> None:
    assert finder.find("")[0].material.code == "PL01"
