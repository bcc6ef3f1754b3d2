"""What the page of a closed day must have said: its figures added up from the journal, entry by entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import TypeVar

from daurulang.closings.day_page import CounterDay, DayPage, Goods, KindSum
from daurulang.ledger.model import EntryKind, Place, SystemAccount
from daurulang.ledger.service import format_number
from daurulang.verification.streams import EntryRow, Row

_DEBT, _REVERSAL = int(SystemAccount.DEBT), str(EntryKind.REVERSAL)
_RESIDENTS, _TO_PLACE = int(Place.RESIDENTS), 3
_OF_OLD = ""  # among the kinds: goods that reversals took back of an old book
_Key = TypeVar("_Key")
_Sums = dict[str, list[int]]


@dataclass(slots=True)
class _Day:
    """By kind: count, rupiah, of them over a counter, grams, pieces, millilitres. By counter: cash in, out, found; and
    how many entries it has, with the first and the last number.
    """

    kinds: _Sums = field(default_factory=dict)
    boxes: dict[int, list[int]] = field(default_factory=dict)
    numbers: dict[int, list[int]] = field(default_factory=dict)

    def add(self, other: _Day) -> None:
        """Take another day's acts and cash in; numbers are of one day only."""
        _add_all(self.kinds, other.kinds)
        _add_all(self.boxes, other.boxes)


class DayFigures:
    """Follows the entries; `boxes` are the cash accounts by counter, `codes` the counters but those of an archive,
    `of_old` the reversals at them of what stands in one.
    """

    def __init__(self, boxes: Mapping[int, int], codes: Mapping[int, str], of_old: AbstractSet[int]) -> None:
        self._of_old = of_old
        self._counters = {account: counter_id for counter_id, account in boxes.items()}
        self._codes = codes
        self._days: dict[str, _Day] = {}
        self._before, self._late = _Day(), _Day()
        self._until = self._day = ""
        self._sums = self._late

    def move(self, entry: EntryRow, money: Sequence[Row], mass: Sequence[Row]) -> None:
        """One entry."""
        if entry.day != self._day:
            self._turn_to(entry.day)
        over_the_counter = 0
        for _position, debit, credit, rupiah in money:
            if debit in self._counters or credit in self._counters:
                self._move_cash(debit, credit, rupiah)
                over_the_counter += rupiah
        if entry.counter_id in self._codes:
            self._act(entry, money, mass, over_the_counter)

    def _turn_to(self, day: str) -> None:
        """Acts of one day mostly follow one another."""
        self._day = day
        self._sums = self._late if day <= self._until else self._days.setdefault(day, _Day())

    def _move_cash(self, debit: int, credit: int, rupiah: int) -> None:
        if debit in self._counters:
            place = 2 if credit == SystemAccount.CASH_DIFFERENCE else 0
            self._sums.boxes.setdefault(self._counters[debit], [0, 0, 0])[place] += rupiah
        if credit in self._counters:
            found = debit == SystemAccount.CASH_DIFFERENCE
            box = self._sums.boxes.setdefault(self._counters[credit], [0, 0, 0])
            box[2 if found else 1] += -rupiah if found else rupiah

    def _act(self, entry: EntryRow, money: Sequence[Row], mass: Sequence[Row], cash_rupiah: int) -> None:
        own = self._sums.kinds.get(entry.kind)
        if own is None:
            own = self._sums.kinds[entry.kind] = [0] * 6
        own[0] += 1
        # What became a debt was not turned round; it stands beside what was. A repayment taken back stands alone.
        owed = entry.kind == _REVERSAL and len(money) > 1
        for _position, debit, _credit, rupiah in money:
            if not owed or debit != _DEBT:
                own[1] += rupiah
        own[2] += cash_rupiah
        grams = pieces = millilitres = 0
        for row in mass:
            if entry.kind == _REVERSAL and row[_TO_PLACE] != _RESIDENTS:
                continue  # a load, a batch or a sale taken back gives residents nothing
            grams, pieces, millilitres = grams + row[5], pieces + row[6], millilitres + row[7]
        _add_goods(own, grams, pieces, millilitres)
        if entry.kind == _REVERSAL and entry.id in self._of_old:
            _add_goods(self._sums.kinds.setdefault(_OF_OLD, [0] * 6), grams, pieces, millilitres)
        numbers = self._sums.numbers.get(entry.counter_id)
        if numbers is None:
            numbers = self._sums.numbers[entry.counter_id] = [0, entry.sequence, 0]
        numbers[0] += 1
        numbers[2] = entry.sequence

    def agree(self, page: DayPage, *, with_old: bool) -> bool:
        """Whether a page says what had been posted until now; `with_old` also of goods of an old book."""
        day = page.day.isoformat()
        own = self._days.get(day, _Day())
        before, late = _Day(), self._late
        before.add(self._before)
        for each in sorted(self._days):
            if each < day:
                before.add(self._days[each])
        ever = _Day()
        for part in (before, late, own):
            ever.add(part)
        self._settle(day)
        told = {each.code: each for each in page.counters}
        return (
            _by_kind(page.kinds) == _named(own.kinds)
            and _by_kind(page.late) == _named(late.kinds)
            and _by_kind(page.ever) == _named(ever.kinds)
            and (not with_old or _goods(own, ever) == (page.old_goods, page.old_goods_ever))
            and all(
                told.pop(code, None) == expected
                for counter_id, code in self._codes.items()
                if (expected := self._counter(code, counter_id, (own, before, late), told.get(code))) is not None
            )
            and not told
        )

    def _settle(self, day: str) -> None:
        """A closed day is not asked for again: from now on it is part of what was before."""
        for each in [each for each in self._days if each <= day]:
            self._before.add(self._days.pop(each))
        self._before.add(self._late)
        self._late = _Day()
        self._until = max(self._until, day)
        self._day = ""  # its sums are another's now

    @staticmethod
    def _counter(
        code: str, counter_id: int, days: tuple[_Day, _Day, _Day], told: CounterDay | None
    ) -> CounterDay | None:
        """What a page says of a counter; None for one that may not have been there yet. Its name is taken as told.
        `days` are the one of the page, those before it, and what was booked to those since.
        """
        numbers = days[0].numbers.get(counter_id)
        box, earlier, late = (each.boxes.get(counter_id) for each in days)
        if told is None and not (numbers or box or earlier or late):
            return None
        count, first, last = numbers or (0, 0, 0)
        cash_in, cash_out, found = box or (0, 0, 0)
        was_in, was_out, was_found = earlier or (0, 0, 0)
        late_in, late_out, late_found = late or (0, 0, 0)
        return CounterDay(
            code=code,
            name=told.name if told else "",
            count=count,
            first=format_number(code, first) if count else "",
            last=format_number(code, last) if count else "",
            cash_before_rupiah=was_in - was_out + was_found,
            cash_in_rupiah=cash_in,
            cash_out_rupiah=cash_out,
            difference_rupiah=found,
            late_rupiah=late_in - late_out + late_found,
        )


def _add_all(sums: dict[_Key, list[int]], more: Mapping[_Key, list[int]]) -> None:
    for key, amounts in more.items():
        own = sums.setdefault(key, [0] * len(amounts))
        for place, amount in enumerate(amounts):
            own[place] += amount


def _add_goods(sums: list[int], grams: int, pieces: int, millilitres: int) -> None:
    sums[3] += grams
    sums[4] += pieces
    sums[5] += millilitres


def _by_kind(told: Sequence[KindSum]) -> _Sums:
    """The rows of a page by their kind; older pages have one row where others have two."""
    sums: _Sums = {}
    for each in told:
        row = [each.count, each.rupiah, each.cash_rupiah, each.grams, each.pieces, each.millilitres]
        _add_all(sums, {str(each.kind): row})
    return sums


def _named(sums: _Sums) -> _Sums:
    return {kind: own for kind, own in sums.items() if kind != _OF_OLD}


def _goods(*days: _Day) -> tuple[Goods, ...]:
    """What was taken back of an old book."""
    return tuple(Goods(*day.kinds.get(_OF_OLD, [0] * 6)[3:]) for day in days)
