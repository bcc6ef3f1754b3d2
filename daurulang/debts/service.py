"""Repaying a debt: out of the savings or in cash over the counter, never more than is owed, posted once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.cash.queries import require_session
from daurulang.database import Database
from daurulang.debt_errors import MoreThanOwed
from daurulang.debts.model import RepaymentSource, debt_repayment
from daurulang.errors import BadNumber, BalanceTooLow
from daurulang.ledger.model import EntryKind, SystemAccount
from daurulang.ledger.queries import credit_balance_rupiah, debt_rupiah
from daurulang.ledger.service import Act, Desk, Form, Money, canonical, digest, form_of, post, save_once
from daurulang.members.visit import visit_of

# What enters the document's hash, in this order, for good.
COLUMNS = ("member_id", "source", "rupiah", "debt_after_rupiah", "balance_after_rupiah")


@dataclass(frozen=True, slots=True)
class RepaymentDraft:
    """What the form of a repayment holds."""

    form_key: str
    member_id: int
    rupiah: int
    source: RepaymentSource


def repay(db: Database, desk: Desk, draft: RepaymentDraft, day: date | None = None) -> int:
    """Post a repayment and return its entry's id; saving the same form again returns the first.

    An inactive member may still repay. Raises `BadNumber`, `BadDay`, `UnknownMember`, `MoreThanOwed`, `BalanceTooLow`,
    `NoCashSession`, and what `save_once` raises.
    """
    if draft.rupiah <= 0:
        raise BadNumber("zero" if draft.rupiah == 0 else "negative", str(draft.rupiah))
    form = form_of(draft.form_key, draft, day)

    def act(connection: Connection) -> int:
        return _repay(connection, desk, draft, form, day)

    return save_once(db, form, act)


def _repay(connection: Connection, desk: Desk, draft: RepaymentDraft, form: Form, day: date | None) -> int:
    """The member's row is locked before the debt and the balance are read."""
    visit = visit_of(connection, desk, draft.member_id)
    member, the_day = visit.member, visit.day_of(day)
    debt, balance = debt_rupiah(connection, member.id), credit_balance_rupiah(connection, member.savings_account_id)
    cash = draft.source is RepaymentSource.CASH
    check_repayment(draft.rupiah, draft.source, debt, balance)
    row = {
        "member_id": member.id,
        "source": draft.source,
        "rupiah": draft.rupiah,
        "debt_after_rupiah": debt - draft.rupiah,
        "balance_after_rupiah": balance if cash else balance - draft.rupiah,
    }
    paid_from = visit.cash_account_id if cash else member.savings_account_id
    entry_id = post(
        connection,
        Act(
            kind=EntryKind.DEBT_REPAYMENT,
            form=form,
            desk=desk,
            day=the_day,
            heading=asdict(visit.heading),
            document_hash=document_hash([row[name] for name in COLUMNS]),
            member_id=member.id,
            money=[Money(paid_from, SystemAccount.DEBT, draft.rupiah)],
        ),
    )
    if cash:
        require_session(connection, desk.counter_id)
    connection.execute(sa.insert(debt_repayment), {"entry_id": entry_id, **row})
    return entry_id


def check_repayment(rupiah: int, source: RepaymentSource, debt_rupiah: int, balance_rupiah: int) -> None:
    """Raise `MoreThanOwed` or `BalanceTooLow` for a repayment that cannot be made."""
    if rupiah > debt_rupiah:
        raise MoreThanOwed(debt_rupiah, rupiah)
    if source is RepaymentSource.SAVINGS and rupiah > balance_rupiah:
        raise BalanceTooLow(balance_rupiah, rupiah)


def document_hash(row: Sequence[object]) -> str:
    """The hash that stands in the entry for its row of `debt_repayment` (`COLUMNS`)."""
    return digest(canonical(list(row)))
