"""Ctrl+T at the counter: a scale at the end of a pseudo terminal, the real window, keys only."""

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from daurulang.config import ScaleLine
from daurulang.device_errors import ScaleRefused
from daurulang.devices.scale_frames import State
from tests.indicator import MOVING, OTHER, STILL, ZERO, Indicator
from tests.ui.desk import Desk
from ui.deposits.weighing import ScaleKey
from ui.help import HelpOverlay
from ui.wording import worded

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
READING = "Reading the scale …"


@pytest.fixture
def indicator() -> Iterator[Indicator]:
    indicator = Indicator()
    yield indicator
    indicator.pull()


@pytest.fixture
def scale(desk: Desk, indicator: Indicator) -> Indicator:
    """Plugged in, and nothing said yet; Nur stands before the counter."""
    plug_in(desk, indicator.port)
    desk.type("nur\n")
    return indicator


def plug_in(desk: Desk, port: str) -> None:
    desk.session.machine = replace(desk.session.machine, scale=ScaleLine(port))


def weigh(desk: Desk) -> None:
    desk.press(KEY.Key_T, CTRL)


def said(desk: Desk) -> str:
    """What stands under the row once the scale has answered."""
    desk.until(lambda: desk.deposit.entry.message() != READING)
    return desk.deposit.entry.message()


def gross(desk: Desk) -> str:
    return desk.deposit.entry.gross.text()


def test_the_weight_on_the_scale_comes_into_the_field(desk: Desk, scale: Indicator) -> None:
    scale.speak(STILL)
    desk.type("pet\n")
    weigh(desk)
    assert said(desk) == "1,23 kg × Rp 3.100 = Rp 3.813"
    assert gross(desk) == "1,23"
    desk.type("\n")
    (line,) = desk.deposit.form.lines
    assert (line.material_id, line.gross) == (desk.book.pet_id, 1230)


def test_a_deposit_weighed_by_the_scale_is_saved_like_a_typed_one(desk: Desk, scale: Indicator) -> None:
    scale.speak(STILL)
    desk.type("pet\n")
    weigh(desk)
    said(desk)
    desk.press(KEY.Key_F10)
    desk.type("\n")
    desk.settle()
    assert desk.balance() == 3813


def test_the_next_digit_replaces_the_weight_of_the_scale(desk: Desk, scale: Indicator) -> None:
    scale.speak(STILL)
    desk.type("pet\n")
    weigh(desk)
    said(desk)
    desk.type("7")
    assert gross(desk) == "7"


def test_a_load_that_moves_is_waited_for_and_then_said(desk: Desk, scale: Indicator) -> None:
    scale.speak(MOVING)
    desk.type("pet\n")
    weigh(desk)
    assert said(desk) == "The scale is not still yet: wait and press the key again, or type the weight."
    assert gross(desk) == ""
    desk.type("2,5\n")
    assert desk.deposit.form.lines[0].gross == 2500


def test_a_load_that_comes_to_rest_meanwhile_is_taken(desk: Desk, scale: Indicator) -> None:
    scale.speak(MOVING)
    desk.type("pet\n")
    weigh(desk)
    desk.until(lambda: scale.spoken > 5)
    scale.frame = STILL
    assert "Rp 3.813" in said(desk)


def test_a_silent_scale_is_said_after_two_seconds_and_typing_goes_on_at_once(desk: Desk, scale: Indicator) -> None:
    desk.type("pet\n")
    started = time.monotonic()
    weigh(desk)
    assert time.monotonic() - started < 0.1
    assert desk.deposit.entry.message() == READING
    assert said(desk) == "The scale does not answer: type the weight."
    assert 1.9 < time.monotonic() - started < 3.5
    assert desk.focus() is desk.deposit.entry.gross


def test_what_is_typed_meanwhile_stands(desk: Desk, scale: Indicator) -> None:
    desk.type("pet\n")
    weigh(desk)
    desk.type("4")
    scale.speak(STILL)
    desk.settle()
    assert gross(desk) == "4"
    assert "Rp 12.400" in desk.deposit.entry.message()


def test_a_line_finished_meanwhile_does_not_get_its_weight_in_the_next(desk: Desk, scale: Indicator) -> None:
    desk.type("pet\n")
    weigh(desk)
    desk.type("4\npet\n")
    scale.speak(STILL)
    desk.settle()
    assert gross(desk) == ""
    assert desk.deposit.form.lines[0].gross == 4000


def test_a_key_pressed_twice_is_one_weight(desk: Desk, scale: Indicator) -> None:
    scale.speak(STILL)
    desk.type("pet\n")
    weigh(desk)
    weigh(desk)
    weigh(desk)
    said(desk)
    desk.settle()
    assert gross(desk) == "1,23"
    assert "Rp 3.813" in desk.deposit.entry.message()


def test_the_weight_of_the_line_before_is_asked_about(desk: Desk, scale: Indicator) -> None:
    scale.speak(STILL)
    desk.type("pet\n")
    weigh(desk)
    said(desk)
    desk.type("\npet\n")
    weigh(desk)
    assert said(desk) == "1,23 kg, as in the line before: was the load changed?"
    scale.frame = OTHER
    weigh(desk)
    assert "9,87 kg ×" in said(desk)


@pytest.mark.parametrize("state", [each for each in State if each is not State.STILL])
def test_every_state_of_an_indicator_has_words_of_its_own(state: State) -> None:
    assert worded(ScaleRefused(state)) != worded(ScaleRefused("silent"))


def test_an_empty_scale_gives_no_weight(desk: Desk, scale: Indicator) -> None:
    scale.speak(ZERO)
    desk.type("pet\n")
    weigh(desk)
    assert said(desk) == "The scale shows zero: put the load on it and press the key again."


def test_a_cable_pulled_out_is_said_and_holds_nobody_up(desk: Desk, scale: Indicator) -> None:
    scale.pull()
    desk.type("pet\n")
    weigh(desk)
    assert said(desk) == "The scale's cable is not there: plug it in, or type the weight."
    desk.type("3\n")
    desk.press(KEY.Key_F10)
    desk.type("\n")
    desk.settle()
    assert desk.balance() == 9300


def test_a_driver_that_hangs_is_not_waited_for(desk: Desk, scale: Indicator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ScaleKey, "PATIENCE_MS", 100)
    desk.type("pet\n")
    weigh(desk)
    assert said(desk) == "The scale does not answer: type the weight."
    scale.speak(STILL)
    desk.settle()
    assert gross(desk) == "", "an answer that comes late is dropped"


def test_pieces_are_counted_and_not_weighed(desk: Desk, scale: Indicator) -> None:
    scale.speak(STILL)
    desk.type("kecap\n")
    weigh(desk)
    assert said(desk) == "Botol kecap is counted in pcs: type how many."
    desk.type("12\n")
    assert desk.deposit.form.lines[0].gross == 12


def test_a_weight_needs_its_material(desk: Desk, scale: Indicator) -> None:
    desk.deposit.entry.gross.setFocus()
    weigh(desk)
    assert said(desk) == "Choose a material first, then weigh."


def test_without_a_scale_the_key_says_so_and_is_shown_nowhere(desk: Desk) -> None:
    desk.type("nur\npet\n")
    weigh(desk)
    assert said(desk) == "No scale is set up (Settings, Scale): type the weight."
    assert not desk.deposit.scale.button.isVisible()
    assert "Ctrl+T" not in keys_of_help(desk)


def test_the_key_is_shown_where_there_is_a_scale(desk: Desk, scale: Indicator) -> None:
    desk.press(KEY.Key_F3)
    desk.press(KEY.Key_F2)
    assert desk.deposit.scale.button.isVisible()
    assert "Ctrl+T" in keys_of_help(desk)


def test_the_mouse_does_what_the_key_does(desk: Desk, scale: Indicator) -> None:
    scale.speak(STILL)
    desk.press(KEY.Key_F3)
    desk.press(KEY.Key_F2)
    desk.deposit.entry.start()
    desk.type("pet\n")
    QTest.mouseClick(desk.deposit.scale.button, Qt.MouseButton.LeftButton)
    said(desk)
    assert gross(desk) == "1,23"
    assert desk.focus() is desk.deposit.entry.gross


def keys_of_help(desk: Desk) -> set[str]:
    desk.press(KEY.Key_F1)
    (overlay,) = desk.window.findChildren(HelpOverlay)
    listed = set(overlay.keys())
    desk.press(KEY.Key_Escape)
    desk.until(lambda: not desk.window.findChildren(HelpOverlay))
    return listed
