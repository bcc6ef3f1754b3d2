"""Which forms were left half typed."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from daurulang.database import Database, values_of
from daurulang.drafts.model import DraftKind, draft
from daurulang.ledger.model import entry
from daurulang.staff.model import staff

POSTED = sa.exists().where(entry.c.form_key == draft.c.form_key)
"""The form of a draft stands in the journal: there is nothing to go on with."""


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A form as it was typed last: by whom and when; `content` is for its screen."""

    form_key: str
    kind: DraftKind
    clerk: str
    at_ms: int
    content: str


def open_drafts(db: Database, counter_id: int, kind: DraftKind) -> tuple[KeptDraft, ...]:
    """The forms of a counter that were neither posted nor thrown away, the newest first."""
    query = (
        sa.select(draft.c.form_key, draft.c.kind, staff.c.name, draft.c.at_ms, draft.c.content)
        .join(staff, staff.c.id == draft.c.staff_id)
        .where(draft.c.counter_id == counter_id, draft.c.kind == kind, ~POSTED)
        .order_by(draft.c.at_ms.desc(), draft.c.form_key.desc())
    )
    with db.reading() as connection:
        return values_of(KeptDraft, connection.execute(query))
