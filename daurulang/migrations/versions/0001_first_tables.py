"""The first form of the tables: ledger, centre, villages, staff, members, materials, deposits, payouts, receipts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from daurulang.migrations.guards import Guard, append_only, create, never_updated

revision = "0001"
down_revision = None

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Word = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

GUARDS = (
    *append_only("entry"),
    *append_only("money_transfer"),
    *append_only("mass_transfer"),
    *append_only("deposit"),
    *append_only("deposit_line"),
    *append_only("payout"),
    *append_only("receipt_print"),
    *append_only("logo"),
    *append_only("counter_rule"),
    # A price that a line was paid at is kept by the line's foreign key; an import may be undone until then.
    never_updated("price"),
    never_updated("account"),
    *append_only("entry_kind"),
    *append_only("account_kind"),
    never_updated("place"),
    Guard(
        "entry_follows_the_last",
        "entry",
        "INSERT",
        "NEW.sequence <> 1 + coalesce((SELECT max(sequence) FROM entry WHERE counter_id = NEW.counter_id), 0)"
        " OR NEW.previous_hash <> coalesce((SELECT hash FROM entry WHERE counter_id = NEW.counter_id"
        " ORDER BY sequence DESC LIMIT 1), '0000000000000000000000000000000000000000000000000000000000000000')",
    ),
    # An entry says how many rows it has; when they are all there, none can be added.
    Guard(
        "money_transfer_is_counted",
        "money_transfer",
        "INSERT",
        "NEW.position > (SELECT money_count FROM entry WHERE id = NEW.entry_id)",
    ),
    Guard(
        "mass_transfer_is_counted",
        "mass_transfer",
        "INSERT",
        "NEW.position > (SELECT mass_count FROM entry WHERE id = NEW.entry_id)",
    ),
    Guard(
        "deposit_line_is_counted",
        "deposit_line",
        "INSERT",
        "NEW.position > (SELECT line_count FROM deposit WHERE entry_id = NEW.entry_id)",
    ),
    Guard(
        "savings_stay_above_zero",
        "money_transfer",
        "INSERT",
        "(SELECT kind FROM account WHERE id = NEW.debit_account_id) = 'savings' AND NEW.rupiah >"
        " (SELECT coalesce(sum(rupiah), 0) FROM money_transfer WHERE credit_account_id = NEW.debit_account_id)"
        " - (SELECT coalesce(sum(rupiah), 0) FROM money_transfer WHERE debit_account_id = NEW.debit_account_id)",
    ),
    Guard(
        "member_keeps_its_number",
        "member",
        "UPDATE",
        "NEW.number <> OLD.number OR NEW.savings_account_id <> OLD.savings_account_id",
    ),
    Guard("member_series_only_grows", "member_series", "UPDATE", "NEW.last_number < OLD.last_number"),
    Guard(
        "counter_keeps_its_code",
        "counter",
        "UPDATE",
        "NEW.code <> OLD.code OR NEW.cash_account_id <> OLD.cash_account_id",
    ),
)


def upgrade() -> None:
    """Create every table, its guards and the rows that each book has from the start."""
    _create_tables()
    connection = op.get_bind()
    create(connection, GUARDS)
    for statement in (
        "INSERT INTO entry_kind (code) VALUES ('deposit'), ('payout')",
        "INSERT INTO account_kind (code) VALUES ('inventory'), ('bank'), ('cash'), ('savings')",
        "INSERT INTO account (kind) VALUES ('inventory'), ('bank')",
        "INSERT INTO place (code) VALUES ('residents'), ('warehouse')",
        "INSERT INTO member_class (name) VALUES ('Umum')",
        "INSERT INTO member_series (last_number) VALUES (0)",
    ):
        connection.execute(sa.text(statement))


def _create_tables() -> None:
    for name in ("entry_kind", "account_kind"):
        op.create_table(
            name,
            sa.Column("code", sa.Text(), nullable=False),
            sa.PrimaryKeyConstraint("code", name=f"pk_{name}"),
            sqlite_strict=True,
        )
    op.create_table(
        "account",
        sa.Column("id", Whole, sa.Identity(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["kind"], ["account_kind.code"], name="fk_account_kind"),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
        sqlite_strict=True,
    )
    op.create_table(
        "counter_rule",
        sa.Column("id", Whole, sa.Identity(), nullable=False),
        sa.Column("valid_from", sa.Text(), nullable=False),
        sa.Column("minimum_payout_rupiah", Whole, nullable=False),
        sa.Column("minimum_balance_rupiah", Whole, nullable=False),
        sa.Column("line_limit_grams", Whole, nullable=False),
        sa.CheckConstraint("line_limit_grams > 0", name="ck_counter_rule_line_limit"),
        sa.CheckConstraint("minimum_payout_rupiah >= 0 AND minimum_balance_rupiah >= 0", name="ck_counter_rule_rupiah"),
        sa.PrimaryKeyConstraint("id", name="pk_counter_rule"),
        sqlite_strict=True,
    )
    op.create_table(
        "logo",
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("image", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("length(image) <= 1000000", name="ck_logo_image"),
        sa.PrimaryKeyConstraint("hash", name="pk_logo"),
        sqlite_strict=True,
    )
    op.create_table(
        "member_series",
        sa.Column("id", Whole, sa.Identity(), nullable=False),
        sa.Column("last_number", Whole, nullable=False),
        sa.CheckConstraint("id = 1", name="ck_member_series_only_one"),
        sa.PrimaryKeyConstraint("id", name="pk_member_series"),
        sqlite_strict=True,
    )
    op.create_table(
        "place",
        sa.Column("id", Whole, sa.Identity(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_place"),
        sa.UniqueConstraint("code", name="uq_place_code"),
        sqlite_strict=True,
    )
    op.create_table(
        "staff",
        sa.Column("id", Whole, sa.Identity(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("pin_hash", sa.Text(), nullable=False),
        sa.Column("active", Whole, nullable=False),
        sa.CheckConstraint("active IN (0, 1)", name="ck_staff_active"),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 80", name="ck_staff_name"),
        sa.PrimaryKeyConstraint("id", name="pk_staff"),
        sa.UniqueConstraint("name", name="uq_staff_name"),
        sqlite_strict=True,
    )
    op.create_table(
        "village",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("district_code", sa.Text(), nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('desa', 'kelurahan')", name="ck_village_kind"),
        sa.PrimaryKeyConstraint("code", name="pk_village"),
        sqlite_strict=True,
    )
    op.create_table(
        "centre",
        sa.Column("id", Whole, sa.Identity(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("village_code", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("head_name", sa.Text(), nullable=False),
        sa.Column("head_title", sa.Text(), nullable=False),
        sa.Column("treasurer_name", sa.Text(), nullable=False),
        sa.Column("logo_hash", sa.Text(), nullable=True),
        sa.CheckConstraint("zone IN ('WIB', 'WITA', 'WIT')", name="ck_centre_zone"),
        sa.CheckConstraint("id = 1", name="ck_centre_only_one"),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 120", name="ck_centre_name"),
        sa.ForeignKeyConstraint(["logo_hash"], ["logo.hash"], name="fk_centre_logo_hash"),
        sa.ForeignKeyConstraint(["village_code"], ["village.code"], name="fk_centre_village_code"),
        sa.PrimaryKeyConstraint("id", name="pk_centre"),
        sqlite_strict=True,
    )
    op.create_table(
        "counter",
        sa.Column("id", Whole, sa.Identity(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("cash_account_id", Whole, nullable=False),
        sa.CheckConstraint("length(code) BETWEEN 1 AND 8", name="ck_counter_code"),
        sa.ForeignKeyConstraint(["cash_account_id"], ["account.id"], name="fk_counter_cash_account_id"),
        sa.PrimaryKeyConstraint("id", name="pk_counter"),
        sa.UniqueConstraint("cash_account_id", name="uq_counter_cash_account_id"),
        sa.UniqueConstraint("code", name="uq_counter_code"),
        sqlite_strict=True,
    )
    op.create_table(
        "import_batch",
        sa.Column("id", Whole, sa.Identity(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("at_ms", Whole, nullable=False),
        sa.Column("staff_id", Whole, nullable=True),
        sa.Column("row_count", Whole, nullable=False),
        sa.Column("undone_at_ms", Whole, nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_import_batch_staff_id"),
        sa.PrimaryKeyConstraint("id", name="pk_import_batch"),
        sqlite_strict=True,
    )
    op.create_table(
        "member_class",
        sa.Column("id", Whole, sa.Identity(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("batch_id", Whole, nullable=True),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 40", name="ck_member_class_name"),
        sa.ForeignKeyConstraint(["batch_id"], ["import_batch.id"], name="fk_member_class_batch_id"),
        sa.PrimaryKeyConstraint("id", name="pk_member_class"),
        sa.UniqueConstraint("name", name="uq_member_class_name"),
        sqlite_strict=True,
    )
    op.create_table(
        "material",
        sa.Column("id", Whole, sa.Identity(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("grams_per_unit", Whole, nullable=True),
        sa.Column("dlh_category", sa.Text(), nullable=False),
        sa.Column("sipsn_category", sa.Text(), nullable=False),
        sa.Column("icon", sa.Text(), nullable=False),
        sa.Column("active", Whole, nullable=False),
        sa.Column("batch_id", Whole, nullable=True),
        sa.CheckConstraint(
            "dlh_category IN ('rigid_plastic', 'flexible_plastic', 'paper', 'metal', 'glass', "
            "'rubber_leather', 'textile', 'other')",
            name="ck_material_dlh_category",
        ),
        sa.CheckConstraint(
            "grams_per_unit IS NULL OR (grams_per_unit > 0 AND unit <> 'kg')", name="ck_material_grams_per_unit"
        ),
        sa.CheckConstraint(
            "sipsn_category IN ('food', 'wood', 'paper', 'plastic', 'metal', "
            "'textile', 'rubber_leather', 'glass', 'other')",
            name="ck_material_sipsn_category",
        ),
        sa.CheckConstraint("unit IN ('kg', 'pcs', 'liter')", name="ck_material_unit"),
        sa.CheckConstraint("active IN (0, 1)", name="ck_material_active"),
        sa.CheckConstraint("length(code) BETWEEN 1 AND 16", name="ck_material_code"),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 80", name="ck_material_name"),
        sa.ForeignKeyConstraint(["batch_id"], ["import_batch.id"], name="fk_material_batch_id"),
        sa.PrimaryKeyConstraint("id", name="pk_material"),
        sa.UniqueConstraint("code", name="uq_material_code"),
        sa.UniqueConstraint("name", name="uq_material_name"),
        sqlite_strict=True,
    )
    op.create_index("ix_material_batch_id", "material", ["batch_id"], unique=False)
    op.create_table(
        "member",
        sa.Column("id", Whole, sa.Identity(), nullable=False),
        sa.Column("number", Whole, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("gender", sa.Text(), nullable=False),
        sa.Column("member_class_id", Whole, nullable=False),
        sa.Column("source_class", sa.Text(), nullable=False),
        sa.Column("village_code", sa.Text(), nullable=True),
        sa.Column("hamlet", sa.Text(), nullable=False),
        sa.Column("rt", sa.Text(), nullable=False),
        sa.Column("rw", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("passbook_number", sa.Text(), nullable=True),
        sa.Column("joined", sa.Text(), nullable=False),
        sa.Column("active", Whole, nullable=False),
        sa.Column("savings_account_id", Whole, nullable=False),
        sa.Column("batch_id", Whole, nullable=True),
        sa.CheckConstraint("gender IN ('female', 'male', 'unstated')", name="ck_member_gender"),
        sa.CheckConstraint("kind IN ('individual', 'group', 'institution', 'school')", name="ck_member_kind"),
        sa.CheckConstraint(
            "source_class IN ('household', 'office', 'market', 'commerce', 'public_facility', 'area', 'other')",
            name="ck_member_source_class",
        ),
        sa.CheckConstraint("active IN (0, 1)", name="ck_member_active"),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 120", name="ck_member_name"),
        sa.CheckConstraint("number > 0", name="ck_member_number"),
        sa.ForeignKeyConstraint(["batch_id"], ["import_batch.id"], name="fk_member_batch_id"),
        sa.ForeignKeyConstraint(["member_class_id"], ["member_class.id"], name="fk_member_member_class_id"),
        sa.ForeignKeyConstraint(["savings_account_id"], ["account.id"], name="fk_member_savings_account_id"),
        sa.ForeignKeyConstraint(["village_code"], ["village.code"], name="fk_member_village_code"),
        sa.PrimaryKeyConstraint("id", name="pk_member"),
        sa.UniqueConstraint("number", name="uq_member_number"),
        sa.UniqueConstraint("passbook_number", name="uq_member_passbook_number"),
        sa.UniqueConstraint("savings_account_id", name="uq_member_savings_account_id"),
        sqlite_strict=True,
    )
    op.create_index("ix_member_batch_id", "member", ["batch_id"], unique=False)
    op.create_index("ix_member_village_code", "member", ["village_code"], unique=False)
    op.create_table(
        "entry",
        sa.Column("id", Whole, sa.Identity(), nullable=False),
        sa.Column("counter_id", Whole, nullable=False),
        sa.Column("sequence", Whole, nullable=False),
        sa.Column("form_key", sa.Text(), nullable=False),
        sa.Column("form_hash", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("at_ms", Whole, nullable=False),
        sa.Column("staff_id", Whole, nullable=False),
        sa.Column("member_id", Whole, nullable=True),
        sa.Column("money_count", Whole, nullable=False),
        sa.Column("mass_count", Whole, nullable=False),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("heading_hash", sa.Text(), nullable=False),
        sa.Column("document_hash", sa.Text(), nullable=False),
        sa.Column("previous_hash", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["kind"], ["entry_kind.code"], name="fk_entry_kind"),
        sa.CheckConstraint("length(day) = 10", name="ck_entry_day"),
        sa.CheckConstraint("mass_count >= 0", name="ck_entry_mass_count"),
        sa.CheckConstraint("money_count >= 0", name="ck_entry_money_count"),
        sa.CheckConstraint("sequence > 0", name="ck_entry_sequence"),
        sa.ForeignKeyConstraint(["counter_id"], ["counter.id"], name="fk_entry_counter_id"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_entry_member_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_entry_staff_id"),
        sa.PrimaryKeyConstraint("id", name="pk_entry"),
        sa.UniqueConstraint("counter_id", "sequence", name="uq_entry_counter_id_sequence"),
        sa.UniqueConstraint("form_key", name="uq_entry_form_key"),
        sqlite_strict=True,
    )
    op.create_index("ix_entry_day_kind", "entry", ["day", "kind"], unique=False)
    op.create_index("ix_entry_member_id_id", "entry", ["member_id", "id"], unique=False)
    op.create_table(
        "material_alias",
        sa.Column("material_id", Whole, nullable=False),
        sa.Column("alias", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["material_id"], ["material.id"], name="fk_material_alias_material_id"),
        sa.PrimaryKeyConstraint("material_id", "alias", name="pk_material_alias"),
        sqlite_strict=True,
    )
    op.create_table(
        "member_word",
        sa.Column("word", Word, nullable=False),
        sa.Column("member_id", Whole, nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_member_word_member_id"),
        sa.PrimaryKeyConstraint("word", "member_id", name="pk_member_word"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_member_word_member_id", "member_word", ["member_id"], unique=False)
    op.create_table(
        "price",
        sa.Column("id", Whole, sa.Identity(), nullable=False),
        sa.Column("material_id", Whole, nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("condition", sa.Text(), nullable=False),
        sa.Column("member_class_id", Whole, nullable=True),
        sa.Column("valid_from", sa.Text(), nullable=False),
        sa.Column("rupiah", Whole, nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at_ms", Whole, nullable=False),
        sa.Column("staff_id", Whole, nullable=True),
        sa.Column("batch_id", Whole, nullable=True),
        sa.CheckConstraint("(side = 'buy') = (member_class_id IS NOT NULL)", name="ck_price_class_of_side"),
        sa.CheckConstraint("condition IN ('clean', 'dirty', 'wet', 'mixed')", name="ck_price_condition"),
        sa.CheckConstraint("side IN ('buy', 'sell')", name="ck_price_side"),
        sa.CheckConstraint("rupiah IS NULL OR rupiah BETWEEN 0 AND 1000000000", name="ck_price_rupiah"),
        sa.ForeignKeyConstraint(["batch_id"], ["import_batch.id"], name="fk_price_batch_id"),
        sa.ForeignKeyConstraint(["material_id"], ["material.id"], name="fk_price_material_id"),
        sa.ForeignKeyConstraint(["member_class_id"], ["member_class.id"], name="fk_price_member_class_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_price_staff_id"),
        sa.PrimaryKeyConstraint("id", name="pk_price"),
        sqlite_strict=True,
    )
    op.create_index("ix_price_batch_id", "price", ["batch_id"], unique=False)
    op.create_index(
        "ix_price_material_id_side_condition_member_class_id_valid_from",
        "price",
        ["material_id", "side", "condition", "member_class_id", "valid_from"],
        unique=False,
    )
    op.create_table(
        "deposit",
        sa.Column("entry_id", Whole, autoincrement=False, nullable=False),
        sa.Column("member_id", Whole, nullable=False),
        sa.Column("member_class_id", Whole, nullable=False),
        sa.Column("village_code", sa.Text(), nullable=True),
        sa.Column("payment", sa.Text(), nullable=False),
        sa.Column("savings_rupiah", Whole, nullable=False),
        sa.Column("cash_rupiah", Whole, nullable=False),
        sa.Column("balance_after_rupiah", Whole, nullable=False),
        sa.Column("line_count", Whole, nullable=False),
        sa.CheckConstraint("payment <> 'given' OR savings_rupiah + cash_rupiah = 0", name="ck_deposit_given"),
        sa.CheckConstraint("payment IN ('savings', 'cash', 'split', 'given')", name="ck_deposit_payment"),
        sa.CheckConstraint("balance_after_rupiah >= 0", name="ck_deposit_balance_after"),
        sa.CheckConstraint("line_count > 0", name="ck_deposit_line_count"),
        sa.CheckConstraint("savings_rupiah >= 0 AND cash_rupiah >= 0", name="ck_deposit_rupiah"),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name="fk_deposit_entry_id"),
        sa.ForeignKeyConstraint(["member_class_id"], ["member_class.id"], name="fk_deposit_member_class_id"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_deposit_member_id"),
        sa.ForeignKeyConstraint(["village_code"], ["village.code"], name="fk_deposit_village_code"),
        sa.PrimaryKeyConstraint("entry_id", name="pk_deposit"),
        sqlite_strict=True,
    )
    op.create_table(
        "mass_transfer",
        sa.Column("id", Whole, sa.Identity(), nullable=False),
        sa.Column("entry_id", Whole, nullable=False),
        sa.Column("position", Whole, nullable=False),
        sa.Column("from_place_id", Whole, nullable=False),
        sa.Column("from_material_id", Whole, nullable=False),
        sa.Column("to_place_id", Whole, nullable=False),
        sa.Column("to_material_id", Whole, nullable=False),
        sa.Column("grams", Whole, nullable=False),
        sa.Column("pieces", Whole, nullable=False),
        sa.Column("millilitres", Whole, nullable=False),
        sa.CheckConstraint(
            "from_place_id <> to_place_id OR from_material_id <> to_material_id", name="ck_mass_transfer_moves"
        ),
        sa.CheckConstraint("grams + pieces + millilitres > 0", name="ck_mass_transfer_something"),
        sa.CheckConstraint("grams >= 0 AND pieces >= 0 AND millilitres >= 0", name="ck_mass_transfer_not_negative"),
        sa.CheckConstraint("position > 0", name="ck_mass_transfer_position"),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name="fk_mass_transfer_entry_id"),
        sa.ForeignKeyConstraint(["from_material_id"], ["material.id"], name="fk_mass_transfer_from_material_id"),
        sa.ForeignKeyConstraint(["from_place_id"], ["place.id"], name="fk_mass_transfer_from_place_id"),
        sa.ForeignKeyConstraint(["to_material_id"], ["material.id"], name="fk_mass_transfer_to_material_id"),
        sa.ForeignKeyConstraint(["to_place_id"], ["place.id"], name="fk_mass_transfer_to_place_id"),
        sa.PrimaryKeyConstraint("id", name="pk_mass_transfer"),
        sa.UniqueConstraint("entry_id", "position", name="uq_mass_transfer_entry_id_position"),
        sqlite_strict=True,
    )
    op.create_table(
        "money_transfer",
        sa.Column("id", Whole, sa.Identity(), nullable=False),
        sa.Column("entry_id", Whole, nullable=False),
        sa.Column("position", Whole, nullable=False),
        sa.Column("debit_account_id", Whole, nullable=False),
        sa.Column("credit_account_id", Whole, nullable=False),
        sa.Column("rupiah", Whole, nullable=False),
        sa.CheckConstraint("debit_account_id <> credit_account_id", name="ck_money_transfer_two_accounts"),
        sa.CheckConstraint("position > 0", name="ck_money_transfer_position"),
        sa.CheckConstraint("rupiah BETWEEN 1 AND 1000000000000", name="ck_money_transfer_rupiah"),
        sa.ForeignKeyConstraint(["credit_account_id"], ["account.id"], name="fk_money_transfer_credit_account_id"),
        sa.ForeignKeyConstraint(["debit_account_id"], ["account.id"], name="fk_money_transfer_debit_account_id"),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name="fk_money_transfer_entry_id"),
        sa.PrimaryKeyConstraint("id", name="pk_money_transfer"),
        sa.UniqueConstraint("entry_id", "position", name="uq_money_transfer_entry_id_position"),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_money_transfer_credit_account_id_rupiah", "money_transfer", ["credit_account_id", "rupiah"], unique=False
    )
    op.create_index(
        "ix_money_transfer_debit_account_id_rupiah", "money_transfer", ["debit_account_id", "rupiah"], unique=False
    )
    op.create_table(
        "payout",
        sa.Column("entry_id", Whole, autoincrement=False, nullable=False),
        sa.Column("member_id", Whole, nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("rupiah", Whole, nullable=False),
        sa.Column("balance_after_rupiah", Whole, nullable=False),
        sa.CheckConstraint("method <> 'cash' OR reference = ''", name="ck_payout_reference"),
        sa.CheckConstraint("method IN ('cash', 'transfer')", name="ck_payout_method"),
        sa.CheckConstraint("balance_after_rupiah >= 0", name="ck_payout_balance_after"),
        sa.CheckConstraint("rupiah > 0", name="ck_payout_rupiah"),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name="fk_payout_entry_id"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_payout_member_id"),
        sa.PrimaryKeyConstraint("entry_id", name="pk_payout"),
        sqlite_strict=True,
    )
    op.create_table(
        "receipt_print",
        sa.Column("id", Whole, sa.Identity(), nullable=False),
        sa.Column("entry_id", Whole, nullable=False),
        sa.Column("copy", Whole, nullable=False),
        sa.Column("at_ms", Whole, nullable=False),
        sa.Column("staff_id", Whole, nullable=True),
        sa.CheckConstraint("copy >= 0", name="ck_receipt_print_copy"),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name="fk_receipt_print_entry_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_receipt_print_staff_id"),
        sa.PrimaryKeyConstraint("id", name="pk_receipt_print"),
        sa.UniqueConstraint("entry_id", "copy", name="uq_receipt_print_entry_id_copy"),
        sqlite_strict=True,
    )
    op.create_table(
        "deposit_line",
        sa.Column("id", Whole, sa.Identity(), nullable=False),
        sa.Column("entry_id", Whole, nullable=False),
        sa.Column("position", Whole, nullable=False),
        sa.Column("material_id", Whole, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("condition", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("gross", Whole, nullable=False),
        sa.Column("tare", Whole, nullable=False),
        sa.Column("deduction", Whole, nullable=False),
        sa.Column("deduction_reason", sa.Text(), nullable=False),
        sa.Column("net", Whole, nullable=False),
        sa.Column("grams", Whole, nullable=False),
        sa.Column("price_id", Whole, nullable=True),
        sa.Column("price_rupiah", Whole, nullable=False),
        sa.Column("amount_rupiah", Whole, nullable=False),
        sa.CheckConstraint("condition IN ('clean', 'dirty', 'wet', 'mixed')", name="ck_deposit_line_condition"),
        sa.CheckConstraint("grams >= 0 AND (unit <> 'kg' OR grams = net)", name="ck_deposit_line_grams"),
        sa.CheckConstraint("unit IN ('kg', 'pcs', 'liter')", name="ck_deposit_line_unit"),
        sa.CheckConstraint("deduction = 0 OR length(deduction_reason) > 0", name="ck_deposit_line_deduction_reason"),
        sa.CheckConstraint("net = gross - tare - deduction", name="ck_deposit_line_net"),
        sa.CheckConstraint("position > 0", name="ck_deposit_line_position"),
        sa.CheckConstraint("price_rupiah >= 0 AND amount_rupiah >= 0", name="ck_deposit_line_rupiah"),
        sa.CheckConstraint("tare >= 0 AND deduction >= 0 AND net > 0", name="ck_deposit_line_not_negative"),
        sa.ForeignKeyConstraint(["entry_id"], ["deposit.entry_id"], name="fk_deposit_line_entry_id"),
        sa.ForeignKeyConstraint(["material_id"], ["material.id"], name="fk_deposit_line_material_id"),
        sa.ForeignKeyConstraint(["price_id"], ["price.id"], name="fk_deposit_line_price_id"),
        sa.PrimaryKeyConstraint("id", name="pk_deposit_line"),
        sa.UniqueConstraint("entry_id", "position", name="uq_deposit_line_entry_id_position"),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_deposit_line_entry_id_material_id_grams_amount_rupiah",
        "deposit_line",
        ["entry_id", "material_id", "grams", "amount_rupiah"],
        unique=False,
    )
    op.create_index("ix_deposit_line_material_id", "deposit_line", ["material_id"], unique=False)
    op.create_index("ix_deposit_line_price_id", "deposit_line", ["price_id"], unique=False)
