"""The shim in C between the program and its disk: compiled when it is needed, preloaded into the process of Python
that all experiments are forked from.
"""

import ctypes
import os
import subprocess
import sys
from pathlib import Path

from tests.faults.finding import KEPT

SOURCE = Path(__file__).with_name("shim.c")
OPTIONS = ("-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-U_FORTIFY_SOURCE")
PRELOAD = "LD_PRELOAD"


def stand_before_the_disk() -> None:
    """Begin this process again with the shim before its disk, unless it is there; raises where there is no compiler."""
    if hasattr(ctypes.CDLL(None), "shim_watch"):
        os.environ.pop(PRELOAD, None)  # servers and other programs go without
        return
    KEPT.mkdir(parents=True, exist_ok=True)
    library = KEPT / "shim.so"
    compiled = library.with_suffix(f".{os.getpid()}")
    subprocess.run(["cc", *OPTIONS, "-o", compiled, SOURCE, "-ldl"], check=True)
    compiled.rename(library)
    os.environ[PRELOAD] = str(library)
    os.execv(sys.executable, sys.orig_argv)


class Disk:
    """The shim from inside a process; what was forked from it has one of its own."""

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
