"""The recap of a day and a member's statement as workbooks, reopened and calculated once more."""

from datetime import date
from pathlib import Path

from daurulang.centre.queries import letterhead
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.documents.daily_recap_workbook import write_daily_recap_workbook
from daurulang.documents.statement_workbook import write_statement_workbook
from daurulang.ledger.model import EntryKind
from daurulang.periods import month_of
from daurulang.quantities import Condition, Unit
from daurulang.reports.daily_recap import Brought, DailyRecap, Depositor, RecapRow, daily_recap
from daurulang.reports.statement import Goods, Movement, Statement, statement
from tests.book import Book, new_key
from tests.documents.formulas import Calculated
from tests.documents.test_economic_value_workbook import same


def check(path: Path, least: int) -> Calculated:
    found = Calculated(path)
    formulas = list(found.formulas())
    assert len(formulas) >= least
    for sheet, cell, formula in formulas:
        assert same(found.stored[sheet][cell].value, found.value(sheet, cell)), (sheet, cell, formula)
    return found


def test_the_recap_keeps_units_apart(book: Book, tmp_path: Path) -> None:
    lines = (LineDraft(book.pet_id, 2_450), LineDraft(book.bottle_id, 12), LineDraft(book.oil_id, 1_500))
    deposits.record(book.db, book.desk, DepositDraft(new_key(), book.member_id, lines, Payment.SAVINGS, 18_395))
    book.deposit(grams=1_005, member_id=book.other_id)
    today = letterhead(book.db)[0].today()
    write_daily_recap_workbook(daily_recap(book.db, today), tmp_path / "a.xlsx")
    found = check(tmp_path / "a.xlsx", 7)
    materials = found.stored["Bahan"]
    last = [cell.value for cell in materials[materials.max_row]]
    assert last[-4:] == [3.455, 12, 1.5, 18_395 + 3_116]
    assert last[5:7] == [None, None]
    assert found.stored["Penyetor"]["C5"].value == "Moh. Ridwan"


def recap(people: int, name: str = "Kardus", receipts: tuple[str, ...] = ("L1-000001",)) -> DailyRecap:
    """Everybody brings the same."""
    depositors = tuple(
        Depositor(f"A-{number:05d}", f"Penyetor {number}", "Demangan", receipts, 2450, 0, 0, 7595, 0, 0)
        for number in range(1, people + 1)
    )
    cells = tuple(Brought(place, 2450, 7595) for place in range(people))
    row = RecapRow("KR01", name, Condition.CLEAN, Unit.KILOGRAM, 3100, given=False, cells=cells)
    return DailyRecap(date(2026, 10, 31), depositors, (row,), 0, 0)


def test_a_day_with_many_goes_on_beside_the_page_with_its_materials_again(tmp_path: Path) -> None:
    for people, pages in ((4, 1), (40, 5)):
        write_daily_recap_workbook(recap(people), tmp_path / "a.xlsx")
        sheet = check(tmp_path / "a.xlsx", 5).book["Bahan"]
        assert (sheet.page_setup.fitToWidth, sheet.print_title_cols, sheet.freeze_panes) == (pages, "$A:$B", "C4")


def test_long_names_are_not_cut_off(tmp_path: Path) -> None:
    write_daily_recap_workbook(
        recap(2, "Gelas air mineral bersih tanpa label dan tanpa tutup, diikat"), tmp_path / "a.xlsx"
    )
    sheet = check(tmp_path / "a.xlsx", 5).book["Bahan"]
    assert sheet["B4"].alignment.wrap_text
    assert sheet.row_dimensions[4].height == 30
    assert sheet.row_dimensions[5].height is None


def test_who_was_there_has_room_to_sign(tmp_path: Path) -> None:
    many = tuple(f"L1-{number:06d}" for number in range(5))
    write_daily_recap_workbook(recap(2, receipts=many), tmp_path / "a.xlsx")
    sheet = check(tmp_path / "a.xlsx", 5).book["Penyetor"]
    assert sheet["E4"].value == "L1-000000, L1-000001,\nL1-000002, L1-000003,\nL1-000004"
    assert sheet.row_dimensions[4].height == 45
    write_daily_recap_workbook(recap(2), tmp_path / "a.xlsx")
    assert check(tmp_path / "a.xlsx", 5).book["Penyetor"].row_dimensions[4].height == 30


def test_what_was_brought_by_the_kilogram_is_not_called_the_weight(book: Book, tmp_path: Path) -> None:
    """The oil has a known weight: it counts where the depositors' weight stands and not among the kilograms."""
    draft = DepositDraft(new_key(), book.member_id, (LineDraft(book.oil_id, 1_000),), Payment.SAVINGS, 4_000)
    deposits.record(book.db, book.desk, draft)
    write_daily_recap_workbook(daily_recap(book.db, letterhead(book.db)[0].today()), tmp_path / "a.xlsx")
    found = check(tmp_path / "a.xlsx", 5).stored
    assert [cell.value for cell in found["Bahan"][3]][-4:-1] == [
        "Banyaknya (kg)",
        "Banyaknya (pcs)",
        "Banyaknya (liter)",
    ]
    assert [cell.value for cell in found["Bahan"][5]][-4:-1] == [0, 0, 1]
    assert (found["Penyetor"]["F3"].value, found["Penyetor"]["F4"].value) == ("Berat (kg)", 0.915)
    assert "Berat mencakup pcs dan liter" in found["Penyetor"]["A2"].value


def test_a_day_without_anybody(book: Book, tmp_path: Path) -> None:
    today = letterhead(book.db)[0].today()
    write_daily_recap_workbook(daily_recap(book.db, today), tmp_path / "a.xlsx")
    assert check(tmp_path / "a.xlsx", 4).stored["Bahan"]["A4"].value == "Tidak ada setoran"


def test_a_statement_calculates_its_balance(book: Book, tmp_path: Path) -> None:
    book.deposit(50_000)
    book.payout(20_000)
    book.deposit(grams=1_000)
    found = statement(book.db, "A-00001", month_of(letterhead(book.db)[0].today()))
    write_statement_workbook(found, tmp_path / "a.xlsx")
    sheet = check(tmp_path / "a.xlsx", 5).stored["Mutasi"]
    assert [sheet.cell(row, 6).value for row in range(4, 8)] == [
        found.opening_rupiah,
        *(each.balance_rupiah for each in found.movements),
    ]
    assert [sheet[f"{column}8"].value for column in "DEF"] == [found.in_rupiah, found.out_rupiah, found.closing_rupiah]


def test_a_long_deposit_has_the_lines_it_needs(tmp_path: Path) -> None:
    goods = tuple(
        Goods(f"Bahan nomor {number} yang panjang", Condition.CLEAN, Unit.KILOGRAM, 2450, 0) for number in range(6)
    )
    day = date(2026, 10, 3)
    moved = Movement(day, "L1-000123", EntryKind.DEPOSIT, Payment.SAVINGS, None, goods, 0, 7475, 0, 7475)
    found = Statement("A-00123", "Nur Hayati", "", month_of(day), 0, (moved,))
    write_statement_workbook(found, tmp_path / "a.xlsx")
    sheet = check(tmp_path / "a.xlsx", 4).book["Mutasi"]
    assert len(sheet["C5"].value) > 3 * 56
    assert sheet.row_dimensions[5].height == 4 * 15


def test_a_statement_without_movements_says_so(tmp_path: Path) -> None:
    quiet = Statement("A-00123", "Nur Hayati", "Demangan", month_of(date(2026, 10, 3)), 5_000, ())
    write_statement_workbook(quiet, tmp_path / "a.xlsx")
    sheet = check(tmp_path / "a.xlsx", 3).stored["Mutasi"]
    assert sheet["A2"].value == "Oktober 2026 · Demangan · Tidak ada mutasi dalam periode ini."
    assert [sheet[f"{column}5"].value for column in "DEF"] == [0, 0, 5_000]
