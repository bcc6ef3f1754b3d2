"""Expenses by keys alone: entering one, its category, its paper, undoing it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from daurulang.cash.service import ClosingDraft, OpeningDraft, close_session, open_session
from daurulang.closings.day import close_day
from daurulang.expenses import service
from daurulang.expenses.model import PaidFrom
from daurulang.expenses.queries import ExpenseRow, categories, expenses
from daurulang.expenses.service import ExpenseDraft
from tests.book import new_key
from tests.ui.desk import Desk

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
REASON = "salah tulis angka nota"


def show(desk: Desk) -> None:
    desk.press(KEY.Key_U, CTRL)
    desk.settle()


def spend(desk: Desk, rupiah: int, note: str = "solar", days: int = 0) -> None:
    draft = ExpenseDraft(new_key(), 3, rupiah, note, PaidFrom.OWNER)
    service.record(desk.book.db, desk.book.desk, draft, desk.session.today() - timedelta(days))


def rows(desk: Desk) -> list[list[str]]:
    model = desk.expenses.table.model
    return [model.cells(row) for row in model.rows()]


def booked(desk: Desk) -> ExpenseRow:
    (row,) = expenses(desk.book.db)
    return row


def test_an_expense_is_entered_by_enter_and_has_its_paper(desk: Desk) -> None:
    show(desk)
    desk.type("bb\n150000\nsolar mesin cacah\n")
    desk.press(KEY.Key_Right)
    desk.type("\n\nSPBU 17\n")
    desk.press(KEY.Key_F10)
    desk.settle()
    row = booked(desk)
    assert (row.category, row.rupiah, row.note, row.paid_from, row.reference) == (
        *("BBM", 150_000, "solar mesin cacah", PaidFrom.BANK),
        "SPBU 17",
    )
    assert "L1-000001 saved: BBM Rp 150.000" in desk.notice()
    day = f"{desk.session.today():%d/%m/%Y}"
    assert rows(desk) == [["L1-000001", day, "BBM", "solar mesin cacah", "Bank", "SPBU 17", "150.000"]]
    assert desk.expenses.sums.text() == "BBM\u00a0Rp\u00a0150.000"
    assert [path.name for path in (desk.papers.parent / "pengeluaran").rglob("*.pdf")] == ["L1-000001.pdf"]
    assert desk.expenses.form.category.hasFocus()
    assert not desk.expenses.form.dirty()


def test_an_expense_stands_on_the_day_of_its_paper(desk: Desk) -> None:
    show(desk)
    yesterday = desk.session.today() - timedelta(days=1)
    desk.type("bb\n150000\nsolar\n\n99\n")
    form = desk.expenses.form
    assert (form.day.hasFocus(), form.fields["day"].message()) == (True, "Type a day that has been, such as 7/11.")
    desk.type(f"{yesterday:%d/%m/%Y}\n")
    desk.press(KEY.Key_F10)
    desk.settle()
    assert booked(desk).day == yesterday
    assert form.day.text() == f"{desk.session.today():%d/%m/%Y}"
    desk.type("bb\n1000\nsolar\n\n")
    close_day(desk.book.db, desk.book.desk, yesterday)
    desk.type(f"{yesterday:%d/%m/%Y}\n")
    desk.press(KEY.Key_F10)
    desk.settle()
    assert "closed" in form.fields["day"].message()
    assert (form.dirty(), len(expenses(desk.book.db))) == (True, 1)


@pytest.mark.parametrize(
    "typed, field, words",
    [
        ("bbm\n0\nsolar\n", "amount", "more than zero"),
        ("bbm\n\n", "amount", "Type a number"),
        ("bbm\n5000\nab\n", "note", "fill"),
        ("\n", "category", "Type to search"),
    ],
)
def test_what_is_missing_is_said_under_its_field(desk: Desk, typed: str, field: str, words: str) -> None:
    show(desk)
    desk.type(typed)
    desk.press(KEY.Key_F10)
    desk.settle()
    assert words.lower() in desk.expenses.form.fields[field].message().lower()
    assert expenses(desk.book.db) == ()


def test_a_category_that_is_not_there_is_added_while_typing(desk: Desk) -> None:
    show(desk)
    desk.type("Sewa lahan\n")
    assert desk.expenses.side.currentWidget() is desk.expenses.category
    assert desk.expenses.category.name.text() == "Sewa lahan"
    desk.press(KEY.Key_F10)
    desk.settle()
    assert desk.expenses.form.category.text() == "Sewa lahan"
    desk.type("75000\nsewa gudang\n")
    desk.press(KEY.Key_F10)
    desk.settle()
    assert booked(desk).category == "Sewa lahan"


def test_a_category_is_called_otherwise_or_laid_aside(desk: Desk) -> None:
    spend(desk, 5_000)
    show(desk)
    desk.press(KEY.Key_E, CTRL)
    assert desk.expenses.category.name.text() == "BBM"
    desk.type("Bahan bakar\n")
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_F10)
    desk.settle()
    found = {each.name: each.active for each in categories(desk.book.db)}
    assert found["Bahan bakar"] is False
    assert rows(desk)[0][2] == "Bahan bakar"
    desk.type("bahan")
    assert desk.expenses.form.category._find("bahan") == []


def test_a_name_that_is_taken_is_said_in_the_form(desk: Desk) -> None:
    show(desk)
    desk.press(KEY.Key_N, CTRL)
    desk.type("upah\n")
    desk.press(KEY.Key_F10)
    desk.settle()
    assert desk.expenses.category.fields["name"].has_problem()
    desk.press(KEY.Key_Escape)
    desk.press(KEY.Key_Escape)
    assert desk.expenses.side.currentWidget() is desk.expenses.form


def test_what_was_wrong_is_undone_with_a_reason(desk: Desk) -> None:
    spend(desk, 5_000)
    show(desk)
    desk.press(KEY.Key_R, CTRL)
    desk.settle()
    assert desk.expenses.reversal._title.text() == "Reverse L1-000001"
    desk.type(f"{REASON}\n\n123456")
    desk.press(KEY.Key_F10)
    desk.settle()
    assert "L1-000002 saved: L1-000001 is reversed" in desk.notice()
    assert booked(desk).reversed_by == "L1-000002"
    assert rows(desk)[0][4] == "reversed"
    assert desk.expenses.sums.text() == ""
    desk.press(KEY.Key_R, CTRL)
    desk.settle()
    assert "was reversed already by L1-000002" in desk.notice()


def test_months_are_turned_and_all_days_are_shown(desk: Desk) -> None:
    spend(desk, 5_000)
    spend(desk, 700, days=desk.session.today().day)
    show(desk)
    assert [row[-1] for row in rows(desk)] == ["5.000"]
    desk.press(KEY.Key_2, ALT)
    desk.settle()
    assert [row[-1] for row in rows(desk)] == ["5.000", "700"]
    desk.press(KEY.Key_1, ALT)
    desk.settle()
    desk.press(KEY.Key_PageUp)
    desk.settle()
    assert [row[-1] for row in rows(desk)] == ["700"]
    desk.press(KEY.Key_PageDown)
    desk.settle()
    assert [row[-1] for row in rows(desk)] == ["5.000"]


def test_typed_work_is_not_thrown_away_by_one_esc(desk: Desk) -> None:
    show(desk)
    desk.type("bbm\n5000")
    desk.press(KEY.Key_Escape)
    assert "Not saved yet" in desk.expenses.form.message()
    assert desk.expenses.unsaved()
    desk.press(KEY.Key_Escape)
    assert not desk.expenses.unsaved()
    desk.press(KEY.Key_Escape)
    assert desk.window.shown() == "deposits"


def test_the_paper_is_printed_again_from_the_list(desk: Desk) -> None:
    spend(desk, 5_000)
    show(desk)
    desk.press(KEY.Key_P, CTRL)
    assert "Choose an expense first" in desk.notice()
    desk.expenses.table.grid.setFocus()
    desk.press(KEY.Key_P, CTRL)
    desk.settle()
    assert "L1-000001 is ready" in desk.notice()


def test_a_closed_box_pays_nothing_and_nothing_typed_is_lost(desk: Desk) -> None:
    open_session(desk.book.db, desk.book.desk, OpeningDraft(new_key(), 100_000))
    close_session(desk.book.db, desk.book.desk, ClosingDraft(new_key(), ((100_000, 1),)))
    show(desk)
    desk.type("bbm\n5000\nsolar\n")
    desk.press(KEY.Key_F10)
    desk.settle()
    assert "cash box" in desk.expenses.form.message().lower()
    assert desk.expenses.form.amount.text() == "5.000"
    assert expenses(desk.book.db) == ()
