"""A batch at Ctrl+D, by keys alone."""

import pytest
from PySide6.QtCore import Qt

from daurulang.ledger.model import EntryKind
from daurulang.materials.model import DlhCategory, PriceSide, SipsnCategory
from daurulang.materials.queries import PriceKey
from daurulang.materials.service import MaterialDraft, PriceDraft, add_material, set_prices
from daurulang.periods import month_of
from daurulang.processing.model import BatchKind, CostBy, Side
from daurulang.quantities import Condition, Unit
from daurulang.reports.plant_acts import PlantActInFull, plant_act_of, plant_acts
from daurulang.stock.queries import Level
from daurulang.stock.service import add_store
from tests.book import PRICED_FROM
from tests.plant import Plant, set_up_plant
from tests.ui.desk import Desk

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def plant(desk: Desk) -> Plant:
    """100 kg of mixed waste worth Rp 50.000 lie in the store."""
    plant = set_up_plant(desk.book)
    plant.load(100_000, 50_000)
    return plant


def begin(desk: Desk) -> None:
    desk.press(KEY.Key_D, CTRL)
    desk.settle()
    assert desk.batch.kind.hasFocus()
    desk.type("\n")
    assert desk.batch.entry.goods.hasFocus()


def save(desk: Desk) -> None:
    desk.press(KEY.Key_F10)
    desk.until(lambda: not desk.batch._saving)
    desk.settle()


def newest(desk: Desk) -> PlantActInFull:
    acts = plant_acts(desk.book.db, month_of(desk.session.today()), [EntryKind.BATCH])
    return plant_act_of(desk.book.db, acts[0].entry_id)


def facts(desk: Desk) -> dict[str, str]:
    lines = desk.batch.batch_panel._facts._lines
    return {label._full: value.text() for label, value in lines if not label.isHidden()}


def test_a_batch_by_keys_alone_with_its_loss_confirmed(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.type("camp\n80\n")
    desk.press(KEY.Key_2, ALT)
    desk.type("cac\n50\n")
    desk.press(KEY.Key_3, ALT)
    desk.type("res\n25\n")
    panel = desk.batch.batch_panel
    assert panel.figure() == "5,00 kg"
    assert facts(desk)["Comes out  ·  yield 62,5 %"] == "50,00 kg"
    assert facts(desk)["Cost carried  ·  Rp 800/kg"] == "Rp 40.000"
    desk.press(KEY.Key_F10)
    words = panel.confirm.words()
    assert words.startswith("Sorting: 80,00 kg in, 50,00 kg out (62,5 %), 25,00 kg residue.")
    assert "5,00 kg are missing (6,3 %): saving confirms the loss." in words
    save(desk)
    full = newest(desk)
    assert full.figures is not None
    assert (full.act.number, full.act.batch_kind, full.figures.loss_grams) == ("L1-000002", BatchKind.SORT, 5_000)
    assert [(line.side, line.grams, line.rupiah) for line in full.lines] == [
        (Side.INPUT, 80_000, 40_000),
        (Side.OUTPUT, 50_000, 40_000),
        (Side.RESIDUE, 25_000, 0),
    ]
    assert "L1-000002 saved. Sorting: 80,00 kg in, 50,00 kg out." in desk.notice()
    assert plant.level(plant.flakes_id) == Level(50_000, rupiah=40_000)
    assert not desk.batch.unsaved()


def test_what_was_confirmed_holds_only_while_nothing_changes(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.type("camp\n80\n")
    desk.press(KEY.Key_2, ALT)
    desk.type("cac\n50\n")
    desk.press(KEY.Key_F10)
    assert desk.batch.form.confirmed_loss_grams == 30_000
    desk.press(KEY.Key_Escape)
    desk.type("cac\n20\n")
    desk.press(KEY.Key_F10)
    assert "10,00 kg are missing" in desk.batch.panel.confirm.words()
    assert desk.batch.form.draft().confirmed_loss_grams == 10_000


def test_more_than_lies_there_is_said_before_it_is_saved(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.type("camp\n80\ncamp\n")
    desk.type("30")
    assert "Only 20,00 kg lie in the store." in desk.batch.entry.message()
    desk.type("\n")
    assert len(desk.batch.form.lines) == 1
    assert desk.batch.row.quantity.hasFocus()


def test_a_batch_needs_both_sides(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.press(KEY.Key_F10)
    assert "Nothing goes in yet" in desk.batch.entry.message()
    desk.type("camp\n80\n")
    desk.press(KEY.Key_F10)
    assert "Nothing comes out yet" in desk.batch.entry.message()
    assert desk.batch.row.side.value() == Side.OUTPUT


def test_cost_is_carried_by_value_with_hours_and_fuel(desk: Desk, plant: Plant) -> None:
    prices = [(plant.flakes_id, 9_000), (plant.residue_id, 1_000)]
    drafts = [PriceDraft(PriceKey(id_, PriceSide.SELL, Condition.CLEAN, None), rupiah) for id_, rupiah in prices]
    set_prices(desk.book.db, drafts, PRICED_FROM, desk.book.desk.staff_id)
    begin(desk)
    desk.type("camp\n100\n")
    desk.press(KEY.Key_2, ALT)
    desk.type("cac\n10\n")
    desk.type("res\n10\n")
    desk.type("\n")
    assert desk.batch.batch_panel.cost_by.hasFocus()
    desk.press(KEY.Key_Right)
    assert desk.batch.form.cost_by is CostBy.VALUE
    desk.type("\n7,5\n12,5\nregu pagi\n")
    desk.type("\n\n")
    desk.until(lambda: not desk.batch._saving)
    desk.settle()
    full = newest(desk)
    assert full.figures is not None
    assert [line.rupiah for line in full.lines[1:]] == [45_000, 5_000]
    assert (full.figures.labour_minutes, full.figures.fuel_millilitres, full.act.note) == (450, 12_500, "regu pagi")


def test_a_price_that_is_missing_is_said(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.type("camp\n100\n")
    desk.press(KEY.Key_2, ALT)
    desk.type("cac\n90\n")
    desk.batch.batch_panel.cost_by.choose(CostBy.VALUE.value)
    assert "Cacahan PET" in desk.batch.batch_panel._hint.text()
    desk.press(KEY.Key_F10)
    assert "no sell price" in desk.batch.panel.confirm.message()


def test_pieces_that_come_out_are_weighed(desk: Desk, plant: Plant) -> None:
    add_material(desk.book.db, MaterialDraft("BAL", "Bal press", Unit.PIECE, DlhCategory.OTHER, SipsnCategory.OTHER))
    begin(desk)
    desk.batch.kind.choose(BatchKind.PRESS.value)
    desk.type("camp\n100\n")
    desk.press(KEY.Key_2, ALT)
    desk.type("bal\n2\n98\n")
    assert desk.batch.batch_panel.figure() == "2,00 kg"
    desk.press(KEY.Key_F10)
    save(desk)
    full = newest(desk)
    assert (full.act.batch_kind, full.lines[1].quantity, full.lines[1].grams) == (BatchKind.PRESS, 2, 98_000)


def test_goods_are_carried_to_another_store(desk: Desk, plant: Plant) -> None:
    place_id = add_store(desk.book.db, "Gudang RDF")
    begin(desk)
    assert desk.batch.to_store.isVisible()
    desk.batch.kind.choose(BatchKind.MOVE.value)
    assert not desk.batch.row.side.isVisible()
    desk.type("camp\n60\n")
    desk.press(KEY.Key_F10)
    assert "another store" in desk.batch.panel.confirm.message()
    desk.batch.to_store.choose(str(place_id))
    desk.press(KEY.Key_F10)
    assert desk.batch.panel.confirm.words() == "60,00 kg are carried to the other store"
    save(desk)
    full = newest(desk)
    assert (full.act.batch_kind, full.act.store, full.act.to_store) == (BatchKind.MOVE, "Gudang", "Gudang RDF")
    assert plant.level(plant.mixed_id, Condition.MIXED) == Level(40_000, rupiah=20_000)


def test_goods_that_left_meanwhile_are_told(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.type("camp\n80\n")
    desk.press(KEY.Key_2, ALT)
    desk.type("cac\n80\n")
    desk.press(KEY.Key_F10)
    plant.batch(50_000, 50_000, 0)
    save(desk)
    assert "Only 50,00 kg" in desk.batch.entry.message()
    desk.settle()
    (line, _) = desk.batch.form.shown()
    assert line.short == 30_000


def test_hours_that_cannot_be_read_are_not_saved_as_none(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.type("camp\n60\n")
    desk.press(KEY.Key_2, ALT)
    desk.type("caca\n60\n")
    desk.batch.batch_panel.labour.setFocus()
    desk.type("7:30")
    save(desk)
    save(desk)
    assert desk.batch.batch_panel.labour.hasFocus()
    assert desk.batch.batch_panel.fields["labour_minutes"].has_problem()
    assert len(desk.batch.form.lines) == 2


def test_hours_alone_are_typed_work(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.batch.batch_panel.labour.setFocus()
    desk.type("7,5")
    assert desk.batch.unsaved()


def test_what_comes_out_is_not_dropped_when_goods_are_only_carried(desk: Desk, plant: Plant) -> None:
    add_store(desk.book.db, "Gudang RDF")
    begin(desk)
    desk.type("camp\n80\n")
    desk.press(KEY.Key_2, ALT)
    desk.type("caca\n50\n")
    desk.batch.kind.choose(BatchKind.MOVE.value)
    desk.batch.to_store.setCurrentIndex(1)
    save(desk)
    save(desk)
    assert "not carried" in desk.batch.entry.message()
    assert len(desk.batch.form.lines) == 2


def test_a_line_put_back_leaves_the_one_being_corrected_where_it_is(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.type("camp\n10\ncamp\n20\ncamp\n30\n")
    desk.batch._remove(1)
    desk.batch._edit(1)
    desk.batch._restore()
    desk.type("25\n")
    assert [line.quantity for line in desk.batch.form.lines] == [10_000, 25_000, 30_000]
