"""The log of the program, in the data folder: what to read when somebody calls for help."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler

from daurulang.config import data_folder

_MEGABYTE = 1_000_000


def begin() -> None:
    """Write warnings and errors to `log/daurulang.log`; without a folder to write to, to the terminal."""
    path = data_folder() / "log" / "daurulang.log"
    handler: logging.Handler
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=_MEGABYTE, backupCount=5, encoding="utf-8")
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
