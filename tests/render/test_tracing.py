"""The trace of a body in words: what a person reads of who is heard on it."""

from govgraph.graph import trace
from govgraph.render.trace import trace_texts
from helpers import graph


def test_a_vacant_seat_is_told_as_one() -> None:
    arrows = "board: board, membership complete\ngroup -- reports_to --> board\n"
    arrows += "somebody -- sits_on[parent-carers, vacant] --> board\nforum -- sits_on[parent-carers] --> group"
    found = graph(arrows)
    parts = (part for body in ("board", "group") for part in trace_texts(trace(found, body)))
    told = [sentence for part in parts for _, sentence in part.sentences]
    assert "On Board: a vacant seat." in told
    assert "Above Group, this group has a vacant seat on Board." in told
    assert not any("no seat" in line for line in told)
