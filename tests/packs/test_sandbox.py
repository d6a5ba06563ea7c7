"""Law 8: a template can compute, never reach."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerdoc.composing import compose
from careerdoc.document import write
from careerdoc.findings import CareerdocError
from careerdoc.packs import pack_from_folder
from tests.conftest import plan_of

PLAN = plan_of("---\nname: Ana\n---\n# Short-term goals\n\n- Bake by May 2027\n  - [ ] Ask\n")
ESCAPES = [
    "{{ ''.__class__ }}",
    "{{ ''['__class__'] }}",
    "{{ ''|attr('__class__') }}",
    "{{ ''|attr('__cla' ~ 'ss__') }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ().__class__.__base__.__subclasses__() }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ joiner.__init__.__globals__['os'] }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ range.__class__ }}",
    "{{ dict.__mro__ }}",
    "{{ plan.__class__ }}",
    "{{ plan.__init__.__globals__ }}",
    "{{ plan.name.__class__ }}",
    "{{ plan.span.source._starts }}",
    "{{ plan.goals.__class__.__base__ }}",
    "{{ timeline.__globals__ }}",
    "{{ timeline.__self__ }}",
    "{{ _.__globals__ }}",
    "{{ byline.__func__.__globals__ }}",
    "{{ '%s'.format.__self__.__class__ }}",
    "{{ '{0.__class__}'.format(plan) }}",
    "{{ '{0.__class__.__init__.__globals__}'.format(plan) }}",
    "{{ '{a.__class__}'.format_map({'a': plan}) }}",
    "{{ plan | map(attribute='__class__') | list }}",
    "{{ [plan] | map('attr', '__class__') | list | first | string | length / 0 }}",
    "{{ [plan] | sum(attribute='__class__') }}",
    "{% set x = plan.__dict__ %}{{ x }}",
    "{% do plan.goals.append(1) %}",
    "{% for x in plan.__slots__ %}{{ x }}{% endfor %}",
    "{% include '/etc/passwd' %}",
    "{% include '../../../etc/passwd' %}",
    "{% include 'pack.yaml' %}",
    "{% import 'os' as os %}",
    "{% extends '/etc/hostname' %}",
    "{{ config }}",
    "{{ request }}",
    "{{ open('/etc/passwd') }}",
    "{{ get_flashed_messages.__globals__ }}",
]


@pytest.fixture
def composed(tmp_path):
    """A function that composes a template of a pack of its own."""

    def written(template: str):
        (tmp_path / "pack.yaml").write_text(
            "name: own\nversion: 1.0.0\ntitle: Own\n"
            "templates:\n  card:\n    description: A card\n    shape: prose\n    type: md\n"
        )
        (tmp_path / "card.md.j2").write_text(template)
        pack = pack_from_folder(tmp_path)
        return compose(PLAN, pack.templates["card"], pack)

    return written


@pytest.mark.parametrize("template", ESCAPES)
def test_there_is_no_way_out(composed, template: str) -> None:
    with pytest.raises(CareerdocError):
        composed(template)


@pytest.mark.parametrize(
    "template", ["{{ [plan] | map(attribute='__class__') | list }}", "{{ [plan] | groupby('__class__') }}"]
)
def test_filters_see_no_more_than_expressions(composed, template: str) -> None:
    assert "Undefined" in write(composed(template))


def test_output_has_an_end(composed) -> None:
    with pytest.raises(CareerdocError, match="characters"):
        composed("{% for a in range(99999) %}{{ 'x' * 999 }}{% endfor %}")


def test_links_out_of_a_pack_are_not_followed(tmp_path, composed) -> None:
    secret = tmp_path.parent / "secret.md.j2"
    secret.write_text("secret")
    (tmp_path / "inside.md.j2").symlink_to(secret)
    with pytest.raises(CareerdocError):
        composed("{% include 'inside.md.j2' %}")


def test_a_pack_is_read_whole_and_has_an_end(tmp_path) -> None:
    (tmp_path / "pack.yaml").write_text("name: a\nversion: 1\ntitle: a\n")
    for number in range(501):
        (tmp_path / f"{number}.txt").touch()
    with pytest.raises(CareerdocError, match="more than"):
        pack_from_folder(Path(tmp_path))


@pytest.mark.parametrize(
    ("manifest", "line", "told"),
    [
        ("version: 1\ntitle: a\n", 1, '"name"'),
        ("name: a\nversion: 1\ntitle: a\ntemplates:\n  - b\n", 5, "templates"),
        ("name: a\nversion: 1\ntitle: a\ntemplates:\n  b:\n    type: md\n    shape: prose\n", 5, 'file "b.md.j2"'),
        ("- a\n", 1, "key: value"),
        ("name: [a\n", 2, "YAML"),
    ],
)
def test_what_is_wrong_in_a_manifest_is_told_with_its_line(tmp_path, manifest: str, line: int, told: str) -> None:
    (tmp_path / "pack.yaml").write_text(manifest)
    with pytest.raises(CareerdocError) as caught:
        pack_from_folder(tmp_path)
    (finding,) = caught.value.findings
    assert told in finding.message
    assert finding.span.line == line
