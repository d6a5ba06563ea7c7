"""The command line as another process, with a bound on memory, and what came of it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SPACE = 1_500_000_000
"""Bytes of address space; libraries map far more than they use."""

_CHILD = f"""
import atexit, resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({SPACE}, {SPACE}))
note = sys.argv[1]
def told():
    used = resource.getrusage(resource.RUSAGE_SELF)
    peak = used.ru_maxrss
    if sys.platform == "linux":  # where ru_maxrss begins with that of the process which started this one
        peak = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
    open(note, "w").write(f"{{peak / 1024}} {{used.ru_utime + used.ru_stime}}")
atexit.register(told)
sys.argv = ["careerdoc", *sys.argv[2:]]
from careerdoc.cli import main
main()
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What a process gave back. ``peak`` is its largest resident size in megabytes, ``seconds`` its processor time."""

    status: int
    out: bytes
    err: str
    peak: float
    seconds: float

    @property
    def text(self) -> str:
        """The standard output as text."""
        return self.out.decode("utf-8")


def careerdoc(
    *arguments: object,
    cwd: Path,
    given: bytes = b"",
    env: Mapping[str, str] | None = None,
    timeout: float = 60,
) -> Run:
    """Run the command line in a process of its own, in a folder, with something on the standard input."""
    note = cwd.parent / f"{cwd.name}.used"
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(note), *map(str, arguments)],
        cwd=cwd,
        input=given,
        capture_output=True,
        timeout=timeout,
        check=False,
        env={**os.environ, **(env or {})},
    )
    peak, seconds = map(float, note.read_text().split()) if note.exists() else (0.0, 0.0)
    return Run(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"), peak, seconds)
