"""Bring the translations up to date with the words in the code: `make translate`.

Collects every tr() and translate() of ui/ into resources/translations/daurulang_id.ts, compiles it, and names what
still lacks its Indonesian words (exit status 1).
"""

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
WORDS = ROOT / "resources" / "translations" / "daurulang_id.ts"


def main() -> int:
    """Collect, compile, report."""
    sources = sorted((ROOT / "ui").rglob("*.py"))
    collect = ["-silent", "-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", "id"]
    subprocess.run([BIN / "pyside6-lupdate", *collect, *sources, "-ts", WORDS], check=True)
    subprocess.run([BIN / "pyside6-lrelease", "-silent", WORDS, "-qm", WORDS.with_suffix(".qm")], check=True)
    missing = unfinished()
    for line in missing:
        print(line)
    return 1 if missing else 0


def unfinished() -> list[str]:
    """Context and source of every text without a finished translation."""
    tree = ET.parse(WORDS)  # noqa: S314 - our own file
    return [
        f"{context.findtext('name')}: {message.findtext('source')}"
        for context in tree.iter("context")
        for message in context.iter("message")
        if (words := message.find("translation")) is None or words.get("type") or not words.text
    ]


if __name__ == "__main__":
    sys.exit(main())
