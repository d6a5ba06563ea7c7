"""The command line in this process: arguments in; status, output and errors out."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass

import pytest

from careerdoc.cli import main

PLAN = """\
---
title: To the bakery
name: Ana Pérez
date: 2026-11-23
---

# Short-term goals

## Bake full time (by May 2027)

- [x] Ask for an early shift (October 2026)
- [ ] Learn the dough mixer by March 2027
  - [ ] Read its manual

# Notes

Nothing else.
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command gave back."""

    status: int
    out: str
    err: str
    raw: bytes


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder to work in, with a plan in it."""
    made = tmp_path / "work"
    made.mkdir()
    monkeypatch.chdir(made)
    (made / "plan.md").write_text(PLAN, "utf-8")
    return made


@pytest.fixture
def run(folder, monkeypatch, capfdbinary):
    """Run ``careerdoc`` with some arguments, and something on its standard input."""

    def ran(*arguments: object, given: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "argv", ["careerdoc", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        capfdbinary.readouterr()
        try:
            status = main()
        except SystemExit as stop:
            status = stop.code
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Outcome(status or 0, out.decode("utf-8", "replace"), err.decode("utf-8", "replace"), out)

    return ran


@pytest.fixture
def own_pack(folder):
    """A function that writes a pack with one template, ``card``, and gives its folder."""

    def written(template: str):
        pack = folder / "pack"
        pack.mkdir()
        (pack / "pack.yaml").write_text(
            "name: own\nversion: 1.0.0\ntitle: Own\n"
            "templates:\n  card:\n    description: A card\n    shape: prose\n    type: md\n"
        )
        (pack / "card.md.j2").write_text(template)
        return pack

    return written
