"""Whoever changes what was counted or moved past the guards is found out."""

import shutil
from pathlib import Path

import pytest

from daurulang.cash.model import Direction, OtherSide
from daurulang.cash.service import (
    ClosingDraft,
    MovementDraft,
    OpeningDraft,
    close_session,
    move_cash,
    open_session,
)
from daurulang.migrations.opening import open_book
from daurulang.verification.service import verify
from tests.book import new_key, set_up_book
from tests.verification.test_verification import found, unguarded


@pytest.fixture(scope="module")
def counted_pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """L1-1 deposit, L1-2 opening, L1-3 cash in, L1-4 payout in cash, L1-5 closing with a difference, L1-6 opening."""
    path = tmp_path_factory.mktemp("counted") / "book.db"
    db = open_book(path)
    book = set_up_book(db)
    book.deposit(31_000)
    open_session(db, book.desk, OpeningDraft(new_key(), 100_000))
    move_cash(db, book.desk, MovementDraft(new_key(), Direction.IN, OtherSide.BANK, 50_000, "modal"))
    book.payout(10_000)
    close_session(db, book.desk, ClosingDraft(new_key(), ((100_000, 1), (20_000, 1)), "belum dicatat", 140_000))
    open_session(db, book.desk, OpeningDraft(new_key(), 120_000))
    db.close()
    return path


TAMPERINGS: dict[str, tuple[tuple[str, ...], set[tuple[str, str]]]] = {
    "another count": (
        ("UPDATE cash_closing SET counted_rupiah = 140000",),
        {("document_changed", "L1-000005"), ("money_differs", "L1-000005"), ("cash_session_wrong", "L1-000005")},
    ),
    "other notes": (
        ("""UPDATE cash_closing SET denominations = '{"100000":1}'""",),
        {("document_changed", "L1-000005"), ("cash_session_wrong", "L1-000005")},
    ),
    "notes that are none": (
        ("UPDATE cash_closing SET denominations = 'seratus'",),
        {("cash_session_wrong", "L1-000005")},
    ),
    "another expectation": (
        ("UPDATE cash_closing SET expected_rupiah = 120000",),
        {("cash_differs", "L1-000005"), ("money_differs", "L1-000005")},
    ),
    "another reason": (
        ("UPDATE cash_closing SET reason = 'semuanya cocok'",),
        {("document_changed", "L1-000005")},
    ),
    "another amount moved": (
        ("UPDATE cash_movement SET rupiah = 5000",),
        {("document_changed", "L1-000003"), ("money_differs", "L1-000003")},
    ),
    "out instead of in": (
        ("UPDATE cash_movement SET direction = 'out'",),
        {("document_changed", "L1-000003"), ("money_differs", "L1-000003")},
    ),
    "a difference taken away": (
        (
            "DELETE FROM money_transfer WHERE entry_id = 5",
            "UPDATE entry SET money_count = 0 WHERE id = 5",
        ),
        {("money_differs", "L1-000005"), ("entry_changed", "L1-000005"), ("cash_differs", "L1-000006")},
    ),
    "money before the count": (
        ("UPDATE money_transfer SET rupiah = rupiah - 1 WHERE entry_id = 2",),
        {("money_differs", "L1-000002"), ("cash_differs", "L1-000005")},
    ),
    "a closing taken away": (
        ("DELETE FROM cash_closing",),
        {("document_missing", "L1-000005"), ("cash_session_wrong", "L1-000006")},
    ),
    "an opening taken away": (
        ("DELETE FROM cash_opening WHERE entry_id = 2",),
        {("document_missing", "L1-000002"), ("cash_session_wrong", "L1-000003"), ("cash_session_wrong", "L1-000005")},
    ),
    "an opening for another entry": (
        ("UPDATE cash_opening SET entry_id = 99 WHERE entry_id = 6",),
        {("document_missing", "L1-000006"), ("document_without_entry", "cash_opening 99")},
    ),
    "cash paid without a session": (
        (
            "DELETE FROM cash_movement",
            "UPDATE cash_closing SET entry_id = 3",
            "UPDATE entry SET kind = 'cash_closing' WHERE id = 3",
        ),
        {("cash_session_wrong", "L1-000004")},
    ),
}


def test_a_counted_book_is_sound(counted_pattern: Path, tmp_path: Path) -> None:
    db = open_book(shutil.copy(counted_pattern, tmp_path / "book.db"))
    assert verify(db).problems == ()
    db.close()


@pytest.mark.parametrize("statements, least", TAMPERINGS.values(), ids=TAMPERINGS)
def test_tampering_is_named(
    counted_pattern: Path, tmp_path: Path, statements: tuple[str, ...], least: set[tuple[str, str]]
) -> None:
    db = open_book(shutil.copy(counted_pattern, tmp_path / "book.db"))
    with unguarded(db) as run:
        for statement in statements:
            run(statement)
    assert found(db) >= least
    db.close()
