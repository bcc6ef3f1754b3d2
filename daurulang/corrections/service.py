"""Reversing an act: a new entry with every transfer turned round, which names its original and the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.cash.queries import require_session
from daurulang.centre.queries import rule_of
from daurulang.corrections.model import LEAST_REASON, LONGEST_REASON, reversal
from daurulang.corrections.queries import standing_openings
from daurulang.database import Database, insert_many
from daurulang.errors import (
    AlreadyPaidOut,
    ApproverRefused,
    FieldTooLong,
    OpeningStands,
    ReasonTooShort,
    ReversalRefused,
    UnknownReceipt,
)
from daurulang.ledger.form_key import new_form_key
from daurulang.ledger.model import (
    CLOSING_KINDS,
    EntryKind,
    Place,
    SystemAccount,
    counter,
    entry,
    mass_transfer,
    money_transfer,
)
from daurulang.ledger.queries import credit_balance_rupiah, credit_balances_rupiah
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
    post_many,
    save_once,
)
from daurulang.members.visit import visit_of, visits_of
from daurulang.staff.queries import staff_members

# What enters the document's hash, in this order, for good; `debt_rupiah` follows where it is not 0.
COLUMNS = ("original_id", "reason", "approver_id", "balance_after_rupiah")
_OF_MEMBERS = (EntryKind.DEPOSIT, EntryKind.PAYOUT, EntryKind.OPENING_BALANCE, EntryKind.DEBT_REPAYMENT)
# Goods have moved on since a count: they are counted once more; a closed month is opened again.
_NEVER_REVERSED = {EntryKind.STOCKTAKE: "of_the_stock", **dict.fromkeys(CLOSING_KINDS, "of_a_closing")}
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


@dataclass(frozen=True, slots=True)
class _Original:
    """The act to be undone, with its transfers turned round."""

    id: int
    number: str
    kind: EntryKind
    member_id: int
    day: date
    money: tuple[Money, ...]
    mass: tuple[Mass, ...]

    def moves(self, savings: Mapping[int, int]) -> bool:
        """Whether it moves its member's savings; these are the accounts by member."""
        account_id = savings.get(self.member_id)
        return any(account_id in (each.debit_account_id, each.credit_account_id) for each in self.money)

    def out_of(self, account_id: int) -> int:
        """The rupiah that undoing it takes out of an account the centre owes."""
        return sum(each.rupiah for each in self.money if each.debit_account_id == account_id)

    def into(self, account_id: int) -> int:
        """The rupiah that undoing it puts into it."""
        return sum(each.rupiah for each in self.money if each.credit_account_id == account_id)


def reverse(db: Database, desk: Desk, draft: ReversalDraft, day: date | None = None) -> int:
    """Post the reversal and return its entry's id; saving the same form again returns the first.

    Raises `ReasonTooShort`, `FieldTooLong`, `ApproverRefused`, `UnknownReceipt`, `ReversalRefused`, `AlreadyPaidOut`,
    `BadDay`, `NoCashSession`, and what `save_once` raises.
    """
    form = form_of(draft.form_key, draft)

    def act(connection: Connection) -> int:
        return reverse_part(connection, desk, draft, form, day)

    return save_once(db, form, act)


def reverse_part(
    connection: Connection, desk: Desk, draft: ReversalDraft, form: Form, day: date | None, replaced_by: str = ""
) -> int:
    """The part of `reverse` inside the transaction. The member's row is locked before the balance is read.

    `replaced_by` is the key of the form that is posted in place of the original, which the chain of hashes then holds.
    """
    reason = checked_reason(draft.reason)
    approver = _approver(connection, desk, draft.approver_id)
    original = _original(connection, draft.original_id)
    visit = visit_of(connection, desk, original.member_id)
    _refuse_second(connection, draft.original_id, original.number)
    savings = visit.member.savings_account_id
    balance_before = credit_balance_rupiah(connection, savings)
    taken, given = original.out_of(savings), original.into(savings)
    the_day = visit.day_of(day)
    if the_day < original.day:
        raise ReversalRefused(original.number, "before_original")
    _refuse_behind_opening(connection, [original], {original.member_id: savings})
    _require_boxes(connection, desk, original)
    debt = _debt(connection, original, balance_before, taken, the_day, draft.debt_rupiah)
    row = {
        "original_id": draft.original_id,
        "reason": reason,
        "approver_id": draft.approver_id,
        "balance_after_rupiah": balance_before + debt - taken + given,
    }
    entry_id = post(
        connection,
        Act(
            kind=EntryKind.REVERSAL,
            form=form,
            desk=desk,
            day=the_day,
            heading={**asdict(visit.heading), APPROVER: approver},
            document_hash=document_hash([row[name] for name in COLUMNS], replaced_by, debt),
            member_id=original.member_id,
            money=[*money_of_debt(savings, debt), *original.money],
            mass=original.mass,
        ),
    )
    connection.execute(sa.insert(reversal), {"entry_id": entry_id, **row, "debt_rupiah": debt})
    return entry_id


def _debt(
    connection: Connection, original: _Original, balance_rupiah: int, taken_rupiah: int, day: date, agreed_rupiah: int
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


def _require_boxes(connection: Connection, desk: Desk, original: _Original) -> None:
    """Cash goes back over the counter it was paid at: raise `NoCashSession` while its box is closed.

    That may be another counter than the one that posts. Both are locked before the entry gets its id, the lower one
    first: nothing moves behind a count, whose entry then comes later, and two counters do not wait for each other.
    """
    accounts = [account_id for each in original.money for account_id in (each.debit_account_id, each.credit_account_id)]
    paid_at = connection.scalars(sa.select(counter.c.id).where(counter.c.cash_account_id.in_(accounts))).all()
    if paid_at:
        both = sa.select(counter.c.id).where(counter.c.id.in_({desk.counter_id, *paid_at})).order_by(counter.c.id)
        connection.execute(both.with_for_update()).all()
    for counter_id in paid_at:
        require_session(connection, counter_id)


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


def reverse_many(
    connection: Connection, desk: Desk, original_ids: Sequence[int], reason: str, progress: Progress | None = None
) -> None:
    """Reverse acts of members that no reversal names yet, each on the day of its original, approved by whoever does it.

    `progress` is told how many are done; it may raise to cancel. Raises `AlreadyPaidOut`, `ReversalRefused`.
    """
    reason = reason[:LONGEST_REASON]
    for start in range(0, len(original_ids), _AT_ONCE):
        some = original_ids[start : start + _AT_ONCE]
        _reverse_some(connection, desk, _originals(connection, some), reason)
        if progress:
            progress(min(start + _AT_ONCE, len(original_ids)), len(original_ids))


def _reverse_some(connection: Connection, desk: Desk, originals: Sequence[_Original], reason: str) -> None:
    visits = visits_of(connection, desk, [each.member_id for each in originals])
    accounts = {id_: visit.member.savings_account_id for id_, visit in visits.items()}
    _refuse_behind_opening(connection, originals, accounts)
    balances = credit_balances_rupiah(connection, list(accounts.values()))
    acts, rows = [], []
    for original in originals:
        visit = visits[original.member_id]
        savings = visit.member.savings_account_id
        taken, given = original.out_of(savings), original.into(savings)
        if taken > balances[savings]:
            raise AlreadyPaidOut(original.number, balances[savings], taken)
        balances[savings] += given - taken
        row = (original.id, reason, desk.staff_id, balances[savings])
        rows.append(row)
        acts.append(
            Act(
                kind=EntryKind.REVERSAL,
                form=Form(new_form_key(), digest(canonical(row))),
                desk=desk,
                day=original.day,
                heading={**asdict(visit.heading), APPROVER: visit.heading.clerk},
                document_hash=document_hash(row),
                member_id=original.member_id,
                money=original.money,
                mass=original.mass,
            )
        )
    ids = post_many(connection, acts)
    named = [dict(zip(("entry_id", *COLUMNS), (id_, *row), strict=True)) for id_, row in zip(ids, rows, strict=True)]
    insert_many(connection, reversal, named)


_MONEY = ("entry_id", "debit_account_id", "credit_account_id", "rupiah")
_MASS = (
    *("entry_id", "from_place_id", "from_material_id", "to_place_id", "to_material_id"),
    *("grams", "pieces", "millilitres"),
)


def _original(connection: Connection, entry_id: int) -> _Original:
    """One act to be undone; raises `UnknownReceipt`, `ReversalRefused`."""
    found = _originals(connection, [entry_id])
    if not found:
        raise UnknownReceipt(str(entry_id))
    return found[0]


def _originals(connection: Connection, entry_ids: Sequence[int]) -> list[_Original]:
    """The acts in their order with their transfers turned round; raises `ReversalRefused`."""
    rows = connection.execute(
        sa.select(entry.c.id, entry.c.kind, entry.c.member_id, entry.c.day, entry.c.sequence, counter.c.code)
        .join(counter, counter.c.id == entry.c.counter_id)
        .where(entry.c.id.in_(entry_ids))
        .order_by(entry.c.id)
    ).all()
    money = _transfers(connection, money_transfer, _MONEY, entry_ids)
    mass = _transfers(connection, mass_transfer, _MASS, entry_ids)
    found = []
    for row in rows:
        number = format_number(row.code, row.sequence)
        if row.kind is EntryKind.REVERSAL:
            raise ReversalRefused(number, "is_reversal")
        if row.kind not in _OF_MEMBERS:
            raise ReversalRefused(number, _NEVER_REVERSED.get(row.kind, "of_the_box"))
        turned = turned_round(
            [Money(*each) for each in money.get(row.id, ())],
            [Mass(Place(each[0]), each[1], Place(each[2]), *each[3:]) for each in mass.get(row.id, ())],
        )
        found.append(_Original(row.id, number, row.kind, row.member_id, row.day, *turned))
    return found


def _transfers(
    connection: Connection, table: sa.Table, names: Sequence[str], entry_ids: Sequence[int]
) -> dict[int, list[Sequence[int]]]:
    query = sa.select(*(table.c[name] for name in names)).where(table.c.entry_id.in_(entry_ids))
    found: dict[int, list[Sequence[int]]] = {}
    for entry_id, *rest in connection.execute(query.order_by(table.c.entry_id, table.c.position)):
        found.setdefault(entry_id, []).append(rest)
    return found


def _refuse_behind_opening(connection: Connection, originals: Sequence[_Original], savings: Mapping[int, int]) -> None:
    """What an opening balance states holds all that had moved the savings until its day: undoing that would take it
    away from what is owed. What was posted after it came on top, on that day too. `savings`: accounts by member.
    """
    moved = [each for each in originals if each.kind is not EntryKind.OPENING_BALANCE and each.moves(savings)]
    openings = standing_openings(connection, {each.member_id for each in moved}) if moved else {}
    for each in moved:
        opening = openings.get(each.member_id)
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
