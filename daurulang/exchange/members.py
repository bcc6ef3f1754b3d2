"""Taking in a list of members: what each row would become, and writing them all or none."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.centre.queries import the_centre
from daurulang.database import Database
from daurulang.errors import BadNumber, FieldMissing, FieldTooLong, RowsRefused
from daurulang.exchange.amounts import read_balance
from daurulang.exchange.balance_column import credit_grows, difference
from daurulang.exchange.batches import open_batch
from daurulang.exchange.columns import ListKind, Matching, require
from daurulang.exchange.days import read_day
from daurulang.exchange.places import VillageFinder, read_address, ward
from daurulang.exchange.preview import (
    Fate,
    Preview,
    Reason,
    Remark,
    Row,
    row_of,
)
from daurulang.exchange.reader import RowReader
from daurulang.exchange.workbook import Progress, Sheet, counted
from daurulang.members.model import Gender, MemberKind, member
from daurulang.members.queries import member_classes
from daurulang.members.service import COMMON_CLASS_ID, LIMITS, MemberDraft, add_members, checked, class_named
from daurulang.members.words import format_member_number, phone_word, words_of
from daurulang.villages.queries import villages

_GENDERS = {
    Gender.FEMALE: ("p", "perempuan", "wanita", "pr", "f", "female"),
    Gender.MALE: ("l", "laki laki", "laki", "lk", "pria", "m", "male"),
}
_GENDER_OF = {word: gender for gender, words in _GENDERS.items() for word in words}
_KINDS = {
    MemberKind.INDIVIDUAL: ("perorangan", "individu", "pribadi", "nasabah perorangan", "rumah tangga", "warga"),
    MemberKind.GROUP: ("kelompok", "unit", "bsu", "grup", "nasabah kelompok", "komunitas"),
    MemberKind.INSTITUTION: ("instansi", "badan", "opd", "lembaga", "kantor", "perusahaan"),
    MemberKind.SCHOOL: ("sekolah", "madrasah", "pesantren"),
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words}
_Coded = TypeVar("_Coded", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class MemberIntake:
    """A member as it would be written; the class by its name, empty for the common one."""

    draft: MemberDraft
    member_class: str


@dataclass(frozen=True, slots=True)
class _Trace:
    """What a row or a member of the book is compared by; `remark` says whom it is."""

    village_code: str | None
    rt: str
    remark: Remark


class _Likenesses:
    """Who was seen before: same words in the name and a village and RT that may be the same, or the same phone."""

    def __init__(self) -> None:
        self._by_name: dict[str, list[_Trace]] = {}
        self._by_phone: dict[str, _Trace] = {}

    def add(self, name: str, phone: str, trace: _Trace) -> None:
        known = self._by_name.setdefault(" ".join(sorted(words_of(name))), [])
        if len(known) < 50:  # of a name that stands on every row, fifty are warning enough
            known.append(trace)
        digits = phone_word(phone)
        if len(digits) >= 6:
            self._by_phone.setdefault(digits, trace)

    def of(self, name: str, phone: str, village_code: str | None, rt: str) -> Remark | None:
        same_phone = self._by_phone.get(phone_word(phone)) if phone else None
        if same_phone:
            return same_phone.remark
        for trace in self._by_name.get(" ".join(sorted(words_of(name))), ()):
            apart = village_code and trace.village_code and village_code != trace.village_code
            other_ward = rt and trace.rt and words_of(rt) != words_of(trace.rt)
            if not apart and not (other_ward and village_code == trace.village_code):
                return trace.remark
        return None


def preview(db: Database, sheet: Sheet, matching: Matching, progress: Progress | None = None) -> Preview[MemberIntake]:
    """The fate of every row below the header; nothing is written. Raises `ColumnsMissing`."""
    require(matching, ListKind.MEMBERS)
    with db.reading() as connection:
        reader = _Reader(connection, sheet, matching)
        classes = {each.name.lower() for each in member_classes(connection)}
    rows = tuple(counted(reader.rows(), len(sheet.rows) - matching.header_row, progress))
    new: dict[str, str] = {}
    for row in rows:
        if row.intake and row.intake.member_class and row.intake.member_class.lower() not in classes:
            new.setdefault(row.intake.member_class.lower(), row.intake.member_class)
    return Preview(sheet, matching, rows, tuple(new.values()))


def take_in(db: Database, seen: Preview[MemberIntake], staff_id: int | None, progress: Progress | None = None) -> int:
    """Write every row of a dry run that is to be taken, in one transaction, and return the id of the batch.

    Raises `RowsRefused` when a row is refused, `AlreadyTaken` when a passbook number was given out since.
    """
    refused = seen.counts[Fate.REFUSED]
    if refused:
        raise RowsRefused(refused)
    intakes = seen.intakes
    with db.transaction() as connection:
        today = the_centre(connection).today()
        batch_id = open_batch(connection, ListKind.MEMBERS, seen.sheet.file_name, len(intakes), staff_id)
        class_ids = {
            name: class_named(connection, name, batch_id=batch_id) if name else COMMON_CLASS_ID
            for name in dict.fromkeys(intake.member_class for intake in intakes)
        }
        drafts = [replace(each.draft, member_class_id=class_ids[each.member_class]) for each in intakes]
        add_members(connection, drafts, today, batch_id, progress)
    return batch_id


class _Reader(RowReader[MemberIntake]):
    """Reads the rows of one list; holds what the rows before it said."""

    def __init__(self, connection: Connection, sheet: Sheet, matching: Matching) -> None:
        super().__init__(sheet, matching)
        self.villages = VillageFinder(villages(connection))
        self.likenesses = _Likenesses()
        self.taken_passbooks: dict[str, str] = {}
        self.passbook_rows: dict[str, int] = {}
        self.credit_grows = credit_grows(sheet, matching)
        columns = (member.c.number, member.c.name, member.c.village_code, member.c.rt, member.c.phone)
        for number, name, village_code, rt, phone, passbook in connection.execute(
            sa.select(*columns, member.c.passbook_number)
        ):
            text = format_member_number(number)
            alike = Remark(Reason.ALIKE_MEMBER, {"number": text, "name": name})
            self.likenesses.add(name, phone, _Trace(village_code, rt, alike))
            if passbook:
                self.taken_passbooks[passbook] = text

    def read(self, number: int, cells: tuple[str, ...]) -> Row[MemberIntake]:
        """The fate of a row."""
        remarks: list[Remark] = []
        draft = self._draft(cells, remarks)
        try:
            draft = checked(draft)
        except FieldMissing:
            return row_of(number, cells, [Remark(Reason.NAME_MISSING)], None)
        except FieldTooLong as error:
            return row_of(number, cells, [Remark(Reason.TOO_LONG, {"field": error.field, "limit": error.limit})], None)
        self._check_passbook(number, draft.passbook_number, remarks)
        alike = self.likenesses.of(draft.name, draft.phone, draft.village_code, draft.rt)
        if alike:
            remarks.append(alike)
        remark = Remark(Reason.ALIKE_ROW, {"row": number})
        self.likenesses.add(draft.name, draft.phone, _Trace(draft.village_code, draft.rt, remark))
        self._check_balance(cells, remarks)
        intake = MemberIntake(draft, self.matching.cell(cells, "member_class"))
        if len(intake.member_class) > 40:
            remarks.append(Remark(Reason.TOO_LONG, {"field": "member_class", "limit": 40}))
        return row_of(number, cells, remarks, intake)

    def _draft(self, cells: tuple[str, ...], remarks: list[Remark]) -> MemberDraft:
        def cell(field: str) -> str:
            return self.matching.cell(cells, field)

        address = read_address(cell("address"))
        rt, _, rw = cell("rt_rw").partition("/")
        name, district = cell("village") or address.village, cell("district") or address.district
        if not name and self.villages.named_exactly(address.text):
            name = address.text
        village_code, remark = self.villages.find(name, district)
        if remark:
            remarks.append(remark)
        hamlet = cell("hamlet") or ("" if name == address.text else address.text)
        if len(hamlet) > LIMITS["hamlet"]:
            remarks.append(Remark(Reason.ADDRESS_CUT, {"text": hamlet}))
            hamlet = hamlet[: LIMITS["hamlet"]].rsplit(" ", 1)[0]
        return MemberDraft(
            name=cell("name"),
            kind=_coded(cell("kind"), _KIND_OF, MemberKind.INDIVIDUAL, Reason.KIND_UNKNOWN, remarks),
            gender=_coded(cell("gender"), _GENDER_OF, Gender.UNSTATED, Reason.GENDER_UNKNOWN, remarks),
            village_code=village_code,
            hamlet=hamlet,
            rt=ward(cell("rt")) or ward(rt) or address.rt,
            rw=ward(cell("rw")) or ward(rw) or address.rw,
            phone=_phone(cell("phone")),
            passbook_number=cell("passbook_number") or None,
            joined=_day(cell("joined"), remarks),
        )

    def _check_passbook(self, row: int, passbook: str | None, remarks: list[Remark]) -> None:
        if passbook is None:
            return
        if passbook in self.taken_passbooks:
            values = {"number": passbook, "member": self.taken_passbooks[passbook]}
            remarks.append(Remark(Reason.PASSBOOK_TAKEN, values))
        elif self.passbook_rows.setdefault(passbook, row) != row:
            remarks.append(Remark(Reason.PASSBOOK_TWICE, {"number": passbook, "row": self.passbook_rows[passbook]}))

    def _check_balance(self, cells: tuple[str, ...], remarks: list[Remark]) -> None:
        """Balances are not taken in; that, and a balance that its own debit and credit deny, is said."""
        text = self.matching.cell(cells, "balance")
        try:
            stated = read_balance(text) if text.strip(" -") else 0
            computed = difference(cells, self.matching)
        except BadNumber:
            remarks.append(Remark(Reason.BALANCE_UNREADABLE, {"text": text}))
            return
        if computed is not None and self.credit_grows:
            computed = -computed
        if text and computed is not None and stated != computed:
            values = {"rupiah": stated, "computed_rupiah": computed}
            remarks.append(Remark(Reason.BALANCE_DISAGREES, values))
        if stated:
            remarks.append(Remark(Reason.BALANCE_NOT_POSTED, {"rupiah": stated}))


def _coded(text: str, codes: dict[str, _Coded], default: _Coded, unknown: Reason, remarks: list[Remark]) -> _Coded:
    if not text or text == "-":
        return default
    found = codes.get(" ".join(words_of(text)))
    if found is None:
        remarks.append(Remark(unknown, {"text": text}))
    return found or default


def _phone(text: str) -> str:
    """A mobile number that lost its leading zero as a number in a sheet gets it back."""
    return f"0{text}" if re.fullmatch(r"8\d{8,11}", text) else text.strip(" -")


def _day(text: str, remarks: list[Remark]) -> date | None:
    if not text or text == "-":
        return None
    day = read_day(text)
    if day is None:
        remarks.append(Remark(Reason.DAY_UNKNOWN, {"text": text}))
    return day
