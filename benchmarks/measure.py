"""Timing: variants take turns in one run, so that a busy moment of the machine hits them all."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Sample:
    """Milliseconds of one variant, one number for each round."""

    milliseconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """Half of the rounds were faster."""
        return statistics.median(self.milliseconds)

    @property
    def p99(self) -> float:
        """One round in a hundred was slower."""
        ordered = sorted(self.milliseconds)
        return ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)]


@dataclass(frozen=True)
class Row:
    """One line of the report: what was measured, against what, and the aim for the ratio of the medians."""

    title: str
    sample: Sample
    floor_title: str = ""
    floor: Sample | None = None
    aim: str = ""
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Median against median, None without a floor."""
        return None if self.floor is None else self.sample.median / self.floor.median


def in_turns(variants: Mapping[str, Callable[[], object]], rounds: int, warm_up: int = 5) -> dict[str, Sample]:
    """Run each variant once a round, in turns; the first rounds are not counted."""
    spent: dict[str, list[float]] = {name: [] for name in variants}
    gc.collect()
    for turn in range(rounds + warm_up):
        for name, run in variants.items():
            start = time.perf_counter()
            run()
            if turn >= warm_up:
                spent[name].append((time.perf_counter() - start) * 1000)
    return {name: Sample(tuple(times)) for name, times in spent.items()}


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table."""
    lines = [
        "| what | median ms | p99 ms | against | median ms | p99 ms | ratio | aim |",
        "|---|---:|---:|---|---:|---:|---:|---|",
    ]
    for row in rows:
        floor = (f"{row.floor.median:.3f}", f"{row.floor.p99:.3f}") if row.floor else ("", "")
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}×"
        cells = (
            row.title,
            f"{row.sample.median:.3f}",
            f"{row.sample.p99:.3f}",
            row.floor_title,
            *floor,
            ratio,
            row.aim,
        )
        lines.append("| " + " | ".join(cells) + " |")
    notes = [f"- {row.title}: {row.note}" for row in rows if row.note]
    return "\n".join([*lines, *(["", *notes] if notes else [])])
