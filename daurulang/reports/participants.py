"""Who took part in a period."""

from __future__ import annotations

from dataclasses import dataclass

from daurulang.members.model import Gender, MemberKind
from daurulang.reports.blocks import Block


@dataclass(frozen=True, slots=True)
class Participants:
    """Members who brought something (`active`) and by what they are; `new` were registered in the period."""

    active: int = 0
    new: int = 0
    women: int = 0
    men: int = 0
    groups: int = 0
    institutions: int = 0
    schools: int = 0


def participants_of(block: Block, new: int) -> Participants:
    """Who came, from the block "people", and how many of all were registered."""
    people = {tuple(key.split()): numbers[0] for key, numbers in block.items()}

    def count(kind: MemberKind) -> int:
        return sum(number for (each, _), number in people.items() if each == kind)

    return Participants(
        active=sum(people.values()),
        new=new,
        women=people.get((MemberKind.INDIVIDUAL, Gender.FEMALE), 0),
        men=people.get((MemberKind.INDIVIDUAL, Gender.MALE), 0),
        groups=count(MemberKind.GROUP),
        institutions=count(MemberKind.INSTITUTION),
        schools=count(MemberKind.SCHOOL),
    )
