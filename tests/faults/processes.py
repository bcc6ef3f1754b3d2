"""Work in processes of its own, forked from this one."""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from typing import TypeVar

from tests.faults.acts import memory_folder

Name = TypeVar("Name")
Answer = TypeVar("Answer")


def apart(works: Mapping[Name, Callable[[], Answer]], at_most: int) -> Iterator[tuple[Name, Answer | None]]:
    """Do every work in a process of its own, `at_most` at the same time, the first first.

    Yields its name and what came of it when it is done, None of a process that ended without a word.
    """
    context = get_context("fork")
    waiting = list(works.items())
    working: dict[Connection, tuple[Name, ForkProcess]] = {}
    while waiting or working:
        while waiting and len(working) < at_most:
            name, work = waiting.pop(0)
            here, there = context.Pipe(duplex=False)
            process = context.Process(target=_tell, args=(there, work))
            process.start()
            there.close()
            working[here] = name, process
        for ended in wait(list(working)):
            assert isinstance(ended, Connection)
            name, process = working.pop(ended)
            answer = None
            with suppress(EOFError):
                answer = ended.recv()
            process.join()
            yield name, answer


def _tell(there: Connection, work: Callable[[], object]) -> None:
    there.send(work())


def at_once(works: list[Callable[[], object]]) -> list[object]:
    """Begin every work at the same moment and return what came of them, in their order; it must be fit for JSON.

    Raises `RuntimeError` with the words of the first that failed.
    """
    with memory_folder() as folder:
        held, start = os.pipe()
        children = []
        for n, work in enumerate(works):
            child = os.fork()
            if child == 0:
                os.close(start)
                os.read(held, 1)  # until the last of them is there
                try:
                    answer = {"answer": work()}
                except BaseException as error:  # noqa: BLE001  (the other process must hear of it)
                    answer = {"raised": f"{type(error).__name__}: {error}"}
                (folder / str(n)).write_text(json.dumps(answer))
                os._exit(0)
            children.append(child)
        os.close(held)
        os.close(start)
        for child in children:
            os.waitpid(child, 0)
        told = [json.loads((folder / str(n)).read_text()) for n in range(len(works))]
    for each in told:
        if "raised" in each:
            raise RuntimeError(each["raised"])
    return [each["answer"] for each in told]
