"""The centre, its paper and the rules of its counter."""

from dataclasses import replace
from datetime import date

import pytest

from daurulang.centre.queries import Centre, CounterRule, is_set_up, logo_image, rule_in_force, rule_of, the_centre
from daurulang.centre.service import (
    COUNTER_CODE_LIMIT,
    LOGO_LIMIT_BYTES,
    add_counter,
    change_centre,
    change_rule,
    set_up,
)
from daurulang.database import Database
from daurulang.errors import AlreadySetUp, AlreadyTaken, BadNumber, FieldMissing, FieldTooLong, NotSetUp
from daurulang.ledger.queries import Counter, counters
from daurulang.periods import Zone, clock_at, moment_ms
from daurulang.receipts.service import look_at
from daurulang.verification.service import verify
from tests.book import Book

CENTRE = Centre(
    "RDU Bangkalan",
    "Jl. Letnan Sunarto",
    "35.26.01.1003",
    "0313-1234",
    Zone.WITA,
    "Drs. Hasan",
    "Kepala UPT",
    "Fatimah",
    b"\x89PNG picture",
)


def test_a_new_book_has_no_centre(empty_db: Database) -> None:
    with empty_db.reading() as connection:
        assert not is_set_up(connection)
        with pytest.raises(NotSetUp):
            the_centre(connection)


def test_setting_up_gives_a_centre_a_counter_and_the_villages(empty_db: Database) -> None:
    set_up(empty_db, CENTRE)
    with empty_db.reading() as connection:
        assert is_set_up(connection)
        assert the_centre(connection) == CENTRE
        (counter,) = counters(connection)
        assert counter == Counter(1, "L1", "Loket 1", counter.cash_account_id)
        assert connection.exec_driver_sql("SELECT count(*) FROM village").scalar() == 281


def test_a_book_is_set_up_once(empty_db: Database) -> None:
    set_up(empty_db, CENTRE)
    with pytest.raises(AlreadySetUp):
        set_up(empty_db, Centre("Lain"))
    with empty_db.reading() as connection:
        assert the_centre(connection).name == "RDU Bangkalan"


def test_a_centre_that_cannot_be_printed_is_refused(empty_db: Database) -> None:
    for draft, refusal in (
        (Centre("  "), FieldMissing("name")),
        (Centre("x" * 121), FieldTooLong("name", 120)),
        (Centre("RDU", logo=b"x" * (LOGO_LIMIT_BYTES + 1)), FieldTooLong("logo", LOGO_LIMIT_BYTES)),
    ):
        with pytest.raises(type(refusal)) as caught:
            set_up(empty_db, draft)
        assert vars(caught.value) == vars(refusal)
        with empty_db.reading() as connection:
            assert not is_set_up(connection)


def test_texts_are_trimmed(empty_db: Database) -> None:
    set_up(empty_db, Centre("  RDU  ", " Jalan "))
    with empty_db.reading() as connection:
        assert the_centre(connection) == Centre("RDU", "Jalan")


def test_the_centres_today_is_that_of_its_zone() -> None:
    with clock_at(moment_ms(date(2026, 11, 30), 23, 30, Zone.WIB)):
        assert Centre("A").today() == date(2026, 11, 30)
        assert Centre("A", zone=Zone.WIT).today() == date(2026, 12, 1)


def test_rules_hold_from_their_day_on(book: Book) -> None:
    first, second = CounterRule(5000, 2000, 50_000), CounterRule(10_000, 0, 80_000)
    change_rule(book.db, first, date(2026, 3, 1))
    change_rule(book.db, second, date(2026, 4, 1))
    with book.db.reading() as connection:
        assert rule_of(connection, date(2026, 2, 28)) == CounterRule()
        assert rule_of(connection, date(2026, 3, 1)) == first
        assert rule_of(connection, date(2026, 3, 31)) == first
        assert rule_of(connection, date(2030, 1, 1)) == second


def test_the_later_of_two_rules_of_one_day_holds(book: Book) -> None:
    change_rule(book.db, CounterRule(5000), date(2026, 3, 1))
    change_rule(book.db, CounterRule(7000), date(2026, 3, 1))
    with book.db.reading() as connection:
        assert rule_of(connection, date(2026, 3, 1)) == CounterRule(7000)


def test_a_rule_that_cannot_be_kept_is_refused(book: Book) -> None:
    for rule, reason in (
        (CounterRule(minimum_payout_rupiah=-1), "negative"),
        (CounterRule(minimum_balance_rupiah=-1), "negative"),
        (CounterRule(line_limit_grams=-1), "negative"),
        (CounterRule(line_limit_grams=0), "zero"),
        (CounterRule(minimum_payout_rupiah=10**12 + 1), "too_large"),
        (CounterRule(line_limit_grams=10**30), "too_large"),
    ):
        with pytest.raises(BadNumber) as caught:
            change_rule(book.db, rule, date(2026, 3, 1))
        assert caught.value.reason == reason


def test_an_old_receipt_keeps_the_logo_of_its_day(book: Book) -> None:
    change_centre(book.db, Centre("RDU", logo=b"first"))
    book.deposit()
    change_centre(book.db, Centre("RDU", logo=b"second"))
    book.deposit()
    change_centre(book.db, Centre("RDU"))
    book.deposit()
    change_centre(book.db, Centre("RDU", logo=b"first"))  # the same picture again is kept once
    assert [look_at(book.db, f"L1-{n}").logo for n in (1, 2, 3)] == [b"first", b"second", None]
    with book.db.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM logo").scalar() == 2
        assert logo_image(connection, "unknown") is None


def test_each_counter_numbers_its_own_receipts(book: Book) -> None:
    second = add_counter(book.db, "l-2", " Loket 2 ")
    assert (second.code, second.name) == ("L2", "Loket 2")
    other = replace(book, desk=replace(book.desk, counter_id=second.id))
    for desk in (book, other, book, other, other):
        desk.deposit()
    assert look_at(book.db, "L2-3").heading.counter == "Loket 2"
    assert look_at(book.db, "L1-2").hash != look_at(book.db, "L2-2").hash
    found = verify(book.db)
    assert (found.entries, found.problems, [head.counter for head in found.heads]) == (5, (), ["L1", "L2"])


def test_a_counter_has_a_code_and_a_name_of_its_own(book: Book) -> None:
    for code, name, refusal in (
        ("", "Loket", FieldMissing("code")),
        ("--", "Loket", FieldMissing("code")),
        ("L2", " ", FieldMissing("name")),
        ("L" * (COUNTER_CODE_LIMIT + 1), "Loket", FieldTooLong("code", COUNTER_CODE_LIMIT)),
        ("l1", "Loket", AlreadyTaken("code", "L1")),
    ):
        with pytest.raises(type(refusal)) as caught:
            add_counter(book.db, code, name)
        assert vars(caught.value) == vars(refusal)


def test_the_screens_ask_for_the_rule_of_a_day(book: Book) -> None:
    change_rule(book.db, CounterRule(5000), date(2026, 3, 1))
    assert rule_in_force(book.db, date(2026, 3, 1)) == CounterRule(5000)


def test_another_counter_is_opened_under_a_code_of_letters_and_digits(book: Book) -> None:
    opened = add_counter(book.db, " l-2 ", " Loket Barat ")
    assert (opened.code, opened.name) == ("L2", "Loket Barat")
    with book.db.reading() as connection:
        assert counters(connection)[-1] == opened


@pytest.mark.parametrize(
    "code, name, error",
    [
        ("--", "Loket", FieldMissing),
        ("L2", " ", FieldMissing),
        ("L23456789", "Loket", FieldTooLong),
        ("l1", "x", AlreadyTaken),
    ],
)
def test_a_counter_needs_a_short_free_code_and_a_name(code: str, name: str, error: type[Exception], book: Book) -> None:
    with pytest.raises(error):
        add_counter(book.db, code, name)
    with book.db.reading() as connection:
        assert len(counters(connection)) == 1
