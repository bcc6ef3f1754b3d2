"""A book as years at a counter leave it: boxes opened and counted, deposits, payouts, reversals, days closed.

Worked through the same acts as at the counter, each day's in one transaction.
"""

from __future__ import annotations

import os
import random
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.engine import Connection

from benchmarks.book import LAST_DAY, names
from daurulang import periods
from daurulang.cash.model import Direction, OtherSide
from daurulang.cash.service import ClosingDraft, MovementDraft, OpeningDraft, close_session, move_cash, open_session
from daurulang.centre.queries import Centre
from daurulang.centre.service import set_up
from daurulang.closings.day import close_day
from daurulang.corrections import service as corrections
from daurulang.corrections.service import ReversalDraft
from daurulang.database import Database
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.ledger.form_key import new_form_key
from daurulang.ledger.service import Desk, form_of
from daurulang.materials.queries import price_board
from daurulang.materials.service import add_starter_catalogue
from daurulang.members.service import MemberDraft, register
from daurulang.migrations.opening import open_book
from daurulang.payouts import service as payouts
from daurulang.payouts.model import PayoutMethod
from daurulang.payouts.service import PayoutDraft
from daurulang.quantities import Condition, Unit, line_amount_rupiah
from daurulang.staff.service import add_staff

MEMBERS = 5_000
ACTS_A_DAY = 250
LINES = 3
PAYOUTS, REVERSALS, SPLITS = 0.15, 0.01, 0.1
FLOAT_RUPIAH, LEAST_PAYOUT_RUPIAH = 5_000_000, 20_000


def made_busy_book(path: Path, entries: int, seed: int = 1) -> Path:
    """The book at `path`, worked through whole days until it has so many entries; made when it is not there yet."""
    if not path.exists():
        new = path.with_name(f"{path.name}.{os.getpid()}.making")
        new.unlink(missing_ok=True)
        open_book(new).close()
        db = Database(new)
        db.anchors = None
        event.listen(db.engine, "connect", lambda raw, _record: raw.execute("PRAGMA synchronous=OFF").close())
        _work(db, -(-entries // (ACTS_A_DAY + 2)), random.Random(seed))
        db.checkpoint()
        db.close()
        new.replace(path)
    return path


def _work(db: Database, days: int, chance: random.Random) -> None:
    first_day = LAST_DAY - timedelta(days=days - 1)
    counter = _Counter(db, first_day, chance)
    for number in range(days):
        day = first_day + timedelta(days=number)
        with periods.clock_at(periods.moment_ms(day, 15, 0, periods.Zone.WIB)):
            counter.work_through(day)
            close_day(db, counter.desk, day)


class _Counter:
    """The only counter of an invented centre."""

    def __init__(self, db: Database, first_day: date, chance: random.Random) -> None:
        self.db, self.chance = db, chance
        set_up(db, Centre("RDU Bangkalan", "Jl. Letnan Sunarto, Bangkalan"))
        self.desk = Desk(1, add_staff(db, "Siti Aminah", "123456"))
        self.approver_id = add_staff(db, "Kholifah", "222222")
        add_starter_catalogue(db, first_day)
        board = price_board(db, first_day)
        self.goods = [
            (material.id, price.rupiah)
            for material in board.materials
            if material.unit is Unit.KILOGRAM and (price := board.buy(material.id, Condition.CLEAN, 1)) is not None
        ]
        for (name, gender), _ in zip(names(chance), range(MEMBERS), strict=False):
            register(db, MemberDraft(name, gender=gender, village_code="35.26.01.1003"))
        self.savings = dict.fromkeys(range(1, MEMBERS + 1), 0)
        self.in_the_box = 0

    def work_through(self, day: date) -> None:
        """The box is opened, filled and closed, and between that the members come."""
        open_session(self.db, self.desk, OpeningDraft(new_form_key(), self.in_the_box))
        if self.in_the_box < FLOAT_RUPIAH:
            brought = FLOAT_RUPIAH - self.in_the_box
            move_cash(self.db, self.desk, MovementDraft(new_form_key(), Direction.IN, OtherSide.BANK, brought, "modal"))
            self.in_the_box = FLOAT_RUPIAH
        with self.db.transaction() as connection:
            for _ in range(ACTS_A_DAY):
                if self.chance.random() < PAYOUTS:
                    self._pay_out(connection, day)
                elif self.chance.random() < REVERSALS:
                    self._weigh_twice(connection, day)
                else:
                    self._weigh(connection, day, self._someone())
        close_session(self.db, self.desk, ClosingDraft(new_form_key(), ((1000, self.in_the_box // 1000),)))

    def _weigh(self, connection: Connection, day: date, member_id: int) -> tuple[int, int, int]:
        """A deposit; returns its entry's id and what of it went to the savings and over the counter."""
        goods = self.chance.sample(self.goods, LINES)
        lines = tuple(LineDraft(material_id, self.chance.randrange(5, 1500) * 10) for material_id, _ in goods)
        total = sum(
            line_amount_rupiah(line.gross, Unit.KILOGRAM, rupiah)
            for line, (_, rupiah) in zip(lines, goods, strict=True)
        )
        cash = min(total, self.in_the_box) // 2000 * 1000 if self.chance.random() < SPLITS else 0
        draft = DepositDraft(new_form_key(), member_id, lines, Payment.SPLIT if cash else Payment.SAVINGS, total, cash)
        entry_id = deposits.record_part(connection, self.desk, draft, form_of(draft.form_key, draft), day)
        self._move(member_id, total - cash, -cash)
        return entry_id, total - cash, cash

    def _weigh_twice(self, connection: Connection, day: date) -> None:
        """A deposit that is reversed at once."""
        member_id = self._someone()
        entry_id, savings, cash = self._weigh(connection, day, member_id)
        draft = ReversalDraft(new_form_key(), entry_id, "ditimbang dua kali", self.approver_id)
        corrections.reverse_part(connection, self.desk, draft, form_of(draft.form_key, draft), day)
        self._move(member_id, -savings, cash)

    def _pay_out(self, connection: Connection, day: date) -> None:
        member_id = self._someone()
        rupiah = min(self.savings[member_id] // 2000 * 1000, self.in_the_box)
        if rupiah < LEAST_PAYOUT_RUPIAH:
            self._weigh(connection, day, member_id)
            return
        cash = self.chance.random() < 0.8
        draft = PayoutDraft(
            new_form_key(),
            member_id,
            rupiah,
            PayoutMethod.CASH if cash else PayoutMethod.TRANSFER,
            "" if cash else "BRI",
        )
        payouts.record_part(connection, self.desk, draft, form_of(draft.form_key, draft), day)
        self._move(member_id, -rupiah, -rupiah if cash else 0)

    def _someone(self) -> int:
        return self.chance.randint(1, MEMBERS)

    def _move(self, member_id: int, savings_rupiah: int, cash_rupiah: int) -> None:
        self.savings[member_id] += savings_rupiah
        self.in_the_box += cash_rupiah
