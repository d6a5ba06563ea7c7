"""The strings of a pack's templates in the plan's language: ``locale/LANGUAGE.po`` in the pack, read with polib."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerdoc.packs import Pack


def gettext_for(pack: Pack, language: str) -> Callable[[str], str]:
    """A function that translates a template's string; it gives the string itself where there is no translation."""
    language = language.replace("_", "-")
    table = _table(pack, language) or _table(pack, language.split("-", maxsplit=1)[0].lower())
    return lambda text: table.get(text) or text


@lru_cache(maxsize=64)
def _table(pack: Pack, language: str) -> dict[str, str]:
    data = pack.files.get(f"locale/{language}.po")
    if data is None:
        return {}
    import polib  # noqa: PLC0415 - only for plans in another language

    entries = polib.pofile(data.decode("utf-8", "replace"))
    return {entry.msgid: entry.msgstr for entry in entries if entry.msgstr and not entry.obsolete}
