"""The deposit form, kept while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from daurulang.drafts.model import DraftKind
from daurulang.drafts.queries import KeptDraft
from ui.deposits.typed import TypedDeposit
from ui.drafts.keeper import DraftKeeper
from ui.session import Session
from ui.widgets import notice

if TYPE_CHECKING:
    from ui.deposits.screen import DepositScreen


class DepositDrafts(DraftKeeper[TypedDeposit]):
    """A correction is not kept: it is begun again from what it corrects."""

    def __init__(self, screen: DepositScreen, session: Session) -> None:
        self._deposit = screen
        super().__init__(screen, session, DraftKind.DEPOSIT, TypedDeposit)

    def typed(self) -> tuple[str, TypedDeposit] | None:
        screen, form = self._deposit, self._deposit.form
        if form.member is None or form.correction is not None or not screen.unsaved():
            return None
        member, lines, cash = form.member.member, tuple(form.lines), screen.payment.cash.text()
        return form.key, TypedDeposit(member.id, member.name, lines, form.payment, cash, screen.entry.typed())

    def words(self, draft: KeptDraft, typed: TypedDeposit) -> str:
        return self.tr("An unfinished deposit of {time} by {clerk}: {member}, {count} lines.").format(
            time=self.time_of(draft), clerk=draft.clerk, member=typed.member_name, count=typed.line_count
        )

    def resume(self, form_key: str, typed: TypedDeposit) -> None:
        screen, form = self._deposit, self._deposit.form

        def begin() -> None:
            if not form.resume(form_key, typed):
                notice.warning(screen, self.tr("A material that was weighed in is no longer known; its line is gone."))

        def then() -> None:
            screen.payment.cash.setText(typed.cash)
            screen.entry.retype(typed.entry, form.offer(typed.entry.material_id, typed.entry.condition))

        screen.fill(self._session.today, typed.member_id, begin, then)
