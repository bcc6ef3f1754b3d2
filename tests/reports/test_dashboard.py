"""The figures at a glance are those of the days they are about."""

from datetime import timedelta

from daurulang import periods
from daurulang.materials.model import PriceSide
from daurulang.periods import Zone, month_of
from daurulang.reports.dashboard import dashboard, price_steps
from tests.book import PET_RUPIAH, PRICED_FROM, Book
from tests.plant import worked_plant

TODAY = periods.today(Zone.WIB)


def test_today_and_the_month_tell_what_was_done(book: Book) -> None:
    worked_plant(book)
    book.deposit(grams=2_000, member_id=book.other_id)
    book.payout(30_000)
    found = dashboard(book.db)
    assert (found.today.deposits, found.today.grams, found.today.rupiah) == (1, 2_000, 6_200)
    assert (found.today.payouts, found.today.payouts_rupiah) == (1, 30_000)
    assert (found.today.sales, found.today.sales_rupiah) == (2, 285_000)
    assert found.cash_rupiah == 285_000 - 30_000
    assert found.month.period.first == month_of(TODAY).first
    yesterday = TODAY - timedelta(days=1)
    both = [2_000, 102_000] if yesterday.month == TODAY.month else [2_000]
    assert found.month.grams == both[-1]
    assert [each.grams for each in found.by_material] == [both[-1]]
    assert found.depositors[-1].grams == 2_000
    assert found.depositors[-1].name.startswith("A-00002 ")


def test_earlier_months_end_on_the_same_day(book: Book) -> None:
    book.deposit(grams=1_000)
    found = dashboard(book.db)
    for other in (found.before, found.year_before):
        assert other.period.first.day == 1
        assert other.period.last.day == min(TODAY.day, month_of(other.period.first).last.day)
        assert (other.deposits, other.rupiah) == (0, 0)


def test_what_waits_longest_stands_first(book: Book) -> None:
    worked_plant(book)
    found = dashboard(book.db)
    since = [row.since for row in found.waiting]
    assert since == sorted(each for each in since if each is not None)
    assert found.waiting[0].material.name in {"PET botol", "Sampah campur"}


def test_prices_of_a_material_stand_in_their_order(book: Book) -> None:
    worked_plant(book)
    steps = price_steps(book.db, book.pet_id)
    sides = [(step.side, step.rupiah) for step in steps]
    assert sides == [(PriceSide.BUY, PET_RUPIAH), (PriceSide.SELL, 4_000), (PriceSide.SELL, 5_000)]
    assert steps[0].day == PRICED_FROM
