"""What undoing an act leaves in the stores: no goods below nothing, no cost without goods, on no day of the past."""

from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from daurulang import periods
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.ledger.model import AccountKind, Place, entry
from daurulang.loads import service as loads
from daurulang.loads.model import LoadPayment
from daurulang.loads.service import LoadDraft, LoadLineDraft
from daurulang.materials.model import DlhCategory, SipsnCategory
from daurulang.materials.service import MaterialDraft, change_material
from daurulang.periods import Period, Zone
from daurulang.processing import service as processing
from daurulang.processing.model import BatchKind, Side
from daurulang.processing.service import BatchDraft, BatchLineDraft
from daurulang.quantities import Condition, Unit
from daurulang.replacements.service import correct_deposit
from daurulang.reports.stock_card import stock_card
from daurulang.sales import service as sales
from daurulang.sales.service import SaleDraft, SaleLineDraft
from daurulang.stock.queries import NOTHING, Level, StockKey, levels, levels_on
from daurulang.stock.service import add_store, change_store
from daurulang.stock_errors import GoodsGone, StoreLaidAside
from daurulang.verification.service import verify
from tests.book import PET_RUPIAH, Book, new_key
from tests.plant import Plant, balances, set_up_plant, stock_value
from tests.stocktakes.test_service import bring

MIXED = Condition.MIXED


@pytest.fixture
def plant(book: Book) -> Plant:
    return set_up_plant(book)


def undone(book: Book, entry_id: int) -> ReversalDraft:
    return ReversalDraft(new_key(), entry_id, "salah tulis angka", book.desk.staff_id)


def undo(plant: Plant, entry_id: int, day: date | None = None) -> int:
    return reverse(plant.book.db, plant.book.desk, undone(plant.book, entry_id), day)


def sound(plant: Plant) -> None:
    """The book holds, and no store has a cost below zero or without goods."""
    assert verify(plant.book.db).problems == ()
    with plant.book.db.reading() as connection:
        for level in levels(connection).values():
            assert level.rupiah >= 0
            assert level.grams + level.pieces + level.millilitres > 0 or level == NOTHING
    assert balances(plant.book).get(AccountKind.INVENTORY, 0) == stock_value(plant.book)


def test_goods_that_nobody_touched_leave_at_what_they_had_cost(plant: Plant) -> None:
    dear = plant.load(10_000, 10_000)
    plant.load(10_000, 2_000)
    undo(plant, dear)
    assert plant.level(plant.mixed_id, MIXED) == Level(10_000, rupiah=2_000)
    assert AccountKind.STOCK_DIFFERENCE not in balances(plant.book)
    sound(plant)


def test_a_price_far_too_high_does_not_leave_the_store_in_debt(plant: Plant) -> None:
    """Half of the goods left at the average of the wrong price and the right one."""
    wrong = plant.load(10_000, 100_000)
    plant.load(10_000, 10_000)
    plant.batch(10_000, 10_000, 0)
    plant.sale(plant.flakes_id, 10_000, 9_000)
    undo(plant, wrong)
    assert plant.level(plant.mixed_id, MIXED) == NOTHING
    assert balances(plant.book)[AccountKind.STOCK_DIFFERENCE] == -45_000
    plant.load(10_000, 10_000)
    assert plant.level(plant.mixed_id, MIXED) == Level(10_000, rupiah=10_000)
    sound(plant)


def test_what_stays_keeps_its_average(plant: Plant) -> None:
    wrong = plant.load(10_000, 100_000)
    plant.load(30_000, 20_000)
    plant.batch(20_000, 20_000, 0)
    undo(plant, wrong)
    assert plant.level(plant.mixed_id, MIXED) == Level(10_000, rupiah=30_000)
    assert balances(plant.book)[AccountKind.STOCK_DIFFERENCE] == -70_000
    key = StockKey(Place.WAREHOUSE, plant.mixed_id, MIXED)
    taken_back = stock_card(plant.book.db, key, Period(today(), today())).movements[-1]
    assert (taken_back.into, taken_back.out) == (NOTHING, Level(10_000, rupiah=30_000))
    sound(plant)


def test_several_lines_of_one_material_take_what_is_there_along(plant: Plant) -> None:
    """Three lines of 30,000 together, of which 22,500 are left at the average."""
    book = plant.book
    lines = tuple(LoadLineDraft(plant.mixed_id, 2_000, amount_rupiah=rupiah) for rupiah in (5_000, 10_000, 15_000))
    wrong = loads.record(book.db, book.desk, LoadDraft(new_key(), plant.source_id, lines, LoadPayment.BANK))
    plant.load(2_000)
    plant.batch(2_000, 2_000, 0)
    undo(plant, wrong)
    assert plant.level(plant.mixed_id, MIXED) == NOTHING
    assert balances(book)[AccountKind.STOCK_DIFFERENCE] == -7_500
    sound(plant)


def test_a_cost_does_not_stay_where_no_goods_do(plant: Plant) -> None:
    """Goods for nothing are undone after those that were paid for went out with them."""
    free = plant.load(10_000)
    plant.load(10_000, 10_000)
    plant.batch(10_000, 10_000, 0)
    undo(plant, free)
    assert plant.level(plant.mixed_id, MIXED) == NOTHING
    plant.load(1_000)
    plant.batch(1_000, 1_000, 0)
    assert plant.level(plant.flakes_id) == Level(11_000, rupiah=5_000)
    sound(plant)


def test_a_batch_is_undone_after_its_goods_were_sold_and_others_made(plant: Plant) -> None:
    plant.load(10_000, 100_000)
    batch = plant.batch(10_000, 10_000, 0)
    plant.sale(plant.flakes_id, 10_000, 9_000)
    with pytest.raises(GoodsGone):
        undo(plant, batch)
    plant.load(10_000, 1_000)
    plant.batch(10_000, 10_000, 0)
    undo(plant, batch)
    assert plant.level(plant.flakes_id) == NOTHING
    assert plant.level(plant.mixed_id, MIXED) == Level(10_000, rupiah=100_000)
    sound(plant)


def test_a_store_can_be_laid_aside_once_its_goods_were_undone(plant: Plant) -> None:
    book = plant.book
    place_id = add_store(book.db, "Gudang dua")

    def carried(grams: int) -> int:
        line = BatchLineDraft(Side.INPUT, book.pet_id, grams)
        draft = BatchDraft(new_key(), BatchKind.MOVE, (line,), to_place_id=place_id)
        return processing.record(book.db, book.desk, draft)

    book.deposit(grams=10_000)
    first = carried(10_000)
    line = SaleLineDraft(book.pet_id, 5_000, 4_000)
    sold = sales.record(
        book.db, book.desk, SaleDraft(new_key(), plant.buyer_id, (line,), 20_000, 20_000, place_id=place_id)
    )
    with pytest.raises(GoodsGone):
        undo(plant, first)
    undo(plant, sold)
    undo(plant, first)
    change_store(book.db, place_id, "Gudang dua", active=False)
    sound(plant)


def test_goods_do_not_come_back_to_a_store_that_was_laid_aside(plant: Plant) -> None:
    book = plant.book
    place_id = add_store(book.db, "Gudang dua")
    book.deposit(grams=10_000)
    line = BatchLineDraft(Side.INPUT, book.pet_id, 10_000)
    processing.record(book.db, book.desk, BatchDraft(new_key(), BatchKind.MOVE, (line,), to_place_id=place_id))
    sold = SaleLineDraft(book.pet_id, 10_000, 4_000)
    sale_id = sales.record(
        book.db, book.desk, SaleDraft(new_key(), plant.buyer_id, (sold,), 40_000, 40_000, place_id=place_id)
    )
    change_store(book.db, place_id, "Gudang dua", active=False)
    with pytest.raises(StoreLaidAside) as refused:
        undo(plant, sale_id)
    assert refused.value.name == "Gudang dua"
    change_store(book.db, place_id, "Gudang dua", active=True)
    undo(plant, sale_id)
    sound(plant)


def bottle(grams: int) -> MaterialDraft:
    return MaterialDraft("KC1", "Botol kecap", Unit.PIECE, DlhCategory.GLASS, SipsnCategory.GLASS, grams_per_unit=grams)


def test_pieces_are_told_by_their_number_whatever_they_weighed(plant: Plant) -> None:
    """Five bottles of 100 g and five more; four go out at the 200 g that a bottle is said to weigh since."""
    book = plant.book

    change_material(book.db, book.bottle_id, bottle(100))
    bring(book, (book.bottle_id, 5))
    second = bring(book, (book.bottle_id, 5))
    change_material(book.db, book.bottle_id, bottle(200))
    line = SaleLineDraft(book.bottle_id, 4, 1_000)
    sales.record(book.db, book.desk, SaleDraft(new_key(), plant.buyer_id, (line,), 4_000, 4_000))
    assert plant.level(book.bottle_id).grams == 200
    undo(plant, second)
    left = plant.level(book.bottle_id)
    assert (left.pieces, left.grams) == (1, 33)
    sound(plant)


def day_of(plant: Plant, entry_id: int) -> date:
    with plant.book.db.reading() as connection:
        day: date = connection.execute(sa.select(entry.c.day).where(entry.c.id == entry_id)).scalar_one()
    return day


def today() -> date:
    return periods.today(Zone.WIB)


DAY = today() - timedelta(days=10)


def sold_since(plant: Plant, grams: int) -> int:
    """Ten kilograms came on `DAY`, and some of them were sold two days later; the deposit's id."""
    book = plant.book
    first = book.deposit(grams=10_000, day=DAY)
    line = SaleLineDraft(book.pet_id, grams, 4_000)
    draft = SaleDraft(new_key(), plant.buyer_id, (line,), 4 * grams, 4 * grams)
    sales.record(book.db, book.desk, draft, DAY + timedelta(days=2))
    return first


def put_right(plant: Plant, original_id: int) -> date:
    """It was five kilograms; the day that this is posted on."""
    book = plant.book
    lines = (LineDraft(book.pet_id, 5_000),)
    draft = DepositDraft(new_key(), book.member_id, lines, Payment.SAVINGS, 5 * PET_RUPIAH)
    corrected = correct_deposit(book.db, book.desk, undone(book, original_id), draft)
    return day_of(plant, corrected.replacement_id)


def test_no_day_of_the_past_is_left_with_less_than_nothing(plant: Plant) -> None:
    first = sold_since(plant, 8_000)
    plant.book.deposit(grams=20_000)
    for on in (DAY, DAY + timedelta(days=1), DAY + timedelta(days=2), today() - timedelta(days=1)):
        with pytest.raises(GoodsGone):
            undo(plant, first, on)
    undo(plant, first, today())
    assert plant.level(plant.book.pet_id).grams == 12_000
    sound(plant)


def test_a_deposit_is_put_right_today_where_its_goods_went_out_since(plant: Plant) -> None:
    first = sold_since(plant, 8_000)
    plant.book.deposit(grams=20_000)
    assert put_right(plant, first) == today()
    with plant.book.db.reading() as connection:
        key = StockKey(Place.WAREHOUSE, plant.book.pet_id, Condition.CLEAN)
        assert levels_on(connection, DAY + timedelta(days=2))[key].grams == 2_000
    sound(plant)


def test_a_deposit_is_put_right_on_its_day_where_enough_is_left(plant: Plant) -> None:
    assert put_right(plant, sold_since(plant, 4_000)) == DAY
    sound(plant)
