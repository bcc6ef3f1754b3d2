"""The shim in C between the program and its disk: compiled when it is needed, preloaded into a process of Python."""

import ctypes
import os
import subprocess
import sys
from pathlib import Path

from tests.faults.finding import ROOT

SOURCE = Path(__file__).with_name("shim.c")


def build(folder: Path) -> Path:
    """Compile it into a folder; raises where there is no compiler."""
    library = folder / "shim.so"
    options = ("-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-U_FORTIFY_SOURCE")
    subprocess.run(["cc", *options, "-o", library, SOURCE, "-ldl"], check=True)
    return library


def run_under(library: Path, module: str, *arguments: str) -> str:
    """Run a module of this package with the shim before its disk and return what it printed."""
    command = [sys.executable, "-m", f"tests.faults.{module}", *arguments]
    environment = {**os.environ, "LD_PRELOAD": str(library)}
    answer = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if answer.returncode:
        raise RuntimeError(f"{module} ended with {answer.returncode}: {answer.stderr[-2000:]}")
    return answer.stdout


class Disk:
    """The shim from inside the process it was preloaded into."""

    def __init__(self, folder: Path, log: int = -1) -> None:
        """Watch the files of a folder; `log` is an open file to write the calls down in."""
        self._shim = ctypes.CDLL(None)
        self._shim.shim_watch(os.fsencode(folder), log)

    def fail(self, call: str, error: int, after: int, *, sticky: bool) -> None:
        """Let the `after`-th call from now of a kind (w, t, s, u) fail, and every later one when `sticky`.

        An error of 0 ends the process there.
        """
        self._shim.shim_fault(ord(call), error, ctypes.c_long(after), int(sticky))

    def has_failed(self) -> bool:
        """Whether a call has failed yet."""
        return bool(self._shim.shim_fired())

    def work_again(self) -> int:
        """Stop failing and return how many calls failed."""
        fired = int(self._shim.shim_fired())
        self._shim.shim_fault(0, 0, ctypes.c_long(0), 0)
        return fired
