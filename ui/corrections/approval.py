"""Why something is undone and who approves it: asked beside a list, and never in a dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from daurulang.corrections.model import LEAST_REASON, LONGEST_REASON
from daurulang.corrections.service import ReversalDraft, checked_reason
from daurulang.errors import ApproverRefused, FieldTooLong, ReasonTooShort, UserError, WrongPin
from daurulang.ledger.form_key import new_form_key
from daurulang.staff.queries import StaffMember
from daurulang.staff.service import sign_in
from ui import tasks, theme
from ui.session import Session
from ui.widgets.card import Tone
from ui.widgets.entry_form import EntryForm
from ui.widgets.field import DropDown, Field, LineEdit
from ui.wording import worded

Work = Callable[[ReversalDraft], Any]


class ApprovalForm(EntryForm):
    """F10 looks at the reason, lets the approver's PIN be checked, and does the work; what is refused is said where it
    belongs. A form of its own shows what is undone above the fields, says what `_work` is and takes what is `_done`.
    """

    ROWS: tuple[tuple[tuple[str, int], ...], ...] = ((("reason", 1),), (("approver", 1),), (("pin", 1),))

    def __init__(self, session: Session, shown: Sequence[QWidget], parent: QWidget | None = None) -> None:
        """`shown` stands between the title and the fields."""
        super().__init__(parent)
        self._session = session
        self._original_id = 0
        self._key = ""
        for number, part in enumerate(shown, 1):
            self.body.insertWidget(number, part)
        self.body.setSpacing(theme.current().space(8))
        self.setMinimumWidth(theme.current().space(350))

    # --- what a form of its own answers --------------------------------------------------------------------

    def _work(self) -> Work:
        """What is done once the PIN is right, off the window's thread."""
        raise NotImplementedError

    def _done(self, answer: Any) -> None:
        """The work is over."""
        raise NotImplementedError

    def _agreed_rupiah(self) -> int:
        """How much may become a debt; of most acts nothing."""
        return 0

    # --- asking --------------------------------------------------------------------------------------------

    def _ask(self, original_id: int, approvers: Sequence[StaffMember], title: str, button: str) -> None:
        """Begin anew, with the focus in the reason."""
        self._original_id, self._key = original_id, new_form_key()
        self._title.setText(title)
        self.setAccessibleName(title)
        self._name_button(button)
        self.save_button.setEnabled(True)
        self.approver.clear()
        for each in approvers:
            self.approver.add(str(each.id), each.name)
        alone = approvers[0].id == self._session.clerk.id
        words = self.tr("Nobody else works here") if alone else self.tr("Somebody else than you")
        self.fields["approver"].set_hint(words)
        self.reason.clear()
        self.pin.clear()
        self._clear_problems()
        self._touched()
        self._count()
        self.walker.start()

    def dirty(self) -> bool:
        return bool(self.reason.text() or self.pin.text())

    def save(self) -> None:
        """Look at what was typed and let the approver's PIN be checked; then do it."""
        if not self._original_id or not self.save_button.isEnabled():
            return
        self._clear_problems()
        try:
            reason = checked_reason(self.reason.text())
        except UserError as error:
            self._refused(error, worded(error))
            return
        if not self.pin.accept_entry():
            self.fields["pin"].show_problem(self.tr("Please fill this in."))
            return
        approver_id, debt_rupiah = int(self.approver.code()), self._agreed_rupiah()
        draft = ReversalDraft(self._key, self._original_id, reason, approver_id, debt_rupiah)
        self.save_button.setEnabled(False)
        self._touched()
        db, pin, work = self._session.db, self.pin.text(), self._work()

        def approved() -> Any:
            sign_in(db, draft.approver_id, pin)
            return work(draft)

        tasks.aside(self, approved, self._take, self._refused, on_given_up=self._given_up)

    def message(self) -> str:
        """The words above the button."""
        return self._line.text()

    # --- inside --------------------------------------------------------------------------------------------

    def _take(self, answer: Any) -> None:
        self.save_button.setEnabled(True)
        self._done(answer)

    def _given_up(self) -> None:
        self.save_button.setEnabled(True)

    def _refused(self, error: UserError, sentence: str) -> None:
        self.save_button.setEnabled(True)
        name = self._field_of(error)
        if isinstance(error, WrongPin):
            self.pin.clear()
        if name:
            self.fields[name].show_problem(sentence)
        else:
            self._line.say(sentence, Tone.PROBLEM)

    def _field_of(self, error: UserError) -> str:
        match error:
            case WrongPin():
                return "pin"
            case ApproverRefused():
                return "approver"
            case ReasonTooShort() | FieldTooLong():
                return "reason"
        return ""

    def _count(self) -> None:
        letters = len(" ".join(self.reason.text().split()))
        words = self.tr("{count} of at least {least} letters")
        if not self.fields["reason"].has_problem():
            self.fields["reason"].set_hint(words.format(count=letters, least=LEAST_REASON))

    def _name_button(self, words: str) -> None:
        self.save_button.setText(words)
        self.save_button.updateGeometry()

    def _make_fields(self) -> dict[str, Field]:
        self.reason, self.approver, self.pin = LineEdit(required=True), DropDown(), LineEdit(required=True)
        self.reason.setMaxLength(LONGEST_REASON)
        self.reason.textChanged.connect(lambda _text: self._count())
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(12)
        for edit in (self.reason, self.pin):
            edit.textEdited.connect(lambda _text: self._touched())
        return {
            "reason": Field(self.tr("Reason"), self.reason),
            "approver": Field(self.tr("Approved by"), self.approver),
            "pin": Field(self.tr("PIN of the approver"), self.pin),
        }
