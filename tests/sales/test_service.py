"""Goods are sold at their average cost, by our weight and the buyer's, paid now or later."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from daurulang import periods
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.errors import TotalChanged
from daurulang.ledger.model import AccountKind
from daurulang.periods import Zone
from daurulang.plant_errors import (
    DueBeforeSale,
    GoodsRefused,
    NameUnknown,
    NoGoods,
    PaidBeforeSale,
    PaidTooMuch,
    PaymentsStand,
)
from daurulang.sales import payments
from daurulang.sales import service as sales
from daurulang.sales.model import sale_line
from daurulang.sales.payments import PaymentDraft
from daurulang.sales.queries import outstanding_rupiah
from daurulang.sales.service import SaleDraft, SaleLineDraft
from daurulang.stock.queries import Level
from daurulang.stock_errors import GoodsGone, StockTooLow
from daurulang.verification.service import verify
from tests.book import Book, new_key
from tests.plant import balances, set_up_plant, stock_value

TODAY = periods.today(Zone.WIB)


def owed(book: Book, sale_id: int) -> int:
    with book.db.reading() as connection:
        return outstanding_rupiah(connection, sale_id)


def test_a_sale_takes_goods_at_their_cost_and_brings_money(book: Book) -> None:
    plant = set_up_plant(book)
    book.deposit(grams=10_000)
    plant.sale(book.pet_id, 4_000, 4_500)
    assert plant.level(book.pet_id) == Level(6_000, rupiah=18_600)
    assert balances(book) == {
        AccountKind.SAVINGS: -31_000,
        AccountKind.INVENTORY: 18_600,
        AccountKind.CASH: 18_000,
        AccountKind.SALES: -18_000,
        AccountKind.COST_OF_GOODS: 12_400,
    }
    assert stock_value(book) == 18_600


def test_the_buyers_weight_is_paid_and_ours_leaves(book: Book) -> None:
    plant = set_up_plant(book)
    book.deposit(grams=10_000)
    line = SaleLineDraft(book.pet_id, 10_000, 4_500, buyer_quantity=9_700)
    draft = SaleDraft(new_key(), plant.buyer_id, (line,), 43_650, 43_650)
    with pytest.raises(GoodsRefused):
        sales.record(book.db, book.desk, draft)
    told = replace(line, difference_reason="timbangan pembeli")
    sales.record(book.db, book.desk, replace(draft, lines=(told,)))
    assert plant.level(book.pet_id) == Level()


def test_an_agreed_total_is_shared_by_the_lines(book: Book) -> None:
    plant = set_up_plant(book)
    book.deposit(grams=10_000)
    plant.load(10_000)
    plant.batch(10_000, 10_000, 0)
    lines = (SaleLineDraft(book.pet_id, 10_000, 4_500), SaleLineDraft(plant.flakes_id, 10_000, 9_000))
    draft = SaleDraft(new_key(), plant.buyer_id, lines, 100_000, 0, agreed_rupiah=100_000)
    entry_id = sales.record(book.db, book.desk, draft)
    with book.db.reading() as connection:
        query = sa.select(sale_line.c.amount_rupiah).where(sale_line.c.entry_id == entry_id)
        assert list(connection.scalars(query.order_by(sale_line.c.position))) == [33_333, 66_667]
    assert owed(book, entry_id) == 100_000


def test_a_buyer_pays_in_parts_and_never_more_than_is_owed(book: Book) -> None:
    plant = set_up_plant(book)
    book.deposit(grams=10_000)
    entry_id = plant.sale(book.pet_id, 10_000, 4_000, paid_rupiah=10_000)
    assert owed(book, entry_id) == 30_000
    first = payments.record(book.db, book.desk, PaymentDraft(new_key(), entry_id, 12_000))
    with pytest.raises(PaidTooMuch) as refused:
        payments.record(book.db, book.desk, PaymentDraft(new_key(), entry_id, 18_001))
    assert refused.value.outstanding_rupiah == 18_000
    payments.record(book.db, book.desk, PaymentDraft(new_key(), entry_id, 18_000))
    assert owed(book, entry_id) == 0
    assert AccountKind.RECEIVABLE not in balances(book)
    with pytest.raises(NameUnknown):
        payments.record(book.db, book.desk, PaymentDraft(new_key(), first, 1))


def test_what_cannot_be_is_refused(book: Book) -> None:
    plant = set_up_plant(book)
    book.deposit(grams=10_000)
    line = SaleLineDraft(book.pet_id, 10_000, 4_000)
    draft = SaleDraft(new_key(), plant.buyer_id, (line,), 40_000, 40_000)
    for wrong, error in (
        (replace(draft, lines=()), NoGoods),
        (replace(draft, lines=(line, line), read_back_rupiah=80_000), StockTooLow),
        (replace(draft, read_back_rupiah=39_000), TotalChanged),
        (replace(draft, paid_rupiah=40_001), PaidTooMuch),
        (replace(draft, paid_rupiah=0, due_day=TODAY - timedelta(days=1)), DueBeforeSale),
        (replace(draft, buyer_id=99), NameUnknown),
        (replace(draft, place_id=1), NameUnknown),
        (replace(draft, lines=(replace(line, quantity=0),)), GoodsRefused),
    ):
        with pytest.raises(error):
            sales.record(book.db, book.desk, wrong)
    entry_id = sales.record(book.db, book.desk, replace(draft, paid_rupiah=0, due_day=date(2100, 1, 1)))
    assert sales.record(book.db, book.desk, replace(draft, paid_rupiah=0, due_day=date(2100, 1, 1))) == entry_id


def undo(book: Book, entry_id: int) -> int:
    return reverse(book.db, book.desk, ReversalDraft(new_key(), entry_id, "salah pembeli", book.desk.staff_id))


def test_a_reversed_sale_brings_goods_and_cost_back_and_its_payments_first(book: Book) -> None:
    plant = set_up_plant(book)
    book.deposit(grams=10_000)
    before = balances(book)
    entry_id = plant.sale(book.pet_id, 10_000, 4_000, paid_rupiah=10_000)
    paid_id = payments.record(book.db, book.desk, PaymentDraft(new_key(), entry_id, 12_000))
    with pytest.raises(PaymentsStand):
        undo(book, entry_id)
    undo(book, paid_id)
    assert owed(book, entry_id) == 30_000
    undo(book, entry_id)
    assert owed(book, entry_id) == 0
    assert balances(book) == before
    assert plant.level(book.pet_id) == Level(10_000, rupiah=31_000)
    with pytest.raises(PaidTooMuch):
        payments.record(book.db, book.desk, PaymentDraft(new_key(), entry_id, 1))


def test_a_deposit_whose_goods_were_sold_stays(book: Book) -> None:
    plant = set_up_plant(book)
    first = book.deposit(grams=10_000)
    book.deposit(grams=1_000)
    plant.sale(book.pet_id, 1_500, 4_000)
    with pytest.raises(GoodsGone) as refused:
        undo(book, first)
    assert refused.value.materials == ("PET botol bening",)
    book.deposit(grams=500)
    undo(book, first)
    assert plant.level(book.pet_id).grams == 0


def test_goods_that_came_later_are_not_sold_on_a_day_before(book: Book) -> None:
    plant = set_up_plant(book)
    day = periods.today(Zone.WIB) - timedelta(days=10)
    book.deposit(grams=4_000, day=day - timedelta(days=5))
    book.deposit(grams=6_000)

    def sell(grams: int, on: date) -> int:
        total = grams * 4
        line = SaleLineDraft(book.pet_id, grams, 4_000)
        return sales.record(book.db, book.desk, SaleDraft(new_key(), plant.buyer_id, (line,), total, total), on)

    with pytest.raises(StockTooLow) as refused:
        sell(4_001, day)
    assert refused.value.there == 4_000
    sell(3_000, day)
    with pytest.raises(StockTooLow):  # on the day before it lay there, but it is gone since
        sell(1_001, day - timedelta(days=1))
    sell(1_000, day - timedelta(days=1))
    sell(6_000, periods.today(Zone.WIB))
    assert verify(book.db).problems == ()


def test_a_sale_is_not_paid_for_before_it_was_made(book: Book) -> None:
    plant = set_up_plant(book)
    today = periods.today(Zone.WIB)
    book.deposit(grams=10_000, day=today - timedelta(days=9))
    line = SaleLineDraft(book.pet_id, 10_000, 4_000)
    draft = SaleDraft(new_key(), plant.buyer_id, (line,), 40_000, 0)
    sale_id = sales.record(book.db, book.desk, draft, today - timedelta(days=3))
    payment = PaymentDraft(new_key(), sale_id, 40_000)
    with pytest.raises(PaidBeforeSale) as refused:
        payments.record(book.db, book.desk, payment, today - timedelta(days=4))
    assert refused.value.day == today - timedelta(days=3)
    payments.record(book.db, book.desk, payment, today - timedelta(days=3))
    assert owed(book, sale_id) == 0
