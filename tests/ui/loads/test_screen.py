"""A load at Shift+F2, by keys alone."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from daurulang.cash.model import Direction, OtherSide
from daurulang.cash.service import ClosingDraft, MovementDraft, OpeningDraft, close_session, move_cash, open_session
from daurulang.closings.day import close_day
from daurulang.ledger.model import EntryKind
from daurulang.loads.model import LoadPayment, Measured, SourceKind
from daurulang.loads.queries import sources
from daurulang.members.model import SourceClass
from daurulang.periods import month_of
from daurulang.quantities import Condition
from daurulang.reports.plant_acts import PlantActInFull, plant_act_of, plant_acts
from tests.book import new_key
from tests.plant import Plant, set_up_plant
from tests.ui.desk import Desk
from ui.stock.finder import GoodsFinder

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def plant(desk: Desk) -> Plant:
    return set_up_plant(desk.book)


def begin(desk: Desk) -> None:
    """TPS3R Pejagan stands in the form of Ctrl+M."""
    desk.press(KEY.Key_F2, SHIFT)
    desk.settle()
    assert desk.load.source.hasFocus()
    desk.type("pej\n")
    assert desk.load.entry.goods.hasFocus()


def save(desk: Desk) -> None:
    desk.press(KEY.Key_F10)
    desk.until(lambda: not desk.load._saving)
    desk.settle()


def newest(desk: Desk) -> PlantActInFull:
    acts = plant_acts(desk.book.db, month_of(desk.session.today()), [EntryKind.LOAD])
    return plant_act_of(desk.book.db, acts[0].entry_id)


def test_a_load_by_weight_by_keys_alone(desk: Desk, plant: Plant) -> None:
    begin(desk)
    before = desk.pressed
    desk.type("camp\n1250\n320\n")
    assert desk.load.load_panel.figure() == "930,00 kg"
    desk.press(KEY.Key_F10)
    assert desk.load.panel.confirm.words() == "TPS3R Pejagan, 930,00 kg weighed, not paid"
    save(desk)
    assert desk.pressed - before == 16
    full = newest(desk)
    (line,) = full.lines
    assert (full.act.number, full.act.party, full.payment) == ("L1-000001", "TPS3R Pejagan", LoadPayment.NONE)
    assert (line.gross_grams, line.tare_grams, line.grams) == (1_250_000, 320_000, 930_000)
    assert line.condition is Condition.MIXED
    assert "L1-000001 saved. TPS3R Pejagan: 930,00 kg." in desk.notice()
    assert desk.load.source.hasFocus()
    assert not desk.load.unsaved()
    assert plant.level(plant.mixed_id, Condition.MIXED).grams == 930_000


def test_the_net_is_shown_while_it_is_typed(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.type("camp\n1250\n")
    desk.type("320")
    assert desk.load.entry.message() == "net 930,00 kg"
    desk.type("000\n")
    assert desk.load.entry.message() != ""
    assert desk.load.row.tare.hasFocus()
    assert desk.load.form.lines == []


def test_volume_is_an_estimate_and_never_added_to_what_was_weighed(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.type("camp\n1250\n320\n")
    desk.press(KEY.Key_V, ALT)
    desk.type("camp\n3,5\n")
    desk.type("280")
    assert desk.load.entry.message() == "3,50 m³ × 280 kg: about 980,00 kg, an estimate"
    desk.type("\n")
    assert desk.load.load_panel.figure() == "930,00 kg"
    desk.press(KEY.Key_F10)
    words = desk.load.panel.confirm.words()
    assert words == "TPS3R Pejagan, 930,00 kg weighed, 3,50 m³ (about 980,00 kg), not paid"
    save(desk)
    weighed, estimated = newest(desk).lines
    assert (weighed.measured, estimated.measured) == (Measured.WEIGHT, Measured.VOLUME)
    assert (estimated.volume_litres, estimated.density_grams_per_litre, estimated.grams) == (3_500, 280, 980_000)
    assert "930,00 kg, 3,50 m³" in desk.notice()
    begin(desk)  # the density stated last is offered
    desk.type("camp\n")
    assert desk.load.row.density.text() == "280"


def test_a_load_is_paid_per_kilogram_or_per_line(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.press(KEY.Key_3, ALT)
    assert desk.load.form.payment is LoadPayment.BANK
    desk.load.entry.start()
    desk.type("camp\n1000\n\n150\n")
    desk.press(KEY.Key_F10)
    assert "Rp 150.000 (bank)" in desk.load.panel.confirm.words()
    desk.press(KEY.Key_Escape)
    desk.load.load_panel.priced.choose("line")
    save(desk)
    save(desk)
    full = newest(desk)
    assert (full.payment, full.act.rupiah) == (LoadPayment.BANK, 150)


def test_a_paid_load_asks_for_the_price_of_its_lines_and_an_open_box(desk: Desk, plant: Plant) -> None:
    db = desk.book.db
    open_session(db, desk.book.desk, OpeningDraft(new_key(), 0))
    close_session(db, desk.book.desk, ClosingDraft(new_key(), ()))
    begin(desk)
    desk.type("camp\n1000\n\n")
    desk.press(KEY.Key_2, ALT)
    desk.press(KEY.Key_F10)
    assert desk.load.row.rupiah.hasFocus()
    assert "what is paid" in desk.load.entry.message()
    desk.type("200\n")
    desk.press(KEY.Key_F10)
    save(desk)
    assert "cash box is closed" in desk.load.panel.confirm.message()
    assert desk.load.form.lines
    open_session(db, desk.book.desk, OpeningDraft(new_key(), 0))
    desk.press(KEY.Key_F10)
    save(desk)
    assert "the box holds less" in desk.load.panel.confirm.message()
    move_cash(db, desk.book.desk, MovementDraft(new_key(), Direction.IN, OtherSide.BANK, 200_000, "ambil dari bank"))
    desk.press(KEY.Key_F10)
    save(desk)
    assert newest(desk).act.rupiah == 200_000


def test_a_new_source_is_noted_on_the_spot(desk: Desk, plant: Plant) -> None:
    desk.press(KEY.Key_F2, SHIFT)
    desk.settle()
    desk.type("Pasar Socah\n")
    form = desk.load.source_form
    assert form.isVisible()
    assert form.name.text() == "Pasar Socah"
    desk.press(KEY.Key_Return)
    form.kind.choose(SourceKind.MARKET.value)
    form.kind.activated.emit(form.kind.currentIndex())
    desk.press(KEY.Key_F10)
    desk.settle()
    (market,) = (each for each in sources(desk.book.db) if each.name == "Pasar Socah")
    assert (market.kind, market.source_class) == (SourceKind.MARKET, SourceClass.MARKET)
    assert desk.load.form.source == market
    assert desk.load.entry.goods.hasFocus()
    desk.press(KEY.Key_E, CTRL)
    form.state.choose("unused")
    desk.press(KEY.Key_F10)
    desk.settle()
    assert desk.load.source.text() == ""
    assert not next(each for each in sources(desk.book.db) if each.id == market.id).active


def test_without_a_source_nothing_is_saved(desk: Desk, plant: Plant) -> None:
    desk.press(KEY.Key_F2, SHIFT)
    desk.settle()
    desk.load.entry.start()
    desk.type("camp\n100\n\n")
    desk.press(KEY.Key_F10)
    assert "where the load comes from" in desk.load._source_field.message()
    assert desk.load.source.hasFocus()
    assert plant_acts(desk.book.db, month_of(desk.session.today())) == ()


def test_a_line_is_corrected_taken_out_and_put_back(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.type("camp\n100\n\nres\n50\n\n")
    desk.press(KEY.Key_Up)
    desk.press(KEY.Key_Up)
    desk.press(KEY.Key_Return)
    assert desk.load.row.gross.hasFocus()
    desk.type("120\n\n")
    assert desk.load.load_panel.figure() == "170,00 kg"
    desk.press(KEY.Key_Up)
    desk.press(KEY.Key_Delete)
    assert desk.load.load_panel.figure() == "120,00 kg"
    desk.press(KEY.Key_Z, CTRL)
    assert desk.load.load_panel.figure() == "170,00 kg"


def test_escape_asks_once_before_lines_are_dropped(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.type("camp\n100\n\n")
    desk.press(KEY.Key_Escape)
    assert "Esc once more" in desk.notice()
    assert desk.load.unsaved()
    desk.press(KEY.Key_Escape)
    assert not desk.load.unsaved()
    assert desk.load.source.hasFocus()


def test_the_slip_of_what_was_saved(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.press(KEY.Key_P, CTRL)
    assert "Nothing was saved here yet" in desk.notice()
    desk.type("camp\n100\n\n")
    desk.press(KEY.Key_F10)
    save(desk)
    desk.press(KEY.Key_P, CTRL)
    desk.settle()
    assert "L1-000001 is ready" in desk.notice()
    assert [path.name for path in (desk.papers.parent / "gudang").rglob("*.pdf")] == ["L1-000001.pdf"]


def test_a_pile_of_papers_of_another_day_is_entered_with_that_day(desk: Desk, plant: Plant) -> None:
    today = desk.session.today()
    begin(desk)
    desk.press(KEY.Key_K, ALT)
    assert desk.load.day_bar.edit.hasFocus()
    desk.type("99\n")
    assert desk.load.day_bar.message() == "Type a day that has been, such as 7/11."
    yesterday = today - timedelta(days=1)
    desk.type(f"{yesterday:%d/%m/%Y}\n")
    assert desk.load.entry.goods.hasFocus()
    desk.type("camp\n1250\n320\n")
    save(desk)
    save(desk)
    assert newest(desk).act.day == yesterday
    assert desk.load.day_bar.day() == yesterday  # the next of the pile
    desk.press(KEY.Key_Escape)
    assert (desk.load.day_bar.is_on(), desk.load.day_bar.day()) == (False, today)
    desk.type("pej\ncamp\n100\n\n")
    save(desk)
    save(desk)
    assert newest(desk).act.day == today


def test_a_day_that_is_closed_is_said_at_once_and_when_saving(desk: Desk, plant: Plant) -> None:
    yesterday = desk.session.today() - timedelta(days=1)
    plant.load(1000, day=yesterday)
    close_day(desk.book.db, desk.book.desk, yesterday)
    begin(desk)
    desk.type("camp\n1250\n320\n")
    desk.press(KEY.Key_K, ALT)
    desk.type(f"{yesterday:%d/%m/%Y}\n")
    desk.settle()
    assert "That day" in desk.load.day_bar.message()
    save(desk)
    save(desk)
    assert "That day" in desk.load.day_bar.message()
    assert desk.load.day_bar.edit.hasFocus()
    assert (len(desk.load.form.lines), newest(desk).act.grams) == (1, 1000)


def test_every_line_of_a_paid_load_has_its_price(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.type("camp\n100\n\n")
    desk.press(KEY.Key_3, ALT)
    desk.load.entry.start()
    desk.type("camp\n50\n\n500\n")
    save(desk)
    assert desk.load.row.rupiah.hasFocus()
    assert desk.load.entry.position == 1
    desk.type("0\n")
    save(desk)
    save(desk)
    assert newest(desk).act.rupiah == 25_000


def test_goods_of_that_name_come_before_goods_in_that_condition(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.type("mixed\n")
    assert desk.load.entry.goods.text() != ""
    finder = desk.load.entry.goods._finder
    by_name = finder.find("campur")
    assert [each.material.id for each in by_name[:1]] == [plant.mixed_id]
    named = GoodsFinder([*by_name, *finder.find("")], lambda _condition: "campur").find("campur")
    assert named[0].material.id == plant.mixed_id
    assert len(named) > 1
