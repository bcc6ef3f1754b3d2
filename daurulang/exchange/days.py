"""Days as lists write them: ISO, numbers with the day first, months in words, and Excel's serial numbers."""

from __future__ import annotations

import re
from datetime import date, timedelta

from daurulang.members.words import words_of
from daurulang.periods import MONTHS

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_NUMBERS = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})(?:\s+\d{1,2}[:.]\d{2}.*)?")
_WORDS = re.compile(r"(\d{1,2})[\s./-]+([^\W\d]+)\.?[\s./-]+(\d{4}|\d{2})(?:\s+\d{1,2}[:.]\d{2}.*)?")
_WEEKDAY = re.compile(r"^[^\W\d]+(?:['\u2019][^\W\d]+)?\s*[,/]?\s+(?=\d)")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_EXCEL_EPOCH = date(1899, 12, 30)  # Excel counts a 29 February 1900 that never was; days from March 1900 on agree
FIRST_YEAR = 1990  # before it nobody kept such a book: a slip of the finger
FIRST_SERIAL, LAST_SERIAL = 32874, 73050  # 1990 to 2099: other numbers of five digits are no days

_MONTH_OF = {month.lower(): number for number, month in enumerate(MONTHS, 1)}
_MONTH_OF |= {month[:3].lower(): number for number, month in enumerate(MONTHS, 1)}
_MONTH_OF |= {"agt": 8, "ags": 8, "sept": 9, "nop": 11, "nopember": 11, "pebruari": 2, "peb": 2}
_MONTH_OF |= {"may": 5, "aug": 8, "oct": 10, "dec": 12, "january": 1, "february": 2, "march": 3, "june": 6, "july": 7}
_MONTH_OF |= {"august": 8, "october": 10, "december": 12}


def read_day(text: str) -> date | None:
    """The day of "2024-02-21", "21/02/2024", "21.2.24", "Rabu, 21 Februari 2024", "21-Feb-24" or Excel's 45343, None
    for what is no day. The day stands before the month.
    """
    bare = _WEEKDAY.sub("", text.strip())
    if match := _SERIAL.fullmatch(bare):
        serial = int(match[1])
        return _EXCEL_EPOCH + timedelta(days=serial) if FIRST_SERIAL <= serial <= LAST_SERIAL else None
    if match := _ISO.fullmatch(bare):
        year, month, day = match.groups()
    elif match := _NUMBERS.fullmatch(bare):
        day, month, year = match.groups()
    elif match := _WORDS.fullmatch(bare):
        day, word, year = match.groups()
        month = str(_MONTH_OF.get("".join(words_of(word)), 0))
    else:
        return None
    try:
        # Two digits are of this century: nobody weighed waste in before it.
        found = date(int(year) if len(year) == 4 else 2000 + int(year), int(month), int(day))
    except ValueError:
        return None
    return found if found.year >= FIRST_YEAR else None
