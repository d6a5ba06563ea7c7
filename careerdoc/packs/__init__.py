"""Packs: folders of templates, themes and starters, read into memory."""

from careerdoc.packs.model import Pack, Parameter, Template
from careerdoc.packs.sources import installed_packs, pack_from_folder

__all__ = ["Pack", "Parameter", "Template", "installed_packs", "pack_from_folder"]
