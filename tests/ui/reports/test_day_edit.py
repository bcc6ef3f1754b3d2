from datetime import date

import pytest

from ui.reports.day_edit import day_of

TODAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    "text, day",
    [
        ("5", date(2026, 3, 5)),
        ("6", date(2026, 2, 6)),
        ("30", date(2026, 1, 30)),
        ("21/11", date(2025, 11, 21)),
        ("1-3", date(2026, 3, 1)),
        ("29/2/24", date(2024, 2, 29)),
        ("29.2.2024", date(2024, 2, 29)),
        ("31/2", None),
        ("6/3/2026", None),
        ("0", None),
        ("kemarin", None),
        ("", None),
    ],
)
def test_a_typed_day_is_the_newest_that_has_been(text: str, day: date | None) -> None:
    assert day_of(text, TODAY) == day
