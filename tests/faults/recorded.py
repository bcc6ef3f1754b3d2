"""A counter whose writes are written down; what it begins and acknowledges goes to a file among them."""

import os
import random
from pathlib import Path
from typing import Any

from sqlalchemy import event

from daurulang import periods
from daurulang.database import Database
from daurulang.migrations.opening import open_book
from tests.faults.acts import Day, do
from tests.faults.shim import Disk

SETTINGS = {
    "product": (),
    "product, checkpoint every 20 pages": ("wal_autocheckpoint=20",),
    "WAL + NORMAL": ("synchronous=NORMAL",),
    "DELETE + FULL": ("journal_mode=DELETE", "synchronous=FULL"),
    "OFF": ("synchronous=OFF",),
}
REOPEN_EVERY = 7


def record(folder: Path, log: Path, seed: int, acts: int, setting: str) -> None:
    """Work on FOLDER/book.db until the power goes: the process is to end without closing anything."""
    Disk(folder, os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND))
    acks = os.open(folder / "acks", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    day = Day(f"{seed}", random.Random(seed))
    db = _open(folder / "book.db", setting)
    with periods.clock_at(1_795_000_000_000):
        for n in range(acts):
            if n and n % REOPEN_EVERY == 0:
                db.close()
                db = _open(folder / "book.db", setting)
            step = day.next()
            os.write(acks, f"begun {step.key}\n".encode())
            day.done(step, do(db, step))
            os.write(acks, f"saved {step.key}\n".encode())


def _open(path: Path, setting: str) -> Database:
    pragmas = SETTINGS[setting]
    if not pragmas:
        return open_book(path)
    db = Database(path)

    @event.listens_for(db.engine, "connect")
    def change(raw: Any, _record: object) -> None:
        for pragma in pragmas:
            raw.execute(f"PRAGMA {pragma}").close()

    return db
