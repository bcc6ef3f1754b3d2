"""The queue of the printer, and the counting of papers that stand."""

import os
from pathlib import Path

import pytest
import sqlalchemy as sa

from daurulang.__main__ import main
from daurulang.cash.service import OpeningDraft, open_session
from daurulang.devices import printer
from daurulang.devices.printer import print_file
from daurulang.errors import FileNotWritten, PrinterRefused, UnknownReceipt
from daurulang.ledger.model import entry
from daurulang.ledger.service import Desk
from daurulang.migrations.opening import open_book
from daurulang.periods import clock_at
from daurulang.receipts.model import JobState, print_job, receipt_print
from daurulang.receipts.queries import Receipt
from daurulang.receipts.queue import PrintJob, drop, enqueue, enqueue_forgotten, open_jobs, settle
from daurulang.receipts.service import hand_out
from tests.book import Book, new_key, set_up_book

NUMBER = "L1-000001"


def copies(book: Book) -> list[int]:
    with book.db.reading() as connection:
        return list(connection.scalars(sa.select(receipt_print.c.copy).order_by(receipt_print.c.copy)))


def job(book: Book, job_id: int) -> tuple[JobState, int | None, str]:
    with book.db.reading() as connection:
        query = sa.select(print_job.c.state, print_job.c.copy, print_job.c.problem).where(print_job.c.id == job_id)
        row = connection.execute(query).one()
        return row.state, row.copy, row.problem


def test_a_job_waits_until_the_printer_has_taken_it(book: Book) -> None:
    book.deposit()
    with clock_at(1_773_100_000_000):
        job_id = enqueue(book.db, book.desk, NUMBER)
    assert open_jobs(book.db, 1) == (PrintJob(job_id, NUMBER, "Nur Hayati", 1_773_100_000_000, 0, ""),)
    hand_out(book.db, NUMBER, 1, job_id=job_id)
    assert open_jobs(book.db, 1)[0].next_copy == 1
    settle(book.db, job_id)
    assert open_jobs(book.db, 1) == ()
    assert job(book, job_id) == (JobState.SENT, 0, "")


def last_number(book: Book) -> str:
    with book.db.reading() as connection:
        return f"L1-{connection.scalar(sa.select(sa.func.max(entry.c.sequence)).where(entry.c.counter_id == 1)):06d}"


def waiting(book: Book) -> list[str]:
    return [each.number for each in open_jobs(book.db, 1)]


def test_a_crash_between_the_commit_and_its_job_leaves_no_paper_forgotten(book: Book) -> None:
    start_ms = 1_773_100_000_000
    with clock_at(start_ms):
        book.deposit()  # saved elsewhere, before anything was printed at this counter
        book.deposit()
        settle(book.db, enqueue(book.db, book.desk, last_number(book)))
        book.deposit()
        forgotten = [last_number(book)]
        book.deposit()
        drop(book.db, enqueue(book.db, book.desk, last_number(book)))
        book.deposit()
        hand_out(book.db, last_number(book), 1)
    with clock_at(start_ms + 1000):
        book.payout(500)
        forgotten.append(last_number(book))
        assert enqueue_forgotten(book.db, 1) == 0  # their own windows may be at it
    with clock_at(start_ms + 20_000):
        assert enqueue_forgotten(book.db, 2) == 0
        assert enqueue_forgotten(book.db, 1) == 2
        assert waiting(book) == forgotten
        assert [each.at_ms for each in open_jobs(book.db, 1)] == [start_ms, start_ms + 1000]
        assert enqueue_forgotten(book.db, 1) == 0
        for each in open_jobs(book.db, 1):
            drop(book.db, each.id)
        assert enqueue_forgotten(book.db, 1) == 0


def test_what_was_saved_long_ago_and_what_has_no_paper_is_not_forgotten(book: Book) -> None:
    with clock_at(1_773_100_000_000):
        book.deposit()
        settle(book.db, enqueue(book.db, book.desk, last_number(book)))
        book.deposit()
    with clock_at(1_773_100_000_000 + 8 * 24 * 60 * 60_000):
        open_session(book.db, book.desk, OpeningDraft(new_key(), 0))
    with clock_at(1_773_100_000_000 + 8 * 24 * 60 * 60_000 + 20_000):
        assert enqueue_forgotten(book.db, 1) == 0


def test_a_job_that_failed_can_be_tried_again_or_dropped(book: Book) -> None:
    book.deposit()
    first, second = (enqueue(book.db, book.desk, NUMBER) for _ in range(2))
    settle(book.db, first, "kertas habis")
    drop(book.db, second)
    assert [(each.id, each.problem) for each in open_jobs(book.db, 1)] == [(first, "kertas habis")]
    settle(book.db, first)
    settle(book.db, second, "too late")
    assert job(book, first) == (JobState.SENT, None, "")
    assert job(book, second) == (JobState.DROPPED, None, "")


def test_only_what_was_posted_can_be_printed_and_each_counter_sees_its_own(book: Book) -> None:
    with pytest.raises(UnknownReceipt):
        enqueue(book.db, book.desk, NUMBER)
    book.deposit()
    enqueue(book.db, Desk(1, book.desk.staff_id), NUMBER)
    assert open_jobs(book.db, 2) == ()


def test_a_paper_that_does_not_stand_is_not_counted(book: Book) -> None:
    book.deposit()
    job_id = enqueue(book.db, book.desk, NUMBER)

    def full(_receipt: Receipt) -> None:
        raise FileNotWritten("/full/disk.pdf")

    with pytest.raises(FileNotWritten):
        hand_out(book.db, NUMBER, 1, full, job_id)
    assert copies(book) == []
    made: list[int] = []
    hand_out(book.db, NUMBER, 1, lambda receipt: made.append(receipt.copy), job_id)
    assert made == copies(book) == [0]


def test_the_command_line_counts_only_what_it_has_written(sqlite_place: Path, tmp_path: Path) -> None:
    book = set_up_book(open_book(sqlite_place))
    book.deposit()
    for folder, status in ((tmp_path / "missing", 1), (tmp_path, 0)):
        words = ["--database", str(sqlite_place), "receipt", NUMBER, "--pdf", str(folder / "paper.pdf")]
        assert main(words) == status
    assert copies(book) == [0]
    book.db.close()


def test_two_windows_never_hand_out_the_same_copy(book: Book) -> None:
    book.deposit()
    made: list[int] = []

    def overtaken(receipt: Receipt) -> None:
        """Another window prints the same receipt while this one draws."""
        made.append(receipt.copy)
        if len(made) == 1:
            assert hand_out(book.db, NUMBER, None).copy == 0

    assert hand_out(book.db, NUMBER, 1, overtaken).copy == 1
    assert made == copies(book) == [0, 1]


def test_a_printer_that_dies_at_any_byte_leaves_the_job(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry_id = book.deposit()
    content = b"%PDF-1.4 a short one\n"
    papers: list[Path] = []

    def write(receipt: Receipt) -> None:
        papers.append(tmp_path / f"{receipt.number}-{receipt.copy}.pdf")
        papers[-1].write_bytes(content)

    for k in range(len(content) + 1):
        give_lp(tmp_path, monkeypatch, f'head -c {k} "$5" >> "{tmp_path}/tray"; echo "died at {k}" >&2; exit 1')
        job_id = enqueue(book.db, book.desk, NUMBER)
        copy = hand_out(book.db, NUMBER, 1, write, job_id).copy
        with pytest.raises(PrinterRefused) as refused:
            print_file(papers[-1], "Kasir")
        settle(book.db, job_id, refused.value.detail)
        assert (open_jobs(book.db, 1)[-1].problem, copy) == (f"died at {k}", k)
    assert (tmp_path / "tray").read_bytes() == b"".join(content[:k] for k in range(len(content) + 1))
    assert copies(book) == list(range(len(content) + 1))
    assert hand_out(book.db, NUMBER, 1).entry_id == entry_id
    with book.db.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM entry").scalar() == 1


def test_a_printer_that_hangs_leaves_the_job(book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book.deposit()
    job_id = enqueue(book.db, book.desk, NUMBER)
    give_lp(tmp_path, monkeypatch, "exec sleep 5")
    monkeypatch.setattr(printer, "SECONDS", 0.2)
    paper = tmp_path / "paper.pdf"
    hand_out(book.db, NUMBER, 1, lambda _receipt: paper.write_bytes(b"%PDF"), job_id)
    with pytest.raises(PrinterRefused) as refused:
        print_file(paper, "Kasir")
    settle(book.db, job_id, refused.value.reason)
    assert [(each.problem, each.next_copy) for each in open_jobs(book.db, 1)] == [("slow", 1)]


def give_lp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put an `lp` of our own first on the path."""
    folder = tmp_path / "bin"
    folder.mkdir(exist_ok=True)
    lp = folder / "lp"
    lp.write_text(f"#!/bin/sh\n{script}\n")
    lp.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin:/bin")
