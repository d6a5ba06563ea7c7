"""From a Document and a Theme to the bytes of a file."""

from careerdoc.rendering.contract import Renderer, Rendering, load_renderer, renderer_names, renderer_source
from careerdoc.rendering.theme import Theme, read_theme

__all__ = [
    "Renderer",
    "Rendering",
    "Theme",
    "load_renderer",
    "read_theme",
    "renderer_names",
    "renderer_source",
]
