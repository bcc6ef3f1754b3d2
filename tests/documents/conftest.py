"""Papers and workbooks are made of what the reports answer, which are tested on both engines; here a file is enough."""

from pathlib import Path

import pytest


@pytest.fixture
def place(sqlite_place: Path) -> Path:
    """Where a fresh, empty book is."""
    return sqlite_place
