"""The recap of a day and a member's statement as workbooks, reopened and calculated once more."""

from pathlib import Path

from daurulang.centre.queries import letterhead
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.documents.daily_recap_workbook import write_daily_recap_workbook
from daurulang.documents.statement_workbook import write_statement_workbook
from daurulang.periods import month_of
from daurulang.reports.daily_recap import daily_recap
from daurulang.reports.statement import statement
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
    assert (sheet["D8"].value, sheet["E8"].value) == (found.in_rupiah, found.out_rupiah)
