"""What was sold to whom, what is still owed and since when, and what lies there to be sold."""

from datetime import date, timedelta

import pytest

from daurulang import periods
from daurulang.buyers import service as buyers
from daurulang.buyers.service import BuyerDraft
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.ledger.model import Place
from daurulang.ledger.queries import number_of
from daurulang.periods import Period, Zone
from daurulang.plant_errors import NameUnknown
from daurulang.quantities import Condition
from daurulang.sales import payments
from daurulang.sales import service as acts
from daurulang.sales.goods import goods_to_sell
from daurulang.sales.model import PaidIn, Priced
from daurulang.sales.payments import PaymentDraft
from daurulang.sales.queries import sale_of, sales
from daurulang.sales.receivables import owed_rupiah, receivables
from daurulang.sales.service import SaleDraft, SaleLineDraft
from daurulang.stock.queries import Level
from tests.book import Book, new_key
from tests.plant import Plant, set_up_plant

TODAY = periods.today(Zone.WIB)


def stocked(book: Book) -> Plant:
    """10 kg of PET, 20 bottles and 3 litres of oil lie in the store."""
    plant = set_up_plant(book)
    book.deposit(grams=10_000, day=TODAY - timedelta(days=200))
    lines = (LineDraft(book.bottle_id, 20), LineDraft(book.oil_id, 3_000))
    deposits.record(book.db, book.desk, DepositDraft(new_key(), book.member_id, lines, Payment.SAVINGS, 20_000))
    return plant


def undo(book: Book, entry_id: int) -> int:
    return reverse(book.db, book.desk, ReversalDraft(new_key(), entry_id, "salah pembeli", book.desk.staff_id))


def test_a_sale_in_the_list_says_what_left_and_what_is_owed(book: Book) -> None:
    plant = stocked(book)
    lines = (
        SaleLineDraft(book.pet_id, 4_000, 4_500, buyer_quantity=3_900, difference_reason="basah"),
        SaleLineDraft(book.bottle_id, 5, 600),
        SaleLineDraft(book.oil_id, 1_000, 5_000),
    )
    due = TODAY + timedelta(days=14)
    draft = SaleDraft(
        *(new_key(), plant.buyer_id, lines, 25_550, 10_000, PaidIn.BANK),
        due_day=due,
        vehicle="m 1234 ab",
        note="diambil sore",
    )
    entry_id = acts.record(book.db, book.desk, draft)
    payments.record(book.db, book.desk, PaymentDraft(new_key(), entry_id, 5_000, PaidIn.BANK, "BRI 12"))
    undone = payments.record(book.db, book.desk, PaymentDraft(new_key(), entry_id, 1_000))
    reversal = undo(book, undone)
    (row,) = sales(book.db)
    assert (row.entry_id, row.day, row.buyer, row.due_day) == (entry_id, TODAY, "UD Makmur", due)
    assert row.goods == Level(4_915, 5, 1_000, 12_400 + 2_000 + 4_000)
    assert (row.total_rupiah, row.paid_rupiah, row.outstanding_rupiah) == (25_550, 15_000, 10_550)
    assert row.margin_rupiah == 25_550 - 18_400
    found = sale_of(book.db, entry_id)
    assert found.row == row
    assert (found.priced, found.paid_at_once_rupiah, found.paid_later_rupiah) == (Priced.LINES, 10_000, 5_000)
    assert (found.paid_in, found.vehicle, found.note) == (PaidIn.BANK, "M 1234 AB", "diambil sore")
    assert [(each.name, each.quantity, each.buyer_quantity, each.amount_rupiah) for each in found.lines] == [
        ("PET botol bening", 4_000, 3_900, 17_550),
        ("Botol kecap", 5, 5, 3_000),
        ("Jelantah", 1_000, 1_000, 5_000),
    ]
    first, second = found.payments
    assert (first.rupiah, first.paid_in, first.reference, first.reversed_by) == (5_000, PaidIn.BANK, "BRI 12", "")
    assert (second.rupiah, second.reversed_by) == (1_000, number_of(book.db, reversal))


def test_a_sale_that_was_reversed_stays_in_the_list_and_is_owed_no_more(book: Book) -> None:
    plant = stocked(book)
    entry_id = plant.sale(book.pet_id, 1_000, 4_000, paid_rupiah=0)
    reversal = undo(book, entry_id)
    (row,) = sales(book.db)
    assert (row.reversed_by, row.outstanding_rupiah) == (number_of(book.db, reversal), 0)
    assert receivables(book.db, TODAY) == ()
    assert owed_rupiah(book.db, plant.buyer_id) == 0
    with pytest.raises(NameUnknown):
        sale_of(book.db, reversal)


def test_the_list_is_of_a_period_or_a_buyer(book: Book) -> None:
    plant = stocked(book)
    other = buyers.add(book.db, BuyerDraft("Pabrik Kertas"))
    first = plant.sale(book.pet_id, 1_000, 4_000)
    line = SaleLineDraft(book.pet_id, 500, 4_000)
    earlier = TODAY - timedelta(days=40)
    second = acts.record(book.db, book.desk, SaleDraft(new_key(), other, (line,), 2_000, 2_000), earlier)
    assert [row.entry_id for row in sales(book.db)] == [first, second]
    assert [row.entry_id for row in sales(book.db, Period(earlier, earlier))] == [second]
    assert [row.entry_id for row in sales(book.db, buyer_id=plant.buyer_id)] == [first]
    assert sales(book.db, Period(earlier, earlier), plant.buyer_id) == ()


def test_what_buyers_owe_by_how_late_it_is(book: Book) -> None:
    plant = stocked(book)
    other = buyers.add(book.db, BuyerDraft("Pabrik Kertas", phone="031"))

    def sell(buyer_id: int, day: date, due: date | None) -> int:
        line = SaleLineDraft(book.pet_id, 500, 4_000)
        return acts.record(book.db, book.desk, SaleDraft(new_key(), buyer_id, (line,), 2_000, 500, due_day=due), day)

    old = TODAY - timedelta(days=100)
    sell(plant.buyer_id, TODAY, TODAY + timedelta(days=1))
    sell(plant.buyer_id, old, TODAY - timedelta(days=30))
    sell(plant.buyer_id, old, TODAY - timedelta(days=31))
    without_a_day = sell(plant.buyer_id, TODAY - timedelta(days=61), None)
    paid = sell(other, TODAY, None)
    payments.record(book.db, book.desk, PaymentDraft(new_key(), paid, 1_499))
    first, second = receivables(book.db, TODAY)
    assert (first.buyer, first.phone, first.rupiah, first.by_age_rupiah) == (
        *("UD Makmur", "0812", 6_000),
        (1_500, 1_500, 1_500, 1_500),
    )
    assert [row.day for row in first.sales] == [old, old, TODAY - timedelta(days=61), TODAY]
    assert (first.sales[2].entry_id, first.sales[2].late_days(TODAY)) == (without_a_day, 61)
    assert (second.buyer, second.phone, second.by_age_rupiah) == ("Pabrik Kertas", "031", (1, 0, 0, 0))
    assert owed_rupiah(book.db, plant.buyer_id) == 6_000
    payments.record(book.db, book.desk, PaymentDraft(new_key(), paid, 1))
    assert len(receivables(book.db, TODAY)) == 1


def test_what_lies_in_a_store_to_be_sold(book: Book) -> None:
    plant = stocked(book)
    plant.load(7_000, 700)
    plant.sale(book.pet_id, 4_000, 4_500)
    found = {(each.material.code, each.condition): each for each in goods_to_sell(book.db, Place.WAREHOUSE, TODAY)}
    assert set(found) == {
        ("PL1", Condition.CLEAN),
        ("KC1", Condition.CLEAN),
        ("MN1", Condition.CLEAN),
        ("CMP", Condition.MIXED),
    }
    pet = found["PL1", Condition.CLEAN]
    assert (pet.quantity, pet.price_rupiah, pet.unit_cost_rupiah) == (6_000, 4_000, 3_100)
    assert (pet.cost_rupiah(1_000), pet.cost_rupiah(6_000), pet.cost_rupiah(9_000)) == (3_100, 18_600, 18_600)
    bottles = found["KC1", Condition.CLEAN]
    assert (bottles.quantity, bottles.price_rupiah, bottles.unit_cost_rupiah) == (20, None, 400)
    assert found["CMP", Condition.MIXED].unit_cost_rupiah == 100
    assert goods_to_sell(book.db, 99, TODAY) == ()
    plant.sale(book.pet_id, 6_000, 4_500)
    assert "PL1" not in [each.material.code for each in goods_to_sell(book.db, Place.WAREHOUSE, TODAY)]
