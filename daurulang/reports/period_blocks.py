"""The rows behind the figures of a period, in one statement: the documents that stand in it are looked up once, every
block is a sum over them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.deposits.model import deposit, deposit_line
from daurulang.ledger.model import EntryKind, entry
from daurulang.members.model import member
from daurulang.openings.model import opening_balance
from daurulang.payouts.model import payout
from daurulang.periods import Period
from daurulang.quantities import Unit
from daurulang.reports.blocks import Blocks, added
from daurulang.reports.standing import (
    DOCUMENT_ID,
    FIRST,
    LAST,
    ORIGINAL,
    SIGN,
    counts,
    days_of,
    gone_across_months,
    reversed_across_months,
    standing,
)

NUMBERS = 7
NOTHING = (0,) * NUMBERS


def _total(column: sa.ColumnElement[int]) -> sa.ColumnElement[int]:
    return sa.func.coalesce(sa.func.sum(column), 0)


def _text(column: sa.ColumnElement[Any]) -> sa.ColumnElement[str]:
    """What stands in a column of days or codes; whole numbers as their digits."""
    if isinstance(column.type, sa.Integer):
        return sa.cast(column, sa.Text)
    return sa.type_coerce(column, sa.Text)


def _block(
    name: str, key: sa.ColumnElement[str] | None, *numbers: sa.ColumnElement[int]
) -> sa.Select[*tuple[Any, ...]]:
    """Rows of one block, all as wide as the widest."""
    text = sa.literal_column("''") if key is None else key
    zeros: list[sa.ColumnElement[int]] = [sa.literal_column("0")] * (NUMBERS - len(numbers))
    columns = [column.label(f"n{place}") for place, column in enumerate((*numbers, *zeros))]
    return sa.select(sa.literal_column(f"'{name}'").label("block"), text.label("key"), *columns)


def _own(*columns: sa.ColumnElement[Any]) -> sa.CTE:
    """The deposits that stand in the period; kept, since every block reads them."""
    query = sa.select(SIGN.label("sign"), DOCUMENT_ID.label("id"), *columns)
    own = query.select_from(standing(deposit)).where(counts(EntryKind.DEPOSIT)).cte("own")
    return own.prefix_with("MATERIALIZED")


def _members(own: sa.CTE) -> sa.ColumnElement[int]:
    """Those who brought something; to be taken back something nobody comes."""
    return sa.func.count(sa.distinct(sa.case((own.c.sign > 0, own.c.member_id))))


def _measure(own: sa.CTE) -> tuple[sa.ColumnElement[int], ...]:
    """Lines, grams, pieces, millilitres, rupiah and lines without a weight, each with its sign."""
    line = deposit_line.c

    def only(unit: Unit) -> sa.ColumnElement[int]:
        return _total(sa.case((line.unit == sa.literal_column(f"'{unit.value}'"), own.c.sign * line.net), else_=0))

    return (
        _total(own.c.sign),
        _total(own.c.sign * line.grams),
        only(Unit.PIECE),
        only(Unit.LITRE),
        _total(own.c.sign * line.amount_rupiah),
        _total(sa.case((line.grams == 0, own.c.sign), else_=0)),
    )


def _money(name: str, table: sa.Table, kind: EntryKind, rupiah: sa.ColumnElement[int]) -> sa.Select[*tuple[Any, ...]]:
    """Count and rupiah of documents without goods; then the same of those that were taken back."""
    back = sa.case((SIGN < 0, 1), else_=0)
    numbers = (_total(SIGN), _total(SIGN * rupiah), _total(back), _total(back * rupiah))
    return _block(name, None, *numbers).select_from(standing(table)).where(counts(kind))


OPENED_RUPIAH = opening_balance.c.balance_after_rupiah - opening_balance.c.balance_before_rupiah
_MONEY = (
    _money("payouts", payout, EntryKind.PAYOUT, payout.c.rupiah),
    _money("openings", opening_balance, EntryKind.OPENING_BALANCE, OPENED_RUPIAH),
)


def _headline() -> sa.CompoundSelect[*tuple[Any, ...]]:
    own = _own(deposit.c.member_id, deposit.c.savings_rupiah)
    lines = sa.join(own, deposit_line, deposit_line.c.entry_id == own.c.id)
    return sa.union_all(
        _block("deposits", None, _total(own.c.sign), _members(own), _total(own.c.sign * own.c.savings_rupiah)),
        _block("measure", None, *_measure(own)).select_from(lines),
        *_MONEY,
    )


GRAMS = (
    sa.select(_total(deposit_line.c.grams))
    .where(deposit_line.c.entry_id == deposit.c.entry_id)
    .correlate(deposit)
    .scalar_subquery()
)


def _days_across(sign: int, day: sa.ColumnElement[date]) -> sa.Select[*tuple[Any, ...]]:
    """What stands on days of different months of the period and is gone in the whole of it."""
    rupiah = deposit.c.savings_rupiah + deposit.c.cash_rupiah
    numbers = (_total(sa.literal_column(f"{sign}")), _total(sign * GRAMS), _total(sign * rupiah))
    rows = _block("days", _text(day), *numbers).select_from(gone_across_months(deposit))
    return rows.where(reversed_across_months()).group_by(day)


PEOPLE_KEY = _text(member.c.kind) + " " + _text(member.c.gender)
"""The key of the block "people"."""
_JOINED = member.c.joined.between(FIRST, LAST)


def _whole() -> sa.CompoundSelect[*tuple[Any, ...]]:
    heads = ("member_id", "member_class_id", "village_code", "payment", "savings_rupiah", "cash_rupiah")
    own = _own(entry.c.day, *(deposit.c[name] for name in heads), GRAMS.label("grams"))
    lines = sa.join(own, deposit_line, deposit_line.c.entry_id == own.c.id)
    sign = own.c.sign
    rupiah = own.c.savings_rupiah + own.c.cash_rupiah
    worth = (_total(sign * own.c.grams), _total(sign * rupiah))
    share = (_total(sign), _members(own), *worth)
    came = sa.select(own.c.member_id).where(sign > 0)
    back = sa.case((sign < 0, 1), else_=0)
    return sa.union_all(
        _block("villages", sa.func.coalesce(own.c.village_code, ""), *share).group_by(own.c.village_code),
        _block("days", _text(own.c.day), _total(sign), *worth).group_by(own.c.day),
        _days_across(1, ORIGINAL.c.day),
        _days_across(-1, entry.c.day),
        _block("classes", _text(own.c.member_class_id), *share).group_by(own.c.member_class_id),
        _block(
            "payments",
            _text(own.c.payment),
            *(_total(sign), _total(sign * own.c.savings_rupiah), _total(sign * own.c.cash_rupiah), worth[0]),
            *(_total(back), _total(back * own.c.grams), _total(back * rupiah)),
        ).group_by(own.c.payment),
        _block("people", PEOPLE_KEY, sa.func.count())
        .where(member.c.id.in_(came))
        .group_by(member.c.kind, member.c.gender),
        _block("new", None, sa.func.count()).select_from(member).where(_JOINED),
        _block("materials", _text(deposit_line.c.material_id), *_measure(own))
        .select_from(lines)
        .group_by(deposit_line.c.material_id),
        *_MONEY,
    )


_HEADLINE, _WHOLE = _headline(), _whole()
_HEADLINE_NAMES = ("deposits", "measure", "payouts", "openings")
_WHOLE_NAMES = ("villages", "days", "classes", "payments", "people", "new", "materials", "payouts", "openings")


def blocks_of(connection: Connection, period: Period) -> Blocks:
    """All blocks of the counter: villages, days, classes, payments, people, new, materials, payouts, openings."""
    return _blocks(connection, _WHOLE, _WHOLE_NAMES, period)


def headline_of(connection: Connection, period: Period) -> Blocks:
    """The few that are compared with other periods: deposits, measure, payouts, openings."""
    return _blocks(connection, _HEADLINE, _HEADLINE_NAMES, period)


def new_members(connection: Connection, period: Period) -> int:
    """How many were registered in a period, as in the block "new"."""
    return connection.scalar(sa.select(sa.func.count()).select_from(member).where(_JOINED), days_of(period)) or 0


def _blocks(
    connection: Connection, query: sa.CompoundSelect[*tuple[Any, ...]], names: Iterable[str], period: Period
) -> Blocks:
    found: Blocks = {name: {} for name in names}
    for name, key, *numbers in connection.execute(query, days_of(period)):
        added(found[name], [(key, tuple(map(int, numbers)))])  # PostgreSQL's sums are numerics
    return {name: {key: row for key, row in block.items() if any(row) or not key} for name, block in found.items()}
