"""Row 14: every constraint and every trigger taken away, one at a time; each time a probe must notice."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

import psycopg
from sqlcipher3 import dbapi2

from tests.faults.acts import make_pattern, memory_folder
from tests.faults.finding import Finding, finding
from tests.faults.probes import ROWS, SETTING, Probe, insert, with_row
from tests.faults.probes_of_rules import OWN
from tests.postgres import PostgresServer

Run = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Rule:
    """A constraint or trigger: `kind` is CHECK, UNIQUE, FOREIGN KEY, PRIMARY KEY or TRIGGER; `columns` of a key."""

    table: str
    name: str
    kind: str
    columns: tuple[str, ...] = ()


def run(_rounds: int, _seed: int) -> Finding:
    """Take away every rule, once on a server and once in a file."""
    faults: list[str] = []
    with PostgresServer() as server:
        rules = _on_a_server(server, faults)
    in_file = _in_a_file(faults)
    return finding(
        *(14, "each CHECK, UNIQUE, key and trigger taken away, one at a time", "each turns a probe red"),
        f"{rules} on a server, {in_file} in a file",
        "each probe refused by its rule alone, and taken once that was gone",
        faults,
    )


def probe_of(rule: Rule) -> Probe | None:
    """The hostile statement for a rule, None where nobody has thought of one."""
    if rule.name in OWN:
        return OWN[rule.name]
    if rule.table not in ROWS:
        return None
    first = next(iter(ROWS[rule.table]))
    mine = f"{first} = {ROWS[rule.table][first]}"
    if rule.kind == "FOREIGN KEY":
        text = ROWS[rule.table][rule.columns[0]].startswith("'")
        return with_row(rule.table, **{rule.columns[0]: "'nobody'" if text else "987654"})
    if rule.kind == "PRIMARY KEY":
        return Probe((insert(rule.table), insert(rule.table)))
    if rule.name == f"{rule.table}_is_frozen":
        return Probe((insert(rule.table), f"UPDATE {rule.table} SET {first} = {first} WHERE {mine}"))
    if rule.name == f"{rule.table}_is_kept":
        return Probe((insert(rule.table), f"DELETE FROM {rule.table} WHERE {mine}"))
    return None


def _trial(rule: Rule, probe: Probe, run_all: Callable[[Sequence[str], Sequence[str]], str]) -> Iterator[str]:
    """`run_all(names taken away, statements)` says what refused the last statement, "" when nothing did."""
    refused_by = run_all(probe.beside, probe.statements)
    if not refused_by:
        yield f"{rule.name}: its probe is taken although it stands"
    elif rule.name.removesuffix("_whole") not in refused_by and "*" not in refused_by:
        yield f"{rule.name}: its probe is refused by {refused_by}"
    still = run_all([*probe.beside, rule.name], probe.statements)
    if still:
        yield f"{rule.name}: taken away, and {still} refuses its probe"


# On a server, where a transaction brings back what was dropped.

_RULES_OF_A_SERVER = """
    SELECT conrelid::regclass::text, conname,
        CASE contype WHEN 'c' THEN 'CHECK' WHEN 'u' THEN 'UNIQUE' WHEN 'f' THEN 'FOREIGN KEY' ELSE 'PRIMARY KEY' END,
        ARRAY(SELECT attname::text FROM pg_attribute WHERE attrelid = conrelid AND attnum = ANY (conkey))
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL
    SELECT tgrelid::regclass::text, tgname, 'TRIGGER', '{}' FROM pg_trigger WHERE NOT tgisinternal
    ORDER BY 1, 2
"""


def _on_a_server(server: PostgresServer, faults: list[str]) -> int:
    url = server.fresh_url()
    make_pattern(url)
    with psycopg.connect(url, autocommit=True) as connection:
        for statement in SETTING:
            connection.execute(_for_a_server(statement))
        rules = [
            Rule(table, name, kind, tuple(columns))
            for table, name, kind, columns in connection.execute(_RULES_OF_A_SERVER)
        ]
        rules = [rule for rule in rules if _is_probed(rule)]
        drops = {rule.name: _dropped(rule) for rule in rules}
        wholes = [rule.name for rule in rules if rule.name.endswith("_is_kept_whole")]

        def run_all(away: Sequence[str], statements: Sequence[str]) -> str:
            with suppress(psycopg.Rollback), connection.transaction() as transaction:
                for name in away:
                    connection.execute(drops[name].encode())
                for statement in statements[:-1]:
                    connection.execute(_for_a_server(statement))
                try:
                    connection.execute(_for_a_server(statements[-1]))
                except psycopg.Error as error:
                    return error.diag.constraint_name or str(error)
                raise psycopg.Rollback(transaction)
            return ""

        for rule in rules:
            if rule.name in wholes:
                others = tuple(name for name in wholes if name != rule.name)
                probe: Probe | None = Probe((f"TRUNCATE {rule.table} CASCADE",), others)
            else:
                probe = probe_of(rule)
            if probe is None:
                faults.append(f"{rule.name} has no probe")
            else:
                faults += [f"{fault} (server)" for fault in _tried(rule, probe, run_all)]
    return len(rules)


def _tried(rule: Rule, probe: Probe, run_all: Callable[[Sequence[str], Sequence[str]], str]) -> list[str]:
    try:
        return list(_trial(rule, probe, run_all))
    except (psycopg.Error, dbapi2.Error) as error:
        return [f"{rule.name}: its probe does not begin: {error}"]


def _is_probed(rule: Rule) -> bool:
    """A surrogate key is made by the database itself and has nothing to be probed with."""
    return rule.table != "alembic_version" and not (rule.kind == "PRIMARY KEY" and rule.columns == ("id",))


def _dropped(rule: Rule) -> str:
    if rule.kind == "TRIGGER":
        return f"DROP TRIGGER {rule.name} ON {rule.table}"
    return f"ALTER TABLE {rule.table} DROP CONSTRAINT {rule.name} CASCADE"


def _for_a_server(statement: str) -> bytes:
    large = "decode(repeat('00', 1000001), 'hex')"
    return statement.replace("{blob}", "decode('00', 'hex')").replace("{large}", large).encode()


# In a file: SQLite can drop a trigger, but no constraint, so that for one the tables are made anew without it.


def _in_a_file(faults: list[str]) -> int:
    with memory_folder() as folder:
        path = folder / "book.db"
        make_pattern(path)
        raw = dbapi2.connect(str(path), isolation_level=None)
        raw.execute("PRAGMA foreign_keys = ON")
        for statement in SETTING:
            raw.execute(_for_a_file(statement))
        schema = raw.execute("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
        raw.close()
        rules = [rule for each in schema for rule in _rules_of_a_file(*each) if _is_probed(rule)]

        triggers = {rule.name for rule in rules if rule.kind == "TRIGGER"}
        with _without(schema, str(path), ()) as whole:

            def run_all(away: Sequence[str], statements: Sequence[str]) -> str:
                if not triggers.issuperset(away):
                    with _without(schema, str(path), away) as run_one:
                        return _refused_by(run_one, statements)
                whole("BEGIN")
                try:
                    for name in away:
                        whole(f"DROP TRIGGER {name}")
                    return _refused_by(whole, statements)
                finally:
                    whole("ROLLBACK")

            for rule in rules:
                probe = probe_of(rule)
                if probe is None:
                    faults.append(f"{rule.name} has no probe")
                else:
                    faults += [f"{fault} (file)" for fault in _tried(rule, probe, run_all)]
    return len(rules)


def _refused_by(run_one: Run, statements: Sequence[str]) -> str:
    for statement in statements[:-1]:
        run_one(_for_a_file(statement))
    try:
        run_one(_for_a_file(statements[-1]))
    except dbapi2.Error as error:
        words = str(error)
        # Keys are not named in the words of SQLite.
        return words if "CHECK" in words or "_" in words.partition(" ")[0] else f"* {words}"
    return ""


_CONSTRAINT = re.compile(r",?\s*CONSTRAINT (\w+) (CHECK|UNIQUE|FOREIGN KEY|PRIMARY KEY) ?\(")


def _rules_of_a_file(type_: str, name: str, table: str, sql: str) -> Iterator[Rule]:
    if type_ == "trigger":
        yield Rule(table, name, "TRIGGER")
    for match in _CONSTRAINT.finditer(sql) if type_ == "table" else ():
        kind = match[2]
        if kind == "PRIMARY KEY" and "WITHOUT ROWID" in sql:
            continue  # such a table cannot be without
        inner = sql[match.end() : _closing(sql, match.end())]
        yield Rule(table, match[1], kind, tuple(inner.replace('"', "").split(", ")) if kind != "CHECK" else ())


def _closing(sql: str, start: int) -> int:
    """Where the bracket that was opened before `start` closes."""
    depth = 1
    for at in range(start, len(sql)):
        depth += {"(": 1, ")": -1}.get(sql[at], 0)
        if depth == 0:
            return at
    raise ValueError(sql)


def _cut_out(sql: str, away: Sequence[str]) -> str:
    """The words of a table without some of its constraints."""
    for match in reversed(list(_CONSTRAINT.finditer(sql))):
        if match[1] in away:
            end = _closing(sql, match.end()) + 1
            if match[2] == "FOREIGN KEY":
                end = _closing(sql, sql.index("(", end) + 1) + 1
            sql = sql[: match.start()] + sql[end:]
    return sql


@contextmanager
def _without(schema: Sequence[tuple[str, str, str, str]], path: str, away: Sequence[str]) -> Iterator[Run]:
    raw: Any = dbapi2.connect(":memory:", isolation_level=None)
    raw.execute("ATTACH ? AS whole", (path,))
    for type_, name, _, sql in schema:
        if type_ == "table":
            raw.execute(_cut_out(sql, away))
            raw.execute(f"INSERT INTO main.{name} SELECT * FROM whole.{name}")
    for type_, name, _, sql in schema:
        if type_ == "trigger" and name not in away:
            raw.execute(sql)
    raw.execute("DETACH whole")
    raw.execute("PRAGMA foreign_keys = ON")
    raw.execute("PRAGMA recursive_triggers = ON")
    try:
        yield raw.execute
    finally:
        raw.close()


def _for_a_file(statement: str) -> str:
    return statement.replace("{blob}", "x'00'").replace("{large}", "zeroblob(1000001)")
