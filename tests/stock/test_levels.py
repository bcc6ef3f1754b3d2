"""What lies in the stores and what it had cost is a question to the journal; goods leave at their average."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daurulang import periods
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.errors import AlreadyTaken
from daurulang.ledger.model import Place
from daurulang.periods import Zone
from daurulang.quantities import Condition, Unit
from daurulang.stock.queries import Level, StockKey, all_stores, levels, levels_of, levels_on
from daurulang.stock.service import Wanted, add_store, part_of, take
from daurulang.stock_errors import StockTooLow
from tests.book import Book, new_key

TODAY = periods.today(Zone.WIB)


def pet(book: Book, condition: Condition = Condition.CLEAN) -> StockKey:
    return StockKey(Place.WAREHOUSE, book.pet_id, condition)


def test_a_deposit_lies_in_the_store_in_its_condition_at_what_was_paid(book: Book) -> None:
    lines = (
        LineDraft(book.pet_id, 2450),
        LineDraft(book.pet_id, 1000, Condition.DIRTY),
        LineDraft(book.bottle_id, 3),
    )
    deposits.record(
        book.db, book.desk, DepositDraft(new_key(), book.member_id, lines, Payment.SAVINGS, 7595 + 1500 + 1200)
    )
    with book.db.reading() as connection:
        assert levels(connection) == {
            pet(book): Level(2450, rupiah=7595),
            pet(book, Condition.DIRTY): Level(1000, rupiah=1500),
            StockKey(Place.WAREHOUSE, book.bottle_id, Condition.CLEAN): Level(pieces=3, rupiah=1200),
        }
        assert levels_of(connection, [book.bottle_id]) == {
            StockKey(Place.WAREHOUSE, book.bottle_id, Condition.CLEAN): Level(pieces=3, rupiah=1200)
        }


def test_a_reversal_takes_goods_and_cost_back(book: Book) -> None:
    entry_id = book.deposit()
    reverse(book.db, book.desk, ReversalDraft(new_key(), entry_id, "salah timbang", book.desk.staff_id))
    with book.db.reading() as connection:
        assert not levels(connection)[pet(book)]


def test_a_day_that_is_over_is_told_as_it_was(book: Book) -> None:
    book.deposit(grams=1000, day=TODAY - timedelta(days=2))
    book.deposit(grams=2000)
    with book.db.reading() as connection:
        assert levels_on(connection, TODAY - timedelta(days=3)) == {}
        assert levels_on(connection, TODAY - timedelta(days=1)) == {pet(book): Level(1000, rupiah=3100)}
        assert levels_on(connection, TODAY) == levels(connection) == {pet(book): Level(3000, rupiah=9300)}
        assert levels_on(connection, date(2000, 1, 1)) == {}


def wanted(book: Book, grams: int) -> Wanted:
    return Wanted(pet(book), "PET", Unit.KILOGRAM, None, grams)


def test_goods_leave_at_their_average_and_the_last_take_the_rest(book: Book) -> None:
    book.deposit(grams=1000)
    book.deposit(grams=2333)
    cost = 3100 + 7232
    with book.db.transaction() as connection:
        first, last = take(connection, [wanted(book, 1000), wanted(book, 2333)])
        assert first == Level(1000, rupiah=cost * 1000 // 3333)
        assert last == Level(2333, rupiah=cost - first.rupiah)
        with pytest.raises(StockTooLow) as refused:
            take(connection, [wanted(book, 1000), wanted(book, 2334)])
    assert (refused.value.there, refused.value.wanted) == (2333, 2334)


def test_stores_have_names_of_their_own(book: Book) -> None:
    place_id = add_store(book.db, "  Gudang   dua ")
    assert [(each.place_id, each.name) for each in all_stores(book.db)] == [(2, "Gudang"), (place_id, "Gudang dua")]
    with pytest.raises(AlreadyTaken):
        add_store(book.db, "GUDANG DUA")


@given(
    parts=st.lists(st.integers(1, 10**6), min_size=1, max_size=20),
    rupiah=st.integers(0, 10**9),
    unit=st.sampled_from(Unit),
)
def test_whatever_parts_goods_leave_in_no_rupiah_and_no_gram_is_left_over(
    parts: list[int], rupiah: int, unit: Unit
) -> None:
    whole = sum(parts)
    grams = whole if unit is Unit.KILOGRAM else whole * 3
    there = Level(grams, whole if unit is Unit.PIECE else 0, whole if unit is Unit.LITRE else 0, rupiah)
    for quantity in parts:
        part = part_of(there, unit, quantity, 3)
        assert min(part.grams, part.pieces, part.millilitres, part.rupiah) >= 0
        there = there - part
        assert min(there.grams, there.rupiah) >= 0
    assert not there
