"""What a form that puts an act right is kept with. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from daurulang.corrections.service import ReversalDraft
from daurulang.database import Database
from daurulang.receipts.service import look_at
from daurulang.reports.daily import act_of_entry
from ui.corrections.correction import Correction


@dataclass(frozen=True, slots=True)
class KeptCorrection:
    """The number of what is put right, and its reversal with the key it is posted under."""

    number: str
    undoing: ReversalDraft


def kept(correction: Correction | None) -> KeptCorrection | None:
    """What is kept of a correction; None where nothing is put right."""
    return None if correction is None else KeptCorrection(correction.number, correction.undoing)


def found(db: Database, kept: KeptCorrection | None) -> Correction | None:
    """The correction again, with the act as it stands now."""
    if kept is None:
        return None
    receipt = look_at(db, kept.number)
    return Correction(act_of_entry(db, receipt.entry_id), receipt, kept.undoing)
