"""Staff: adding, changing the PIN, signing in."""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING

import sqlalchemy as sa

from daurulang.database import Database, Flag, inserted_id, same_text
from daurulang.errors import AlreadyTaken, BadPin, FieldMissing, FieldTooLong, LastClerk, NotSetUp, WrongPin
from daurulang.ledger.queries import counters
from daurulang.ledger.service import Desk
from daurulang.staff.model import staff
from daurulang.staff.queries import StaffMember

if TYPE_CHECKING:
    from argon2 import PasswordHasher

NAME_LIMIT = 80
COMMAND_LINE = "Baris perintah"
_PIN = re.compile(r"[0-9]{4,12}")


def add_staff(db: Database, name: str, pin: str) -> int:
    """Add a clerk and return the id; raises `FieldMissing`, `FieldTooLong`, `AlreadyTaken`, `BadPin`."""
    name = _checked_name(name)
    pin_hash = _hash(pin)
    with db.transaction() as connection:
        if connection.scalar(sa.select(staff.c.id).where(same_text(staff.c.name, name))) is not None:
            raise AlreadyTaken("name", name)
        first = (
            connection.scalar(sa.select(staff.c.id).where(staff.c.administrator == sa.literal(1, Flag)).limit(1))
            is None
        )
        # Who begins the book looks after it.
        values = {"name": name, "pin_hash": pin_hash, "active": True, "administrator": first}
        return inserted_id(connection, sa.insert(staff), values)


def command_line_clerk(db: Database) -> int:
    """Who posts what the command line takes in: a name that nobody can sign in under, made when first needed."""
    with db.transaction() as connection:
        found = connection.scalar(sa.select(staff.c.id).where(staff.c.name == COMMAND_LINE))
        if found is not None:
            return int(found)
        values = {"name": COMMAND_LINE, "pin_hash": _hash(f"{secrets.randbelow(10**12):012d}"), "active": False}
        return inserted_id(connection, sa.insert(staff), values)


def command_line_desk(db: Database) -> Desk:
    """Where it posts what is done at no counter: at the first one of the book; raises `NotSetUp`."""
    with db.reading() as connection:
        first = next(iter(counters(connection)), None)
    if first is None:
        raise NotSetUp
    return Desk(first.id, command_line_clerk(db))


def change_pin(db: Database, staff_id: int, pin: str) -> None:
    """Give a clerk a new PIN; raises `BadPin`."""
    pin_hash = _hash(pin)
    with db.transaction() as connection:
        connection.execute(sa.update(staff).where(staff.c.id == staff_id), {"pin_hash": pin_hash})


def set_active(db: Database, staff_id: int, *, active: bool) -> None:
    """Let a clerk sign in, or not; what the clerk did stays. Raises `LastClerk`."""
    with db.transaction() as connection:
        # Every row is locked, so that two windows cannot each send the other's clerk away.
        clerks = connection.execute(sa.select(staff.c.id, staff.c.name, staff.c.active).with_for_update()).all()
        if not active and not any(row.active for row in clerks if row.id != staff_id):
            raise LastClerk(next((row.name for row in clerks if row.id == staff_id), ""))
        connection.execute(sa.update(staff).where(staff.c.id == staff_id), {"active": active})


def sign_in(db: Database, staff_id: int, pin: str) -> StaffMember:
    """The clerk, when the PIN is right; raises `WrongPin`, also for somebody who no longer works here."""
    from argon2 import exceptions

    with db.reading() as connection:
        row = connection.execute(
            sa.select(staff.c.id, staff.c.name, staff.c.active, staff.c.pin_hash).where(staff.c.id == staff_id)
        ).one_or_none()
    if row is None or not row.active:
        raise WrongPin
    try:
        _hasher().verify(row.pin_hash, pin)
    except exceptions.VerifyMismatchError as error:
        raise WrongPin from error
    return StaffMember(row.id, row.name, row.active)


def _checked_name(name: str) -> str:
    name = name.strip()
    if not name:
        raise FieldMissing("name")
    if len(name) > NAME_LIMIT:
        raise FieldTooLong("name", NAME_LIMIT)
    return name


def _hash(pin: str) -> str:
    if not _PIN.fullmatch(pin):
        raise BadPin
    return _hasher().hash(pin)


def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    # OWASP's first choice for argon2id: light enough for an old counter PC.
    return PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)
