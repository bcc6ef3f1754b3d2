"""What must be in a book, kept with dictionaries and fractions."""

from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from math import floor

from daurulang.corrections.service import ReversalDraft
from daurulang.debts.service import RepaymentDraft
from daurulang.deposits.service import DepositDraft
from daurulang.payouts.service import PayoutDraft

DAY = date(2026, 3, 10)
MEMBERS = (1, 2)
PET, BOTTLE, OIL = 1, 2, 3
BASE = {PET: 1000, BOTTLE: 1, OIL: 1000}
GRAMS = {PET: 1000, BOTTLE: 0, OIL: 915}
REASON = "salah timbang, anggota lain"
NAMES = ("Nur Hayati", "Moh. Ridwan", "Kholifah", "Ra'as", "O'Brien; --")


Draft = DepositDraft | PayoutDraft | ReversalDraft | RepaymentDraft


@dataclass(frozen=True)
class Effect:
    """What an act changes for whom."""

    who: int
    savings: int = 0
    cash_out: int = 0
    bank_out: int = 0
    grams: int = 0
    deposits: int = 0
    payouts: int = 0
    debt: int = 0

    def turned_round(self) -> "Effect":
        return Effect(self.who, **{name: -value for name, value in vars(self).items() if name != "who"})

    def owing(self, missing: int) -> "Effect":
        """The same where so much was paid out before and is owed from now on."""
        return replace(self, savings=self.savings + missing, debt=self.debt + missing)


@dataclass
class Posted:
    """An act that was saved; `instead` undid what it replaces."""

    draft: Draft
    entry_id: int
    effect: Effect
    reversed: bool = False
    instead: ReversalDraft | None = None


@dataclass
class Model:
    """The sums of the book; `debts_allowed` is the rule of its counter."""

    prices: dict[int, int]
    savings: dict[int, int]
    names: dict[int, str]
    debts_allowed: bool = False
    debts: dict[int, int] = field(default_factory=lambda: dict.fromkeys(MEMBERS, 0))
    cash_out: int = 0
    bank_out: int = 0
    grams: int = 0
    deposits: int = 0
    payouts: int = 0

    def apply(self, effect: Effect) -> None:
        self.savings[effect.who] += effect.savings
        self.debts[effect.who] += effect.debt
        self.cash_out += effect.cash_out
        self.bank_out += effect.bank_out
        self.grams += effect.grams
        self.deposits += effect.deposits
        self.payouts += effect.payouts

    def free(self, who: int) -> int:
        """What a debt leaves of the savings; below zero where it is larger."""
        return self.savings[who] - self.debts[who]

    def value(self, material: int, net: int) -> int:
        return floor(Fraction(net * self.prices[material], BASE[material]) + Fraction(1, 2))

    def weight(self, material: int, net: int) -> int:
        return floor(Fraction(net * GRAMS[material], BASE[material]) + Fraction(1, 2))
