"""What all tests share: the samples, the standard pack, and goldens that one flag updates."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import Phase
from hypothesis import settings as hypothesis_settings

from careerdoc.loading import load
from careerdoc.packs import Pack, pack_from_folder
from careerdoc.plan import Plan, read_plan
from careerdoc.reading import decode

# Explaining a failure takes a minute; the smallest failing example is shown without it.
hypothesis_settings.register_profile("careerdoc", phases=[p for p in Phase if p is not Phase.explain], deadline=None)
hypothesis_settings.load_profile("careerdoc")

ROOT = Path(__file__).parents[1]
TODAY = dt.date(2026, 11, 23)
SAMPLES = sorted(path for path in (ROOT / "samples").iterdir() if path.suffix in {".md", ".yaml"})


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="write what is made as what is expected")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Fast tests first: a mistake shows in seconds."""
    items.sort(key=lambda item: "slow" in item.keywords)


@pytest.fixture(scope="session")
def pack() -> Pack:
    return pack_from_folder(ROOT / "templates")


@pytest.fixture
def golden(request: pytest.FixtureRequest):
    """Compare a text with a file under tests/goldens, or write it there with --update-goldens."""

    def compare(name: str, text: str) -> None:
        path = ROOT / "tests" / "goldens" / name
        if request.config.getoption("--update-goldens"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        assert path.exists(), f"{path} is missing: run pytest --update-goldens and look at the diff"
        assert text == path.read_text("utf-8")

    return compare


def plan_of(text: str, name: str = "plan.md", today: dt.date = TODAY) -> Plan:
    """The plan in a text."""
    return read_plan(decode(text.encode(), name), today)[0]


def plan_at(path: Path) -> Plan:
    """The plan in a file, with the sources beside it that it cites."""
    return load(path, TODAY)[0]
