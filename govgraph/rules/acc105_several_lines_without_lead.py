"""ACC105: bodies that answer to several, none of whom is stated to have the last word."""

from collections.abc import Iterator
from typing import NamedTuple

from govgraph.engine import Options, rule
from govgraph.findings import Hit, Severity
from govgraph.graph import ExternalAccountability, GovernanceGraph, Step, Tie
from govgraph.language import listed
from govgraph.model import relation_keys
from govgraph.rules._phrases import is_singular, names, silence_hit


class _Lines(NamedTuple):
    """The lines of accountability of a body: those to other bodies, and those that leave the structure."""

    body: str
    ties: tuple[Tie, ...]
    exits: tuple[ExternalAccountability, ...]

    def ends(self, graph: GovernanceGraph) -> list[str]:
        """To whom it answers, each once: a part that also reports to the whole has one line."""
        ends = graph.in_order({tie.to for tie in self.ties})
        return [*(graph.name(end) for end in ends), *sorted({leaving.to for leaving in self.exits})]

    def steps(self) -> list[Step]:
        """All of them, as evidence."""
        return [*(tie.step for tie in self.ties), *(leaving.step for leaving in self.exits)]


def _several(graph: GovernanceGraph) -> list[_Lines]:
    """The governance bodies that answer to two others or more.

    A line that leaves the structure does not make the second: left out of the file, it would take the finding with it.
    """
    keys = {key for key, relation in relation_keys().items() if relation.line}
    several = []
    for body in graph.governance_bodies:
        ties = [tie for tie in graph.ties_of(body) if tie.body == body and tie.to != body and tie.relation in keys]
        if len({tie.to for tie in ties}) > 1:
            several.append(_Lines(body, tuple(ties), tuple(graph.accountability.exits_from(body))))
    return several


def _of_several(graph: GovernanceGraph, options: Options) -> str | None:
    return None if _several(graph) else "No governance body in force is stated to answer to two others or more."


@rule(code="ACC105", name="several-lines-without-lead", severity=Severity.WARNING, applies_to=_of_several)
def several_lines_without_lead(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A body answers to two or more, and not exactly one of its lines leads.

    Why it matters:
        Whoever answers to two can be told two things, and each of the two can wait for the other to act. When it
        matters, nobody knows who has the last word.

    Flagged:
        board -- reports_to --> council
        board -- reports_to --> trust
        council: organisation
        trust: organisation

    Clean:
        board -- reports_to[leading] --> council
        board -- reports_to --> trust
        council: organisation
        trust: organisation

    How to fix:
        Agree which of them has the last word, and state `lead: true` of that line. Where that is somebody outside
        the structure (`accountable_to`), state `lead: false` of every other line.
    """
    silent = []
    for lines in _several(graph):
        leading = graph.in_order({tie.to for tie in graph.leading_lines(lines.body) if tie.to != lines.body})
        exits = {leaving.to for leaving in lines.exits}
        if len(leading) > 1:
            yield _too_many(graph, lines, leading)
        elif not leading and not exits and _denied(graph, lines):
            yield _none(graph, lines)
        # Where every other line is denied, the one that leaves the structure leads: it cannot state it of itself.
        elif not leading and not (len(exits) == 1 and _denied(graph, lines)):
            silent.append(lines)
    if silent:
        yield _not_stated(graph, silent)


def _denied(graph: GovernanceGraph, lines: _Lines) -> bool:
    """Whether every line to another body is stated not to lead."""
    stated = (graph.body(lines.body).relations(tie.relation)[int(tie.at[-1])] for tie in lines.ties)
    return all("lead" in relation.model_fields_set and not relation.lead for relation in stated)


def _too_many(graph: GovernanceGraph, lines: _Lines, leading: tuple[str, ...]) -> Hit:
    name, ends = graph.name(lines.body), listed(lines.ends(graph))
    return Hit(
        bodies=(lines.body,),
        message=f"{name} answers to {ends}, and each of its lines to {names(graph, leading)} is stated to lead.",
        witness=[tie.step for tie in lines.ties if tie.to in leading],
        fix=f"Agree whether {listed([graph.name(end) for end in leading], last='or')} has the last word on {name}, and "
        "state of that line alone that it leads (lead).",
    )


def _none(graph: GovernanceGraph, lines: _Lines) -> Hit:
    name, ends = graph.name(lines.body), lines.ends(graph)
    return Hit(
        bodies=(lines.body,),
        message=f"{name} answers to {listed(ends)}, and it is stated of each of these lines that it does not lead: "
        "nobody has the last word.",
        witness=[tie.step for tie in lines.ties],
        fix=f"Have it agreed whether {listed(ends, last='or')} has the last word on {name}, and state it (lead).",
    )


def _not_stated(graph: GovernanceGraph, silent: list[_Lines]) -> Hit:
    """One finding for all: a file that leaves this out leaves it out everywhere."""
    bodies = [lines.body for lines in silent]
    who = listed([f"{graph.name(lines.body)} (to {listed(lines.ends(graph))})" for lines in silent])
    answer = "answers" if is_singular(graph, bodies) else "answer"
    return silence_hit(
        bodies,
        message=f"Who has the last word is not stated where {who} {answer} to more than one.",
        witness=[step for lines in silent for step in lines.steps()],
        fix="Find out which of them has the last word, and state that this line leads (lead). Where nobody knows, have "
        "it agreed before it matters.",
        at=silent[0].ties[0].at,
    )
