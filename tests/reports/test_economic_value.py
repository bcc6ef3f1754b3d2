"""Every figure of the value report against plain Python over all rows."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from daurulang.deposits.model import Payment
from daurulang.materials.model import DlhCategory
from daurulang.members.model import Gender, MemberKind
from daurulang.periods import Period, month_of, quarter_of, year_of
from daurulang.quantities import Unit
from daurulang.reports.balances import balances
from daurulang.reports.economic_value import Headline, MaterialShare, Measure, Payouts, economic_value
from tests.book import Book
from tests.reports.generated import Deposit, Everything, read, work

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


def within(everything: Everything, period: Period) -> list[Deposit]:
    return [each for each in everything.deposits if period.first <= each.day <= period.last]


def measure(deposits: Iterable[Deposit], material_id: int | None = None) -> Measure:
    lines = [line for each in deposits for line in each.lines if material_id in (None, line["material_id"])]
    return Measure(
        len(lines),
        sum(line["grams"] for line in lines),
        sum(line["net"] for line in lines if line["unit"] is Unit.PIECE),
        sum(line["net"] for line in lines if line["unit"] is Unit.LITRE),
        sum(line["amount_rupiah"] for line in lines),
    )


def balance(everything: Everything, day: date) -> int:
    saved = sum(each.head["savings_rupiah"] for each in everything.deposits if each.day <= day)
    return int(saved - sum(each["rupiah"] for each in everything.payouts if each["day"] <= day))


def paid_out(everything: Everything, period: Period) -> list[int]:
    return [each["rupiah"] for each in everything.payouts if period.first <= each["day"] <= period.last]


def headline(everything: Everything, period: Period) -> Headline:
    found = within(everything, period)
    return Headline(
        period,
        len(found),
        len({each.member["id"] for each in found}),
        measure(found),
        sum(paid_out(everything, period)),
        balance(everything, period.last),
    )


def shares(deposits: Sequence[Deposit]) -> tuple[int, int, int, int]:
    members = {each.member["id"] for each in deposits}
    return len(deposits), len(members), sum(each.grams for each in deposits), sum(each.rupiah for each in deposits)


def test_the_whole_report_is_what_the_rows_say(book: Book) -> None:
    work(book)
    everything = read(book.db)
    assert {len(within(everything, period)) > 0 for period in PERIODS[:-1]} == {True}
    for period in PERIODS:
        check(book, everything, period)


def check(book: Book, everything: Everything, period: Period) -> None:
    report = economic_value(book.db, period)
    found = within(everything, period)
    assert report.period == period
    assert (report.deposits, report.measure) == (len(found), measure(found))
    assert report.before == headline(everything, period.before)
    assert report.year_before == headline(everything, period.year_before)
    assert report.opening_balances_rupiah == balance(everything, period.day_before)
    assert report.balances_rupiah == balance(everything, period.last)
    out = paid_out(everything, period)
    assert report.payouts == Payouts(len(out), sum(out))
    check_materials(report.by_material, everything, found)
    for category, figures in report.by_category:
        own = [row.measure for row in report.by_material if row.category is category]
        assert figures == sum(own, Measure())
    assert [category for category, _ in report.by_category] == list(DlhCategory)
    check_parts(book, everything, period, found)
    check_people(book, everything, period, found)


def check_materials(rows: Sequence[MaterialShare], everything: Everything, found: Sequence[Deposit]) -> None:
    expected = []
    for id_, row in sorted(everything.materials.items(), key=lambda item: item[1]["code"]):
        lines = [line for each in found for line in each.lines if line["material_id"] == id_]
        if lines:
            weightless = sum(line["grams"] == 0 for line in lines)
            expected.append(
                (row["code"], row["name"], row["unit"], row["dlh_category"], measure(found, id_), weightless)
            )
    found_rows = [(row.code, row.name, row.unit, row.category, row.measure, row.weightless_lines) for row in rows]
    assert found_rows == expected


def check_parts(book: Book, everything: Everything, period: Period, found: Sequence[Deposit]) -> None:
    report = economic_value(book.db, period)
    by_village, by_class, by_day = defaultdict(list), defaultdict(list), defaultdict(list)
    for each in found:
        by_village[each.head["village_code"] or ""].append(each)
        by_class[everything.classes[each.head["member_class_id"]]["name"]].append(each)
        by_day[each.day].append(each)
    assert {
        row.code: (row.name, row.district, row.deposits, row.members, row.grams, row.rupiah)
        for row in report.by_village
    } == {code: (*place_of(everything, code), *shares(own)) for code, own in by_village.items()}
    assert [row.rupiah for row in report.by_village] == sorted((row.rupiah for row in report.by_village), reverse=True)
    assert {row.name: (row.deposits, row.members, row.grams, row.rupiah) for row in report.by_class} == {
        name: shares(own) for name, own in by_class.items()
    }
    assert [(row.day, row.deposits, row.grams, row.rupiah) for row in report.by_day] == [
        (day, len(own), shares(own)[2], shares(own)[3]) for day, own in sorted(by_day.items())
    ]
    by_district = defaultdict(list)
    for each in found:
        by_district[place_of(everything, each.head["village_code"] or "")[1]].append(each)
    assert {row.name: (row.deposits, row.grams, row.rupiah) for row in report.by_district} == {
        name: (shares(own)[0], *shares(own)[2:]) for name, own in by_district.items()
    }


def place_of(everything: Everything, code: str) -> tuple[str, str]:
    row = everything.villages.get(code)
    return (row["name"], row["district"]) if row else ("", "")


def check_people(book: Book, everything: Everything, period: Period, found: Sequence[Deposit]) -> None:
    report = economic_value(book.db, period)
    active = {each.member["id"]: each.member for each in found}.values()
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
    assert report.grams_per_member == (int(grams / len(active) + 0.5) if active else 0)
    given = [each for each in found if each.head["payment"] is Payment.GIVEN]
    payments = report.payments
    assert payments.savings_rupiah == sum(each.head["savings_rupiah"] for each in found)
    assert payments.cash_rupiah == sum(each.head["cash_rupiah"] for each in found)
    assert (payments.given_count, payments.given_grams) == (len(given), sum(each.grams for each in given))


def test_one_period_opens_where_the_one_before_closed(book: Book) -> None:
    work(book)
    october, november = (economic_value(book.db, month_of(date(2025, month, 1))) for month in (10, 11))
    assert november.opening_balances_rupiah == october.balances_rupiah
    assert november.before.balances_rupiah == october.balances_rupiah
    assert economic_value(book.db, year_of(date(2025, 1, 1))).balances_rupiah == sum(
        each.rupiah for each in balances(book.db)
    )


def test_a_deposit_after_midnight_at_the_centre_is_of_the_new_month(book: Book) -> None:
    work(book)
    everything = read(book.db)
    borders = [
        each for each in everything.deposits if each.day.day == 1 and each.head["at_ms"] % 86_400_000 >= 17 * 3_600_000
    ]
    assert borders
    for each in borders:
        assert each.day in {row.day for row in economic_value(book.db, month_of(each.day)).by_day}


def test_a_month_without_anything_is_all_zeros(book: Book) -> None:
    report = economic_value(book.db, month_of(date(2020, 2, 1)))
    assert (report.deposits, report.measure, report.by_material, report.by_village, report.by_day) == (
        *(0, Measure()),
        *((), (), ()),
    )
    assert [figures for _, figures in report.by_category] == [Measure()] * 8
    assert report.grams_per_member == 0
