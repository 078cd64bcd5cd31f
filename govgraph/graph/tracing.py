"""One body, told whole: its lines upward, what is no line, and how each constituency is heard there."""

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from govgraph.findings import Step
from govgraph.graph.standing import Standing
from govgraph.graph.ties import Aside, Exit

if TYPE_CHECKING:
    import pandas as pd

    from govgraph.graph.governance import GovernanceGraph


class Heard(NamedTuple):
    """How one constituency is heard on a body."""

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
    leaves: tuple[Exit, ...]
    """Where those lines leave the structure well."""
    stops: tuple[str, ...]
    """Bodies above it, or itself, that answer to nobody stated."""
    rings: tuple[tuple[str, ...], ...]
    """Rings on the way up."""
    watched: tuple[Step, ...]
    """Scrutiny and oversight of it, which is no line."""
    aside: tuple[Aside, ...]
    """Its lines that are not in force at this date or in this view."""
    heard: tuple[Heard, ...]

    def to_frame(self) -> "pd.DataFrame":
        """A table of pandas: a row for each sentence (`sentence`), and to which question it belongs (`part`).

        Needs the extra `notebook`.

        >>> import govgraph
        >>> structure = govgraph.read_text("bodies: {board: {name: The Board, kind: board}}")
        >>> govgraph.trace(structure, "The Board", as_of="2022-07-01").to_frame()["sentence"].to_list()
        ['To whom The Board answers is not stated.']
        """
        shown: pd.DataFrame = import_module("govgraph.words.frames").of_trace(self)
        return shown

    def __repr__(self) -> str:
        """In short: of which body, on which day."""
        return f"<Trace of {self.graph.name(self.body)} as of {self.graph.as_of}>"

    def _repr_html_(self) -> str:
        """How a notebook shows it: in words, by a room above this one, which is entered only when a notebook asks."""
        shown: str = import_module("govgraph.words.in_notebook").trace(self)
        return shown


def trace(graph: "GovernanceGraph", body: str) -> Trace:
    """The lines of a body upward, and how each constituency's voice reaches it or where it stops."""
    lines = graph.accountability
    above = lines.nearest_first(body)
    around = set(above)
    watched, aside = lines.only_ties_of(body)
    return Trace(
        graph=graph,
        body=body,
        steps=tuple(step for upper in above for step in lines.steps_from(upper)),
        leaves=tuple(leaving for upper in above for leaving in lines.leaves_at(upper)),
        stops=tuple(upper for upper in above if not lines.steps_from(upper) and not lines.leaves_at(upper)),
        rings=tuple(ring for ring in lines.rings() if not around.isdisjoint(ring)),
        watched=tuple(watched),
        aside=tuple(aside),
        heard=tuple(_heard(graph, body, constituency) for constituency in graph.constituencies),
    )


def _heard(graph: "GovernanceGraph", body: str, constituency: str) -> Heard:
    lines, voice = graph.accountability, graph.voice
    speaks = voice.has_voice(body, constituency)
    above = lines.nearest_first(body)[1:]
    below, way_up = lines.nearest_below(body, lambda other: voice.has_voice(other, constituency))
    stops = (step.end for step in lines.steps_from(body)) if speaks else ()
    return Heard(
        constituency=constituency,
        standing=voice.standing(body, constituency),
        nearest_above=next((upper for upper in above if voice.has_voice(upper, constituency)), None),
        nearest_below=below,
        way_up=way_up,
        stops_at=graph.in_order({upper for upper in stops if not voice.has_voice(upper, constituency)}),
    )
