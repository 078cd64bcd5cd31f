"""A structure at one date and in one view, and the named questions that rules and reports ask of it.

The questions between two structures stand in `comparison.py`, which only a comparison loads.
"""

from govgraph.graph.accountability import Line
from govgraph.graph.governance import GovernanceGraph
from govgraph.graph.membership import Membership
from govgraph.graph.next_up import Scope
from govgraph.graph.standing import Participation, Presence, Standing
from govgraph.graph.stops import Stop
from govgraph.graph.ties import Aside, AsideReason, Exit, Tie
from govgraph.graph.tracing import Heard, Trace, trace
from govgraph.graph.ways import Way

__all__ = [
    "Aside",
    "AsideReason",
    "Exit",
    "GovernanceGraph",
    "Heard",
    "Line",
    "Membership",
    "Participation",
    "Presence",
    "Scope",
    "Standing",
    "Stop",
    "Tie",
    "Trace",
    "Way",
    "trace",
]
