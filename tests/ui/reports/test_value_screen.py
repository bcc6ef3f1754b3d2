"""The report screen in the real program, by keys alone, on three months of a real book."""

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from daurulang import sample
from daurulang.errors import FileNotWritten
from daurulang.migrations.opening import open_book
from daurulang.periods import Period, month_of, months_from, quarter_of, year_of
from daurulang.quantities import format_rupiah, format_thousandths, format_whole
from daurulang.reports.economic_value import EconomicValue, economic_value
from tests.ui.hands import CTRL, Hands, hands_on
from ui import tasks, theme
from ui.reports import value_export
from ui.reports.value_presenter import Change, file_stem
from ui.reports.value_screen import ValueScreen
from ui.tasks import Progress

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(scope="module")
def filled_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three months at the counter, made once."""
    place = tmp_path_factory.mktemp("sample") / "book.db"
    db = open_book(place)
    sample.fill(db, "Siti", "1234")
    db.checkpoint()
    db.close()
    return place


class Reader:
    """Hands that have opened the report."""

    def __init__(self, hands: Hands, home: Path) -> None:
        self.hands, self.home = hands, home
        self.press = hands.press
        self.press(KEY.Key_F9)
        self.settle()

    @property
    def screen(self) -> ValueScreen:
        screen = self.hands.window.current_screen()
        assert isinstance(screen, ValueScreen)
        return screen

    @property
    def today(self) -> date:
        return self.hands.program.the_session().today()

    @property
    def period(self) -> Period:
        return self.screen.period_bar.period

    def value(self) -> EconomicValue:
        """What stands in the book for the period shown."""
        return economic_value(self.hands.program.the_session().db, self.period)

    def settle(self) -> None:
        lanes = self.hands.window.window()
        self.hands.until(lambda: not any(lane.is_busy() for lane in lanes.findChildren(tasks.Lane)))
        QApplication.processEvents()

    def turn(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.press(key, modifier)
        self.settle()

    def clipboard(self) -> list[list[str]]:
        return [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]

    def files(self) -> list[str]:
        folder = self.home / "laporan"
        return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []

    def notice(self) -> str:
        return self.hands.window.notice.text()


@pytest.fixture
def reader(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, filled_book: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Reader]:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("DAURULANG_HOME", str(home))
    shutil.copy(filled_book, home / "book.db")
    with hands_on(qtbot, qapp, home, str(home / "book.db")) as hands:
        hands.counter()
        hands.until(lambda: hands.program.session is not None and hands.window.locked())
        hands.enter("", "1234")
        hands.until(lambda: not hands.window.locked())
        yield Reader(hands, home)


def full_month(reader: Reader) -> EconomicValue:
    """One month back, which lies wholly in the book."""
    reader.turn(KEY.Key_PageUp)
    return reader.value()


def test_f9_shows_this_month_with_the_figures_of_the_book(reader: Reader) -> None:
    assert reader.period == month_of(reader.today)
    value = full_month(reader)
    assert reader.screen.value == value
    numbers = [card.number.text() for card in reader.screen.cards.cards]
    weight = (value.measure.grams + 50) // 100 * 100
    assert numbers == [
        format_rupiah(value.measure.rupiah),
        f"{format_thousandths(weight, 1)} kg",
        format_whole(value.deposits),
        format_whole(value.participants.active),
        format_rupiah(value.payouts.rupiah),
        format_rupiah(value.balances_rupiah),
    ]


def test_each_figure_says_how_it_changed_in_marks_and_in_words(reader: Reader) -> None:
    value = full_month(reader)
    for card, now, then in zip(
        reader.screen.cards.cards,
        (value.measure.rupiah, value.measure.grams, value.deposits),
        (value.before.measure.rupiah, value.before.measure.grams, value.before.deposits),
        strict=False,
    ):
        change = Change(now, then)
        assert f"{change.mark} {change.percent} %" in card.changes[0].accessibleName()
        assert ("up " if now > then else "down ") in card.accessibleName()
        assert card.changes[1].accessibleName().startswith("nothing in")


def test_pgup_and_pgdn_turn_months_and_never_into_the_future(reader: Reader) -> None:
    today = reader.today
    reader.turn(KEY.Key_PageDown)
    assert reader.period == month_of(today)
    assert "has not begun" in reader.notice()
    reader.turn(KEY.Key_PageUp)
    reader.turn(KEY.Key_PageUp)
    assert reader.period == months_from(today, -2, 1)
    reader.turn(KEY.Key_PageDown)
    assert reader.period == months_from(today, -1, 1)
    assert reader.screen.value == reader.value()


def test_alt_and_a_digit_choose_quarter_year_and_month(reader: Reader) -> None:
    for digit, period in ((KEY.Key_2, quarter_of(reader.today)), (KEY.Key_3, year_of(reader.today))):
        reader.turn(digit, ALT)
        assert reader.period == period
        assert reader.screen.value == reader.value()
    reader.turn(KEY.Key_PageUp)
    assert reader.period == months_from(date(reader.today.year - 1, 1, 1), 0, 12)
    reader.turn(KEY.Key_1, ALT)
    assert reader.period == months_from(date(reader.today.year - 1, 12, 1), 0, 1)


def test_two_days_are_typed_and_may_stand_the_wrong_way_round(reader: Reader) -> None:
    first, last = reader.today - timedelta(days=40), reader.today - timedelta(days=12)
    reader.turn(KEY.Key_4, ALT)
    reader.hands.enter(f"{last:%d/%m/%Y}", f"{first:%d/%m/%Y}")
    reader.settle()
    assert reader.period == Period(first, last)
    assert reader.screen.value == reader.value()
    reader.turn(KEY.Key_PageUp)
    assert reader.period == Period(first - timedelta(days=29), first - timedelta(days=1))


def test_enter_turns_a_chart_over_and_esc_turns_it_back(reader: Reader) -> None:
    value = full_month(reader)
    blocks = {block.code: block for block in reader.screen.walk.shown()}
    for code, rows in (
        ("bahan", len(value.by_material)),
        ("desa", len(value.by_village)),
        ("harian", (value.period.last - value.period.first).days + 1),
        ("perbandingan", 11),
        ("kategori", 8),
    ):
        block = blocks[code]
        assert block.hasFocus()
        reader.press(KEY.Key_Return)
        table = block.table
        assert table is not None
        assert table.grid.isVisible()
        assert table.model.rowCount() == rows
        reader.press(KEY.Key_Escape)
        assert block.chart.isVisible()
        reader.press(KEY.Key_Down)


def test_ctrl_c_copies_all_rows_of_the_block_with_the_figures_of_the_book(reader: Reader) -> None:
    value = full_month(reader)
    reader.press(KEY.Key_C, CTRL)
    head, *rows = reader.clipboard()
    assert head == ["Code", "Material", "Category", "kg", "Pieces", "Litres", "Value Rp"]
    assert sum(int(row[6].replace(".", "")) for row in rows) == value.measure.rupiah
    assert {row[0] for row in rows} == {row.code for row in value.by_material}
    reader.press(KEY.Key_Down)
    reader.press(KEY.Key_C, CTRL)
    villages = {row[0]: row[4] for row in reader.clipboard()[1:]}
    assert villages == {row.name or "No village": format_thousandths(row.grams) for row in value.by_village}
    assert reader.notice() == f"{len(value.by_village)} rows copied."


def test_kilos_pieces_and_litres_stand_apart(reader: Reader) -> None:
    value = full_month(reader)
    assert value.measure.pieces
    assert f"{format_whole(value.measure.pieces)} pcs" in reader.screen.note.text()
    assert f"{format_thousandths(value.measure.millilitres)} liter" in reader.screen.note.text()


def test_every_chart_says_itself_in_words(reader: Reader) -> None:
    value = full_month(reader)
    top = value.top_materials[0]
    for block in reader.screen.walk.shown():
        assert block.accessibleName()
        assert block.chart.accessibleName()
        assert block.shown.line in block.chart.accessibleDescription()
    said = reader.screen.walk.blocks[0].chart.accessibleDescription()
    assert f"{top.name} {format_rupiah(top.measure.rupiah)}" in said


def test_ctrl_g_saves_the_picture_at_twice_the_size_and_copies_it(reader: Reader) -> None:
    reader.press(KEY.Key_PageUp)
    reader.settle()
    reader.turn(KEY.Key_G, CTRL)
    page, name = sorted(reader.files())
    stem = f"{file_stem(reader.period)}-bahan"
    assert (page, name) == (f"{stem}.pdf", f"{stem}.png")
    assert (reader.home / "laporan" / page).read_bytes().startswith(b"%PDF")
    picture = QImage(str(reader.home / "laporan" / name))
    assert picture.width() >= 2 * reader.screen.walk.blocks[0].chart.width()
    assert QGuiApplication.clipboard().image().size() == picture.size()
    colours = {picture.pixelColor(picture.width() // 3, y).name() for y in range(picture.height())}
    assert theme.current().colours.accent in colours


def test_ctrl_p_and_ctrl_l_leave_the_pdf_and_the_workbook(reader: Reader) -> None:
    value = full_month(reader)
    reader.turn(KEY.Key_P, CTRL)
    reader.turn(KEY.Key_L, CTRL)
    stem = file_stem(reader.period)
    assert reader.files() == [f"{stem}.pdf", f"{stem}.xlsx"]
    assert (reader.home / "laporan" / f"{stem}.pdf").read_bytes().startswith(b"%PDF")
    from openpyxl import load_workbook

    book = load_workbook(reader.home / "laporan" / f"{stem}.xlsx", read_only=True, data_only=True)
    numbers = {cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
    assert value.measure.rupiah in numbers
    assert f"{stem}.xlsx" in reader.notice()


def test_an_empty_month_says_what_to_do_and_still_makes_its_pdf(reader: Reader) -> None:
    for _ in range(6):
        reader.press(KEY.Key_PageUp)
    reader.settle()
    assert "No deposits in" in reader.screen.empty.text()
    assert "PgUp shows" in reader.screen.empty.text()
    assert reader.screen.empty.isVisible()
    assert not reader.screen.walk.blocks[0].isVisible()
    reader.turn(KEY.Key_P, CTRL)
    assert reader.files() == [f"{file_stem(reader.period)}.pdf"]
    reader.turn(KEY.Key_Escape)
    assert reader.period == month_of(reader.today)
    assert reader.screen.walk.blocks[0].isVisible()


def test_esc_leads_back_to_the_month_and_then_to_the_counter(reader: Reader) -> None:
    reader.turn(KEY.Key_3, ALT)
    reader.turn(KEY.Key_Escape)
    assert reader.period == month_of(reader.today)
    reader.press(KEY.Key_Escape)
    assert reader.hands.window.shown() == "deposit"


def slow(_address: str, _period: Period, _maker: str, path: Path, progress: Progress) -> None:
    """Never ends by itself; leaves nothing when it is stopped."""
    import time

    try:
        path.with_name("begun").touch()
        while True:
            progress(1, 100)
            time.sleep(0.01)
    finally:
        path.with_name("begun").unlink()


def refusing(_address: str, _period: Period, _maker: str, path: Path, _progress: Progress) -> None:
    """A disk that takes nothing."""
    raise FileNotWritten(str(path))


def test_a_file_that_takes_long_can_be_cancelled_and_leaves_nothing(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(value_export, "make_value_workbook", slow)
    reader.press(KEY.Key_L, CTRL)
    reader.hands.until(lambda: reader.files() == ["begun"])
    assert "Excel" in tasks.busy(reader.hands.window.window())
    reader.press(KEY.Key_F2)  # the counter stays usable meanwhile
    assert reader.hands.window.shown() == "deposit"
    for lane in reader.hands.window.window().findChildren(tasks.Lane):
        for job in lane._open:
            job.cancel()
    reader.settle()
    assert reader.files() == []
    assert "No file was made" in reader.notice()


def test_a_refusal_in_the_other_process_is_said_in_words(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(value_export, "make_value_report", refusing)
    reader.turn(KEY.Key_P, CTRL)
    assert "laporan" in reader.notice()
    assert reader.files() == []


def test_it_reads_at_1024_and_at_twice_the_text_without_losing_a_figure(reader: Reader) -> None:
    reader.hands.program.change_preferences(
        type(reader.hands.program.preferences)("en", 200, True, reader.hands.program.preferences.last_clerk)
    )
    reader.hands.program.frame.resize(1024, 768)
    QTest.qWait(50)
    reader.press(KEY.Key_F9)
    reader.settle()
    for card in reader.screen.cards.cards:
        assert card.number.width() >= card.number.sizeHint().width()
    for block in reader.screen.walk.shown():
        assert block.chart.height() >= block.chart.sizeHint().height()
        assert block.geometry().right() < reader.screen.width()
