"""MLA style: the author-page system and works-cited list of the MLA Handbook, 9th ed. (2021).

Numbers in the docstrings here are the handbook's sections.
"""

from careerdoc.citing.mla.style import Mla

__all__ = ["Mla"]
