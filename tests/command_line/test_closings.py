"""Cash boxes and closed days on the command line."""

import json
from pathlib import Path

import pytest

from daurulang.__main__ import main
from daurulang.cash.service import ClosingDraft, OpeningDraft, close_session, open_session
from daurulang.centre.service import add_counter
from daurulang.periods import clock_at
from tests.book import Book, new_key
from tests.closings.test_day import EVENING, work
from tests.documents.papers import pages_of


def run(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, str, str]:
    status = main([str(word) for word in words])
    told = capsys.readouterr()
    return status, told.out, told.err


def test_the_boxes_are_told_without_what_is_not_counted(
    book: Book, place: str | Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_counter(book.db, "L2", "Loket 2")
    with clock_at(EVENING):
        open_session(book.db, book.desk, OpeningDraft(new_key(), 100_000))
    status, told, _ = run(capsys, "--database", place, "cash")
    assert (status, told.splitlines()) == (
        0,
        ["Loket 1 (L1): terbuka sejak 10/03/2026 19.00 oleh Siti Aminah", "Loket 2 (L2): kas belum pernah dibuka"],
    )
    with clock_at(EVENING):
        close_session(book.db, book.desk, ClosingDraft(new_key(), ((100_000, 1),)))
    assert "Loket 1 (L1): tertutup, isinya Rp 100.000" in run(capsys, "--database", place, "cash")[1]
    assert json.loads(run(capsys, "--database", place, "cash", "--json")[1]) == [
        {"counter": "L1", "open": False, "since": None, "rupiah": 100_000},
        {"counter": "L2", "open": False, "since": None, "rupiah": None},
    ]


def test_a_day_is_closed_once_and_printed_again(
    book: Book, place: str | Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with clock_at(EVENING):
        work(book)
    first, again = tmp_path / "a.pdf", tmp_path / "b.pdf"
    status, told, _ = run(capsys, "--database", place, "close", "day", "2026-03-10", "--pdf", first)
    assert (status, told.splitlines()[0]) == (0, "Selasa, 10 Maret 2026 ditutup: 7 catatan.")
    assert "TUTUP HARI" in pages_of(first.read_bytes())[0]
    status, told, _ = run(capsys, "--database", place, "close", "day", "2026-03-10", "--pdf", again)
    assert (status, told.splitlines()[0]) == (0, "Selasa, 10 Maret 2026 sudah ditutup: 7 catatan.")
    assert first.read_bytes() == again.read_bytes()


def test_what_cannot_be_closed_is_refused_in_words(
    book: Book, place: str | Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with clock_at(EVENING):
        open_session(book.db, book.desk, OpeningDraft(new_key(), 100_000))
    status, _, refused = run(capsys, "--database", place, "close", "day", "2026-03-10")
    assert (status, refused) == (1, "Kas Loket 1 dibuka 10/03/2026 dan belum ditutup; tutup kas dulu (F8).\n")
