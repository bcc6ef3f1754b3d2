"""The program is killed while it posts: nothing acknowledged is lost, nothing is half posted."""

import subprocess
import sys
from pathlib import Path

import pytest

from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft, record
from daurulang.ledger.service import Desk
from daurulang.members.queries import at_counter
from daurulang.migrations.opening import open_book
from daurulang.reports.daily import latest_acts
from daurulang.verification.service import verify
from tests.book import BOTTLE_RUPIAH, PET_RUPIAH, set_up_book
from tests.postgres import PostgresServer

DESK = (1, 1)
TOTAL = PET_RUPIAH + 2 * BOTTLE_RUPIAH


def form(key: str) -> DepositDraft:
    """A deposit of two lines in the sample book."""
    return DepositDraft(key, 1, (LineDraft(1, 1000), LineDraft(2, 2)), Payment.SAVINGS, TOTAL)


@pytest.fixture(params=[("sqlite", 100), ("postgresql", 15)], ids=["sqlite", "postgresql"])
def place_and_rounds(request: pytest.FixtureRequest) -> tuple[str, int]:
    engine, rounds = request.param
    if engine == "sqlite":
        place: str = str(request.getfixturevalue("sqlite_place"))
    else:
        server: PostgresServer = request.getfixturevalue("postgres_server")
        place = server.fresh_url()
    return place, rounds


def test_killed_while_posting_loses_nothing_and_leaves_nothing_half(place_and_rounds: tuple[str, int]) -> None:
    place, rounds = place_and_rounds
    db = open_book(place)
    book = set_up_book(db)
    db.close()
    told = subprocess.run(
        [sys.executable, "-m", "tests.ledger.poster", place, str(rounds)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    ).stdout.split("\n")
    saved = {line.removeprefix("saved ") for line in told if line.startswith("saved ")}
    begun = {line.removeprefix("begun ") for line in told if line.startswith("begun ")}
    assert len(begun) >= len(saved) >= rounds // 2

    db = open_book(place)
    with db.reading() as connection:
        keys = set(connection.exec_driver_sql("SELECT form_key FROM entry").scalars())
        lines = connection.exec_driver_sql("SELECT count(*) FROM deposit_line").scalar_one()
    assert saved <= keys <= begun
    assert lines == 2 * len(keys)
    assert verify(db).problems == ()

    for key in begun:  # whoever heard nothing saves the same form again
        record(db, Desk(*DESK), form(key))
    acts = latest_acts(db, 1, 100_000)
    assert [act.number for act in acts] == [f"L1-{n:06d}" for n in range(len(begun), 0, -1)]
    assert at_counter(db, book.member_id).balance_rupiah == len(begun) * TOTAL
    assert verify(db).entries == len(begun)
    db.close()
