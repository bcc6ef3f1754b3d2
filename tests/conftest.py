"""What every test may ask for."""

import os
from collections.abc import Iterator

import pytest

from tests.postgres import PostgresServer

# Before anything imports Qt: the tests need no screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A running PostgreSQL, one for each worker of pytest."""
    with PostgresServer() as server:
        yield server


# The book to work on, once for each engine.
