"""Registering and changing members."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.centre.queries import the_centre
from daurulang.database import Database, insert_many, inserted_id, same_text
from daurulang.errors import AlreadyTaken, FieldMissing, FieldTooLong, UnknownMember, UnknownVillage
from daurulang.ledger.model import AccountKind
from daurulang.ledger.service import open_accounts
from daurulang.members.model import (
    Gender,
    MemberKind,
    SourceClass,
    member,
    member_class,
    member_series,
    member_word,
)
from daurulang.members.words import phone_word, words_of
from daurulang.villages.model import village

COMMON_CLASS_ID = 1
AT_ONCE = 1_000  # members written by one statement
LIMITS = {"name": 120, "hamlet": 60, "rt": 5, "rw": 5, "phone": 30, "passbook_number": 30}


@dataclass(frozen=True, slots=True)
class MemberDraft:
    """What the form of a member holds."""

    name: str
    kind: MemberKind = MemberKind.INDIVIDUAL
    gender: Gender = Gender.UNSTATED
    member_class_id: int = COMMON_CLASS_ID
    source_class: SourceClass = SourceClass.HOUSEHOLD
    village_code: str | None = None
    hamlet: str = ""
    rt: str = ""
    rw: str = ""
    phone: str = ""
    passbook_number: str | None = None
    active: bool = True
    joined: date | None = None


_DRAFT_FIELDS = tuple(each.name for each in fields(MemberDraft))


def register(db: Database, draft: MemberDraft) -> int:
    """Register a member and return the id.

    Raises `FieldMissing`, `FieldTooLong`, `UnknownVillage`, `AlreadyTaken` (passbook number).
    """
    draft = checked(draft)
    with db.transaction() as connection:
        return add_members(connection, [draft], the_centre(connection).today())[0]


def change(db: Database, member_id: int, draft: MemberDraft) -> None:
    """Change a member; the number stays. Raises `UnknownMember`, and as `register` does."""
    draft = checked(draft)
    with db.transaction() as connection:
        village_name = _village_name(connection, draft.village_code)
        _refuse_taken_passbook(connection, draft, but_id=member_id)
        values = asdict(draft)
        if draft.joined is None:
            del values["joined"]
        if not connection.execute(sa.update(member).where(member.c.id == member_id), values).rowcount:
            raise UnknownMember(str(member_id))
        connection.execute(sa.delete(member_word).where(member_word.c.member_id == member_id))
        connection.execute(sa.insert(member_word), word_rows(member_id, draft, village_name))


def add_class(db: Database, name: str) -> int:
    """Add a class of members and return the id; raises `FieldMissing`, `FieldTooLong`, `AlreadyTaken`."""
    with db.transaction() as connection:
        return class_named(connection, name, must_be_new=True)


def class_named(connection: Connection, name: str, *, must_be_new: bool = False, batch_id: int | None = None) -> int:
    """The id of the class of that name, made (by that batch) when there is none."""
    name = name.strip()
    if not name:
        raise FieldMissing("member_class")
    if len(name) > 40:
        raise FieldTooLong("member_class", 40)
    known = connection.scalar(sa.select(member_class.c.id).where(same_text(member_class.c.name, name)))
    if known is not None and must_be_new:
        raise AlreadyTaken("member_class", name)
    if known is not None:
        return int(known)
    return inserted_id(connection, sa.insert(member_class), {"name": name, "batch_id": batch_id})


def add_members(
    connection: Connection,
    drafts: Sequence[MemberDraft],
    today: date,
    batch_id: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[int]:
    """Write checked drafts with new numbers and their accounts, and return the ids in the order of the drafts.

    `progress` is told how many are done; it may raise to cancel. Raises `UnknownVillage`, `AlreadyTaken`.
    """
    ids: list[int] = []
    for start in range(0, len(drafts), AT_ONCE):
        ids += _add_some(connection, drafts[start : start + AT_ONCE], today, batch_id)
        if progress:
            progress(len(ids), len(drafts))
    return ids


def _add_some(connection: Connection, drafts: Sequence[MemberDraft], today: date, batch_id: int | None) -> list[int]:
    villages = _village_names(connection, {draft.village_code for draft in drafts if draft.village_code})
    _refuse_taken_passbooks(connection, [draft.passbook_number for draft in drafts if draft.passbook_number])
    first = _take_numbers(connection, len(drafts))
    accounts = open_accounts(connection, AccountKind.SAVINGS, len(drafts))
    rows = []
    for number, (draft, account_id) in enumerate(zip(drafts, accounts, strict=True), first):
        values = {name: getattr(draft, name) for name in _DRAFT_FIELDS}
        values |= {"joined": draft.joined or today, "number": number, "savings_account_id": account_id}
        rows.append(values | {"batch_id": batch_id})
    insert_many(connection, member, rows)
    written = sa.select(member.c.id).where(member.c.number >= first, member.c.number < first + len(drafts))
    ids = list(connection.scalars(written.order_by(member.c.number)))
    words = [
        row
        for member_id, draft in zip(ids, drafts, strict=True)
        for row in word_rows(member_id, draft, villages.get(draft.village_code or "", ""))
    ]
    insert_many(connection, member_word, words)
    return ids


def checked(draft: MemberDraft) -> MemberDraft:
    """The draft with its texts trimmed; raises `FieldMissing`, `FieldTooLong`."""
    texts = {key: " ".join((getattr(draft, key) or "").split()) for key in LIMITS}
    if not texts["name"]:
        raise FieldMissing("name")
    for key, limit in LIMITS.items():
        if len(texts[key]) > limit:
            raise FieldTooLong(key, limit)
    gender = draft.gender if draft.kind is MemberKind.INDIVIDUAL else Gender.UNSTATED
    return replace(
        draft,
        name=texts["name"],
        hamlet=texts["hamlet"],
        rt=texts["rt"],
        rw=texts["rw"],
        phone=texts["phone"],
        passbook_number=texts["passbook_number"] or None,
        gender=gender,
    )


def word_rows(member_id: int, draft: MemberDraft, village_name: str) -> list[dict[str, object]]:
    """The rows of `member_word` for a member."""
    words = {*words_of(draft.name), *words_of(village_name), *words_of(draft.passbook_number or "")}
    # As one word too: a passbook number of digits and dashes is read as a phone number when it is searched for.
    words |= {phone_word(draft.phone), phone_word(draft.passbook_number or "")}
    return [{"word": word, "member_id": member_id} for word in sorted(words) if word]


def _take_numbers(connection: Connection, count: int) -> int:
    """Reserve `count` numbers in a row and return the first."""
    last = connection.execute(
        sa.update(member_series)
        .values(last_number=member_series.c.last_number + count)
        .returning(member_series.c.last_number)
    ).scalar_one()
    return int(last) - count + 1


def _village_names(connection: Connection, codes: set[str]) -> dict[str, str]:
    rows = connection.execute(sa.select(village.c.code, village.c.name).where(village.c.code.in_(codes)))
    names = {str(row.code): str(row.name) for row in rows}
    for code in codes:
        if code not in names:
            raise UnknownVillage(code)
    return names


def _village_name(connection: Connection, code: str | None) -> str:
    return "" if code is None else _village_names(connection, {code})[code]


def _refuse_taken_passbook(connection: Connection, draft: MemberDraft, but_id: int | None = None) -> None:
    if draft.passbook_number is None:
        return
    owner = connection.scalar(sa.select(member.c.id).where(member.c.passbook_number == draft.passbook_number))
    if owner is not None and owner != but_id:
        raise AlreadyTaken("passbook_number", draft.passbook_number)


def _refuse_taken_passbooks(connection: Connection, numbers: list[str]) -> None:
    owned = connection.scalar(sa.select(member.c.passbook_number).where(member.c.passbook_number.in_(numbers)).limit(1))
    twice = next((number for number, count in Counter(numbers).items() if count > 1), None)
    if owned or twice:
        raise AlreadyTaken("passbook_number", str(owned or twice))
