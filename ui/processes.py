"""Long work of Python itself in a process of its own: in a thread it would hold up the window's heartbeat.

Nothing of Qt is imported here, since the other process imports this module too.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from daurulang.errors import UserError

Progress = Callable[[int, int], None]

_LOOK_SECONDS = 0.1
_PATIENCE_SECONDS = 3


class ProcessFailed(Exception):
    """The work met a bug or its process was ended; carries what it said last."""


class _Stopped(BaseException):
    """Raised inside the work, so that it cleans up after itself."""


def run_beside(work: Callable[..., None], arguments: tuple[Any, ...], progress: Progress) -> None:
    """Run `work(*arguments, progress)` in another process and wait for it; call this in a thread.

    Work and arguments must be importable and picklable. What `progress` raises here stops the work there; a `UserError`
    of the work is raised here.
    """
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_work_through, args=(there, work, arguments), daemon=True)
    process.start()
    there.close()
    try:
        _listen(here, progress)
    except BaseException:
        here.close()  # the work hears of it at its next progress, or at once where a signal can be sent
        if os.name == "posix":
            process.terminate()
        raise
    finally:
        process.join(_PATIENCE_SECONDS)
        if process.is_alive():
            process.kill()


def _listen(here: Connection, progress: Progress) -> None:
    done, total = 0, 0
    while True:
        progress(done, total)
        if not here.poll(_LOOK_SECONDS):
            continue
        try:
            news = here.recv()
        except EOFError as error:
            raise ProcessFailed("") from error
        match news:
            case (int(), int()):
                done, total = news
            case UserError():
                raise news
            case str():
                raise ProcessFailed(news)
            case _:
                return


def _stop(*_signal: object) -> None:
    raise _Stopped


def _work_through(there: Connection, work: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    """In the other process: the last thing said is None, a refusal, or what a bug has left."""
    said = 0.0
    signal.signal(signal.SIGTERM, _stop)

    def progress(done: int, total: int) -> None:
        nonlocal said
        now = time.monotonic()
        if now - said < _LOOK_SECONDS and done < total:
            return
        said = now
        try:
            there.send((done, total))
        except OSError as error:
            raise _Stopped from error

    last: object = None
    try:
        work(*arguments, progress)
    except UserError as error:
        last = error
    except _Stopped:
        return
    except Exception:  # noqa: BLE001 - told to the window, which shows bugs
        last = traceback.format_exc()
    try:
        there.send(last)
    except OSError:
        return
