"""The catalogue and its prices."""

from dataclasses import replace
from datetime import date

import pytest

from daurulang.database import Database
from daurulang.errors import AlreadyTaken, BadNumber, FieldMissing, FieldTooLong, ReasonMissing, UnitKept, UserError
from daurulang.materials.model import DlhCategory, PriceSide, SipsnCategory
from daurulang.materials.queries import (
    Material,
    Price,
    PriceChange,
    PriceKey,
    goods_on,
    materials,
    price_board,
    price_history,
    prices_on,
)
from daurulang.materials.service import (
    MAX_PRICE_RUPIAH,
    MaterialDraft,
    PriceDraft,
    PriceWarning,
    add_material,
    add_starter_catalogue,
    change_material,
    price_warnings,
    set_prices,
    warnings_of,
)
from daurulang.members.service import add_class
from daurulang.periods import clock_at
from daurulang.quantities import Condition, Unit
from tests.book import BOTTLE_RUPIAH, OIL_RUPIAH, PET_RUPIAH, PRICED_FROM, Book

DAY = date(2026, 3, 10)
NEXT = date(2026, 3, 11)
BODONG = MaterialDraft(
    " PL9 ",
    "PET  bodong",
    Unit.KILOGRAM,
    DlhCategory.RIGID_PLASTIC,
    SipsnCategory.PLASTIC,
    grams_per_unit=7,
    aliases=("bodong", " Bodong ", "", "emberan"),
)


def buy(material_id: int, condition: Condition = Condition.CLEAN, member_class_id: int = 1) -> PriceKey:
    return PriceKey(material_id, PriceSide.BUY, condition, member_class_id)


def sell(material_id: int) -> PriceKey:
    return PriceKey(material_id, PriceSide.SELL, Condition.CLEAN, None)


def price_of(book: Book, key: PriceKey, day: date) -> int | None:
    with book.db.reading() as connection:
        found = prices_on(connection, day).get(key)
    return None if found is None else found.rupiah


def all_materials(db: Database) -> dict[str, Material]:
    with db.reading() as connection:
        return {each.code: each for each in materials(connection)}


def test_a_material_keeps_its_unit_once_it_was_weighed_in(book: Book) -> None:
    draft = MaterialDraft("PL1", "PET botol", Unit.PIECE, DlhCategory.RIGID_PLASTIC, SipsnCategory.PLASTIC)
    change_material(book.db, book.pet_id, draft)
    change_material(book.db, book.pet_id, replace(draft, unit=Unit.KILOGRAM))
    book.deposit(grams=1000)
    with pytest.raises(UnitKept):
        change_material(book.db, book.pet_id, draft)


def test_a_material_is_kept_as_entered(empty_db: Database) -> None:
    material_id = add_material(empty_db, BODONG)
    assert all_materials(empty_db) == {
        "PL9": Material(
            material_id,
            "PL9",
            "PET bodong",
            Unit.KILOGRAM,
            None,
            DlhCategory.RIGID_PLASTIC,
            SipsnCategory.PLASTIC,
            "package",
            active=True,
            aliases=("Bodong", "emberan"),
        )
    }
    change_material(empty_db, material_id, replace(BODONG, name="PET campur", active=False, aliases=()))
    changed = all_materials(empty_db)["PL9"]
    assert (changed.name, changed.active, changed.aliases) == ("PET campur", False, ())


def test_codes_and_names_belong_to_one_material(book: Book) -> None:
    other = add_material(book.db, replace(BODONG, code="É1", name="Émail"))
    for draft, field in (
        (replace(BODONG, code="pl1"), "code"),
        (replace(BODONG, name="pet BOTOL bening"), "name"),
        (replace(BODONG, code="É1"), "code"),
        (replace(BODONG, name="Émail"), "name"),
    ):
        with pytest.raises(AlreadyTaken) as caught:
            add_material(book.db, draft)
        assert caught.value.field == field
        with pytest.raises(AlreadyTaken):
            change_material(book.db, book.oil_id, draft)
    change_material(book.db, other, replace(BODONG, code="é1", name="Émail"))


def test_what_cannot_stand_in_the_catalogue_is_refused(empty_db: Database) -> None:
    refusals: list[tuple[MaterialDraft, UserError]] = [
        (replace(BODONG, code=" "), FieldMissing("code")),
        (replace(BODONG, name=" "), FieldMissing("name")),
        (replace(BODONG, code="x" * 17), FieldTooLong("code", 16)),
        (replace(BODONG, name="x" * 81), FieldTooLong("name", 80)),
        (replace(BODONG, unit=Unit.PIECE, grams_per_unit=0), BadNumber("zero", "0")),
        (replace(BODONG, unit=Unit.LITRE, grams_per_unit=-5), BadNumber("negative", "-5")),
    ]
    for draft, refusal in refusals:
        with pytest.raises(type(refusal)) as caught:
            add_material(empty_db, draft)
        assert vars(caught.value) == vars(refusal)
    assert all_materials(empty_db) == {}


def test_the_starter_catalogue_leaves_known_codes_alone(empty_db: Database) -> None:
    known = add_material(empty_db, replace(BODONG, code="PL1", name="Punya sendiri"))
    added = add_starter_catalogue(empty_db, DAY)
    found = all_materials(empty_db)
    assert len(found) == added + 1 >= 60
    assert found["PL1"].name == "Punya sendiri"
    assert any(each.aliases for each in found.values())
    assert add_starter_catalogue(empty_db, NEXT) == 0
    board = price_board(empty_db, DAY)
    assert sum(bool(board.conditions(each.id, 1)) for each in found.values()) == added
    assert board.conditions(known, 1) == ()


def test_a_price_holds_from_its_day_on(book: Book) -> None:
    key = buy(book.pet_id)
    set_prices(book.db, [PriceDraft(key, 3300)], DAY, 1)
    assert price_of(book, key, date(2026, 3, 9)) == PET_RUPIAH
    assert price_of(book, key, DAY) == 3300
    assert price_of(book, key, date(2030, 1, 1)) == 3300
    assert price_of(book, key, date(2019, 12, 31)) is None
    set_prices(book.db, [PriceDraft(key, 3000)], date(2026, 3, 1), 1)  # a forgotten older day changes no later one
    assert (price_of(book, key, date(2026, 3, 9)), price_of(book, key, DAY)) == (3000, 3300)


def test_the_last_of_two_prices_of_one_day_holds(book: Book) -> None:
    key = buy(book.pet_id)
    set_prices(book.db, [PriceDraft(key, 3200)], DAY, 1)
    set_prices(book.db, [PriceDraft(key, 3300), PriceDraft(key, 3400)], DAY, 1)
    assert price_of(book, key, DAY) == 3400


def test_a_withdrawn_price_is_gone_until_it_is_set_again(book: Book) -> None:
    key = buy(book.bottle_id)
    set_prices(book.db, [PriceDraft(key, None)], DAY, 1)
    assert price_of(book, key, DAY) is None
    set_prices(book.db, [PriceDraft(key, 450)], NEXT, 1)
    assert (price_of(book, key, DAY), price_of(book, key, NEXT)) == (None, 450)


def test_a_class_without_a_price_of_its_own_gets_the_common_one(book: Book) -> None:
    gold = add_class(book.db, "Emas")
    set_prices(book.db, [PriceDraft(buy(book.pet_id, member_class_id=gold), 3500)], DAY, 1)
    board = price_board(book.db, DAY)

    def rupiah(price: Price | None) -> int | None:
        return None if price is None else price.rupiah

    assert rupiah(board.buy(book.pet_id, Condition.CLEAN, gold)) == 3500
    assert rupiah(board.buy(book.pet_id, Condition.CLEAN, 1)) == PET_RUPIAH
    assert rupiah(board.buy_before(book.pet_id, Condition.CLEAN, gold)) == PET_RUPIAH
    assert rupiah(board.buy(book.oil_id, Condition.CLEAN, gold)) == OIL_RUPIAH
    assert board.buy(book.oil_id, Condition.WET, gold) is None
    assert rupiah(board.sell(book.pet_id, Condition.CLEAN)) == 4000
    assert board.conditions(book.pet_id, gold) == (Condition.CLEAN, Condition.DIRTY)
    with book.db.reading() as connection:
        known, some = goods_on(connection, DAY, [book.pet_id, book.bottle_id, 99], gold)
    assert {each.name for each in known.values()} == {"PET botol bening", "Botol kecap"}
    assert {key: price.rupiah for key, price in some.items()} == {
        buy(book.pet_id, member_class_id=gold): 3500,
        buy(book.pet_id): PET_RUPIAH,
        buy(book.pet_id, Condition.DIRTY): 1500,
        buy(book.bottle_id): BOTTLE_RUPIAH,
    }


def test_odd_prices_are_warned_of(book: Book) -> None:
    def warned(*drafts: PriceDraft) -> set[PriceWarning]:
        with book.db.reading() as connection:
            found = warnings_of(connection, drafts, DAY)
        assert price_warnings(book.db, drafts, DAY) == found
        return set(found)

    key, sold = buy(book.pet_id), sell(book.pet_id)
    assert warned(PriceDraft(key, 4000), PriceDraft(key, 2170), PriceDraft(buy(book.bottle_id), None)) == set()
    assert warned(PriceDraft(key, 4031)) == {
        PriceWarning(key, "jump", 4031, 3100),
        PriceWarning(key, "above_sell", 4031, 4000),
    }
    assert warned(PriceDraft(key, 2169)) == {PriceWarning(key, "jump", 2169, 3100)}
    assert warned(PriceDraft(key, 4010), PriceDraft(sold, 4500)) == set()
    assert warned(PriceDraft(sold, 3000)) == {PriceWarning(sold, "above_sell", 3100, 3000)}
    assert warned(PriceDraft(sold, 3000), PriceDraft(key, 2900)) == set()
    assert warned(PriceDraft(key, 4010), PriceDraft(sold, None)) == set()


def test_an_odd_price_needs_a_reason_and_keeps_it(book: Book) -> None:
    key = buy(book.pet_id)
    with pytest.raises(ReasonMissing) as caught:
        set_prices(book.db, [PriceDraft(buy(book.bottle_id), 410), PriceDraft(key, 5000, "  ")], DAY, 1)
    assert caught.value.material == "PET botol bening"
    assert price_of(book, buy(book.bottle_id), DAY) == BOTTLE_RUPIAH  # all or none
    with clock_at(1234):
        set_prices(book.db, [PriceDraft(key, 5000, " Pabrik naik ")], DAY, 1)
    with clock_at(2345):
        set_prices(book.db, [PriceDraft(key, None)], NEXT, 1)
    withdrawn, raised, first = price_history(book.db, key)
    assert withdrawn == PriceChange(NEXT, None, "", "Siti Aminah", 2345)
    assert raised == PriceChange(DAY, 5000, "Pabrik naik", "Siti Aminah", 1234)
    assert (first.valid_from, first.rupiah) == (PRICED_FROM, PET_RUPIAH)
    assert [each.rupiah for each in price_history(book.db, sell(book.pet_id))] == [4000]


def test_a_price_out_of_all_reason_is_refused(book: Book) -> None:
    for rupiah, reason in ((MAX_PRICE_RUPIAH + 1, "too_large"), (-1, "negative")):
        with pytest.raises(BadNumber) as caught:
            set_prices(book.db, [PriceDraft(buy(book.bottle_id), rupiah, "salah ketik")], DAY, 1)
        assert caught.value.reason == reason
    set_prices(book.db, [], DAY, 1)
    set_prices(book.db, [PriceDraft(buy(book.bottle_id), 0, "tidak laku")], DAY, 1)
    assert price_of(book, buy(book.bottle_id), DAY) == 0
