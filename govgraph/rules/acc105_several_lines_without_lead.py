"""ACC105: bodies that answer to several others, of which not exactly one has the final say."""

from collections.abc import Iterator
from typing import NamedTuple

from govgraph.engine import Options, rule
from govgraph.findings import Aspect, Bodies, Hit, Severity, say
from govgraph.findings.message import joined
from govgraph.graph import ExternalAccountability, GovernanceGraph, Step, Tie
from govgraph.language import LISTED, listed
from govgraph.model import relation_keys
from govgraph.rules._phrases import silence_hit


class _Lines(NamedTuple):
    """The lines of accountability of a body: those to other bodies, and those that leave the structure."""

    body: str
    ties: tuple[Tie, ...]
    exits: tuple[ExternalAccountability, ...]

    def ends(self, graph: GovernanceGraph) -> Bodies | str:
        """To whom it answers, each once: a part that also reports to the whole has one line."""
        bodies, outside = Bodies.of(graph, graph.in_order({tie.to for tie in self.ties})), self.exits
        return listed([*bodies.names, *sorted({leaving.to for leaving in outside})]) if outside else bodies

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
    return None if _several(graph) else "No board, committee or group in the file answers to two other bodies or more."


@rule(code="ACC105", name="several-lines-without-lead", severity=Severity.WARNING, applies_to=_of_several)
def several_lines_without_lead(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A body answers to two others or more, and not exactly one of them has the final say.

    Why it matters:
        A body that answers to two others can get two different instructions, and each of the two can wait for the
        other to act. When it matters, nobody knows who has the final say.

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
        Ask the bodies above to agree which of them has the final say, and give its line `lead: true`. Where somebody
        outside the structure has it (`accountable_to`), give every other line `lead: false`.
    """
    silent = []
    for lines in _several(graph):
        leading = graph.in_order({tie.to for tie in graph.leading_lines(lines.body) if tie.to != lines.body})
        exits = {leaving.to for leaving in lines.exits}
        if len(leading) > 1 or (not leading and not exits and _denied(graph, lines)):
            yield _stated(graph, lines, leading)
        # Where every other line is denied, the one that leaves the structure leads: it cannot state it of itself.
        elif not leading and not (len(exits) == 1 and _denied(graph, lines)):
            silent.append(lines)
    if silent:
        yield _not_stated(graph, silent)


def _denied(graph: GovernanceGraph, lines: _Lines) -> bool:
    """Whether every line to another body is stated not to lead."""
    stated = (graph.body(lines.body).relations(tie.relation)[int(tie.at[-1])] for tie in lines.ties)
    return all("lead" in relation.model_fields_set and not relation.lead for relation in stated)


def _stated(graph: GovernanceGraph, lines: _Lines, leading: tuple[str, ...]) -> Hit:
    body, ends, leaders = Bodies.of(graph, lines.body), lines.ends(graph), Bodies.of(graph, leading)
    fault = "{body} [answers|answer] to {ends}, and {leaders} [has|each have] the final say."
    return Hit(
        bodies=(lines.body,),
        message=say(fault, body=body, ends=ends, leaders=leaders if leading else "none of them"),
        witness=[tie.step for tie in lines.ties if tie.to in leading or not leading],
        fix=say("Ask {ends} to agree who has the final say over {body}.", ends=leaders if leading else ends, body=body),
    )


def _not_stated(graph: GovernanceGraph, silent: list[_Lines]) -> Hit:
    """One finding for all: a file that leaves this out leaves it out everywhere."""
    return silence_hit(
        Aspect.FINAL_SAY.of(graph, [lines.body for lines in silent]),
        message=joined(
            say("{body} [answers|answer] to {ends}.", body=Bodies.of(graph, lines.body), ends=lines.ends(graph))
            for lines in silent[:LISTED]
        ),
        witness=[step for lines in silent for step in lines.steps()],
        at=silent[0].ties[0].at,
    )
