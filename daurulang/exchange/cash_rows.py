"""What each row of an old cash book would become, with the reasons where it cannot be taken as it stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.cash.model import Direction, cash_movement
from daurulang.corrections.model import reversal
from daurulang.errors import BadNumber
from daurulang.exchange.amounts import read_rupiah
from daurulang.exchange.columns import Matching
from daurulang.exchange.deposit_rows import REFERENCE_LIMIT
from daurulang.exchange.names import Index, key_of
from daurulang.exchange.preview import Reason, Remark, Row, row_of
from daurulang.exchange.reader import OldBookReader
from daurulang.exchange.workbook import Sheet
from daurulang.expenses.model import expense, expense_category
from daurulang.expenses.service import LEAST_NOTE
from daurulang.ledger.model import EntryKind, counter, entry, imported_entry, money_transfer
from daurulang.names import LONGEST_NAME, LONGEST_NOTE
from daurulang.quantities import MAX_RUPIAH

CashKey = tuple[date, Direction, int, str, str]


@dataclass(frozen=True, slots=True)
class CashIntake:
    """A row as it would be posted: an expense under its category (an id, or a name that the book does not have yet), or
    money that the centre put in or took out (None). `alike` rows stand in the book already, each of them met by a row
    before.
    """

    row: int
    day: date
    direction: Direction
    rupiah: int
    words: str
    category: int | str | None
    reference: str
    alike: int = 0

    @property
    def key(self) -> CashKey:
        """What an earlier list would have brought it as."""
        return (self.day, self.direction, self.rupiah, self.words, self.reference)


class CashReader(OldBookReader[CashIntake]):
    """Reads the rows of one list. Money of deposits, sales and payouts that came in with a list of their own is known
    by their old number, and not taken twice.
    """

    def __init__(self, connection: Connection, sheet: Sheet, matching: Matching) -> None:
        super().__init__(connection, sheet, matching)
        self._known = _known_money(connection)
        self._taken_before = taken_before(connection)
        self._met: Counter[CashKey] = Counter()
        self._categories: Index[int] = Index()
        self._new: dict[str, str] = {}
        for id_, name in connection.execute(sa.select(expense_category.c.id, expense_category.c.name)):
            self._categories.add(name, id_)

    def read(self, number: int, cells: tuple[str, ...]) -> Row[CashIntake]:
        """The fate of a row."""
        remarks: list[Remark] = []
        day_text = self.cell(cells, "day")
        day = self.day(day_text, remarks) if day_text else None
        if not day_text:
            remarks.append(Remark(Reason.DAY_MISSING))
        moved = self._moved(cells, remarks)
        words = self._words(cells, remarks)
        if day is None or moved is None or words is None:
            return row_of(number, cells, remarks, None)
        reference = " ".join(self.cell(cells, "reference").split())[:REFERENCE_LIMIT]
        if self._is_known(reference, *moved, remarks):
            return row_of(number, cells, remarks, None)
        category = self._category(cells, remarks) if moved[0] is Direction.OUT else None
        intake = CashIntake(number, day, *moved, words, category, reference)
        if self._met[intake.key] < self._taken_before[intake.key]:
            self._met[intake.key] += 1
            return row_of(number, cells, [Remark(Reason.TAKEN_BEFORE)], None)
        return row_of(number, cells, remarks, replace(intake, alike=self._taken_before[intake.key]))

    def _moved(self, cells: tuple[str, ...], remarks: list[Remark]) -> tuple[Direction, int] | None:
        """Which way the money went, and how much; None with the reason where that cannot be told."""
        came, went = (self._rupiah(cells, field, remarks) for field in ("cash_in", "cash_out"))
        if came is None or went is None:
            return None
        if came and went:
            remarks.append(Remark(Reason.CASH_BOTH))
        elif not came and not went:
            remarks.append(Remark(Reason.CASH_NOTHING))
        return (Direction.IN, came) if came else (Direction.OUT, went)

    def _rupiah(self, cells: tuple[str, ...], field: str, remarks: list[Remark]) -> int | None:
        text = self.cell(cells, field)
        if not text:
            return 0
        try:
            amount = read_rupiah(text)
        except BadNumber:
            amount = None
        if amount is None or amount.rupiah > MAX_RUPIAH:
            remarks.append(Remark(Reason.VALUE_UNREADABLE, {"text": text}))
            return None
        if amount.doubtful:
            remarks.append(Remark(Reason.PRICE_DOUBTFUL, {"text": text, "rupiah": amount.rupiah}))
        return amount.rupiah

    def _words(self, cells: tuple[str, ...], remarks: list[Remark]) -> str | None:
        """What the money was for, or at least its category."""
        words = " ".join((self.cell(cells, "words") or self.cell(cells, "category")).split())
        if len(words) < LEAST_NOTE:
            remarks.append(Remark(Reason.CASH_WORDS_MISSING))
            return None
        if len(words) > LONGEST_NOTE:
            remarks.append(Remark(Reason.TOO_LONG, {"field": "words", "limit": LONGEST_NOTE}))
            return None
        return words

    def _category(self, cells: tuple[str, ...], remarks: list[Remark]) -> int | str | None:
        name = " ".join(self.cell(cells, "category").split())
        if not name:
            return None
        alike = self._categories.all(name)
        if alike:
            return alike[0]
        if len(name) > LONGEST_NAME:
            remarks.append(Remark(Reason.TOO_LONG, {"field": "category", "limit": LONGEST_NAME}))
            return None
        if key_of(name) not in self._new:
            remarks.append(Remark(Reason.CATEGORY_CREATED, {"name": name}))
        return self._new.setdefault(key_of(name), name)

    def _is_known(self, reference: str, direction: Direction, rupiah: int, remarks: list[Remark]) -> bool:
        """Whether the money of a number stands in the book; with another sum it is not believed."""
        known = self._known.get(reference) if reference else None
        if known is None:
            return False
        wanted = rupiah if direction is Direction.IN else -rupiah
        if known == wanted:
            remarks.append(Remark(Reason.CASH_KNOWN, {"number": reference}))
        else:
            told: dict[str, str | int] = {"number": reference, "book_rupiah": abs(known), "rupiah": rupiah}
            remarks.append(Remark(Reason.CASH_OTHER, told))
        return True


def _standing() -> sa.Join:
    """Imported entries with what would undo them."""
    return sa.join(imported_entry, entry, entry.c.id == imported_entry.c.entry_id).join(
        reversal, reversal.c.original_id == entry.c.id, isouter=True
    )


def _known_money(connection: Connection) -> dict[str, int]:
    """What other lists brought into the old cash box (below zero: took out of it), by the number on the old paper."""
    box = sa.select(counter.c.cash_account_id).where(counter.c.id == entry.c.counter_id).scalar_subquery()
    rupiah = sa.case(
        (money_transfer.c.debit_account_id == box, money_transfer.c.rupiah), else_=-money_transfer.c.rupiah
    )
    rows = connection.execute(
        sa.select(imported_entry.c.reference, rupiah)
        .select_from(_standing().join(money_transfer, money_transfer.c.entry_id == entry.c.id))
        .where(
            reversal.c.entry_id.is_(None),
            imported_entry.c.reference != "",
            entry.c.kind.not_in([EntryKind.CASH_MOVEMENT, EntryKind.EXPENSE]),
            sa.or_(money_transfer.c.debit_account_id == box, money_transfer.c.credit_account_id == box),
        )
    )
    found: defaultdict[str, int] = defaultdict(int)
    for reference, moved in rows:
        found[reference] += int(moved)
    return found


def taken_before(connection: Connection) -> Counter[CashKey]:
    """The rows that earlier lists brought and that still stand."""
    moved = sa.select(
        *(entry.c.day, cash_movement.c.direction, cash_movement.c.rupiah, cash_movement.c.reason),
        imported_entry.c.reference,
    ).select_from(_standing().join(cash_movement, cash_movement.c.entry_id == entry.c.id))
    spent = sa.select(
        *(entry.c.day, sa.literal(Direction.OUT, cash_movement.c.direction.type), expense.c.rupiah, expense.c.note),
        imported_entry.c.reference,
    ).select_from(_standing().join(expense, expense.c.entry_id == entry.c.id))
    found: Counter[CashKey] = Counter()
    for query in (moved, spent):
        found.update(tuple(row) for row in connection.execute(query.where(reversal.c.entry_id.is_(None))))
    return found
