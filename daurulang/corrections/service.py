"""Reversing an act: a new entry with every transfer turned round, which names its original and the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.cash.queries import require_cash
from daurulang.centre.queries import rule_of
from daurulang.corrections.goods import refuse_short_days, settled
from daurulang.corrections.model import LEAST_REASON, LONGEST_REASON, reversal
from daurulang.corrections.originals import Original, original_of, originals_of
from daurulang.corrections.queries import standing_openings
from daurulang.database import Database, insert_many
from daurulang.errors import (
    AlreadyPaidOut,
    ApproverRefused,
    FieldTooLong,
    OpeningStands,
    ReasonTooShort,
    ReversalRefused,
)
from daurulang.ledger.form_key import new_form_key
from daurulang.ledger.model import EntryKind, SystemAccount, counter, entry
from daurulang.ledger.queries import credit_balance_rupiah, credit_balances_rupiah
from daurulang.ledger.service import (
    Act,
    Desk,
    Form,
    Money,
    canonical,
    digest,
    form_of,
    format_number,
    post,
    post_many,
    save_once,
)
from daurulang.members.visit import AtDesk, Visit, at_desk, visit_of, visits_of
from daurulang.staff.queries import staff_members

# What enters the document's hash, in this order, for good; `debt_rupiah` follows where it is not 0.
COLUMNS = ("original_id", "reason", "approver_id", "balance_after_rupiah")
APPROVER = "approver"
"""Whose name stands in the heading of a reversal beside those of all headings."""
Progress = Callable[[int, int], None]
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class ReversalDraft:
    """What the form of a reversal holds: the entry to be undone, why, and who approved. Of a deposit that was paid out
    already, `debt_rupiah` is how much of it may become a debt of the member, as was agreed; never more does.
    """

    form_key: str
    original_id: int
    reason: str
    approver_id: int
    debt_rupiah: int = 0


def reverse(db: Database, desk: Desk, draft: ReversalDraft, day: date | None = None) -> int:
    """Post the reversal and return its entry's id; saving the same form again returns the first.

    Raises `ReasonTooShort`, `FieldTooLong`, `ApproverRefused`, `UnknownReceipt`, `ReversalRefused`, `AlreadyPaidOut`,
    `GoodsGone`, `StoreLaidAside`, `PaymentsStand`, `BadDay`, `NoCashSession`, `CashTooLittle`, and what `save_once`
    raises.
    """
    form = form_of(draft.form_key, draft, day)

    def act(connection: Connection) -> int:
        entry_id = reverse_part(connection, desk, draft, form, day)
        if day is not None:
            refuse_short_days(connection, [entry_id])
        return entry_id

    return save_once(db, form, act)


def reverse_part(
    connection: Connection, desk: Desk, draft: ReversalDraft, form: Form, day: date | None, replaced_by: str = ""
) -> int:
    """The part of `reverse` inside the transaction. The member's row is locked before the balance is read.

    `replaced_by` is the key of the form that is posted in place of the original, which the chain of hashes then holds.
    """
    reason = checked_reason(draft.reason)
    approver = _approver(connection, desk, draft.approver_id)
    original = original_of(connection, draft.original_id)
    who = _who(connection, desk, original)
    _refuse_second(connection, draft.original_id, original.number)
    the_day = who.day_of(day)
    if the_day < original.day:
        raise ReversalRefused(original.number, "before_original")
    (original,) = settled(connection, [original])
    savings = who.member.savings_account_id if isinstance(who, Visit) else None
    if savings is not None and original.member_id is not None:
        _refuse_behind_opening(connection, [original], {original.member_id: savings})
    boxes = _locked_boxes(connection, desk, original)
    debt, balance_after = 0, None
    if savings is not None:
        debt, balance_after = _of_savings(connection, original, savings, the_day, draft.debt_rupiah)
    row = {
        "original_id": draft.original_id,
        "reason": reason,
        "approver_id": draft.approver_id,
        "balance_after_rupiah": balance_after,
    }
    entry_id = post(
        connection,
        Act(
            kind=EntryKind.REVERSAL,
            form=form,
            desk=desk,
            day=the_day,
            heading={**asdict(who.heading), APPROVER: approver},
            document_hash=document_hash([row[name] for name in COLUMNS], replaced_by, debt),
            member_id=original.member_id,
            money=[*(money_of_debt(savings, debt) if savings else ()), *original.money],
            mass=original.mass,
        ),
    )
    for counter_id in boxes:
        require_cash(connection, counter_id)
    connection.execute(sa.insert(reversal), {"entry_id": entry_id, **row, "debt_rupiah": debt})
    return entry_id


def _who(connection: Connection, desk: Desk, original: Original) -> Visit | AtDesk:
    """The member of the act at this counter, or the counter alone; another reversal of the same act waits here."""
    if original.member_id is not None:
        return visit_of(connection, desk, original.member_id)
    connection.execute(sa.select(entry.c.id).where(entry.c.id == original.id).with_for_update()).all()
    return at_desk(connection, desk)


def _of_savings(
    connection: Connection, original: Original, savings_account_id: int, day: date, agreed_rupiah: int
) -> tuple[int, int]:
    """The debt that undoing it makes, and the balance after it."""
    balance = credit_balance_rupiah(connection, savings_account_id)
    taken, given = original.out_of(savings_account_id), original.into(savings_account_id)
    debt = _debt(connection, original, balance, taken, day, agreed_rupiah)
    return debt, balance + debt - taken + given


def _debt(
    connection: Connection, original: Original, balance_rupiah: int, taken_rupiah: int, day: date, agreed_rupiah: int
) -> int:
    """What the savings no longer hold of a deposit and becomes a debt; raises `AlreadyPaidOut` where it may not."""
    missing = taken_rupiah - balance_rupiah
    if missing <= 0:
        return 0
    allowed = original.kind is EntryKind.DEPOSIT and rule_of(connection, day).debt_allowed
    if not allowed or missing > agreed_rupiah:
        raise AlreadyPaidOut(original.number, balance_rupiah, taken_rupiah, allowed)
    return missing


def money_of_debt(savings_account_id: int, rupiah: int) -> list[Money]:
    """The transfer that makes a debt, none of 0 rupiah. It comes before those that are turned round, so that the
    savings are not below zero in between.
    """
    return [Money(SystemAccount.DEBT, savings_account_id, rupiah)] if rupiah else []


def _locked_boxes(connection: Connection, desk: Desk, original: Original) -> Sequence[int]:
    """The counters that cash was paid at, over which it goes back: that may be another than the one that posts.

    All are locked before the entry gets its id, the lower one first: nothing moves behind a count, whose entry then
    comes later, and two counters do not wait for each other.
    """
    accounts = [account_id for each in original.money for account_id in (each.debit_account_id, each.credit_account_id)]
    paid_at = connection.scalars(sa.select(counter.c.id).where(counter.c.cash_account_id.in_(accounts))).all()
    if paid_at:
        both = sa.select(counter.c.id).where(counter.c.id.in_({desk.counter_id, *paid_at})).order_by(counter.c.id)
        connection.execute(both.with_for_update()).all()
    return paid_at


def checked_reason(reason: str) -> str:
    """The reason in single blanks; raises `ReasonTooShort`, `FieldTooLong`."""
    reason = " ".join(reason.split())
    if len(reason) < LEAST_REASON:
        raise ReasonTooShort(LEAST_REASON)
    if len(reason) > LONGEST_REASON:
        raise FieldTooLong("reason", LONGEST_REASON)
    return reason


def _approver(connection: Connection, desk: Desk, approver_id: int) -> str:
    """The name of who approves: somebody else who works here, or who posts it where nobody else does."""
    active = {each.id: each.name for each in staff_members(connection) if each.active}
    if approver_id not in active:
        raise ApproverRefused("inactive")
    if approver_id == desk.staff_id and len(active) > 1:
        raise ApproverRefused("same")
    return active[approver_id]


def document_hash(row: Sequence[object], replaced_by: str = "", debt_rupiah: int = 0) -> str:
    """The hash that stands in the entry for its row of `reversal` (`COLUMNS`), for what was posted instead of the
    original (the key of its form), and for the debt it made.
    """
    if debt_rupiah:
        return digest(canonical([*row, replaced_by, debt_rupiah]))
    return digest(canonical([*row, replaced_by] if replaced_by else list(row)))


def reverse_many(
    connection: Connection, desk: Desk, original_ids: Sequence[int], reason: str, progress: Progress | None = None
) -> None:
    """Reverse acts that no reversal names yet, each on the day of its original, approved by whoever does it.

    `progress` is told how many are done; it may raise to cancel. Raises `AlreadyPaidOut`, `ReversalRefused`,
    `GoodsGone`, `StoreLaidAside`.
    """
    reason = reason[:LONGEST_REASON]
    visits = _visits_of(connection, desk, original_ids)
    posted = []
    for start in range(0, len(original_ids), _AT_ONCE):
        some = original_ids[start : start + _AT_ONCE]
        posted += _reverse_some(connection, desk, originals_of(connection, some), visits, reason)
        if progress:
            progress(min(start + _AT_ONCE, len(original_ids)), len(original_ids))
    refuse_short_days(connection, posted)


def _visits_of(connection: Connection, desk: Desk, original_ids: Sequence[int]) -> dict[int, Visit]:
    """The members of all acts, locked before any store or counter is: whoever serves one holds the member first."""
    members: set[int] = set()
    for start in range(0, len(original_ids), _AT_ONCE):
        some = entry.c.id.in_(original_ids[start : start + _AT_ONCE])
        members.update(connection.scalars(sa.select(entry.c.member_id).where(some, entry.c.member_id.is_not(None))))
    return visits_of(connection, desk, members)


def _reverse_some(
    connection: Connection, desk: Desk, originals: Sequence[Original], visits: Mapping[int, Visit], reason: str
) -> list[int]:
    own = {each.member_id for each in originals if each.member_id is not None}
    accounts = {id_: visits[id_].member.savings_account_id for id_ in own}
    _refuse_behind_opening(connection, originals, accounts)
    balances = credit_balances_rupiah(connection, list(accounts.values()))
    alone = at_desk(connection, desk)
    originals = settled(connection, originals)
    acts, rows = [], []
    for original in originals:
        who: Visit | AtDesk = alone if original.member_id is None else visits[original.member_id]
        balance = None if isinstance(who, AtDesk) else _balance_after(original, who, balances)
        row = (original.id, reason, desk.staff_id, balance)
        rows.append(row)
        acts.append(
            Act(
                kind=EntryKind.REVERSAL,
                form=Form(new_form_key(), digest(canonical(row))),
                desk=desk,
                day=original.day,
                heading={**asdict(who.heading), APPROVER: who.heading.clerk},
                document_hash=document_hash(row),
                member_id=original.member_id,
                money=original.money,
                mass=original.mass,
            )
        )
    ids = post_many(connection, acts)
    named = [dict(zip(("entry_id", *COLUMNS), (id_, *row), strict=True)) for id_, row in zip(ids, rows, strict=True)]
    insert_many(connection, reversal, named)
    return ids


def _balance_after(original: Original, visit: Visit, balances: dict[int, int]) -> int:
    """The savings once it is undone, which the next one begins with; raises `AlreadyPaidOut`."""
    savings = visit.member.savings_account_id
    taken, given = original.out_of(savings), original.into(savings)
    if taken > balances[savings]:
        raise AlreadyPaidOut(original.number, balances[savings], taken)
    balances[savings] += given - taken
    return balances[savings]


def _refuse_behind_opening(connection: Connection, originals: Sequence[Original], savings: Mapping[int, int]) -> None:
    """What an opening balance states holds all that had moved the savings until its day: undoing that would take it
    away from what is owed. What was posted after it came on top, on that day too. `savings`: accounts by member.
    """
    moved = [each for each in originals if each.kind is not EntryKind.OPENING_BALANCE and each.moves(savings)]
    members = {each.member_id for each in moved if each.member_id is not None}
    openings = standing_openings(connection, members) if members else {}
    for each in moved:
        opening = openings.get(each.member_id or 0)
        if opening is not None and each.day <= opening.day and each.id < opening.entry_id:
            raise OpeningStands(opening.day)


def _refuse_second(connection: Connection, original_id: int, number: str) -> None:
    found = connection.execute(
        sa.select(entry.c.sequence, counter.c.code)
        .join(reversal, reversal.c.entry_id == entry.c.id)
        .join(counter, counter.c.id == entry.c.counter_id)
        .where(reversal.c.original_id == original_id)
    ).one_or_none()
    if found is not None:
        raise ReversalRefused(number, "reversed_before", format_number(found.code, found.sequence))
