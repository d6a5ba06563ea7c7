"""The only Jinja room: a sandbox over a pack's files in memory, one rule of escaping, errors with their line.

Escaping works through Jinja's own machinery. Whatever a template puts out is asked for ``__html__``, which here means
"as Markdown": prose gives itself, plain values give themselves escaped, and ``finalize`` wraps every other value, so
there is no way around it and nothing for an author to remember.
"""

from __future__ import annotations

import re
import traceback
from typing import TYPE_CHECKING, Any

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from careerdoc.document.escape import escape
from careerdoc.findings import CareerdocError, nearest, refusal
from careerdoc.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LONGEST_OUTPUT = 2_000_000
"""Characters that a template may write."""


class _TooLong(Exception):  # noqa: N818 - a signal within this file
    """The output has passed its bound."""


class _Environment(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, stricter: what begins with an underscore does not exist, in attributes and in items."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401 - Jinja's signature
        return not attr.startswith("_") and super().is_safe_attribute(obj, attr, value)


@jinja2.pass_context  # so that constants, too, pass through here and not through HTML's own escaping
def _finalize(_context: jinja2.runtime.Context, value: Any) -> Any:  # noqa: ANN401 - whatever an expression gives
    if value is None:
        return Markup("")
    if hasattr(value, "__html__") or isinstance(value, jinja2.Undefined):
        return value
    return Markup(escape(str(value)))  # noqa: S704 - escaped for Markdown, which is what markup means here


class Templates:
    """The templates of a pack, ready to be rendered."""

    def __init__(self, files: Mapping[str, bytes], place: str) -> None:
        """Take a pack's files by path; ``place`` is the pack's folder, for messages."""
        self.files = {path: data.decode("utf-8", "replace") for path, data in files.items() if path.endswith(".j2")}
        self.place = place
        self.environment = _Environment(
            loader=jinja2.FunctionLoader(self._load),
            extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"],
            undefined=jinja2.StrictUndefined,
            finalize=_finalize,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        text = self.files.get(name)
        return None if text is None else (text, name, lambda: True)

    def render(self, name: str, context: Mapping[str, Any], longest: int = LONGEST_OUTPUT) -> str:
        """The text that a template makes of a context, of at most ``longest`` characters.

        Raises CareerdocError at the template's line: on a syntax error, on a name that does not exist, on
        anything that goes wrong in an expression, and on output without end.
        """
        try:
            pieces, length = [], 0
            for piece in self.environment.get_template(name).generate(context):
                length += len(piece)
                if length > longest:
                    raise _TooLong  # noqa: TRY301 - a signal, told below with all other ends
                pieces.append(piece)
            return "".join(pieces)
        except _TooLong:
            raise refusal(
                "CD025",
                f"this template writes more than {longest:,} characters",
                place=f"{self.place}/{name}",
                hint="look for a loop that goes over too much",
            ) from None
        except jinja2.TemplateSyntaxError as error:
            raise self._error(error.filename or name, error.lineno, error.message or "syntax error") from error
        except Exception as error:
            raise self._located(error, name, context) from error

    def _located(self, error: Exception, name: str, context: Mapping[str, Any]) -> CareerdocError:
        frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename in self.files]
        file, line = (frames[-1].filename, frames[-1].lineno or 1) if frames else (name, 1)
        if isinstance(error, jinja2.TemplateNotFound):
            return self._error(file, line, f'there is no template "{error.name}"', nearest(str(error.name), self.files))
        return self._error(file, line, _told(error), _suggestion(error, context))

    def _error(self, file: str, line: int, message: str, hint: str = "") -> CareerdocError:
        source = Source(f"{self.place}/{file}", self.files.get(file, ""))
        line = min(max(line, 1), source.line_count)
        text = source.line_text(line)
        start = source.line_start(line) + len(text) - len(text.lstrip())
        return refusal(
            "CD023", message, span=source.span(start, source.line_start(line) + len(text.rstrip())), hint=hint
        )


def _told(error: Exception) -> str:
    text = str(error) or type(error).__name__
    match = _NO_ATTRIBUTE.search(text)
    if match and match["owner"].endswith("mappingproxy object"):
        return f'there is no setting "{match["name"]}"'
    if match:
        owner = match["owner"].rsplit(".", 1)[-1].removesuffix(" object").lower()
        return f'a {owner} has nothing called "{match["name"]}"'
    return text


_NO_ATTRIBUTE = re.compile(r"'(?P<owner>[^']+)' has no attribute '(?P<name>[^']+)'")
_UNDEFINED = re.compile(r"'(?P<name>[^']+)' is undefined")


def _suggestion(error: Exception, context: Mapping[str, Any]) -> str:
    """The nearest name for one that does not exist."""
    text = str(error)
    if match := _UNDEFINED.search(text):
        return nearest(match["name"], context)
    if match := _NO_ATTRIBUTE.search(text):
        kind = match["owner"].rsplit(".", 1)[-1].removesuffix(" object")
        for value in context.values():
            names = _names_in(value, kind, 0)
            if names:
                return nearest(match["name"], names)
    return ""


def _names_in(value: Any, kind: str, depth: int) -> tuple[str, ...]:  # noqa: ANN401 - any value of a context
    """The field names of the first value of a kind that can be reached from here."""
    names = tuple(getattr(type(value), "__match_args__", ())) or tuple(getattr(type(value), "__dataclass_fields__", ()))
    if type(value).__name__ == kind:
        return names
    if depth > 4:
        return ()
    inner = value if isinstance(value, tuple) else [getattr(value, name, None) for name in names]
    return next((found for item in inner if (found := _names_in(item, kind, depth + 1))), ())
