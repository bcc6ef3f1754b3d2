"""Following what buyers owe for each sale as the entries come: less with every payment, more when one is undone."""

from __future__ import annotations

from dataclasses import dataclass

from daurulang.verification.problems import Found, ProblemKind


@dataclass(slots=True)
class _Owed:
    """What is owed for one sale, and what was owed before any payment."""

    buyer_id: int
    at_first_rupiah: int
    rupiah: int


class Receivables:
    """What is owed after the entries seen so far, by the entry of the sale."""

    def __init__(self, found: Found) -> None:
        self._found = found
        self._sales: dict[int, _Owed] = {}
        self._payments: dict[int, tuple[int, int]] = {}

    def sold(self, sale_id: int, buyer_id: int, on_account_rupiah: int) -> None:
        """A sale, of which something is owed or nothing."""
        self._sales[sale_id] = _Owed(buyer_id, on_account_rupiah, on_account_rupiah)

    def paid(self, payment_id: int, sale_id: int, buyer_id: int, rupiah: int) -> int | None:
        """A payment; answers with what is owed after it, None where that buyer owes nothing for such a sale."""
        owed = self._sales.get(sale_id)
        if owed is None or owed.buyer_id != buyer_id:
            return None
        owed.rupiah -= rupiah
        self._payments[payment_id] = (sale_id, rupiah)
        return owed.rupiah

    def undone(self, original_id: int, number: str) -> None:
        """An act that was reversed: a payment is owed again, of a sale nothing more; its payments go before it."""
        sale_id, rupiah = self._payments.pop(original_id, (0, 0))
        if sale_id in self._sales:
            self._sales[sale_id].rupiah += rupiah
        owed = self._sales.pop(original_id, None)
        if owed is not None and owed.rupiah != owed.at_first_rupiah:
            self._found(ProblemKind.RECEIVABLE_WRONG, number)
