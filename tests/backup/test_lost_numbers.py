"""Numbers that stand on papers and were lost to a restore are never given again, and the book says so."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from daurulang.__main__ import main
from daurulang.anchors import Anchor
from daurulang.backup.copying import backup
from daurulang.backup.rotation import back_up_into
from daurulang.centre.service import add_counter
from daurulang.closings.day import close_day, day_page
from daurulang.config import load_machine
from daurulang.database import Database
from daurulang.documents.day_closing import write_day_closing
from daurulang.ledger.queries import counter_by_id
from daurulang.ledger.service import Desk
from daurulang.migrations.opening import open_book
from daurulang.periods import Zone, today
from daurulang.receipts.queries import entry_id_of
from daurulang.reports.daily import latest_acts
from daurulang.restoration.service import prepare, swap
from daurulang.storage_errors import EntriesLost, NumberLost
from daurulang.verification.anchors import accept, require_whole
from daurulang.verification.problems import ProblemKind, Verification
from daurulang.verification.service import verify
from daurulang.verification.slips import SlipAnswer, check_slip
from tests.book import Book, set_up_book
from tests.documents.papers import read


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAURULANG_HOME", str(tmp_path / "home"))


@pytest.fixture
def file_book(tmp_path: Path, sqlite_place: Path) -> Iterator[Book]:
    folder = tmp_path / "live"
    folder.mkdir()
    sqlite_place.rename(folder / "book.db")
    db = open_book(folder / "book.db")
    yield set_up_book(db)
    db.close()


def path_of(book: Book) -> Path:
    assert book.db.path
    return book.db.path


def restored(book: Book, source: Path, place: Path | None = None) -> None:
    book.db.close()
    swap(prepare(place or path_of(book), source), "Siti")


def last_number(db: Database) -> str:
    return latest_acts(db, 1, 1)[0].number


def found_in(db: Database) -> Verification:
    require_whole(db)
    found = verify(db)
    assert found.problems == ()
    return found


def spans(found: Verification) -> list[tuple[str, str]]:
    return [(each.first, each.last) for each in found.gaps]


def copied_after_two_of_five(book: Book, tmp_path: Path) -> Path:
    """A copy that knows two deposits; the book goes on to five."""
    book.deposit(10_000)
    book.deposit(1000)
    source = backup(book.db, tmp_path / "copy.db").path
    for _ in range(3):
        book.deposit(1000)
    return source


def test_numbers_on_papers_are_not_given_again(
    file_book: Book, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    db = file_book.db
    source = copied_after_two_of_five(file_book, tmp_path)
    restored(file_book, source)
    file_book.deposit(1000)
    assert last_number(db) == "L1-000006"
    found = found_in(db)
    assert found.entries == 3
    (gap,) = found.gaps
    assert (gap.first, gap.last) == ("L1-000003", "L1-000005")
    assert gap.reason.startswith("dipulihkan dari cadangan 20")
    assert main(["--database", str(path_of(file_book)), "verify"]) == 0
    told = capsys.readouterr().out
    assert f"Catatan: L1-000003 sampai L1-000005 hilang dan tidak diberikan lagi ({gap.reason})." in told
    assert "semua benar" in told


def test_a_slip_with_a_lost_number_is_told_from_an_invented_one(
    file_book: Book, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    restored(file_book, copied_after_two_of_five(file_book, tmp_path))
    slip = check_slip(file_book.db, "l1-4", "0" * 16)
    assert (slip.answer, slip.lost[:24]) == (SlipAnswer.LOST, "dipulihkan dari cadangan")
    assert check_slip(file_book.db, "L1-000006", "0" * 16).answer is SlipAnswer.NO_SUCH_NUMBER
    words = ["--database", str(path_of(file_book))]
    assert main([*words, "verify", "--slip", "L1-000004", "0" * 16]) == 1
    assert "pernah ada dan hilang dari buku (dipulihkan dari cadangan 20" in capsys.readouterr().out
    assert main([*words, "receipt", "L1-000004", "--pdf", str(tmp_path / "x.pdf")]) == 1
    assert "Bukti L1-000004 hilang dari buku: dipulihkan dari cadangan 20" in capsys.readouterr().err


def test_what_the_notes_know_counts_where_the_book_is_damaged(file_book: Book, tmp_path: Path) -> None:
    source = copied_after_two_of_five(file_book, tmp_path)
    file_book.db.close()
    path_of(file_book).write_bytes(b"\xff" * 9000)
    restored(file_book, source)
    assert spans(found_in(file_book.db)) == [("L1-000003", "L1-000005")]


def test_what_a_newer_copy_knows_counts_on_another_machine(file_book: Book, tmp_path: Path) -> None:
    source = copied_after_two_of_five(file_book, tmp_path)
    back_up_into(file_book.db, tmp_path, Zone.WIB)
    place = tmp_path / "new" / "book.db"
    restored(file_book, source, place)
    with closing(open_book(place, create=False)) as db:
        assert spans(found_in(db)) == [("L1-000003", "L1-000005")]


def test_restored_twice_before_anything_is_posted(file_book: Book, tmp_path: Path) -> None:
    db = file_book.db
    source = copied_after_two_of_five(file_book, tmp_path)
    restored(file_book, source)
    with_gap = backup(db, tmp_path / "with-gap.db").path
    file_book.deposit(1000)
    restored(file_book, with_gap)
    found = found_in(db)
    assert spans(found) == [("L1-000003", "L1-000005"), ("L1-000006", "L1-000006")]
    assert found.heads[0].sequence == 6
    file_book.deposit(1000)
    assert last_number(db) == "L1-000007"
    # And the first copy once more: the book that is replaced knows up to 7.
    restored(file_book, source)
    assert spans(found_in(db)) == [("L1-000003", "L1-000007")]


def test_nothing_is_given_up_where_nothing_is_lost(file_book: Book, tmp_path: Path) -> None:
    file_book.deposit(1000)
    restored(file_book, backup(file_book.db, tmp_path / "copy.db").path)
    assert found_in(file_book.db).gaps == ()


def test_a_counter_that_the_copy_does_not_know_goes_on_as_well(file_book: Book, tmp_path: Path) -> None:
    db = file_book.db
    file_book.deposit(1000)
    source = backup(db, tmp_path / "copy.db").path
    second = add_counter(db, "L2", "Loket Timur")
    at_second = Book(db, Desk(second.id, file_book.desk.staff_id), *astuple_of(file_book))
    at_second.deposit(1000)
    restored(file_book, source)
    found = found_in(db)
    assert spans(found) == [("L2-000001", "L2-000001")]
    at_second.deposit(1000)
    assert latest_acts(db, second.id, 1)[0].number == "L2-000002"
    found_in(db)
    with db.reading() as connection:
        assert counter_by_id(connection, second.id) == second


def astuple_of(book: Book) -> tuple[int, int, int, int, int]:
    return book.member_id, book.other_id, book.pet_id, book.bottle_id, book.oil_id


def test_the_page_of_the_day_lists_what_was_lost_once(file_book: Book, tmp_path: Path) -> None:
    restored(file_book, copied_after_two_of_five(file_book, tmp_path))
    file_book.deposit(1000)
    day = today(Zone.WIB)
    page = close_day(file_book.db, file_book.desk, day)
    assert [(each.first, each.last) for each in page.gaps] == [("L1-000003", "L1-000005")]
    assert (page.counters[0].first, page.counters[0].last) == ("L1-000001", "L1-000006")
    assert day_page(file_book.db, day) == page
    write_day_closing(page, tmp_path / "page.pdf")
    assert "L1-000003 – L1-000005" in read((tmp_path / "page.pdf").read_bytes())
    found_in(file_book.db)


def test_going_on_with_a_book_put_back_by_hand_gives_nothing_again(book: Book) -> None:
    """On a server a copy is restored with the server's own means: only the notes of the machine know better."""
    db = book.db
    book.deposit(1000)
    assert db.anchors is not None
    db.anchors.add([Anchor("L1", 9, "a" * 64), Anchor("BL", 4, "b" * 64)])
    with pytest.raises(EntriesLost):
        require_whole(db)
    accept(db, "the server was restored from Monday's dump", "Siti")
    book.deposit(1000)
    assert last_number(db) == "L1-000010"
    found = found_in(db)
    assert spans(found) == [("L1-000002", "L1-000009"), ("BL-000001", "BL-000004")]
    assert {each.reason for each in found.gaps} == {"the server was restored from Monday's dump (Siti)"}
    with db.reading() as connection, pytest.raises(NumberLost):
        entry_id_of(connection, "L1-5")


FORGED = (
    "INSERT INTO number_gap (counter_id, from_sequence, to_sequence, at_ms, reason, hash)"
    f" VALUES (1, 2, 2, 1, 'tidak pernah ada', '{'a' * 64}')"
)
TAMPERINGS = {
    "another reason": ("UPDATE number_gap SET reason = 'sengaja dihapus'", {ProblemKind.GAP_CHANGED}),
    "another moment": ("UPDATE number_gap SET at_ms = at_ms + 1", {ProblemKind.GAP_CHANGED}),
    "another hash": (
        f"UPDATE number_gap SET hash = '{'a' * 64}'",
        {ProblemKind.GAP_CHANGED, ProblemKind.CHAIN_BROKEN},
    ),
    "fewer numbers": (
        "UPDATE number_gap SET to_sequence = to_sequence - 1",
        {ProblemKind.GAP_CHANGED, ProblemKind.NUMBER_MISSING},
    ),
    "more numbers": (
        "UPDATE number_gap SET to_sequence = to_sequence + 1",
        {ProblemKind.GAP_CHANGED, ProblemKind.NUMBER_MISSING, ProblemKind.CHAIN_BROKEN},
    ),
    "away": ("DELETE FROM number_gap", {ProblemKind.NUMBER_MISSING, ProblemKind.CHAIN_BROKEN}),
    "one more": (
        FORGED,
        {ProblemKind.GAP_CHANGED},
    ),
    "an entry's number into it": (
        "UPDATE entry SET sequence = 4 WHERE sequence = 6",
        {ProblemKind.GAP_CHANGED, ProblemKind.NUMBER_MISSING, ProblemKind.CHAIN_BROKEN, ProblemKind.ENTRY_CHANGED},
    ),
}


@pytest.mark.parametrize("name", TAMPERINGS)
def test_a_gap_that_is_changed_forged_or_gone_is_named(name: str, file_book: Book, tmp_path: Path) -> None:
    statement, kinds = TAMPERINGS[name]
    restored(file_book, copied_after_two_of_five(file_book, tmp_path))
    file_book.deposit(1000)
    file_book.db.close()
    changed_past_the_guards(path_of(file_book), statement)
    with closing(open_book(path_of(file_book), create=False)) as db:
        db.anchors = None
        assert {each.kind for each in verify(db).problems} == kinds


def test_a_gap_at_the_end_that_is_gone_is_missed_by_the_notes(file_book: Book, tmp_path: Path) -> None:
    restored(file_book, copied_after_two_of_five(file_book, tmp_path))
    file_book.db.close()
    changed_past_the_guards(path_of(file_book), "DELETE FROM number_gap")
    with closing(open_book(path_of(file_book), create=False)) as db, pytest.raises(EntriesLost) as caught:
        require_whole(db)
    assert caught.value.numbers == (("L1-000003", "L1-000005"),)


def test_a_crash_before_the_notes_are_set_right_names_the_lost_numbers(file_book: Book, tmp_path: Path) -> None:
    source = copied_after_two_of_five(file_book, tmp_path)
    file_book.db.close()
    prepared = prepare(path_of(file_book), source)
    log = next(load_machine().anchor_place.glob("book.db-*.log"))
    shutil.copy(log, tmp_path / "log")
    swap(prepared, "Siti")
    shutil.copy(tmp_path / "log", log)
    with pytest.raises(EntriesLost) as caught:
        require_whole(file_book.db)
    assert caught.value.numbers == (("L1-000003", "L1-000005"),)
    accept(file_book.db, "restored, and the power went", "Siti")
    file_book.deposit(1000)
    assert last_number(file_book.db) == "L1-000006"
    found_in(file_book.db)


def changed_past_the_guards(path: Path, statement: str) -> None:
    with closing(dbapi2.connect(str(path), isolation_level=None)) as raw:
        guards = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            raw.execute(f"DROP TRIGGER {name}")
        assert raw.execute(statement).rowcount == 1
        for _, words in guards:
            raw.execute(words)
