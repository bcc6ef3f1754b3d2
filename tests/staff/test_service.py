"""Staff and their PINs."""

import pytest

from daurulang.database import Database
from daurulang.errors import AlreadyTaken, BadPin, FieldMissing, FieldTooLong, LastClerk, WrongPin
from daurulang.staff.queries import StaffMember, staff_list, staff_members
from daurulang.staff.service import add_staff, change_pin, set_active, sign_in


def test_a_clerk_signs_in_with_the_own_pin(empty_db: Database) -> None:
    siti, budi = add_staff(empty_db, "  Siti Aminah ", "123456"), add_staff(empty_db, "Budi", "9876")
    assert sign_in(empty_db, siti, "123456") == StaffMember(siti, "Siti Aminah", active=True)
    for staff_id, pin in [(siti, "9876"), (budi, "123456"), (siti, ""), (99, "123456")]:
        with pytest.raises(WrongPin):
            sign_in(empty_db, staff_id, pin)


def test_a_changed_pin_replaces_the_old_one(empty_db: Database) -> None:
    siti = add_staff(empty_db, "Siti", "123456")
    change_pin(empty_db, siti, "654321")
    assert sign_in(empty_db, siti, "654321").id == siti
    with pytest.raises(WrongPin):
        sign_in(empty_db, siti, "123456")


def test_who_left_cannot_sign_in_until_back(empty_db: Database) -> None:
    siti = add_staff(empty_db, "Siti", "1234")
    add_staff(empty_db, "Budi", "1234")
    set_active(empty_db, siti, active=False)
    with pytest.raises(WrongPin):
        sign_in(empty_db, siti, "1234")
    set_active(empty_db, siti, active=True)
    assert sign_in(empty_db, siti, "1234").active


def test_a_pin_is_four_to_twelve_digits(empty_db: Database) -> None:
    staff_id = add_staff(empty_db, "Siti", "1234")
    for pin in ("", "123", "1234567890123", "12a4", "12 34", "٢٣٤٥"):
        with pytest.raises(BadPin):
            add_staff(empty_db, "Budi", pin)
        with pytest.raises(BadPin):
            change_pin(empty_db, staff_id, pin)


def test_a_name_belongs_to_one_clerk(empty_db: Database) -> None:
    add_staff(empty_db, "Siti Aminah", "1234")
    add_staff(empty_db, "Éva", "1234")
    for name in ("Siti Aminah", "siti aminah", "SITI AMINAH ", "Éva"):
        with pytest.raises(AlreadyTaken) as caught:
            add_staff(empty_db, name, "1234")
        assert caught.value.field == "name"


def test_a_clerk_has_a_name_of_some_length(empty_db: Database) -> None:
    with pytest.raises(FieldMissing):
        add_staff(empty_db, "   ", "1234")
    with pytest.raises(FieldTooLong) as caught:
        add_staff(empty_db, "x" * 81, "1234")
    assert (caught.value.field, caught.value.limit) == ("name", 80)


def test_the_last_active_clerk_stays(empty_db: Database) -> None:
    siti, budi = add_staff(empty_db, "Siti", "1234"), add_staff(empty_db, "Budi", "1234")
    set_active(empty_db, budi, active=False)
    with pytest.raises(LastClerk) as caught:
        set_active(empty_db, siti, active=False)
    assert caught.value.name == "Siti"
    set_active(empty_db, budi, active=True)
    set_active(empty_db, siti, active=False)


def test_staff_are_listed_by_name_without_their_pins(empty_db: Database) -> None:
    siti, budi = add_staff(empty_db, "Siti", "1234"), add_staff(empty_db, "Budi", "1234")
    set_active(empty_db, siti, active=False)
    with empty_db.reading() as connection:
        assert staff_members(connection) == (
            StaffMember(budi, "Budi", active=True),
            StaffMember(siti, "Siti", active=False),
        )
        assert staff_list(empty_db) == staff_members(connection)
        hashes = connection.exec_driver_sql("SELECT pin_hash FROM staff").scalars().all()
    assert all(found.startswith("$argon2id$") and "1234" not in found for found in hashes)
    assert len(set(hashes)) == 2
