"""Receipts as they were, and the counting of copies."""

from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa

from daurulang.centre.queries import Centre
from daurulang.centre.service import change_centre
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.errors import UnknownReceipt
from daurulang.ledger.model import entry
from daurulang.materials.model import DlhCategory, PriceSide, SipsnCategory
from daurulang.materials.queries import PriceKey
from daurulang.materials.service import MaterialDraft, PriceDraft, change_material, set_prices
from daurulang.members.service import MemberDraft, change
from daurulang.members.visit import Heading
from daurulang.periods import Zone, clock_at
from daurulang.quantities import Condition, Unit
from daurulang.receipts.queries import Links, ReversalPart, receipt_of
from daurulang.receipts.service import hand_out, look_at
from tests.book import Book, new_key

DAY = date(2026, 3, 10)
REASON = "salah timbang, kardus basah"


def test_a_receipt_says_who_where_and_when(book: Book) -> None:
    with clock_at(1_773_100_000_000):
        book.deposit(day=DAY)
    receipt = look_at(book.db, "L1-000001")
    assert receipt.heading == Heading(
        centre_name="RDU Bangkalan",
        centre_address="Jl. Letnan Sunarto",
        centre_phone="",
        logo_hash="",
        zone=Zone.WIB,
        counter_code="L1",
        counter="Loket 1",
        clerk="Siti Aminah",
        member_number="A-00001",
        member_name="Nur Hayati",
        member_place="Pangeranan, RT 03/RW 02",
    )
    assert (receipt.number, receipt.day, receipt.at_ms, receipt.logo) == ("L1-000001", DAY, 1_773_100_000_000, None)
    with book.db.reading() as connection:
        assert receipt.hash == connection.scalar(sa.select(entry.c.hash))


def test_a_receipt_stays_as_it_was(book: Book) -> None:
    book.deposit(31_000, day=DAY)
    book.payout(1_000)
    before = [look_at(book.db, "L1-1"), look_at(book.db, "L1-2")]
    change(book.db, book.member_id, MemberDraft("Kholifah", village_code="35.26.01.1001"))
    change_centre(book.db, Centre("Nama Baru", "Alamat Baru", phone="0", zone=Zone.WIT, logo=b"new"))
    draft = MaterialDraft("ZZ", "Lain", Unit.KILOGRAM, DlhCategory.OTHER, SipsnCategory.OTHER, active=False)
    change_material(book.db, book.pet_id, draft)
    set_prices(book.db, [PriceDraft(PriceKey(book.pet_id, PriceSide.BUY, Condition.CLEAN, 1), 1, "turun")], DAY, 1)
    with book.db.transaction() as connection:
        connection.exec_driver_sql("UPDATE staff SET name = 'Lain'")
        connection.exec_driver_sql("UPDATE counter SET name = 'Lain'")
    assert [look_at(book.db, "L1-1"), look_at(book.db, "L1-2")] == before


def test_each_paper_after_the_first_is_a_numbered_copy(book: Book) -> None:
    book.deposit(day=DAY)
    book.deposit(day=DAY)
    papers = [hand_out(book.db, "L1-1", book.desk.staff_id) for _ in range(2)]
    papers.append(hand_out(book.db, "l1-000001", None))
    assert [paper.copy for paper in papers] == [0, 1, 2]
    assert {replace(paper, copy=0) for paper in papers} == {papers[0]} == {look_at(book.db, "L1-1")}
    assert hand_out(book.db, "L1-2", None).copy == 0


def test_a_number_may_be_typed_in_short(book: Book) -> None:
    entry_id = book.deposit()
    for text in ("L1-000001", "l1-1", " L1-01 "):
        assert look_at(book.db, text).entry_id == entry_id


def test_numbers_of_no_receipt_are_named(book: Book) -> None:
    book.deposit()
    for text in ("", "1", "L1-2", "L2-1", "L1-", "L1-x", "L1-1234567890123", "L1-٣", "'; --"):
        with pytest.raises(UnknownReceipt) as caught:
            look_at(book.db, text)
        assert caught.value.number == text
        with pytest.raises(UnknownReceipt):
            hand_out(book.db, text, None)
    with book.db.reading() as connection, pytest.raises(UnknownReceipt):
        receipt_of(connection, 99, 0)


def test_a_reversal_says_what_it_undoes_and_who_approved(book: Book) -> None:
    deposit_id = book.deposit(31_000, day=DAY)
    payout_id = book.payout(1_000)
    undo(book, payout_id)
    undo(book, deposit_id)
    of_payout, of_deposit = (look_at(book.db, number) for number in ("L1-3", "L1-4"))
    part = of_deposit.part
    assert isinstance(part, ReversalPart)
    assert (part.number, part.day, part.undone) == ("L1-000001", DAY, look_at(book.db, "L1-1").part)
    assert (part.reason, part.approver) == (REASON, "Siti Aminah")
    assert (of_deposit.balance_before_rupiah, of_deposit.balance_after_rupiah) == (31_000, 0)
    assert (of_payout.balance_before_rupiah, of_payout.balance_after_rupiah) == (30_000, 31_000)
    assert look_at(book.db, "L1-1").links == Links(reversed_by="L1-000004")
    with book.db.transaction() as connection:
        connection.exec_driver_sql("UPDATE staff SET name = 'Lain'")
    assert look_at(book.db, "L1-4") == of_deposit


def test_a_reversed_paper_differs_by_its_links_alone(book: Book) -> None:
    entry_id = book.deposit(day=DAY)
    before = look_at(book.db, "L1-1")
    undo(book, entry_id)
    assert look_at(book.db, "L1-1") == replace(before, links=Links(reversed_by="L1-000002"))


def undo(book: Book, entry_id: int) -> None:
    reverse(book.db, book.desk, ReversalDraft(new_key(), entry_id, REASON, book.desk.staff_id))
