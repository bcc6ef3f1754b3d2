"""Several processes that begin their work at the same moment."""

import json
import os
from collections.abc import Callable

from tests.faults.acts import memory_folder


def at_once(works: list[Callable[[], object]]) -> list[object]:
    """Do each work in a process of its own and return what came of them, in their order; it must be fit for JSON.

    Raises `RuntimeError` with the words of the first that failed.
    """
    with memory_folder() as folder:
        wait, start = os.pipe()
        children = []
        for n, work in enumerate(works):
            child = os.fork()
            if child == 0:
                os.close(start)
                os.read(wait, 1)  # until the last of them is there
                try:
                    answer = {"answer": work()}
                except BaseException as error:  # noqa: BLE001  (the other process must hear of it)
                    answer = {"raised": f"{type(error).__name__}: {error}"}
                (folder / str(n)).write_text(json.dumps(answer))
                os._exit(0)
            children.append(child)
        os.close(wait)
        os.close(start)
        for child in children:
            os.waitpid(child, 0)
        told = [json.loads((folder / str(n)).read_text()) for n in range(len(works))]
    for each in told:
        if "raised" in each:
            raise RuntimeError(each["raised"])
    return [each["answer"] for each in told]
