"""Every figure of the value report against plain Python over all rows."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import astuple
from datetime import date, timedelta
from math import floor

from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.debts.model import RepaymentSource
from daurulang.deposits.model import Payment
from daurulang.materials.model import DlhCategory
from daurulang.members.model import Gender, MemberKind
from daurulang.periods import Period, Zone, clock_at, moment_ms, month_of, quarter_of, year_of
from daurulang.quantities import Unit
from daurulang.reports.balances import balances
from daurulang.reports.debts import Debts
from daurulang.reports.economic_value import (
    Carried,
    Corrections,
    EconomicValue,
    Headline,
    MaterialShare,
    Measure,
    Payouts,
    economic_value,
    value_of,
)
from daurulang.reports.plant_value import PlantHeadline
from tests.book import Book, new_key
from tests.reports.generated import Everything, Standing, read

OCTOBER = month_of(date(2025, 10, 1))
PERIODS = (
    month_of(date(2025, 9, 1)),
    OCTOBER,
    month_of(date(2025, 11, 1)),
    quarter_of(date(2025, 10, 1)),
    year_of(date(2025, 1, 1)),
    Period(date(2025, 9, 30), date(2025, 10, 2)),
    Period(date(2025, 10, 31), date(2025, 10, 31)),
    month_of(date(2024, 10, 1)),
)


def measure(found: Iterable[Standing], material_id: int | None = None) -> Measure:
    lines = [
        (each.sign, line) for each in found for line in each.deposit.lines if material_id in (None, line["material_id"])
    ]
    return Measure(
        sum(sign for sign, _ in lines),
        sum(sign * line["grams"] for sign, line in lines),
        sum(sign * line["net"] for sign, line in lines if line["unit"] is Unit.PIECE),
        sum(sign * line["net"] for sign, line in lines if line["unit"] is Unit.LITRE),
        sum(sign * line["amount_rupiah"] for sign, line in lines),
    )


def balance(everything: Everything, day: date) -> int:
    until = Period(date(2000, 1, 1), day)
    saved = sum(each.head("savings_rupiah") for each in everything.standing(until))
    through_debts = everything.made_debts(until) - everything.repaid(until, RepaymentSource.SAVINGS)
    return saved + opened(everything, until) - sum(paid_out(everything, until)) + through_debts


def owed(everything: Everything, day: date) -> int:
    until = Period(date(2000, 1, 1), day)
    return everything.made_debts(until) - sum(everything.repaid(until, each) for each in RepaymentSource)


def paid_out(everything: Everything, period: Period) -> list[int]:
    return [sign * row["rupiah"] for sign, row in everything.moved(everything.payouts, period)]


def opened(everything: Everything, period: Period) -> int:
    rows = everything.moved(everything.openings, period)
    return sum(sign * (row["balance_after_rupiah"] - row["balance_before_rupiah"]) for sign, row in rows)


def count(found: Iterable[Standing]) -> int:
    return sum(each.sign for each in found)


def people_of(found: Iterable[Standing]) -> set[int]:
    return {each.deposit.member["id"] for each in found if each.sign > 0}


def headline(everything: Everything, period: Period) -> Headline:
    found = everything.standing(period)
    return Headline(
        period,
        count(found),
        len(people_of(found)),
        measure(found),
        sum(paid_out(everything, period)),
        balance(everything, period.last),
        PlantHeadline(diverted_grams=measure(found).grams),
    )


def shares(found: Sequence[Standing]) -> tuple[int, int, int, int]:
    grams, rupiah = sum(each.grams for each in found), sum(each.rupiah for each in found)
    return count(found), len(people_of(found)), grams, rupiah


def test_the_whole_report_is_what_the_rows_say(busy_book: Book) -> None:
    everything = read(busy_book.db)
    for period in PERIODS[:-1]:
        assert everything.standing(period)
    assert everything.made_debts(OCTOBER)
    assert all(everything.repaid(PERIODS[4], each) for each in RepaymentSource)
    assert any(row["entry_id"] in everything.reversals for row in everything.repayments)
    assert {each.sign for each in everything.standing(PERIODS[2])} == {1, -1}
    for period in PERIODS:
        check(busy_book, everything, period)


def check(book: Book, everything: Everything, period: Period) -> None:
    report = economic_value(book.db, period)
    found = everything.standing(period)
    assert report.period == period
    assert (report.deposits, report.measure) == (count(found), measure(found))
    assert report.before == headline(everything, period.before)
    assert report.year_before == headline(everything, period.year_before)
    assert report.opening_balances_rupiah == balance(everything, period.day_before)
    assert report.balances_rupiah == balance(everything, period.last)
    out = paid_out(everything, period)
    assert report.payouts == Payouts(sum(1 if rupiah > 0 else -1 for rupiah in out), sum(out))
    assert report.openings_rupiah == opened(everything, period)
    assert report.corrections == corrections(everything, period)
    payments = report.payments
    assert report.opening_balances_rupiah + payments.savings_rupiah + report.openings_rupiah == (
        report.balances_rupiah + report.payouts.rupiah - report.debts.saved_rupiah
    )
    check_debts(report, everything)
    check_materials(report.by_material, everything, found)
    for category, figures in report.by_category:
        own = [row.measure for row in report.by_material if row.category is category]
        assert figures == sum(own, Measure())
    assert [category for category, _ in report.by_category] == list(DlhCategory)
    check_parts(book, everything, period, found)
    check_people(book, everything, period, found)


def check_debts(report: EconomicValue, everything: Everything) -> None:
    period, debts = report.period, report.debts
    signs = [sign for sign, _ in everything.moved(everything.repayments, period)]
    back = [row["rupiah"] for sign, row in everything.moved(everything.repayments, period) if sign < 0]
    from_savings, in_cash = (everything.repaid(period, each) for each in RepaymentSource)
    assert debts == Debts(everything.made_debts(period), sum(signs), from_savings, in_cash, len(back), sum(back))
    assert report.opening_debts_rupiah == owed(everything, period.day_before)
    assert report.debts_rupiah == owed(everything, period.last)


def corrections(everything: Everything, period: Period) -> Corrections:
    """What was taken back in a period of what stands in others."""
    found = [each for each in everything.standing(period) if each.sign < 0]
    out = [-rupiah for rupiah in paid_out(everything, period) if rupiah < 0]
    opened = [row for sign, row in everything.moved(everything.openings, period) if sign < 0]
    repaid = [row for sign, row in everything.moved(everything.repayments, period) if sign < 0]
    return Corrections(
        len(found),
        -sum(each.grams for each in found),
        -sum(each.rupiah for each in found),
        len(out),
        sum(out),
        len(opened),
        sum(row["balance_after_rupiah"] - row["balance_before_rupiah"] for row in opened),
        *(len(repaid), sum(row["rupiah"] for row in repaid)),
    )


def check_materials(rows: Sequence[MaterialShare], everything: Everything, found: Sequence[Standing]) -> None:
    expected = []
    for id_, row in sorted(everything.materials.items(), key=lambda item: item[1]["code"]):
        lines = [(each.sign, line) for each in found for line in each.deposit.lines if line["material_id"] == id_]
        if lines:
            weightless = sum(sign for sign, line in lines if line["grams"] == 0)
            expected.append(
                (row["code"], row["name"], row["unit"], row["dlh_category"], measure(found, id_), weightless)
            )
    found_rows = [(row.code, row.name, row.unit, row.category, row.measure, row.weightless_lines) for row in rows]
    assert found_rows == expected


def check_parts(book: Book, everything: Everything, period: Period, found: Sequence[Standing]) -> None:
    report = economic_value(book.db, period)
    by_village, by_class, by_day = defaultdict(list), defaultdict(list), defaultdict(list)
    for each in found:
        by_village[each.deposit.head["village_code"] or ""].append(each)
        by_class[everything.classes[each.deposit.head["member_class_id"]]["name"]].append(each)
    for month in months_within(period):
        for each in everything.standing(month):
            by_day[each.entry["day"]].append(each)
    assert {
        row.code: (row.name, row.district, row.deposits, row.members, row.grams, row.rupiah)
        for row in report.by_village
    } == {code: (*place_of(everything, code), *shares(own)) for code, own in by_village.items()}
    assert [row.rupiah for row in report.by_village] == sorted((row.rupiah for row in report.by_village), reverse=True)
    assert {row.name: (row.deposits, row.members, row.grams, row.rupiah) for row in report.by_class} == {
        name: shares(own) for name, own in by_class.items()
    }
    assert [(row.day, row.deposits, row.grams, row.rupiah) for row in report.by_day] == [
        (day, count(own), shares(own)[2], shares(own)[3]) for day, own in sorted(by_day.items())
    ]
    by_district = defaultdict(list)
    for each in found:
        by_district[place_of(everything, each.deposit.head["village_code"] or "")[1]].append(each)
    assert {row.name: (row.deposits, row.grams, row.rupiah) for row in report.by_district} == {
        name: (shares(own)[0], *shares(own)[2:]) for name, own in by_district.items()
    }


def months_within(period: Period) -> list[Period]:
    """The months of a period, cut at its ends."""
    parts, day = [], period.first
    while day <= period.last:
        parts.append(Period(day, min(month_of(day).last, period.last)))
        day = parts[-1].last + timedelta(days=1)
    return parts


def place_of(everything: Everything, code: str) -> tuple[str, str]:
    row = everything.villages.get(code)
    return (row["name"], row["district"]) if row else ("", "")


def check_people(book: Book, everything: Everything, period: Period, found: Sequence[Standing]) -> None:
    report = economic_value(book.db, period)
    active = [everything.members[id_] for id_ in people_of(found)]
    people = report.participants
    kinds = [row["kind"] for row in active]
    persons = [row["gender"] for row in active if row["kind"] is MemberKind.INDIVIDUAL]
    assert people.active == len(active)
    assert people.new == sum(period.first <= row["joined"] <= period.last for row in everything.members.values())
    assert (people.women, people.men) == (persons.count(Gender.FEMALE), persons.count(Gender.MALE))
    assert (people.groups, people.institutions, people.schools) == (
        kinds.count(MemberKind.GROUP),
        kinds.count(MemberKind.INSTITUTION),
        kinds.count(MemberKind.SCHOOL),
    )
    grams = sum(each.grams for each in found)
    assert report.grams_per_member == (floor(grams / len(active) + 0.5) if active else 0)
    given = [each for each in found if each.deposit.head["payment"] is Payment.GIVEN]
    payments = report.payments
    assert payments.savings_rupiah == sum(each.head("savings_rupiah") for each in found)
    assert payments.cash_rupiah == sum(each.head("cash_rupiah") for each in found)
    assert (payments.given_count, payments.given_grams) == (count(given), sum(each.grams for each in given))


def test_one_period_opens_where_the_one_before_closed(busy_book: Book) -> None:
    october, november = (economic_value(busy_book.db, month_of(date(2025, month, 1))) for month in (10, 11))
    assert november.opening_balances_rupiah == october.balances_rupiah
    assert november.before.balances_rupiah == october.balances_rupiah
    assert economic_value(busy_book.db, year_of(date(2025, 1, 1))).balances_rupiah == sum(
        each.rupiah for each in balances(busy_book.db)
    )


def test_a_deposit_after_midnight_at_the_centre_is_of_the_new_month(busy_book: Book) -> None:
    everything = read(busy_book.db)
    borders = [
        each
        for each in everything.deposits
        if each.day.day == 1
        and each.head["at_ms"] % 86_400_000 >= 17 * 3_600_000
        and each.id not in everything.reversals
    ]
    assert borders
    for each in borders:
        assert each.day in {row.day for row in economic_value(busy_book.db, month_of(each.day)).by_day}


def test_a_month_without_anything_is_all_zeros(book: Book) -> None:
    report = economic_value(book.db, month_of(date(2020, 2, 1)))
    assert (report.deposits, report.measure, report.by_material, report.by_village, report.by_day) == (
        *(0, Measure()),
        *((), (), ()),
    )
    assert [figures for _, figures in report.by_category] == [Measure()] * 8
    assert report.grams_per_member == 0


def test_months_add_up_to_their_quarter(busy_book: Book) -> None:
    quarter = economic_value(busy_book.db, quarter_of(date(2025, 10, 1)))
    months = [economic_value(busy_book.db, month_of(date(2025, month, 1))) for month in (10, 11, 12)]
    assert months[1].corrections
    assert quarter.measure == sum((month.measure for month in months), Measure())
    assert quarter.balances_rupiah == months[-1].balances_rupiah == sum(each.rupiah for each in balances(busy_book.db))
    assert quarter.debts_rupiah == months[-1].debts_rupiah == sum(each.debt_rupiah for each in balances(busy_book.db))
    assert quarter.opening_balances_rupiah == months[0].opening_balances_rupiah

    def added(figures: Callable[[EconomicValue], Mapping[str, tuple[int, ...]]]) -> dict[str, tuple[int, ...]]:
        found: dict[str, tuple[int, ...]] = {}
        for month in months:
            for key, numbers in figures(month).items():
                before = found.get(key, (0,) * len(numbers))
                found[key] = tuple(map(sum, zip(before, numbers, strict=True)))
        return {key: numbers for key, numbers in found.items() if any(numbers)}

    ways: tuple[Callable[[EconomicValue], Mapping[str, tuple[int, ...]]], ...] = (
        lambda value: {row.code: (*astuple(row.measure), row.weightless_lines) for row in value.by_material},
        lambda value: {row.code: (row.deposits, row.grams, row.rupiah) for row in value.by_village},
        lambda value: {row.name: (row.deposits, row.grams, row.rupiah) for row in value.by_class},
        lambda value: {f"{row.day}": (row.deposits, row.grams, row.rupiah) for row in value.by_day},
        lambda value: {"": astuple(value.payments)},
        lambda value: {"": (*astuple(value.payouts), value.openings_rupiah, value.deposits)},
        lambda value: {"": astuple(value.debts)[:4]},
    )
    for figures in ways:
        assert {key: numbers for key, numbers in figures(quarter).items() if any(numbers)} == added(figures)


def test_a_month_that_is_over_does_not_change(book: Book) -> None:
    entry_id = book.deposit(31_000, day=date(2025, 9, 30))
    kept = book.deposit(3_100, day=date(2025, 10, 1))
    september, october = month_of(date(2025, 9, 1)), OCTOBER
    before = economic_value(book.db, september)
    with clock_at(moment_ms(date(2025, 10, 5), 9, 0, Zone.WIB)):
        draft = ReversalDraft(new_key(), entry_id, "salah timbang, anggota lain", book.desk.staff_id)
        reverse(book.db, book.desk, draft)
    assert economic_value(book.db, september) == before
    found = economic_value(book.db, october)
    assert kept
    assert (found.deposits, found.measure.rupiah, found.measure.grams) == (0, 3_100 - 31_000, 1_000 - 10_000)
    assert found.corrections == Corrections(1, 10_000, 31_000)
    assert (found.participants.active, found.balances_rupiah) == (1, 3_100)
    assert [(row.day.day, row.rupiah) for row in found.by_day] == [(1, 3_100), (5, -31_000)]


def test_what_closings_have_settled_gives_the_same_figures(busy_book: Book) -> None:
    everything = read(busy_book.db)
    for period in PERIODS:
        report = economic_value(busy_book.db, period)
        heads = {each.period: each for each in (report.before, report.year_before)}
        days = (period.day_before, period.last, date(2025, 10, 10), date(2026, 2, 1), date(2024, 1, 1))
        for day in days:
            for headlines in ({}, heads):
                carried = Carried({day: balance(everything, day)}, headlines)
                with busy_book.db.reading() as connection:
                    assert value_of(connection, period, carried) == report


def test_what_is_carried_is_taken_as_it_is(book: Book) -> None:
    book.deposit(31_000, day=date(2025, 10, 1))
    signed = Headline(OCTOBER.before, 7, 3, Measure(9, 12_345, 6, 500, 70_000), 10_000, 900_000)
    carried = Carried({OCTOBER.day_before: 900_000}, {signed.period: signed})
    with book.db.reading() as connection:
        found = value_of(connection, OCTOBER, carried)
    assert found.before == signed
    assert (found.opening_balances_rupiah, found.balances_rupiah) == (900_000, 931_000)
