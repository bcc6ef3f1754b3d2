"""Closing a month on the report screen, by keys alone."""

from datetime import timedelta

from PySide6.QtCore import Qt

from daurulang.closings.queries import period_report
from daurulang.closings.service import close_month
from daurulang.periods import month_of
from tests.ui.hands import CTRL
from tests.ui.reports.test_value_screen import Reader, filled_book, reader
from ui.reports.value_closing import ClosingBar

FIXTURES = (filled_book, reader)  # asked for by name
KEY = Qt.Key


def bar(reader: Reader) -> ClosingBar:
    return reader.screen.closing


def close_all_before(reader: Reader) -> None:
    """The sample has three months; those before the last whole one are closed."""
    session = reader.hands.program.the_session()
    last = month_of(session.today()).before
    for month in (last.before.before, last.before):
        close_month(session.db, month, session.clerk.id, session.clerk.name)


def test_a_month_is_closed_by_two_keys_and_says_so(reader: Reader) -> None:
    close_all_before(reader)
    reader.turn(KEY.Key_PageUp)
    assert bar(reader).isHidden()
    reader.press(KEY.Key_B, CTRL)
    assert bar(reader).asks()
    assert str(reader.period.first.year) in bar(reader).words.text()
    reader.turn(KEY.Key_Return)
    assert not bar(reader).asks()
    assert bar(reader).isVisible()
    assert "Siti" in bar(reader).words.text()
    session = reader.hands.program.the_session()
    report = period_report(session.db, reader.period)
    assert report.closing is not None
    assert (report.maker, report.value) == ("Siti", reader.screen.value)
    reader.turn(KEY.Key_PageDown)
    assert bar(reader).isHidden()


def test_esc_puts_the_question_away(reader: Reader) -> None:
    close_all_before(reader)
    reader.turn(KEY.Key_PageUp)
    period = reader.period
    reader.press(KEY.Key_B, CTRL)
    reader.press(KEY.Key_Escape)
    assert bar(reader).isHidden()
    assert reader.period == period
    assert period_report(reader.hands.program.the_session().db, period).closing is None


def test_a_month_that_is_not_over_is_not_closed(reader: Reader) -> None:
    reader.press(KEY.Key_B, CTRL)
    assert not bar(reader).asks()
    assert "PgUp" in reader.notice()


def test_the_month_before_comes_first(reader: Reader) -> None:
    reader.turn(KEY.Key_PageUp)
    reader.press(KEY.Key_B, CTRL)
    reader.turn(KEY.Key_Return)
    assert period_report(reader.hands.program.the_session().db, reader.period).closing is None
    assert not bar(reader).asks()
    words = reader.notice()
    earliest = month_of(reader.period.day_before - timedelta(days=40))
    assert str(earliest.first.year) in words
