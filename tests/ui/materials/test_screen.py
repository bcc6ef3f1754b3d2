"""Prices today by keys alone, on a real book."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from daurulang.centre.queries import Centre
from daurulang.config import Machine
from daurulang.ledger.queries import Counter
from daurulang.materials.model import PriceSide, SipsnCategory, Substance
from daurulang.materials.queries import PriceKey, price_board, price_history
from daurulang.members.queries import class_list
from daurulang.migrations.opening import open_book
from daurulang.quantities import Condition, Unit
from daurulang.staff.queries import StaffMember
from tests.book import PET_RUPIAH, Book, set_up_book
from ui import keys, tasks
from ui.materials.screen import PricesScreen
from ui.screen import Screen, ScreenEntry
from ui.session import Session
from ui.widgets.field import DropDown
from ui.window import MainWindow

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Board:
    """The screen in its window over a small book."""

    book: Book
    window: MainWindow
    session: Session

    @property
    def screen(self) -> PricesScreen:
        screen = self.window.page("prices")
        assert isinstance(screen, PricesScreen)
        return screen

    def press(self, *pressed: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in pressed:
            QTest.keyClick(QApplication.focusWidget() or self.window, key, held)

    def write(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(QApplication.focusWidget() or self.window, letter)

    def price(self, condition: Condition = Condition.CLEAN, later: int = 0) -> int | None:
        """The price of PET today, or some days later."""
        board = price_board(self.book.db, self.session.today() + timedelta(days=later))
        found = board.buy(self.book.pet_id, condition, 1)
        return found.rupiah if found is not None else None

    def cells(self, column: int) -> list[str]:
        table = self.screen.table
        return [table.model.cells(row)[column] for row in table.model.rows()]

    def go_to_pet(self) -> None:
        self.write("PL1")
        self.press(KEY.Key_Down, KEY.Key_Up)


@pytest.fixture
def book(sqlite_place: Path) -> Iterator[Book]:
    db = open_book(sqlite_place)
    yield set_up_book(db)
    db.close()


@pytest.fixture
def board(qtbot: QtBot, book: Book) -> Board:
    session = Session(
        book.db,
        Machine(),
        Centre("RDU Bangkalan"),
        Counter(book.desk.counter_id, "L1", "Loket 1", 1),
        StaffMember(book.desk.staff_id, "Siti Aminah", active=True),
    )
    window = MainWindow(
        [
            ScreenEntry("counter", "Deposit", keys.DEPOSIT, "scale", Screen),
            ScreenEntry("prices", "Prices", keys.PRICES, "tags", lambda: PricesScreen(session)),
        ]
    )
    qtbot.addWidget(window, before_close_func=tasks.stop_all)
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.start()
    window.show_screen("prices")
    return Board(book, window, session)


def test_a_price_is_typed_and_saved_without_the_mouse(board: Board) -> None:
    board.go_to_pet()
    board.write("3200")
    board.press(KEY.Key_Return)
    assert not board.screen.bar.isHidden()
    assert board.price() == PET_RUPIAH
    board.press(KEY.Key_F10)
    assert board.price() == 3_200
    assert board.screen.bar.isHidden()


def test_enter_goes_on_to_the_next_line(board: Board) -> None:
    board.go_to_pet()
    board.press(KEY.Key_Return)
    board.write("3200")
    board.press(KEY.Key_Return)
    board.write("1600")
    board.press(KEY.Key_Return, KEY.Key_F10)
    assert (board.price(), board.price(Condition.DIRTY)) == (3_200, 1_600)


def test_the_change_against_the_day_before_is_said_in_words(board: Board) -> None:
    board.go_to_pet()
    board.write("3200")
    board.press(KEY.Key_Return)
    assert board.cells(6)[0] == "▲ up 100"


def test_a_jump_is_named_and_needs_a_reason(board: Board) -> None:
    board.go_to_pet()
    board.write("1000")
    board.press(KEY.Key_Return, KEY.Key_F10)
    assert "67 % less" in board.screen.bar.odd.text()
    assert board.screen.bar.reason.has_problem()
    assert board.price() == PET_RUPIAH
    board.write("pabrik tutup")
    board.press(KEY.Key_F10)
    assert board.price() == 1_000
    key = PriceKey(board.book.pet_id, PriceSide.BUY, Condition.CLEAN, 1)
    assert price_history(board.book.db, key)[0].reason == "pabrik tutup"


def test_buying_above_the_sell_price_is_named(board: Board) -> None:
    board.go_to_pet()
    board.write("4025")
    board.press(KEY.Key_Return)
    assert "Rp 4.025" in board.screen.bar.odd.text()
    assert "Rp 4.000" in board.screen.bar.odd.text()


def test_the_sell_price_is_one_key_to_the_right(board: Board) -> None:
    board.go_to_pet()
    board.press(KEY.Key_Right)
    board.write("4200")
    board.press(KEY.Key_Return, KEY.Key_F10)
    found = price_board(board.book.db, board.session.today()).sell(board.book.pet_id, Condition.CLEAN)
    assert found is not None
    assert found.rupiah == 4_200


def test_the_history_of_the_price_stands_beside_it(board: Board) -> None:
    board.go_to_pet()
    board.write("3200")
    board.press(KEY.Key_Return, KEY.Key_F10)
    board.screen.table.stand_on(board.book.pet_id, Condition.CLEAN)
    history = board.screen.card.history.model
    assert [row.rupiah for row in history.rows()] == [3_200, PET_RUPIAH]


def test_a_price_is_withdrawn(board: Board) -> None:
    board.go_to_pet()
    board.press(KEY.Key_Delete, KEY.Key_F10)
    assert board.price() is None
    assert board.cells(5)[0] == "no price yet"


def test_another_condition_gets_a_price(board: Board) -> None:
    board.go_to_pet()
    board.press(KEY.Key_Insert, KEY.Key_Return)
    board.write("1200")
    board.press(KEY.Key_Return, KEY.Key_F10)
    assert board.price(Condition.WET) == 1_200


def test_prices_may_hold_from_a_later_day(board: Board) -> None:
    board.screen.day_edit.setFocus()
    board.screen.day_edit.setDate(board.screen.day_edit.date().addDays(2))
    board.screen.table.filter.setFocus()
    board.go_to_pet()
    board.write("3300")
    board.press(KEY.Key_Return, KEY.Key_F10)
    assert (board.price(), board.price(later=2)) == (PET_RUPIAH, 3_300)


def test_what_is_no_price_is_refused_and_stays(board: Board) -> None:
    board.go_to_pet()
    board.press(KEY.Key_Return)
    board.write("3x")
    board.press(KEY.Key_Return)
    assert board.screen.table.editor.text() == "3x"
    assert board.screen.prices.pending == {}
    board.press(KEY.Key_Escape)
    assert board.screen.table.editor.isHidden()


def test_esc_keeps_what_was_typed_until_it_is_pressed_again(board: Board) -> None:
    board.go_to_pet()
    board.write("3200")
    board.press(KEY.Key_Return, KEY.Key_Escape)
    assert len(board.screen.prices.pending) == 1
    board.press(KEY.Key_Escape)
    assert board.screen.prices.pending == {}


def test_what_was_typed_is_still_there_after_a_visit_to_another_screen(board: Board) -> None:
    board.go_to_pet()
    board.write("3200")
    board.press(KEY.Key_Return, KEY.Key_F2, KEY.Key_F5, KEY.Key_F10)
    assert board.price() == 3_200


def test_a_material_is_added_and_gets_its_price(board: Board) -> None:
    board.press(KEY.Key_N, held=CTRL)
    board.write("LG9")
    board.press(KEY.Key_Return)
    board.write("Tembaga lidi")
    board.press(KEY.Key_Return)
    board.write("tembaga super, lidi")
    board.press(KEY.Key_F10)
    found = next(each for each in board.screen.prices.board.materials if each.code == "LG9")
    assert (found.name, found.unit, found.aliases) == ("Tembaga lidi", Unit.KILOGRAM, ("lidi", "tembaga super"))
    assert found.sipsn_category is SipsnCategory.PLASTIC
    board.write("85000")
    board.press(KEY.Key_Return, KEY.Key_F10)
    price = price_board(board.book.db, board.session.today()).buy(found.id, Condition.CLEAN, 1)
    assert price is not None
    assert price.rupiah == 85_000


def test_a_code_in_use_is_refused_on_its_field(board: Board) -> None:
    board.press(KEY.Key_N, held=CTRL)
    board.write("pl1")
    board.press(KEY.Key_Return)
    board.write("Botol susu")
    board.press(KEY.Key_F10)
    assert board.screen.form.fields["code"].has_problem()
    assert board.screen.form.draft().name == "Botol susu"


def test_a_piece_may_have_a_weight(board: Board) -> None:
    board.press(KEY.Key_N, held=CTRL)
    board.write("KC9")
    board.press(KEY.Key_Return)
    board.write("Botol sirup")
    board.press(KEY.Key_Return, KEY.Key_Return)
    board.press(KEY.Key_Down, KEY.Key_Return)
    board.write("450")
    board.press(KEY.Key_F10)
    found = next(each for each in board.screen.prices.board.materials if each.code == "KC9")
    assert (found.unit, found.grams_per_unit) == (Unit.PIECE, 450)


def test_what_a_material_is_made_of_is_chosen_and_kept(board: Board) -> None:
    board.go_to_pet()
    board.press(KEY.Key_E, held=CTRL)
    chosen = board.screen.form.fields["substance"].editor
    assert isinstance(chosen, DropDown)
    assert chosen.code() == ""
    chosen.setFocus()
    board.press(KEY.Key_P)
    board.press(KEY.Key_F10)
    found = next(each for each in board.screen.prices.board.materials if each.id == board.book.pet_id)
    assert found.substance is Substance.PET


def test_the_picture_is_chosen_with_the_arrows(board: Board) -> None:
    board.go_to_pet()
    board.press(KEY.Key_E, held=CTRL)
    board.screen.form.fields["icon"].editor.setFocus()
    board.press(KEY.Key_Down, KEY.Key_Right, KEY.Key_F10)
    changed = board.screen.prices.material(board.book.pet_id)
    assert changed.icon != "package"
    assert changed.name == "PET botol bening"


def test_a_material_is_made_inactive(board: Board) -> None:
    board.go_to_pet()
    board.press(KEY.Key_E, held=CTRL)
    board.screen.form.fields["active"].editor.setFocus()
    board.press(KEY.Key_Down, KEY.Key_F10)
    assert not board.screen.prices.material(board.book.pet_id).active


def test_esc_leaves_a_typed_form_only_the_second_time(board: Board) -> None:
    board.press(KEY.Key_N, held=CTRL)
    board.write("LG9")
    board.press(KEY.Key_Escape)
    assert board.screen.form.draft().code == "LG9"
    board.press(KEY.Key_Escape)
    assert board.screen.form.isHidden()


def test_a_class_is_added_and_has_its_own_prices(board: Board) -> None:
    next(act for act in board.screen.acts() if act.title == "New price class").run()
    board.write("Sekolah")
    board.press(KEY.Key_F10)
    assert [each.name for each in class_list(board.book.db)][-1] == "Sekolah"
    board.screen.table.filter.setFocus()
    board.go_to_pet()
    board.write("3300")
    board.press(KEY.Key_Return, KEY.Key_F10)
    assert board.price() == PET_RUPIAH
    own = price_board(board.book.db, board.session.today()).buy(
        board.book.pet_id, Condition.CLEAN, class_list(board.book.db)[-1].id
    )
    assert own is not None
    assert own.rupiah == 3_300
