"""A process that stays holds what one work leaves for the next, is stopped between two rows, and may die."""

import os
import time
from collections.abc import Iterator

import pytest

from daurulang.errors import FileNotWritten
from ui.processes import ProcessFailed, Progress, Workbench


@pytest.fixture
def bench() -> Iterator[Workbench]:
    bench = Workbench(list)
    yield bench
    bench.close()


def keep(held: list[int], number: int, _progress: Progress) -> tuple[int, ...]:
    held.append(number)
    return tuple(held)


def refuse(_held: list[int], _progress: Progress) -> None:
    raise FileNotWritten("/laporan.pdf")


def fail(_held: list[int], _progress: Progress) -> None:
    raise ZeroDivisionError


def go_on(held: list[int], seconds: int, progress: Progress) -> str:
    held.append(0)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        progress(1, 2)
        time.sleep(0.01)
    return "done"


def say_nothing(_held: list[int], _progress: Progress) -> str:
    time.sleep(0.5)
    return "done"


def die(_held: list[int], _progress: Progress) -> None:
    os._exit(1)


def on(_done: int, _total: int) -> None:
    """No wish to stop."""


def stop(done: int, _total: int) -> None:
    if done:
        raise KeyboardInterrupt


def stop_at_once(_done: int, _total: int) -> None:
    raise KeyboardInterrupt


def test_one_work_finds_what_the_other_left(bench: Workbench) -> None:
    assert bench.ask(keep, 1, progress=on) == (1,)
    assert bench.ask(keep, 2, progress=on) == (1, 2)


def test_refusals_and_bugs_come_back_and_nothing_is_lost(bench: Workbench) -> None:
    bench.ask(keep, 1, progress=on)
    with pytest.raises(FileNotWritten):
        bench.ask(refuse, progress=on)
    with pytest.raises(ProcessFailed, match="ZeroDivisionError"):
        bench.ask(fail, progress=on)
    assert bench.ask(keep, 2, progress=on) == (1, 2)


def test_stopped_work_ends_and_what_is_held_stays(bench: Workbench) -> None:
    with pytest.raises(KeyboardInterrupt):
        bench.ask(go_on, 60, progress=stop)
    assert bench.ask(keep, 2, progress=on) == (0, 2)


def test_work_that_was_over_before_the_stop_counts_as_done(bench: Workbench) -> None:
    assert bench.ask(say_nothing, progress=stop_at_once) == "done"
    assert bench.ask(keep, 1, progress=on) == (1,)


def test_a_process_that_died_is_told_and_another_begins(bench: Workbench) -> None:
    bench.ask(keep, 1, progress=on)
    with pytest.raises(ProcessFailed):
        bench.ask(die, progress=on)
    assert not bench.is_open()
    assert bench.ask(keep, 2, progress=on) == (2,)
