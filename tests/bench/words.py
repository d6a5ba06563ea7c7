"""Words outside their box in decks, as LibreOffice sets them: every plan in every look. ``make words``.

    python tests/bench/words.py [--theme NAME]... [--reference FILE]... PLAN...

Without a theme or reference, every theme. Exits non-zero where a word stands outside.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from careerdoc.building import theme_places  # noqa: E402 - the root must be on the path before
from careerdoc.packs import installed_packs  # noqa: E402 - likewise
from tests.rendering.seen import words_outside  # noqa: E402 - likewise


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--theme", action="append", default=[])
    parser.add_argument("--reference", action="append", default=[])
    parser.add_argument("plans", nargs="*", default=[*map(str, plans())])
    asked = parser.parse_args()
    themes = asked.theme or ([] if asked.reference else list(theme_places(installed_packs())))
    looks = [*(["--theme", name] for name in themes), *(["--reference", name] for name in asked.reference)]
    total = 0
    for look in looks:
        for plan in asked.plans:
            outside = measured(plan, look)
            total += len(outside)
            name, words = Path(look[1]).stem, outside[:6] or ""
            say(f"{len(outside):4} {name:<22} {Path(plan).name:<20} {words}")
    say(f"{total} words outside their box in {len(looks) * len(asked.plans)} decks")
    return bool(total)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def plans() -> list[Path]:
    samples = sorted(path for path in (ROOT / "samples").iterdir() if path.suffix in {".md", ".yaml"})
    return [*samples, ROOT / "tests" / "rendering" / "plans" / "stress.md"]


def measured(plan: str, look: list[str]) -> list[tuple[int, str]]:
    command = str(Path(sys.executable).with_name("careerdoc"))
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "deck.pptx"
        subprocess.run([command, "build", plan, "slides.pptx", *look, "-q", "-o", str(file)], check=True)
        return words_outside(file, Path(name))


if __name__ == "__main__":
    sys.exit(main())
