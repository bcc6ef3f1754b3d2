"""Finding the header of a list and what its columns hold, by the names people give them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from daurulang.errors import ColumnsMissing, WorkbookRefused
from daurulang.exchange.workbook import Progress, Sheet, read_sheets
from daurulang.members.words import words_of

HEADER_WITHIN = 30
CLASS_PRICE = "buy_price:"  # a field "buy_price:Pelanggan" is the buy price of the member class Pelanggan


class ListKind(StrEnum):
    """What a list holds."""

    MEMBERS = "members"
    MATERIALS = "materials"
    DEPOSITS = "deposits"
    BALANCES = "balances"
    STOCK = "stock"
    SALES = "sales"
    CASH = "cash"

    @property
    def is_final(self) -> bool:
        """Whether such a list cannot be undone: goods move on from the first count."""
        return self is ListKind.STOCK


@dataclass(frozen=True, slots=True)
class Matching:
    """Which column holds which field. `header_row` is the number of the header's last row as the sheet shows it
    (0 without a header), `columns` maps a field to its column (from 0), `titles` has the header of every column.

    Another choice of the user is `dataclasses.replace(matching, columns=…)`, another header row `match_columns`.
    """

    header_row: int
    columns: Mapping[str, int]
    titles: tuple[str, ...]

    def cell(self, row: Sequence[str], field: str) -> str:
        """The text of a field in a row, empty where no column holds it."""
        column = self.columns.get(field)
        return "" if column is None or column >= len(row) else row[column]

    @property
    def class_prices(self) -> dict[str, str]:
        """The fields that are a class's own buy price, with the name of the class."""
        return {field: field.removeprefix(CLASS_PRICE) for field in self.columns if field.startswith(CLASS_PRICE)}


# The fields in the order in which they choose their column, each with its names from the surest to the vaguest;
# "no" stands for nomor and no., blanks and dots do not count.
MEMBER_FIELDS: dict[str, tuple[str, ...]] = {
    "name": (
        *("nama nasabah", "nama anggota", "nama penabung", "nama penyetor", "nama lengkap", "nama warga", "nama"),
        *("name", "nasabah", "anggota", "penabung"),
    ),
    "passbook_number": (
        *("no rekening", "no rek", "rekening", "no induk", "no buku", "no buku tabungan", "no tabungan"),
        *("no anggota", "no nasabah", "kode nasabah", "kode anggota", "id nasabah", "id anggota", "no register"),
    ),
    "village": (
        *("desa kelurahan", "kelurahan desa", "desa kel", "kel desa", "desa", "kelurahan", "nama desa"),
        *("nama kelurahan", "kel", "village"),
    ),
    "district": ("kecamatan", "kec", "nama kecamatan", "district"),
    "rt_rw": ("rt rw",),
    "rt": ("rt", "no rt"),
    "rw": ("rw", "no rw"),
    "hamlet": ("dusun", "dsn", "kampung", "lingkungan", "dukuh", "nama dusun", "hamlet"),
    "address": ("alamat", "alamat lengkap", "alamat rumah", "alamat nasabah", "domisili", "address"),
    "phone": (
        *("no hp", "no hp wa", "no wa", "hp", "wa", "no telepon", "no telp", "no tlp", "telepon", "telp", "tlp"),
        *("whatsapp", "no whatsapp", "handphone", "no handphone", "hp wa", "kontak", "phone"),
    ),
    "gender": ("jenis kelamin", "l p", "p l", "kelamin", "jk", "gender"),
    "member_class": ("kelas", "golongan", "kelas anggota", "kelas nasabah", "golongan nasabah", "kelas harga"),
    "kind": ("jenis nasabah", "jenis anggota", "tipe nasabah", "kategori nasabah"),
    "joined": (
        *("tanggal daftar", "tgl daftar", "tanggal masuk", "tgl masuk", "tanggal bergabung", "tgl bergabung"),
        *("tanggal gabung", "terdaftar", "created at"),
    ),
    "balance": (
        *("saldo", "saldo akhir", "saldo awal", "sisa saldo", "jumlah saldo", "saldo tabungan", "jumlah tabungan"),
        *("total tabungan", "tabungan", "balans", "balance"),
    ),
    "debit": ("debit", "debet"),
    "credit": ("kredit", "credit"),
}
MATERIAL_FIELDS: dict[str, tuple[str, ...]] = {
    "code": ("kode", "kode barang", "kode sampah", "kode bahan", "kode jenis", "kode item", "kd", "code"),
    "name": (
        *("nama barang", "nama sampah", "nama jenis sampah", "nama jenis", "nama bahan", "nama material", "nama item"),
        *("nama", "jenis barang", "jenis sampah", "jenis bahan", "macam sampah", "barang", "uraian", "item", "bahan"),
        *("material", "sampah", "jenis", "name"),
    ),
    "dlh_category": ("kategori dlh", "dlh"),
    "sipsn_category": ("kategori sipsn", "sipsn", "komposisi"),
    "category": (
        *("kategori", "kategori sampah", "kategori barang", "kelompok", "kelompok sampah", "golongan"),
        *("jenis sampah", "jenis barang", "jenis", "category"),
    ),
    "unit": ("satuan", "unit", "sat", "uom"),
    "aliases": ("alias", "nama lain", "sebutan", "nama daerah", "nama dagang", "nama lokal"),
    "buy_price": (),
    "buy_price_dirty": (),
    "buy_price_wet": (),
    "buy_price_mixed": (),
    "sell_price": (),
}
DEPOSIT_FIELDS: dict[str, tuple[str, ...]] = {
    "day": (
        "tanggal",
        "tgl",
        "tanggal setor",
        "tgl setor",
        "tanggal transaksi",
        "tgl transaksi",
        "hari tanggal",
        "date",
    ),
    "reference": (
        *("no bukti", "no nota", "no transaksi", "kode transaksi", "no setoran", "kode setoran", "no struk"),
        *("kode tabungan sampah", "no slip", "nota", "bukti"),
    ),
    "member_number": MEMBER_FIELDS["passbook_number"],
    "member": MEMBER_FIELDS["name"],
    "code": ("kode barang", "kode sampah", "kode bahan", "kode jenis", "kode item", "kode", "kd", "code"),
    "material": MATERIAL_FIELDS["name"],
    "quantity": (
        *("berat", "berat kg", "berat bersih", "total berat", "neto", "netto", "qty", "kuantitas", "jumlah kg", "kg"),
        *("jumlah barang", "banyaknya", "volume", "timbangan", "jml", "jumlah", "quantity"),
    ),
    "unit": MATERIAL_FIELDS["unit"],
    "price": ("harga", "harga satuan", "harga beli", "harga kg", "harga per kg", "hrg", "hrg satuan", "price"),
    "total": (
        *("subtotal", "sub total", "total harga", "jumlah harga", "total nilai", "nilai", "nominal", "total"),
        *("jumlah uang", "jumlah", "rupiah", "uang"),
    ),
    "payment": ("pembayaran", "cara bayar", "cara pembayaran", "metode", "metode bayar", "tabung tunai", "bayar"),
}
BALANCE_FIELDS: dict[str, tuple[str, ...]] = {
    "member_number": MEMBER_FIELDS["passbook_number"],
    "member": MEMBER_FIELDS["name"],
    **{field: MEMBER_FIELDS[field] for field in ("balance", "debit", "credit")},
    "day": ("per tanggal", "saldo per", "tanggal saldo", "tgl saldo", "tanggal", "tgl"),
}
STOCK_FIELDS: dict[str, tuple[str, ...]] = {
    "code": DEPOSIT_FIELDS["code"],
    "material": MATERIAL_FIELDS["name"],
    "quantity": (
        *("stok awal", "stok", "stok akhir", "sisa stok", "jumlah stok", "saldo stok", "stock", "persediaan", "sisa"),
        *DEPOSIT_FIELDS["quantity"],
    ),
    "unit": MATERIAL_FIELDS["unit"],
    "unit_cost": ("harga modal", "modal", "hpp", "harga pokok", "harga perolehan", "modal per kg", "harga beli"),
}
SALE_FIELDS: dict[str, tuple[str, ...]] = {
    "day": ("tanggal", "tgl", "tanggal jual", "tgl jual", "tanggal penjualan", "tgl penjualan", *DEPOSIT_FIELDS["day"]),
    "reference": (
        *("no bukti", "no nota", "no faktur", "no penjualan", "kode penjualan", "no transaksi", "kode transaksi"),
        *("no invoice", "invoice", "faktur", "nota", "bukti", "no surat jalan"),
    ),
    "buyer": (
        *("nama pembeli", "pembeli", "nama pengepul", "pengepul", "nama lapak", "lapak", "pelapak", "bandar"),
        *("nama pabrik", "pabrik", "mitra", "offtaker", "dijual ke", "dijual kepada", "pelanggan", "customer", "buyer"),
    ),
    "code": DEPOSIT_FIELDS["code"],
    "material": MATERIAL_FIELDS["name"],
    "quantity": DEPOSIT_FIELDS["quantity"],
    "unit": MATERIAL_FIELDS["unit"],
    "price": (
        "harga jual",
        "harga",
        "harga satuan",
        "harga kg",
        "harga per kg",
        "hrg",
        "hrg jual",
        "hrg satuan",
        "price",
    ),
    "total": DEPOSIT_FIELDS["total"],
    "payment": DEPOSIT_FIELDS["payment"],
}
CASH_FIELDS: dict[str, tuple[str, ...]] = {
    "day": ("tanggal", "tgl", "tanggal kas", "tgl kas", *DEPOSIT_FIELDS["day"]),
    "reference": (
        *("no bukti", "no nota", "no kas", "no transaksi", "kode transaksi", "kode", "no ref", "ref", "nota", "bukti"),
    ),
    "words": ("keterangan", "uraian", "ket", "deskripsi", "keperluan", "catatan", "transaksi", "description"),
    "category": ("kategori", "kategori biaya", "jenis biaya", "akun", "pos", "kelompok", "jenis", "category"),
    "cash_in": (*("masuk", "kas masuk", "uang masuk", "penerimaan", "pemasukan", "debit", "debet", "terima", "in"),),
    "cash_out": (*("keluar", "kas keluar", "uang keluar", "pengeluaran", "kredit", "credit", "bayar", "out"),),
}
FIELDS = {
    ListKind.MEMBERS: MEMBER_FIELDS,
    ListKind.MATERIALS: MATERIAL_FIELDS,
    ListKind.DEPOSITS: DEPOSIT_FIELDS,
    ListKind.BALANCES: BALANCE_FIELDS,
    ListKind.STOCK: STOCK_FIELDS,
    ListKind.SALES: SALE_FIELDS,
    ListKind.CASH: CASH_FIELDS,
}
# Each row needs one field of every group.
NEEDED: dict[ListKind, tuple[tuple[str, ...], ...]] = {
    ListKind.MEMBERS: (("name",),),
    ListKind.MATERIALS: (("name",),),
    ListKind.DEPOSITS: (("day",), ("member", "member_number"), ("material", "code"), ("quantity",), ("total", "price")),
    ListKind.BALANCES: (("member", "member_number"), ("balance",)),
    ListKind.STOCK: (("material", "code"), ("quantity",)),
    ListKind.SALES: (("day",), ("buyer",), ("material", "code"), ("quantity",), ("total", "price")),
    ListKind.CASH: (("day",), ("words",), ("cash_in", "cash_out")),
}

_PRICE = {"harga", "hrg", "price"}
_SAYS_NOTHING = {"rupiah", "per", "kg", "kilo", "kilogram", "satuan", "unit", "pcs", "liter", "barang"}
_NOT_A_PRICE = {"total", "jumlah", "lama", "kemarin", "rata"}
_COMMON = {"beli", "nasabah", "anggota", "warga", "penabung", "sampah", "bersih", "buy", "setor", "setoran", "umum"}
_SELL = {"jual", "lapak", "pelapak", "pengepul", "pabrik", "bandar", "sell", "penjualan"}
_CONDITIONS = {"kotor": "buy_price_dirty", "basah": "buy_price_wet", "campur": "buy_price_mixed"}


def open_list(path: Path, kind: ListKind, progress: Progress | None = None) -> tuple[Sheet, Matching]:
    """The first visible sheet that looks like such a list, with its columns matched.

    Raises `WorkbookRefused` (reason no_header where no sheet does, too_large where the list is too long).
    """
    empty = True
    for sheet in read_sheets(path, progress):
        empty = empty and not sheet.rows
        header_row = find_header(sheet, kind)
        if header_row:
            if sheet.too_long:
                raise WorkbookRefused(str(path), "too_large")
            return sheet, match_columns(sheet, kind, header_row)
    raise WorkbookRefused(str(path), "empty" if empty else "no_header")


def find_header(sheet: Sheet, kind: ListKind) -> int:
    """The number of the header's last row, 0 where no row names at least two columns (or the only one there is)."""
    best, best_score = 0, 0
    for number in range(1, min(HEADER_WITHIN, len(sheet.rows)) + 1):
        columns = match_columns(sheet, kind, number).columns
        filled = sum(1 for text in sheet.rows[number - 1] if text)
        enough = len(columns) >= 2 or (filled == 1 and len(sheet.rows[0]) == 1 and "name" in columns)
        if enough and len(columns) > best_score:
            best, best_score = number, len(columns)
    return best


def match_columns(sheet: Sheet, kind: ListKind, header_row: int) -> Matching:
    """The columns of a sheet under the header that ends in that row; a header may be two rows high."""
    own = sheet.rows[header_row - 1] if header_row else tuple("" for _ in (sheet.rows or ((),))[0])
    titles = tuple(" ".join(text.split()) for text in own)
    single = Matching(header_row, _columns(titles, kind), titles)
    upper = sheet.rows[header_row - 2] if header_row > 1 else ()
    if sum(1 for text in upper if text) < 2:  # a title above the list, not a part of its header
        return single
    both = _titles_of_two(upper, titles)
    # "HARGA" above "BELI" is a part of the title; "RINCIAN" above "BERAT" only groups, beside cells merged downwards.
    grouped = tuple(own or " ".join(top.split()) for own, top in zip(titles, upper, strict=True))
    variants = [single, *(Matching(header_row, _columns(each, kind), each) for each in (both, grouped))]
    return max(variants, key=lambda variant: len(variant.columns))  # of equals the first


def require(matching: Matching, kind: ListKind) -> None:
    """Raise `ColumnsMissing` where a field that every row needs has no column, naming the first that would do."""
    missing = tuple(fields[0] for fields in NEEDED[kind] if not matching.columns.keys() & set(fields))
    if missing:
        raise ColumnsMissing(missing)


def _titles_of_two(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...]:
    """What stands in two rows: "HARGA" merged above "BELI" and "JUAL" is "HARGA BELI" and "HARGA JUAL"."""
    titles = []
    above = ""
    for top, bottom in zip(upper, lower, strict=True):
        above = " ".join(top.split()) or (above if bottom else "")
        titles.append(f"{above} {bottom}".strip())
    return tuple(titles)


def _columns(titles: Sequence[str], kind: ListKind) -> dict[str, int]:
    words = [_words(title) for title in titles]
    found: dict[str, int] = {}
    if kind is ListKind.MATERIALS:
        for column, title in enumerate(titles):
            field = _price_field(title, words[column])
            if field:
                found.setdefault(field, column)
    taken = set(found.values())
    squeezed = ["".join(each) for each in words]
    for field, names in FIELDS[kind].items():
        exact = _named(names, squeezed, taken)
        chosen = _holding(names, words, taken) if exact is None else exact
        if chosen is not None:
            found[field] = chosen
            taken.add(chosen)
    return found


def _words(title: str) -> list[str]:
    words = ["no" if word in ("nomor", "nmr", "nomer") else word for word in words_of(title)]
    return [word for word in words if word not in ("rp", "idr")] or words


def _named(names: Sequence[str], squeezed: Sequence[str], taken: set[int]) -> int | None:
    for name in names:
        plain = name.replace(" ", "")
        for column, title in enumerate(squeezed):
            if title == plain and column not in taken:
                return column
    return None


def _holding(names: Sequence[str], words: Sequence[Sequence[str]], taken: set[int]) -> int | None:
    """A title with every word of a longer name in it: "Nama Lengkap Nasabah", "Jenis Sampah (kg)"."""
    for name in (set(name.split()) for name in names if " " in name):
        for column, title in enumerate(words):
            if column not in taken and name <= set(title) and "id" not in title:
                return column
    return None


def _price_field(title: str, words: Sequence[str]) -> str | None:
    if words[:1] == ["h"] and len(words) > 1:  # "H. Lapak"
        words = ["harga", *words[1:]]
    if not _PRICE & set(words) or _NOT_A_PRICE & set(words):
        return None
    rest = [word for word in words if word not in _PRICE | _SAYS_NOTHING]
    if _SELL & set(rest):
        return "sell_price"
    for word, field in _CONDITIONS.items():
        if word in rest:
            return field
    if set(rest) <= _COMMON:
        return "buy_price"
    own = [word for word in title.replace("_", " ").split() if set(words_of(word)) & set(rest)]
    return CLASS_PRICE + " ".join(own).strip(".:()").title()[:40]
