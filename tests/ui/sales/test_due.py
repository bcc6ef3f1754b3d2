"""Days to come, as they are typed."""

from datetime import date

from ui.sales.due import due_day_of


def test_days_to_come_as_they_are_typed() -> None:
    today = date(2026, 11, 21)
    for text, day in (
        ("30", date(2026, 11, 30)),
        ("21", today),
        ("5", date(2026, 12, 5)),
        ("5/1", date(2027, 1, 5)),
        ("5/1/27", date(2027, 1, 5)),
        ("+14", date(2026, 12, 5)),
        ("31/12", date(2026, 12, 31)),
        ("20/11/2026", None),
        ("31/2", None),
        ("besok", None),
    ):
        assert due_day_of(text, today) == day
