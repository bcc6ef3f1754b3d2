"""Taking in the sales of an old book: what each row would become, and posting them all or none.

Rows of one day, buyer and old number become one sale, numbered and chained by the archive. What was sold leaves the
store at the average cost of what lies there, so the old deposits come in first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any

from sqlalchemy.engine import Connection

from daurulang.buyers.queries import Buyer, locked_buyers
from daurulang.buyers.service import BuyerDraft, add_buyer
from daurulang.closings.queries import closed_until
from daurulang.database import Database, insert_many
from daurulang.errors import BookChanged, MonthClosed, RowsRefused
from daurulang.exchange.archive import ENTRIES_AT_ONCE, archive_desk, post_imported
from daurulang.exchange.batches import open_batch
from daurulang.exchange.columns import ListKind, Matching, require
from daurulang.exchange.preview import Fate, Preview
from daurulang.exchange.sale_rows import SaleIntake, SaleReader, taken_before
from daurulang.exchange.workbook import Progress, Sheet, counted
from daurulang.ledger.form_key import new_form_key
from daurulang.ledger.model import EntryKind, Place
from daurulang.ledger.service import Act, Desk, Form
from daurulang.members.visit import at_desk
from daurulang.quantities import Condition
from daurulang.sales.model import PaidIn, Priced, sale, sale_line
from daurulang.sales.service import HEAD_COLUMNS, LINE_COLUMNS, document_hash, mass_of, money_of, names_of, paid_to
from daurulang.stock.queries import Level, StockKey
from daurulang.stock.service import Wanted, take
from daurulang.stock_errors import StockTooLow

MOST_LINES = 500  # of one sale: more are several sales


def preview(
    db: Database, sheet: Sheet, matching: Matching, progress: Progress | None = None, *, create: bool = False
) -> Preview[SaleIntake]:
    """The fate of every row below the header; nothing is written. `create` makes the buyers that the book does not
    have. Raises `ColumnsMissing`, `NotSetUp`.
    """
    require(matching, ListKind.SALES)
    with db.reading() as connection:  # what lay there is asked row by row
        reader = SaleReader(connection, sheet, matching, create=create)
        rows = tuple(counted(reader.rows(), len(sheet.rows) - matching.header_row, progress))
    return Preview(sheet, matching, rows, new_buyers=reader.buyers.new)


def take_in(db: Database, seen: Preview[SaleIntake], staff_id: int, progress: Progress | None = None) -> int:
    """Post every row of a dry run that is to be taken, in one transaction, and return the id of the batch.

    Raises `RowsRefused` when a row is refused, `AlreadyTaken` when a buyer of that name was noted since, `BookChanged`
    and `MonthClosed` when something else came between.
    """
    refused = seen.counts[Fate.REFUSED]
    if refused:
        raise RowsRefused(refused)
    intakes = seen.intakes
    with db.transaction() as connection:
        batch_id = open_batch(connection, ListKind.SALES, seen.sheet.file_name, len(intakes), staff_id)
        desk = archive_desk(connection, staff_id)
        buyers = _buyers(connection, intakes)
        _refuse_changed(connection, intakes)
        postings = _postings(connection, desk, _sales(intakes), buyers, batch_id)
        for start in range(0, len(postings), ENTRIES_AT_ONCE):
            _post_some(connection, postings[start : start + ENTRIES_AT_ONCE])
            if progress:
                progress(min(start + ENTRIES_AT_ONCE, len(postings)), len(postings))
    return batch_id


def _refuse_changed(connection: Connection, intakes: Sequence[SaleIntake]) -> None:
    """What came between the dry run and now: a month closed, the same list taken in elsewhere."""
    until = closed_until(connection)
    if until and any(each.day <= until for each in intakes):
        raise MonthClosed
    known = taken_before(connection)
    if any(each.key is not None and known[each.key] != each.alike for each in intakes):
        raise BookChanged


def _buyers(connection: Connection, intakes: Sequence[SaleIntake]) -> dict[int | BuyerDraft, Buyer]:
    """Everybody the list sold to, with those that the book does not have noted first."""
    named = dict.fromkeys(each.buyer for each in intakes)
    ids = {each: each if isinstance(each, int) else add_buyer(connection, each) for each in named}
    locked = locked_buyers(connection, ids.values())
    return {each: locked[id_] for each, id_ in ids.items()}


def _sales(intakes: Sequence[SaleIntake]) -> list[list[SaleIntake]]:
    """Rows of one day, buyer, old number and payment together, by day and in the order of the sheet."""
    found: dict[tuple[object, ...], list[list[SaleIntake]]] = {}
    for each in intakes:
        own = found.setdefault((each.day, each.buyer, each.reference, each.paid_in), [[]])
        if len(own[-1]) == MOST_LINES:
            own.append([])
        own[-1].append(each)
    return sorted((part for parts in found.values() for part in parts), key=lambda part: (part[0].day, part[0].row))


@dataclass(frozen=True, slots=True)
class _Posting:
    """A sale with its rows, and the mark of where it came from."""

    act: Act
    head: Mapping[str, object]
    lines: Sequence[Mapping[str, object]]
    mark: Sequence[object]


def _postings(
    connection: Connection,
    desk: Desk,
    groups: Sequence[Sequence[SaleIntake]],
    buyers: Mapping[int | BuyerDraft, Buyer],
    batch_id: int,
) -> list[_Posting]:
    """All sales with what their goods had cost; raises `BookChanged` where less lies in the store by now."""
    at = at_desk(connection, desk)
    wanted = [_wanted(line) for group in groups for line in group]
    try:
        parts = iter(zip(wanted, take(connection, wanted), strict=True))
    except StockTooLow as gone:
        raise BookChanged from gone
    found = []
    for group in groups:
        buyer, taken = buyers[group[0].buyer], list(islice(parts, len(group)))
        head = _head(group, buyer)
        lines = [
            _line(number, line, part) for number, (line, (_, part)) in enumerate(zip(group, taken, strict=True), 1)
        ]
        mark = (batch_id, group[0].row, group[0].reference)
        document = document_hash(
            [head[name] for name in HEAD_COLUMNS], [[line[name] for name in LINE_COLUMNS] for line in lines], mark
        )
        cost = sum(part.rupiah for _, part in taken)
        paid = paid_to(head["paid_in"], at.cash_account_id)
        act = Act(
            kind=EntryKind.SALE,
            form=Form(new_form_key(), document),
            desk=desk,
            day=group[0].day,
            heading={**asdict(at.heading), **names_of(buyer)},
            document_hash=document,
            money=money_of(paid, buyer.receivable_account_id, head["total_rupiah"], head["paid_rupiah"], cost),
            mass=[mass_of(each.key, part) for each, part in taken],
        )
        found.append(_Posting(act, head, lines, mark))
    return found


def _post_some(connection: Connection, postings: Sequence[_Posting]) -> None:
    ids = post_imported(connection, [each.act for each in postings], [each.mark for each in postings])
    numbered = list(zip(ids, postings, strict=True))
    insert_many(connection, sale, [{"entry_id": id_, **each.head} for id_, each in numbered])
    insert_many(connection, sale_line, [{"entry_id": id_, **line} for id_, each in numbered for line in each.lines])


def _goods_id(line: SaleIntake) -> int:
    if line.goods.id is None:  # the dry run refuses what the book does not have
        raise BookChanged
    return line.goods.id


def _wanted(line: SaleIntake) -> Wanted:
    goods = line.goods
    key = StockKey(Place.WAREHOUSE, _goods_id(line), Condition.CLEAN)
    return Wanted(key, goods.name, goods.unit, goods.grams_per_unit, line.quantity)


def _head(group: Sequence[SaleIntake], buyer: Buyer) -> dict[str, Any]:
    total = sum(line.amount_rupiah for line in group)
    paid_in = group[0].paid_in
    return {
        "buyer_id": buyer.id,
        "place_id": int(Place.WAREHOUSE),
        "priced": Priced.LINES,
        "total_rupiah": total,
        "paid_rupiah": 0 if paid_in is None else total,
        "paid_in": paid_in or PaidIn.CASH,
        "due_day": None,
        "vehicle": "",
        "line_count": len(group),
        "note": "",
    }


def _line(position: int, line: SaleIntake, part: Level) -> dict[str, object]:
    return {
        "position": position,
        "material_id": _goods_id(line),
        "code": line.goods.code,
        "name": line.goods.name,
        "condition": Condition.CLEAN,
        "unit": line.goods.unit,
        "quantity": line.quantity,
        "grams": part.grams,
        "buyer_quantity": line.quantity,
        "difference_reason": "",
        "price_rupiah": line.price_rupiah,
        "amount_rupiah": line.amount_rupiah,
        "cost_rupiah": part.rupiah,
    }
