"""Row 6: the N-th write, sync or truncation fails, once or from then on, whatever the counter is doing."""

import errno
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.faults.acts import make_pattern, memory_folder
from tests.faults.failing import Point, try_all
from tests.faults.finding import Finding, finding

KINDS = (("w", errno.ENOSPC), ("w", errno.EIO), ("s", errno.EIO), ("t", errno.EIO))
WAYS = len(KINDS) * 2
FARTHEST_SHORT = 24


@dataclass
class Told:
    """What came out of all points."""

    points: int = 0
    reached: int = 0
    failed_calls: int = 0
    saved: int = 0
    unknown: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    @property
    def refusals(self) -> str:
        """Every kind of refusal with its count."""
        return ", ".join(f"{count} {name}" for name, count in sorted(self.refused.items()))


def run(rounds: int, seed: int) -> Finding:
    """Try `rounds` points: the four kinds, once and sticky, each at the same calls."""
    count = rounds // WAYS
    chance = random.Random(seed)
    calls = range(1, count + 1) if count > FARTHEST_SHORT else sorted(chance.sample(range(1, FARTHEST_SHORT), count))
    points = [
        Point(
            6,
            call,
            error,
            1 + after // 4 if call == "t" else after,
            sticky,
            windows=1 + after % 2,
            reopen_every=2 if call == "t" else 5,
        )
        for call, error in KINDS
        for sticky in (False, True)
        for after in calls
    ]
    told = try_points(points, seed)
    return finding(
        *(6, "the N-th write, sync or truncation fails with ENOSPC or EIO, once and from then on", "0 damage"),
        f"{told.points} points, {told.reached} reached, {told.failed_calls} calls failed, {told.saved} acts saved",
        f"0 lost, 0 half, 0 ghosts, works on without a restart; told: {told.refusals}" if not told.faults else "",
        told.faults,
    )


def try_points(points: Sequence[Point], seed: int) -> Told:
    """Try them one after the other."""
    told = Told()
    with memory_folder() as folder:
        make_pattern(folder / "pattern.db")
        outcomes = try_all(folder / "work", points, seed)
    for outcome in outcomes:
        told.points += 1
        told.reached += outcome.fired > 0
        told.failed_calls += outcome.fired
        told.saved += outcome.saved
        told.unknown += outcome.unknown
        told.refused.update(outcome.refused)
        told.faults += outcome.faults
    return told
