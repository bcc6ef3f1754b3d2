"""`daurulang demo [--out DIR]`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path


def run(words: Sequence[str]) -> int:
    """Work through the day without a screen and print the paths of what it leaves; gives the exit status."""
    parser = argparse.ArgumentParser(prog="daurulang demo", description="Hari contoh di loket, lewat layar sebenarnya.")
    parser.add_argument("--out", type=Path, default=Path("demo"), metavar="DIR", help="folder untuk gambar dan bukti")
    out: Path = parser.parse_args(words).out.absolute()
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError:
        print(f"{out} tidak dapat dibuat; pilih folder lain dengan --out.", file=sys.stderr)
        return 1
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from ui.demo.day import work_through
    from ui.demo.hands import NothingHappened

    try:
        work_through(out)
    except NothingHappened as missing:
        print(f"Layar tidak menjawab: {missing}.", file=sys.stderr)
        return 1
    return 0
