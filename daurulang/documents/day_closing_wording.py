"""The words on the page of a closed day."""

from __future__ import annotations

from typing import Final

from daurulang.cash.model import OtherSide
from daurulang.closings.box_acts import BoxAct
from daurulang.ledger.model import EntryKind

TITLE: Final = "TUTUP HARI"
ACTS: Final = "Kegiatan"
COUNT: Final = "Jumlah"
RUPIAH: Final = "Rupiah"
CASH: Final = "Lewat kas"
EVER: Final = "sejak awal"
GOODS: Final = "Barang dari warga"
TODAY: Final = "Hari ini"
SINCE_THE_BEGINNING: Final = "Sejak awal buku"
WEIGHT: Final = "Berat (kg)"
PIECES: Final = "Satuan (pcs)"
LITRES: Final = "Liter"
BOXES: Final = "Loket dan kas"
COUNTER: Final = "Loket"
NUMBERS: Final = "Nomor bukti"
BEFORE: Final = "Kas awal"
IN: Final = "Masuk"
OUT: Final = "Keluar"
DIFFERENCE: Final = "Selisih"
AFTER: Final = "Kas akhir"
LATE: Final = "Dibukukan ke hari lalu"
LATE_NOTE: Final = (
    "Sejak tutup hari sebelumnya, ke hari yang sudah ditutup karena bulannya dibuka kembali. Halaman hari itu tetap"
    " seperti tercetak; jumlah sejak awal di halaman ini sudah memuatnya."
)
BOX_ACTS: Final = "Uang masuk, keluar, dan selisih"
ACT: Final = "Kegiatan"
CLERK: Final = "Petugas"
REVERSALS: Final = "Pembatalan"
NO_REVERSALS: Final = "Tidak ada pembatalan."
NUMBER: Final = "Nomor"
REVERSES: Final = "Membatalkan"
REASON: Final = "Alasan"
APPROVED: Final = "Disetujui"
GAPS: Final = "Nomor yang hilang saat pemulihan"
GAPS_NOTE: Final = "Nomor ini sudah pernah tercetak dan tidak diberikan lagi."
HEADS: Final = "Ujung rantai catatan"
HEADS_NOTE: Final = (
    "Kode ini berubah bila satu catatan saja sebelum nomor itu diubah. Simpan halaman ini di luar komputer:"
    " “Cek pembukuan” membandingkannya dengan buku."
)
NO_ACTS: Final = "Tidak ada kegiatan pada hari ini."

KINDS: Final = {
    EntryKind.DEPOSIT: "Setoran",
    EntryKind.PAYOUT: "Penarikan",
    EntryKind.OPENING_BALANCE: "Saldo awal anggota",
    EntryKind.REVERSAL: "Pembatalan",
    EntryKind.CASH_OPENING: "Buka kas (penyesuaian)",
    EntryKind.CASH_MOVEMENT: "Kas masuk dan keluar",
    EntryKind.CASH_CLOSING: "Tutup kas (selisih)",
    EntryKind.STOCKTAKE: "Opname",
    EntryKind.DEBT_REPAYMENT: "Pelunasan hutang",
    EntryKind.DAY_CLOSING: "Tutup hari",
    EntryKind.MONTH_CLOSING: "Tutup bulan",
    EntryKind.MONTH_REOPENING: "Bulan dibuka kembali",
    EntryKind.LOAD: "Muatan masuk",
    EntryKind.BATCH: "Pengolahan",
    EntryKind.DISPOSAL: "Residu ke TPA",
    EntryKind.SALE: "Penjualan",
    EntryKind.BUYER_PAYMENT: "Pembayaran piutang",
    EntryKind.EXPENSE: "Biaya",
}


def closed_by(clerk: str, moment: str) -> str:
    """Who closed the day, and when."""
    return f"Ditutup {moment} oleh {clerk}. Sesudah ini tidak ada yang dapat dibukukan pada hari itu atau sebelumnya."


def late_cash(counter: str, rupiah: str) -> str:
    """What went through a box for earlier days: part of what is in it at the end of the day."""
    return f"{rupiah} lewat kas {counter}, termasuk dalam kas akhir"


def became_debt(rupiah: str) -> str:
    """What a reversal could no longer take out of the savings."""
    return f"menjadi hutang {rupiah}"


def of_old_books(goods: str) -> str:
    """What was taken back of deposits that are on no page."""
    return f"Pembatalan {goods} dari buku lama tidak dikurangkan: setorannya juga tidak dihitung di halaman ini."


_MOVED: Final = {
    (True, OtherSide.BANK): "Masuk dari bank",
    (False, OtherSide.BANK): "Keluar ke bank",
    (True, OtherSide.OWNER): "Masuk dari lembaga",
    (False, OtherSide.OWNER): "Keluar untuk lembaga",
}


def box_act(act: BoxAct) -> str:
    """What was done at a box, or where a difference was found. What the first count ever finds needs no reason."""
    if act.other_side is not None:
        return _MOVED[act.rupiah > 0, act.other_side]
    if act.kind is EntryKind.CASH_OPENING:
        return "Selisih buka kas" if act.reason else "Isi kas pertama"
    return "Selisih tutup kas"
