"""careerdoc: one career action plan in, the documents a class asks for out."""

__version__ = "0.1.0"
