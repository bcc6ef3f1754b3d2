"""A deposit form as it was typed, with what is not a line yet; goes through JSON. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from daurulang.deposits.model import Payment
from daurulang.deposits.service import LineDraft
from daurulang.handwritten_slips.service import Slip
from daurulang.quantities import Condition
from ui.drafts.correction import KeptCorrection


@dataclass(frozen=True, slots=True)
class TypedLine:
    """The entry row: texts as they stand, the material where one is chosen, and which line is being changed."""

    position: int | None = None
    material_id: int | None = None
    condition: Condition = Condition.CLEAN
    material: str = ""
    gross: str = ""
    tare: str = ""
    deduction: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TypedDeposit:
    """The whole form; `cash` is the text of the cash part."""

    member_id: int
    member_name: str
    lines: tuple[LineDraft, ...]
    payment: Payment
    cash: str
    entry: TypedLine
    correction: KeptCorrection | None = None
    slip: Slip | None = None

    @property
    def line_count(self) -> int:
        """How many lines it has, with one that is still being typed."""
        return len(self.lines) + (self.entry.position is None and self.entry != TypedLine())
