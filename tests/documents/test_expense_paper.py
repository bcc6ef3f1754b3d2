"""The paper of an expense as it reads, and its copies."""

from dataclasses import replace
from pathlib import Path

import pytest

from daurulang.__main__ import main
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.documents.expense_paper import expense_pdf, write_expense_paper
from daurulang.documents.sale_frame import Size
from daurulang.errors import UnknownReceipt
from daurulang.expenses import service as expenses
from daurulang.expenses.model import PaidFrom
from daurulang.expenses.service import ExpenseDraft
from daurulang.periods import clock_at, now_ms
from daurulang.receipts.queue import enqueue, enqueue_forgotten, open_jobs
from daurulang.receipts.service import hand_out_expense
from tests.book import Book, new_key
from tests.documents.papers import bare, pages_of, read


@pytest.mark.parametrize("size", list(Size))
def test_the_paper_says_what_was_spent_for_what_and_from_where(book: Book, size: Size) -> None:
    draft = ExpenseDraft(new_key(), 3, 150_000, "solar mesin cacah", PaidFrom.CASH, "SPBU 17")
    expenses.record(book.db, book.desk, draft)
    expenses.change_category(book.db, 3, "Bahan bakar", active=True)
    paper = hand_out_expense(book.db, "L1-1", None)
    (page,) = pages_of(expense_pdf(paper, size))
    for words in (
        *("RDU Bangkalan", "BUKTI PENGELUARAN", "L1-000001", "Keperluan", "BBM", "Rp 150.000"),
        *("seratus lima puluh ribu rupiah", "solar mesin cacah", "Kas loket", "SPBU 17", "Siti Aminah"),
        *("Petugas", "Yang menerima", "Mengetahui", "Lampirkan nota"),
    ):
        assert bare(words) in bare(page)
    assert "SALINAN" not in page
    (copied,) = pages_of(expense_pdf(replace(paper, copy=2), size))
    assert "SALINAN ke-2" in copied


def test_copies_are_counted_and_what_was_undone_says_so(book: Book, tmp_path: Path) -> None:
    draft = ExpenseDraft(new_key(), 1, 50_000, "upah sortir", PaidFrom.OWNER)
    entry_id = expenses.record(book.db, book.desk, draft)
    target = tmp_path / "bukti.pdf"
    first = hand_out_expense(book.db, "L1-1", None, lambda made: write_expense_paper(made, Size.A5, target))
    assert (first.copy, hand_out_expense(book.db, "L1-1", None).copy) == (0, 1)
    assert "Nomor nota" not in read(target.read_bytes())
    reverse(book.db, book.desk, ReversalDraft(new_key(), entry_id, "salah tulis angka", book.desk.staff_id))
    undone = hand_out_expense(book.db, "L1-1", None)
    assert undone.reversed_by == "L1-000002"
    assert "DIBATALKAN" in read(expense_pdf(undone, Size.A5))
    with pytest.raises(UnknownReceipt):
        hand_out_expense(book.db, "L1-2", None)


def test_a_paper_that_was_forgotten_is_found_under_its_category(book: Book) -> None:
    with clock_at(now_ms() - 60_000):
        for _ in range(2):
            expenses.record(book.db, book.desk, ExpenseDraft(new_key(), 3, 9_000, "solar", PaidFrom.OWNER))
    enqueue(book.db, book.desk, "L1-1")
    assert enqueue_forgotten(book.db, 1) == 1
    assert [each.member_name for each in open_jobs(book.db, 1)] == ["BBM", "BBM"]


def test_the_command_line_makes_it(book: Book, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    expenses.record(book.db, book.desk, ExpenseDraft(new_key(), 3, 9_000, "solar", PaidFrom.OWNER))
    target = tmp_path / "bukti.pdf"
    assert main(["--database", book.db.address, "receipt", "L1-1", "--pdf", str(target)]) == 0
    assert capsys.readouterr().out.strip() == str(target)
    assert "BUKTI PENGELUARAN" in read(target.read_bytes())
