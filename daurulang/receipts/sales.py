"""The papers of the trade with buyers: a sale with what was paid for it since, and a payment of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.centre.queries import logo_image
from daurulang.errors import UnknownReceipt
from daurulang.ledger.model import EntryKind, counter, entry, imported_entry
from daurulang.ledger.service import format_number
from daurulang.members.visit import Heading
from daurulang.periods import Zone
from daurulang.sales.model import buyer_payment
from daurulang.sales.queries import BuyerPayment, Sale, the_sale
from daurulang.sales.service import BUYER

OF_THE_TRADE = (EntryKind.SALE, EntryKind.BUYER_PAYMENT)
"""The kinds of entries that have such a paper."""


@dataclass(frozen=True, slots=True)
class SalePaper:
    """Everything on the invoice and the delivery note of a sale, or on the receipt of one `payment` of it: the names as
    they were when it was posted, and the payments as they stand now. `copy` 0 is the original, n is SALINAN ke-n;
    `hash` is the entry's in the chain; `old_number` stood on the paper of an old book, None for what was done here.
    """

    entry_id: int
    number: str
    day: date
    at_ms: int
    heading: Heading
    buyer: str
    buyer_address: str
    buyer_phone: str
    logo: bytes | None
    sale: Sale
    payment: BuyerPayment | None
    copy: int
    hash: str
    old_number: str | None = None

    @property
    def reversed_by(self) -> str:
        """The number of what undid it, empty while it stands."""
        return self.sale.row.reversed_by if self.payment is None else self.payment.reversed_by


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
        buyer_payment.c.sale_id,
    )
    .join(counter, counter.c.id == entry.c.counter_id)
    .outerjoin(imported_entry, imported_entry.c.entry_id == entry.c.id)
    .outerjoin(buyer_payment, buyer_payment.c.entry_id == entry.c.id)
    .where(entry.c.id == sa.bindparam("entry_id"))
)


def sale_paper_of(connection: Connection, entry_id: int, copy: int) -> SalePaper:
    """The paper of a sale or of a payment of one; raises `UnknownReceipt` for all else."""
    row = connection.execute(_ENTRY, {"entry_id": entry_id}).one_or_none()
    if row is None or row.kind not in OF_THE_TRADE:
        raise UnknownReceipt(str(entry_id))
    sale = the_sale(connection, row.sale_id or entry_id)
    names = json.loads(row.heading)
    buyer, address, phone = (names.pop(name) for name in BUYER)
    heading = Heading(**{**names, "zone": Zone(names["zone"])})
    return SalePaper(
        entry_id=entry_id,
        number=format_number(row.code, row.sequence),
        day=row.day,
        at_ms=row.at_ms,
        heading=heading,
        buyer=buyer,
        buyer_address=address,
        buyer_phone=phone,
        logo=logo_image(connection, heading.logo_hash) if heading.logo_hash else None,
        sale=sale,
        payment=next((each for each in sale.payments if each.entry_id == entry_id), None),
        copy=copy,
        hash=row.hash,
        old_number=row.reference,
    )
