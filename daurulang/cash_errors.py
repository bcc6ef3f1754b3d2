"""Refusals at the cash box; worded beside those of `daurulang.errors`."""

from __future__ import annotations

from dataclasses import dataclass

from daurulang.errors import UserError


@dataclass(eq=False)
class CashTooLittle(UserError):
    """More was to be taken out of the box than the book says is in it; how much that is, is told after a count only."""


@dataclass(eq=False)
class CountStands(UserError):
    """The box was counted before in this session, as `counted_rupiah`: only that count, made blind, can be posted."""

    counted_rupiah: int
