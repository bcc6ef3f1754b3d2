"""Posting what an old book holds: at a counter of its own, on its own days, marked as imported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.database import insert_many
from daurulang.exchange.people import Person
from daurulang.ledger.model import counter, imported_entry
from daurulang.ledger.queries import credit_balances_rupiah
from daurulang.ledger.service import Act, Desk, archive_counter_id, post_many
from daurulang.members.service import add_members
from daurulang.members.visit import Visit, visits_of

ENTRIES_AT_ONCE = 1_000


@dataclass(slots=True)
class Saver:
    """A member as the archive sees one: the names to be frozen, and the savings as they grow from entry to entry."""

    visit: Visit
    heading: dict[str, str]
    balance_rupiah: int

    @property
    def savings_account_id(self) -> int:
        """The account of the member's savings."""
        return self.visit.member.savings_account_id


def archive_desk(connection: Connection, staff_id: int) -> Desk:
    """Where old books are posted, and by whom; held until the end, so that lists come in one after the other."""
    desk = Desk(archive_counter_id(connection), staff_id)
    connection.execute(sa.select(counter.c.id).where(counter.c.id == desk.counter_id).with_for_update()).all()
    return desk


def savers(
    connection: Connection, desk: Desk, visits_on: Iterable[tuple[Person, date]], batch_id: int
) -> dict[Person, Saver]:
    """Everybody a list is about on some days, with those that the book does not have made first: they are members since
    their first day. All are locked.

    Raises `AlreadyTaken` when a passbook number was given out since the dry run.
    """
    first_days: dict[Person, date] = {}
    for person, day in visits_on:
        first_days[person] = min(day, first_days.get(person, day))
    new = [person for person in first_days if not isinstance(person, int)]
    drafts = [replace(person, joined=first_days[person]) for person in new]
    made = add_members(connection, drafts, max(first_days.values(), default=date.max), batch_id)
    ids: dict[Person, int] = dict(zip(new, made, strict=True))
    ids |= {person: person for person in first_days if isinstance(person, int)}
    visits = visits_of(connection, desk, ids.values())
    balances = credit_balances_rupiah(connection, [each.member.savings_account_id for each in visits.values()])
    found = {}
    for person, id_ in ids.items():
        visit = visits[id_]
        found[person] = Saver(visit, asdict(visit.heading), balances[visit.member.savings_account_id])
    return found


def post_imported(connection: Connection, acts: Sequence[Act], marks: Sequence[Sequence[object]]) -> list[int]:
    """Post acts of the archive with the marks of where they came from (`IMPORT_COLUMNS`), and return their ids."""
    ids = post_many(connection, acts)
    rows = [
        {"entry_id": id_, "batch_id": batch_id, "row": row, "reference": reference}
        for id_, (batch_id, row, reference) in zip(ids, marks, strict=True)
    ]
    insert_many(connection, imported_entry, rows)
    return ids
