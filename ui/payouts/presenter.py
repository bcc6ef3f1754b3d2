"""What the payout form holds and decides. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from daurulang.centre.queries import CounterRule
from daurulang.errors import BadNumber, FieldMissing
from daurulang.handwritten_slips.service import Slip
from daurulang.ledger.form_key import new_form_key
from daurulang.members.queries import MemberAtCounter
from daurulang.payouts.model import PayoutMethod
from daurulang.payouts.service import PayoutDraft, check_payout
from ui.corrections.correction import Correction
from ui.drafts.correction import KeptCorrection


@dataclass(frozen=True, slots=True)
class TypedPayout:
    """The form as it was typed; `amount` is the text. Goes through JSON."""

    member_id: int
    member_name: str
    amount: str
    method: PayoutMethod
    reference: str
    correction: KeptCorrection | None = None
    slip: Slip | None = None


class PayoutForm:
    """One payout from the member to the save. The key is made when the form opens and lives as long as it."""

    def __init__(self) -> None:
        self.rule = CounterRule()
        self.start_over()

    def start_over(self) -> None:
        """Forget everything typed and take a new key."""
        self.key = new_form_key()
        self.member: MemberAtCounter | None = None
        self.rupiah: int | None = None
        self.method = PayoutMethod.CASH
        self.reference = ""
        self.read_back = False
        self.correction: Correction | None = None

    def resume(self, form_key: str, method: PayoutMethod, correction: Correction | None) -> None:
        """Begin with what was typed before, or with a payout that is put right; the fields tell the rest."""
        self.start_over()
        self.key, self.method, self.correction = form_key, method, correction

    @property
    def balance_rupiah(self) -> int:
        """What the member has, with what a payout that is put right gives back."""
        if self.member is None:
            return 0
        undone = self.correction.undone_rupiah(self.member.member.id) if self.correction else 0
        return self.member.balance_rupiah - undone

    @property
    def debt_rupiah(self) -> int:
        """What the member owes the centre."""
        return self.member.debt_rupiah if self.member is not None else 0

    @property
    def given_back_rupiah(self) -> int:
        """What a payout that is put right had taken already from the same member; a debt does not hold that back."""
        if self.member is None or self.correction is None:
            return 0
        return max(0, -self.correction.undone_rupiah(self.member.member.id))

    @property
    def held_rupiah(self) -> int:
        """How much of the savings a debt holds back."""
        return max(0, min(self.debt_rupiah, self.balance_rupiah - self.given_back_rupiah))

    @property
    def most_rupiah(self) -> int:
        """What can be paid out, with the minimum balance left in and what a debt holds back."""
        return max(0, self.balance_rupiah - max(self.rule.minimum_balance_rupiah, self.held_rupiah))

    @property
    def balance_after_rupiah(self) -> int:
        """The balance once this is saved; below zero while too much is typed."""
        return self.balance_rupiah - (self.rupiah or 0)

    def check(self) -> None:
        """Raise what saving would: `BadNumber`, `BalanceTooLow`, `DebtHoldsBack`, `BalanceMustStay`,
        `PayoutBelowMinimum`.
        """
        if not self.rupiah:
            raise BadNumber("empty" if self.rupiah is None else "zero")
        check_payout(self.rupiah, self.balance_rupiah, self.rule, self.debt_rupiah, self.given_back_rupiah)

    def read(self) -> None:
        """What is shown is read to the member now; raises as `check` does, `FieldMissing` without a reference."""
        self.check()
        if self.method is PayoutMethod.TRANSFER and not self.reference.strip():
            raise FieldMissing("reference")
        self.read_back = True

    def draft(self, slip: Slip | None = None) -> PayoutDraft | None:
        """What is saved, with what was written by hand before; None until it was read back."""
        if self.member is None or self.rupiah is None or not self.read_back:
            return None
        reference = self.reference.strip() if self.method is PayoutMethod.TRANSFER else ""
        return PayoutDraft(self.key, self.member.member.id, self.rupiah, self.method, reference, slip)
