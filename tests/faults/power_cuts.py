"""Row 2: the power goes at any moment, and the disk keeps what it had synced and any of the rest."""

import hashlib
import random
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from daurulang.config import Machine, save_machine
from daurulang.migrations.opening import open_book
from daurulang.storage_errors import DatabaseRefused
from tests.faults.acts import Found, look_into, make_pattern, memory_folder
from tests.faults.crash_states import State, calls_of, states
from tests.faults.finding import Finding, finding, keep
from tests.faults.processes import at_once
from tests.faults.recorded import record

ACTS = 25
STATES_OF_RECORDING = 500
SETTINGS = ("product", "product, checkpoint every 20 pages", "product")


@dataclass
class Came:
    """What came out of the states of one setting."""

    states: int = 0
    acts: int = 0
    calls: int = 0
    losing: int = 0
    unreadable: int = 0
    faults: list[str] = field(default_factory=list)


class Judge:
    """Opens the files of a crash as the program starts, and looks at everything in them.

    Many crashes leave the same bytes, and of those that differ the engine makes the same book with the same anchors:
    neither is looked into twice.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.of_files: dict[bytes, Found | str] = {}
        self.of_books: dict[bytes, Found | str] = {}

    def found(self, files: Mapping[str, bytes]) -> Found | str:
        """What is in the book, or the name of its refusal."""
        same = _fingerprint(files)
        if same not in self.of_files:
            self.put(files)
            self.of_files[same] = self._opened()
        return self.of_files[same]

    def put(self, files: Mapping[str, bytes]) -> list[Path]:
        """Let the folder hold these files and no others."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        for name, content in files.items():
            (self.folder / name).write_bytes(content)
        return list(self.folder.iterdir())

    def _opened(self) -> Found | str:
        try:
            db = open_book(self.folder / "book.db", create=False)  # moves the log into the file
        except DatabaseRefused as refused:
            return type(refused).__name__
        try:
            left = {path.name: path.read_bytes() for path in self.folder.iterdir() if not path.name.endswith("-shm")}
            same = _fingerprint(left)
            if same not in self.of_books:
                self.of_books[same] = look_into(db)
            return self.of_books[same]
        except DatabaseRefused as refused:
            return type(refused).__name__
        finally:
            db.close()


def _fingerprint(files: Mapping[str, bytes]) -> bytes:
    whole = hashlib.sha256()
    for name, content in sorted(files.items()):
        whole.update(f"{name} {len(content)} ".encode() + content)
    return whole.digest()


def run(rounds: int, seed: int) -> Finding:
    """Judge `rounds` states of the program's own settings."""
    came, judge = replay(2, SETTINGS, rounds, STATES_OF_RECORDING if rounds < 10_000 else 5000, seed)
    return finding(
        *(2, "power cuts replayed from the recorded writes, the program's settings", "0 lost, 0 unreadable"),
        f"{came.states} states after crashes of {came.acts} recorded acts ({came.calls} calls to the disk), "
        f"{len(judge.of_files)} of them different, of which the engine made {len(judge.of_books)} books",
        f"{came.losing} with something lost, {came.unreadable} unreadable",
        came.faults,
    )


def replay(row: int, settings: Sequence[str], rounds: int, per_recording: int, seed: int) -> tuple[Came, Judge]:
    """Record work under each setting in turn, and judge the states that crashes may leave of it."""
    came = Came()
    with memory_folder() as folder:
        # The anchors lie beside the book, so that their writes are among the recorded ones.
        work, log = folder / "work", folder / "log"
        save_machine(Machine(anchor_folder=str(work)))
        make_pattern(folder / "pattern.db")
        judge = Judge(work)
        for n in range(-(-rounds // per_recording)):
            base = {"book.db": (folder / "pattern.db").read_bytes()}
            judge.put(base)
            at_once([partial(record, work, log, seed + n, ACTS, settings[n % len(settings)])])
            calls = calls_of(log)
            log.unlink()
            came.acts += ACTS
            came.calls += len(calls)
            for state in states(base, calls, min(per_recording, rounds - came.states), random.Random(seed + n)):
                _judge(state, judge, came, row, seed + n)
    return came, judge


def _judge(state: State, judge: Judge, came: Came, row: int, seed: int) -> None:
    came.states += 1
    found = judge.found(state.files)
    faults = [found] if isinstance(found, str) else found.faults(state.saved, state.begun)
    if faults and not came.faults:
        came.faults.append(f"kept in {keep(row, seed, f'state {came.states}', *judge.put(state.files))}")
    came.faults += faults
    came.losing += any(fault.startswith("lost") for fault in faults)
    came.unreadable += any(not fault.startswith(("lost", "entries_lost")) for fault in faults)
