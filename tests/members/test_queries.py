"""Finding members, and those who may be the same."""

import random
from datetime import date

import pytest

from daurulang.members import queries
from daurulang.members.queries import MemberClass, alike, at_counter, class_list, find_members, likeness, who_is_alike
from daurulang.members.service import MemberDraft, add_members, register
from daurulang.members.words import SHORTEST_LIKENESS, words_of
from tests.book import Book

VILLAGE = "35.26.01.1003"  # Pangeranan


def names(book: Book, text: str, limit: int = 20) -> list[str]:
    return [each.name for each in find_members(book.db, text, limit)]


def test_members_are_found_by_whatever_is_known_of_them(book: Book) -> None:
    register(book.db, MemberDraft("Ra'as Hj. Nur", phone="+62 812-345-678", passbook_number="2024-0012"))
    for text in (
        "hayati",
        "NUR HAYATI",
        "hayati nur",
        "hay n",
        "nur pange",
        "1",
        "a-00001",
        "A1",
        "hayati hayati",
    ):
        assert "Nur Hayati" in names(book, text), text
    for text in ("raas", "ra'as", "nur hj", "0812345678", "0812-345", "62812 345", "2024", "2024-0012", "20240012"):
        assert names(book, text) == ["Ra'as Hj. Nur"], text


def test_nobody_is_found_by_what_nobody_has(book: Book) -> None:
    for text in ("", "   ", "ayati", "nur ridwan", "99", "0000000", "فاطمة", "%", "_", "'; DROP TABLE member; --"):
        assert names(book, text) == [], text


def test_a_number_comes_before_the_names(book: Book) -> None:
    register(book.db, MemberDraft("Bank Sampah 2"))
    assert names(book, "2") == ["Moh. Ridwan", "Bank Sampah 2"]
    assert names(book, "2", limit=1) == ["Moh. Ridwan"]


def test_a_search_gives_each_member_once_and_no_more_than_asked(book: Book) -> None:
    for n in range(30):
        register(book.db, MemberDraft(f"Nur Nurhayati Nuraini {n}"))
    found = find_members(book.db, "nur")
    assert len(found) == len({each.id for each in found}) == 20
    assert len(names(book, "nur nurh", 5)) == 5


def test_at_the_counter_stand_balance_and_last_visit(book: Book) -> None:
    assert (at_counter(book.db, book.member_id).balance_rupiah, at_counter(book.db, book.member_id).last_visit) == (
        0,
        None,
    )
    book.deposit(day=date(2026, 3, 1))
    book.deposit(day=date(2026, 3, 5))
    seen = at_counter(book.db, book.member_id)
    assert (seen.balance_rupiah, seen.last_visit) == (2 * 7595, date(2026, 3, 5))


@pytest.mark.parametrize(
    "one, other",
    [
        ("Moh. Ridwan", "Mohammad Ridwan"),
        ("M. Ridwan", "Mohammad Ridwan"),
        ("Nur Hayati", "Nurhayati"),
        ("Hayati, Nur", "Nur Hayati"),
        ("Abd. Rahman", "Abdul Rahman"),
        ("Sutrisno", "Sutrisna"),
        ("Siti Maryam", "Siti Mariyam"),
        ("Ra'as", "Raas"),
    ],
)
def test_names_that_may_be_one(one: str, other: str) -> None:
    assert likeness(one, other) >= SHORTEST_LIKENESS
    assert likeness(other, one) >= SHORTEST_LIKENESS


@pytest.mark.parametrize(
    "one, other",
    [("Siti Aminah", "Siti Aisyah"), ("Nur Hayati", "Nur Halimah"), ("Siti", "Siti Aminah"), ("", "Siti")],
)
def test_names_that_are_two(one: str, other: str) -> None:
    assert likeness(one, other) < SHORTEST_LIKENESS
    assert likeness(other, one) < SHORTEST_LIKENESS


def test_who_may_be_the_same_person_is_shown(book: Book) -> None:
    def found(name: str, village: str | None = VILLAGE, rt: str = "", phone: str = "", but: int | None = None) -> bool:
        with book.db.reading() as connection:
            some = alike(connection, name, village, rt, phone, but_id=but)
        return book.member_id in {each.id for each in some}

    assert found("Nur Hayati")
    assert found("nurhayati")
    assert found("Hayati Nur", rt="3")
    assert not found("Nur Hayati", rt="04")
    assert not found("Nur Hayati", village="35.26.01.1001")
    assert not found("Nur Hayati", village=None)
    assert not found("Siti")
    assert not found("")
    assert not found("Nur Hayati", but=book.member_id)


def test_the_same_phone_is_shown_wherever_the_member_lives(book: Book) -> None:
    member_id = register(book.db, MemberDraft("Siti", phone="0812 345 678"))
    with book.db.reading() as connection:
        assert [m.id for m in alike(connection, "Lain", VILLAGE, "", "+62812345678")] == [member_id]
        assert [m.id for m in alike(connection, "Siti", None, "", "+62812345678")] == [member_id]
        assert alike(connection, "Lain", VILLAGE, "", "08123") == ()
        assert alike(connection, "Lain", VILLAGE, "", "0812345678", but_id=member_id) == ()


def test_every_way_to_search_finds_the_same(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(5)
    first, last = ("Siti", "Sitti", "Nur", "Nurul", "Moh", "Abd"), ("Aminah", "Aisyah", "Rahman", "Ridwan", "Hayati")
    drafts = [MemberDraft(f"{chance.choice(first)} {chance.choice(last)} {n}") for n in range(300)]
    with book.db.transaction() as connection:
        add_members(connection, drafts, date(2026, 3, 1))
    everybody = {each.id: words_of(f"{each.name} {each.village}") for each in queries.members_page(book.db, 0, 1000)}
    for rare, frequent in ((2000, 10**6), (0, 10**6), (0, 0), (20, 100)):
        monkeypatch.setattr(queries, "_RARE", rare)
        monkeypatch.setattr(queries, "_FREQUENT", frequent)
        for text in ("si am", "nur", "nurul hay", "rid moh 2", "s a 1", "hayati nur pange", "abd x"):
            found = {each.id for each in find_members(book.db, text, limit=1000)}
            assert found == {
                id_
                for id_, words in everybody.items()
                if all(any(word.startswith(typed) for word in words) for typed in words_of(text))
            }, text


def test_the_screens_ask_the_same_questions(book: Book) -> None:
    assert class_list(book.db) == (MemberClass(1, "Umum"),)
    assert [each.id for each in who_is_alike(book.db, "nurhayati", VILLAGE, "3", "")] == [book.member_id]
    assert who_is_alike(book.db, "nurhayati", VILLAGE, "3", "", but_id=book.member_id) == ()


def test_a_page_pasted_as_a_name_is_like_nobody(book: Book) -> None:
    assert who_is_alike(book.db, "Nur Hayati, Pangeranan\n" * 10_000, VILLAGE, "", "") == ()
