"""Row 20: copies are made while a counter posts; each must hold what had been acknowledged, and be sound."""

import os
import random
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from daurulang.backup.copying import backup
from daurulang.migrations.opening import open_book
from daurulang.storage_errors import DatabaseRefused
from tests.faults.acts import Day, faults_of, fresh_book, make_pattern, memory_folder, step_of
from tests.faults.finding import Control, Finding, finding, keep
from tests.faults.kills import post_until_killed, say


def run(rounds: int, seed: int) -> Finding:
    """Make `rounds` copies by the program, and as many by copying the files."""
    chance = random.Random(seed)
    faults: list[str] = []
    bad_copies = 0
    with memory_folder() as folder:
        make_pattern(folder / "pattern.db")
        path = fresh_book(folder / "pattern.db", folder / "book.db")
        counter = Counter(path, seed)
        db = open_book(path)
        copies = folder / "copies"
        copies.mkdir()
        for n in range(rounds):
            time.sleep(chance.uniform(0, 0.05))
            saved = counter.saved()
            plain = Path(shutil.copy(path, copies / f"plain {n}.db"))
            made = backup(db, copies / f"{n}.db").path
            with counter.asleep():
                told = _judged(made, saved, counter.begun())
                bad_copies += bool(_judged(plain, saved, counter.begun()))
            if told:
                faults += [*told, f"kept in {keep(20, seed, f'copy {n}', made)}"]
        counter.kill()
        db.close()
        acknowledged = len(counter.saved())
    return finding(
        *(20, "copies made while a counter posts", "100 % verify"),
        f"{rounds} copies beside {acknowledged} acknowledged acts",
        "each sound, each with everything acknowledged before it",
        faults,
        Control("the file copied as any other", f"{bad_copies} of {rounds} bad", bad_copies > 0),
    )


class Counter:
    """A process that posts until it is killed; what it says is read as it comes."""

    def __init__(self, path: Path, seed: int) -> None:
        listen, speak = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            try:
                post_until_killed(str(path), Day("live", random.Random(seed)), lambda line: say(speak, line))
            finally:
                os._exit(1)
        os.close(speak)
        os.set_blocking(listen, False)
        self._listen = listen
        self._heard = b""

    def _lines(self) -> list[str]:
        while True:
            try:
                part = os.read(self._listen, 1 << 16)
            except BlockingIOError:
                break
            if not part:
                break
            self._heard += part
        return self._heard.decode().rpartition("\n")[0].splitlines()

    def saved(self) -> set[str]:
        """What it has acknowledged by now."""
        return {line.removeprefix("saved ") for line in self._lines() if line.startswith("saved ")}

    def begun(self) -> set[str]:
        """What it has begun by now."""
        return {step_of(line.removeprefix("begun ")).key for line in self._lines() if line.startswith("begun ")}

    @contextmanager
    def asleep(self) -> Iterator[None]:
        """Let it do nothing while its copies are judged."""
        os.kill(self._child, signal.SIGSTOP)
        yield
        os.kill(self._child, signal.SIGCONT)

    def kill(self) -> None:
        """End it."""
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)


def _judged(copy: Path, saved: set[str], begun: set[str]) -> list[str]:
    try:
        db = open_book(copy)
    except DatabaseRefused as refused:
        return [type(refused).__name__]
    try:
        return faults_of(db, saved, begun)
    except DatabaseRefused as refused:
        return [type(refused).__name__]
    finally:
        db.close()
