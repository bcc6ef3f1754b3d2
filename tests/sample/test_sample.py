"""The sample book."""

from pathlib import Path

import pytest

from daurulang import sample
from daurulang.ledger.model import EntryKind
from daurulang.migrations.opening import open_book
from daurulang.reports.balances import balances
from daurulang.verification.service import verify


def test_the_sample_book_is_sound_and_ends_yesterday(sqlite_place: Path) -> None:
    db = open_book(sqlite_place)
    days: list[tuple[int, int]] = []
    sample.fill(db, "Siti", "1234", lambda done, total: days.append((done, total)))
    found = verify(db)
    assert found.problems == ()
    assert found.entries > 300
    assert days[-1] == (91, 91)
    assert len(balances(db)) == sample.PEOPLE + 20
    with db.reading() as connection:
        last = connection.exec_driver_sql("SELECT max(day) FROM entry").scalar()
        kinds = set(connection.exec_driver_sql("SELECT DISTINCT kind FROM entry").scalars())
        payments = connection.exec_driver_sql("SELECT count(DISTINCT payment) FROM deposit").scalar()
        today = connection.exec_driver_sql("SELECT date('now', '+7 hours')").scalar()
    assert str(last) < str(today)
    counter = {EntryKind.DEPOSIT, EntryKind.PAYOUT, EntryKind.REVERSAL}
    plant = {EntryKind.LOAD, EntryKind.BATCH, EntryKind.DISPOSAL, EntryKind.SALE, EntryKind.BUYER_PAYMENT}
    assert (kinds, payments) == (counter | plant | {EntryKind.EXPENSE}, 4)
    db.close()


def test_a_stop_leaves_through_the_progress(sqlite_place: Path) -> None:
    db = open_book(sqlite_place)

    def stop(done: int, total: int) -> None:
        if done == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        sample.fill(db, "Siti", "1234", stop)
    db.close()
