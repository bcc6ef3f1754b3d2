"""A slip of any past day is typed in and confirmed or refuted."""

from datetime import date

import pytest
import sqlalchemy as sa

from daurulang.__main__ import main
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.database import Database
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.errors import CheckCodeIncomplete
from daurulang.ledger.model import EntryKind, entry
from daurulang.receipts.service import look_at
from daurulang.replacements.service import correct_deposit
from daurulang.sales import payments
from daurulang.sales.payments import PaymentDraft
from daurulang.verification.slips import SlipAnswer, check_slip
from tests.book import Book, new_key
from tests.plant import worked_plant
from tests.verification.test_verification import unguarded

DAY = date(2026, 3, 10)


@pytest.fixture
def worked(book: Book) -> Book:
    """A deposit that was put right (1 to 3), a payout (4) and one that was reversed (5, 6)."""
    original = book.deposit(31_000, day=DAY)
    wrong = ReversalDraft(new_key(), original, "salah timbang, kardus basah", book.desk.staff_id)
    lines = (LineDraft(book.pet_id, 5_000), LineDraft(book.oil_id, 1_000))
    correct_deposit(
        book.db, book.desk, wrong, DepositDraft(new_key(), book.member_id, lines, Payment.SAVINGS, 15_500 + 4_000)
    )
    book.payout(1_000)
    payout = book.payout(2_000)
    reverse(book.db, book.desk, ReversalDraft(new_key(), payout, "tidak jadi diambil", book.desk.staff_id))
    return book


def code_of(db: Database, number: str) -> str:
    code = look_at(db, number).hash[:16]
    return " ".join(code[start : start + 4] for start in range(0, 16, 4))


@pytest.mark.parametrize("sequence", range(1, 7))
def test_every_slip_is_confirmed_by_its_code(worked: Book, sequence: int) -> None:
    number = f"L1-{sequence:06d}"
    slip = check_slip(worked.db, f"l1-{sequence}", code_of(worked.db, number).upper())
    assert slip.confirmed
    assert slip.receipt == look_at(worked.db, number)
    assert check_slip(worked.db, number, look_at(worked.db, number).hash).confirmed


def test_another_code_or_number_is_refuted(worked: Book) -> None:
    code = code_of(worked.db, "L1-000001")
    assert check_slip(worked.db, "L1-000002", code).answer is SlipAnswer.CODE_DIFFERS
    assert check_slip(worked.db, "L1-000001", "0" * 16).answer is SlipAnswer.CODE_DIFFERS
    for number in ("L1-000099", "L7-000001", "bukan nomor", ""):
        slip = check_slip(worked.db, number, code)
        assert (slip.answer, slip.receipt) == (SlipAnswer.NO_SUCH_NUMBER, None)


@pytest.mark.parametrize("code", ["", "9f86", "9f86 d081 884c 7d6", "g" * 16, "0" * 65])
def test_a_code_that_is_none_is_asked_for_again(worked: Book, code: str) -> None:
    with pytest.raises(CheckCodeIncomplete):
        check_slip(worked.db, "L1-000001", code)


CHANGES = {
    "a line": ("deposit_line", "UPDATE deposit_line SET price_rupiah = price_rupiah + 1 WHERE entry_id = 1", 1),
    "a name": ("entry", "UPDATE entry SET heading = replace(heading, 'Nur', 'Bur') WHERE id = 1", 1),
    "a day": ("entry", "UPDATE entry SET day = '2025-01-01' WHERE id = 3", 3),
    "rupiah": ("money_transfer", "UPDATE money_transfer SET rupiah = rupiah + 1 WHERE entry_id = 4", 4),
    "grams": ("mass_transfer", "UPDATE mass_transfer SET grams = grams + 1 WHERE entry_id = 3", 3),
    "a payout": ("payout", "UPDATE payout SET rupiah = rupiah + 1 WHERE entry_id = 4", 4),
    "a reason": ("reversal", "UPDATE reversal SET reason = 'alasan yang lain' WHERE entry_id = 2", 2),
    "what replaces": ("replacement", "DELETE FROM replacement WHERE entry_id = 3", 2),
}


@pytest.mark.parametrize("table, statement, sequence", CHANGES.values(), ids=CHANGES)
def test_a_genuine_slip_convicts_a_changed_book(worked: Book, table: str, statement: str, sequence: int) -> None:
    number = f"L1-{sequence:06d}"
    code = code_of(worked.db, number)
    with worked.db.transaction() as connection:
        for guard in (f"{table}_is_frozen", f"{table}_is_kept"):
            on = "" if worked.db.is_sqlite else f" ON {table}"
            connection.exec_driver_sql(f"DROP TRIGGER {guard}{on}")
        connection.exec_driver_sql(statement)
    assert check_slip(worked.db, number, code).answer is SlipAnswer.BOOK_CHANGED


def test_the_command_line_confirms_or_refutes(worked: Book, capsys: pytest.CaptureFixture[str]) -> None:
    place = worked.db.address
    code = code_of(worked.db, "L1-000001")
    assert main(["--database", place, "verify", "--slip", "L1-1", *code.split()]) == 0
    told = capsys.readouterr().out
    for words in (
        "L1-000001: benar",
        "Setoran",
        "10/03/2026",
        "anggota A-00001",
        "Rp 31.000",
        "diganti oleh L1-000003",
    ):
        assert words in told
    assert main(["--database", place, "verify", "--slip", "L1-000004", code]) == 1
    assert "kode periksanya lain" in capsys.readouterr().out
    assert main(["--database", place, "verify", "--json", "--slip", "L1-77", code]) == 1
    assert '"answer": "no_such_number"' in capsys.readouterr().out
    assert main(["--database", place, "verify", "--slip", "L1-000004"]) == 1
    assert "16 tanda" in capsys.readouterr().err


@pytest.mark.parametrize(
    "statement, sequence",
    [
        ("DELETE FROM entry WHERE sequence = 5", 6),
        ("UPDATE reversal SET original_id = -1 WHERE entry_id = (SELECT id FROM entry WHERE sequence = 6)", 6),
        ("DELETE FROM payout", 4),
        ("UPDATE entry SET heading = 'junk' WHERE sequence = 4", 4),
        ("UPDATE entry SET heading = '[]' WHERE sequence = 4", 4),
        ("UPDATE entry SET heading = '{}' WHERE sequence = 4", 4),
        ("UPDATE entry SET kind = 'xx' WHERE sequence = 4", 4),
        ("UPDATE entry SET day = '2026-99-99' WHERE sequence = 4", 4),
    ],
)
def test_what_cannot_be_read_any_more_is_a_changed_book(worked: Book, statement: str, sequence: int) -> None:
    code = code_of(worked.db, f"L1-{sequence:06d}")
    with unguarded(worked.db) as run:
        run(statement)
    slip = check_slip(worked.db, f"L1-{sequence}", code)
    assert (slip.answer, slip.receipt, slip.number) == (SlipAnswer.BOOK_CHANGED, None, f"L1-{sequence:06d}")
    assert check_slip(worked.db, f"L1-{sequence}", "0" * 16).answer is SlipAnswer.CODE_DIFFERS


def hash_of_number(db: Database, sequence: int) -> str:
    with db.reading() as connection:
        found: str = connection.execute(sa.select(entry.c.hash).where(entry.c.sequence == sequence)).scalar_one()
    return found


PAPERS = {
    2: (EntryKind.LOAD, 8_000, "load SET note = 'lain'"),
    4: (EntryKind.BATCH, 0, "batch SET note = 'lain'"),
    5: (EntryKind.SALE, 240_000, "sale_line SET amount_rupiah = amount_rupiah + 1"),
    7: (EntryKind.DISPOSAL, 0, "disposal SET destination = 'sungai'"),
    8: (EntryKind.EXPENSE, 20_000, "expense SET note = 'lain'"),
    10: (EntryKind.BUYER_PAYMENT, 1_000, "buyer_payment SET reference = 'lain'"),
}


@pytest.fixture
def traded(book: Book) -> Book:
    """Every kind of paper from the gate to the buyer."""
    plant = worked_plant(book)
    sale_id = plant.sale(book.pet_id, 1_000, 4_000, paid_rupiah=0)
    payments.record(book.db, book.desk, PaymentDraft(new_key(), sale_id, 1_000))
    return book


@pytest.mark.parametrize("sequence", PAPERS)
def test_a_paper_of_the_plant_is_confirmed_by_its_code(traded: Book, sequence: int) -> None:
    kind, rupiah, change = PAPERS[sequence]
    code = hash_of_number(traded.db, sequence)[:16]
    slip = check_slip(traded.db, f"L1-{sequence}", code)
    assert slip.confirmed
    assert slip.paper is not None
    assert (slip.paper.kind, slip.paper.rupiah) == (kind, rupiah)
    assert check_slip(traded.db, f"L1-{sequence}", "0" * 16).answer is SlipAnswer.CODE_DIFFERS
    with unguarded(traded.db) as run:
        run(f"UPDATE {change}")
    assert check_slip(traded.db, f"L1-{sequence}", code).answer is SlipAnswer.BOOK_CHANGED


def test_the_command_line_tells_what_a_paper_of_the_plant_was(traded: Book, capsys: pytest.CaptureFixture[str]) -> None:
    code = hash_of_number(traded.db, 5)[:16]
    assert main(["--database", traded.db.address, "verify", "--slip", "L1-5", code]) == 0
    assert "Penjualan" in (told := capsys.readouterr().out)
    assert "Rp 240.000" in told
