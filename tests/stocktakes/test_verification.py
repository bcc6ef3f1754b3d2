"""Whoever changes a count, or what it moved, past the guards is found out."""

import shutil
from pathlib import Path

import pytest

from daurulang.migrations.opening import open_book
from daurulang.stocktakes.service import CountDraft, CountedLine, record
from daurulang.verification.service import verify
from tests.book import new_key, set_up_book
from tests.verification.test_verification import found, unguarded


@pytest.fixture(scope="module")
def counted_pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """L1-1 opening with PET and bottles, L1-2 deposit of PET, L1-3 a count with PET missing and bottles too many,
    L1-4 another deposit, L1-5 a count that agrees.
    """
    path = tmp_path_factory.mktemp("counted") / "book.db"
    db = open_book(path)
    book = set_up_book(db)
    pet, bottle = book.pet_id, book.bottle_id

    def count(*lines: CountedLine, is_opening: bool = False) -> None:
        record(db, book.desk, CountDraft(new_key(), lines, "hitung bersama pengurus", is_opening))

    count(CountedLine(pet, 5_000, 0), CountedLine(bottle, 20, 0), is_opening=True)
    book.deposit(grams=2_000)
    count(CountedLine(pet, 6_500, 7_000, "susut"), CountedLine(bottle, 21, 20, "salah hitung"))
    book.deposit(grams=1_000)
    count(CountedLine(pet, 7_500, 7_500))
    db.close()
    return path


TAMPERINGS: dict[str, tuple[tuple[str, ...], set[tuple[str, str]]]] = {
    "another count": (
        ("UPDATE stocktake_line SET counted_grams = 7000 WHERE entry_id = 3 AND position = 1",),
        {("document_changed", "L1-000003"), ("goods_differ", "L1-000003")},
    ),
    "another expectation": (
        ("UPDATE stocktake_line SET expected_grams = 6500 WHERE entry_id = 3 AND position = 1",),
        {("document_changed", "L1-000003"), ("stock_differs", "L1-000003"), ("goods_differ", "L1-000003")},
    ),
    "another reason of a line": (
        ("UPDATE stocktake_line SET reason = 'dicuri' WHERE entry_id = 3 AND position = 1",),
        {("document_changed", "L1-000003")},
    ),
    "a line that does not say why": (
        ("UPDATE stocktake_line SET reason = '' WHERE entry_id = 3 AND position = 1",),
        {("document_changed", "L1-000003"), ("line_wrong", "L1-000003")},
    ),
    "another name of the material": (
        ("UPDATE stocktake_line SET name = 'Kardus' WHERE entry_id = 3 AND position = 1",),
        {("document_changed", "L1-000003")},
    ),
    "another material": (
        ("UPDATE stocktake_line SET material_id = 3 WHERE entry_id = 3 AND position = 1",),
        {("document_changed", "L1-000003"), ("stock_differs", "L1-000003"), ("goods_differ", "L1-000003")},
    ),
    "a measure of another unit": (
        (
            "PRAGMA ignore_check_constraints = ON",
            "UPDATE stocktake_line SET counted_pieces = 1, expected_pieces = 1 WHERE entry_id = 5",
        ),
        {("document_changed", "L1-000005"), ("line_wrong", "L1-000005"), ("stock_differs", "L1-000005")},
    ),
    "a unit that is none": (
        ("PRAGMA ignore_check_constraints = ON", "UPDATE stocktake_line SET unit = 'ton' WHERE entry_id = 5"),
        {("document_changed", "L1-000005"), ("line_wrong", "L1-000005")},
    ),
    "a line taken away": (
        ("DELETE FROM stocktake_line WHERE entry_id = 3 AND position = 2",),
        {("document_changed", "L1-000003"), ("line_wrong", "L1-000003"), ("goods_differ", "L1-000003")},
    ),
    "a line of no entry": (
        ("UPDATE stocktake_line SET entry_id = 99 WHERE entry_id = 5",),
        {("line_wrong", "L1-000005"), ("document_without_entry", "stocktake_line 99")},
    ),
    "another reason of the count": (
        ("UPDATE stocktake SET reason = 'tidak ada apa-apa' WHERE entry_id = 3",),
        {("document_changed", "L1-000003")},
    ),
    "another place": (
        ("UPDATE stocktake SET place_id = 1 WHERE entry_id = 3",),
        {("document_changed", "L1-000003"), ("goods_differ", "L1-000003")},
    ),
    "no longer the opening": (
        ("UPDATE stocktake SET is_opening = 0 WHERE entry_id = 1",),
        {("document_changed", "L1-000001"), ("goods_differ", "L1-000001"), ("line_wrong", "L1-000001")},
    ),
    "a second opening": (
        ("UPDATE stocktake SET is_opening = 1 WHERE entry_id = 5",),
        {("document_changed", "L1-000005"), ("line_wrong", "L1-000005")},
    ),
    "a count taken away": (
        ("DELETE FROM stocktake WHERE entry_id = 3",),
        {("document_missing", "L1-000003")},
    ),
    "a count of another entry": (
        ("UPDATE stocktake SET entry_id = 99 WHERE entry_id = 5",),
        {("document_missing", "L1-000005"), ("document_without_entry", "stocktake 99")},
    ),
    "goods moved otherwise": (
        ("UPDATE mass_transfer SET grams = 400 WHERE entry_id = 3 AND position = 1",),
        {("entry_changed", "L1-000003"), ("goods_differ", "L1-000003"), ("stock_differs", "L1-000005")},
    ),
    "a difference taken for old goods": (
        ("UPDATE mass_transfer SET to_place_id = 4 WHERE entry_id = 3 AND position = 1",),
        {("entry_changed", "L1-000003"), ("goods_differ", "L1-000003")},
    ),
    "a difference taken away": (
        (
            "DELETE FROM mass_transfer WHERE entry_id = 3 AND position = 1",
            "UPDATE entry SET mass_count = 1 WHERE id = 3",
        ),
        {("entry_changed", "L1-000003"), ("goods_differ", "L1-000003"), ("stock_differs", "L1-000005")},
    ),
    "less brought than was counted": (
        ("UPDATE mass_transfer SET grams = 1000 WHERE entry_id = 2",),
        {("goods_differ", "L1-000002"), ("stock_differs", "L1-000003"), ("stock_differs", "L1-000005")},
    ),
    "another condition": (
        ("UPDATE stocktake_line SET condition = 'wet' WHERE entry_id = 3 AND position = 1",),
        {("document_changed", "L1-000003"), ("stock_differs", "L1-000003"), ("goods_differ", "L1-000003")},
    ),
    "another cost of a difference": (
        ("UPDATE stocktake_line SET cost_rupiah = -1 WHERE entry_id = 3 AND position = 1",),
        {("document_changed", "L1-000003"), ("line_wrong", "L1-000003"), ("money_differs", "L1-000003")},
    ),
    "a cost moved otherwise": (
        ("UPDATE mass_transfer SET cost_rupiah = cost_rupiah + 1 WHERE entry_id = 3 AND position = 1",),
        {("goods_differ", "L1-000003"), ("stock_value_wrong", "L1-000005")},
    ),
    "goods moved in another condition": (
        ("UPDATE mass_transfer SET to_condition = 'wet' WHERE entry_id = 2",),
        {("goods_differ", "L1-000002"), ("stock_differs", "L1-000003")},
    ),
    "money in a count": (
        ("INSERT INTO money_transfer SELECT 999, 5, 1, 1, 2, 500",),
        {("money_differs", "L1-000005"), ("transfers_missing", "L1-000005")},
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
