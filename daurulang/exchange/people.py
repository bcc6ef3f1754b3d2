"""Whose row it is: members by the passbook's number, by the book's own, or by a name that only one has."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.errors import FieldMissing, FieldTooLong
from daurulang.exchange.names import Index, key_of, strangers
from daurulang.exchange.preview import Reason, Remark
from daurulang.members.model import member
from daurulang.members.service import MemberDraft, checked
from daurulang.members.words import format_member_number, typed_number

Person = int | MemberDraft
"""A member of the book by id, or one to be made."""
_Answer = tuple[Person | None, Remark | None]


class MemberFinder:
    """Finds the member of a row; `create` makes those that the book does not have."""

    def __init__(self, connection: Connection, *, create: bool) -> None:
        self._create = create
        self._by_passbook: Index[int] = Index()
        self._by_name: Index[int] = Index()
        self._by_number: dict[int, int] = {}
        self._names: dict[int, str] = {}
        self._passbooks: dict[int, str] = {}
        self._new_by_number: dict[str, MemberDraft] = {}
        self._new_by_name: dict[str, dict[MemberDraft, None]] = {}
        columns = (member.c.id, member.c.number, member.c.name, member.c.passbook_number)
        for id_, number, name, passbook in connection.execute(sa.select(*columns)):
            self._by_number[number] = id_
            self._names[id_] = name
            self._by_name.add(name, id_)
            if passbook:
                self._passbooks[id_] = passbook
                self._by_passbook.add(passbook, id_)

    @property
    def new(self) -> tuple[str, ...]:
        """The names of those that the book does not have, each once."""
        return tuple(dict.fromkeys(each.name for own in self._new_by_name.values() for each in own))

    def find(self, number: str, name: str) -> _Answer:
        """The member of a row with a remark where there is something to say; None with the reason why not.

        A number counts before a name, since several people share one name; a number and a name that have nothing to do
        with each other are refused.
        """
        if number:
            return self._by_its_number(number, name)
        if not name:
            return None, Remark(Reason.MEMBER_MISSING)
        alike = self._by_name.all(name)
        new = list(self._new_by_name.get(key_of(name), ()))
        if len(alike) + len(new) > 1:
            return None, Remark(Reason.MEMBER_SEVERAL, {"name": name, "count": len(alike) + len(new)})
        if alike:
            return alike[0], None
        return (new[0], None) if new and self._create else self._new("", name)

    def _by_its_number(self, number: str, name: str) -> _Answer:
        found = self._by_passbook.all(number) or self._own_number(number)
        if len(found) > 1:
            return None, Remark(Reason.MEMBER_SEVERAL, {"name": number, "count": len(found)})
        if found:
            return self._unless_stranger(found[0], self._names[found[0]], number, name)
        new = self._new_by_number.get(key_of(number))
        if new is not None and self._create:
            return self._unless_stranger(new, new.name, number, name)
        alike = [id_ for id_ in self._by_name.all(name) if id_ not in self._passbooks] if name else []
        if len(alike) == 1:
            return alike[0], Remark(Reason.MEMBER_BY_NAME, {"number": number, "name": name})
        return self._new(number, name)

    def _own_number(self, number: str) -> list[int]:
        """Only as this program writes it ("A-00417"): a bare 417 may be the number of the old book."""
        typed = typed_number(number)
        if typed is None or format_member_number(typed) != number.strip().upper() or typed not in self._by_number:
            return []
        return [self._by_number[typed]]

    def _unless_stranger(self, person: Person, own_name: str, number: str, name: str) -> _Answer:
        values: dict[str, str | int] = {"number": number, "book_name": own_name, "name": name}
        if name and strangers(name, own_name):
            return None, Remark(Reason.MEMBER_OTHER, values)
        if name and key_of(name) != key_of(own_name):
            return person, Remark(Reason.MEMBER_NAME_DIFFERS, values)
        return person, None

    def _new(self, number: str, name: str) -> _Answer:
        shown = name or number
        try:
            person = checked(MemberDraft(shown, passbook_number=number or None))
        except (FieldMissing, FieldTooLong) as error:
            values: dict[str, str | int] = {"field": "member" if error.field == "name" else "member_number"}
            return None, Remark(Reason.TOO_LONG, values | {"limit": getattr(error, "limit", 0)})
        own = self._new_by_name.setdefault(key_of(shown), {})
        first = person not in own
        own[person] = None
        if number:
            self._new_by_number.setdefault(key_of(number), person)
        if not self._create or not name:
            return None, Remark(Reason.MEMBER_UNKNOWN, {"name": shown})
        return person, Remark(Reason.MEMBER_CREATED, {"name": shown}) if first else None
