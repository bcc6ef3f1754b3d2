"""Every Indonesian word of the workbooks for the environment office."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from daurulang.deposits.model import Payment
from daurulang.materials.model import SipsnCategory
from daurulang.members.model import Gender, MemberKind, SourceClass

SIPSN: Final[Mapping[SipsnCategory, str]] = {
    SipsnCategory.FOOD: "Sisa makanan",
    SipsnCategory.WOOD: "Kayu-ranting",
    SipsnCategory.PAPER: "Kertas-karton",
    SipsnCategory.PLASTIC: "Plastik",
    SipsnCategory.METAL: "Logam",
    SipsnCategory.TEXTILE: "Kain",
    SipsnCategory.RUBBER_LEATHER: "Karet-kulit",
    SipsnCategory.GLASS: "Kaca",
    SipsnCategory.OTHER: "Lainnya",
}
SOURCES: Final[Mapping[SourceClass, str]] = {
    SourceClass.HOUSEHOLD: "Rumah tangga",
    SourceClass.OFFICE: "Perkantoran",
    SourceClass.MARKET: "Pasar",
    SourceClass.COMMERCE: "Perniagaan",
    SourceClass.PUBLIC_FACILITY: "Fasilitas publik",
    SourceClass.AREA: "Kawasan",
    SourceClass.OTHER: "Lainnya",
}
GENDERS: Final[Mapping[Gender, str]] = {Gender.FEMALE: "P", Gender.MALE: "L", Gender.UNSTATED: ""}
KINDS: Final[Mapping[MemberKind, str]] = {
    MemberKind.INDIVIDUAL: "",
    MemberKind.GROUP: "kelompok",
    MemberKind.INSTITUTION: "instansi",
    MemberKind.SCHOOL: "sekolah",
}
PAYMENTS: Final[Mapping[Payment, str]] = {
    Payment.SAVINGS: "TABUNG",
    Payment.CASH: "TUNAI",
    Payment.SPLIT: "SEBAGIAN TUNAI",
    Payment.GIVEN: "SEDEKAH",
}

MONTHLY_RECAP: Final = "REKAP SAMPAH MASUK"
MEMBERS: Final = "REKAP NASABAH"
CROSS: Final = "TABEL SILANG"
OFFICE: Final = "LAPORAN BULANAN DLH"
SIPSN_TITLE: Final = "LEMBAR SIPSN"
EVIDENCE: Final = "BUKTI DUKUNG INOVASI"
ATTENDANCE: Final = "DAFTAR HADIR PENYETOR"
LETTER: Final = "SURAT PENGANTAR"

NUMBER: Final = "NO"
GOODS: Final = "NAMA BARANG"
QUANTITY: Final = "QTY"
NOMINAL: Final = "NOMINAL (Rp)"
TOTAL: Final = "TOTAL"
UNIT: Final = "SATUAN"
NAME: Final = "NAMA"
MEMBER_NUMBER: Final = "NO. ANGGOTA"
ADDRESS: Final = "ALAMAT"
OPENING: Final = "SALDO AWAL"
DEBIT: Final = "DEBIT (KELUAR)"
CREDIT: Final = "KREDIT (MASUK)"
CLOSING: Final = "SALDO AKHIR"
DEPOSITS: Final = "SETORAN"
KILOGRAMS: Final = "BERAT (kg)"
DAY: Final = "Tanggal"
VILLAGE: Final = "Desa/kelurahan"
NO_VILLAGE: Final = "(tanpa desa)"
SUM: Final = "Jumlah"
SIGNATURE: Final = "Tanda tangan"
TIME: Final = "Pukul"
SEX: Final = "L/P"

PERIOD: Final = "Periode"
INTO: Final = "Sampah masuk (kg)"
RESIDENTS: Final = "Setoran warga (kg)"
HAULED: Final = "Muatan masuk (kg)"
LANDFILL: Final = "Dibuang ke TPA (kg)"
MANAGED: Final = "Sampah terkelola (kg)"
MEMBER_COUNT: Final = "Jumlah nasabah menyetor"
CHECK: Final = "Pemeriksaan"
SAME: Final = "sama"
DIFFERS: Final = "PERIKSA"
OFFICE_NOTE: Final = (
    "Sampah masuk = setoran warga + muatan masuk. Sampah terkelola = sampah masuk dikurangi yang dibuang ke TPA, "
    "menurut kategori bahannya; jumlah kedelapan kategori selalu sama dengan terkelola."
)
COMPOSITION: Final = "Komposisi sampah"
SOURCE: Final = "Sumber sampah"
KIND: Final = "Jenis"
SHARE: Final = "% berat"
ACHIEVEMENT: Final = "Capaian kinerja pengelolaan sampah"
COLUMN: Final = "Kolom"
ITEM: Final = "Uraian"
TONNES: Final = "Berat (kg)"
OF_A: Final = "% terhadap A"
GENERATED: Final = "Timbulan sampah"
REDUCED: Final = "Pengurangan sampah"
HANDLED: Final = "Penanganan sampah"
B_AND_C: Final = "Sampah terkelola (B + C)"
RECYCLED: Final = "Daur ulang sampah"
RAW: Final = "Bahan baku sampah"
RATE: Final = "Recycling rate ((D + E) / A)"
FILL_IN: Final = "← isi di sini"
SIPSN_NOTE: Final = (
    "A: timbulan wilayah dalam periode yang sama, dari pengaturan atau diisi oleh dinas. "
    "B: setoran warga yang sudah dipilah. C: muatan "
    "masuk yang diolah. D: barang terjual ke pendaur ulang. E: kompos, maggot, dan RDF yang dihasilkan."
)

BENEFICIARIES: Final = "Penerima manfaat menurut desa"
WOMEN: Final = "Perempuan"
MEN: Final = "Laki-laki"
UNSTATED: Final = "Tidak disebut"
OTHERS: Final = "Kelompok, instansi, sekolah"
MONTH_BY_MONTH: Final = "Bulan demi bulan sejak awal"
MONTH: Final = "Bulan"
NEW: Final = "Anggota baru"
ACTIVE: Final = "Anggota menyetor"
VALUE: Final = "Nilai (Rp)"
SERVICE_COUNT: Final = "Bukti dicetak"
MEDIAN: Final = "Lama layanan: median (detik)"
P90: Final = "9 dari 10 selesai dalam (detik)"
BEFORE_AFTER: Final = "Sebelum dan sesudah"
FIRST: Final = "Bulan pertama"
LAST: Final = "Bulan terakhir"
CHANGE: Final = "Selisih"
SERVICE_NOTE: Final = (
    "Lama layanan: dari anggota dipilih pada formulir setoran sampai bukti pertamanya dicetak. Formulir yang terbuka "
    "lebih dari 30 menit dan setoran yang buktinya tidak dicetak tidak dihitung. Setiap anggota dihitung satu kali."
)
CHART_TITLE: Final = "Setoran per bulan"


def weightless(lines: int) -> str:
    """What the kilograms leave out."""
    return f"{lines} baris setoran per pcs atau liter tidak diketahui beratnya dan tidak termasuk dalam kilogram."


def people_counted(count: int) -> str:
    """How many were served."""
    return f"{count} penerima manfaat"


def all_materials(count: int) -> str:
    """Why the weight of a sheet is more than its columns show."""
    return f"Kolom berat (kg) mencakup semua {count} bahan, juga yang ada di lembar lain. Satuan tidak dijumlahkan."
