"""The paper of an expense: what was spent for what, out of which pocket, and who received it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.centre.queries import logo_image
from daurulang.errors import UnknownReceipt
from daurulang.expenses.queries import ExpenseRow, the_expense
from daurulang.expenses.service import CATEGORY
from daurulang.ledger.model import EntryKind, entry, imported_entry
from daurulang.members.visit import Heading
from daurulang.periods import Zone


@dataclass(frozen=True, slots=True)
class ExpensePaper:
    """Everything on the paper of an expense, with the names as they were when it was posted. `copy` 0 is the original,
    n is SALINAN ke-n; `hash` is the entry's in the chain; `old_number` stood on the paper of an old book, None for what
    was done here.
    """

    expense: ExpenseRow
    at_ms: int
    heading: Heading
    category: str
    logo: bytes | None
    copy: int
    hash: str
    old_number: str | None = None

    @property
    def entry_id(self) -> int:
        """Of its entry."""
        return self.expense.entry_id

    @property
    def number(self) -> str:
        """As it is printed."""
        return self.expense.number

    @property
    def day(self) -> date:
        """When it was spent."""
        return self.expense.day

    @property
    def reversed_by(self) -> str:
        """The number of what undid it, empty while it stands."""
        return self.expense.reversed_by


_ENTRY = (
    sa.select(entry.c.kind, entry.c.at_ms, entry.c.heading, entry.c.hash, imported_entry.c.reference)
    .outerjoin(imported_entry, imported_entry.c.entry_id == entry.c.id)
    .where(entry.c.id == sa.bindparam("entry_id"))
)


def expense_paper_of(connection: Connection, entry_id: int, copy: int) -> ExpensePaper:
    """The paper of an expense; raises `UnknownReceipt` for all else."""
    row = connection.execute(_ENTRY, {"entry_id": entry_id}).one_or_none()
    if row is None or row.kind is not EntryKind.EXPENSE:
        raise UnknownReceipt(str(entry_id))
    names = json.loads(row.heading)
    category = names.pop(CATEGORY)
    heading = Heading(**{**names, "zone": Zone(names["zone"])})
    return ExpensePaper(
        the_expense(connection, entry_id),
        row.at_ms,
        heading,
        category,
        logo_image(connection, heading.logo_hash) if heading.logo_hash else None,
        copy,
        row.hash,
        row.reference,
    )
