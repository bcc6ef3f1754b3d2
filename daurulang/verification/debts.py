"""Recomputing what members owe: every repayment against the running debt of its member, never below zero."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from daurulang.corrections.service import money_of_debt
from daurulang.debts import service as debts
from daurulang.debts.model import RepaymentSource, debt_repayment
from daurulang.ledger.model import EntryKind, SystemAccount
from daurulang.verification.problems import Found, ProblemKind
from daurulang.verification.streams import Checks, EntryRow, Row, Streams

_DEBT = int(SystemAccount.DEBT)


class DebtsCheck:
    """Follows the debts through the entries; `savings` and `boxes` are accounts by the id of member and counter."""

    def __init__(
        self,
        streams: Streams,
        savings: Mapping[int, int],
        boxes: Mapping[int, int],
        frozen_balance: Callable[[int, int, str], None],
        found: Found,
    ) -> None:
        self.checks: Checks = {
            EntryKind.DEBT_REPAYMENT: (streams.side_of(debt_repayment, debts.COLUMNS), self._repayment)
        }
        self._savings, self._boxes, self._frozen_balance, self._found = savings, boxes, frozen_balance, found
        self._rupiah: defaultdict[int | None, int] = defaultdict(int)

    def move(self, entry: EntryRow, money: Sequence[Row], number: str) -> None:
        """What an entry adds to the debt of its member or takes off it."""
        for _position, debit, credit, rupiah in money:
            if _DEBT in (debit, credit):
                self._rupiah[entry.member_id] += rupiah if debit == _DEBT else -rupiah
                if entry.member_id is None or self._rupiah[entry.member_id] < 0:
                    self._found(ProblemKind.DEBT_WRONG, number)

    def _repayment(self, entry: EntryRow, row: Row, money: list[Row], mass: list[Row], number: str) -> None:
        """One repayment, after its money was moved."""
        if debts.document_hash(row) != entry.document_hash:
            self._found(ProblemKind.DOCUMENT_CHANGED, number)
        head = dict(zip(debts.COLUMNS, row, strict=True))
        savings = self._savings.get(head["member_id"], 0)
        cash = head["source"] == RepaymentSource.CASH
        paid_from = self._boxes.get(entry.counter_id, 0) if cash else savings
        if [each[1:] for each in money] != [(paid_from, SystemAccount.DEBT, head["rupiah"])]:
            self._found(ProblemKind.MONEY_DIFFERS, number)
        if mass:
            self._found(ProblemKind.GOODS_DIFFER, number)
        if head["member_id"] != entry.member_id or head["debt_after_rupiah"] != self._rupiah[head["member_id"]]:
            self._found(ProblemKind.DEBT_WRONG, number)
        self._frozen_balance(savings, head["balance_after_rupiah"], number)


def with_debt(turned: Sequence[Row], savings_account_id: int, debt_rupiah: int) -> list[Row]:
    """The transfers of a reversal: those of its original turned round, after the one that makes a debt of the rest."""
    made = [
        (each.debit_account_id, each.credit_account_id, each.rupiah)
        for each in money_of_debt(savings_account_id, debt_rupiah)
    ]
    return [(position, *each) for position, each in enumerate((*made, *(row[1:] for row in turned)), 1)]
