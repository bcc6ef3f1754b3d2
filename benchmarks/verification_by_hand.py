"""The floor of checking a book: its rows in the order of their entries, hashed as the chain needs them, with the driver
alone; nothing is compared but the hashes.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

_ENTRY = (
    "id, previous_hash, counter_id, sequence, form_key, form_hash, kind, day, at_ms, staff_id, member_id, money_count,"
    " mass_count, heading_hash, document_hash, heading, hash"
)
_COUNT = "at_ms, staff_id, counted_rupiah, denominations"
_HASHED_OF_MASS = 8
_TRANSFERS = {
    "money_transfer": "position, debit_account_id, credit_account_id, rupiah",
    "mass_transfer": "position, from_place_id, from_material_id, to_place_id, to_material_id, grams, pieces,"
    " millilitres, from_condition, to_condition, cost_rupiah",
    "deposit_line": "position, material_id, code, name, condition, unit, gross, tare, deduction, deduction_reason, net,"
    " grams, price_id, price_rupiah, amount_rupiah",
}
_DOCUMENTS = {
    "deposit": "member_id, member_class_id, village_code, payment, savings_rupiah, cash_rupiah, balance_after_rupiah,"
    " line_count",
    "payout": "member_id, method, reference, rupiah, balance_after_rupiah",
    "reversal": "original_id, reason, approver_id, balance_after_rupiah",
    "cash_opening": "counter_id, expected_rupiah, counted_rupiah, reason",
    "cash_movement": "direction, other_side, rupiah, reason",
    "cash_closing": "opening_id, expected_rupiah, counted_rupiah, denominations, reason",
}

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def by_json(value: object) -> bytes:
    """The canonical text as Python's own module writes it."""
    return _JSON(value).encode()


def hashed(book: Path, encode: Callable[[object], bytes]) -> int:
    """How many entries agree with the hashes that they state; closings are hashed without their documents."""
    source = dbapi2.connect(str(book))
    money, mass, lines = (
        _taker(source, f"SELECT entry_id, {columns} FROM {table} ORDER BY entry_id, position")
        for table, columns in _TRANSFERS.items()
    )
    documents = {
        kind: _taker(source, f"SELECT entry_id, {columns} FROM {kind} ORDER BY entry_id")
        for kind, columns in _DOCUMENTS.items()
    }
    counts = _taker(source, f"SELECT opening_id, {_COUNT} FROM cash_count ORDER BY opening_id, id")
    right = 0
    for row in source.execute(f"SELECT {_ENTRY} FROM entry ORDER BY id"):
        entry_id, kind = row[0], row[6]
        goods = [each[:_HASHED_OF_MASS] for each in mass(entry_id)]
        whole = sha256(encode((row[1:15], money(entry_id), goods))).hexdigest()
        document = heading = ""
        if kind in documents:
            (head,) = documents[kind](entry_id)
            if kind == "deposit":
                head = (head, lines(entry_id))
            elif kind == "cash_closing":
                head = (*head, counts(head[0]))
            document, heading = sha256(encode(head)).hexdigest(), sha256(row[15].encode()).hexdigest()
        right += whole == row[16] and (not document or (document, heading) == (row[14], row[13]))
    source.close()
    return right


def _taker(source: Any, question: str) -> Callable[[int], list[tuple[Any, ...]]]:
    """What hands out the rows of one entry after the other."""
    rows = source.execute(question)
    waiting = next(rows, None)

    def take(entry_id: int) -> list[tuple[Any, ...]]:
        nonlocal waiting
        taken = []
        while waiting is not None and waiting[0] == entry_id:
            taken.append(waiting[1:])
            waiting = next(rows, None)
        return taken

    return take
