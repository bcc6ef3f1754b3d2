"""What is decided while a member is typed: who may be the same person, and whether the clerk has been told."""

from __future__ import annotations

from daurulang.database import Database
from daurulang.members import service
from daurulang.members.model import MemberKind, SourceClass
from daurulang.members.queries import Member, find_members, who_is_alike
from daurulang.members.service import MemberDraft

_NAMESAKES = 3
_SOURCES = {
    MemberKind.INDIVIDUAL: SourceClass.HOUSEHOLD,
    MemberKind.GROUP: SourceClass.HOUSEHOLD,
    MemberKind.INSTITUTION: SourceClass.OFFICE,
    MemberKind.SCHOOL: SourceClass.PUBLIC_FACILITY,
}


def usual_source(kind: MemberKind) -> SourceClass:
    """The source of waste a kind of member mostly is."""
    return _SOURCES[kind]


class Registration:
    """One member being registered, or changed when `member` is given."""

    def __init__(self, db: Database, member: Member | None = None) -> None:
        self._db = db
        self.member = member
        self._told: object = None

    def namesakes(self, name: str) -> tuple[Member, ...]:
        """A few members of that name wherever they live: worth a look before the rest is typed."""
        found = find_members(self._db, name, _NAMESAKES + 1)
        return tuple(each for each in found if self.member is None or each.id != self.member.id)[:_NAMESAKES]

    def alike(self, draft: MemberDraft) -> tuple[Member, ...]:
        """Members who may be the same person, as far as is typed."""
        but_id = self.member.id if self.member is not None else None
        return who_is_alike(self._db, draft.name, draft.village_code, draft.rt, draft.phone, but_id=but_id)

    def must_ask(self, draft: MemberDraft) -> bool:
        """True once for every new member who is like another: the clerk looks, and saves again to say "anyway"."""
        about = (draft.name, draft.village_code, draft.rt, draft.phone)
        if self.member is not None or about == self._told or not self.alike(draft):
            return False
        self._told = about
        return True

    def save(self, draft: MemberDraft) -> int:
        """Register or change, and return the id; raises as `members.service.register` does."""
        if self.member is None:
            return service.register(self._db, draft)
        service.change(self._db, self.member.id, draft)
        return self.member.id
