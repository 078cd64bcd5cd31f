"""A draft whose rows somebody confirms, each as it stands, and the structure that is read of it then."""

import json

import govgraph
from govgraph.model import Structure
from govgraph.model.proposal import Proposal


def confirmed(structure: Structure) -> Structure:
    """The structure once every row that can be a statement is confirmed."""
    rows = [_plain(row) for row in structure.draft]
    return govgraph.read_text(json.dumps({"draft": rows}))


def _plain(row: Proposal) -> dict[str, object]:
    stated = row.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    is_whole = row.what is not None and (row.value is not None or row.what != "is a")
    return {**stated, "confirmed": "yes"} if is_whole else stated
