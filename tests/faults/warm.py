"""What every experiment begins with: loaded modules, compiled statements, and a collector that leaves them alone.

An experiment is a process forked from one that has warmed up, and so is every counter that is killed in it.
"""

import gc
from collections.abc import Iterable
from importlib import import_module

from sqlalchemy import event
from sqlalchemy.engine import Connection, Dialect, Engine

from daurulang.migrations.opening import open_book
from tests.faults.acts import Step, do, make_pattern, memory_folder, own_home


def warm_up(modules: Iterable[str]) -> None:
    """Load the modules, and do on one book what the experiments do on theirs."""
    for module in modules:
        import_module(module)
    share_statements()
    with own_home(), memory_folder() as folder:
        make_pattern(folder / "book.db")
        db = open_book(folder / "book.db")
        entry_id = do(db, Step("a", "deposit"))
        do(db, Step("b", "payout"))
        do(db, Step("c", "reversal", entry_id))
        do(db, Step("undo d", "undo", do(db, Step("d", "import"))))
        db.close()
    gc.collect()
    gc.freeze()  # or a forked process would copy all of it when it collects
    gc.set_threshold(20_000, 20, 50)


def share_statements() -> None:
    """Let every engine of a kind use the statements that the first has compiled, as windows that stay open do."""
    shared: dict[str, tuple[Dialect, dict[object, object]]] = {}

    @event.listens_for(Engine, "engine_connect")
    def share(connection: Connection) -> None:
        dialect, compiled = shared.setdefault(connection.dialect.name, (connection.dialect, {}))
        connection.dialect = dialect
        connection.execution_options(compiled_cache=compiled)
