"""Who sits at which counter of which centre, with which book open: handed to every screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from daurulang.centre.queries import Centre
from daurulang.config import Machine
from daurulang.database import Database
from daurulang.ledger.queries import Counter
from daurulang.ledger.service import Desk
from daurulang.staff.queries import StaffMember


@dataclass(slots=True)
class Session:
    """The open book and the people before it. The clerk changes when another one unlocks the screen, the centre and
    the machine when their settings are saved.
    """

    db: Database
    machine: Machine
    centre: Centre
    counter: Counter
    clerk: StaffMember
    printing: set[int] = field(default_factory=set)
    """The jobs of the printer that are under way in this window; all others wait for somebody."""

    @property
    def desk(self) -> Desk:
        """Where and by whom what is saved now is done."""
        return Desk(self.counter.id, self.clerk.id)

    def today(self) -> date:
        """The calendar day at the centre."""
        return self.centre.today()
