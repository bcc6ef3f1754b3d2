"""The findings as lines on the terminal and as docs/reliability.md."""

import os
from collections.abc import Sequence

from tests.faults.finding import ROOT, Finding
from tests.faults.plan import NOT_BUILT, ROWS, Lasted, Size

DOCUMENT = ROOT / "docs" / "reliability.md"
COMMANDS = {
    Size.SHORT: "make faults",
    Size.LONG: "make faults-long",
    Size.NIGHT: "python -m tests.faults --night --write",
}
HEAD = """# What was done to the books, and what came out

Written by `make faults-long`, which takes half an hour. `make faults` runs the same rows within a minute and a half and
prints them, and every run of the tests includes it; `python -m tests.faults --night` takes a night. How often each row
is done at these lengths stands at the end. The numbers of the rows are those of the plan of faults. The judge is always
`verification.verify` with the list of what had been acknowledged. A control is the same experiment with its protection
taken away: it must fail, and one that does not fails its row. A state that fails is kept in `build/faults`, with the
seed that makes it again.

"""


def printed(finding: Finding, lasted: Lasted) -> str:
    """A finding on the terminal."""
    spent = f"{lasted.seconds:.1f} s, {lasted.computing_seconds:.1f} s of computing"
    lines = [
        f"{finding.row:>3} {'ok  ' if finding.passed else 'FAIL'} {finding.title} ({spent})",
        f"      {finding.done}",
        f"      {finding.found}",
    ]
    lines += [
        f"      control: {control.name}: {control.found}{'' if control.red else ' — IT SHOULD HAVE FAILED'}"
        for control in finding.controls
    ]
    return "\n".join(lines)


def write(findings: Sequence[Finding], seed: int, size: Size, took: Lasted) -> None:
    """Write the document."""
    rows = {finding.row: _row(finding) for finding in findings}
    rows |= {number: f"| {number} | {why} | | | **belum ada** | |" for number, why in NOT_BUILT.items()}
    lines = [
        HEAD + f"The table below is of `{COMMANDS[size]}`, seed {seed}: {_span(took.seconds)} on {os.cpu_count()} "
        f"processors, {_span(took.computing_seconds)} of them computing.\n",
        "| # | Experiment | Done | Target | Came out | Controls, each red |",
        "|---|---|---|---|---|---|",
        *(rows[number] for number in sorted(rows)),
        "",
        *counts(),
    ]
    DOCUMENT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def counts() -> list[str]:
    """How often each experiment is done at each length."""
    return [
        "## How often",
        "",
        "The rounds of each row: kills, states, points, acts, files; of 23 and 24 the stride, so that 1 is each call",
        "and each byte.",
        "",
        "| # | in a minute and a half | in half an hour | through a night |",
        "|---|---|---|---|",
        *(f"| {row.number} | {row.short:,} | {row.long:,} | {row.night:,} |" for row in ROWS),
    ]


def _span(seconds: float) -> str:
    return f"{seconds / 60:.0f} minutes" if seconds > 120 else f"{seconds:.0f} seconds"


def _row(finding: Finding) -> str:
    controls = "; ".join(
        f"{control.name}: {control.found}{'' if control.red else ' (**not red**)'}" for control in finding.controls
    )
    found = finding.found if finding.passed else f"**failed**: {finding.found}"
    cells = [str(finding.row), finding.title, finding.done, finding.target, found, controls]
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
