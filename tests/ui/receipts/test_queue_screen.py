"""Papers that did not leave: seen at the foot and in the list, tried again by keys, posted once."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from daurulang.devices import printer
from daurulang.periods import clock_at, now_ms
from daurulang.receipts.queue import enqueue, open_jobs
from tests.ui.desk import Desk
from ui.receipts.printing import find_forgotten, tell_queue
from ui.receipts.queue_screen import PrintQueueScreen
from ui.screen import ScreenEntry

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


class Printer:
    """A printer of the system that does what its script says and keeps what it was given."""

    def __init__(self, tmp_path: Path) -> None:
        self._said = tmp_path / "said"
        self._lp = tmp_path / "bin" / "lp"
        self._lp.parent.mkdir()
        self.works()

    def works(self) -> None:
        self.does("")

    def does(self, script: str) -> None:
        """`script` runs first; what is left after it prints."""
        self._lp.write_text(f'#!/bin/sh\n{script}\nbasename "$5" >> "{self._said}"\n')
        self._lp.chmod(0o755)

    def printed(self) -> list[str]:
        return self._said.read_text().split() if self._said.exists() else []


@pytest.fixture
def machine(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Printer:
    made = Printer(tmp_path)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}/usr/bin:/bin")
    desk.session.machine = replace(desk.session.machine, printer="Kasir 58")
    entry = ScreenEntry("papers", "Print queue", "", "printer", lambda: PrintQueueScreen(desk.session), in_rail=False)
    desk.window.entries.append(entry)
    return made


def deposit(desk: Desk) -> None:
    desk.type("nur\npet\n2\n")
    desk.press(KEY.Key_F10)
    desk.type("\n")


def open_queue(desk: Desk) -> PrintQueueScreen:
    desk.press(KEY.Key_K, CTRL)
    desk.type("print queue\n")
    desk.settle()
    screen = desk.window.current_screen()
    assert isinstance(screen, PrintQueueScreen)
    return screen


def shown(screen: PrintQueueScreen) -> list[list[str]]:
    return [screen.table.model.cells(row) for row in screen.table.model.rows()]


def foot(desk: Desk) -> str:
    return desk.window.status.papers()


def test_a_paper_that_was_refused_is_tried_again_as_a_copy(desk: Desk, machine: Printer) -> None:
    machine.does("echo 'out of paper' >&2; exit 1")
    deposit(desk)
    desk.settle()
    assert foot(desk) == "1 not printed: Ctrl+K, print queue"
    screen = open_queue(desk)
    ((number, member, _time, paper, problem),) = shown(screen)
    assert (number, member, paper) == ("L1-000001", "Nur Hayati", "copy 1")
    assert "out of paper" in problem
    desk.press(KEY.Key_Return)
    desk.settle()
    assert [row[3] for row in shown(screen)] == ["copy 2"]
    machine.works()
    desk.press(KEY.Key_Return)
    desk.settle()
    assert shown(screen) == []
    assert foot(desk) == ""
    assert machine.printed() == ["L1-000001-salinan-2.pdf"]
    assert (len(desk.acts()), desk.balance()) == (1, 6_200)


def test_a_paper_whose_pdf_never_stood_is_the_original_once(desk: Desk, machine: Printer) -> None:
    desk.papers.parent.mkdir(parents=True, exist_ok=True)
    desk.papers.write_text("a file where the folder should be")
    deposit(desk)
    desk.settle()
    screen = open_queue(desk)
    assert [row[3] for row in shown(screen)] == ["original"]
    desk.papers.unlink()
    desk.press(KEY.Key_Return)
    desk.settle()
    assert shown(screen) == []
    desk.press(KEY.Key_F2)
    desk.press(KEY.Key_P, CTRL)
    desk.settle()
    assert machine.printed() == ["L1-000001.pdf", "L1-000001-salinan-1.pdf"]


def test_a_printer_that_hangs_is_given_up_and_the_job_stays(
    desk: Desk, machine: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printer, "SECONDS", 0.2)
    machine.does("sleep 5; exit 1")
    deposit(desk)
    desk.settle()
    assert foot(desk).startswith("1 not printed")
    assert desk.balance() == 6_200


def test_a_printer_that_dies_half_way_leaves_a_job(desk: Desk, machine: Printer, tmp_path: Path) -> None:
    for count, k in enumerate((0, 1, 1000), 1):
        machine.does(f'head -c {k} "$5" > "{tmp_path}/tray"; exit 3')
        deposit(desk)
        desk.settle()
        assert (tmp_path / "tray").stat().st_size == k
        assert foot(desk).startswith(f"{count} not printed")
    machine.works()
    screen = open_queue(desk)
    desk.press(KEY.Key_F10)
    desk.settle()
    assert shown(screen) == []
    assert machine.printed() == [f"L1-00000{n}-salinan-1.pdf" for n in (1, 2, 3)]
    assert desk.balance() == 3 * 6_200


def test_what_a_crash_left_waiting_is_seen_and_can_be_let_be(desk: Desk, machine: Printer) -> None:
    desk.book.deposit()
    enqueue(desk.book.db, desk.book.desk, "L1-1")
    tell_queue(desk.window, desk.session)
    desk.settle()
    assert foot(desk).startswith("1 not printed")
    screen = open_queue(desk)
    assert [row[3:] for row in shown(screen)] == [["original", "The program ended before it was printed."]]
    desk.press(KEY.Key_Delete)
    desk.settle()
    assert shown(screen) == []
    assert foot(desk) == ""
    assert open_jobs(desk.book.db, 1) == ()
    assert machine.printed() == []


def test_an_act_whose_job_was_never_noted_is_found_when_somebody_signs_in(desk: Desk, machine: Printer) -> None:
    deposit(desk)
    desk.settle()
    desk.book.deposit()  # and then the program died
    find_forgotten(desk.window, desk.session)
    desk.settle()
    assert foot(desk) == ""  # another window may be at it
    with clock_at(now_ms() + 60_000):
        find_forgotten(desk.window, desk.session)
        desk.settle()
    assert foot(desk).startswith("1 not printed")
    open_queue(desk)
    desk.press(KEY.Key_F10)
    desk.settle()
    assert foot(desk) == ""
    assert machine.printed() == ["L1-000001.pdf", "L1-000002.pdf"]
    assert len(desk.acts()) == 2


def test_a_paper_on_its_way_is_not_sent_twice(desk: Desk, machine: Printer, tmp_path: Path) -> None:
    machine.does(f'while [ ! -e "{tmp_path}/go" ]; do sleep 0.05; done')
    deposit(desk)
    desk.until(lambda: bool(desk.session.printing) and bool(desk.pdfs()))
    desk.press(KEY.Key_K, CTRL)
    desk.type("print queue\n")
    screen = desk.window.current_screen()
    assert isinstance(screen, PrintQueueScreen)
    desk.until(lambda: bool(shown(screen)))
    assert shown(screen)[0][4] == "being printed …"
    for key in (KEY.Key_Return, KEY.Key_F10, KEY.Key_Delete):
        desk.press(key)
    assert desk.notice() == "L1-000001 is being printed."
    assert foot(desk) == ""
    (tmp_path / "go").touch()
    desk.settle()
    assert machine.printed() == ["L1-000001.pdf"]
    assert open_jobs(desk.book.db, 1) == ()


def test_a_long_queue_goes_to_the_printer_at_the_second_word_only(desk: Desk, machine: Printer) -> None:
    for _ in range(PrintQueueScreen.MANY + 1):
        enqueue(desk.book.db, desk.book.desk, f"L1-{desk.book.deposit()}")
    screen = open_queue(desk)
    desk.press(KEY.Key_F10)
    desk.settle()
    assert machine.printed() == []
    assert desk.notice() == "21 papers wait. F10 once more prints all of them, Del takes off the one chosen."
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_F10)
    desk.until(lambda: not desk.session.printing)
    desk.settle()
    assert len(machine.printed()) == 21
    assert shown(screen) == []
