"""Reversing an act: a new entry with every transfer turned round, which names its original and the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.corrections.model import LEAST_REASON, LONGEST_REASON, reversal
from daurulang.database import Database
from daurulang.errors import AlreadyPaidOut, FieldTooLong, ReasonTooShort, ReversalRefused, UnknownReceipt
from daurulang.ledger.model import EntryKind, Place, counter, entry, mass_transfer, money_transfer
from daurulang.ledger.queries import credit_balance_rupiah
from daurulang.ledger.service import (
    Act,
    Desk,
    Form,
    Mass,
    Money,
    canonical,
    digest,
    form_of,
    format_number,
    post,
    save_once,
)
from daurulang.members.visit import visit_of

# What enters the document's hash, in this order, for good.
COLUMNS = ("original_id", "reason", "approver_id", "balance_after_rupiah")


@dataclass(frozen=True, slots=True)
class ReversalDraft:
    """What the form of a reversal holds: the entry to be undone, why, and who approved."""

    form_key: str
    original_id: int
    reason: str
    approver_id: int


@dataclass(frozen=True, slots=True)
class _Original:
    """The act to be undone, with its transfers turned round."""

    number: str
    member_id: int
    money: tuple[Money, ...]
    mass: tuple[Mass, ...]


def reverse(db: Database, desk: Desk, draft: ReversalDraft, day: date | None = None) -> int:
    """Post the reversal and return its entry's id; saving the same form again returns the first.

    Raises `ReasonTooShort`, `FieldTooLong`, `UnknownReceipt`, `ReversalRefused`, `AlreadyPaidOut`, `BadDay`,
    `MonthClosed`, and what `save_once` raises.
    """
    reason = " ".join(draft.reason.split())
    if len(reason) < LEAST_REASON:
        raise ReasonTooShort(LEAST_REASON)
    if len(reason) > LONGEST_REASON:
        raise FieldTooLong("reason", LONGEST_REASON)
    form = form_of(draft.form_key, draft)

    def act(connection: Connection) -> int:
        return reverse_part(connection, desk, draft, form, day)

    return save_once(db, form, act)


def reverse_part(connection: Connection, desk: Desk, draft: ReversalDraft, form: Form, day: date | None) -> int:
    """The part of `reverse` inside the transaction. The member's row is locked before the balance is read."""
    original = _original(connection, draft.original_id)
    visit = visit_of(connection, desk, original.member_id)
    _refuse_second(connection, draft.original_id, original.number)
    savings = visit.member.savings_account_id
    balance_before = credit_balance_rupiah(connection, savings)
    taken = sum(each.rupiah for each in original.money if each.debit_account_id == savings)
    given = sum(each.rupiah for each in original.money if each.credit_account_id == savings)
    if taken > balance_before:
        raise AlreadyPaidOut(original.number, balance_before, taken)
    row = {
        "original_id": draft.original_id,
        "reason": " ".join(draft.reason.split()),
        "approver_id": draft.approver_id,
        "balance_after_rupiah": balance_before - taken + given,
    }
    entry_id = post(
        connection,
        Act(
            kind=EntryKind.REVERSAL,
            form=form,
            desk=desk,
            day=visit.day_of(day),
            heading=asdict(visit.heading),
            document_hash=document_hash([row[name] for name in COLUMNS]),
            member_id=original.member_id,
            money=original.money,
            mass=original.mass,
        ),
    )
    connection.execute(sa.insert(reversal), {"entry_id": entry_id, **row})
    return entry_id


def document_hash(row: Sequence[object]) -> str:
    """The hash that stands in the entry for its row of `reversal` (`COLUMNS`)."""
    return digest(canonical(list(row)))


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
            )
            for each in mass
        ),
    )


def _original(connection: Connection, entry_id: int) -> _Original:
    row = connection.execute(
        sa.select(entry.c.kind, entry.c.member_id, entry.c.sequence, counter.c.code)
        .join(counter, counter.c.id == entry.c.counter_id)
        .where(entry.c.id == entry_id)
    ).one_or_none()
    if row is None:
        raise UnknownReceipt(str(entry_id))
    number = format_number(row.code, row.sequence)
    if row.kind is EntryKind.REVERSAL:
        raise ReversalRefused(number, "is_reversal")
    money = connection.execute(
        sa.select(money_transfer.c.debit_account_id, money_transfer.c.credit_account_id, money_transfer.c.rupiah)
        .where(money_transfer.c.entry_id == entry_id)
        .order_by(money_transfer.c.position)
    )
    columns = ("from_place_id", "from_material_id", "to_place_id", "to_material_id", "grams", "pieces", "millilitres")
    mass = connection.execute(
        sa.select(*(mass_transfer.c[name] for name in columns))
        .where(mass_transfer.c.entry_id == entry_id)
        .order_by(mass_transfer.c.position)
    )
    turned = turned_round(
        [Money(*each) for each in money],
        [Mass(Place(each[0]), each[1], Place(each[2]), *each[3:]) for each in mass],
    )
    return _Original(number, row.member_id, *turned)


def _refuse_second(connection: Connection, original_id: int, number: str) -> None:
    found = connection.execute(
        sa.select(entry.c.sequence, counter.c.code)
        .join(reversal, reversal.c.entry_id == entry.c.id)
        .join(counter, counter.c.id == entry.c.counter_id)
        .where(reversal.c.original_id == original_id)
    ).one_or_none()
    if found is not None:
        raise ReversalRefused(number, "reversed_before", format_number(found.code, found.sequence))
