"""Every Indonesian word of the papers and workbooks about the stores."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from daurulang.documents import wording
from daurulang.ledger.model import EntryKind
from daurulang.processing.model import BatchKind
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
