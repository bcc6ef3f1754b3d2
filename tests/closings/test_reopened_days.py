"""The closed days of a month that was opened again take entries; their pages stay, and the next one tells what came."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from daurulang.cash.service import ClosingDraft, OpeningDraft, close_session, open_session
from daurulang.closings.day import close_day, day_page, frozen_page
from daurulang.closings.day_page import DayPage, KindSum
from daurulang.closings.model import day_closing
from daurulang.closings.service import close_month, reopen_month
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.documents.day_closing import write_day_closing
from daurulang.errors import DayClosed, MonthClosed
from daurulang.ledger.model import EntryKind, entry
from daurulang.ledger.service import digest
from daurulang.payouts import service as payouts
from daurulang.payouts.service import PayoutDraft
from daurulang.periods import clock_at, month_of
from daurulang.replacements.queries import day_of_correction
from daurulang.replacements.service import correct_deposit
from daurulang.staff.service import add_staff
from daurulang.verification.problems import ProblemKind
from daurulang.verification.service import verify
from tests.book import PET_RUPIAH, Book, new_key
from tests.documents.papers import bare, pages_of
from tests.verification.test_verification import unguarded

FRIDAY, SATURDAY, DECEMBER = date(2025, 11, 28), date(2025, 11, 29), date(2025, 12, 5)
NOVEMBER = month_of(FRIDAY)
REASON = "nota kertas tertinggal di pos"


def at(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, 3, tzinfo=UTC).timestamp()) * 1000


@pytest.fixture
def reopened(book: Book) -> Iterator[Book]:
    """Friday and Saturday have their pages, Friday with cash; November was signed, and is opened again in December."""
    with clock_at(at(FRIDAY)):
        open_session(book.db, book.desk, OpeningDraft(new_key(), 100_000))
        book.deposit(310_000)
        book.payout(10_000)
        close_session(book.db, book.desk, ClosingDraft(new_key(), ((50_000, 1), (20_000, 2))))
        close_day(book.db, book.desk, FRIDAY)
    with clock_at(at(SATURDAY)):
        book.deposit(31_000)
        close_day(book.db, book.desk, SATURDAY)
    with clock_at(at(DECEMBER)):
        close_month(book.db, book.desk, NOVEMBER)
        reopen_month(book.db, book.desk, NOVEMBER, REASON)
        yield book


def late_work(book: Book) -> None:
    """A deposit and a cash payout of Friday, and Saturday's deposit put right, all in December."""
    open_session(book.db, book.desk, OpeningDraft(new_key(), 90_000))
    book.deposit(3_100, day=FRIDAY)
    payouts.record(book.db, book.desk, PayoutDraft(new_key(), book.member_id, 5_000), FRIDAY)
    with book.db.reading() as connection:
        wrong = connection.scalar(sa.select(entry.c.id).where(entry.c.day == SATURDAY, entry.c.kind == "deposit"))
    undoing = ReversalDraft(new_key(), int(wrong or 0), "salah timbang, kardus basah", book.desk.staff_id)
    lines = (LineDraft(book.pet_id, 2_000),)
    draft = DepositDraft(new_key(), book.member_id, lines, Payment.SAVINGS, 2 * PET_RUPIAH)
    correct_deposit(book.db, book.desk, undoing, draft)
    close_session(book.db, book.desk, ClosingDraft(new_key(), ((50_000, 1), (20_000, 1), (10_000, 1), (5_000, 1))))


def of_members(kinds: tuple[KindSum, ...]) -> list[KindSum]:
    return [each for each in kinds if each.kind in (EntryKind.DEPOSIT, EntryKind.PAYOUT, EntryKind.REVERSAL)]


def summed(*pages: tuple[KindSum, ...]) -> dict[EntryKind, list[int]]:
    sums: dict[EntryKind, list[int]] = {}
    for kinds in pages:
        for each in kinds:
            row = [each.count, each.rupiah, each.cash_rupiah, each.grams, each.pieces, each.millilitres]
            sums[each.kind] = [a + b for a, b in zip(sums.get(each.kind, [0] * 6), row, strict=True)]
    return sums


def test_what_is_booked_to_old_days_stands_on_the_next_page(reopened: Book) -> None:
    pages = [day_page(reopened.db, day) for day in (FRIDAY, SATURDAY)]
    late_work(reopened)
    page = close_day(reopened.db, reopened.desk, DECEMBER)
    assert [day_page(reopened.db, day) for day in (FRIDAY, SATURDAY)] == pages
    assert of_members(page.late) == [
        KindSum(EntryKind.DEPOSIT, 2, 3_100 + 2 * PET_RUPIAH, 0, 3_000, 0, 0),
        KindSum(EntryKind.PAYOUT, 1, 5_000, 5_000, 0, 0, 0),
        KindSum(EntryKind.REVERSAL, 1, 31_000, 0, 10_000, 0, 0),
    ]
    assert of_members(page.kinds) == []
    assert summed(page.ever) == summed(pages[1].ever, page.late, page.kinds)
    (box,) = page.counters
    assert (box.cash_before_rupiah, box.late_rupiah, box.cash_after_rupiah) == (90_000, -5_000, 85_000)
    assert verify(reopened.db).problems == ()


def test_the_paper_tells_them_and_its_box_adds_up(reopened: Book, tmp_path: Path) -> None:
    late_work(reopened)
    write_day_closing(close_day(reopened.db, reopened.desk, DECEMBER), tmp_path / "a.pdf")
    text = bare(" ".join(pages_of((tmp_path / "a.pdf").read_bytes())))
    for words in (
        "Dibukukan ke hari lalu",
        "Setoran 2 9.300 – 3,00",
        "Penarikan 1 5.000 5.000",
        "90.000 – – – 85.000",
        "Pembatalan (1)",
        "L1-000013 L1-000006 31.000 salah timbang, kardus basah Siti Aminah",
        "Dibukukan ke hari lalu: −5.000 lewat kas Loket 1, termasuk dalam kas akhir.",
    ):
        assert bare(words) in text, words
    write_day_closing(day_page(reopened.db, SATURDAY), tmp_path / "b.pdf")
    assert bare("hari lalu") not in bare(" ".join(pages_of((tmp_path / "b.pdf").read_bytes())).lower())


def test_totals_go_on_without_a_hole(reopened: Book) -> None:
    before = day_page(reopened.db, SATURDAY)
    for day in range(3):
        with clock_at(at(DECEMBER) + day * 86_400_000):
            reopened.deposit(3_100, day=FRIDAY)
            reopened.deposit(6_200)
            page = close_day(reopened.db, reopened.desk, date(2025, 12, 5 + day))
        assert summed(page.ever) == summed(before.ever, page.late, page.kinds)
        assert [each.count for each in of_members(page.late)] == [1]
        before = page
    assert verify(reopened.db).problems == ()


def test_corrections_go_to_the_day_itself_until_the_month_is_closed_again(reopened: Book) -> None:
    assert day_of_correction(reopened.db, FRIDAY) == FRIDAY
    late_work(reopened)
    report = close_month(reopened.db, reopened.desk, NOVEMBER)
    assert report.restated is not None
    assert report.value.deposits == report.restated.before.deposits + 1
    assert day_of_correction(reopened.db, FRIDAY) is None
    with pytest.raises((DayClosed, MonthClosed)):
        reopened.deposit(day=FRIDAY)
    assert verify(reopened.db).problems == ()


def test_other_closed_days_stay_closed(reopened: Book) -> None:
    close_day(reopened.db, reopened.desk, DECEMBER)
    with clock_at(at(date(2025, 12, 6))):
        with pytest.raises(DayClosed):
            reopened.deposit(day=DECEMBER)
        reopened.deposit(day=FRIDAY)
        approver = add_staff(reopened.db, "Kholifah", "222222")
        with reopened.db.reading() as connection:
            first = connection.scalar(sa.select(sa.func.min(entry.c.id)).where(entry.c.kind == "deposit"))
        draft = ReversalDraft(new_key(), int(first or 0), "ditimbang dua kali", approver)
        reverse(reopened.db, reopened.desk, draft, SATURDAY)
    assert verify(reopened.db).problems == ()


def forged(page: DayPage, **changes: object) -> str:
    return frozen_page(replace(page, **changes))  # type: ignore[arg-type]


def test_a_page_that_was_changed_is_found_in_spite_of_what_came_later(reopened: Book) -> None:
    page = day_page(reopened.db, FRIDAY)
    late_work(reopened)
    closed = close_day(reopened.db, reopened.desk, DECEMBER)
    assert verify(reopened.db).problems == ()
    texts = {
        FRIDAY: (forged(page, kinds=page.kinds[1:]), forged(page, ever=page.kinds[1:])),
        DECEMBER: (forged(closed, late=()), forged(closed, counters=(replace(closed.counters[0], late_rupiah=0),))),
    }
    for day, reports in texts.items():
        for report in reports:
            whole = frozen_page(page if day == FRIDAY else closed)
            for text in (report, whole):
                with unguarded(reopened.db) as run:
                    quoted = text.replace("'", "''").replace("%", "%%" if not reopened.db.is_sqlite else "%")
                    hashed = digest(text)
                    run(f"UPDATE day_closing SET report = '{quoted}', report_hash = '{hashed}' WHERE day = '{day}'")
                found = {(each.kind, each.where) for each in verify(reopened.db).problems}
                assert ((ProblemKind.CLOSING_DIFFERS, day.isoformat()) in found) == (text == report)
            assert verify(reopened.db).problems == ()
    with reopened.db.reading() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(day_closing)) == 3
