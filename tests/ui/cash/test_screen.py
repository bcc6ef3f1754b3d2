"""The cash box at F8, worked by keys alone."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from daurulang.cash.queries import BoxState, box_state
from daurulang.cash.service import ClosingDraft, OpeningDraft, close_session, open_session
from daurulang.closings.day import days_state
from daurulang.errors import CashDiffers
from daurulang.ledger.model import EntryKind
from daurulang.migrations.opening import open_book
from daurulang.periods import clock_at
from daurulang.verification.service import verify
from tests.book import new_key, set_up_book
from tests.ui.desk import Desk
from ui.cash.forgotten import warn_of_forgotten

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
EVENING = int(datetime(2026, 3, 10, 12, tzinfo=UTC).timestamp()) * 1000
DAY_MS = 86_400_000


class BoxDesk(Desk):
    """A counter with its box."""

    def open_cash(self) -> None:
        self.press(KEY.Key_F8)
        self.settle()

    def state(self) -> BoxState:
        return box_state(self.book.db, 1)

    def count(self, *pieces: str) -> None:
        """Type how many of each, from the largest on, and walk down to the button."""
        self.type("\n".join([*pieces, *[""] * (11 - len(pieces))]) + "\n")


@pytest.fixture
def desk(qtbot: QtBot, sqlite_place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[BoxDesk]:
    monkeypatch.setenv("DAURULANG_HOME", str(tmp_path / "home"))
    db = open_book(sqlite_place)
    with clock_at(EVENING):
        yield BoxDesk(qtbot, set_up_book(db), tmp_path / "home")
    db.close()


def opened(desk: BoxDesk) -> None:
    """300.000 in the box, the start page shown."""
    desk.open_cash()
    desk.type("\n")
    desk.count("3")
    desk.type("\n")
    desk.settle()


def test_the_box_is_opened_by_a_count(desk: BoxDesk) -> None:
    desk.open_cash()
    assert "Count what is in the box" in desk.cash.words.text()
    assert desk.cash.open_button.hasFocus()
    desk.type("\n")
    assert desk.cash.opening.edits[100_000].hasFocus()
    desk.count("2", "", "1", "2", "", "", "", "", "", "", "5")
    assert desk.cash.opening.total.value() == "Rp 290.500"
    assert desk.cash.opening.button.hasFocus()
    desk.type("\n")
    desk.settle()
    assert desk.state().is_open
    assert desk.state().acts[0].rupiah == 290_500
    assert "by Siti Aminah" in desk.cash.words.text()
    assert "open" in desk.notice()


def test_what_is_in_the_box_is_told_after_the_count_only(desk: BoxDesk) -> None:
    desk.book.deposit(31_000)
    opened(desk)
    desk.book.payout(25_000)
    cash = desk.cash
    assert "275" not in " ".join(each.text() for each in cash.findChildren(type(cash.words)))
    cash.close_button.setFocus()
    desk.type("\n")
    desk.count("2", "", "1", "1")
    desk.press(KEY.Key_F10)
    assert desk.state().is_open
    assert cash.closing.reason.hasFocus()
    assert not any(edit.isEnabled() for edit in cash.closing.edits.values())
    shown = " ".join(each.text() for each in cash.closing.findChildren(type(cash.words)) if each.isVisible())
    for figure in ("Rp 275.000", "Rp 270.000", "−Rp 5.000"):
        assert figure in shown
    desk.type("xx\n")
    desk.type("\n")
    assert "at least 3" in cash.closing.reason_field.message()
    desk.type("salah kembalian\n\n")
    desk.settle()
    act = desk.state().acts[0]
    assert (act.kind, act.rupiah, act.reason) == (EntryKind.CASH_CLOSING, -5_000, "salah kembalian")
    assert not desk.state().is_open


def test_the_count_does_not_change_once_the_book_was_seen(desk: BoxDesk) -> None:
    opened(desk)
    desk.cash.close_button.setFocus()
    desk.type("\n")
    desk.count("2")
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_Escape)
    assert desk.cash.pages.currentWidget() is not desk.cash.closing
    desk.press(KEY.Key_F2)
    desk.open_cash()
    desk.cash.close_button.setFocus()
    desk.type("\n")
    assert not desk.cash.closing.edits[100_000].isEnabled()
    assert desk.cash.closing.reason.hasFocus()
    assert desk.cash.closing.total.value() == "Rp 200.000"


def close_panel(desk: BoxDesk) -> None:
    desk.cash.close_button.setFocus()
    desk.type("\n")


def test_a_count_made_before_a_crash_is_the_one_that_is_posted(desk: BoxDesk, qtbot: QtBot, tmp_path: Path) -> None:
    opened(desk)
    close_panel(desk)
    desk.count("2", "", "1")
    desk.press(KEY.Key_F10)
    assert desk.cash.closing.reason.hasFocus()
    # The window is gone as after a power cut; nothing was closed.
    again = BoxDesk(qtbot, desk.book, tmp_path / "home")
    warn_of_forgotten(again.window, again.session)
    again.settle()
    assert "counted by Siti Aminah" in again.notice()
    again.open_cash()
    assert "and counted" in again.cash.words.text()
    close_panel(again)
    panel = again.cash.closing
    assert not any(edit.isEnabled() for edit in panel.edits.values())
    assert (panel.edits[100_000].text(), panel.total.value()) == ("2", "Rp 250.000")
    assert panel.form.expected_rupiah is None
    assert "that count stands" in panel._hint.text()
    again.press(KEY.Key_Escape)
    close_panel(again)
    again.press(KEY.Key_F10)
    again.type("uang kecil hilang\n\n")
    again.settle()
    act = again.state().acts[0]
    assert (act.kind, act.rupiah, act.reason) == (EntryKind.CASH_CLOSING, -50_000, "uang kecil hilang")
    assert not again.cash.closing.form.stands
    assert verify(again.book.db).problems == ()


def test_who_counts_anew_in_another_window_is_told_the_first_count(desk: BoxDesk) -> None:
    opened(desk)
    close_panel(desk)
    desk.count("2")
    with pytest.raises(CashDiffers):  # another window of this counter
        close_session(desk.book.db, desk.book.desk, ClosingDraft(new_key(), ((100_000, 1),)))
    desk.press(KEY.Key_F10)
    desk.settle()
    panel = desk.cash.closing
    assert panel.total.value() == "Rp 100.000"
    assert not any(edit.isEnabled() for edit in panel.edits.values())
    close_session(desk.book.db, desk.book.desk, ClosingDraft(new_key(), ((100_000, 1),), "salah hitung", 300_000))
    open_session(desk.book.db, desk.book.desk, OpeningDraft(new_key(), 100_000))
    desk.press(KEY.Key_F2)
    desk.open_cash()
    assert not panel.form.stands
    assert panel.edits[100_000].text() == ""


def test_a_count_that_agrees_closes_at_once(desk: BoxDesk) -> None:
    opened(desk)
    desk.cash.close_button.setFocus()
    desk.type("\n")
    desk.count("3")
    desk.type("\n")
    desk.settle()
    assert not desk.state().is_open
    assert desk.cash.open_button.hasFocus()


def test_nothing_counted_shows_nothing(desk: BoxDesk) -> None:
    opened(desk)
    desk.cash.close_button.setFocus()
    desk.type("\n")
    desk.press(KEY.Key_F10)
    assert "Count first" in desk.cash.closing.line.text()
    assert desk.cash.closing.form.expected_rupiah is None
    desk.type("1,5\n")
    assert "whole number" in desk.cash.closing.line.text()
    assert desk.cash.closing.edits[100_000].hasFocus()


def test_esc_asks_before_it_drops_a_count(desk: BoxDesk) -> None:
    opened(desk)
    desk.cash.close_button.setFocus()
    desk.type("\n4")
    desk.press(KEY.Key_Escape)
    assert "Esc once more" in desk.cash.closing.line.text()
    desk.press(KEY.Key_Escape)
    desk.settle()
    desk.cash.close_button.setFocus()
    desk.type("\n")
    assert desk.cash.closing.edits[100_000].text() == ""


def test_cash_is_moved_by_keys(desk: BoxDesk) -> None:
    opened(desk)
    desk.press(KEY.Key_M, CTRL)
    assert desk.cash.moving.direction.hasFocus()
    desk.press(KEY.Key_Right)
    desk.type("\n")
    desk.press(KEY.Key_Right)
    desk.type("\n50000\nbeli karung\n\n")
    desk.settle()
    act = desk.state().acts[0]
    assert (act.kind, act.rupiah, act.reason, str(act.other_side)) == (
        EntryKind.CASH_MOVEMENT,
        -50_000,
        "beli karung",
        "owner",
    )
    desk.press(KEY.Key_M, CTRL)
    desk.type("\n\n1000\nx\n")
    desk.press(KEY.Key_F10)
    assert "at least 3" in desk.cash.moving.reason_field.message()


def test_a_closed_box_moves_nothing(desk: BoxDesk) -> None:
    desk.open_cash()
    desk.press(KEY.Key_M, CTRL)
    assert "open it first" in desk.notice()


def test_a_payout_from_a_closed_box_says_what_to_do(desk: BoxDesk) -> None:
    desk.book.deposit(31_000)
    opened(desk)
    desk.cash.close_button.setFocus()
    desk.type("\n")
    desk.count("3")
    desk.type("\n")
    desk.settle()
    desk.press(KEY.Key_F3)
    desk.settle()
    desk.type("nur\n10000\n\n\n\n")
    desk.until(lambda: not desk.payout._saving)
    desk.settle()
    assert "F8" in desk.payout.confirm.message()
    assert desk.balance() == 31_000


def test_a_forgotten_box_is_asked_for(desk: BoxDesk) -> None:
    opened(desk)
    with clock_at(EVENING + DAY_MS):
        warn_of_forgotten(desk.window, desk.session)
        desk.settle()
        assert "yesterday" in desk.notice()
        desk.press(KEY.Key_F2)
        desk.open_cash()
        assert "10/03/2026" in desk.cash.words.text()
        assert desk.cash.close_button.hasFocus()
        desk.type("\n")
        desk.count("3")
        desk.type("\n")
        desk.settle()
        assert str(desk.state().acts[0].day) == "2026-03-10"
        assert desk.cash.open_button.hasFocus()


def test_the_day_is_closed_and_printed(desk: BoxDesk) -> None:
    with clock_at(EVENING - 3_600_000):
        desk.book.deposit(31_000)
    desk.open_cash()
    desk.press(KEY.Key_B, CTRL)
    desk.settle()
    desk.press(KEY.Key_F10)
    assert "nothing more can be booked today" in desk.cash.day.words.text()
    assert days_state(desk.book.db).last is None
    desk.press(KEY.Key_F10)
    desk.settle()
    assert str(days_state(desk.book.db).last) == "2026-03-10"
    assert desk.pdfs() == ["tutup-hari-2026-03-10.pdf"]
    assert not desk.cash.day.may_close()
    assert desk.cash.day.isAncestorOf(desk.focus())
    assert "L1-000001" in desk.cash.day.heads.text()
    desk.press(KEY.Key_Escape)
    desk.press(KEY.Key_F2)
    with clock_at(EVENING + DAY_MS - 3_600_000):
        desk.book.deposit(31_000)
    with clock_at(EVENING + DAY_MS):
        desk.open_cash()
        desk.press(KEY.Key_B, CTRL)
        desk.settle()
        desk.press(KEY.Key_F10)
        desk.press(KEY.Key_F10)
        desk.settle()
        page = desk.cash.day.page
        assert page is not None
        assert str(page.day) == "2026-03-11"
        desk.press(KEY.Key_PageUp)
        desk.settle()
        assert str(desk.cash.day.page and desk.cash.day.page.day) == "2026-03-10"
        desk.press(KEY.Key_P, CTRL)
        desk.settle()
        assert "2026-03-10" in desk.notice()


def test_esc_puts_the_question_of_the_day_away(desk: BoxDesk) -> None:
    with clock_at(EVENING - 3_600_000):
        desk.book.deposit(31_000)
    desk.open_cash()
    desk.press(KEY.Key_B, CTRL)
    desk.settle()
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_Escape)
    desk.press(KEY.Key_F10)
    desk.settle()
    assert days_state(desk.book.db).last is None


def test_a_day_waits_for_the_box(desk: BoxDesk) -> None:
    opened(desk)
    desk.press(KEY.Key_B, CTRL)
    desk.settle()
    assert "close it first" in desk.cash.day.words.text()
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_F10)
    desk.settle()
    assert days_state(desk.book.db).last is None
    assert QApplication.focusWidget() is not None


def test_more_pieces_than_there_can_be_are_refused_at_their_line(desk: BoxDesk) -> None:
    desk.open_cash()
    desk.type("\n")
    desk.count("100001", "2")
    desk.press(KEY.Key_F10)
    desk.settle()
    assert "too large" in desk.cash.opening.line.text()
    assert desk.cash.opening.edits[100_000].hasFocus()
    assert not desk.state().is_open
