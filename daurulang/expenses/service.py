"""Recording an expense, and the categories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.cash.queries import require_cash
from daurulang.database import Database, inserted_id
from daurulang.errors import BadNumber, FieldMissing
from daurulang.expenses.model import PaidFrom, expense, expense_category
from daurulang.ledger.model import AccountKind, EntryKind, SystemAccount
from daurulang.ledger.service import Act, Desk, Form, Money, canonical, digest, form_of, open_account, post, save_once
from daurulang.members.visit import AtDesk, at_desk
from daurulang.names import LONGEST_NOTE, LONGEST_REFERENCE, checked_name, checked_text
from daurulang.plant_errors import NameUnknown
from daurulang.quantities import MAX_RUPIAH

LEAST_NOTE = 3
CATEGORY = "category"
"""Whose name stands in the heading of an expense beside those of all headings."""

# What enters the document's hash, in this order, for good.
COLUMNS = ("category_id", "paid_from", "rupiah", "reference", "note")


@dataclass(frozen=True, slots=True)
class ExpenseDraft:
    """What the form holds: what for, out of which pocket, how much, the number on the paper."""

    form_key: str
    category_id: int
    rupiah: int
    note: str
    paid_from: PaidFrom = PaidFrom.CASH
    reference: str = ""


def record(db: Database, desk: Desk, draft: ExpenseDraft, day: date | None = None) -> int:
    """Post an expense and return its entry's id; saving the same form again returns the first.

    Raises `BadNumber`, `FieldMissing`, `FieldTooLong`, `NameUnknown`, `BadDay`, `NoCashSession`, `CashTooLittle`,
    and what `save_once` raises.
    """
    if not 0 < draft.rupiah <= MAX_RUPIAH:
        reason = "zero" if draft.rupiah == 0 else "negative" if draft.rupiah < 0 else "too_large"
        raise BadNumber(reason, str(draft.rupiah))
    form = form_of(draft.form_key, draft, day)

    def act(connection: Connection) -> int:
        return _record(connection, desk, draft, form, day)

    return save_once(db, form, act)


def _record(connection: Connection, desk: Desk, draft: ExpenseDraft, form: Form, day: date | None) -> int:
    at = at_desk(connection, desk)
    note = checked_text("note", draft.note, LONGEST_NOTE)
    if len(note) < LEAST_NOTE:
        raise FieldMissing("note")
    category = connection.execute(
        sa.select(expense_category.c.account_id, expense_category.c.name, expense_category.c.active).where(
            expense_category.c.id == draft.category_id
        )
    ).one_or_none()
    if category is None or not category.active:
        raise NameUnknown("category", draft.category_id)
    row = {
        "category_id": draft.category_id,
        "paid_from": draft.paid_from,
        "rupiah": draft.rupiah,
        "reference": checked_text("reference", draft.reference, LONGEST_REFERENCE),
        "note": note,
    }
    entry_id = post(
        connection,
        Act(
            kind=EntryKind.EXPENSE,
            form=form,
            desk=desk,
            day=at.day_of(day),
            heading={**asdict(at.heading), CATEGORY: category.name},
            document_hash=document_hash([row[name] for name in COLUMNS]),
            money=[Money(category.account_id, _paid_from(draft.paid_from, at), draft.rupiah)],
        ),
    )
    if draft.paid_from is PaidFrom.CASH:
        require_cash(connection, desk.counter_id)
    connection.execute(sa.insert(expense), {"entry_id": entry_id, **row})
    return entry_id


def document_hash(row: Sequence[object], imported: Sequence[object] | None = None) -> str:
    """The hash that stands in the entry for its row of `expense` (`COLUMNS`), and for the old book it came from
    (`IMPORT_COLUMNS`).
    """
    return digest(canonical(list(row) if imported is None else [list(row), list(imported)]))


def _paid_from(pocket: PaidFrom, at: AtDesk) -> int:
    pockets = {
        PaidFrom.CASH: at.cash_account_id,
        PaidFrom.BANK: SystemAccount.BANK,
        PaidFrom.OWNER: SystemAccount.OWNER,
    }
    return int(pockets[pocket])


def add_category(db: Database, name: str) -> int:
    """Open a category and return its id. Raises `FieldMissing`, `FieldTooLong`, `AlreadyTaken`."""
    with db.transaction() as connection:
        return open_category(connection, name)


def open_category(connection: Connection, name: str) -> int:
    """The part of `add_category` inside a transaction."""
    values = {
        "name": checked_name(connection, expense_category, name),
        "account_id": open_account(connection, AccountKind.EXPENSE),
        "active": True,
    }
    return inserted_id(connection, sa.insert(expense_category), values)


def change_category(db: Database, category_id: int, name: str, *, active: bool) -> None:
    """Call a category by another name, or use it no longer. Raises as `add_category` does."""
    with db.transaction() as connection:
        values = {"name": checked_name(connection, expense_category, name, category_id), "active": active}
        connection.execute(sa.update(expense_category).where(expense_category.c.id == category_id).values(values))
