"""A book in which every table that a verification reads has rows."""

from datetime import UTC, date, datetime
from pathlib import Path

from daurulang.cash.model import Direction, OtherSide
from daurulang.cash.service import (
    ClosingDraft,
    MovementDraft,
    OpeningDraft,
    close_session,
    move_cash,
    open_session,
)
from daurulang.centre.queries import CounterRule
from daurulang.centre.service import change_rule
from daurulang.closings.day import close_day
from daurulang.closings.service import close_month, reopen_month
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.debts.model import RepaymentSource
from daurulang.debts.service import RepaymentDraft, repay
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.exchange import kinds
from daurulang.exchange.columns import ListKind
from daurulang.handwritten_slips.service import Slip
from daurulang.ledger.gaps import never_again
from daurulang.migrations.opening import open_book
from daurulang.payouts import service as payouts
from daurulang.payouts.model import PayoutMethod
from daurulang.payouts.service import PayoutDraft
from daurulang.periods import clock_at, month_of
from daurulang.quantities import Condition
from daurulang.receipts.service import hand_out
from daurulang.replacements.service import correct_deposit
from daurulang.staff.service import add_staff
from daurulang.stocktakes.service import CountDraft, CountedLine, record
from tests.book import PRICED_FROM, Book, new_key, set_up_book
from tests.exchange.lists import preview_list, write_csv

DAY = date(2026, 3, 10)
EVENING = int(datetime(2026, 3, 10, 12, tzinfo=UTC).timestamp()) * 1000  # 19.00 in Bangkalan
DAY_MS = 86_400_000
REASON = "salah timbang, anggota lain"
DEPOSITS = """Tanggal;Nama;Jenis Sampah;Berat;Satuan;Harga;Total;No Bukti
2026-01-05;Nur Hayati;PET botol bening;10;kg;3100;31000;N-1
"""
BALANCES = """Tanggal;Nama;Saldo
2026-01-06;Moh. Ridwan;40000
"""


def prepare(path: Path) -> None:
    """The book in a file."""
    db = open_book(path)
    book = set_up_book(db)
    approver = add_staff(db, "Kholifah", "222222")
    change_rule(db, CounterRule(debt_allowed=True), PRICED_FROM)
    with clock_at(EVENING - DAY_MS):
        _take_in(book, path.parent)
        _work(book, approver)
    with clock_at(EVENING):
        _close(book)
    db.close()


def _take_in(book: Book, folder: Path) -> None:
    for kind, text in ((ListKind.DEPOSITS, DEPOSITS), (ListKind.BALANCES, BALANCES)):
        path = write_csv(folder / f"{kind}.csv", text)
        kinds.take_in(book.db, kind, preview_list(book.db, path, kind), book.desk.staff_id)
        path.unlink()


def _work(book: Book, approver: int) -> None:
    """A day with the box open."""
    db, desk = book.db, book.desk
    open_session(db, desk, OpeningDraft(new_key(), 500_000))
    wrong = book.deposit(62_000)
    lines = (LineDraft(book.pet_id, 1000, Condition.DIRTY), LineDraft(book.bottle_id, 10), LineDraft(book.oil_id, 500))
    split = DepositDraft(new_key(), book.other_id, lines, Payment.SPLIT, 7_500, 2_000)
    deposits.record(db, desk, split)
    right = DepositDraft(new_key(), book.member_id, (LineDraft(book.pet_id, 5_000),), Payment.SAVINGS, 15_500)
    correct_deposit(db, desk, ReversalDraft(new_key(), wrong, REASON, approver), right)
    book.payout(20_000)
    payouts.record(db, desk, PayoutDraft(new_key(), book.other_id, 5_000, PayoutMethod.TRANSFER, "BRI"))
    lost = book.deposit(9_300)
    book.payout(30_000)
    reverse(db, desk, ReversalDraft(new_key(), lost, REASON, approver, 9_300))
    repay(db, desk, RepaymentDraft(new_key(), book.member_id, 2_000, RepaymentSource.CASH))
    move_cash(db, desk, MovementDraft(new_key(), Direction.OUT, OtherSide.OWNER, 20_000, "beli karung"))
    close_session(db, desk, ClosingDraft(new_key(), ((100_000, 4), (10_000, 3))))
    slip = Slip("A-017", date(2026, 2, 27))
    by_hand = DepositDraft(new_key(), book.other_id, (LineDraft(book.pet_id, 1000),), Payment.SAVINGS, 3_100, slip=slip)
    deposits.record(db, desk, by_hand)
    counted = (CountedLine(book.pet_id, 14_000, 16_000, "basah waktu ditimbang"),)
    record(db, desk, CountDraft(new_key(), counted, "hitung akhir bulan"))
    for _ in range(3):
        hand_out(db, "L1-000002", None)


def _close(book: Book) -> None:
    """Closings of all kinds, and numbers that were lost before."""
    with book.db.transaction() as connection:
        never_again(connection, {"L1": 40}, "dipulihkan dari cadangan")
    book.deposit(3_100)
    for month in (1, 2):
        close_month(book.db, book.desk, month_of(date(2026, month, 1)))
    reopen_month(book.db, book.desk, month_of(date(2026, 2, 1)), "nota tertinggal di pos")
    close_month(book.db, book.desk, month_of(date(2026, 2, 1)))
    close_day(book.db, book.desk, DAY)
