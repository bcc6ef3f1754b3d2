"""Opening balances: from this entry on a member's savings are what the old book says, posted once."""

from __future__ import annotations

from collections.abc import Sequence

from daurulang.ledger.model import SystemAccount
from daurulang.ledger.service import Money, canonical, digest

# What enters the document's hash, in this order, for good.
COLUMNS = ("member_id", "balance_before_rupiah", "balance_after_rupiah")


def money_between(savings_account_id: int, before_rupiah: int, after_rupiah: int) -> list[Money]:
    """The transfer that brings savings from one balance to another; none when they are the same."""
    if after_rupiah > before_rupiah:
        return [Money(SystemAccount.OPENING, savings_account_id, after_rupiah - before_rupiah)]
    if after_rupiah < before_rupiah:
        return [Money(savings_account_id, SystemAccount.OPENING, before_rupiah - after_rupiah)]
    return []


def document_hash(row: Sequence[object], imported: Sequence[object] | None = None) -> str:
    """The hash that stands in the entry for its row of `opening_balance` (`COLUMNS`), and for where it came from."""
    return digest(canonical([list(row), list(imported)] if imported else list(row)))
