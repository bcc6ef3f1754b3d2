"""Registering and changing members."""

from dataclasses import replace
from datetime import date

import pytest

from daurulang.centre.queries import Centre
from daurulang.centre.service import set_up
from daurulang.database import Database
from daurulang.errors import (
    AlreadyTaken,
    FieldMissing,
    FieldTooLong,
    NotSetUp,
    UnknownMember,
    UnknownVillage,
    UserError,
)
from daurulang.members.model import Gender, MemberKind, SourceClass
from daurulang.members.queries import (
    MemberClass,
    at_counter,
    count_members,
    find_members,
    member_by_id,
    member_by_number,
    member_classes,
    members_page,
)
from daurulang.members.service import (
    AT_ONCE,
    LIMITS,
    MemberDraft,
    add_class,
    add_members,
    change,
    class_named,
    register,
)
from tests.book import Book

FULL = MemberDraft(
    "  Siti   Aminah ",
    gender=Gender.FEMALE,
    source_class=SourceClass.MARKET,
    village_code="35.26.01.1003",
    hamlet="Dusun Timur",
    rt="03",
    rw="02",
    phone="0812-345-678",
    passbook_number="B-0012",
    joined=date(2024, 5, 1),
)


def test_a_member_is_kept_as_registered(book: Book) -> None:
    member_id = register(book.db, FULL)
    with book.db.reading() as connection:
        found = member_by_id(connection, member_id)
        assert member_by_number(connection, "a-3") == found
    assert (found.number, found.number_text, found.name) == (3, "A-00003", "Siti Aminah")
    assert found.place == "Pangeranan, Dusun Timur, RT 03/RW 02"
    assert (found.gender, found.source_class, found.member_class) == (Gender.FEMALE, SourceClass.MARKET, "Umum")
    assert (found.phone, found.passbook_number, found.joined) == ("0812-345-678", "B-0012", date(2024, 5, 1))
    assert found.active


def test_only_a_person_has_a_gender(book: Book) -> None:
    school = register(book.db, MemberDraft("SDN 1", kind=MemberKind.SCHOOL, gender=Gender.MALE))
    assert at_counter(book.db, school).member.gender is Gender.UNSTATED


def test_numbers_run_on_and_stay_with_their_member(book: Book) -> None:
    ids = [register(book.db, MemberDraft("Siti Aminah")) for _ in range(3)]
    change(book.db, ids[0], MemberDraft("Siti Aminah binti Hasan", active=False))
    assert [each.number for each in members_page(book.db, 0, 10)] == [1, 2, 3, 4, 5]
    assert [each.number for each in members_page(book.db, 3, 1)] == [4]
    assert count_members(book.db) == 5
    changed = at_counter(book.db, ids[0]).member
    assert (changed.number, changed.name, changed.active) == (3, "Siti Aminah binti Hasan", False)


def test_a_change_keeps_the_day_of_joining_unless_it_is_given(book: Book) -> None:
    member_id = register(book.db, FULL)
    change(book.db, member_id, replace(FULL, joined=None))
    assert at_counter(book.db, member_id).member.joined == date(2024, 5, 1)
    change(book.db, member_id, replace(FULL, joined=date(2023, 1, 1)))
    assert at_counter(book.db, member_id).member.joined == date(2023, 1, 1)


def test_a_renamed_member_is_found_by_the_new_name_only(book: Book) -> None:
    change(book.db, book.member_id, MemberDraft("Kholifah", village_code="35.26.01.1001"))
    assert [each.id for each in find_members(book.db, "kholi")] == [book.member_id]
    assert find_members(book.db, "hayati") == ()
    assert find_members(book.db, "pangeranan") == ()


def test_what_cannot_stand_on_a_card_is_refused(book: Book) -> None:
    refusals: list[tuple[MemberDraft, UserError]] = [
        (MemberDraft(" \t "), FieldMissing("name")),
        (MemberDraft("Siti", village_code="99.99.99.9999"), UnknownVillage("99.99.99.9999")),
    ]
    for field, limit in LIMITS.items():
        draft = replace(MemberDraft("Siti"), **{field: "x" * (limit + 1)})  # type: ignore[arg-type]  # texts, all
        refusals.append((draft, FieldTooLong(field, limit)))
    for draft, refusal in refusals:
        for act in (lambda draft=draft: register(book.db, draft), lambda draft=draft: change(book.db, 1, draft)):
            with pytest.raises(type(refusal)) as caught:
                act()
            assert vars(caught.value) == vars(refusal)
    assert count_members(book.db) == 2


def test_a_passbook_belongs_to_one_member(book: Book) -> None:
    owner = register(book.db, FULL)
    with pytest.raises(AlreadyTaken) as caught:
        register(book.db, replace(FULL, name="Lain"))
    assert (caught.value.field, caught.value.value) == ("passbook_number", "B-0012")
    with pytest.raises(AlreadyTaken):
        change(book.db, book.member_id, FULL)
    change(book.db, owner, replace(FULL, name="Siti"))
    assert at_counter(book.db, owner).member.name == "Siti"


def test_nobody_is_registered_before_the_centre(empty_db: Database) -> None:
    with pytest.raises(NotSetUp):
        register(empty_db, MemberDraft("Siti"))
    set_up(empty_db, Centre("RDU"))
    register(empty_db, MemberDraft("Siti"))
    assert [each.number for each in members_page(empty_db, 0, 9)] == [1]


def test_unknown_members_are_named(book: Book) -> None:
    with pytest.raises(UnknownMember) as caught:
        at_counter(book.db, 99)
    assert caught.value.number == "99"
    with pytest.raises(UnknownMember):
        change(book.db, 99, MemberDraft("Siti"))
    with book.db.reading() as connection:
        for text in ("A-00099", "Nur", ""):
            with pytest.raises(UnknownMember) as caught:
                member_by_number(connection, text)
            assert caught.value.number == text


def test_classes_have_names_of_their_own(book: Book) -> None:
    silver = add_class(book.db, " Perak ")
    with book.db.transaction() as connection:
        assert class_named(connection, "PERAK") == silver
        gold = class_named(connection, "Émas")
        assert class_named(connection, "Émas") == gold
    for name in ("perak", "Émas", "umum"):
        with pytest.raises(AlreadyTaken):
            add_class(book.db, name)
    with pytest.raises(FieldMissing):
        add_class(book.db, " ")
    with pytest.raises(FieldTooLong):
        add_class(book.db, "x" * 41)
    with book.db.reading() as connection:
        assert member_classes(connection) == (
            MemberClass(1, "Umum"),
            MemberClass(silver, "Perak"),
            MemberClass(gold, "Émas"),
        )


def test_many_members_are_written_in_parts_and_all_or_none(book: Book) -> None:
    drafts = [MemberDraft(f"Anggota {n}", village_code="35.26.01.1003") for n in range(AT_ONCE + 5)]
    told: list[tuple[int, int]] = []
    with book.db.transaction() as connection:
        ids = add_members(connection, drafts, date(2026, 3, 1), progress=lambda done, total: told.append((done, total)))
    assert told == [(AT_ONCE, AT_ONCE + 5), (AT_ONCE + 5, AT_ONCE + 5)]
    assert [(each.id, each.name) for each in members_page(book.db, 2, 5)] == [
        (id_, draft.name) for id_, draft in zip(ids[:5], drafts[:5], strict=True)
    ]
    assert count_members(book.db) == AT_ONCE + 7
    twice = [MemberDraft("A", passbook_number="1"), MemberDraft("B", passbook_number="1")]
    with pytest.raises(AlreadyTaken), book.db.transaction() as connection:
        add_members(connection, [*drafts, *twice], date(2026, 3, 1))
    assert count_members(book.db) == AT_ONCE + 7
