"""``pack.yaml``: read with positions, checked, and said where it is wrong."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, get_args

from careerdoc.document.model import Shape
from careerdoc.findings import nearest, refusal
from careerdoc.packs.model import Pack, Parameter, Template
from careerdoc.source import Source
from careerdoc.tree import Mapping, Scalar, Sequence, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping as MappingType

    from careerdoc.findings import CareerdocError
    from careerdoc.tree import Node

MANIFEST = "pack.yaml"


def read_pack(files: MappingType[str, bytes], place: str) -> Pack:
    """The pack made of some files; raises CareerdocError, located in the manifest, on anything amiss."""
    if MANIFEST not in files:
        raise refusal("CD030", f"there is no {MANIFEST} in this folder", place=place, hint="a pack needs one")
    source = Source(f"{place}/{MANIFEST}", files[MANIFEST].decode("utf-8", "replace"))
    root = parse_yaml(source)
    if not isinstance(root, Mapping):
        raise _amiss(root, source, "a pack's manifest is made of `key: value` lines")
    templates = root.get("templates")
    if templates is not None and not isinstance(templates, Mapping):
        raise _amiss(templates, source, '"templates" names each template on a line of its own')
    found = {key.value: _template(key, node, files, source) for key, node in templates or ()}
    targets = root.get("build")
    return Pack(
        _text(root, "name", source),
        _text(root, "version", source),
        _text(root, "title", source),
        place,
        source,
        MappingProxyType(dict(files)),
        MappingProxyType(found),
        tuple(t.value for t in targets if isinstance(t, Scalar)) if isinstance(targets, Sequence) else (),
        root.get("checks"),
    )


def _amiss(node: Node | None, source: Source, message: str, hint: str = "") -> CareerdocError:
    return refusal("CD030", message, span=node.span if node is not None else source.span(0), hint=hint)


def _text(mapping: Mapping, key: str, source: Source) -> str:
    node = mapping.get(key)
    if not isinstance(node, Scalar) or not node.value.strip():
        hint = nearest(key, [name.value for name, _ in mapping]) or f"add a line `{key}: …`"
        raise refusal(
            "CD030", f'"{key}" is missing here', span=source.lines_span(mapping.span.line, mapping.span.line), hint=hint
        )
    return node.value.strip()


def _template(key: Scalar, node: Node, files: MappingType[str, bytes], source: Source) -> Template:
    if not isinstance(node, Mapping):
        raise _amiss(node, source, f'the template "{key.value}" needs `description:`, `shape:` and `type:`')
    given = node.get("file")
    file = given.value if isinstance(given, Scalar) else f"{key.value}.md.j2"
    if file not in files:
        hint = nearest(file, files) or "name it with `file:`"
        raise _amiss(given or key, source, f'there is no file "{file}" in this pack', hint)
    shape = _text(node, "shape", source)
    if shape not in get_args(Shape):
        known = ", ".join(get_args(Shape))
        raise _amiss(node.get("shape"), source, f'"{shape}" is not a shape', f"known shapes: {known}")
    parameters = node.get("parameters")
    return Template(
        key.value,
        file,
        _text(node, "description", source),
        shape,
        _text(node, "type", source),
        tuple(_parameter(name, value, source) for name, value in parameters) if isinstance(parameters, Mapping) else (),
    )


def _parameter(name: Scalar, node: Node, source: Source) -> Parameter:
    if not isinstance(node, Mapping):
        raise _amiss(node, source, f'the parameter "{name.value}" needs `default:` and `description:`')
    default, choices, themes = node.get("default"), node.get("choices"), node.get("themes")
    pairs = themes if isinstance(themes, Mapping) else ()
    known = tuple(c.value for c in choices if isinstance(c, Scalar)) if isinstance(choices, Sequence) else ()
    told = default.value if isinstance(default, Scalar) else ""
    if known and told not in known:
        raise _amiss(default or node, source, f'"{told}" is not among its choices', f"its choices: {', '.join(known)}")
    looks = {key.value: value.value for key, value in pairs if isinstance(value, Scalar)}
    return Parameter(name.value, told, _text(node, "description", source), known, MappingProxyType(looks))
