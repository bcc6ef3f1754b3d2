"""Recomputing what members owe: every repayment against the running debt of its member, never below zero."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy.engine import Connection

from daurulang.corrections.service import money_of_debt
from daurulang.debts import service as debts
from daurulang.debts.model import RepaymentSource, debt_repayment
from daurulang.ledger.model import SystemAccount
from daurulang.verification.problems import ProblemKind
from daurulang.verification.streams import Row, side_of


class DebtsCheck:
    """Follows the debts through the entries; `savings` and `boxes` are accounts by the id of member and counter."""

    def __init__(
        self,
        connection: Connection,
        savings: Mapping[int, int],
        boxes: Mapping[int, int],
        found: Callable[[ProblemKind, str], None],
    ) -> None:
        self.repayments = side_of(connection, debt_repayment, debts.COLUMNS)
        self._savings, self._boxes, self._found = savings, boxes, found
        self._rupiah: defaultdict[int | None, int] = defaultdict(int)

    def move(self, values: Mapping[str, Any], money: Sequence[Row], number: str) -> None:
        """What an entry adds to the debt of its member or takes off it."""
        for _position, debit, credit, rupiah in money:
            if SystemAccount.DEBT in {debit, credit}:
                self._rupiah[values["member_id"]] += rupiah if debit == SystemAccount.DEBT else -rupiah
                if values["member_id"] is None or self._rupiah[values["member_id"]] < 0:
                    self._found(ProblemKind.DEBT_WRONG, number)

    def check(
        self, values: Mapping[str, Any], row: Row, transfers: tuple[list[Row], list[Row]], number: str
    ) -> tuple[int, int]:
        """One repayment, after its money was moved; answers with the account of savings and the balance it states."""
        if debts.document_hash(row) != values["document_hash"]:
            self._found(ProblemKind.DOCUMENT_CHANGED, number)
        head = dict(zip(debts.COLUMNS, row, strict=True))
        savings = self._savings.get(head["member_id"], 0)
        cash = head["source"] == RepaymentSource.CASH
        paid_from = self._boxes.get(values["counter_id"], 0) if cash else savings
        if [tuple(each[1:]) for each in transfers[0]] != [(paid_from, SystemAccount.DEBT, head["rupiah"])]:
            self._found(ProblemKind.MONEY_DIFFERS, number)
        if transfers[1]:
            self._found(ProblemKind.GOODS_DIFFER, number)
        if head["member_id"] != values["member_id"] or head["debt_after_rupiah"] != self._rupiah[head["member_id"]]:
            self._found(ProblemKind.DEBT_WRONG, number)
        return savings, head["balance_after_rupiah"]


def with_debt(turned: Sequence[Row], savings_account_id: int, debt_rupiah: int) -> list[Row]:
    """The transfers of a reversal: those of its original turned round, after the one that makes a debt of the rest."""
    made = [
        (each.debit_account_id, each.credit_account_id, each.rupiah)
        for each in money_of_debt(savings_account_id, debt_rupiah)
    ]
    return [(position, *each) for position, each in enumerate((*made, *(row[1:] for row in turned)), 1)]
