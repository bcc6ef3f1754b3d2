"""What the screens of the counter do alike: a member before it, one act saved at a time, its paper, the day so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from daurulang.errors import PriceMissing, UserError
from daurulang.quantities import format_rupiah
from daurulang.reports.daily import CounterAct, act_of_entry
from ui import tasks
from ui.corrections.correction import Correction
from ui.corrections.strip import OTHER_MEMBER, CorrectionStrip
from ui.counter.confirm import ConfirmBox
from ui.counter.latest import DaySoFar, LatestCard
from ui.counter.member_box import MemberBox
from ui.counter.slip_bar import PAPER, SlipBar
from ui.keys import KeyLine
from ui.receipts.printing import print_receipt, reprint_receipt
from ui.screen import Act, Screen
from ui.session import Session
from ui.widgets import notice
from ui.widgets.card import ScreenHeader
from ui.wording import worded

if TYPE_CHECKING:
    from ui.drafts.keeper import DraftKeeper


class CounterScreen(Screen):
    """Saves beside the typing, then prints and starts over; what is refused keeps the form and its key.

    A screen of the counter says how its form is held, unread, started over and refused.
    """

    drafts: DraftKeeper[Any]
    """Keeps what is typed."""
    new_member_wanted = Signal(str)
    """The clerk typed somebody nobody knows and wants to register them; answer by `take_member`."""

    def __init__(self, session: Session, member_box: MemberBox) -> None:
        super().__init__()
        self._session = session
        self._saving = False
        self._warned = False
        self._last_number = ""
        self.header = ScreenHeader("")
        self.latest = LatestCard()
        self.member_box = member_box
        self.member_box.new_member_wanted.connect(self.new_member_wanted)
        self.strip = CorrectionStrip()
        self.slip = SlipBar(session)
        self.slip.changed.connect(self._day_changed)
        self.slip.left.connect(self._back_to_form)
        self._bind(OTHER_MEMBER, self._ask_other_member)
        self._bind(PAPER, self._turn_paper)

    def reprint(self) -> None:
        """Another paper of what was saved last at this counter."""
        if self._last_number:
            reprint_receipt(self, self._session, self._last_number)
        else:
            notice.warning(self, self.tr("Nothing was saved at this counter yet."))

    def kept(self) -> bool:
        return self.drafts.keeps()

    def take_member(self, member_id: int) -> None:
        """Go on with a member who was just registered, unless somebody else stands before the counter by now."""
        if self.member_box.member() is None:
            self.member_box.take(member_id)

    def correct(self, correction: Correction) -> bool:
        """Open the form with what is put right; False, with the reason said, while it holds something else."""
        if self._saving or self.unsaved() or self.member_box.member() is not None:
            notice.warning(self, self.tr("Save or leave what is on the form first, then correct."))
            return False
        self._begin_correction(correction)
        return True

    def acts(self) -> Sequence[Act]:
        paper = Act(self.tr("Enter slips written by hand"), self._turn_paper, key=PAPER)
        if self._correction() is None:
            return (paper,)
        return (paper, Act(self.tr("It was another member"), self._ask_other_member, key=OTHER_MEMBER))

    def hints(self) -> Sequence[KeyLine]:
        return (KeyLine(PAPER, self.tr("paper slips")), *super().hints())

    # --- what each screen of the counter answers -----------------------------------------------------------

    def _begin_correction(self, correction: Correction) -> None:
        """Fill the form with what is put right."""
        raise NotImplementedError

    def _correction(self) -> Correction | None:
        """What the form puts right now."""
        raise NotImplementedError

    def _forget_member(self) -> None:
        """Nobody stands before the counter, and all else that was typed stays."""
        raise NotImplementedError

    def _day_changed(self) -> None:
        """Another day's prices and rules hold: show it, and read them."""
        raise NotImplementedError

    def _hold_form(self) -> None:
        """Show whether the form can be changed: not while `_saving`."""
        raise NotImplementedError

    def _unread(self) -> None:
        """What was read back no longer holds."""
        raise NotImplementedError

    def _start_over(self) -> None:
        """The next member; what was put right was of its own slip."""
        self._unwarn()
        if self._correction() is not None:
            self.slip.leave()

    def _refused(self, error: UserError, sentence: str) -> None:
        """Everything typed and the form's key stay; the sentence goes to the field it belongs to."""
        raise NotImplementedError

    def _read_day(self) -> None:
        """Read what was done today, aside."""
        raise NotImplementedError

    # --- saving --------------------------------------------------------------------------------------------

    def _save_aside(self, confirm: ConfirmBox, record: Callable[[], Sequence[int]]) -> None:
        """Let `record` save and give the ids of the entries, the one that is meant last, while `confirm` says so."""
        db = self._session.db
        self._hold(saving=True)
        confirm.show_saving()

        def refused(error: UserError, sentence: str) -> None:
            self._hold(saving=False)
            if self.slip.refuse(error, sentence):
                self._unread()
            else:
                self._refused(error, sentence)

        def work() -> list[CounterAct]:
            return [act_of_entry(db, entry_id) for entry_id in record()]

        tasks.aside(self, work, self._saved, refused, on_given_up=self._given_up)

    def _hold(self, *, saving: bool) -> None:
        """What is on its way to the disk cannot be changed, and nothing can be typed that would be lost with it."""
        self._saving = saving
        self.slip.setEnabled(not saving)
        self._hold_form()

    def _given_up(self) -> None:
        """A bug, which is reported: the form and its key stay, so that saving again never books twice."""
        self._hold(saving=False)
        self._unread()

    def _saved(self, acts: Sequence[CounterAct]) -> None:
        self._hold(saving=False)
        act, correction = acts[-1], self._correction()
        self._last_number = act.number
        if correction is None:
            self.slip.count_up()
        self._start_over()
        said = self.tr("{number} saved. {name}: balance {balance}.")
        if correction is not None:
            said = self.tr("{number} stands in the place of {old}. {name}: balance {balance}.")
        newest = max((each for each in acts if each.member_id == act.member_id), key=lambda each: each.entry_id)
        told = {"name": act.member_name, "balance": format_rupiah(newest.balance_after_rupiah)}
        notice.good(self, said.format(number=act.number, old=correction.number if correction else "", **told))
        for each in acts:
            print_receipt(self, self._session, each.number)
        self._read_day()

    # --- paper mode ----------------------------------------------------------------------------------------

    def _turn_paper(self) -> None:
        """Into paper mode with the focus on the slip's number, or out of it and back to the form."""
        if self._saving:
            return
        if not self.slip.is_on():
            self.slip.start()
        elif self._correction() is not None:
            notice.warning(self, self.tr("What is put right keeps its slip; change the number or the day on it."))
        else:
            self.slip.leave()
            self._back_to_form()

    def _worded(self, error: UserError) -> str:
        """A refusal in words; a price of a day that is over cannot be set any more."""
        if self.slip.is_on() and isinstance(error, PriceMissing):
            words = self.tr("{material} has no price on the slip's day; leave paper mode ({key}) or take the line out.")
            return words.format(material=error.material, key=PAPER)
        return worded(error)

    def _back_to_form(self) -> None:
        """The focus goes where typing goes on."""
        self.enter()

    # --- a correction --------------------------------------------------------------------------------------

    def _ask_other_member(self) -> None:
        """What is put right was somebody else's."""
        if self._correction() is not None and not self._saving:
            self._forget_member()
            self.member_box.start()

    def _leave_empty_form(self) -> bool:
        """Esc while nobody stands before the counter: empty the field of the name, take whose it was that is put right,
        or leave paper mode; False when there was nothing of it.
        """
        if self._forget_typed_name():
            return True
        correction = self._correction()
        if correction is not None:
            self.member_box.take(correction.act.member_id)
            return True
        return self.slip.leave()

    # --- inside --------------------------------------------------------------------------------------------

    def _bind(self, key: str, act: Callable[[], object]) -> None:
        """Let a key do something on this screen."""
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def _forget_typed_name(self) -> bool:
        """Empty the member's field; False when nothing stood in it."""
        typed = bool(self.member_box.edit.text())
        self.member_box.start()
        return typed

    def _leaving_words(self, words: str) -> str:
        """`words` warn before typed work is dropped; of a correction that is said otherwise."""
        correction = self._correction()
        if correction is None:
            return words
        return self.tr("The correction is not saved. Esc once more leaves it, and {number} stays as it was.").format(
            number=correction.number
        )

    def _warn(self, words: str) -> None:
        """Say once that typed work is about to be dropped."""
        self._warned = True
        notice.warning(self, words)

    def _unwarn(self) -> None:
        if self._warned:
            self._warned = False
            notice.take_back(self)

    def _show_latest(self, day: DaySoFar) -> None:
        self.latest.show_acts(day.latest)
        if day.latest:
            self._last_number = day.latest[0].number
