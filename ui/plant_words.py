"""The sentences of the window for what is refused from the gate to the buyer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from daurulang import plant_errors, stock_errors
from daurulang.errors import UserError
from daurulang.periods import short_day
from daurulang.quantities import format_kilograms, format_quantity, format_rupiah

translate = QCoreApplication.translate


def plant_words(error: UserError) -> str:
    """What is wrong and what to do; empty for what others know."""
    return _store(error) or _goods(error) or _trade(error)


def _store(error: UserError) -> str:
    match error:
        case stock_errors.StockTooLow(material=material, unit=unit, there=there, wanted=wanted):
            words = translate("Plant", "Only {there} of {material} lie in the store, not {wanted}.")
            amounts = {"there": format_quantity(there, unit), "wanted": format_quantity(wanted, unit)}
            return words.format(material=material, **amounts)
        case stock_errors.GoodsGone(number=number, materials=materials):
            words = translate("Plant", "{materials} of {number} do not lie in the store any more; it stays as it is.")
            return words.format(number=number, materials=", ".join(materials))
        case stock_errors.StoreInUse(name=name, is_first=is_first):
            if is_first:
                return translate("Plant", "What is deposited comes to {store}: it stays in use.").format(store=name)
            return translate("Plant", "Goods lie in {store}: carry them to another store first.").format(store=name)
        case stock_errors.StoreLaidAside(name=name):
            words = translate("Plant", "Its goods come back to {store}, which is not used: use that store again first.")
            return words.format(store=name)
    return ""


def _goods(error: UserError) -> str:
    match error:
        case plant_errors.NoGoods(side=side):
            return _no_goods(side)
        case plant_errors.GoodsRefused(position=position, problem=problem):
            return translate("Plant", "Line {position}: {problem}").format(position=position, problem=_problem(problem))
        case plant_errors.LossUnconfirmed(loss_grams=grams) if grams > 0:
            words = translate("Plant", "{weight} are missing of what went in; confirm the loss or weigh again.")
            return words.format(weight=format_kilograms(grams))
        case plant_errors.LossUnconfirmed(loss_grams=grams):
            words = translate("Plant", "{weight} more came out than went in; confirm it or weigh again.")
            return words.format(weight=format_kilograms(-grams))
        case plant_errors.WeightMissing(materials=materials):
            words = translate("Plant", "{materials} weigh nothing; weigh them, or carry the cost by value.")
            return words.format(materials=", ".join(materials))
        case plant_errors.SellPriceMissing(materials=materials):
            words = translate("Plant", "{materials} have no sell price; carry the cost by weight or price them first.")
            return words.format(materials=", ".join(materials))
    return ""


def _no_goods(side: str) -> str:
    match side:
        case "input":
            return translate("Plant", "Nothing goes in yet; take a material from the store.")
        case "output":
            return translate("Plant", "Nothing comes out yet; say what was made or what is residue.")
        case "other_store":
            return translate("Plant", "Carrying takes goods of one store to another; choose another store.")
    return translate("Plant", "There is no line yet.")


def _problem(problem: str) -> str:
    match problem:
        case "nothing":
            return translate("Plant", "say how much it is.")
        case "negative":
            return translate("Plant", "nothing may be below zero.")
        case "tare_too_large":
            return translate("Plant", "the tare is as heavy as the whole; weigh again.")
        case "not_by_weight":
            return translate("Plant", "a load is weighed in kilograms; choose a material by weight.")
        case "inactive_material":
            return translate("Plant", "the material is not used any more.")
        case "difference_unexplained":
            return translate("Plant", "the buyer's weight differs from ours: say why.")
        case "not_carried":
            return translate("Plant", "what comes out is not carried: take the line out (Del), or do something else.")
    return translate("Plant", "that is too much for one line.")


def _trade(error: UserError) -> str:
    match error:
        case plant_errors.NameUnknown(what=what):
            return _unknown(what)
        case plant_errors.PaymentMissing():
            return translate("Plant", "Say what is paid for the load, or that nothing is paid.")
        case plant_errors.PaidTooMuch(outstanding_rupiah=outstanding):
            return translate("Plant", "Only {rupiah} are still owed.").format(rupiah=format_rupiah(outstanding))
        case plant_errors.PaidBeforeSale(day=day):
            return translate("Plant", "It was sold on {day}: it is paid for then or later.").format(day=short_day(day))
        case plant_errors.DueBeforeSale(day=day):
            return translate("Plant", "It is due on {day} or later.").format(day=short_day(day))
        case plant_errors.PaymentsStand():
            return translate("Plant", "The buyer has paid for it since; reverse those payments first.")
    return ""


def _unknown(what: str) -> str:
    match what:
        case "source":
            return translate("Plant", "Choose where the load comes from.")
        case "store":
            return translate("Plant", "Choose a store that is in use.")
        case "buyer":
            return translate("Plant", "Choose a buyer that is in use.")
        case "category":
            return translate("Plant", "Choose a category that is in use.")
    return translate("Plant", "That sale is not there any more.")
