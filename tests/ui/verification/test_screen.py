"""The book is checked beside the counter, and slips are typed in, by keys alone."""

import pytest
from PySide6.QtCore import Qt

from daurulang.ledger.gaps import never_again
from daurulang.receipts.service import look_at
from daurulang.verification.problems import ProblemKind
from daurulang.verification.slips import Slip, SlipAnswer
from tests.plant import set_up_plant
from tests.ui.desk import Desk
from ui import tasks
from ui.verification.screen import VerificationScreen
from ui.verification.words import problem_words, slip_words
from ui.widgets.card import Text

KEY = Qt.Key


def screen_of(desk: Desk) -> VerificationScreen:
    desk.press(KEY.Key_F11)
    screen = desk.window.current_screen()
    assert isinstance(screen, VerificationScreen)
    return screen


def words(screen: VerificationScreen) -> str:
    return " ".join(each.text() for each in screen.findChildren(Text) if not each.isHidden())


def code_of(desk: Desk, number: str) -> str:
    return look_at(desk.book.db, number).hash[:16]


def test_a_sound_book_is_called_sound_with_the_heads_of_its_chains(desk: Desk) -> None:
    desk.book.deposit(31_000)
    desk.book.payout(1_000)
    screen = screen_of(desk)
    assert screen.verdict() == "Not checked yet"
    desk.press(KEY.Key_F10)
    assert screen.verdict() == "Being checked …"
    assert tasks.busy(desk.window) == "Checking the book"
    desk.settle()
    assert screen.verdict() == "All is sound"
    code = code_of(desk, "L1-2")
    told = words(screen)
    assert "2 entries checked" in told
    assert "L1-000002" in told
    assert f"{code[:4]} {code[4:8]} {code[8:12]} {code[12:]}" in told


def test_what_is_wrong_is_named_with_where(desk: Desk) -> None:
    desk.book.deposit(31_000)
    with desk.book.db.transaction() as connection:
        connection.exec_driver_sql("DROP TRIGGER deposit_is_frozen")
        connection.exec_driver_sql("UPDATE deposit SET balance_after_rupiah = 1")
    screen = screen_of(desk)
    desk.press(KEY.Key_F10)
    desk.settle()
    assert screen.verdict() == "3 problems"
    found = [(each.where, problem_words(each.kind)) for each in screen.problems.model.rows()]
    assert ("L1-000001", "the printed balance is not the right one") in found
    assert ("deposit_is_frozen", "a guard of the database is missing") in found


def test_it_can_be_cancelled_and_begun_again(desk: Desk) -> None:
    desk.book.deposit(31_000)
    screen = screen_of(desk)
    desk.press(KEY.Key_F10)
    lane = desk.window.findChild(tasks.Lane, "long")
    assert isinstance(lane, tasks.Lane)
    lane._open[0].cancel()
    desk.settle()
    assert screen.verdict() == "Not checked to the end"
    desk.press(KEY.Key_F10)
    desk.settle()
    assert screen.verdict() == "All is sound"


def test_a_slip_is_confirmed_with_what_the_book_says(desk: Desk) -> None:
    desk.book.deposit(31_000)
    screen = screen_of(desk)
    desk.type(f"l1-1\n{code_of(desk, 'L1-1')}\n")
    assert "The slip is right" in screen.slip.answer()
    told = words(screen)
    for part in ("L1-000001", "A-00001", "Rp 31.000", "Deposit receipt"):
        assert part in told
    assert "Nur Hayati" not in told


def test_a_paper_of_the_plant_is_confirmed_too(desk: Desk) -> None:
    plant = set_up_plant(desk.book)
    plant.load(5_000, 12_500)
    with desk.book.db.reading() as connection:
        code = connection.exec_driver_sql("SELECT hash FROM entry").scalar_one()[:16]
    screen = screen_of(desk)
    desk.type(f"l1-1\n{code}\n")
    assert "The slip is right" in screen.slip.answer()
    for part in ("L1-000001", "Load", "Rp 12.500"):
        assert part in words(screen)


def test_a_slip_is_refuted(desk: Desk) -> None:
    desk.book.deposit(31_000)
    screen = screen_of(desk)
    desk.type("l1-1\n0000 0000 0000 0000\n")
    assert "The code is another" in screen.slip.answer()
    desk.press(KEY.Key_Escape)
    assert screen.slip.answer() == ""
    desk.type("l1-9\n0000 0000 0000 0000\n")
    assert "no such number" in screen.slip.answer()


def test_a_code_cut_short_is_asked_for_again(desk: Desk) -> None:
    desk.book.deposit(31_000)
    screen = screen_of(desk)
    desk.type("l1-1\n9f86\n")
    assert "16 signs" in screen.slip.problem()
    assert screen.slip.code.text() == "9f86"


@pytest.mark.parametrize("kind", ProblemKind)
def test_every_problem_has_its_words(kind: ProblemKind) -> None:
    assert problem_words(kind) != str(kind)


@pytest.mark.parametrize("answer", SlipAnswer)
def test_every_answer_has_its_words(answer: SlipAnswer) -> None:
    assert slip_words(Slip("L1-000001", answer))[0]


def test_numbers_lost_to_a_restore_are_told_and_are_no_problem(desk: Desk) -> None:
    desk.book.deposit(31_000)
    with desk.book.db.transaction() as connection:
        never_again(connection, {"L1": 5}, "dipulihkan dari cadangan 2026-11-25 17:00")
    desk.book.deposit(1_000)
    screen = screen_of(desk)
    assert screen.gaps.isHidden()
    desk.press(KEY.Key_F10)
    desk.settle()
    assert screen.verdict() == "All is sound"
    told = words(screen)
    assert "L1-000002 – L1-000005" in told
    assert "dipulihkan dari cadangan 2026-11-25 17:00" in told
    desk.type("l1-3\n0000 0000 0000 0000\n")
    assert "lost from the book (dipulihkan dari cadangan 2026-11-25 17:00)" in screen.slip.answer()
