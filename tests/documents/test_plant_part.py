"""The plant's part of the economic value: on paper as in the workbook, and every sum is the sheet's own."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest

from daurulang import periods
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.documents.a4 import style
from daurulang.documents.economic_value_files import make_value_workbook
from daurulang.documents.economic_value_report import write_value_report
from daurulang.documents.flow_chart import LABEL, THICKNESS, End, flow_chart
from daurulang.documents.plant_tables import plant_tables
from daurulang.expenses.service import change_category
from daurulang.periods import Period, Zone, clock_at, moment_ms, month_of
from daurulang.processing import service as processing
from daurulang.processing.model import BatchKind, Side
from daurulang.processing.service import BatchDraft, BatchLineDraft
from daurulang.reports.economic_value import EconomicValue, economic_value
from daurulang.reports.flow_picture import FlowEnd, FlowKind, flow_picture
from tests.book import BOTTLE_RUPIAH, Book, new_key
from tests.documents.papers import bare, pages_of
from tests.documents.reports import CENTRE
from tests.documents.test_daily_recap_workbook import check
from tests.plant import set_up_plant, worked_plant

TODAY = periods.today(Zone.WIB)
BOTH = Period(TODAY - timedelta(days=1), TODAY)


@pytest.fixture
def report(book: Book) -> EconomicValue:
    worked_plant(book)
    return economic_value(book.db, BOTH)


def text_of(report: EconomicValue, folder: Path) -> str:
    path = folder / "nilai.pdf"
    write_value_report(report, CENTRE, path, place="Bangkalan", day=TODAY, maker="Siti")
    return bare(" ".join(pages_of(path.read_bytes())))


def test_the_paper_tells_all_of_it(report: EconomicValue, tmp_path: Path) -> None:
    text = text_of(report, tmp_path)
    for words in (
        *("Aliran bahan dari sumber ke tujuan", "Warga (setoran)", "100,00 kg", "TPA (residu)", "Menambah stok gudang"),
        *("TPS3R Pejagan TPS3R 2 70,00 30,00 0,10 8.000", "tidak pernah dijumlahkan dengan kilogram"),
        *(
            "UD Makmur 2 65,00 285.000 187.428 97.572 34,2 %",
            "PL1 PET botol 60,00 kg 60,00 240.000 186.000 54.000 22,5 %",
        ),
        *("Pemilahan 1 50,00 20,00 25,00 5,00 40,0 %", "CCH Cacahan PET 20,00 kg"),
        *("Plastik keras 100,00 – – – 60,00 – – 40,00", "Jumlah 100,00 70,00 – – 65,00 15,00 5,00 85,00"),
        *("Terhindar dari TPA: 0,155 ton, sekitar 0,348 m³ (445 kg/m³", "BBM −20.000", "Kas dan bank 257.000"),
        *("Perkiraan emisi yang dihindari (CO2e) – DEFRA/DESNZ 2025", "PET 60,00 1.654 99,24", "angka ini perkiraan"),
        *("Terjual tanpa faktor emisi atau tanpa berat (tidak dihitung) – DEFRA/DESNZ 2025", "CCH Cacahan PET 5,00"),
        *("Penjualan (Rp) 285.000", "Perkiraan CO2e dihindari (kg) 99,24"),
    ):
        assert bare(words) in text, words


def test_a_centre_without_a_plant_is_told_nothing_of_it(book: Book, tmp_path: Path) -> None:
    book.deposit(grams=10_000)
    text = text_of(economic_value(book.db, BOTH), tmp_path)
    assert bare("Neraca massa") not in text
    assert bare("Perkiraan CO2e") not in text


def test_a_month_closed_before_there_was_a_plant_still_prints(report: EconomicValue, tmp_path: Path) -> None:
    assert bare("Neraca massa") not in text_of(replace(report, plant=None), tmp_path)


def test_every_sum_of_the_workbook_is_its_own(book: Book, report: EconomicValue, tmp_path: Path) -> None:
    path = tmp_path / "nilai.xlsx"
    make_value_workbook(book.db.address, BOTH, "Siti", path, lambda _done, _total: None)
    found = check(path, 60)
    plant = report.plant
    assert plant is not None
    sheets = openpyxl.load_workbook(path)
    for name in ("Aliran", "Muatan", "Pembeli", "Laba", "Stok", "Pengolahan", "Hasil", "Massa", "Labarugi"):
        assert sheets[name].print_title_rows, name
        assert sheets[name].print_area, name
    assert found.value("Pembeli", "D5") == plant.profit.sales_rupiah
    assert found.value("Labarugi", f"B{sheets['Labarugi'].max_row}") == plant.profit.surplus_rupiah
    assert found.value("Massa", "F6") * 1000 == sum(each.grams for each in plant.sold)
    assert found.value("Emisi", "D5") * 1000 == plant.impact.grams_co2e


@pytest.mark.parametrize("name", ["Laba kotor", "Laba bersih (rugi bila minus)", "Kas dan bank dikurangi tabungan"])
def test_an_expense_that_is_called_like_a_sum_is_none(
    book: Book, report: EconomicValue, tmp_path: Path, name: str
) -> None:
    change_category(book.db, 3, name, active=True)
    path = tmp_path / "nilai.xlsx"
    make_value_workbook(book.db.address, BOTH, "Siti", path, lambda _done, _total: None)
    found = check(path, 60)
    result = openpyxl.load_workbook(path)["Labarugi"]
    expense = max(row for row in range(4, result.max_row) if result.cell(row, 1).value == name)
    assert result.cell(expense, 2).value == -20_000
    assert report.plant is not None
    assert found.value("Labarugi", f"B{result.max_row}") == report.plant.profit.surplus_rupiah


def test_both_sides_of_the_picture_come_to_the_same(report: EconomicValue) -> None:
    assert report.plant is not None
    picture = flow_picture(report.plant)
    assert picture.sources == (FlowEnd(FlowKind.RESIDENTS, 100_000), FlowEnd(FlowKind.SOURCE, 70_000, "TPS3R Pejagan"))
    assert sum(each.grams for each in picture.ends) == picture.grams == 170_000
    assert FlowEnd(FlowKind.BUYER, 65_000, "UD Makmur") in picture.ends


def test_what_was_put_in_without_a_weight_is_gained_in_processing(book: Book) -> None:
    plant = set_up_plant(book)
    lines = (LineDraft(book.bottle_id, 10),)
    deposits.record(
        book.db, book.desk, DepositDraft(new_key(), book.member_id, lines, Payment.SAVINGS, 10 * BOTTLE_RUPIAH)
    )
    crushed = (
        BatchLineDraft(Side.INPUT, book.bottle_id, 10),
        BatchLineDraft(Side.OUTPUT, plant.flakes_id, 3_000),
    )
    processing.record(book.db, book.desk, BatchDraft(new_key(), BatchKind.SHRED, crushed, confirmed_loss_grams=-3_000))
    value = economic_value(book.db, BOTH).plant
    assert value is not None
    picture = flow_picture(value)
    assert picture.sources == (FlowEnd(FlowKind.GAINED, 3_000),)
    assert picture.ends == (FlowEnd(FlowKind.TO_STOCK, 3_000),)


def test_a_month_in_which_the_plant_stood_still_tells_its_stock_and_money(report: EconomicValue, book: Book) -> None:
    still = economic_value(book.db, month_of(TODAY).before)
    assert report.plant
    assert still.plant
    assert not still.plant.sold
    assert "Uang" not in {table.sheet for table in plant_tables(still)}
    with clock_at(moment_ms(TODAY + timedelta(days=40), 9, 0, Zone.WIB)):
        later = economic_value(book.db, month_of(TODAY + timedelta(days=40)))
    assert {"Stok", "Uang"} <= {table.sheet for table in plant_tables(later)}
    assert later.plant


def test_ribbons_are_as_thick_as_their_goods_are_heavy() -> None:
    kind = style()
    left = [End("A", 75, "75"), End("B", 25, "25")]
    right = [End("C", 98, "98"), End("D", 1, "1"), End("E", 1, "1")]
    block = flow_chart(left, right, 400, kind.body, kind.strong)
    heights = [band.height for band in block.bands]
    assert sum(heights[:2]) == pytest.approx(sum(heights[2:])) == pytest.approx(THICKNESS)
    assert heights[0] == pytest.approx(3 * heights[1])
    assert block.height >= THICKNESS * 0.98 + 2 * LABEL  # room for the names of thin ones
