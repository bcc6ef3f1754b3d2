"""Headers are found where people put them and understood as people name them."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from daurulang.errors import ColumnsMissing, WorkbookRefused
from daurulang.exchange.columns import ListKind, Matching, find_header, match_columns, open_list, require
from daurulang.exchange.workbook import Sheet


def sheet_of(*rows: list[str]) -> Sheet:
    width = max(map(len, rows))
    return Sheet(Path("daftar.xlsx"), "Lembar", tuple((*row, *[""] * (width - len(row))) for row in rows))


def fields(kind: ListKind, *titles: str) -> dict[str, str]:
    matching = match_columns(sheet_of(list(titles)), kind, 1)
    return {field: titles[column] for field, column in matching.columns.items()}


def test_columns_of_members_are_known_by_many_names() -> None:
    titles = (
        *("NO.", "Nama\nLengkap  Nasabah", "L/P", "Desa / Kelurahan", "KECAMATAN", "Rt", "R.W.", "No. HP/WA"),
        *("Nomor Rekening", "Golongan", "Tgl. Masuk", "Saldo (Rp)"),
    )
    assert fields(ListKind.MEMBERS, *titles) == {
        "name": titles[1],
        "gender": "L/P",
        "village": titles[3],
        "district": "KECAMATAN",
        "rt": "Rt",
        "rw": "R.W.",
        "phone": "No. HP/WA",
        "passbook_number": "Nomor Rekening",
        "member_class": "Golongan",
        "joined": "Tgl. Masuk",
        "balance": "Saldo (Rp)",
    }


@pytest.mark.parametrize(
    "titles, name, category",
    [
        (("jenis_sampah", "nama_sampah"), "nama_sampah", "jenis_sampah"),
        (("kode", "jenis", "nama"), "nama", "jenis"),
        (("nama_jenis", "kategori"), "nama_jenis", "kategori"),
        (("id_jenis_sampah", "jenis_sampah"), "jenis_sampah", None),
    ],
)
def test_name_and_category_of_goods_are_told_apart(titles: tuple[str, ...], name: str, category: str | None) -> None:
    found = fields(ListKind.MATERIALS, *titles)
    assert (found["name"], found.get("category")) == (name, category)


@pytest.mark.parametrize(
    "title, field",
    [
        ("Harga", "buy_price"),
        ("Harga (Rp/Kg)", "buy_price"),
        ("harga_per_kg", "buy_price"),
        ("Harga Nasabah", "buy_price"),
        ("Harga Beli", "buy_price"),
        ("H. Lapak", "sell_price"),
        ("Harga Jual (Rp.)", "sell_price"),
        ("Harga Kotor", "buy_price_dirty"),
        ("harga_stabil", "buy_price:Stabil"),
        ("Harga Pelanggan", "buy_price:Pelanggan"),
        ("HARGA KELOMPOK TANI", "buy_price:Kelompok Tani"),
        ("Jumlah Harga", None),
    ],
)
def test_prices_are_told_apart(title: str, field: str | None) -> None:
    found = fields(ListKind.MATERIALS, "Nama Barang", title)
    assert [name for name in found if name != "name"] == ([field] if field else [])


def test_titles_and_merged_cells_above_the_header_do_not_matter(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = "DAFTAR HARGA BARANG BANK SAMPAH"
    sheet.merge_cells("A1:D1")
    sheet["A2"] = "Per November 2026"
    sheet.merge_cells("A2:D2")
    for title, cell in zip(("NO", "NAMA BARANG", "SATUAN", "HARGA"), ("A4", "B4", "C4", "D4"), strict=True):
        sheet[cell] = title
    sheet.append([1, "Kardus", "kg", 2000])
    book.save(tmp_path / "a.xlsx")
    _, matching = open_list(tmp_path / "a.xlsx", ListKind.MATERIALS)
    assert matching.header_row == 4
    assert matching.columns == {"buy_price": 3, "name": 1, "unit": 2}


def test_a_header_may_be_two_rows_high() -> None:
    sheet = sheet_of(["NO", "NAMA BARANG", "HARGA", ""], ["", "", "BELI", "JUAL"], ["1", "Kardus", "2000", "2300"])
    assert find_header(sheet, ListKind.MATERIALS) == 2
    matching = match_columns(sheet, ListKind.MATERIALS, 2)
    assert matching.columns == {"buy_price": 2, "sell_price": 3, "name": 1}
    assert matching.titles == ("NO", "NAMA BARANG", "HARGA BELI", "HARGA JUAL")


def test_a_header_below_thirty_rows_is_not_looked_for(tmp_path: Path) -> None:
    sheet = sheet_of(*[["x"]] * 30, ["Nama", "Desa"])
    assert find_header(sheet, ListKind.MEMBERS) == 0


def test_a_list_of_one_column_is_enough() -> None:
    assert find_header(sheet_of(["Nama"], ["Siti"]), ListKind.MEMBERS) == 1


def test_wrong_headers_are_refused_or_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("apel,jeruk\n1,2\n")
    with pytest.raises(WorkbookRefused):
        open_list(tmp_path / "a.csv", ListKind.MEMBERS)
    with pytest.raises(ColumnsMissing) as missing:
        require(match_columns(sheet_of(["Desa", "RT"]), ListKind.MEMBERS, 1), ListKind.MEMBERS)
    assert missing.value.fields == ("name",)


def test_the_matching_can_be_overridden() -> None:
    sheet = sheet_of(["apel", "jeruk"], ["Siti", "Mlajah"])
    matching = replace(match_columns(sheet, ListKind.MEMBERS, 1), columns={"name": 0, "village": 1})
    assert matching.cell(sheet.rows[1], "village") == "Mlajah"
    assert matching.cell(sheet.rows[1], "phone") == ""


def test_a_list_without_a_header_can_be_matched_by_hand() -> None:
    assert match_columns(sheet_of(["Siti", "Mlajah"]), ListKind.MEMBERS, 0) == Matching(0, {}, ("", ""))
