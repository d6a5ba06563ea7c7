"""Work in a child process: its result, its errors, and a child that is killed."""

from __future__ import annotations

import os
import signal

import pytest

from careerdoc import alongside
from careerdoc.findings import CareerdocError, refusal


def _refuse() -> None:
    raise refusal("CD999", "no", hint="why")


@pytest.fixture
def forking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fork even where the test runner has threads or one core."""
    if not hasattr(os, "fork"):
        pytest.skip("no fork here")
    monkeypatch.setattr(alongside, "possible", lambda: True)


def test_a_result_comes_back_from_another_process(forking: None) -> None:
    process, data = alongside.begin(lambda: (os.getpid(), b"x" * 1_000_000), "it")()
    assert process != os.getpid()
    assert len(data) == 1_000_000


def test_findings_of_the_child_are_raised_here(forking: None) -> None:
    with pytest.raises(CareerdocError) as caught:
        alongside.begin(_refuse, "it")()
    assert caught.value.findings[0].hint == "why"


def test_any_other_error_of_the_child_is_told(forking: None) -> None:
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        alongside.begin(lambda: 1 / 0, "it")()


def test_a_killed_child_is_a_finding(forking: None) -> None:
    with pytest.raises(CareerdocError, match="ended from outside") as caught:
        alongside.begin(lambda: os.kill(os.getpid(), signal.SIGKILL), "poster.pdf")()
    assert caught.value.findings[0].place == "poster.pdf"


def test_without_a_child_the_work_is_done_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alongside, "possible", lambda: False)
    assert alongside.begin(os.getpid, "it")() == os.getpid()
