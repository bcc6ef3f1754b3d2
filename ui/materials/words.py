"""How the codes of materials and prices are said on the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from daurulang.materials.model import DlhCategory, SipsnCategory
from daurulang.quantities import Condition, Unit

translate = QCoreApplication.translate


def condition_words(condition: Condition) -> str:
    """Such as "bersih"."""
    match condition:
        case Condition.CLEAN:
            return translate("Materials", "clean")
        case Condition.DIRTY:
            return translate("Materials", "dirty")
        case Condition.WET:
            return translate("Materials", "wet")
        case Condition.MIXED:
            return translate("Materials", "mixed")


def unit_words(unit: Unit) -> str:
    """The unit in full; its short sign is its code."""
    match unit:
        case Unit.KILOGRAM:
            return translate("Materials", "Kilogram")
        case Unit.PIECE:
            return translate("Materials", "Piece")
        case Unit.LITRE:
            return translate("Materials", "Litre")


def dlh_words(category: DlhCategory) -> str:
    """The eight categories of the environment office's form."""
    match category:
        case DlhCategory.RIGID_PLASTIC:
            return translate("Materials", "Rigid plastic")
        case DlhCategory.FLEXIBLE_PLASTIC:
            return translate("Materials", "Flexible plastic")
        case DlhCategory.PAPER:
            return translate("Materials", "Paper")
        case DlhCategory.METAL:
            return translate("Materials", "Metal")
        case DlhCategory.GLASS:
            return translate("Materials", "Glass")
        case DlhCategory.RUBBER_LEATHER:
            return translate("Materials", "Rubber, leather")
        case DlhCategory.TEXTILE:
            return translate("Materials", "Textile")
        case DlhCategory.OTHER:
            return translate("Materials", "Other")


def sipsn_words(category: SipsnCategory) -> str:
    """The nine compositions of the national form."""
    match category:
        case SipsnCategory.FOOD:
            return translate("Materials", "Food waste")
        case SipsnCategory.WOOD:
            return translate("Materials", "Wood, branches")
        case SipsnCategory.PAPER:
            return translate("Materials", "Paper, cardboard")
        case SipsnCategory.PLASTIC:
            return translate("Materials", "Plastic")
        case SipsnCategory.METAL:
            return translate("Materials", "Metal")
        case SipsnCategory.TEXTILE:
            return translate("Materials", "Cloth")
        case SipsnCategory.RUBBER_LEATHER:
            return translate("Materials", "Rubber, leather")
        case SipsnCategory.GLASS:
            return translate("Materials", "Glass")
        case SipsnCategory.OTHER:
            return translate("Materials", "Other")
