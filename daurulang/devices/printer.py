"""The system's printer: a finished PDF is handed over, the driver does the rest."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from daurulang.errors import PrinterRefused

SECONDS = 15


def print_file(path: Path, printer: str) -> None:
    """Hand a PDF to a printer of the system by its name; raises `PrinterRefused`.

    Blocks until the system's queue has taken it, `SECONDS` at most. Windows has no command of its own that prints a
    PDF, so the program that opens PDFs there is asked to.
    """
    if sys.platform == "win32":
        try:
            os.startfile(path, "printto", f'"{printer}"')  # noqa: S606 - the reader the person installed
        except OSError as error:
            raise PrinterRefused(printer, str(path), "no_program", str(error)) from error
        return
    command = ["lp", "-s", "-d", printer, "--", str(path)]
    try:
        answer = subprocess.run(  # noqa: S603 - a fixed program; name and path are arguments, never a shell's text
            command,
            capture_output=True,
            text=True,
            errors="replace",  # what the system says may be in any encoding
            timeout=SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except OSError as error:
        raise PrinterRefused(printer, str(path), "no_program") from error
    except subprocess.TimeoutExpired as error:
        raise PrinterRefused(printer, str(path), "slow") from error
    if answer.returncode != 0:
        raise PrinterRefused(printer, str(path), "refused", " ".join(answer.stderr.split()))
