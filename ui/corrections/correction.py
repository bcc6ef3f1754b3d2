"""What is to be undone or put right, and what the form of a counter needs to know of it. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from daurulang.centre.queries import rule_in_force
from daurulang.corrections.service import ReversalDraft
from daurulang.database import Database
from daurulang.errors import ReversalRefused
from daurulang.ledger.model import EntryKind
from daurulang.members.queries import Member, MemberAtCounter, at_counter
from daurulang.receipts.queries import DepositPart, Receipt
from daurulang.receipts.service import look_at
from daurulang.replacements.queries import day_of_correction, price_day_of_correction
from daurulang.reports.daily import CounterAct, act_of_entry
from daurulang.staff.queries import StaffMember, staff_list


@dataclass(frozen=True, slots=True)
class Undoing:
    """An act to be undone: as it was printed, whose it is with the balance of now, and who may approve.
    `debt_allowed` where what was paid out of it may be owed.
    """

    act: CounterAct
    receipt: Receipt
    member: MemberAtCounter
    approvers: tuple[StaffMember, ...]
    debt_allowed: bool = False

    @property
    def balance_after_rupiah(self) -> int:
        """The savings once it is undone; below zero where that is not possible."""
        return self.member.balance_rupiah - saved_rupiah(self.receipt)

    @property
    def missing_rupiah(self) -> int:
        """What was paid out of it already and is no longer in the savings."""
        return max(0, -self.balance_after_rupiah)


@dataclass(frozen=True, slots=True)
class Correction:
    """An act that is being put right; `undoing` is saved together with what stands in its place."""

    act: CounterAct
    receipt: Receipt
    undoing: ReversalDraft

    @property
    def number(self) -> str:
        """The number of what is put right."""
        return self.act.number

    def undone_rupiah(self, member_id: int) -> int:
        """What undoing it takes out of the savings of a member; less than nothing where it gives back."""
        taken = saved_rupiah(self.receipt) - self.undoing.debt_rupiah
        return taken if member_id == self.act.member_id else 0

    def is_of(self, member: Member) -> bool:
        """Whether it is that member's own act that is put right."""
        return member.id == self.act.member_id

    def class_of(self, member: Member) -> int:
        """Whose prices hold: for the member whose deposit it was, those of the class of then."""
        done = self.receipt.done
        if isinstance(done, DepositPart) and self.is_of(member):
            return done.member_class_id
        return member.member_class_id

    def owing(self, debt_rupiah: int) -> Correction:
        """The same where so much may become a debt of whose act it was."""
        return replace(self, undoing=replace(self.undoing, debt_rupiah=debt_rupiah))


def undoing_of(db: Database, number: str, clerk: StaffMember, today: date) -> Undoing:
    """What is asked about before an act is undone: several answers, each as it stands now.

    Raises `UnknownReceipt`, and `ReversalRefused` where it is plain already.
    """
    receipt = look_at(db, number)
    act = act_of_entry(db, receipt.entry_id)
    if act.kind is EntryKind.REVERSAL:
        raise ReversalRefused(act.number, "is_reversal")
    if act.reversed_by:
        raise ReversalRefused(act.number, "reversed_before", act.reversed_by)
    allowed = act.kind is EntryKind.DEPOSIT and rule_in_force(db, today).debt_allowed
    return Undoing(act, receipt, at_counter(db, act.member_id), approvers_of(db, clerk), allowed)


def approvers_of(db: Database, clerk: StaffMember) -> tuple[StaffMember, ...]:
    """Who may approve what somebody undoes: all others who work here, or that one alone."""
    active = tuple(each for each in staff_list(db) if each.active)
    return tuple(each for each in active if each.id != clerk.id) or active


def form_day(db: Database, correction: Correction, today: date) -> date:
    """The day whose prices and rules hold for what replaces it."""
    if correction.receipt.slip is not None:
        return correction.receipt.slip.day
    priced = price_day_of_correction(db, correction.act.entry_id) if correction.act.kind is EntryKind.DEPOSIT else None
    return priced or day_of_correction(db, correction.act.day) or today


def saved_rupiah(receipt: Receipt) -> int:
    """What an act put into the savings; less than nothing where it took out."""
    return receipt.balance_after_rupiah - receipt.balance_before_rupiah
