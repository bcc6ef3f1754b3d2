"""The proof under faults: `python -m tests.faults [--long | --night] [--write] [--seed N] [ROW …]`.

Prints the table with the seed; `--write` also leaves it in docs/reliability.md. Ends with 1 when a row failed or a
control did not.
"""

import argparse
import os
import sys
import time
from collections.abc import Iterator, Sequence
from functools import partial

from tests.faults import table
from tests.faults.finding import Finding
from tests.faults.plan import ROWS, SLOWEST, Lasted, Row, Size, run_row
from tests.faults.processes import apart
from tests.faults.shim import stand_before_the_disk
from tests.faults.warm import warm_up

WAITING = 1
"""How many more than there are processors: some of them always wait for a server or a sleep."""


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> None:
    """Run the rows, the slowest first, and print them in their order."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("rows", nargs="*", type=int)
    sizes = parser.add_mutually_exclusive_group()
    for size in (Size.LONG, Size.NIGHT):
        sizes.add_argument(f"--{size}", action="store_const", const=size, dest="size", default=Size.SHORT)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--seed", type=int, default=4)
    asked = parser.parse_args()
    stand_before_the_disk()
    start = time.monotonic()
    chosen = [row for row in ROWS if not asked.rows or row.number in asked.rows]
    _say(f"faults: seed {asked.seed}, {asked.size}, {len(chosen)} rows")
    warm_up([f"tests.faults.{row.module}" for row in chosen])
    findings: list[Finding] = []
    computing = 0.0
    for finding, lasted in _findings(chosen, asked.seed, asked.size):
        findings.append(finding)
        computing += lasted.computing_seconds
        _say(table.printed(finding, lasted))
    failed = [finding.row for finding in findings if not finding.passed]
    took = Lasted(time.monotonic() - start, computing + time.process_time())
    _say(
        f"faults: {len(findings) - len(failed)} of {len(findings)} rows hold, {took.seconds:.0f} s, "
        f"{took.computing_seconds:.0f} s of computing"
    )
    if asked.write:
        table.write(findings, asked.seed, asked.size, took)
    sys.exit(bool(failed))


def _findings(rows: Sequence[Row], seed: int, size: Size) -> Iterator[tuple[Finding, Lasted]]:
    """What came of each row, in their order."""
    slowest_first = sorted(rows, key=lambda row: SLOWEST.index(row.number) if row.number in SLOWEST else len(SLOWEST))
    works = {row: partial(run_row, row, seed, size) for row in slowest_first}
    done: dict[Row, tuple[Finding, Lasted]] = {}
    waited_for = list(rows)
    for row, answer in apart(works, (os.cpu_count() or 1) + WAITING):
        done[row] = answer or (Finding(row.number, row.module, "", "", "ended without a word", ok=False), Lasted(0, 0))
        while waited_for and waited_for[0] in done:
            yield done[waited_for.pop(0)]


if __name__ == "__main__":
    main()
