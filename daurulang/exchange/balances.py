"""Taking in opening balances: from the day on a member's savings are what the old book says, posted once for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.closings.queries import closed_until
from daurulang.corrections.queries import standing_openings
from daurulang.database import Database, Flag, insert_many
from daurulang.errors import BadNumber, BookChanged, MonthClosed, RowsRefused
from daurulang.exchange.amounts import read_balance
from daurulang.exchange.archive import ENTRIES_AT_ONCE, Saver, archive_desk, post_imported, savers
from daurulang.exchange.balance_column import credit_grows, difference
from daurulang.exchange.batches import open_batch, take_up
from daurulang.exchange.columns import ListKind, Matching, require
from daurulang.exchange.days import read_day
from daurulang.exchange.people import MemberFinder, Person
from daurulang.exchange.preview import Fate, Preview, Reason, Remark, Row, row_of
from daurulang.exchange.reader import OldBookReader
from daurulang.exchange.workbook import Progress, Sheet, counted
from daurulang.ledger.form_key import new_form_key
from daurulang.ledger.model import EntryKind, counter, entry
from daurulang.ledger.queries import credit_balances_rupiah
from daurulang.ledger.service import Act, Desk, Form
from daurulang.members.model import member
from daurulang.openings.model import opening_balance
from daurulang.openings.service import COLUMNS, document_hash, money_between
from daurulang.periods import short_day
from daurulang.quantities import MAX_RUPIAH


@dataclass(frozen=True, slots=True)
class BalanceIntake:
    """A member's savings at the end of a day, as the row states them; `missing_rupiah` must be added to what the book
    says for that (negative: taken off), `now_rupiah` are in the book today.
    """

    row: int
    day: date
    member: Person
    rupiah: int
    missing_rupiah: int
    now_rupiah: int


def preview(
    db: Database, sheet: Sheet, matching: Matching, progress: Progress | None = None, *, create: bool = False
) -> Preview[BalanceIntake]:
    """The fate of every row below the header; nothing is written. `create` makes the members that the book does not
    have. Raises `ColumnsMissing`, `NotSetUp`.
    """
    require(matching, ListKind.BALANCES)
    with db.reading() as connection:
        reader = _Reader(connection, sheet, matching, create=create)
    rows = tuple(counted(reader.rows(), len(sheet.rows) - matching.header_row, progress))
    return Preview(sheet, matching, rows, new_members=reader.members.new)


def take_in(db: Database, seen: Preview[BalanceIntake], staff_id: int, progress: Progress | None = None) -> int:
    """Post every row of a dry run that is to be taken, in one transaction, and return the id of the batch.

    Raises `RowsRefused` when a row is refused, `BookChanged` and `MonthClosed` when something else came between.
    """
    refused = seen.counts[Fate.REFUSED]
    if refused:
        raise RowsRefused(refused)
    intakes = seen.intakes
    with db.transaction() as connection:
        batch_id = open_batch(connection, ListKind.BALANCES, seen.sheet.file_name, len(intakes), staff_id)
        desk = archive_desk(connection, staff_id)
        people = savers(connection, desk, ((each.member, each.day) for each in intakes), batch_id)
        _refuse_changed(connection, intakes, people)
        for start in range(0, len(intakes), ENTRIES_AT_ONCE):
            some = intakes[start : start + ENTRIES_AT_ONCE]
            _post_some(connection, desk, some, [people[each.member] for each in some], batch_id)
            if progress:
                progress(start + len(some), len(intakes))
        take_up(connection, batch_id)
    return batch_id


def _refuse_changed(connection: Connection, intakes: Sequence[BalanceIntake], people: Mapping[Person, Saver]) -> None:
    """What came between the dry run and now, asked when nothing can come between any more: a month closed, another
    opening balance, an act of a member.
    """
    until = closed_until(connection)
    if until and any(each.day <= until for each in intakes):
        raise MonthClosed
    ids = [each.member for each in intakes if isinstance(each.member, int)]
    openings = standing_openings(connection)
    if any(id_ in openings for id_ in ids):
        raise BookChanged
    busy = _days_at_counters(connection)
    for each in intakes:
        if isinstance(each.member, int) and (
            people[each.member].balance_rupiah != each.now_rupiah or each.day in busy.get(each.member, ())
        ):
            raise BookChanged


def _post_some(
    connection: Connection, desk: Desk, intakes: Sequence[BalanceIntake], people: Sequence[Saver], batch_id: int
) -> None:
    acts, marks, rows = [], [], []
    for each, saver in zip(intakes, people, strict=True):
        after_rupiah = each.now_rupiah + each.missing_rupiah
        row = (saver.visit.member.id, each.now_rupiah, after_rupiah)
        mark = (batch_id, each.row, "")
        document = document_hash(row, mark)
        rows.append(row)
        marks.append(mark)
        acts.append(
            Act(
                kind=EntryKind.OPENING_BALANCE,
                form=Form(new_form_key(), document),
                desk=desk,
                day=each.day,
                heading=saver.heading,
                document_hash=document,
                member_id=saver.visit.member.id,
                money=money_between(saver.savings_account_id, each.now_rupiah, after_rupiah),
            )
        )
    ids = post_imported(connection, acts, marks)
    named = [dict(zip(("entry_id", *COLUMNS), (id_, *row), strict=True)) for id_, row in zip(ids, rows, strict=True)]
    insert_many(connection, opening_balance, named)


class _Reader(OldBookReader[BalanceIntake]):
    """Reads the rows of one list; holds what the rows before it said."""

    def __init__(self, connection: Connection, sheet: Sheet, matching: Matching, *, create: bool) -> None:
        super().__init__(connection, sheet, matching)
        self.members = MemberFinder(connection, create=create)
        self._openings = standing_openings(connection)
        self._busy = _days_at_counters(connection)
        self._accounts = {
            row[0]: row[1] for row in connection.execute(sa.select(member.c.id, member.c.savings_account_id))
        }
        accounts = list(self._accounts.values())
        self._now = credit_balances_rupiah(connection, accounts)
        days = {self._day_of(cells) for cells in sheet.rows[matching.header_row :]}
        self._then = {day: credit_balances_rupiah(connection, accounts, day) for day in days if day is not None}
        self._rows_of: dict[Person, int] = {}
        self._credit_grows = credit_grows(sheet, matching)

    def read(self, number: int, cells: tuple[str, ...]) -> Row[BalanceIntake]:
        """The fate of a row."""
        if not self.cell(cells, "balance"):
            return row_of(number, cells, [Remark(Reason.BALANCE_MISSING)], None)
        remarks: list[Remark] = []
        person, remark = self.members.find(self.cell(cells, "member_number"), self.cell(cells, "member"))
        remarks += [remark] if remark else []
        rupiah = self._rupiah(cells, remarks)
        text = self.cell(cells, "day")
        day = self.day(text, remarks) if text else self.today
        if person is None or rupiah is None or day is None:
            return row_of(number, cells, remarks, None)
        self._check_person(person, number, day, remarks)
        missing, now = self._missing(person, day, rupiah, remarks)
        return row_of(number, cells, remarks, BalanceIntake(number, day, person, rupiah, missing, now))

    def _day_of(self, cells: tuple[str, ...]) -> date | None:
        text = self.cell(cells, "day")
        return read_day(text) if text else self.today

    def _missing(self, person: Person, day: date, rupiah: int, remarks: list[Remark]) -> tuple[int, int]:
        """What must be added so that the savings were as stated at the end of the day, and what they are today."""
        if not isinstance(person, int):
            return rupiah, 0
        account = self._accounts[person]
        then, now = self._then[day][account], self._now[account]
        missing = rupiah - then
        if abs(missing) > MAX_RUPIAH or now + missing < 0:
            remarks.append(Remark(Reason.BALANCE_NEGATIVE, {"rupiah": now + missing}))
        elif then not in (0, rupiah):
            remarks.append(Remark(Reason.BALANCE_REPLACED, {"before_rupiah": then, "rupiah": rupiah}))
        return missing, now

    def _rupiah(self, cells: tuple[str, ...], remarks: list[Remark]) -> int | None:
        text = self.cell(cells, "balance")
        try:
            rupiah, computed = read_balance(text), difference(cells, self.matching)
        except BadNumber:
            remarks.append(Remark(Reason.BALANCE_NOT_READ, {"text": text}))
            return None
        if computed is not None and self._credit_grows:
            computed = -computed
        if computed is not None and rupiah != computed:
            remarks.append(Remark(Reason.BALANCE_DISAGREES, {"rupiah": rupiah, "computed_rupiah": computed}))
        if rupiah < 0:
            remarks.append(Remark(Reason.BALANCE_NEGATIVE, {"rupiah": rupiah}))
        if rupiah > MAX_RUPIAH // 2:
            remarks.append(Remark(Reason.BALANCE_NOT_READ, {"text": text}))
        return rupiah

    def _check_person(self, person: Person, number: int, day: date, remarks: list[Remark]) -> None:
        """One opening balance for each; on a day with acts at a counter nobody knows which came first."""
        first = self._rows_of.setdefault(person, number)
        if first != number:
            remarks.append(Remark(Reason.OPENING_TWICE, {"row": first}))
        if not isinstance(person, int):
            return
        opening = self._openings.get(person)
        if opening:
            remarks.append(Remark(Reason.OPENING_STANDS, {"day": short_day(opening.day)}))
        if day in self._busy.get(person, ()):
            remarks.append(Remark(Reason.ACTS_SINCE, {"day": short_day(day)}))


def _days_at_counters(connection: Connection) -> dict[int, set[date]]:
    """The days on which a member has entries of a counter somebody stands at."""
    query = (
        sa.select(entry.c.member_id, entry.c.day)
        .join(counter, counter.c.id == entry.c.counter_id)
        .where(entry.c.member_id.is_not(None), counter.c.archive == sa.literal(0, Flag))
        .distinct()
    )
    found: dict[int, set[date]] = {}
    for member_id, day in connection.execute(query):
        found.setdefault(member_id, set()).add(day)
    return found
