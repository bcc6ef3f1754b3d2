"""The stock on the command line."""

import json
from datetime import date
from pathlib import Path

import openpyxl
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
        "Gudang",
        f"{'PL1':<8} {'PET botol bening (bersih)':<44} {'10,00 kg':>16} {'Rp 31.000':>16} {0:>5} hari",
        "Berat yang diketahui: 10,00 kg",
        "Nilai perolehan Rp 31.000, nilai jual Rp 40.000",
    ]
    status, told, _ = run(capsys, "--database", place, "stock", "--json")
    pet, oil = json.loads(told)
    assert status == 0
    assert (pet["code"], pet["condition"], pet["grams"], pet["cost_rupiah"]) == ("PL1", "clean", 9000, 27_900)
    assert (pet["worth_rupiah"], pet["since"]) == (36_000, "2026-03-01")
    assert (oil["code"], oil["grams"], oil["millilitres"], oil["cost_rupiah"]) == ("MN1", 1830, 2000, 0)
    assert (oil["sell_price_rupiah"], oil["worth_rupiah"], oil["age_days"]) == (None, None, 0)
    _, told, _ = run(capsys, "--database", place, "stock")
    assert "Tanpa harga jual: MN1" in told


def test_what_moved_in_a_month_becomes_papers(
    book: Book, place: str | Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book.deposit(grams=10_000, day=date(2026, 3, 1))
    book.deposit(grams=2_000, day=date(2026, 4, 3))
    pdf, xlsx = tmp_path / "stok.pdf", tmp_path / "stok.xlsx"
    words = ("--database", place, "report")
    status, told, _ = run(capsys, *words, "stock", "2026-04", "--pdf", pdf, "--xlsx", xlsx)
    assert (status, told.splitlines()[0]) == (0, "Stok gudang Kamis, 30 April 2026")
    assert pdf.read_bytes().startswith(b"%PDF")
    assert openpyxl.load_workbook(xlsx).sheetnames == ["Stok", "Mutasi kg"]


def test_the_card_of_a_material(
    book: Book, place: str | Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book.deposit(grams=10_000, day=date(2026, 3, 1))
    book.deposit(grams=2_000, day=date(2026, 4, 3))
    pdf, xlsx = tmp_path / "kartu.pdf", tmp_path / "kartu.xlsx"
    words = ("--database", place, "report", "card", "pl1", "2026-04")
    status, told, _ = run(capsys, *words, "--pdf", pdf, "--xlsx", xlsx)
    assert status == 0
    assert [" ".join(line.split()) for line in told.splitlines()] == [
        "Kartu gudang PL1 PET botol bening (bersih), Gudang, April 2026",
        "Stok awal 10,00 31.000",
        "03/04/2026 L1-000002 Setoran 2,00 0,00 12,00 37.200",
        "Stok akhir 2,00 0,00 12,00 37.200",
    ]
    assert pdf.read_bytes().startswith(b"%PDF")
    assert openpyxl.load_workbook(xlsx).sheetnames == ["Kartu"]
    _, told, _ = run(capsys, *words, "--json")
    assert json.loads(told)["closing"] == {"quantity": 12_000, "grams": 12_000, "rupiah": 37_200}
    _, told, _ = run(capsys, *words, "--condition", "kotor", "--json")
    assert json.loads(told)["movements"] == []
    with pytest.raises(SystemExit):
        run(capsys, *words, "--store", "Gudang RDF")
    status, _, _ = run(capsys, "--database", place, "report", "card", "XX", "2026-04")
    assert status == 1


def test_a_day_to_come_has_no_stock_yet(book: Book, place: str | Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, refused = run(capsys, "--database", place, "stock", "--day", "2900-01-01")
    assert status == 1
    assert "belum tiba" in refused
