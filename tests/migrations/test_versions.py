"""The migrated tables are the ones the program works with."""

from pathlib import Path

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from daurulang import migrations
from daurulang.buyers import model as _buyers
from daurulang.cash import model as _cash
from daurulang.centre import model as _centre
from daurulang.closings import model as _closings
from daurulang.corrections import model as _corrections
from daurulang.database import Database, metadata
from daurulang.debts import model as _debts
from daurulang.deposits import model as _deposits
from daurulang.disposals import model as _disposals
from daurulang.drafts import model as _drafts
from daurulang.expenses import model as _expenses
from daurulang.handwritten_slips import model as _handwritten_slips
from daurulang.loads import model as _loads
from daurulang.migrations.opening import REVISIONS, missing_guards
from daurulang.openings import model as _openings
from daurulang.payouts import model as _payouts
from daurulang.processing import model as _processing
from daurulang.receipts import model as _receipts
from daurulang.sales import model as _sales
from daurulang.stock import model as _stock
from daurulang.stocktakes import model as _stocktakes

# Importing a model enters its tables in the metadata; these bring all the others.
ENTERED = (
    *(_centre.centre, _deposits.deposit, _payouts.payout, _receipts.receipt_print),
    *(_closings.month_closing, _corrections.reversal, _openings.opening_balance, _cash.cash_opening, _drafts.draft),
    *(_buyers.buyer, _disposals.disposal, _expenses.expense, _loads.load, _processing.batch, _sales.sale),
    *(_stock.store, _stocktakes.stocktake, _debts.debt_repayment, _handwritten_slips.handwritten_slip),
)


def test_the_migrated_tables_are_those_of_the_models(empty_db: Database) -> None:
    with empty_db.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        found = sa.inspect(connection)
        for table in metadata.tables.values():
            assert found.has_table(table.name)
            checks = {str(check["name"]) for check in found.get_check_constraints(table.name)}
            expected = {str(c.name) for c in table.constraints if isinstance(c, sa.CheckConstraint)}
            assert checks == expected


def test_the_steps_known_are_the_scripts_shipped() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(str(migrations.__file__)).parent))
    scripts = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(reversed([script.revision for script in scripts])) == REVISIONS


def test_a_new_book_has_every_guard(empty_db: Database) -> None:
    with empty_db.reading() as connection:
        assert list(missing_guards(connection)) == []


def test_no_column_can_hold_a_fraction() -> None:
    kinds = {type(column.type).__name__ for table in metadata.tables.values() for column in table.columns}
    assert kinds <= {"BigInteger", "Integer", "Text", "Code", "Day", "Flag", "LargeBinary"}
