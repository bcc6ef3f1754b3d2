"""A deposit that is put right keeps what held when it was brought: prices, and the class and village of its member."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from daurulang.closings.service import close_month
from daurulang.corrections.service import ReversalDraft
from daurulang.deposits.model import Payment, deposit
from daurulang.deposits.service import DepositDraft, LineDraft, record
from daurulang.errors import MemberInactive, TotalChanged
from daurulang.exchange import deposits as old_deposits
from daurulang.exchange.columns import ListKind
from daurulang.handwritten_slips.service import Slip
from daurulang.ledger.model import entry
from daurulang.materials.model import PriceSide
from daurulang.materials.queries import PriceKey
from daurulang.materials.service import PriceDraft, set_prices
from daurulang.members.service import MemberDraft, add_class, change
from daurulang.periods import Zone, month_of, today
from daurulang.quantities import Condition
from daurulang.receipts.queries import DepositPart
from daurulang.receipts.service import look_at
from daurulang.replacements.queries import price_day
from daurulang.replacements.service import correct_deposit
from daurulang.reports.daily import acts_of_member
from daurulang.verification.service import verify
from tests.book import PET_RUPIAH, Book, new_key
from tests.exchange.lists import preview_list, write_csv

REASON = "salah timbang, kardus basah"
TODAY = today(Zone.WIB)
BEFORE = TODAY - timedelta(days=40)
HERE, THERE = "35.26.01.1003", "35.26.01.1001"


def undoing(book: Book, entry_id: int) -> ReversalDraft:
    return ReversalDraft(new_key(), entry_id, REASON, book.desk.staff_id)


def weighed(
    book: Book, grams: int, price: int = PET_RUPIAH, member_id: int = 0, slip: Slip | None = None
) -> DepositDraft:
    lines = (LineDraft(book.pet_id, grams),)
    total = grams * price // 1000
    return DepositDraft(new_key(), member_id or book.member_id, lines, Payment.SAVINGS, total, slip=slip)


def moved_away(book: Book, *, active: bool = True, member_class_id: int = 1) -> None:
    draft = MemberDraft("Nur Hayati", village_code=THERE, active=active, member_class_id=member_class_id)
    change(book.db, book.member_id, draft)


def newest(book: Book) -> tuple[str, int, date]:
    """Village and class of the newest deposit, and its day."""
    columns = (deposit.c.village_code, deposit.c.member_class_id, entry.c.day)
    query = sa.select(*columns).join(entry, entry.c.id == deposit.c.entry_id).order_by(entry.c.id.desc()).limit(1)
    with book.db.reading() as connection:
        village, member_class_id, day = connection.execute(query).one()
    assert verify(book.db).problems == ()
    return village, member_class_id, day


def priced_at(book: Book, rupiah: int, valid_from: date, member_class_id: int = 1) -> None:
    key = PriceKey(book.pet_id, PriceSide.BUY, Condition.CLEAN, member_class_id)
    set_prices(book.db, [PriceDraft(key, rupiah, "naik")], valid_from, book.desk.staff_id)


def test_a_deposit_of_who_left_is_put_right(book: Book) -> None:
    original = book.deposit(31_000)
    moved_away(book, active=False)
    with pytest.raises(MemberInactive):
        book.deposit(31_000)
    correct_deposit(book.db, book.desk, undoing(book, original), weighed(book, 9_000))
    assert newest(book) == (HERE, 1, TODAY)


def test_nobody_who_left_gets_the_deposit_of_another(book: Book) -> None:
    original = book.deposit(31_000, member_id=book.other_id)
    moved_away(book, active=False)
    with pytest.raises(MemberInactive):
        correct_deposit(book.db, book.desk, undoing(book, original), weighed(book, 9_000))


def test_village_class_and_place_stay_those_of_the_day(book: Book) -> None:
    original = book.deposit(31_000, day=BEFORE)
    other_class = add_class(book.db, "Bank Sampah Unit")
    priced_at(book, 3_500, date(2020, 1, 1), other_class)
    moved_away(book, member_class_id=other_class)
    correct_deposit(book.db, book.desk, undoing(book, original), weighed(book, 5_000))
    assert newest(book) == (HERE, 1, BEFORE)
    first, second = look_at(book.db, "L1-1"), look_at(book.db, "L1-3")
    assert second.heading.member_place == first.heading.member_place
    assert isinstance(second.part, DepositPart)
    assert second.part.member_class_id == 1


def test_another_member_is_counted_as_that_one_is(book: Book) -> None:
    original = book.deposit(31_000, member_id=book.other_id)
    moved_away(book)
    correct_deposit(book.db, book.desk, undoing(book, original), weighed(book, 5_000))
    assert newest(book) == (THERE, 1, TODAY)


@pytest.mark.parametrize("same", [True, False])
def test_prices_are_those_of_the_day_also_where_it_is_closed(book: Book, same: bool) -> None:
    original = book.deposit(31_000, day=BEFORE)
    priced_at(book, 4_000, BEFORE + timedelta(days=1))
    close_month(book.db, book.desk, month_of(BEFORE))
    who = book.member_id if same else book.other_id
    with pytest.raises(TotalChanged):
        correct_deposit(book.db, book.desk, undoing(book, original), weighed(book, 5_000, 4_000, who))
    correct_deposit(book.db, book.desk, undoing(book, original), weighed(book, 5_000, member_id=who))
    assert newest(book)[2] == TODAY
    with book.db.reading() as connection:
        assert price_day(connection, original) == BEFORE


def test_a_slip_is_priced_at_the_day_that_stands_on_it_now(book: Book) -> None:
    slip = Slip("A-017", TODAY - timedelta(days=3))
    priced_at(book, 4_000, TODAY - timedelta(days=1))
    original = record(book.db, book.desk, weighed(book, 1_000, slip=slip))
    right = Slip("A-017", TODAY)
    correct_deposit(book.db, book.desk, undoing(book, original), weighed(book, 1_000, 4_000, slip=right))
    assert newest(book)[2] == TODAY


def test_what_came_from_an_old_book_has_no_prices_of_its_day_here(book: Book, tmp_path: Path) -> None:
    rows = (
        "Tanggal;Nama;Jenis Sampah;Berat;Satuan;Harga;Total\n2019-01-05;Nur Hayati;PET botol bening;10;kg;2000;20000\n"
    )
    seen = preview_list(book.db, write_csv(tmp_path / "lama.csv", rows), ListKind.DEPOSITS)
    old_deposits.take_in(book.db, seen, book.desk.staff_id)
    original = acts_of_member(book.db, book.member_id, 0, 1)[0].entry_id
    with book.db.reading() as connection:
        assert price_day(connection, original) is None
    close_month(book.db, book.desk, month_of(date(2019, 1, 5)))
    correct_deposit(book.db, book.desk, undoing(book, original), weighed(book, 5_000))
    assert newest(book) == (HERE, 1, TODAY)
