"""Taking in the deposits of an old book: what each row would become, and posting them all or none.

Each row keeps the total that its paper states. Rows of one member, one day and one old number become one deposit,
numbered and chained by the archive (BL-000123), dated on its own day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.engine import Connection

from daurulang.closings.queries import closed_until
from daurulang.corrections.queries import standing_openings
from daurulang.database import Database, insert_many
from daurulang.deposits.model import Payment, deposit, deposit_line
from daurulang.deposits.service import HEAD_COLUMNS, LINE_COLUMNS, document_hash
from daurulang.errors import BookChanged, MonthClosed, RowsRefused
from daurulang.exchange.archive import ENTRIES_AT_ONCE, Saver, archive_desk, post_imported, savers
from daurulang.exchange.batches import open_batch, take_up
from daurulang.exchange.columns import ListKind, Matching, require
from daurulang.exchange.deposit_rows import DepositReader, LineIntake, taken_before
from daurulang.exchange.goods import Goods, make_materials
from daurulang.exchange.people import Person
from daurulang.exchange.preview import Fate, Preview
from daurulang.exchange.workbook import Progress, Sheet, counted
from daurulang.ledger.form_key import new_form_key
from daurulang.ledger.model import EntryKind, Place, SystemAccount
from daurulang.ledger.service import Act, Desk, Form, Mass, Money
from daurulang.quantities import Condition, Unit, grams_of

MOST_LINES = 500  # of one deposit: more are several deposits


def preview(
    db: Database, sheet: Sheet, matching: Matching, progress: Progress | None = None, *, create: bool = False
) -> Preview[LineIntake]:
    """The fate of every row below the header; nothing is written. `create` makes the members and materials that the
    book does not have. Raises `ColumnsMissing`, `NotSetUp`.
    """
    require(matching, ListKind.DEPOSITS)
    with db.reading() as connection:
        reader = DepositReader(connection, sheet, matching, create=create)
    rows = tuple(counted(reader.rows(), len(sheet.rows) - matching.header_row, progress))
    return Preview(
        sheet,
        matching,
        rows,
        new_members=reader.members.new,
        new_materials=reader.materials.new,
    )


def take_in(db: Database, seen: Preview[LineIntake], staff_id: int, progress: Progress | None = None) -> int:
    """Post every row of a dry run that is to be taken, in one transaction, and return the id of the batch.

    Raises `RowsRefused` when a row is refused, `AlreadyTaken` when a passbook number, a code or a name was given out
    since, `BookChanged` and `MonthClosed` when something else came between.
    """
    refused = seen.counts[Fate.REFUSED]
    if refused:
        raise RowsRefused(refused)
    intakes = seen.intakes
    with db.transaction() as connection:
        batch_id = open_batch(connection, ListKind.DEPOSITS, seen.sheet.file_name, len(intakes), staff_id)
        made = make_materials(connection, (each.goods for each in intakes), batch_id)
        desk = archive_desk(connection, staff_id)
        people = savers(connection, desk, ((each.member, each.day) for each in intakes), batch_id)
        _refuse_changed(connection, intakes)
        groups = _deposits(intakes)
        for start in range(0, len(groups), ENTRIES_AT_ONCE):
            _post_some(connection, desk, groups[start : start + ENTRIES_AT_ONCE], people, made, batch_id)
            if progress:
                progress(min(start + ENTRIES_AT_ONCE, len(groups)), len(groups))
        take_up(connection, batch_id)
    return batch_id


def _refuse_changed(connection: Connection, intakes: Sequence[LineIntake]) -> None:
    """What came between the dry run and now, asked when nothing can come between any more: a month closed, an opening
    balance, the same list taken in elsewhere.
    """
    until = closed_until(connection)
    if until and any(each.day <= until for each in intakes):
        raise MonthClosed
    openings, known = standing_openings(connection), taken_before(connection)
    for each in intakes:
        opening = openings.get(each.member) if isinstance(each.member, int) else None
        late = opening is not None and each.payment is Payment.SAVINGS and each.day <= opening.day
        if late or (each.key is not None and known[each.key] != each.alike):
            raise BookChanged


def _deposits(intakes: Sequence[LineIntake]) -> list[list[LineIntake]]:
    """Rows of one day, member, payment and old number together, by day and in the order of the sheet."""
    found: dict[tuple[object, ...], list[list[LineIntake]]] = {}
    for each in intakes:
        own = found.setdefault((each.day, each.member, each.payment, each.reference), [[]])
        if len(own[-1]) == MOST_LINES:
            own.append([])
        own[-1].append(each)
    return sorted((part for parts in found.values() for part in parts), key=lambda part: (part[0].day, part[0].row))


def _post_some(
    connection: Connection,
    desk: Desk,
    groups: Sequence[Sequence[LineIntake]],
    people: Mapping[Person, Saver],
    made: Mapping[str, Goods],
    batch_id: int,
) -> None:
    """Post some deposits with their documents."""
    acts, marks, heads, lines = [], [], [], []
    for group in groups:
        saver = people[group[0].member]
        rows = [_line_row(position, each, made) for position, each in enumerate(group, 1)]
        head = _head_row(group, saver)
        mark = (batch_id, group[0].row, group[0].reference)
        acts.append(_act(desk, group, saver, head, rows, mark))
        marks.append(mark)
        heads.append(head)
        lines.append(rows)
    ids = post_imported(connection, acts, marks)
    insert_many(connection, deposit, [{"entry_id": id_, **head} for id_, head in zip(ids, heads, strict=True)])
    rows_of_all = [{"entry_id": id_, **row} for id_, rows in zip(ids, lines, strict=True) for row in rows]
    insert_many(connection, deposit_line, rows_of_all)


def _head_row(group: Sequence[LineIntake], saver: Saver) -> dict[str, object]:
    """The row of `deposit`; what was saved is added to the saver."""
    total = sum(each.amount_rupiah for each in group)
    payment = group[0].payment
    savings = total if payment is Payment.SAVINGS else 0
    saver.balance_rupiah += savings
    member = saver.visit.member
    return {
        "member_id": member.id,
        "member_class_id": member.member_class_id,
        "village_code": member.village_code,
        "payment": payment,
        "savings_rupiah": savings,
        "cash_rupiah": total - savings,
        "balance_after_rupiah": saver.balance_rupiah,
        "line_count": len(group),
    }


def _line_row(position: int, line: LineIntake, made: Mapping[str, Goods]) -> dict[str, object]:
    goods = line.goods if line.goods.id is not None else made[line.goods.code]
    return {
        "position": position,
        "material_id": goods.id,
        "code": goods.code,
        "name": goods.name,
        "condition": Condition.CLEAN,
        "unit": goods.unit,
        "gross": line.net,
        "tare": 0,
        "deduction": 0,
        "deduction_reason": "",
        "net": line.net,
        "grams": grams_of(line.net, goods.unit, goods.grams_per_unit),
        "price_id": None,
        "price_rupiah": line.price_rupiah,
        "amount_rupiah": line.amount_rupiah,
    }


def _act(
    desk: Desk,
    group: Sequence[LineIntake],
    saver: Saver,
    head: Mapping[str, Any],
    rows: Sequence[Mapping[str, Any]],
    mark: Sequence[object],
) -> Act:
    document = document_hash(
        [head[name] for name in HEAD_COLUMNS], [[row[name] for name in LINE_COLUMNS] for row in rows], mark
    )
    paid = ((saver.savings_account_id, head["savings_rupiah"]), (saver.visit.cash_account_id, head["cash_rupiah"]))
    return Act(
        kind=EntryKind.DEPOSIT,
        form=Form(new_form_key(), document),
        desk=desk,
        day=group[0].day,
        heading=saver.heading,
        document_hash=document,
        member_id=head["member_id"],
        money=[Money(SystemAccount.INVENTORY, account_id, rupiah) for account_id, rupiah in paid if rupiah],
        mass=[_mass(row) for row in rows],
    )


def _mass(row: Mapping[str, Any]) -> Mass:
    return Mass(
        Place.RESIDENTS,
        row["material_id"],
        Place.WAREHOUSE,
        row["material_id"],
        grams=row["grams"],
        pieces=row["net"] if row["unit"] is Unit.PIECE else 0,
        millilitres=row["net"] if row["unit"] is Unit.LITRE else 0,
        from_condition=row["condition"],
        to_condition=row["condition"],
        cost_rupiah=row["amount_rupiah"],
    )
