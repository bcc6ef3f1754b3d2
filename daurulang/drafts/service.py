"""Keeping a form that is half typed, and letting it go."""

from __future__ import annotations

import sqlalchemy as sa

from daurulang import periods
from daurulang.database import Database
from daurulang.drafts.model import DraftKind, draft
from daurulang.drafts.queries import POSTED
from daurulang.ledger.service import Desk


def keep(db: Database, form_key: str, kind: DraftKind, desk: Desk, content: str) -> None:
    """Write a form as it is typed now, in the place of what was kept of it before.

    `content` is text that only the form's own screen reads. Drafts of this counter whose form was posted meanwhile go
    at the same time, so that posting itself has nothing to do with them.
    """
    values = {
        "form_key": form_key,
        "kind": kind,
        "counter_id": desk.counter_id,
        "staff_id": desk.staff_id,
        "at_ms": periods.now_ms(),
        "content": content,
    }
    with db.transaction() as connection:
        of_counter = draft.c.counter_id == desk.counter_id
        connection.execute(sa.delete(draft).where(sa.or_(draft.c.form_key == form_key, sa.and_(of_counter, POSTED))))
        connection.execute(sa.insert(draft), values)


def drop(db: Database, form_key: str) -> None:
    """Forget a form, if anything of it is kept: it was posted, or somebody threw it away."""
    with db.transaction() as connection:
        connection.execute(sa.delete(draft).where(draft.c.form_key == form_key))
