"""How a name in a list finds what the book calls so: as it is written, else by its words; never by likeness."""

from __future__ import annotations

from functools import lru_cache
from typing import Generic, TypeVar

from daurulang.members.words import words_of

Found = TypeVar("Found")


class Index(Generic[Found]):
    """Things by a name or number: as it is written, else by its words when only one thing has them."""

    def __init__(self) -> None:
        self._exact: dict[str, dict[Found, None]] = {}
        self._folded: dict[str, dict[Found, None]] = {}

    def add(self, name: str, thing: Found) -> None:
        """One more name of a thing."""
        self._exact.setdefault(plain(name), {})[thing] = None
        if words := folded(name):
            self._folded.setdefault(words, {})[thing] = None

    def all(self, name: str) -> list[Found]:
        """Everything that the name may mean."""
        return list(self._exact.get(plain(name)) or self._folded.get(folded(name)) or {})


def plain(name: str) -> str:
    """A name whatever its case and blanks."""
    return " ".join(name.lower().split())


@lru_cache(maxsize=50_000)  # a list names the same people and goods over and over
def folded(name: str) -> str:
    """The words of a name without marks and accents, empty where it has none."""
    return " ".join(words_of(name))


def key_of(name: str) -> str:
    """What two spellings of one name share; of a name without words, the name."""
    return folded(name) or plain(name)


def strangers(name: str, other: str) -> bool:
    """Whether two names share no word: then one number or code stands for two people or goods."""
    return not set(folded(name).split()) & set(folded(other).split())
