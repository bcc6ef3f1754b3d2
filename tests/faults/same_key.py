"""Row 16: eight processes save the same forms at once; each is posted once, and all hear the same answer."""

from functools import partial
from pathlib import Path

from daurulang.migrations.opening import open_book
from tests.faults.acts import Step, do, faults_of, fresh_book, keys_in, make_pattern, memory_folder
from tests.faults.finding import Control, Finding, finding
from tests.faults.processes import at_once

PROCESSES = 8
OF_CONTROL = 10


def run(rounds: int, seed: int) -> Finding:
    """Let eight processes save the same `rounds` forms."""
    with memory_folder() as folder:
        make_pattern(folder / "pattern.db")
        path = fresh_book(folder / "pattern.db", folder / "book.db")
        keys = [f"{seed}-{n}" for n in range(rounds)]
        answers = at_once([partial(_save, path, keys, "", backwards=n % 2 == 1) for n in range(PROCESSES)])
        db = open_book(path)
        faults = faults_of(db, keys, keys)
        faults += [f"process {n} heard other answers" for n, answer in enumerate(answers) if answer != answers[0]]
        rows = len(keys_in(db))
        if rows != rounds:
            faults.append(f"{rows} rows")
        db.close()
        path = fresh_book(folder / "pattern.db", folder / "control.db")
        at_once([partial(_save, path, keys[:OF_CONTROL], f"window {n} ", backwards=False) for n in range(PROCESSES)])
        db = open_book(path)
        of_control = len(keys_in(db))
        db.close()
    return finding(
        *(16, "the same form saved by eight processes", f"{rounds} rows, the same answers"),
        f"{PROCESSES} × the same {rounds} keys",
        f"{rows} rows, the same answers",
        faults,
        Control("each window makes its own key", f"{of_control} rows of {OF_CONTROL} forms", of_control > OF_CONTROL),
    )


def _save(path: Path, keys: list[str], prefix: str, *, backwards: bool) -> dict[str, int]:
    db = open_book(path)
    answers = {key: do(db, Step(f"{prefix}{key}", "deposit")) for key in (keys[::-1] if backwards else keys)}
    db.close()
    return answers
