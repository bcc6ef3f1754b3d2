"""Long work of Python itself in a process of its own: in a thread it would hold up the window's heartbeat.

Nothing of Qt is imported here, since the other process imports this module too.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any, TypeVar

from daurulang.errors import UserError

Answer = TypeVar("Answer")
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


class Workbench:
    """A process that stays, and with it what one work has read and the next one needs.

    Its works are importable functions `work(held, *arguments, progress)`; `held` is made there, once, by `make`. What
    they take and answer is pickled, and a large answer would hold up the window while it is unpickled: ask for it in
    pieces.
    """

    def __init__(self, make: Callable[[], object]) -> None:
        self._make = make
        self._process: SpawnProcess | None = None
        self._here: Connection | None = None

    def ask(self, work: Callable[..., Answer], *arguments: object, progress: Progress) -> Answer:
        """Run a work and wait for its answer; call this in a thread, one at a time.

        What `progress` raises here stops the work there at its next progress and is raised here then. Work that was
        over before it heard of that is done, and its answer counts. A `UserError` of the work is raised here.
        """
        here = self._opened()
        stop: BaseException | None = None
        far = _Far(0, 0)
        try:
            here.send((work, arguments))
            while True:
                if stop is None:
                    try:
                        progress(far.done, far.total)
                    except BaseException as error:  # noqa: BLE001 - raised below, when the work has stopped
                        stop = error
                        here.send(None)
                if not here.poll(_LOOK_SECONDS):
                    continue
                news = here.recv()
                if not isinstance(news, _Far):
                    break
                far = news
        except (EOFError, OSError) as error:
            self.close()
            raise stop or ProcessFailed("") from error
        if isinstance(news, _Answer):
            return news.value  # type: ignore[no-any-return]  # what the work gave
        if isinstance(news, UserError):
            raise news
        raise stop if stop is not None and news is None else ProcessFailed(str(news))

    def is_open(self) -> bool:
        """Whether the process is there, with what it holds."""
        return self._process is not None and self._process.is_alive()

    def close(self) -> None:
        """End the process with all that it holds; the next work begins another."""
        process, self._process, self._here = self._process, None, None
        if process is not None:
            process.kill()
            process.join(_PATIENCE_SECONDS)

    def _opened(self) -> Connection:
        if self._here is not None and self.is_open():
            return self._here
        context = multiprocessing.get_context("spawn")
        self._here, there = context.Pipe()
        self._process = context.Process(target=_serve, args=(there, self._make), daemon=True)
        self._process.start()
        there.close()
        return self._here


@dataclass(frozen=True, slots=True)
class _Far:
    """How far a work is."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a work gave."""

    value: Any


def _serve(there: Connection, make: Callable[[], object]) -> None:
    """In the other process: one work after another, until nobody is there to ask."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the window says when to stop
    gc.disable()  # going through a hundred thousand rows again and again, where nothing of them is garbage
    held = make()
    try:
        while True:
            asked = there.recv()
            if asked is not None:  # a stop that came when the work was over already
                work, arguments = asked
                there.send(_answer(there, work, (held, *arguments)))
    except (EOFError, OSError):
        return


def _answer(there: Connection, work: Callable[..., object], arguments: tuple[object, ...]) -> object:
    """An `_Answer`, a refusal, None when it was stopped, or what a bug has left."""
    said = 0.0

    def progress(done: int, total: int) -> None:
        nonlocal said
        if there.poll():
            there.recv()
            raise _Stopped
        now = time.monotonic()
        if now - said >= _LOOK_SECONDS:
            said = now
            there.send(_Far(done, total))

    try:
        return _Answer(work(*arguments, progress))
    except UserError as error:
        return error
    except _Stopped:
        return None
    except Exception:  # noqa: BLE001 - told to the window, which shows bugs
        return traceback.format_exc()
