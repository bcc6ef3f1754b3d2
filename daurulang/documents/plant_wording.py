"""Every Indonesian word of the plant's part of the economic value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from daurulang.loads.model import SourceKind
from daurulang.materials.model import Substance
from daurulang.reports.flow_picture import FlowKind

FLOWS: Final = "Aliran bahan dari sumber ke tujuan"
SOURCES: Final = "Muatan masuk menurut sumber"
BUYERS: Final = "Penjualan menurut pembeli"
MARGINS: Final = "Laba kotor menurut bahan"
STOCK: Final = "Nilai stok akhir periode"
PROCESSES: Final = "Pengolahan"
PRODUCTS: Final = "Hasil olahan"
BALANCE: Final = "Neraca massa menurut kategori"
RESULT: Final = "Laba rugi"
LIABILITY: Final = "Tabungan anggota dan uang yang tersedia"
IMPACT: Final = "Perkiraan emisi yang dihindari (CO2e)"
WITHOUT_FACTOR: Final = "Terjual tanpa faktor emisi atau tanpa berat (tidak dihitung)"

SOURCE: Final = "Sumber"
KIND: Final = "Jenis"
LOADS: Final = "Muatan"
KILOGRAMS: Final = "Berat (kg)"
ESTIMATED: Final = "Dari volume (kg)"
CUBIC_METRES: Final = "Volume (m³)"
PAID: Final = "Dibayar (Rp)"
BUYER: Final = "Pembeli"
SALES: Final = "Penjualan"
SALES_RUPIAH: Final = "Penjualan (Rp)"
COST: Final = "Harga pokok (Rp)"
MARGIN: Final = "Laba kotor (Rp)"
MARGIN_SHARE: Final = "% laba"
CODE: Final = "Kode"
MATERIAL: Final = "Bahan"
QUANTITY: Final = "Banyaknya"
WORTH: Final = "Nilai jual (Rp)"
STOCK_COST: Final = "Nilai perolehan (Rp)"
BATCHES: Final = "Batch"
INPUT: Final = "Masuk (kg)"
OUTPUT: Final = "Hasil (kg)"
RESIDUE: Final = "Residu (kg)"
LOSS: Final = "Susut (kg)"
YIELD: Final = "Rendemen"
CATEGORY: Final = "Kategori"
FROM_RESIDENTS: Final = "Warga"
FROM_LOADS: Final = "Muatan"
FROM_OTHERS: Final = "Lain-lain"
MADE: Final = "Olahan"
SOLD: Final = "Terjual"
TO_LANDFILL: Final = "TPA"
LOST: Final = "Susut"
STOCK_CHANGE: Final = "Stok +/−"
ITEM: Final = "Uraian"
RUPIAH: Final = "Rp"
SUBSTANCE: Final = "Bahan dasar"
FACTOR: Final = "Faktor (g/kg)"
CO2E: Final = "CO2e (kg)"
SUM: Final = "Jumlah"

COST_OF_GOODS: Final = "Harga pokok barang terjual"
GROSS: Final = "Laba kotor"
STOCK_DIFFERENCE: Final = "Selisih stok dan barang dibuang"
CASH_DIFFERENCE: Final = "Selisih kas"
SURPLUS: Final = "Laba bersih (rugi bila minus)"
SAVINGS: Final = "Tabungan anggota (hutang kepada anggota)"
CASH: Final = "Kas dan bank"
RECEIVABLE: Final = "Piutang pembeli"
COVER: Final = "Kas dan bank dikurangi tabungan"
SALES_OF_GOODS: Final = "Penjualan"
DIVERTED_KILOGRAMS: Final = "Terhindar dari TPA (kg)"
CO2E_KILOGRAMS: Final = "Perkiraan CO2e dihindari (kg)"
SURPLUS_RUPIAH: Final = "Laba bersih (Rp)"

SOURCE_KINDS: Final[Mapping[SourceKind, str]] = {
    SourceKind.TPS3R: "TPS3R",
    SourceKind.VILLAGE: "Desa",
    SourceKind.MARKET: "Pasar",
    SourceKind.OFFICE: "Kantor",
    SourceKind.OTHER: "Lainnya",
}
SUBSTANCES: Final[Mapping[Substance, str]] = {
    Substance.ALUMINIUM_CANS: "Kaleng aluminium",
    Substance.ALUMINIUM: "Aluminium",
    Substance.COPPER: "Tembaga",
    Substance.STEEL_CANS: "Kaleng besi",
    Substance.STEEL: "Besi, baja",
    Substance.MIXED_METALS: "Logam campuran",
    Substance.PET: "PET",
    Substance.HDPE: "HDPE",
    Substance.LDPE: "LDPE, lembaran PE",
    Substance.PP: "PP",
    Substance.PS: "PS",
    Substance.PVC: "PVC",
    Substance.MIXED_PLASTICS: "Plastik campuran",
    Substance.GLASS: "Kaca",
    Substance.CORRUGATED: "Kardus bergelombang",
    Substance.NEWSPAPER: "Koran",
    Substance.OFFICE_PAPER: "Kertas kantor",
    Substance.MIXED_PAPER: "Kertas campuran",
    Substance.ELECTRONICS: "Elektronik",
    Substance.TEXTILES: "Tekstil",
    Substance.TIRES: "Ban",
    Substance.USED_OIL: "Oli mineral",
    Substance.FOOD: "Sisa makanan",
    Substance.GARDEN: "Sampah kebun",
    Substance.WOOD: "Kayu",
}
FLOW_ENDS: Final[Mapping[FlowKind, str]] = {
    FlowKind.RESIDENTS: "Warga (setoran)",
    FlowKind.OTHER_SOURCES: "Sumber lain",
    FlowKind.BEFORE: "Stok awal pembukuan",
    FlowKind.FOUND: "Lebih saat opname",
    FlowKind.FROM_STOCK: "Dari stok gudang",
    FlowKind.OTHER_BUYERS: "Pembeli lain",
    FlowKind.LANDFILL: "TPA (residu)",
    FlowKind.LOST: "Susut pengolahan",
    FlowKind.GAINED: "Lebih saat pengolahan",
    FlowKind.MISSING: "Kurang saat opname",
    FlowKind.TO_STOCK: "Menambah stok gudang",
    FlowKind.TAKEN_BACK: "Pembatalan bulan lalu",
}

VOLUMES_APART: Final = "Volume: takaran asal muatan yang tidak ditimbang; tidak pernah dijumlahkan dengan kilogram."
UNPRICED: Final = "“–” pada nilai jual: belum ada harga jual untuk semua atau sebagian barang itu."
IN_IS_OUT: Final = (
    "Masuk (warga + muatan + lain-lain + olahan) sama dengan keluar (terjual + TPA + susut + perubahan stok) "
    "pada setiap baris. Lain-lain: stok awal pembukuan dan selisih opname."
)


def factors_of(title: str, source: str) -> str:
    """Whose factors, which version, and what is counted."""
    return f"Faktor: {title}. Sumber: {source}. Dihitung dari barang yang dijual; angka ini perkiraan."


def of_generated(percent: str, source: str) -> str:
    """Which part of the regency's waste that is, and by whom that is known."""
    return f" Itu {percent} % dari timbulan sampah kabupaten" + (f" ({source})." if source else ".")


def diverted(tonnes: str, cubic_metres: str) -> str:
    """The figure and how it was made."""
    return (
        f"Terhindar dari TPA: {tonnes} ton, sekitar {cubic_metres} m³ (445 kg/m³, sampah yang dipadatkan). "
        "Dihitung: setoran warga dan muatan masuk, dikurangi yang dibuang ke TPA."
    )
