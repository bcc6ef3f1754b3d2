"""Recording a deposit: lines weighed in, priced at the price of the day, posted once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.cash.queries import require_cash
from daurulang.centre.queries import CounterRule, rule_of
from daurulang.corrections.queries import refuse_before_opening
from daurulang.database import Database
from daurulang.deposits.model import Payment, deposit, deposit_line
from daurulang.errors import (
    BadNumber,
    LineRefused,
    MemberInactive,
    NoLines,
    PriceMissing,
    SplitRefused,
    TotalChanged,
    UnknownMaterial,
)
from daurulang.handwritten_slips import service as slips
from daurulang.handwritten_slips.service import Slip
from daurulang.ledger.model import EntryKind, Place, SystemAccount
from daurulang.ledger.queries import credit_balance_rupiah
from daurulang.ledger.service import Act, Desk, Form, Mass, Money, form_of, hash_of, post, save_once
from daurulang.materials.queries import Material, Price, PriceKey, buy_price, goods_on
from daurulang.members.visit import Visit, visit_of
from daurulang.quantities import MAX_RUPIAH, Condition, Unit, grams_of, line_amount_rupiah

MOST_PIECES = 100_000

# What enters the document's hash, in this order, for good: columns of `deposit`, then of each `deposit_line`.
HEAD_COLUMNS = (
    "member_id",
    "member_class_id",
    "village_code",
    "payment",
    "savings_rupiah",
    "cash_rupiah",
    "balance_after_rupiah",
    "line_count",
)
LINE_COLUMNS = (
    "position",
    "material_id",
    "code",
    "name",
    "condition",
    "unit",
    "gross",
    "tare",
    "deduction",
    "deduction_reason",
    "net",
    "grams",
    "price_id",
    "price_rupiah",
    "amount_rupiah",
)


@dataclass(frozen=True, slots=True)
class LineDraft:
    """One material on the scale; the three quantities in the base of the material's unit (grams, pieces, ml)."""

    material_id: int
    gross: int
    condition: Condition = Condition.CLEAN
    tare: int = 0
    deduction: int = 0
    deduction_reason: str = ""

    @property
    def net(self) -> int:
        """What is paid for."""
        return self.gross - self.tare - self.deduction


@dataclass(frozen=True, slots=True)
class DepositDraft:
    """What the deposit form holds. `read_back_rupiah` is the total the member was told; `slip` what was written by hand
    before.
    """

    form_key: str
    member_id: int
    lines: tuple[LineDraft, ...]
    payment: Payment
    read_back_rupiah: int
    cash_rupiah: int = 0
    slip: Slip | None = None

    @property
    def pays_cash(self) -> bool:
        """Whether money leaves the box with it."""
        return self.payment in (Payment.CASH, Payment.SPLIT) and self.read_back_rupiah > 0


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line with its price and value, as it is frozen; `price_id` None where nothing is paid."""

    draft: LineDraft
    material: Material
    grams: int
    price_id: int | None
    price_rupiah: int
    amount_rupiah: int


@dataclass(frozen=True, slots=True)
class Replaced:
    """What a deposit keeps of the one it replaces: the day of its prices (None: that of the new one), and where both
    are of the `same_member` the class, the village and the place as it was printed.
    """

    priced_on: date | None
    same_member: bool
    member_class_id: int
    village_code: str | None
    place: str


def record(db: Database, desk: Desk, draft: DepositDraft, day: date | None = None) -> int:
    """Post a deposit and return its entry's id; saving the same form again returns the first.

    `day` is today at the centre unless an older day is entered; a slip is priced at its own day and booked on it while
    that takes entries. Raises `NoLines`, `LineRefused`, `SplitRefused`, `BadNumber`, `BadDay`, `UnknownMember`,
    `MemberInactive`, `UnknownMaterial`, `PriceMissing`, `TotalChanged`, `NoCashSession`, `CashTooLittle`,
    `OpeningStands`, what `slips.check` and `slips.keep` raise of a slip, and what `save_once` raises.
    """
    form = form_of(draft.form_key, draft, day)

    def act(connection: Connection) -> int:
        entry_id = record_part(connection, desk, draft, form, day)
        if draft.pays_cash:
            require_cash(connection, desk.counter_id)
        slips.keep(connection, entry_id, draft.slip)
        return entry_id

    return save_once(db, form, act)


def record_part(
    connection: Connection,
    desk: Desk,
    draft: DepositDraft,
    form: Form,
    day: date | None,
    replaced: Replaced | None = None,
) -> int:
    """The part of `record` inside the transaction; its slip is kept when all of the act is posted (`slips.keep`), and
    the box is asked for the cash then (`require_cash`).
    """
    visit = _as_it_was(visit_of(connection, desk, draft.member_id), replaced)
    member, days = visit.member, slips.days_of(connection, visit, draft.slip, day)
    priced_on = days.rules
    if replaced is not None and replaced.priced_on is not None and draft.slip is None:
        priced_on = replaced.priced_on
    lines = _priced(connection, draft, member.member_class_id, priced_on)
    savings_rupiah, cash_rupiah = _split(draft, sum(line.amount_rupiah for line in lines))
    if draft.slip is not None and savings_rupiah:
        refuse_before_opening(connection, member.id, draft.slip.day)
    balance_after = credit_balance_rupiah(connection, member.savings_account_id) + savings_rupiah
    head = {
        "member_id": member.id,
        "member_class_id": member.member_class_id,
        "village_code": member.village_code,
        "payment": draft.payment,
        "savings_rupiah": savings_rupiah,
        "cash_rupiah": cash_rupiah,
        "balance_after_rupiah": balance_after,
        "line_count": len(lines),
    }
    rows = [_line_row(position, line) for position, line in enumerate(lines, 1)]
    entry_id = post(
        connection,
        Act(
            kind=EntryKind.DEPOSIT,
            form=form,
            desk=desk,
            day=days.booked,
            heading=asdict(visit.heading),
            document_hash=document_hash(
                [head[name] for name in HEAD_COLUMNS],
                [[row[name] for name in LINE_COLUMNS] for row in rows],
                slip=slips.row_of(draft.slip),
            ),
            member_id=member.id,
            money=_money(visit, savings_rupiah, cash_rupiah),
            mass=[_mass(line) for line in lines],
        ),
    )
    connection.execute(sa.insert(deposit), {"entry_id": entry_id, **head})
    connection.execute(sa.insert(deposit_line), [{"entry_id": entry_id, **row} for row in rows])
    return entry_id


def _as_it_was(visit: Visit, replaced: Replaced | None) -> Visit:
    """Who brings it: of a deposit that is put right, as that member was then. Raises `MemberInactive`, but not for what
    stands in the book already.
    """
    if replaced is None or not replaced.same_member:
        if not visit.member.active:
            raise MemberInactive(visit.member.name)
        return visit
    member, heading = visit.member, visit.heading
    if replaced.village_code != member.village_code:
        heading = replace(heading, member_place=replaced.place)
    was = replace(member, member_class_id=replaced.member_class_id, village_code=replaced.village_code)
    return replace(visit, member=was, heading=heading)


def document_hash(
    head: Sequence[object],
    lines: Sequence[Sequence[object]],
    imported: Sequence[object] | None = None,
    slip: Sequence[object] | None = None,
) -> str:
    """The hash that stands in the entry for its rows of `deposit` (`HEAD_COLUMNS`) and its lines (`LINE_COLUMNS`), and
    for where it came from: an old book (`IMPORT_COLUMNS`) or a slip written by hand (`slips.COLUMNS`).
    """
    return hash_of([head, lines, *filter(None, (imported, slip))])


def _priced(connection: Connection, draft: DepositDraft, member_class_id: int, day: date) -> list[PricedLine]:
    if not draft.lines:
        raise NoLines
    ids = sorted({line.material_id for line in draft.lines})
    known, prices = goods_on(connection, day, ids, member_class_id)
    given = draft.payment is Payment.GIVEN
    rule = rule_of(connection, day)
    lines = []
    for position, line in enumerate(draft.lines, 1):
        material = known.get(line.material_id)
        if material is None:
            raise UnknownMaterial(str(line.material_id))
        check_line(position, line, material, rule)
        lines.append(price_line(line, material, None if given else _price(prices, line, material, member_class_id)))
    return lines


def check_line(position: int, line: LineDraft, material: Material, rule: CounterRule) -> None:
    """Raise `LineRefused` for what cannot have stood on the scale."""
    limit = MOST_PIECES if material.unit is Unit.PIECE else rule.line_limit_grams
    if not material.active:
        raise LineRefused(position, "inactive_material")
    if line.tare < 0 or line.deduction < 0:
        raise LineRefused(position, "negative")
    if line.net <= 0:
        raise LineRefused(position, "tare_too_large")
    if line.deduction and not line.deduction_reason.strip():
        raise LineRefused(position, "reason_missing")
    if line.gross > limit:
        raise LineRefused(position, "too_heavy", limit)


def price_line(line: LineDraft, material: Material, price: Price | None) -> PricedLine:
    """The line with its weight and its value; without a price it is worth nothing."""
    grams = grams_of(line.net, material.unit, material.grams_per_unit)
    if price is None:
        return PricedLine(line, material, grams, None, 0, 0)
    amount = line_amount_rupiah(line.net, material.unit, price.rupiah)
    return PricedLine(line, material, grams, price.id, price.rupiah, amount)


def _price(prices: Mapping[PriceKey, Price], line: LineDraft, material: Material, member_class_id: int) -> Price:
    found = buy_price(prices, material.id, line.condition, member_class_id)
    if found is None:
        raise PriceMissing(material.name, line.condition)
    return found


def _split(draft: DepositDraft, total_rupiah: int) -> tuple[int, int]:
    """What goes to the savings and what is paid in cash; raises `TotalChanged`, `BadNumber`, `SplitRefused`."""
    if total_rupiah != draft.read_back_rupiah:
        raise TotalChanged(draft.read_back_rupiah, total_rupiah)
    if total_rupiah > MAX_RUPIAH:
        raise BadNumber("too_large", str(total_rupiah))
    match draft.payment:
        case Payment.SAVINGS:
            return total_rupiah, 0
        case Payment.CASH:
            return 0, total_rupiah
        case Payment.GIVEN:
            return 0, 0
        case Payment.SPLIT:
            if not 0 < draft.cash_rupiah < total_rupiah:
                raise SplitRefused(total_rupiah)
            return total_rupiah - draft.cash_rupiah, draft.cash_rupiah


def _money(visit: Visit, savings_rupiah: int, cash_rupiah: int) -> list[Money]:
    paid = ((visit.member.savings_account_id, savings_rupiah), (visit.cash_account_id, cash_rupiah))
    return [Money(SystemAccount.INVENTORY, account_id, rupiah) for account_id, rupiah in paid if rupiah]


def _mass(line: PricedLine) -> Mass:
    return Mass(
        Place.RESIDENTS,
        line.material.id,
        Place.WAREHOUSE,
        line.material.id,
        grams=line.grams,
        pieces=line.draft.net if line.material.unit is Unit.PIECE else 0,
        millilitres=line.draft.net if line.material.unit is Unit.LITRE else 0,
        from_condition=line.draft.condition,
        to_condition=line.draft.condition,
        cost_rupiah=line.amount_rupiah,
    )


def _line_row(position: int, line: PricedLine) -> dict[str, object]:
    return {
        "position": position,
        "material_id": line.material.id,
        "code": line.material.code,
        "name": line.material.name,
        "condition": line.draft.condition,
        "unit": line.material.unit,
        "gross": line.draft.gross,
        "tare": line.draft.tare,
        "deduction": line.draft.deduction,
        "deduction_reason": line.draft.deduction_reason.strip(),
        "net": line.draft.net,
        "grams": line.grams,
        "price_id": line.price_id,
        "price_rupiah": line.price_rupiah,
        "amount_rupiah": line.amount_rupiah,
    }
