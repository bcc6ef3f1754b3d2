"""The words of the cash box as the screens say them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from daurulang.cash.model import Direction, OtherSide
from daurulang.cash.queries import CashAct
from daurulang.closings.box_acts import BoxAct
from daurulang.ledger.model import EntryKind
from daurulang.quantities import format_whole

translate = QCoreApplication.translate


def direction_word(direction: Direction) -> str:
    """Into the box or out of it."""
    return {
        Direction.IN: translate("Cash", "Cash in"),
        Direction.OUT: translate("Cash", "Cash out"),
    }[direction]


def other_side_word(side: OtherSide) -> str:
    """Where cash comes from or goes to."""
    return {
        OtherSide.BANK: translate("Cash", "Bank"),
        OtherSide.OWNER: translate("Cash", "Centre (capital, expenses)"),
    }[side]


def act_words(act: CashAct) -> str:
    """What was done at the box."""
    match act.kind:
        case EntryKind.CASH_OPENING:
            return translate("Cash", "Opened")
        case EntryKind.CASH_CLOSING:
            return translate("Cash", "Closed")
        case _:
            return _moved_words(act.other_side, act.rupiah)


def box_act_words(act: BoxAct) -> str:
    """An act at a box on the page of a day: its number, what it was, the sum, why, and who."""
    if act.other_side is not None:
        what = _moved_words(act.other_side, act.rupiah)
    elif act.kind is EntryKind.CASH_OPENING and not act.reason:
        what = translate("Cash", "First count")
    else:
        what = translate("Cash", "Difference")
    parts = (act.number, what, signed_rupiah(act.rupiah), act.reason, act.clerk)
    return "  ·  ".join(part for part in parts if part)


def _moved_words(other_side: OtherSide | None, rupiah: int) -> str:
    words = translate("Cash", "In") if rupiah > 0 else translate("Cash", "Out")
    side = translate("Cash", "bank") if other_side is OtherSide.BANK else translate("Cash", "centre")
    return f"{words} · {side}"


def signed_rupiah(rupiah: int) -> str:
    """+12.500, −500, – for nothing."""
    if not rupiah:
        return "–"
    return f"+{format_whole(rupiah)}" if rupiah > 0 else f"−{format_whole(-rupiah)}"
