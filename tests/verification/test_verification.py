"""Whoever changes a posted book past its guards is found out."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from daurulang.database import Database
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.ledger.service import HASHED_COLUMNS, MASS_COLUMNS, MONEY_COLUMNS, entry_hash
from daurulang.migrations.opening import open_book
from daurulang.payouts import service as payouts
from daurulang.payouts.model import PayoutMethod
from daurulang.payouts.service import PayoutDraft
from daurulang.receipts.service import hand_out
from daurulang.storage_errors import DatabaseDamaged, DatabaseRefused
from daurulang.verification.problems import ChainHead, Verification
from daurulang.verification.service import verify
from tests.book import Book, new_key, set_up_book
from tests.postgres import PostgresServer

DAY = date(2026, 3, 10)
Run = Callable[[str], object]


def work(book: Book) -> None:
    """Six entries: two deposits by A (1, 2), a split of three units by B (3), payouts in cash (4) and by transfer (5),
    and a gift (6)."""
    book.deposit(31_000, day=DAY)
    book.deposit(62_000, day=DAY)
    lines = (LineDraft(book.pet_id, 1000), LineDraft(book.bottle_id, 10), LineDraft(book.oil_id, 500))
    split = DepositDraft(new_key(), book.other_id, lines, Payment.SPLIT, 9_100, 2_000)
    deposits.record(book.db, book.desk, split, DAY)
    book.payout(90_000)
    transfer = PayoutDraft(new_key(), book.other_id, 5_000, PayoutMethod.TRANSFER, "BRI")
    payouts.record(book.db, book.desk, transfer, DAY)
    gift = DepositDraft(new_key(), book.member_id, (LineDraft(book.pet_id, 500),), Payment.GIVEN, 0)
    deposits.record(book.db, book.desk, gift, DAY)


def prepare(place: str | Path) -> None:
    db = open_book(place)
    work(set_up_book(db))
    db.close()


@pytest.fixture(scope="module")
def worked_pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("worked") / "book.db"
    prepare(path)
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def worked(request: pytest.FixtureRequest, worked_pattern: Path, tmp_path: Path) -> Iterator[Database]:
    if request.param == "sqlite":
        db = open_book(shutil.copy(worked_pattern, tmp_path / "book.db"))
    else:
        server: PostgresServer = request.getfixturevalue("postgres_server")
        db = open_book(server.fresh_url(prepare))
    yield db
    db.close()


@contextmanager
def unguarded(db: Database) -> Iterator[Run]:
    """Raw SQL without triggers and foreign keys, which stand again afterwards."""
    raw = db.engine.raw_connection()
    cursor = raw.cursor()
    if db.is_sqlite:
        cursor.execute("PRAGMA foreign_keys = OFF")
        triggers = cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
        yield cursor.execute
        for _, words in triggers:
            cursor.execute(words)
        cursor.execute("PRAGMA foreign_keys = ON")
    else:
        cursor.execute("SET session_replication_role = replica")
        yield cursor.execute
        cursor.execute("SET session_replication_role = DEFAULT")
        raw.commit()
    raw.close()


def found(db: Database) -> set[tuple[str, str]]:
    return {(str(problem.kind), problem.where) for problem in verify(db).problems}


def test_a_sound_book_has_no_problems(worked: Database) -> None:
    told: list[tuple[int, int]] = []
    answer = verify(worked, lambda done, total: told.append((done, total)))
    assert (answer.entries, answer.problems) == (6, ())
    with worked.reading() as connection:
        head = connection.exec_driver_sql("SELECT hash FROM entry WHERE id = 6").scalar_one()
    assert answer.heads == (ChainHead("L1", 6, head),)
    assert told[-1] == (6, 6)


def test_an_empty_book_is_sound(empty_db: Database) -> None:
    assert verify(empty_db) == Verification(0, ())


def delete_whole(entry_id: int) -> tuple[str, ...]:
    tables = ("money_transfer", "mass_transfer", "deposit_line", "deposit", "payout", "receipt_print")
    rows = tuple(f"DELETE FROM {table} WHERE entry_id = {entry_id}" for table in tables)
    return (*rows, f"DELETE FROM entry WHERE id = {entry_id}")


MORE_MONEY = (
    "INSERT INTO money_transfer (entry_id, position, debit_account_id, credit_account_id, rupiah)"
    " SELECT entry_id, 2, debit_account_id, credit_account_id, 500 FROM money_transfer WHERE entry_id = 1"
)
MORE_GOODS = (
    "INSERT INTO mass_transfer (entry_id, position, from_place_id, from_material_id, to_place_id, to_material_id,"
    " grams, pieces, millilitres) VALUES (4, 1, 1, 1, 2, 1, 5, 0, 0)"
)

# What is done to the book, and what must be found at the least.
TAMPERINGS: dict[str, tuple[tuple[str, ...], set[tuple[str, str]]]] = {
    "another code for the counter": (
        ("UPDATE counter SET code = 'X1'",),
        {("number_differs", "X1-000001")},
    ),
    "another number for a member": (
        ("UPDATE member SET number = number + 50",),
        {("number_differs", "L1-000001")},
    ),
    "another price under a paid line": (
        ("UPDATE price SET rupiah = rupiah + 1",),
        {("price_changed", "L1-000001")},
    ),
    "more rupiah in a transfer": (
        ("UPDATE money_transfer SET rupiah = rupiah + 1 WHERE entry_id = 1",),
        {("entry_changed", "L1-000001"), ("money_differs", "L1-000001"), ("balance_wrong", "L1-000001")},
    ),
    "rupiah to another account": (
        ("UPDATE money_transfer SET credit_account_id = 2 WHERE entry_id = 2",),
        {("entry_changed", "L1-000002"), ("money_differs", "L1-000002"), ("balance_negative", "L1-000004")},
    ),
    "a transfer taken away": (
        ("DELETE FROM money_transfer WHERE entry_id = 3 AND position = 2",),
        {("transfers_missing", "L1-000003"), ("money_differs", "L1-000003")},
    ),
    "a transfer added": (
        (MORE_MONEY,),
        {("transfers_missing", "L1-000001"), ("entry_changed", "L1-000001")},
    ),
    "goods made lighter": (
        ("UPDATE mass_transfer SET grams = grams - 1 WHERE entry_id = 1",),
        {("entry_changed", "L1-000001"), ("goods_differ", "L1-000001")},
    ),
    "goods taken away": (
        ("DELETE FROM mass_transfer WHERE entry_id = 6",),
        {("transfers_missing", "L1-000006"), ("goods_differ", "L1-000006")},
    ),
    "another amount in a line": (
        ("UPDATE deposit_line SET amount_rupiah = amount_rupiah + 1 WHERE entry_id = 3 AND position = 2",),
        {("document_changed", "L1-000003"), ("line_wrong", "L1-000003"), ("money_differs", "L1-000003")},
    ),
    "another name in a line": (
        ("UPDATE deposit_line SET name = 'Emas' WHERE entry_id = 1",),
        {("document_changed", "L1-000001")},
    ),
    "a line taken away": (
        ("DELETE FROM deposit_line WHERE entry_id = 3 AND position = 3",),
        {("document_changed", "L1-000003"), ("goods_differ", "L1-000003")},
    ),
    "another balance on a deposit": (
        ("UPDATE deposit SET balance_after_rupiah = 1 WHERE entry_id = 2",),
        {("document_changed", "L1-000002"), ("balance_wrong", "L1-000002")},
    ),
    "a deposit under another name": (
        ("UPDATE deposit SET member_id = 2 WHERE entry_id = 1",),
        {("document_changed", "L1-000001"), ("money_differs", "L1-000001")},
    ),
    "another amount on a payout": (
        ("UPDATE payout SET rupiah = 80000 WHERE entry_id = 4",),
        {("document_changed", "L1-000004"), ("money_differs", "L1-000004")},
    ),
    "another balance on a payout": (
        ("UPDATE payout SET balance_after_rupiah = 7 WHERE entry_id = 4",),
        {("document_changed", "L1-000004"), ("balance_wrong", "L1-000004")},
    ),
    "goods moved by a payout": (
        (MORE_GOODS,),
        {("transfers_missing", "L1-000004"), ("goods_differ", "L1-000004")},
    ),
    "a payout taken away": (("DELETE FROM payout WHERE entry_id = 4",), {("document_missing", "L1-000004")}),
    "a deposit taken away": (
        ("DELETE FROM deposit WHERE entry_id = 6",),
        {("document_missing", "L1-000006")},
    ),
    "another day": (("UPDATE entry SET day = '2025-01-01' WHERE id = 2",), {("entry_changed", "L1-000002")}),
    "another time": (("UPDATE entry SET at_ms = at_ms + 1 WHERE id = 2",), {("entry_changed", "L1-000002")}),
    "another clerk": (("UPDATE entry SET staff_id = 7 WHERE id = 2",), {("entry_changed", "L1-000002")}),
    "another form": (("UPDATE entry SET form_key = 'x' WHERE id = 2",), {("entry_changed", "L1-000002")}),
    "another kind": (
        ("UPDATE entry SET kind = 'payout' WHERE id = 1",),
        {("entry_changed", "L1-000001"), ("document_missing", "L1-000001")},
    ),
    "other names on the paper": (
        ("UPDATE entry SET heading = replace(heading, 'Nur', 'Bur') WHERE id = 1",),
        {("heading_changed", "L1-000001")},
    ),
    "another hash": (
        (f"UPDATE entry SET hash = '{'a' * 64}' WHERE id = 3",),
        {("entry_changed", "L1-000003"), ("chain_broken", "L1-000004")},
    ),
    "numbers swapped": (
        (
            "UPDATE entry SET sequence = 99 WHERE id = 1",
            "UPDATE entry SET sequence = 1 WHERE id = 2",
            "UPDATE entry SET sequence = 2 WHERE id = 1",
        ),
        {("number_missing", "L1-000002"), ("entry_changed", "L1-000002"), ("entry_changed", "L1-000001")},
    ),
    "a whole entry taken out": (
        delete_whole(2),
        {("number_missing", "L1-000003"), ("chain_broken", "L1-000003"), ("balance_negative", "L1-000004")},
    ),
    "the first entry taken out": (
        delete_whole(1),
        {("number_missing", "L1-000002"), ("chain_broken", "L1-000002")},
    ),
    "only the entry taken out": (
        ("DELETE FROM entry WHERE id = 6",),
        {("document_without_entry", "deposit 6"), ("document_without_entry", "mass 6")},
    ),
    "a member taken away": (
        ("DELETE FROM member WHERE id = 1",),
        {("money_differs", "L1-000001"), ("money_differs", "L1-000004")},
    ),
    "a counter taken away": (("DELETE FROM counter",), {("money_differs", "?-000004")}),
    "two members with each other's accounts": (
        (
            "UPDATE member SET savings_account_id = -savings_account_id",
            "UPDATE member SET savings_account_id = CASE id WHEN 1 THEN 5 ELSE 4 END",
        ),
        {("money_differs", "L1-000001"), ("money_differs", "L1-000003")},
    ),
    "a member with the bank's account": (
        ("UPDATE member SET savings_account_id = 2 WHERE id = 1",),
        {("money_differs", "L1-000001")},
    ),
    "savings that are no savings": (
        ("UPDATE account SET kind = 'bank' WHERE kind = 'savings'",),
        {("balance_wrong", "L1-000001")},
    ),
}


@pytest.mark.parametrize("statements, least", TAMPERINGS.values(), ids=TAMPERINGS)
def test_tampering_is_named(worked: Database, statements: tuple[str, ...], least: set[tuple[str, str]]) -> None:
    with unguarded(worked) as run:
        for statement in statements:
            run(statement)
    assert found(worked) >= least


def test_an_entry_taken_away_whole_is_missed_by_its_receipt(worked: Database) -> None:
    hand_out(worked, "L1-6", None)
    with unguarded(worked) as run:
        for table in ("deposit_line", "deposit", "mass_transfer"):
            run(f"DELETE FROM {table} WHERE entry_id = 6")
        run("DELETE FROM entry WHERE id = 6")
    assert found(worked) == {("document_without_entry", "receipt 6")}


def test_a_unit_that_is_none_is_named(worked_pattern: Path, tmp_path: Path) -> None:
    db = open_book(shutil.copy(worked_pattern, tmp_path / "book.db"))
    with unguarded(db) as run:
        run("PRAGMA ignore_check_constraints = ON")
        run("UPDATE deposit_line SET unit = 'ons' WHERE entry_id = 2")
    assert found(db) >= {("line_wrong", "L1-000002"), ("document_changed", "L1-000002")}
    db.close()


def test_bytes_that_are_no_text_are_damage(worked_pattern: Path, tmp_path: Path) -> None:
    db = open_book(shutil.copy(worked_pattern, tmp_path / "book.db"))
    with unguarded(db) as run:
        run("UPDATE deposit_line SET name = CAST(x'ff41' AS TEXT) WHERE entry_id = 2")
    with pytest.raises(DatabaseDamaged):
        verify(db)
    db.close()


def test_an_entry_hashed_anew_breaks_the_chain_behind_it(worked: Database) -> None:
    columns = ", ".join(HASHED_COLUMNS)
    with unguarded(worked) as run:
        run("UPDATE entry SET staff_id = 7 WHERE id = 2")
    with worked.reading() as connection:
        head = connection.exec_driver_sql(f"SELECT {columns} FROM entry WHERE id = 2").one()
        money, mass = (
            connection.exec_driver_sql(f"SELECT {', '.join(names)} FROM {table} WHERE entry_id = 2").all()
            for table, names in (("money_transfer", MONEY_COLUMNS), ("mass_transfer", MASS_COLUMNS))
        )
    with unguarded(worked) as run:
        anew = entry_hash(tuple(head), [tuple(each) for each in money], [tuple(each) for each in mass])
        run(f"UPDATE entry SET hash = '{anew}' WHERE id = 2")
    assert found(worked) == {("chain_broken", "L1-000003")}


def test_a_guard_that_is_gone_or_hollow_is_named(worked: Database) -> None:
    with worked.transaction() as connection:
        if worked.is_sqlite:
            connection.exec_driver_sql("DROP TRIGGER entry_is_kept")
            connection.exec_driver_sql("DROP TRIGGER payout_is_frozen")
            hollow = "CREATE TRIGGER payout_is_frozen BEFORE UPDATE ON payout FOR EACH ROW WHEN 0 BEGIN SELECT 1; END"
            connection.exec_driver_sql(hollow)
        else:
            connection.exec_driver_sql("DROP TRIGGER entry_is_kept ON entry")
            connection.exec_driver_sql("ALTER TABLE logo DISABLE TRIGGER logo_is_kept")
            connection.exec_driver_sql("ALTER TABLE price ENABLE REPLICA TRIGGER price_is_frozen")
            connection.exec_driver_sql("DROP TRIGGER deposit_is_kept_whole ON deposit")
            connection.exec_driver_sql(
                "CREATE OR REPLACE FUNCTION payout_is_frozen() RETURNS trigger LANGUAGE plpgsql"
                " AS $$ BEGIN RETURN NEW; END $$"
            )
    more = set() if worked.is_sqlite else {"logo_is_kept", "price_is_frozen", "deposit_is_kept"}
    assert found(worked) == {("guard_missing", name) for name in {"entry_is_kept", "payout_is_frozen"} | more}


def test_a_page_written_over_is_named(worked_pattern: Path, tmp_path: Path) -> None:
    """Pages of the file are zeroed one after the other; whichever it is, the book is not called sound."""
    whole = worked_pattern.read_bytes()
    page = int.from_bytes(whole[16:18], "big")
    used = [n for n in range(1, len(whole) // page) if any(whole[n * page : (n + 1) * page])]
    for n in used:
        path = tmp_path / f"page {n}.db"
        path.write_bytes(whole[: n * page] + bytes(page) + whole[(n + 1) * page :])
        try:
            db = open_book(path)
        except DatabaseRefused:
            continue
        try:
            assert verify(db).problems, n
        except DatabaseDamaged:
            continue
        finally:
            db.close()


def test_progress_may_stop_it(worked: Database) -> None:
    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        verify(worked, stop)
    assert verify(worked).entries == 6
