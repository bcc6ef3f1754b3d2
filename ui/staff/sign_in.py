"""Who may open the lock, and how a PIN is checked."""

from __future__ import annotations

from daurulang.database import Database
from daurulang.errors import WrongPin
from daurulang.staff.queries import StaffMember, staff_list
from daurulang.staff.service import sign_in


def names(db: Database) -> list[str]:
    """Those who may sign in."""
    return [each.name for each in staff_list(db) if each.active]


def unlock(db: Database, name: str, pin: str) -> StaffMember:
    """The clerk of that name when the PIN is right; raises `WrongPin`. Takes a moment on purpose."""
    clerk = next((each for each in staff_list(db) if each.name == name), None)
    if clerk is None:
        raise WrongPin
    return sign_in(db, clerk.id, pin)
