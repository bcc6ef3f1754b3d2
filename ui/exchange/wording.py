"""Fates, reasons and columns in the words handed in, so that the other process can say them without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from daurulang.exchange.columns import CLASS_PRICE
from daurulang.exchange.preview import Fate, Reason, Remark
from daurulang.quantities import format_rupiah


@dataclass(frozen=True, slots=True)
class ExchangeWords:
    """The words of one language; looked up once, since a list of a hundred thousand rows asks for them as often."""

    fates: Mapping[Fate, str]
    reasons: Mapping[Reason, str]
    fields: Mapping[str, str]
    class_price: str

    def fate(self, fate: Fate) -> str:
        """What becomes of a row."""
        return self.fates[fate]

    def field(self, field: str) -> str:
        """What a column holds; a class's own price names the class."""
        if field.startswith(CLASS_PRICE):
            return self.class_price.format(member_class=field.removeprefix(CLASS_PRICE))
        return self.fields[field]

    def remark(self, remark: Remark) -> str:
        """A reason with its data."""
        values: dict[str, str | int] = {}
        for name, value in remark.values.items():
            if name == "field":
                values[name] = self.field(str(value))
            else:
                values[name] = format_rupiah(value) if name.endswith("rupiah") and isinstance(value, int) else value
        return self.reasons[remark.reason].format(**values)
