"""Refusals from the gate to the buyer; worded beside those of `daurulang.errors`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daurulang.errors import UserError


@dataclass(eq=False)
class GoodsRefused(UserError):
    """A line that cannot be so; `problem`: nothing, negative, tare_too_large, not_by_weight (its unit is another),
    inactive_material, difference_unexplained, too_much, not_carried (what comes out is not carried to another store).
    """

    position: int
    problem: str


@dataclass(eq=False)
class NoGoods(UserError):
    """A load, batch, disposal or sale without a line; `side` of a batch that lacks its inputs or outputs."""

    side: str = ""


@dataclass(eq=False)
class NameUnknown(UserError):
    """`what`: source, store, buyer, sale, category; its id is not there or it is no longer used."""

    what: str
    id: int


@dataclass(eq=False)
class PaymentMissing(UserError):
    """A load is said to be paid, but no line says how much."""


@dataclass(eq=False)
class LossUnconfirmed(UserError):
    """What goes in, comes out and stays as residue leaves a difference that nobody has confirmed; below zero where more
    comes out than went in.
    """

    loss_grams: int


@dataclass(eq=False)
class SellPriceMissing(UserError):
    """The cost cannot be carried by value: these `materials` (names) have no sell price on the day."""

    materials: tuple[str, ...]


@dataclass(eq=False)
class WeightMissing(UserError):
    """The cost cannot be carried by weight: these `materials` (names) that come out beside others weigh nothing."""

    materials: tuple[str, ...]


@dataclass(eq=False)
class PaidBeforeSale(UserError):
    """A sale is paid for on its `day` or later."""

    day: date


@dataclass(eq=False)
class PaidTooMuch(UserError):
    """More than the buyer still owes for the sale."""

    outstanding_rupiah: int
    rupiah: int


@dataclass(eq=False)
class DueBeforeSale(UserError):
    """What is bought on account is due on the day of the sale or later."""

    day: date
    due_day: date


@dataclass(eq=False)
class PaymentsStand(UserError):
    """A sale that was paid for later is reversed after those payments."""
