"""What can be wrong with a book."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from daurulang.ledger.gaps import Gap


class ProblemKind(StrEnum):
    """What can be wrong with a book."""

    FILE_DAMAGED = "file_damaged"
    GUARD_MISSING = "guard_missing"
    ENTRIES_LOST = "entries_lost"
    NUMBER_MISSING = "number_missing"
    CHAIN_BROKEN = "chain_broken"
    ENTRY_CHANGED = "entry_changed"
    HEADING_CHANGED = "heading_changed"
    NUMBER_DIFFERS = "number_differs"
    PRICE_CHANGED = "price_changed"
    TRANSFERS_MISSING = "transfers_missing"
    DOCUMENT_MISSING = "document_missing"
    DOCUMENT_CHANGED = "document_changed"
    DOCUMENT_WITHOUT_ENTRY = "document_without_entry"
    COPIES_MISSING = "copies_missing"
    COUNTER_CHANGED = "counter_changed"
    LINE_WRONG = "line_wrong"
    MONEY_DIFFERS = "money_differs"
    GOODS_DIFFER = "goods_differ"
    BALANCE_WRONG = "balance_wrong"
    BALANCE_NEGATIVE = "balance_negative"
    REVERSAL_DIFFERS = "reversal_differs"
    REPLACEMENT_DIFFERS = "replacement_differs"
    CLOSING_CHANGED = "closing_changed"
    CLOSING_DIFFERS = "closing_differs"
    CASH_DIFFERS = "cash_differs"
    CASH_SESSION_WRONG = "cash_session_wrong"
    COUNT_DIFFERS = "count_differs"
    STOCK_DIFFERS = "stock_differs"
    STOCK_NEGATIVE = "stock_negative"
    STOCK_VALUE_WRONG = "stock_value_wrong"
    COST_DIFFERS = "cost_differs"
    PROCESS_NOT_EMPTY = "process_not_empty"
    MASS_UNBALANCED = "mass_unbalanced"
    SUM_WRONG = "sum_wrong"
    RECEIVABLE_WRONG = "receivable_wrong"
    DEBT_WRONG = "debt_wrong"
    GAP_CHANGED = "gap_changed"


Found = Callable[[ProblemKind, str], None]
"""Notes a problem: its kind and where it is."""


@dataclass(frozen=True, slots=True)
class Problem:
    """`where` is a receipt's number, or the name of what is damaged."""

    kind: ProblemKind
    where: str


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The last number of a counter and the hash of that entry, which all before it are chained to."""

    counter: str
    sequence: int
    hash: str


@dataclass(frozen=True, slots=True)
class Verification:
    """How many entries were recomputed and what is wrong with them; no problems means that the book is sound. Numbers
    that a restore gave up are told as `gaps`.
    """

    entries: int
    problems: tuple[Problem, ...]
    heads: tuple[ChainHead, ...] = ()
    gaps: tuple[Gap, ...] = ()
