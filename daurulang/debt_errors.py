"""Refusals around what a member owes the centre; worded beside those of `daurulang.errors`."""

from __future__ import annotations

from dataclasses import dataclass

from daurulang.errors import UserError


@dataclass(eq=False)
class DebtHoldsBack(UserError):
    """Savings in the height of the debt stay until it is repaid: `most_rupiah` of the balance can be paid out."""

    balance_rupiah: int
    debt_rupiah: int

    @property
    def most_rupiah(self) -> int:
        """What the debt leaves free."""
        return max(0, self.balance_rupiah - self.debt_rupiah)


@dataclass(eq=False)
class MoreThanOwed(UserError):
    """More was to be repaid than the member owes; a `debt_rupiah` of 0 is no debt at all."""

    debt_rupiah: int
    asked_rupiah: int
