"""Two windows that give out the same name or number on a server: one does, the other is told to ask again."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa

from daurulang.centre.queries import Centre
from daurulang.centre.service import add_counter, set_up
from daurulang.errors import AlreadyTaken, BatchInUse, UserError
from daurulang.exchange import members as lists
from daurulang.exchange.batches import undo
from daurulang.exchange.columns import ListKind, open_list
from daurulang.members.model import member
from daurulang.members.service import MemberDraft, add_class, register
from daurulang.migrations.opening import open_book
from daurulang.staff.service import add_staff
from daurulang.storage_errors import DatabaseBusy
from daurulang.verification.service import verify
from tests.book import Book, set_up_book
from tests.postgres import PostgresServer


@pytest.fixture
def server_book(postgres_server: PostgresServer) -> Iterator[Book]:
    db = open_book(postgres_server.fresh_url())
    yield set_up_book(db)
    db.close()


def raced(*acts: Callable[[], object]) -> list[UserError]:
    """Do the acts at once; whatever is refused must be refused in words."""
    start = threading.Barrier(len(acts))
    refusals: list[UserError] = []
    others: list[Exception] = []

    def run(act: Callable[[], object]) -> None:
        start.wait()
        try:
            act()
        except UserError as error:
            refusals.append(error)
        except Exception as error:  # noqa: BLE001  (a thread keeps what it raises to itself)
            others.append(error)

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert others == []
    return refusals


def test_a_name_is_given_out_once(server_book: Book) -> None:
    db = server_book.db
    for act in (
        lambda: register(db, MemberDraft("Siti", passbook_number="001")),
        lambda: add_class(db, "Pelanggan"),
        lambda: add_staff(db, "Budi", "1234"),
        lambda: add_counter(db, "L2", "Loket 2"),
    ):
        refusals = raced(act, act, act)
        assert len(refusals) == 2
        assert {type(each) for each in refusals} <= {AlreadyTaken, DatabaseBusy}
        with pytest.raises(AlreadyTaken):
            act()


def test_a_centre_is_set_up_once(postgres_server: PostgresServer) -> None:
    db = open_book(postgres_server.fresh_url())
    assert len(raced(*[lambda: set_up(db, Centre("RDU"))] * 3)) == 2
    db.close()


def test_a_list_is_undone_or_used_but_not_both(server_book: Book, tmp_path: Path) -> None:
    db = server_book.db
    path = tmp_path / "anggota.csv"
    path.write_text("Nama;No HP\nAli;0811234567\n", encoding="utf-8")
    for _ in range(3):
        batch_id = lists.take_in(db, lists.preview(db, *open_list(path, ListKind.MEMBERS)), None)
        with db.reading() as connection:
            member_id = connection.execute(sa.select(member.c.id).where(member.c.batch_id == batch_id)).scalar_one()
        refusals = raced(partial(server_book.deposit, 5000, member_id=member_id), partial(undo, db, batch_id, 1))
        assert len(refusals) == 1
        if isinstance(refusals[0], DatabaseBusy):
            with pytest.raises(BatchInUse):
                undo(db, batch_id, 1)
    assert verify(db).problems == ()
