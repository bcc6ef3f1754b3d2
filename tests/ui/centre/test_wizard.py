"""The first steps, by keys alone: from nothing to the counter, forward and back, and what they refuse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from daurulang.centre.queries import Centre
from daurulang.centre.service import set_up
from daurulang.config import Paper, load_machine
from daurulang.database import Database
from daurulang.errors import AlreadyTaken
from daurulang.migrations.opening import open_book
from daurulang.periods import Zone
from daurulang.reports.book import book_state
from daurulang.staff.service import add_staff, sign_in
from tests.ui.hands import CTRL, Hands, hands_on
from ui.centre.steps import StepRail
from ui.centre.wizard import Wizard
from ui.deposits.screen import DepositScreen
from ui.exchange.screen import ImportScreen
from ui.widgets.field import Field

KEY = Qt.Key


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DAURULANG_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def hands(qtbot: QtBot, qapp: QApplication, home: Path, sqlite_place: Path) -> Iterator[Hands]:
    home.mkdir()
    sqlite_place.rename(home / "daurulang.db")
    with hands_on(qtbot, qapp, home) as hands:
        hands.page(Wizard)
        yield hands


def db_of(hands: Hands) -> Database:
    assert hands.program.book is not None
    return hands.program.book.db


def problem(field: Field) -> str:
    return field.message() if field.has_problem() else ""


def test_keys_alone_lead_from_nothing_to_the_counter(hands: Hands, tmp_path: Path) -> None:
    hands.enter("RDU Bangkalan", "Jl. Letnan Sunarto 12", "031-3095", "pangeranan bangkalan", "")
    hands.enter("Drs. Moh. Hasan", "Kepala UPT", "Siti Romlah", "")
    hands.enter("Siti Aminah", "123456", "123456")
    hands.enter("")
    hands.press(KEY.Key_Right)
    hands.enter("", "", str(tmp_path / "stick"))
    hands.counter()
    session = hands.program.the_session()
    assert session.centre == Centre(
        name="RDU Bangkalan",
        address="Jl. Letnan Sunarto 12",
        village_code="35.26.01.1003",
        phone="031-3095",
        zone=Zone.WIB,
        head_name="Drs. Moh. Hasan",
        head_title="Kepala UPT",
        treasurer_name="Siti Romlah",
    )
    assert session.clerk.name == "Siti Aminah"
    assert sign_in(session.db, session.clerk.id, "123456") == session.clerk
    assert session.machine.paper is Paper.ROLL_80
    assert load_machine().paper is Paper.ROLL_80
    assert load_machine().backup_place == tmp_path / "stick"
    assert book_state(session.db).has_materials
    screen = hands.window.current_screen()
    focused = QApplication.focusWidget()
    assert isinstance(screen, DepositScreen)
    assert focused is not None
    assert screen.isAncestorOf(focused)


def test_a_centre_without_a_name_is_not_left(hands: Hands) -> None:
    wizard = hands.page(Wizard)
    hands.enter("")
    assert wizard.step() == 0
    assert problem(wizard.place.fields["name"]) == "Please fill this in."
    assert wizard.place.name.hasFocus()


def test_an_unknown_village_is_said_under_its_field(hands: Hands) -> None:
    wizard = hands.page(Wizard)
    hands.enter("RDU", "", "", "Atlantis")
    assert wizard.step() == 0
    assert problem(wizard.place.fields["village_code"])


@pytest.mark.parametrize(
    "name, pin, again, field",
    [
        ("", "", "", "clerk"),
        ("Siti", "12", "12", "pin"),
        ("Siti", "12a4", "12a4", "pin"),
        ("Siti", "1234", "1235", "again"),
    ],
)
def test_a_clerk_needs_a_name_and_the_same_pin_twice(name: str, pin: str, again: str, field: str, hands: Hands) -> None:
    wizard = hands.page(Wizard)
    hands.enter("RDU", "", "", "", "", "", "", "", "")
    assert wizard.step() == 2
    hands.enter(name)
    if name:
        hands.enter(pin, again)
    assert wizard.step() == 2
    assert problem(wizard.clerk.fields[field])


def test_esc_goes_back_and_nothing_typed_is_lost(hands: Hands) -> None:
    wizard = hands.page(Wizard)
    hands.enter("RDU Bangkalan", "Jl. Satu", "", "", "", "Pak Hasan")
    assert wizard.step() == 1
    hands.press(KEY.Key_Escape)
    assert wizard.step() == 0
    assert wizard.place.name.text() == "RDU Bangkalan"
    assert wizard.place.name.hasFocus()
    hands.enter(*[""] * 5)
    assert wizard.step() == 1
    assert wizard.signatories.head_name.text() == "Pak Hasan"


def test_nothing_is_written_before_the_last_step(hands: Hands) -> None:
    hands.enter("RDU", "", "", "", "", "", "", "", "", "Siti", "1234", "1234", "")
    assert hands.page(Wizard).step() == 4
    state = book_state(db_of(hands))
    assert state.centre is None
    assert not state.staff


def test_an_own_list_leads_to_the_import(hands: Hands) -> None:
    hands.enter("RDU", "", "", "", "", "", "", "", "", "Siti", "1234", "1234")
    hands.press(KEY.Key_Right)
    hands.enter("", "", "", "")
    hands.counter()
    assert isinstance(hands.window.current_screen(), ImportScreen)
    assert not book_state(db_of(hands)).has_materials


def test_a_logo_is_read_from_its_path_or_refused(hands: Hands, tmp_path: Path) -> None:
    wizard = hands.page(Wizard)
    picture = QPixmap(20, 20)
    picture.fill(QColor("green"))
    picture.save(str(tmp_path / "logo.png"))
    (tmp_path / "logo.txt").write_text("no picture")
    hands.enter("RDU", "", "", "", "", "", "", "")
    hands.enter(str(tmp_path / "none.png"))
    assert problem(wizard.signatories.fields["logo"]) == "This file cannot be read."
    wizard.signatories.logo.path.selectAll()
    hands.enter(str(tmp_path / "logo.txt"))
    assert problem(wizard.signatories.fields["logo"]) == "This is no PNG or JPEG picture."
    wizard.signatories.logo.path.selectAll()
    hands.enter(str(tmp_path / "logo.png"))
    assert wizard.step() == 2
    hands.enter("Siti", "1234", "1234", "", "", "", "")
    hands.counter()
    assert hands.program.the_session().centre.logo == (tmp_path / "logo.png").read_bytes()


def test_steps_that_were_cut_short_go_on_where_they_stopped(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    db = open_book(home / "daurulang.db")
    set_up(db, Centre("RDU Sampang"))
    db.close()
    with hands_on(qtbot, qapp, home) as hands:
        wizard = hands.page(Wizard)
        assert [step.form for step in wizard.steps] == [wizard.clerk, wizard.goods, wizard.paper, wizard.backup]
        hands.enter("Siti", "1234", "1234", "", "", "", "")
        hands.counter()
        assert hands.program.the_session().centre.name == "RDU Sampang"


def test_a_name_taken_meanwhile_leads_back_to_its_step(hands: Hands) -> None:
    wizard = hands.page(Wizard)
    hands.enter("RDU", "", "", "", "", "", "", "", "", "Siti", "1234", "1234", "", "", "")
    add_staff(db_of(hands), "Siti", "9999")
    hands.enter("")
    hands.until(lambda: wizard.step() == 2)
    assert "Siti" in problem(wizard.clerk.fields["clerk"])
    with pytest.raises(AlreadyTaken):
        add_staff(db_of(hands), "siti", "9999")


def test_the_sample_book_is_filled_and_leaves_the_real_one_alone(hands: Hands, home: Path) -> None:
    wizard = hands.page(Wizard)
    hands.press(KEY.Key_D, CTRL)
    assert not wizard.isEnabled()  # it takes some seconds, and says so
    rail = wizard.findChild(StepRail)
    assert rail is not None
    assert rail.sample.text() == "Preparing …"
    window = hands.counter()
    assert not window.locked()
    assert hands.program.is_sample()
    assert "SAMPLE" in window.rail._place.text()
    assert (home / "contoh.db").exists()
    assert load_machine().place == str(home / "daurulang.db")
    hands.program.open_own()
    hands.page(Wizard)


def test_closing_the_first_steps_is_held_back_once_where_something_is_typed(hands: Hands) -> None:
    wizard = hands.page(Wizard)
    assert not wizard.unsaved()
    hands.type("RDU")
    assert not hands.program.frame.close()
    assert "Nothing typed here is saved" in wizard._words.text()
    assert wizard.place.name.text() == "RDU"
    assert hands.program.frame.close()
