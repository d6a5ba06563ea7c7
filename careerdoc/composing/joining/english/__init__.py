"""Joining in English.

What a text is, ``clauses``, ``nouns`` and ``verbs`` tell; ``steps`` and ``telling`` make sentences of it.
"""

from careerdoc.composing.joining.english.telling import English

__all__ = ["English"]
