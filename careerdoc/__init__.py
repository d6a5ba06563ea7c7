"""careerdoc: one career action plan in, the documents a class asks for out.

The front door, in the order of the work::

    plan = careerdoc.read("my-plan.md")
    findings = careerdoc.check(plan)
    document = careerdoc.compose(plan, "essay")
    rendering = careerdoc.render(document, "docx")
    paths = careerdoc.build("my-plan.md", "essay.docx", "poster.pdf")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.version import __version__

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path

    from careerdoc.document import Document
    from careerdoc.findings import Finding
    from careerdoc.plan import Plan
    from careerdoc.rendering import Rendering

__all__ = ["__version__", "build", "check", "compose", "read", "render"]


def read(path: Path | str, *, date: dt.date | None = None) -> Plan:
    """The plan in a Markdown or YAML file.

    ``date`` is the day that relative time frames start from where the plan has no date of its own; today if left
    out. Raises ``careerdoc.findings.CareerdocError``, located, where the file holds no plan.
    """
    from careerdoc.loading import load  # noqa: PLC0415 - nothing is imported until it is asked for

    return load(path, date or _today())[0]


def check(plan: Plan) -> tuple[Finding, ...]:
    """What there is to say about a plan, gravest first and then in the order of the source."""
    from careerdoc.checking import check as check_plan  # noqa: PLC0415 - see `read`

    return check_plan(plan)


def compose(plan: Plan, template: str = "essay", settings: Mapping[str, str] | None = None) -> Document:
    """The document that a template makes of a plan. Raises ``CareerdocError`` where there is no such template."""
    from careerdoc import building  # noqa: PLC0415 - see `read`
    from careerdoc.composing import compose as compose_with  # noqa: PLC0415 - see `read`
    from careerdoc.packs import installed_packs  # noqa: PLC0415 - see `read`

    target = building.find_target(template, installed_packs())
    return compose_with(plan, target.template, target.pack, settings)


def render(document: Document, file_type: str, theme: str = "harbor") -> Rendering:
    """The bytes of a document as a file type (``docx``), in a theme, and findings about how it came out."""
    from careerdoc import building  # noqa: PLC0415 - see `read`
    from careerdoc.packs import installed_packs  # noqa: PLC0415 - see `read`
    from careerdoc.rendering import load_renderer  # noqa: PLC0415 - see `read`

    return load_renderer(file_type)(document, building.find_theme(theme, installed_packs()))


def build(
    plan: Path | str,
    *targets: str,
    out: Path | str = "out",
    theme: str = "",
    settings: Mapping[str, str] | None = None,
    date: dt.date | None = None,
) -> list[Path]:
    """Build a plan's documents into a folder, and give their paths; see ``careerdoc.building.build``."""
    from careerdoc import building  # noqa: PLC0415 - see `read`

    return building.build(plan, *targets, out=out, theme=theme, settings=settings, date=date)


def _today() -> dt.date:
    import datetime as dt  # noqa: PLC0415 - see `read`

    return dt.datetime.now(tz=dt.UTC).astimezone().date()
