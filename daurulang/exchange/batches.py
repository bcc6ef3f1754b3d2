"""The lists that were taken in, and undoing one of them as a whole."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang import periods
from daurulang.closings.queries import closed_until
from daurulang.corrections.model import reversal
from daurulang.corrections.service import reverse_many
from daurulang.database import Database, inserted_id
from daurulang.deposits.model import deposit_line
from daurulang.errors import BatchInUse, MonthClosed
from daurulang.exchange.archive import archive_desk
from daurulang.exchange.columns import ListKind
from daurulang.exchange.workbook import Progress
from daurulang.ledger.model import account, entry, imported_entry, mass_transfer
from daurulang.materials.model import material, material_alias, price
from daurulang.members.model import import_batch, member, member_class, member_word
from daurulang.staff.model import staff
from daurulang.stock_errors import StockListStays
from daurulang.stocktakes.model import stocktake_line

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Batch:
    """A list that was taken in; `undone_at_ms` None while it stands."""

    id: int
    kind: ListKind
    file_name: str
    at_ms: int
    staff: str
    row_count: int
    undone_at_ms: int | None


def batches(db: Database) -> tuple[Batch, ...]:
    """Every batch, newest first."""
    with db.reading() as connection:
        rows = connection.execute(
            sa.select(
                import_batch.c.id,
                import_batch.c.kind,
                import_batch.c.file_name,
                import_batch.c.at_ms,
                sa.func.coalesce(staff.c.name, ""),
                import_batch.c.row_count,
                import_batch.c.undone_at_ms,
            )
            .outerjoin(staff, staff.c.id == import_batch.c.staff_id)
            .order_by(import_batch.c.id.desc())
        )
        return tuple(Batch(row[0], ListKind(row[1]), *row[2:]) for row in rows)


def open_batch(connection: Connection, kind: ListKind, file_name: str, row_count: int, staff_id: int | None) -> int:
    """Note a batch and return its id."""
    values = {
        "kind": str(kind),
        "file_name": file_name,
        "at_ms": periods.now_ms(),
        "staff_id": staff_id,
        "row_count": row_count,
    }
    return inserted_id(connection, sa.insert(import_batch), values)


def undo(db: Database, batch_id: int, staff_id: int, progress: Progress | None = None) -> None:
    """Take a whole batch back: its members with their accounts, its materials with all their prices, its prices,
    and the classes it made that nobody else is in. Member numbers are not given again. Undoing twice does nothing.

    What was posted is reversed, each entry on its own day; members and materials made for it stay in the book, since
    their reversed entries name them, and become inactive unless other entries of theirs stand.

    Raises `StockListStays` for an opening stock, `BatchInUse` when one of them stands in an entry, `AlreadyPaidOut`
    when what a row brought has left the savings since, `OpeningStands` when an opening balance holds it, `MonthClosed`;
    nothing is changed then.
    """
    with db.transaction() as connection:
        # Undone twice at once: the second waits here and finds nothing left to do.
        kind = connection.scalar(sa.select(import_batch.c.kind).where(import_batch.c.id == batch_id).with_for_update())
        if kind is not None and ListKind(kind).is_final:
            raise StockListStays
        if _reverse(connection, batch_id, staff_id, progress):
            _put_away(connection, batch_id)
            _note_undone(connection, batch_id)
            return
        _refuse_in_use(connection, batch_id)
        _remove_members(connection, batch_id)
        _remove_materials(connection, batch_id)
        in_a_class = sa.select(member.c.member_class_id)
        priced = sa.select(price.c.member_class_id).where(price.c.member_class_id.is_not(None))
        connection.execute(
            sa.delete(member_class).where(
                member_class.c.batch_id == batch_id,
                member_class.c.id.not_in(in_a_class),
                member_class.c.id.not_in(priced),
            )
        )
        _note_undone(connection, batch_id)


def _note_undone(connection: Connection, batch_id: int) -> None:
    connection.execute(
        sa.update(import_batch)
        .where(import_batch.c.id == batch_id, import_batch.c.undone_at_ms.is_(None))
        .values(undone_at_ms=periods.now_ms())
    )


def _reverse(connection: Connection, batch_id: int, staff_id: int, progress: Progress | None) -> bool:
    """Reverse what the batch posted; False where it posted nothing."""
    posted = connection.execute(
        sa.select(entry.c.id, entry.c.day)
        .join(imported_entry, imported_entry.c.entry_id == entry.c.id)
        .where(imported_entry.c.batch_id == batch_id)
        .order_by(entry.c.id)
    ).all()
    if not posted:
        return False
    reversed_before = set(
        connection.scalars(
            sa.select(reversal.c.original_id)
            .join(imported_entry, imported_entry.c.entry_id == reversal.c.original_id)
            .where(imported_entry.c.batch_id == batch_id)
        )
    )
    standing = [row for row in posted if row.id not in reversed_before]
    until = closed_until(connection)
    if until and any(row.day <= until for row in standing):
        raise MonthClosed
    file_name = connection.scalar(sa.select(import_batch.c.file_name).where(import_batch.c.id == batch_id))
    reason = f"Impor {file_name} dibatalkan"
    desk = archive_desk(connection, staff_id)
    reverse_many(connection, desk, [row.id for row in standing], reason, progress)
    return True


def _put_away(connection: Connection, batch_id: int) -> None:
    """Members and materials of the batch become inactive but those that other entries name and nobody reversed."""
    reversals, reversed_ = sa.select(reversal.c.entry_id), sa.select(reversal.c.original_id)
    for table, column, entry_id in (
        (member, entry.c.member_id, entry.c.id),
        (material, mass_transfer.c.to_material_id, mass_transfer.c.entry_id),
    ):
        standing = sa.select(column).where(entry_id.not_in(reversals), entry_id.not_in(reversed_), column.is_not(None))
        statement = sa.update(table).where(table.c.batch_id == batch_id, table.c.id.not_in(standing))
        connection.execute(statement.values(active=False))


def take_up(connection: Connection, batch_id: int) -> None:
    """Members and materials that an undone list has made and put away come back with a list that posts on them, and
    belong to it from now on.
    """
    of_batch = sa.select(imported_entry.c.entry_id).where(imported_entry.c.batch_id == batch_id)
    undone = sa.select(import_batch.c.id).where(import_batch.c.undone_at_ms.is_not(None))
    for table, column, entry_id in (
        (member, entry.c.member_id, entry.c.id),
        (material, mass_transfer.c.to_material_id, mass_transfer.c.entry_id),
    ):
        named = sa.select(column).where(entry_id.in_(of_batch))
        put_away = (table.c.active.in_([False]), table.c.batch_id.in_(undone), table.c.id.in_(named))
        connection.execute(sa.update(table).where(*put_away).values(active=True, batch_id=batch_id))


def _refuse_in_use(connection: Connection, batch_id: int) -> None:
    count = sa.func.count
    used = connection.scalar(
        sa.select(count()).where(member.c.batch_id == batch_id, sa.exists().where(entry.c.member_id == member.c.id))
    )
    goods = connection.scalar(
        sa.select(count()).where(
            material.c.batch_id == batch_id,
            sa.or_(
                sa.exists().where(deposit_line.c.material_id == material.c.id),
                sa.exists().where(stocktake_line.c.material_id == material.c.id),
            ),
        )
    )
    # Prices of the batch on goods that were there before it.
    prices = connection.scalar(
        sa.select(count())
        .select_from(price.join(material, material.c.id == price.c.material_id))
        .where(
            price.c.batch_id == batch_id,
            sa.func.coalesce(material.c.batch_id, 0) != batch_id,
            sa.exists().where(deposit_line.c.price_id == price.c.id),
        )
    )
    total = (used or 0) + (goods or 0) + (prices or 0)
    if total:
        raise BatchInUse(total)


def _remove_members(connection: Connection, batch_id: int) -> None:
    of_batch = member.c.batch_id == batch_id
    accounts = list(connection.scalars(sa.select(member.c.savings_account_id).where(of_batch)))
    connection.execute(
        sa.delete(member_word).where(member_word.c.member_id.in_(sa.select(member.c.id).where(of_batch)))
    )
    connection.execute(sa.delete(member).where(of_batch))
    for start in range(0, len(accounts), _CHUNK):
        connection.execute(sa.delete(account).where(account.c.id.in_(accounts[start : start + _CHUNK])))


def _remove_materials(connection: Connection, batch_id: int) -> None:
    of_batch = sa.select(material.c.id).where(material.c.batch_id == batch_id)
    # A price that was set later goes with its good.
    connection.execute(sa.delete(price).where(sa.or_(price.c.batch_id == batch_id, price.c.material_id.in_(of_batch))))
    connection.execute(sa.delete(material_alias).where(material_alias.c.material_id.in_(of_batch)))
    connection.execute(sa.delete(material).where(material.c.batch_id == batch_id))
