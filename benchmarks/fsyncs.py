"""Counting fsync and fdatasync of saved deposits, in a process of its own under a small preloaded library."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

DEPOSITS = 50
_SOURCE = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
static long count;
long synced(void) { return count; }
int fsync(int fd) { count++; return ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(fd); }
int fdatasync(int fd) { count++; return ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(fd); }
"""
_CHILD = """
import ctypes, sys
from pathlib import Path
from benchmarks.deposits import UseCase
counter = UseCase(Path(sys.argv[1]), int(sys.argv[2]))
counter.deposit()
synced = ctypes.CDLL(None).synced
before = synced()
for _ in range(int(sys.argv[3])):
    counter.deposit()
print(synced() - before)
"""


def count_per_deposit(book: Path, members: int) -> str:
    """Syncs per deposit as text, or why they could not be counted."""
    compiler = shutil.which("cc")
    if compiler is None or sys.platform != "linux":
        return "uncounted (needs Linux and a C compiler):"
    with tempfile.TemporaryDirectory() as folder:
        source, library = Path(folder, "synced.c"), Path(folder, "synced.so")
        source.write_text(_SOURCE)
        subprocess.run([compiler, "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
        answer = subprocess.run(
            [sys.executable, "-c", _CHILD, str(book), str(members), str(DEPOSITS)],
            env={**os.environ, "LD_PRELOAD": str(library)},
            check=True,
            capture_output=True,
            text=True,
        )
    return f"{int(answer.stdout) / DEPOSITS:.2f}"
