"""What the rules on special educational needs and disabilities (SEND) share: which bodies are called after them."""

import re

from govgraph.graph import GovernanceGraph

_SEND = re.compile(r"\bSEND?\b|\b[Ss]pecial [Ee]ducational [Nn]eeds\b")
"""In capitals: `send` is also a verb."""


def send_bodies(graph: GovernanceGraph) -> tuple[str, ...]:
    """The governance bodies whose name or purpose speaks of SEND, where the law of the graph may run.

    A name proves nothing: it is a reason to ask, and never a fact.
    """
    return tuple(body for body in graph.governance_bodies if _speaks_of_send(graph, body) and graph.law_may_run(body))


def no_send_bodies(graph: GovernanceGraph) -> str | None:
    """Why there is nothing to ask; None where there is."""
    return (
        None if send_bodies(graph) else "No board, committee or group in place speaks of SEND in its name or purpose."
    )


def _speaks_of_send(graph: GovernanceGraph, body: str) -> bool:
    stated = graph.body(body)
    return any(_SEND.search(text) for text in (stated.name, *stated.other_names, stated.purpose or ""))
