"""The command line, run as its own program."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from daurulang.__main__ import main
from daurulang.errors import CommitFailed, UserError
from daurulang.members.service import MemberDraft, register
from daurulang.verification.problems import ProblemKind
from daurulang.wording import _SENTENCES, PROBLEMS, worded
from tests.book import Book


def run(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, str, str]:
    status = main([str(word) for word in words])
    told = capsys.readouterr()
    return status, told.out, told.err


def test_init_starts_a_book_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = tmp_path / "new" / "book.db"
    assert run(capsys, "--database", book, "init", "--centre", "RDU Bangkalan")[0] == 0
    status, _, told = run(capsys, "--database", book, "init", "--centre", "Lain")
    assert (status, told) == (1, "Buku ini sudah punya nama; tidak ada yang diubah.\n")


def test_a_question_does_not_make_a_book(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, told = run(capsys, "--database", tmp_path / "none.db", "balance")
    assert status == 1
    assert "tidak dapat dibuka" in told
    assert list(tmp_path.iterdir()) == []


def test_wrong_words_are_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["balances"])
    assert ended.value.code == 2


def test_balances_as_json(book: Book, place: str | Path, capsys: pytest.CaptureFixture[str]) -> None:
    book.deposit(7595)
    status, told, _ = run(capsys, "--database", place, "balance", "--json")
    assert status == 0
    assert json.loads(told) == [
        {"number": "A-00001", "name": "Nur Hayati", "rupiah": 7595, "debt_rupiah": 0},
        {"number": "A-00002", "name": "Moh. Ridwan", "rupiah": 0, "debt_rupiah": 0},
    ]
    assert json.loads(run(capsys, "--database", place, "balance", "a-2", "--json")[1])[0]["rupiah"] == 0
    assert "Rp 7.595" in run(capsys, "--database", place, "balance", "1")[1]
    assert run(capsys, "--database", place, "balance", "99")[0] == 1


def test_verify_says_what_is_wrong(book: Book, sqlite_or_none: Path | None, capsys: pytest.CaptureFixture[str]) -> None:
    book.deposit(1000)
    place = sqlite_or_none or book.db.engine.url.render_as_string(hide_password=False)
    status, told, _ = run(capsys, "--database", place, "verify", "--json")
    assert (status, json.loads(told)) == (0, {"ok": True, "entries": 1, "problems": []})
    with book.db.transaction() as connection:
        on = "" if book.db.is_sqlite else " ON entry"
        connection.exec_driver_sql(f"DROP TRIGGER entry_is_frozen{on}")
        connection.exec_driver_sql("UPDATE entry SET day = '2020-01-01'")
    status, told, _ = run(capsys, "--database", place, "verify", "--json")
    found = json.loads(told)
    assert (status, found["ok"]) == (1, False)
    assert {(each["kind"], each["where"]) for each in found["problems"]} == {
        ("guard_missing", "entry_is_frozen"),
        ("entry_changed", "L1-000001"),
    }
    status, told, _ = run(capsys, "--database", place, "verify")
    assert status == 1
    assert "L1-000001: catatan telah diubah" in told


@pytest.fixture
def sqlite_or_none(place: str | Path) -> Path | None:
    return place if isinstance(place, Path) else None


def test_a_backup_is_a_book_of_its_own(
    book: Book, place: str | Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book.deposit(1000)
    copy = tmp_path / "copy.db"
    status, told, refused = run(capsys, "--database", place, "backup", copy)
    if not book.db.is_sqlite:
        assert (status, "pg_dump" in refused) == (1, True)
        return
    assert (status, "L1 sampai 1" in told) == (0, True)
    assert run(capsys, "--database", copy, "verify")[0] == 0
    assert run(capsys, "--database", place, "backup", tmp_path / "no" / "folder" / "x.db")[0] == 1
    assert run(capsys, "--database", place, "backup", place)[0] == 1


def test_a_receipt_as_pdf(book: Book, place: str | Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book.deposit(1000)
    paper = tmp_path / "r.pdf"
    assert run(capsys, "--database", place, "receipt", "l1-1", "--pdf", paper, "--paper", "A5")[0] == 0
    assert paper.read_bytes().startswith(b"%PDF")
    assert run(capsys, "--database", place, "receipt", "L1-9", "--pdf", paper)[0] == 1


def test_members_come_in_from_a_list(
    book: Book, place: str | Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = tmp_path / "anggota.csv"
    people.write_text("No;Nama;Desa;RT\n1;Siti Romlah;Pangeranan;3\n2;Abdul Karim;Mlajah;1\n", encoding="utf-8")
    status, told, _ = run(capsys, "--database", place, "import", "members", people, "--dry-run")
    assert (status, "Tidak ada yang dimasukkan" in told) == (0, True)
    status, told, _ = run(capsys, "--database", place, "import", "members", people, "--json")
    assert (status, json.loads(told)["counts"]["new"]) == (0, 2)
    assert "Siti Romlah" in run(capsys, "--database", place, "balance")[1]
    people.write_text("Nama;Desa\nSiti;Mlajah\n;Mlajah\n", encoding="utf-8")
    assert run(capsys, "--database", place, "import", "members", people)[0] == 1
    assert run(capsys, "--database", place, "import", "members", people, "--json")[0] == 1


def test_an_answer_that_nobody_takes_is_one_line(sqlite_place: Path) -> None:
    command = [sys.executable, "-m", "daurulang", "--database", str(sqlite_place), "verify"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        process.stdout.close()
        assert process.stderr
        told = process.stderr.read()
    assert (process.returncode, told) == (1, "stdout tidak dapat ditulis; periksa folder dan ruang kosongnya.\n")


def test_names_in_letters_that_the_terminal_lacks_are_told(book: Book, place: str | Path) -> None:
    register(book.db, MemberDraft("Nur \u062d\u064a\u0627\u0629"))
    command = [sys.executable, "-m", "daurulang", "--database", str(place), "balance"]
    narrow = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    assert subprocess.run(command, env=narrow, capture_output=True, check=True).stderr == b""
    told = subprocess.run([*command, "--json"], env=narrow, capture_output=True, check=True).stdout
    assert json.loads(told)[2]["name"] == "Nur \u062d\u064a\u0627\u0629"


def test_a_name_that_is_no_text_is_usage(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--database", str(tmp_path / "book.db"), "init", "--centre", "RDU \udcff"])
    assert ended.value.code == 2
    assert list(tmp_path.iterdir()) == []


def test_the_business_answers_without_qt(sqlite_place: Path) -> None:
    blocked = (
        "import sys; sys.modules['PySide6'] = None;"
        f"from daurulang.__main__ import main; sys.exit(main(['--database', {str(sqlite_place)!r}, 'verify']))"
    )
    answer = subprocess.run([sys.executable, "-c", blocked], capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stdout) == (0, "0 catatan diperiksa, semua benar.\n")


def test_every_refusal_has_its_sentence() -> None:
    kinds = set(UserError.__subclasses__())
    leaves = {leaf for kind in kinds for leaf in (kind.__subclasses__() or [kind])}
    assert {leaf for leaf in leaves if leaf.__module__ == "daurulang.errors"} <= set(_SENTENCES)
    assert set(PROBLEMS) == set(ProblemKind)


def test_no_form_is_spoken_of_where_there_is_none() -> None:
    """A list that is imported twice comes in twice; only the window's forms may be saved again without harm."""
    assert "periksa" in worded(CommitFailed())
    assert "formulir" not in worded(CommitFailed())
