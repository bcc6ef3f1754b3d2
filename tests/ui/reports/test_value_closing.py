"""Closing a month on the report screen, by keys alone."""

from datetime import timedelta

from PySide6.QtCore import Qt

from daurulang.closings.queries import period_report
from daurulang.closings.service import close_month
from daurulang.periods import month_of
from daurulang.staff.queries import StaffMember
from daurulang.staff.service import add_staff
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
        close_month(session.db, session.desk, month, session.clerk.name)


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


def close_shown(reader: Reader) -> None:
    close_all_before(reader)
    reader.turn(KEY.Key_PageUp)
    reader.press(KEY.Key_B, CTRL)
    reader.turn(KEY.Key_Return)


def test_a_closed_month_is_opened_again_with_a_reason_and_says_what_changed(reader: Reader) -> None:
    close_shown(reader)
    session = reader.hands.program.the_session()
    reader.press(KEY.Key_B, CTRL)
    assert bar(reader).reason.hasFocus()
    reader.hands.type("salah")
    reader.turn(KEY.Key_Return)
    assert "10" in reader.notice()
    assert bar(reader).reason.hasFocus()
    assert period_report(session.db, reader.period).closing is not None
    reader.hands.type(" ketik nota")
    reader.turn(KEY.Key_Return)
    assert not bar(reader).asks()
    assert "salah ketik nota. Changed so far: nothing." in bar(reader).words.text()
    report = period_report(session.db, reader.period)
    assert report.closing is None
    assert report.restated is not None
    reader.press(KEY.Key_B, CTRL)
    reader.turn(KEY.Key_Return)
    assert period_report(session.db, reader.period).closing is not None
    assert "Changed since then: nothing." in bar(reader).words.text()


def test_a_clerk_who_is_no_administrator_opens_nothing(reader: Reader) -> None:
    close_shown(reader)
    session = reader.hands.program.the_session()
    other = add_staff(session.db, "Kholifah", "222222")
    session.clerk = StaffMember(other, "Kholifah", active=True)
    reader.press(KEY.Key_B, CTRL)
    reader.hands.type("salah ketik nota")
    reader.turn(KEY.Key_Return)
    assert "looks after the book" in reader.notice()
    reader.press(KEY.Key_Escape)  # the refusal
    reader.press(KEY.Key_Escape)  # the question
    assert not bar(reader).asks()
    assert period_report(session.db, reader.period).closing is not None
