"""The cash books of a period: every line, in the order of days, and months that add up."""

from datetime import date, timedelta

from daurulang import periods
from daurulang.cash.model import Direction, OtherSide
from daurulang.cash.service import ClosingDraft, MovementDraft, OpeningDraft, close_session, move_cash, open_session
from daurulang.centre.service import add_counter
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.expenses import service as expenses
from daurulang.expenses.model import PaidFrom
from daurulang.expenses.service import ExpenseDraft
from daurulang.ledger.model import EntryKind
from daurulang.periods import Period, Zone
from daurulang.reports.accounts import balance_sheet
from daurulang.reports.cash_book import CashBook, cash_books
from tests.book import Book, new_key
from tests.plant import set_up_plant

TODAY = periods.today(Zone.WIB)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def spend(book: Book, rupiah: int, pocket: PaidFrom, day: date | None = None) -> int:
    return expenses.record(book.db, book.desk, ExpenseDraft(new_key(), 3, rupiah, "solar", pocket), day)


def told(book: CashBook) -> list[tuple[str, EntryKind, str, str, int, int, int]]:
    return [
        (each.number, each.kind, each.name, each.note, each.in_rupiah, each.out_rupiah, each.balance_rupiah)
        for each in book.lines
    ]


def test_an_empty_book_has_one_box_with_nothing_in_it(book: Book) -> None:
    (box,) = cash_books(book.db, Period(TODAY, TODAY))
    assert (box.counter, box.opening_rupiah, box.lines, box.closing_rupiah) == ("Loket 1", 0, (), 0)


def test_every_rupiah_has_its_line_in_the_order_of_days(book: Book) -> None:
    plant = set_up_plant(book)
    add_counter(book.db, "L2", "Loket 2")
    book.deposit(grams=10_000, day=ago(3))  # 1
    open_session(book.db, book.desk, OpeningDraft(new_key(), 100_000))  # 2
    book.payout(5_000)  # 3
    plant.sale(book.pet_id, 4_000, 4_500, paid_rupiah=3_000)  # 4
    wrong = spend(book, 900, PaidFrom.CASH)  # 5
    reverse(book.db, book.desk, ReversalDraft(new_key(), wrong, "salah tulis angka", book.desk.staff_id))  # 6
    move_cash(book.db, book.desk, MovementDraft(new_key(), Direction.OUT, OtherSide.BANK, 60_000, "setor ke BRI"))  # 7
    spend(book, 2_000, PaidFrom.BANK, ago(1))  # 8
    spend(book, 700, PaidFrom.OWNER)  # 9: nobody's box
    close_session(book.db, book.desk, ClosingDraft(new_key(), ((20_000, 1), (10_000, 1)), "kurang", 38_000))  # 10
    box, bank = cash_books(book.db, Period(ago(3), TODAY))
    assert (box.counter, box.opening_rupiah, bank.counter, bank.opening_rupiah) == ("Loket 1", 0, "", 0)
    assert told(box) == [
        ("L1-000002", EntryKind.CASH_OPENING, "", "", 100_000, 0, 100_000),
        ("L1-000003", EntryKind.PAYOUT, "Nur Hayati", "", 0, 5_000, 95_000),
        ("L1-000004", EntryKind.SALE, "UD Makmur", "", 3_000, 0, 98_000),
        ("L1-000005", EntryKind.EXPENSE, "BBM", "solar", 0, 900, 97_100),
        ("L1-000006", EntryKind.REVERSAL, "BBM", "salah tulis angka", 900, 0, 98_000),
        ("L1-000007", EntryKind.CASH_MOVEMENT, "", "setor ke BRI", 0, 60_000, 38_000),
        ("L1-000010", EntryKind.CASH_CLOSING, "", "kurang", 0, 8_000, 30_000),
    ]
    assert told(bank) == [
        ("L1-000008", EntryKind.EXPENSE, "BBM", "solar", 0, 2_000, -2_000),
        ("L1-000007", EntryKind.CASH_MOVEMENT, "", "setor ke BRI", 60_000, 0, 58_000),
    ]
    assert [each.reverses for each in box.lines if each.kind is EntryKind.REVERSAL] == ["L1-000005"]
    assert [each.other_side for each in bank.lines] == [None, OtherSide.BANK]
    sheet = balance_sheet(book.db, TODAY)
    assert (sheet.boxes[0].rupiah, sheet.bank_rupiah) == (box.closing_rupiah, bank.closing_rupiah) == (30_000, 58_000)


def test_periods_that_follow_each_other_add_up(book: Book) -> None:
    plant = set_up_plant(book)
    plant.load(9_000, 4_000, ago(40))
    for days, rupiah in ((39, 500), (20, 700), (20, 900), (3, 1_100), (0, 1_300)):
        spend(book, rupiah, PaidFrom.BANK, ago(days))
        spend(book, rupiah, PaidFrom.CASH, ago(days))
    whole = {each.account_id: each for each in cash_books(book.db, Period(ago(50), TODAY))}
    found = []
    for first, last in ((50, 39), (38, 20), (19, 3), (2, 0)):
        books = cash_books(book.db, Period(ago(first), ago(last)))
        for each in books:
            assert balance_sheet_rupiah(book, each, ago(last)) == each.closing_rupiah
        found.append({each.account_id: each for each in books})
    for id_, each in whole.items():
        parts = [part[id_] for part in found if id_ in part]
        assert [line for part in parts for line in part.lines] == list(each.lines)
        assert [part.opening_rupiah for part in parts[1:]] == [part.closing_rupiah for part in parts[:-1]]
        assert (parts[0].opening_rupiah, parts[-1].closing_rupiah) == (0, each.closing_rupiah)


def balance_sheet_rupiah(book: Book, box: CashBook, day: date) -> int:
    sheet = balance_sheet(book.db, day)
    return sum(each.rupiah for each in sheet.boxes) if box.counter else sheet.bank_rupiah
