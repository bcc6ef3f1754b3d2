"""The sentences of the window for everything `daurulang` may refuse.

A screen that knows more (which field, which line) may word an error itself; `worded` always has an answer.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from daurulang import errors, storage_errors
from daurulang.errors import UserError
from daurulang.periods import short_day
from daurulang.quantities import format_rupiah
from ui.cash_words import cash_words
from ui.days import month_words
from ui.debts.words import debt_words
from ui.device_words import device_words
from ui.plant_words import plant_words
from ui.slip_words import slip_words
from ui.stock_words import stock_words

translate = QCoreApplication.translate


def worded(error: UserError) -> str:
    """What is wrong and what to do, in one line."""
    acts = (_typed, _days, _closed, _missing, _counter, _payout, _reversal, _correction, stock_words)
    for part in (*acts, _database, _files, cash_words, slip_words, device_words, debt_words, plant_words):
        sentence = part(error)
        if sentence:
            return sentence
    return translate("Wording", "This was refused and nothing was changed ({name}).").format(name=type(error).__name__)


def _typed(error: UserError) -> str:
    match error:
        case errors.BadNumber():
            return _bad_number(error.reason)
        case errors.FieldMissing():
            return translate("Wording", "Please fill this in.")
        case errors.FieldTooLong(limit=limit):
            return translate("Wording", "Too long: at most {limit} characters.").format(limit=limit)
        case errors.BadPin():
            return translate("Wording", "A PIN is 4 to 12 digits.")
        case errors.LastClerk(name=name):
            words = translate("Wording", "{name} is the last active clerk; let another one sign in first.")
            return words.format(name=name)
        case errors.WrongPin():
            return translate("Wording", "Name and PIN do not belong together.")
        case errors.AlreadyTaken(value=value):
            return translate("Wording", "“{value}” is already in use; choose another.").format(value=value)
        case errors.UnitKept(material=material):
            return translate(
                "Wording", "{material} was weighed in already and keeps its unit; add a new material."
            ).format(material=material)
    return ""


def _days(error: UserError) -> str:
    match error:
        case errors.BadDay():
            return translate("Wording", "That day is still to come; use today or an earlier day.")
        case errors.MonthClosed():
            return translate("Wording", "That month is closed; use a day of a month that is still open.")
        case errors.OpeningStands(day=day):
            words = translate(
                "Wording", "The opening balance of {day} holds all that was saved until then; undo it first."
            )
            return words.format(day=short_day(day))
        case errors.MonthNotOver(month=month):
            words = translate("Wording", "{month} is not over; close it when its last day has gone by.")
            return words.format(month=month_words(month))
        case errors.MonthBeforeOpen(month=month):
            words = translate("Wording", "{month} is not closed yet; close that month first.")
            return words.format(month=month_words(month))
    return ""


def _closed(error: UserError) -> str:
    match error:
        case errors.NoCashSession():
            return translate("Wording", "The cash box is closed: open it first (F8).")
        case errors.CashSessionOpen(counter=counter, day=day):
            words = translate("Wording", "The cash box of {counter} was opened on {day}: close it first (F8).")
            return words.format(counter=counter, day=short_day(day))
        case errors.CashDiffers(expected_rupiah=expected, counted_rupiah=counted):
            words = translate("Wording", "The book expects {expected}, {counted} were counted: say why.")
            return words.format(expected=format_rupiah(expected), counted=format_rupiah(counted))
        case errors.DayClosed():
            return translate("Wording", "That day is closed; use a later day.")
        case errors.DayBeforeOpen(day=day):
            return translate("Wording", "{day} is not closed yet; close that day first.").format(day=short_day(day))
        case errors.DayNotClosed(day=day):
            return translate("Wording", "{day} is not closed, so it has no page yet.").format(day=short_day(day))
        case errors.NotAdministrator():
            return translate("Wording", "Only who looks after the book may do this; let that person sign in.")
        case errors.MonthNotClosed(month=month):
            return translate("Wording", "{month} is not closed.").format(month=month_words(month))
        case errors.MonthAfterClosed(month=month):
            words = translate("Wording", "{month} was closed after it; open that month again first.")
            return words.format(month=month_words(month))
    return ""


def _bad_number(reason: str) -> str:
    match reason:
        case "empty":
            return translate("Wording", "Type a number.")
        case "too_many_decimals":
            return translate("Wording", "At most three digits after the comma.")
        case "not_whole":
            return translate("Wording", "A whole number, please: without a comma.")
        case "zero":
            return translate("Wording", "It must be more than zero.")
        case "negative":
            return translate("Wording", "It must not be negative.")
        case "too_large":
            return translate("Wording", "This is too large; check the number.")
        case _:
            return translate("Wording", "This is not a number; type for example 2,45.")


def _missing(error: UserError) -> str:
    match error:
        case errors.NotSetUp():
            return translate("Wording", "This book has no centre yet; begin with the first steps.")
        case errors.AlreadySetUp():
            return translate("Wording", "This book already has its centre.")
        case errors.UnknownMember(number=number):
            return translate("Wording", "There is no member {number}.").format(number=number)
        case errors.MemberInactive(name=name):
            return translate("Wording", "{name} is inactive; make the member active first (F4).").format(name=name)
        case errors.UnknownVillage(text=text):
            return translate("Wording", "There is no village “{text}” on the list.").format(text=text)
        case errors.UnknownMaterial(text=text):
            return translate("Wording", "There is no material “{text}”.").format(text=text)
        case storage_errors.NumberLost(number=number, reason=reason):
            return translate("Wording", "Receipt {number} was lost from the book: {reason}.").format(
                number=number, reason=reason
            )
        case errors.UnknownReceipt(number=number):
            return translate("Wording", "There is no receipt {number}.").format(number=number)
        case errors.PriceMissing(material=material):
            return translate("Wording", "{material} has no price for today; set it first (F5).").format(
                material=material
            )
    return ""


def _counter(error: UserError) -> str:
    match error:
        case errors.NoLines():
            return translate("Wording", "There is no line yet; weigh in a material first.")
        case errors.LineRefused(position=position, reason=reason):
            return _line_refused(reason).format(position=position)
        case errors.SplitRefused(total_rupiah=total):
            return translate("Wording", "The cash part must be less than {total} and more than zero.").format(
                total=format_rupiah(total)
            )
        case errors.TotalChanged(total_rupiah=total):
            return translate(
                "Wording", "The prices have changed: the total is now {total}. Read it back again."
            ).format(total=format_rupiah(total))
        case errors.ReasonMissing(material=material):
            return translate("Wording", "The price of {material} needs a reason.").format(material=material)
        case errors.FormKeyReused(number=number):
            return translate("Wording", "This form was already saved as {number} with other lines.").format(
                number=number
            )
        case errors.NotSaved():
            return translate("Wording", "It was not saved. Please save once more.")
        case errors.CommitFailed():
            return translate("Wording", "It is not certain that it was saved. Look it up first, then save again.")
        case errors.OutcomeUnknown():
            return translate("Wording", "It is not certain that it was saved. Save again: it is never booked twice.")
    return ""


def _line_refused(reason: str) -> str:
    match reason:
        case "tare_too_large":
            return translate("Wording", "Line {position}: tare and deduction take all of the weight.")
        case "reason_missing":
            return translate("Wording", "Line {position}: the deduction needs a reason.")
        case "too_heavy":
            return translate("Wording", "Line {position}: this is too heavy for one line; check the number.")
        case "inactive_material":
            return translate("Wording", "Line {position}: this material is no longer taken.")
        case "negative":
            return translate("Wording", "Line {position}: the weight must be more than zero.")
        case _:
            return translate("Wording", "Line {position} cannot be taken so.")


def _payout(error: UserError) -> str:
    match error:
        case errors.BalanceTooLow(balance_rupiah=balance):
            return translate("Wording", "The balance is only {balance}.").format(balance=format_rupiah(balance))
        case errors.PayoutBelowMinimum(minimum_rupiah=minimum):
            return translate("Wording", "A payout is at least {minimum}.").format(minimum=format_rupiah(minimum))
        case errors.BalanceMustStay(minimum_balance_rupiah=minimum, most_rupiah=most):
            return translate("Wording", "{minimum} must stay in the savings; at most {most} can be paid out.").format(
                minimum=format_rupiah(minimum), most=format_rupiah(most)
            )
    return ""


def _reversal(error: UserError) -> str:
    match error:
        case errors.ReasonTooShort(least=least):
            return translate("Wording", "Write the reason, at least {least} letters.").format(least=least)
        case errors.ReversalRefused(number=number, reason="reversed_before", other=other):
            return translate("Wording", "{number} was reversed already by {other}.").format(number=number, other=other)
        case errors.ReversalRefused(number=number, reason="of_the_box"):
            words = translate("Wording", "{number} is of the cash box; answer it with cash in or cash out.")
            return words.format(number=number)
        case errors.ReversalRefused(number=number, reason="of_the_stock"):
            return translate("Wording", "{number} is a stock count; count the goods once more.").format(number=number)
        case errors.ReversalRefused(number=number, reason="of_a_closing"):
            return translate("Wording", "{number} closes a day or a month; it stays.").format(number=number)
        case errors.ReversalRefused(number=number, reason="other_kind"):
            return translate("Wording", "{number} can only be replaced by an act of its kind.").format(number=number)
        case errors.ReversalRefused(number=number, reason="before_original"):
            words = translate(
                "Wording", "{number} is not reversed on a day before its own; use its day or a later one."
            )
            return words.format(number=number)
        case errors.ReversalRefused(number=number):
            words = translate("Wording", "{number} is a reversal itself; a reversal is not reversed.")
            return words.format(number=number)
        case errors.AlreadyPaidOut(number=number, balance_rupiah=balance, rupiah=rupiah):
            return translate(
                "Wording", "{number} cannot be reversed: of {rupiah} only {balance} are left, the rest was paid out."
            ).format(number=number, rupiah=format_rupiah(rupiah), balance=format_rupiah(balance))
    return ""


def _correction(error: UserError) -> str:
    match error:
        case errors.ApproverRefused(reason="same"):
            return translate("Wording", "Somebody else who works here must approve it.")
        case errors.ApproverRefused():
            return translate("Wording", "Who approves it does not work here any more.")
        case errors.CorrectionUncovered(number=number, missing_rupiah=missing):
            return translate(
                "Wording", "With {number} corrected so, the savings are short of {missing}, which were paid out."
            ).format(number=number, missing=format_rupiah(missing))
        case errors.CheckCodeIncomplete():
            return translate("Wording", "The check code has 16 signs: 0 to 9 and a to f.")
    return ""


def _database(error: UserError) -> str:
    match error:
        case storage_errors.LibraryUnsafe(version=version):
            return translate(
                "Wording", "SQLite {version} can lose data and is not used; install the program again."
            ).format(version=version)
        case storage_errors.BackupNotHere(place=place):
            return translate("Wording", "The book {place} is on a server; back it up there.").format(place=place)
        case storage_errors.BackupRefused(path=path):
            return translate("Wording", "The copy {path} is not sound; the older backup was kept. Try again.").format(
                path=path
            )
        case storage_errors.NotABackup(path=path):
            words = translate("Wording", "{path} is not a backup of this book and was left alone; choose another name.")
            return words.format(path=path)
        case storage_errors.BackupUnusable(path=path, reason=reason):
            return _unusable_backup(reason).format(path=path)
        case storage_errors.BookGone(place=place):
            return translate(
                "Wording",
                "There is no book at {place} any more. Plug in the disk it lies on, or look for the file; else restore"
                " the newest backup.",
            ).format(place=place)
        case storage_errors.EntriesLost(numbers=numbers):
            gone = ", ".join(first if first == last else f"{first} – {last}" for first, last in numbers)
            words = translate("Wording", "This machine has seen entries that the book no longer has: {numbers}.")
            return words.format(numbers=gone)
        case storage_errors.DatabaseRefused(place=place):
            return _refused_database(error).format(place=place)
    return ""


def _refused_database(error: storage_errors.DatabaseRefused) -> str:
    match error:
        case storage_errors.DatabaseBusy():
            return translate("Wording", "Another program is using the book {place}. Close it and try again.")
        case storage_errors.DatabaseReadOnly():
            return translate(
                "Wording", "The book {place} cannot be written. Check the rights of the file and its folder."
            )
        case storage_errors.DatabaseNewer():
            return translate("Wording", "The book {place} was written by a newer version. Update this program.")
        case storage_errors.DatabaseForeign():
            return translate("Wording", "{place} is not a book of Daur Ulang. It was left untouched.")
        case storage_errors.DatabaseEmpty():
            return translate("Wording", "The file {place} is empty, as after a failed copy. Restore a backup.")
        case storage_errors.DatabaseDamaged():
            return translate("Wording", "The book {place} is damaged. Restore a backup; the file was left untouched.")
        case storage_errors.DatabaseUnreachable():
            return translate(
                "Wording", "The book {place} cannot be reached. Check the folder, the network or the server."
            )
        case _:
            return _refused_disk(error)


def _refused_disk(error: storage_errors.DatabaseRefused) -> str:
    match error:
        case storage_errors.DatabaseOnShare():
            return translate(
                "Wording",
                "The book {place} lies on another computer's disk, which cannot keep it safe. Move it to this computer,"
                " or use a PostgreSQL server.",
            )
        case storage_errors.StorageFull():
            return translate("Wording", "The disk of {place} is full. Make room; nothing was saved.")
        case storage_errors.StorageFailed():
            return translate(
                "Wording",
                "The disk of {place} does not answer. Check its cable, restart the computer and try again; the book"
                " itself may be whole.",
            )
        case _:
            return translate("Wording", "The book {place} cannot be used. It was left untouched.")


def _unusable_backup(reason: str) -> str:
    match reason:
        case "missing":
            return translate("Wording", "There is no file {path}.")
        case "empty":
            return translate("Wording", "The backup {path} is empty. Choose another one.")
        case "newer":
            return translate("Wording", "The backup {path} was made by a newer version. Update this program.")
        case "damaged":
            return translate("Wording", "The backup {path} is damaged or cut short. Choose another one.")
        case "other_centre":
            return translate("Wording", "The backup {path} is of another book. Choose another one.")
        case _:
            return translate("Wording", "{path} is not a backup of Daur Ulang. Choose another file.")


def _files(error: UserError) -> str:
    match error:
        case errors.WorkbookRefused(reason=reason):
            return _refused_workbook(reason)
        case errors.ColumnsMissing(fields=fields):
            return translate("Wording", "These columns were not found: {fields}. Choose them by hand.").format(
                fields=", ".join(fields)
            )
        case errors.RowsRefused(count=count):
            return translate("Wording", "{count} rows cannot be taken, so none was. Their reasons are listed.").format(
                count=count
            )
        case errors.BookChanged():
            return translate("Wording", "The book has changed since this list was looked at; look at it once more.")
        case errors.BatchInUse(count=count):
            return translate("Wording", "{count} rows of this import are already in use; it cannot be undone.").format(
                count=count
            )
        case errors.FileNotWritten(path=path):
            return translate("Wording", "{path} could not be written. Choose another folder.").format(path=path)
    return ""


def _refused_workbook(reason: str) -> str:
    match reason:
        case "missing":
            return translate("Wording", "There is no file at this place. Choose it with the button.")
        case "not_a_workbook":
            return translate("Wording", "This file is neither an Excel workbook (.xlsx) nor a CSV.")
        case "old_format":
            return translate("Wording", "This is an old .xls file. Open it in Excel and save it as .xlsx or CSV.")
        case "too_large":
            return translate("Wording", "This file is too large; split it into several.")
        case "protected":
            return translate("Wording", "This workbook is locked with a password. Remove it and try again.")
        case "no_header":
            return translate("Wording", "No row with column titles was found.")
        case "empty":
            return translate("Wording", "This file has no rows.")
        case _:
            return translate("Wording", "This workbook cannot be read; it may be damaged.")
