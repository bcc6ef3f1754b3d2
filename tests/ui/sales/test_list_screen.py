"""The list of sales, one of them, its payments, and undoing both; what buyers owe."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from daurulang.sales import payments, service
from daurulang.sales.model import PaidIn
from daurulang.sales.payments import PaymentDraft
from daurulang.sales.queries import sale_of, sales
from daurulang.sales.service import SaleDraft, SaleLineDraft
from tests.book import new_key
from tests.plant import Plant, set_up_plant
from tests.ui.desk import Desk

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
REASON = "salah pembeli, nota ganda"


@pytest.fixture
def plant(desk: Desk) -> Plant:
    """One sale of Rp 40.000, of which Rp 30.000 are owed."""
    plant = set_up_plant(desk.book)
    desk.book.deposit(grams=20_000)
    plant.sale(desk.book.pet_id, 10_000, 4_000, paid_rupiah=10_000)
    return plant


def show(desk: Desk) -> None:
    desk.press(KEY.Key_F7, SHIFT)
    desk.settle()


def approve(desk: Desk) -> None:
    desk.type(f"{REASON}\n\n123456")
    desk.press(KEY.Key_F10)
    desk.settle()


def rows(desk: Desk) -> list[list[str]]:
    model = desk.sales.table.model
    return [model.cells(row) for row in model.rows()]


def test_the_list_shows_what_was_sold_and_what_is_owed(desk: Desk, plant: Plant) -> None:
    show(desk)
    day = f"{desk.session.today():%d/%m/%Y}"
    assert rows(desk) == [["L1-000002", day, "UD Makmur", "10,00 kg", "40.000", "10.000", "30.000", ""]]
    desk.press(KEY.Key_Return)
    words = desk.sales.view.words()
    for each in ("Sale L1-000002", "owed", "10,00 kg × 4.000", "Rp 9.000", "Still owed", "Rp 30.000"):
        assert each in words


def test_a_part_is_paid_and_has_its_paper(desk: Desk, plant: Plant) -> None:
    show(desk)
    desk.press(KEY.Key_U, ALT)
    assert desk.sales.receiving.amount.text() == "30.000"
    desk.type("12000\n")
    desk.press(KEY.Key_Right)
    desk.type("\nBRI Makmur\n")
    desk.press(KEY.Key_F10)
    desk.settle()
    assert "L1-000003 saved: Rp 12.000 for L1-000002" in desk.notice()
    (payment,) = sale_of(desk.book.db, 2).payments
    assert (payment.rupiah, payment.paid_in, payment.reference) == (12_000, PaidIn.BANK, "BRI Makmur")
    assert rows(desk)[0][5:7] == ["22.000", "18.000"]
    assert "L1-000003" in desk.sales.view.words()
    assert [path.name for path in (desk.papers.parent / "nota").rglob("*.pdf")] == ["L1-000003.pdf"]


@pytest.mark.parametrize("typed, words", [("30001", "Only Rp 30.000"), ("0", "more than zero"), ("", "Type a number")])
def test_what_cannot_be_received_is_said_under_the_field(desk: Desk, plant: Plant, typed: str, words: str) -> None:
    show(desk)
    desk.press(KEY.Key_U, ALT)
    desk.press(KEY.Key_Delete)
    desk.type(typed)
    desk.press(KEY.Key_F10)
    assert words in desk.sales.receiving.fields["amount"].message()
    assert sale_of(desk.book.db, 2).payments == ()


def test_nothing_is_received_for_what_is_paid(desk: Desk, plant: Plant) -> None:
    payments.record(desk.book.db, desk.book.desk, PaymentDraft(new_key(), 2, 30_000))
    show(desk)
    desk.press(KEY.Key_U, ALT)
    assert "Nothing is owed for L1-000002" in desk.notice()


def test_a_payment_is_undone_before_its_sale(desk: Desk, plant: Plant) -> None:
    payments.record(desk.book.db, desk.book.desk, PaymentDraft(new_key(), 2, 5_000))
    show(desk)
    desk.press(KEY.Key_R, CTRL)
    desk.settle()
    assert desk.sales.reversal._title.text() == "Reverse L1-000003"
    approve(desk)
    assert "L1-000004 saved: L1-000003 is reversed" in desk.notice()
    assert rows(desk)[0][6] == "30.000"
    desk.press(KEY.Key_R, CTRL)
    desk.settle()
    assert desk.sales.reversal._title.text() == "Reverse L1-000002"
    approve(desk)
    assert sales(desk.book.db)[0].reversed_by == "L1-000005"
    assert plant.level(desk.book.pet_id).grams == 20_000
    assert rows(desk)[0][-1] == "reversed"
    assert "reversed by L1-000005" in desk.sales.view.words()
    desk.press(KEY.Key_R, CTRL)
    desk.settle()
    assert "was reversed already by L1-000005" in desk.notice()


def test_a_reason_half_typed_is_not_lost(desk: Desk, plant: Plant) -> None:
    show(desk)
    desk.press(KEY.Key_R, CTRL)
    desk.settle()
    desk.type("salah")
    desk.press(KEY.Key_F10)
    assert "at least 10 letters" in desk.sales.reversal.fields["reason"].message()
    assert desk.sales.unsaved()
    desk.press(KEY.Key_U, ALT)
    assert desk.sales.reversal.isVisible()
    desk.press(KEY.Key_Escape)
    desk.press(KEY.Key_Escape)
    assert desk.sales.view.isVisible()
    assert sales(desk.book.db)[0].reversed_by == ""


def test_months_years_and_what_is_owed(desk: Desk, plant: Plant) -> None:
    book, today = desk.book, desk.session.today()
    book.deposit(grams=20_000, day=today - timedelta(days=500))
    for earlier in (today.replace(day=1) - timedelta(days=1), today.replace(year=today.year - 1, day=1)):
        draft = SaleDraft(new_key(), plant.buyer_id, (SaleLineDraft(book.pet_id, 1_000, 4_000),), 4_000, 4_000)
        service.record(book.db, book.desk, draft, earlier)
    show(desk)
    assert len(rows(desk)) == 1
    desk.press(KEY.Key_PageUp)
    desk.settle()
    assert [row[4] for row in rows(desk)] == ["4.000"]
    desk.press(KEY.Key_PageDown)
    desk.press(KEY.Key_2, ALT)
    desk.settle()
    assert len(rows(desk)) == (2 if today.month > 1 else 1)
    desk.press(KEY.Key_PageUp)
    desk.settle()
    assert len(rows(desk)) == (1 if today.month > 1 else 2)
    desk.press(KEY.Key_3, ALT)
    desk.settle()
    assert [row[6] for row in rows(desk)] == ["30.000"]


def test_receivables_lead_to_the_sales_of_a_buyer(desk: Desk, plant: Plant) -> None:
    desk.press(KEY.Key_F7, CTRL)
    desk.settle()
    model = desk.owed.table.model
    (row,) = [model.cells(each) for each in model.rows()]
    assert row == [
        *("UD Makmur", "0812", "1", "30.000", "–", "–", "–", "30.000"),
        f"{desk.session.today():%d/%m/%Y}",
    ]
    wanted: list[tuple[int, str]] = []
    desk.owed.buyer_wanted.connect(lambda buyer_id, name: wanted.append((buyer_id, name)))
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_Return)
    assert wanted == [(plant.buyer_id, "UD Makmur")]
    show(desk)
    desk.sales.show_owed_by(plant.buyer_id, "UD Makmur")
    desk.settle()
    assert [row[0] for row in rows(desk)] == ["L1-000002"]


def test_an_invoice_is_printed_again(desk: Desk, plant: Plant) -> None:
    show(desk)
    desk.press(KEY.Key_P, CTRL)
    desk.settle()
    desk.press(KEY.Key_P, CTRL)
    desk.settle()
    assert "copy 1" in desk.notice()


def test_a_payment_is_told_of_the_sale_that_it_is_for(desk: Desk, plant: Plant) -> None:
    plant.sale(desk.book.pet_id, 1_000, 4_000, paid_rupiah=1_000)
    show(desk)
    first = desk.sales.table.current_row()
    assert first is not None
    desk.press(KEY.Key_U, ALT)
    desk.settle()
    desk.type("1000")
    desk.sales.table.grid.setFocus()
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_Return)
    desk.settle()
    assert desk.sales.table.current_row() != first
    desk.press(KEY.Key_F10)
    desk.settle()
    assert f"Rp 1.000 for {first.number}" in desk.notice()
