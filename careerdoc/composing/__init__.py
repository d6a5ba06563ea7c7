"""From a Plan and a template to a Document."""

from careerdoc.composing.compose import compose

__all__ = ["compose"]
