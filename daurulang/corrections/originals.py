"""The acts that can be undone, with their transfers turned round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.errors import ReversalRefused, UnknownReceipt
from daurulang.ledger.model import CLOSING_KINDS, EntryKind, counter, entry, mass_transfer, money_transfer
from daurulang.ledger.service import Mass, Money, format_number

_OF_MEMBERS = (EntryKind.DEPOSIT, EntryKind.PAYOUT, EntryKind.OPENING_BALANCE, EntryKind.DEBT_REPAYMENT)
# Goods have moved on since a count: they are counted once more; a closed month is opened again.
_NEVER_REVERSED = {EntryKind.STOCKTAKE: "of_the_stock", **dict.fromkeys(CLOSING_KINDS, "of_a_closing")}
_OF_THE_PLANT = (
    *(EntryKind.LOAD, EntryKind.BATCH, EntryKind.DISPOSAL, EntryKind.SALE, EntryKind.BUYER_PAYMENT),
    EntryKind.EXPENSE,
)


@dataclass(frozen=True, slots=True)
class Original:
    """The act to be undone, with its transfers turned round."""

    id: int
    number: str
    kind: EntryKind
    member_id: int | None
    day: date
    money: tuple[Money, ...]
    mass: tuple[Mass, ...]

    def moves(self, savings: Mapping[int, int]) -> bool:
        """Whether it moves its member's savings; these are the accounts by member."""
        account_id = savings.get(self.member_id) if self.member_id is not None else None
        return any(account_id in (each.debit_account_id, each.credit_account_id) for each in self.money)

    def out_of(self, account_id: int) -> int:
        """The rupiah that undoing it takes out of an account the centre owes."""
        return sum(each.rupiah for each in self.money if each.debit_account_id == account_id)

    def into(self, account_id: int) -> int:
        """The rupiah that undoing it puts into it."""
        return sum(each.rupiah for each in self.money if each.credit_account_id == account_id)


_MONEY = ("entry_id", "debit_account_id", "credit_account_id", "rupiah")
_MASS = (
    *("entry_id", "from_place_id", "from_material_id", "to_place_id", "to_material_id"),
    *("grams", "pieces", "millilitres", "from_condition", "to_condition", "cost_rupiah"),
)


def original_of(connection: Connection, entry_id: int) -> Original:
    """One act to be undone; raises `UnknownReceipt`, `ReversalRefused`."""
    found = originals_of(connection, [entry_id])
    if not found:
        raise UnknownReceipt(str(entry_id))
    return found[0]


def originals_of(connection: Connection, entry_ids: Sequence[int]) -> list[Original]:
    """The acts in their order with their transfers turned round; raises `ReversalRefused`."""
    rows = connection.execute(
        sa.select(
            *(entry.c.id, entry.c.kind, entry.c.member_id, entry.c.day, entry.c.sequence),
            *(counter.c.code, counter.c.archive),
        )
        .join(counter, counter.c.id == entry.c.counter_id)
        .where(entry.c.id.in_(entry_ids))
        .order_by(entry.c.id)
    ).all()
    money = _transfers(connection, money_transfer, _MONEY, entry_ids)
    mass = _transfers(connection, mass_transfer, _MASS, entry_ids)
    found = []
    for row in rows:
        number = format_number(row.code, row.sequence)
        if row.kind is EntryKind.REVERSAL:
            raise ReversalRefused(number, "is_reversal")
        # Cash that an old book moved was never counted at a counter.
        of_old_cash = row.archive and row.kind is EntryKind.CASH_MOVEMENT
        if row.kind not in (*_OF_MEMBERS, *_OF_THE_PLANT) and not of_old_cash:
            raise ReversalRefused(number, _NEVER_REVERSED.get(row.kind, "of_the_box"))
        turned = turned_round(
            [Money(*each) for each in money.get(row.id, ())],
            [Mass(*each) for each in mass.get(row.id, ())],
        )
        found.append(Original(row.id, number, row.kind, row.member_id, row.day, *turned))
    return found


def _transfers(
    connection: Connection, table: sa.Table, names: Sequence[str], entry_ids: Sequence[int]
) -> dict[int, list[Sequence[Any]]]:
    query = sa.select(*(table.c[name] for name in names)).where(table.c.entry_id.in_(entry_ids))
    found: dict[int, list[Sequence[Any]]] = {}
    for entry_id, *rest in connection.execute(query.order_by(table.c.entry_id, table.c.position)):
        found.setdefault(entry_id, []).append(rest)
    return found


def turned_round(money: Sequence[Money], mass: Sequence[Mass]) -> tuple[tuple[Money, ...], tuple[Mass, ...]]:
    """The transfers that undo these."""
    return (
        tuple(Money(each.credit_account_id, each.debit_account_id, each.rupiah) for each in money),
        tuple(
            Mass(
                each.to_place,
                each.to_material_id,
                each.from_place,
                each.from_material_id,
                each.grams,
                each.pieces,
                each.millilitres,
                each.to_condition,
                each.from_condition,
                each.cost_rupiah,
            )
            for each in mass
        ),
    )
