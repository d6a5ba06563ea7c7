"""CSS rules that a page makes along the way."""

from __future__ import annotations


class Rules:
    """CSS rules made along the way. The page's security policy forbids ``style`` attributes; a class does instead."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def name(self, declarations: str) -> str:
        """The class with these declarations."""
        return self._names.setdefault(declarations, f"r{len(self._names) + 1}")

    def css(self) -> str:
        """All of them."""
        return "".join(f".{name}{{{declarations}}}" for declarations, name in self._names.items())
