"""The six figures at the top of the report, each against the period before and the year before."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from daurulang.periods import Period
from daurulang.quantities import format_rupiah, format_whole
from daurulang.reports.economic_value import EconomicValue
from ui import theme
from ui.reports.value_presenter import Change, Compared, compared
from ui.reports.value_words import (
    before_words,
    change_in_full,
    change_words,
    figure_words,
    weight_words,
    year_before_words,
)
from ui.widgets.card import Card, ElidedText, SectionTitle, Text
from ui.widgets.tiles import Tiles


class FigureCard(Card):
    """A label, a number, and how it changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = theme.current().space
        self.body.setContentsMargins(space(14), space(11), space(8), space(11))
        self.body.setSpacing(space(2))
        self._label, self.number = SectionTitle(), Text("", "lead")
        self.changes = [ElidedText("", "small"), ElidedText("", "small")]
        for part in (self._label, self.number, *self.changes):
            self.body.addWidget(part)

    def show_figure(self, figure: Compared, before: Period, year_before: Period) -> None:
        """Show one figure; where both periods are the same one, the change is said once."""
        name = figure_words(figure.code)
        self._label.setText(name)
        self.number.setText(figure.show(figure.now))
        said = [f"{name}: {figure.show(figure.now)}"]
        for line, then, period, words in zip(
            self.changes,
            (figure.before, figure.year_before),
            (before, year_before),
            (before_words(before), year_before_words(year_before)),
            strict=True,
        ):
            change = Change(figure.now, then)
            line.setText(change_words(change, words))
            said.append(change_in_full(figure, change, period))
        self.changes[1].setVisible(before != year_before)
        self.setAccessibleName("; ".join(said[: 2 if before == year_before else 3]))


class FigureCards(Tiles):
    """All six."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((6, 3, 2, 1), parent)
        self.cards = [FigureCard() for _ in range(6)]
        for card in self.cards:
            self.add(card)

    def show_value(self, value: EconomicValue) -> None:
        """Show the figures of a period."""
        figures = compared(value, weight_words, format_rupiah, format_whole)[: len(self.cards)]
        for card, figure in zip(self.cards, figures, strict=True):
            card.show_figure(figure, value.before.period, value.year_before.period)
        self.arrange()
