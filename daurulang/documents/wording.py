"""Every Indonesian word that stands on paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from daurulang.debts.model import RepaymentSource
from daurulang.ledger.model import EntryKind
from daurulang.materials.model import DlhCategory
from daurulang.payouts.model import PayoutMethod
from daurulang.quantities import Condition, Unit

DEPOSIT_TITLE: Final = "BUKTI SETORAN"
PAYOUT_TITLE: Final = "BUKTI PENARIKAN"
OPENING_TITLE: Final = "BUKTI SALDO AWAL"
REVERSAL_TITLE: Final = "BUKTI PEMBATALAN"
REPAYMENT_TITLE: Final = "BUKTI PELUNASAN HUTANG"

PHONE: Final = "Telp."
DATE: Final = "Tanggal"
RECORDED: Final = "Dicatat"
OLD_PAPER: Final = "Buku lama"
WITHOUT_NUMBER: Final = "tanpa nomor"
SLIP: Final = "Slip"
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

# Debts: what a reversal could not take out of the savings any more, and its repayment.
DEBTS: Final = "Hutang anggota"
REPAID: Final = "Dilunasi"
REPAID_FROM: Final = "Dari"
SOURCES: Final[Mapping[RepaymentSource, str]] = {
    RepaymentSource.SAVINGS: "Tabungan",
    RepaymentSource.CASH: "Tunai",
}
BECAME_DEBT: Final = "Menjadi hutang"
BACK_TO_DEBT: Final = "Kembali menjadi hutang"
DEBT_BEFORE: Final = "Hutang sebelum"
DEBT_LEFT: Final = "Sisa hutang"
REPAYMENTS: Final = "Pelunasan hutang"
REPAID_FROM_SAVINGS: Final = "Hutang dilunasi dari tabungan"
REPAID_IN_CASH: Final = "Hutang dilunasi tunai"
OPENING_DEBT: Final = "Hutang awal"
CLOSING_DEBT: Final = "Hutang akhir"
FROM_SAVINGS: Final = "Dilunasi dari tabungan"
BY_CASH: Final = "Dilunasi tunai"

METHOD: Final = "Cara bayar"
METHODS: Final[Mapping[PayoutMethod, str]] = {PayoutMethod.CASH: "Tunai", PayoutMethod.TRANSFER: "Transfer bank"}
REFERENCE: Final = "Tujuan"

# What answers what, and the mark across everything that was answered by a reversal.
REVERSED: Final = "DIBATALKAN"
REVERSES: Final = "membatalkan"
REVERSED_BY: Final = "dibatalkan oleh"
REPLACED_BY: Final = "diganti oleh"
REPLACES: Final = "menggantikan"
UNDONE: Final = "Yang dibatalkan"
UNDONE_TOTAL: Final = "Dibatalkan"
OUT_OF_SAVINGS: Final = "Keluar dari tabungan"
BACK_TO_SAVINGS: Final = "Kembali ke tabungan"
REASON: Final = "Alasan"
APPROVED_BY: Final = "Disetujui"

DEPOSITOR: Final = "Penyetor"
RECEIVER: Final = "Penerima"
SIGNED_CLERK: Final = "Petugas"

CHECK_CODE: Final = "Kode periksa"
KEEP_THIS: Final = "Simpan bukti ini. Terima kasih."
CONTINUED: Final = "lanjutan"

# Reports.
VALUE_TITLE: Final = "LAPORAN NILAI EKONOMI"
RECAP_TITLE: Final = "REKAP HARIAN"
STATEMENT_TITLE: Final = "MUTASI REKENING"
HEAD: Final = "Kepala UPT"
ACKNOWLEDGED: Final = "Mengetahui,"
MADE_BY: Final = "Pembuat laporan,"
NOBODY: Final = "Tidak ada setoran."
SUM: Final = "Jumlah"
NUMBER: Final = "No."
CODE: Final = "Kode"
WEIGHT: Final = "Berat"
PIECES: Final = "Satuan"
LITRES: Final = "Cairan"
DEPOSITS: Final = "Setoran"
MEMBERS: Final = "Anggota"
ACTIVE: Final = "Anggota aktif"
PER_MEMBER: Final = "Rata-rata per anggota"
PAYOUTS: Final = "Penarikan"
BALANCES: Final = "Saldo seluruh anggota"
ECONOMIC_VALUE: Final = "Nilai ekonomi"
KILOGRAMS_COLUMN: Final = "Berat (kg)"
PIECES_COLUMN: Final = "Pcs"
LITRES_COLUMN: Final = "Liter"
VALUE_COLUMN: Final = "Nilai (Rp)"
CATEGORY: Final = "Kategori"
VILLAGE: Final = "Desa/kelurahan"
DISTRICT: Final = "Kecamatan"
NO_VILLAGE: Final = "Tanpa desa"
CLASS: Final = "Golongan"
COMPARED: Final = "Perbandingan"
MEASURED: Final = "Ukuran"
THIS_PERIOD: Final = "Periode ini"
PERIOD_BEFORE: Final = "Sebelumnya"
YEAR_BEFORE: Final = "Tahun lalu"
DIFFERENCE: Final = "Selisih"
FROM_ZERO: Final = "dari nol"
STILL_ZERO: Final = "tetap nol"
FROM_MINUS: Final = "dari minus"
MINUS: Final = "minus"
BY_CATEGORY: Final = "Menurut kategori DLH"
BY_MATERIAL: Final = "Menurut bahan"
TOP_MATERIALS: Final = "Bahan dengan nilai tertinggi (Rp)"
BY_DISTRICT: Final = "Menurut kecamatan"
BY_VILLAGE: Final = "Menurut desa/kelurahan"
TOP_VILLAGES: Final = "Desa dengan berat terbanyak (kg)"
BY_DAY: Final = "Hari demi hari"
BY_MONTH: Final = "Bulan demi bulan"
MONTH: Final = "Bulan"
VALUE_OF_MONTHS: Final = "Nilai setoran setiap bulan (Rp)"
VALUE_OF_DAYS: Final = "Nilai setoran setiap hari (Rp)"
BY_CLASS: Final = "Menurut golongan anggota"
PEOPLE_AND_MONEY: Final = "Peserta, pembayaran, dan tabungan"
PARTICIPANTS: Final = "Peserta"
NEW: Final = "Baru terdaftar"
WOMEN: Final = "Perempuan"
MEN: Final = "Laki-laki"
UNSTATED: Final = "Tidak disebut"
GROUPS: Final = "Kelompok"
INSTITUTIONS: Final = "Instansi"
SCHOOLS: Final = "Sekolah"
PAYMENT: Final = "Pembayaran setoran"
SAVINGS: Final = "Tabungan"
OPENING_BALANCE: Final = "Saldo awal"
CLOSING_BALANCE: Final = "Saldo akhir"
OLD_BOOK: Final = "Dari buku lama"
CORRECTION: Final = "koreksi"
NO_WEIGHT: Final = "tanpa berat"
MEASURES_APART: Final = (
    "Kilogram, pcs, dan liter tidak pernah dijumlahkan satu sama lain. "
    "Berat mencakup pcs dan liter yang berat satuannya diketahui."
)
MEMBERS_ONCE: Final = "Anggota yang pindah desa dihitung di setiap desanya; dalam jumlah ia dihitung sekali."
DLH_CATEGORIES: Final[Mapping[DlhCategory, str]] = {
    DlhCategory.RIGID_PLASTIC: "Plastik keras",
    DlhCategory.FLEXIBLE_PLASTIC: "Plastik fleksibel",
    DlhCategory.PAPER: "Kertas/karton",
    DlhCategory.METAL: "Logam",
    DlhCategory.GLASS: "Kaca",
    DlhCategory.RUBBER_LEATHER: "Karet/kulit",
    DlhCategory.TEXTILE: "Kain/tekstil",
    DlhCategory.OTHER: "Lainnya",
}

# The recap of a day and its list of those present.
ATTENDANCE: Final = "Daftar hadir penyetor"
DEPOSITOR_MATRIX: Final = "Bahan menurut penyetor"
WHOLE_DAY: Final = "Semua penyetor"
DAY_SUMMARY: Final = "Ringkasan hari"
QUANTITY: Final = "Banyaknya"
UNIT: Final = "Sat."
GIVEN_SHORT: Final = "sedekah"
MEMBER_NUMBER: Final = "Nomor"
NAME: Final = "Nama"
ADDRESS: Final = "Alamat"
RECEIPTS: Final = "Bukti"
SIGNATURE: Final = "Tanda tangan"
CASH: Final = "Tunai"
DEPOSITOR_COUNT: Final = "Penyetor"

# The statement of a member.
DAY: Final = "Tanggal"
PARTICULARS: Final = "Keterangan"
IN: Final = "Masuk (Rp)"
OUT: Final = "Keluar (Rp)"
BALANCE_COLUMN: Final = "Saldo (Rp)"
NO_MOVEMENT: Final = "Tidak ada mutasi dalam periode ini."
RETURNED_CASH: Final = "Tunai dikembalikan"
ENTRY_KINDS: Final[Mapping[EntryKind, str]] = {
    EntryKind.DEPOSIT: "Setoran",
    EntryKind.PAYOUT: "Penarikan",
    EntryKind.OPENING_BALANCE: "Saldo dari buku lama",
    EntryKind.REVERSAL: "Pembatalan",
    EntryKind.STOCKTAKE: "Opname",
    EntryKind.DEBT_REPAYMENT: "Pelunasan hutang",
}


# The sheet to count the stock with.
COUNT_TITLE: Final = "LEMBAR HITUNG STOK"
COUNT_STARTED: Final = "Mulai pukul"
COUNT_ENDED: Final = "Selesai pukul"
BY_THE_BOOK: Final = "Menurut buku"
FIRST_COUNT: Final = "Hitungan 1"
SECOND_COUNT: Final = "Hitungan 2"
REMARK: Final = "Keterangan"
COUNTED_BY: Final = "Dihitung oleh,"
WITNESSED_BY: Final = "Disaksikan oleh,"
NO_MATERIALS: Final = "Belum ada bahan yang dapat dihitung."
HOW_TO_COUNT: Final = (
    "Tulis yang benar-benar ada. Tidak ada sama sekali: tulis 0. Tidak dihitung: biarkan kosong. "
    "Jangan menimbang sambil menerima setoran."
)


def without_weight(partly: str) -> str:
    """What is counted and valued, but adds nothing to the weight; `partly` names goods with some such lines."""
    words = f"“{NO_WEIGHT}”: beratnya tidak diketahui, jadi tidak termasuk dalam jumlah berat."
    return f"{words} Sebagian tanpa berat: {partly}." if partly else words


def some_lines(name: str, lines: int, of_lines: int) -> str:
    """A material of which some lines have no weight."""
    return f"{name} ({lines} dari {of_lines} baris)"


def compared_with(name: str, period: str) -> str:
    """Which period stands beside this one under a name."""
    return f"{name}: {period}."


def total_of_period(period: str) -> str:
    """What stands before the grand total."""
    return f"Nilai ekonomi seluruh setoran {period}"


def corrections(*parts: str) -> str:
    """What was taken off in this period of what stands in others; what is empty is left away."""
    told = "; ".join(filter(None, parts))
    return f"Koreksi atas bulan sebelumnya, sudah diperhitungkan: {told}."


RESTATED: Final = "Yang berubah sejak laporan sebelumnya"
WAS_SIGNED: Final = "Semula"
NOW_SIGNED: Final = "Menjadi"
NOTHING_RESTATED: Final = "tidak ada"


def opened_again(day: str, staff: str, reason: str) -> str:
    """Who opened the month again, when and why."""
    return f"Bulan ini dibuka kembali {day} oleh {staff}: {reason.rstrip('.')}."


def restated(name: str, was: str, becomes: str) -> str:
    """A figure that is not what was signed before."""
    return f"{name} semula {was}, menjadi {becomes}"


def slip(number: str, day: str) -> str:
    """What stood on a slip that was written by hand."""
    return f"no. {number}, tgl {day}"


def times(count: int) -> str:
    """How often."""
    return f"{count} kali"


def copy_mark(copy: int) -> str:
    """What stands on top of every paper after the first."""
    return f"SALINAN ke-{copy}"


def page_of(page: int, pages: int) -> str:
    """Which sheet of how many, both from 1."""
    return f"Halaman {page}/{pages}"


def check_code(entry_hash: str) -> str:
    """The start of the entry's hash in groups of four: Kode periksa 1a2b 3c4d 5e6f 7081."""
    return f"{CHECK_CODE} {' '.join(entry_hash[start : start + 4] for start in range(0, 16, 4))}"
