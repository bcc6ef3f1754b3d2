"""Row 26: the clock of the machine jumps; numbers go on, the chain holds, and nothing is dated anew."""

import random

from daurulang import periods
from daurulang.errors import ReversalRefused
from daurulang.migrations.opening import open_book
from tests.faults.acts import Day, do, faults_of, fresh_book, make_pattern, memory_folder
from tests.faults.finding import Finding, finding

DAY_MS = 86_400_000
START_MS = 1_795_000_000_000
JUMPS = {
    "five minutes back": -300_000,
    "an hour back": -3_600_000,
    "three days back": -3 * DAY_MS,
    "to 2020": 1_577_836_800_000 - START_MS,
    "two years back": -730 * DAY_MS,
    "a day on": DAY_MS,
    "400 days on": 400 * DAY_MS,
    "to 2038": 2_147_483_647_000 - START_MS,
}
BEFORE, AFTER = 10, 10


def run(rounds: int, seed: int) -> Finding:
    """Work, let the clock jump, work, and let it jump back, for every jump `rounds` times."""
    faults: list[str] = []
    refused = 0
    with memory_folder() as folder:
        with periods.clock_at(START_MS):
            make_pattern(folder / "pattern.db")
        for n in range(rounds):
            for name, jump in JUMPS.items():
                db = open_book(fresh_book(folder / "pattern.db", folder / "book.db"))
                day = Day(f"{n}", random.Random(seed + n))
                keys = set()
                for at_ms in [START_MS] * BEFORE + [START_MS + jump] * AFTER + [START_MS + 1000] * BEFORE:
                    with periods.clock_at(at_ms):
                        step = day.next()
                        try:
                            day.done(step, do(db, step))
                            keys.add(step.key)
                        except ReversalRefused:  # of an act that the clock says is yet to come
                            refused += 1
                faults += [f"{name}: {fault}" for fault in faults_of(db, keys, keys)]
                with db.reading() as connection:
                    numbers = list(
                        connection.exec_driver_sql(
                            "SELECT sequence FROM entry WHERE counter_id = 1 ORDER BY id"
                        ).scalars()
                    )
                if numbers != list(range(1, len(numbers) + 1)):
                    faults.append(f"{name}: numbers {numbers}")
                db.close()
    return finding(
        *(26, "the clock jumps while work goes on", "numbers rise, nothing dated anew"),
        f"{len(JUMPS)} jumps × {rounds}: {', '.join(JUMPS)}",
        f"numbers rise by one, every chain holds; {refused} reversals of what is yet to come refused",
        faults,
    )
