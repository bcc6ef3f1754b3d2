"""The two acts of every kind of list: the dry run, and taking it in."""

from __future__ import annotations

from typing import Any

from daurulang.database import Database
from daurulang.exchange import balances, cash, deposits, materials, members, sales, stock
from daurulang.exchange.columns import ListKind, Matching
from daurulang.exchange.preview import Preview
from daurulang.exchange.workbook import Progress, Sheet


def preview(
    db: Database,
    kind: ListKind,
    sheet: Sheet,
    matching: Matching,
    progress: Progress | None = None,
    *,
    create: bool = False,
) -> Preview[Any]:
    """The dry run; `create` makes the members, materials and buyers that an old book names and this one lacks."""
    match kind:
        case ListKind.MEMBERS:
            return members.preview(db, sheet, matching, progress)
        case ListKind.MATERIALS:
            return materials.preview(db, sheet, matching, progress)
        case ListKind.DEPOSITS:
            return deposits.preview(db, sheet, matching, progress, create=create)
        case ListKind.BALANCES:
            return balances.preview(db, sheet, matching, progress, create=create)
        case ListKind.STOCK:
            return stock.preview(db, sheet, matching, progress, create=create)
        case ListKind.SALES:
            return sales.preview(db, sheet, matching, progress, create=create)
        case ListKind.CASH:
            return cash.preview(db, sheet, matching, progress)


def take_in(db: Database, kind: ListKind, seen: Preview[Any], staff_id: int, progress: Progress | None = None) -> int:
    """Write all of a dry run and return the id of the batch."""
    match kind:
        case ListKind.MEMBERS:
            return members.take_in(db, seen, staff_id, progress)
        case ListKind.MATERIALS:
            return materials.take_in(db, seen, staff_id, progress)
        case ListKind.DEPOSITS:
            return deposits.take_in(db, seen, staff_id, progress)
        case ListKind.BALANCES:
            return balances.take_in(db, seen, staff_id, progress)
        case ListKind.STOCK:
            return stock.take_in(db, seen, staff_id, progress)
        case ListKind.SALES:
            return sales.take_in(db, seen, staff_id, progress)
        case ListKind.CASH:
            return cash.take_in(db, seen, staff_id, progress)
