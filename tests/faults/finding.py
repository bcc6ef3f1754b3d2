"""What an experiment says when it is done, and where it leaves a state that failed."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "build" / "faults"


@dataclass(frozen=True, slots=True)
class Control:
    """The same experiment with its protection taken away: it must fail, or the experiment proves nothing."""

    name: str
    found: str
    red: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """One row of the table: what was done with its counts, what had to come out, what came out."""

    row: int
    title: str
    done: str
    target: str
    found: str
    ok: bool
    controls: tuple[Control, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the target was met and every control failed as it must."""
        return self.ok and all(control.red for control in self.controls)


def finding(
    row: int, title: str, target: str, done: str, found: str, faults: Sequence[str], *controls: Control
) -> Finding:
    """The finding of an experiment that collected its faults; the first of them are told."""
    told = "; ".join([found, *faults[:3]] if found else faults[:3])
    more = f"; and {len(faults) - 3} more" if len(faults) > 3 else ""
    return Finding(row, title, done, target, told + more, not faults, controls)


def keep(row: int, seed: int, name: str, *files: Path) -> Path:
    """Copy the files of a failing state to a folder that is kept, and return it."""
    folder = KEPT / f"row {row}" / f"seed {seed} {name}"
    folder.mkdir(parents=True, exist_ok=True)
    for path in files:
        if path.exists():
            shutil.copy(path, folder / path.name)
    return folder
