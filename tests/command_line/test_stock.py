"""The stock on the command line."""

import json
from datetime import date
from pathlib import Path

import pytest

from daurulang.__main__ import main
from daurulang.stocktakes.service import CountDraft, CountedLine, record
from tests.book import Book, new_key


def run(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, str, str]:
    status = main([str(word) for word in words])
    told = capsys.readouterr()
    return status, told.out, told.err


def test_the_stock_of_now_and_of_a_day(book: Book, place: str | Path, capsys: pytest.CaptureFixture[str]) -> None:
    book.deposit(grams=10_000, day=date(2026, 3, 1))
    lines = (CountedLine(book.pet_id, 9_000, 10_000, "susut"), CountedLine(book.oil_id, 2_000, 0, "belum dicatat"))
    record(book.db, book.desk, CountDraft(new_key(), lines, "opname akhir bulan"))
    status, told, _ = run(capsys, "--database", place, "stock", "--day", "2026-03-01")
    assert status == 0
    assert told.splitlines() == [
        "Stok gudang Minggu, 1 Maret 2026",
        f"{'PL1':<8} {'PET botol bening':<40} {'10,00 kg':>16}",
        "Berat yang diketahui: 10,00 kg",
    ]
    status, told, _ = run(capsys, "--database", place, "stock", "--json")
    assert (status, json.loads(told)) == (
        0,
        [
            {"code": "PL1", "name": "PET botol bening", "unit": "kg", "grams": 9000, "pieces": 0, "millilitres": 0},
            {"code": "MN1", "name": "Jelantah", "unit": "liter", "grams": 1830, "pieces": 0, "millilitres": 2000},
        ],
    )


def test_a_day_to_come_has_no_stock_yet(book: Book, place: str | Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, refused = run(capsys, "--database", place, "stock", "--day", "2900-01-01")
    assert status == 1
    assert "belum tiba" in refused
