"""Files in, a structure out: every fault of every file told at once, each with its place."""

from govgraph.model.faults import Fault, InputError, gathered
from govgraph.read.arrows import from_arrows
from govgraph.read.base import Base, read_base
from govgraph.read.check import assert_sound
from govgraph.read.files import read, read_text

__all__ = ["Base", "Fault", "InputError", "assert_sound", "from_arrows", "gathered", "read", "read_base", "read_text"]
