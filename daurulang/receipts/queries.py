"""A receipt as it was on the day it was posted, read from frozen rows only."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.centre.queries import logo_image
from daurulang.deposits.model import Payment, deposit, deposit_line
from daurulang.errors import UnknownReceipt
from daurulang.ledger.model import EntryKind, counter, entry, imported_entry
from daurulang.ledger.service import format_number
from daurulang.members.visit import Heading
from daurulang.payouts.model import PayoutMethod, payout
from daurulang.periods import Zone
from daurulang.quantities import Condition, Unit


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One line as weighed in; quantities in the unit's base, `grams` 0 where the weight is not known."""

    code: str
    name: str
    condition: Condition
    unit: Unit
    gross: int
    tare: int
    deduction: int
    deduction_reason: str
    net: int
    grams: int
    price_rupiah: int
    amount_rupiah: int


@dataclass(frozen=True, slots=True)
class DepositPart:
    """What a deposit says beside its heading."""

    payment: Payment
    lines: tuple[ReceiptLine, ...]
    savings_rupiah: int
    cash_rupiah: int

    @property
    def total_rupiah(self) -> int:
        """The value of all lines."""
        return sum(line.amount_rupiah for line in self.lines)

    @property
    def grams(self) -> int:
        """The known weight of all lines."""
        return sum(line.grams for line in self.lines)


@dataclass(frozen=True, slots=True)
class PayoutPart:
    """What a payout says beside its heading."""

    method: PayoutMethod
    reference: str
    rupiah: int
    balance_before_rupiah: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """Everything on the paper. `copy` 0 is the original, n is SALINAN ke-n; `hash` is the entry's in the chain;
    `old_number` stood on the paper of an old book, empty where that had none, None for what was done here.
    """

    entry_id: int
    number: str
    day: date
    at_ms: int
    heading: Heading
    logo: bytes | None
    part: DepositPart | PayoutPart
    balance_after_rupiah: int
    hash: str
    copy: int
    old_number: str | None = None


_NUMBER = re.compile(r"([A-Za-z0-9]{1,8})-0*([0-9]{1,12})")


def entry_id_of(connection: Connection, number: str) -> int:
    """The entry behind a printed number ("L1-000123", "l1-123"); raises `UnknownReceipt`."""
    match = _NUMBER.fullmatch(number.strip())
    if match is None:
        raise UnknownReceipt(number)
    entry_id = connection.scalar(
        sa.select(entry.c.id)
        .join(counter, counter.c.id == entry.c.counter_id)
        .where(counter.c.code == match[1].upper(), entry.c.sequence == int(match[2]))
    )
    if entry_id is None:
        raise UnknownReceipt(number)
    return int(entry_id)


def receipt_of(connection: Connection, entry_id: int, copy: int) -> Receipt:
    """The receipt of an entry; raises `UnknownReceipt`."""
    row = connection.execute(
        sa.select(
            entry.c.kind,
            entry.c.sequence,
            entry.c.day,
            entry.c.at_ms,
            entry.c.heading,
            entry.c.hash,
            counter.c.code,
            imported_entry.c.reference,
        )
        .join(counter, counter.c.id == entry.c.counter_id)
        .outerjoin(imported_entry, imported_entry.c.entry_id == entry.c.id)
        .where(entry.c.id == entry_id)
    ).one_or_none()
    if row is None or row.kind not in (EntryKind.DEPOSIT, EntryKind.PAYOUT):
        raise UnknownReceipt(str(entry_id))
    names = json.loads(row.heading)
    heading = Heading(**{**names, "zone": Zone(names["zone"])})
    part, balance_after = (_deposit if row.kind is EntryKind.DEPOSIT else _payout)(connection, entry_id)
    return Receipt(
        entry_id=entry_id,
        number=format_number(row.code, row.sequence),
        day=row.day,
        at_ms=row.at_ms,
        heading=heading,
        logo=logo_image(connection, heading.logo_hash) if heading.logo_hash else None,
        part=part,
        balance_after_rupiah=balance_after,
        hash=row.hash,
        copy=copy,
        old_number=row.reference,
    )


def _deposit(connection: Connection, entry_id: int) -> tuple[DepositPart | PayoutPart, int]:
    row = connection.execute(sa.select(deposit).where(deposit.c.entry_id == entry_id)).one()
    columns = [deposit_line.c[name] for name in ReceiptLine.__dataclass_fields__]
    lines = connection.execute(
        sa.select(*columns).where(deposit_line.c.entry_id == entry_id).order_by(deposit_line.c.position)
    )
    part = DepositPart(row.payment, tuple(ReceiptLine(*line) for line in lines), row.savings_rupiah, row.cash_rupiah)
    return part, row.balance_after_rupiah


def _payout(connection: Connection, entry_id: int) -> tuple[DepositPart | PayoutPart, int]:
    row = connection.execute(sa.select(payout).where(payout.c.entry_id == entry_id)).one()
    part = PayoutPart(row.method, row.reference, row.rupiah, row.balance_after_rupiah + row.rupiah)
    return part, row.balance_after_rupiah
