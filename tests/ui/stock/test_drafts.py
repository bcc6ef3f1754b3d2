"""Forms of the plant that were half typed when the program died: offered, continued, posted once."""

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from daurulang.drafts.queries import open_drafts
from daurulang.ledger.model import Place
from daurulang.loads.model import LoadPayment
from daurulang.periods import month_of
from daurulang.processing.model import BatchKind, CostBy, Side
from daurulang.quantities import Condition
from daurulang.reports.plant_acts import plant_acts
from daurulang.sales.queries import sales
from daurulang.stock.service import add_store
from tests.plant import Plant, set_up_plant
from tests.ui.desk import Desk
from ui import tasks
from ui.sales.presenter import Paid
from ui.stock.act_screen import ActScreen

KEY = Qt.Key
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def plant(desk: Desk) -> Plant:
    plant = set_up_plant(desk.book)
    desk.book.deposit(grams=10_000)
    plant.load(90_000)
    return plant


def kept(desk: Desk, screen: ActScreen[Any, Any]) -> int:
    return len(open_drafts(desk.book.db, 1, screen.KIND))


def hold(desk: Desk, screen: ActScreen[Any, Any]) -> None:
    """Wait until what is typed now is on the disk."""
    desk.until(lambda: kept(desk, screen) == 1 and screen.drafts.typed() == screen.drafts._kept)
    desk.settle()


def crash(qtbot: QtBot, desk: Desk) -> Desk:
    """The window is gone without a word, and the program is begun anew on the same book."""
    tasks.stop_all(desk.window)
    desk.window.hide()
    return Desk(qtbot, desk.book, desk.papers)


def go_on(desk: Desk, screen: ActScreen[Any, Any]) -> None:
    desk.settle()
    desk.until(lambda: bool(screen.drafts.strip.words()))
    desk.press(KEY.Key_Return)
    desk.settle()
    assert screen.drafts.strip.words() == ""


def save(desk: Desk, screen: ActScreen[Any, Any]) -> None:
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_F10)
    desk.until(lambda: not screen._saving)
    desk.settle()
    desk.until(lambda: kept(desk, screen) == 0)


def test_a_load_goes_on_where_it_stood(qtbot: QtBot, desk: Desk, plant: Plant) -> None:
    yesterday = desk.session.today() - timedelta(days=1)
    desk.press(KEY.Key_F2, SHIFT)
    desk.settle()
    desk.type("pej\n")
    desk.press(KEY.Key_K, ALT)
    desk.type(f"{yesterday:%d/%m/%Y}\n")
    desk.press(KEY.Key_3, ALT)
    desk.load.entry.start()
    desk.type("camp\n1250\n320\n150\n")
    desk.load.panel.vehicle.setFocus()
    desk.type("M 12")
    desk.load.entry.start()
    desk.press(KEY.Key_V, ALT)
    desk.type("camp\n3,5")
    before = desk.load.typed()
    assert before is not None
    hold(desk, desk.load)
    desk = crash(qtbot, desk)
    desk.press(KEY.Key_F2, SHIFT)
    desk.settle()
    assert desk.load.drafts.strip.words().endswith("by Siti Aminah: TPS3R Pejagan, 2 lines.")
    go_on(desk, desk.load)
    assert desk.load.typed() == before
    assert (desk.load.form.payment, desk.load.form.vehicle) == (LoadPayment.BANK, "M 12")
    desk.load.row.volume.setFocus()
    desk.type("\n280\n10\n")
    save(desk, desk.load)
    (act,) = (each for each in plant_acts(desk.book.db, month_of(yesterday)) if each.day == yesterday)
    assert (act.day, act.grams, act.rupiah) == (yesterday, 930_000 + 3_500 * 280, 139_500 + 9_800)


def test_a_batch_goes_on_where_it_stood(qtbot: QtBot, desk: Desk, plant: Plant) -> None:
    desk.press(KEY.Key_D, CTRL)
    desk.settle()
    desk.batch.kind.choose(BatchKind.SHRED)
    desk.batch.entry.start()
    desk.type("camp\n50\n")
    desk.press(KEY.Key_2, ALT)
    desk.type("caca\n20\n")
    desk.batch.batch_panel.cost_by.choose(CostBy.VALUE)
    desk.batch.batch_panel.labour.setFocus()
    desk.type("7,5")
    desk.batch.entry.start()
    desk.press(KEY.Key_3, ALT)
    desk.type("resi\n2")
    before = desk.batch.typed()
    hold(desk, desk.batch)
    desk = crash(qtbot, desk)
    desk.press(KEY.Key_D, CTRL)
    assert desk.batch.kind.hasFocus()
    go_on(desk, desk.batch)
    form = desk.batch.form
    assert desk.batch.typed() == before
    assert (form.kind, form.cost_by, form.labour_minutes) == (BatchKind.SHRED, CostBy.VALUE, 450)
    assert [line.side for line in form.lines] == [Side.INPUT, Side.OUTPUT]
    desk.batch.batch_panel.cost_by.choose(CostBy.WEIGHT)
    desk.batch.row.quantity.setFocus()
    desk.type("\n")
    save(desk, desk.batch)
    assert plant.level(plant.mixed_id, Condition.MIXED).grams == 40_000
    assert plant.level(plant.residue_id, Condition.MIXED).grams == 2_000


def test_a_sale_goes_on_where_it_stood(qtbot: QtBot, desk: Desk, plant: Plant) -> None:
    desk.press(KEY.Key_F7)
    desk.settle()
    desk.type("mak\n")
    desk.settle()
    desk.type("pet\n4\n3800\n")
    desk.type("pet\n2")
    desk.press(KEY.Key_Tab)
    desk.type("1,9\n")
    desk.type("susut")
    desk.press(KEY.Key_3, ALT)
    desk.type("+3")
    before = desk.sale.typed()
    hold(desk, desk.sale)
    desk = crash(qtbot, desk)
    desk.press(KEY.Key_F7)
    go_on(desk, desk.sale)
    form = desk.sale.form
    assert desk.sale.typed() == before
    assert (form.buyer and form.buyer.name, form.paid, form.due_day) == (
        *("UD Makmur", Paid.LATER),
        desk.session.today() + timedelta(days=3),
    )
    assert desk.sale.row.reason.isVisible()
    desk.sale.row.price.setFocus()
    desk.type("\n")
    save(desk, desk.sale)
    (row,) = sales(desk.book.db)
    assert (row.goods.grams, row.total_rupiah) == (6_000, 4 * 3_800 + 7_600)


def test_goods_for_the_landfill_go_on_in_their_store(qtbot: QtBot, desk: Desk, plant: Plant) -> None:
    add_store(desk.book.db, "Halaman")
    desk.press(KEY.Key_F6, CTRL)
    desk.settle()
    desk.type("camp\n40\n")
    desk.disposal.disposal_panel.destination.setFocus()
    desk.type("TPA Buluh")
    hold(desk, desk.disposal)
    desk = crash(qtbot, desk)
    desk.press(KEY.Key_F6, CTRL)
    go_on(desk, desk.disposal)
    assert (desk.disposal.form.destination, desk.disposal.form.place_id) == ("TPA Buluh", Place.WAREHOUSE)
    save(desk, desk.disposal)
    assert plant.level(plant.mixed_id, Condition.MIXED).grams == 50_000


def test_what_is_thrown_away_is_not_offered_again(qtbot: QtBot, desk: Desk, plant: Plant) -> None:
    desk.press(KEY.Key_F6, CTRL)
    desk.settle()
    desk.type("camp\n40\n")
    hold(desk, desk.disposal)
    desk = crash(qtbot, desk)
    desk.press(KEY.Key_F6, CTRL)
    desk.until(lambda: bool(desk.disposal.drafts.strip.words()))
    desk.press(KEY.Key_Delete)
    desk.until(lambda: kept(desk, desk.disposal) == 0)
    assert desk.disposal.drafts.strip.words() == ""
    desk.type("camp\n1")
    assert desk.disposal.unsaved()
