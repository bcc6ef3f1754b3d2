"""Who brought something in a period: members as bits of whole numbers, so that months come together and everybody is
counted once. A bit stands at the place of the member's id.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Collection, Iterable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from daurulang.deposits.model import deposit
from daurulang.ledger.model import EntryKind, entry
from daurulang.members.model import member
from daurulang.periods import Period
from daurulang.reports.blocks import Block, Blocks
from daurulang.reports.period_blocks import PEOPLE_KEY
from daurulang.reports.standing import FIRST, LAST, REVERSED_WITHIN, SIGN, counts, days_of, standing

Came = dict[str, dict[str, int]]
"""Members by the blocks that count them ("villages", "classes") and their keys."""

Kept = dict[str, dict[str, bytes]]
"""The same, compressed: some bytes for each member who came, whatever they brought."""

_AT_ONCE = 200
_WHO = (sa.func.coalesce(deposit.c.village_code, ""), deposit.c.member_class_id, deposit.c.member_id)
_CAME = sa.select(*_WHO).distinct().select_from(standing(deposit)).where(counts(EntryKind.DEPOSIT), SIGN > 0)
_CAME_OF = (
    sa.select(*_WHO)
    .distinct()
    .select_from(sa.join(entry, deposit, deposit.c.entry_id == entry.c.id))
    .where(
        entry.c.member_id.in_(sa.bindparam("ids", expanding=True)),
        entry.c.kind == EntryKind.DEPOSIT,
        entry.c.day.between(FIRST, LAST),
        ~REVERSED_WITHIN,
    )
)


def who_came(connection: Connection, period: Period) -> Came:
    """Those with a deposit that stands in the period."""
    return _by_block(connection.execute(_CAME, days_of(period)))


def together(parts: Iterable[Came]) -> Came:
    """Those who came in any of some periods."""
    found: Came = {}
    for part in parts:
        for name, keys in part.items():
            own = found.setdefault(name, {})
            for key, members in keys.items():
                own[key] = own.get(key, 0) | members
    return found


def asked_again(connection: Connection, period: Period, came: Came, ids: Collection[int]) -> Came:
    """The same, where what some members brought in one part of the period was taken back in another."""
    if not ids:
        return came
    others = ~_bits(ids)
    ordered = sorted(ids)
    rows: list[sa.Row[*tuple[Any, ...]]] = []
    for start in range(0, len(ordered), _AT_ONCE):
        values = {**days_of(period), "ids": ordered[start : start + _AT_ONCE]}
        rows += connection.execute(_CAME_OF, values)
    staying = {name: {key: members & others for key, members in keys.items()} for name, keys in came.items()}
    return together([staying, _by_block(rows)])


def count_members(blocks: Blocks, came: Came) -> None:
    """Put the numbers of members into the blocks that have them."""
    for name, keys in came.items():
        for key, (documents, _members, *worth) in blocks[name].items():
            blocks[name][key] = (documents, keys.get(key, 0).bit_count(), *worth)


def everybody(came: Came) -> int:
    """All who came, each a bit."""
    found = 0
    for members in came["classes"].values():
        found |= members
    return found


def people_of(connection: Connection, came: Came) -> Block:
    """The block "people", of what the members are now."""
    bits = _bytes(everybody(came))
    known = connection.execute(sa.select(member.c.id, PEOPLE_KEY).where(member.c.id < 8 * len(bits)))
    people = Counter(key for id_, key in known if bits[id_ >> 3] >> (id_ & 7) & 1)
    return {key: (count,) for key, count in people.items()}


def compressed(came: Came) -> Kept:
    """The form in which a closed month keeps them."""
    return {name: {key: zlib.compress(_bytes(members)) for key, members in keys.items()} for name, keys in came.items()}


def decompressed(kept: Kept) -> Came:
    """Back from there."""
    return {
        name: {key: int.from_bytes(zlib.decompress(members), "little") for key, members in keys.items()}
        for name, keys in kept.items()
    }


def _by_block(rows: Iterable[sa.Row[*tuple[Any, ...]]]) -> Came:
    villages: dict[str, list[int]] = {}
    classes: dict[str, list[int]] = {}
    for village_code, class_id, member_id in rows:
        villages.setdefault(village_code, []).append(member_id)
        classes.setdefault(str(class_id), []).append(member_id)
    return {
        name: {key: _bits(ids) for key, ids in keys.items()}
        for name, keys in (("villages", villages), ("classes", classes))
    }


def _bits(ids: Collection[int]) -> int:
    bits = bytearray((max(ids) >> 3) + 1)
    for id_ in ids:
        bits[id_ >> 3] |= 1 << (id_ & 7)
    return int.from_bytes(bits, "little")


def _bytes(members: int) -> bytes:
    return members.to_bytes((members.bit_length() + 7) // 8, "little")
