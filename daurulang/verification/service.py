"""Recomputing the whole book: the chain of every counter, every sum, every balance; naming what is wrong and where.

One pass over the entries, side by side with their transfers and documents in the same order, so that a book of any
size is checked in constant memory, from one snapshot, beside the working counters.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.corrections import service as corrections
from daurulang.corrections.model import reversal
from daurulang.database import Database
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
    entry,
    imported_entry,
    mass_transfer,
    money_transfer,
)
from daurulang.ledger.service import (
    GENESIS_HASH,
    GRADE_COLUMNS,
    HASHED_COLUMNS,
    IMPORT_COLUMNS,
    MASS_COLUMNS,
    MONEY_COLUMNS,
    digest,
    entry_hash,
    format_number,
)
from daurulang.materials.model import price
from daurulang.members.model import member
from daurulang.members.words import format_member_number
from daurulang.migrations.opening import missing_guards
from daurulang.openings import service as openings
from daurulang.openings.model import opening_balance
from daurulang.payouts import service as payouts
from daurulang.payouts.model import payout
from daurulang.quantities import Unit, line_amount_rupiah
from daurulang.receipts.model import receipt_print
from daurulang.verification.anchors import all_losses
from daurulang.verification.cash import CASH_KINDS, CashCheck
from daurulang.verification.closings import ClosingsCheck
from daurulang.verification.debts import DebtsCheck, with_debt
from daurulang.verification.gaps import GapsCheck
from daurulang.verification.plant import PLANT_KINDS, PlantCheck
from daurulang.verification.problems import ChainHead, Problem, ProblemKind, Verification
from daurulang.verification.replaced import odd_replacements, replacing_keys
from daurulang.verification.stock import StockCheck
from daurulang.verification.streams import BATCH, Row, Side, side_of, stream, turned_round

_NOBODY = 0  # an account that never is: of a member or counter that was taken away


def verify(db: Database, progress: Callable[[int, int], None] = lambda _done, _total: None) -> Verification:
    """Recompute everything; `progress(done, total)` is called now and then and may raise to stop."""
    with db.reading() as connection:
        check = _Check(connection)
        total = int(connection.scalar(sa.select(sa.func.count()).select_from(entry)) or 0)
        check.storage()
        done = 0
        for row in stream(connection, entry, ("id", *HASHED_COLUMNS, "heading", "hash"), (entry.c.id,)):
            check.entry(row)
            done += 1
            if done % BATCH == 0:
                progress(done, total)
        check.finish()
        for loss in all_losses(db, connection):
            check.found(ProblemKind.ENTRIES_LOST, " – ".join(dict.fromkeys(loss.numbers)))
        progress(done, total)
    heads = [ChainHead(check.codes.get(id_, "?"), *last) for id_, last in check.last.items()]
    told = tuple(sorted(heads, key=lambda head: head.counter))
    return Verification(done, tuple(check.problems), told, tuple(check.gaps.passed))


# The transfers of a reversal are those of its original with the two sides changed over.
_MONEY_TURNED = ("position", "credit_account_id", "debit_account_id", "rupiah")
_MASS_TURNED = (
    *("position", *MASS_COLUMNS[3:5], *MASS_COLUMNS[1:3], *MASS_COLUMNS[5:]),
    *("to_condition", "from_condition", "cost_rupiah"),
)


@dataclass
class _Check:
    connection: Connection
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        connection = self.connection
        self.money = side_of(connection, money_transfer, MONEY_COLUMNS)
        self.mass = side_of(connection, mass_transfer, (*MASS_COLUMNS, *GRADE_COLUMNS))
        self.deposits = side_of(connection, deposit, deposits.HEAD_COLUMNS)
        self.lines = side_of(connection, deposit_line, deposits.LINE_COLUMNS)
        self.payouts = side_of(connection, payout, payouts.COLUMNS)
        self.openings = side_of(connection, opening_balance, openings.COLUMNS)
        self.reversals = side_of(connection, reversal, (*corrections.COLUMNS, "debt_rupiah"))
        self.imports = side_of(connection, imported_entry, IMPORT_COLUMNS)
        self.slips = side_of(connection, handwritten_slip, slips.COLUMNS)
        self.turned_money = Side(turned_round(connection, money_transfer, _MONEY_TURNED))
        self.turned_mass = Side(turned_round(connection, mass_transfer, _MASS_TURNED))
        self.replaced_by = Side(replacing_keys(connection))
        self.codes = {row[0]: row[1] for row in connection.execute(sa.select(counter.c.id, counter.c.code))}
        self.cash = {row[0]: row[1] for row in connection.execute(sa.select(counter.c.id, counter.c.cash_account_id))}
        self.gaps = GapsCheck(connection, self.codes, self.found)
        self.boxes = CashCheck(connection, self.cash, self.found)
        self.stock = StockCheck(connection, self.found)
        self.plant = PlantCheck(connection, self.cash, self.stock.pools, self.found)
        self.checks = dict.fromkeys(CASH_KINDS, self.boxes.check) | dict.fromkeys(PLANT_KINDS, self.plant.check)
        self.closings = ClosingsCheck(connection, self.found)
        self.savings = {
            row[0]: row[1] for row in connection.execute(sa.select(member.c.id, member.c.savings_account_id))
        }
        self.debts = DebtsCheck(connection, self.savings, self.cash, self.found)
        self.numbers = {
            row[0]: format_member_number(row[1]) for row in connection.execute(sa.select(member.c.id, member.c.number))
        }
        self.prices = {
            row[0]: (row[1], row[2])
            for row in connection.execute(sa.select(price.c.id, price.c.material_id, price.c.rupiah))
        }
        owed = sa.select(account.c.id).where(account.c.kind == AccountKind.SAVINGS)
        self.balances = dict.fromkeys(connection.scalars(owed), 0)
        self.last: dict[int, tuple[int, str]] = {}

    def found(self, kind: ProblemKind, where: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(kind, where))

    def storage(self) -> None:
        """The file's own structure and the guards in the database."""
        if self.connection.dialect.name == "sqlite":
            for (words,) in self.connection.exec_driver_sql("PRAGMA quick_check(10)"):
                if words != "ok":
                    self.found(ProblemKind.FILE_DAMAGED, words)
        for name in missing_guards(self.connection):
            self.found(ProblemKind.GUARD_MISSING, name)

    def entry(self, row: Row) -> None:
        """One entry with everything that hangs on it."""
        entry_id, heading, stated_hash = row[0], row[-2], row[-1]
        hashed = row[1:-2]
        values = dict(zip(HASHED_COLUMNS, hashed, strict=True))
        number = format_number(self.codes.get(values["counter_id"], "?"), values["sequence"])
        self._chain(values, stated_hash, number)
        self.closings.entry(number, stated_hash)
        money, mass = self.money.take(entry_id), self.mass.take(entry_id)
        if len(money) != values["money_count"] or len(mass) != values["mass_count"]:
            self.found(ProblemKind.TRANSFERS_MISSING, number)
        if entry_hash(hashed, money, [row[: len(MASS_COLUMNS)] for row in mass]) != stated_hash:
            self.found(ProblemKind.ENTRY_CHANGED, number)
        self._heading(values, heading, number)
        self._balances(money, number)
        self.debts.move(values, money, number)
        imported = self.imports.take(entry_id)
        slip = self._slip(entry_id, values, number)
        found = {
            EntryKind.DEPOSIT: self.deposits.take(entry_id),
            EntryKind.PAYOUT: self.payouts.take(entry_id),
            EntryKind.OPENING_BALANCE: self.openings.take(entry_id),
            EntryKind.REVERSAL: self.reversals.take(entry_id),
            **self.boxes.take(entry_id, imported),
            EntryKind.STOCKTAKE: self.stock.heads.take(entry_id),
            EntryKind.DEBT_REPAYMENT: self.debts.repayments.take(entry_id),
            **self.plant.take(entry_id, imported),
        }
        counted = self.stock.lines.take(entry_id)
        lines, turned = self.lines.take(entry_id), (self.turned_money.take(entry_id), self.turned_mass.take(entry_id))
        replaced_by = "".join(row[0] for row in self.replaced_by.take(entry_id))
        documents = [(kind, row) for kind, rows in found.items() for row in rows]
        match documents:
            case [(EntryKind.DEPOSIT, row)] if values["kind"] == EntryKind.DEPOSIT:
                self._deposit(values, row, lines, (imported, slip), (money, mass), number)
            case [(EntryKind.PAYOUT, row)] if values["kind"] == EntryKind.PAYOUT:
                self._payout(values, row, slip, (money, mass), number)
            case [(EntryKind.OPENING_BALANCE, row)] if values["kind"] == EntryKind.OPENING_BALANCE:
                self._opening(values, row, imported, money, mass, number)
            case [(EntryKind.REVERSAL, row)] if values["kind"] == EntryKind.REVERSAL:
                self._reversal(values, row, (money, mass), turned, replaced_by, number)
            case [(kind, row)] if values["kind"] == kind and kind in self.checks:
                self.checks[kind](entry_id, values, row, (money, mass), number)
            case [(EntryKind.STOCKTAKE, row)] if values["kind"] == EntryKind.STOCKTAKE:
                self.stock.check(values, row, counted, (money, mass), number)
            case [(EntryKind.DEBT_REPAYMENT, row)] if values["kind"] == EntryKind.DEBT_REPAYMENT:
                self._frozen_balance(*self.debts.check(values, row, (money, mass), number), number)
            case _:
                self.found(ProblemKind.DOCUMENT_MISSING, number)
        self.boxes.move(values, money, number)
        self.stock.move(values, money, mass, number)

    def _slip(self, entry_id: int, values: dict[str, Any], number: str) -> Row | None:
        """What a deposit or payout was written on by hand; nothing else is written so."""
        slip = next(iter(self.slips.take(entry_id)), None)
        if slip is not None and values["kind"] not in {EntryKind.DEPOSIT, EntryKind.PAYOUT}:
            self.found(ProblemKind.DOCUMENT_CHANGED, number)
        return slip

    def _chain(self, values: dict[str, Any], stated_hash: str, number: str) -> None:
        last = self.last.get(values["counter_id"], (0, GENESIS_HASH))
        last_sequence, last_hash = self.gaps.passing(values["counter_id"], last, values["sequence"])
        if values["sequence"] != last_sequence + 1:
            self.found(ProblemKind.NUMBER_MISSING, number)
        if values["previous_hash"] != last_hash:
            self.found(ProblemKind.CHAIN_BROKEN, number)
        self.last[values["counter_id"]] = (values["sequence"], stated_hash)

    def _heading(self, values: dict[str, Any], heading: str, number: str) -> None:
        """The names as printed, and that the counter's code and the member's number are still those on the paper."""
        if digest(heading) != values["heading_hash"]:
            self.found(ProblemKind.HEADING_CHANGED, number)
            return
        names = json.loads(heading)
        printed = (names.get("counter_code"), names.get("member_number"))
        if printed != (self.codes.get(values["counter_id"]), self.numbers.get(values["member_id"], "")):
            self.found(ProblemKind.NUMBER_DIFFERS, number)

    def _balances(self, money: list[Row], number: str) -> None:
        for _position, debit, credit, rupiah in money:
            if credit in self.balances:
                self.balances[credit] += rupiah
            if debit in self.balances:
                self.balances[debit] -= rupiah
                if self.balances[debit] < 0:
                    self.found(ProblemKind.BALANCE_NEGATIVE, number)

    def _deposit(
        self,
        values: dict[str, Any],
        row: Row,
        lines: list[Row],
        origin: tuple[list[Row], Row | None],
        transfers: tuple[list[Row], list[Row]],
        number: str,
    ) -> None:
        (imported, slip), (money, mass) = origin, transfers
        if deposits.document_hash(row, lines, imported[0] if imported else None, slip) != values["document_hash"]:
            self.found(ProblemKind.DOCUMENT_CHANGED, number)
        head = dict(zip(deposits.HEAD_COLUMNS, row, strict=True))
        weighed = [dict(zip(deposits.LINE_COLUMNS, line, strict=True)) for line in lines]
        for line in weighed:
            paid_at = (line["material_id"], line["price_rupiah"])
            if line["price_id"] is not None and self.prices.get(line["price_id"]) != paid_at:
                self.found(ProblemKind.PRICE_CHANGED, number)
            if line["unit"] not in set(Unit):
                self.found(ProblemKind.LINE_WRONG, number)
                continue
            amount = line_amount_rupiah(line["net"], Unit(line["unit"]), line["price_rupiah"])
            # A line of an old book keeps the total that its paper states.
            counted = bool(imported) or amount == line["amount_rupiah"]
            if not counted or line["net"] != line["gross"] - line["tare"] - line["deduction"]:
                self.found(ProblemKind.LINE_WRONG, number)
        savings_account = self.savings.get(head["member_id"], _NOBODY)
        paid = [
            (savings_account, head["savings_rupiah"]),
            (self.cash.get(values["counter_id"], _NOBODY), head["cash_rupiah"]),
        ]
        expected = [(SystemAccount.INVENTORY, to, rupiah) for to, rupiah in paid if rupiah]
        total = sum(line["amount_rupiah"] for line in weighed)
        if [tuple(each[1:]) for each in money] != expected or total != sum(rupiah for _, rupiah in paid):
            self.found(ProblemKind.MONEY_DIFFERS, number)
        if [tuple(each[1:]) for each in mass] != [_moved(line) for line in weighed]:
            self.found(ProblemKind.GOODS_DIFFER, number)
        self._frozen_balance(savings_account, head["balance_after_rupiah"], number)

    def _payout(
        self, values: dict[str, Any], row: Row, slip: Row | None, transfers: tuple[list[Row], list[Row]], number: str
    ) -> None:
        money, mass = transfers
        if payouts.document_hash(row, slip) != values["document_hash"]:
            self.found(ProblemKind.DOCUMENT_CHANGED, number)
        head = dict(zip(payouts.COLUMNS, row, strict=True))
        savings_account = self.savings.get(head["member_id"], _NOBODY)
        paid_from = self.cash.get(values["counter_id"], _NOBODY) if head["method"] == "cash" else SystemAccount.BANK
        if [tuple(each[1:]) for each in money] != [(savings_account, paid_from, head["rupiah"])]:
            self.found(ProblemKind.MONEY_DIFFERS, number)
        if mass:
            self.found(ProblemKind.GOODS_DIFFER, number)
        self._frozen_balance(savings_account, head["balance_after_rupiah"], number)

    def _opening(
        self, values: dict[str, Any], row: Row, imported: list[Row], money: list[Row], mass: list[Row], number: str
    ) -> None:
        if openings.document_hash(row, imported[0] if imported else None) != values["document_hash"]:
            self.found(ProblemKind.DOCUMENT_CHANGED, number)
        head = dict(zip(openings.COLUMNS, row, strict=True))
        savings_account = self.savings.get(head["member_id"], _NOBODY)
        before, after = head["balance_before_rupiah"], head["balance_after_rupiah"]
        expected = [
            (each.debit_account_id, each.credit_account_id, each.rupiah)
            for each in openings.money_between(savings_account, before, after)
        ]
        if [tuple(each[1:]) for each in money] != expected:
            self.found(ProblemKind.MONEY_DIFFERS, number)
        if mass:
            self.found(ProblemKind.GOODS_DIFFER, number)
        self._frozen_balance(savings_account, after, number)

    def _reversal(
        self,
        values: dict[str, Any],
        row: Row,
        transfers: tuple[list[Row], list[Row]],
        turned: tuple[list[Row], list[Row]],
        replaced_by: str,
        number: str,
    ) -> None:
        *stated, debt = row
        if corrections.document_hash(stated, replaced_by, debt) != values["document_hash"]:
            self.found(ProblemKind.DOCUMENT_CHANGED, number)
        account_id = self.savings.get(values["member_id"], _NOBODY)
        if transfers != (with_debt(turned[0], account_id, debt), turned[1]):
            self.found(ProblemKind.REVERSAL_DIFFERS, number)
        head = dict(zip(corrections.COLUMNS, stated, strict=True))
        self.plant.undone(head["original_id"], number)
        if debt and head["balance_after_rupiah"] != 0:  # only what the savings no longer hold becomes a debt
            self.found(ProblemKind.DEBT_WRONG, number)
        if values["member_id"] is not None:
            self._frozen_balance(account_id, head["balance_after_rupiah"], number)

    def _frozen_balance(self, savings_account: int, stated_rupiah: int, number: str) -> None:
        if self.balances.get(savings_account) != stated_rupiah:
            self.found(ProblemKind.BALANCE_WRONG, number)

    def finish(self) -> None:
        """What is left over belongs to no entry."""
        for entry_id in odd_replacements(self.connection):
            self.found(ProblemKind.REPLACEMENT_DIFFERS, f"replacement {entry_id}")
        own = ("money", "mass", "deposits", "lines", "payouts", "openings", "reversals", "imports", "slips")
        sides: dict[str, Side] = {name: getattr(self, name) for name in own}
        sides |= self.boxes.sides | self.stock.sides | self.plant.sides | {"debt_repayment": self.debts.repayments}
        for name, side in sides.items():
            side.take(None)
            for entry_id in dict.fromkeys(side.orphans):
                self.found(ProblemKind.DOCUMENT_WITHOUT_ENTRY, f"{name} {entry_id}")
        self.gaps.finish(self.last)
        self.stock.pools.finish()
        self.closings.finish()
        # Of a counter's last entry that was taken away whole, the chain knows nothing; the paper handed out does.
        handed_out = (
            sa.select(receipt_print.c.entry_id).distinct().outerjoin(entry, entry.c.id == receipt_print.c.entry_id)
        )
        for entry_id in self.connection.scalars(handed_out.where(entry.c.id.is_(None))):
            self.found(ProblemKind.DOCUMENT_WITHOUT_ENTRY, f"receipt {entry_id}")


def _moved(line: dict[str, Any]) -> tuple[int | str, ...]:
    """The mass transfer that a line of a deposit makes."""
    return (
        *(Place.RESIDENTS, line["material_id"], Place.WAREHOUSE, line["material_id"]),
        line["grams"],
        line["net"] if line["unit"] == Unit.PIECE else 0,
        line["net"] if line["unit"] == Unit.LITRE else 0,
        *(line["condition"], line["condition"], line["amount_rupiah"]),
    )
