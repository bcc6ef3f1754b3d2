"""A counter that is killed again and again: `python -m tests.ledger.poster BOOK ROUNDS`.

Each round a child posts deposits and acknowledges every key on a pipe, until it is killed in the middle of something.
Printed at the end, one line each: what was acknowledged, and what was begun.
"""

import os
import random
import signal
import sys
import time

from daurulang.deposits.service import record
from daurulang.ledger.service import Desk
from daurulang.migrations.opening import open_book
from tests.ledger.test_kill import DESK, form


def post_until_killed(place: str, said: int) -> None:
    db = open_book(place)
    for n in range(1000):
        key = f"{os.getpid()}-{n}"
        os.write(said, f"begun {key}\n".encode())
        record(db, Desk(*DESK), form(key))
        os.write(said, f"saved {key}\n".encode())


def main() -> None:
    place, rounds = sys.argv[1], int(sys.argv[2])
    chance = random.Random(3)
    for n in range(rounds):
        heard, said = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(heard)
            post_until_killed(place, said)
            os._exit(1)
        os.close(said)
        with os.fdopen(heard, "rb") as pipe:
            # It is at work now, on its first deposit or on its second.
            first = b"".join(pipe.readline() for _ in range(1 + n % 2))
            time.sleep(chance.uniform(0, 0.05))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            sys.stdout.write((first + pipe.read()).decode())


if __name__ == "__main__":
    main()
