"""One body as a whole: its lines upward, what is no line, and how each constituency takes part in it."""

from typing import TYPE_CHECKING, NamedTuple

from govgraph import display
from govgraph.graph.standing import Standing
from govgraph.graph.ties import Excluded, ExternalAccountability, Step

if TYPE_CHECKING:
    import pandas as pd

    from govgraph.graph.governance import GovernanceGraph


class ConstituencyVoice(NamedTuple):
    """How one constituency takes part in a body, and in those above and below it."""

    constituency: str
    standing: Standing
    nearest_above: str | None
    """The nearest body up the line on which it sits or which it attends."""
    nearest_below: str | None
    """The nearest body below on which it sits or which it attends."""
    way_up: tuple[Step, ...]
    """From `nearest_below` up to the body."""
    stops_at: tuple[str, ...]
    """The next bodies up on which it has no voice, where it has one on this body."""


class Trace(NamedTuple):
    """What the graph knows of one body."""

    graph: "GovernanceGraph"
    body: str
    steps: tuple[Step, ...]
    """Every line of accountability above it, nearest first."""
    leaves: tuple[ExternalAccountability, ...]
    """Where those lines leave the structure well."""
    stops: tuple[str, ...]
    """Bodies above it, or itself, that answer to nobody stated."""
    rings: tuple[tuple[str, ...], ...]
    """Rings on the way up."""
    oversight: tuple[Step, ...]
    """Scrutiny and oversight of it, which is no line."""
    excluded: tuple[Excluded, ...]
    """Its lines that are not in force at this date or in this view."""
    voices: tuple[ConstituencyVoice, ...]
    other_ties: tuple[Step, ...] = ()
    """Who appoints to it, to whom it appoints, and to whom it escalates, which are no lines either."""

    def to_frame(self) -> "pd.DataFrame":
        """A table of pandas: a row for each sentence (`sentence`), and to which question it belongs (`part`).

        Needs the extra `notebook`.

        >>> import govgraph
        >>> structure = govgraph.read_text("bodies: {board: {name: The Board, kind: board}}")
        >>> govgraph.trace(structure, "The Board", as_of="2022-07-01").to_frame()["sentence"].to_list()
        ['The file does not say who holds The Board to account.']
        """
        return display.frame(self)

    def __repr__(self) -> str:
        """In short: of which body, on which day."""
        return f"<Trace of {self.graph.name(self.body)} as of {self.graph.as_of}>"

    def _repr_html_(self) -> str:
        """How a notebook shows it: in words, by a room above this one, which is entered only when a notebook asks."""
        return display.html(self)


def trace(graph: "GovernanceGraph", body: str) -> Trace:
    """The lines of a body upward, and how each constituency's voice reaches it or where it stops."""
    lines = graph.accountability
    above = lines.upward_from(body)
    oversight, excluded = lines.other_ties_of(body)
    return Trace(
        graph=graph,
        body=body,
        steps=tuple(step for upper in above for step in lines.steps_from(upper)),
        leaves=tuple(leaving for upper in above for leaving in lines.exits_from(upper)),
        stops=tuple(upper for upper in above if not lines.steps_from(upper) and not lines.exits_from(upper)),
        rings=tuple(ring for ring in lines.rings if not set(above).isdisjoint(ring)),
        oversight=tuple(oversight),
        excluded=tuple(excluded),
        voices=tuple(_voice(graph, body, constituency) for constituency in graph.constituencies),
        other_ties=tuple(
            tie.step
            for tie in graph.ties_of(body)
            if tie.relation == "appoints" or (tie.relation == "escalates_to" and tie.body == body)
        ),
    )


def _voice(graph: "GovernanceGraph", body: str, constituency: str) -> ConstituencyVoice:
    lines, voice = graph.accountability, graph.voice
    speaks = voice.has_voice(body, constituency)
    above = lines.upward_from(body)[1:]
    below, way_up = lines.nearest_below(body, lambda other: voice.has_voice(other, constituency))
    stops = (step.end for step in lines.steps_from(body)) if speaks else ()
    return ConstituencyVoice(
        constituency=constituency,
        standing=voice.standing(body, constituency),
        nearest_above=next((upper for upper in above if voice.has_voice(upper, constituency)), None),
        nearest_below=below,
        way_up=way_up,
        stops_at=graph.in_order({upper for upper in stops if not voice.has_voice(upper, constituency)}),
    )
