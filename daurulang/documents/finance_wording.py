"""The Indonesian words of the money reports: laba rugi, neraca, buku kas."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from daurulang.cash.model import OtherSide
from daurulang.documents import wording
from daurulang.ledger.model import EntryKind
from daurulang.reports.cash_book import CashBook, CashLine

PROFIT_TITLE: Final = "LAPORAN LABA RUGI DAN NERACA"
CASH_TITLE: Final = "BUKU KAS"
PROFIT: Final = "Laba rugi"
SHEET: Final = "Neraca"
CASH_BOOK: Final = "Buku kas"
SUMMARY: Final = "Ringkasan"

DETAIL: Final = "Rincian (Rp)"
AMOUNT: Final = "Jumlah (Rp)"

SALES: Final = "Penjualan"
COST_OF_GOODS: Final = "Harga pokok barang terjual"
MARGIN: Final = "Laba kotor"
STOCK_DIFFERENCE: Final = "Penyusutan dan selisih stok"
CASH_DIFFERENCE: Final = "Selisih kas"
EXPENSES: Final = "Jumlah biaya"
NO_EXPENSES: Final = "Tidak ada biaya"
PROFIT_LEFT: Final = "Laba bersih"
LOSS: Final = "Rugi bersih"
PROFIT_NOTE: Final = (
    "Harga pokok memakai rata-rata bergerak. Penyusutan dan selisih stok: barang yang dibuang ke TPA, pengolahan tanpa"
    " hasil, dan selisih opname, menurut nilai perolehannya; di bawah nol berarti kerugian."
)

ASSETS: Final = "Aset"
LIABILITIES: Final = "Kewajiban dan ekuitas"
ASSETS_SUM: Final = "Jumlah aset"
LIABILITIES_SUM: Final = "Jumlah kewajiban dan ekuitas"
APART: Final = "Selisih (harus nol)"
BALANCED: Final = "Seimbang: kedua jumlah sama."
NOT_BALANCED: Final = "TIDAK SEIMBANG: periksa buku (F11)."
BANK: Final = "Bank"
INVENTORY: Final = "Persediaan barang (nilai perolehan)"
DEBTS: Final = "Piutang anggota"
SAVINGS: Final = "Tabungan anggota"
OWNER: Final = "Modal pengurus"
OPENING: Final = "Saldo awal dari buku lama"
RESULT: Final = "Hasil usaha sampai hari itu"

OPENING_BALANCE: Final = "Saldo awal"
CLOSING_BALANCE: Final = "Saldo akhir"
NO_LINES: Final = "Tidak ada uang masuk atau keluar."
ALL_BOOKS: Final = "Semua kas dan bank"
BETWEEN_BOOKS: Final = "Uang yang pindah dari kas ke bank, atau sebaliknya, tercatat di kedua bukunya."

ACTS: Final[Mapping[EntryKind, str]] = {
    **wording.ENTRY_KINDS,
    EntryKind.CASH_OPENING: "Buka kas",
    EntryKind.CASH_MOVEMENT: "Pindah kas",
    EntryKind.CASH_CLOSING: "Tutup kas",
    EntryKind.LOAD: "Muatan masuk",
    EntryKind.SALE: "Penjualan",
    EntryKind.BUYER_PAYMENT: "Pembayaran piutang",
    EntryKind.EXPENSE: "Biaya",
}
OTHER_SIDES: Final[Mapping[OtherSide, str]] = {OtherSide.BANK: "bank", OtherSide.OWNER: "pengurus"}


def receivable(buyer: str) -> str:
    """What a buyer owes."""
    return f"Piutang {buyer}"


def box(counter: str) -> str:
    """What lies at a counter."""
    return f"Kas {counter}"


def book_name(book: CashBook) -> str:
    """The box of a counter, or the bank."""
    return box(book.counter) if book.counter else BANK


def result(rupiah: int) -> str:
    """What is left in the end, by its sign."""
    return PROFIT_LEFT if rupiah >= 0 else LOSS


def what(line: CashLine) -> str:
    """What a line was: "Penjualan: UD Makmur", "Biaya BBM: solar", "Pembatalan L1-000012 (UD Makmur): salah tulis"."""
    words = ACTS.get(line.kind, line.kind)
    if line.reverses:
        words += f" {line.reverses}"
    if line.kind is EntryKind.EXPENSE:
        return f"{words} {line.name}: {line.note}"
    if line.other_side is not None:
        words += f" ({OTHER_SIDES[line.other_side]})"
    if line.name and line.note:
        return f"{words} ({line.name}): {line.note}"
    return f"{words}: {line.name or line.note}" if line.name or line.note else words
