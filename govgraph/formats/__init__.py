"""Structures in files: read, with every fault and its place, and written so that the same is read back."""

from govgraph.formats.base_structure import Base, read_base
from govgraph.formats.structure_files import read, read_text

__all__ = ["Base", "read", "read_base", "read_text"]
