"""The dry run and the fields of lists in Indonesian, for the command line."""

from __future__ import annotations

from daurulang.exchange.columns import CLASS_PRICE
from daurulang.exchange.preview import Fate, Reason, Remark
from daurulang.quantities import format_rupiah

FATES = {
    Fate.NEW: "baru",
    Fate.CHANGED: "berubah",
    Fate.WARNING: "peringatan",
    Fate.SKIPPED: "dilewati",
    Fate.REFUSED: "ditolak",
}

_REASONS = {
    Reason.EMPTY: "baris kosong",
    Reason.TOTAL: "baris jumlah",
    Reason.HEADER_AGAIN: "judul kolom terulang",
    Reason.SECTION: "judul kelompok: {name}",
    Reason.UNCHANGED: "harga sama dengan yang berlaku",
    Reason.NAME_MISSING: "nama kosong",
    Reason.TOO_LONG: "{field} lebih dari {limit} huruf",
    Reason.FORMULA: "hasil rumus tidak ada: {text}; perbaiki di Excel lalu simpan",
    Reason.PASSBOOK_TWICE: "nomor buku {number} sudah ada di baris {row}",
    Reason.PASSBOOK_TAKEN: "nomor buku {number} milik anggota {member}",
    Reason.CODE_TWICE: "kode {code} sudah ada di baris {row}",
    Reason.PRICE_UNREADABLE: "harga tidak terbaca: {text}",
    Reason.UNIT_UNKNOWN: "satuan tidak dikenal: {text}",
    Reason.UNIT_DIFFERS: "satuan {unit}, padahal di buku {book_unit}",
    Reason.TAKEN_BEFORE: "sudah masuk lewat impor sebelumnya",
    Reason.BALANCE_MISSING: "tanpa saldo",
    Reason.QUANTITY_MISSING: "tanpa jumlah",
    Reason.STOCK_COUNTED: "gudang sudah pernah dihitung; stok awal hanya dari hitungan pertama",
    Reason.STOCK_TWICE: "bahan ini sudah ada di baris {row}; jumlahkan dulu",
    Reason.STOCK_REPLACED: "di buku {before}, menjadi {quantity}",
    Reason.DAY_MISSING: "tanggal kosong",
    Reason.DAY_UNREADABLE: "tanggal tidak terbaca: {text}; tulis seperti 21/02/2024",
    Reason.DAY_TO_COME: "tanggal {text} belum tiba",
    Reason.DAY_CLOSED: "tanggal {text} di bulan yang sudah ditutup",
    Reason.MEMBER_MISSING: "anggota kosong",
    Reason.MEMBER_UNKNOWN: "anggota {name} tidak ada di buku; daftarkan dulu, atau minta dibuatkan",
    Reason.MEMBER_SEVERAL: "ada {count} anggota bernama {name}; isi nomornya",
    Reason.MEMBER_OTHER: "nomor {number} milik {book_name}, bukan {name}",
    Reason.MEMBER_BY_NAME: "nomor {number} tidak ada di buku; dipakai {name}",
    Reason.MEMBER_NAME_DIFFERS: "nomor {number} di buku bernama {book_name}, di sini {name}",
    Reason.MATERIAL_OTHER: "kode {code} milik {book_name}, bukan {name}",
    Reason.MATERIAL_MISSING: "bahan kosong",
    Reason.MATERIAL_UNKNOWN: "bahan {name} tidak ada di buku; tambahkan dulu, atau minta dibuatkan",
    Reason.MATERIAL_SEVERAL: "ada {count} bahan dengan sebutan {name}; isi kodenya",
    Reason.QUANTITY_UNREADABLE: "jumlah tidak terbaca: {text}",
    Reason.QUANTITY_IN_OTHER_UNIT: "{text}, padahal bahan ini dihitung per {unit}",
    Reason.VALUE_MISSING: "harga dan totalnya kosong",
    Reason.VALUE_UNREADABLE: "rupiah tidak terbaca: {text}",
    Reason.PAYMENT_UNKNOWN: "cara bayar tidak dikenal: {text}; tulis tabung, tunai, atau sedekah",
    Reason.GIVEN_WITH_VALUE: "sedekah tidak bernilai, padahal tertulis {rupiah}",
    Reason.OPENING_STANDS: "saldo awal per {day} sudah memuat ini; tulis tunai, atau batalkan impor saldonya",
    Reason.OPENING_TWICE: "saldo anggota ini sudah ada di baris {row}",
    Reason.ACTS_SINCE: "anggota ini punya catatan di loket pada {day}; tulis saldo per tanggal sebelum atau sesudahnya",
    Reason.BALANCE_NEGATIVE: "saldo menjadi di bawah nol: {rupiah}",
    Reason.BALANCE_NOT_READ: "saldo tidak terbaca: {text}",
    Reason.BUYER_MISSING: "pembeli kosong",
    Reason.BUYER_UNKNOWN: "pembeli {name} tidak ada di buku; catat dulu, atau minta dibuatkan",
    Reason.BUYER_SEVERAL: "ada {count} pembeli bernama {name}; tulis namanya persis seperti di buku",
    Reason.SALE_PAYMENT_UNKNOWN: "cara bayar tidak dikenal: {text}; tulis tunai, bank, atau tempo",
    Reason.STOCK_SHORT: "stok {name} per {day} hanya {there}; masukkan dulu setoran lamanya",
    Reason.BUYER_CREATED: "pembeli baru: {name}",
    Reason.SALE_FROM_ABOVE: "tanggal atau pembeli dari baris di atasnya",
    Reason.CASH_KNOWN: "uangnya sudah ada di buku: {number}",
    Reason.CASH_OTHER: "{number} di buku {book_rupiah}, di sini {rupiah}",
    Reason.CASH_NOTHING: "masuk dan keluar kosong",
    Reason.CASH_BOTH: "masuk dan keluar terisi; tulis di dua baris",
    Reason.CASH_WORDS_MISSING: "keterangan kosong",
    Reason.CATEGORY_CREATED: "kategori biaya baru: {name}",
    Reason.TOTAL_DIFFERS: "total {rupiah}, padahal jumlah × harga {computed_rupiah}; totalnya yang dipakai",
    Reason.QUANTITY_DOUBTFUL: "{text} dibaca {quantity}",
    Reason.FROM_ABOVE: "tanggal atau anggota dari baris di atasnya",
    Reason.MEMBER_CREATED: "anggota baru: {name}",
    Reason.MATERIAL_CREATED: "bahan baru: {name} (per {unit})",
    Reason.BALANCE_REPLACED: "di buku {before_rupiah}, menjadi {rupiah}",
    Reason.ALIKE_ROW: "mirip baris {row}",
    Reason.ALIKE_MEMBER: "mirip anggota {number} {name}",
    Reason.VILLAGE_UNKNOWN: "desa tidak dikenal: {village}; dikosongkan",
    Reason.VILLAGE_SUGGESTED: "desa {village} tidak ada di daftar, mungkin {suggestion}; dikosongkan",
    Reason.VILLAGE_TWICE: "desa {village} ada di beberapa kecamatan ({districts}); dikosongkan",
    Reason.GENDER_UNKNOWN: "jenis kelamin tidak terbaca: {text}",
    Reason.KIND_UNKNOWN: "jenis anggota tidak dikenal: {text}",
    Reason.DAY_UNKNOWN: "tanggal tidak terbaca: {text}",
    Reason.ADDRESS_CUT: "alamat terlalu panjang, dipotong: {text}",
    Reason.BALANCE_UNREADABLE: "saldo tidak terbaca: {text}",
    Reason.BALANCE_DISAGREES: "saldo {rupiah} tidak cocok dengan debit dan kredit ({computed_rupiah})",
    Reason.BALANCE_NOT_POSTED: "saldo {rupiah} tidak ikut dimasukkan",
    Reason.NAME_TWICE: "{name} sudah ada di baris {row}; dinamai {new_name}",
    Reason.NAME_TAKEN: "{name} sudah dipakai kode {code}; dinamai {new_name}",
    Reason.NAME_KEPT: "di buku bernama {book_name}, bukan {name}; nama buku tetap",
    Reason.NO_PRICE: "tanpa harga",
    Reason.ABOVE_SELL: "harga beli {rupiah} di atas harga jual {sell_rupiah}",
    Reason.PRICE_JUMPS: "harga melompat dari {before_rupiah} ke {rupiah}",
    Reason.PRICE_DOUBTFUL: "harga {text} dibaca {rupiah}",
    Reason.SEVERAL_PRICES: "beberapa harga dalam satu baris: {text}",
    Reason.SEVERAL_GOODS: "beberapa barang dalam satu baris",
}

_FIELDS = {
    "name": "nama",
    "passbook_number": "nomor buku",
    "village": "desa/kelurahan",
    "district": "kecamatan",
    "rt_rw": "RT/RW",
    "rt": "RT",
    "rw": "RW",
    "hamlet": "dusun",
    "address": "alamat",
    "phone": "nomor HP",
    "gender": "jenis kelamin",
    "member_class": "golongan",
    "kind": "jenis anggota",
    "joined": "tanggal daftar",
    "balance": "saldo",
    "debit": "debit",
    "credit": "kredit",
    "code": "kode",
    "dlh_category": "kategori DLH",
    "sipsn_category": "kategori SIPSN",
    "category": "kelompok",
    "unit": "satuan",
    "aliases": "nama lain",
    "buy_price": "harga beli",
    "buy_price_dirty": "harga beli kotor",
    "buy_price_wet": "harga beli basah",
    "buy_price_mixed": "harga beli campur",
    "sell_price": "harga jual",
    "day": "tanggal",
    "reference": "nomor bukti lama",
    "member_number": "nomor anggota",
    "member": "anggota",
    "buyer": "pembeli",
    "material": "bahan",
    "quantity": "jumlah",
    "price": "harga",
    "unit_cost": "harga modal per satuan",
    "total": "total",
    "payment": "cara bayar",
    "words": "keterangan",
    "cash_in": "masuk",
    "cash_out": "keluar",
}


def field_words(field: str) -> str:
    """A field's name: "harga beli (Pelanggan)" for a class's own price."""
    if field.startswith(CLASS_PRICE):
        return f"harga beli ({field.removeprefix(CLASS_PRICE)})"
    return _FIELDS[field]


def remark_words(remark: Remark) -> str:
    """A reason in words; rupiah are written as "Rp 1.500"."""
    values: dict[str, str | int] = {}
    for name, value in remark.values.items():
        if name == "field":
            values[name] = field_words(str(value))
        else:
            values[name] = format_rupiah(value) if name.endswith("rupiah") and isinstance(value, int) else value
    return _REASONS[remark.reason].format(**values)
