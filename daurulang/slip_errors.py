"""Refusals of slips that were written by hand; worded beside those of `daurulang.errors`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daurulang.errors import UserError


@dataclass(eq=False)
class SlipNumberMissing(UserError):
    """A slip is known by the number on it."""


@dataclass(eq=False)
class SlipTooOld(UserError):
    """Slips are entered from `first` on; what is older belongs to the import of old books."""

    first: date


@dataclass(eq=False)
class SlipEnteredBefore(UserError):
    """The slip `number` stands in the book already, as the receipt `receipt`."""

    number: str
    receipt: str
