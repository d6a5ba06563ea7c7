"""Files in the Citation Style Language, looked at before they are used.

A style file is a stranger's XML: it has no entities, a bounded size, no circle of macros and a bounded number of steps.
"""

from __future__ import annotations

import re
from typing import Any

LARGEST = 500_000
"""Characters of a style; the largest there is has 250,000."""

MOST_STEPS = 100_000
"""Elements that one citation can lead through, macros written out."""

MOST_NESTED = 40
"""Macros within macros."""

_SPACE = "{http://purl.org/net/xbiblio/csl}"


class UnusableStyleError(ValueError):
    """A style that cannot be used; the message says why."""


def check(text: str) -> str:
    """What kind of style a text is: ``numeric``, ``author-date`` … Raises UnusableStyleError where it is none."""
    from lxml import etree  # noqa: PLC0415 - for those who have a style of their own

    if len(text) > LARGEST:
        raise UnusableStyleError("is too large for a style")
    if re.search(r"<!(?:DOCTYPE|ENTITY)", text, re.IGNORECASE):
        raise UnusableStyleError("has entities, which no style has")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnusableStyleError(f"is not valid XML: {error}") from None
    if root.tag != f"{_SPACE}style":
        raise UnusableStyleError("is not in the Citation Style Language")
    if root.find(f"{_SPACE}citation/{_SPACE}layout") is None:
        raise UnusableStyleError("only points at another style; name that one")
    if root.get("class") == "note":
        raise UnusableStyleError("cites in notes, which documents here do not do; take an author-date style")
    _bounded(root)
    category = root.find(f"{_SPACE}info/{_SPACE}category[@citation-format]")
    return "author-date" if category is None else str(category.get("citation-format"))


def _bounded(root: Any) -> None:  # noqa: ANN401 - lxml's elements have no types
    macros = {macro.get("name"): macro for macro in root.iterfind(f"{_SPACE}macro")}
    counts: dict[str, int] = {}

    def steps(node: Any, within: tuple[str, ...]) -> int:  # noqa: ANN401 - see above
        name = node.get("macro") if isinstance(node.tag, str) else None
        inner = [steps(child, within) for child in node]
        total = 1 + (max(inner, default=0) if node.tag == f"{_SPACE}choose" else sum(inner))
        if name is not None:
            if name in within or len(within) > MOST_NESTED:
                raise UnusableStyleError(f'has a circle of macros at "{name}"')
            if name not in macros:
                raise UnusableStyleError(f'has no macro "{name}"')
            if name not in counts:
                counts[name] = steps(macros[name], (*within, name))
            total += counts[name]
        if total > MOST_STEPS:
            raise UnusableStyleError("takes too many steps")
        return total

    for part in ("citation", "bibliography"):
        found = root.find(f"{_SPACE}{part}")
        if found is not None:
            steps(found, ())
