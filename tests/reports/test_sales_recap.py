"""The recap of sales: by goods and by buyer, as words, on paper and as a workbook whose sums are formulas."""

import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from daurulang.__main__ import main
from daurulang.buyers import service as buyers
from daurulang.buyers.service import BuyerDraft
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.periods import Period, month_of
from daurulang.quantities import Unit, line_amount_rupiah
from daurulang.reports.sales_recap import sales_recap
from daurulang.sales import service as acts
from daurulang.sales.service import SaleDraft, SaleLineDraft
from tests.book import Book, new_key
from tests.documents.formulas import Calculated
from tests.documents.papers import bare, pages_of
from tests.plant import set_up_plant

MARCH, APRIL = date(2024, 3, 5), date(2024, 4, 2)
UNITS = {1: Unit.KILOGRAM, 2: Unit.PIECE, 3: Unit.LITRE}


def sell(book: Book, buyer_id: int, day: date, *lines: SaleLineDraft) -> int:
    total = sum(line_amount_rupiah(line.paid_quantity, UNITS[line.material_id], line.price_rupiah) for line in lines)
    return acts.record(book.db, book.desk, SaleDraft(new_key(), buyer_id, lines, total, total), day)


def work(book: Book) -> tuple[int, int]:
    """Two buyers buy in March, one of the sales is reversed in April, another at once."""
    plant = set_up_plant(book)
    other = buyers.add(book.db, BuyerDraft("Pabrik Kertas"))
    lines = (LineDraft(book.pet_id, 100_000), LineDraft(book.bottle_id, 100), LineDraft(book.oil_id, 10_000))
    draft = DepositDraft(new_key(), book.member_id, lines, Payment.SAVINGS, 310_000 + 40_000 + 40_000)
    deposits.record(book.db, book.desk, draft, date(2024, 1, 1))
    pet = SaleLineDraft(book.pet_id, 20_000, 4_000, buyer_quantity=19_500, difference_reason="susut")
    sell(book, plant.buyer_id, MARCH, pet, SaleLineDraft(book.bottle_id, 10, 600))
    later = sell(
        book, other, MARCH, SaleLineDraft(book.pet_id, 30_000, 4_200), SaleLineDraft(book.oil_id, 2_500, 5_000)
    )
    at_once = sell(book, other, MARCH, SaleLineDraft(book.pet_id, 1_000, 1_000))
    for entry_id, day in ((at_once, MARCH), (later, APRIL)):
        draft_of = ReversalDraft(new_key(), entry_id, "salah pembeli", book.desk.staff_id)
        reverse(book.db, book.desk, draft_of, day)
    return plant.buyer_id, other


def test_goods_and_buyers_of_a_month(book: Book) -> None:
    work(book)
    recap = sales_recap(book.db, month_of(MARCH))
    assert [
        (each.code, each.quantity, each.paid_quantity, each.rupiah, each.cost_rupiah) for each in recap.by_material
    ] == [
        ("KC1", 10, 10, 6_000, 4_000),
        ("MN1", 2_500, 2_500, 12_500, 10_000),
        ("PL1", 50_000, 49_500, 78_000 + 126_000, 155_000),
    ]
    assert [(each.buyer, each.sales, each.rupiah, each.of(Unit.KILOGRAM)) for each in recap.by_buyer] == [
        ("Pabrik Kertas", 1, 138_500, 30_000),
        ("UD Makmur", 1, 84_000, 20_000),
    ]
    assert (recap.sales, recap.rupiah, recap.cost_rupiah) == (2, 222_500, 169_000)
    assert [line.goods.code for line in recap.lines] == ["PL1", "KC1", "PL1", "MN1"]


def test_what_is_reversed_later_is_taken_off_in_its_own_month(book: Book) -> None:
    work(book)
    april = sales_recap(book.db, month_of(APRIL))
    assert [(each.buyer, each.sales, each.rupiah) for each in april.by_buyer] == [("Pabrik Kertas", -1, -138_500)]
    assert {line.reverses for line in april.lines} == {"L1-000003"}
    both = sales_recap(book.db, Period(month_of(MARCH).first, month_of(APRIL).last))
    assert [(each.buyer, each.sales, each.rupiah) for each in both.by_buyer] == [("UD Makmur", 1, 84_000)]
    march = sales_recap(book.db, month_of(MARCH))
    assert both.rupiah == march.rupiah + april.rupiah


def test_the_command_line_tells_it_and_makes_the_papers(
    book: Book, place: str | Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    work(book)
    paper, sheet = tmp_path / "rekap.pdf", tmp_path / "rekap.xlsx"
    words = ["--database", str(place), "report", "sales", "2024-03"]
    assert main([*words, "--pdf", str(paper), "--xlsx", str(sheet)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "Rekap penjualan Maret 2024"
    assert told[-1] == "2 penjualan: Rp 222.500, laba kotor Rp 53.500"
    text = bare(" ".join(pages_of(paper.read_bytes())))
    for each in (
        *("REKAP PENJUALAN", "Maret 2024", "Menurut barang", "Menurut pembeli", "Barang setiap pembeli: UD Makmur"),
        *("PET botol bening", "50,00", "204.000", "Jumlah", "222.500", "53.500", "2,50"),
        "dua ratus dua puluh dua ribu lima ratus rupiah",
    ):
        assert bare(each) in text
    assert main([*words, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["rupiah"], found["by_buyer"][1]["goods"][1]["paid_quantity"]) == (222_500, 19_500)
    check_workbook(sheet)


def check_workbook(path: Path) -> None:
    """Every sum is a formula, and what it comes to is stored beside it."""
    calculated = Calculated(path)
    stored = openpyxl.load_workbook(path, data_only=True)
    assert stored.sheetnames == ["Barang", "Pembeli", "Barang_pembeli", "Rincian"]
    for sheet, cell, _formula in calculated.formulas():
        assert float(calculated.value(sheet, cell)) == pytest.approx(float(stored[sheet][cell].value))
    goods = list(stored["Barang"].iter_rows(min_row=3, values_only=True))
    assert goods[0] == (
        *("No.", "Kode", "Nama barang", "Kg", "Pcs", "Liter"),
        *("Nominal (Rp)", "Harga pokok (Rp)", "Laba kotor (Rp)"),
    )
    assert goods[-1] == ("Jumlah", None, None, 50, 10, 2.5, 222_500, 169_000, 53_500)
    for name in ("Pembeli", "Barang_pembeli"):
        assert list(stored[name].iter_rows(min_row=3, values_only=True))[-1][-3:] == (222_500, 169_000, 53_500)
    lines = list(stored["Rincian"].iter_rows(min_row=4, values_only=True))
    assert lines[0][1:3] == ("L1-000002", "UD Makmur")
    assert lines[0][-1] == "susut"


def test_a_month_without_sales_says_so(
    book: Book, place: str | Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper, sheet = tmp_path / "rekap.pdf", tmp_path / "rekap.xlsx"
    words = ["--database", str(place), "report", "sales", "2024", "--pdf", str(paper), "--xlsx", str(sheet)]
    assert main(words) == 0
    assert "0 penjualan" in capsys.readouterr().out
    assert "Tidak ada penjualan" in pages_of(paper.read_bytes())[0]
    assert openpyxl.load_workbook(sheet)["Barang"]["C4"].value == "Tidak ada penjualan dalam periode ini."
