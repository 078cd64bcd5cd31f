"""A structure at one date and in one view, and the named questions that rules and reports ask of it."""

from govgraph.graph.accountability import Line, Stop
from govgraph.graph.change import Bereft, Change, DroppedTheme, LostScrutiny, Weakened
from govgraph.graph.governance import GovernanceGraph
from govgraph.graph.lost_lines import End, LostLine
from govgraph.graph.next_up import Scope
from govgraph.graph.standing import Participation, Presence, Standing
from govgraph.graph.succession import Succession
from govgraph.graph.ties import Aside, AsideReason, Exit, Tie
from govgraph.graph.tracing import Heard, Trace, trace

__all__ = [
    "Aside",
    "AsideReason",
    "Bereft",
    "Change",
    "DroppedTheme",
    "End",
    "Exit",
    "GovernanceGraph",
    "Heard",
    "Line",
    "LostLine",
    "LostScrutiny",
    "Participation",
    "Presence",
    "Scope",
    "Standing",
    "Stop",
    "Succession",
    "Tie",
    "Trace",
    "Weakened",
    "trace",
]
