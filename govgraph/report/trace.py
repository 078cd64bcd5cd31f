"""A trace for a person at a screen: to whom one body answers, and who is heard on it."""

from govgraph import words
from govgraph.graph import Trace


def render(trace: Trace) -> str:
    """The trace of one body as text."""
    graph = trace.graph
    lines = [graph.name(trace.body), f"As of {words.day(graph.as_of)}, looking at {words.VIEWS[graph.view]}."]
    for part in words.told(trace):
        lines += ["", part.title, *(f"  {'  ' * depth}{sentence}" for depth, sentence in part.sentences)]
    return "\n".join(lines) + "\n"
