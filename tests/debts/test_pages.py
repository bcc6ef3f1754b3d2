"""Debts on the pages of closed days and in the reports of closed months."""

import json
from datetime import date

import pytest

from daurulang.closings.day import close_day, day_page, frozen_page, thawed_page
from daurulang.closings.day_page import KindSum
from daurulang.closings.queries import frozen, period_report, thawed
from daurulang.closings.service import close_month
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.debts.model import RepaymentSource
from daurulang.debts.service import RepaymentDraft, repay
from daurulang.ledger.model import EntryKind
from daurulang.periods import clock_at, month_of
from daurulang.reports.debts import NO_DEBTS
from daurulang.verification.service import verify
from tests.book import Book, new_key
from tests.closings.test_day import DAY_MS, EVENING, TUESDAY, tuesday
from tests.documents.test_debts import work

__all__ = ["tuesday"]


@pytest.mark.parametrize("source", RepaymentSource)
def test_a_reversed_repayment_was_turned_round_and_a_new_debt_was_not(tuesday: Book, source: RepaymentSource) -> None:
    work(tuesday)
    last = repay(tuesday.db, tuesday.desk, RepaymentDraft(new_key(), tuesday.member_id, 1_000, source))
    reverse(tuesday.db, tuesday.desk, ReversalDraft(new_key(), last, "salah terima uang", tuesday.desk.staff_id))
    page = close_day(tuesday.db, tuesday.desk, TUESDAY)
    cash = 1_000 if source is RepaymentSource.CASH else 0
    kinds = {each.kind: each for each in page.kinds}
    assert kinds[EntryKind.REVERSAL] == KindSum(EntryKind.REVERSAL, 2, 32_000, cash, 10_000, 0, 0)
    assert kinds[EntryKind.DEBT_REPAYMENT] == KindSum(EntryKind.DEBT_REPAYMENT, 3, 10_000, 5_000 + cash, 0, 0, 0)
    assert verify(tuesday.db).problems == ()


def test_a_page_from_before_debts_were_known_is_read(tuesday: Book) -> None:
    work(tuesday)
    page = close_day(tuesday.db, tuesday.desk, TUESDAY)
    older = json.loads(frozen_page(page))
    for each in older["reversals"]:
        del each["debt_rupiah"]
    assert [each.debt_rupiah for each in thawed_page(json.dumps(older)).reversals] == [0]
    assert day_page(tuesday.db, TUESDAY).reversals[0].debt_rupiah == 15_000


def test_a_closed_month_keeps_its_debts_and_one_from_before_has_none(tuesday: Book) -> None:
    work(tuesday)
    march = month_of(TUESDAY)
    with clock_at(EVENING + 25 * DAY_MS):
        close_month(tuesday.db, tuesday.desk, march)
        report = period_report(tuesday.db, march)
        repay(tuesday.db, tuesday.desk, RepaymentDraft(new_key(), tuesday.member_id, 6_000, RepaymentSource.CASH))
        april = period_report(tuesday.db, month_of(date(2026, 4, 1))).value
    assert (report.value.debts_rupiah, report.value.debts.made_rupiah) == (6_000, 15_000)
    assert (april.opening_debts_rupiah, april.debts_rupiah, april.debts.in_cash_rupiah) == (6_000, 0, 6_000)
    assert verify(tuesday.db).problems == ()


def test_a_report_from_before_debts_were_known_is_read(tuesday: Book) -> None:
    work(tuesday)
    march = month_of(TUESDAY)
    with clock_at(EVENING + 25 * DAY_MS):
        close_month(tuesday.db, tuesday.desk, march)
    with tuesday.db.reading() as connection:
        text = str(connection.exec_driver_sql("SELECT report FROM month_closing").scalar_one())
    older = json.loads(text)
    for name in ("debts", "debts_rupiah", "opening_debts_rupiah"):
        del older["value"][name]
    for name in ("repayments_count", "repayments_rupiah"):
        del older["value"]["corrections"][name]
    read = thawed(json.dumps(older)).value
    assert (read.debts, read.debts_rupiah) == (NO_DEBTS, 0)
    assert frozen(thawed(text)) == text
