"""The recap of a day against plain Python over all rows."""

import json
from datetime import date, timedelta

from daurulang.centre.queries import CounterRule
from daurulang.centre.service import change_rule
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.debts.model import RepaymentSource
from daurulang.debts.service import RepaymentDraft, repay
from daurulang.deposits.model import Payment
from daurulang.periods import Period
from daurulang.quantities import Condition, Unit
from daurulang.reports.daily_recap import Depositor, daily_recap, daily_recaps
from daurulang.reports.economic_value import economic_value
from tests.book import Book, new_key
from tests.reports.generated import Standing, read

PERIOD = Period(date(2025, 8, 10), date(2025, 11, 12))
DAYS = [date(2025, 8, 10) + timedelta(days=number) for number in range(95)]


def test_every_day_is_what_the_rows_say(busy_book: Book) -> None:
    everything = read(busy_book.db)
    seen = 0
    for day in DAYS:
        recap = daily_recap(busy_book.db, day)
        found = everything.standing(Period(day, day))
        by_member: dict[int, list[Standing]] = {}
        for each in found:
            by_member.setdefault(each.deposit.member["id"], []).append(each)
        in_order = sorted(by_member.values(), key=lambda own: all(each.sign < 0 for each in own))
        assert len(recap.depositors) == len(in_order)
        for depositor, own in zip(recap.depositors, in_order, strict=True):
            check_depositor(depositor, own)
        assert recap.people == sum(any(each.sign > 0 for each in own) for own in in_order)
        expected: dict[tuple[object, ...], tuple[int, int]] = {}
        for position, own in enumerate(in_order):
            for each in own:
                for line in each.deposit.lines:
                    given_away = each.deposit.head["payment"] is Payment.GIVEN
                    key = (line["code"], line["condition"], line["price_rupiah"], given_away, position)
                    quantity, rupiah = expected.get(key, (0, 0))
                    expected[key] = (
                        quantity + each.sign * line["net"],
                        rupiah + each.sign * line["amount_rupiah"],
                    )
        assert {
            (row.code, row.condition, row.price_rupiah, row.given, cell.depositor): (cell.quantity, cell.rupiah)
            for row in recap.rows
            for cell in row.cells
        } == expected
        out = everything.moved(everything.payouts, Period(day, day))
        assert recap.payouts == sum(sign for sign, _ in out)
        assert recap.payouts_rupiah == sum(sign * row["rupiah"] for sign, row in out)
        assert recap.debts.made_rupiah == everything.made_debts(Period(day, day))
        assert (recap.debts.from_savings_rupiah, recap.debts.in_cash_rupiah) == tuple(
            everything.repaid(Period(day, day), each) for each in RepaymentSource
        )
        assert recap.total(lambda each: each.rupiah) == sum(row.rupiah for row in recap.rows)
        seen += sum(each.sign for each in found)
    assert seen == sum(each.id not in everything.reversals for each in everything.deposits)


def check_depositor(depositor: Depositor, own: list[Standing]) -> None:
    heading = json.loads(own[-1].entry["heading"])
    names = tuple(heading[f"member_{name}"] for name in ("number", "name", "place"))
    assert (depositor.number, depositor.name, depositor.place) == names
    assert depositor.receipts == tuple(f"L1-{each.entry['sequence']:06d}" for each in own)
    assert depositor.came == any(each.sign > 0 for each in own)
    assert depositor.grams == sum(each.grams for each in own)
    assert depositor.pieces == sum(each.net(Unit.PIECE) for each in own)
    assert depositor.millilitres == sum(each.net(Unit.LITRE) for each in own)
    assert depositor.savings_rupiah == sum(each.head("savings_rupiah") for each in own)
    assert depositor.cash_rupiah == sum(each.head("cash_rupiah") for each in own)
    assert depositor.rupiah == sum(each.rupiah for each in own)
    given = [each.grams for each in own if each.deposit.head["payment"] is Payment.GIVEN]
    assert depositor.given_grams == sum(given)


def test_rows_stand_by_code_with_the_clean_before_the_dirty(busy_book: Book) -> None:
    for day in DAYS:
        rows = daily_recap(busy_book.db, day).rows
        order = [(row.code, list(Condition).index(row.condition), row.given) for row in rows]
        assert order == sorted(order)


def test_the_recap_of_a_past_day_keeps_the_names_of_that_day(busy_book: Book) -> None:
    names = {
        each.name for day in DAYS for each in daily_recap(busy_book.db, day).depositors if each.number == "A-00001"
    }
    assert names == {"Nur Hayati", "Nur Hayati, S.Pd."}


def test_a_day_without_anybody_is_empty(book: Book) -> None:
    recap = daily_recap(book.db, date(2020, 2, 2))
    assert (recap.depositors, recap.rows, recap.payouts, recap.payouts_rupiah) == ((), (), 0, 0)


def test_the_days_of_a_period_add_up_to_it(busy_book: Book) -> None:
    """Also those on which something was only taken back, or brought that was taken back later in the period."""
    everything = economic_value(busy_book.db, PERIOD)
    recaps = daily_recaps(busy_book.db, PERIOD)
    assert [each.day for each in recaps] == sorted({each.day for each in recaps})
    rupiah = sum(each.total(lambda who: who.savings_rupiah + who.cash_rupiah) for each in recaps)
    assert (rupiah, sum(each.total(lambda who: who.grams) for each in recaps)) == (
        everything.measure.rupiah,
        everything.measure.grams,
    )
    assert sum(each.payouts_rupiah for each in recaps) == everything.payouts.rupiah


def test_a_day_on_which_something_was_only_taken_back_is_a_sheet(book: Book) -> None:
    first = book.deposit(grams=1_000, day=date(2026, 3, 2))
    book.deposit(grams=2_000, day=date(2026, 3, 3))
    draft = ReversalDraft(new_key(), first, "salah anggota", book.desk.staff_id)
    reverse(book.db, book.desk, draft, date(2026, 3, 5))
    book.payout(1_000, day=date(2026, 3, 6))
    recaps = daily_recaps(book.db, Period(date(2026, 3, 1), date(2026, 3, 31)))
    assert [(each.day.day, each.total(lambda who: who.grams)) for each in recaps] == [
        (2, 1_000),
        (3, 2_000),
        (5, -1_000),
        (6, 0),
    ]
    assert [each.day for each in daily_recaps(book.db, Period(date(2026, 4, 1), date(2026, 4, 30)))] == [
        date(2026, 4, 30)
    ]


def test_a_day_on_which_a_debt_was_only_repaid_is_a_sheet(book: Book) -> None:
    change_rule(book.db, CounterRule(debt_allowed=True), date(2026, 3, 1))
    first = book.deposit(31_000, day=date(2026, 3, 2))
    book.payout(31_000, day=date(2026, 3, 2))
    draft = ReversalDraft(new_key(), first, "salah anggota", book.desk.staff_id, 31_000)
    reverse(book.db, book.desk, draft, date(2026, 3, 3))
    paid = RepaymentDraft(new_key(), book.member_id, 20_000, RepaymentSource.CASH)
    repay(book.db, book.desk, paid, date(2026, 3, 5))
    recaps = daily_recaps(book.db, Period(date(2026, 3, 1), date(2026, 3, 31)))
    assert [(each.day.day, each.debts.in_cash_rupiah) for each in recaps] == [(2, 0), (3, 0), (5, 20_000)]
