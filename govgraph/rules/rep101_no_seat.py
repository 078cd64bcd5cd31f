"""REP101: bodies on which a constituency has no seat, and no other way of taking part."""

from collections.abc import Iterator

from govgraph.engine import rule
from govgraph.findings import Aspect, Bodies, Hit, Message, People, Severity, say
from govgraph.findings.message import NOTHING, joined
from govgraph.graph import GovernanceGraph
from govgraph.graph.kernels import grouped
from govgraph.language import LISTED, plural_verb
from govgraph.model import relation_keys
from govgraph.rules._phrases import silence_hit
from govgraph.rules._remedies import Opening, opening
from govgraph.rules._representation import (
    BodyStanding,
    ScopeOptions,
    absences,
    gap_hit,
    no_seat_on,
    of_constituencies,
    on_successors,
    standings_in_scope,
)


@rule(code="REP101", name="no-seat", severity=Severity.ERROR, applies_to=of_constituencies, options=ScopeOptions)
def no_seat(graph: GovernanceGraph, options: ScopeOptions) -> Iterator[Hit]:
    """A group of people has no seat on a body that steers, decides, scrutinises or commissions.

    Why it matters:
        What is decided without those whom it concerns is not made with them. In 2020 Shropshire's parent carer
        forum saw that no parent carer sat on any of the three bodies at the top of a draft structure, and that this
        undermined the co-production on which the plan rested.

    Flagged:
        board: board, strategic, decides, membership complete
        forum -- sits_on[parent-carers] --> workstream
        workstream: workstream, operational, delivers

    Clean:
        board: board, strategic, decides, membership complete
        forum -- sits_on[parent-carers, voting] --> board
        workstream: workstream, operational, delivers

    How to fix:
        Ask those who appoint for a seat, with a vote where law and constitution allow. Where the law keeps a body to
        its own members, ask for co-option. Where all members are elected, ask to attend, speak and see the papers.
        Where the file is silent, find out first.
    """
    silent: dict[str, list[str]] = {}
    for gap in standings_in_scope(graph, options):
        standing = gap.standing
        if standing.has_seat or standing.empty or standing.lesser_ways:
            continue
        if _is_one_of_many(graph, gap):
            silent.setdefault(gap.constituency, []).append(gap.body)
            continue
        advisers = _advisers(graph, gap)
        message = no_seat_on(graph, gap) & absences(graph, standing)
        if not (standing.pending or on_successors(graph, gap)):
            message &= say("The file shows no other way for them to take part.")
        message &= _through(graph, gap, advisers)
        yield gap_hit(graph, gap, message, _hear(graph, gap.body, [body for _, body in advisers]))
    for constituency, bodies in silent.items():
        yield silence_hit(Aspect.MEMBERS.of(graph, bodies), constituency=constituency)


def _advisers(graph: GovernanceGraph, gap: BodyStanding) -> list[tuple[str, str]]:
    """The bodies on which people are heard that advise a body, or whose work feeds into it, each with the relation."""
    ties = [tie for tie in graph.ties_of(gap.body) if tie.relation in _ADVICE and tie.to == gap.body != tie.body]
    return [(tie.relation, tie.body) for tie in ties if graph.voice.has_voice(tie.body, gap.constituency)]


_ADVICE = ("advises", "feeds_into")


def _through(graph: GovernanceGraph, gap: BodyStanding, advisers: list[tuple[str, str]]) -> Message:
    """Through which other bodies people are heard on a body."""
    sentences, people, body = [], People.of(graph, gap.constituency), Bodies.of(graph, gap.body)
    for relation, others in grouped(advisers).items():
        words, names = relation_keys()[relation].words, Bodies.of(graph, graph.in_order(set(others)))
        through = f"{{only}} do take part in {{others}}, which [{words}|{plural_verb(words, 2)}] {{body}}."
        sentences.append(say(through, only=people, others=names, body=body))
    return joined(sentences)


def _hear(graph: GovernanceGraph, body: str, advisers: list[str]) -> Message:
    """What to ask of a body on which nobody can be given a seat, where people take part in others that advise it."""
    if not advisers or opening(graph, body) < Opening.PERHAPS:
        return NOTHING
    ask = "Ask {body} to hear {advisers} before [body:it decides|they decide]."
    return say(ask, body=Bodies.of(graph, body), advisers=Bodies.of(graph, graph.in_order(set(advisers))))


def _is_one_of_many(graph: GovernanceGraph, gap: BodyStanding) -> bool:
    """Whether a gap is one silence among very many: a finding for each group and body would fill all memory."""
    if len(graph.constituencies) <= LISTED or not gap.lacks(graph):
        return False
    return not graph.voice.is_mentioned(gap.body, gap.constituency)
