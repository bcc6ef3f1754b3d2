"""Undoing an act that has no member: a load, a batch, a sale, an expense."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.ledger.queries import number_of
from daurulang.staff.queries import StaffMember
from ui import tasks
from ui.corrections.approval import ApprovalForm, Work
from ui.corrections.correction import approvers_of
from ui.session import Session
from ui.widgets.card import Facts, Rule, Text


@dataclass(frozen=True, slots=True)
class PlainAct:
    """An act as it is asked about before it is undone: what it was in one line, then its figures."""

    entry_id: int
    number: str
    words: str
    facts: Sequence[tuple[str, str]]


class ActReversal(ApprovalForm):
    """`ask` shows an act; F10 reverses it once somebody else has approved it with the PIN."""

    begun = Signal()
    """The act stands in the form: show it."""

    reversed = Signal(str, str)
    """The numbers of the reversal that was posted and of what it undid."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._act: PlainAct | None = None
        self._who = Text("", "strong")
        self._who.setWordWrap(True)
        self._what = Facts()
        super().__init__(session, (self._who, self._what, Rule()), parent)

    def ask(self, act: PlainAct) -> None:
        """Read who may approve, then show what is to be undone, with the focus in the reason."""
        db, clerk = self._session.db, self._session.clerk

        def begin(approvers: tuple[StaffMember, ...]) -> None:
            self._act = act
            self._who.setText(act.words)
            self._what.show_facts(list(act.facts))
            self.begun.emit()
            title = self.tr("Reverse {number}").format(number=act.number)
            self._ask(act.entry_id, approvers, title, self.tr("Reverse"))

        tasks.perform(self, lambda: approvers_of(db, clerk), begin)

    def _work(self) -> Work:
        db, desk = self._session.db, self._session.desk

        def work(draft: ReversalDraft) -> str:
            return number_of(db, reverse(db, desk, draft))

        return work

    def _done(self, answer: str) -> None:
        undone = self._act.number if self._act is not None else ""
        self.close_form()
        self.reversed.emit(answer, undone)
