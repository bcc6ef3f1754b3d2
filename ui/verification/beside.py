"""Recomputing the book in a process of its own: minutes of Python on a large book, and the counter works on."""

from __future__ import annotations

from daurulang.database import Database
from daurulang.verification.problems import Verification
from daurulang.verification.service import verify
from ui.processes import Progress, Workbench


def recompute(address: str, progress: Progress) -> Verification:
    """Verify the book at an address (`Database.address`); call this in a thread. What `progress` raises stops it."""
    bench = Workbench(dict)

    def told(done: int, total: int) -> None:
        try:
            progress(done, total)
        except BaseException:
            bench.close()  # it only reads, so nobody waits until it has stopped by itself
            raise

    try:
        return bench.ask(_verify, address, progress=told)
    finally:
        bench.close()


def _verify(_held: object, address: str, progress: Progress) -> Verification:
    db = Database(address)
    try:
        return verify(db, progress)
    finally:
        db.close()
