"""Row 7: the sync of a commit fails; what the clerk is told must be what is found afterwards."""

import errno

from tests.faults.failing import Point
from tests.faults.finding import Finding, finding
from tests.faults.nth_call import try_points


def run(rounds: int, seed: int) -> Finding:
    """Try `rounds` commits: once and sticky, with one window and with two."""
    points = [
        Point(7, "s", errno.EIO, 1 + n // 4, sticky=bool(n & 1), windows=1 + (n >> 1 & 1), reopen_every=1000)
        for n in range(rounds)
    ]
    told = try_points(points, seed)
    return finding(
        *(7, "the sync of a commit fails, resolved by the form's key", "0 wrong messages, 0 ghosts unexplained"),
        f"{told.points} commits, {told.failed_calls} syncs failed, {told.saved} acts saved or saved again",
        f"0 wrong messages, 0 ghosts; {told.unknown} told as unknown and found by their key; told: {told.refusals}"
        if not told.faults
        else "",
        told.faults,
    )
