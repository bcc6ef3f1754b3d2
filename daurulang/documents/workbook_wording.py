"""Every Indonesian word that stands in a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from daurulang.deposits.model import Payment
from daurulang.quantities import Unit

LIST: Final = "Daftar"
STATEMENT: Final = "Mutasi rekening"
MOVEMENTS: Final = "Mutasi"
DAILY_RECAP: Final = "Rekap harian"
DEPOSITORS: Final = "Penyetor"
VALUE_TITLE: Final = "LAPORAN NILAI EKONOMI"

SUMMARY: Final = "Ringkasan"
CHARTS: Final = "Grafik"
BY_CATEGORY: Final = "Kategori"
BY_MATERIAL: Final = "Bahan"
BY_VILLAGE: Final = "Desa"
BY_DISTRICT: Final = "Kecamatan"
BY_DAY: Final = "Harian"
BY_MONTH: Final = "Bulanan"
BY_CLASS: Final = "Golongan"
PEOPLE: Final = "Peserta"
LINES: Final = "Rincian"

TITLES: Final[Mapping[str, str]] = {
    BY_CATEGORY: "Menurut kategori",
    BY_MATERIAL: "Menurut bahan, nilai terbesar dulu",
    BY_VILLAGE: "Menurut desa/kelurahan, berat terbesar dulu",
    BY_DISTRICT: "Menurut kecamatan",
    BY_DAY: "Menurut hari",
    BY_MONTH: "Menurut bulan",
    BY_CLASS: "Menurut golongan anggota",
    PEOPLE: "Peserta, pembayaran, dan saldo",
    LINES: "Rincian setiap bahan yang disetor",
}

NUMBER: Final = "No."
CATEGORY: Final = "Kategori"
CODE: Final = "Kode"
MATERIAL: Final = "Bahan"
UNIT: Final = "Satuan"
LINE_COUNT: Final = "Baris setoran"
KILOGRAMS: Final = "Berat (kg)"
PIECES: Final = "Jumlah (pcs)"
LITRES: Final = "Cairan (liter)"
VALUE: Final = "Nilai (Rp)"
SHARE_OF_VALUE: Final = "% nilai"
SHARE_OF_WEIGHT: Final = "% berat"
WEIGHTLESS: Final = "Baris tanpa berat"
VILLAGE: Final = "Desa/kelurahan"
DISTRICT: Final = "Kecamatan"
DEPOSITS: Final = "Setoran"
MEMBERS: Final = "Anggota"
DAY: Final = "Tanggal"
WEEKDAY: Final = "Hari"
MONTH: Final = "Bulan"
CLASS: Final = "Golongan"
RECEIPT: Final = "Nomor bukti"
TIME: Final = "Pukul"
MEMBER_NUMBER: Final = "No. anggota"
NAME: Final = "Nama"
CONDITION: Final = "Kondisi"
GROSS: Final = "Bruto (kg)"
TARE: Final = "Tara (kg)"
DEDUCTION: Final = "Potongan (kg)"
PRICE: Final = "Harga (Rp)"
PAYMENT: Final = "Pembayaran"
REMARK: Final = "Keterangan"

TOTAL: Final = "Jumlah"
SHOWN: Final = "Jumlah baris yang tampil"
NO_DEPOSITS: Final = "Tidak ada setoran"
WEIGHT_OF_DEPOSITORS: Final = "Berat mencakup pcs dan liter yang berat satuannya diketahui."
BROUGHT_KILOGRAMS: Final = "Banyaknya (kg)"
BROUGHT_PIECES: Final = "Banyaknya (pcs)"
BROUGHT_LITRES: Final = "Banyaknya (liter)"
NO_VILLAGE: Final = "(tanpa desa)"

FIGURES: Final = "Angka pokok"
CATEGORIES: Final = "Menurut kategori DLH"
FIGURE: Final = "Uraian"
CHANGE: Final = "Selisih"
CHANGE_PERCENT: Final = "Naik/turun"
NOTHING_BEFORE: Final = "–"
MEMBERS_ACTIVE: Final = "Anggota yang menyetor"
WEIGHT: Final = "Berat yang diketahui (kg)"
DEPOSIT_VALUE: Final = "Nilai setoran (Rp)"
PAYOUTS_VALUE: Final = "Penarikan tabungan (Rp)"
BALANCES: Final = "Saldo seluruh anggota (Rp)"

PARTICIPANTS: Final = "Peserta"
NEW: Final = "Anggota baru terdaftar"
PER_MEMBER: Final = "Rata-rata berat per anggota (kg)"

PAYMENTS: Final = "Pembayaran"
MONEY: Final = "Pembayaran dan tabungan"
TO_SAVINGS: Final = "Masuk tabungan (Rp)"
IN_CASH: Final = "Dibayar tunai (Rp)"
GIVEN_COUNT: Final = "Sedekah, jumlah setoran"
GIVEN_WEIGHT: Final = "Sedekah, berat (kg)"
PAYOUT_COUNT: Final = "Jumlah penarikan"

SAVINGS: Final = "Saldo tabungan"
OPENING: Final = "Saldo awal (Rp)"
SAVED: Final = "Ditambah masuk tabungan (Rp)"
TAKEN_OUT: Final = "Dikurangi penarikan (Rp)"
OLD_BOOK: Final = "Ditambah saldo dari buku lama (Rp)"
BECAME_DEBT: Final = "Ditambah yang menjadi hutang (Rp)"
REPAID_FROM: Final = "Dikurangi pelunasan hutang (Rp)"
CLOSING: Final = "Saldo akhir (Rp)"

DEBTS: Final = "Hutang anggota"
OPENING_DEBT: Final = "Hutang awal (Rp)"
MADE_DEBT: Final = "Ditambah yang menjadi hutang (Rp)"
DEBT_FROM_SAVINGS: Final = "Dikurangi pelunasan dari tabungan (Rp)"
DEBT_IN_CASH: Final = "Dikurangi pelunasan tunai (Rp)"
CLOSING_DEBT: Final = "Hutang akhir (Rp)"

ALL_AGREE: Final = "Pemeriksaan: semua lembar sama jumlahnya dengan buku."
DIFFERS: Final = "PERIKSA: ada lembar yang jumlahnya berbeda."

DAY_BY_HAND: Final = "............................"
NAME_LINE: Final = "(................................................)"

TOP_MATERIALS: Final = "Bahan dengan nilai terbesar (Rp)"
TOP_VILLAGES: Final = "Desa dengan berat terbesar (kg)"
DAY_BY_DAY: Final = "Berat hari demi hari (kg)"
MONTH_BY_MONTH: Final = "Berat bulan demi bulan (kg)"

UNITS: Final[Mapping[Unit, str]] = {Unit.KILOGRAM: "kg", Unit.PIECE: "pcs", Unit.LITRE: "liter"}
PAYMENT_WORDS: Final[Mapping[Payment, str]] = {
    Payment.SAVINGS: "tabungan",
    Payment.CASH: "tunai",
    Payment.SPLIT: "sebagian tunai",
    Payment.GIVEN: "sedekah",
}


def correction_of(number: str) -> str:
    """The remark of a line that takes back what was brought in another period."""
    return f"koreksi atas {number}"


def weightless(lines: int) -> str:
    """What the kilograms leave out."""
    return f"{lines} baris setoran tidak diketahui beratnya dan tidak termasuk dalam kilogram."


def taken_off(unit: str, gross: str, tare: str, deduction: str) -> str:
    """What a count of pieces or litres was before something was taken off."""
    return f"bruto {gross} {unit}, tara {tare}, potongan {deduction}"


def payouts(count: int, rupiah: str) -> str:
    """What was paid out of savings on the day."""
    return f"Penarikan tabungan hari itu: {count} kali, {rupiah}"


def debts(made: str, from_savings: str, in_cash: str) -> str:
    """What became a debt on the day and what was repaid; what is empty is left away."""
    told = (("menjadi hutang", made), ("dilunasi dari tabungan", from_savings), ("dilunasi tunai", in_cash))
    return "Hutang anggota hari itu: " + ", ".join(f"{words} {rupiah}" for words, rupiah in told if rupiah)
