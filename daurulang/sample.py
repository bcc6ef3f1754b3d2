"""A sample book: an invented centre with its people and three months at the counter, to practise in and to show.

Everything is posted through the same acts as at the counter, on the clock of its day, and ends yesterday; the same
people and weights come out on every machine.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from daurulang import periods
from daurulang.centre.queries import Centre
from daurulang.centre.service import set_up
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.database import Database
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.ledger.form_key import new_form_key
from daurulang.ledger.queries import credit_balance_rupiah
from daurulang.ledger.service import Desk
from daurulang.materials.model import PriceSide
from daurulang.materials.queries import Material, PriceBoard, PriceKey, price_board
from daurulang.materials.service import PriceDraft, add_starter_catalogue, set_prices
from daurulang.members.model import Gender, MemberKind, SourceClass
from daurulang.members.queries import member_by_id
from daurulang.members.service import COMMON_CLASS_ID, MemberDraft, register
from daurulang.payouts import service as payouts
from daurulang.payouts.service import PayoutDraft
from daurulang.quantities import Condition, Unit, line_amount_rupiah
from daurulang.sample_plant import begin_plant
from daurulang.staff.service import add_staff
from daurulang.villages.queries import village_list
from resources import paths

PEOPLE = 140
WEEKS = 13
SATURDAY = 5
SUNDAY = 6
_DISTRICTS = ("Bangkalan", "Socah", "Burneh", "Kamal")
# What people really bring, more often first; the rest of the catalogue comes now and then.
_FAVOURITES = ("PL01", "KR01", "PL02", "LG01", "KR03", "PF01", "KC01", "MN01", "PL05", "LG05", "KR02", "PL08")
_SOURCES = {
    MemberKind.GROUP: SourceClass.AREA,
    MemberKind.INSTITUTION: SourceClass.OFFICE,
    MemberKind.SCHOOL: SourceClass.PUBLIC_FACILITY,
}


@dataclass
class _Counter:
    db: Database
    desk: Desk
    chance: random.Random
    centre: Centre


def fill(db: Database, clerk: str, pin: str, progress: Callable[[int, int], None] = lambda _done, _total: None) -> None:
    """Fill an empty book, in the name of one clerk; `progress(done, total)` counts days and may raise to stop."""
    chance = random.Random(3526)  # noqa: S311  (invented people need no cryptographic chance)
    centre = Centre(
        "Rumah Daur Ulang Contoh",
        "Jl. Letnan Sunarto, Bangkalan",
        phone="031-0000000",
        head_name="Kepala UPT (contoh)",
        head_title="Kepala UPT Rumah Daur Ulang",
        treasurer_name="Bendahara (contoh)",
    )
    set_up(db, centre)
    counter = _Counter(db, Desk(1, add_staff(db, clerk, pin)), chance, centre)
    first_day = centre.today() - timedelta(weeks=WEEKS)
    with periods.clock_at(periods.moment_ms(first_day, 7, 0, centre.zone)):
        add_starter_catalogue(db, first_day)
        members = _register_people(counter)
        plant = begin_plant(db, counter.desk, random.Random(2635), first_day)  # noqa: S311  (as above)
    days = [first_day + timedelta(days=number) for number in range(WEEKS * 7)]
    for done, day in enumerate(days, 1):
        if day.weekday() != SUNDAY:
            _work_through(counter, day, members)
            with periods.clock_at(periods.moment_ms(day, 15, 30, centre.zone)):
                plant.work(day)
        progress(done, len(days))


def _register_people(counter: _Counter) -> list[int]:
    villages = [each for each in village_list(counter.db) if each.district in _DISTRICTS]
    chance = counter.chance
    first_names = {gender: _lines(f"first_names_{gender}.txt") for gender in (Gender.FEMALE, Gender.MALE)}
    last_names = _lines("last_names.txt")
    drafts = []
    for _ in range(PEOPLE):
        gender = chance.choice((Gender.FEMALE, Gender.FEMALE, Gender.MALE))
        drafts.append(
            MemberDraft(
                f"{chance.choice(first_names[gender])} {chance.choice(last_names)}",
                gender=gender,
                village_code=chance.choice(villages).code,
                rt=f"{chance.randint(1, 6):02d}",
                rw=f"{chance.randint(1, 4):02d}",
                phone=f"08{chance.choice((12, 19, 52, 57))}{chance.randrange(10**7, 10**8)}",
            )
        )
    for row in csv.DictReader(_lines("groups.txt"), delimiter=";"):
        kind = MemberKind(row["kind"])
        village = chance.choice(villages).code
        drafts.append(MemberDraft(row["name"], kind, source_class=_SOURCES[kind], village_code=village))
    chance.shuffle(drafts)
    return [register(counter.db, draft) for draft in drafts]


def _lines(name: str) -> list[str]:
    return paths.path(f"demo/{name}").read_text(encoding="utf-8").splitlines()


def _work_through(counter: _Counter, day: date, members: list[int]) -> None:
    chance = counter.chance
    if day.day in (1, 15):
        _change_prices(counter, day)
    board = price_board(counter.db, day)
    visits = chance.randint(14, 20) if day.weekday() == SATURDAY else chance.randint(2, 5)
    for number in range(visits):
        moment = periods.moment_ms(day, 8 + number * 6 // visits, chance.randrange(60), counter.centre.zone)
        # Some come every week, many now and then.
        member_id = members[min(chance.randrange(len(members)), chance.randrange(len(members)))]
        with periods.clock_at(moment):
            if chance.random() < 0.12:
                _pay_out(counter, member_id, day)
            else:
                entry_id = deposits.record(counter.db, counter.desk, deposit_draft(board, member_id, chance), day)
                if chance.random() < 0.01:
                    _reverse(counter, entry_id, day)


def _change_prices(counter: _Counter, day: date) -> None:
    board = price_board(counter.db, day)
    drafts = []
    for material in counter.chance.sample(board.materials, 12):
        price = board.buy(material.id, Condition.CLEAN, COMMON_CLASS_ID)
        sell = board.sell(material.id, Condition.CLEAN)
        if price is None or sell is None or price.rupiah < 500:
            continue
        rupiah = min(price.rupiah + counter.chance.choice((-100, 50, 100, 200)), sell.rupiah)
        key = PriceKey(material.id, PriceSide.BUY, Condition.CLEAN, COMMON_CLASS_ID)
        drafts.append(PriceDraft(key, rupiah, "Harga pengepul berubah"))
    set_prices(counter.db, drafts, day, counter.desk.staff_id)


def _pay_out(counter: _Counter, member_id: int, day: date) -> None:
    with counter.db.reading() as connection:
        account_id = member_by_id(connection, member_id).savings_account_id
        balance = credit_balance_rupiah(connection, account_id)
    rupiah = balance // 10_000 * 5_000
    if rupiah:
        payouts.record(counter.db, counter.desk, PayoutDraft(new_form_key(), member_id, rupiah), day)


def _reverse(counter: _Counter, entry_id: int, day: date) -> None:
    draft = ReversalDraft(new_form_key(), entry_id, "Salah anggota, ditimbang ulang", counter.desk.staff_id)
    reverse(counter.db, counter.desk, draft, day)


def deposit_draft(board: PriceBoard, member_id: int, chance: random.Random) -> DepositDraft:
    """An invented deposit at the prices of a board: one to four goods, paid in one of the four ways."""
    goods = {
        material.code: (material, price.rupiah)
        for material in board.materials
        if (price := board.buy(material.id, Condition.CLEAN, COMMON_CLASS_ID)) is not None
    }
    favourites = [code for code in _FAVOURITES if code in goods]
    codes = [chance.choice(favourites if chance.random() < 0.8 else list(goods)) for _ in range(chance.randint(1, 4))]
    chosen = [goods[code] for code in dict.fromkeys(codes)]
    lines = tuple(LineDraft(material.id, _weighed(material, chance)) for material, _ in chosen)
    weighed = zip(lines, chosen, strict=True)
    total = sum(line_amount_rupiah(line.gross, material.unit, rupiah) for line, (material, rupiah) in weighed)
    payment = chance.choices(list(Payment), weights=(70, 20, 6, 4))[0]
    if payment is Payment.SPLIT and total < 2:
        payment = Payment.CASH
    return DepositDraft(
        new_form_key(),
        member_id,
        lines,
        payment,
        read_back_rupiah=0 if payment is Payment.GIVEN else total,
        cash_rupiah=total // 2 if payment is Payment.SPLIT else 0,
    )


def _weighed(material: Material, chance: random.Random) -> int:
    """A quantity in the base of the material's unit, as scales show it: steps of 50 g."""
    if material.unit is Unit.PIECE:
        heavy = (material.grams_per_unit or 0) > 2000  # nobody brings two dozen refrigerators
        return 1 if heavy else chance.randint(2, 24)
    return chance.randrange(200, 2500 if material.unit is Unit.LITRE else 12000, 50)
