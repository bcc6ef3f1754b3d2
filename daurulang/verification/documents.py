"""Recomputing the acts of members from their own rows: prices, amounts, transfers, and the balance that was printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.corrections import service as corrections
from daurulang.deposits import service as deposits
from daurulang.ledger.model import EntryKind, Place, SystemAccount
from daurulang.materials.model import price
from daurulang.openings import service as openings
from daurulang.payouts import service as payouts
from daurulang.quantities import Unit, line_amount_rupiah
from daurulang.verification.debts import with_debt
from daurulang.verification.problems import ProblemKind
from daurulang.verification.streams import Row

_NOBODY = 0  # an account that never is: of a member or counter that was taken away


@dataclass(slots=True)
class Beside:
    """What hangs on an entry beside its document; of a reversal, the transfers of its original turned round."""

    lines: list[Row]
    counted: list[Row]
    imported: list[Row]
    slips: list[Row]
    turned: tuple[list[Row], list[Row]]
    replaced_by: str

    @property
    def slip(self) -> Row | None:
        """What the act was written on by hand."""
        return self.slips[0] if self.slips else None

    def belongs_to(self, kind: str) -> bool:
        """Whether an entry of a kind has such rows."""
        return not (
            (self.lines and kind != EntryKind.DEPOSIT)
            or (self.counted and kind != EntryKind.STOCKTAKE)
            or (self.imported and kind not in {EntryKind.DEPOSIT, EntryKind.OPENING_BALANCE})
            or (self.slips and kind not in {EntryKind.DEPOSIT, EntryKind.PAYOUT})
        )


class DocumentsCheck:
    """`savings` and `boxes` are accounts by the id of member and counter, `balances` the running ones by account."""

    def __init__(
        self,
        connection: Connection,
        savings: Mapping[int, int],
        boxes: Mapping[int, int],
        balances: Mapping[int, int],
        found: Callable[[ProblemKind, str], None],
    ) -> None:
        self._savings, self._boxes, self._balances, self._found = savings, boxes, balances, found
        self._prices = {
            row[0]: (row[1], row[2])
            for row in connection.execute(sa.select(price.c.id, price.c.material_id, price.c.rupiah))
        }

    def deposit(
        self,
        values: dict[str, Any],
        row: Row,
        beside: Beside,
        transfers: tuple[list[Row], list[Row]],
        number: str,
    ) -> None:
        """What was weighed in, line by line, and what was paid for it."""
        lines, imported, (money, mass) = beside.lines, beside.imported, transfers
        stated = deposits.document_hash(row, lines, imported[0] if imported else None, beside.slip)
        if stated != values["document_hash"]:
            self._found(ProblemKind.DOCUMENT_CHANGED, number)
        head = dict(zip(deposits.HEAD_COLUMNS, row, strict=True))
        weighed = [dict(zip(deposits.LINE_COLUMNS, line, strict=True)) for line in lines]
        for line in weighed:
            paid_at = (line["material_id"], line["price_rupiah"])
            if line["price_id"] is not None and self._prices.get(line["price_id"]) != paid_at:
                self._found(ProblemKind.PRICE_CHANGED, number)
            if line["unit"] not in set(Unit):
                self._found(ProblemKind.LINE_WRONG, number)
                continue
            amount = line_amount_rupiah(line["net"], Unit(line["unit"]), line["price_rupiah"])
            # A line of an old book keeps the total that its paper states.
            counted = bool(imported) or amount == line["amount_rupiah"]
            if not counted or line["net"] != line["gross"] - line["tare"] - line["deduction"]:
                self._found(ProblemKind.LINE_WRONG, number)
        savings_account = self._savings.get(head["member_id"], _NOBODY)
        paid = [
            (savings_account, head["savings_rupiah"]),
            (self._boxes.get(values["counter_id"], _NOBODY), head["cash_rupiah"]),
        ]
        expected = [(SystemAccount.INVENTORY, to, rupiah) for to, rupiah in paid if rupiah]
        total = sum(line["amount_rupiah"] for line in weighed)
        if [tuple(each[1:]) for each in money] != expected or total != sum(rupiah for _, rupiah in paid):
            self._found(ProblemKind.MONEY_DIFFERS, number)
        if [tuple(each[1:]) for each in mass] != [_moved(line) for line in weighed]:
            self._found(ProblemKind.GOODS_DIFFER, number)
        self.frozen_balance(savings_account, head["balance_after_rupiah"], number)

    def payout(
        self, values: dict[str, Any], row: Row, slip: Row | None, transfers: tuple[list[Row], list[Row]], number: str
    ) -> None:
        """What was taken out of the savings."""
        money, mass = transfers
        if payouts.document_hash(row, slip) != values["document_hash"]:
            self._found(ProblemKind.DOCUMENT_CHANGED, number)
        head = dict(zip(payouts.COLUMNS, row, strict=True))
        savings_account = self._savings.get(head["member_id"], _NOBODY)
        paid_from = self._boxes.get(values["counter_id"], _NOBODY) if head["method"] == "cash" else SystemAccount.BANK
        if [tuple(each[1:]) for each in money] != [(savings_account, paid_from, head["rupiah"])]:
            self._found(ProblemKind.MONEY_DIFFERS, number)
        if mass:
            self._found(ProblemKind.GOODS_DIFFER, number)
        self.frozen_balance(savings_account, head["balance_after_rupiah"], number)

    def opening(
        self,
        values: dict[str, Any],
        row: Row,
        imported: list[Row],
        transfers: tuple[list[Row], list[Row]],
        number: str,
    ) -> None:
        """What had been saved before this book."""
        money, mass = transfers
        if openings.document_hash(row, imported[0] if imported else None) != values["document_hash"]:
            self._found(ProblemKind.DOCUMENT_CHANGED, number)
        head = dict(zip(openings.COLUMNS, row, strict=True))
        savings_account = self._savings.get(head["member_id"], _NOBODY)
        before, after = head["balance_before_rupiah"], head["balance_after_rupiah"]
        expected = [
            (each.debit_account_id, each.credit_account_id, each.rupiah)
            for each in openings.money_between(savings_account, before, after)
        ]
        if [tuple(each[1:]) for each in money] != expected:
            self._found(ProblemKind.MONEY_DIFFERS, number)
        if mass:
            self._found(ProblemKind.GOODS_DIFFER, number)
        self.frozen_balance(savings_account, after, number)

    def reversal(
        self,
        values: dict[str, Any],
        row: Row,
        transfers: tuple[list[Row], list[Row]],
        beside: Beside,
        number: str,
    ) -> None:
        """What turns another act round."""
        *stated, debt = row
        if corrections.document_hash(stated, beside.replaced_by, debt) != values["document_hash"]:
            self._found(ProblemKind.DOCUMENT_CHANGED, number)
        account_id = self._savings.get(values["member_id"], _NOBODY)
        if transfers != (with_debt(beside.turned[0], account_id, debt), beside.turned[1]):
            self._found(ProblemKind.REVERSAL_DIFFERS, number)
        head = dict(zip(corrections.COLUMNS, stated, strict=True))
        if debt and head["balance_after_rupiah"] != 0:  # only what the savings no longer hold becomes a debt
            self._found(ProblemKind.DEBT_WRONG, number)
        if values["member_id"] is not None:
            self.frozen_balance(account_id, head["balance_after_rupiah"], number)

    def frozen_balance(self, savings_account: int, stated_rupiah: int, number: str) -> None:
        """The balance that was printed, against the running one."""
        if self._balances.get(savings_account) != stated_rupiah:
            self._found(ProblemKind.BALANCE_WRONG, number)


def _moved(line: dict[str, Any]) -> tuple[int, ...]:
    """The mass transfer that a line of a deposit makes."""
    return (
        Place.RESIDENTS,
        line["material_id"],
        Place.WAREHOUSE,
        line["material_id"],
        line["grams"],
        line["net"] if line["unit"] == Unit.PIECE else 0,
        line["net"] if line["unit"] == Unit.LITRE else 0,
    )
