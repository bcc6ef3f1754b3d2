"""How far a book has come: what the program asks when it opens one."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from daurulang import periods
from daurulang.centre.queries import Centre, is_set_up, the_centre
from daurulang.database import Database
from daurulang.ledger.model import entry
from daurulang.ledger.queries import Counter, counters
from daurulang.materials.queries import materials
from daurulang.staff.queries import StaffMember, staff_members

EARLY_MS = 5 * 60_000
LATE_MS = 3 * 24 * 60 * 60_000
_LAST_AT_MS = sa.select(entry.c.at_ms).order_by(entry.c.id.desc()).limit(1)


@dataclass(frozen=True, slots=True)
class BookState:
    """`centre` is None in a new book; `staff` are those who may sign in; `last_at_ms` is when the newest entry was
    posted, 0 without any.
    """

    centre: Centre | None
    counters: tuple[Counter, ...]
    staff: tuple[StaffMember, ...]
    has_materials: bool
    last_at_ms: int = 0

    @property
    def clock_is_odd(self) -> bool:
        """Whether this machine's clock stands before the newest entry, or days after it: one of them may be wrong."""
        return bool(self.last_at_ms) and not -EARLY_MS <= periods.now_ms() - self.last_at_ms <= LATE_MS


def book_state(db: Database) -> BookState:
    """Look at a book that was just opened."""
    with db.reading() as connection:
        return BookState(
            the_centre(connection) if is_set_up(connection) else None,
            counters(connection),
            tuple(each for each in staff_members(connection) if each.active),
            bool(materials(connection)),
            int(connection.scalar(_LAST_AT_MS) or 0),
        )
