"""Which experiments there are, how often each is run in short and at length, and what cannot be run yet."""

import os
import resource
import time
from dataclasses import dataclass
from importlib import import_module

from tests.faults.acts import memory_folder
from tests.faults.finding import Finding


@dataclass(frozen=True, slots=True)
class Row:
    """An experiment by its number: the module with its `run(rounds, seed)`, and its rounds."""

    number: int
    module: str
    short: int
    long: int


ROWS = (
    Row(1, "kills", 300, 10_000),
    Row(2, "power_cuts", 1500, 250_000),
    Row(3, "lesser_settings", 300, 3000),
    Row(6, "nth_call", 24, 1600),
    Row(7, "unknown_commit", 12, 200),
    Row(8, "full_disk", 1, 20),
    Row(9, "library", 10, 10),
    Row(10, "damaged_files", 1, 30),
    Row(11, "lost_log", 60, 2000),
    Row(12, "random_damage", 80, 1000),
    Row(13, "reference_model", 60, 5000),
    Row(14, "mutations", 1, 1),
    Row(15, "many_windows", 2000, 20_000),
    Row(16, "same_key", 100, 1000),
    Row(17, "server_withdrawals", 800, 100_000),
    Row(18, "server_crash", 3, 200),
    Row(19, "cut_line", 60, 2000),
    Row(20, "live_copies", 15, 500),
    Row(22, "failing_stick", 8, 400),
    Row(23, "killed_migration", 20, 1),
    Row(25, "scale", 2000, 1_000_000),
    Row(26, "clock", 1, 20),
    Row(27, "reprint", 100, 1000),
    Row(28, "rounding", 100_000, 10_000_000),
    Row(29, "closing_race", 40, 200),
    Row(30, "tampering", 5, 100),
)

SLOWEST = (1, 2, 3, 13)
"""They begin first, so that nobody waits for the last one alone."""

NOT_BUILT = {
    21: "a restore on another machine with the recovery key only: books are not encrypted yet",
    24: "a printer that dies at byte k: there is no print queue yet",
}


def run_row(row: Row, seed: int, long: bool) -> tuple[Finding, str]:
    """Run one experiment in a process of its own; what it raises is a finding too. Returns how long it took."""
    start = time.monotonic()
    rounds = row.long if long else row.short
    try:
        with memory_folder() as home:
            os.environ["DAURULANG_HOME"] = str(home)  # settings and anchors are not those of whoever runs this
            found: Finding = import_module(f"tests.faults.{row.module}").run(rounds, seed)
    except Exception as error:  # noqa: BLE001  (an experiment that breaks must not hide the others)
        found = Finding(row.number, row.module, f"{rounds} rounds", "", f"{type(error).__name__}: {error}", ok=False)
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    computing = sum(each.ru_utime + each.ru_stime for each in spent)
    return found, f"{time.monotonic() - start:.0f} s, {computing:.0f} s of them computing"
