"""The form in which the sums of a period are asked, kept and added up: whole numbers by a key, block by block."""

from __future__ import annotations

from collections.abc import Iterable
from operator import add

Block = dict[str, tuple[int, ...]]
"""Whole numbers by a key as text (empty where there is one row); zeros may stand behind those the block has."""
Blocks = dict[str, Block]
"""The blocks of a period by their names."""


def added(block: Block, rows: Iterable[tuple[str, tuple[int, ...]]]) -> Block:
    """`block` itself, with rows added to what stands there under their keys."""
    for key, numbers in rows:
        own = block.get(key)
        block[key] = numbers if own is None else tuple(map(add, own, numbers))
    return block


def only(block: Block) -> tuple[int, ...]:
    """The numbers of a block that has one row."""
    (numbers,) = block.values()
    return numbers
