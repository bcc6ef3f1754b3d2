"""Recording a deposit."""

from dataclasses import replace
from datetime import date

import pytest

from daurulang.centre.queries import CounterRule
from daurulang.centre.service import change_rule
from daurulang.deposits.model import Payment
from daurulang.deposits.service import MOST_PIECES, DepositDraft, LineDraft, record
from daurulang.errors import (
    BadDay,
    BadNumber,
    FormKeyReused,
    LineRefused,
    MemberInactive,
    NoLines,
    PriceMissing,
    SplitRefused,
    TotalChanged,
    UnknownMaterial,
    UnknownMember,
    UserError,
)
from daurulang.ledger.queries import counters, credit_balance_rupiah
from daurulang.materials.model import PriceSide
from daurulang.materials.queries import PriceKey, materials
from daurulang.materials.service import MaterialDraft, PriceDraft, change_material, set_prices
from daurulang.members.queries import at_counter
from daurulang.members.service import MemberDraft, add_class, change
from daurulang.quantities import Condition, Unit
from daurulang.receipts.queries import DepositPart, ReceiptLine
from daurulang.receipts.service import look_at
from daurulang.reports.daily import latest_acts
from tests.book import Book, new_key

DAY = date(2026, 3, 10)


def draft_of(
    book: Book, *lines: LineDraft, payment: Payment = Payment.SAVINGS, total: int, cash: int = 0
) -> DepositDraft:
    return DepositDraft(new_key(), book.member_id, lines, payment, total, cash)


def deposit_part(book: Book, number: str) -> DepositPart:
    part = look_at(book.db, number).part
    assert isinstance(part, DepositPart)
    return part


def balance(book: Book) -> int:
    return at_counter(book.db, book.member_id).balance_rupiah


def cash_at_counter(book: Book) -> int:
    with book.db.reading() as connection:
        return credit_balance_rupiah(connection, counters(connection)[0].cash_account_id)


def goods_moved(book: Book) -> list[tuple[int, ...]]:
    with book.db.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT from_place_id, to_place_id, to_material_id, grams, pieces, millilitres"
            " FROM mass_transfer ORDER BY id"
        )
        return [tuple(row) for row in rows]


def test_a_deposit_raises_the_balance_and_gets_the_next_number(book: Book) -> None:
    book.deposit(grams=2450)
    assert balance(book) == 7595
    assert look_at(book.db, "L1-000001").balance_after_rupiah == 7595
    book.deposit(grams=1000)
    assert look_at(book.db, "L1-000002").balance_after_rupiah == 7595 + 3100


def test_each_payment_goes_where_it_belongs(book: Book) -> None:
    line = LineDraft(book.pet_id, 10_000)
    for payment, total, cash, savings_after, cash_after in (
        (Payment.SAVINGS, 31_000, 0, 31_000, 0),
        (Payment.CASH, 31_000, 0, 31_000, 31_000),
        (Payment.SPLIT, 31_000, 1_000, 61_000, 32_000),
        (Payment.GIVEN, 0, 0, 61_000, 32_000),
    ):
        record(book.db, book.desk, draft_of(book, line, payment=payment, total=total, cash=cash), DAY)
        assert (balance(book), cash_at_counter(book)) == (savings_after, cash_after)
    parts = [deposit_part(book, f"L1-{n}") for n in (1, 2, 3, 4)]
    assert [(p.payment, p.savings_rupiah, p.cash_rupiah) for p in parts] == [
        (Payment.SAVINGS, 31_000, 0),
        (Payment.CASH, 0, 31_000),
        (Payment.SPLIT, 30_000, 1_000),
        (Payment.GIVEN, 0, 0),
    ]
    assert [(p.grams, p.total_rupiah) for p in parts] == [(10_000, 31_000)] * 3 + [(10_000, 0)]


def test_pieces_litres_and_kilograms_stand_side_by_side(book: Book) -> None:
    lines = (
        LineDraft(book.bottle_id, 12),  # nobody knows what a bottle weighs
        LineDraft(book.oil_id, 1500),
        LineDraft(book.pet_id, 3000, Condition.DIRTY, tare=250, deduction=50, deduction_reason=" tutup "),
    )
    total = 4800 + 6000 + 4050
    record(book.db, book.desk, draft_of(book, *lines, total=total), DAY)
    part = deposit_part(book, "L1-1")
    kilograms, litres = Unit.KILOGRAM, Unit.LITRE
    clean, dirty = Condition.CLEAN, Condition.DIRTY
    kinds = {"KC1": book.bottle_id, "MN1": book.oil_id, "PL1": book.pet_id}
    assert [line.material_id for line in part.lines] == list(kinds.values())
    assert tuple(replace(line, material_id=0) for line in part.lines) == (
        ReceiptLine("KC1", "Botol kecap", clean, Unit.PIECE, 12, 0, 0, "", 12, 0, 400, 4800),
        ReceiptLine("MN1", "Jelantah", clean, litres, 1500, 0, 0, "", 1500, 1373, 4000, 6000),
        ReceiptLine("PL1", "PET botol bening", dirty, kilograms, 3000, 250, 50, "tutup", 2700, 2700, 1500, 4050),
    )
    assert goods_moved(book) == [
        (1, 2, book.bottle_id, 0, 12, 0),
        (1, 2, book.oil_id, 1373, 0, 1500),
        (1, 2, book.pet_id, 2700, 0, 0),
    ]
    assert balance(book) == total


def test_what_cannot_have_stood_on_the_scale_is_refused(book: Book) -> None:
    change_rule(book.db, CounterRule(line_limit_grams=50_000), DAY)
    pet = book.pet_id
    for line, reason, limit in (
        (LineDraft(pet, 0), "tare_too_large", 0),
        (LineDraft(pet, -5), "tare_too_large", 0),
        (LineDraft(pet, 500, tare=500), "tare_too_large", 0),
        (LineDraft(pet, 500, tare=300, deduction=200, deduction_reason="air"), "tare_too_large", 0),
        (LineDraft(pet, 500, tare=-100), "negative", 0),
        (LineDraft(pet, 500, deduction=-100, deduction_reason="air"), "negative", 0),
        (LineDraft(pet, 500, deduction=100, deduction_reason="  "), "reason_missing", 0),
        (LineDraft(pet, 50_001), "too_heavy", 50_000),
        (LineDraft(book.oil_id, 50_001), "too_heavy", 50_000),
        (LineDraft(book.bottle_id, MOST_PIECES + 1), "too_heavy", MOST_PIECES),
        (LineDraft(pet, 10**30), "too_heavy", 50_000),
    ):
        good = LineDraft(pet, 1000)
        with pytest.raises(LineRefused) as caught:
            record(book.db, book.desk, draft_of(book, good, line, total=3100), DAY)
        assert (caught.value.position, caught.value.reason, caught.value.limit) == (2, reason, limit)
    assert latest_acts(book.db, 1, 5) == ()
    record(book.db, book.desk, draft_of(book, LineDraft(pet, 50_000), total=155_000), DAY)


def test_a_deposit_that_makes_no_sense_is_refused_whole(book: Book) -> None:
    pet = LineDraft(book.pet_id, 1000)
    good = draft_of(book, pet, total=3100)
    refusals: list[tuple[DepositDraft, UserError]] = [
        (replace(good, lines=()), NoLines()),
        (replace(good, member_id=99), UnknownMember("99")),
        (replace(good, lines=(pet, LineDraft(99, 1000))), UnknownMaterial("99")),
        (replace(good, lines=(LineDraft(book.pet_id, 1000, Condition.WET),)), PriceMissing("PET botol bening", "wet")),
        (replace(good, read_back_rupiah=3000), TotalChanged(3000, 3100)),
        (replace(good, payment=Payment.GIVEN), TotalChanged(3100, 0)),
        (replace(good, payment=Payment.SPLIT), SplitRefused(3100)),
        (replace(good, payment=Payment.SPLIT, cash_rupiah=3100), SplitRefused(3100)),
        (replace(good, payment=Payment.SPLIT, cash_rupiah=-1), SplitRefused(3100)),
    ]
    for draft, refusal in refusals:
        with pytest.raises(type(refusal)) as caught:
            record(book.db, book.desk, draft, DAY)
        assert vars(caught.value) == vars(refusal)
    with pytest.raises(PriceMissing):
        record(book.db, book.desk, good, date(2019, 12, 31))
    assert (balance(book), goods_moved(book), latest_acts(book.db, 1, 5)) == (0, [], ())
    record(book.db, book.desk, good, DAY)  # the same form, mended, takes the first number
    assert look_at(book.db, "L1-1").day == DAY


def test_more_rupiah_than_the_journal_can_hold_is_refused(book: Book) -> None:
    key = PriceKey(book.pet_id, PriceSide.BUY, Condition.CLEAN, 1)
    set_prices(book.db, [PriceDraft(key, 10**9, "salah ketik")], DAY, 1)
    heavy = LineDraft(book.pet_id, 1_000_000)
    with pytest.raises(BadNumber) as caught:
        record(book.db, book.desk, draft_of(book, heavy, heavy, total=2 * 10**12), DAY)
    assert caught.value.reason == "too_large"
    record(book.db, book.desk, draft_of(book, heavy, total=10**12), DAY)


def test_who_left_brings_nothing_more(book: Book) -> None:
    change(book.db, book.member_id, MemberDraft("Nur Hayati", active=False))
    with pytest.raises(MemberInactive) as caught:
        book.deposit()
    assert caught.value.name == "Nur Hayati"


def test_a_material_out_of_use_is_not_taken(book: Book) -> None:
    with book.db.reading() as connection:
        oil = next(each for each in materials(connection) if each.id == book.oil_id)
    off = MaterialDraft(oil.code, oil.name, oil.unit, oil.dlh_category, oil.sipsn_category, active=False)
    change_material(book.db, book.oil_id, off)
    with pytest.raises(LineRefused) as caught:
        record(book.db, book.desk, draft_of(book, LineDraft(book.oil_id, 1000), total=4000), DAY)
    assert (caught.value.position, caught.value.reason) == (1, "inactive_material")


def test_given_goods_need_no_price(book: Book) -> None:
    line = LineDraft(book.pet_id, 1000, Condition.WET)
    record(book.db, book.desk, draft_of(book, line, payment=Payment.GIVEN, total=0), DAY)
    assert goods_moved(book) == [(1, 2, book.pet_id, 1000, 0, 0)]


def test_each_member_gets_the_price_of_the_day_and_class(book: Book) -> None:
    gold = add_class(book.db, "Emas")
    key = PriceKey(book.pet_id, PriceSide.BUY, Condition.CLEAN, 1)
    set_prices(book.db, [PriceDraft(replace(key, member_class_id=gold), 3500)], date(2026, 3, 5), 1)
    set_prices(book.db, [PriceDraft(key, 3200)], DAY, 1)
    set_prices(book.db, [PriceDraft(key, 3300)], DAY, 1)  # changed again on the same day

    def paid(day: date, member_id: int, rupiah: int) -> None:
        lines = (LineDraft(book.pet_id, 1000),)
        record(book.db, book.desk, DepositDraft(new_key(), member_id, lines, Payment.SAVINGS, rupiah), day)

    paid(date(2026, 3, 9), book.member_id, 3100)
    paid(DAY, book.member_id, 3300)
    change(book.db, book.other_id, MemberDraft("Moh. Ridwan", member_class_id=gold))
    paid(date(2026, 3, 4), book.other_id, 3100)
    paid(date(2026, 3, 5), book.other_id, 3500)
    set_prices(book.db, [PriceDraft(replace(key, member_class_id=gold), None)], DAY, 1)
    paid(DAY, book.other_id, 3300)
    set_prices(book.db, [PriceDraft(key, None)], date(2026, 3, 11), 1)
    with pytest.raises(PriceMissing):
        paid(date(2026, 3, 11), book.member_id, 3300)


def test_a_price_changed_after_the_read_back_stops_the_deposit(book: Book) -> None:
    draft = draft_of(book, LineDraft(book.pet_id, 1000), total=3100)
    set_prices(book.db, [PriceDraft(PriceKey(book.pet_id, PriceSide.BUY, Condition.CLEAN, 1), 3200)], DAY, 1)
    with pytest.raises(TotalChanged) as caught:
        record(book.db, book.desk, draft, DAY)
    assert (caught.value.read_back_rupiah, caught.value.total_rupiah) == (3100, 3200)


def test_the_same_form_posts_once(book: Book) -> None:
    draft = draft_of(book, LineDraft(book.pet_id, 1000), total=3100)
    first = record(book.db, book.desk, draft, DAY)
    change(book.db, book.member_id, MemberDraft("Nur Hayati", active=False))  # even when it would be refused now
    assert record(book.db, book.desk, draft, DAY) == first
    assert (balance(book), len(latest_acts(book.db, 1, 5))) == (3100, 1)
    with pytest.raises(FormKeyReused) as caught:
        record(book.db, book.desk, replace(draft, lines=(LineDraft(book.pet_id, 2000),), read_back_rupiah=6200), DAY)
    assert caught.value.number == "L1-000001"
    assert balance(book) == 3100


def test_a_day_to_come_is_refused_and_a_past_one_taken(book: Book) -> None:
    book.deposit(grams=1000, day=date(2021, 5, 3))
    assert look_at(book.db, "L1-000001").day == date(2021, 5, 3)
    with pytest.raises(BadDay):
        book.deposit(grams=1000, day=date(2100, 1, 1))
