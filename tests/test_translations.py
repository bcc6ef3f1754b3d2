"""Every word of the window has its Indonesian, and only literals are given to the translation."""

import ast
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
WORDS = ROOT / "resources" / "translations" / "daurulang_id.ts"
PLACEHOLDER = re.compile(r"\{(\w*)[^}]*\}|%\w")


class Calls(ast.NodeVisitor):
    """The (context, text) of every call to the translation; text is None where it is no literal."""

    def __init__(self) -> None:
        self.classes: list[str] = []
        self.found: list[tuple[int, str, str | None]] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.classes.append(node.name)
        self.generic_visit(node)
        self.classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        function = node.func
        name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        if name == "tr" and node.args:
            self.found.append((node.lineno, self.classes[-1] if self.classes else "", text_of(node.args[0])))
        elif name in {"translate", "QT_TRANSLATE_NOOP"} and len(node.args) >= 2:
            self.found.append((node.lineno, text_of(node.args[0]) or "", text_of(node.args[1])))
        self.generic_visit(node)


def text_of(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def calls() -> Iterator[tuple[str, str, str | None]]:
    """(where, context, text) of every translated text in ui/."""
    for path in sorted((ROOT / "ui").rglob("*.py")):
        visitor = Calls()
        visitor.visit(ast.parse(path.read_text(encoding="utf-8")))
        for line, context, text in visitor.found:
            yield f"{path.relative_to(ROOT)}:{line}", context, text


def translations() -> dict[tuple[str, str], str]:
    """The finished Indonesian words by context and source."""
    return {
        (context.findtext("name") or "", message.findtext("source") or ""): words.text or ""
        for context in ET.parse(WORDS).iter("context")
        for message in context.iter("message")
        if (words := message.find("translation")) is not None and words.get("type") is None
    }


def test_only_literals_are_translated() -> None:
    assert [where for where, _context, text in calls() if text is None] == []


def test_every_text_of_the_window_has_its_indonesian() -> None:
    known = translations()
    missing = [f"{where} {text}" for where, context, text in calls() if text and not known.get((context, text))]
    assert missing == [], "make translate, then fill in resources/translations/daurulang_id.ts"


def test_a_translation_keeps_every_placeholder() -> None:
    broken = [
        f"{context}: {source}"
        for (context, source), words in translations().items()
        if sorted(PLACEHOLDER.findall(source)) != sorted(PLACEHOLDER.findall(words))
    ]
    assert broken == []


def test_no_translation_outlives_its_text() -> None:
    used = {(context, text) for _where, context, text in calls()}
    assert sorted(set(translations()) - used) == []
