"""Keeps the form of a screen while it is typed, and offers what was left before."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Generic, TypeVar, cast

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from daurulang.drafts.model import DraftKind
from daurulang.drafts.queries import KeptDraft, open_drafts
from daurulang.drafts.service import drop, keep
from daurulang.errors import UserError
from ui import tasks
from ui.days import moment_words
from ui.drafts.strip import DraftStrip
from ui.screen import Screen
from ui.session import Session

T = TypeVar("T")
_LANE = "drafts"  # no save waits for a draft, nor a draft for a save
_log = logging.getLogger(__name__)


class DraftKeeper(QObject, Generic[T]):
    """Looks at the form now and then and writes only what changed, beside all other work.

    Each form says what is `typed`, in `words`, and how to `resume`; its frozen `content` goes through JSON unchanged.
    """

    EVERY_MS = 1500

    def __init__(self, screen: Screen, first: QWidget, session: Session, kind: DraftKind, content: type[T]) -> None:
        """`first` is where an empty form has the focus: Enter and Del answer the line there."""
        super().__init__(screen)
        self._screen, self._first, self._session, self._kind, self._content = screen, first, session, kind, content
        self._kept: tuple[str, T] | None = None
        self._failed = self._unwritten = False
        self._offered: tuple[KeptDraft, T] | None = None
        self.strip = DraftStrip()
        self.strip.resumed.connect(self._go_on)
        self.strip.dropped.connect(self._throw_away)
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(self.EVERY_MS)

    # --- what each form answers ----------------------------------------------------------------------------

    def typed(self) -> tuple[str, T] | None:
        """The form's key and what is typed under it; None while there is nothing to lose."""
        raise NotImplementedError

    def words(self, draft: KeptDraft, typed: T) -> str:
        """What is offered, in one line."""
        raise NotImplementedError

    def resume(self, form_key: str, typed: T) -> None:
        """Let the form stand as it was left, under the same key, so that it can be posted once only."""
        raise NotImplementedError

    def idle(self) -> bool:
        """Whether the form holds nothing."""
        raise NotImplementedError

    # --- what the screen asks for --------------------------------------------------------------------------

    def look(self) -> None:
        """Write the form where it is another than before; let go of one that was posted or left."""
        typed, before = self.typed(), self._kept
        if typed == before and not self._failed:
            return
        self._kept, self._failed = typed, False
        db, desk, kind = self._session.db, self._session.desk, self._kind

        def work() -> None:
            if before is not None and (typed is None or typed[0] != before[0]):
                drop(db, before[0])
            if typed is not None:
                keep(db, typed[0], kind, desk, msgspec.json.encode(typed[1]).decode())

        tasks.aside(self._screen, work, self._was_kept, self._not_kept, lane=_LANE)

    def keeps(self) -> bool:
        """Whether what is typed will be offered again: it is more than nothing, and the disk took it last time."""
        return self.typed() is not None and not self._unwritten

    def ask(self) -> None:
        """Look whether a form was left half typed at this counter, as when the screen is shown."""
        self._screen.window().installEventFilter(self)
        self._first.installEventFilter(self)  # again, so that it comes before those installed since
        self.look()
        db, counter_id, kind = self._session.db, self._session.counter.id, self._kind
        tasks.aside(self._screen, lambda: open_drafts(db, counter_id, kind), self._found, lane=_LANE)

    def refresh(self) -> None:
        """Offer it only while the form holds nothing else."""
        offered = self._offered if self.idle() else None
        self.strip.show_words("" if offered is None else self.words(*offered))

    def time_of(self, draft: KeptDraft) -> str:
        """When it was typed last."""
        return moment_words(draft.at_ms, self._session.centre.zone, self._session.today())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Del in the empty first field answer the line; a window that closes is kept at once."""
        if event.type() == QEvent.Type.Close:
            self.look()
        if event.type() != QEvent.Type.KeyPress or watched is not self._first or self.strip.isHidden():
            return False
        if isinstance(self._first, QLineEdit) and self._first.text():
            return False
        match cast("QKeyEvent", event).key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._go_on()
            case Qt.Key.Key_Delete:
                self._throw_away()
            case _:
                return False
        return True

    # --- inside --------------------------------------------------------------------------------------------

    def _found(self, drafts: Sequence[KeptDraft]) -> None:
        """The newest that can be read and is not being typed at this moment."""
        now = self.typed()
        self._offered = None
        for draft in drafts:
            content = self._read(draft)
            if content is not None and (now is None or now[0] != draft.form_key):
                self._offered = draft, content
                break
        self.refresh()

    def _read(self, draft: KeptDraft) -> T | None:
        try:
            return msgspec.json.decode(draft.content, type=self._content)
        except msgspec.DecodeError:  # kept by another version of the program
            return None

    def _go_on(self) -> None:
        if self._offered is None:
            return
        draft, content = self._offered
        self._offered = None
        self.refresh()
        self.resume(draft.form_key, content)

    def _throw_away(self) -> None:
        if self._offered is None:
            return
        db, form_key = self._session.db, self._offered[0].form_key
        self._offered = None
        self.refresh()
        tasks.aside(self._screen, lambda: drop(db, form_key), lambda _none: self.ask(), lane=_LANE)

    def _was_kept(self, _none: None) -> None:
        self._unwritten = False

    def _not_kept(self, error: UserError, _sentence: str) -> None:
        """The clerk types on; it is tried again."""
        _log.warning("a draft was not kept: %r", error)
        self._failed = self._unwritten = True
