"""Taking in the cash flow of an old book: what each row would become, and posting them all or none.

Money out under a category is an expense; all other money is put in or taken out by the centre. What the old deposits
and sales have brought already is known by their numbers, so those lists come in first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.cash import service as cash
from daurulang.cash.model import OtherSide, cash_movement
from daurulang.closings.queries import closed_until
from daurulang.database import Database, insert_many
from daurulang.errors import BookChanged, MonthClosed, RowsRefused
from daurulang.exchange.archive import ENTRIES_AT_ONCE, archive_desk, post_imported
from daurulang.exchange.batches import open_batch
from daurulang.exchange.cash_rows import CashIntake, CashReader, taken_before
from daurulang.exchange.columns import ListKind, Matching, require
from daurulang.exchange.preview import Fate, Preview
from daurulang.exchange.workbook import Progress, Sheet, counted
from daurulang.expenses import service as expenses
from daurulang.expenses.model import PaidFrom, expense, expense_category
from daurulang.ledger.form_key import new_form_key
from daurulang.ledger.model import EntryKind
from daurulang.ledger.service import Act, Desk, Form, Money
from daurulang.members.visit import AtDesk, at_desk


def preview(db: Database, sheet: Sheet, matching: Matching, progress: Progress | None = None) -> Preview[CashIntake]:
    """The fate of every row below the header; nothing is written. Raises `ColumnsMissing`, `NotSetUp`."""
    require(matching, ListKind.CASH)
    with db.reading() as connection:
        reader = CashReader(connection, sheet, matching)
    rows = tuple(counted(reader.rows(), len(sheet.rows) - matching.header_row, progress))
    return Preview(sheet, matching, rows)


def take_in(db: Database, seen: Preview[CashIntake], staff_id: int, progress: Progress | None = None) -> int:
    """Post every row of a dry run that is to be taken, in one transaction, and return the id of the batch.

    Raises `RowsRefused` when a row is refused, `AlreadyTaken` when a category of that name was added since,
    `BookChanged` and `MonthClosed` when something else came between.
    """
    refused = seen.counts[Fate.REFUSED]
    if refused:
        raise RowsRefused(refused)
    intakes = sorted(seen.intakes, key=lambda each: (each.day, each.row))
    with db.transaction() as connection:
        batch_id = open_batch(connection, ListKind.CASH, seen.sheet.file_name, len(intakes), staff_id)
        desk = archive_desk(connection, staff_id)
        _refuse_changed(connection, intakes)
        postings = _postings(connection, desk, intakes, batch_id)
        for start in range(0, len(postings), ENTRIES_AT_ONCE):
            _post_some(connection, postings[start : start + ENTRIES_AT_ONCE])
            if progress:
                progress(min(start + ENTRIES_AT_ONCE, len(postings)), len(postings))
    return batch_id


def _refuse_changed(connection: Connection, intakes: Sequence[CashIntake]) -> None:
    """What came between the dry run and now: a month closed, the same list taken in elsewhere."""
    until = closed_until(connection)
    if until and any(each.day <= until for each in intakes):
        raise MonthClosed
    known = taken_before(connection)
    if any(known[each.key] != each.alike for each in intakes):
        raise BookChanged


@dataclass(frozen=True, slots=True)
class _Posting:
    """An act with its row and the mark of where it came from."""

    act: Act
    row: Mapping[str, object]
    mark: Sequence[object]


@dataclass(frozen=True, slots=True)
class _Category:
    id: int
    name: str
    account_id: int


def _postings(connection: Connection, desk: Desk, intakes: Sequence[CashIntake], batch_id: int) -> list[_Posting]:
    at = at_desk(connection, desk)
    categories = _categories(connection, intakes)
    found = []
    for each in intakes:
        mark = (batch_id, each.row, each.reference)
        if each.category is None:
            found.append(_moved(at, desk, each, mark))
        else:
            found.append(_spent(at, desk, each, categories[each.category], mark))
    return found


def _categories(connection: Connection, intakes: Sequence[CashIntake]) -> dict[int | str, _Category]:
    """The categories of a list, with those that the book does not have added first."""
    named = dict.fromkeys(each.category for each in intakes if each.category is not None)
    ids = {each: each if isinstance(each, int) else expenses.open_category(connection, each) for each in named}
    columns = (expense_category.c.id, expense_category.c.name, expense_category.c.account_id)
    by_id = {row.id: _Category(*row) for row in connection.execute(sa.select(*columns))}
    return {each: by_id[id_] for each, id_ in ids.items()}


def _moved(at: AtDesk, desk: Desk, line: CashIntake, mark: Sequence[object]) -> _Posting:
    """Money that the centre put in or took out."""
    row = {
        "direction": line.direction,
        "other_side": OtherSide.OWNER,
        "rupiah": line.rupiah,
        "reason": line.words,
    }
    document = cash.document_hash([row[name] for name in cash.MOVEMENT_COLUMNS], imported=mark)
    money = cash.moved(at.cash_account_id, line.direction, OtherSide.OWNER, line.rupiah)
    return _Posting(_act(EntryKind.CASH_MOVEMENT, at, desk, line, document, money), row, mark)


def _spent(at: AtDesk, desk: Desk, line: CashIntake, category: _Category, mark: Sequence[object]) -> _Posting:
    row = {
        "category_id": category.id,
        "paid_from": PaidFrom.CASH,
        "rupiah": line.rupiah,
        "reference": line.reference,
        "note": line.words,
    }
    document = expenses.document_hash([row[name] for name in expenses.COLUMNS], mark)
    money = [Money(category.account_id, at.cash_account_id, line.rupiah)]
    names = {expenses.CATEGORY: category.name}
    return _Posting(_act(EntryKind.EXPENSE, at, desk, line, document, money, names), row, mark)


def _act(
    kind: EntryKind,
    at: AtDesk,
    desk: Desk,
    line: CashIntake,
    document: str,
    money: Sequence[Money],
    names: Mapping[str, str] | None = None,
) -> Act:
    return Act(
        kind=kind,
        form=Form(new_form_key(), document),
        desk=desk,
        day=line.day,
        heading={**asdict(at.heading), **(names or {})},
        document_hash=document,
        money=money,
    )


def _post_some(connection: Connection, postings: Sequence[_Posting]) -> None:
    ids = post_imported(connection, [each.act for each in postings], [each.mark for each in postings])
    for kind, table in ((EntryKind.CASH_MOVEMENT, cash_movement), (EntryKind.EXPENSE, expense)):
        own = [(id_, each) for id_, each in zip(ids, postings, strict=True) if each.act.kind is kind]
        insert_many(connection, table, [{"entry_id": id_, **each.row} for id_, each in own])
