"""Row 18: the server falls as in a power cut while a counter posts, and comes up again."""

import random
import threading
import time

import psycopg

from daurulang.database import Database
from daurulang.errors import CommitFailed, NotSaved, OutcomeUnknown
from daurulang.migrations.opening import open_book
from daurulang.storage_errors import DatabaseUnreachable
from tests.faults.acts import Day, do, faults_of, make_pattern
from tests.faults.finding import Control, Finding, finding
from tests.postgres import PostgresServer

MOST_ACTS = 60
LONGEST_PAUSE_SECONDS = 0.02
FALLS_OF_CONTROL = 6


def run(rounds: int, seed: int) -> Finding:
    """Let the server fall `rounds` times, and once more with a setting that does not wait for the disk."""
    faults: list[str] = []
    begun: set[str] = set()
    saved: set[str] = set()
    with PostgresServer() as server:
        url = _own_book(server)
        chance = random.Random(seed)
        for n in range(rounds):
            _crash(server, open_book(url), Day(f"{seed}-{n}", chance), chance, begun, saved)
            faults += _judged(url, saved, begun)
        control = _control(server, _own_book(server), chance)
    return finding(
        *(18, "the server falls as in a power cut", "0 lost"),
        f"{rounds} falls, {len(begun)} acts begun, {len(saved)} acknowledged",
        "0 lost, 0 half, 0 gaps",
        faults,
        control,
    )


def _own_book(server: PostgresServer) -> str:
    """A book made where it is: of a copied database the server forgets in a fall how far the sequences had come."""
    url = server.fresh_url()
    make_pattern(url)
    return url


def _crash(
    server: PostgresServer, db: Database, day: Day, chance: random.Random, begun: set[str], saved: set[str]
) -> None:
    others: list[Exception] = []

    def post_until_it_falls() -> None:
        while True:
            step = day.next()
            begun.add(step.key)
            try:
                day.done(step, do(db, step))
            except (DatabaseUnreachable, OutcomeUnknown, CommitFailed, NotSaved):
                return
            except Exception as error:  # noqa: BLE001  (a thread keeps what it raises to itself)
                others.append(error)
                return
            saved.add(step.key)

    thread = threading.Thread(target=post_until_it_falls)
    thread.start()
    enough = len(saved) + chance.randint(3, MOST_ACTS)
    while thread.is_alive() and len(saved) < enough:
        time.sleep(0.001)
    time.sleep(chance.uniform(0, LONGEST_PAUSE_SECONDS))
    server.stop("immediate")
    thread.join()
    db.close()
    server.start()
    if others:
        raise others[0]


def _judged(url: str, saved: set[str], begun: set[str]) -> list[str]:
    db = open_book(url)
    faults = faults_of(db, saved, begun)
    db.close()
    return faults


def _control(server: PostgresServer, url: str, chance: random.Random) -> Control:
    with psycopg.connect(url, autocommit=True) as other:
        other.execute("ALTER SYSTEM SET synchronous_commit = off")
        other.execute("ALTER SYSTEM SET wal_writer_delay = '10s'")
        other.execute("SELECT pg_reload_conf()")
    begun: set[str] = set()
    saved: set[str] = set()
    lost = 0
    for n in range(FALLS_OF_CONTROL):  # what was written and not synced outlives this fall, so that little is lost
        _crash(server, open_book(url), Day(f"control {n}", chance), chance, begun, saved)
        lost = sum(fault.startswith("lost") for fault in _judged(url, saved, begun))
        if lost:
            break
    return Control("synchronous_commit = off", f"{lost} of {len(saved)} lost", lost > 0)
