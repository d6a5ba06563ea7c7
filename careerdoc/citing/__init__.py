"""Citations and lists of references, by the letter of APA 7 and MLA 9, or in a style of the Citation Style Language."""

from careerdoc.citing.cite import LIST, Choice, cite

__all__ = ["LIST", "Choice", "cite"]
