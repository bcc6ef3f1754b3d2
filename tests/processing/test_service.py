"""A batch turns goods into others: grams in = grams out + residue + loss, and the cost goes along."""

from dataclasses import replace

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from daurulang.errors import BadNumber
from daurulang.ledger.model import AccountKind, Place, mass_transfer
from daurulang.plant_errors import GoodsRefused, LossUnconfirmed, NoGoods, SellPriceMissing, WeightMissing
from daurulang.processing import service as processing
from daurulang.processing.model import BatchKind, CostBy, Side
from daurulang.processing.service import BatchDraft, BatchLine, BatchLineDraft, mass_of
from daurulang.quantities import Condition, Unit
from daurulang.stock.queries import Level, StockKey, levels
from daurulang.stock.service import add_store
from daurulang.stock_errors import StockTooLow
from tests.book import Book, new_key
from tests.plant import balances, set_up_plant, stock_value


def test_what_goes_in_comes_out_stays_or_is_lost(book: Book) -> None:
    plant = set_up_plant(book)
    plant.load(100_000, 50_000)
    plant.batch(40_000, 30_000, 8_000)
    assert plant.level(plant.mixed_id, Condition.MIXED) == Level(60_000, rupiah=30_000)
    assert plant.level(plant.flakes_id) == Level(30_000, rupiah=20_000)
    assert plant.level(plant.residue_id) == Level(8_000)
    assert stock_value(book) == balances(book)[AccountKind.INVENTORY] == 50_000
    with book.db.reading() as connection:
        lost = sa.select(sa.func.sum(mass_transfer.c.grams)).where(mass_transfer.c.to_place_id == Place.LOSS)
        assert connection.scalar(lost) == 2_000


def test_a_loss_is_confirmed_by_its_weight(book: Book) -> None:
    plant = set_up_plant(book)
    plant.load(100_000)
    lines = (
        BatchLineDraft(Side.INPUT, plant.mixed_id, 50_000, Condition.MIXED),
        BatchLineDraft(Side.OUTPUT, plant.flakes_id, 49_000),
    )
    draft = BatchDraft(new_key(), BatchKind.SHRED, lines)
    with pytest.raises(LossUnconfirmed) as refused:
        processing.record(book.db, book.desk, draft)
    assert refused.value.loss_grams == 1_000
    more = replace(draft, lines=(lines[0], replace(lines[1], quantity=50_500)))
    with pytest.raises(LossUnconfirmed) as refused:
        processing.record(book.db, book.desk, more)
    assert refused.value.loss_grams == -500
    processing.record(book.db, book.desk, replace(more, confirmed_loss_grams=-500))
    assert plant.level(plant.flakes_id) == Level(50_500)


def test_cost_goes_by_value_where_there_are_sell_prices(book: Book) -> None:
    plant = set_up_plant(book)
    plant.load(10_000, 10_000)
    lines = (
        BatchLineDraft(Side.INPUT, plant.mixed_id, 10_000, Condition.MIXED),
        BatchLineDraft(Side.OUTPUT, book.pet_id, 4_000),
        BatchLineDraft(Side.OUTPUT, plant.flakes_id, 6_000),
    )
    draft = BatchDraft(new_key(), BatchKind.SORT, lines, cost_by=CostBy.VALUE)
    with pytest.raises(SellPriceMissing):
        processing.record(book.db, book.desk, draft)
    processing.record(book.db, book.desk, replace(draft, cost_by=CostBy.WEIGHT))
    assert plant.level(book.pet_id) == Level(4_000, rupiah=4_000)
    assert plant.level(plant.flakes_id) == Level(6_000, rupiah=6_000)


def test_what_nothing_came_of_is_written_off(book: Book) -> None:
    plant = set_up_plant(book)
    plant.load(10_000, 7_000)
    plant.batch(10_000, 0, 9_000)
    assert balances(book) == {AccountKind.BANK: -7_000, AccountKind.STOCK_DIFFERENCE: 7_000}
    assert stock_value(book) == 0


def test_goods_are_carried_to_another_store_with_their_cost(book: Book) -> None:
    plant = set_up_plant(book)
    plant.load(10_000, 7_000)
    other = add_store(book.db, "Gudang dua")
    lines = (BatchLineDraft(Side.INPUT, plant.mixed_id, 4_000, Condition.MIXED),)
    draft = BatchDraft(new_key(), BatchKind.MOVE, lines, to_place_id=other)
    with pytest.raises(NoGoods):
        processing.record(book.db, book.desk, replace(draft, to_place_id=Place.WAREHOUSE))
    processing.record(book.db, book.desk, draft)
    with book.db.reading() as connection:
        assert levels(connection)[StockKey(other, plant.mixed_id, Condition.MIXED)] == Level(4_000, rupiah=2_800)


def test_what_cannot_be_is_refused(book: Book) -> None:
    plant = set_up_plant(book)
    plant.load(10_000)
    into = BatchLineDraft(Side.INPUT, plant.mixed_id, 4_000, Condition.MIXED)
    out = BatchLineDraft(Side.OUTPUT, plant.flakes_id, 4_000)
    for lines, error in (
        ((out,), NoGoods),
        ((into,), NoGoods),
        ((replace(into, quantity=0), out), GoodsRefused),
        ((into, replace(out, quantity=-1)), GoodsRefused),
        ((replace(into, quantity=10_001), replace(out, quantity=10_001)), StockTooLow),
        ((replace(into, condition=Condition.WET), out), StockTooLow),
    ):
        with pytest.raises(error):
            processing.record(book.db, book.desk, BatchDraft(new_key(), BatchKind.SORT, lines))


_LINES = st.lists(st.tuples(st.sampled_from(Side), st.integers(1, 10**6)), min_size=2, max_size=12).filter(
    lambda lines: {Side.INPUT} < {side for side, _ in lines}
)


@given(_LINES)
def test_every_gram_that_enters_the_process_leaves_it(lines: list[tuple[Side, int]]) -> None:
    batch = [BatchLine(side, 7, Unit.KILOGRAM, Condition.CLEAN, grams, grams, 0) for side, grams in lines]
    moved = mass_of(2, 2, batch)
    assert all(each.grams > 0 for each in moved)
    into = sum(each.grams for each in moved if each.to_place == Place.PROCESS)
    assert into == sum(each.grams for each in moved if each.from_place == Place.PROCESS)


def test_no_cost_is_shared_by_weight_among_goods_without_one(book: Book) -> None:
    """A gram beside a hundred bottles would take over all of it."""
    plant = set_up_plant(book)
    plant.load(10_000, 10_000)
    lines = (
        BatchLineDraft(Side.INPUT, plant.mixed_id, 10_000, Condition.MIXED),
        BatchLineDraft(Side.OUTPUT, book.bottle_id, 100),
        BatchLineDraft(Side.OUTPUT, plant.flakes_id, 1),
    )
    draft = BatchDraft(new_key(), BatchKind.CRAFT, lines, confirmed_loss_grams=9_999)
    with pytest.raises(WeightMissing) as refused:
        processing.record(book.db, book.desk, draft)
    assert refused.value.materials == ("Botol kecap",)
    weighed = (lines[0], replace(lines[1], grams=2_499), lines[2])
    processing.record(book.db, book.desk, replace(draft, lines=weighed, confirmed_loss_grams=7_500))
    assert plant.level(book.bottle_id) == Level(2_499, pieces=100, rupiah=9_996)
    assert plant.level(plant.flakes_id) == Level(1, rupiah=4)


def test_one_thing_takes_over_all_of_the_cost_whatever_it_weighs(book: Book) -> None:
    plant = set_up_plant(book)
    plant.load(10_000, 10_000)
    lines = (
        BatchLineDraft(Side.INPUT, plant.mixed_id, 10_000, Condition.MIXED),
        BatchLineDraft(Side.OUTPUT, book.bottle_id, 100),
    )
    processing.record(book.db, book.desk, BatchDraft(new_key(), BatchKind.CRAFT, lines, confirmed_loss_grams=10_000))
    assert plant.level(book.bottle_id) == Level(pieces=100, rupiah=10_000)


@pytest.mark.parametrize("effort", ["labour_minutes", "fuel_millilitres"])
def test_effort_beyond_all_measure_is_refused(book: Book, effort: str) -> None:
    plant = set_up_plant(book)
    plant.load(10_000)
    lines = (
        BatchLineDraft(Side.INPUT, plant.mixed_id, 10_000, Condition.MIXED),
        BatchLineDraft(Side.OUTPUT, plant.flakes_id, 10_000),
    )
    for quantity in (10**30, -1):
        draft = BatchDraft(new_key(), BatchKind.SORT, lines)
        spent = replace(draft, **{effort: quantity})  # type: ignore[arg-type]  # one of two whole numbers
        with pytest.raises(BadNumber):
            processing.record(book.db, book.desk, spent)
