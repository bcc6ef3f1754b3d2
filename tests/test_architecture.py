"""The rules of the house, so that they are more than a wish."""

import ast
import gc
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGES = ("daurulang", "ui", "resources")
LONGEST_FILE = 400
LONGEST_FUNCTION = 60

CLOCK = re.compile(r"\b(datetime\.now|datetime\.today|datetime\.utcnow|date\.today|time\.time|time\.time_ns)\(")
COMMIT = re.compile(r"\.commit\(")
FLOAT = re.compile(r"\bfloat\(|\bsa\.(Float|Double|Numeric|REAL)\b|\b(Float|Double|Numeric|REAL)\(")
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX)\b")


def sources(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def own_sources() -> list[Path]:
    """Everything but the migrations: each is one long frozen picture of the tables."""
    everything = sources(*PACKAGES, "tools", "benchmarks", "tests")
    return [path for path in everything if path.parent != ROOT / "daurulang" / "migrations" / "versions"]


def lines_with(pattern: re.Pattern[str], *, folders: tuple[str, ...], allowed: tuple[str, ...] = ()) -> list[str]:
    """Where a pattern stands in the code, comments and docstrings aside, outside the files that may have it."""
    return [
        f"{path.relative_to(ROOT)}:{number} {text.strip()}"
        for path in sources(*folders)
        if str(path.relative_to(ROOT)) not in allowed
        for number, text in enumerate(code_lines(path), 1)
        if pattern.search(text)
    ]


def code_lines(path: Path) -> list[str]:
    """The lines of a file with its docstrings and comments blanked."""
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            lines[node.lineno - 1 : node.end_lineno] = [""] * ((node.end_lineno or node.lineno) - node.lineno + 1)
    return [re.sub(r"(^|\s)#.*", "", line) for line in lines]


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_the_layers_hold() -> None:
    answer = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_only_periods_reads_the_clock() -> None:
    assert lines_with(CLOCK, folders=PACKAGES, allowed=("daurulang/periods.py",)) == []


def test_only_database_commits() -> None:
    assert lines_with(COMMIT, folders=PACKAGES, allowed=("daurulang/database.py",)) == []


def test_no_float_comes_near_money_or_weight() -> None:
    assert lines_with(FLOAT, folders=("daurulang",)) == []


def test_nothing_is_left_for_later() -> None:
    found = [
        str(path.relative_to(ROOT))
        for path in sources(*PACKAGES, "tools", "benchmarks", "tests")
        if path != Path(__file__) and UNFINISHED.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_files_stay_short() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in own_sources()
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_functions_stay_short() -> None:
    lengths = {
        f"{path.relative_to(ROOT)}:{function.name}": (function.end_lineno or function.lineno) - function.lineno + 1
        for path in own_sources()
        for function in functions(path)
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def test_a_package_says_only_what_it_is() -> None:
    for path in sources(*PACKAGES):
        if path.name == "__init__.py":
            module = ast.parse(path.read_text(encoding="utf-8"))
            assert ast.get_docstring(module), path
            assert len(module.body) == 1, path


def test_modules_are_named_after_what_they_hold() -> None:
    vague = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
    assert [path for path in sources(*PACKAGES, "tests") if path.stem in vague or path.parent.name in vague] == []


def test_the_locks_name_no_place_to_fetch_from() -> None:
    for lock in (ROOT / "requirements").glob("*.txt"):
        assert "://" not in lock.read_text(encoding="utf-8"), lock


def test_the_locks_agree() -> None:
    versions = [
        set(re.findall(r"^[\w.-]+==\S+", (ROOT / "requirements" / lock).read_text(encoding="utf-8"), re.MULTILINE))
        for lock in ("run.txt", "dev.txt")
    ]
    assert versions[0] < versions[1]


def test_the_command_line_works_without_qt() -> None:
    program = "import sys; sys.modules['PySide6'] = sys.modules['shiboken6'] = None; import daurulang.__main__"
    answer = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr


def test_this_pyside_does_not_eat_references_to_none() -> None:
    """Some releases lose one with every setter that returns nothing; a day at the counter then ends in a crash."""
    from PySide6.QtCore import QObject

    thing = QObject()
    gc.collect()
    before = sys.getrefcount(None)
    for _ in range(500):
        thing.setObjectName("timbangan")
    assert sys.getrefcount(None) > before - 20


def test_the_sign_in_stands_before_the_engine_is_loaded() -> None:
    """Whoever worked here last types the PIN while the book is being opened."""
    program = "import sys, ui.window, ui.assembly, ui.lock; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0
