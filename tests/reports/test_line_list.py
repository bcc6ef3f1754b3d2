"""Every line of a period: in order, with the days that were asked for, and as many grams as the report says."""

from datetime import date, timedelta

from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.periods import Period, month_of
from daurulang.quantities import Unit
from daurulang.reports.economic_value import economic_value
from daurulang.reports.line_list import each_line
from tests.book import Book, new_key


def this_month(book: Book) -> Period:
    with book.db.reading() as connection:
        from daurulang.centre.queries import the_centre

        return month_of(the_centre(connection).today())


def test_nothing_comes_of_an_empty_month(book: Book) -> None:
    assert list(each_line(book.db, this_month(book))) == []


def test_a_line_says_what_was_weighed_in(book: Book) -> None:
    line = LineDraft(book.pet_id, 2500, tare=40, deduction=10, deduction_reason="basah")
    draft = DepositDraft(new_key(), book.member_id, (line,), Payment.GIVEN, 0)
    deposits.record(book.db, book.desk, draft)
    (found,) = each_line(book.db, this_month(book))
    assert (found.number, found.member_number, found.member_name) == ("L1-000001", "A-00001", "Nur Hayati")
    assert (found.village, found.district) != ("", "")
    assert (found.code, found.material, found.unit, found.payment) == (
        *("PL1", "PET botol bening"),
        *(Unit.KILOGRAM, Payment.GIVEN),
    )
    assert (found.gross, found.tare, found.deduction, found.deduction_reason) == (2500, 40, 10, "basah")
    assert (found.net, found.grams, found.amount_rupiah) == (2450, 2450, 0)


def test_lines_come_by_day_and_the_borders_hold(book: Book) -> None:
    period = Period(date(2026, 3, 1), date(2026, 3, 31))
    days = [period.last, period.first, period.first - timedelta(days=1), period.last + timedelta(days=1), period.first]
    for grams, day in enumerate(days, 1000):
        book.deposit(grams=grams, day=day)
    assert [line.grams for line in each_line(book.db, period)] == [1001, 1004, 1000]
    assert economic_value(book.db, period).measure.grams == 3005


def test_one_can_stop_after_the_first_line(book: Book) -> None:
    for _ in range(3):
        book.deposit()
    lines = each_line(book.db, this_month(book))
    assert next(lines).number == "L1-000001"
    lines.close()
    book.deposit()
