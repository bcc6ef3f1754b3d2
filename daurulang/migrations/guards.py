"""The triggers by which the database itself keeps what is posted, in the words of both engines.

Each guard is a table, a moment and the condition under which the row is refused; a migration creates it with
`create`. They are re-created whenever a table is rebuilt, since a rebuild drops them silently.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.engine import Connection


@dataclass(frozen=True, slots=True)
class Guard:
    """`moment` is INSERT, UPDATE or DELETE; an empty `refused_when` refuses always; NEW and OLD are the rows."""

    name: str
    table: str
    moment: str
    refused_when: str = ""


def append_only(table: str) -> tuple[Guard, Guard]:
    """Rows of the table are neither changed nor deleted."""
    return never_updated(table), Guard(f"{table}_is_kept", table, "DELETE")


def never_updated(table: str) -> Guard:
    """Rows of the table are not changed."""
    return Guard(f"{table}_is_frozen", table, "UPDATE")


def create(connection: Connection, guards: tuple[Guard, ...]) -> None:
    """Create the guards; on PostgreSQL a table that keeps its rows also refuses TRUNCATE."""
    for guard in guards:
        for statement in _statements(connection, guard):
            connection.exec_driver_sql(statement)


def drop(connection: Connection, guard: Guard) -> None:
    """Take a guard away that another of its name replaces."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"DROP TRIGGER {guard.name}")
    else:
        connection.exec_driver_sql(f"DROP TRIGGER {guard.name} ON {guard.table}")
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {guard.name}_whole ON {guard.table}")
        connection.exec_driver_sql(f"DROP FUNCTION {guard.name}()")


_STANDING = {
    "sqlite": "SELECT sql FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT pg_get_triggerdef(oid, true) FROM pg_trigger WHERE tgenabled IN ('O', 'A')"
    " UNION SELECT 'CREATE FUNCTION ' || proname || '() RETURNS trigger LANGUAGE plpgsql AS $$' || prosrc || '$$'"
    " FROM pg_proc WHERE prorettype = 'trigger'::regtype",
}


def missing(connection: Connection, guards: Iterable[Guard]) -> tuple[str, ...]:
    """The names of the guards that do not stand word by word as they were created, or that are switched off."""
    standing = set(connection.exec_driver_sql(_STANDING[connection.dialect.name]).scalars())
    return tuple(guard.name for guard in guards if not standing.issuperset(_statements(connection, guard)))


def _statements(connection: Connection, guard: Guard) -> list[str]:
    return _sqlite(guard) if connection.dialect.name == "sqlite" else _postgresql(guard)


def _sqlite(guard: Guard) -> list[str]:
    when = f"WHEN {guard.refused_when} " if guard.refused_when else ""
    trigger = f"CREATE TRIGGER {guard.name} BEFORE {guard.moment} ON {guard.table} FOR EACH ROW"
    return [f"{trigger} {when}BEGIN SELECT RAISE(ABORT, '{guard.name}'); END"]


def _postgresql(guard: Guard) -> list[str]:
    # A WHEN clause may not hold a subquery there, so the condition stands in the function.
    condition = guard.refused_when or "TRUE"
    row = "OLD" if guard.moment == "DELETE" else "NEW"
    refuse = f"RAISE EXCEPTION '{guard.name}' USING ERRCODE = 'integrity_constraint_violation'"
    body = f"BEGIN IF {condition} THEN {refuse}; END IF; RETURN {row}; END"
    on, run = f"ON {guard.table} FOR EACH", f"EXECUTE FUNCTION {guard.name}()"
    statements = [
        f"CREATE FUNCTION {guard.name}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$",
        f"CREATE TRIGGER {guard.name} BEFORE {guard.moment} {on} ROW {run}",
    ]
    if guard.moment == "DELETE" and not guard.refused_when:
        statements.append(f"CREATE TRIGGER {guard.name}_whole BEFORE TRUNCATE {on} STATEMENT {run}")
    return statements
