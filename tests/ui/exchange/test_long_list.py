"""A long old book comes in beside the counter: the window never waits, and stopped anywhere the book is as before."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt

from daurulang.deposits.model import deposit
from daurulang.exchange.batches import batches
from daurulang.exchange.columns import ListKind
from daurulang.ledger.model import entry
from daurulang.materials.model import material
from daurulang.members.model import import_batch, member
from daurulang.members.queries import count_members
from tests.ui.exchange.importing import choose_kind, screen_of, step
from tests.ui.hands import CTRL, Hands
from tests.ui.test_heartbeat import LONGEST_PAUSE_MS, Heart
from ui import tasks
from ui.exchange.screen import ImportScreen

KEY = Qt.Key
ROWS, ROWS_TO_STOP = 20_000, 4_000
ROUNDS = 3
PATIENCE_MS = 180_000
GOODS = (("Kardus", 1500), ("Botol bening", 3100), ("Koran", 1200), ("Besi", 2500), ("Jerigen", 1500))


def write_old_book(path: Path, count: int) -> Path:
    """Deposits of four years by up to two thousand members."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Setoran")
    sheet.append(["Tanggal", "Nama Nasabah", "Jenis Sampah", "Berat", "Satuan", "Harga", "Subtotal"])
    for number in range(count):
        name, rupiah = GOODS[number % len(GOODS)]
        hectograms = 5 + number * 7 % 245
        day = date(2021, 1, 4) + timedelta(days=number * 1400 // count)
        who = f"Nasabah {number * 37 % 2000:04d}"
        sheet.append([day, who, name, hectograms / 10, "kg", rupiah, hectograms * rupiah // 10])
    book.save(path)
    return path


def idle(hands: Hands) -> bool:
    return not any(lane.is_busy() for lane in hands.program.frame.findChildren(tasks.Lane))


def until(hands: Hands, true: Callable[[], bool]) -> None:
    hands.qtbot.waitUntil(true, timeout=PATIENCE_MS)


def rounds_of(hands: Hands, path: Path, rounds: int) -> dict[str, list[float]]:
    """The longest pause of every act in every round: the list is opened, looked at, taken in and undone."""
    heart, pauses = Heart(), defaultdict[str, list[float]](list)

    def does(act: str, press: Callable[[], object], seen: Callable[[], bool]) -> None:
        with heart.listening():
            press()
            until(hands, lambda: seen() and idle(hands))
            hands.qtbot.wait(50)
        pauses[act].append(heart.longest_ms)

    screen = screen_of(hands)
    for number in range(1, rounds + 1):
        screen.choose.path.setText(str(path))
        screen.choose.path.setFocus()
        does("open", lambda: hands.press(KEY.Key_Return), lambda: step(hands) == 1)
        does("look", lambda: hands.press(KEY.Key_F10), lambda: step(hands) == 2)
        if number == 1:
            for _ in range(rounds):
                does("make", lambda: hands.press(KEY.Key_B, CTRL), lambda: not screen.fates.can_make())
                does("back", lambda: hands.press(KEY.Key_Escape), lambda: step(hands) == 1)
                does("look", lambda: hands.press(KEY.Key_F10), lambda: step(hands) == 2)
            does("make", lambda: hands.press(KEY.Key_B, CTRL), lambda: not screen.fates.can_make())
        for letter in "kardus 2023":
            does(f"filter {letter}", lambda letter=letter: hands.type(letter), lambda: True)  # type: ignore[misc]
        does("sort", lambda: screen.fates.table._sort_by(2), lambda: True)
        does("unfilter", lambda: hands.press(KEY.Key_Escape), lambda: True)
        does("take in", lambda: hands.press(KEY.Key_F10), lambda: step(hands) == 0)
        assert len(batches(screen._session.db)) == number
        screen.choose.table.filter.setFocus()
        hands.press(KEY.Key_Return)
        does("undo", lambda: hands.press(KEY.Key_Return), lambda: _undone(screen))
    return pauses


def _undone(screen: ImportScreen) -> bool:
    return batches(screen._session.db)[0].undone_at_ms is not None


@pytest.mark.heartbeat
def test_a_long_list_never_holds_the_window(hands: Hands, tmp_path: Path) -> None:
    old_book = write_old_book(tmp_path / "setoran.xlsx", ROWS)
    choose_kind(hands, ListKind.DEPOSITS)
    pauses = rounds_of(hands, old_book, ROUNDS)
    slow = {act: [round(each) for each in all_] for act, all_ in pauses.items() if min(all_) > LONGEST_PAUSE_MS}
    assert slow == {}, pauses


def rows_in(hands: Hands) -> list[int]:
    with screen_of(hands)._session.db.reading() as connection:
        tables = (entry, deposit, import_batch, member, material)
        return [connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0 for table in tables]


def test_stopped_at_any_step_the_book_is_as_before(hands: Hands, tmp_path: Path) -> None:
    old_book = write_old_book(tmp_path / "setoran.xlsx", ROWS_TO_STOP)
    choose_kind(hands, ListKind.DEPOSITS)
    screen = screen_of(hands)
    before = rows_in(hands)
    hands.enter(str(old_book))
    hands.press(KEY.Key_Escape)
    until(hands, lambda: idle(hands))
    assert step(hands) == 0
    hands.press(KEY.Key_Return)
    until(hands, lambda: step(hands) == 1)
    hands.press(KEY.Key_F10)
    hands.press(KEY.Key_Escape)
    until(hands, lambda: idle(hands))
    assert step(hands) == 1
    hands.press(KEY.Key_F10)
    until(hands, lambda: step(hands) == 2)
    hands.press(KEY.Key_B, CTRL)
    until(hands, lambda: screen._seen is not None)
    assert count_members(screen._session.db) == before[3]
    hands.press(KEY.Key_F10)
    far: list[int] = []
    (lane,) = hands.program.frame.findChildren(tasks.Lane, "long")
    lane._messenger.progressed.connect(lambda _job, done, _total: far.append(done))
    until(hands, lambda: any(done > 0 for done in far))
    assert screen._job is not None
    screen._job.cancel()
    until(hands, lambda: idle(hands))
    assert hands.window.notice.text() == "Stopped: nothing of setoran.xlsx was taken in."
    assert step(hands) == 2
    assert rows_in(hands) == before
    hands.press(KEY.Key_F10)
    until(hands, lambda: step(hands) == 0)
    assert rows_in(hands) == [
        before[0] + ROWS_TO_STOP,
        before[1] + ROWS_TO_STOP,
        1,
        before[3] + 2000,
        before[4] + len(GOODS),
    ]
