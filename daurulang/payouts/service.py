"""Recording a payout: never more than the balance, never against the centre's rule, posted once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.cash.queries import require_cash
from daurulang.centre.queries import CounterRule, rule_of
from daurulang.corrections.queries import refuse_before_opening
from daurulang.database import Database
from daurulang.debt_errors import DebtHoldsBack
from daurulang.errors import BadNumber, BalanceMustStay, BalanceTooLow, FieldTooLong, PayoutBelowMinimum
from daurulang.handwritten_slips import service as slips
from daurulang.handwritten_slips.service import Slip
from daurulang.ledger.model import EntryKind, SystemAccount
from daurulang.ledger.queries import credit_balance_rupiah, debt_rupiah
from daurulang.ledger.service import Act, Desk, Form, Money, canonical, digest, form_of, post, save_once
from daurulang.members.visit import visit_of
from daurulang.payouts.model import PayoutMethod, payout
from daurulang.quantities import MAX_RUPIAH

REFERENCE_LIMIT = 60

# What enters the document's hash, in this order, for good.
COLUMNS = ("member_id", "method", "reference", "rupiah", "balance_after_rupiah")


@dataclass(frozen=True, slots=True)
class PayoutDraft:
    """What the payout form holds; `reference` of a transfer (bank, account), empty for cash; `slip` what was written by
    hand before.
    """

    form_key: str
    member_id: int
    rupiah: int
    method: PayoutMethod = PayoutMethod.CASH
    reference: str = ""
    slip: Slip | None = None


def record(db: Database, desk: Desk, draft: PayoutDraft, day: date | None = None) -> int:
    """Post a payout and return its entry's id; saving the same form again returns the first.

    An inactive member may still take what is owed. Raises `BadNumber`, `BadDay`, `FieldTooLong`, `UnknownMember`,
    `BalanceTooLow`, `DebtHoldsBack`, `PayoutBelowMinimum`, `BalanceMustStay`, `OpeningStands`, `NoCashSession`,
    `CashTooLittle`, and what `save_once` raises.
    """
    check_draft(draft)
    form = form_of(draft.form_key, draft, day)

    def act(connection: Connection) -> int:
        entry_id = record_part(connection, desk, draft, form, day)
        slips.keep(connection, entry_id, draft.slip)
        return entry_id

    return save_once(db, form, act)


def check_draft(draft: PayoutDraft) -> None:
    """Raise `BadNumber` or `FieldTooLong` for what nobody's balance is needed to refuse."""
    if draft.rupiah <= 0:
        raise BadNumber("zero" if draft.rupiah == 0 else "negative", str(draft.rupiah))
    if len(draft.reference) > REFERENCE_LIMIT:
        raise FieldTooLong("reference", REFERENCE_LIMIT)


def record_part(
    connection: Connection, desk: Desk, draft: PayoutDraft, form: Form, day: date | None, given_back_rupiah: int = 0
) -> int:
    """The part of `record` inside the transaction. The member's row is locked before the balance is read.

    `given_back_rupiah` is what the payout that this one replaces gave back to the same savings.
    """
    visit = visit_of(connection, desk, draft.member_id)
    member, days = visit.member, slips.days_of(connection, visit, draft.slip, day)
    if draft.slip is not None:
        refuse_before_opening(connection, member.id, draft.slip.day)
    balance = credit_balance_rupiah(connection, member.savings_account_id)
    debt = debt_rupiah(connection, member.id)
    check_payout(draft.rupiah, balance, rule_of(connection, days.rules), debt, given_back_rupiah)
    cash = draft.method is PayoutMethod.CASH
    paid_from = visit.cash_account_id if cash else int(SystemAccount.BANK)
    row = {
        "member_id": member.id,
        "method": draft.method,
        "reference": "" if cash else draft.reference.strip(),
        "rupiah": draft.rupiah,
        "balance_after_rupiah": balance - draft.rupiah,
    }
    entry_id = post(
        connection,
        Act(
            kind=EntryKind.PAYOUT,
            form=form,
            desk=desk,
            day=days.booked,
            heading=asdict(visit.heading),
            document_hash=document_hash([row[name] for name in COLUMNS], slips.row_of(draft.slip)),
            member_id=member.id,
            money=[Money(member.savings_account_id, paid_from, draft.rupiah)],
        ),
    )
    if cash:
        require_cash(connection, desk.counter_id)
    connection.execute(sa.insert(payout), {"entry_id": entry_id, **row})
    return entry_id


def check_payout(
    rupiah: int, balance_rupiah: int, rule: CounterRule, debt_rupiah: int = 0, given_back_rupiah: int = 0
) -> None:
    """Raise `BalanceTooLow`, `DebtHoldsBack`, `BadNumber`, `PayoutBelowMinimum` or `BalanceMustStay` for a payout that
    may not be made.

    Taking everything that a debt leaves free is always allowed below the minimum payout: nobody's last rupiah stays
    locked in. A debt does not hold back what a payout that is put right had taken already.
    """
    free = max(balance_rupiah - debt_rupiah, given_back_rupiah)
    if rupiah > balance_rupiah:
        raise BalanceTooLow(balance_rupiah, rupiah)
    if rupiah > free:
        raise DebtHoldsBack(balance_rupiah, debt_rupiah)
    if rupiah > MAX_RUPIAH:  # a larger balance goes out part by part
        raise BadNumber("too_large", str(rupiah))
    if balance_rupiah - rupiah < rule.minimum_balance_rupiah:
        most = min(free, balance_rupiah - rule.minimum_balance_rupiah)
        raise BalanceMustStay(rule.minimum_balance_rupiah, max(0, most))
    if rupiah < min(rule.minimum_payout_rupiah, free):
        raise PayoutBelowMinimum(rule.minimum_payout_rupiah)


def document_hash(row: Sequence[object], slip: Sequence[object] | None = None) -> str:
    """The hash that stands in the entry for its row of `payout` (`COLUMNS`), and for the slip it was written on."""
    return digest(canonical([*row, list(slip)] if slip is not None else list(row)))
