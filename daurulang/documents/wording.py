"""Every Indonesian word that stands on paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from daurulang.payouts.model import PayoutMethod
from daurulang.quantities import Condition, Unit

DEPOSIT_TITLE: Final = "BUKTI SETORAN"
PAYOUT_TITLE: Final = "BUKTI PENARIKAN"

PHONE: Final = "Telp."
DATE: Final = "Tanggal"
RECORDED: Final = "Dicatat"
TIME: Final = "Pukul"
COUNTER: Final = "Loket"
CLERK: Final = "Petugas"
MEMBER: Final = "Anggota"

MATERIAL: Final = "Bahan"
NET: Final = "Neto"
PRICE: Final = "Harga"
AMOUNT: Final = "Jumlah (Rp)"

GROSS: Final = "bruto"
TARE: Final = "tara"
DEDUCTION: Final = "potongan"

CONDITIONS: Final[Mapping[Condition, str]] = {
    Condition.CLEAN: "bersih",
    Condition.DIRTY: "kotor",
    Condition.WET: "basah",
    Condition.MIXED: "campur",
}

# What was brought, each measure for itself.
TOTALS: Final[Mapping[Unit, str]] = {
    Unit.KILOGRAM: "Total berat",
    Unit.PIECE: "Total satuan",
    Unit.LITRE: "Total cairan",
}

TOTAL: Final = "Total"
PAID_OUT: Final = "Ditarik"
TO_SAVINGS: Final = "Masuk tabungan"
IN_CASH: Final = "Dibayar tunai"
GIVEN: Final = "Sedekah"
VALUE: Final = "Nilai"
NOT_VALUED: Final = "tidak dinilai"
BALANCE_BEFORE: Final = "Saldo sebelum"
BALANCE_AFTER: Final = "Saldo sesudah"
BALANCE: Final = "Saldo tabungan"
IN_WORDS: Final = "Terbilang"

METHOD: Final = "Cara bayar"
METHODS: Final[Mapping[PayoutMethod, str]] = {PayoutMethod.CASH: "Tunai", PayoutMethod.TRANSFER: "Transfer bank"}
REFERENCE: Final = "Tujuan"

DEPOSITOR: Final = "Penyetor"
RECEIVER: Final = "Penerima"
SIGNED_CLERK: Final = "Petugas"

CHECK_CODE: Final = "Kode periksa"
KEEP_THIS: Final = "Simpan bukti ini. Terima kasih."
CONTINUED: Final = "lanjutan"


def copy_mark(copy: int) -> str:
    """What stands on top of every paper after the first."""
    return f"SALINAN ke-{copy}"


def page_of(page: int, pages: int) -> str:
    """Which sheet of how many, both from 1."""
    return f"Halaman {page}/{pages}"
