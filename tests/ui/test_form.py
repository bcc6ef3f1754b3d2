import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from daurulang.quantities import Unit
from ui.widgets.button import ChoiceBar, PrimaryButton
from ui.widgets.field import DropDown, Field, LineEdit
from ui.widgets.form import FormWalker
from ui.widgets.numbers import PiecesEdit, QuantityEdit, RupiahEdit

KEY = Qt.Key


class Form(QWidget):
    """A name, a weight and a price, walked by Enter."""

    def __init__(self) -> None:
        super().__init__()
        self.name = Field("Name", LineEdit(required=True))
        self.weight = Field("Weight", QuantityEdit(required=True))
        self.price = Field("Price", RupiahEdit())
        layout = QVBoxLayout(self)
        for field in (self.name, self.weight, self.price):
            layout.addWidget(field)
        self.walker = FormWalker([self.name.editor, self.weight.editor, self.price.editor], self)


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    form = Form()
    qtbot.addWidget(form)
    with qtbot.waitExposed(form):
        form.show()
    form.walker.start()
    return form


def press(qtbot: QtBot, form: QWidget, key: Qt.Key) -> None:
    focus = form.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def write(qtbot: QtBot, form: QWidget, text: str) -> None:
    focus = form.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def test_enter_walks_forward_and_tells_when_the_end_is_reached(qtbot: QtBot, form: Form) -> None:
    write(qtbot, form, "Nur Hayati")
    press(qtbot, form, KEY.Key_Return)
    write(qtbot, form, "2,45")
    press(qtbot, form, KEY.Key_Enter)
    assert form.price.editor.hasFocus()
    with qtbot.waitSignal(form.walker.finished, timeout=1000):
        press(qtbot, form, KEY.Key_Return)


def test_shift_tab_walks_back(qtbot: QtBot, form: Form) -> None:
    form.price.editor.setFocus()
    press(qtbot, form, KEY.Key_Backtab)
    assert form.weight.editor.hasFocus()


def test_tab_walks_the_same_way(qtbot: QtBot, form: Form) -> None:
    press(qtbot, form, KEY.Key_Tab)
    assert form.weight.editor.hasFocus()


def test_a_missing_text_holds_enter_and_says_so(qtbot: QtBot, form: Form) -> None:
    press(qtbot, form, KEY.Key_Return)
    assert form.name.editor.hasFocus()
    assert form.name.has_problem()
    assert form.name.message() == "Please fill this in."


def test_typing_clears_the_problem(qtbot: QtBot, form: Form) -> None:
    press(qtbot, form, KEY.Key_Return)
    write(qtbot, form, "N")
    assert not form.name.has_problem()
    assert form.name.message() == ""


def test_a_disabled_field_is_passed_over(qtbot: QtBot, form: Form) -> None:
    form.weight.editor.setEnabled(False)
    write(qtbot, form, "Nur")
    press(qtbot, form, KEY.Key_Return)
    assert form.price.editor.hasFocus()


def test_a_bad_number_holds_enter_and_keeps_what_was_typed(qtbot: QtBot, form: Form) -> None:
    form.weight.editor.setFocus()
    write(qtbot, form, "2,4567")
    press(qtbot, form, KEY.Key_Return)
    assert form.weight.editor.hasFocus()
    assert form.weight.message() == "At most three digits after the comma."
    assert isinstance(form.weight.editor, QuantityEdit)
    assert form.weight.editor.text() == "2,4567"


@pytest.mark.parametrize("typed", ["2,45", "2.45", "2,450 kg"])
def test_weight_takes_comma_and_dot_and_shows_how_it_understood(qtbot: QtBot, form: Form, typed: str) -> None:
    editor = form.weight.editor
    assert isinstance(editor, QuantityEdit)
    form.walker.go_to(editor)
    write(qtbot, form, typed)
    assert editor.value() == 2450
    assert form.weight.message() == "2,45 kg"


def test_a_quantity_follows_its_unit(qtbot: QtBot, form: Form) -> None:
    editor = form.weight.editor
    assert isinstance(editor, QuantityEdit)
    editor.setText("12")
    editor.set_unit(Unit.PIECE)
    assert editor.value() == 12
    assert form.weight.message() == "12 pcs"


def test_pieces_are_whole(qtbot: QtBot) -> None:
    editor = PiecesEdit()
    qtbot.addWidget(editor)
    QTest.keyClicks(editor, "1,5")
    assert not editor.valid()


def test_rupiah_are_grouped_while_typing(qtbot: QtBot, form: Form) -> None:
    editor = form.price.editor
    assert isinstance(editor, RupiahEdit)
    form.walker.go_to(editor)
    write(qtbot, form, "12500")
    assert editor.text() == "12.500"
    assert editor.value() == 12500
    assert form.price.message() == "Rp 12.500"


def test_rupiah_can_be_mended_in_the_middle(qtbot: QtBot, form: Form) -> None:
    editor = form.price.editor
    assert isinstance(editor, RupiahEdit)
    form.walker.go_to(editor)
    write(qtbot, form, "12500")
    for _ in range(4):
        press(qtbot, form, KEY.Key_Left)
    write(qtbot, form, "9")
    assert editor.text() == "129.500"
    press(qtbot, form, KEY.Key_Backspace)
    assert editor.text() == "12.500"


@pytest.mark.parametrize("text", ["12500.00", "2.5", "1.5", "12.50"])
def test_a_dot_that_may_mark_decimals_is_not_dropped(qtbot: QtBot, form: Form, text: str) -> None:
    editor = form.price.editor
    assert isinstance(editor, RupiahEdit)
    form.walker.go_to(editor)
    write(qtbot, form, text)
    assert not editor.valid()
    editor.selectAll()
    write(qtbot, form, "98700")
    editor.selectAll()
    editor.insert(text)  # as pasted over a number that is grouped
    assert (editor.text(), editor.valid()) == (text, False)


@pytest.mark.parametrize("text", ["12.500", "1.250.000", "1250000"])
def test_dots_that_group_are_taken_as_they_are_typed(qtbot: QtBot, form: Form, text: str) -> None:
    editor = form.price.editor
    assert isinstance(editor, RupiahEdit)
    form.walker.go_to(editor)
    write(qtbot, form, text)
    assert editor.value() == int(text.replace(".", ""))


def test_numbers_are_shown_as_they_would_be_typed(qtbot: QtBot) -> None:
    weight, price = QuantityEdit(), RupiahEdit()
    for editor in (weight, price):
        qtbot.addWidget(editor)
    weight.set_value(1234567)
    price.set_value(1234567)
    assert (weight.text(), weight.value()) == ("1234,567", 1234567)
    assert (price.text(), price.value()) == ("1.234.567", 1234567)


def test_arrows_change_a_choice_and_its_first_letter_finds_it(qtbot: QtBot) -> None:
    bar = ChoiceBar("Payment", [("savings", "Tabung"), ("cash", "Tunai"), ("split", "Bagi")])
    qtbot.addWidget(bar)
    QTest.keyClick(bar, KEY.Key_Right)
    assert bar.value() == "cash"
    QTest.keyClick(bar, KEY.Key_Left)
    QTest.keyClick(bar, KEY.Key_Left)
    assert bar.value() == "split"
    with qtbot.waitSignal(bar.changed, timeout=1000) as told:
        QTest.keyClicks(bar, "t")
    assert told.args == ["savings"]


def test_enter_presses_a_button(qtbot: QtBot) -> None:
    button = PrimaryButton("Save", "F10")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked, timeout=1000):
        QTest.keyClick(button, KEY.Key_Return)


def test_a_drop_down_answers_codes(qtbot: QtBot) -> None:
    choice = DropDown()
    qtbot.addWidget(choice)
    choice.add("group", "Kelompok")
    choice.add("person", "Perorangan")
    choice.choose("person")
    assert choice.code() == "person"
    choice.choose("unknown")
    assert choice.code() == ""


def test_a_screen_reader_hears_label_and_problem(qtbot: QtBot, form: Form) -> None:
    form.price.show_problem("Too much.")
    assert form.price.editor.accessibleName() == "Price"
    assert form.price.editor.accessibleDescription() == "Too much."
