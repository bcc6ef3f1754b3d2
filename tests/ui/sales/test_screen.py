"""Selling by keys alone: buyer, lines, price, payment, read-back, papers."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from daurulang.buyers.model import BuyerKind
from daurulang.buyers.queries import buyers
from daurulang.cash.service import ClosingDraft, OpeningDraft, close_session, open_session
from daurulang.database import Database
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.errors import OutcomeUnknown
from daurulang.ledger.service import Desk as LedgerDesk
from daurulang.sales.model import PaidIn, Priced
from daurulang.sales.queries import Sale, sale_of, sales
from daurulang.sales.service import SaleDraft, record
from daurulang.stock.service import add_store
from tests.book import new_key
from tests.plant import Plant, set_up_plant
from tests.ui.desk import Desk
from ui.sales import screen as sale_screen

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def plant(desk: Desk) -> Plant:
    """10 kg of PET at Rp 3.100 lie in the store; its sell price is Rp 4.000. UD Makmur buys."""
    plant = set_up_plant(desk.book)
    desk.book.deposit(grams=10_000)
    return plant


def begin(desk: Desk) -> None:
    """UD Makmur stands in the form of F7."""
    desk.press(KEY.Key_F7)
    desk.settle()
    desk.type("mak\n")
    assert desk.sale.entry.goods.hasFocus()
    desk.settle()


def save(desk: Desk) -> None:
    desk.press(KEY.Key_F10)
    desk.until(lambda: not desk.sale._saving)
    desk.settle()


def newest(desk: Desk) -> Sale:
    return sale_of(desk.book.db, sales(desk.book.db)[0].entry_id)


def notes(desk: Desk) -> list[str]:
    """The papers of sales made so far."""
    return sorted(path.name for path in (desk.papers.parent / "nota").rglob("*.pdf"))


def test_a_sale_by_keys_alone_with_its_papers(desk: Desk, plant: Plant) -> None:
    begin(desk)
    before = desk.pressed
    desk.type("pet\n4,5\n\n")
    assert desk.sale.payment.figure() == "Rp 18.000"
    desk.press(KEY.Key_F10)
    assert desk.sale.payment.confirm.words() == "1 materials, 4,50 kg, Rp 18.000, all paid: cash"
    save(desk)
    assert desk.pressed - before == 11
    sale = newest(desk)
    assert (sale.row.number, sale.row.buyer, sale.row.total_rupiah) == ("L1-000002", "UD Makmur", 18_000)
    assert (sale.row.goods.rupiah, sale.row.outstanding_rupiah, sale.paid_in) == (13_950, 0, PaidIn.CASH)
    assert "L1-000002 saved. UD Makmur: Rp 18.000" in desk.notice()
    assert notes(desk) == ["L1-000002.pdf"]
    assert desk.sale.buyer.box.edit.hasFocus()
    assert not desk.sale.unsaved()
    assert plant.level(desk.book.pet_id).grams == 5_500


def test_enter_walks_through_price_and_payment(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.type("pet\n2\n\n")
    desk.type("\n\n\n3000\n+14\nm 123 ga\ndiambil sore\n")
    assert desk.sale.payment.confirm.words() == ""
    assert desk.sale.payment.confirm.button.hasFocus()
    desk.type("\n")
    due = desk.session.today() + timedelta(days=14)
    words = desk.sale.payment.confirm.words()
    assert f"Rp 8.000, Rp 3.000 paid (cash), Rp 5.000 on account until {due:%d/%m/%Y}" in words
    desk.type("\n")
    desk.until(lambda: not desk.sale._saving)
    desk.settle()
    sale = newest(desk)
    assert (sale.row.outstanding_rupiah, sale.row.due_day, sale.vehicle, sale.note) == (
        *(5_000, due),
        *("M 123 GA", "diambil sore"),
    )
    assert "Rp 5.000 of it on account" in desk.notice()


@pytest.mark.parametrize(
    "key, paid, paid_in", [(KEY.Key_1, 40_000, PaidIn.CASH), (KEY.Key_2, 40_000, PaidIn.BANK), (KEY.Key_3, 0, None)]
)
def test_a_key_says_how_it_is_paid(desk: Desk, plant: Plant, key: Qt.Key, paid: int, paid_in: PaidIn | None) -> None:
    begin(desk)
    desk.type("pet\n10\n\n")
    desk.press(key, ALT)
    save(desk)
    save(desk)
    sale = newest(desk)
    assert sale.paid_at_once_rupiah == paid
    assert paid_in is None or sale.paid_in is paid_in
    assert sale.row.outstanding_rupiah == 40_000 - paid


def test_one_total_is_shared_by_the_lines(desk: Desk, plant: Plant) -> None:
    plant.load(10_000, 1_000)
    plant.batch(10_000, 10_000, 0)
    begin(desk)
    desk.press(KEY.Key_B, ALT)
    assert desk.sale.payment.agreed.hasFocus()
    desk.type("50000")
    desk.sale.entry.start()
    desk.type("pet\n10\n\n")
    desk.type("cacah\n10\n9000\n")  # its price says what part of the total it has
    assert desk.sale.payment.figure() == "Rp 50.000"
    save(desk)
    save(desk)
    sale = newest(desk)
    assert (sale.priced, sale.row.total_rupiah) == (Priced.AGREED, 50_000)
    assert [line.amount_rupiah for line in sale.lines] == [15_385, 34_615]


def test_one_total_must_be_said(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.type("pet\n10\n\n")
    desk.press(KEY.Key_B, ALT)
    save(desk)
    assert "Type a number" in desk.sale.payment.agreed_field.message()
    assert desk.sale.payment.agreed.hasFocus()


def test_the_buyers_own_weight_is_paid_for_and_explained(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.type("pet\n10")
    desk.press(KEY.Key_Tab)
    assert desk.sale.row.buyer_quantity.hasFocus()
    desk.type("9,7\n\n\n")
    assert "say why" in desk.sale.entry.message()
    assert desk.sale.row.reason.hasFocus()
    desk.type("timbangan pabrik\n\n")
    assert desk.sale.payment.figure() == "Rp 38.800"
    save(desk)
    save(desk)
    (line,) = newest(desk).lines
    assert (line.quantity, line.buyer_quantity, line.difference_reason) == (10_000, 9_700, "timbangan pabrik")


def test_more_than_lies_there_is_refused_while_it_is_typed(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.type("pet\n6\n\n")
    desk.type("pet\n4,1")
    assert "Only 4,00 kg lie in the store" in desk.sale.entry.message()
    desk.type("\n\n")
    assert "Only 4,00 kg of PET botol bening" in desk.sale.entry.message()
    assert desk.sale.row.quantity.hasFocus()
    assert len(desk.sale.form.lines) == 1


def test_goods_that_somebody_else_sold_meanwhile(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.type("pet\n6\n\n")
    save(desk)
    plant.sale(desk.book.pet_id, 5_000, 4_000)
    save(desk)
    assert "Only 5,00 kg of PET botol bening" in desk.sale.entry.message()
    assert desk.sale.row.quantity.text() == "6,00"
    assert "1,00 kg too much" in desk.sale.lines.table.model.cells(desk.sale.form.shown()[0])[0]
    assert len(sales(desk.book.db)) == 1
    key = desk.sale.form.key
    desk.type("5\n\n")
    save(desk)
    save(desk)
    assert (sales(desk.book.db)[0].goods.grams, desk.sale.form.key == key) == (5_000, False)


def test_a_price_below_cost_is_warned_of_and_not_refused(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.type("pet\n1\n3000")
    assert "below what it had cost" in desk.sale.entry.message()
    desk.type("\n")
    assert desk.sale.payment.warning() == "Below what it had cost: PET botol bening."
    save(desk)
    save(desk)
    assert newest(desk).row.margin_rupiah == -100


def test_pieces_and_litres_stay_apart(desk: Desk, plant: Plant) -> None:
    deposit_bottles_and_oil(desk)
    begin(desk)
    desk.type("kecap\n5\n600\n")
    desk.type("jelantah\n1,5\n5000\n")
    assert desk.sale.payment.figure() == "Rp 10.500"
    desk.press(KEY.Key_F10)
    assert desk.sale.payment.confirm.words().startswith("2 materials, 5 pcs, 1,50 liter, Rp 10.500")
    desk.press(KEY.Key_Escape)
    desk.type("kecap\n1,5\n")
    assert "whole number" in desk.sale.entry.message()


def deposit_bottles_and_oil(desk: Desk) -> None:
    book = desk.book
    lines = (LineDraft(book.bottle_id, 20), LineDraft(book.oil_id, 3_000))
    deposits.record(book.db, book.desk, DepositDraft(new_key(), book.member_id, lines, Payment.SAVINGS, 20_000))


def test_without_a_sell_price_one_is_asked_for(desk: Desk, plant: Plant) -> None:
    deposit_bottles_and_oil(desk)
    begin(desk)
    desk.type("kecap\n5\n\n")
    assert "Type a number" in desk.sale.entry.message()
    assert desk.sale.row.price.hasFocus()


def test_a_new_buyer_is_noted_on_the_spot(desk: Desk, plant: Plant) -> None:
    desk.press(KEY.Key_F7)
    desk.settle()
    desk.type("Pabrik Kertas\n")
    form = desk.sale.buyer.form
    assert form.name.hasFocus()
    desk.type("\n")
    desk.press(KEY.Key_Down)
    desk.type("\n031\nSurabaya\n")
    desk.press(KEY.Key_F10)
    desk.settle()
    assert desk.sale.entry.goods.hasFocus()
    noted = next(each for each in buyers(desk.book.db) if each.name == "Pabrik Kertas")
    assert (noted.kind, noted.phone, noted.address) == (BuyerKind.FACTORY, "031", "Surabaya")
    assert desk.sale.form.buyer == noted


def test_a_name_that_is_taken_is_refused_at_its_field(desk: Desk, plant: Plant) -> None:
    desk.press(KEY.Key_F7)
    desk.settle()
    desk.press(KEY.Key_N, CTRL)
    desk.type("ud makmur")
    desk.press(KEY.Key_F10)
    assert "already in use" in desk.sale.buyer.form.fields["name"].message()
    desk.press(KEY.Key_Escape)
    assert "Esc once more" in desk.sale.buyer.form._line.text()
    desk.press(KEY.Key_Escape)
    assert desk.sale.buyer.box.edit.hasFocus()


def test_a_buyer_is_changed_and_laid_aside(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.press(KEY.Key_E, CTRL)
    desk.sale.buyer.form.state.choose("unused")
    desk.press(KEY.Key_F10)
    desk.settle()
    assert desk.sale.form.buyer is None
    desk.type("mak\n")
    assert desk.sale.buyer.form.isVisible()  # nobody else is called so: a new one is noted


def test_what_the_buyer_owes_stands_beside_its_name(desk: Desk, plant: Plant) -> None:
    plant.sale(desk.book.pet_id, 1_000, 4_000, paid_rupiah=0)
    begin(desk)
    assert desk.sale.buyer.box.message() == "owes Rp 4.000"


def test_lines_are_changed_taken_out_and_put_back(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.type("pet\n2\n\n")
    desk.press(KEY.Key_Up)
    desk.press(KEY.Key_Return)
    assert desk.sale.row.quantity.text() == "2,00"
    desk.type("3\n\n")
    assert [line.quantity for line in desk.sale.form.lines] == [3_000]
    desk.press(KEY.Key_Up)
    desk.press(KEY.Key_Delete)
    assert desk.sale.form.lines == []
    desk.press(KEY.Key_Z, CTRL)
    assert [line.quantity for line in desk.sale.form.lines] == [3_000]


def test_esc_warns_before_lines_are_dropped(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.type("pet\n2\n\n")
    desk.press(KEY.Key_Escape)
    assert "Nothing is saved yet" in desk.notice()
    assert len(desk.sale.form.lines) == 1
    desk.press(KEY.Key_Escape)
    assert desk.sale.form.lines == []
    assert desk.sale.buyer.box.edit.hasFocus()
    desk.press(KEY.Key_Escape)
    assert desk.window.shown() == "deposits"


def test_a_closed_cash_box_keeps_the_form(desk: Desk, plant: Plant) -> None:
    book = desk.book
    open_session(book.db, book.desk, OpeningDraft(new_key(), 0))
    close_session(book.db, book.desk, ClosingDraft(new_key(), (), "", 0))
    begin(desk)
    desk.type("pet\n2\n\n")
    save(desk)
    save(desk)
    assert "cash box is closed" in desk.sale.payment.confirm.message()
    assert len(desk.sale.form.lines) == 1
    desk.press(KEY.Key_2, ALT)
    save(desk)
    save(desk)
    assert newest(desk).paid_in is PaidIn.BANK


@pytest.mark.parametrize(
    "typed, words",
    [("50000", "Only Rp 8.000 are still owed"), ("1,5", "whole number")],
)
def test_what_cannot_be_paid_is_said_under_the_field(desk: Desk, plant: Plant, typed: str, words: str) -> None:
    begin(desk)
    desk.type("pet\n2\n\n")
    desk.press(KEY.Key_1, ALT)
    desk.type(typed)
    save(desk)
    assert words in desk.sale.payment.now_field.message()
    assert desk.sale.payment.now.hasFocus()
    assert sales(desk.book.db) == ()


def test_a_day_that_has_gone_is_no_due_day(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.type("pet\n2\n\n")
    desk.press(KEY.Key_3, ALT)
    assert desk.sale.payment.due.hasFocus()
    desk.type("1/1/2020")
    save(desk)
    assert "day to come" in desk.sale.payment.due_field.message()
    assert desk.sale.payment.due.text() == "1/1/2020"


def test_goods_come_out_of_the_store_that_is_chosen(desk: Desk, plant: Plant) -> None:
    add_store(desk.book.db, "Gudang dua")
    begin(desk)
    assert desk.sale.store.isVisible()
    desk.type("pet\n2\n\n")
    desk.sale.store.setCurrentIndex(1)
    desk.settle()
    assert "2,00 kg too much" in desk.sale.lines.table.model.cells(desk.sale.form.shown()[0])[0]
    save(desk)
    assert "Only 0,00 kg" in desk.sale.entry.message()


def test_saved_twice_is_sold_once(desk: Desk, plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    saved: list[int] = []

    def lost(db: Database, at: LedgerDesk, draft: SaleDraft, day: date | None) -> int:
        saved.append(record(db, at, draft, day))
        if len(saved) == 1:
            raise OutcomeUnknown
        return saved[-1]

    monkeypatch.setattr(sale_screen, "record", lost)
    begin(desk)
    desk.type("pet\n2\n\n")
    save(desk)
    save(desk)
    assert "never booked twice" in desk.sale.payment.confirm.message()
    save(desk)
    assert (len(saved), len(set(saved)), len(sales(desk.book.db))) == (2, 1, 1)


def test_the_last_sale_is_printed_again(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.press(KEY.Key_P, CTRL)
    assert "Nothing was sold" in desk.notice()
    desk.type("pet\n2\n\n")
    save(desk)
    save(desk)
    desk.press(KEY.Key_P, CTRL)
    desk.settle()
    assert notes(desk) == ["L1-000002-salinan-1.pdf", "L1-000002.pdf"]
    assert "copy 1" in desk.notice()
