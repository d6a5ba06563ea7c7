"""Typefaces that come along: Liberation Serif, as wide as Times New Roman letter for letter, which no package has.

They are laid out as a font package is, so that a theme names them as it names those: ``package: careerdoc``.
"""
