"""The sums of a period, from which every figure of its report follows: asked of the journal, or added up of what closed
months have kept of theirs, so that a report of many years costs what it tells and not what the journal holds.

Months add up to their quarter by themselves (`reports.standing`), but for what was taken back in another month of it,
which is a correction in neither then, and for members, who are counted once: a month keeps who came.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.debts.model import debt_repayment
from daurulang.deposits.model import deposit
from daurulang.ledger.model import entry
from daurulang.openings.model import opening_balance
from daurulang.payouts.model import payout
from daurulang.periods import Period, month_of, months_within
from daurulang.reports.blocks import Block, Blocks, added
from daurulang.reports.debts import debts_of
from daurulang.reports.period_blocks import GRAMS, NOTHING, OPENED_RUPIAH, blocks_of, headline_of, new_members
from daurulang.reports.plant_blocks import plant_blocks_of, plant_headline_blocks_of
from daurulang.reports.standing import ORIGINAL, days_of, gone_across_months, reversed_across_months
from daurulang.reports.who_came import (
    Came,
    Kept,
    asked_again,
    compressed,
    count_members,
    decompressed,
    everybody,
    people_of,
    together,
    who_came,
)


@dataclass(frozen=True, slots=True)
class MonthSums:
    """What a closed month keeps for the reports of longer periods."""

    blocks: Blocks
    came: Kept


Months = Mapping[Period, MonthSums]
"""The closed months that keep their sums."""


def month_sums(connection: Connection, month: Period) -> MonthSums:
    """The sums of a month that is about to be closed, and who came in it."""
    return MonthSums(_asked(connection, month), compressed(who_came(connection, month)))


def sums_of(connection: Connection, period: Period, months: Months) -> Blocks:
    """All sums of a period: the counter's blocks, the plant's, and one of debts; of `months` nothing is asked."""
    parts = _parts(period, months)
    if not any(part in months for part in parts):
        return _asked(connection, period)
    blocks, came = _added_up(connection, period, parts, months)
    return {**blocks, "people": people_of(connection, came), "new": {"": (new_members(connection, period),)}}


def headline_sums_of(connection: Connection, period: Period, months: Months) -> Blocks:
    """The few that are compared with other periods."""
    parts = _parts(period, months)
    if not any(part in months for part in parts):
        return {
            **headline_of(connection, period),
            **plant_headline_blocks_of(connection, period),
            "debts": {"": astuple(debts_of(connection, period))},
        }
    blocks, came = _added_up(connection, period, parts, months)
    deposits, savings_rupiah, *_ = _column_sums(blocks["payments"])
    return {
        **blocks,
        "deposits": {"": (deposits, everybody(came).bit_count(), savings_rupiah)},
        "measure": {"": _column_sums(blocks["materials"])},
    }


def _column_sums(block: Block) -> tuple[int, ...]:
    return tuple(map(sum, zip(NOTHING, *block.values(), strict=True)))


def _added_up(connection: Connection, period: Period, parts: Sequence[Period], months: Months) -> tuple[Blocks, Came]:
    """The blocks of all parts, but for those of the members alone, and who came."""
    found: Blocks = {}
    for part in parts:
        blocks = months[part].blocks if part in months else _asked(connection, part)
        for name, block in blocks.items():
            added(found.setdefault(name, {}), block.items())
    undone = _take_corrections_off(connection, period, parts, found)
    came = asked_again(
        connection,
        period,
        together(decompressed(months[part].came) if part in months else who_came(connection, part) for part in parts),
        undone,
    )
    count_members(found, came)
    told = {name: {key: row for key, row in block.items() if any(row) or not key} for name, block in found.items()}
    return told, came


def _asked(connection: Connection, period: Period) -> Blocks:
    """The sums by the journal."""
    return {
        **blocks_of(connection, period),
        **plant_blocks_of(connection, period),
        "debts": {"": astuple(debts_of(connection, period))},
    }


def _parts(period: Period, months: Months) -> list[Period]:
    """The closed months of a period, and the stretches between them."""
    parts: list[Period] = []
    for month in months_within(period):
        if month in months or not parts or parts[-1] in months:
            parts.append(month)
        else:
            parts[-1] = Period(parts[-1].first, month.last)
    return parts


def _gone(document: sa.Table, key: sa.ColumnElement[str], *numbers: sa.ColumnElement[int]) -> sa.Select[Any]:
    """What was taken back in another month of the period."""
    heads = (ORIGINAL.c.day, entry.c.day, ORIGINAL.c.member_id, key)
    return sa.select(*heads, *numbers).select_from(gone_across_months(document)).where(reversed_across_months())


_NO_KEY: sa.ColumnElement[str] = sa.literal_column("''")
_PAYMENT = sa.type_coerce(deposit.c.payment, sa.Text)
_GONE = (
    # The block, the place of its count of corrections, and what follows there.
    ("payments", 4, _gone(deposit, _PAYMENT, GRAMS, deposit.c.savings_rupiah + deposit.c.cash_rupiah)),
    ("payouts", 2, _gone(payout, _NO_KEY, payout.c.rupiah)),
    ("openings", 2, _gone(opening_balance, _NO_KEY, OPENED_RUPIAH)),
    ("debts", 4, _gone(debt_repayment, _NO_KEY, debt_repayment.c.rupiah)),
)


def _take_corrections_off(connection: Connection, period: Period, parts: Sequence[Period], blocks: Blocks) -> set[int]:
    """Corrections of one part that undo what stands in another are none of the whole; returns the ids of the members
    whose deposits were undone so.
    """
    part_of = {month.first: number for number, part in enumerate(parts) for month in months_within(part)}

    def where(day: date) -> int:
        return part_of[max(month_of(day).first, period.first)]

    members: set[int] = set()
    for name, place, query in _GONE:
        for done, undone, member_id, key, *numbers in connection.execute(query, days_of(period)):
            if where(done) != where(undone):
                row = list(blocks[name][key])
                for offset, number in enumerate((1, *numbers)):
                    row[place + offset] -= int(number)
                blocks[name][key] = tuple(row)
                if name == "payments":
                    members.add(member_id)
    return members
