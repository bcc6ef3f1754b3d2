"""Row 13: the book against a plain Python model of it, whatever is done in whatever order, on both engines."""

from functools import partial

from tests.faults.acts import fresh_book, memory_folder
from tests.faults.finding import Finding, finding
from tests.ledger.test_machine import prepare
from tests.ledger.test_machine import run as play
from tests.postgres import PostgresServer

STEPS_SHORT = 30
STEPS_LONG = 100
MANY = 100  # games
ON_ONE_SERVER = 50  # each leaves a database there
SHARE_OF_SERVER = 4  # games on files for one on a server, whose every book is a new database


def run(rounds: int, seed: int) -> Finding:
    """Play `rounds` games on files, and a quarter of that on a server."""
    steps = STEPS_SHORT if rounds < MANY else STEPS_LONG
    on_server = max(1, rounds // SHARE_OF_SERVER)
    with memory_folder() as folder:
        pattern = folder / "pattern.db"
        prepare(pattern)
        play(lambda: fresh_book(pattern, folder / "book.db"), rounds, steps, seed)
    for start in range(0, on_server, ON_ONE_SERVER):
        with PostgresServer() as server:
            prepared = partial(server.fresh_url, prepare)
            play(prepared, min(ON_ONE_SERVER, on_server - start), steps, seed + start)
    return finding(
        *(13, "the book against a reference model", "0 differences"),
        f"{rounds} games of {steps} acts on files, {on_server} on a server: deposits, payouts, reversals, the same "
        "form again, new prices, other names, opened again",
        "0 differences",
        [],
    )
