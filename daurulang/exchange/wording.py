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
    Reason.FORMULA: "hasil rumus belum tersimpan: {text}; buka di Excel lalu simpan",
    Reason.PASSBOOK_TWICE: "nomor buku {number} sudah ada di baris {row}",
    Reason.PASSBOOK_TAKEN: "nomor buku {number} milik anggota {member}",
    Reason.CODE_TWICE: "kode {code} sudah ada di baris {row}",
    Reason.PRICE_UNREADABLE: "harga tidak terbaca: {text}",
    Reason.UNIT_UNKNOWN: "satuan tidak dikenal: {text}",
    Reason.UNIT_DIFFERS: "satuan {unit}, padahal di buku {book_unit}",
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
