"""The members' screen by keys alone, on a real book."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from daurulang.centre.queries import Centre, CounterRule
from daurulang.centre.service import change_rule
from daurulang.config import Machine
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.database import Database
from daurulang.debts.model import RepaymentSource
from daurulang.debts.service import RepaymentDraft, repay
from daurulang.ledger.queries import Counter
from daurulang.members.model import Gender, MemberKind, SourceClass
from daurulang.members.queries import Member, at_counter, count_members, find_members
from daurulang.members.service import MemberDraft, register
from daurulang.migrations.opening import open_book
from daurulang.staff.queries import StaffMember
from tests.book import PRICED_FROM, Book, new_key, set_up_book
from ui import keys, tasks
from ui.members.screen import MembersScreen
from ui.screen import Screen, ScreenEntry
from ui.session import Session
from ui.window import MainWindow

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Day:
    """The screen in its window, and what it told the outside."""

    book: Book
    window: MainWindow
    opened: list[str] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    registered: list[int] = field(default_factory=list)
    undone: list[tuple[str, bool]] = field(default_factory=list)

    @property
    def db(self) -> Database:
        return self.book.db

    @property
    def screen(self) -> MembersScreen:
        screen = self.window.page("members")
        assert isinstance(screen, MembersScreen)
        return screen

    def press(self, *pressed: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in pressed:
            QTest.keyClick(QApplication.focusWidget() or self.window, key, held)

    def write(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)

    def found(self) -> list[str]:
        return [row.name for row in self.screen.table.model.rows()]

    def member(self, text: str) -> Member:
        return find_members(self.db, text)[0]


@pytest.fixture
def book(sqlite_place: Path) -> Iterator[Book]:
    db = open_book(sqlite_place)
    yield set_up_book(db)
    db.close()


@pytest.fixture
def day(qtbot: QtBot, book: Book) -> Day:
    session = Session(
        book.db,
        Machine(),
        Centre("RDU Bangkalan"),
        Counter(book.desk.counter_id, "L1", "Loket 1", 1),
        StaffMember(book.desk.staff_id, "Siti Aminah", active=True),
    )
    made: list[Day] = []

    def build() -> MembersScreen:
        return MembersScreen(
            session,
            on_open_receipt=made[0].opened.append,
            on_reprint=made[0].printed.append,
            on_undo=lambda number, correcting: made[0].undone.append((number, correcting)),
            on_registered=made[0].registered.append,
        )

    window = MainWindow(
        [
            ScreenEntry("counter", "Deposit", keys.DEPOSIT, "scale", Screen),
            ScreenEntry("members", "Members", keys.MEMBERS, "users", build),
        ]
    )
    made.append(Day(book, window))
    qtbot.addWidget(window, before_close_func=tasks.stop_all)
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.start()
    window.show_screen("members")
    return made[0]


def test_everybody_is_listed_until_something_is_typed(day: Day) -> None:
    assert day.found() == ["Nur Hayati", "Moh. Ridwan"]


@pytest.mark.parametrize("typed", ["A-00002", "2", "ridwan moh", "bancaran"])
def test_a_member_is_found_by_number_name_and_village(day: Day, typed: str) -> None:
    village = at_counter(day.db, day.book.other_id).member.village
    day.write(village if typed == "bancaran" else typed)
    assert day.found() == ["Moh. Ridwan"]


def test_the_chosen_member_stands_at_the_right_with_balance_and_history(day: Day) -> None:
    day.book.deposit(31_000)
    day.book.payout(6_000)
    day.write("hayati")
    day.press(KEY.Key_Escape)
    day.write("hayati")
    assert day.screen.card.balance.value() == "Rp 25.000"
    assert day.screen.card.debt.isHidden()
    assert [act.savings_rupiah for act in day.screen.card.history.model.rows()] == [-6_000, 31_000]


def test_who_owes_is_told_so_on_the_card_and_in_the_history(day: Day) -> None:
    change_rule(day.db, CounterRule(debt_allowed=True), PRICED_FROM)
    original = day.book.deposit(31_000)
    day.book.payout(15_000)
    undoing = ReversalDraft(new_key(), original, "salah timbang, kardus basah", day.book.desk.staff_id, 15_000)
    reverse(day.db, day.book.desk, undoing)
    repay(day.db, day.book.desk, RepaymentDraft(new_key(), day.book.member_id, 4_000, RepaymentSource.CASH))
    day.write("hayati")
    card = day.screen.card
    assert card.debt.text() == "Owes Rp 11.000"
    what = [card.history.model.cells(row)[2] for row in card.history.model.rows()]
    assert what[:2] == ["Repayment of a debt", "15.000 owed, reversal of L1-000001"]


def test_enter_in_the_history_opens_the_receipt(day: Day) -> None:
    day.book.deposit(31_000)
    day.write("hayati")
    day.screen.card.history.setFocus()
    day.press(KEY.Key_Return)
    assert day.opened == ["L1-000001"]


def test_ctrl_p_prints_the_newest_act_again(day: Day) -> None:
    day.book.deposit(31_000)
    day.book.payout(6_000)
    day.write("hayati")
    day.press(KEY.Key_P, held=CTRL)
    assert day.printed == ["L1-000002"]


def register_by_keys(day: Day, name: str) -> None:
    """Name, woman, village with ward, phone; everything else by Enter."""
    day.write(name)
    day.press(KEY.Key_Return, KEY.Key_Return)
    day.press(KEY.Key_Return)
    day.write("pangeranan")
    day.press(KEY.Key_Return, KEY.Key_Return)
    day.write("03")
    day.press(KEY.Key_Return)
    day.write("02")
    day.press(KEY.Key_Return)


def test_a_member_is_registered_without_the_mouse(day: Day) -> None:
    day.press(KEY.Key_N, held=CTRL)
    register_by_keys(day, "Siti Romlah")
    day.write("081234567")
    day.press(KEY.Key_F10)
    found = day.member("romlah")
    assert (found.name, found.village, found.rt, found.rw) == ("Siti Romlah", "Pangeranan", "03", "02")
    assert (found.phone, found.kind, found.source_class) == ("081234567", MemberKind.INDIVIDUAL, SourceClass.HOUSEHOLD)
    assert day.found() == ["Siti Romlah"]
    assert day.registered == []


def test_the_counter_goes_on_with_who_was_registered_for_it(day: Day) -> None:
    day.screen.start_new("siti romlah")
    day.press(KEY.Key_F10)
    assert day.registered == [day.member("romlah").id]


def test_a_school_needs_no_gender_and_is_a_public_facility(day: Day) -> None:
    day.press(KEY.Key_N, held=CTRL)
    day.write("SDN Kraton 2")
    day.press(KEY.Key_Return)
    form = day.screen.form
    day.press(KEY.Key_End)
    assert form.fields["gender"].isHidden()
    assert form.draft().source_class is SourceClass.PUBLIC_FACILITY
    day.press(KEY.Key_F10)
    found = day.member("kraton")
    assert (found.kind, found.gender) == (MemberKind.SCHOOL, Gender.UNSTATED)


def test_somebody_alike_is_shown_and_one_more_enter_registers_anyway(day: Day) -> None:
    known = at_counter(day.db, day.book.member_id).member
    day.press(KEY.Key_N, held=CTRL)
    day.write("Nur Hayati")
    day.press(KEY.Key_Return)
    assert known.number_text in day.screen.form.alike.text()
    day.press(KEY.Key_Return, KEY.Key_Return)
    day.write(known.village)
    day.press(KEY.Key_Return)
    day.press(KEY.Key_F10)
    assert count_members(day.db) == 2
    assert known.place in day.screen.form.alike.text()
    day.press(KEY.Key_Return)
    assert count_members(day.db) == 3


def test_a_name_must_be_there(day: Day) -> None:
    day.press(KEY.Key_N, held=CTRL)
    day.press(KEY.Key_F10)
    assert day.screen.form.fields["name"].has_problem()
    assert count_members(day.db) == 2


def test_a_village_that_is_not_on_the_list_is_said_under_its_field(day: Day) -> None:
    day.press(KEY.Key_N, held=CTRL)
    day.write("Siti Romlah")
    day.press(KEY.Key_Return, KEY.Key_Return, KEY.Key_Return)
    day.write("Surabaya")
    day.press(KEY.Key_F10)
    assert day.screen.form.fields["village"].has_problem()
    assert count_members(day.db) == 2


def test_a_passbook_of_somebody_else_is_refused_on_the_field(day: Day) -> None:
    register(day.db, MemberDraft("Aisyah", passbook_number="BT-7"))
    day.press(KEY.Key_N, held=CTRL)
    day.write("Rohmah")
    field = day.screen.form.fields["passbook_number"]
    field.editor.setFocus()
    day.write("BT-7")
    day.press(KEY.Key_F10)
    assert field.has_problem()
    assert "BT-7" in field.message()


def test_enter_changes_the_chosen_member(day: Day) -> None:
    day.write("hayati")
    day.press(KEY.Key_Return)
    day.write("Nur Hayati Rahman")
    day.press(KEY.Key_F10)
    assert at_counter(day.db, day.book.member_id).member.name == "Nur Hayati Rahman"
    assert at_counter(day.db, day.book.member_id).member.gender is Gender.FEMALE


def test_a_member_is_made_inactive(day: Day) -> None:
    day.write("hayati")
    day.press(KEY.Key_E, held=CTRL)
    day.screen.form.fields["active"].editor.setFocus()
    day.press(KEY.Key_Down, KEY.Key_F10)
    assert not at_counter(day.db, day.book.member_id).member.active


def test_esc_keeps_what_was_typed_until_it_is_pressed_again(day: Day) -> None:
    day.press(KEY.Key_N, held=CTRL)
    day.write("Siti Romlah")
    day.press(KEY.Key_Escape)
    assert day.screen.form.draft().name == "Siti Romlah"
    day.press(KEY.Key_Escape)
    assert day.screen.form.isHidden()
    assert day.screen.table.filter.hasFocus()
    assert count_members(day.db) == 2


def test_what_was_typed_is_still_there_after_a_visit_to_another_screen(day: Day) -> None:
    day.press(KEY.Key_N, held=CTRL)
    day.write("Siti Romlah")
    day.press(KEY.Key_F2)
    day.press(KEY.Key_F4)
    assert day.screen.form.draft().name == "Siti Romlah"
    day.press(KEY.Key_F10)
    assert day.member("romlah").name == "Siti Romlah"


def test_a_form_with_typed_work_is_not_replaced_by_another(day: Day) -> None:
    day.press(KEY.Key_N, held=CTRL)
    day.write("Siti Romlah")
    day.press(KEY.Key_N, held=CTRL)
    assert day.screen.form.draft().name == "Siti Romlah"


def test_the_counter_does_not_replace_a_form_with_typed_work(day: Day) -> None:
    day.press(KEY.Key_N, held=CTRL)
    day.write("Siti Romlah")
    day.screen.start_new("Sri")
    day.press(KEY.Key_F10)
    assert day.member("romlah").name == "Siti Romlah"


def test_an_untouched_form_closes_at_the_first_esc(day: Day) -> None:
    day.press(KEY.Key_N, held=CTRL)
    day.press(KEY.Key_Escape)
    assert day.screen.form.isHidden()
