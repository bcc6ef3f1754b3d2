"""Residue to the landfill at Ctrl+F6, and the list of all acts at Shift+F6, by keys alone."""

import pytest
from PySide6.QtCore import Qt

from daurulang.ledger.model import EntryKind
from daurulang.periods import month_of
from daurulang.reports.plant_acts import PlantActInFull, plant_act_of, plant_acts
from daurulang.staff.service import add_staff
from tests.plant import Plant, set_up_plant
from tests.ui.desk import Desk

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def plant(desk: Desk) -> Plant:
    """20 kg of residue that cost nothing, and flakes worth Rp 50.000."""
    plant = set_up_plant(desk.book)
    desk.book.deposit(grams=3_000)
    plant.load(100_000, 50_000)
    plant.batch(100_000, 75_000, 20_000)
    return plant


def begin(desk: Desk) -> None:
    desk.press(KEY.Key_F6, CTRL)
    desk.settle()
    assert desk.disposal.entry.goods.hasFocus()


def save(desk: Desk) -> None:
    desk.press(KEY.Key_F10)
    desk.until(lambda: not desk.disposal._saving)
    desk.settle()


def newest(desk: Desk) -> PlantActInFull:
    acts = plant_acts(desk.book.db, month_of(desk.session.today()), [EntryKind.DISPOSAL])
    return plant_act_of(desk.book.db, acts[0].entry_id)


def test_residue_goes_to_the_landfill_by_keys_alone(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.press(KEY.Key_Down)  # all that lies there, residue first
    desk.type("\n15\n")
    desk.type("\nTPA Mekar\nm 9001 gp\nsore\n")
    assert desk.disposal.panel.confirm.button.hasFocus()
    desk.type("\n")
    assert desk.disposal.panel.confirm.words() == "TPA Mekar: 15,00 kg"
    desk.type("\n")
    desk.until(lambda: not desk.disposal._saving)
    desk.settle()
    full = newest(desk)
    assert (full.act.party, full.act.grams, full.act.rupiah) == ("TPA Mekar", 15_000, 0)
    assert (full.act.vehicle, full.act.note) == ("M 9001 GP", "sore")
    assert "TPA Mekar: 15,00 kg." in desk.notice()
    assert plant.level(plant.residue_id).grams == 5_000
    assert desk.disposal.disposal_panel.destination.text() == "TPA Mekar"  # the landfill of before


def test_what_is_written_off_is_said(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.type("cac\n")
    desk.type("15")
    assert desk.disposal.entry.message() == "75,00 kg in the store  ·  Rp 10.000 is written off"
    desk.type("\n")
    desk.press(KEY.Key_F10)
    assert desk.disposal.disposal_panel.fields["destination"].has_problem()
    desk.type("TPA Mekar")
    desk.press(KEY.Key_F10)
    assert desk.disposal.panel.confirm.words() == "TPA Mekar: 15,00 kg, Rp 10.000 is written off"
    save(desk)
    assert newest(desk).act.rupiah == 10_000


def test_more_than_lies_there_is_refused_at_its_field(desk: Desk, plant: Plant) -> None:
    begin(desk)
    desk.type("res\n25\n")
    assert "Only 20,00 kg" in desk.disposal.entry.message()
    assert desk.disposal.row.quantity.hasFocus()
    assert desk.disposal.form.lines == []


# --- the list ------------------------------------------------------------------------------------------------


def opened(desk: Desk) -> None:
    desk.press(KEY.Key_F6, SHIFT)
    desk.settle()


def numbers(desk: Desk) -> list[str]:
    return [row.number for row in desk.plant.table.model.rows()]


def test_the_list_filters_opens_and_turns(desk: Desk, plant: Plant) -> None:
    opened(desk)
    assert numbers(desk) == ["L1-000003", "L1-000002"]
    desk.press(KEY.Key_2, ALT)
    desk.settle()
    assert numbers(desk) == ["L1-000002"]
    desk.press(KEY.Key_1, ALT)
    desk.settle()
    desk.type("sort\n")
    desk.settle()
    words = desk.plant.view.words()
    for part in ("Sorting L1-000003", "Goes in: Sampah campur", "75,00 kg", "Lost"):
        assert part in words
    desk.press(KEY.Key_Escape)
    desk.press(KEY.Key_Escape)
    opened(desk)
    desk.press(KEY.Key_PageUp)
    desk.settle()
    assert numbers(desk) == []
    desk.press(KEY.Key_PageDown)
    desk.settle()
    assert len(numbers(desk)) == 2


def test_an_act_is_reversed_with_a_reason_and_an_approver(desk: Desk, plant: Plant) -> None:
    add_staff(desk.book.db, "Budi", "654321")
    opened(desk)
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_Up)
    desk.press(KEY.Key_R, CTRL)
    desk.settle()
    desk.type("salah timbang tadi\n\n654321")
    desk.press(KEY.Key_F10)
    desk.settle()
    assert "L1-000003 is reversed" in desk.notice()
    assert desk.plant.view.isVisible()
    assert "reversed by L1-000004" in desk.plant.view.words()
    assert plant.level(plant.flakes_id).grams == 0
    desk.press(KEY.Key_R, CTRL)
    desk.settle()
    assert "reversed already by L1-000004" in desk.notice()


def test_a_load_whose_goods_are_gone_stays(desk: Desk, plant: Plant) -> None:
    add_staff(desk.book.db, "Budi", "654321")
    opened(desk)
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_R, CTRL)
    desk.settle()
    desk.type("salah timbang tadi\n\n654321")
    desk.press(KEY.Key_F10)
    desk.settle()
    assert "do not lie in the store any more" in desk.plant.reversal.message()


def test_the_slip_and_the_list_become_files(desk: Desk, plant: Plant) -> None:
    opened(desk)
    desk.press(KEY.Key_P, CTRL)
    desk.settle()
    assert [path.name for path in (desk.papers.parent / "gudang").rglob("*.pdf")] == ["L1-000003.pdf"]
    desk.press(KEY.Key_L, CTRL)
    desk.settle()
    assert [path.name[:16] for path in desk.papers.parent.rglob("*.xlsx")] == ["kegiatan-gudang-"]
