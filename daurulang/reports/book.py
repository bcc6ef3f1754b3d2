"""How far a book has come: what the program asks when it opens one."""

from __future__ import annotations

from dataclasses import dataclass

from daurulang.centre.queries import Centre, is_set_up, the_centre
from daurulang.database import Database
from daurulang.ledger.queries import Counter, counters
from daurulang.materials.queries import materials
from daurulang.staff.queries import StaffMember, staff_members


@dataclass(frozen=True, slots=True)
class BookState:
    """`centre` is None in a new book; `staff` are those who may sign in."""

    centre: Centre | None
    counters: tuple[Counter, ...]
    staff: tuple[StaffMember, ...]
    has_materials: bool


def book_state(db: Database) -> BookState:
    """Look at a book that was just opened."""
    with db.reading() as connection:
        return BookState(
            the_centre(connection) if is_set_up(connection) else None,
            counters(connection),
            tuple(each for each in staff_members(connection) if each.active),
            bool(materials(connection)),
        )
