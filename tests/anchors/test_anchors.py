"""What this machine noted outside of the book, and what the book has less than that."""

import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from daurulang.__main__ import main
from daurulang.anchors import Anchor, AnchorLog, Known
from daurulang.database import Database
from daurulang.migrations.opening import open_book
from daurulang.storage_errors import EntriesLost
from daurulang.verification import anchors
from daurulang.verification.problems import Problem, ProblemKind
from daurulang.verification.service import verify
from tests.book import Book, set_up_book


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DAURULANG_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def file_book(home: Path, sqlite_place: Path) -> Book:
    return set_up_book(open_book(sqlite_place))


def log_of(db: Database) -> AnchorLog:
    assert db.anchors is not None
    return db.anchors


def last_hash(db: Database) -> str:
    with db.reading() as connection:
        return str(connection.exec_driver_sql("SELECT hash FROM entry ORDER BY id DESC LIMIT 1").scalar_one())


def test_each_act_is_noted_with_its_number_and_hash(book: Book) -> None:
    for n in range(1, 4):
        book.deposit(1000)
        assert log_of(book.db).known().newest == {"L1": Anchor("L1", n, last_hash(book.db))}
    assert "secret" not in log_of(book.db).path.read_text()
    anchors.require_whole(book.db)
    assert verify(book.db).problems == ()


def test_what_is_refused_is_not_noted(book: Book) -> None:
    book.deposit(1000)
    before = log_of(book.db).known()
    with pytest.raises(Exception, match=r".*"):
        book.payout(1_000_000)
    assert log_of(book.db).known() == before


def test_the_log_lies_in_another_folder_than_the_book(file_book: Book, home: Path) -> None:
    file_book.deposit(1000)
    assert log_of(file_book.db).path.parent == home / "jangkar"
    file_book.db.close()


def lose_tail(db: Database, kept: int) -> None:
    """What a technician with a database browser does: the end of the book is cut off, and nothing inside shows it."""
    with db.transaction() as connection:
        triggers: Sequence[Any] = ()
        if db.is_sqlite:
            triggers = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type='trigger'").fetchall()
        else:
            connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        for name, _ in triggers:
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        for table in ("deposit_line", "deposit", "money_transfer", "mass_transfer", "entry"):
            column = "id" if table == "entry" else "entry_id"
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE {column} > {kept}")
        for _, sql in triggers:
            connection.exec_driver_sql(sql)


def test_a_tail_that_was_cut_off_is_found(book: Book) -> None:
    for _ in range(5):
        book.deposit(1000)
    lose_tail(book.db, 3)
    with pytest.raises(EntriesLost) as caught:
        anchors.require_whole(book.db)
    assert caught.value.numbers == (("L1-000004", "L1-000005"),)
    assert verify(book.db).problems == (Problem(ProblemKind.ENTRIES_LOST, "L1-000004 – L1-000005"),)


def test_a_number_given_again_is_found(book: Book) -> None:
    for _ in range(5):
        book.deposit(1000)
    log = log_of(book.db)
    lose_tail(book.db, 3)
    book.db.anchors = None
    for _ in range(2):
        book.deposit(2000)
    book.db.anchors = log
    assert verify(book.db).problems == (Problem(ProblemKind.ENTRIES_LOST, "L1-000005"),)


def test_a_book_put_back_from_yesterday_is_found_and_can_be_accepted(file_book: Book, tmp_path: Path) -> None:
    db = file_book.db
    assert db.path
    file_book.deposit(1000)
    db.close()
    shutil.copy(db.path, tmp_path / "yesterday.db")
    file_book.deposit(1000)
    db.close()
    shutil.copy(tmp_path / "yesterday.db", db.path)
    with closing(open_book(db.path)) as again:
        with pytest.raises(EntriesLost):
            anchors.require_whole(again)
        anchors.accept(again, "the newer file is gone for good", "Siti")
        anchors.require_whole(again)
        assert verify(again).problems == ()
        file_book.deposit(1000)
        assert log_of(again).known().newest["L1"].sequence == 3
    said = [json.loads(line) for line in log_of(again).path.read_text().split("\n") if '"by"' in line]
    assert [(each["accepted"], each["by"]) for each in said] == [("the newer file is gone for good", "Siti")]


@pytest.mark.parametrize("harm", ["deleted", "cut", "flipped"])
def test_a_lost_log_of_the_engine_is_found(harm: str, file_book: Book, tmp_path: Path) -> None:
    """The database rolls back silently and calls itself sound."""
    db = file_book.db
    assert db.path
    for _ in range(20):
        file_book.deposit(1000)
    log = db.path.with_name(f"{db.path.name}-wal")
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(db.path, other / "book.db")
    content = bytearray(log.read_bytes())
    if harm == "cut":
        content = content[: len(content) // 2]
    elif harm == "flipped":
        content[len(content) // 2] ^= 1
    if harm != "deleted":
        (other / "book.db-wal").write_bytes(bytes(content))
    with closing(Database(other / "book.db")) as harmed:
        with harmed.reading() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
        harmed.anchors = db.anchors
        with pytest.raises(EntriesLost):
            anchors.require_whole(harmed)
    db.close()


KILLED = """
import os, signal, sys
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft, record
from daurulang.ledger.service import Desk
from daurulang.migrations.opening import open_book
db = open_book(sys.argv[1])
for key in ("first", "second"):
    record(db, Desk(1, 1), DepositDraft(key, 1, (LineDraft(1, 1000),), Payment.SAVINGS, 3100))
    db.anchors.add = lambda _anchors: os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_cut_between_commit_and_note_is_no_alarm(file_book: Book) -> None:
    assert file_book.db.path
    ran = subprocess.run([sys.executable, "-c", KILLED, str(file_book.db.path)], check=False)
    assert ran.returncode == -9
    assert log_of(file_book.db).known().newest["L1"].sequence == 1
    anchors.require_whole(file_book.db)
    assert log_of(file_book.db).known().newest["L1"].sequence == 2
    assert verify(file_book.db).entries == 2
    file_book.db.close()


def test_a_note_that_cannot_be_written_holds_up_nothing(file_book: Book, home: Path) -> None:
    home.mkdir(exist_ok=True)
    (home / "jangkar").write_text("in the way")
    file_book.deposit(1000)
    assert log_of(file_book.db).trouble
    anchors.require_whole(file_book.db)
    (home / "jangkar").unlink()
    file_book.deposit(1000)
    assert not log_of(file_book.db).trouble
    assert log_of(file_book.db).known().newest["L1"].sequence == 2
    file_book.db.close()


def test_a_line_cut_short_by_the_power_swallows_nothing(tmp_path: Path) -> None:
    log = AnchorLog(tmp_path, "book")
    log.add([Anchor("L1", 1, "a"), Anchor("L2", 7, "x")])
    log.add([Anchor("L1", 2, "b")])
    whole = log.path.read_bytes()
    for length in range(whole.rindex(b"\n"), len(whole)):
        log.path.write_bytes(whole[:length])
        log.add([Anchor("L1", 3, "c")])
        assert log.known().newest == {"L1": Anchor("L1", 3, "c"), "L2": Anchor("L2", 7, "x")}


def test_lines_out_of_turn_count_by_their_number(tmp_path: Path) -> None:
    log = AnchorLog(tmp_path, tmp_path / "buku loket.db")
    log.add([Anchor("L1", 6, "b")])
    log.add([Anchor("L1", 5, "a")])
    assert log.known().newest["L1"].sequence == 6
    assert log.path.name.startswith("buku_loket.db-")


def test_a_long_log_is_shortened_to_what_counts(tmp_path: Path) -> None:
    log = AnchorLog(tmp_path, "book")
    log.accept([Anchor("L1", 1, "a")], "reason", "Siti")
    with log.path.open("a") as file:
        file.writelines(f'\n{{"at_ms":1,"anchors":[["L{n % 3}",{n},"{"f" * 64}"]]}}' for n in range(1, 4000))
    known = log.known()
    log.shorten()
    assert log.path.stat().st_size < 1000
    assert log.known() == known
    assert "Siti" in log.path.read_text()


def test_threads_do_not_mix_their_lines(file_book: Book) -> None:
    threads = [threading.Thread(target=lambda: [file_book.deposit(1000) for _ in range(10)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lines = [line for line in log_of(file_book.db).path.read_text().split("\n") if line]
    assert sorted(json.loads(line)["anchors"][0][1] for line in lines) == list(range(1, 41))
    file_book.db.close()


def test_the_command_line_stops_at_a_loss_but_verifies(
    file_book: Book, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = file_book.db.path
    assert path
    for _ in range(2):
        file_book.deposit(1000)
    lose_tail(file_book.db, 1)
    file_book.db.close()
    assert main(["--database", str(path), "balance"]) == 1
    assert "L1-000002" in capsys.readouterr().err
    assert main(["--database", str(path), "verify"]) == 1
    assert "L1-000002: pernah tersimpan" in capsys.readouterr().out
    assert main(["--database", str(path), "backup", str(tmp_path / "copy.db")]) == 1
    assert not (tmp_path / "copy.db").exists()


@pytest.mark.parametrize(
    "line",
    [
        '{"at_ms":1,"anchors":5}',
        '{"at_ms":1,"anchors":[["L1"]]}',
        '{"at_ms":1,"anchors":[["L1","9","a"]]}',
        '{"at_ms":"x","accepted":"y","anchors":[["L1",9,"a"]]}',
        "[" * 100_000,
        "{",
    ],
)
def test_a_line_that_an_old_disk_has_changed_says_nothing(line: str, tmp_path: Path) -> None:
    log = AnchorLog(tmp_path, tmp_path / "book.db")
    log.add([Anchor("L1", 3, "c")])
    with log.path.open("a") as file:
        file.write(f"\n{line}")
    assert log.known() == Known({"L1": Anchor("L1", 3, "c")})
