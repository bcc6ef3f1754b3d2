"""What a row is about: materials by code, by name, or by another name that only one goes by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy.engine import Connection

from daurulang.errors import FieldTooLong
from daurulang.exchange.amounts import unit_in_name
from daurulang.exchange.categories import CodeMaker, category_of
from daurulang.exchange.names import Index, key_of, plain, strangers
from daurulang.exchange.preview import Reason, Remark
from daurulang.materials.queries import materials
from daurulang.materials.service import MaterialDraft, checked, insert_material
from daurulang.quantities import Unit


@dataclass(frozen=True, slots=True)
class Goods:
    """A material of the book, or one to be made: then `id` is None and `draft` says what it will be."""

    id: int | None
    code: str
    name: str
    unit: Unit
    grams_per_unit: int | None
    draft: MaterialDraft | None = None


_Answer = tuple[Goods | None, Remark | None]


class MaterialFinder:
    """Finds the material of a row; `create` makes those that the book does not have. `codes` are all that stand in the
    list, so that none of them is made up for another good.
    """

    def __init__(self, connection: Connection, codes: Iterable[str], *, create: bool) -> None:
        self._create = create
        known = materials(connection)
        self._by_id = {each.id: each for each in known}
        self._by_code: Index[int] = Index()
        self._by_name: Index[int] = Index()
        self._by_alias: Index[int] = Index()
        for each in known:
            self._by_code.add(each.code, each.id)
            self._by_name.add(each.name, each.id)
            for alias in each.aliases:
                self._by_alias.add(alias, each.id)
        self._codes = CodeMaker([*(each.code for each in known), *codes])
        self._new_by_code: dict[str, Goods] = {}
        self._new_by_name: dict[str, Goods] = {}

    @property
    def new(self) -> tuple[str, ...]:
        """The names of those that the book does not have, each once."""
        return tuple(each.name for each in self._new_by_name.values())

    def find(self, code: str, name: str, unit: Unit | None) -> _Answer:
        """The material of a row with a remark where there is something to say; None with the reason why not.

        A code counts before a name; a code and a name that have nothing to do with each other are refused.
        """
        if not code and not name:
            return None, Remark(Reason.MATERIAL_MISSING)
        coded = self._by_code.all(code) if code else []
        if len(coded) == 1:
            return self._coded(coded[0], code, name)
        if name:
            alike = self._by_name.all(name) or self._by_alias.all(name) or self._by_code.all(name)
            if len(alike) > 1:
                return None, Remark(Reason.MATERIAL_SEVERAL, {"name": name, "count": len(alike)})
            if alike:
                return self._named(alike[0], name)
        return self._new(code, name, unit)

    def _of_book(self, material_id: int) -> Goods:
        each = self._by_id[material_id]
        return Goods(each.id, each.code, each.name, each.unit, each.grams_per_unit)

    def _coded(self, material_id: int, code: str, name: str) -> _Answer:
        each = self._by_id[material_id]
        own = (each.name, *each.aliases)
        if not name or any(key_of(name) == key_of(other) for other in own):
            return self._of_book(material_id), None
        if all(strangers(name, other) for other in own):
            values: dict[str, str | int] = {"code": code, "book_name": each.name, "name": name}
            return None, Remark(Reason.MATERIAL_OTHER, values)
        return self._of_book(material_id), Remark(Reason.NAME_KEPT, {"name": name, "book_name": each.name})

    def _named(self, material_id: int, name: str) -> _Answer:
        """Marks that were dropped to find it may mean something: "Besi A+" is told from "Besi A"."""
        each = self._by_id[material_id]
        exact = any(plain(name) == plain(other) for other in (each.name, each.code, *each.aliases))
        remark = None if exact else Remark(Reason.NAME_KEPT, {"name": name, "book_name": each.name})
        return self._of_book(material_id), remark

    def _new(self, code: str, name: str, unit: Unit | None) -> _Answer:
        shown = name or code
        coded = self._new_by_code.get(plain(code)) if code else None
        if coded is not None and key_of(coded.name) != key_of(shown):
            return None, Remark(Reason.MATERIAL_OTHER, {"code": code, "book_name": coded.name, "name": shown})
        goods = self._new_by_name.get(key_of(shown))
        first = goods is None
        if goods is None:
            try:
                goods = self._goods(code, shown, unit)
            except FieldTooLong as error:
                values: dict[str, str | int] = {"field": "code" if error.field == "code" else "material"}
                return None, Remark(Reason.TOO_LONG, values | {"limit": error.limit})
            self._new_by_name[key_of(shown)] = self._new_by_code[plain(goods.code)] = goods
        if not self._create or not name:
            return None, Remark(Reason.MATERIAL_UNKNOWN, {"name": shown})
        made: dict[str, str | int] = {"name": shown, "unit": str(goods.unit)}
        return goods, Remark(Reason.MATERIAL_CREATED, made) if first else None

    def _goods(self, code: str, name: str, unit: Unit | None) -> Goods:
        category = category_of(name, "", "", "")
        unit = unit or unit_in_name(name) or Unit.KILOGRAM
        code = code or self._codes.make(category.dlh)
        draft = checked(
            MaterialDraft(
                code, name, unit, category.dlh, category.sipsn, icon=category.icon, substance=category.substance
            )
        )
        return Goods(None, draft.code, draft.name, unit, None, draft)


def make_materials(connection: Connection, wanted: Iterable[Goods], batch_id: int) -> dict[str, Goods]:
    """Write those that are new and return each by its code with its id; raises `AlreadyTaken`."""
    made: dict[str, Goods] = {}
    for goods in wanted:
        if goods.draft is not None and goods.code not in made:
            made[goods.code] = replace(goods, id=insert_material(connection, goods.draft, batch_id), draft=None)
    return made
