"""What members owe and repay, on receipts, statements, recaps, pages of days and in the report of a month."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from daurulang.centre.queries import CounterRule, letterhead
from daurulang.centre.service import change_rule
from daurulang.closings.day import close_day
from daurulang.config import Paper
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.debts.model import RepaymentSource
from daurulang.debts.service import RepaymentDraft, repay
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.documents.daily_recap import write_daily_recap
from daurulang.documents.daily_recap_workbook import write_daily_recap_workbook
from daurulang.documents.day_closing import write_day_closing
from daurulang.documents.economic_value_report import write_value_report
from daurulang.documents.economic_value_workbook import write_value_workbook
from daurulang.documents.receipt import receipt_pdf
from daurulang.documents.statement import write_statement
from daurulang.documents.statement_workbook import write_statement_workbook
from daurulang.periods import Period, month_of
from daurulang.receipts.queries import Links, Receipt, RepaymentPart, ReversalPart
from daurulang.receipts.service import look_at
from daurulang.replacements.service import correct_deposit
from daurulang.reports.daily_recap import daily_recap
from daurulang.reports.economic_value import economic_value
from daurulang.reports.line_list import each_line
from daurulang.reports.statement import statement
from tests.book import PRICED_FROM, Book, new_key
from tests.closings.test_day import TUESDAY, tuesday
from tests.documents.papers import PET, bare, deposit, pages_of, payout, read, reversal_of
from tests.documents.test_daily_recap_workbook import check

__all__ = ["tuesday"]

every_paper = pytest.mark.parametrize("paper", list(Paper))


def says(text: str, *words: str) -> bool:
    return all(bare(each) in bare(text) for each in words)


def repayment(source: RepaymentSource = RepaymentSource.CASH) -> Receipt:
    """Rp 10.000 of Rp 15.000, by somebody who has saved Rp 20.000."""
    part = RepaymentPart(source, 10_000, 5_000, 20_000)
    after = 20_000 if source is RepaymentSource.CASH else 10_000
    return replace(payout(), number="L1-000140", part=part, balance_after_rupiah=after)


def work(book: Book) -> None:
    """Rp 15.000 of Rp 31.000 were paid out before the deposit was taken back; Rp 9.000 of that are repaid."""
    change_rule(book.db, CounterRule(debt_allowed=True), PRICED_FROM)
    original = book.deposit(31_000)
    book.payout(15_000)
    reverse(book.db, book.desk, ReversalDraft(new_key(), original, "ditimbang dua kali", book.desk.staff_id, 15_000))
    book.deposit(6_200)
    for rupiah, source in ((5_000, RepaymentSource.CASH), (4_000, RepaymentSource.SAVINGS)):
        repay(book.db, book.desk, RepaymentDraft(new_key(), book.member_id, rupiah, source))


@every_paper
def test_a_repayment_in_cash_leaves_the_savings_as_they_are(paper: Paper) -> None:
    text = read(receipt_pdf(repayment(), paper))
    assert says(text, "BUKTI PELUNASAN HUTANG", "L1-000140", "Nur Hayati", "Dilunasi Rp 10.000", "Dari Tunai")
    assert says(text, "Hutang sebelum Rp 15.000", "Sisa hutang Rp 5.000", "Saldo tabungan Rp 20.000")
    assert says(text, "sepuluh ribu rupiah", "Anggota", "Petugas", "2c26 b46b 68ff c68f")


@every_paper
def test_a_repayment_from_the_savings_names_both_balances(paper: Paper) -> None:
    text = read(receipt_pdf(repayment(RepaymentSource.SAVINGS), paper))
    assert says(text, "Dari Tabungan", "Saldo sebelum Rp 20.000", "Saldo sesudah Rp 10.000", "Sisa hutang Rp 5.000")


@every_paper
def test_a_copy_and_a_reversed_repayment_say_so(paper: Paper) -> None:
    text = read(receipt_pdf(replace(repayment(), copy=2, links=Links("L1-000141")), paper))
    assert says(text, "SALINAN ke-2", "DIBATALKAN", "dibatalkan oleh L1-000141")


@every_paper
@pytest.mark.parametrize(
    "source, words",
    [
        (RepaymentSource.CASH, ("Tunai dikembalikan Rp 10.000", "Saldo tabungan Rp 20.000")),
        (RepaymentSource.SAVINGS, ("Kembali ke tabungan Rp 10.000", "Saldo sesudah Rp 20.000")),
    ],
)
def test_the_reversal_of_a_repayment_says_that_it_is_owed_again(
    paper: Paper, source: RepaymentSource, words: tuple[str, ...]
) -> None:
    text = read(receipt_pdf(reversal_of(repayment(source)), paper))
    assert says(text, "BUKTI PEMBATALAN", "membatalkan L1-000140", "Pelunasan hutang 21/11/2026")
    assert says(text, "Dibatalkan Rp 10.000", "Kembali menjadi hutang Rp 10.000", *words)


@every_paper
def test_a_reversal_says_what_became_a_debt(paper: Paper) -> None:
    undone = reversal_of(deposit(PET))
    assert isinstance(undone.part, ReversalPart)
    part = replace(undone.part, debt_rupiah=5_000, balance_before_rupiah=2_595)
    text = read(receipt_pdf(replace(undone, part=part, balance_after_rupiah=0), paper))
    assert says(text, "Dibatalkan Rp 7.595", "Keluar dari tabungan Rp 2.595", "Menjadi hutang Rp 5.000")
    assert says(text, "Saldo sebelum Rp 2.595", "Saldo sesudah Rp 0")


def test_papers_of_the_book_say_what_was_done(tuesday: Book) -> None:
    work(tuesday)
    assert says(read(receipt_pdf(look_at(tuesday.db, "L1-3"), Paper.A5)), "Menjadi hutang Rp 15.000")
    cash = read(receipt_pdf(look_at(tuesday.db, "L1-5"), Paper.ROLL_58))
    assert says(cash, "Hutang sebelum Rp 15.000", "Sisa hutang Rp 10.000", "Saldo tabungan Rp 6.200")
    assert says(read(receipt_pdf(look_at(tuesday.db, "L1-6"), Paper.ROLL_80)), "Sisa hutang Rp 6.000")


def test_what_covers_its_own_original_tells_no_balance_below_zero(tuesday: Book) -> None:
    change_rule(tuesday.db, CounterRule(debt_allowed=True), PRICED_FROM)
    original = tuesday.deposit(31_000)
    tuesday.payout(30_000)
    lines = (LineDraft(tuesday.pet_id, 4_000),)
    undoing = ReversalDraft(new_key(), original, "salah timbang, kardus", tuesday.desk.staff_id, 17_600)
    right = DepositDraft(new_key(), tuesday.member_id, lines, Payment.SAVINGS, 12_400)
    correct_deposit(tuesday.db, tuesday.desk, undoing, right)
    text = read(receipt_pdf(look_at(tuesday.db, "L1-3"), Paper.A5))
    assert says(text, "menggantikan L1-000001", "Masuk tabungan Rp 12.400", "Saldo tabungan Rp 0")
    assert "−" not in text
    assert says(read(receipt_pdf(look_at(tuesday.db, "L1-4"), Paper.A5)), "Menjadi hutang Rp 17.600")


def test_a_statement_shows_how_a_debt_came_and_went(tuesday: Book, tmp_path: Path) -> None:
    work(tuesday)
    centre, _ = letterhead(tuesday.db)
    found = statement(tuesday.db, "1", month_of(TUESDAY))
    write_statement(found, centre, tmp_path / "a.pdf", place="Bangkalan", day=TUESDAY, maker="Siti")
    (text,) = pages_of((tmp_path / "a.pdf").read_bytes())
    assert says(text, "Pembatalan L1-000001. Menjadi hutang Rp 15.000 – 16.000 0")
    assert says(text, "Pelunasan hutang (tunai). Dilunasi Rp 5.000 – – 6.200")
    assert says(text, "Pelunasan hutang (tabungan). Dilunasi Rp 4.000 – 4.000 2.200")
    assert says(text, "Hutang awal Rp 0", "Hutang akhir Rp 6.000")
    write_statement_workbook(found, tmp_path / "a.xlsx")
    assert "Hutang akhir Rp 6.000" in check(tmp_path / "a.xlsx", 6).stored["Mutasi"]["A2"].value


def test_nobody_who_owes_nothing_is_told_of_debts(tuesday: Book, tmp_path: Path) -> None:
    tuesday.deposit(6_200)
    centre, _ = letterhead(tuesday.db)
    month = month_of(TUESDAY)
    papers = [tmp_path / f"{name}.pdf" for name in ("statement", "recap", "month")]
    edge = {"place": "Bangkalan", "day": TUESDAY, "maker": "Siti"}
    write_statement(statement(tuesday.db, "1", month), centre, papers[0], **edge)  # type: ignore[arg-type]
    write_daily_recap(daily_recap(tuesday.db, TUESDAY), centre, papers[1], **edge)  # type: ignore[arg-type]
    write_value_report(economic_value(tuesday.db, month), centre, papers[2], **edge)  # type: ignore[arg-type]
    assert all("utang" not in read(paper.read_bytes()) for paper in papers)


def test_the_recap_counts_cash_that_came_in(tuesday: Book, tmp_path: Path) -> None:
    work(tuesday)
    centre, _ = letterhead(tuesday.db)
    recap = daily_recap(tuesday.db, TUESDAY)
    write_daily_recap(recap, centre, tmp_path / "a.pdf", place="Bangkalan", day=TUESDAY, maker="Siti")
    text = read((tmp_path / "a.pdf").read_bytes())
    assert says(text, "Menjadi hutang Hutang dilunasi dari tabungan Hutang dilunasi tunai")
    assert says(text, "Rp 15.000 Rp 15.000 Rp 4.000 Rp 5.000")
    write_daily_recap_workbook(recap, tmp_path / "a.xlsx")
    note = check(tmp_path / "a.xlsx", 7).stored["Bahan"]["A2"].value
    assert "menjadi hutang Rp 15.000, dilunasi dari tabungan Rp 4.000, dilunasi tunai Rp 5.000" in note


def test_the_page_of_the_day_counts_it_as_cash_in(tuesday: Book, tmp_path: Path) -> None:
    work(tuesday)
    page = close_day(tuesday.db, tuesday.desk, TUESDAY)
    assert (page.counters[0].cash_in_rupiah, page.counters[0].cash_out_rupiah) == (5_000, 15_000)
    assert (page.reversals[0].rupiah, page.reversals[0].debt_rupiah) == (31_000, 15_000)
    write_day_closing(page, tmp_path / "a.pdf")
    text = read((tmp_path / "a.pdf").read_bytes())
    assert says(text, "Pelunasan hutang 2 9.000 5.000 2 9.000", "Pembatalan 1 31.000 – 1 31.000")
    assert says(text, "L1-000003 L1-000001 31.000 ditimbang dua kali (menjadi hutang Rp 15.000) Siti Aminah")


def test_the_month_counts_debts_apart_from_savings(tuesday: Book, tmp_path: Path) -> None:
    work(tuesday)
    centre, _ = letterhead(tuesday.db)
    month = month_of(TUESDAY)
    report = economic_value(tuesday.db, month)
    assert (report.balances_rupiah, report.debts_rupiah, report.opening_debts_rupiah) == (2_200, 6_000, 0)
    write_value_report(report, centre, tmp_path / "a.pdf", place="Bangkalan", day=TUESDAY, maker="Siti")
    text = read((tmp_path / "a.pdf").read_bytes())
    assert says(text, "Menjadi hutang Rp 15.000", "Pelunasan hutang −Rp 4.000", "Saldo akhir Rp 2.200")
    assert says(text, "Hutang anggota", "Hutang awal Rp 0", "Dilunasi dari tabungan −Rp 4.000")
    assert says(text, "Dilunasi tunai −Rp 5.000", "Hutang akhir Rp 6.000")
    write_value_workbook(report, each_line(tuesday.db, month), centre, tmp_path / "a.xlsx")
    found = check(tmp_path / "a.xlsx", 60).stored
    people = {row[0].value: row[1].value for row in found["Peserta"].iter_rows() if row[0].value}
    assert (people["Saldo akhir (Rp)"], people["Hutang akhir (Rp)"]) == (2_200, 6_000)
    assert people["Dikurangi pelunasan hutang (Rp)"] == 4_000
    assert "Hutang akhir (Rp)" in {cell.value for row in found["Ringkasan"].iter_rows() for cell in row}


def test_a_debt_is_carried_into_the_next_month(tuesday: Book) -> None:
    work(tuesday)
    april = economic_value(tuesday.db, Period(date(2026, 4, 1), date(2026, 4, 30)))
    assert (april.opening_debts_rupiah, april.debts_rupiah, bool(april.debts)) == (6_000, 6_000, False)
