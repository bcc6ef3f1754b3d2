"""The findings as lines on the terminal and as docs/reliability.md."""

from collections.abc import Sequence

from tests.faults.finding import ROOT, Finding
from tests.faults.plan import NOT_BUILT, Lasted

DOCUMENT = ROOT / "docs" / "reliability.md"
HEAD = """# What was done to the books, and what came out

Written by `make faults-long`; `make faults` runs the same rows more shortly and prints them, and every run of the tests
includes it. The numbers of the rows are those of the plan of faults. The judge is always `verification.verify` with the
list of what had been acknowledged. A control is the same experiment with its protection taken away: it must fail, and
one that does not fails its row. A state that fails is kept in `build/faults`, with the seed that makes it again.

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


def write(findings: Sequence[Finding], seed: int, *, long: bool) -> None:
    """Write the document."""
    command = "make faults-long" if long else "make faults"
    rows = {finding.row: _row(finding) for finding in findings}
    rows |= {number: f"| {number} | {why} | | | **belum ada** | |" for number, why in NOT_BUILT.items()}
    lines = [
        HEAD + f"The table below is of `{command}`, seed {seed}.\n",
        "| # | Experiment | Done | Target | Came out | Controls, each red |",
        "|---|---|---|---|---|---|",
        *(rows[number] for number in sorted(rows)),
    ]
    DOCUMENT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _row(finding: Finding) -> str:
    controls = "; ".join(
        f"{control.name}: {control.found}{'' if control.red else ' (**not red**)'}" for control in finding.controls
    )
    found = finding.found if finding.passed else f"**failed**: {finding.found}"
    cells = [str(finding.row), finding.title, finding.done, finding.target, found, controls]
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
