"""What can go wrong in a way the person at the counter can mend.

Each class carries data, never a sentence: the window words it in `ui/wording.py`, the command line in
`daurulang/wording.py`. Every other exception is a bug.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


class UserError(Exception):
    """The act was refused and nothing was changed."""


# --- what is typed ---------------------------------------------------------------------------------------------


@dataclass(eq=False)
class BadNumber(UserError):
    """`reason`: empty, not_a_number, too_many_decimals, not_whole, zero, negative, too_large."""

    reason: str
    text: str = ""


@dataclass(eq=False)
class FieldMissing(UserError):
    """`field` is the attribute of the draft that must not be empty."""

    field: str


@dataclass(eq=False)
class FieldTooLong(UserError):
    field: str
    limit: int


@dataclass(eq=False)
class BadPin(UserError):
    """A PIN is 4 to 12 digits."""


@dataclass(eq=False)
class WrongPin(UserError):
    """Name and PIN do not belong together."""


@dataclass(eq=False)
class LastClerk(UserError):
    """The only clerk who can still sign in must stay active."""

    name: str


@dataclass(eq=False)
class AlreadyTaken(UserError):
    """`value` of `field` (code, name, passbook number) belongs to somebody or something else."""

    field: str
    value: str


# --- what is not there -----------------------------------------------------------------------------------------


@dataclass(eq=False)
class NotSetUp(UserError):
    """The book has no centre yet."""


@dataclass(eq=False)
class AlreadySetUp(UserError):
    """The book has its centre already; it cannot be given a second one."""


@dataclass(eq=False)
class UnknownMember(UserError):
    number: str


@dataclass(eq=False)
class MemberInactive(UserError):
    name: str


@dataclass(eq=False)
class UnknownVillage(UserError):
    text: str


@dataclass(eq=False)
class UnknownMaterial(UserError):
    text: str


@dataclass(eq=False)
class UnknownReceipt(UserError):
    number: str


@dataclass(eq=False)
class PriceMissing(UserError):
    """No buy price is in force on that day for the material in that condition (a code of `Condition`)."""

    material: str
    condition: str


# --- deposits and payouts --------------------------------------------------------------------------------------


@dataclass(eq=False)
class NoLines(UserError):
    """A deposit without a single line."""


@dataclass(eq=False)
class LineRefused(UserError):
    """Line `position` (from 1) cannot be weighed in so: `reason` is tare_too_large, reason_missing, too_heavy,
    inactive_material or negative.

    `limit` is the largest quantity one line may have, in the unit's base (grams, pieces, millilitres).
    """

    position: int
    reason: str
    limit: int = 0


@dataclass(eq=False)
class SplitRefused(UserError):
    """The cash part of a split must lie between 1 rupiah and the total less 1."""

    total_rupiah: int


@dataclass(eq=False)
class TotalChanged(UserError):
    """The total that was read back to the member is not what the prices of the day give."""

    read_back_rupiah: int
    total_rupiah: int


@dataclass(eq=False)
class BalanceTooLow(UserError):
    balance_rupiah: int
    asked_rupiah: int


@dataclass(eq=False)
class PayoutBelowMinimum(UserError):
    minimum_rupiah: int


@dataclass(eq=False)
class BalanceMustStay(UserError):
    """The payout would leave less than the centre's minimum balance; `most_rupiah` can be paid out."""

    minimum_balance_rupiah: int
    most_rupiah: int


@dataclass(eq=False)
class ReasonTooShort(UserError):
    """A reversal says why, in `least` letters or more."""

    least: int


@dataclass(eq=False)
class ReversalRefused(UserError):
    """The act `number` cannot be reversed: `reason` is reversed_before (by the act `other`), is_reversal, of_the_box
    (what was done with the cash box alone), of_the_stock (a count), or of_a_closing; or not replaced so: other_kind.
    """

    number: str
    reason: str
    other: str = ""


@dataclass(eq=False)
class ApproverRefused(UserError):
    """`reason`: same (who approves is somebody else, where somebody else works), inactive."""

    reason: str


@dataclass(eq=False)
class CorrectionUncovered(UserError):
    """What was corrected leaves savings short of `missing_rupiah`, paid out since. A debt if `debt_allowed`."""

    number: str
    missing_rupiah: int
    debt_allowed: bool = False


@dataclass(eq=False)
class CheckCodeIncomplete(UserError):
    """A check code has 16 signs, 0 to 9 and a to f."""


@dataclass(eq=False)
class AlreadyPaidOut(UserError):
    """What the act saved was paid out since: `balance_rupiah` of `rupiah` are left. A debt if `debt_allowed`."""

    number: str
    balance_rupiah: int
    rupiah: int
    debt_allowed: bool = False


@dataclass(eq=False)
class UnitKept(UserError):
    """What was weighed in as kilograms cannot become pieces: a material keeps its unit once it was posted."""

    material: str


@dataclass(eq=False)
class ReasonMissing(UserError):
    """A change that jumps, or stands above the sell price, needs a reason."""

    material: str


@dataclass(eq=False)
class FormKeyReused(UserError):
    """The form's key was posted before with another content."""

    number: str


@dataclass(eq=False)
class NotSaved(UserError):
    """The commit failed and a new connection confirms that nothing was posted."""


@dataclass(eq=False)
class CommitFailed(UserError):
    """The commit itself failed: whether the change is there must be looked up before it is made once more."""


@dataclass(eq=False)
class OutcomeUnknown(UserError):
    """The commit failed and the database cannot be asked; the same form may be saved again without harm."""


# --- workbooks and files ---------------------------------------------------------------------------------------


@dataclass(eq=False)
class WorkbookRefused(UserError):
    """`reason`: missing, not_a_workbook, old_format, too_large, protected, no_header, empty, unreadable."""

    path: str
    reason: str


@dataclass(eq=False)
class ColumnsMissing(UserError):
    """The columns named by their field (`name`, `code` …) that no header of the sheet matches."""

    fields: tuple[str, ...]


@dataclass(eq=False)
class RowsRefused(UserError):
    """The dry run found rows that cannot be taken, so none was."""

    count: int


@dataclass(eq=False)
class BookChanged(UserError):
    """The book is no longer what the dry run saw: the list must be looked at again."""


@dataclass(eq=False)
class BatchInUse(UserError):
    """`count` rows of the batch already carry entries, so it cannot be undone."""

    count: int


@dataclass(eq=False)
class FileNotWritten(UserError):
    path: str


@dataclass(eq=False)
class PrinterRefused(UserError):
    """The paper did not come out of `printer`; the document lies at `path`. `reason`: no_program (nothing on this
    machine hands papers to a printer), slow (no answer in time), refused (`detail` is what the system said).
    """

    printer: str
    path: str
    reason: str
    detail: str = ""


@dataclass(eq=False)
class MonthClosed(UserError):
    """The month of that day is closed: nothing more is posted into it."""


@dataclass(eq=False)
class OpeningStands(UserError):
    """The opening balance of `day` holds what was saved until then; it can have only one beginning."""

    day: date


@dataclass(eq=False)
class MonthNotOver(UserError):
    """A month is closed when its last day has gone by; `month` is its first day."""

    month: date


@dataclass(eq=False)
class MonthBeforeOpen(UserError):
    """Months are closed one after the other; `month` (its first day) comes first."""

    month: date


@dataclass(eq=False)
class BadDay(UserError):
    """Nothing can be posted on a day that is still to come."""

    day: date


# --- the cash box and closing days ---------------------------------------------------------------------------------


@dataclass(eq=False)
class NoCashSession(UserError):
    """The cash box of this counter is closed; it is opened with a count before cash is paid or moved."""


@dataclass(eq=False)
class CashSessionOpen(UserError):
    """The cash box of `counter` was opened on `day` and is not closed yet."""

    counter: str
    day: date


@dataclass(eq=False)
class CashDiffers(UserError):
    """The count is not what the book expects: the difference is posted, with a reason."""

    expected_rupiah: int
    counted_rupiah: int


@dataclass(eq=False)
class DayClosed(UserError):
    """That day, or one after it, is closed: nothing more is posted on it."""


@dataclass(eq=False)
class DayBeforeOpen(UserError):
    """Days are closed one after the other; `day` comes first."""

    day: date


@dataclass(eq=False)
class DayNotClosed(UserError):
    """There is no page of that day yet."""

    day: date


@dataclass(eq=False)
class NotAdministrator(UserError):
    """Only who looks after the book may do this."""


@dataclass(eq=False)
class MonthNotClosed(UserError):
    """There is nothing to open again: `month` (its first day) is open."""

    month: date


@dataclass(eq=False)
class MonthAfterClosed(UserError):
    """Months are opened again from the last one backwards; `month` (its first day) comes first."""

    month: date
