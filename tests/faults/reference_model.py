"""Row 13: the book against a plain Python model of it, whatever is done in whatever order, on both engines."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from tests.faults.acts import fresh_book, memory_folder
from tests.faults.finding import Finding, finding
from tests.ledger.test_machine import prepare
from tests.ledger.test_machine import run as play
from tests.postgres import PostgresServer

STEPS_SHORT = 30
STEPS_LONG = 100
SHARE_OF_SERVER = 4  # games on files for one on a server, whose every book is a new database


def run(rounds: int, seed: int) -> Finding:
    """Play `rounds` games on files, and a quarter of that on a server."""
    steps = STEPS_SHORT if rounds < 1000 else STEPS_LONG
    on_server = max(1, rounds // SHARE_OF_SERVER)
    with memory_folder() as folder:
        pattern = folder / "pattern.db"
        prepare(pattern)
        paths = _paths(folder)
        play(lambda: fresh_book(pattern, next(paths)), rounds, steps, seed)
    with PostgresServer() as server:
        play(lambda: server.fresh_url(prepare), on_server, steps, seed)
    return finding(
        *(13, "the book against a reference model", "0 differences"),
        f"{rounds} games of {steps} acts on files, {on_server} on a server: deposits, payouts, reversals, the same "
        "form again, new prices, other names, opened again",
        "0 differences",
        [],
    )


def _paths(folder: Path) -> Iterator[Path]:
    """A place for every game; the ones before are still open and are left to the end."""
    return (folder / f"book {n}.db" for n in count())
