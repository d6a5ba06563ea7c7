"""From a Plan and a template to a Document."""

from careerdoc.composing.compose import RENDERER_SETTINGS, compose

__all__ = ["RENDERER_SETTINGS", "compose"]
