"""Copies that are made by themselves: some seconds after the start, then after so many minutes of use."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from daurulang.config import load_machine
from daurulang.database import Database
from daurulang.errors import FileNotWritten, UserError
from daurulang.periods import Zone
from daurulang.restoration.routine import Safety, back_up, copy_now, is_away, safety_of
from daurulang.storage_errors import StorageFull
from ui import tasks
from ui.backup.words import safety_words
from ui.opening import OpenBook
from ui.widgets.card import Tone

_LANE = "backup"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Look:
    """What was found, None for a book on a server; and whether another copy is due."""

    safety: Safety | None
    due: bool


class Keeper(QObject):
    """Looks every minute; its work has a lane and a process of its own, so that no act waits for it."""

    FIRST_MS, EVERY_MS = 20_000, 60_000

    def __init__(self, frame: QWidget, book: OpenBook, zone: Zone, on_words: Callable[[str, Tone], object]) -> None:
        """`on_words` is told what the bottom line is to say."""
        super().__init__(frame)
        self._frame = frame
        self._db = book.db
        self._keeps = not book.is_sample
        self._zone = zone
        self._on_words = on_words
        self._failed = ""
        self._job: tasks.Job | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look_and_copy)
        if self._keeps:
            self.look()
            self._timer.start(self.FIRST_MS)

    def look(self) -> None:
        """Say how safe the book is now."""
        if self._keeps:
            tasks.aside(self._frame, self._found, lambda found: self._say(found.safety), self._refused, lane=_LANE)

    def back_up(self) -> None:
        """Make a copy now, as after a day was closed."""
        if not self._keeps or self._job is not None or not self._db.is_sqlite:
            return
        from ui.processes import run_beside

        address, folder = self._db.address, load_machine().backup_place
        self._job = tasks.aside(
            self._frame,
            lambda: run_beside(back_up, (address, _there(folder)), self._watch),
            lambda _none: self._made(""),
            self._refused,
            on_given_up=self._ended,
            lane=_LANE,
        )

    def copy_at_closing(self) -> None:
        """The last copy of the day, while nobody waits any more."""
        self._timer.stop()
        if not self._keeps or not self._db.is_sqlite:
            return
        try:
            copy_now(self._db, _there(load_machine().backup_place))
        except UserError:
            _log.exception("no copy was made at closing")

    def stop(self) -> None:
        """The book is given to others."""
        self._timer.stop()
        self._keeps = False
        if self._job is not None:
            self._job.cancel()
        self.deleteLater()

    def _found(self) -> _Look:
        machine = load_machine()
        if not self._db.is_sqlite:
            return _Look(None, due=False)
        # Not by the window's own connections: the book may be closed while this is asked.
        with closing(Database(self._db.address)) as db:
            safety = safety_of(db, machine.backup_place)
        return _Look(safety, safety.is_due(machine))

    def _look_and_copy(self) -> None:
        self._timer.start(self.EVERY_MS)

        def found(look: _Look) -> None:
            self._say(look.safety)
            if look.due:
                self.back_up()

        tasks.aside(self._frame, self._found, found, self._refused, lane=_LANE)

    def _say(self, safety: Safety | None) -> None:
        if self._keeps:
            trouble = self._db.anchors.trouble if self._db.anchors is not None else ""
            self._on_words(*safety_words(safety, self._zone, anchor_trouble=trouble, failed=self._failed))

    def _watch(self, _done: int, _total: int) -> None:
        if self._job is not None and self._job.cancelled():
            raise tasks.Cancelled

    def _made(self, failed: str) -> None:
        self._ended()
        self._failed = failed
        self.look()

    def _refused(self, error: UserError, _sentence: str) -> None:
        _log.warning("no copy was made: %r", error)
        if self._job is not None:
            self._made("full" if isinstance(error, StorageFull) else "other")

    def _ended(self) -> None:
        self._job = None


def _there(folder: Path) -> Path:
    if is_away(folder):
        raise FileNotWritten(str(folder))
    return folder
