"""The number and the day of a slip that was written by hand stand on every paper that has room for them."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from daurulang.centre.queries import letterhead
from daurulang.config import Paper
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.documents.daily_recap import receipts_of, write_daily_recap
from daurulang.documents.daily_recap_workbook import write_daily_recap_workbook
from daurulang.documents.line_sheet import values_of_lines
from daurulang.documents.receipt import receipt_pdf
from daurulang.documents.statement import particulars
from daurulang.handwritten_slips.service import Slip
from daurulang.payouts import service as payouts
from daurulang.payouts.service import PayoutDraft
from daurulang.periods import Period, Zone, short_day
from daurulang.reports.daily_recap import daily_recap
from daurulang.reports.line_list import each_line
from daurulang.reports.statement import statement
from tests.book import PET_RUPIAH, Book, new_key
from tests.documents.papers import PET, bare, deposit, pages_of, payout, read
from tests.documents.test_daily_recap_workbook import check

DAY = date(2026, 11, 19)
SLIP = Slip("A-017", DAY)


@pytest.mark.parametrize("paper", list(Paper))
def test_a_receipt_names_its_slip(paper: Paper) -> None:
    for receipt in (deposit(PET), payout()):
        words = bare("Slip no. A-017, tgl 19/11/2026")
        assert words in bare(read(receipt_pdf(replace(receipt, slip=SLIP), paper)))
        assert "Slip" not in read(receipt_pdf(receipt, paper))


@pytest.mark.parametrize("paper", list(Paper))
def test_the_longest_number_stays_on_the_paper(paper: Paper) -> None:
    number = "W" * 40
    assert number in bare(read(receipt_pdf(replace(deposit(PET), slip=Slip(number, DAY)), paper)))


@pytest.fixture
def written(book: Book) -> Slip:
    """A deposit and a payout of yesterday, each on its slip, and a deposit of the same day on none."""
    yesterday = letterhead(book.db)[0].today() - timedelta(days=1)
    slip = Slip("A-017", yesterday)
    lines = (LineDraft(book.pet_id, 10_000),)
    draft = DepositDraft(new_key(), book.member_id, lines, Payment.SAVINGS, 10 * PET_RUPIAH, slip=slip)
    deposits.record(book.db, book.desk, draft)
    book.deposit(day=yesterday)
    taken = PayoutDraft(new_key(), book.member_id, 5_000, slip=replace(slip, number="A-018"))
    payouts.record(book.db, book.desk, taken)
    return slip


def test_lists_and_statements_tell_it(book: Book, written: Slip) -> None:
    day = written.day
    period, said = Period(day, day), f"Slip no. A-017, tgl {short_day(day)}"
    told = [particulars(each) for each in statement(book.db, "1", period).movements]
    assert [said in each for each in told] == [True, False, False]
    assert told[2].endswith(f"Slip no. A-018, tgl {short_day(day)}")
    remarks = [row[-1] for row in values_of_lines(each_line(book.db, period), Zone.WIB)]
    assert remarks == [said, ""]


def test_the_recap_of_the_day_tells_it(book: Book, written: Slip, tmp_path: Path) -> None:
    found = daily_recap(book.db, written.day)
    (depositor,) = found.depositors
    assert receipts_of(depositor) == "L1-000001, L1-000002 (slip A-017)"
    centre = letterhead(book.db)[0]
    write_daily_recap(found, centre, tmp_path / "a.pdf", place="Bangkalan", day=written.day, maker="Siti Aminah")
    assert bare("(slip A-017)") in bare(" ".join(pages_of((tmp_path / "a.pdf").read_bytes())))
    write_daily_recap_workbook(found, tmp_path / "a.xlsx")
    assert check(tmp_path / "a.xlsx", 7).stored["Penyetor"]["E4"].value == "L1-000001, L1-000002\nslip A-017"
