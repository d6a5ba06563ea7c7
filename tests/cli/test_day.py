"""The day that commands take for today: ``--date``, or ``SOURCE_DATE_EPOCH``, or the clock."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys

import click
import pytest

from careerdoc.cli.output import today
from tests.cli.conftest import PLAN
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("epoch", "day"), [("1795392000", "2026-11-23"), ("0", "1970-01-01"), ("1795478399", "2026-11-23")]
)
def test_the_variable_stands_for_the_clock(monkeypatch, epoch: str, day: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert today(None) == dt.date.fromisoformat(day)
    assert today("2020-02-02") == dt.date(2020, 2, 2)


def test_an_empty_variable_is_none(monkeypatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    assert today(None) >= dt.date(2024, 1, 1)


@pytest.mark.parametrize("epoch", ["now", "-1", "1.5", "٣", "9" * 30])
def test_what_is_no_number_of_seconds_is_an_error(monkeypatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(click.UsageError, match="SOURCE_DATE_EPOCH"):
        today(None)


@pytest.mark.parametrize("target", ["essay.docx"])
def test_two_processes_make_the_same_bytes(tmp_path, target: str) -> None:
    (tmp_path / "plan.md").write_text(PLAN, encoding="utf-8")
    made = []
    for seed in ("1", "2"):
        command = [
            sys.executable,
            "-c",
            "from careerdoc.cli import main; main()",
            "build",
            "plan.md",
            target,
            "--set",
            "toc=yes",
            "-o",
            f"{seed}.docx",
        ]
        env = os.environ | {"PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "1795392000", "PYTHONPATH": str(ROOT)}
        subprocess.run(command, cwd=tmp_path, env=env, check=True, timeout=60)
        made.append((tmp_path / f"{seed}.docx").read_bytes())
    assert made[0] == made[1]
