"""A small book to test on: one centre, one clerk, two members, three materials with prices."""

import uuid
from dataclasses import dataclass
from datetime import date

from daurulang.centre.queries import Centre
from daurulang.centre.service import set_up
from daurulang.database import Database
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.ledger.service import Desk
from daurulang.materials.model import DlhCategory, PriceSide, SipsnCategory
from daurulang.materials.queries import PriceKey
from daurulang.materials.service import MaterialDraft, PriceDraft, add_material, set_prices
from daurulang.members.model import Gender
from daurulang.members.service import MemberDraft, register
from daurulang.payouts import service as payouts
from daurulang.payouts.service import PayoutDraft
from daurulang.quantities import Condition, Unit, line_amount_rupiah
from daurulang.staff.service import add_staff

PRICED_FROM = date(2020, 1, 1)
PET_RUPIAH = 3100
PET_DIRTY_RUPIAH = 1500
BOTTLE_RUPIAH = 400
OIL_RUPIAH = 4000


@dataclass(frozen=True)
class Book:
    """The book with the ids of what stands in it. PET by kilogram (clean and dirty), bottles by piece without a
    known weight, cooking oil by litre."""

    db: Database
    desk: Desk
    member_id: int
    other_id: int
    pet_id: int
    bottle_id: int
    oil_id: int

    def deposit(
        self, rupiah_of_savings: int = 0, *, grams: int = 2450, member_id: int = 0, day: date | None = None
    ) -> int:
        """Record clean PET to the savings and return the entry's id; either by weight or worth some rupiah."""
        if rupiah_of_savings:
            grams = rupiah_of_savings * 1000 // PET_RUPIAH
        total = line_amount_rupiah(grams, Unit.KILOGRAM, PET_RUPIAH)
        draft = DepositDraft(
            new_key(), member_id or self.member_id, (LineDraft(self.pet_id, grams),), Payment.SAVINGS, total
        )
        return deposits.record(self.db, self.desk, draft, day)

    def payout(self, rupiah: int, *, member_id: int = 0, day: date | None = None) -> int:
        """Pay out in cash and return the entry's id."""
        return payouts.record(self.db, self.desk, PayoutDraft(new_key(), member_id or self.member_id, rupiah), day)


def new_key() -> str:
    """A form's key."""
    return str(uuid.uuid4())


def set_up_book(db: Database) -> Book:
    """Fill an empty book."""
    set_up(db, Centre("RDU Bangkalan", "Jl. Letnan Sunarto"))
    staff_id = add_staff(db, "Siti Aminah", "123456")
    member_id = register(
        db, MemberDraft("Nur Hayati", gender=Gender.FEMALE, village_code="35.26.01.1003", rt="03", rw="02")
    )
    other_id = register(db, MemberDraft("Moh. Ridwan", gender=Gender.MALE, village_code="35.26.01.1001"))
    pet_id = add_material(
        db,
        MaterialDraft("PL1", "PET botol bening", Unit.KILOGRAM, DlhCategory.RIGID_PLASTIC, SipsnCategory.PLASTIC),
    )
    bottle_id = add_material(
        db, MaterialDraft("KC1", "Botol kecap", Unit.PIECE, DlhCategory.GLASS, SipsnCategory.GLASS)
    )
    oil_id = add_material(
        db, MaterialDraft("MN1", "Jelantah", Unit.LITRE, DlhCategory.OTHER, SipsnCategory.OTHER, grams_per_unit=915)
    )
    prices = [
        PriceDraft(PriceKey(pet_id, PriceSide.BUY, Condition.CLEAN, 1), PET_RUPIAH),
        PriceDraft(PriceKey(pet_id, PriceSide.BUY, Condition.DIRTY, 1), PET_DIRTY_RUPIAH),
        PriceDraft(PriceKey(bottle_id, PriceSide.BUY, Condition.CLEAN, 1), BOTTLE_RUPIAH),
        PriceDraft(PriceKey(oil_id, PriceSide.BUY, Condition.CLEAN, 1), OIL_RUPIAH),
        PriceDraft(PriceKey(pet_id, PriceSide.SELL, Condition.CLEAN, None), 4000),
    ]
    set_prices(db, prices, PRICED_FROM, staff_id)
    return Book(db, Desk(1, staff_id), member_id, other_id, pet_id, bottle_id, oil_id)


def book_as_set_up(db: Database) -> Book:
    """A copy of a book that was filled before: its first rows have the first ids."""
    return Book(db, Desk(1, 1), member_id=1, other_id=2, pet_id=1, bottle_id=2, oil_id=3)
