"""APA Style: the author-date system of the Publication Manual of the American Psychological Association, 7th ed.

Numbers in the docstrings here are the manual's sections.
"""

from careerdoc.citing.apa.style import Apa

__all__ = ["Apa"]
