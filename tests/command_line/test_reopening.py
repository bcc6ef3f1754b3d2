"""A closed month is opened again by name and PIN of who looks after the book."""

import io
from datetime import date
from pathlib import Path

import pytest

from daurulang.__main__ import main
from daurulang.closings.queries import period_report
from daurulang.closings.service import close_month
from daurulang.periods import month_of
from daurulang.staff.service import add_staff
from daurulang.verification.service import verify
from tests.book import Book

MARCH = month_of(date(2026, 3, 1))
WHY = ("--reason", "nota kertas tertinggal di pos")


def reopen(
    place: str | Path, patch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], pin: str, *words: str
) -> tuple[int, str, str]:
    patch.setattr("sys.stdin", io.StringIO(f"{pin}\n"))
    status = main(["--database", str(place), "reopen", "month", "2026-03", *words])
    told = capsys.readouterr()
    return status, told.out, told.err


def test_a_month_is_opened_again(
    book: Book, place: str | Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    book.deposit(day=MARCH.first)
    close_month(book.db, book.desk, MARCH)
    status, told, _ = reopen(place, monkeypatch, capsys, "123456", *WHY, "--name", "siti aminah")
    assert (status, told) == (0, "Maret 2026 dibuka kembali; tutup lagi setelah dibetulkan.\n")
    restated = period_report(book.db, MARCH).restated
    assert restated is not None
    assert (restated.staff, restated.reason) == ("Siti Aminah", WHY[1])
    assert verify(book.db).problems == ()


@pytest.mark.parametrize("name, pin, words, refused", [
    ("Siti Aminah", "654321", WHY, "Nama dan PIN tidak cocok"),
    ("Nobody", "123456", WHY, "Nama dan PIN tidak cocok"),
    ("Kholifah", "222222", WHY, "Hanya pengurus buku yang boleh"),
    ("Siti Aminah", "123456", ("--reason", "salah"), "paling sedikit 10 huruf"),
])  # fmt: skip
def test_it_stays_closed_for_everybody_else(
    book: Book,
    place: str | Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    pin: str,
    words: tuple[str, ...],
    refused: str,
) -> None:
    add_staff(book.db, "Kholifah", "222222")
    close_month(book.db, book.desk, MARCH)
    status, _, said = reopen(place, monkeypatch, capsys, pin, *words, "--name", name)
    assert status == 1
    assert refused in said
    assert period_report(book.db, MARCH).closing is not None
