"""The papers that were handed out: each of an entry, and none missing between the original and the last copy."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.ledger.model import counter, entry
from daurulang.ledger.service import format_number
from daurulang.receipts.model import receipt_print
from daurulang.verification.problems import ProblemKind

_OF_ENTRIES = (
    sa.select(
        receipt_print.c.entry_id,
        sa.func.min(receipt_print.c.copy).label("first"),
        (sa.func.max(receipt_print.c.copy) - sa.func.count()).label("beyond"),
    )
    .group_by(receipt_print.c.entry_id)
    .subquery("of_entries")
)
_COPIES = (
    sa.select(_OF_ENTRIES.c.entry_id, counter.c.code, entry.c.sequence)
    .outerjoin(entry, entry.c.id == _OF_ENTRIES.c.entry_id)
    .outerjoin(counter, counter.c.id == entry.c.counter_id)
    .where(sa.or_(entry.c.id.is_(None), _OF_ENTRIES.c.first != 0, _OF_ENTRIES.c.beyond != -1))
    .order_by(_OF_ENTRIES.c.entry_id)
)


def receipts_found(connection: Connection) -> Iterator[tuple[ProblemKind, str]]:
    """What is wrong with them. Of a counter's last entry that was taken away whole, the chain knows nothing; the paper
    that was handed out does.
    """
    for entry_id, code, sequence in connection.execute(_COPIES):
        if sequence is None:
            yield ProblemKind.DOCUMENT_WITHOUT_ENTRY, f"receipt {entry_id}"
        else:
            yield ProblemKind.COPIES_MISSING, format_number(code or "?", sequence)
