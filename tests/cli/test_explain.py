"""``careerdoc explain``: a page in the terminal, and the list of all codes."""

from __future__ import annotations

import json

import pytest

from careerdoc.checking import pages, registry
from careerdoc.findings import CareerdocError


def test_explain_by_code_and_by_name_in_any_case(run) -> None:
    by_code, by_name = run("explain", "cd052"), run("explain", "Unused-Ignore")
    assert by_code.status == by_name.status == 0
    assert by_code.out == by_name.out
    assert by_code.out.startswith("CD052 unused-ignore\n===")


def test_explain_alone_lists_every_code_with_its_level_and_line(run) -> None:
    out = run("explain").out
    for topic in registry().topics():
        assert f"{topic.code}  {topic.level.value}" in out
        assert topic.name in out


@pytest.mark.parametrize(("word", "near"), [("CD05", ""), ("unused-ignor", "unused-ignore"), ("CD05Z", "CD05")])
def test_an_unknown_code_gets_the_nearest(run, word: str, near: str) -> None:
    outcome = run("explain", word)
    assert outcome.status == 2
    assert f"{word}: error[CD050]" in outcome.err
    assert near in outcome.err
    with pytest.raises(CareerdocError):
        pages.topic_of(word)


def test_explain_for_programs(run) -> None:
    (told,) = json.loads(run("explain", "CD052", "--format", "json").out)
    assert told["name"] == "unused-ignore"
    assert told["level"] == "advice"
    assert told["page"].startswith("# CD052 unused-ignore\n")
    assert len(json.loads(run("explain", "--format", "json").out)) == len(registry().topics())
