"""What the differences of a count had cost, by condition and store."""

import pytest

from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.errors import BadNumber
from daurulang.ledger.model import AccountKind, Place
from daurulang.ledger.service import canonical, digest
from daurulang.plant_errors import NameUnknown
from daurulang.quantities import MAX_RUPIAH, Condition
from daurulang.stock.queries import NOTHING, Level, StockKey, levels
from daurulang.stock.service import add_store
from daurulang.stocktakes.queries import stocktakes
from daurulang.stocktakes.service import CountDraft, CountedLine, document_hash, record
from daurulang.verification.service import verify
from tests.book import PET_DIRTY_RUPIAH, PET_RUPIAH, Book, new_key
from tests.plant import balances, stock_value
from tests.stocktakes.test_service import WHY, bring, count


def paid(book: Book, *lines: tuple[int, Condition]) -> None:
    """PET at the day's price."""
    rupiah = {Condition.CLEAN: PET_RUPIAH, Condition.DIRTY: PET_DIRTY_RUPIAH}
    drafts = tuple(LineDraft(book.pet_id, grams, condition) for grams, condition in lines)
    total = sum(grams * rupiah[condition] // 1000 for grams, condition in lines)
    deposits.record(book.db, book.desk, DepositDraft(new_key(), book.member_id, drafts, Payment.SAVINGS, total))


def there(book: Book, condition: Condition, place_id: int = Place.WAREHOUSE) -> Level:
    with book.db.reading() as connection:
        return levels(connection).get(StockKey(place_id, book.pet_id, condition), NOTHING)


def test_conditions_are_counted_apart_and_differences_are_worth_their_average(book: Book) -> None:
    paid(book, (10_000, Condition.CLEAN), (4_000, Condition.DIRTY))
    count(
        book,
        CountedLine(book.pet_id, 9_000, 10_000, "susut kering"),
        CountedLine(book.pet_id, 5_000, 4_000, "belum dicatat", Condition.DIRTY),
    )
    assert there(book, Condition.CLEAN) == Level(9_000, rupiah=27_900)
    assert there(book, Condition.DIRTY) == Level(5_000, rupiah=7_500)
    assert balances(book)[AccountKind.STOCK_DIFFERENCE] == 3_100 - 1_500
    assert balances(book)[AccountKind.INVENTORY] == stock_value(book)
    assert stocktakes(book.db, Place.WAREHOUSE)[0].cost_rupiah == 1_500 - 3_100
    assert verify(book.db).problems == ()


def test_where_nothing_lies_what_is_found_is_worth_nothing(book: Book) -> None:
    count(book, CountedLine(book.pet_id, 5_000, 0, "ketemu di rak", Condition.WET))
    assert there(book, Condition.WET) == Level(5_000)
    assert balances(book) == {}
    assert verify(book.db).problems == ()


def test_what_lay_there_before_the_book_has_cost_nothing_in_it(book: Book) -> None:
    paid(book, (10_000, Condition.CLEAN))
    count(book, CountedLine(book.pet_id, 12_000, 10_000), is_opening=True)
    assert there(book, Condition.CLEAN) == Level(12_000, rupiah=31_000)
    assert balances(book)[AccountKind.INVENTORY] == stock_value(book)
    assert verify(book.db).problems == ()


def test_what_lay_there_before_the_book_costs_what_is_said(book: Book) -> None:
    paid(book, (10_000, Condition.CLEAN))
    lines = (
        CountedLine(book.pet_id, 12_500, 10_000, unit_cost_rupiah=2_900),
        CountedLine(book.bottle_id, 40, 0, unit_cost_rupiah=350),
        CountedLine(book.oil_id, 0, 0, unit_cost_rupiah=4_000),
    )
    count(book, *lines, is_opening=True)
    assert there(book, Condition.CLEAN) == Level(12_500, rupiah=31_000 + 7_250)
    assert balances(book)[AccountKind.OPENING] == -7_250 - 40 * 350
    assert balances(book)[AccountKind.INVENTORY] == stock_value(book) == 31_000 + 7_250 + 14_000
    assert verify(book.db).problems == ()
    for cost in (-1, MAX_RUPIAH + 1):
        with pytest.raises(BadNumber):
            count(book, CountedLine(book.pet_id, 1, 0, unit_cost_rupiah=cost), is_opening=True)


def test_only_an_opening_is_told_what_goods_had_cost(book: Book) -> None:
    count(book, CountedLine(book.pet_id, 5_000, 0, "ketemu di rak", unit_cost_rupiah=2_900))
    assert there(book, Condition.CLEAN) == Level(5_000)
    assert balances(book) == {}


def test_what_an_opening_does_not_find_is_taken_off_the_opening(book: Book) -> None:
    paid(book, (10_000, Condition.CLEAN))
    count(book, CountedLine(book.pet_id, 4_000, 10_000), is_opening=True)
    assert there(book, Condition.CLEAN) == Level(4_000, rupiah=12_400)
    assert balances(book)[AccountKind.OPENING] == 18_600
    assert AccountKind.STOCK_DIFFERENCE not in balances(book)
    assert verify(book.db).problems == ()


def test_another_store_is_counted_for_itself(book: Book) -> None:
    place_id = add_store(book.db, "Gudang RDF")
    bring(book, (book.pet_id, 10_000))
    lines = (CountedLine(book.pet_id, 3_000, 0),)
    record(book.db, book.desk, CountDraft(new_key(), lines, WHY, is_opening=True, place_id=place_id))
    assert (there(book, Condition.CLEAN).grams, there(book, Condition.CLEAN, place_id).grams) == (10_000, 3_000)
    assert stocktakes(book.db, Place.WAREHOUSE) == ()
    with pytest.raises(NameUnknown):
        record(book.db, book.desk, CountDraft(new_key(), lines, WHY, place_id=Place.LANDFILL))
    assert verify(book.db).problems == ()


def test_a_count_of_before_keeps_its_hash() -> None:
    head = (2, True, 1, WHY)
    line = (1, 7, "PL1", "PET", "kg", 0, 0, 0, 5, 0, 0, "")
    graded = document_hash(head, [(*line, "clean", 0)])
    assert graded == digest(canonical([list(head), [list(line)]]))
    assert document_hash(head, [(*line, "dirty", 0)]) != graded != document_hash(head, [(*line, "clean", 5)])
