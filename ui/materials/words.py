"""How the codes of materials and prices are said on the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from daurulang.materials.model import DlhCategory, SipsnCategory, Substance
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


def substance_words(substance: Substance) -> str:
    """What a material is made of, as the sets of factors know it."""
    words = {
        Substance.ALUMINIUM_CANS: translate("Materials", "Aluminium cans"),
        Substance.ALUMINIUM: translate("Materials", "Aluminium"),
        Substance.COPPER: translate("Materials", "Copper"),
        Substance.STEEL_CANS: translate("Materials", "Steel cans"),
        Substance.STEEL: translate("Materials", "Iron, steel"),
        Substance.MIXED_METALS: translate("Materials", "Mixed metals"),
        Substance.PET: translate("Materials", "PET"),
        Substance.HDPE: translate("Materials", "HDPE"),
        Substance.LDPE: translate("Materials", "LDPE, PE film"),
        Substance.PP: translate("Materials", "PP"),
        Substance.PS: translate("Materials", "PS"),
        Substance.PVC: translate("Materials", "PVC"),
        Substance.MIXED_PLASTICS: translate("Materials", "Mixed plastics"),
        Substance.GLASS: translate("Materials", "Glass"),
        Substance.CORRUGATED: translate("Materials", "Corrugated board"),
        Substance.NEWSPAPER: translate("Materials", "Newspaper"),
        Substance.OFFICE_PAPER: translate("Materials", "Office paper"),
        Substance.MIXED_PAPER: translate("Materials", "Mixed paper"),
        Substance.ELECTRONICS: translate("Materials", "Electronics"),
        Substance.TEXTILES: translate("Materials", "Textiles"),
        Substance.TIRES: translate("Materials", "Tyres"),
        Substance.USED_OIL: translate("Materials", "Mineral oil"),
        Substance.FOOD: translate("Materials", "Food scraps"),
        Substance.GARDEN: translate("Materials", "Garden waste"),
        Substance.WOOD: translate("Materials", "Wood"),
    }
    return words[substance]


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
