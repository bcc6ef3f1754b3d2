"""The lists of the day and of a member, against plain Python."""

import random
from dataclasses import dataclass, replace
from datetime import date

from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.ledger.model import EntryKind
from daurulang.payouts import service as payouts
from daurulang.payouts.service import PayoutDraft
from daurulang.periods import Zone, clock_at, moment_ms
from daurulang.reports.balances import Balance, balances
from daurulang.reports.daily import (
    CounterAct,
    DayTotals,
    act_of_entry,
    acts_of_day,
    acts_of_member,
    count_acts_of_member,
    latest_acts,
    totals_of_day,
)
from tests.book import BOTTLE_RUPIAH, PET_RUPIAH, Book, new_key
from tests.reports.generated import open_balance

DAYS = [date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 3)]
WRITTEN_MS = moment_ms(date(2026, 3, 3), 9, 0, Zone.WIB)


@dataclass
class Done:
    """What the test itself wrote down about an act."""

    act: CounterAct
    who: int
    undone: "Done | None"


def held(each: Done, done: list[Done]) -> bool:
    """Whether an opening balance that stands holds what the act moved."""
    openings = [
        other.act.day
        for other in done
        if other.who == each.who and other.act.kind is EntryKind.OPENING_BALANCE and not other.act.reversed_by
    ]
    moved = each.act.savings_rupiah and each.act.kind is not EntryKind.OPENING_BALANCE
    return bool(moved) and any(each.act.day <= day for day in openings)


def work(book: Book) -> list[Done]:
    """Eighty acts by chance over four days, and what they must look like."""
    chance = random.Random(7)
    people = {book.member_id: ("A-00001", "Nur Hayati"), book.other_id: ("A-00002", "Moh. Ridwan")}
    balance = dict.fromkeys(people, 0)
    done: list[Done] = []
    for sequence in range(1, 81):
        day = DAYS[(sequence - 1) // 20]
        who = chance.choice(list(people))
        kind, grams, savings, cash, undone = EntryKind.DEPOSIT, 0, 0, 0, None
        at_ms = WRITTEN_MS + sequence
        with clock_at(at_ms):
            open_to = [each for each in done if not each.act.reversed_by and each.act.kind is not EntryKind.REVERSAL]
            if sequence > 10 and chance.random() < 0.25:
                fitting = [each for each in open_to if each.act.savings_rupiah <= balance[each.who]]
                undone = chance.choice([each for each in fitting if not held(each, done)])
                kind, who = EntryKind.REVERSAL, undone.who
                grams, savings, cash = (-undone.act.grams, -undone.act.savings_rupiah, -undone.act.cash_rupiah)
                draft = ReversalDraft(new_key(), undone.act.entry_id, "salah timbang, anggota lain", 1)
                entry_id = reverse(book.db, book.desk, draft, day)
                undone.act = replace(undone.act, reversed_by=f"L1-{sequence:06d}")
            elif balance[who] and chance.random() < 0.3:
                kind, savings = EntryKind.PAYOUT, -chance.randint(1, balance[who])
                entry_id = payouts.record(book.db, book.desk, PayoutDraft(new_key(), who, -savings), day)
            elif chance.random() < 0.1:
                kind, savings = EntryKind.OPENING_BALANCE, chance.randint(1, 9) * 1000
                entry_id = open_balance(book, who, balance[who] + savings, day)
            else:
                grams, bottles, payment = (
                    chance.randint(1, 9) * 1000,
                    chance.randint(1, 9),
                    chance.choice(list(Payment)),
                )
                total = 0 if payment is Payment.GIVEN else grams // 1000 * PET_RUPIAH + bottles * BOTTLE_RUPIAH
                cash = {Payment.CASH: total, Payment.SPLIT: 1000}.get(payment, 0)
                savings = total - cash
                lines = (LineDraft(book.pet_id, grams), LineDraft(book.bottle_id, bottles))
                draft_of = DepositDraft(new_key(), who, lines, payment, total, cash if payment is Payment.SPLIT else 0)
                entry_id = deposits.record(book.db, book.desk, draft_of, day)
        balance[who] += savings
        number = f"L1-{sequence:06d}"
        act = CounterAct(entry_id, number, kind, day, at_ms, who, *people[who], grams, savings, cash, balance[who])
        if EntryKind.PAYOUT in {kind, undone.act.kind if undone else kind}:
            act = replace(act, paid_in_cash_rupiah=-savings)
        done.append(Done(replace(act, reverses=undone.act.number) if undone else act, who, undone))
    return done


def standing(done: list[Done], day: date, kind: EntryKind) -> list[tuple[int, CounterAct]]:
    """The acts of a kind that count on a day with +1, and those of other days that are taken back on it with −1."""
    by_number = {each.act.number: each.act for each in done}
    found = []
    for each in done:
        act, undone = each.act, each.undone.act if each.undone else None
        if act.day != day:
            continue
        if undone is not None and undone.kind is kind and undone.day != day:
            found.append((-1, undone))
        elif act.kind is kind and not (act.reversed_by and by_number[act.reversed_by].day == day):
            found.append((1, act))
    return found


def test_lists_and_sums_are_what_was_done(book: Book) -> None:
    done = work(book)
    newest_first = [each.act for each in reversed(done)]
    for day in [*DAYS, date(2026, 3, 4)]:
        assert list(acts_of_day(book.db, day)) == [act for act in newest_first if act.day == day]
        taken = standing(done, day, EntryKind.DEPOSIT)
        paid = standing(done, day, EntryKind.PAYOUT)
        assert totals_of_day(book.db, day) == DayTotals(
            deposits=sum(sign for sign, _ in taken),
            grams=sum(sign * act.grams for sign, act in taken),
            rupiah=sum(sign * (act.savings_rupiah + act.cash_rupiah) for sign, act in taken),
            payouts=sum(sign for sign, _ in paid),
            payouts_rupiah=-sum(sign * act.savings_rupiah for sign, act in paid),
        )
    assert list(latest_acts(book.db, 1, 7)) == newest_first[:7]
    assert latest_acts(book.db, 2, 7) == ()
    assert act_of_entry(book.db, newest_first[3].entry_id) == newest_first[3]
    for who in (book.member_id, book.other_id):
        own = [act for act in newest_first if act.member_id == who]
        assert count_acts_of_member(book.db, who) == len(own)
        assert list(acts_of_member(book.db, who, 0, 100)) == own
        assert list(acts_of_member(book.db, who, 3, 4)) == own[3:7]


def test_balances_are_what_is_left(book: Book) -> None:
    assert balances(book.db) == (Balance("A-00001", "Nur Hayati", 0), Balance("A-00002", "Moh. Ridwan", 0))
    left = {each.act.member_number: each.act.balance_after_rupiah for each in work(book)}
    assert {each.number: each.rupiah for each in balances(book.db)} == left


def test_a_day_without_acts_is_all_zeros(book: Book) -> None:
    assert totals_of_day(book.db, DAYS[0]) == DayTotals()
