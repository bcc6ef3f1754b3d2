"""A receipt as it was on the day it was posted, read from frozen rows only."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.centre.queries import logo_image
from daurulang.corrections.model import replacement, reversal
from daurulang.corrections.service import APPROVER
from daurulang.debts.model import RepaymentSource, debt_repayment
from daurulang.deposits.model import Payment, deposit, deposit_line
from daurulang.errors import UnknownReceipt
from daurulang.handwritten_slips.model import handwritten_slip
from daurulang.handwritten_slips.service import Slip
from daurulang.ledger.gaps import gap_of
from daurulang.ledger.model import EntryKind, counter, entry, imported_entry
from daurulang.ledger.service import format_number
from daurulang.members.visit import Heading
from daurulang.openings.model import opening_balance
from daurulang.payouts.model import PayoutMethod, payout
from daurulang.periods import Zone
from daurulang.quantities import Condition, Unit
from daurulang.staff.model import staff
from daurulang.storage_errors import NumberLost


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
    material_id: int = 0


@dataclass(frozen=True, slots=True)
class DepositPart:
    """What a deposit says beside its heading; its prices were those of `member_class_id`."""

    payment: Payment
    lines: tuple[ReceiptLine, ...]
    savings_rupiah: int
    cash_rupiah: int
    member_class_id: int = 0

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
class OpeningPart:
    """What an opening balance says: the savings of the old book, and what this one had counted until then."""

    balance_before_rupiah: int
    rupiah: int


@dataclass(frozen=True, slots=True)
class RepaymentPart:
    """What the repayment of a debt says beside its heading: out of the savings or in cash, and what is still owed."""

    source: RepaymentSource
    rupiah: int
    debt_after_rupiah: int
    balance_before_rupiah: int

    @property
    def debt_before_rupiah(self) -> int:
        """What was owed before it."""
        return self.debt_after_rupiah + self.rupiah


Done = DepositPart | PayoutPart | OpeningPart | RepaymentPart


@dataclass(frozen=True, slots=True)
class ReversalPart:
    """What a reversal says: the act it undoes with its number and its day, why, and who approved; `debt_rupiah` of it
    was paid out before and became a debt of the member.
    """

    number: str
    day: date
    undone: Done
    reason: str
    approver: str
    balance_before_rupiah: int
    debt_rupiah: int = 0


@dataclass(frozen=True, slots=True)
class Links:
    """The numbers of the acts that answer this one or are answered by it; empty where there is none."""

    reversed_by: str = ""
    replaced_by: str = ""
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """Everything on the paper. `copy` 0 is the original, n is SALINAN ke-n; `hash` is the entry's in the chain;
    `old_number` stood on the paper of an old book, empty where that had none, None for what was done here; `slip` is
    what was written by hand before.
    """

    entry_id: int
    number: str
    day: date
    at_ms: int
    heading: Heading
    logo: bytes | None
    part: Done | ReversalPart
    balance_after_rupiah: int
    hash: str
    copy: int
    old_number: str | None = None
    links: Links = Links()
    slip: Slip | None = None

    @property
    def done(self) -> Done:
        """What was done, or what is undone."""
        return self.part.undone if isinstance(self.part, ReversalPart) else self.part

    @property
    def balance_before_rupiah(self) -> int:
        """The savings before it."""
        match self.part:
            case DepositPart(savings_rupiah=savings):
                return self.balance_after_rupiah - savings
            case PayoutPart() | OpeningPart() | RepaymentPart() | ReversalPart():
                return self.part.balance_before_rupiah


_NUMBER = re.compile(r"([A-Za-z0-9]{1,8})-0*([0-9]{1,12})")


def entry_id_of(connection: Connection, number: str) -> int:
    """The entry behind a printed number ("L1-000123", "l1-123"); raises `UnknownReceipt`, or `NumberLost` for one that
    a restore lost.
    """
    match = _NUMBER.fullmatch(number.strip())
    if match is None:
        raise UnknownReceipt(number)
    entry_id = connection.scalar(
        sa.select(entry.c.id)
        .join(counter, counter.c.id == entry.c.counter_id)
        .where(counter.c.code == match[1].upper(), entry.c.sequence == int(match[2]))
    )
    if entry_id is None:
        gap = gap_of(connection, match[1].upper(), int(match[2]))
        raise UnknownReceipt(number) if gap is None else NumberLost(number.strip(), gap.reason)
    return int(entry_id)


_ENTRY = (
    sa.select(
        entry.c.kind,
        entry.c.sequence,
        entry.c.day,
        entry.c.at_ms,
        entry.c.heading,
        entry.c.hash,
        counter.c.code,
        imported_entry.c.reference,
        handwritten_slip.c.number.label("slip_number"),
        handwritten_slip.c.day.label("slip_day"),
    )
    .join(counter, counter.c.id == entry.c.counter_id)
    .outerjoin(imported_entry, imported_entry.c.entry_id == entry.c.id)
    .outerjoin(handwritten_slip, handwritten_slip.c.entry_id == entry.c.id)
    .where(entry.c.id == sa.bindparam("entry_id"))
)


def receipt_of(connection: Connection, entry_id: int, copy: int) -> Receipt:
    """The receipt of an entry of a member; raises `UnknownReceipt`."""
    row = connection.execute(_ENTRY, {"entry_id": entry_id}).one_or_none()
    if row is None:
        raise UnknownReceipt(str(entry_id))
    number = format_number(row.code, row.sequence)
    names = json.loads(row.heading)
    approver = names.pop(APPROVER, "")
    part: Done | ReversalPart
    if row.kind is EntryKind.REVERSAL:
        part, balance_after = _reversal(connection, entry_id, approver)
    else:
        part, balance_after = _done(connection, entry_id, row.kind, number)
    heading = Heading(**{**names, "zone": Zone(names["zone"])})
    links, balance_with_reversal = _links(connection, entry_id)
    return Receipt(
        entry_id=entry_id,
        number=number,
        day=row.day,
        at_ms=row.at_ms,
        heading=heading,
        logo=logo_image(connection, heading.logo_hash) if heading.logo_hash else None,
        part=part,
        balance_after_rupiah=balance_after if balance_with_reversal is None else balance_with_reversal,
        hash=row.hash,
        copy=copy,
        old_number=row.reference,
        links=links,
        slip=None if row.slip_number is None else Slip(row.slip_number, row.slip_day),
    )


def _done(connection: Connection, entry_id: int, kind: EntryKind, number: str) -> tuple[Done, int]:
    """What an act of a member says, and the savings after it; raises `UnknownReceipt` for all other kinds."""
    match kind:
        case EntryKind.DEPOSIT:
            return _deposit(connection, entry_id)
        case EntryKind.PAYOUT:
            return _payout(connection, entry_id)
        case EntryKind.OPENING_BALANCE:
            return _opening(connection, entry_id)
        case EntryKind.DEBT_REPAYMENT:
            return _repayment(connection, entry_id)
    raise UnknownReceipt(number)


def _deposit(connection: Connection, entry_id: int) -> tuple[DepositPart, int]:
    row = connection.execute(sa.select(deposit).where(deposit.c.entry_id == entry_id)).one()
    columns = [deposit_line.c[name] for name in ReceiptLine.__dataclass_fields__]
    lines = connection.execute(
        sa.select(*columns).where(deposit_line.c.entry_id == entry_id).order_by(deposit_line.c.position)
    )
    part = DepositPart(
        row.payment,
        tuple(ReceiptLine(*line) for line in lines),
        row.savings_rupiah,
        row.cash_rupiah,
        row.member_class_id,
    )
    return part, row.balance_after_rupiah


def _payout(connection: Connection, entry_id: int) -> tuple[PayoutPart, int]:
    row = connection.execute(sa.select(payout).where(payout.c.entry_id == entry_id)).one()
    part = PayoutPart(row.method, row.reference, row.rupiah, row.balance_after_rupiah + row.rupiah)
    return part, row.balance_after_rupiah


def _opening(connection: Connection, entry_id: int) -> tuple[OpeningPart, int]:
    row = connection.execute(sa.select(opening_balance).where(opening_balance.c.entry_id == entry_id)).one()
    return OpeningPart(row.balance_before_rupiah, row.balance_after_rupiah), row.balance_after_rupiah


def _repayment(connection: Connection, entry_id: int) -> tuple[RepaymentPart, int]:
    row = connection.execute(sa.select(debt_repayment).where(debt_repayment.c.entry_id == entry_id)).one()
    before = row.balance_after_rupiah + (row.rupiah if row.source is RepaymentSource.SAVINGS else 0)
    return RepaymentPart(row.source, row.rupiah, row.debt_after_rupiah, before), row.balance_after_rupiah


def _reversal(connection: Connection, entry_id: int, approver: str) -> tuple[ReversalPart, int]:
    """`approver` as it was printed; a reversal that does not hold it takes today's name."""
    row = connection.execute(
        sa.select(
            reversal.c.original_id,
            reversal.c.reason,
            reversal.c.balance_after_rupiah,
            reversal.c.debt_rupiah,
            staff.c.name,
            entry.c.kind,
            entry.c.day,
            entry.c.sequence,
            counter.c.code,
        )
        .join(staff, staff.c.id == reversal.c.approver_id)
        .join(entry, entry.c.id == reversal.c.original_id)
        .join(counter, counter.c.id == entry.c.counter_id)
        .where(reversal.c.entry_id == entry_id)
    ).one()
    number = format_number(row.code, row.sequence)
    undone, _ = _done(connection, row.original_id, row.kind, number)
    before = row.balance_after_rupiah + _saved_rupiah(undone) - row.debt_rupiah
    part = ReversalPart(number, row.day, undone, row.reason, approver or row.name, before, row.debt_rupiah)
    return part, row.balance_after_rupiah


def _saved_rupiah(done: Done) -> int:
    """What an act put into the savings; less than nothing where it took out."""
    match done:
        case DepositPart(savings_rupiah=savings):
            return savings
        case PayoutPart(rupiah=rupiah):
            return -rupiah
        case OpeningPart(balance_before_rupiah=before, rupiah=after):
            return after - before
        case RepaymentPart(source=source, rupiah=rupiah):
            return -rupiah if source is RepaymentSource.SAVINGS else 0


def _links(connection: Connection, entry_id: int) -> tuple[Links, int | None]:
    """How an act and others answer each other, and the savings after both when the reversal came after what replaces:
    that is the balance to be told.
    """
    answers = sa.union_all(
        sa.select(sa.literal("reversed_by").label("link"), reversal.c.entry_id.label("other_id")).where(
            reversal.c.original_id == entry_id
        ),
        sa.select(sa.literal("replaced_by"), replacement.c.entry_id).where(replacement.c.original_id == entry_id),
        sa.select(sa.literal("replaces"), replacement.c.original_id).where(replacement.c.entry_id == entry_id),
    ).subquery()
    rows = connection.execute(
        sa.select(answers.c.link, entry.c.sequence, counter.c.code)
        .join(entry, entry.c.id == answers.c.other_id)
        .join(counter, counter.c.id == entry.c.counter_id)
    ).all()
    links = Links(**{row.link: format_number(row.code, row.sequence) for row in rows})
    if not links.replaces:
        return links, None
    later = sa.select(reversal.c.balance_after_rupiah).where(
        reversal.c.original_id
        == sa.select(replacement.c.original_id).where(replacement.c.entry_id == entry_id).scalar_subquery(),
        reversal.c.entry_id > entry_id,
    )
    return links, connection.scalar(later)
