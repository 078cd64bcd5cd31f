"""Two structures: what has changed from one to the other, and which findings are new, gone or kept."""

from govgraph.diff.apply import applied
from govgraph.diff.changes import changes
from govgraph.diff.findings import Parted, part
from govgraph.diff.settled import settled

__all__ = ["Parted", "applied", "changes", "part", "settled"]
