"""Counting the store: the book says afterwards what was found, and every difference has its reason."""

import threading
from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.errors import (
    BadNumber,
    FieldTooLong,
    FormKeyReused,
    NotSetUp,
    ReasonTooShort,
    ReversalRefused,
    UnknownMaterial,
    UserError,
)
from daurulang.ledger.model import Place, mass_transfer
from daurulang.ledger.service import Desk
from daurulang.materials.model import DlhCategory, SipsnCategory
from daurulang.materials.service import MaterialDraft, change_material
from daurulang.quantities import Condition, Unit, grams_of
from daurulang.stock.differences import goods_of, moved
from daurulang.stock.queries import NOTHING, Level, StockKey, levels, levels_on
from daurulang.stock_errors import (
    AlreadyCounted,
    CountedTwice,
    DifferenceUnexplained,
    GoodsGone,
    NothingCounted,
    StockChanged,
)
from daurulang.stocktakes.model import stocktake_line
from daurulang.stocktakes.queries import goods_to_count, stocktakes
from daurulang.stocktakes.service import CountDraft, CountedLine, found, record
from daurulang.verification.service import verify
from tests.book import Book, new_key

WHY = "opname akhir bulan"


def stock(book: Book, day: date | None = None) -> dict[int, Level]:
    """What lies there clean, by material, without its cost."""
    with book.db.reading() as connection:
        found = levels(connection) if day is None else levels_on(connection, day)
    return {key.material_id: goods_of(level) for key, level in found.items()}


def draft(*lines: CountedLine, reason: str = WHY, is_opening: bool = False) -> CountDraft:
    return CountDraft(new_key(), lines, reason, is_opening)


def count(book: Book, *lines: CountedLine, reason: str = WHY, is_opening: bool = False) -> int:
    return record(book.db, book.desk, draft(*lines, reason=reason, is_opening=is_opening))


def bring(book: Book, *lines: tuple[int, int]) -> int:
    """Materials with quantities in the base of their units, given to the centre; the entry's id."""
    drafts = tuple(LineDraft(material_id, quantity) for material_id, quantity in lines)
    draft = DepositDraft(new_key(), book.member_id, drafts, Payment.GIVEN, 0)
    return deposits.record(book.db, book.desk, draft)


def transfers(book: Book, entry_id: int) -> list[tuple[int, ...]]:
    columns = ("from_place_id", "from_material_id", "to_place_id", "to_material_id", "grams", "pieces", "millilitres")
    with book.db.reading() as connection:
        query = sa.select(*(mass_transfer.c[name] for name in columns)).where(mass_transfer.c.entry_id == entry_id)
        return [tuple(row) for row in connection.execute(query.order_by(mass_transfer.c.position))]


def test_what_is_missing_goes_and_what_is_too_much_comes(book: Book) -> None:
    bring(book, (book.pet_id, 10_000), (book.bottle_id, 12), (book.oil_id, 2_000))
    entry_id = count(
        book,
        CountedLine(book.pet_id, 9_400, 10_000, "susut kering"),
        CountedLine(book.bottle_id, 13, 12, "salah hitung"),
    )
    assert transfers(book, entry_id) == [
        (Place.WAREHOUSE, book.pet_id, Place.DIFFERENCE, book.pet_id, 600, 0, 0),
        (Place.DIFFERENCE, book.bottle_id, Place.WAREHOUSE, book.bottle_id, 0, 1, 0),
    ]
    assert stock(book) == {
        book.pet_id: Level(9_400),
        book.bottle_id: Level(0, 13),
        book.oil_id: Level(1_830, 0, 2_000),  # not counted, left alone
    }
    assert verify(book.db).problems == ()


def test_a_count_that_agrees_is_kept_and_moves_nothing(book: Book) -> None:
    bring(book, (book.pet_id, 10_000))
    entry_id = count(book, CountedLine(book.pet_id, 10_000, 10_000, "tidak dipakai"), CountedLine(book.oil_id, 0, 0))
    assert transfers(book, entry_id) == []
    with book.db.reading() as connection:
        assert list(connection.scalars(sa.select(stocktake_line.c.reason))) == ["", ""]
    (done,) = stocktakes(book.db, Place.WAREHOUSE)
    assert (done.number, done.counted, done.differing, done.reason) == ("L1-000002", 2, 0, WHY)
    assert (done.clerk, done.is_opening) == ("Siti Aminah", False)
    assert verify(book.db).problems == ()


def test_the_weight_of_litres_and_pieces_follows_their_count(book: Book) -> None:
    bring(book, (book.oil_id, 2_000))
    count(book, CountedLine(book.oil_id, 1_500, 2_000, "bocor sedikit"))
    assert stock(book)[book.oil_id] == Level(grams_of(1_500, Unit.LITRE, 915), 0, 1_500)
    assert verify(book.db).problems == ()


def test_a_weight_that_was_changed_since_moves_both_ways(book: Book) -> None:
    oil = MaterialDraft("MN1", "Jelantah", Unit.LITRE, DlhCategory.OTHER, SipsnCategory.OTHER, grams_per_unit=915)
    bring(book, (book.oil_id, 2_000))
    change_material(book.db, book.oil_id, replace(oil, grams_per_unit=1_000))
    agreeing = count(book, CountedLine(book.oil_id, 2_000, 2_000))
    assert transfers(book, agreeing) == []  # the litres agree: what they weigh is no difference of the count
    differing = count(book, CountedLine(book.oil_id, 1_900, 2_000, "tumpah"))
    assert transfers(book, differing) == [
        (Place.DIFFERENCE, book.oil_id, Place.WAREHOUSE, book.oil_id, 70, 0, 0),
        (Place.WAREHOUSE, book.oil_id, Place.DIFFERENCE, book.oil_id, 0, 0, 100),
    ]
    assert stock(book)[book.oil_id] == Level(1_900, 0, 1_900)
    assert verify(book.db).problems == ()


def test_the_first_count_can_be_the_opening_and_no_other(book: Book) -> None:
    bring(book, (book.pet_id, 10_000))
    opening = count(book, CountedLine(book.pet_id, 4_000, 10_000), CountedLine(book.bottle_id, 30, 0), is_opening=True)
    assert transfers(book, opening) == [
        (Place.WAREHOUSE, book.pet_id, Place.BEFORE, book.pet_id, 6_000, 0, 0),
        (Place.BEFORE, book.bottle_id, Place.WAREHOUSE, book.bottle_id, 0, 30, 0),
    ]
    assert stocktakes(book.db, Place.WAREHOUSE)[0].is_opening
    with pytest.raises(AlreadyCounted):
        count(book, CountedLine(book.oil_id, 500, 0), is_opening=True)
    assert verify(book.db).problems == ()


def test_after_an_ordinary_count_there_is_no_opening(book: Book) -> None:
    count(book, CountedLine(book.pet_id, 0, 0))
    with pytest.raises(AlreadyCounted):
        count(book, CountedLine(book.oil_id, 500, 0), is_opening=True)


def test_goods_that_came_since_the_count_began_are_told(book: Book) -> None:
    bring(book, (book.pet_id, 10_000), (book.oil_id, 1_000))
    begun = draft(CountedLine(book.pet_id, 9_000, 10_000, "susut"), CountedLine(book.oil_id, 1_000, 1_000))
    bring(book, (book.pet_id, 500))
    with pytest.raises(StockChanged) as caught:
        record(book.db, book.desk, begun)
    assert caught.value.materials == ("PET botol bening",)
    assert stock(book)[book.pet_id] == Level(10_500)
    assert stocktakes(book.db, Place.WAREHOUSE) == ()


def test_saving_twice_counts_once(book: Book) -> None:
    bring(book, (book.pet_id, 10_000))
    form = draft(CountedLine(book.pet_id, 9_000, 10_000, "susut"))
    assert record(book.db, book.desk, form) == record(book.db, book.desk, form)
    with pytest.raises(FormKeyReused):
        record(book.db, book.desk, replace(form, lines=(CountedLine(book.pet_id, 8_000, 10_000, "susut"),)))
    assert stock(book)[book.pet_id] == Level(9_000)


@pytest.mark.parametrize(
    "refusal, lines, reason",
    [
        (NothingCounted, (), WHY),
        (ReasonTooShort, (CountedLine(1, 5, 0, "ada"),), "  opname   1 "),
        (FieldTooLong, (CountedLine(1, 5, 0, "ada"),), "opname " * 40),
        (FieldTooLong, (CountedLine(1, 5, 0, "ada lagi " * 20),), WHY),
        (CountedTwice, (CountedLine(1, 5, 0, "ada"), CountedLine(1, 6, 0, "ada")), WHY),
        (BadNumber, (CountedLine(1, -1, 0, "ada"),), WHY),
        (BadNumber, (CountedLine(1, 10**9 + 1, 0, "ada"),), WHY),
        (UnknownMaterial, (CountedLine(99, 5, 0, "ada"),), WHY),
        (DifferenceUnexplained, (CountedLine(1, 5, 0),), WHY),
        (DifferenceUnexplained, (CountedLine(1, 5, 0, " a  "),), WHY),
    ],
)
def test_what_is_refused(book: Book, refusal: type[UserError], lines: tuple[CountedLine, ...], reason: str) -> None:
    with pytest.raises(refusal):
        count(book, *lines, reason=reason)
    assert stocktakes(book.db, Place.WAREHOUSE) == ()


def test_a_counter_that_is_not_there_counts_nothing(book: Book) -> None:
    with pytest.raises(NotSetUp):
        record(book.db, Desk(99, book.desk.staff_id), draft(CountedLine(book.pet_id, 0, 0)))


def test_a_count_is_not_reversed(book: Book) -> None:
    entry_id = count(book, CountedLine(book.pet_id, 500, 0, "ketemu di rak"))
    with pytest.raises(ReversalRefused) as caught:
        reverse(book.db, book.desk, ReversalDraft(new_key(), entry_id, "salah hitung semua", book.desk.staff_id))
    assert (caught.value.number, caught.value.reason) == ("L1-000001", "of_the_stock")


def test_a_deposit_whose_goods_were_counted_away_stays(book: Book) -> None:
    deposit_id = book.deposit(grams=2_000)
    count(book, CountedLine(book.pet_id, 0, 2_000, "hilang semua"))
    with pytest.raises(GoodsGone):
        reverse(book.db, book.desk, ReversalDraft(new_key(), deposit_id, "setoran salah orang", book.desk.staff_id))
    assert stock(book)[book.pet_id] == NOTHING


def test_the_stock_of_a_day_is_of_its_end(book: Book) -> None:
    book.deposit(grams=1_000, day=date(2026, 3, 1))
    book.deposit(grams=2_000, day=date(2026, 3, 2))
    assert stock(book, date(2026, 2, 28)) == {}
    assert stock(book, date(2026, 3, 1)) == {book.pet_id: Level(1_000)}
    assert stock(book) == {book.pet_id: Level(3_000)}


def test_a_material_out_of_use_is_listed_while_some_is_left(book: Book) -> None:
    bottle = MaterialDraft("KC1", "Botol kecap", Unit.PIECE, DlhCategory.GLASS, SipsnCategory.GLASS, active=False)
    bring(book, (book.bottle_id, 3))
    change_material(book.db, book.bottle_id, bottle)
    assert [row.material.code for row in goods_to_count(book.db, Place.WAREHOUSE)] == ["PL1", "KC1", "MN1"]
    count(book, CountedLine(book.bottle_id, 0, 3, "pecah semua"))
    assert [row.material.code for row in goods_to_count(book.db, Place.WAREHOUSE)] == ["PL1", "MN1"]


def test_a_count_and_deposits_at_once_agree(book: Book) -> None:
    """Whatever comes while a count is posted is either in what it expected, or told."""
    bring(book, (book.pet_id, 10_000))
    answers: list[str] = []

    def counting() -> None:
        for _ in range(8):
            expected = stock(book)[book.pet_id].grams
            try:
                count(book, CountedLine(book.pet_id, expected + 10, expected, "lebih sedikit"))
                answers.append("counted")
            except StockChanged:
                answers.append("told")

    threads = [threading.Thread(target=counting)]
    threads += [threading.Thread(target=lambda: [book.deposit(grams=1_000) for _ in range(8)]) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 8
    assert stock(book)[book.pet_id].grams == 10_000 + 16_000 + 10 * answers.count("counted")
    assert verify(book.db).problems == ()


amounts = st.integers(0, 10**7)
measures = st.builds(
    Level,
    st.integers(-(10**7), 10**7),
    st.integers(-(10**5), 10**5),
    st.integers(-(10**7), 10**7),
    st.integers(-(10**6), 10**9),
)


@given(amounts, st.sampled_from(Unit), st.none() | st.integers(1, 50_000), measures, st.booleans())
def test_expected_and_what_is_moved_make_what_was_found(
    quantity: int, unit: Unit, weight: int | None, expected: Level, is_opening: bool
) -> None:
    expected = replace(
        expected,
        pieces=expected.pieces if unit is Unit.PIECE else 0,
        millilitres=expected.millilitres if unit is Unit.LITRE else 0,
    )
    grams_per_unit = None if unit is Unit.KILOGRAM else weight
    counted = found(quantity, unit, grams_per_unit, expected, is_opening=is_opening)
    assert counted.of(unit) == quantity
    assert min(counted.grams, counted.pieces, counted.millilitres) >= 0
    assert quantity or counted == NOTHING  # nothing weighs nothing, and nothing is left of what it had cost
    transfers = moved(StockKey(2, 7, Condition.DIRTY), counted - expected, is_opening=is_opening)
    assert len(transfers) <= 2
    there = expected
    for each in transfers:
        assert {each.from_place, each.to_place} == {2, Place.BEFORE if is_opening else Place.DIFFERENCE}
        assert each.from_condition is each.to_condition is Condition.DIRTY
        assert min(each.grams, each.pieces, each.millilitres, each.cost_rupiah) >= 0
        assert each.grams + each.pieces + each.millilitres > 0
        level = Level(each.grams, each.pieces, each.millilitres, each.cost_rupiah)
        there = there + level if each.to_place == 2 else there - level
    assert there == counted


@given(amounts, amounts, st.integers(0, 10**9))
def test_what_is_missing_takes_its_share_and_what_is_too_much_has_the_same(
    quantity: int, there: int, rupiah: int
) -> None:
    expected = Level(grams=there, rupiah=rupiah)
    worth = found(quantity, Unit.KILOGRAM, None, expected).rupiah
    assert worth >= 0
    if quantity == there and quantity:
        assert worth == rupiah
    elif quantity and there:  # as exactly as whole rupiah can be
        assert abs(worth * there - rupiah * quantity) < there + quantity
