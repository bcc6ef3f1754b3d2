"""Opening balances: what the old book says is what the member has, once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.deposits import service as counter
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.errors import BalanceTooLow, BookChanged, OpeningStands, RowsRefused
from daurulang.exchange import balances, deposits
from daurulang.exchange.balances import BalanceIntake
from daurulang.exchange.batches import undo
from daurulang.exchange.columns import ListKind
from daurulang.exchange.preview import Fate, Preview, Reason
from daurulang.handwritten_slips.service import Slip
from daurulang.ledger.model import SystemAccount
from daurulang.ledger.queries import credit_balance_rupiah
from daurulang.members.service import MemberDraft, register
from daurulang.payouts import service as payouts
from daurulang.payouts.service import PayoutDraft
from daurulang.periods import Period, Zone, today
from daurulang.reports.balances import balance_of
from daurulang.reports.daily import acts_of_member
from daurulang.reports.economic_value import economic_value
from daurulang.verification.service import verify
from tests.book import Book, new_key
from tests.exchange.lists import preview_list, reasons, write_workbook

HEADER = ("No", "Nama", "No Rekening", "Saldo")


def look(book: Book, path: Path, rows: Sequence[Sequence[object]], *, create: bool = False) -> Preview[BalanceIntake]:
    return preview_list(book.db, write_workbook(path / "saldo.xlsx", rows), ListKind.BALANCES, create=create)


def take(book: Book, seen: Preview[BalanceIntake]) -> int:
    return balances.take_in(book.db, seen, book.desk.staff_id)


def test_balances_stand_as_the_old_book_says(book: Book, tmp_path: Path) -> None:
    register(book.db, MemberDraft("Kholifah", passbook_number="R-7"))
    seen = look(
        book,
        tmp_path,
        [
            HEADER,
            [1, "Nur Hayati", None, "Rp 125.000,00"],
            [2, "Kholifah", "R-7", 7500.0],
            [3, "Bu Baru", "R-9", "1.000"],
            [4, "Moh. Ridwan", None, None],
            ["Jumlah", None, None, 133_500],
        ],
        create=True,
    )
    assert reasons(seen) == {4: [Reason.MEMBER_CREATED], 5: [Reason.BALANCE_MISSING], 6: [Reason.TOTAL]}
    take(book, seen)
    assert [balance_of(book.db, str(number)).rupiah for number in (1, 2, 3, 4)] == [125_000, 0, 7500, 1000]
    with book.db.reading() as connection:
        assert credit_balance_rupiah(connection, SystemAccount.OPENING) == -133_500
    assert verify(book.db).problems == ()
    book.payout(25_000)
    with pytest.raises(BalanceTooLow):
        book.payout(100_001)


def test_old_deposits_first_then_the_balance_that_was_left(book: Book, tmp_path: Path) -> None:
    old = write_workbook(
        tmp_path / "setoran.xlsx",
        [
            ("Tanggal", "Nama", "Jenis", "Berat", "Total"),
            ["21/02/2024", "Nur Hayati", "PET botol bening", 10, 30_000],
            ["22/02/2024", "Moh. Ridwan", "PET botol bening", 10, 30_000],
        ],
    )
    deposits.take_in(book.db, preview_list(book.db, old, ListKind.DEPOSITS), book.desk.staff_id)
    seen = look(book, tmp_path, [HEADER, [1, "Nur Hayati", None, 5000], [2, "Moh. Ridwan", None, 30_000]])
    assert reasons(seen) == {2: [Reason.BALANCE_REPLACED]}
    take(book, seen)
    assert [balance_of(book.db, number).rupiah for number in ("1", "2")] == [5000, 30_000]
    assert verify(book.db).problems == ()
    with pytest.raises(BookChanged):
        take(book, seen)
    assert reasons(look(book, tmp_path, [HEADER, [1, "Nur Hayati", None, 5000]])) == {2: [Reason.OPENING_STANDS]}
    late = preview_list(book.db, old, ListKind.DEPOSITS)
    assert reasons(late) == {2: [Reason.TAKEN_BEFORE], 3: [Reason.TAKEN_BEFORE]}


def test_a_day_of_its_own_and_the_report_of_that_day(book: Book, tmp_path: Path) -> None:
    rows = [("Nama", "Saldo", "Per Tanggal"), ["Nur Hayati", 5000, "31/12/2023"]]
    take(book, look(book, tmp_path, rows))
    before, since = (economic_value(book.db, Period(day, day)) for day in (date(2023, 12, 30), date(2023, 12, 31)))
    assert (before.balances_rupiah, since.opening_balances_rupiah, since.balances_rupiah) == (0, 0, 5000)


def test_a_row_is_refused_with_its_reason(book: Book, tmp_path: Path) -> None:
    book.deposit(3100)
    today = acts_of_member(book.db, book.member_id, 0, 1)[0].day
    cases: list[tuple[Sequence[object], Reason]] = [
        (["Nur", 5000, None], Reason.MEMBER_UNKNOWN),
        ([None, 5000, None], Reason.MEMBER_MISSING),
        (["Moh. Ridwan", -5, None], Reason.BALANCE_NEGATIVE),
        (["Moh. Ridwan", "lunas", None], Reason.BALANCE_NOT_READ),
        (["Nur Hayati", 5000, today], Reason.ACTS_SINCE),
        (["Moh. Ridwan", 5, "31/12/2098"], Reason.DAY_TO_COME),
        (["Moh. Ridwan", 5, "dulu"], Reason.DAY_UNREADABLE),
    ]
    seen = look(book, tmp_path, [("Nama", "Saldo", "Per Tanggal"), *(row for row, _ in cases)])
    found = [[remark.reason for remark in row.remarks] for row in seen.rows]
    assert all(reason in own for own, (_, reason) in zip(found, cases, strict=True)), found
    assert {row.fate for row in seen.rows} == {Fate.REFUSED}
    with pytest.raises(RowsRefused):
        take(book, seen)
    twice = look(book, tmp_path, [("Nama", "Saldo"), ["Moh. Ridwan", 5], ["moh ridwan", 6]])
    assert reasons(twice) == {3: [Reason.OPENING_TWICE]}


def test_a_balance_that_its_own_columns_deny_is_told(book: Book, tmp_path: Path) -> None:
    header = ("Nama", "Debit", "Kredit", "Saldo")
    rows = [header, ["Nur Hayati", 9000, 4000, 5000], ["Moh. Ridwan", 4000, 9000, 5000]]
    assert reasons(look(book, tmp_path, rows)) == {3: [Reason.BALANCE_DISAGREES]}


def test_undone_the_balances_are_as_before(book: Book, tmp_path: Path) -> None:
    book.deposit(31_000, day=date(2025, 3, 1))
    rows = [HEADER, [1, "Nur Hayati", None, 5000], [2, "Moh. Ridwan", None, 7000]]
    batch_id = take(book, look(book, tmp_path, rows))
    undo(book.db, batch_id, book.desk.staff_id)
    assert [balance_of(book.db, number).rupiah for number in ("1", "2")] == [31_000, 0]
    assert verify(book.db).problems == ()
    take(book, look(book, tmp_path, rows))
    assert balance_of(book.db, "1").rupiah == 5000


def test_what_came_after_the_day_is_added_to_what_was_stated(book: Book, tmp_path: Path) -> None:
    book.deposit(31_000, day=date(2025, 3, 5))
    rows = [("Nama", "Saldo", "Per Tanggal"), ["Nur Hayati", 10_000, "01/03/2025"]]
    seen = look(book, tmp_path, rows)
    assert reasons(seen) == {}
    take(book, seen)
    assert balance_of(book.db, "1").rupiah == 41_000
    day = Period(date(2025, 3, 1), date(2025, 3, 1))
    assert economic_value(book.db, day).balances_rupiah == 10_000
    assert verify(book.db).problems == ()


def test_an_act_between_the_dry_run_and_now_keeps_the_list_out(book: Book, tmp_path: Path) -> None:
    rows = [("Nama", "Saldo", "Per Tanggal"), ["Nur Hayati", 10_000, "01/03/2024"]]
    seen = look(book, tmp_path, rows)
    book.deposit(3100)
    with pytest.raises(BookChanged):
        take(book, seen)
    take(book, look(book, tmp_path, rows))
    assert balance_of(book.db, "1").rupiah == 13_100


def test_what_an_opening_balance_holds_is_not_undone_before_it(book: Book, tmp_path: Path) -> None:
    old = write_workbook(
        tmp_path / "setoran.xlsx",
        [("Tanggal", "Nama", "Jenis", "Berat", "Total"), ["01/02/2024", "Nur Hayati", "PET botol bening", 2, 5000]],
    )
    deposits_batch = deposits.take_in(book.db, preview_list(book.db, old, ListKind.DEPOSITS), book.desk.staff_id)
    rows = [("Nama", "Saldo", "Per Tanggal"), ["Nur Hayati", 10_000, "01/03/2024"]]
    balances_batch = take(book, look(book, tmp_path, rows))
    with pytest.raises(OpeningStands):
        undo(book.db, deposits_batch, book.desk.staff_id)
    draft = ReversalDraft(new_key(), 1, "ditimbang dua kali", book.desk.staff_id)
    with pytest.raises(OpeningStands):
        reverse(book.db, book.desk, draft)
    assert balance_of(book.db, "1").rupiah == 10_000
    undo(book.db, balances_batch, book.desk.staff_id)
    undo(book.db, deposits_batch, book.desk.staff_id)
    assert balance_of(book.db, "1").rupiah == 0
    assert verify(book.db).problems == ()


def test_what_came_after_an_opening_balance_is_undone_on_its_day_too(book: Book, tmp_path: Path) -> None:
    """The first day with this book: the balances are taken in, then somebody is weighed in wrongly."""
    take(book, look(book, tmp_path, [HEADER, [1, "Nur Hayati", None, "125.000"]]))
    draft = ReversalDraft(new_key(), book.deposit(31_000), "ditimbang dua kali", book.desk.staff_id)
    reverse(book.db, book.desk, draft)
    assert balance_of(book.db, "1").rupiah == 125_000
    assert verify(book.db).problems == ()


def test_a_slip_of_a_day_before_it_is_in_it_already(book: Book, tmp_path: Path) -> None:
    take(book, look(book, tmp_path, [HEADER, [1, "Nur Hayati", None, "125.000"]]))
    day = today(Zone.WIB)
    draft = counted_in(book, Slip("A-1", day - timedelta(days=1)), Payment.SAVINGS)
    with pytest.raises(OpeningStands):
        counter.record(book.db, book.desk, draft)
    with pytest.raises(OpeningStands):
        payouts.record(book.db, book.desk, PayoutDraft(new_key(), book.member_id, 5000, slip=draft.slip))
    counter.record(book.db, book.desk, replace(draft, payment=Payment.CASH))
    counter.record(book.db, book.desk, counted_in(book, Slip("A-2", day), Payment.SAVINGS))
    assert balance_of(book.db, "1").rupiah == 128_100


def counted_in(book: Book, slip: Slip, payment: Payment) -> DepositDraft:
    return DepositDraft(new_key(), book.member_id, (LineDraft(book.pet_id, 1000),), payment, 3100, slip=slip)


def test_totals_and_errors_of_excel_are_nobody(book: Book, tmp_path: Path) -> None:
    rows = [("Nama", "Saldo"), ["Sub Total", 1000], ["Jumlah/Total", 1700], ["#N/A", 500], ["Grand Hotel", 700]]
    seen = look(book, tmp_path, rows, create=True)
    assert reasons(seen) == {
        2: [Reason.TOTAL],
        3: [Reason.TOTAL],
        4: [Reason.FORMULA],
        5: [Reason.MEMBER_CREATED],
    }


def test_a_number_cell_is_what_it_is(book: Book, tmp_path: Path) -> None:
    seen = look(book, tmp_path, [("Nama", "Saldo"), ["Nur Hayati", 595.125], ["Moh. Ridwan", 12.5]])
    assert [each.rupiah for each in seen.intakes] == [595, 13]
