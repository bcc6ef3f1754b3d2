"""What was written by hand while the power was off: on its own day, at its prices, each number once."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from threading import Barrier, Thread

import pytest
import sqlalchemy as sa

from daurulang.centre.queries import CounterRule
from daurulang.centre.service import add_counter, change_rule
from daurulang.closings.day import close_day
from daurulang.closings.service import close_month, reopen_month
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.errors import BadDay, FieldTooLong, FormKeyReused, PayoutBelowMinimum, TotalChanged, UserError
from daurulang.handwritten_slips.model import handwritten_slip
from daurulang.handwritten_slips.queries import slip_of, takes_slips
from daurulang.handwritten_slips.service import MOST_DAYS_LATE, Slip, next_number
from daurulang.ledger.model import entry
from daurulang.ledger.service import Desk
from daurulang.materials.model import PriceSide
from daurulang.materials.queries import PriceKey
from daurulang.materials.service import PriceDraft, set_prices
from daurulang.migrations.opening import open_book
from daurulang.payouts import service as payouts
from daurulang.payouts.service import PayoutDraft
from daurulang.periods import Zone, month_of, today
from daurulang.quantities import Condition
from daurulang.replacements.service import correct_deposit
from daurulang.slip_errors import SlipEnteredBefore, SlipNumberMissing, SlipTooOld
from daurulang.verification.problems import ProblemKind
from daurulang.verification.service import verify
from daurulang.verification.slips import SlipAnswer, check_slip
from tests.book import PET_RUPIAH, Book, new_key
from tests.verification.test_verification import unguarded

TODAY = today(Zone.WIB)
YESTERDAY = TODAY - timedelta(days=1)
REASON = "salah timbang, kardus basah"


def slip(number: str = "A-017", day: date = YESTERDAY) -> Slip:
    return Slip(number, day)


def deposit_of(book: Book, written: Slip | None, grams: int = 1000, price: int = PET_RUPIAH) -> DepositDraft:
    lines = (LineDraft(book.pet_id, grams),)
    return DepositDraft(new_key(), book.member_id, lines, Payment.SAVINGS, grams * price // 1000, slip=written)


def enter(book: Book, written: Slip | None, grams: int = 1000, price: int = PET_RUPIAH) -> int:
    return deposits.record(book.db, book.desk, deposit_of(book, written, grams, price))


def day_of(book: Book, entry_id: int) -> date:
    with book.db.reading() as connection:
        found: date = connection.execute(sa.select(entry.c.day).where(entry.c.id == entry_id)).scalar_one()
        return found


def written_on(book: Book, entry_id: int) -> Slip | None:
    with book.db.reading() as connection:
        return slip_of(connection, entry_id)


def test_a_slip_is_booked_on_its_own_day(book: Book) -> None:
    first, second = enter(book, slip(" a-017 ")), enter(book, None)
    assert (day_of(book, first), day_of(book, second)) == (YESTERDAY, TODAY)
    assert (written_on(book, first), written_on(book, second)) == (slip(), None)
    assert verify(book.db).problems == ()


def test_prices_and_rules_are_those_of_the_slips_day(book: Book) -> None:
    key = PriceKey(book.pet_id, PriceSide.BUY, Condition.CLEAN, 1)
    set_prices(book.db, [PriceDraft(key, 4000, "naik")], TODAY, book.desk.staff_id)
    with pytest.raises(TotalChanged):
        enter(book, slip(), price=4000)
    enter(book, slip())
    enter(book, None, price=4000)
    assert verify(book.db).problems == ()


def test_the_rule_of_payouts_is_that_of_the_slips_day(book: Book) -> None:
    book.deposit(31_000, day=YESTERDAY)
    change_rule(book.db, CounterRule(minimum_payout_rupiah=10_000), TODAY)
    with pytest.raises(PayoutBelowMinimum):
        book.payout(5_000)
    done = payouts.record(book.db, book.desk, PayoutDraft(new_key(), book.member_id, 5_000, slip=slip()))
    assert (day_of(book, done), written_on(book, done)) == (YESTERDAY, slip())
    assert verify(book.db).problems == ()


def test_on_a_closed_day_it_is_booked_today_and_keeps_its_own(book: Book) -> None:
    book.deposit(day=YESTERDAY)
    close_day(book.db, book.desk, YESTERDAY)
    assert (takes_slips(book.db, YESTERDAY), takes_slips(book.db, TODAY)) == (False, True)
    entered = enter(book, slip())
    assert (day_of(book, entered), written_on(book, entered)) == (TODAY, slip())
    assert verify(book.db).problems == ()


def test_in_a_closed_month_too_until_it_is_opened_again(book: Book) -> None:
    before = TODAY.replace(day=1) - timedelta(days=1)
    book.deposit(day=before)
    close_day(book.db, book.desk, before)
    close_month(book.db, book.desk, month_of(before))
    assert day_of(book, enter(book, slip("1", before))) == TODAY
    reopen_month(book.db, book.desk, month_of(before), "nota tertinggal di pos")
    assert takes_slips(book.db, before)
    assert day_of(book, enter(book, slip("2", before))) == before
    assert verify(book.db).problems == ()


@pytest.mark.parametrize("written, refusal", [
    (slip(day=TODAY + timedelta(days=1)), BadDay),
    (slip(day=TODAY - timedelta(days=MOST_DAYS_LATE + 1)), SlipTooOld),
    (slip("   "), SlipNumberMissing),
    (slip("9" * 41), FieldTooLong),
])  # fmt: skip
def test_what_cannot_be_a_slip_is_refused(book: Book, written: Slip, refusal: type[UserError]) -> None:
    with pytest.raises(refusal):
        enter(book, written)
    assert verify(book.db).entries == 0


def test_a_year_is_not_too_old(book: Book) -> None:
    oldest = TODAY - timedelta(days=MOST_DAYS_LATE)
    assert day_of(book, enter(book, slip(day=oldest))) == oldest


def test_a_number_is_entered_once(book: Book) -> None:
    entered = enter(book, slip("A-017"))
    for again in (slip("a-017", TODAY), slip(" A-017")):
        with pytest.raises(SlipEnteredBefore) as caught:
            enter(book, again)
        assert (caught.value.number, caught.value.receipt) == ("A-017", "L1-000001")
    with pytest.raises(SlipEnteredBefore):
        payouts.record(book.db, book.desk, PayoutDraft(new_key(), book.member_id, 1_000, slip=slip("A-017")))
    reverse(book.db, book.desk, ReversalDraft(new_key(), entered, REASON, book.desk.staff_id))
    enter(book, slip("A-017"))
    with pytest.raises(SlipEnteredBefore) as caught:
        enter(book, slip("A-017"))
    assert caught.value.receipt == "L1-000003"
    found = verify(book.db)
    assert (found.entries, found.problems) == (3, ())


def test_the_same_form_again_is_the_same_slip(book: Book) -> None:
    draft = deposit_of(book, slip())
    first = deposits.record(book.db, book.desk, draft)
    assert deposits.record(book.db, book.desk, draft) == first
    with pytest.raises(FormKeyReused):
        deposits.record(book.db, book.desk, replace(draft, slip=slip("B-1")))


def test_of_two_counters_one_enters_a_slip(book: Book, place: str | Path) -> None:
    windows = [open_book(place) for _ in range(3)]
    desks = [Desk(add_counter(book.db, f"K{n}", f"Loket {n}").id, book.desk.staff_id) for n in range(3)]
    start, refused = Barrier(len(windows)), list[UserError]()

    def post(n: int) -> None:
        draft = replace(deposit_of(book, slip()), member_id=(book.member_id, book.other_id)[n % 2])
        start.wait()
        try:
            deposits.record(windows[n], desks[n], draft)
        except UserError as error:
            refused.append(error)

    threads = [Thread(target=post, args=(n,)) for n in range(len(windows))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for window in windows:
        window.close()
    assert [type(error) for error in refused] == [SlipEnteredBefore] * 2
    assert verify(book.db).problems == ()


def test_what_replaces_a_slip_keeps_its_number_and_day(book: Book) -> None:
    original = enter(book, slip(), 10_000)
    undoing = ReversalDraft(new_key(), original, REASON, book.desk.staff_id)
    done = correct_deposit(book.db, book.desk, undoing, deposit_of(book, slip(), 4_000))
    assert (day_of(book, done.replacement_id), written_on(book, done.replacement_id)) == (YESTERDAY, slip())
    assert verify(book.db).problems == ()


def test_what_must_cover_a_payout_keeps_the_number_too(book: Book) -> None:
    """Then the replacement comes before the reversal, while the number is still taken."""
    original = enter(book, slip(), 10_000)
    book.payout(30_000)
    undoing = ReversalDraft(new_key(), original, REASON, book.desk.staff_id)
    done = correct_deposit(book.db, book.desk, undoing, deposit_of(book, slip(), 11_000))
    assert done.replacement_id < done.reversal_id
    assert written_on(book, done.replacement_id) == slip()
    assert verify(book.db).problems == ()


def test_a_slip_that_was_given_the_wrong_day_goes_to_the_right_one(book: Book) -> None:
    original = enter(book, slip(day=TODAY))
    undoing = ReversalDraft(new_key(), original, REASON, book.desk.staff_id)
    done = correct_deposit(book.db, book.desk, undoing, deposit_of(book, slip()))
    assert (day_of(book, done.reversal_id), day_of(book, done.replacement_id)) == (TODAY, YESTERDAY)
    assert verify(book.db).problems == ()


def test_another_slip_that_is_taken_does_not_come_in_by_a_correction(book: Book) -> None:
    original, _ = enter(book, slip("1")), enter(book, slip("2"))
    undoing = ReversalDraft(new_key(), original, REASON, book.desk.staff_id)
    with pytest.raises(SlipEnteredBefore):
        correct_deposit(book.db, book.desk, undoing, deposit_of(book, slip("2")))
    assert verify(book.db).entries == 2


@pytest.mark.parametrize("tampering, kind, where", [
    ("UPDATE handwritten_slip SET number = '99' WHERE entry_id = 1", ProblemKind.DOCUMENT_CHANGED, "L1-000001"),
    ("UPDATE handwritten_slip SET day = '2020-01-01' WHERE entry_id = 3", ProblemKind.DOCUMENT_CHANGED, "L1-000003"),
    ("DELETE FROM handwritten_slip WHERE entry_id = 1", ProblemKind.DOCUMENT_CHANGED, "L1-000001"),
    ("INSERT INTO handwritten_slip VALUES (2, 'X', '2026-01-01')", ProblemKind.DOCUMENT_CHANGED, "L1-000002"),
    ("INSERT INTO handwritten_slip VALUES (4, 'X', '2026-01-01')", ProblemKind.DOCUMENT_CHANGED, "L1-000004"),
    ("INSERT INTO handwritten_slip VALUES (9, 'X', '2026-01-01')", ProblemKind.DOCUMENT_WITHOUT_ENTRY, "slips 9"),
])  # fmt: skip
def test_every_change_of_a_slip_is_found(book: Book, tampering: str, kind: ProblemKind, where: str) -> None:
    enter(book, slip("1"), 10_000)
    undone = enter(book, None)
    payouts.record(book.db, book.desk, PayoutDraft(new_key(), book.member_id, 1_000, slip=slip("2")))
    reverse(book.db, book.desk, ReversalDraft(new_key(), undone, REASON, book.desk.staff_id))
    assert verify(book.db).problems == ()
    with unguarded(book.db) as run:
        run(tampering)
    assert (kind, where) in {(each.kind, each.where) for each in verify(book.db).problems}


def test_a_printed_paper_is_confirmed_with_its_slip(book: Book) -> None:
    enter(book, slip())
    with book.db.reading() as connection:
        printed = connection.execute(sa.select(entry.c.hash)).scalar_one()[:16]
    assert check_slip(book.db, "L1-1", printed).confirmed
    with unguarded(book.db) as run:
        run("UPDATE handwritten_slip SET number = '99'")
    assert check_slip(book.db, "L1-1", printed).answer is SlipAnswer.BOOK_CHANGED


def test_slips_are_never_changed_or_taken_away(book: Book) -> None:
    enter(book, slip())
    for statement in (sa.update(handwritten_slip).values(number="9"), sa.delete(handwritten_slip)):
        with pytest.raises(sa.exc.IntegrityError, match="handwritten_slip_is"), book.db.transaction() as connection:
            connection.execute(statement)


@pytest.mark.parametrize("number, follows", [
    ("17", "18"), ("A-017", "A-018"), ("0099", "0100"), ("9", "10"), ("12/2026", "12/2027"), ("17b", ""), ("", ""),
])  # fmt: skip
def test_the_pile_is_counted_up(number: str, follows: str) -> None:
    assert next_number(number) == follows
