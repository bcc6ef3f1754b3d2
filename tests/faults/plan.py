"""Which experiments there are, how often each is run, and what cannot be run yet."""

import ctypes
import os
import resource
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module

from tests.faults.acts import memory, own_home
from tests.faults.finding import Finding


class Size(StrEnum):
    """How often: within a minute and a half, within half an hour, through a night."""

    SHORT = "short"
    LONG = "long"
    NIGHT = "night"


@dataclass(frozen=True, slots=True)
class Row:
    """An experiment by its number: the module with its `run(rounds, seed)`, and its rounds for every size.

    Of 23 and 24 they are a stride: every 40th call, every 24th byte, in the end each.
    """

    number: int
    module: str
    short: int
    long: int
    night: int

    def rounds(self, size: Size) -> int:
        """How often it is done."""
        return {Size.SHORT: self.short, Size.LONG: self.long, Size.NIGHT: self.night}[size]


ROWS = (
    Row(1, "kills", 300, 3000, 10_000),
    Row(2, "power_cuts", 1500, 30_000, 250_000),
    Row(3, "lesser_settings", 300, 1000, 3000),
    Row(6, "nth_call", 24, 400, 1600),
    Row(7, "unknown_commit", 12, 200, 200),
    Row(8, "full_disk", 1, 10, 20),
    Row(9, "library", 10, 10, 10),
    Row(10, "damaged_files", 1, 30, 30),
    Row(11, "lost_log", 60, 1000, 2000),
    Row(12, "random_damage", 80, 1000, 1000),
    Row(13, "reference_model", 60, 200, 5000),
    Row(14, "mutations", 1, 1, 1),
    Row(15, "many_windows", 2000, 8000, 20_000),
    Row(16, "same_key", 100, 1000, 1000),
    Row(17, "server_withdrawals", 800, 8000, 100_000),
    Row(18, "server_crash", 3, 40, 200),
    Row(19, "cut_line", 60, 600, 2000),
    Row(20, "live_copies", 15, 100, 500),
    Row(22, "failing_stick", 8, 400, 400),
    Row(23, "killed_migration", 40, 1, 1),
    Row(24, "dying_printer", 24, 1, 1),
    Row(25, "scale", 2000, 200_000, 1_000_000),
    Row(26, "clock", 1, 10, 20),
    Row(27, "reprint", 100, 1000, 1000),
    Row(28, "rounding", 100_000, 2_000_000, 10_000_000),
    Row(29, "closing_race", 40, 200, 200),
    Row(30, "tampering", 5, 40, 100),
)

SLOWEST = (13, 1, 23, 24, 3, 2, 17)
"""They begin first, so that nobody waits for the last one alone."""

NOT_BUILT = {
    21: "a restore on another machine with the recovery key only: books are not encrypted yet",
}


@dataclass(frozen=True, slots=True)
class Lasted:
    """How long an experiment took, and how long its processes and servers computed."""

    seconds: float
    computing_seconds: float


def run_row(row: Row, seed: int, size: Size) -> tuple[Finding, Lasted]:
    """Run one experiment; what it raises is a finding too. For a process that is forked for it."""
    start = time.monotonic()
    rounds = row.rounds(size)
    _adopt_orphans()
    tempfile.tempdir = str(memory() or tempfile.gettempdir())  # where servers keep their books too
    try:
        with own_home():
            found: Finding = import_module(f"tests.faults.{row.module}").run(rounds, seed)
    except Exception as error:  # noqa: BLE001  (an experiment that breaks must not hide the others)
        found = Finding(row.number, row.module, f"{rounds} rounds", "", f"{type(error).__name__}: {error}", ok=False)
    return found, Lasted(time.monotonic() - start, _computing_seconds())


_BECOME_SUBREAPER = 36


def _adopt_orphans() -> None:
    """Become the parent of whatever outlives its own, as servers do, so that their computing is counted too."""
    ctypes.CDLL(None).prctl(_BECOME_SUBREAPER, 1, 0, 0, 0)


def _computing_seconds() -> float:
    """What this process and its children computed, those of them that have ended."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in spent)
