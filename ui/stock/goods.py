"""Choosing goods of a store by what is typed of their name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from daurulang.quantities import Condition, format_quantity, format_rupiah
from daurulang.sales.goods import GoodsToSell
from ui.stock.finder import GoodsFinder
from ui.widgets.line_start import LineStartEdit
from ui.widgets.suggest import Suggestion
from ui.words import condition_word


def goods_title(goods: GoodsToSell) -> str:
    """The material, with its condition unless it is clean, which everybody expects."""
    name = goods.material.name
    return name if goods.condition is Condition.CLEAN else f"{name}  ·  {condition_word(goods.condition)}"


class GoodsEdit(LineStartEdit[GoodsToSell]):
    """Finds goods of the store in memory. Enter in the empty field goes on to the payment, Up in it to the lines."""

    def __init__(self, left: Callable[[GoodsToSell], int], parent: QWidget | None = None) -> None:
        """`left` answers how much is left for one more line."""
        super().__init__(
            self._find, self._suggestion, nothing=self.tr("Nothing of it lies in this store."), required=False,
            parent=parent,
        )  # fmt: skip
        self._left = left
        self.search_in(())
        self.setPlaceholderText(self.tr("Material: name or code"))
        self.setAccessibleName(self.tr("Material"))

    def search_in(self, goods: Sequence[GoodsToSell]) -> None:
        """Search what lies there now."""
        self._finder = GoodsFinder(goods, condition_word)

    def _find(self, text: str) -> Sequence[GoodsToSell]:
        return self._finder.find(text)

    def _suggestion(self, goods: GoodsToSell) -> Suggestion:
        good = goods.material
        price = self.tr("no sell price")
        if goods.price_rupiah is not None:
            price = f"{format_rupiah(goods.price_rupiah)}/{good.unit}"
        detail = ",  ".join((good.code, *good.aliases[:3]))
        left = format_quantity(max(0, self._left(goods)), good.unit)
        return Suggestion(goods_title(goods), f"{detail}  ·  {price}", left, good.icon)
