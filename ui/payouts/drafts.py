"""The payout form, kept while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from daurulang.drafts.model import DraftKind
from daurulang.drafts.queries import KeptDraft
from daurulang.members.queries import MemberAtCounter, at_counter
from ui import tasks
from ui.drafts.keeper import DraftKeeper
from ui.payouts.presenter import TypedPayout
from ui.session import Session

if TYPE_CHECKING:
    from ui.payouts.screen import PayoutScreen


class PayoutDrafts(DraftKeeper[TypedPayout]):
    """A correction is not kept: it is begun again from what it corrects."""

    def __init__(self, screen: PayoutScreen, session: Session) -> None:
        self._payout = screen
        super().__init__(screen, session, DraftKind.PAYOUT, TypedPayout)

    def typed(self) -> tuple[str, TypedPayout] | None:
        screen, form = self._payout, self._payout.form
        if form.member is None or form.correction is not None or not screen.unsaved():
            return None
        member, amount, reference = form.member.member, screen.amount.text(), screen.reference.text()
        return form.key, TypedPayout(member.id, member.name, amount, form.method, reference)

    def words(self, draft: KeptDraft, typed: TypedPayout) -> str:
        return self.tr("An unfinished payout of {time} by {clerk}: {member}, Rp {amount}.").format(
            time=self.time_of(draft), clerk=draft.clerk, member=typed.member_name, amount=typed.amount or "0"
        )

    def resume(self, form_key: str, typed: TypedPayout) -> None:
        db = self._session.db

        def fill(member: MemberAtCounter) -> None:
            if self._payout.form.member is None:  # else somebody was typed faster than this was read
                self._payout.form.key = form_key
                self._payout.fill(typed.amount, typed.method, typed.reference, member)

        tasks.aside(self._payout, lambda: at_counter(db, typed.member_id), fill)
