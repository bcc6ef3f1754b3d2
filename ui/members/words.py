"""How the codes of a member are said on the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from daurulang.ledger.model import EntryKind
from daurulang.members.model import Gender, MemberKind, SourceClass
from daurulang.quantities import format_kilograms, format_whole
from daurulang.reports.daily import CounterAct

translate = QCoreApplication.translate


def kind_words(kind: MemberKind) -> str:
    """Such as "Perorangan"."""
    match kind:
        case MemberKind.INDIVIDUAL:
            return translate("Members", "Person")
        case MemberKind.GROUP:
            return translate("Members", "Group")
        case MemberKind.INSTITUTION:
            return translate("Members", "Institution")
        case MemberKind.SCHOOL:
            return translate("Members", "School")


def gender_words(gender: Gender) -> str:
    """Such as "Perempuan"."""
    match gender:
        case Gender.FEMALE:
            return translate("Members", "Woman")
        case Gender.MALE:
            return translate("Members", "Man")
        case Gender.UNSTATED:
            return translate("Members", "Not said")


def source_words(source: SourceClass) -> str:
    """The seven sources as the national form names them."""
    match source:
        case SourceClass.HOUSEHOLD:
            return translate("Members", "Household")
        case SourceClass.OFFICE:
            return translate("Members", "Offices")
        case SourceClass.MARKET:
            return translate("Members", "Market")
        case SourceClass.COMMERCE:
            return translate("Members", "Commerce")
        case SourceClass.PUBLIC_FACILITY:
            return translate("Members", "Public facility")
        case SourceClass.AREA:
            return translate("Members", "Estate")
        case SourceClass.OTHER:
            return translate("Members", "Other")


def act_words(act: CounterAct) -> str:
    """What a member did, in a few words: "2,45 kg" to the savings, "3,10 kg tunai", "2 kg sedekah", "Penarikan",
    "Pembatalan L1-000012"; what was undone says so.
    """
    words = _plain_words(act)
    return translate("Members", "{act}, reversed").format(act=words) if act.reversed_by else words


def _plain_words(act: CounterAct) -> str:
    if act.kind is EntryKind.PAYOUT:
        return translate("Members", "Payout")
    if act.kind is EntryKind.OPENING_BALANCE:
        return translate("Members", "Old book")
    if act.kind is EntryKind.DEBT_REPAYMENT:
        return translate("Members", "Repayment of a debt")
    if act.kind is EntryKind.REVERSAL and act.debt_rupiah > 0:
        words = translate("Members", "{amount} owed, reversal of {number}")
        return words.format(number=act.reverses, amount=format_whole(act.debt_rupiah))
    if act.kind is EntryKind.REVERSAL:
        return translate("Members", "Reversal of {number}").format(number=act.reverses)
    if act.savings_rupiah:
        words = "{weight}"
    elif act.cash_rupiah:
        words = translate("Members", "{weight} cash")
    else:
        words = translate("Members", "{weight} given")
    return words.format(weight=format_kilograms(act.grams) if act.grams else "").strip()
