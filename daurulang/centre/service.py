"""Setting the centre up and changing what its paper says."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.centre.model import LONGEST_SOURCE, MOST_GENERATION_TONNES, centre, counter_rule, logo
from daurulang.centre.queries import Centre, CounterRule, is_set_up
from daurulang.database import Database
from daurulang.errors import AlreadySetUp, AlreadyTaken, BadNumber, FieldMissing, FieldTooLong
from daurulang.ledger import service as ledger
from daurulang.ledger.model import counter
from daurulang.ledger.queries import Counter, counter_by_id
from daurulang.quantities import MAX_QUANTITY, MAX_RUPIAH
from daurulang.villages.service import add_shipped_villages

NAME_LIMIT = 120
COUNTER_CODE_LIMIT = 8
LOGO_LIMIT_BYTES = 1_000_000


def set_up(db: Database, draft: Centre) -> None:
    """Give a new book its centre, its first counter "L1" and the villages of Bangkalan.

    Raises `AlreadySetUp`, `FieldMissing`, `FieldTooLong`.
    """
    values = _checked(draft)
    with db.transaction() as connection:
        if is_set_up(connection):
            raise AlreadySetUp
        add_shipped_villages(connection)
        connection.execute(sa.insert(centre), {"id": 1, **values, "logo_hash": _keep_logo(connection, draft.logo)})
        ledger.open_counter(connection, "L1", "Loket 1")


def change_centre(db: Database, draft: Centre) -> None:
    """Change what the paper says from now on; printed receipts keep what they said."""
    values = _checked(draft)
    with db.transaction() as connection:
        connection.execute(sa.update(centre), {**values, "logo_hash": _keep_logo(connection, draft.logo)})


def add_counter(db: Database, code: str, name: str) -> Counter:
    """Open another counter; the letters and digits of `code` begin the numbers on its receipts.

    Raises `FieldMissing`, `FieldTooLong`, `AlreadyTaken`.
    """
    code = "".join(sign for sign in code.upper() if sign.isascii() and sign.isalnum())
    for field, value, limit in (("code", code, COUNTER_CODE_LIMIT), ("name", name.strip(), NAME_LIMIT)):
        if not value:
            raise FieldMissing(field)
        if len(value) > limit:
            raise FieldTooLong(field, limit)
    with db.transaction() as connection:
        if connection.scalar(sa.select(counter.c.id).where(counter.c.code == code)) is not None:
            raise AlreadyTaken("code", code)
        return counter_by_id(connection, ledger.open_counter(connection, code, name.strip()))


def change_rule(db: Database, rule: CounterRule, valid_from: date) -> None:
    """Set the counter's rule from a day on; earlier days keep theirs. Raises `BadNumber`."""
    for value, least, most in (
        (rule.minimum_payout_rupiah, 0, MAX_RUPIAH),
        (rule.minimum_balance_rupiah, 0, MAX_RUPIAH),
        (rule.line_limit_grams, 1, MAX_QUANTITY),
    ):
        if not least <= value <= most:
            reason = "too_large" if value > most else "negative" if value < 0 else "zero"
            raise BadNumber(reason, str(value))
    with db.transaction() as connection:
        connection.execute(sa.insert(counter_rule), {"valid_from": valid_from, **asdict(rule)})


def _keep_logo(connection: Connection, image: bytes | None) -> str | None:
    if not image:
        return None
    key = hashlib.sha256(image).hexdigest()
    if connection.scalar(sa.select(logo.c.hash).where(logo.c.hash == key)) is None:
        connection.execute(sa.insert(logo), {"hash": key, "image": image})
    return key


def _checked(draft: Centre) -> dict[str, object]:
    if not draft.name.strip():
        raise FieldMissing("name")
    if len(draft.name) > NAME_LIMIT:
        raise FieldTooLong("name", NAME_LIMIT)
    if draft.logo is not None and len(draft.logo) > LOGO_LIMIT_BYTES:
        raise FieldTooLong("logo", LOGO_LIMIT_BYTES)
    if not 0 <= draft.generation_tonnes <= MOST_GENERATION_TONNES:
        raise BadNumber("negative" if draft.generation_tonnes < 0 else "too_large", str(draft.generation_tonnes))
    if len(draft.generation_source.strip()) > LONGEST_SOURCE:
        raise FieldTooLong("generation_source", LONGEST_SOURCE)
    values = asdict(draft)
    del values["logo"]
    return {key: value.strip() if type(value) is str else value for key, value in values.items()}
