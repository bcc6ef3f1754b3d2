"""What a list of members says of their savings, and whether its own debit and credit agree with it."""

from __future__ import annotations

from daurulang.errors import BadNumber
from daurulang.exchange.amounts import read_balance
from daurulang.exchange.columns import Matching
from daurulang.exchange.workbook import Sheet


def difference(cells: tuple[str, ...], matching: Matching) -> int | None:
    """Debit less credit; None where the list has not both columns. Raises `BadNumber`."""
    if not {"debit", "credit"} <= matching.columns.keys():
        return None
    debit, credit = (matching.cell(cells, field).strip(" -") for field in ("debit", "credit"))
    return (read_balance(debit) if debit else 0) - (read_balance(credit) if credit else 0)


def credit_grows(sheet: Sheet, matching: Matching) -> bool:
    """Whether the list counts credits as savings, as a bank does: asked of its rows, since both ways are used."""
    votes = 0
    if not {"debit", "credit", "balance"} <= matching.columns.keys():
        return False
    for cells in sheet.rows[matching.header_row :]:
        try:
            balance, computed = read_balance(matching.cell(cells, "balance")), difference(cells, matching)
        except BadNumber:
            continue
        votes += (balance == computed) - (computed is not None and balance == -computed)
    return votes < 0
