"""What a disk may hold after the power has gone, of all the writes that were written down before.

A file holds what was synced, and of what was not, nothing, the first part, or any of it, torn between sectors. Names
are made, and files are taken away, in their order; what the folder's sync or a new file's own has not made lasting may
be undone. The index of the log in shared memory is never written.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Call:
    """One call that changes a file: w(rite), t(runcate), s(ync), u(nlink), o(pened new)."""

    kind: str
    name: str
    offset: int
    data: bytes


@dataclass
class File:
    """What surely stands in a file, and the writes after it."""

    lasting: bytearray = field(default_factory=bytearray)
    pending: list[Call] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class State:
    """The files after a crash, and what had been begun and acknowledged by then."""

    files: dict[str, bytes]
    begun: frozenset[str]
    saved: frozenset[str]


def calls_of(log: Path) -> list[Call]:
    """Every call in its order."""
    calls = []
    with log.open("rb") as file:
        while head := file.readline():
            kind, name, offset, size = head.split()
            calls.append(Call(kind.decode(), name.decode(), int(offset), file.read(int(size))))
    return calls


class Disk:
    """Follows the calls, and says at any moment what may be left."""

    def __init__(self, base: dict[str, bytes]) -> None:
        self.names = {name: File(bytearray(content)) for name, content in base.items()}
        self.lasting_names = dict(self.names)
        self.pending_names: list[tuple[str, File | None]] = []
        self.begun: set[str] = set()
        self.saved: set[str] = set()

    def follow(self, call: Call) -> None:
        if call.name == "acks":
            for line in call.data.decode().splitlines():
                word, _, key = line.partition(" ")
                (self.begun if word == "begun" else self.saved).add(key)
            return
        if call.kind == "u":
            self.names.pop(call.name)
            self.pending_names.append((call.name, None))
        elif call.kind == "o":
            self.names[call.name] = File()
            self.pending_names.append((call.name, self.names[call.name]))
        elif call.kind == "s":
            self._sync(call.name)
        else:
            self.names[call.name].pending.append(call)

    def _sync(self, name: str) -> None:
        if name == ".":
            self._keep_names(len(self.pending_names))
            return
        file = self.names[name]
        for call in file.pending:
            _apply(file.lasting, call, None)
        file.pending.clear()
        made = [n for n, (_, each) in enumerate(self.pending_names, 1) if each is file]
        if made:
            self._keep_names(made[-1])

    def _keep_names(self, count: int) -> None:
        _rename(self.lasting_names, self.pending_names[:count])
        del self.pending_names[:count]

    def after_crash(self, chance: random.Random) -> State:
        """One of the states that the disk may be in."""
        names = dict(self.lasting_names)
        _rename(names, self.pending_names[: chance.randint(0, len(self.pending_names))])
        files = {name: _left(file, chance) for name, file in names.items()}
        return State(files, frozenset(self.begun), frozenset(self.saved))


def _rename(names: dict[str, File], changes: list[tuple[str, File | None]]) -> None:
    for name, file in changes:
        if file is None:
            names.pop(name, None)
        else:
            names[name] = file


def _left(file: File, chance: random.Random) -> bytes:
    content = bytearray(file.lasting)
    match chance.choice(("none", "first", "any", "any")):
        case "first":
            for call in file.pending[: chance.randint(0, len(file.pending))]:
                _apply(content, call, None)
        case "any":
            for call in file.pending:
                if chance.random() < 0.6:
                    _apply(content, call, chance if chance.random() < 0.3 else None)
    return bytes(content)


def _apply(content: bytearray, call: Call, torn: random.Random | None) -> None:
    if call.kind == "t":
        del content[call.offset :]
        content.extend(bytes(call.offset - len(content)))
        return
    for start in range(0, len(call.data), SECTOR) if torn else (0,):
        if torn is None or torn.random() < 0.5:
            part = call.data[start : start + SECTOR] if torn else call.data
            at = call.offset + start
            content.extend(bytes(max(0, at - len(content))))
            content[at : at + len(part)] = part


def states(base: dict[str, bytes], calls: list[Call], count: int, chance: random.Random) -> Iterator[State]:
    """So many states at moments by chance, half of them just behind an acknowledgement."""
    acknowledged = [n for n, call in enumerate(calls, 1) if call.name == "acks" and b"saved" in call.data]
    moments = sorted(chance.choice(acknowledged) if n % 2 else chance.randint(1, len(calls)) for n in range(count))
    disk, followed = Disk(base), 0
    for moment in moments:
        for call in calls[followed:moment]:
            disk.follow(call)
        followed = moment
        yield disk.after_crash(chance)
