"""The day itself: first steps on an empty machine, then a Saturday on a book with three months in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from daurulang import sample
from daurulang.config import Paper
from daurulang.documents.receipt import write_receipt
from daurulang.members.queries import Member, find_members
from daurulang.migrations.opening import open_book
from daurulang.receipts.service import look_at
from daurulang.reports.daily import acts_of_day
from ui.demo.hands import Hands, NothingHappened
from ui.opening import SAMPLE_CLERK, SAMPLE_PIN
from ui.preferences import Preferences
from ui.program import Program

Key = Qt.Key
_PEOPLE_LIST = """\
DAFTAR NASABAH RW 03;;;;;
No;Nama;L/P;Desa;RT/RW;No HP
1;Siti Maryam;P;Pangeranan;03/02;081234500001
2;Ahmad Fauzi;L;Mlajah;01/04;081234500002
3;Hosnah;P;Kemayoran;02/01;
4;;P;Kemayoran;02/01;
5;Siti Maryam;P;Pangeranan;03/02;
"""


def work_through(out: Path) -> None:
    """Leave pictures of every screen and the receipts in `out`; raises `NothingHappened` when something is broken."""
    home = out / "data"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    os.environ["DAURULANG_HOME"] = str(home)
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["daurulang"])
    _first_steps(app, out, home / "baru.db")
    book = home / "rdu.db"
    db = open_book(book)
    sample.fill(db, SAMPLE_CLERK, SAMPLE_PIN)
    people = find_members(db, "nur", 3)
    db.close()
    program = _opened(app, book)
    hands = Hands(program, out)
    hands._pictures = 10  # noqa: SLF001  (the first steps took the numbers before)
    _sign_in(hands)
    _deposits(hands, people)
    _payouts(hands, people)
    _lists(hands)
    _report(hands)
    _import(hands, home)
    _overlays(hands)
    _other_looks(hands)
    _papers(book, out)
    program.frame.close()
    program.deleteLater()
    app.processEvents()


def _opened(app: QApplication, book: Path) -> Program:
    program = Program(app, str(book))
    program.frame.resize(1366, 768)
    program.frame.show()
    program.frame.activateWindow()
    Hands(program, book.parent).until(lambda: program.frame.page() is not None, "the book to open")
    return program


def _first_steps(app: QApplication, out: Path, book: Path) -> None:
    program = _opened(app, book)
    hands = Hands(program, out)
    hands.until(lambda: program.book is not None, "the empty book to open")
    hands.settle()
    hands.type("Rumah Daur Ulang Bangkalan\nJl. Letnan Sunarto\n031-3095000\npangeranan\n")
    hands.picture("wizard-centre")
    hands.type("\n")
    hands.type("Nama Kepala\nKepala UPT RDU\nNama Bendahara\n")
    hands.picture("wizard-signatures")
    hands.type("\n")
    hands.type("Siti Aminah\n135790\n135790")
    hands.picture("wizard-clerk")
    hands.type("\n")
    hands.picture("wizard-materials")
    hands.type("\n")
    hands.picture("wizard-paper")
    hands.type("\n\n")
    hands.picture("wizard-backup")
    hands.type("\n")
    hands.until(lambda: program.window is not None, "the counter after the first steps")
    hands.picture("empty-counter")
    program.frame.close()
    program.deleteLater()
    app.processEvents()


def _sign_in(hands: Hands) -> None:
    hands.until(lambda: hands.program.window is not None and hands.program.session is not None, "the window")
    hands.picture("sign-in")
    hands.type(f"\n{SAMPLE_PIN}\n")
    window = hands.program.window
    hands.until(lambda: window is not None and not window.locked(), "the PIN to be taken")


def _saved(hands: Hands, before: int) -> None:
    session = hands.program.the_session()
    hands.until(lambda: len(acts_of_day(session.db, session.today())) > before, "the act to be saved")
    hands.settle()


def _acts(hands: Hands) -> int:
    session = hands.program.the_session()
    return len(acts_of_day(session.db, session.today()))


def _deposits(hands: Hands, people: Sequence[Member]) -> None:
    hands.press(Key.Key_F2)
    hands.type(people[0].name[:4])
    hands.picture("counter-search")
    hands.ctrl(Key.Key_A)
    hands.type(f"{people[0].number_text}\n")
    hands.type("botol bening\n")
    hands.picture("counter-material")
    hands.type("2,45\n")
    for words in ("kardus\n6,8\n", "kecap\n12\n", "jelantah\n1,5\n"):
        hands.type(words)
    hands.type("tembaga")
    hands.picture("counter-lines")
    hands.type("\n0,35")
    hands.picture("counter-weight")
    hands.type("\n")
    before = _acts(hands)
    hands.press(Key.Key_F10)
    hands.picture("counter-read-back")
    hands.press(Key.Key_F10)
    _saved(hands, before)
    hands.picture("counter-saved")
    for person in people[1:]:
        before = _acts(hands)
        hands.type(f"{person.number_text}\nkoran\n4,2\nduplek\n1,75\n")
        hands.press(Key.Key_F10)
        hands.press(Key.Key_F10)
        _saved(hands, before)


def _payouts(hands: Hands, people: Sequence[Member]) -> None:
    hands.press(Key.Key_F3)
    hands.type(f"{people[0].number_text}\n999999999")
    hands.press(Key.Key_F10)
    hands.picture("payout-refused")
    for _ in "999999999":
        hands.press(Key.Key_Backspace)
    hands.type("5000")
    before = _acts(hands)
    hands.press(Key.Key_F10)
    hands.picture("payout-read-back")
    hands.press(Key.Key_F10)
    _saved(hands, before)
    hands.picture("payout-saved")


def _lists(hands: Hands) -> None:
    hands.ctrl(Key.Key_J)
    hands.picture("today")
    hands.type("\n")
    hands.picture("today-receipt")
    hands.press(Key.Key_F4)
    hands.picture("members")
    hands.type("nur")
    hands.picture("members-found")
    hands.press(Key.Key_Down)
    hands.picture("member-history")
    hands.ctrl(Key.Key_N)
    hands.picture("member-new")
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_F5)
    hands.picture("prices")


def _import(hands: Hands, home: Path) -> None:
    people = home / "anggota.csv"
    people.write_text(_PEOPLE_LIST, encoding="utf-8")
    hands.ctrl(Key.Key_I)
    hands.picture("import")
    hands.type(f"{people}\n")
    hands.picture("import-columns")
    hands.press(Key.Key_F10)
    hands.picture("import-rows")
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_Escape)


def _overlays(hands: Hands) -> None:
    window = hands.program.window
    if window is None:
        raise NothingHappened("the window")
    window.show_screen("settings")
    hands.picture("settings")
    hands.press(Key.Key_F2)
    hands.press(Key.Key_F1)
    hands.picture("keys")
    hands.press(Key.Key_Escape)
    hands.ctrl(Key.Key_K)
    hands.type("har")
    hands.picture("palette")
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_F12)
    hands.picture("locked")
    hands.type(f"{SAMPLE_PIN}\n")
    hands.until(lambda: not window.locked(), "the PIN to be taken again")


def _report(hands: Hands) -> None:
    """The last whole month: looked at, turned over, and handed on as PDF, Excel and picture."""
    alt = Qt.KeyboardModifier.AltModifier
    hands.press(Key.Key_F9)
    hands.picture("report-this-month")
    hands.press(Key.Key_PageUp)
    hands.picture("report")
    hands.ctrl(Key.Key_B)
    hands.picture("report-closing")
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_Return)
    hands.picture("report-table")
    hands.press(Key.Key_Escape)
    for _ in range(4):
        hands.press(Key.Key_Down)
    hands.picture("report-below")
    hands.ctrl(Key.Key_G)
    hands.ctrl(Key.Key_P)
    hands.ctrl(Key.Key_L)
    hands.picture("report-handed-on")
    hands.press(Key.Key_3, alt)
    hands.picture("report-year")
    hands.press(Key.Key_Escape)


def _other_looks(hands: Hands) -> None:
    kept = hands.program.preferences
    for name, wanted in (
        ("dark", Preferences(kept.language, 100, True, kept.last_clerk)),
        ("large-text", Preferences(kept.language, 150, False, kept.last_clerk)),
        ("english", Preferences("en", 100, False, kept.last_clerk)),
        ("usual", kept),
    ):
        hands.program.change_preferences(wanted)
        hands.press(Key.Key_F2)
        if name != "usual":
            hands.picture(f"counter-{name}")
            hands.press(Key.Key_F9)
            hands.picture(f"report-{name}")
    hands.program.frame.resize(1024, 768)
    hands.picture("counter-1024")
    hands.press(Key.Key_F5)
    hands.picture("prices-1024")
    hands.press(Key.Key_F9)
    hands.picture("report-1024")


def _papers(book: Path, out: Path) -> None:
    """The day's receipts on every paper, as the counter would have printed them."""
    db = open_book(book)
    with db.reading() as connection:
        day = connection.exec_driver_sql("SELECT max(day) FROM entry").scalar_one()
    from datetime import date

    acts = acts_of_day(db, date.fromisoformat(day))
    newest = {act.kind: act for act in reversed(acts)}
    for act in newest.values():
        for paper in Paper:
            path = out / f"{act.number}-{paper}.pdf"
            write_receipt(look_at(db, act.number), paper, path)
            print(path)
    for path in sorted((out / "data").rglob("*.*")):
        if path.suffix in {".pdf", ".xlsx", ".png"}:
            print(path)
    db.close()
