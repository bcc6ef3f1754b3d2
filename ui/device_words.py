"""The sentences for what the printer and the scale refuse; `ui.wording.worded` asks here too."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from daurulang.device_errors import ScaleRefused
from daurulang.errors import PrinterRefused, UserError

translate = QCoreApplication.translate


def device_words(error: UserError) -> str:
    """What is wrong and what to do, "" for what is no device."""
    match error:
        case PrinterRefused(printer=printer, path=path, reason=reason):
            return _refused_paper(reason).format(printer=printer, path=path)
        case ScaleRefused(reason=reason):
            return _refused_weight(reason)
    return ""


def _refused_paper(reason: str) -> str:
    match reason:
        case "no_program":
            return translate("Wording", "No printer is set up on this computer. The paper is kept at {path}.")
        case "slow":
            return translate("Wording", "The printer {printer} does not answer. The paper is kept at {path}.")
        case _:
            return translate("Wording", "The printer {printer} refused the paper. It is kept at {path}.")


def _refused_weight(reason: str) -> str:
    match reason:
        case "moving":
            return translate("Wording", "The scale is not still yet: wait and press the key again, or type the weight.")
        case "unreadable":
            return translate("Wording", "The scale speaks another language (Settings, Scale): type the weight.")
        case "no_port":
            return translate("Wording", "The scale's cable is not there: plug it in, or type the weight.")
        case "out_of_range":
            return translate("Wording", "This load is out of the scale's range: take some off, or type the weight.")
        case "other_unit":
            return translate("Wording", "The scale shows neither kg nor g: change its unit, or type the weight.")
        case "zero":
            return translate("Wording", "The scale shows zero: put the load on it and press the key again.")
        case "negative":
            return translate("Wording", "The scale shows less than zero: empty it, set it to zero and weigh again.")
        case _:
            return translate("Wording", "The scale does not answer: type the weight.")
