"""Row 15: eight processes save on one file at once, for as long as it takes."""

import random
import time
from functools import partial
from pathlib import Path

from daurulang.errors import UserError
from daurulang.migrations.opening import open_book
from tests.faults.acts import Step, do, faults_of, fresh_book, make_pattern, memory_folder
from tests.faults.finding import Finding, finding
from tests.faults.processes import at_once

PROCESSES = 8
LONGEST_PAUSE_SECONDS = 0.03  # of a counter that is in a great hurry


def run(rounds: int, seed: int) -> Finding:
    """Let eight processes save `rounds` forms together."""
    each = rounds // PROCESSES
    with memory_folder() as folder:
        make_pattern(folder / "pattern.db")
        path = fresh_book(folder / "pattern.db", folder / "book.db")
        works = [partial(_save, path, f"{seed}-{n}", each) for n in range(PROCESSES)]
        refused = [str(word) for words in at_once(list(works)) for word in (words if isinstance(words, list) else [])]
        db = open_book(path)
        keys = {f"{seed}-{n}-{m}" for n in range(PROCESSES) for m in range(each)}
        faults = [*refused, *faults_of(db, keys, keys)]
        db.close()
    return finding(
        *(15, "eight processes save on one file", "0 errors, 0 gaps"),
        f"{PROCESSES} × {each} deposits, {LONGEST_PAUSE_SECONDS * 500:.0f} ms apart",
        f"{len(keys)} saved, {len(refused)} refused, 0 gaps" if not faults else "",
        faults,
    )


def _save(path: Path, prefix: str, count: int) -> list[str]:
    db = open_book(path)
    refused = []
    chance = random.Random(prefix)
    for n in range(count):
        time.sleep(chance.uniform(0, LONGEST_PAUSE_SECONDS))
        try:
            do(db, Step(f"{prefix}-{n}", "deposit"))
        except UserError as error:
            refused.append(type(error).__name__)
    db.close()
    return refused
