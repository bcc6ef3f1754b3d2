"""Whom and what the rows of an old book are about: members and materials by number, code or name, never by likeness."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Generic, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.exchange.amounts import unit_in_name
from daurulang.exchange.categories import CodeMaker, category_of
from daurulang.exchange.preview import Reason, Remark
from daurulang.materials.queries import materials
from daurulang.materials.service import CODE_LIMIT, NAME_LIMIT, MaterialDraft, insert_material
from daurulang.members.model import member
from daurulang.members.service import LIMITS, MemberDraft
from daurulang.members.words import format_member_number, typed_number, words_of
from daurulang.quantities import Unit

Found = TypeVar("Found")
Person = int | MemberDraft
"""A member of the book by id, or one to be made."""


class _Index(Generic[Found]):
    """Things by a name or number: as it is written, else by its words when only one thing has them."""

    def __init__(self) -> None:
        self._exact: dict[str, Found] = {}
        self._folded: dict[str, dict[Found, None]] = {}

    def add(self, name: str, thing: Found) -> None:
        self._exact[name.strip().lower()] = thing
        self._folded.setdefault(_folded(name), {})[thing] = None

    def all(self, name: str) -> list[Found]:
        """Everything that the name may mean."""
        exact = self._exact.get(name.strip().lower())
        return [exact] if exact is not None else list(self._folded.get(_folded(name), ()))

    def one(self, name: str) -> Found | None:
        """The only thing it can mean."""
        found = self.all(name)
        return found[0] if len(found) == 1 else None


class MemberFinder:
    """Finds members by the passbook's number, by the book's own, or by a name that only one has."""

    def __init__(self, connection: Connection, *, create: bool) -> None:
        self._create = create
        self._by_passbook: _Index[int] = _Index()
        self._by_number: dict[int, int] = {}
        self._by_name: dict[str, list[int]] = {}
        self.new: dict[str, MemberDraft] = {}
        columns = (member.c.id, member.c.number, member.c.name, member.c.passbook_number)
        for id_, number, name, passbook in connection.execute(sa.select(*columns)):
            self._by_number[number] = id_
            self._by_name.setdefault(_folded(name), []).append(id_)
            if passbook:
                self._by_passbook.add(passbook, id_)

    def find(self, number: str, name: str) -> tuple[Person | None, Remark | None]:
        """The member of a row, or None with the reason; a member to be made comes with a remark the first time.

        A number counts before a name, since several people share one name.
        """
        if number:
            found = self._by_passbook.one(number)
            found = self._own_number(number) if found is None else found
            if found is not None:
                return found, None
        elif not name:
            return None, Remark(Reason.MEMBER_MISSING)
        else:
            alike = self._by_name.get(_folded(name), [])
            if len(alike) == 1:
                return alike[0], None
            if alike:
                return None, Remark(Reason.MEMBER_SEVERAL, {"name": name, "count": len(alike)})
        return self._new(number, name)

    def _own_number(self, number: str) -> int | None:
        """Only as this program writes it ("A-00417"): a bare 417 may be the number of the old book."""
        typed = typed_number(number)
        if typed is None or format_member_number(typed) != number.strip().upper():
            return None
        return self._by_number.get(typed)

    def _new(self, number: str, name: str) -> tuple[Person | None, Remark | None]:
        shown = name or number
        key = _folded(number or name)
        first = key not in self.new
        person = self.new.setdefault(key, MemberDraft(shown, passbook_number=number or None))
        if not self._create or not name or _too_long(person):
            return None, Remark(Reason.MEMBER_UNKNOWN, {"name": shown})
        return person, Remark(Reason.MEMBER_CREATED, {"name": shown}) if first else None


def _too_long(person: MemberDraft) -> bool:
    return len(person.name) > LIMITS["name"] or len(person.passbook_number or "") > LIMITS["passbook_number"]


@dataclass(frozen=True, slots=True)
class Goods:
    """A material of the book, or one to be made: then `id` is None and `draft` says what it will be."""

    id: int | None
    code: str
    name: str
    unit: Unit
    grams_per_unit: int | None
    draft: MaterialDraft | None = None


class MaterialFinder:
    """Finds materials by code, by name, or by another name that only one goes by."""

    def __init__(self, connection: Connection, *, create: bool) -> None:
        self._create = create
        known = materials(connection)
        self._by_id = {each.id: each for each in known}
        self._by_code: _Index[int] = _Index()
        self._by_name: _Index[int] = _Index()
        self._by_alias: _Index[int] = _Index()
        for each in known:
            self._by_code.add(each.code, each.id)
            self._by_name.add(each.name, each.id)
            for alias in each.aliases:
                self._by_alias.add(alias, each.id)
        self._codes = CodeMaker(each.code for each in known)
        self._new_codes: set[str] = set()
        self.new: dict[str, Goods] = {}

    def find(self, code: str, name: str, unit: Unit | None) -> tuple[Goods | None, Remark | None]:
        """The material of a row, or None with the reason; one to be made comes with a remark the first time."""
        if not code and not name:
            return None, Remark(Reason.MATERIAL_MISSING)
        found = self._by_code.one(code) if code else None
        if found is None and name:
            alike = self._by_name.all(name) or self._by_alias.all(name) or self._by_code.all(name)
            if len(alike) > 1:
                return None, Remark(Reason.MATERIAL_SEVERAL, {"name": name, "count": len(alike)})
            found = alike[0] if alike else None
        if found is not None:
            each = self._by_id[found]
            return Goods(each.id, each.code, each.name, each.unit, each.grams_per_unit), None
        return self._new(code, name, unit)

    def _new(self, code: str, name: str, unit: Unit | None) -> tuple[Goods | None, Remark | None]:
        shown = name or code
        key = _folded(name or code)
        first = key not in self.new
        if first:
            self.new[key] = self._goods(code, shown, unit)
        if not self._create or not name or len(name) > NAME_LIMIT:
            return None, Remark(Reason.MATERIAL_UNKNOWN, {"name": shown})
        goods = self.new[key]
        values: dict[str, str | int] = {"name": shown, "unit": str(goods.unit)}
        return goods, Remark(Reason.MATERIAL_CREATED, values) if first else None

    def _goods(self, code: str, name: str, unit: Unit | None) -> Goods:
        category = category_of(name, "", "", "")
        unit = unit or unit_in_name(name) or Unit.KILOGRAM
        taken = (
            not code or len(code) > CODE_LIMIT or any(_folded(each.code) == _folded(code) for each in self.new.values())
        )
        code = self._codes.make(category.dlh) if taken else code
        draft = MaterialDraft(code, name, unit, category.dlh, category.sipsn, icon=category.icon)
        return Goods(None, code, name, unit, None, draft)


def make_materials(connection: Connection, wanted: Iterable[Goods], batch_id: int) -> dict[str, Goods]:
    """Write those that are new and return each by its code with its id; raises `AlreadyTaken`."""
    made = {}
    for goods in wanted:
        if goods.draft is not None and goods.code not in made:
            made[goods.code] = replace(goods, id=insert_material(connection, goods.draft, batch_id), draft=None)
    return made


@lru_cache(maxsize=50_000)  # a list names the same people and goods over and over
def _folded(text: str) -> str:
    return " ".join(words_of(text))
