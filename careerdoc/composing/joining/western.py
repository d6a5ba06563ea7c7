"""Joining in languages whose patterns need little help, or none."""

from __future__ import annotations

from careerdoc.composing.joining.patterned import Patterned


class French(Patterned):
    """Sentences in the first person."""

    code = "fr"


class Portuguese(Patterned):
    """Sentences in the first person."""

    code = "pt"
