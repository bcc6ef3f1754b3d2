"""A book made by chance, and all of its rows as plain Python: what the reports must come to, counted a second time."""

import random
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from daurulang.centre.queries import CounterRule
from daurulang.centre.service import change_rule
from daurulang.corrections.model import reversal
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.database import Database
from daurulang.debts.model import RepaymentSource, debt_repayment
from daurulang.debts.service import RepaymentDraft, repay
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment, deposit, deposit_line
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.errors import AlreadyPaidOut, OpeningStands, ReversalRefused
from daurulang.ledger.model import EntryKind, entry
from daurulang.ledger.queries import credit_balance_rupiah
from daurulang.ledger.service import Act, Form, post
from daurulang.materials.model import material
from daurulang.members.model import Gender, MemberKind, member, member_class
from daurulang.members.queries import at_counter, member_by_id
from daurulang.members.service import MemberDraft, add_class, change, register
from daurulang.members.visit import visit_of
from daurulang.openings.model import opening_balance
from daurulang.openings.service import document_hash, money_between
from daurulang.payouts import service as payouts
from daurulang.payouts.model import PayoutMethod, payout
from daurulang.payouts.service import PayoutDraft
from daurulang.periods import Period, clock_at
from daurulang.quantities import MAX_RUPIAH, Condition, Unit, line_amount_rupiah
from daurulang.villages.model import village
from tests.book import BOTTLE_RUPIAH, OIL_RUPIAH, PET_DIRTY_RUPIAH, PET_RUPIAH, PRICED_FROM, Book, new_key

# Acts come at all hours of these days in UTC, so that many are of the next day (and month) at the centre.
FIRST = datetime(2025, 9, 20, tzinfo=UTC)
LAST = datetime(2025, 11, 10, tzinfo=UTC)
ACTS = 160

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Deposit:
    """One deposit with its lines, as the rows say."""

    id: int
    day: date
    member: Row
    head: Row
    lines: Sequence[Row]

    @property
    def grams(self) -> int:
        return sum(line["grams"] for line in self.lines)

    @property
    def rupiah(self) -> int:
        return sum(line["amount_rupiah"] for line in self.lines)

    def net(self, unit: Unit) -> int:
        return sum(line["net"] for line in self.lines if line["unit"] is unit)


@dataclass(frozen=True)
class Standing:
    """A deposit that counts in a period, or counts as taken back, and the entry of the period by which it does."""

    sign: int
    entry: Row
    deposit: Deposit

    @property
    def grams(self) -> int:
        return self.sign * self.deposit.grams

    @property
    def rupiah(self) -> int:
        return self.sign * self.deposit.rupiah

    def net(self, unit: Unit) -> int:
        return self.sign * self.deposit.net(unit)

    def head(self, name: str) -> int:
        return self.sign * int(self.deposit.head[name])


@dataclass(frozen=True)
class Everything:
    """All rows of the book. `reversals` is the entry that undid another, by the other's id."""

    entries: Mapping[int, Row]
    reversals: Mapping[int, Row]
    deposits: Sequence[Deposit]
    payouts: Sequence[Row]
    openings: Sequence[Row]
    repayments: Sequence[Row]
    members: Mapping[int, Row]
    materials: Mapping[int, Row]
    villages: Mapping[str, Row]
    classes: Mapping[int, Row]

    def standing(self, period: Period) -> list[Standing]:
        """The deposits of a period: on the scale of days one step up where it was brought, one down where undone."""
        found = []
        for each in self.deposits:
            undone = self.reversals.get(each.id)
            steps = [(1, self.entries[each.id])] + ([(-1, undone)] if undone else [])
            inside = [step for step in steps if period.first <= step[1]["day"] <= period.last]
            if len(inside) == 1:
                found.append(Standing(*inside[0], each))
        return sorted(found, key=lambda standing: standing.entry["id"])

    def moved(self, rows: Sequence[Row], period: Period) -> list[tuple[int, Row]]:
        """The same of payouts or opening balances, as signs and rows."""
        found = []
        for row in rows:
            undone = self.reversals.get(row["entry_id"])
            days = [(1, row["day"])] + ([(-1, undone["day"])] if undone else [])
            inside = [sign for sign, day in days if period.first <= day <= period.last]
            if len(inside) == 1:
                found.append((inside[0], row))
        return found

    def made_debts(self, period: Period) -> int:
        """What reversals of a period could no longer take out of the savings."""
        rows = self.reversals.values()
        return sum(row["debt_rupiah"] for row in rows if period.first <= row["day"] <= period.last)

    def repaid(self, period: Period, source: RepaymentSource) -> int:
        """What was repaid in a period out of the savings or in cash."""
        rows = [row for row in self.repayments if row["source"] is source]
        return sum(sign * row["rupiah"] for sign, row in self.moved(rows, period))


def work(book: Book) -> None:
    """Fill a book: every kind of member, payment and measure, past days, a removal, midnight at the centre, savings of
    an old book, debts, and reversals of all of these on the same day, in the same month, later, and before.
    """
    chance = random.Random(41)
    change_rule(book.db, CounterRule(debt_allowed=True), PRICED_FROM)
    with clock_at(_ms(FIRST)):
        members = _people(book)
    done: list[int] = []
    for number in range(ACTS):
        moment = FIRST + (LAST - FIRST) * number / ACTS
        with clock_at(_ms(moment)):
            back = (moment - timedelta(days=chance.randint(2, 40))).date() if chance.random() < 0.2 else None
            member_id = chance.choice(members)
            kind = chance.random()
            done += _repay(book, chance, member_id, back)
            if kind < 0.2:
                done += _pay_out(book, chance, member_id, back)
            elif kind < 0.25:
                done.append(_open(book, chance, member_id, back or moment.date()))
            elif kind < 0.45 and done:
                _take_back(book, chance.choice((done[-1], chance.choice(done[-8:]), chance.choice(done))), back)
            else:
                done.append(deposits.record(book.db, book.desk, _draft(book, chance, member_id), back))
            if number == ACTS // 2:
                _move(book, members[0])


def _take_back(book: Book, entry_id: int, day: date | None) -> None:
    """Undo an act unless that is refused; what was paid out of it is owed."""
    draft = ReversalDraft(new_key(), entry_id, "salah timbang, anggota lain", book.desk.staff_id, MAX_RUPIAH)
    with suppress(AlreadyPaidOut, OpeningStands, ReversalRefused):
        reverse(book.db, book.desk, draft, day)


def _open(book: Book, chance: random.Random, member_id: int, day: date) -> int:
    """Bring a member's savings to what an old book says: the same, less or more."""
    with book.db.reading() as connection:
        account_id = member_by_id(connection, member_id).savings_account_id
        before = credit_balance_rupiah(connection, account_id)
    return open_balance(book, member_id, chance.choice((before, before // 2, before + chance.randint(1, 100_000))), day)


def open_balance(book: Book, member_id: int, after: int, day: date) -> int:
    """Post what a member had saved in an old book and return the entry's id."""
    with book.db.transaction() as connection:
        visit = visit_of(connection, book.desk, member_id)
        savings = visit.member.savings_account_id
        before = credit_balance_rupiah(connection, savings)
        row = {"member_id": member_id, "balance_before_rupiah": before, "balance_after_rupiah": after}
        act = Act(
            EntryKind.OPENING_BALANCE,
            Form(new_key(), "0" * 64),
            book.desk,
            day,
            asdict(visit.heading),
            document_hash(list(row.values())),
            member_id,
            money_between(savings, before, after),
        )
        entry_id = post(connection, act)
        connection.execute(sa.insert(opening_balance), {"entry_id": entry_id, **row})
    return entry_id


def _ms(moment: datetime) -> int:
    return int(moment.timestamp()) * 1000


def _people(book: Book) -> list[int]:
    sellers = add_class(book.db, "Pengepul")
    kinds = [
        MemberDraft("Kelompok Melati", MemberKind.GROUP, village_code="35.26.01.1001"),
        MemberDraft("Dinas Sosial", MemberKind.INSTITUTION),
        MemberDraft("SDN 1", MemberKind.SCHOOL, village_code="35.26.02.2001", joined=date(2025, 10, 1)),
        MemberDraft("Rahman", gender=Gender.UNSTATED, member_class_id=sellers, joined=date(2025, 10, 31)),
        MemberDraft("Rahmah", gender=Gender.FEMALE, village_code="35.26.02.2002", joined=date(2025, 11, 1)),
    ]
    return [book.member_id, book.other_id, *(register(book.db, draft) for draft in kinds)]


def _move(book: Book, member_id: int) -> None:
    """To another village of another district, under another name."""
    draft = MemberDraft("Nur Hayati, S.Pd.", gender=Gender.FEMALE, village_code="35.26.02.2001")
    change(book.db, member_id, draft)


def _draft(book: Book, chance: random.Random, member_id: int) -> DepositDraft:
    goods = (
        (book.pet_id, Unit.KILOGRAM, Condition.CLEAN, PET_RUPIAH),
        (book.pet_id, Unit.KILOGRAM, Condition.DIRTY, PET_DIRTY_RUPIAH),
        (book.bottle_id, Unit.PIECE, Condition.CLEAN, BOTTLE_RUPIAH),
        (book.oil_id, Unit.LITRE, Condition.CLEAN, OIL_RUPIAH),
    )
    lines, total = [], 0
    for material_id, unit, condition, rupiah in chance.choices(goods, k=chance.randint(1, 5)):
        net = chance.randint(1, 40) if unit is Unit.PIECE else chance.randint(1, 9000)
        tare = chance.choice((0, 0, 1, 3))
        lines.append(LineDraft(material_id, net + tare, condition, tare=tare))
        total += line_amount_rupiah(net, unit, rupiah)
    payment = chance.choice(list(Payment))
    if payment is Payment.SPLIT and total < 2:
        payment = Payment.CASH
    return DepositDraft(
        new_key(),
        member_id,
        tuple(lines),
        payment,
        0 if payment is Payment.GIVEN else total,
        total // 3 or 1 if payment is Payment.SPLIT else 0,
    )


def _pay_out(book: Book, chance: random.Random, member_id: int, day: date | None) -> list[int]:
    found = at_counter(book.db, member_id)
    balance = found.balance_rupiah - found.debt_rupiah
    if balance <= 0:
        return []
    method = chance.choice(list(PayoutMethod))
    reference = "BRI 1" if method is PayoutMethod.TRANSFER else ""
    draft = PayoutDraft(new_key(), member_id, chance.randint(1, balance), method, reference)
    return [payouts.record(book.db, book.desk, draft, day)]


def _repay(book: Book, chance: random.Random, member_id: int, day: date | None) -> list[int]:
    """Now and then some of what is owed comes back, out of the savings or in cash."""
    found = at_counter(book.db, member_id)
    source = chance.choice(list(RepaymentSource))
    most = found.debt_rupiah
    if source is RepaymentSource.SAVINGS:
        most = min(most, found.balance_rupiah)
    if not most or chance.random() < 0.4:
        return []
    rupiah = chance.choice((most, chance.randint(1, most)))
    return [repay(book.db, book.desk, RepaymentDraft(new_key(), member_id, rupiah, source), day)]


def read(db: Database) -> Everything:
    """Every row, joined by hand."""
    with db.reading() as connection:

        def rows(table: sa.Table) -> list[Row]:
            return [dict(row) for row in connection.execute(sa.select(table)).mappings()]

        entries = {row["id"]: row for row in rows(entry)}
        heads = {row["entry_id"]: row for row in rows(deposit)}
        members = {row["id"]: row for row in rows(member)}
        lines = sorted(rows(deposit_line), key=lambda row: row["position"])
        return Everything(
            entries=entries,
            reversals={row["original_id"]: {**entries[row["entry_id"]], **row} for row in rows(reversal)},
            openings=[{**entries[row["entry_id"]], **row} for row in rows(opening_balance)],
            deposits=[
                Deposit(
                    each["id"],
                    each["day"],
                    members[each["member_id"]],
                    {**each, **heads[each["id"]]},
                    [line for line in lines if line["entry_id"] == each["id"]],
                )
                for each in sorted(entries.values(), key=lambda row: row["id"])
                if each["id"] in heads
            ],
            payouts=[{**entries[row["entry_id"]], **row} for row in rows(payout)],
            repayments=[{**entries[row["entry_id"]], **row} for row in rows(debt_repayment)],
            members=members,
            materials={row["id"]: row for row in rows(material)},
            villages={row["code"]: row for row in rows(village)},
            classes={row["id"]: row for row in rows(member_class)},
        )
