"""What the deposit form holds and decides: lines, payment, totals, what was read back. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from daurulang.centre.queries import CounterRule, rule_in_force
from daurulang.database import Database
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft, check_line
from daurulang.errors import (
    BadNumber,
    LineRefused,
    MemberInactive,
    NoLines,
    PriceMissing,
    SplitRefused,
    TotalChanged,
    UnknownMaterial,
    UnknownMember,
)
from daurulang.handwritten_slips.service import Slip
from daurulang.ledger.form_key import new_form_key
from daurulang.materials.queries import COMMON_CLASS_ID, Material, PriceBoard, price_board
from daurulang.members.queries import MemberAtCounter
from daurulang.quantities import Condition, Unit, line_amount_rupiah
from daurulang.receipts.queries import DepositPart
from ui.corrections.correction import Correction
from ui.deposits.finder import Offer, offer_of
from ui.deposits.typed import TypedDeposit

# What is wrong with what was typed or said; everything else is the machine's trouble, and saving again is enough.
OF_THE_FORM = (
    LineRefused,
    MemberInactive,
    NoLines,
    PriceMissing,
    SplitRefused,
    TotalChanged,
    UnknownMaterial,
    UnknownMember,
)


@dataclass(frozen=True, slots=True)
class DayPrices:
    """What a day's deposits are measured by: its prices, and what one line may weigh."""

    board: PriceBoard
    rule: CounterRule


def prices_of(db: Database, day: date) -> DayPrices:
    """Read them all; too much for a key, so it is done aside."""
    return DayPrices(price_board(db, day), rule_in_force(db, day))


def no_prices(day: date) -> DayPrices:
    """Until they are read."""
    return DayPrices(PriceBoard(day, (), {}, {}), CounterRule())


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line as it stands in the list; `price_rupiah` None where the day has no price for it.

    `gone` where the material left the list while the form was open: the line can be taken out, and nothing else.
    """

    position: int
    offer: Offer
    draft: LineDraft
    price_rupiah: int | None
    amount_rupiah: int
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums of the lines; kilograms, pieces and litres are never added to each other."""

    lines: int
    grams: int
    pieces: int
    millilitres: int
    rupiah: int


class DepositForm:
    """One deposit from the member to the save. The key is made when the form opens and lives as long as it."""

    def __init__(self, prices: DayPrices) -> None:
        self._known: dict[int, Material] = {}
        self._take_prices(prices)
        self.start_over()

    def start_over(self) -> None:
        """Forget everything typed and take a new key."""
        self.key = new_form_key()
        self.member: MemberAtCounter | None = None
        self.lines: list[LineDraft] = []
        self.payment = Payment.SAVINGS
        self.cash_rupiah: int | None = None
        self.read_back_rupiah: int | None = None
        self._removed: tuple[int, LineDraft] | None = None
        self.correction: Correction | None = None

    def correct(self, correction: Correction, part: DepositPart) -> None:
        """Begin with the lines and the payment of a deposit that is put right."""
        self.start_over()
        self.correction = correction
        self.lines = [
            LineDraft(line.material_id, line.gross, line.condition, line.tare, line.deduction, line.deduction_reason)
            for line in part.lines
        ]
        self.payment = part.payment
        self.cash_rupiah = part.cash_rupiah if part.payment is Payment.SPLIT else None

    def resume(self, form_key: str, typed: TypedDeposit, correction: Correction | None) -> bool:
        """Go on with a form that was kept, under its own key; False where a material of it is known no longer."""
        self.start_over()
        self.key, self.correction = form_key, correction
        self.lines = [line for line in typed.lines if line.material_id in self._known]
        self.payment = typed.payment
        return len(self.lines) == len(typed.lines)

    @property
    def empty(self) -> bool:
        """Whether nothing would be lost."""
        return not self.lines

    def take_member(self, member: MemberAtCounter) -> None:
        """Take somebody before the counter; raises `MemberInactive`, but for the own deposit that is put right."""
        own = self.correction is not None and self.correction.is_of(member.member)
        if not member.member.active and not own:
            raise MemberInactive(member.member.name)
        if self.member is None and self.empty and self.correction is None:
            self.key = new_form_key()  # it tells when somebody came to the counter: how long they are served
        self.member = member
        self.unread()

    @property
    def member_class_id(self) -> int:
        """Whose prices hold."""
        if self.member is None:
            return COMMON_CLASS_ID
        member = self.member.member
        return member.member_class_id if self.correction is None else self.correction.class_of(member)

    # --- lines ---------------------------------------------------------------------------------------------

    def check(self, line: LineDraft, material: Material, position: int) -> None:
        """Raise `BadNumber`, `LineRefused`, `PriceMissing` or `UnknownMaterial` for a line that could not be saved."""
        if line.gross == 0:
            raise BadNumber("zero", "0")
        if self._gone(line):
            raise UnknownMaterial(material.name)
        check_line(position, line, material, self.prices.rule)
        if self.payment is not Payment.GIVEN and self._offer(line).price_rupiah is None:
            raise PriceMissing(material.name, line.condition)

    def put(self, line: LineDraft, position: int | None = None) -> None:
        """Add a line, or replace the one at `position` (from 1)."""
        if position is None:
            self.lines.append(line)
        else:
            self.lines[position - 1] = line
        self.unread()

    def remove(self, position: int) -> None:
        """Take a line out; `restore` puts it back."""
        self._removed = (position, self.lines.pop(position - 1))
        self.unread()

    def restore(self) -> int | None:
        """Put the line removed last back where it stood; its position, None when there is none."""
        if self._removed is None:
            return None
        position, line = self._removed
        self._removed = None
        position = min(position, len(self.lines) + 1)
        self.lines.insert(position - 1, line)
        self.unread()
        return position

    def shown(self) -> Sequence[ShownLine]:
        """The lines with their prices of the day; given goods are worth nothing."""
        return [self._shown(position, line) for position, line in enumerate(self.lines, 1)]

    def amount_rupiah(self, line: LineDraft, material: Material, price_rupiah: int | None) -> int:
        """What a line is worth under the payment chosen."""
        if price_rupiah is None or self.payment is Payment.GIVEN:
            return 0
        return line_amount_rupiah(line.net, material.unit, price_rupiah)

    def gone_position(self) -> int | None:
        """Where the first line stands whose material is no longer on the list."""
        return next((position for position, line in enumerate(self.lines, 1) if self._gone(line)), None)

    def _shown(self, position: int, line: LineDraft) -> ShownLine:
        offer, gone = self._offer(line), self._gone(line)
        price = 0 if self.payment is Payment.GIVEN else offer.price_rupiah
        amount = 0 if gone else self.amount_rupiah(line, offer.material, price)
        return ShownLine(position, offer, line, price, amount, gone)

    def _gone(self, line: LineDraft) -> bool:
        return all(each.id != line.material_id for each in self.prices.board.materials)

    def _take_prices(self, prices: DayPrices) -> None:
        """A material that leaves the list later keeps its name here, for the lines that were weighed in already."""
        self.prices = prices
        self._known.update((each.id, each) for each in prices.board.materials)

    def offer(self, material_id: int | None, condition: Condition) -> Offer | None:
        """A material in a condition at today's price; None for one that is not known."""
        material = self._known.get(material_id or 0)
        if material is None:
            return None
        board = self.prices.board
        several = len(board.conditions(material.id, self.member_class_id)) > 1
        return offer_of(board, material, condition, self.member_class_id, several=several)

    def _offer(self, line: LineDraft) -> Offer:
        offer = self.offer(line.material_id, line.condition)
        if offer is None:
            raise KeyError(line.material_id)
        return offer

    # --- totals and payment --------------------------------------------------------------------------------

    def totals(self) -> Totals:
        """The sums as they stand."""
        lines = self.shown()

        def net(unit: Unit) -> int:
            return sum(line.draft.net for line in lines if line.offer.material.unit is unit)

        rupiah = sum(line.amount_rupiah for line in lines)
        return Totals(len(self.lines), net(Unit.KILOGRAM), net(Unit.PIECE), net(Unit.LITRE), rupiah)

    def pay(self, payment: Payment) -> None:
        """Choose how it is paid."""
        self.payment = payment
        self.unread()

    def pay_cash(self, rupiah: int | None) -> None:
        """The cash part of a split; None while it is not readable."""
        self.cash_rupiah = rupiah
        self.unread()

    def split(self) -> tuple[int, int]:
        """Rupiah to the savings and rupiah in cash as they would be saved."""
        total = self.totals().rupiah
        match self.payment:
            case Payment.SAVINGS:
                return total, 0
            case Payment.CASH:
                return 0, total
            case Payment.GIVEN:
                return 0, 0
            case Payment.SPLIT:
                cash = min(self.cash_rupiah or 0, total)
                return total - cash, cash

    def balance_after_rupiah(self) -> int:
        """The member's balance once this is saved."""
        if self.member is None:
            return self.split()[0]
        undone = self.correction.undone_rupiah(self.member.member.id) if self.correction else 0
        return self.member.balance_rupiah - undone + self.split()[0]

    # --- the read-back -------------------------------------------------------------------------------------

    def read_back(self) -> Totals:
        """The totals to be said to the member, who then hears what will be saved.

        Raises `NoLines`, `LineRefused`, `PriceMissing`, `UnknownMaterial` or `SplitRefused` where saving would.
        """
        if not self.lines:
            raise NoLines
        for line in self.shown():
            self.check(line.draft, line.offer.material, line.position)
        totals = self.totals()
        if self.payment is Payment.SPLIT and not 0 < (self.cash_rupiah or 0) < totals.rupiah:
            raise SplitRefused(totals.rupiah)
        self.read_back_rupiah = totals.rupiah
        return totals

    def unread(self) -> None:
        """Something changed, so what was read back no longer holds, nor what was agreed to be owed."""
        self.read_back_rupiah = None
        if self.correction is not None:
            self.correction = self.correction.owing(0)

    def owe(self, debt_rupiah: int) -> None:
        """So much of what is put right may become a debt, until something changes."""
        self.unread()
        if self.correction is not None:
            self.correction = self.correction.owing(debt_rupiah)

    def draft(self, slip: Slip | None = None) -> DepositDraft | None:
        """What is saved, with what was written by hand before; None until it was read back."""
        if self.member is None or self.read_back_rupiah is None:
            return None
        cash = self.cash_rupiah or 0 if self.payment is Payment.SPLIT else 0
        return DepositDraft(
            self.key, self.member.member.id, tuple(self.lines), self.payment, self.read_back_rupiah, cash, slip
        )

    def reprice(self, prices: DayPrices) -> bool:
        """Take in a day's prices anew; True when that changed the total."""
        before = self.totals().rupiah
        self._take_prices(prices)
        changed = self.totals().rupiah != before
        if changed:
            self.unread()
        return changed

    def position_of(self, material_name: str, condition: str) -> int | None:
        """Where a refused material stands in the list."""
        for line in self.shown():
            if line.offer.material.name == material_name and line.draft.condition == condition:
                return line.position
        return None
