"""ACC105: bodies that answer to several others, of which not exactly one has the final say, nor all jointly."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from govgraph.engine import Options, rule
from govgraph.findings import Aspect, Bodies, Hit, Message, Severity, say
from govgraph.findings.message import joined
from govgraph.graph import ExternalAccountability, GovernanceGraph, Step, Tie
from govgraph.graph.kernels import grouped
from govgraph.language import LISTED, listed
from govgraph.model import Accountability, Body, ReportingLine, relation_keys
from govgraph.rules._phrases import silence_hit

_Line = tuple[Tie | ExternalAccountability, ReportingLine | Accountability]
"""A line as the graph has it, and what the file states of it."""


def _line(body: Body, tie: Tie) -> ReportingLine:
    line: ReportingLine = getattr(body, tie.relation)[int(tie.at[-1])]
    return line


class _End(NamedTuple):
    """A body, or somebody outside the structure, to whom a body answers: by one line or two."""

    to: str
    is_body: bool
    lines: tuple[_Line, ...]

    @property
    def leads(self) -> bool:
        """Whether it is stated to have the final say."""
        return any(stated.lead for _, stated in self.lines)

    @property
    def is_joint(self) -> bool:
        """Whether it is stated to hold the body to account together with others."""
        return any(stated.jointly for _, stated in self.lines)

    @property
    def does_not_lead(self) -> bool:
        """Whether it is stated not to have the final say."""
        return all("lead" in stated.model_fields_set and not stated.lead for _, stated in self.lines)


class _Answering:
    """To whom one body answers."""

    def __init__(self, graph: GovernanceGraph, body: str) -> None:
        keys = {key for key, relation in relation_keys().items() if relation.line}
        stated = graph.body(body)
        ties: list[Tie] = [
            tie for tie in graph.ties_of(body) if tie.body == body and tie.to != body and tie.relation in keys
        ]
        lines = grouped((tie.to, (tie, _line(stated, tie))) for tie in ties)
        exits = graph.accountability.exits_from(body)
        outside = grouped((leaving.to, (leaving, stated.accountable_to[int(leaving.at[-1])])) for leaving in exits)
        self.body = body
        self.graph = graph
        self.inside = [_End(to, True, tuple(lines[to])) for to in graph.in_order(lines)]
        self.ends = [*self.inside, *(_End(to, False, tuple(outside[to])) for to in sorted(outside))]

    @cached_property
    def leading(self) -> list[_End]:
        """Those that are stated to have the final say."""
        return [end for end in self.ends if end.leads]

    @cached_property
    def joint(self) -> list[_End]:
        """Those that are stated to hold it to account together."""
        return [end for end in self.ends if end.is_joint]

    @property
    def contradicts_itself(self) -> bool:
        """Whether more than one is stated to lead, or each is stated not to."""
        return len(self.leading) > 1 or (not self.joint and all(end.does_not_lead for end in self.ends))

    @property
    def is_settled(self) -> bool:
        """Whether one of them has the final say, or all that may have it hold the body to account together."""
        if len(self.leading) == 1:
            return True
        open_ends = [end for end in self.ends if not end.does_not_lead]
        if len(self.joint) > 1 and all(end.is_joint for end in open_ends):
            return True
        # Where every other line is denied, the one that leaves the structure leads: older files cannot say it of it.
        return not self.joint and len(open_ends) == 1 and not open_ends[0].is_body

    def names(self, ends: Iterable[_End]) -> Bodies | str:
        """Some of them in words, each once: a part that also reports to the whole has one line."""
        ends = list(ends)
        bodies = Bodies.of(self.graph, [end.to for end in ends if end.is_body])
        outside = [end.to for end in ends if not end.is_body]
        return listed([*bodies.names, *outside]) if outside else bodies

    def steps(self, ends: Iterable[_End]) -> list[Step]:
        """Their lines as evidence."""
        return [line.step for end in ends for line, _ in end.lines]

    @property
    def facts(self) -> Message:
        """To whom it answers, and with which of them the file leaves something open."""
        body = Bodies.of(self.graph, self.body)
        fact = say("{body} [answers|answer] to {ends}.", body=body, ends=self.names(self.ends))
        if not self.joint:
            return fact
        others = [end for end in self.ends if not end.is_joint]
        if len(self.joint) == 1:
            lone = "Only the line to {joint} is marked as joint, so it is not clear with whom."
            return fact & say(lone, joint=self.names(self.joint))
        left = "The lines to {joint} are marked as joint, but not the line to {others}."
        return fact & say(left, joint=self.names(self.joint), others=self.names(others))


def _several(graph: GovernanceGraph) -> list[_Answering]:
    """The governance bodies that answer to two others or more.

    A line that leaves the structure does not make the second: left out of the file, it would take the finding with it.
    It does where lines are marked as leading or joint: then the file itself speaks of several.
    """
    bodies = [_Answering(graph, body) for body in graph.governance_bodies]
    return [each for each in bodies if len(each.inside) > 1 or each.joint or len(each.leading) > 1]


def _of_several(graph: GovernanceGraph, options: Options) -> str | None:
    return None if _several(graph) else "No board, committee or group in the file answers to two other bodies or more."


@rule(code="ACC105", name="several-lines-without-lead", severity=Severity.WARNING, applies_to=_of_several)
def several_lines_without_lead(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A body answers to two others or more, and it is not clear who has the final say.

    It is clear where exactly one of them leads, or where it is agreed that they hold the body to account jointly.

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
        Ask the bodies above to agree which of them has the final say, and give its line `lead: true`. If they agree to
        hold the body to account together, give each of the lines `jointly: true`.
    """
    silent, alone = [], []
    for each in _several(graph):
        if each.contradicts_itself:
            yield _stated(each)
        elif len(each.ends) == 1:
            alone.append(each)
        elif not each.is_settled:
            silent.append(each)
    if silent:
        yield _not_stated(Aspect.FINAL_SAY, silent)
    if alone:
        yield _not_stated(Aspect.ALSO_REPORTS_TO, alone)


def _stated(each: _Answering) -> Hit:
    body, ends, leaders = Bodies.of(each.graph, each.body), each.names(each.ends), each.names(each.leading)
    fault = "{body} [answers|answer] to {ends}, and {leaders} each have the final say."
    if not each.leading:
        fault = "{body} [answers|answer] to {ends}, and none of them has the final say."
    concerned = each.leading or each.ends
    return Hit(
        bodies=(each.body,),
        message=say(fault, body=body, ends=ends, leaders=leaders),
        witness=each.steps(concerned),
        fix=say("Ask {ends} to agree who has the final say over {body}.", ends=each.names(concerned), body=body),
    )


def _not_stated(aspect: Aspect, silent: list[_Answering]) -> Hit:
    """One finding for all: a file that leaves this out leaves it out everywhere."""
    return silence_hit(
        aspect.of(silent[0].graph, [each.body for each in silent]),
        message=joined(each.facts for each in silent[:LISTED]),
        witness=[step for each in silent for step in each.steps(each.ends)],
        at=silent[0].ends[0].lines[0][0].at,
    )
