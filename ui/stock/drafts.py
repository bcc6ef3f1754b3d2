"""The forms of loads, batches, sales and the landfill, kept while they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from daurulang.drafts.model import DraftKind
from daurulang.drafts.queries import KeptDraft
from ui.drafts.keeper import DraftKeeper
from ui.session import Session
from ui.stock.typed import TypedAct

if TYPE_CHECKING:
    from ui.stock.act_screen import ActScreen

translate = QCoreApplication.translate


class ActDrafts(DraftKeeper[TypedAct[Any]]):
    """One for each screen."""

    def __init__(self, screen: ActScreen[Any, Any], first: QWidget, session: Session, kind: DraftKind) -> None:
        self._act = screen
        super().__init__(screen, first, session, kind, TypedAct[screen.LINE])  # type: ignore[name-defined]

    def typed(self) -> tuple[str, TypedAct[Any]] | None:
        return self._act.typed()

    def idle(self) -> bool:
        return self._act.idle()

    def words(self, draft: KeptDraft, typed: TypedAct[Any]) -> str:
        words = {
            DraftKind.LOAD: translate("ActDrafts", "An unfinished load of {time} by {clerk}: {party}, {count} lines."),
            DraftKind.BATCH: translate("ActDrafts", "An unfinished batch of {time} by {clerk}: {count} lines."),
            DraftKind.SALE: translate("ActDrafts", "An unfinished sale of {time} by {clerk}: {party}, {count} lines."),
        }.get(draft.kind, translate("ActDrafts", "Unfinished, for the landfill, {time} by {clerk}: {count} lines."))
        party = typed.party or "–"
        return words.format(time=self.time_of(draft), clerk=draft.clerk, party=party, count=typed.line_count)

    def resume(self, form_key: str, typed: TypedAct[Any]) -> None:
        self._act.resume(form_key, typed)
