"""TOML to a Tree: the same data as the standard library reads, each piece where it stands."""

from __future__ import annotations

import datetime as dt
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdoc.findings import CareerdocError
from careerdoc.source import Source
from careerdoc.tree import Mapping, Node, Scalar, Sequence
from careerdoc.tree.toml import parse_toml
from tests.conftest import ROOT

FILES = [ROOT / "pyproject.toml", *sorted((ROOT / "careerdoc" / "reading" / "languages").glob("*.toml"))]

TEXTS = [
    "",
    "a = 1",
    "# only a comment",
    'a = "x" # y\nb.c.d = \'z\'\n"q r".s = true\n',
    "[a.b]\nc = [1, 2.5, [true, 'x'], ]\n[a]\nd = {e = 1, f.g = \"h\"}\n",
    "[[a]]\nb = 1\n[[a]]\nb = 2\n[a.c]\nd = 3\n[[a.e]]\nf = 4\n",
    'a = """\none\n\\"two\\" \\\n   three"""\nb = \'\'\'x\'y\'\'\'\nc = """"q""""\n',
    "a = [ # one\n  1, # two\n  2\n]\nb = {}\nc = []\n",
    "a = 1979-05-27 07:32:00\nb = 0x_ff\nc = 1e3\n".replace("0x_ff", "0xff"),
    "\"\" = 1\n'a.b' = 2\n1 = 3\n",
]


def as_data(node: Node) -> Any:
    match node:
        case Scalar(value, _, plain):
            return tomllib.loads(f"x = {value}")["x"] if plain else value
        case Sequence(items):
            return [as_data(item) for item in items]
        case Mapping(entries):
            return {key.value: as_data(value) for key, value in entries}


@pytest.mark.parametrize("text", [*TEXTS, *(path.read_text("utf-8") for path in FILES)])
def test_it_is_the_same_data(text: str) -> None:
    assert as_data(parse_toml(Source("a.toml", text))) == tomllib.loads(text)


VALUES = st.recursive(
    st.booleans()
    | st.integers(-9, 99)
    | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
    | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab. \"'#", max_size=3), inner, max_size=3),
    max_leaves=8,
)


def written(value: Any) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        case list():
            return f"[ {', '.join(map(written, value))}]"
        case dict():
            return "{" + ", ".join(f"{written(key)} = {written(inner)}" for key, inner in value.items()) + "}"
        case dt.date():
            return value.isoformat()
        case _:
            return str(value)


@given(st.dictionaries(st.text("abc. \"'#", max_size=3), VALUES, max_size=4))
def test_any_data_comes_back(data: dict[str, Any]) -> None:
    text = "".join(f"{written(key)}={written(value)} # x\n" for key, value in data.items())
    assert as_data(parse_toml(Source("a.toml", text))) == tomllib.loads(text) == data


def test_each_piece_knows_where_it_stands() -> None:
    source = Source("a.toml", '[checks]\nignore = ["CD104", \'x\']\nlevels.CD103 = "error"\n')
    checks = parse_toml(source).get("checks")
    assert isinstance(checks, Mapping)
    ignore, levels = checks.get("ignore"), checks.get("levels")
    assert isinstance(ignore, Sequence)
    assert isinstance(levels, Mapping)
    assert [item.span.text for item in ignore] == ["CD104", "x"]
    assert ignore.span.text == "[\"CD104\", 'x']"
    assert [(key.span.text, value.span.text) for key, value in levels] == [("CD103", "error")]
    assert levels.entries[0][1].span.line == 3


@pytest.mark.parametrize(
    ("text", "line"), [("a = \n", 1), ("a = 1\na = 2\n", 2), ("x = 1\n[a\n", 2), ('a = "b\n', 1), ("a = [1,", 1)]
)
def test_what_is_not_toml_is_refused_where_it_goes_wrong(text: str, line: int) -> None:
    with pytest.raises(CareerdocError) as caught:
        parse_toml(Source("a.toml", text))
    (finding,) = caught.value.findings
    assert (finding.code, finding.span.line) == ("CD055", line)


def test_what_is_too_deep_is_refused() -> None:
    with pytest.raises(CareerdocError, match=r"deep|valid"):
        parse_toml(Source("a.toml", "a = " + "[" * 50_000))
