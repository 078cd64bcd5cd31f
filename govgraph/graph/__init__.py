"""A structure at one date and in one view, and the named questions that rules and reports ask of it."""

from govgraph.graph.accountability import Line
from govgraph.graph.chairs import filled_seats, leading_seats, states_its_roles
from govgraph.graph.composition import composition_step, counted_words
from govgraph.graph.governance import GovernanceGraph
from govgraph.graph.paths import PathUp, Scope
from govgraph.graph.standing import (
    Membership,
    Participation,
    Pending,
    Presence,
    Standing,
    seat_count,
    seat_count_is_known,
)
from govgraph.graph.ties import Excluded, ExclusionReason, ExternalAccountability, Step, Tie
from govgraph.graph.tracing import ConstituencyVoice, Trace, trace
from govgraph.graph.weak_lines import DeadEnd

__all__ = [
    "ConstituencyVoice",
    "DeadEnd",
    "Excluded",
    "ExclusionReason",
    "ExternalAccountability",
    "GovernanceGraph",
    "Line",
    "Membership",
    "Participation",
    "PathUp",
    "Pending",
    "Presence",
    "Scope",
    "Standing",
    "Step",
    "Tie",
    "Trace",
    "composition_step",
    "counted_words",
    "filled_seats",
    "leading_seats",
    "seat_count",
    "seat_count_is_known",
    "states_its_roles",
    "trace",
]
