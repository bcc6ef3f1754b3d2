"""What the form of a repayment holds and decides. No Qt."""

from __future__ import annotations

from daurulang.debts.model import RepaymentSource
from daurulang.debts.service import RepaymentDraft, check_repayment
from daurulang.errors import BadNumber
from daurulang.ledger.form_key import new_form_key
from daurulang.members.queries import MemberAtCounter


class RepaymentForm:
    """One repayment from the member to the save. The key is made when the form opens and lives as long as it."""

    def __init__(self) -> None:
        self.member: MemberAtCounter | None = None
        self.start_over()

    def start_over(self, member: MemberAtCounter | None = None) -> None:
        """Begin for a member, with a new key: from the savings where they hold all of the debt, else in cash."""
        self.key = new_form_key()
        self.member = member
        self.read_back = False
        covered = self.balance_rupiah >= self.debt_rupiah
        self.source = RepaymentSource.SAVINGS if covered else RepaymentSource.CASH
        self.rupiah: int | None = self.most_rupiah

    @property
    def debt_rupiah(self) -> int:
        """What the member owes."""
        return self.member.debt_rupiah if self.member is not None else 0

    @property
    def balance_rupiah(self) -> int:
        """What the member has saved."""
        return self.member.balance_rupiah if self.member is not None else 0

    @property
    def most_rupiah(self) -> int:
        """What can be repaid from where it comes from."""
        if self.source is RepaymentSource.CASH:
            return self.debt_rupiah
        return min(self.debt_rupiah, self.balance_rupiah)

    @property
    def debt_after_rupiah(self) -> int:
        """What is still owed once this is saved."""
        return self.debt_rupiah - (self.rupiah or 0)

    @property
    def balance_after_rupiah(self) -> int:
        """The savings once this is saved."""
        taken = self.rupiah or 0 if self.source is RepaymentSource.SAVINGS else 0
        return self.balance_rupiah - taken

    def read(self) -> None:
        """What is shown is read to the member now; raises `BadNumber`, `MoreThanOwed`, `BalanceTooLow`."""
        if not self.rupiah:
            raise BadNumber("empty" if self.rupiah is None else "zero")
        check_repayment(self.rupiah, self.source, self.debt_rupiah, self.balance_rupiah)
        self.read_back = True

    def draft(self) -> RepaymentDraft | None:
        """What is saved; None until it was read back."""
        if self.member is None or self.rupiah is None or not self.read_back:
            return None
        return RepaymentDraft(self.key, self.member.member.id, self.rupiah, self.source)
