"""Data with spans: what the readers of plans, packs and themes build on."""

from careerdoc.tree.model import Mapping, Node, Scalar, Sequence, is_null, truth
from careerdoc.tree.yaml import parse_yaml

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "is_null", "parse_yaml", "truth"]
