"""Law 5: the same plan, pack, theme and date give the same bytes in every file type."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT

_BUILD = """
import datetime, hashlib, sys
from careerdoc import building, loading
from careerdoc.packs import installed_packs
plan, _ = loading.load(sys.argv[1], datetime.date(2026, 11, 23))
targets = building.targets_for(plan, sys.argv[2:], installed_packs())
for built in building.build_each(plan, targets, installed_packs()):
    print(built.target.name, hashlib.sha256(built.rendering.content).hexdigest())
"""
TARGETS = [
    *("essay.md", "essay.txt", "essay.html", "essay.pdf", "essay.docx", "essay.pptx"),
    *("slides.pptx", "slides.html", "poster.pdf", "poster.pptx", "outline.docx"),
]


def digests(sample: str, seed: str, zone: str) -> str:
    env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "SOURCE_DATE_EPOCH": seed}
    path = str(ROOT / "samples" / sample)
    return subprocess.run(
        [sys.executable, "-c", _BUILD, path, *TARGETS], env=env, capture_output=True, text=True, check=True
    ).stdout


@pytest.mark.parametrize("sample", ["nursing.md", "idp.yaml"])
def test_two_processes_give_the_same_bytes(sample: str) -> None:
    first, second = digests(sample, "1", "UTC"), digests(sample, "2000000000", "Asia/Tokyo")
    assert first.splitlines() == second.splitlines()
    assert len(first.splitlines()) == len(TARGETS)
    assert hashlib.sha256(b"").hexdigest() not in first
