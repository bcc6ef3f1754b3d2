"""Filling the book to practise in: an invented centre with members, prices and some weeks of deposits."""

from __future__ import annotations

import random
import uuid
from datetime import timedelta

from daurulang import periods
from daurulang.centre.queries import Centre
from daurulang.centre.service import set_up
from daurulang.database import Database
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.deposits.service import record as record_deposit
from daurulang.ledger.service import Desk
from daurulang.materials.queries import PriceBoard, price_board
from daurulang.materials.service import add_starter_catalogue
from daurulang.members.model import Gender
from daurulang.members.service import MemberDraft, register
from daurulang.periods import Zone
from daurulang.quantities import Condition, Unit, line_amount_rupiah
from daurulang.staff.service import add_staff
from daurulang.villages.queries import village_list
from resources import paths

CLERK = "Petugas Contoh"
PIN = "1234"
MEMBERS = 40
DAYS = 30
DEPOSITS_A_DAY = 4


def fill(db: Database) -> None:
    """Fill an empty book; the same people and weights on every machine, ending yesterday."""
    chance = random.Random(35_26)  # noqa: S311 - invented people need no cryptographic chance
    centre = Centre("RDU Contoh", "Jl. Contoh 1, Bangkalan", zone=Zone.WIB, head_name="Kepala Contoh")
    set_up(db, centre)
    desk = Desk(1, add_staff(db, CLERK, PIN))
    first_day = centre.today() - timedelta(days=DAYS)
    add_starter_catalogue(db, first_day)
    members = _members(db, chance)
    for number in range(DAYS):
        day = first_day + timedelta(days=number)
        board = price_board(db, day)
        for visit in range(DEPOSITS_A_DAY):
            moment = periods.moment_ms(day, 8 + visit, chance.randrange(60), centre.zone)
            with periods.clock_at(moment):
                record_deposit(db, desk, _deposit(board, chance.choice(members), chance), day)


def _members(db: Database, chance: random.Random) -> list[int]:
    villages = village_list(db)[:60]
    names = {
        gender: paths.path(f"demo/first_names_{gender}.txt").read_text("utf-8").split()
        for gender in (Gender.FEMALE, Gender.MALE)
    }
    last_names = paths.path("demo/last_names.txt").read_text("utf-8").split()
    ids = []
    for _number in range(MEMBERS):
        gender = chance.choice((Gender.FEMALE, Gender.MALE))
        name = f"{chance.choice(names[gender])} {chance.choice(last_names)}"
        draft = MemberDraft(
            name,
            gender=gender,
            village_code=chance.choice(villages).code,
            rt=f"{chance.randint(1, 6):02d}",
            rw=f"{chance.randint(1, 4):02d}",
        )
        ids.append(register(db, draft))
    return ids


def _deposit(board: PriceBoard, member_id: int, chance: random.Random) -> DepositDraft:
    goods = [
        (each, price)
        for each in board.materials
        if each.unit is Unit.KILOGRAM and (price := board.buy(each.id, Condition.CLEAN, 1)) is not None
    ]
    lines, total = [], 0
    for each, price in chance.sample(goods, chance.randint(1, 4)):
        grams = chance.randrange(200, 9000, 50)
        lines.append(LineDraft(each.id, grams))
        total += line_amount_rupiah(grams, each.unit, price.rupiah)
    return DepositDraft(str(uuid.uuid4()), member_id, tuple(lines), Payment.SAVINGS, total)
