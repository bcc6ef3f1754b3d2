"""A wrong act is reversed and another stands in its place, together or not at all."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from threading import Barrier, Thread

import pytest
import sqlalchemy as sa

from daurulang.cash.service import OpeningDraft, open_session
from daurulang.cash_errors import CashTooLittle
from daurulang.closings.service import close_month
from daurulang.corrections.model import replacement, reversal
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.errors import (
    BalanceTooLow,
    CorrectionUncovered,
    FormKeyReused,
    ReasonTooShort,
    ReversalRefused,
    TotalChanged,
    UnknownReceipt,
    UserError,
)
from daurulang.handwritten_slips.service import Slip
from daurulang.ledger.model import AccountKind, EntryKind, entry
from daurulang.materials.model import PriceSide
from daurulang.materials.queries import PriceKey
from daurulang.materials.service import PriceDraft, set_prices
from daurulang.payouts.service import PayoutDraft
from daurulang.periods import Period, Zone, today
from daurulang.quantities import Condition
from daurulang.receipts.queries import ReversalPart
from daurulang.receipts.service import look_at
from daurulang.replacements.queries import day_of_correction
from daurulang.replacements.service import Corrected, correct_deposit, correct_payout
from daurulang.reports.balances import balance_of
from daurulang.sales import service as sales
from daurulang.sales.model import PaidIn
from daurulang.sales.service import SaleDraft, SaleLineDraft
from daurulang.stock.queries import levels_on
from daurulang.verification.service import verify
from tests.book import PET_RUPIAH, Book, new_key
from tests.plant import balances, set_up_plant

REASON = "salah timbang, kardus basah"


def undoing(book: Book, entry_id: int, reason: str = REASON) -> ReversalDraft:
    return ReversalDraft(new_key(), entry_id, reason, book.desk.staff_id)


def deposit_of(
    book: Book, rupiah: int, payment: Payment = Payment.SAVINGS, member_id: int = 0, price: int = PET_RUPIAH
) -> DepositDraft:
    lines = (LineDraft(book.pet_id, rupiah * 1000 // price),)
    return DepositDraft(new_key(), member_id or book.member_id, lines, payment, rupiah)


def saved(book: Book, number: str = "1") -> int:
    return balance_of(book.db, number).rupiah


def entries(book: Book) -> int:
    found = verify(book.db)
    assert found.problems == ()
    return found.entries


def test_a_deposit_is_reversed_and_another_stands_for_it(book: Book) -> None:
    original = book.deposit(31_000)
    done = correct_deposit(book.db, book.desk, undoing(book, original), deposit_of(book, 12_400))
    assert done == Corrected(original + 1, original + 2)
    assert saved(book) == 12_400
    first, second, third = (look_at(book.db, f"L1-{n}") for n in (1, 2, 3))
    assert (first.links.reversed_by, first.links.replaced_by) == ("L1-000002", "L1-000003")
    assert third.links.replaces == "L1-000001"
    assert isinstance(second.part, ReversalPart)
    assert (second.part.number, second.part.reason, second.part.approver) == ("L1-000001", REASON, "Siti Aminah")
    assert (second.balance_before_rupiah, second.balance_after_rupiah) == (31_000, 0)
    assert (third.balance_before_rupiah, third.balance_after_rupiah) == (0, 12_400)
    assert entries(book) == 3


def test_the_same_two_forms_again_change_nothing(book: Book) -> None:
    original = book.deposit(31_000)
    wrong, right = undoing(book, original), deposit_of(book, 12_400)
    done = correct_deposit(book.db, book.desk, wrong, right)
    assert correct_deposit(book.db, book.desk, wrong, right) == done
    with pytest.raises(FormKeyReused):
        correct_deposit(book.db, book.desk, replace(wrong, reason="sesuatu yang lain lagi"), right)
    with pytest.raises(ReversalRefused):
        correct_deposit(book.db, book.desk, undoing(book, original), deposit_of(book, 12_400))
    assert entries(book) == 3


def test_a_payout_gives_back_first_what_the_new_one_takes(book: Book) -> None:
    book.deposit(31_000)
    original = book.payout(30_000)
    draft = PayoutDraft(new_key(), book.member_id, 31_000)
    done = correct_payout(book.db, book.desk, undoing(book, original), draft)
    assert done == Corrected(3, 4)
    assert saved(book) == 0
    assert entries(book) == 4


def test_a_payout_is_not_corrected_to_more_than_there_is(book: Book) -> None:
    book.deposit(31_000)
    original = book.payout(30_000)
    draft = PayoutDraft(new_key(), book.member_id, 31_001)
    with pytest.raises(BalanceTooLow) as caught:
        correct_payout(book.db, book.desk, undoing(book, original), draft)
    assert caught.value.balance_rupiah == 31_000
    assert (saved(book), entries(book)) == (1_000, 2)


def test_the_new_deposit_covers_what_was_paid_out_of_the_old(book: Book) -> None:
    original = book.deposit(31_000)
    book.payout(30_000)
    done = correct_deposit(book.db, book.desk, undoing(book, original), deposit_of(book, 34_100))
    assert done == Corrected(4, 3)
    assert saved(book) == 4_100
    # What the paper tells is the balance after both.
    paper = look_at(book.db, "L1-3")
    assert (paper.links.replaces, paper.balance_after_rupiah) == ("L1-000001", 4_100)
    assert entries(book) == 4


def test_what_stays_uncovered_is_refused_with_what_is_missing(book: Book) -> None:
    original = book.deposit(31_000)
    book.payout(30_000)
    with pytest.raises(CorrectionUncovered) as caught:
        correct_deposit(book.db, book.desk, undoing(book, original), deposit_of(book, 12_400))
    assert (caught.value.number, caught.value.missing_rupiah) == ("L1-000001", 17_600)
    assert (saved(book), entries(book)) == (1_000, 2)


def test_a_deposit_goes_to_whom_it_belongs(book: Book) -> None:
    original = book.deposit(31_000)
    right = deposit_of(book, 31_000, member_id=book.other_id)
    correct_deposit(book.db, book.desk, undoing(book, original), right)
    assert (saved(book, "1"), saved(book, "2")) == (0, 31_000)
    assert entries(book) == 3


def test_it_stands_on_the_day_of_the_original_at_that_days_prices(book: Book) -> None:
    before = today(Zone.WIB) - timedelta(3)
    original = book.deposit(31_000, day=before)
    key = PriceKey(book.pet_id, PriceSide.BUY, Condition.CLEAN, 1)
    set_prices(book.db, [PriceDraft(key, 4000, "naik")], before + timedelta(1), book.desk.staff_id)
    with pytest.raises(TotalChanged):
        correct_deposit(book.db, book.desk, undoing(book, original), deposit_of(book, 12_000, price=4000))
    correct_deposit(book.db, book.desk, undoing(book, original), deposit_of(book, 12_400))
    with book.db.reading() as connection:
        assert set(connection.scalars(sa.select(entry.c.day))) == {before}


def test_what_is_closed_is_corrected_today(book: Book) -> None:
    month = Period(date(2026, 3, 1), date(2026, 3, 31))
    original = book.deposit(31_000, day=date(2026, 3, 10))
    assert day_of_correction(book.db, date(2026, 3, 10)) == date(2026, 3, 10)
    close_month(book.db, book.desk, month, "Siti Aminah")
    assert day_of_correction(book.db, date(2026, 3, 10)) is None
    done = correct_deposit(book.db, book.desk, undoing(book, original), deposit_of(book, 12_400))
    with book.db.reading() as connection:
        days = set(connection.scalars(sa.select(entry.c.day).where(entry.c.id >= min(done.reversal_id, 2))))
    assert days == {today(Zone.WIB)}
    assert entries(book) == 4


def test_goods_that_come_on_the_day_of_a_slip_are_not_there_before(book: Book) -> None:
    plant, now = set_up_plant(book), today(Zone.WIB)
    original = book.deposit(grams=10_000, day=now - timedelta(10))
    line = SaleLineDraft(book.pet_id, 8_000, 4_000)
    sale = SaleDraft(new_key(), plant.buyer_id, (line,), 32_000, 32_000, PaidIn.BANK)
    sales.record(book.db, book.desk, sale, now - timedelta(8))
    draft = replace(deposit_of(book, 31_000), slip=Slip("A-1", now - timedelta(3)))
    done = correct_deposit(book.db, book.desk, undoing(book, original), draft)
    with book.db.reading() as connection:
        days = {row.id: row.day for row in connection.execute(sa.select(entry.c.id, entry.c.day))}
        left = [levels_on(connection, now - timedelta(back)) for back in range(11)]
    assert (days[done.reversal_id], days[done.replacement_id]) == (now, now - timedelta(3))
    assert all(level.grams >= 0 for levels in left for level in levels.values())
    assert verify(book.db).problems == ()


@pytest.mark.parametrize("grams", [8_000, 9_000, 10_000])
def test_the_box_is_asked_when_the_old_cash_has_come_back(book: Book, grams: int) -> None:
    """The goods went out since, so the new deposit is posted first."""
    plant = set_up_plant(book)
    open_session(book.db, book.desk, OpeningDraft(new_key(), 31_000))
    paid = partial(replace, deposit_of(book, 31_000), payment=Payment.CASH)
    original = deposits.record(book.db, book.desk, paid())
    line = SaleLineDraft(book.pet_id, 8_000, 4_000)
    sales.record(book.db, book.desk, SaleDraft(new_key(), plant.buyer_id, (line,), 32_000, 0))
    rupiah = grams // 1000 * PET_RUPIAH
    lines = (LineDraft(book.pet_id, grams),)
    draft = paid(form_key=new_key(), lines=lines, read_back_rupiah=rupiah)
    correct_deposit(book.db, book.desk, undoing(book, original), draft)
    more = paid(form_key=new_key(), lines=lines, read_back_rupiah=rupiah)
    assert balances(book).get(AccountKind.CASH, 0) == 31_000 - rupiah
    with pytest.raises(CashTooLittle):
        deposits.record(book.db, book.desk, more)
    assert verify(book.db).problems == ()


def test_only_an_act_of_its_kind_replaces_another(book: Book) -> None:
    original = book.deposit(31_000)
    with pytest.raises(ReversalRefused) as caught:
        correct_payout(book.db, book.desk, undoing(book, original), PayoutDraft(new_key(), book.member_id, 1_000))
    assert caught.value.reason == "other_kind"
    reversed_by = reverse(book.db, book.desk, undoing(book, original))
    with pytest.raises(ReversalRefused) as caught:
        correct_deposit(book.db, book.desk, undoing(book, reversed_by), deposit_of(book, 3_100))
    assert caught.value.reason == "is_reversal"
    with pytest.raises(UnknownReceipt):
        correct_deposit(book.db, book.desk, undoing(book, 99), deposit_of(book, 3_100))
    assert entries(book) == 2


def test_a_refused_half_leaves_nothing(book: Book) -> None:
    original = book.deposit(31_000)
    with pytest.raises(ReasonTooShort):
        correct_deposit(book.db, book.desk, undoing(book, original, "salah"), deposit_of(book, 3_100))
    unread = replace(deposit_of(book, 3_100), read_back_rupiah=1)
    with pytest.raises(TotalChanged):
        correct_deposit(book.db, book.desk, undoing(book, original), unread)
    assert (saved(book), entries(book)) == (31_000, 1)


def test_a_replacement_is_corrected_once_more(book: Book) -> None:
    original = book.deposit(31_000)
    first = correct_deposit(book.db, book.desk, undoing(book, original), deposit_of(book, 12_400))
    correct_deposit(book.db, book.desk, undoing(book, first.replacement_id), deposit_of(book, 15_500))
    paper = look_at(book.db, "L1-3")
    assert (paper.links.replaces, paper.links.reversed_by, paper.links.replaced_by) == (
        *("L1-000001", "L1-000004", "L1-000005"),
    )
    assert (saved(book), entries(book)) == (15_500, 5)


def test_of_two_at_once_one_corrects(book: Book) -> None:
    original = book.deposit(31_000)
    drafts = [(undoing(book, original), deposit_of(book, 3_100 * n)) for n in (1, 2, 3, 4)]
    start, refused = Barrier(len(drafts)), list[UserError]()

    def correct(wrong: ReversalDraft, right: DepositDraft) -> None:
        start.wait()
        try:
            correct_deposit(book.db, book.desk, wrong, right)
        except UserError as error:
            refused.append(error)

    threads = [Thread(target=correct, args=pair) for pair in drafts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [type(error) for error in refused] == [ReversalRefused] * 3
    assert entries(book) == 3


def test_every_link_stands_in_the_chain(book: Book) -> None:
    original = book.deposit(31_000)
    done = correct_deposit(book.db, book.desk, undoing(book, original), deposit_of(book, 12_400))
    other = book.deposit(3_100)
    links = [{"entry_id": other, "original_id": original}, {"entry_id": done.replacement_id, "original_id": 2}]
    for tampered in (None, *links):
        with book.db.transaction() as connection:
            for name in ("replacement_is_kept", "replacement_is_frozen", "replacement_follows_a_reversal"):
                on = "" if book.db.is_sqlite else " ON replacement"
                connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}{on}")
            connection.execute(sa.delete(replacement))
            if tampered:
                connection.execute(sa.insert(replacement), tampered)
        found = {(each.kind.value, each.where) for each in verify(book.db).problems}
        assert ("document_changed", "L1-000002") in found
        if tampered and tampered["original_id"] == 2:
            assert ("replacement_differs", f"replacement {done.replacement_id}") in found


def test_there_is_no_replacement_without_a_reversal(book: Book) -> None:
    original, other = book.deposit(3_100), book.deposit(6_200)
    with pytest.raises(sa.exc.IntegrityError, match="replacement_follows_a_reversal"), book.db.transaction() as line:
        line.execute(sa.insert(replacement), {"entry_id": other, "original_id": original})
    with book.db.reading() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(reversal)) == 0
        assert EntryKind.REVERSAL not in set(connection.scalars(sa.select(entry.c.kind)))
