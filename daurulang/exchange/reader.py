"""What the readers of all lists share: going down the rows, what holds nothing, and the day of an old entry."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from datetime import date
from typing import Generic

from sqlalchemy.engine import Connection

from daurulang.centre.queries import the_centre
from daurulang.closings.queries import closed_until
from daurulang.exchange.columns import Matching
from daurulang.exchange.days import read_day
from daurulang.exchange.preview import Intake, Reason, Remark, Row, nothing_to_take, row_of
from daurulang.exchange.workbook import Sheet

_ERRORS = {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"}
_NOTHING = {"", "-", "\u2013", "\u2014"}


class RowReader(ABC, Generic[Intake]):
    """Reads the rows of one list; holds what the rows before said."""

    def __init__(self, sheet: Sheet, matching: Matching) -> None:
        self.sheet = sheet
        self.matching = matching

    def rows(self) -> Iterator[Row[Intake]]:
        """Every row below the header, in order."""
        for index in range(self.matching.header_row, len(self.sheet.rows)):
            number, cells = index + 1, self.sheet.rows[index]
            nothing = self.holds_nothing(cells)
            yield row_of(number, cells, [nothing], None) if nothing else self.read(number, cells)

    @abstractmethod
    def read(self, number: int, cells: tuple[str, ...]) -> Row[Intake]:
        """The fate of a row that holds something."""

    def holds_nothing(self, cells: tuple[str, ...]) -> Remark | None:
        """Why a row cannot be read at all: it is empty, a total, the header again, or a formula without a result."""
        texts = (cells[column] for column in self.matching.columns.values())
        formula = next((text for text in texts if text[:1] == "=" or text in _ERRORS), None)
        unread = None if formula is None else Remark(Reason.FORMULA, {"text": formula})
        return nothing_to_take(cells, self.matching) or unread

    def cell(self, cells: tuple[str, ...], field: str) -> str:
        """The text of a field; a dash is empty."""
        text = self.matching.cell(cells, field)
        return "" if text in _NOTHING else text


class OldBookReader(RowReader[Intake]):
    """A reader of what is to be posted on days of its own."""

    def __init__(self, connection: Connection, sheet: Sheet, matching: Matching) -> None:
        super().__init__(sheet, matching)
        self.today = the_centre(connection).today()
        self._closed_until = closed_until(connection)

    def day(self, text: str, remarks: list[Remark]) -> date | None:
        """The day of a row, with the reason where nothing can be posted on it; None where none can be read."""
        day = read_day(text)
        if day is None:
            remarks.append(Remark(Reason.DAY_UNREADABLE, {"text": text}))
        elif day > self.today:
            remarks.append(Remark(Reason.DAY_TO_COME, {"text": text}))
        elif self._closed_until and day <= self._closed_until:
            remarks.append(Remark(Reason.DAY_CLOSED, {"text": text}))
        return day
