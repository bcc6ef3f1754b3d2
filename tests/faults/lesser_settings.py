"""Row 3: the same replay with settings that other programs are content with, each of which must lose something."""

from tests.faults.finding import Control, Finding, finding
from tests.faults.power_cuts import replay

CONTROLS = ("WAL + NORMAL", "DELETE + FULL", "OFF")


def run(rounds: int, seed: int) -> Finding:
    """Judge `rounds` states of each setting."""
    controls = []
    for setting in CONTROLS:
        came, _ = replay(3, [setting], rounds, rounds, seed)
        told = f"{came.losing} with something lost, {came.unreadable} unreadable of {came.states}"
        controls.append(Control(setting, told, red=came.losing + came.unreadable > 0))
    return finding(
        *(3, "the replay with lesser settings", "each red"),
        f"{len(CONTROLS)} × {rounds} states",
        f"{sum(control.red for control in controls)} of {len(CONTROLS)} red",
        [],
        *controls,
    )
