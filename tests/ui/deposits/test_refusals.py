from datetime import timedelta

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt

from daurulang.database import Database
from daurulang.errors import BalanceTooLow, NotSaved, OutcomeUnknown
from daurulang.ledger.service import Desk as LedgerDesk
from daurulang.materials.model import PriceSide, material, price
from daurulang.materials.queries import PriceKey
from daurulang.materials.service import PriceDraft, set_prices
from daurulang.members.service import MemberDraft, change
from daurulang.quantities import Condition
from tests.book import PRICED_FROM
from tests.ui.desk import Desk
from ui.deposits import screen as deposit_screen

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


def take_nur(desk: Desk) -> None:
    desk.type("nur\n")
    assert desk.deposit.member_box.member() is not None


def confirm(desk: Desk) -> None:
    """Read back, then save, and wait for the book."""
    desk.press(KEY.Key_F10)
    desk.type("\n")
    desk.until(lambda: not desk.deposit._saving)


def set_price(desk: Desk, rupiah: int | None, condition: Condition = Condition.CLEAN) -> None:
    key = PriceKey(desk.book.pet_id, PriceSide.BUY, condition, 1)
    set_prices(desk.book.db, [PriceDraft(key, rupiah, "pengepul")], PRICED_FROM + timedelta(1), desk.session.clerk.id)


def test_what_changes_after_the_read_back_is_read_back_again(desk: Desk) -> None:
    take_nur(desk)
    desk.type("pet\n2\n")
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_2, ALT)
    assert desk.deposit.payment.confirm.words() == ""
    desk.press(KEY.Key_F10)
    assert "paid in cash" in desk.deposit.payment.confirm.words()
    assert not desk.acts()


def test_a_price_that_changes_while_the_form_is_open_is_read_back_again(desk: Desk) -> None:
    take_nur(desk)
    desk.type("pet\n2\n")
    set_price(desk, 3500)
    confirm(desk)
    desk.settle()
    assert not desk.acts()
    assert "Rp 7.000" in desk.deposit.payment.confirm.message()
    assert desk.deposit.payment.figure() == "Rp 7.000"
    confirm(desk)
    assert desk.balance() == 7000


def test_a_price_withdrawn_while_the_form_is_open_is_said_at_its_line(desk: Desk) -> None:
    take_nur(desk)
    desk.type("pet d\n2\n")
    set_price(desk, None, Condition.DIRTY)
    confirm(desk)
    desk.settle()
    assert not desk.acts()
    assert "no price" in desk.deposit.entry.message()
    assert desk.deposit.entry.position == 1
    assert len(desk.deposit.form.lines) == 1


def test_a_member_made_inactive_meanwhile_is_refused_with_everything_kept(desk: Desk) -> None:
    take_nur(desk)
    desk.type("pet\n2\n")
    change(desk.book.db, desk.book.member_id, MemberDraft("Nur Hayati", active=False))
    confirm(desk)
    assert "inactive" in desk.deposit.member_box.message()
    assert len(desk.deposit.form.lines) == 1


def test_an_inactive_member_is_refused_at_once(desk: Desk) -> None:
    change(desk.book.db, desk.book.member_id, MemberDraft("Nur Hayati", active=False))
    desk.type("nur\n")
    assert "inactive" in desk.deposit.member_box.message()
    assert desk.deposit.member_box.edit.hasFocus()


@pytest.mark.parametrize("trouble", [OutcomeUnknown(), NotSaved()])
def test_trouble_with_the_disk_keeps_the_form_and_its_key(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, trouble: Exception
) -> None:
    def fail(db: Database, at: LedgerDesk, draft: object) -> int:
        raise trouble

    take_nur(desk)
    desk.type("pet\n2\n")
    key = desk.deposit.form.key
    with monkeypatch.context() as patch:
        patch.setattr(deposit_screen, "record", fail)
        confirm(desk)
    assert desk.deposit.payment.confirm.message()
    assert desk.deposit.form.key == key
    desk.type("\n")
    desk.until(lambda: desk.balance() == 6200)


def test_another_refusal_is_said_under_the_button(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(db: Database, at: LedgerDesk, draft: object) -> int:
        raise BalanceTooLow(1, 2)

    monkeypatch.setattr(deposit_screen, "record", fail)
    take_nur(desk)
    desk.type("pet\n2\n")
    confirm(desk)
    assert "Rp 1" in desk.deposit.payment.confirm.message()


def drop_bottles(desk: Desk) -> None:
    """What undoing an import elsewhere does to a material."""
    with desk.book.db.transaction() as connection:
        connection.execute(sa.delete(price).where(price.c.material_id == desk.book.bottle_id))
        connection.execute(sa.delete(material).where(material.c.id == desk.book.bottle_id))


def titles(desk: Desk) -> list[str]:
    model = desk.deposit.lines.table.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_a_line_whose_material_left_the_list_stays_in_sight_and_can_be_taken_out(desk: Desk) -> None:
    take_nur(desk)
    desk.type("ke\n12\npet\n2\n")
    drop_bottles(desk)
    desk.press(KEY.Key_F2)
    desk.settle()
    first, second = titles(desk)
    assert first.endswith("no longer on the list")
    assert not second.endswith("list")
    assert desk.deposit.payment.figure() == "Rp 6.200"
    desk.press(KEY.Key_Up)
    desk.press(KEY.Key_Up)
    desk.press(KEY.Key_Return)
    assert "no longer on the list" in desk.notice()
    desk.press(KEY.Key_Delete)
    assert len(desk.deposit.form.lines) == 1
    confirm(desk)
    assert desk.balance() == 6200


def test_the_lines_under_one_that_left_the_list_are_still_the_ones_corrected(desk: Desk) -> None:
    take_nur(desk)
    desk.type("ke\n12\npet\n2\nje\n3\n")
    drop_bottles(desk)
    desk.press(KEY.Key_F2)
    desk.settle()
    desk.press(KEY.Key_Up)
    desk.press(KEY.Key_Up)
    desk.press(KEY.Key_Return)
    assert desk.deposit.entry.position == 2
    assert "PET" in desk.deposit.entry.material.text()


def test_saving_a_line_whose_material_left_the_list_leads_to_it(desk: Desk) -> None:
    take_nur(desk)
    desk.type("ke\n12\npet\n2\n")
    drop_bottles(desk)
    confirm(desk)
    desk.settle()
    assert not desk.acts()
    assert "no longer on the list" in desk.deposit.payment.confirm.message()
    desk.press(KEY.Key_Delete)
    assert len(desk.deposit.form.lines) == 1
    confirm(desk)
    assert desk.balance() == 6200
