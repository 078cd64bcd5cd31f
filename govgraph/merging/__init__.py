"""Two or more structures of one area as one file: what may be the same is proposed, what differs is asked."""

from govgraph.merging.merged import Merged, Part, merge

__all__ = ["Merged", "Part", "merge"]
