"""The log of the program, in the data folder: what to read when somebody calls for help."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler

from daurulang.config import data_folder

_MEGABYTE = 1_000_000


def begin() -> None:
    """Write what happens to `log/daurulang.log`; where there is no folder to write to, go on without."""
    path = data_folder() / "log" / "daurulang.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=_MEGABYTE, backupCount=5, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)
