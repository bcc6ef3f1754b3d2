"""Opening balances: what the old book says is what the member has, once."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from daurulang.errors import BalanceTooLow, OpeningStands, RowsRefused
from daurulang.exchange import balances, deposits
from daurulang.exchange.balances import BalanceIntake
from daurulang.exchange.batches import undo
from daurulang.exchange.columns import ListKind
from daurulang.exchange.preview import Fate, Preview, Reason
from daurulang.ledger.model import SystemAccount
from daurulang.ledger.queries import credit_balance_rupiah
from daurulang.members.service import MemberDraft, register
from daurulang.periods import Period
from daurulang.reports.balances import balance_of
from daurulang.reports.economic_value import economic_value
from daurulang.verification.service import verify
from tests.book import Book
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
            [2, "siapa saja", "R-7", 7500.0],
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
    with pytest.raises(OpeningStands):
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
    cases: list[tuple[Sequence[object], Reason]] = [
        (["Nur", 5000, None], Reason.MEMBER_UNKNOWN),
        ([None, 5000, None], Reason.MEMBER_MISSING),
        (["Moh. Ridwan", -5, None], Reason.BALANCE_NEGATIVE),
        (["Moh. Ridwan", "lunas", None], Reason.BALANCE_NOT_READ),
        (["Nur Hayati", 5000, "21/02/2024"], Reason.ACTS_SINCE),
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
    book.deposit(31_000)
    rows = [HEADER, [1, "Nur Hayati", None, 5000], [2, "Moh. Ridwan", None, 7000]]
    batch_id = take(book, look(book, tmp_path, rows))
    undo(book.db, batch_id, book.desk.staff_id)
    assert [balance_of(book.db, number).rupiah for number in ("1", "2")] == [31_000, 0]
    assert verify(book.db).problems == ()
    take(book, look(book, tmp_path, rows))
    assert balance_of(book.db, "1").rupiah == 5000
