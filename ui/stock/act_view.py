"""A load, a batch or what went to the landfill in full, beside the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from daurulang.loads.model import LoadPayment, Measured
from daurulang.quantities import (
    Unit,
    format_kilograms,
    format_quantity,
    format_rupiah,
    format_thousandths,
    format_whole,
)
from daurulang.reports.plant_acts import BatchFigures, PlantActInFull, PlantLine
from ui import keys, theme
from ui.days import long_day
from ui.stock.words import act_word, batch_word, cubic_metres, hours_words, load_payment_word, side_word
from ui.widgets.button import SecondaryButton
from ui.widgets.card import Card, ElidedText, Facts, KeyHint, Pill, Rule, Text, Tone
from ui.words import goods_words


class ActView(Card):
    """Shows one act; `show_act` replaces it."""

    reverse_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = theme.current().space
        self._title, self._pill = Text("", "heading"), Pill()
        self._party, self._day = ElidedText("", "strong"), ElidedText("", "muted")
        self._more = Text("", "small")
        self._more.setWordWrap(True)
        self._lines = QWidget()
        self._grid = QGridLayout(self._lines)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(space(2))
        self._grid.setColumnStretch(0, 1)
        self._facts = Facts()
        self.reverse = SecondaryButton(self.tr("Reverse"), keys.REVERSE)
        self.reverse.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.reverse.clicked.connect(self.reverse_wanted)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._pill)
        head.addStretch(1)
        self.body.addLayout(head)
        for part in (self._party, self._day, self._more, Rule(), self._lines, Rule(), self._facts, self.reverse):
            self.body.addWidget(part)
        hints = QHBoxLayout()
        hints.addWidget(KeyHint(keys.REPRINT, self.tr("slip")))
        hints.addStretch(1)
        hints.addWidget(KeyHint(keys.BACK, self.tr("close")))
        self.body.addStretch(1)
        self.body.addLayout(hints)

    def show_act(self, full: PlantActInFull) -> None:
        """Show this one as it stands now."""
        act = full.act
        kind = batch_word(act.batch_kind) if act.batch_kind else act_word(act.kind)
        self._title.setText(f"{kind} {act.number}")
        self.setAccessibleName(self._title.text())
        self._pill.setVisible(bool(act.reversed_by))
        if act.reversed_by:
            self._pill.show_pill(self.tr("reversed by {number}").format(number=act.reversed_by), Tone.PROBLEM)
        self._party.setText(act.party or (f"{act.store} → {act.to_store}" if act.to_store else act.store))
        self._day.setText(f"{long_day(act.day)}  ·  {act.clerk}")
        store = act.store if act.party else ""
        self._more.setText("  ·  ".join(filter(None, (store, act.vehicle, act.note))))
        self._more.setVisible(bool(self._more.text()))
        self._clear_lines()
        for line in full.lines:
            self._add_line(line)
        self._facts.show_facts(self._facts_of(full))
        self.reverse.setVisible(not act.reversed_by)

    def words(self) -> str:
        """Everything on the sheet, line by line."""
        texts = [each for each in self.findChildren(Text) if not each.isHidden()]
        return "\n".join(each.accessibleName() or each.text() for each in texts)

    # --- inside --------------------------------------------------------------------------------------------

    def _facts_of(self, full: PlantActInFull) -> list[tuple[str, str]]:
        if full.figures is not None:
            return self._batch_facts(full, full.figures)
        if full.payment is None:
            written_off = (self.tr("Written off"), format_rupiah(full.act.rupiah))
            return [(self.tr("Weight"), format_kilograms(full.act.grams)), written_off]
        weighed = sum(line.grams for line in full.lines if line.measured is Measured.WEIGHT)
        facts = [(self.tr("Weighed"), format_kilograms(weighed))]
        litres = sum(line.volume_litres for line in full.lines)
        if litres:
            facts.append((self.tr("Volume"), cubic_metres(litres)))
            facts.append((self.tr("Estimated from it"), format_kilograms(full.act.grams - weighed)))
        paid = format_rupiah(full.act.rupiah) if full.payment is not LoadPayment.NONE else ""
        facts.append((self.tr("Payment"), " ".join(filter(None, (load_payment_word(full.payment), paid)))))
        return facts

    def _batch_facts(self, full: PlantActInFull, batch: BatchFigures) -> list[tuple[str, str]]:
        loss = self.tr("Lost") if batch.loss_grams >= 0 else self.tr("More than went in")
        facts = [
            (self.tr("Goes in"), format_kilograms(full.act.grams)),
            (self.tr("Comes out"), format_kilograms(batch.output_grams)),
            (self.tr("Residue"), format_kilograms(batch.residue_grams)),
            (loss, format_kilograms(abs(batch.loss_grams))),
            (self.tr("Cost carried"), format_rupiah(full.act.rupiah - batch.written_off_rupiah)),
        ]
        if batch.written_off_rupiah:
            facts.append((self.tr("Written off"), format_rupiah(batch.written_off_rupiah)))
        if batch.labour_minutes:
            facts.append((self.tr("Work"), hours_words(batch.labour_minutes)))
        if batch.fuel_millilitres:
            facts.append((self.tr("Fuel"), format_quantity(batch.fuel_millilitres, Unit.LITRE)))
        return facts

    def _add_line(self, line: PlantLine) -> None:
        side = f"{side_word(line.side)}: " if line.side is not None else ""
        name = side + goods_words(line.name, line.condition)
        detail = ""
        if line.measured is Measured.VOLUME:
            detail = f"{cubic_metres(line.volume_litres)} × {line.density_grams_per_litre} kg"
        elif line.tare_grams:
            words = self.tr("gross {gross}, tare {tare}")
            gross, tare = format_thousandths(line.gross_grams), format_thousandths(line.tare_grams)
            detail = words.format(gross=gross, tare=tare)
        elif line.unit is not Unit.KILOGRAM and line.grams:
            detail = format_kilograms(line.grams)
        if line.rupiah:
            detail = "  ·  ".join(filter(None, (detail, f"Rp {format_whole(line.rupiah)}")))
        row = self._grid.rowCount()
        self._grid.addWidget(ElidedText(name), row, 0)
        quantity = Text(format_quantity(line.quantity, line.unit), "strong")
        self._grid.addWidget(quantity, row, 1, Qt.AlignmentFlag.AlignRight)
        if detail:
            self._grid.addWidget(ElidedText(detail, "small"), row + 1, 0, 1, 2)

    def _clear_lines(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
