"""Coverage-guided fuzzing of the whole way from bytes to composed text: ``make fuzz SECONDS=1200``.

The first byte chooses the syntax (``y`` for YAML, any other for Markdown); the rest is the file. Anything but a plan or
a CareerdocError is a crash, which atheris keeps as a file in the folder of the corpus.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import tomllib
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["careerdoc", "markdown_it", "mdit_py_plugins"]):
    from careerdoc.checking import as_json, as_text, check
    from careerdoc.composing import compose
    from careerdoc.document import write
    from careerdoc.findings import CareerdocError
    from careerdoc.packs import pack_from_folder
    from careerdoc.plan import as_data, as_tree, read_plan
    from careerdoc.reading import decode

ROOT = Path(__file__).parents[2]
PACK = pack_from_folder(ROOT / "templates")
OUTLINE = PACK.templates["outline"]
TODAY = dt.date(2026, 11, 23)
LONGEST = 1_000
"""Bytes of an input: enough for every shape, short enough to be quick."""

MARKS = [
    *("# ", "## ", "- ", "- [ ] ", "- [x] ", "1. ", "A. ", "1、", "(1) ", "• ", "☐ ", "☑ ", "> ", "> [!note] ", "    ", "\t"),
    *("| Goal | Steps | When |\n|---|---|---|\n", "**", "~~", "`", "```\n", "[[a|b]]", "[a](b)", "![a](b)", "[^a]", "[^a]: "),
    *("<br>", "<ul><li>", "</li></ul>", "<table><tr><td>", "<details><summary>", "<!-- ", " -->", "<h2>", "<input type=checkbox checked>"),
    *("---\n", ": ", "：", " — ", "→", "📅 2027-01-01", "✅ 2026-12-01", "#tag", " ^id", "::: notes\n", "{#a .b}", "\u3000", "\u2028"),
    *("&amp;", "&#0;", "\\", "\ufeff", "\u202e", "\r\n", "2027-02-31", "Q3 2027", "in six months", "by May 2027", "99/99/9999"),
    *("goals:", "steps:", "title:", "when:", "why:", "done: true", "sections:", "level:", "language: ", "? ", "- - ", "!!str ", "&a ", "*a"),
]  # fmt: skip


def one_input(data: bytes) -> None:
    """Read, check, show and compose one file."""
    name = "plan.yaml" if data[:1] == b"y" else "plan.md"
    try:
        plan, findings = read_plan(decode(data[1:], name), TODAY)
        found = (*findings, *check(plan))
        as_text(found)
        as_json(found)
        as_data(plan)
        as_tree(plan)
        write(compose(plan, OUTLINE, PACK))
    except CareerdocError as error:
        if any(finding.code == "CD023" for finding in error.findings):
            raise  # an error in a template of ours is a fault of ours


def words() -> list[str]:
    """What the readers know: signs of the two syntaxes, and words of every language."""
    found = list(MARKS)
    for path in sorted((ROOT / "careerdoc" / "reading" / "languages").glob("*.toml")):
        for table in tomllib.loads(path.read_text("utf-8")).values():
            for phrases in table.values() if isinstance(table, dict) else ():
                found += (
                    [phrase for phrase in phrases if isinstance(phrase, str)][:2] if isinstance(phrases, list) else []
                )
    return found


def seed(folder: Path) -> Path:
    """Write the first inputs, from the samples and the starters, and the dictionary; give the latter's path."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [
        p for part in ("samples", "templates/starters", "tests/reading/cases") for p in sorted((ROOT / part).rglob("*"))
    ]
    for number, path in enumerate(path for path in paths if path.suffix in {".md", ".yaml"} and path.is_file()):
        content = path.read_bytes()
        kind = b"y" if path.suffix == ".yaml" else b"m"
        for part, at in enumerate(range(0, len(content), LONGEST)):
            (folder / f"seed-{number:03}-{part}").write_bytes(kind + content[at : at + LONGEST - 1])
    dictionary = folder.with_suffix(".dict")
    lines = ["".join(f"\\x{byte:02x}" for byte in word.encode()) for word in words()]
    dictionary.write_text("".join(f'"{line}"\n' for line in dict.fromkeys(lines) if line), "ascii")
    return dictionary


def main() -> None:
    """Fuzz for a time, or try the inputs in some files again."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=1200)
    parser.add_argument("--corpus", type=Path, default=ROOT / "out" / "fuzz")
    parser.add_argument("inputs", nargs="*", type=Path, help="try these files once, and fuzz not at all")
    given = parser.parse_args()
    if given.inputs:
        for path in given.inputs:
            one_input(path.read_bytes())
        return
    dictionary = seed(given.corpus)
    options = {
        "dict": dictionary,
        "max_total_time": given.seconds,
        "max_len": LONGEST,
        "timeout": 5,
        "rss_limit_mb": 1_000,
        "artifact_prefix": given.corpus.with_name("fuzz-crash-"),
        "print_final_stats": 1,
    }
    atheris.Setup([sys.argv[0], str(given.corpus), *(f"-{name}={value}" for name, value in options.items())], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
