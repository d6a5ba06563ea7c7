"""Joining in English.

What a text is, ``forms``, ``clauses``, ``nouns`` and ``verbs`` tell; ``times`` sets days in it. ``steps``, ``grounds``
(reasons, measures, challenges) and ``telling`` make sentences of it.
"""

from careerdoc.composing.joining.english.telling import English

__all__ = ["English"]
