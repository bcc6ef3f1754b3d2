"""Row 2: the power goes at any moment, and the disk keeps what it had synced and any of the rest."""

import hashlib
import random
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from daurulang.config import Machine, save_machine
from daurulang.database import Database
from daurulang.migrations.opening import open_book
from daurulang.storage_errors import DatabaseRefused
from tests.faults.acts import faults_of, make_pattern, memory_folder
from tests.faults.crash_states import State, calls_of, states
from tests.faults.finding import Finding, finding, keep
from tests.faults.shim import build, run_under

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
    verdicts: dict[bytes, tuple[bool, bool]] = field(default_factory=dict)


@dataclass
class Window:
    """Opens one state after the other at the same place. Every tenth is opened as the program starts; the others by a
    new connection of the same engine, which spares it compiling its statements anew.
    """

    folder: Path
    count: int = 0
    db: Database | None = None

    def put(self, files: dict[str, bytes]) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        for name, content in files.items():
            (self.folder / name).write_bytes(content)

    @contextmanager
    def opened(self) -> Iterator[Database]:
        if self.db is None or self.count % 10 == 0:
            self.db = open_book(self.folder / "book.db", create=False)
        self.count += 1
        try:
            yield self.db
        finally:
            self.db.close()


def run(rounds: int, seed: int) -> Finding:
    """Judge `rounds` states of the program's own settings."""
    came = replay(2, SETTINGS, rounds, STATES_OF_RECORDING if rounds < 10_000 else 5000, seed)
    return finding(
        *(2, "power cuts replayed from the recorded writes, the program's settings", "0 lost, 0 unreadable"),
        f"{came.states} states after crashes, {len(came.verdicts)} of them different, of {came.acts} recorded acts "
        f"({came.calls} calls to the disk)",
        f"{came.losing} with something lost, {came.unreadable} unreadable",
        came.faults,
    )


def replay(row: int, settings: Sequence[str], rounds: int, per_recording: int, seed: int) -> Came:
    """Record work under each setting in turn, and judge the states that crashes may leave of it."""
    came = Came()
    with memory_folder() as folder:
        library = build(folder)
        make_pattern(folder / "pattern.db")
        # The anchors lie beside the book, so that their writes are among the recorded ones.
        work, log = folder / "work", folder / "log"
        save_machine(Machine(anchor_folder=str(work)))
        for n in range(-(-rounds // per_recording)):
            setting = settings[n % len(settings)]
            work.mkdir()
            shutil.copy(folder / "pattern.db", work / "book.db")
            base = {"book.db": (work / "book.db").read_bytes()}
            run_under(library, "recorded", str(work), str(log), str(seed + n), str(ACTS), setting)
            calls = calls_of(log)
            log.unlink()
            came.acts += ACTS
            came.calls += len(calls)
            chance = random.Random(seed + n)
            window = Window(work)
            for state in states(base, calls, min(per_recording, rounds - came.states), chance):
                _judge(state, window, came, row, seed + n)
            shutil.rmtree(work)
    return came


def _judge(state: State, window: Window, came: Came, row: int, seed: int) -> None:
    """Judge a state, or remember how the very same one was judged."""
    came.states += 1
    same = _fingerprint(state)
    if same not in came.verdicts:
        faults = _faults(state, window)
        unreadable = any(not fault.startswith(("lost", "entries_lost")) for fault in faults)
        came.verdicts[same] = any(fault.startswith("lost") for fault in faults), unreadable
        if faults and not came.faults:
            window.put(state.files)
            kept = keep(row, seed, f"state {came.states}", *(window.folder / name for name in state.files))
            came.faults.append(f"kept in {kept}")
        came.faults += faults
    losing, unreadable = came.verdicts[same]
    came.losing += losing
    came.unreadable += unreadable


def _fingerprint(state: State) -> bytes:
    whole = hashlib.sha256(repr((sorted(state.saved), len(state.begun))).encode())
    for name, content in sorted(state.files.items()):
        whole.update(f"{name} {len(content)} ".encode() + content)
    return whole.digest()


def _faults(state: State, window: Window) -> list[str]:
    window.put(state.files)
    try:
        with window.opened() as db:
            return faults_of(db, state.saved, state.begun)
    except DatabaseRefused as refused:
        return [type(refused).__name__]
