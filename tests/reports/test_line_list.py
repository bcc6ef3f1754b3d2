"""Every line of a period: in order, with the days that were asked for, and as many grams as the report says."""

import json
from dataclasses import astuple
from datetime import date, timedelta

from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.members.service import MemberDraft, change
from daurulang.periods import Period, month_of, quarter_of
from daurulang.quantities import Unit
from daurulang.reports.economic_value import economic_value
from daurulang.reports.line_list import each_line
from tests.book import Book, new_key
from tests.reports.generated import read

PERIODS = (
    *(month_of(date(2025, month, 1)) for month in (8, 9, 10, 11)),
    quarter_of(date(2025, 10, 1)),
    Period(date(2025, 10, 31), date(2025, 11, 1)),
)


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


def test_the_lines_of_a_period_are_what_stands_in_it(busy_book: Book) -> None:
    everything = read(busy_book.db)
    taken_back = 0
    for period in PERIODS:
        found = list(each_line(busy_book.db, period))
        expected = []
        for each in sorted(everything.standing(period), key=lambda one: (one.entry["day"], one.entry["id"])):
            heading = json.loads(each.entry["heading"])
            place = everything.villages.get(each.deposit.head["village_code"], {"name": "", "district": ""})
            own = (f"L1-{each.entry['sequence']:06d}", each.entry["day"], each.entry["at_ms"])
            names = (heading["member_number"], heading["member_name"], place["name"], place["district"])
            reverses = "" if each.sign > 0 else f"L1-{each.deposit.head['sequence']:06d}"
            for line in each.deposit.lines:
                what = tuple(line[name] for name in ("code", "name", "condition", "unit"))
                weighed = tuple(each.sign * line[name] for name in ("gross", "tare", "deduction"))
                reason, price = line["deduction_reason"], line["price_rupiah"]
                worth = (each.sign * line["net"], each.sign * line["grams"], price, each.sign * line["amount_rupiah"])
                payment = each.deposit.head["payment"]
                expected.append((*own, *names, *what, *weighed, reason, *worth, payment, reverses, None))
        assert [astuple(line) for line in found] == expected
        report = economic_value(busy_book.db, period)
        assert sum(line.grams for line in found) == report.measure.grams
        assert sum(line.amount_rupiah for line in found) == report.measure.rupiah
        assert sum(-1 if line.reverses else 1 for line in found) == report.measure.lines
        assert sum(line.net for line in found if line.unit is Unit.PIECE) == report.measure.pieces
        assert sum(line.net for line in found if line.unit is Unit.LITRE) == report.measure.millilitres
        taken_back += sum(bool(line.reverses) for line in found)
    assert taken_back


def test_a_renamed_member_keeps_the_old_name_in_the_lines(book: Book) -> None:
    book.deposit()
    before = list(each_line(book.db, this_month(book)))
    change(book.db, book.member_id, MemberDraft("Nur Hayati, S.Pd."))
    assert list(each_line(book.db, this_month(book))) == before
