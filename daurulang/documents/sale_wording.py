"""The Indonesian words of the papers of sales."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from daurulang.sales.model import PaidIn

INVOICE_TITLE: Final = "NOTA PENJUALAN"
DELIVERY_TITLE: Final = "SURAT JALAN"
PAYMENT_TITLE: Final = "KUITANSI PEMBAYARAN"

TO: Final = "Kepada"
RECEIVED_FROM: Final = "Diterima dari"
VEHICLE: Final = "Kendaraan"
STORE: Final = "Gudang"
NOTE: Final = "Catatan"

GOODS: Final = "Barang"
QUANTITY: Final = "Banyaknya"
OURS: Final = "berat kita"
THEIRS: Final = "berat pembeli"
APART: Final = "selisih"
WEIGHED_BY_BUYER: Final = "Ditimbang pembeli"
AGREED: Final = "borongan"
AGREED_TOTAL: Final = "Borongan"

TOTAL: Final = "Total"
PAID: Final[Mapping[PaidIn, str]] = {PaidIn.CASH: "Dibayar tunai", PaidIn.BANK: "Dibayar lewat bank"}
PAID_LATER: Final = "Dibayar"
OUTSTANDING: Final = "Sisa tagihan"
SETTLED: Final = "Lunas"
DUE: Final = "Jatuh tempo"
FOR_SALE: Final = "Untuk nota"
OF_TOTAL: Final = "Nilai nota"
METHODS: Final[Mapping[PaidIn, str]] = {PaidIn.CASH: "Tunai", PaidIn.BANK: "Bank"}
METHOD: Final = "Cara bayar"
REFERENCE: Final = "Keterangan bank"

SELLER: Final = "Petugas"
BUYER: Final = "Pembeli"
SENDER: Final = "Yang menyerahkan"
DRIVER: Final = "Sopir"
RECEIVER: Final = "Yang menerima"
PAYER: Final = "Yang membayar"

KEEP_INVOICE: Final = "Nota ini sah bila ditandatangani petugas dan pembeli."
KEEP_DELIVERY: Final = "Berat yang tertulis adalah timbangan gudang kami; tulis berat yang diterima bila berbeda."
KEEP_PAYMENT: Final = "Simpan kuitansi ini sebagai bukti pembayaran."

# The recap of a period.
RECAP_TITLE: Final = "REKAP PENJUALAN"
BY_GOODS: Final = "Menurut barang"
BY_BUYER: Final = "Menurut pembeli"
BUYERS_GOODS: Final = "Barang setiap pembeli"
GOODS_NAME: Final = "Nama barang"
KILOGRAMS: Final = "Kg"
PIECES: Final = "Pcs"
LITRES: Final = "Liter"
NOMINAL: Final = "Nominal (Rp)"
COST: Final = "Harga pokok (Rp)"
MARGIN: Final = "Laba kotor (Rp)"
INVOICES: Final = "Nota"
BUYER_COLUMN: Final = "Pembeli"
INVOICE_NUMBER: Final = "Nomor nota"
THEIRS_COLUMN: Final = "Timbang pembeli"
NOTHING_SOLD: Final = "Tidak ada penjualan dalam periode ini."
WEIGHED_AND_PAID: Final = "Banyaknya menurut timbangan sendiri; nominal menurut yang dibayar pembeli."
RECAP_NOTE: Final = (
    f"{WEIGHED_AND_PAID} Kilogram, pcs, dan liter tidak pernah dijumlahkan satu sama lain. Penjualan yang dibatalkan"
    " pada periode lain dikurangkan pada hari pembatalannya."
)
