"""What the price board decides, without a window."""

from datetime import timedelta

import pytest

from daurulang.errors import ReasonMissing
from daurulang.materials.model import PriceSide
from daurulang.members.service import add_class
from daurulang.quantities import Condition
from tests.book import PET_DIRTY_RUPIAH, PET_RUPIAH, PRICED_FROM, Book
from ui.materials.presenter import PriceRow, Prices

DAY = PRICED_FROM + timedelta(days=30)
BUY, SELL = PriceSide.BUY, PriceSide.SELL


@pytest.fixture
def prices(book: Book) -> Prices:
    return Prices(book.db, DAY)


def row(prices: Prices, text: str, condition: Condition = Condition.CLEAN) -> PriceRow:
    return next(each for each in prices.rows(text) if each.condition is condition)


def test_each_condition_with_a_price_is_a_line(prices: Prices) -> None:
    assert [(each.material.code, each.condition) for each in prices.rows("pet")] == [
        ("PL1", Condition.CLEAN),
        ("PL1", Condition.DIRTY),
    ]


def test_a_line_is_found_by_code_and_name(prices: Prices) -> None:
    assert [each.material.code for each in prices.rows("kc")] == ["KC1"]
    assert [each.material.code for each in prices.rows("JELAN")] == ["MN1"]


def test_what_is_typed_waits_until_it_is_saved(prices: Prices, book: Book) -> None:
    pet = row(prices, "pet")
    prices.put(pet, BUY, PET_RUPIAH + 100)
    assert prices.shown(pet, BUY) == PET_RUPIAH + 100
    assert Prices(book.db, DAY).shown(pet, BUY) == PET_RUPIAH
    assert prices.save("", book.desk.staff_id) == 1
    assert Prices(book.db, DAY).shown(pet, BUY) == PET_RUPIAH + 100
    assert prices.pending == {}


def test_typing_the_price_in_force_takes_the_change_back(prices: Prices) -> None:
    pet = row(prices, "pet")
    prices.put(pet, BUY, 1)
    prices.put(pet, BUY, PET_RUPIAH)
    assert prices.pending == {}


def test_a_jump_and_buying_above_the_sell_price_need_a_reason(prices: Prices, book: Book) -> None:
    pet = row(prices, "pet")
    prices.put(pet, BUY, 5_000)
    assert {each.kind for each in prices.warnings()} == {"jump", "above_sell"}
    with pytest.raises(ReasonMissing):
        prices.save("", book.desk.staff_id)
    assert prices.pending
    prices.save("pabrik naik", book.desk.staff_id)
    assert prices.history(pet, BUY)[0].reason == "pabrik naik"


def test_a_withdrawn_price_is_none_and_falls_from_the_margin(prices: Prices, book: Book) -> None:
    pet = row(prices, "pet")
    assert prices.margin(pet) == 900
    prices.put(pet, BUY, None)
    assert (prices.shown(pet, BUY), prices.margin(pet)) == (None, None)
    prices.save("", book.desk.staff_id)
    assert Prices(book.db, DAY).shown(pet, BUY) is None
    assert prices.before(pet) == PET_RUPIAH


def test_a_class_without_its_own_price_shows_the_common_one(prices: Prices, book: Book) -> None:
    prices.class_id = add_class(book.db, "Sekolah")
    dirty = row(prices, "pet", Condition.DIRTY)
    assert prices.inherited(dirty)
    assert prices.shown(dirty, BUY) == PET_DIRTY_RUPIAH
    prices.put(dirty, BUY, PET_DIRTY_RUPIAH + 50)
    assert not prices.inherited(dirty)
    prices.save("", book.desk.staff_id)
    common = Prices(book.db, DAY)
    assert common.shown(dirty, BUY) == PET_DIRTY_RUPIAH
    assert [each.rupiah for each in prices.history(dirty, BUY)] == [PET_DIRTY_RUPIAH + 50]


def test_another_condition_can_be_given_a_price(prices: Prices) -> None:
    prices.open_condition(row(prices, "pet").material.id, Condition.WET)
    assert Condition.WET in [each.condition for each in prices.rows("pet")]
    prices.discard()
    assert Condition.WET not in [each.condition for each in prices.rows("pet")]


def test_a_later_day_leaves_today_as_it_is(prices: Prices, book: Book) -> None:
    pet = row(prices, "pet")
    prices.load(DAY + timedelta(days=3))
    prices.put(pet, BUY, 3_200)
    prices.save("", book.desk.staff_id)
    assert Prices(book.db, DAY).shown(pet, BUY) == PET_RUPIAH
    assert Prices(book.db, DAY + timedelta(days=3)).shown(pet, BUY) == 3_200
