"""A member's statement as it reads on paper."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from daurulang.deposits.model import Payment
from daurulang.documents.statement import write_statement
from daurulang.errors import FileNotWritten
from daurulang.ledger.model import EntryKind
from daurulang.payouts.model import PayoutMethod
from daurulang.periods import Period
from daurulang.quantities import Condition, Unit
from daurulang.reports.statement import Goods, Movement, Statement
from tests.documents.papers import bare, pages_of
from tests.documents.reports import CENTRE

PERIOD = Period(date(2026, 10, 1), date(2026, 10, 31))
PET = Goods("PET botol bening", Condition.DIRTY, Unit.KILOGRAM, 2450, 3675)
BOTTLES = Goods("Botol kecap", Condition.CLEAN, Unit.PIECE, 12, 4800)


def movement(
    day: date, *, cash_rupiah: int = 0, in_rupiah: int = 0, out_rupiah: int = 0, balance_rupiah: int = 0
) -> Movement:
    money = (cash_rupiah, in_rupiah, out_rupiah, balance_rupiah)
    return Movement(day, "L1-000123", EntryKind.DEPOSIT, Payment.SAVINGS, None, (PET, BOTTLES), *money)


SPLIT = replace(
    movement(date(2026, 10, 3), cash_rupiah=1000, in_rupiah=7475, balance_rupiah=107_475), payment=Payment.SPLIT
)
GIVEN = replace(movement(date(2026, 10, 9), balance_rupiah=107_475), payment=Payment.GIVEN)
PAYOUT = Movement(
    date(2026, 10, 30), "L1-000201", EntryKind.PAYOUT, None, PayoutMethod.TRANSFER, (), 0, 0, 50_000, 57_475
)
STATEMENT = Statement("A-00123", "Nur Hayati", "Pangeranan, RT 03/RW 02", PERIOD, 100_000, (SPLIT, GIVEN, PAYOUT))


REVERSAL = Movement(
    *(date(2026, 10, 31), "L1-000202", EntryKind.REVERSAL, None, None, (), -1000, 0, 6475, 51_000),
    reverses="L1-000123",
)
OPENING = Movement(date(2026, 10, 1), "L1-000001", EntryKind.OPENING_BALANCE, None, None, (), 0, 5000, 0, 5000)


def pdf(statement: Statement, folder: Path) -> bytes:
    path = folder / "mutasi.pdf"
    write_statement(statement, CENTRE, path, place="Bangkalan", day=date(2026, 11, 1), maker="Siti Aminah")
    return path.read_bytes()


def test_a_statement_reads_like_a_passbook(tmp_path: Path) -> None:
    (page,) = pages_of(pdf(STATEMENT, tmp_path))
    for words in (
        *("MUTASI REKENING Oktober 2026", "Nama Nur Hayati", "Nomor A-00123", "Alamat Pangeranan, RT 03/RW 02"),
        *("Tanggal Bukti Keterangan Masuk (Rp) Keluar (Rp) Saldo (Rp)", "01/10/2026 Saldo awal 100.000"),
        *("03/10/2026 L1-000123 Setoran: PET botol bening kotor 2,45 kg, Botol kecap 12 pcs", "Dibayar tunai Rp 1.000"),
        *(
            "7.475 – 107.475",
            "Setoran (sedekah): PET",
            "30/10/2026 L1-000201 Penarikan (transfer bank) – 50.000 57.475",
        ),
        *("31/10/2026 Saldo akhir 7.475 50.000 57.475", "Saldo akhir Rp 57.475"),
        *("lima puluh tujuh ribu empat ratus tujuh puluh lima rupiah", "Bangkalan, 1 November 2026", "Halaman 1/1"),
    ):
        assert bare(words) in bare(page), words


def test_corrections_and_old_books_are_named(tmp_path: Path) -> None:
    (page,) = pages_of(pdf(replace(STATEMENT, opening_rupiah=0, movements=(OPENING, REVERSAL)), tmp_path))
    for words in (
        "01/10/2026 L1-000001 Saldo dari buku lama 5.000 – 5.000",
        "Pembatalan L1-000123. Tunai dikembalikan Rp 1.000",
    ):
        assert bare(words) in bare(page), words


def test_years_of_movements_break_over_pages(tmp_path: Path) -> None:
    first = date(2024, 1, 1)
    movements = tuple(
        replace(
            movement(first + timedelta(days=n), in_rupiah=1000, balance_rupiah=1000 * (n + 1)), number=f"L1-{n:06d}"
        )
        for n in range(400)
    )
    pages = pages_of(pdf(replace(STATEMENT, opening_rupiah=0, movements=movements), tmp_path))
    assert all("Tanggal Bukti Keterangan" in page for page in pages)
    text = " ".join(pages)
    assert all(text.count(f"L1-{n:06d}") == 1 for n in range(400))
    assert "Saldo akhir 400.000 – 400.000" in pages[-1]


def test_a_period_without_movements_says_so(tmp_path: Path) -> None:
    (page,) = pages_of(pdf(replace(STATEMENT, movements=()), tmp_path))
    assert "Saldo awal 100.000 Tidak ada mutasi dalam periode ini. 31/10/2026" in page
    assert "Saldo akhir – – 100.000" in page


def test_a_past_day_with_less_than_nothing_is_said_so(tmp_path: Path) -> None:
    (page,) = pages_of(pdf(replace(STATEMENT, opening_rupiah=0, movements=(PAYOUT,)), tmp_path))
    assert "Saldo akhir \u2212Rp 50.000" in page
    assert "Terbilang: minus lima puluh ribu rupiah" in page


def test_the_same_statement_gives_the_same_bytes(tmp_path: Path) -> None:
    assert pdf(STATEMENT, tmp_path) == pdf(STATEMENT, tmp_path)
    with pytest.raises(FileNotWritten):
        pdf(STATEMENT, tmp_path / "missing")
