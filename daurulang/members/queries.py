"""Questions about members: finding them as their name is typed, their balance, their history, who is alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.database import Database, values_of
from daurulang.errors import UnknownMember
from daurulang.ledger.model import entry
from daurulang.ledger.queries import credit_balance_rupiah, debt_rupiah
from daurulang.members.model import Gender, MemberKind, SourceClass, member, member_class, member_word
from daurulang.members.words import (
    SHORTEST_LIKENESS,
    format_member_number,
    phone_word,
    typed_number,
    typed_words,
    words_of,
)
from daurulang.villages.model import village

FIND_LIMIT = 20
_RARE, _FREQUENT = 1000, 20_000  # members of a word: which way through the index is the shortest, as measured
_MOST_ALIKE = 500
_NAME_WORDS = 12  # no name has more; a page pasted by mistake has, and the engine cannot look for them all
_LAST_LETTER = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Member:
    """A member as the screens show it; `village` is the village's name, `member_class` the class's."""

    id: int
    number: int
    name: str
    kind: MemberKind
    gender: Gender
    member_class_id: int
    member_class: str
    source_class: SourceClass
    village_code: str | None
    village: str
    hamlet: str
    rt: str
    rw: str
    phone: str
    passbook_number: str | None
    joined: date
    active: bool
    savings_account_id: int

    @property
    def number_text(self) -> str:
        """The number as printed: A-00417."""
        return format_member_number(self.number)

    @property
    def place(self) -> str:
        """Where the member lives, on one line: "Pangeranan, RT 03/RW 02"."""
        wards = "/".join(f"{name} {value}" for name, value in (("RT", self.rt), ("RW", self.rw)) if value)
        return ", ".join(part for part in (self.village, self.hamlet, wards) if part)


@dataclass(frozen=True, slots=True)
class MemberAtCounter:
    """A member with what the clerk sees beside the name; `debt_rupiah` is owed to the centre."""

    member: Member
    balance_rupiah: int
    last_visit: date | None
    debt_rupiah: int = 0


@dataclass(frozen=True, slots=True)
class MemberClass:
    """A class of members with its own buy prices; the first is the common one."""

    id: int
    name: str


MEMBER_COLUMNS = 18


def members_with_names(*more: sa.ColumnElement[Any]) -> sa.Select[Any]:
    """The columns of a `Member` in their order, then whatever else is asked for."""
    columns = (
        member.c.id,
        member.c.number,
        member.c.name,
        member.c.kind,
        member.c.gender,
        member.c.member_class_id,
        member_class.c.name,
        member.c.source_class,
        member.c.village_code,
        sa.func.coalesce(village.c.name, ""),
        member.c.hamlet,
        member.c.rt,
        member.c.rw,
        member.c.phone,
        member.c.passbook_number,
        member.c.joined,
        member.c.active,
        member.c.savings_account_id,
    )
    return (
        sa.select(*columns, *more)
        .select_from(member)
        .join(member_class, member_class.c.id == member.c.member_class_id)
        .outerjoin(village, village.c.code == member.c.village_code)
    )


_MEMBER = members_with_names()
_BY_ID = _MEMBER.where(member.c.id == sa.bindparam("member_id"))
_BY_NUMBER = _MEMBER.where(member.c.number == sa.bindparam("number"))


def find_members(db: Database, text: str, limit: int = FIND_LIMIT) -> tuple[Member, ...]:
    """Members whose number, name words in any order, village or phone begin with what is typed.

    A whole number comes first; an empty text finds nobody.
    """
    with db.reading() as connection:
        number = typed_number(text)
        found = [] if number is None else list(values_of(Member, connection.execute(_BY_NUMBER, {"number": number})))
        ids = [id_ for id_ in _ids_by_words(connection, typed_words(text), limit) if all(id_ != m.id for m in found)]
        if ids:
            rows = {each.id: each for each in _members(connection, ids)}
            found += [rows[id_] for id_ in ids]
    return tuple(found[:limit])


def _prefix(word: sa.Column[str], prefix: str) -> sa.ColumnElement[bool]:
    return sa.and_(word >= prefix, word < prefix + _LAST_LETTER)


def _ids_by_words(connection: Connection, words: Sequence[str], limit: int) -> list[int]:
    """The members who have all the words, found by walking the index of one word and looking the others up.

    Looking up costs a random page each, so it is kept short: a rare word is walked itself; of two frequent ones any
    walk meets enough; in between, the rarer word's members are gathered first, in one stretch of the index.
    """
    if not words:
        return []
    counts = _counts(connection, list(dict.fromkeys(words)))
    rarest, *others = sorted(counts, key=lambda word: (counts[word], -len(word)))
    walked = member_word.alias("walked")
    gathered = others and _RARE < counts[rarest] <= _FREQUENT
    query = sa.select(walked.c.member_id).where(_prefix(walked.c.word, others[0] if gathered else rarest))
    if gathered:
        some = sa.select(member_word.c.member_id).where(_prefix(member_word.c.word, rarest))
        # The sum keeps the planner from turning the list into look-ups.
        query = query.where((walked.c.member_id + 0).in_(some))
    for n, word in enumerate(others[1:] if gathered else others):
        other = member_word.alias(f"other_{n}")
        query = query.where(
            sa.exists().where(other.c.member_id == walked.c.member_id, _prefix(other.c.word, word)).correlate(walked)
        )
    # Two words of one member may share the prefix ("Nur Nurhayati"), so a few more rows are asked for.
    ids = connection.scalars(query.order_by(walked.c.word, walked.c.member_id).limit(limit + 5))
    return list(dict.fromkeys(ids))[:limit]


def _counts(connection: Connection, words: list[str]) -> dict[str, int]:
    """How many members have each word, counted no further than needed; a single word needs none."""
    if len(words) == 1:
        return {words[0]: 0}
    counts = {}
    for word in words:
        some = sa.select(sa.literal(1)).select_from(member_word).where(_prefix(member_word.c.word, word))
        count = sa.select(sa.func.count()).select_from(some.limit(_FREQUENT + 1).subquery())
        counts[word] = int(connection.scalar(count) or 0)
    return counts


def member_by_id(connection: Connection, member_id: int) -> Member:
    """One member; raises `UnknownMember`."""
    found = values_of(Member, connection.execute(_BY_ID, {"member_id": member_id}))
    if not found:
        raise UnknownMember(str(member_id))
    return found[0]


def at_counter(db: Database, member_id: int) -> MemberAtCounter:
    """The member with the balance, the last visit and the debt; raises `UnknownMember`."""
    with db.reading() as connection:
        found = member_by_id(connection, member_id)
        last = connection.scalar(
            sa.select(entry.c.day).where(entry.c.member_id == member_id).order_by(entry.c.id.desc()).limit(1)
        )
        balance = credit_balance_rupiah(connection, found.savings_account_id)
        return MemberAtCounter(found, balance, last, debt_rupiah(connection, member_id))


def member_by_number(connection: Connection, text: str) -> Member:
    """The member whose number is typed; raises `UnknownMember`."""
    number = typed_number(text)
    found = () if number is None else values_of(Member, connection.execute(_BY_NUMBER, {"number": number}))
    if not found:
        raise UnknownMember(text)
    return found[0]


def count_members(db: Database) -> int:
    """How many members there are, active or not."""
    with db.reading() as connection:
        return int(connection.scalar(sa.select(sa.func.count()).select_from(member)) or 0)


def members_page(db: Database, offset: int, limit: int) -> tuple[Member, ...]:
    """A page of the members in the order of their numbers."""
    # The ids alone are walked by the index of the numbers; only the rows of the page are joined.
    ids = sa.select(member.c.id).order_by(member.c.number).offset(offset).limit(limit).subquery()
    page = _MEMBER.where(member.c.id.in_(sa.select(ids.c.id))).order_by(member.c.number)
    with db.reading() as connection:
        return values_of(Member, connection.execute(page))


def member_classes(connection: Connection) -> tuple[MemberClass, ...]:
    """Every class, the common one first."""
    rows = connection.execute(sa.select(member_class.c.id, member_class.c.name).order_by(member_class.c.id))
    return values_of(MemberClass, rows)


def class_list(db: Database) -> tuple[MemberClass, ...]:
    """Every class, for the screens."""
    with db.reading() as connection:
        return member_classes(connection)


def who_is_alike(
    db: Database, name: str, village_code: str | None, rt: str, phone: str, *, but_id: int | None = None
) -> tuple[Member, ...]:
    """Members who may be the same person as the one being typed; see `alike`."""
    with db.reading() as connection:
        return alike(connection, name, village_code, rt, phone, but_id=but_id)


def alike(
    connection: Connection, name: str, village_code: str | None, rt: str, phone: str, *, but_id: int | None = None
) -> tuple[Member, ...]:
    """Members who may be the same person: same phone, or a like name in the same village (and RT, where both say).

    The likeness is a warning for the clerk to judge, since same names are normal.
    """
    candidates: dict[int, Member] = {}
    phone = phone_word(phone)
    if len(phone) >= 6:
        ids = connection.scalars(
            sa.select(member_word.c.member_id).where(member_word.c.word == phone).limit(FIND_LIMIT)
        )
        candidates = {found.id: found for found in _members(connection, list(ids))}
    words = words_of(name)[:_NAME_WORDS]
    if words:
        same_start = sa.exists().where(
            member_word.c.member_id == member.c.id, sa.or_(*(_prefix(member_word.c.word, word[:3]) for word in words))
        )
        in_village = member.c.village_code.is_(None) if village_code is None else member.c.village_code == village_code
        rows = connection.execute(_MEMBER.where(in_village, same_start).limit(_MOST_ALIKE))
        for found in values_of(Member, rows):
            same_ward = not rt or not found.rt or words_of(rt) == words_of(found.rt)
            if same_ward and likeness(" ".join(words), found.name) >= SHORTEST_LIKENESS:
                candidates[found.id] = found
    return tuple(found for found in candidates.values() if found.id != but_id)


def likeness(one: str, other: str) -> float:
    """How alike two names are, 0 to 1, whatever the order and spacing of their words; "Moh." stands for Mohammad."""
    first, second = words_of(one), words_of(other)
    pairs = [(first, second), (_shortened(first, second), _shortened(second, first))]
    return max(max(_ratio(" ".join(sorted(a)), " ".join(sorted(b))), _ratio("".join(a), "".join(b))) for a, b in pairs)


def _shortened(words: Sequence[str], others: Sequence[str]) -> list[str]:
    """The words, each cut to the abbreviation of up to three letters that the other name has for it."""
    return [next((each for each in others if len(each) <= 3 and word.startswith(each)), word) for word in words]


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _members(connection: Connection, ids: list[int]) -> tuple[Member, ...]:
    return values_of(Member, connection.execute(_MEMBER.where(member.c.id.in_(ids)))) if ids else ()
