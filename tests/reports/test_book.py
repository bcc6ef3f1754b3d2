"""How far a book has come."""

from daurulang.database import Database
from daurulang.reports.book import book_state
from daurulang.staff.service import add_staff, set_active
from tests.book import Book


def test_a_new_book_has_nothing(empty_db: Database) -> None:
    state = book_state(empty_db)
    assert (state.centre, state.counters, state.staff, state.has_materials) == (None, (), (), False)


def test_a_working_book_tells_who_may_sign_in(book: Book) -> None:
    set_active(book.db, add_staff(book.db, "Ahmad Fauzi", "1234"), active=False)
    state = book_state(book.db)
    assert state.centre is not None
    assert state.centre.name == "RDU Bangkalan"
    assert [counter.code for counter in state.counters] == ["L1"]
    assert [clerk.name for clerk in state.staff] == ["Siti Aminah"]
    assert state.has_materials
