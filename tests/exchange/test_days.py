"""A day is read in every form that old books write it, and nothing else is taken for one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daurulang.exchange.days import read_day
from daurulang.periods import MONTHS

DAY = date(2024, 2, 21)


@pytest.mark.parametrize(
    "text",
    [
        *("2024-02-21", "2024/2/21", "2024-02-21 09:30", "2024-02-21T09:30:00"),
        *("21/02/2024", "21-2-2024", "21.02.2024", "21/2/24", "21 02 2024", "21/02/2024 09.30"),
        *("21 Februari 2024", "21 februari 24", "21-Feb-24", "21-Feb-2024", "21 Pebruari 2024", "21 Feb. 2024"),
        *("Rabu, 21 Februari 2024", "Rabu 21/02/2024", "Jum'at, 21 Februari 2024", " 21/02/2024 "),
        *("45343", "45343.5", "21 February 2024"),
    ],
)
def test_a_day_is_read(text: str) -> None:
    assert read_day(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "-",
            "kemarin",
            "02/21/2024",
            "31/02/2024",
            "21/02",
            "2024",
            "1234",
            "99999",
            "12500",
            *("21 Fubruari 2024", "0024-02-01", "21/02/0024", "1989-12-31"),
        ),
        *("0/1/2024", "21/02/2024 s.d. 22/02/2024", "21/02/20245", "Februari 2024"),
    ],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    assert read_day(text) is None


@given(st.dates(date(1990, 1, 1), date(2099, 12, 30)))
def test_every_form_of_a_day_is_the_same_day(day: date) -> None:
    serial = (day - date(1899, 12, 30)) // timedelta(days=1)
    forms = [str(day), f"{day:%d/%m/%Y}", f"{day.day} {MONTHS[day.month - 1]} {day.year}", str(serial)]
    if day.year >= 2000:
        forms.append(f"{day:%d-%m-%y}")
    assert {read_day(form) for form in forms} == {day}
