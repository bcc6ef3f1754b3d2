"""The proof under faults: `python -m tests.faults [--long] [--write] [--seed N] [ROW …]`.

Prints the table with the seed; `--write` also leaves it in docs/reliability.md. Ends with 1 when a row failed or a
control did not.
"""

import argparse
import sys
import time
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

from tests.faults import table
from tests.faults.finding import Finding
from tests.faults.plan import ROWS, SLOWEST, run_row

AT_ONCE = 2


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> None:
    """Run the rows, the slowest first, and print them in their order."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("rows", nargs="*", type=int)
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--seed", type=int, default=4)
    asked = parser.parse_args()
    start = time.monotonic()
    chosen = [row for row in ROWS if not asked.rows or row.number in asked.rows]
    _say(f"faults: seed {asked.seed}, {'long' if asked.long else 'short'}, {len(chosen)} rows")
    # Each in a new process: they fork, and some end in the middle of their work.
    with ProcessPoolExecutor(AT_ONCE, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        futures: dict[int, Future[tuple[Finding, str]]] = {
            row.number: pool.submit(run_row, row, asked.seed, asked.long)
            for row in sorted(chosen, key=lambda row: row.number not in SLOWEST)
        }
        findings = []
        for row in chosen:
            finding, lasted = futures[row.number].result()
            findings.append(finding)
            _say(table.printed(finding, lasted))
    failed = [finding.row for finding in findings if not finding.passed]
    _say(f"faults: {len(findings) - len(failed)} of {len(findings)} rows hold, {time.monotonic() - start:.0f} s")
    if asked.write:
        table.write(findings, asked.seed, long=asked.long)
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
