"""The deposit form, kept while it is typed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from daurulang.drafts.model import DraftKind
from daurulang.drafts.queries import KeptDraft
from daurulang.errors import MemberInactive
from daurulang.members.queries import at_counter
from ui import tasks
from ui.corrections.correction import Correction, form_day
from ui.deposits.typed import TypedDeposit
from ui.drafts.correction import found, kept
from ui.drafts.keeper import DraftKeeper
from ui.session import Session
from ui.widgets import notice

if TYPE_CHECKING:
    from ui.deposits.screen import DepositScreen


class DepositDrafts(DraftKeeper[TypedDeposit]):
    """A deposit that puts another right is kept together with what it corrects."""

    def __init__(self, screen: DepositScreen, session: Session) -> None:
        self._deposit = screen
        super().__init__(screen, screen.member_box.edit, session, DraftKind.DEPOSIT, TypedDeposit)

    def typed(self) -> tuple[str, TypedDeposit] | None:
        screen, form = self._deposit, self._deposit.form
        if form.member is None or not screen.unsaved():
            return None
        member, cash, entry = form.member.member, screen.payment.cash.text(), screen.entry.typed()
        lines, correction, slip = tuple(form.lines), kept(form.correction), screen.slip.slip()
        return form.key, TypedDeposit(member.id, member.name, lines, form.payment, cash, entry, correction, slip)

    def idle(self) -> bool:
        return self._deposit.member_box.member() is None and not self._deposit.unsaved()

    def words(self, draft: KeptDraft, typed: TypedDeposit) -> str:
        words = self.tr("An unfinished deposit of {time} by {clerk}: {member}, {count} lines.")
        if typed.correction is not None:
            words = self.tr("An unfinished correction of {number}, {time} by {clerk}: {member}, {count} lines.")
        return words.format(
            number=typed.correction.number if typed.correction is not None else "",
            time=self.time_of(draft),
            clerk=draft.clerk,
            member=typed.member_name,
            count=typed.line_count,
        )

    def resume(self, form_key: str, typed: TypedDeposit) -> None:
        db, member_box = self._session.db, self._deposit.member_box

        def read() -> Correction | None:
            member = at_counter(db, typed.member_id).member
            if typed.correction is None and not member.active:  # else these lines would wait for the next member
                raise MemberInactive(member.name)
            return found(db, typed.correction)

        tasks.aside(
            self._deposit,
            read,
            lambda correction: self._fill(form_key, typed, correction),
            lambda _error, sentence: member_box.refuse(sentence),
        )

    def _fill(self, form_key: str, typed: TypedDeposit, correction: Correction | None) -> None:
        screen, form, today = self._deposit, self._deposit.form, self._session.today()
        db, slip = self._session.db, typed.slip

        def begin() -> None:
            if not form.resume(form_key, typed, correction):
                notice.warning(screen, self.tr("A material that was weighed in is no longer known; its line is gone."))

        def then() -> None:
            screen.payment.cash.setText(typed.cash)
            screen.entry.retype(typed.entry, form.offer(typed.entry.material_id, typed.entry.condition))

        def day() -> date:
            if slip is not None:
                return slip.day
            return form_day(db, correction, today) if correction else today

        screen.fill(day, typed.member_id, slip, begin, then)
