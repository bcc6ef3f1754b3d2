"""From the gate to the buyer: loads, processing, what goes to the landfill, sales and their payments, expenses."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.engine import Connection

from daurulang.migrations.guards import Guard, append_only, create

revision = "0007"
down_revision = "0006"

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CONDITIONS = "('clean', 'dirty', 'wet', 'mixed')"
UNITS = "('kg', 'pcs', 'liter')"
SUBSTANCES = (
    "('aluminium_cans', 'aluminium', 'copper', 'steel_cans', 'steel', 'mixed_metals', 'pet', 'hdpe', 'ldpe', 'pp',"
    " 'ps', 'pvc', 'mixed_plastics', 'glass', 'corrugated', 'newspaper', 'office_paper', 'mixed_paper', 'electronics',"
    " 'textiles', 'tires', 'used_oil', 'food', 'garden', 'wood')"
)
DOCUMENTS = ("load", "load_line", "batch", "batch_line", "disposal", "disposal_line", "sale", "sale_line")


def _lines_are_counted(head: str) -> Guard:
    return Guard(
        f"{head}_line_is_counted",
        f"{head}_line",
        "INSERT",
        f"NEW.position > (SELECT line_count FROM {head} WHERE entry_id = NEW.entry_id)",  # noqa: S608
    )


GUARDS = (
    *(guard for table in DOCUMENTS for guard in append_only(table)),
    *append_only("buyer_payment"),
    *append_only("expense"),
    *(_lines_are_counted(head) for head in ("load", "batch", "disposal", "sale")),
    Guard(
        "payments_are_reversed_before_their_sale",
        "reversal",
        "INSERT",
        "EXISTS (SELECT 1 FROM buyer_payment WHERE sale_id = NEW.original_id"
        " AND NOT EXISTS (SELECT 1 FROM reversal WHERE original_id = buyer_payment.entry_id))",
    ),
    *(Guard(f"{table}_is_kept", table, "DELETE") for table in ("buyer", "load_source", "expense_category")),
)
FIRST_EXPENSE = -8
CATEGORIES = ("Upah", "Listrik dan air", "BBM", "Angkutan", "Perawatan alat", "Alat tulis", "Lainnya")


def upgrade() -> None:
    """Add the tables, the column, and the rows that each book has."""
    connection = op.get_bind()
    for statement in (
        (
            "ALTER TABLE material ADD COLUMN substance TEXT CONSTRAINT ck_material_substance"
            f" CHECK (substance IN {SUBSTANCES})"
        ),
        (
            "ALTER TABLE centre ADD COLUMN factor_set TEXT NOT NULL DEFAULT 'defra_2025'"
            " CONSTRAINT ck_centre_factor_set CHECK (factor_set IN ('defra_2025', 'warm_v16'))"
        ),
        "INSERT INTO entry_kind (code) VALUES ('load'), ('batch'), ('disposal'), ('sale'), ('buyer_payment')",
        "INSERT INTO entry_kind (code) VALUES ('expense')",
        "INSERT INTO account_kind (code) VALUES ('sales'), ('cost_of_goods'), ('receivable'), ('expense')",
        "INSERT INTO account (id, kind) VALUES (-6, 'sales'), (-7, 'cost_of_goods')",
    ):
        connection.execute(sa.text(statement))
    _create_gate()
    _create_processing()
    _create_trade()
    _create_expenses(connection)
    create(connection, GUARDS)


def _head(name: str, *columns: sa.Column[object] | sa.Constraint) -> None:
    """A document of an entry."""
    op.create_table(
        name,
        sa.Column("entry_id", Whole, autoincrement=False, nullable=False),
        *columns,
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=f"fk_{name}_entry_id"),
        sa.PrimaryKeyConstraint("entry_id", name=f"pk_{name}"),
        sqlite_strict=True,
    )


def _line(head: str, *columns: sa.Column[object] | sa.Constraint) -> None:
    """The goods of a document, line by line, with their names as they were."""
    name = f"{head}_line"
    op.create_table(
        name,
        sa.Column("id", Whole, sa.Identity(), nullable=False),
        sa.Column("entry_id", Whole, nullable=False),
        sa.Column("position", Whole, nullable=False),
        sa.Column("material_id", Whole, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("condition", sa.Text(), nullable=False),
        *columns,
        sa.CheckConstraint("position > 0", name=f"ck_{name}_position"),
        sa.CheckConstraint(f"condition IN {CONDITIONS}", name=f"ck_{name}_condition"),
        sa.ForeignKeyConstraint(["entry_id"], [f"{head}.entry_id"], name=f"fk_{name}_entry_id"),
        sa.ForeignKeyConstraint(["material_id"], ["material.id"], name=f"fk_{name}_material_id"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("entry_id", "position", name=f"uq_{name}_entry_id_position"),
        sqlite_strict=True,
    )
    op.create_index(f"ix_{name}_material_id", name, ["material_id"], unique=False)


def _whole(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, Whole, nullable=False) for name in names]


def _text(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _checks(table: str, **checks: str) -> list[sa.CheckConstraint]:
    return [sa.CheckConstraint(words, name=f"ck_{table}_{name}") for name, words in checks.items()]


def _keys(table: str, **targets: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [target], name=f"fk_{table}_{column}") for column, target in targets.items()
    ]


def _names(name: str, *columns: sa.Column[object] | sa.Constraint) -> None:
    """A list of names that acts refer to; who is no longer met is not active."""
    op.create_table(
        name,
        sa.Column("id", Whole, sa.Identity(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        *columns,
        sa.Column("active", Whole, nullable=False),
        *_checks(name, name="length(name) BETWEEN 1 AND 80", active="active IN (0, 1)"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("name", name=f"uq_{name}_name"),
        sqlite_strict=True,
    )


def _create_gate() -> None:
    _names(
        "load_source",
        *_text("kind", "source_class"),
        sa.Column("village_code", sa.Text(), nullable=True),
        *_checks(
            "load_source",
            kind="kind IN ('tps3r', 'village', 'market', 'office', 'other')",
            source_class="source_class IN"
            " ('household', 'office', 'market', 'commerce', 'public_facility', 'area', 'other')",
        ),
        *_keys("load_source", village_code="village.code"),
    )
    _head(
        "load",
        *_whole("source_id", "place_id"),
        *_text("vehicle", "payment"),
        *_whole("total_rupiah", "line_count"),
        *_text("note"),
        *_checks(
            "load",
            payment="payment IN ('none', 'cash', 'bank')",
            total="total_rupiah >= 0 AND (payment <> 'none' OR total_rupiah = 0)",
            line_count="line_count > 0",
            words="length(vehicle) <= 20 AND length(note) <= 200",
        ),
        *_keys("load", source_id="load_source.id", place_id="store.place_id"),
    )
    op.create_index("ix_load_source_id", "load", ["source_id"], unique=False)
    _line(
        "load",
        *_text("measured"),
        *_whole("gross_grams", "tare_grams", "volume_litres", "density_grams_per_litre", "grams", "amount_rupiah"),
        *_checks(
            "load_line",
            measured="measured IN ('weight', 'volume')",
            weight="measured <> 'weight' OR (grams = gross_grams - tare_grams AND tare_grams >= 0"
            " AND volume_litres = 0 AND density_grams_per_litre = 0)",
            volume="measured <> 'volume' OR (grams = volume_litres * density_grams_per_litre"
            " AND gross_grams = 0 AND tare_grams = 0)",
            grams="grams > 0",
            amount="amount_rupiah >= 0",
        ),
    )


def _create_processing() -> None:
    _head(
        "batch",
        *_text("kind"),
        *_whole("from_place_id", "to_place_id"),
        *_text("cost_by"),
        *_whole("input_grams", "output_grams", "residue_grams", "loss_grams", "cost_rupiah", "written_off_rupiah"),
        *_whole("labour_minutes", "fuel_millilitres", "line_count"),
        *_text("note"),
        *_checks(
            "batch",
            kind="kind IN ('sort', 'shred', 'press', 'compost', 'rdf', 'maggot', 'craft', 'move')",
            cost_by="cost_by IN ('weight', 'value')",
            grams="input_grams >= 0 AND output_grams >= 0 AND residue_grams >= 0"
            " AND loss_grams = input_grams - output_grams - residue_grams",
            rupiah="cost_rupiah >= 0 AND written_off_rupiah BETWEEN 0 AND cost_rupiah",
            effort="labour_minutes >= 0 AND fuel_millilitres >= 0",
            line_count="line_count > 1",
            note="length(note) <= 200",
        ),
        *_keys("batch", from_place_id="store.place_id", to_place_id="store.place_id"),
    )
    _line(
        "batch",
        *_text("side", "unit"),
        *_whole("quantity", "grams", "cost_rupiah"),
        *_checks(
            "batch_line",
            side="side IN ('input', 'output', 'residue')",
            unit=f"unit IN {UNITS}",
            quantity="quantity > 0",
            grams="grams >= 0 AND (unit <> 'kg' OR grams = quantity)",
            cost="cost_rupiah >= 0 AND (side <> 'residue' OR cost_rupiah = 0)",
        ),
    )
    _head(
        "disposal",
        *_whole("place_id"),
        *_text("destination", "vehicle"),
        *_whole("grams", "written_off_rupiah", "line_count"),
        *_text("note"),
        *_checks(
            "disposal",
            destination="length(destination) BETWEEN 1 AND 80",
            grams="grams >= 0",
            written_off="written_off_rupiah >= 0",
            line_count="line_count > 0",
            words="length(vehicle) <= 20 AND length(note) <= 200",
        ),
        *_keys("disposal", place_id="store.place_id"),
    )
    _line(
        "disposal",
        *_text("unit"),
        *_whole("quantity", "grams", "cost_rupiah"),
        *_checks(
            "disposal_line",
            unit=f"unit IN {UNITS}",
            quantity="quantity > 0",
            grams="grams >= 0 AND (unit <> 'kg' OR grams = quantity)",
            cost="cost_rupiah >= 0",
        ),
    )


def _create_trade() -> None:
    _names(
        "buyer",
        *_text("kind", "phone", "address"),
        *_whole("receivable_account_id"),
        *_checks(
            "buyer",
            kind="kind IN ('collector', 'factory', 'offtaker', 'other')",
            words="length(phone) <= 30 AND length(address) <= 200",
        ),
        *_keys("buyer", receivable_account_id="account.id"),
        sa.UniqueConstraint("receivable_account_id", name="uq_buyer_receivable_account_id"),
    )
    _head(
        "sale",
        *_whole("buyer_id", "place_id"),
        *_text("priced"),
        *_whole("total_rupiah", "paid_rupiah"),
        *_text("paid_in"),
        sa.Column("due_day", sa.Text(), nullable=True),
        *_text("vehicle"),
        *_whole("line_count"),
        *_text("note"),
        *_checks(
            "sale",
            priced="priced IN ('lines', 'agreed')",
            rupiah="total_rupiah >= 0 AND paid_rupiah BETWEEN 0 AND total_rupiah",
            paid_in="paid_in IN ('cash', 'bank')",
            due_day="length(due_day) = 10",
            line_count="line_count > 0",
            words="length(vehicle) <= 20 AND length(note) <= 200",
        ),
        *_keys("sale", buyer_id="buyer.id", place_id="store.place_id"),
    )
    op.create_index("ix_sale_buyer_id", "sale", ["buyer_id"], unique=False)
    _line(
        "sale",
        *_text("unit"),
        *_whole("quantity", "grams", "buyer_quantity"),
        *_text("difference_reason"),
        *_whole("price_rupiah", "amount_rupiah", "cost_rupiah"),
        *_checks(
            "sale_line",
            unit=f"unit IN {UNITS}",
            quantity="quantity > 0 AND buyer_quantity >= 0",
            grams="grams >= 0 AND (unit <> 'kg' OR grams = quantity)",
            difference="buyer_quantity = quantity OR length(difference_reason) BETWEEN 3 AND 100",
            rupiah="price_rupiah >= 0 AND amount_rupiah >= 0 AND cost_rupiah >= 0",
        ),
    )
    _head(
        "buyer_payment",
        *_whole("buyer_id", "sale_id"),
        *_text("paid_in"),
        *_whole("rupiah", "outstanding_after_rupiah"),
        *_text("reference"),
        *_checks(
            "buyer_payment",
            paid_in="paid_in IN ('cash', 'bank')",
            rupiah="rupiah > 0",
            outstanding_after="outstanding_after_rupiah >= 0",
            reference="length(reference) <= 60",
        ),
        *_keys("buyer_payment", buyer_id="buyer.id", sale_id="sale.entry_id"),
    )
    op.create_index("ix_buyer_payment_sale_id", "buyer_payment", ["sale_id"], unique=False)


def _create_expenses(connection: Connection) -> None:
    _names(
        "expense_category",
        *_whole("account_id"),
        *_keys("expense_category", account_id="account.id"),
        sa.UniqueConstraint("account_id", name="uq_expense_category_account_id"),
    )
    _head(
        "expense",
        *_whole("category_id"),
        *_text("paid_from"),
        *_whole("rupiah"),
        *_text("reference", "note"),
        *_checks(
            "expense",
            paid_from="paid_from IN ('cash', 'bank', 'owner')",
            rupiah="rupiah > 0",
            words="length(reference) <= 60 AND length(note) BETWEEN 3 AND 200",
        ),
        *_keys("expense", category_id="expense_category.id"),
    )
    op.create_index("ix_expense_category_id", "expense", ["category_id"], unique=False)
    _seed(connection, CATEGORIES)


def _seed(connection: Connection, names: Sequence[str]) -> None:
    """Categories to begin with; their accounts have ids below zero, as all that every book has and came later."""
    for number, name in enumerate(names):
        values = {"name": name, "account_id": FIRST_EXPENSE - number}
        connection.execute(sa.text("INSERT INTO account (id, kind) VALUES (:account_id, 'expense')"), values)
        connection.execute(
            sa.text("INSERT INTO expense_category (name, account_id, active) VALUES (:name, :account_id, 1)"), values
        )
