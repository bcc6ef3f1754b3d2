"""Recomputing the acts of members from their own rows: prices, amounts, transfers, and the balance that was printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter

import sqlalchemy as sa

from daurulang.corrections import service as corrections
from daurulang.corrections.model import reversal
from daurulang.deposits import service as deposits
from daurulang.deposits.model import deposit, deposit_line
from daurulang.handwritten_slips import service as slips
from daurulang.handwritten_slips.model import handwritten_slip
from daurulang.ledger.model import (
    AccountKind,
    EntryKind,
    Place,
    SystemAccount,
    account,
    counter,
    imported_entry,
    mass_transfer,
    money_transfer,
)
from daurulang.ledger.service import IMPORT_COLUMNS, MASS_COLUMNS
from daurulang.materials.model import PriceSide, price
from daurulang.materials.queries import COMMON_CLASS_ID
from daurulang.openings import service as openings
from daurulang.openings.model import opening_balance
from daurulang.payouts import service as payouts
from daurulang.payouts.model import PayoutMethod, payout
from daurulang.quantities import Unit, line_amount_rupiah
from daurulang.verification.debts import with_debt
from daurulang.verification.pools import Pools
from daurulang.verification.problems import Found, ProblemKind
from daurulang.verification.replaced import replacing_keys
from daurulang.verification.streams import Checks, EntryRow, Row, Side, Streams, columns_of, picked

NOBODY = 0  # an account that never is: of a member or counter that was taken away

# The transfers of a reversal are those of its original with the two sides changed over.
_MONEY_TURNED = ("position", "credit_account_id", "debit_account_id", "rupiah")
_MASS_TURNED = (
    *("position", *MASS_COLUMNS[3:5], *MASS_COLUMNS[1:3], *MASS_COLUMNS[5:]),
    *("to_condition", "from_condition", "cost_rupiah"),
)
_deposit_of = picked(
    deposits.HEAD_COLUMNS, "member_id", "member_class_id", "savings_rupiah", "cash_rupiah", "balance_after_rupiah"
)
_amount_of = itemgetter(deposits.LINE_COLUMNS.index("amount_rupiah"))
_payout_of = picked(payouts.COLUMNS, "member_id", "method", "rupiah", "balance_after_rupiah")
_opening_of = picked(openings.COLUMNS, "member_id", "balance_before_rupiah", "balance_after_rupiah")
_BUYING = sa.select(
    *columns_of(price, ("id", "material_id", "condition", "rupiah", "member_class_id", "valid_from"))
).where(price.c.side == sa.literal_column(f"'{PriceSide.BUY}'"))
_NO_PRICE = (0, "")
_UNITS = {str(unit): unit for unit in Unit}
# Members of an enumeration are looked up slowly, and these are asked for at every line of the book.
_INVENTORY, _BANK = int(SystemAccount.INVENTORY), int(SystemAccount.BANK)
_RESIDENTS, _WAREHOUSE = int(Place.RESIDENTS), int(Place.WAREHOUSE)
_PIECE, _LITRE = str(Unit.PIECE), str(Unit.LITRE)


class DocumentsCheck:
    """Follows the savings through the entries; `savings` and `boxes` are accounts by the id of member and counter,
    `pools` is what lies in the stores.
    """

    def __init__(
        self, streams: Streams, savings: Mapping[int, int], boxes: Mapping[int, int], pools: Pools, found: Found
    ) -> None:
        self._savings, self._boxes, self._pools, self._found = savings, boxes, pools, found
        counters = streams.connection.execute(sa.select(counter.c.id, counter.c.code, counter.c.archive))
        self._archives: dict[int, tuple[str, bool]] = {id_: (code, archive) for id_, code, archive in counters}
        self._lines = streams.side_of(deposit_line, deposits.LINE_COLUMNS)
        self.imports = streams.side_of(imported_entry, IMPORT_COLUMNS)
        self._slips = streams.side_of(handwritten_slip, slips.COLUMNS)
        self.sides: dict[str, Side] = {"lines": self._lines, "imports": self.imports, "slips": self._slips}
        self.checks: Checks = {
            EntryKind.DEPOSIT: (streams.side_of(deposit, deposits.HEAD_COLUMNS), self._deposit),
            EntryKind.PAYOUT: (streams.side_of(payout, payouts.COLUMNS), self._payout),
            EntryKind.OPENING_BALANCE: (streams.side_of(opening_balance, openings.COLUMNS), self._opening),
            EntryKind.REVERSAL: (streams.side_of(reversal, (*corrections.COLUMNS, "debt_rupiah")), self._reversal),
        }
        self._turned_money = streams.turned_round(money_transfer, _MONEY_TURNED)
        self._turned_mass = streams.turned_round(mass_transfer, _MASS_TURNED)
        self._replaced_by = replacing_keys(streams)
        self._prices = {row[:4]: row[4:] for row in streams.rows(_BUYING)}
        owed = sa.select(account.c.id).where(account.c.kind == AccountKind.SAVINGS)
        self._balances = dict.fromkeys(streams.connection.scalars(owed), 0)

    def move(self, money: Sequence[Row], number: str) -> None:
        """What an entry puts into savings or takes out of them."""
        balances = self._balances
        for _position, debit, credit, rupiah in money:
            if credit in balances:
                balances[credit] += rupiah
            if debit in balances:
                balances[debit] -= rupiah
                if balances[debit] < 0:
                    self._found(ProblemKind.BALANCE_NEGATIVE, number)

    def frozen_balance(self, savings_account: int, stated_rupiah: int, number: str) -> None:
        """What a paper states, after its money was moved."""
        if self._balances.get(savings_account) != stated_rupiah:
            self._found(ProblemKind.BALANCE_WRONG, number)

    def _deposit(self, entry: EntryRow, row: Row, money: list[Row], mass: list[Row], number: str) -> None:
        lines = self._lines.take(entry.id)
        imported, slip = self.imports.take_one(entry.id), self._slips.take_one(entry.id)
        if deposits.document_hash(row, lines, imported, slip) != entry.document_hash:
            self._found(ProblemKind.DOCUMENT_CHANGED, number)
        self._of_archive(entry, imported=imported is not None)
        member_id, class_id, savings_rupiah, cash_rupiah, balance_after = _deposit_of(row)
        savings = self._savings.get(member_id, NOBODY)
        paid = ((savings, savings_rupiah), (self._boxes.get(entry.counter_id, NOBODY), cash_rupiah))
        wanted = [(_INVENTORY, to, rupiah) for to, rupiah in paid if rupiah]
        if [each[1:] for each in money] != wanted or sum(map(_amount_of, lines)) != savings_rupiah + cash_rupiah:
            self._found(ProblemKind.MONEY_DIFFERS, number)
        priced_on = entry.day if slip is None else slip[1]
        if mass != self._goods(lines, number, class_id, priced_on, imported=imported is not None):
            self._found(ProblemKind.GOODS_DIFFER, number)
        self.frozen_balance(savings, balance_after, number)

    def _of_archive(self, entry: EntryRow, *, imported: bool) -> None:
        """An archive holds what was taken over from old books and nothing else; a counter that does not fit is told
        once.
        """
        code, archive = self._archives.get(entry.counter_id, ("", imported))
        if archive != imported:
            del self._archives[entry.counter_id]
            self._found(ProblemKind.COUNTER_CHANGED, code)

    def _goods(self, lines: Sequence[Row], number: str, class_id: int, priced_on: str, *, imported: bool) -> list[Row]:
        """What the lines of a deposit move, when each of them is looked at; `priced_on` is a day as its text."""
        moved: list[Row] = []
        for line in lines:
            (
                position, material_id, _code, _name, condition, unit, gross, tare, deduction, _reason,
                net, grams, price_id, rupiah, amount,
            ) = line  # fmt: skip
            if price_id is not None:
                paid = (price_id, material_id, condition, rupiah)
                of_class, valid_from = self._prices.get(paid, _NO_PRICE)
                if of_class not in (class_id, COMMON_CLASS_ID) or valid_from > priced_on:
                    self._found(ProblemKind.PRICE_CHANGED, number)
            # A line of an old book keeps the total that its paper states.
            right = unit in _UNITS and (imported or line_amount_rupiah(net, _UNITS[unit], rupiah) == amount)
            if not right or net != gross - tare - deduction:
                self._found(ProblemKind.LINE_WRONG, number)
            pieces, millilitres = (net if unit == _PIECE else 0), (net if unit == _LITRE else 0)
            goods = (position, _RESIDENTS, material_id, _WAREHOUSE, material_id, grams, pieces, millilitres)
            moved.append((*goods, condition, condition, amount))
        return moved

    def _payout(self, entry: EntryRow, row: Row, money: list[Row], mass: list[Row], number: str) -> None:
        if payouts.document_hash(row, self._slips.take_one(entry.id)) != entry.document_hash:
            self._found(ProblemKind.DOCUMENT_CHANGED, number)
        self._of_archive(entry, imported=False)
        member_id, method, rupiah, balance_after = _payout_of(row)
        savings = self._savings.get(member_id, NOBODY)
        paid_from = self._boxes.get(entry.counter_id, NOBODY) if method == PayoutMethod.CASH else _BANK
        if [each[1:] for each in money] != [(savings, paid_from, rupiah)]:
            self._found(ProblemKind.MONEY_DIFFERS, number)
        if mass:
            self._found(ProblemKind.GOODS_DIFFER, number)
        self.frozen_balance(savings, balance_after, number)

    def _opening(self, entry: EntryRow, row: Row, money: list[Row], mass: list[Row], number: str) -> None:
        imported = self.imports.take_one(entry.id)
        if openings.document_hash(row, imported) != entry.document_hash:
            self._found(ProblemKind.DOCUMENT_CHANGED, number)
        self._of_archive(entry, imported=imported is not None)
        member_id, before, after = _opening_of(row)
        savings = self._savings.get(member_id, NOBODY)
        wanted = [
            (each.debit_account_id, each.credit_account_id, each.rupiah)
            for each in openings.money_between(savings, before, after)
        ]
        if [each[1:] for each in money] != wanted:
            self._found(ProblemKind.MONEY_DIFFERS, number)
        if mass:
            self._found(ProblemKind.GOODS_DIFFER, number)
        self.frozen_balance(savings, after, number)

    def _reversal(self, entry: EntryRow, row: Row, money: list[Row], mass: list[Row], number: str) -> None:
        *stated, debt = row
        replaced_by = "".join(key for (key,) in self._replaced_by.take(entry.id))
        if corrections.document_hash(stated, replaced_by, debt) != entry.document_hash:
            self._found(ProblemKind.DOCUMENT_CHANGED, number)
        savings = NOBODY if entry.member_id is None else self._savings.get(entry.member_id, NOBODY)
        turned = with_debt(self._turned_money.take(entry.id), savings, debt), self._turned_mass.take(entry.id)
        if (money, mass) != self._pools.settled(*turned):
            self._found(ProblemKind.REVERSAL_DIFFERS, number)
        balance_after = dict(zip(corrections.COLUMNS, stated, strict=True))["balance_after_rupiah"]
        if debt and balance_after != 0:  # only what the savings no longer hold becomes a debt
            self._found(ProblemKind.DEBT_WRONG, number)
        if entry.member_id is not None:
            self.frozen_balance(savings, balance_after, number)
