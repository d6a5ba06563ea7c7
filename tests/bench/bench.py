"""How long careerdoc takes, beside pandoc and a bare Python, in one run: medians and ratios, never a test.

Whole processes take turns (A B C A B C …), so that a machine that slows down slows all of them. ``make bench``.
"""

from __future__ import annotations

import datetime as dt
import gc
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "nursing.md"
RUNS = 9
WARM_RUNS = 15


def careerdoc(*arguments: str) -> list[str]:
    return [str(Path(sys.executable).with_name("careerdoc")), *arguments]


def pandoc_commands(folder: Path) -> list[list[str]]:
    """The same four documents by pandoc: docx, docx, pptx, and pdf through WeasyPrint."""
    import pypandoc

    program = pypandoc.get_pandoc_path()
    weasyprint = Path(sys.executable).with_name("weasyprint")
    plain = [program, str(SAMPLE), "-s"]
    return [
        [*plain, "-o", str(folder / "essay.docx")],
        [*plain, "--number-sections", "-o", str(folder / "outline.docx")],
        [*plain, "-o", str(folder / "slides.pptx")],
        [*plain, "--pdf-engine", str(weasyprint), "-o", str(folder / "poster.pdf")],
    ]


def seconds(commands: list[list[str]]) -> float:
    start = time.perf_counter()
    for command in commands:
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def whole_processes(folder: Path) -> dict[str, float]:
    out = str(folder / "out")
    jobs: dict[str, list[list[str]]] = {
        "python -c pass": [[sys.executable, "-c", "pass"]],
        "careerdoc --version": [careerdoc("--version")],
        "careerdoc --help": [careerdoc("--help")],
        "careerdoc check": [careerdoc("check", str(SAMPLE))],
        "careerdoc build, WeasyPrint": [careerdoc("build", str(SAMPLE), "--out", out, "--pdf-engine", "weasyprint")],
        "careerdoc build, PlutoPrint": [careerdoc("build", str(SAMPLE), "--out", out, "--pdf-engine", "plutoprint")],
        "pandoc, four commands": pandoc_commands(folder),
    }
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for turn in range(RUNS + 1):
        for name, commands in jobs.items():
            took = seconds(commands)
            if turn:  # the first turn warms the disk's cache
                times[name].append(took)
    return {name: statistics.median(taken) for name, taken in times.items()}


def milliseconds(job: Callable[[], object]) -> float:
    taken = []
    for turn in range(WARM_RUNS + 3):
        gc.collect()
        start = time.perf_counter()
        job()
        if turn >= 3:
            taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def warm() -> dict[str, float]:
    from careerdoc import building, loading
    from careerdoc.composing import compose
    from careerdoc.packs import installed_packs

    packs, today = installed_packs(), dt.date(2026, 11, 23)
    essay = building.find_target("essay.docx", packs)

    def read_and_compose() -> None:
        compose(loading.load(SAMPLE, today)[0], essay.template, essay.pack)

    def build(engine: str) -> Callable[[], object]:
        def job() -> None:
            plan, _ = loading.load(SAMPLE, today)
            targets = building.targets_for(plan, (), packs)
            for _ in building.build_each(plan, targets, packs, settings={"pdf-engine": engine}):
                pass

        return job

    return {
        "read and compose a plan": milliseconds(read_and_compose),
        "four targets, WeasyPrint": milliseconds(build("weasyprint")),
        "four targets, PlutoPrint": milliseconds(build("plutoprint")),
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        cold = whole_processes(Path(folder))
    bare, pandoc = cold["python -c pass"], cold["pandoc, four commands"]
    print(f"whole processes, medians of {RUNS}")  # noqa: T201 - a program for people
    for name, took in cold.items():
        ratios = f"{took / bare:6.1f} × bare python   {took / pandoc:5.2f} × pandoc"
        print(f"  {name:30} {took * 1000:8.0f} ms   {ratios}")  # noqa: T201 - see above
    print(f"warm, in one process, medians of {WARM_RUNS}")  # noqa: T201 - see above
    for name, took in warm().items():
        print(f"  {name:30} {took:8.1f} ms")  # noqa: T201 - see above


if __name__ == "__main__":
    main()
