"""Correcting a deposit or a payout: its reversal and what replaces it, posted together or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.cash.queries import require_cash
from daurulang.corrections.goods import goods_last
from daurulang.corrections.model import replacement, reversal
from daurulang.corrections.service import ReversalDraft, reverse_part
from daurulang.database import Database
from daurulang.deposits import service as deposits
from daurulang.deposits.service import DepositDraft
from daurulang.errors import AlreadyPaidOut, CorrectionUncovered, ReversalRefused, UnknownReceipt
from daurulang.handwritten_slips import service as slips
from daurulang.handwritten_slips.service import Slip
from daurulang.ledger.model import EntryKind, Place, counter, entry
from daurulang.ledger.service import Desk, Form, form_of, format_number, save_once
from daurulang.members.visit import visits_of
from daurulang.payouts import service as payouts
from daurulang.payouts.model import payout
from daurulang.payouts.service import PayoutDraft
from daurulang.replacements.queries import open_day, replaced_by_one_of
from daurulang.stock.queries import StockKey
from daurulang.stock_errors import GoodsGone


@dataclass(frozen=True, slots=True)
class Corrected:
    """The ids of the two entries of a correction."""

    reversal_id: int
    replacement_id: int


def correct_deposit(db: Database, desk: Desk, undoing: ReversalDraft, draft: DepositDraft) -> Corrected:
    """Reverse a deposit and post another in its place, at the prices of its day in any case. They are posted on that
    day, or today where it is closed or too many of its goods went out since. Of the same member, class and village stay
    what they were, also when that member has left.

    The same two forms again give the first two entries. Raises what `corrections.service.reverse` and
    `deposits.service.record` raise, and `CorrectionUncovered` instead of `AlreadyPaidOut`.
    """
    form = form_of(draft.form_key, (undoing, draft))

    def record(connection: Connection, day: date | None) -> int:
        replaced = replaced_by_one_of(connection, undoing.original_id, draft.member_id)
        return deposits.record_part(connection, desk, draft, form, day, replaced)

    brought: dict[StockKey, int] = {}
    for line in draft.lines:
        key = StockKey(Place.WAREHOUSE, line.material_id, line.condition)
        brought[key] = brought.get(key, 0) + line.net
    instead = _Replacement(
        EntryKind.DEPOSIT, form, draft.member_id, draft.slip, record, brought, pays_cash=draft.pays_cash
    )
    return _correct(db, desk, undoing, instead)


def correct_payout(db: Database, desk: Desk, undoing: ReversalDraft, draft: PayoutDraft) -> Corrected:
    """Reverse a payout and post another in its place, as `correct_deposit` does with deposits."""
    payouts.check_draft(draft)
    form = form_of(draft.form_key, (undoing, draft))

    def record(connection: Connection, day: date | None) -> int:
        given_back = _paid_rupiah(connection, undoing.original_id, draft.member_id)
        return payouts.record_part(connection, desk, draft, form, day, given_back)

    return _correct(db, desk, undoing, _Replacement(EntryKind.PAYOUT, form, draft.member_id, draft.slip, record))


def _paid_rupiah(connection: Connection, original_id: int, member_id: int) -> int:
    """What a payout took out of the savings of that member; 0 where it was another's."""
    query = sa.select(payout.c.rupiah).where(payout.c.entry_id == original_id, payout.c.member_id == member_id)
    return int(connection.scalar(query) or 0)


@dataclass(frozen=True, slots=True)
class _Replacement:
    """What is posted instead: `record` posts it and gives the entry's id. `brought` is what comes into the store with
    it, in the base of its unit; the box is asked for what it `pays_cash` when both are posted.
    """

    kind: EntryKind
    form: Form
    member_id: int
    slip: Slip | None
    record: Callable[[Connection, date | None], int]
    brought: Mapping[StockKey, int] = field(default_factory=dict)
    pays_cash: bool = False


def _correct(db: Database, desk: Desk, undoing: ReversalDraft, instead: _Replacement) -> Corrected:
    replacement_id = save_once(db, instead.form, lambda connection: _post_both(connection, desk, undoing, instead))
    with db.reading() as connection:
        query = sa.select(reversal.c.entry_id).where(reversal.c.original_id == undoing.original_id)
        return Corrected(int(connection.execute(query).scalar_one()), replacement_id)


def _post_both(connection: Connection, desk: Desk, undoing: ReversalDraft, instead: _Replacement) -> int:
    original = connection.execute(
        sa.select(entry.c.kind, entry.c.member_id, entry.c.day, entry.c.sequence, counter.c.code)
        .join(counter, counter.c.id == entry.c.counter_id)
        .where(entry.c.id == undoing.original_id)
    ).one_or_none()
    if original is None:
        raise UnknownReceipt(str(undoing.original_id))
    number = format_number(original.code, original.sequence)
    if original.kind not in (instead.kind, EntryKind.REVERSAL):  # of a reversal the reversing itself says so
        raise ReversalRefused(number, "other_kind")
    if original.member_id is not None:  # both members are locked in one order, whoever comes first below
        visits_of(connection, desk, {original.member_id, instead.member_id})
    day = _day_of_both(connection, undoing.original_id, original.day, instead)

    def undo(draft: ReversalDraft) -> None:
        reverse_part(connection, desk, draft, form_of(undoing.form_key, undoing), day, instead.form.key)

    record = partial(instead.record, connection, day)
    covers = original.member_id == instead.member_id
    replacement_id = _in_the_order_that_is_covered(undo, undoing, record, number, covers=covers)
    if instead.pays_cash:
        require_cash(connection, desk.counter_id)
    row = {"entry_id": replacement_id, "original_id": undoing.original_id}
    connection.execute(sa.insert(replacement), row)
    slips.keep(connection, replacement_id, instead.slip)
    return replacement_id


def _day_of_both(connection: Connection, original_id: int, day: date, instead: _Replacement) -> date | None:
    """The day of the original while it is open and the store had enough on all days since; else None, for today. What
    comes in its place comes on the day of its slip while that is open.
    """
    on = open_day(connection, day)
    if on is None:
        return None
    comes = (instead.slip and open_day(connection, instead.slip.day)) or on
    return on if goods_last(connection, original_id, on, instead.brought, comes) else None


def _in_the_order_that_is_covered(
    undo: Callable[[ReversalDraft], None],
    undoing: ReversalDraft,
    record: Callable[[], int],
    number: str,
    *,
    covers: bool,
) -> int:
    """Undo and record, and return the id of what was recorded.

    The reversal comes first, so that the balance on the new paper is the one that counts: of a payout it gives back
    what the new one takes. A deposit of which too much was paid out since is reversed after the new one has come in
    where that is the same member's (`covers`), which leaves the least that may become a debt; so is one whose goods
    have left the store since.
    """
    try:
        try:
            undo(replace(undoing, debt_rupiah=0) if covers else undoing)
            return record()
        except GoodsGone:
            replacement_id = record()
        except AlreadyPaidOut:
            if not covers:
                raise
            replacement_id = record()
        undo(undoing)
        return replacement_id
    except AlreadyPaidOut as short:
        raise CorrectionUncovered(number, short.rupiah - short.balance_rupiah, short.debt_allowed) from short
