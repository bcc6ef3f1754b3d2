"""What the command line says when something is refused: one line in Indonesian that tells what to do.

The window has its own sentences in `ui/wording.py`, since it also speaks English.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from daurulang import (
    cash_errors,
    debt_errors,
    device_errors,
    errors,
    plant_errors,
    slip_errors,
    stock_errors,
    storage_errors,
)
from daurulang.periods import month_of, short_day
from daurulang.quantities import format_kilograms, format_quantity, format_rupiah
from daurulang.verification.problems import ProblemKind

BAD_NUMBER = {
    "empty": "angka belum diisi",
    "not_a_number": "bukan angka",
    "too_many_decimals": "paling banyak tiga angka di belakang koma",
    "not_whole": "harus bilangan bulat",
    "zero": "harus lebih dari nol",
    "negative": "tidak boleh kurang dari nol",
    "too_large": "terlalu besar",
}

WORKBOOK = {
    "missing": "berkas tidak ada; periksa letaknya",
    "not_a_workbook": "bukan berkas Excel; simpan ulang sebagai .xlsx atau .csv",
    "old_format": "format Excel lama; buka lalu simpan sebagai .xlsx",
    "too_large": "terlalu besar; bagi menjadi beberapa berkas",
    "protected": "berkas dikunci kata sandi; simpan tanpa kata sandi",
    "no_header": "baris judul kolom tidak ditemukan; beri judul seperti Nama dan Alamat",
    "empty": "tidak berisi data",
    "unreadable": "tidak dapat dibaca; periksa berkasnya",
}

LINE = {
    "tare_too_large": "tara dan potongan tidak boleh sebesar bruto",
    "reason_missing": "potongan perlu alasan",
    "too_heavy": "melebihi batas berat satu baris",
    "inactive_material": "bahan sudah tidak dipakai",
    "negative": "tara dan potongan tidak boleh kurang dari nol",
}

UNUSABLE = {
    "missing": "tidak ada; periksa letaknya.",
    "empty": "kosong (0 bita); pakai cadangan lain.",
    "foreign": "bukan buku Daur Ulang; pilih berkas lain.",
    "newer": "dibuat program yang lebih baru; perbarui Daur Ulang dulu.",
    "damaged": "rusak atau terpotong; pakai cadangan lain.",
    "other_centre": "milik buku lain; periksa berkasnya.",
}

REVERSAL = {
    "reversed_before": "{number} sudah dibatalkan oleh {other}.",
    "before_original": "{number} tidak dapat dibatalkan pada hari sebelum dicatat; pakai harinya atau sesudahnya.",
    "is_reversal": "{number} adalah pembatalan; pembatalan tidak dapat dibatalkan.",
    "of_the_box": "{number} adalah catatan kas; lawan dengan kas masuk atau kas keluar.",
    "of_the_stock": "{number} adalah opname; hitung lagi bahannya dan bukukan selisihnya.",
    "of_a_closing": "{number} adalah penutupan; hari tetap tertutup, dan bulan dibuka kembali dari laporannya.",
    "other_kind": "{number} hanya dapat diganti dengan catatan sejenis.",
}

APPROVER = {
    "same": "Harus disetujui petugas lain, bukan yang mencatat.",
    "inactive": "Yang menyetujui sudah tidak aktif.",
}

GOODS = {
    "nothing": "isi dulu banyaknya",
    "negative": "tidak boleh kurang dari nol",
    "tare_too_large": "tara tidak boleh sebesar bruto",
    "not_by_weight": "muatan ditimbang dalam kilogram",
    "inactive_material": "bahan sudah tidak dipakai",
    "difference_unexplained": "berat pembeli berbeda; isi alasannya",
    "too_much": "terlalu besar untuk satu baris",
    "not_carried": "barang keluar tidak ikut dipindah; hapus barisnya (Del) atau pilih kegiatan lain",
}

UNKNOWN = {
    "source": "Sumber muatan",
    "store": "Gudang",
    "buyer": "Pembeli",
    "sale": "Penjualan",
    "category": "Jenis biaya",
}

_SENTENCES: dict[type[errors.UserError], Callable[[Any], str]] = {
    errors.BadNumber: lambda e: f"“{e.text}” {BAD_NUMBER[e.reason]}.",
    errors.FieldMissing: lambda e: f"Isian “{e.field}” belum diisi.",
    errors.FieldTooLong: lambda e: f"Isian “{e.field}” terlalu panjang, paling banyak {e.limit}.",
    errors.BadPin: lambda _: "PIN harus 4 sampai 12 angka.",
    errors.LastClerk: lambda e: f"{e.name} petugas aktif terakhir; aktifkan petugas lain dulu.",
    errors.WrongPin: lambda _: "Nama dan PIN tidak cocok.",
    errors.AlreadyTaken: lambda e: f"“{e.value}” sudah dipakai; pakai yang lain.",
    errors.NotSetUp: lambda _: "Buku ini belum punya nama; jalankan daurulang init --centre NAMA dulu.",
    errors.AlreadySetUp: lambda _: "Buku ini sudah punya nama; tidak ada yang diubah.",
    errors.UnknownMember: lambda e: f"Anggota {e.number} tidak ada; periksa nomornya.",
    errors.MemberInactive: lambda e: f"{e.name} sudah tidak aktif.",
    errors.UnknownVillage: lambda e: f"Desa “{e.text}” tidak ada dalam daftar.",
    errors.UnknownMaterial: lambda e: f"Bahan “{e.text}” tidak ada dalam daftar.",
    errors.UnknownReceipt: lambda e: f"Bukti {e.number} tidak ada; nomor ditulis seperti L1-000123.",
    errors.PriceMissing: lambda e: f"{e.material} belum punya harga; isi dulu di Harga hari ini.",
    errors.NoLines: lambda _: "Setoran belum berisi bahan.",
    errors.LineRefused: lambda e: f"Baris {e.position}: {LINE[e.reason]}.",
    errors.SplitRefused: lambda e: (
        f"Bagian tunai harus lebih dari nol dan kurang dari {format_rupiah(e.total_rupiah)}."
    ),
    errors.TotalChanged: lambda e: f"Harga berubah; totalnya sekarang {format_rupiah(e.total_rupiah)}.",
    errors.BalanceTooLow: lambda e: f"Saldo tidak cukup: {format_rupiah(e.balance_rupiah)}.",
    errors.PayoutBelowMinimum: lambda e: f"Penarikan paling sedikit {format_rupiah(e.minimum_rupiah)}.",
    errors.BalanceMustStay: lambda e: (
        f"Saldo {format_rupiah(e.minimum_balance_rupiah)} harus tersisa; paling banyak {format_rupiah(e.most_rupiah)}."
    ),
    errors.ReasonMissing: lambda e: f"Harga {e.material} berubah banyak atau di atas harga jual; isi alasannya.",
    errors.FormKeyReused: lambda e: f"Formulir ini sudah tersimpan sebagai {e.number} dengan isi lain.",
    errors.NotSaved: lambda _: "Belum tersimpan dan tidak ada yang berubah; ulangi.",
    errors.CommitFailed: lambda _: (
        "Belum pasti tersimpan; periksa ruang penyimpanan dan isi bukunya dulu, baru ulangi."
    ),
    errors.OutcomeUnknown: lambda _: "Belum pasti tersimpan; periksa di daftar hari ini.",
    storage_errors.DatabaseBusy: lambda e: f"Buku {e.place} sedang dipakai program lain; tunggu sebentar lalu ulangi.",
    storage_errors.DatabaseReadOnly: lambda e: (
        f"Buku {e.place} tidak dapat ditulis; periksa izin berkas dan foldernya."
    ),
    storage_errors.DatabaseNewer: lambda e: f"Buku {e.place} dibuat program yang lebih baru; perbarui Daur Ulang dulu.",
    storage_errors.DatabaseForeign: lambda e: f"{e.place} bukan buku Daur Ulang; pilih berkas lain.",
    storage_errors.DatabaseEmpty: lambda e: f"{e.place} kosong (0 bita), mungkin salinan yang gagal; pakai cadangan.",
    storage_errors.DatabaseDamaged: lambda e: f"Buku {e.place} rusak; jangan dipakai, pulihkan dari cadangan.",
    storage_errors.DatabaseUnreachable: lambda e: (
        f"Buku {e.place} tidak dapat dibuka; periksa alamat, folder atau jaringannya."
    ),
    storage_errors.StorageFull: lambda e: f"Tempat penyimpanan {e.place} penuh; kosongkan sebagian lalu ulangi.",
    storage_errors.StorageFailed: lambda e: (
        f"Tempat penyimpanan {e.place} tidak menjawab; periksa kabel disknya, nyalakan ulang komputer, lalu ulangi."
    ),
    storage_errors.NumberLost: lambda e: f"Bukti {e.number} hilang dari buku: {e.reason}.",
    storage_errors.LibraryUnsafe: lambda e: (
        f"SQLite {e.version} bisa kehilangan data; pasang ulang program dengan make run."
    ),
    storage_errors.BackupNotHere: lambda _: "Buku di PostgreSQL dicadangkan di servernya, misalnya dengan pg_dump.",
    storage_errors.NotABackup: lambda e: f"{e.path} bukan cadangan buku ini dan tidak diganti; pakai nama lain.",
    storage_errors.BackupUnusable: lambda e: f"Cadangan {e.path} {UNUSABLE[e.reason]}",
    storage_errors.DatabaseOnShare: lambda e: (
        f"Buku {e.place} ada di disk komputer lain; pindahkan ke komputer ini, atau pakai PostgreSQL."
    ),
    storage_errors.BookGone: lambda e: (
        f"Buku {e.place} tidak ada lagi di tempatnya; pasang disknya, cari berkasnya, atau pulihkan cadangan."
    ),
    storage_errors.EntriesLost: lambda e: (
        f"Data hilang dari {e.place}: {', '.join(number_range(*each) for each in e.numbers)};"
        " pulihkan cadangan, atau buka jendela untuk melanjutkan dengan alasan."
    ),
    storage_errors.BackupRefused: lambda e: f"Cadangan {e.path} tidak lolos pemeriksaan; cadangan lama tetap ada.",
    errors.WorkbookRefused: lambda e: f"{e.path}: {WORKBOOK[e.reason]}.",
    errors.ColumnsMissing: lambda e: f"Kolom belum ada: {', '.join(e.fields)}.",
    errors.RowsRefused: lambda e: f"{e.count} baris ditolak, jadi tidak ada yang dimasukkan; perbaiki lalu ulangi.",
    errors.BookChanged: lambda _: "Isi buku sudah berubah sejak daftar ini diperiksa; periksa sekali lagi.",
    errors.BatchInUse: lambda e: f"{e.count} baris sudah dipakai setoran; impor ini tidak dapat dibatalkan.",
    errors.PrinterRefused: lambda e: f"Pencetak {e.printer} tidak menerima; berkasnya ada di {e.path}.",
    device_errors.ScaleRefused: lambda _: "Timbangan tidak memberi berat; ketik beratnya.",
    errors.FileNotWritten: lambda e: f"{e.path} tidak dapat ditulis; periksa folder dan ruang kosongnya.",
    errors.MonthClosed: lambda _: "Bulan itu sudah ditutup; pakai tanggal di bulan yang masih terbuka.",
    errors.OpeningStands: lambda e: (
        f"Saldo awal per {short_day(e.day)} sudah memuat tabungan sampai hari itu; batalkan dulu saldo awalnya."
    ),
    errors.MonthNotOver: lambda e: f"{month_of(e.month).title} belum selesai; tutup setelah hari terakhirnya lewat.",
    errors.MonthBeforeOpen: lambda e: f"{month_of(e.month).title} belum ditutup; tutup bulan itu dulu.",
    errors.ReasonTooShort: lambda e: f"Tulis alasannya, paling sedikit {e.least} huruf.",
    errors.ReversalRefused: lambda e: REVERSAL[e.reason].format(number=e.number, other=e.other),
    errors.ApproverRefused: lambda e: APPROVER[e.reason],
    errors.CorrectionUncovered: lambda e: (
        f"Setelah {e.number} diperbaiki, saldo kurang {format_rupiah(e.missing_rupiah)} karena sudah ditarik."
    ),
    errors.CheckCodeIncomplete: lambda _: "Kode periksa terdiri dari 16 tanda, 0-9 dan a-f.",
    errors.AlreadyPaidOut: lambda e: (
        f"{e.number} tidak dapat dibatalkan: dari {format_rupiah(e.rupiah)} tinggal {format_rupiah(e.balance_rupiah)},"
        " sisanya sudah ditarik."
    ),
    errors.BadDay: lambda e: f"Tanggal {e.day} belum tiba; pakai hari ini atau sebelumnya.",
    errors.NoCashSession: lambda _: "Kas masih tertutup. Buka kas dulu (F8).",
    errors.CashSessionOpen: lambda e: (
        f"Kas {e.counter} dibuka {short_day(e.day)} dan belum ditutup; tutup kas dulu (F8)."
    ),
    errors.CashDiffers: lambda e: (
        f"Menurut buku {format_rupiah(e.expected_rupiah)}, terhitung {format_rupiah(e.counted_rupiah)}; isi alasannya."
    ),
    cash_errors.CashTooLittle: lambda _: (
        "Menurut buku uang di kas tidak sebanyak itu; periksa jumlahnya, atau catat dulu uang yang ditambahkan (F8)."
    ),
    cash_errors.CountStands: lambda e: (
        f"Kas sudah dihitung {format_rupiah(e.counted_rupiah)}; hitungan pertama itu yang dibukukan."
    ),
    errors.DayClosed: lambda _: "Hari itu sudah ditutup; pakai tanggal sesudahnya.",
    errors.DayBeforeOpen: lambda e: f"{short_day(e.day)} belum ditutup; tutup hari itu dulu.",
    errors.DayNotClosed: lambda e: f"{short_day(e.day)} belum ditutup, jadi belum ada halamannya.",
    errors.NotAdministrator: lambda _: "Hanya pengurus buku yang boleh; minta pengurus masuk dengan PIN-nya.",
    errors.MonthNotClosed: lambda e: f"{month_of(e.month).title} belum ditutup.",
    errors.MonthAfterClosed: lambda e: f"{month_of(e.month).title} ditutup sesudahnya; buka kembali bulan itu dulu.",
    debt_errors.DebtHoldsBack: lambda e: (
        f"Saldo {format_rupiah(e.balance_rupiah)}, hutang {format_rupiah(e.debt_rupiah)}: paling banyak"
        f" {format_rupiah(e.most_rupiah)} dapat ditarik. Lunasi hutang dulu."
    ),
    debt_errors.MoreThanOwed: lambda e: f"Hutangnya {format_rupiah(e.debt_rupiah)}; tulis paling banyak sebesar itu.",
    slip_errors.SlipNumberMissing: lambda _: "Nomor slip belum diisi; tulis nomor yang ada di slip.",
    slip_errors.SlipTooOld: lambda e: (
        f"Slip dicatat mulai {short_day(e.first)}; yang lebih lama diambil alih lewat impor buku lama."
    ),
    slip_errors.SlipEnteredBefore: lambda e: f"Slip {e.number} sudah dibukukan sebagai {e.receipt}; periksa nomornya.",
    stock_errors.NothingCounted: lambda _: "Belum ada bahan yang dihitung.",
    stock_errors.CountedTwice: lambda _: "Ada bahan yang tertulis dua kali; jumlahkan dulu.",
    stock_errors.StockChanged: lambda e: (
        f"Stok {', '.join(e.materials)} berubah sejak dihitung; periksa lagi selisihnya."
    ),
    stock_errors.DifferenceUnexplained: lambda e: f"Hitungan {e.material} berbeda dari buku; isi alasannya.",
    stock_errors.StockListStays: lambda _: (
        "Stok awal tidak dapat dibatalkan; hitung lagi bahannya dan bukukan selisihnya."
    ),
    stock_errors.AlreadyCounted: lambda _: "Gudang sudah pernah dihitung; stok awal hanya dari hitungan pertama.",
    stock_errors.StockTooLow: lambda e: (
        f"Stok {e.material} hanya {format_quantity(e.there, e.unit)}; diminta {format_quantity(e.wanted, e.unit)}."
    ),
    stock_errors.GoodsGone: lambda e: (
        f"{', '.join(e.materials)} dari {e.number} sudah tidak ada di gudang, jadi tidak dapat dibatalkan."
    ),
    stock_errors.StoreLaidAside: lambda e: f"Barangnya kembali ke {e.name}, yang tidak dipakai; pakai lagi dulu.",
    stock_errors.StoreInUse: lambda e: (
        f"{e.name} menerima setoran, jadi tetap dipakai."
        if e.is_first
        else f"Di {e.name} masih ada barang; pindahkan dulu."
    ),
    plant_errors.NoGoods: lambda _: "Belum ada bahan yang ditulis.",
    plant_errors.GoodsRefused: lambda e: f"Baris {e.position}: {GOODS[e.problem]}.",
    plant_errors.NameUnknown: lambda e: f"{UNKNOWN[e.what]} {e.id} tidak ada atau sudah tidak dipakai.",
    plant_errors.PaymentMissing: lambda _: "Isi berapa yang dibayar untuk muatan, atau pilih tanpa bayar.",
    plant_errors.LossUnconfirmed: lambda e: (
        f"Selisih {format_kilograms(e.loss_grams)} belum dibenarkan; timbang ulang."
    ),
    plant_errors.WeightMissing: lambda e: (
        f"{', '.join(e.materials)} tanpa berat; timbang dulu, atau bagi biayanya menurut nilai jual."
    ),
    plant_errors.PaidBeforeSale: lambda e: f"Pembayaran paling awal {short_day(e.day)}, hari penjualannya.",
    plant_errors.SellPriceMissing: lambda e: f"{', '.join(e.materials)} belum punya harga jual.",
    plant_errors.PaidTooMuch: lambda e: f"Sisa tagihan hanya {format_rupiah(e.outstanding_rupiah)}.",
    plant_errors.DueBeforeSale: lambda e: f"Jatuh tempo paling awal {short_day(e.day)}.",
    plant_errors.PaymentsStand: lambda _: "Sudah ada pembayaran untuk penjualan itu; batalkan pembayarannya dulu.",
    errors.UnitKept: lambda e: f"Satuan {e.material} tidak dapat diubah karena sudah pernah disetor; buat bahan baru.",
}


def number_range(first: str, last: str) -> str:
    """Numbers of receipts, from the first to the last."""
    return first if first == last else f"{first} sampai {last}"


PROBLEMS = {
    ProblemKind.FILE_DAMAGED: "berkas rusak",
    ProblemKind.ENTRIES_LOST: "pernah tersimpan, sekarang tidak ada atau lain isinya",
    ProblemKind.GUARD_MISSING: "pengaman basis data hilang",
    ProblemKind.NUMBER_MISSING: "nomor sebelum ini hilang",
    ProblemKind.CHAIN_BROKEN: "tidak menyambung ke catatan sebelumnya",
    ProblemKind.ENTRY_CHANGED: "catatan telah diubah",
    ProblemKind.HEADING_CHANGED: "nama pada bukti telah diubah",
    ProblemKind.NUMBER_DIFFERS: "kode loket atau nomor anggota bukan lagi yang tercetak",
    ProblemKind.PRICE_CHANGED: "harga yang dipakai telah diubah",
    ProblemKind.TRANSFERS_MISSING: "jumlah pindahan uang atau barang tidak lengkap",
    ProblemKind.DOCUMENT_MISSING: "rincian bukti hilang",
    ProblemKind.DOCUMENT_CHANGED: "rincian bukti telah diubah",
    ProblemKind.DOCUMENT_WITHOUT_ENTRY: "rincian tanpa catatan",
    ProblemKind.COPIES_MISSING: "salinan yang pernah diserahkan tidak lengkap",
    ProblemKind.COUNTER_CHANGED: "loket kerja dan loket buku lama tertukar",
    ProblemKind.LINE_WRONG: "hitungan baris salah",
    ProblemKind.MONEY_DIFFERS: "uang tidak sama dengan rincian",
    ProblemKind.GOODS_DIFFER: "barang tidak sama dengan rincian",
    ProblemKind.BALANCE_WRONG: "saldo tercetak tidak sama dengan hitungan",
    ProblemKind.BALANCE_NEGATIVE: "saldo di bawah nol",
    ProblemKind.REVERSAL_DIFFERS: "pembatalan tidak sama dengan yang dibatalkan",
    ProblemKind.REPLACEMENT_DIFFERS: "pengganti tidak sesuai dengan yang diganti",
    ProblemKind.CLOSING_CHANGED: "laporan hari atau bulan yang ditutup telah diubah",
    ProblemKind.CLOSING_DIFFERS: "bukan lagi catatan yang kodenya tercetak saat tutup hari",
    ProblemKind.CASH_DIFFERS: "isi kas menurut buku tidak sama dengan hitungan",
    ProblemKind.COUNT_DIFFERS: "kas ditutup dengan hitungan lain dari hitungan pertama",
    ProblemKind.CASH_SESSION_WRONG: "uang kas di luar kas yang dibuka",
    ProblemKind.GAP_CHANGED: "keterangan nomor yang hilang saat pemulihan telah diubah",
    ProblemKind.DEBT_WRONG: "hutang anggota tidak sama dengan hitungan",
    ProblemKind.STOCK_DIFFERS: "stok menurut buku tidak sama dengan yang tertulis di opname",
    ProblemKind.STOCK_NEGATIVE: "barang yang keluar lebih banyak daripada yang ada di gudang",
    ProblemKind.STOCK_VALUE_WRONG: "nilai perolehan seluruh barang tidak sama dengan akun persediaan",
    ProblemKind.COST_DIFFERS: "nilai perolehan barang bukan rata-rata barang yang ada saat itu",
    ProblemKind.PROCESS_NOT_EMPTY: "barang yang masuk pengolahan tidak sama dengan yang keluar",
    ProblemKind.MASS_UNBALANCED: "barang yang masuk tidak sama dengan yang terjual, dibuang, susut, dan tersimpan",
    ProblemKind.SUM_WRONG: "jumlah pada bukti tidak sama dengan barisnya",
    ProblemKind.RECEIVABLE_WRONG: "sisa piutang pembeli tidak sama dengan hitungan",
}


def worded(error: errors.UserError) -> str:
    """The sentence for a refusal."""
    return _SENTENCES[type(error)](error)
