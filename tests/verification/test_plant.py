"""From the gate to the buyer: what was done honestly is sound, and whoever changes a paper of it is found out."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from daurulang.database import Database
from daurulang.migrations.opening import open_book
from daurulang.verification.problems import ProblemKind
from daurulang.verification.receivables import Receivables
from daurulang.verification.service import verify
from tests.postgres import PostgresServer
from tests.verification.plant_work import ENTRIES, prepare
from tests.verification.test_verification import found, unguarded

LAST = f"L1-{ENTRIES:06d}"


@pytest.fixture(scope="module")
def plant_pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plant") / "book.db"
    prepare(path)
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def worked(request: pytest.FixtureRequest, plant_pattern: Path, tmp_path: Path) -> Iterator[Database]:
    if request.param == "sqlite":
        db = open_book(shutil.copy(plant_pattern, tmp_path / "book.db"))
    else:
        server: PostgresServer = request.getfixturevalue("postgres_server")
        db = open_book(server.fresh_url(prepare))
    yield db
    db.close()


def at(number: int, *kinds: str) -> set[tuple[str, str]]:
    return {(kind, f"L1-{number:06d}") for kind in kinds}


# What is done to the book, and what must be found at the least.
TAMPERINGS: dict[str, tuple[tuple[str, ...], set[tuple[str, str]]]] = {
    "more paid for a load": (
        ("UPDATE load SET total_rupiah = total_rupiah + 1 WHERE entry_id = 5",),
        at(5, "document_changed", "sum_wrong"),
    ),
    "more paid for a line of a load": (
        ("UPDATE load_line SET amount_rupiah = 901 WHERE entry_id = 5 AND position = 1",),
        at(5, "document_changed", "sum_wrong", "money_differs", "goods_differ"),
    ),
    "a load paid by the bank": (
        ("UPDATE load SET payment = 'bank' WHERE entry_id = 5",),
        at(5, "document_changed", "money_differs"),
    ),
    "a load that nobody paid": (
        ("UPDATE load SET payment = 'none', total_rupiah = 0 WHERE entry_id = 5",),
        at(5, "document_changed", "sum_wrong", "money_differs"),
    ),
    "a load to another store": (
        ("UPDATE load SET place_id = 10 WHERE entry_id = 5",),
        at(5, "document_changed", "goods_differ"),
    ),
    "a heavier truck": (
        ("UPDATE load_line SET gross_grams = 15000, grams = 10000 WHERE entry_id = 5 AND position = 1",),
        at(5, "document_changed", "goods_differ"),
    ),
    "another source": (("UPDATE load SET source_id = 7 WHERE entry_id = 5",), at(5, "document_changed")),
    "a line of a load taken away": (
        ("DELETE FROM load_line WHERE entry_id = 5 AND position = 2",),
        at(5, "document_changed", "sum_wrong", "goods_differ"),
    ),
    "a load taken away": (
        ("DELETE FROM load WHERE entry_id = 5",),
        at(5, "document_missing", "document_changed"),
    ),
    "goods of a load that had cost more": (
        ("UPDATE mass_transfer SET cost_rupiah = 901 WHERE entry_id = 5 AND position = 1",),
        at(5, "goods_differ") | at(7, "cost_differs") | {("stock_value_wrong", LAST)},
    ),
    "wet goods that came clean": (
        ("UPDATE mass_transfer SET to_condition = 'clean' WHERE entry_id = 5 AND position = 2",),
        at(5, "goods_differ"),
    ),
    "a deposit that had cost less": (
        ("UPDATE mass_transfer SET cost_rupiah = cost_rupiah - 9 WHERE entry_id = 4",),
        at(4, "goods_differ") | at(8, "cost_differs") | at(9, "cost_differs") | {("stock_value_wrong", LAST)},
    ),
    "another condition of a deposit": (
        ("UPDATE mass_transfer SET to_condition = 'dirty' WHERE entry_id = 4",),
        at(4, "goods_differ") | at(8, "cost_differs", "stock_negative"),
    ),
    "goods that turned into another kind on their way": (
        ("UPDATE mass_transfer SET to_material_id = 2 WHERE entry_id = 5 AND position = 1",),
        at(5, "entry_changed", "goods_differ")
        | {("mass_unbalanced", "other -9000 g"), ("mass_unbalanced", "glass +9000 g")},
    ),
    "less goods than left": (
        ("UPDATE mass_transfer SET grams = 5000 WHERE entry_id = 4",),
        at(4, "entry_changed", "goods_differ") | at(13, "stock_negative", "cost_differs"),
    ),
    "more work in a batch": (("UPDATE batch SET labour_minutes = 60 WHERE entry_id = 6",), at(6, "document_changed")),
    "less lost in a batch": (
        ("UPDATE batch SET input_grams = input_grams - 5, loss_grams = loss_grams - 5 WHERE entry_id = 6",),
        at(6, "document_changed", "sum_wrong"),
    ),
    "more residue than there was": (
        ("UPDATE mass_transfer SET grams = grams + 5 WHERE entry_id = 6 AND to_material_id = 6 AND to_place_id = 2",),
        at(6, "entry_changed", "goods_differ", "process_not_empty"),
    ),
    "a batch whose goods had cost more": (
        ("UPDATE batch_line SET cost_rupiah = cost_rupiah + 1 WHERE entry_id = 6 AND side = 'input'",),
        at(6, "document_changed", "sum_wrong", "cost_differs", "goods_differ"),
    ),
    "a batch that wrote nothing off": (
        ("UPDATE batch SET written_off_rupiah = 0 WHERE entry_id = 7",),
        at(7, "document_changed", "sum_wrong"),
    ),
    "the cost of a bale carried to another": (
        (
            "UPDATE batch_line SET cost_rupiah = cost_rupiah + 1 WHERE entry_id = 19 AND position = 2",
            "UPDATE batch_line SET cost_rupiah = cost_rupiah - 1 WHERE entry_id = 19 AND position = 3",
            "UPDATE mass_transfer SET cost_rupiah = cost_rupiah + 1 WHERE entry_id = 19 AND position = 2",
            "UPDATE mass_transfer SET cost_rupiah = cost_rupiah - 1 WHERE entry_id = 19 AND position = 3",
        ),
        at(19, "document_changed", "cost_differs"),
    ),
    "a cost carried by value that was never there": (
        ("UPDATE batch_line SET cost_rupiah = cost_rupiah + 1 WHERE entry_id = 20 AND position = 2",),
        at(20, "document_changed", "cost_differs", "sum_wrong"),
    ),
    "goods that cost more on their way to another store": (
        ("UPDATE batch_line SET cost_rupiah = cost_rupiah + 1 WHERE entry_id = 18 AND position = 3",),
        at(18, "document_changed", "cost_differs", "sum_wrong"),
    ),
    "another landfill": (
        ("UPDATE disposal SET destination = 'TPA lain' WHERE entry_id = 8",),
        at(8, "document_changed"),
    ),
    "less to the landfill": (
        ("UPDATE disposal SET grams = grams - 1 WHERE entry_id = 8",),
        at(8, "document_changed", "sum_wrong"),
    ),
    "cheaper goods to the landfill": (
        ("UPDATE disposal_line SET cost_rupiah = cost_rupiah - 1 WHERE entry_id = 8 AND position = 2",),
        at(8, "document_changed", "sum_wrong", "cost_differs", "money_differs", "goods_differ"),
    ),
    "another buyer": (
        ("UPDATE sale SET buyer_id = 7 WHERE entry_id = 9",),
        at(9, "document_changed", "money_differs") | at(12, "receivable_wrong"),
    ),
    "another price": (
        ("UPDATE sale_line SET price_rupiah = 4400 WHERE entry_id = 9 AND position = 1",),
        at(9, "document_changed", "line_wrong"),
    ),
    "another amount of a sale's line": (
        ("UPDATE sale_line SET amount_rupiah = amount_rupiah - 1 WHERE entry_id = 9 AND position = 1",),
        at(9, "document_changed", "line_wrong", "sum_wrong"),
    ),
    "another weight of the buyer": (
        ("UPDATE sale_line SET buyer_quantity = 3800 WHERE entry_id = 9 AND position = 1",),
        at(9, "document_changed", "line_wrong"),
    ),
    "less goods on the note": (
        ("UPDATE sale_line SET quantity = 1500, grams = 1500 WHERE entry_id = 9 AND position = 1",),
        at(9, "document_changed", "goods_differ", "cost_differs"),
    ),
    "goods that had cost less when they were sold": (
        ("UPDATE sale_line SET cost_rupiah = cost_rupiah - 1 WHERE entry_id = 9 AND position = 1",),
        at(9, "document_changed", "cost_differs", "money_differs", "goods_differ"),
    ),
    "more paid at once": (
        ("UPDATE sale SET paid_rupiah = paid_rupiah + 1000 WHERE entry_id = 9",),
        at(9, "document_changed", "money_differs") | at(12, "receivable_wrong"),
    ),
    "an agreed total in other parts": (
        (
            "UPDATE sale_line SET amount_rupiah = amount_rupiah + 1 WHERE entry_id = 13 AND position = 1",
            "UPDATE sale_line SET amount_rupiah = amount_rupiah - 1 WHERE entry_id = 13 AND position = 2",
        ),
        at(13, "document_changed", "line_wrong"),
    ),
    "another day to pay": (
        ("UPDATE sale SET due_day = '2030-01-01' WHERE entry_id = 9",),
        at(9, "document_changed"),
    ),
    "less owed after a payment": (
        ("UPDATE buyer_payment SET outstanding_after_rupiah = 0 WHERE entry_id = 12",),
        at(12, "document_changed", "receivable_wrong"),
    ),
    "a payment of another sale": (
        ("UPDATE buyer_payment SET sale_id = 13 WHERE entry_id = 12",),
        at(12, "document_changed", "receivable_wrong"),
    ),
    "a smaller payment": (
        ("UPDATE buyer_payment SET rupiah = 7000 WHERE entry_id = 12",),
        at(12, "document_changed", "money_differs", "receivable_wrong"),
    ),
    "a payment into the box": (
        ("UPDATE buyer_payment SET paid_in = 'cash' WHERE entry_id = 12",),
        at(12, "document_changed", "money_differs"),
    ),
    "a payment that was not undone": (
        ("DELETE FROM reversal WHERE entry_id = 11",),
        at(11, "document_missing") | at(12, "receivable_wrong"),
    ),
    "a reversal of the sale in place of its payment": (
        ("UPDATE reversal SET original_id = 9 WHERE entry_id = 11",),
        at(11, "document_changed", "reversal_differs", "receivable_wrong"),
    ),
    "two buyers with each other's accounts": (
        ("UPDATE buyer SET receivable_account_id = 2",),
        at(9, "money_differs") | at(12, "money_differs"),
    ),
    "a smaller expense": (
        ("UPDATE expense SET rupiah = 800 WHERE entry_id = 14",),
        at(14, "document_changed", "money_differs"),
    ),
    "another category": (
        ("UPDATE expense SET category_id = 5 WHERE entry_id = 16",),
        at(16, "document_changed", "money_differs"),
    ),
    "an expense out of another pocket": (
        ("UPDATE expense SET paid_from = 'cash' WHERE entry_id = 17",),
        at(17, "document_changed", "money_differs"),
    ),
    "another number on the paper of an expense": (
        ("UPDATE expense SET reference = 'N-1' WHERE entry_id = 16",),
        at(16, "document_changed"),
    ),
    "a category with the account of another": (
        ("UPDATE expense_category SET account_id = 2 WHERE id = 3",),
        at(16, "money_differs"),
    ),
    "goods that went back at another cost": (
        ("UPDATE mass_transfer SET cost_rupiah = cost_rupiah + 1 WHERE entry_id = 22",),
        at(22, "reversal_differs") | {("stock_value_wrong", LAST)},
    ),
    "goods that went back in another condition": (
        ("UPDATE mass_transfer SET from_condition = 'wet' WHERE entry_id = 22",),
        at(22, "reversal_differs"),
    ),
    "cash paid without a session": (
        ("DELETE FROM cash_opening WHERE entry_id = 3",),
        {("cash_session_wrong", f"L1-{number:06d}") for number in (5, 9, 10, 14, 23)},
    ),
    "more in the inventory account": (
        ("UPDATE money_transfer SET rupiah = rupiah + 1 WHERE entry_id = 4",),
        at(4, "entry_changed", "money_differs") | {("stock_value_wrong", LAST)},
    ),
}


def test_what_was_done_honestly_is_sound(worked: Database) -> None:
    answer = verify(worked)
    assert (answer.entries, answer.problems) == (ENTRIES, ())


@pytest.mark.parametrize("statements, least", TAMPERINGS.values(), ids=TAMPERINGS)
def test_tampering_is_named(worked: Database, statements: tuple[str, ...], least: set[tuple[str, str]]) -> None:
    with unguarded(worked) as run:
        for statement in statements:
            run(statement)
    assert found(worked) >= least


UNCHECKED: dict[str, tuple[str, set[tuple[str, str]]]] = {
    "a unit that is none": ("UPDATE sale_line SET unit = 'ons' WHERE entry_id = 9", at(9, "line_wrong")),
    "a condition that is none": ("UPDATE load_line SET condition = 'x' WHERE entry_id = 5", at(5, "line_wrong")),
    "a side that is none": ("UPDATE batch_line SET side = 'x' WHERE entry_id = 6", at(6, "line_wrong")),
    "a truck that weighs less than its goods": (
        "UPDATE load_line SET gross_grams = 1 WHERE entry_id = 5 AND position = 1",
        at(5, "line_wrong"),
    ),
    "a volume at another density": (
        "UPDATE load_line SET density_grams_per_litre = 2 WHERE entry_id = 5 AND position = 2",
        at(5, "line_wrong"),
    ),
    "a kilogram that weighs two": ("UPDATE disposal_line SET grams = 2 WHERE entry_id = 8", at(8, "line_wrong")),
    "a difference without a reason": (
        "UPDATE sale_line SET difference_reason = '' WHERE entry_id = 9",
        at(9, "line_wrong"),
    ),
}


@pytest.mark.parametrize("statement, least", UNCHECKED.values(), ids=UNCHECKED)
def test_lines_that_the_tables_would_refuse_are_named(
    plant_pattern: Path, tmp_path: Path, statement: str, least: set[tuple[str, str]]
) -> None:
    db = open_book(shutil.copy(plant_pattern, tmp_path / "book.db"))
    with unguarded(db) as run:
        run("PRAGMA ignore_check_constraints = ON")
        run(statement)
    assert found(db) >= least
    db.close()


def test_what_a_buyer_owes_is_followed_through_payments_and_what_undoes_them() -> None:
    problems: list[tuple[ProblemKind, str]] = []
    owed = Receivables(lambda kind, where: problems.append((kind, where)))
    owed.sold(1, 7, 1_000)
    assert owed.paid(2, 1, 7, 400) == 600
    assert owed.paid(3, 1, 8, 1) is None  # another buyer
    assert owed.paid(3, 9, 7, 1) is None  # no such sale
    owed.undone(2, "L1-000004")
    owed.undone(2, "L1-000005")  # nothing is undone twice
    assert owed.paid(6, 1, 7, 1_000) == 0
    owed.undone(1, "L1-000007")
    assert problems == [(ProblemKind.RECEIVABLE_WRONG, "L1-000007")]
    assert owed.paid(8, 1, 7, 1) is None
