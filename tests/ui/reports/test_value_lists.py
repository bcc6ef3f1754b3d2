"""Any list as an Excel file: the rows shown, in their order, with numbers that are numbers."""

import os
import time
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from daurulang.errors import FileNotWritten
from tests.ui.desk import Desk
from ui.processes import ProcessFailed, Progress, run_beside

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def rows_of(desk: Desk, name: str) -> list[tuple[object, ...]]:
    path = desk.papers.parent / "laporan" / name
    return list(load_workbook(path, data_only=True).worksheets[0].iter_rows(values_only=True))


def test_ctrl_l_takes_the_acts_of_the_day_as_they_are_shown(desk: Desk) -> None:
    yesterday = desk.session.today() - timedelta(1)
    desk.book.deposit(31_000, day=yesterday)
    desk.book.deposit(member_id=desk.book.other_id, day=yesterday)
    desk.press(KEY.Key_J, CTRL)
    desk.press(KEY.Key_PageUp)
    desk.settle()
    acts = list(desk.today.table.model.rows())
    desk.press(KEY.Key_L, CTRL)
    desk.settle()
    rows = rows_of(desk, f"harian-{yesterday}.xlsx")
    head = next(number for number, row in enumerate(rows) if row[1] == "Number")
    found = rows[head + 1 :]
    assert [row[1] for row in found] == [act.number for act in acts]
    assert [row[5] for row in found] == [act.savings_rupiah for act in acts]
    assert [round(float(str(row[4])) * 1000) for row in found] == [act.grams for act in acts]
    assert desk.notice().startswith("2 rows are in")


def test_only_what_the_filter_leaves_is_taken(desk: Desk) -> None:
    desk.book.deposit()
    desk.book.deposit(member_id=desk.book.other_id)
    desk.press(KEY.Key_J, CTRL)
    desk.settle()
    desk.type("ridwan")
    desk.press(KEY.Key_L, CTRL)
    desk.settle()
    assert desk.notice().startswith("1 rows are in")


def doubling(numbers: list[int], path: Path, progress: Progress) -> None:
    for done in range(len(numbers)):
        progress(done, len(numbers))
    path.write_text(f"{os.getpid()} {sum(numbers) * 2}")


def failing(_progress: Progress) -> None:
    raise ZeroDivisionError


def refusing(_progress: Progress) -> None:
    raise FileNotWritten("/there")


def sleeping(path: Path, _progress: Progress) -> None:
    path.touch()
    try:
        time.sleep(60)
    finally:
        path.unlink()


def test_work_runs_in_another_process_and_tells_how_far_it_is(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    run_beside(doubling, ([1, 2, 3], tmp_path / "sum"), lambda done, total: told.append((done, total)))
    process, total = (tmp_path / "sum").read_text().split()
    assert int(process) != os.getpid()
    assert int(total) == 12
    assert (0, 3) in told


def test_a_refusal_comes_back_and_a_bug_is_told_with_its_trace() -> None:
    with pytest.raises(FileNotWritten):
        run_beside(refusing, (), lambda _done, _total: None)
    with pytest.raises(ProcessFailed, match="ZeroDivisionError"):
        run_beside(failing, (), lambda _done, _total: None)


def test_work_that_says_nothing_is_stopped_too_and_cleans_up(tmp_path: Path) -> None:
    path = tmp_path / "busy"

    def stop_once_begun(_done: int, _total: int) -> None:
        if path.exists():
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_beside(sleeping, (path,), stop_once_begun)
    assert not path.exists()
