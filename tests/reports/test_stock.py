"""What lies in the stores on a day: its cost, its worth, its age, and what moved in a period."""

from datetime import date

import pytest

from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.disposals import service as disposals
from daurulang.disposals.service import DisposalDraft, DisposalLineDraft
from daurulang.errors import BadDay
from daurulang.ledger.model import EntryKind, Place
from daurulang.periods import Period, month_of
from daurulang.plant_errors import NameUnknown
from daurulang.processing import service as processing
from daurulang.processing.model import BatchKind, Side
from daurulang.processing.service import BatchDraft, BatchLineDraft
from daurulang.quantities import Condition
from daurulang.reports.stock import StockRow, stock_on, stock_turnover
from daurulang.reports.stock_card import stock_card
from daurulang.stock.queries import Level, StockKey
from daurulang.stock.service import add_store
from tests.book import Book, new_key
from tests.plant import Plant, set_up_plant

MARCH = month_of(date(2026, 3, 1))


@pytest.fixture
def plant(book: Book) -> Plant:
    return set_up_plant(book)


def dispose(book: Book, material_id: int, grams: int, day: date | None = None) -> int:
    draft = DisposalDraft(new_key(), "TPA Mekar", (DisposalLineDraft(material_id, grams),))
    return disposals.record(book.db, book.desk, draft, day)


def row_of(book: Book, material_id: int, day: date | None = None) -> StockRow:
    (row,) = (each for each in stock_on(book.db, day).rows if each.material.id == material_id)
    return row


def test_goods_have_their_cost_and_their_worth(book: Book, plant: Plant) -> None:
    book.deposit(grams=10_000, day=date(2026, 3, 2))
    plant.load(50_000, 20_000, date(2026, 3, 3))
    stock = stock_on(book.db, date(2026, 3, 31))
    pet, mixed = stock.rows
    assert (pet.material.code, pet.condition, pet.there) == ("PL1", Condition.CLEAN, Level(10_000, rupiah=31_000))
    assert (pet.price_rupiah, pet.worth_rupiah) == (4_000, 40_000)
    assert (mixed.material.code, mixed.condition, mixed.there.rupiah) == ("CMP", Condition.MIXED, 20_000)
    assert (mixed.price_rupiah, mixed.worth_rupiah) == (None, None)
    assert (stock.total, stock.worth_rupiah, stock.unpriced) == (Level(60_000, rupiah=51_000), 40_000, (mixed,))
    assert stock_on(book.db, date(2026, 3, 2)).rows == (
        StockRow(pet.store, pet.material, Condition.CLEAN, pet.there, 4_000, date(2026, 3, 2)),
    )
    with pytest.raises(BadDay):
        stock_on(book.db, date(2900, 1, 1))


def test_the_oldest_is_what_first_in_first_out_would_leave(book: Book) -> None:
    for day, grams in ((date(2025, 1, 5), 4_000), (date(2026, 2, 1), 3_000), (date(2026, 3, 10), 2_000)):
        book.deposit(grams=grams, day=day)
    assert row_of(book, book.pet_id, date(2026, 3, 31)).since == date(2025, 1, 5)
    assert row_of(book, book.pet_id, date(2026, 2, 28)).age_days(date(2026, 2, 28)) == 419
    dispose(book, book.pet_id, 4_000, date(2026, 3, 11))
    assert row_of(book, book.pet_id, date(2026, 3, 31)).since == date(2026, 2, 1)
    dispose(book, book.pet_id, 3_500, date(2026, 3, 12))
    assert row_of(book, book.pet_id, date(2026, 3, 31)).since == date(2026, 3, 10)


def test_what_was_undone_made_nothing_older_or_younger(book: Book) -> None:
    book.deposit(grams=1_000, day=date(2026, 1, 5))
    wrong = book.deposit(grams=5_000, day=date(2026, 2, 1))
    taken = dispose(book, book.pet_id, 500, date(2026, 2, 2))
    for entry_id in (wrong, taken):
        draft = ReversalDraft(new_key(), entry_id, "salah ditimbang", book.desk.staff_id)
        reverse(book.db, book.desk, draft, date(2026, 2, 3))
    assert row_of(book, book.pet_id, date(2026, 2, 28)).since == date(2026, 1, 5)
    assert row_of(book, book.pet_id, date(2026, 2, 1)).since == date(2026, 1, 5)


def test_a_period_is_what_lay_there_and_came_less_what_went(book: Book, plant: Plant) -> None:
    book.deposit(grams=10_000, day=date(2026, 2, 2))
    book.deposit(grams=2_000, day=date(2026, 3, 2))
    plant.load(5_000, day=date(2026, 4, 1))
    dispose(book, book.pet_id, 3_000, date(2026, 3, 5))
    turnover = stock_turnover(book.db, MARCH)
    (pet,) = turnover.rows
    assert (pet.opening.grams, pet.into.grams, pet.out.grams, pet.closing.grams) == (10_000, 2_000, 3_000, 9_000)
    assert pet.closing == row_of(book, book.pet_id, date(2026, 3, 31)).there
    assert turnover.total(lambda row: row.closing) == pet.closing


def test_a_card_tells_every_movement_and_what_was_left(book: Book, plant: Plant) -> None:
    plant.load(10_000, 5_000, date(2026, 2, 20))
    wrong = plant.load(4_000, day=date(2026, 3, 1))
    draft = ReversalDraft(new_key(), wrong, "muatan orang lain", book.desk.staff_id)
    reverse(book.db, book.desk, draft, date(2026, 3, 2))
    lines = (
        BatchLineDraft(Side.INPUT, plant.mixed_id, 6_000, Condition.MIXED),
        BatchLineDraft(Side.OUTPUT, plant.flakes_id, 6_000),
    )
    processing.record(book.db, book.desk, BatchDraft(new_key(), BatchKind.SHRED, lines), date(2026, 3, 3))
    card = stock_card(book.db, StockKey(Place.WAREHOUSE, plant.mixed_id, Condition.MIXED), MARCH)
    assert (card.store.name, card.material.code, card.opening) == ("Gudang", "CMP", Level(10_000, rupiah=5_000))
    assert [(each.number, each.kind, each.party, each.reverses) for each in card.movements] == [
        ("L1-000002", EntryKind.LOAD, "TPS3R Pejagan", ""),
        ("L1-000003", EntryKind.REVERSAL, "", "L1-000002"),
        ("L1-000004", EntryKind.BATCH, "", ""),
    ]
    assert [each.balance.grams for each in card.movements] == [14_000, 10_000, 4_000]
    assert card.movements[-1].batch_kind is BatchKind.SHRED
    assert card.movements[-1].balance == card.closing == Level(4_000, rupiah=2_000)
    empty = stock_card(book.db, StockKey(Place.WAREHOUSE, book.oil_id, Condition.WET), MARCH)
    assert (empty.opening, empty.movements, empty.closing) == (Level(), (), Level())
    with pytest.raises(NameUnknown):
        stock_card(book.db, StockKey(Place.LANDFILL, plant.mixed_id, Condition.MIXED), MARCH)


def test_goods_that_are_carried_age_in_their_new_store_from_that_day(book: Book) -> None:
    place_id = add_store(book.db, "Gudang RDF")
    book.deposit(grams=2_000, day=date(2026, 3, 1))
    lines = (BatchLineDraft(Side.INPUT, book.pet_id, 2_000),)
    move = BatchDraft(new_key(), BatchKind.MOVE, lines, to_place_id=place_id)
    processing.record(book.db, book.desk, move, date(2026, 3, 9))
    (row,) = stock_on(book.db, date(2026, 3, 31)).rows
    assert (row.store.name, row.since, row.there) == ("Gudang RDF", date(2026, 3, 9), Level(2_000, rupiah=6_200))
    card = stock_card(book.db, StockKey(place_id, book.pet_id, Condition.CLEAN), Period(date(2026, 3, 9), MARCH.last))
    assert [each.into.grams for each in card.movements] == [2_000]
