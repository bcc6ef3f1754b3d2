"""Row 1: the program is killed while it posts, imports, reverses and undoes, on both engines."""

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from daurulang.deposits.service import record_part
from daurulang.ledger.service import form_of
from daurulang.migrations.opening import open_book
from tests.faults import acts
from tests.faults.acts import DESK, Day, Step, do, faults_of, fresh_book, keys_in, make_pattern, memory_folder, step_of
from tests.faults.finding import Control, Finding, finding, keep
from tests.postgres import PostgresServer

IN_ONE_BOOK = 300
PER_SERVER_KILL = 20  # kills on a file for one on a server
FEWEST_CONTROLS = 40
LONGEST_LIFE_SECONDS = 0.02  # of one that is not killed at its first acknowledgement; an act takes a quarter of it

Say = Callable[[str], None]
Work = Callable[[str, Day, Say], None]


@dataclass
class Heard:
    """What the killed processes had said."""

    kills: int = 0
    begun: dict[str, Step] = field(default_factory=dict)
    saved: set[str] = field(default_factory=set)
    unheard: int = 0
    again: int = 0
    faults: list[str] = field(default_factory=list)


def run(rounds: int, seed: int) -> Finding:
    """Kill `rounds` processes on files and a twentieth of that on a server."""
    heard = Heard()
    with memory_folder() as folder:
        pattern = folder / "pattern.db"
        make_pattern(pattern)
        for start in range(0, rounds, IN_ONE_BOOK):
            path = fresh_book(pattern, folder / "book.db")
            _kill_on(str(path), min(IN_ONE_BOOK, rounds - start), seed + start, heard)
            if heard.faults:
                kept = keep(1, seed + start, "kill", path, path.with_name("book.db-wal"))
                heard.faults.append(f"kept in {kept}")
                break
        on_file = heard.kills
        control = _control(fresh_book(pattern, folder / "control.db"), max(FEWEST_CONTROLS, rounds // 30), seed)
    with PostgresServer() as server:
        _kill_on(server.fresh_url(make_pattern), max(1, rounds // PER_SERVER_KILL), seed, heard)
    return finding(
        *(1, "kill −9 while posting, importing, reversing and undoing", "0 lost, 0 half, 0 gap"),
        f"{on_file} kills on files, {heard.kills - on_file} on a server: {len(heard.begun)} acts begun, "
        f"{len(heard.saved)} acknowledged; {heard.again} forms whose answer was not heard saved again",
        f"0 lost, 0 half, 0 gap; {heard.unheard} posted but not acknowledged, each found by its key"
        if not heard.faults
        else "",
        heard.faults,
        control,
    )


def _kill_on(place: str, rounds: int, seed: int, heard: Heard) -> None:
    begun, saved = _killed(place, rounds, seed, post_until_killed)
    db = open_book(place)
    heard.faults += faults_of(db, saved, begun)
    heard.unheard += len(keys_in(db) - saved)
    again = [begun[key] for key in sorted(begun.keys() - saved)]
    again = [step for step in again if step.kind in ("deposit", "payout", "reversal")]
    for step in again:  # whoever heard nothing saves the same form again
        do(db, step)
    heard.faults += [f"not saved again {key}" for key in {step.key for step in again} - keys_in(db)]
    heard.again += len(again)
    heard.faults += faults_of(db, saved, begun)
    db.close()
    heard.kills += rounds
    heard.begun |= {f"{place} {seed} {key}": step for key, step in begun.items()}
    heard.saved |= {f"{place} {seed} {key}" for key in saved}


def _killed(place: str, rounds: int, seed: int, work: Work) -> tuple[dict[str, Step], set[str]]:
    chance = random.Random(seed)
    begun: dict[str, Step] = {}
    saved: set[str] = set()
    for n in range(rounds):
        for line in _lines_of_a_life(place, Day(f"{seed}-{n}", random.Random(chance.random())), chance, work):
            word, _, rest = line.partition(" ")
            if word == "begun":
                step = step_of(rest)
                begun[step.key] = step
            else:
                saved.add(rest)
    return begun, saved


def _lines_of_a_life(place: str, day: Day, chance: random.Random, work: Work) -> Iterator[str]:
    """What a process says from its start until it is killed at some moment of its work."""
    listen, speak = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(listen)
            work(place, day, partial(say, speak))
        finally:
            os._exit(1)
    os.close(speak)
    with os.fdopen(listen, "rb") as pipe:
        first = pipe.readline()  # it is at work now
        if chance.random() < 0.5:
            first += pipe.readline()  # its first act has just been acknowledged
        else:
            time.sleep(chance.uniform(0, LONGEST_LIFE_SECONDS))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        yield from (first + pipe.read()).decode().splitlines()


def say(pipe: int, line: str) -> None:
    os.write(pipe, f"{line}\n".encode())


def post_until_killed(place: str, day: Day, say: Say) -> None:
    db = open_book(place)
    while True:
        step = day.next()
        say(f"begun {step.told()}")
        day.done(step, do(db, step))
        say(f"saved {step.key}")


def _hasty(place: str, day: Day, say: Say) -> None:
    """A program that says it is saved before the commit."""
    db = open_book(place)
    while True:
        step = Step(day.next().key, "deposit")
        draft = acts.deposit(step.key)
        say(f"begun {step.told()}")
        with db.transaction() as connection:
            record_part(connection, DESK, draft, form_of(draft.form_key, draft), None)
            say(f"saved {step.key}")


def _control(path: Path, rounds: int, seed: int) -> Control:
    begun, saved = _killed(str(path), rounds, seed, _hasty)
    db = open_book(path)
    lost = sum(fault.startswith("lost") for fault in faults_of(db, saved, begun))
    db.close()
    return Control("acknowledged before the commit", f"{lost} lost in {rounds} kills", lost > 0)
