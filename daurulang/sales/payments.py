"""Receiving what a buyer owes for a sale, all of it or a part; posted once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.buyers.model import buyer
from daurulang.cash.queries import require_session
from daurulang.database import Database
from daurulang.errors import BadNumber
from daurulang.ledger.model import EntryKind, entry
from daurulang.ledger.service import Act, Desk, Form, Money, canonical, digest, form_of, post, save_once
from daurulang.members.visit import at_desk
from daurulang.names import LONGEST_REFERENCE, checked_text
from daurulang.plant_errors import NameUnknown, PaidBeforeSale, PaidTooMuch
from daurulang.sales.model import PaidIn, buyer_payment, sale
from daurulang.sales.queries import outstanding_rupiah
from daurulang.sales.service import BUYER, paid_to

# What enters the document's hash, in this order, for good.
COLUMNS = ("buyer_id", "sale_id", "paid_in", "rupiah", "outstanding_after_rupiah", "reference")


@dataclass(frozen=True, slots=True)
class PaymentDraft:
    """What the form holds: the sale's entry, how much, where it comes in, and what the bank calls it."""

    form_key: str
    sale_id: int
    rupiah: int
    paid_in: PaidIn = PaidIn.CASH
    reference: str = ""


def record(db: Database, desk: Desk, draft: PaymentDraft, day: date | None = None) -> int:
    """Post a payment and return its entry's id; saving the same form again returns the first.

    Raises `NameUnknown` for a sale that is not there or was reversed, `PaidBeforeSale`, `PaidTooMuch`, `FieldTooLong`,
    `BadNumber`, `BadDay`, `NoCashSession`, and what `save_once` raises.
    """
    if draft.rupiah <= 0:
        raise BadNumber("zero" if draft.rupiah == 0 else "negative", str(draft.rupiah))
    form = form_of(draft.form_key, draft, day)

    def act(connection: Connection) -> int:
        return _record(connection, desk, draft, form, day)

    return save_once(db, form, act)


def _record(connection: Connection, desk: Desk, draft: PaymentDraft, form: Form, day: date | None) -> int:
    at = at_desk(connection, desk)
    owing = connection.execute(
        sa.select(entry.c.day, buyer.c.id, buyer.c.receivable_account_id, buyer.c.name, buyer.c.address, buyer.c.phone)
        .join(sale, sale.c.buyer_id == buyer.c.id)
        .join(entry, entry.c.id == sale.c.entry_id)
        .where(sale.c.entry_id == draft.sale_id)
        .with_for_update(of=buyer)
    ).one_or_none()
    if owing is None:
        raise NameUnknown("sale", draft.sale_id)
    the_day = at.day_of(day)
    if the_day < owing.day:
        raise PaidBeforeSale(owing.day)
    outstanding = outstanding_rupiah(connection, draft.sale_id)
    if draft.rupiah > outstanding:
        raise PaidTooMuch(outstanding, draft.rupiah)
    row = {
        "buyer_id": owing.id,
        "sale_id": draft.sale_id,
        "paid_in": draft.paid_in,
        "rupiah": draft.rupiah,
        "outstanding_after_rupiah": outstanding - draft.rupiah,
        "reference": checked_text("reference", draft.reference, LONGEST_REFERENCE),
    }
    entry_id = post(
        connection,
        Act(
            kind=EntryKind.BUYER_PAYMENT,
            form=form,
            desk=desk,
            day=the_day,
            heading={**asdict(at.heading), **dict(zip(BUYER, owing[3:], strict=True))},
            document_hash=document_hash([row[name] for name in COLUMNS]),
            money=[Money(paid_to(draft.paid_in, at.cash_account_id), owing.receivable_account_id, draft.rupiah)],
        ),
    )
    if draft.paid_in is PaidIn.CASH:
        require_session(connection, desk.counter_id)
    connection.execute(sa.insert(buyer_payment), {"entry_id": entry_id, **row})
    return entry_id


def document_hash(row: Sequence[object]) -> str:
    """The hash that stands in the entry for its row of `buyer_payment` (`COLUMNS`)."""
    return digest(canonical(list(row)))
