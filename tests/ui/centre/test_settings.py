"""The settings: every section is reached by keys, saved, and refuses under its field."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from daurulang.backup.rotation import backups
from daurulang.centre.model import FactorSet
from daurulang.centre.queries import CounterRule, rule_in_force
from daurulang.config import ScaleLine, load_machine
from daurulang.migrations.opening import open_book
from daurulang.reports.book import book_state
from daurulang.staff.service import sign_in
from daurulang.villages.queries import village_list
from tests.book import set_up_book
from tests.indicator import MOVING, STILL, Indicator
from tests.ui.hands import CTRL, Hands, hands_on, work_on
from ui import preferences, theme
from ui.backup.section import BackupSection
from ui.centre.scale_section import ScaleSection
from ui.centre.sections import (
    CentreSection,
    MachineSection,
    RuleSection,
    ViewSection,
    VillageSection,
)
from ui.centre.settings import SettingsScreen
from ui.staff.section import StaffSection

KEY = Qt.Key
S = TypeVar("S", bound=QWidget)
SECTIONS = (
    CentreSection,
    RuleSection,
    StaffSection,
    MachineSection,
    ScaleSection,
    ViewSection,
    VillageSection,
    BackupSection,
)


@pytest.fixture
def hands(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, sqlite_place: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Hands]:
    home = tmp_path / "home"
    monkeypatch.setenv("DAURULANG_HOME", str(home))
    db = open_book(sqlite_place)
    set_up_book(db)
    db.close()
    work_on(home, sqlite_place)
    with hands_on(qtbot, qapp, home) as hands:
        hands.sign_in("123456")
        hands.press(KEY.Key_Comma, CTRL)
        yield hands


def screen_of(hands: Hands) -> SettingsScreen:
    screen = hands.window.current_screen()
    assert isinstance(screen, SettingsScreen)
    return screen


def go_to(hands: Hands, kind: type[S]) -> S:
    """Down to a section and into it."""
    for _step in range(SECTIONS.index(kind)):
        hands.press(KEY.Key_Down)
    section = screen_of(hands).section()
    assert isinstance(section, kind)
    hands.press(KEY.Key_Return)
    return section


def test_the_keys_begin_in_the_list_and_esc_comes_back_to_it(hands: Hands) -> None:
    screen = screen_of(hands)
    assert screen.list.hasFocus()
    go_to(hands, RuleSection)
    assert not screen.list.hasFocus()
    hands.press(KEY.Key_Escape)
    assert screen.list.hasFocus()
    hands.press(KEY.Key_Escape)
    assert hands.window.shown() == "deposit"


def test_the_centre_is_changed_in_the_book_and_in_the_rail(hands: Hands) -> None:
    go_to(hands, CentreSection)
    hands.enter("Bank Sampah Melati", "Jl. Baru 1")
    hands.press(KEY.Key_F10)
    state = book_state(hands.program.the_session().db)
    assert state.centre is not None
    assert (state.centre.name, state.centre.address) == ("Bank Sampah Melati", "Jl. Baru 1")
    assert hands.program.the_session().centre == state.centre
    assert hands.window.rail._place.text() == "Bank Sampah Melati · Loket 1"


def test_another_set_of_factors_is_chosen_by_keys(hands: Hands) -> None:
    section = go_to(hands, CentreSection)
    section.estimate.start()
    hands.press(KEY.Key_Down)
    hands.press(KEY.Key_F10)
    state = book_state(hands.program.the_session().db)
    assert state.centre is not None
    assert state.centre.factor_set is FactorSet.WARM_V16


def test_the_waste_of_the_regency_is_typed_with_who_says_so(hands: Hands) -> None:
    section = go_to(hands, CentreSection)
    section.estimate.start()
    hands.enter("", "250000", "SIPSN 2025")
    hands.press(KEY.Key_F10)
    state = book_state(hands.program.the_session().db)
    assert state.centre is not None
    assert (state.centre.generation_tonnes, state.centre.generation_source) == (250_000, "SIPSN 2025")
    section.estimate.start()
    hands.press(KEY.Key_Return)
    hands.enter("9999999999")
    hands.press(KEY.Key_F10)
    assert hands.program.the_session().centre.generation_tonnes == 250_000


def test_a_source_too_long_is_refused_under_its_field(hands: Hands) -> None:
    section = go_to(hands, CentreSection)
    section.estimate.source.setText("x" * 61)
    hands.press(KEY.Key_F10)
    assert section.estimate.fields["generation_source"].has_problem()


def test_a_centre_without_a_name_is_refused_under_its_field(hands: Hands) -> None:
    section = go_to(hands, CentreSection)
    hands.press(KEY.Key_Delete)
    hands.press(KEY.Key_F10)
    assert section.place.fields["name"].has_problem()
    state = book_state(hands.program.the_session().db)
    assert state.centre is not None
    assert state.centre.name == "RDU Bangkalan"


def test_counter_rules_hold_from_today(hands: Hands) -> None:
    go_to(hands, RuleSection)
    hands.enter("10000", "5000", "250,5")
    hands.press(KEY.Key_Return)
    session = hands.program.the_session()
    assert rule_in_force(session.db, session.today()) == CounterRule(10_000, 5_000, 250_500)


def test_debts_are_allowed_from_today_and_not_before(hands: Hands) -> None:
    section = go_to(hands, RuleSection)
    assert section.debt.value() == "no"
    hands.enter("", "", "")
    assert section.debt.hasFocus()
    hands.press(KEY.Key_Right)
    hands.press(KEY.Key_Return)
    session = hands.program.the_session()
    assert rule_in_force(session.db, session.today()).debt_allowed
    assert not rule_in_force(session.db, session.today() - timedelta(days=1)).debt_allowed
    assert "from today on" in hands.window.notice.text()


def test_a_weight_that_cannot_be_read_is_said_under_its_field(hands: Hands) -> None:
    section = go_to(hands, RuleSection)
    hands.enter("", "")
    hands.type("berat")
    hands.press(KEY.Key_F10)
    assert section.fields["line_limit_grams"].has_problem()
    section.line.selectAll()
    hands.type("0")
    hands.press(KEY.Key_F10)
    assert section.fields["line_limit_grams"].has_problem()


def test_a_clerk_is_added_given_a_new_pin_and_sent_away(hands: Hands) -> None:
    section = go_to(hands, StaffSection)
    db = hands.program.the_session().db
    hands.press(KEY.Key_N, CTRL)
    hands.enter("Ahmad Fauzi", "1111", "1111")
    hands.until(lambda: len(book_state(db).staff) == 2)
    hands.until(lambda: section.table.model.rowCount() == 2)
    ahmad = book_state(db).staff[0]
    hands.type("ahmad")
    hands.press(KEY.Key_Return)
    assert section.form.pin.hasFocus()
    hands.enter("2222", "2222")
    hands.until(lambda: hands.window.notice.text() == "Ahmad Fauzi has a new PIN.")
    assert sign_in(db, ahmad.id, "2222") == ahmad
    hands.press(KEY.Key_E, CTRL)
    assert [clerk.name for clerk in book_state(db).staff] == ["Siti Aminah"]
    hands.press(KEY.Key_E, CTRL)
    assert len(book_state(db).staff) == 2


def test_nobody_sends_oneself_away_and_no_name_is_there_twice(hands: Hands) -> None:
    section = go_to(hands, StaffSection)
    hands.press(KEY.Key_E, CTRL)
    assert "yourself" in hands.window.notice.text()
    hands.press(KEY.Key_N, CTRL)
    hands.enter("siti aminah", "1111", "1111")
    hands.until(section.form.fields["clerk"].has_problem)
    assert len(book_state(hands.program.the_session().db).staff) == 1


def test_another_counter_is_opened_and_becomes_this_machines(hands: Hands) -> None:
    section = go_to(hands, MachineSection)
    section.new.code.setFocus()
    hands.enter("l2", "Loket Barat")
    assert section.counter.code() == "L2"
    section.new.code.setFocus()
    hands.enter("L2", "Loket Lain")
    assert section.new.fields["code"].has_problem()
    section.paper.paper.setFocus()
    hands.press(KEY.Key_Right)
    hands.press(KEY.Key_F10)
    session = hands.program.the_session()
    assert session.counter.name == "Loket Barat"
    assert (load_machine().counter, load_machine().paper) == ("L2", "80mm")
    assert session.machine == load_machine()
    assert hands.window.rail._place.text() == "RDU Bangkalan · Loket Barat"


@pytest.fixture
def indicator() -> Iterator[Indicator]:
    indicator = Indicator()
    yield indicator
    indicator.pull()


def test_a_scale_is_tried_and_kept_for_this_machine(hands: Hands, indicator: Indicator) -> None:
    section = go_to(hands, ScaleSection)
    section.port.add(indicator.port, indicator.port)  # no system lists a pseudo terminal among its ports
    assert section.port.hasFocus()
    hands.press(KEY.Key_End)
    hands.enter("")
    hands.press(KEY.Key_Down)
    hands.enter("", "", "")
    assert section.trial.hasFocus()
    hands.press(KEY.Key_Return)
    hands.until(lambda: section.reading.text().startswith("Nothing comes"))
    indicator.speak(MOVING)
    hands.until(lambda: section.reading.text() == "It answers, and is not still.")
    indicator.frame = STILL
    hands.until(lambda: section.reading.text() == "1,23 kg, still")
    indicator.frame = b"\xd3\xd4\xac\r\n"
    hands.until(lambda: section.reading.text().startswith("Something comes that cannot be read"))
    hands.press(KEY.Key_F10)
    kept = load_machine()
    assert kept.scale == ScaleLine(indicator.port, 9600, "8N1", "and")
    assert hands.program.the_session().machine == kept
    hands.press(KEY.Key_Escape)
    hands.press(KEY.Key_Escape)
    assert section.trial.text() == "Try it", "a trial ends with its page"


def test_a_scale_without_a_port_or_without_a_cable_is_said(hands: Hands) -> None:
    section = go_to(hands, ScaleSection)
    section.trial.click()
    assert section.reading.text() == "Choose the port first."
    section.port.add("/dev/ttyNOTHERE", "COM9")
    section.port.choose("/dev/ttyNOTHERE")
    section.trial.click()
    hands.until(lambda: section.reading.text().startswith("The port cannot be opened"))
    section.trial.click()
    assert section.reading.text() == ""


def test_large_text_and_dark_colours_hold_at_once_and_at_the_next_start(hands: Hands) -> None:
    go_to(hands, ViewSection)
    hands.enter("")
    hands.press(KEY.Key_Right)
    hands.press(KEY.Key_Right)
    hands.enter("")
    hands.press(KEY.Key_Right)
    hands.enter("")
    assert theme.current().scale_percent == 150
    assert theme.current().colours.page == "#121815"
    assert hands.window.shown() == "settings"
    kept = preferences.load()
    assert (kept.text_percent, kept.dark) == (150, True)


def test_the_window_changes_its_language_at_once(hands: Hands) -> None:
    go_to(hands, ViewSection)
    hands.press(KEY.Key_Left)
    hands.press(KEY.Key_F10)
    assert hands.window.entries[0].title == "Setoran"


def test_villages_of_another_regency_are_taken_in(hands: Hands, tmp_path: Path) -> None:
    section = go_to(hands, VillageSection)
    path = tmp_path / "sampang.csv"
    hands.enter(str(path))
    assert section.fields["path"].has_problem()
    path.write_text("code,kind,name,district_code,district\n35.27.01.2001,desa,Taddan,35.27.01,Camplong\n")
    hands.press(KEY.Key_F10)
    assert "Taddan" in {village.name for village in village_list(hands.program.the_session().db)}


def test_the_book_is_backed_up_and_the_folder_kept(hands: Hands, tmp_path: Path) -> None:
    section = go_to(hands, BackupSection)
    hands.enter(str(tmp_path / "cadangan"), "")
    assert section.now.hasFocus()
    hands.press(KEY.Key_Return)
    hands.until(lambda: "can be restored" in hands.window.notice.text())
    (copy,) = backups(tmp_path / "cadangan")
    assert copy.manifest.rehearsal is not None
    open_book(copy.path).close()
    hands.press(KEY.Key_F10)
    assert load_machine().backup_folder == str(tmp_path / "cadangan")


def test_a_folder_that_cannot_be_made_is_said_under_its_field(hands: Hands, tmp_path: Path) -> None:
    section = go_to(hands, BackupSection)
    (tmp_path / "file").write_text("")
    hands.enter(str(tmp_path / "file" / "inside"), "")
    hands.press(KEY.Key_Return)
    hands.until(section.form.fields["folder"].has_problem)


def test_what_is_typed_in_a_section_holds_the_window_back_until_it_is_saved(hands: Hands) -> None:
    rules = go_to(hands, RuleSection)
    assert not screen_of(hands).unsaved()
    rules.payout.setFocus()
    hands.type("5000")
    assert screen_of(hands).unsaved()
    assert not hands.program.frame.close()
    assert "Settings" in hands.window.notice.text()
    hands.press(KEY.Key_F10)
    assert not screen_of(hands).unsaved()


def test_another_size_of_text_waits_for_what_is_typed(hands: Hands) -> None:
    rules = go_to(hands, RuleSection)
    rules.payout.setFocus()
    hands.type("5000")
    screen_of(hands).open_section("view")
    hands.press(KEY.Key_Tab)
    hands.press(KEY.Key_Right)
    hands.press(KEY.Key_F10)
    assert hands.program.preferences.text_percent == 100
    assert rules.payout.text()
    assert "Settings" in hands.window.notice.text()
