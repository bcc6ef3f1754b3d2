"""A member's statement (mutasi rekening): what went into the savings and out of them, day by day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.corrections.model import reversal
from daurulang.database import Database
from daurulang.debts.model import RepaymentSource, debt_repayment
from daurulang.debts.queries import debt_at
from daurulang.deposits.model import Payment, deposit, deposit_line
from daurulang.handwritten_slips.model import handwritten_slip
from daurulang.handwritten_slips.service import Slip
from daurulang.ledger.model import EntryKind, SystemAccount, entry, money_transfer
from daurulang.members.queries import member_by_number
from daurulang.payouts.model import PayoutMethod, payout
from daurulang.periods import Period
from daurulang.quantities import Condition, Unit
from daurulang.reports.numbers import numbers


@dataclass(frozen=True, slots=True)
class Goods:
    """One line of a deposit; `net` in the unit's base."""

    name: str
    condition: Condition
    unit: Unit
    net: int
    rupiah: int


@dataclass(frozen=True, slots=True)
class Movement:
    """One entry of the member. What was paid in cash or given is told, but moves nothing.

    `payment` and `goods` are a deposit's, `method` is a payout's, `source` a repayment's, whose cash is below zero. A
    reversal names the number it `reverses`; cash that came back with it is below zero. `debt_rupiah` was added to what
    the member owes, or, negative, taken off it.
    """

    day: date
    number: str
    kind: EntryKind
    payment: Payment | None
    method: PayoutMethod | None
    goods: tuple[Goods, ...]
    cash_rupiah: int
    in_rupiah: int
    out_rupiah: int
    balance_rupiah: int
    reverses: str = ""
    slip: Slip | None = None
    source: RepaymentSource | None = None
    debt_rupiah: int = 0


@dataclass(frozen=True, slots=True)
class Statement:
    """A member's savings over a period: the balance before its first day, every movement in the order of days, the
    balance at the end of its last day. What the member owed before the first day stands apart.
    """

    member_number: str
    member_name: str
    member_place: str
    period: Period
    opening_rupiah: int
    movements: tuple[Movement, ...]
    opening_debt_rupiah: int = 0

    @property
    def debt_rupiah(self) -> int:
        """What the member owes at the end of the last day."""
        return self.opening_debt_rupiah + sum(each.debt_rupiah for each in self.movements)

    @property
    def in_rupiah(self) -> int:
        """All that went in."""
        return sum(each.in_rupiah for each in self.movements)

    @property
    def out_rupiah(self) -> int:
        """All that went out."""
        return sum(each.out_rupiah for each in self.movements)

    @property
    def closing_rupiah(self) -> int:
        """The balance after the last movement."""
        return self.opening_rupiah + self.in_rupiah - self.out_rupiah


def statement(db: Database, member_number: str, period: Period) -> Statement:
    """The statement from one snapshot; raises `UnknownMember`."""
    with db.reading() as connection:
        member = member_by_number(connection, member_number)
        opening_rupiah = _balance(connection, member.savings_account_id, period.day_before)
        return Statement(
            member_number=member.number_text,
            member_name=member.name,
            member_place=member.place,
            period=period,
            opening_rupiah=opening_rupiah,
            movements=_movements(connection, member.id, member.savings_account_id, period, opening_rupiah),
            opening_debt_rupiah=debt_at(connection, member.id, period.day_before),
        )


_ACCOUNT: sa.BindParameter[int] = sa.bindparam("account_id")
_DEBT: sa.BindParameter[int] = sa.bindparam("debt_account_id", int(SystemAccount.DEBT))


def _until(column: sa.Column[int]) -> sa.ScalarSelect[int]:
    return (
        sa.select(sa.func.coalesce(sa.func.sum(money_transfer.c.rupiah), 0))
        .join(entry, entry.c.id == money_transfer.c.entry_id)
        .where(column == _ACCOUNT, entry.c.day <= sa.bindparam("day"))
        .scalar_subquery()
    )


def _of_entry(column: sa.Column[int], account: sa.ColumnElement[int] = _ACCOUNT) -> sa.ScalarSelect[int]:
    return (
        sa.select(sa.func.coalesce(sa.func.sum(money_transfer.c.rupiah), 0))
        .where(column == account, money_transfer.c.entry_id == entry.c.id)
        .correlate(entry)
        .scalar_subquery()
    )


_BALANCE = sa.select(_until(money_transfer.c.credit_account_id) - _until(money_transfer.c.debit_account_id))
_OWN = (
    entry.c.member_id == sa.bindparam("member_id"),
    entry.c.day.between(sa.bindparam("first"), sa.bindparam("last")),
)
_original, _taken_back, _undone = entry.alias("original"), deposit.alias("taken_back"), debt_repayment.alias("undone")


def _repaid_in_cash(repayment: sa.FromClause) -> sa.ColumnElement[int]:
    return sa.case((repayment.c.source == RepaymentSource.CASH, repayment.c.rupiah))


# The figures come from the journal itself: they hold for whatever kind of entry moves a member's savings.
_ENTRIES = (
    sa.select(
        entry.c.id,
        entry.c.day,
        entry.c.counter_id,
        entry.c.sequence,
        entry.c.kind,
        deposit.c.payment,
        payout.c.method,
        debt_repayment.c.source,
        sa.func.coalesce(
            deposit.c.cash_rupiah,
            -_taken_back.c.cash_rupiah,
            -_repaid_in_cash(debt_repayment),
            _repaid_in_cash(_undone),
            0,
        ).label("cash"),
        (_of_entry(money_transfer.c.credit_account_id) - _of_entry(money_transfer.c.debit_account_id)).label("moved"),
        (
            _of_entry(money_transfer.c.debit_account_id, _DEBT) - _of_entry(money_transfer.c.credit_account_id, _DEBT)
        ).label("debt"),
        _original.c.counter_id.label("original_counter"),
        _original.c.sequence.label("original_sequence"),
        handwritten_slip.c.number.label("slip_number"),
        handwritten_slip.c.day.label("slip_day"),
    )
    .outerjoin(deposit, deposit.c.entry_id == entry.c.id)
    .outerjoin(payout, payout.c.entry_id == entry.c.id)
    .outerjoin(debt_repayment, debt_repayment.c.entry_id == entry.c.id)
    .outerjoin(reversal, reversal.c.entry_id == entry.c.id)
    .outerjoin(_taken_back, _taken_back.c.entry_id == reversal.c.original_id)
    .outerjoin(_undone, _undone.c.entry_id == reversal.c.original_id)
    .outerjoin(_original, _original.c.id == reversal.c.original_id)
    .outerjoin(handwritten_slip, handwritten_slip.c.entry_id == entry.c.id)
    .where(*_OWN)
    .order_by(entry.c.day, entry.c.id)
)
_GOODS = (
    sa.select(
        entry.c.id,
        deposit_line.c.name,
        deposit_line.c.condition,
        deposit_line.c.unit,
        deposit_line.c.net,
        deposit_line.c.amount_rupiah,
    )
    .join(deposit_line, deposit_line.c.entry_id == entry.c.id)
    .where(*_OWN)
    .order_by(entry.c.id, deposit_line.c.position)
)


def _balance(connection: Connection, account_id: int, day: date) -> int:
    return int(connection.execute(_BALANCE, {"account_id": account_id, "day": day}).scalar_one())


def _movements(
    connection: Connection, member_id: int, account_id: int, period: Period, opening_rupiah: int
) -> tuple[Movement, ...]:
    within = {"member_id": member_id, "first": period.first, "last": period.last}
    number_of = numbers(connection)
    goods: dict[int, list[Goods]] = {}
    for entry_id, *line in connection.execute(_GOODS, within):
        goods.setdefault(entry_id, []).append(Goods(*line))
    rows: Sequence[sa.Row[tuple[object, ...]]] = connection.execute(
        _ENTRIES, {**within, "account_id": account_id}
    ).all()
    balances = accumulate((int(row.moved) for row in rows), initial=opening_rupiah)
    next(balances)
    return tuple(
        Movement(
            day=row.day,
            number=number_of(row.counter_id, row.sequence),
            kind=row.kind,
            payment=row.payment,
            method=row.method,
            source=row.source,
            debt_rupiah=int(row.debt),
            goods=tuple(goods.get(row.id, ())),
            cash_rupiah=int(row.cash),
            in_rupiah=max(int(row.moved), 0),
            out_rupiah=max(-int(row.moved), 0),
            balance_rupiah=balance,
            reverses=number_of(row.original_counter, row.original_sequence),
            slip=None if row.slip_number is None else Slip(row.slip_number, row.slip_day),
        )
        for row, balance in zip(rows, balances, strict=True)
    )
