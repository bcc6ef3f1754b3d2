"""Every Indonesian word of the papers and workbooks about the stores."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from daurulang.documents import wording
from daurulang.ledger.model import EntryKind
from daurulang.loads.model import LoadPayment
from daurulang.processing.model import BatchKind, Side
from daurulang.quantities import Condition
from daurulang.reports.stock_card import Movement

STOCK_TITLE: Final = "LAPORAN STOK GUDANG"
CARD_TITLE: Final = "KARTU GUDANG"
STOCK: Final = "Stok"
TURNOVER: Final = "Mutasi"
CARD: Final = "Kartu"
STORE: Final = "Gudang"
CONDITION: Final = "Kondisi"
STORES: Final = "Semua gudang"
THERE: Final = "Jumlah"
COST: Final = "Nilai perolehan"
AVERAGE: Final = "Rata-rata"
SELL_PRICE: Final = "Harga jual"
WORTH: Final = "Nilai jual"
SINCE: Final = "Masuk"
AGE: Final = "Umur (hari)"
OPENING: Final = "Awal"
INTO: Final = "Masuk"
OUT: Final = "Keluar"
CLOSING: Final = "Akhir"
OPENING_STOCK: Final = "Stok awal"
CLOSING_STOCK: Final = "Stok akhir"
NO_MOVEMENT: Final = "Tidak ada barang masuk atau keluar."
NO_STOCK: Final = "Tidak ada barang di gudang."
RUPIAH: Final = "Rp"
AGE_EXPLAINED: Final = (
    "Umur dihitung seandainya barang yang masuk lebih dulu selalu keluar lebih dulu: hari sejak barang tertua yang"
    " masih tersisa masuk ke gudang itu. Nilai perolehan memakai rata-rata bergerak."
)
BATCHES: Final[Mapping[BatchKind, str]] = {
    BatchKind.SORT: "Pemilahan",
    BatchKind.SHRED: "Pencacahan",
    BatchKind.PRESS: "Pengepresan",
    BatchKind.COMPOST: "Pengomposan",
    BatchKind.RDF: "Pembuatan RDF",
    BatchKind.MAGGOT: "Budidaya maggot",
    BatchKind.CRAFT: "Kerajinan",
    BatchKind.MOVE: "Pindah gudang",
}
ACTS: Final[Mapping[EntryKind, str]] = {
    EntryKind.DEPOSIT: "Setoran",
    EntryKind.REVERSAL: "Pembatalan",
    EntryKind.STOCKTAKE: "Opname",
    EntryKind.LOAD: "Muatan masuk",
    EntryKind.BATCH: "Pengolahan",
    EntryKind.DISPOSAL: "Residu ke TPA",
    EntryKind.SALE: "Penjualan",
}


def unpriced(count: int) -> str:
    """What has no sell price has no worth."""
    return f"{count} baris tanpa harga jual tidak ikut dalam nilai jual." if count else ""


def goods(name: str, condition: Condition) -> str:
    """A material; clean is what everybody expects and is not said."""
    return name if condition is Condition.CLEAN else f"{name} · {wording.CONDITIONS[condition]}"


def moved(movement: Movement) -> str:
    """What a movement was: "Muatan masuk: TPS3R Pejagan", "Pencacahan", "Pembatalan L1-000012"."""
    words = BATCHES[movement.batch_kind] if movement.batch_kind else ACTS.get(movement.kind, movement.kind)
    if movement.party:
        words += f": {movement.party}"
    return f"{words} {movement.reverses}" if movement.reverses else words


# --- the slips of loads, batches and of the landfill ---------------------------------------------------------------

SLIP_TITLES: Final[Mapping[EntryKind, str]] = {
    EntryKind.LOAD: "TANDA TERIMA MUATAN",
    EntryKind.BATCH: "CATATAN PENGOLAHAN",
    EntryKind.DISPOSAL: "SURAT JALAN RESIDU",
}
PARTIES: Final[Mapping[EntryKind, str]] = {
    EntryKind.LOAD: "Sumber",
    EntryKind.BATCH: "Jenis",
    EntryKind.DISPOSAL: "Tujuan",
}
SIGNERS: Final[Mapping[EntryKind, tuple[str, ...]]] = {
    EntryKind.LOAD: ("Diterima oleh,", "Sopir,"),
    EntryKind.BATCH: ("Dicatat oleh,", "Kepala regu,"),
    EntryKind.DISPOSAL: ("Dikirim oleh,", "Sopir,", "Diterima di TPA,"),
}
SIDES: Final[Mapping[Side, str]] = {Side.INPUT: "Masuk", Side.OUTPUT: "Hasil", Side.RESIDUE: "Residu"}
SIDE_TOTALS: Final = ("Bahan masuk", "Hasil", "Residu")
PAYMENTS: Final[Mapping[LoadPayment, str]] = {
    LoadPayment.NONE: "tidak dibayar",
    LoadPayment.CASH: "tunai",
    LoadPayment.BANK: "transfer bank",
}
VEHICLE: Final = "Kendaraan"
NOTE: Final = "Catatan"
GROSS: Final = "Bruto (kg)"
TARE: Final = "Tara (kg)"
NET: Final = "Neto (kg)"
WEIGHED: Final = "Berat ditimbang"
VOLUME: Final = "Volume"
ESTIMATED: Final = "Berat perkiraan dari volume"
PAID: Final = "Pembayaran"
LOSS: Final = "Susut"
GAIN: Final = "Lebih dari bahan masuk"
LABOUR: Final = "Tenaga kerja"
FUEL: Final = "BBM"


def hours(minutes: int) -> str:
    """480 minutes as "8 jam", 90 as "1 jam 30 menit"."""
    whole, rest = divmod(minutes, 60)
    return " ".join(filter(None, (f"{whole} jam" if whole else "", f"{rest} menit" if rest else "")))
