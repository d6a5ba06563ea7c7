"""From a Document and a Theme to the bytes of a file."""

from careerdoc.rendering.contract import (
    Diagnosis,
    Doctor,
    Renderer,
    Rendering,
    Serving,
    doctor_names,
    load_doctor,
    load_renderer,
    renderer_names,
    renderer_source,
)
from careerdoc.rendering.theme import Theme, read_theme

__all__ = [
    "Diagnosis",
    "Doctor",
    "Renderer",
    "Rendering",
    "Serving",
    "Theme",
    "doctor_names",
    "load_doctor",
    "load_renderer",
    "read_theme",
    "renderer_names",
    "renderer_source",
]
