"""The payout form, kept while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from daurulang.drafts.model import DraftKind
from daurulang.drafts.queries import KeptDraft
from ui.drafts.correction import kept
from ui.drafts.keeper import DraftKeeper
from ui.payouts.presenter import TypedPayout
from ui.session import Session

if TYPE_CHECKING:
    from ui.payouts.screen import PayoutScreen


class PayoutDrafts(DraftKeeper[TypedPayout]):
    """A payout that puts another right is kept together with what it corrects."""

    def __init__(self, screen: PayoutScreen, session: Session) -> None:
        self._payout = screen
        super().__init__(screen, screen.member_box.edit, session, DraftKind.PAYOUT, TypedPayout)

    def typed(self) -> tuple[str, TypedPayout] | None:
        screen, form = self._payout, self._payout.form
        if form.member is None or not screen.unsaved():
            return None
        member, amount, reference = form.member.member, screen.amount.text(), screen.reference.text()
        correction, slip = kept(form.correction), screen.slip.slip()
        return form.key, TypedPayout(member.id, member.name, amount, form.method, reference, correction, slip)

    def idle(self) -> bool:
        return self._payout.member_box.member() is None and not self._payout.unsaved()

    def words(self, draft: KeptDraft, typed: TypedPayout) -> str:
        words = self.tr("An unfinished payout of {time} by {clerk}: {member}, Rp {amount}.")
        if typed.correction is not None:
            words = self.tr("An unfinished correction of {number}, {time} by {clerk}: {member}, Rp {amount}.")
        return words.format(
            number=typed.correction.number if typed.correction is not None else "",
            time=self.time_of(draft),
            clerk=draft.clerk,
            member=typed.member_name,
            amount=typed.amount or "0",
        )

    def resume(self, form_key: str, typed: TypedPayout) -> None:
        self._payout.fill(form_key, typed)
