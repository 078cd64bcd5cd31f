"""REP103: seats without a vote on bodies that decide."""

from collections.abc import Iterator, Sequence

from govgraph.engine import rule
from govgraph.findings import Aspect, Bodies, Hit, Message, People, Severity, say
from govgraph.findings.message import NOTHING
from govgraph.graph import GovernanceGraph, Pending, Scope
from govgraph.model import Capacity, Matter, Nation, StatutoryForm
from govgraph.rules._mandate import number_of_seats
from govgraph.rules._remedies import (
    keeps_its_votes,
    members_vote,
    members_vote_text,
    outsiders_may_vote,
    outsiders_may_vote_text,
    votes_of_councillors_text,
)
from govgraph.rules._representation import (
    BodyStanding,
    ScopeOptions,
    not_yet,
    of_constituencies,
    on_successors,
    open_votes,
    standings_in_scope,
    votes_matter,
)
from govgraph.rules._terms_of_office import lapsed_terms_of


@rule(
    code="REP103",
    name="seat-without-vote",
    severity=Severity.WARNING,
    applies_to=of_constituencies,
    options=ScopeOptions,
)
def seat_without_vote(graph: GovernanceGraph, options: ScopeOptions) -> Iterator[Hit]:
    """A group of people sits on a body that decides, or on which others vote, and has no vote there.

    Why it matters:
        People who sit at the table without a vote can be heard and then outvoted by everyone else. Sometimes the law
        forbids the vote; then it should be known that the seat is a voice only.

    Flagged:
        board: board, strategic, decides
        forum -- sits_on[parent-carers, non-voting] --> board

    Clean:
        board: board, strategic, decides
        forum -- sits_on[parent-carers, voting] --> board

    How to fix:
        Ask for a vote where law and constitution allow. Where they do not, ask that what the seat says is minuted
        and answered. On a Health and Wellbeing Board in England members vote unless the council has directed otherwise
        (S.I. 2013/218, regulation 6): ask to see that direction. On committees of an Integrated Care Board people who
        are not its members may sit and vote (NHS Act 2006, Schedule 1B, paragraph 11(2)(b)).
    """
    for entry in standings_in_scope(graph, options):
        seats = entry.standing.seats
        if not seats or any(seat.part.votes for seat in seats):
            continue
        matters = votes_matter(graph, entry.body, besides=seats)
        if matters is not False:
            yield _hit(graph, entry, matters=matters)


def _hit(graph: GovernanceGraph, entry: BodyStanding, *, matters: bool | None) -> Hit:
    seats, to_come = entry.standing.seats, [pending for pending in entry.standing.pending if pending.votes]
    lapsed = [term for term in lapsed_terms_of(graph, entry.body, entry.constituency) if term.seat.part.votes]
    denied = all(seat.part.votes is False for seat in seats)
    lacks = [] if denied else [Aspect.VOTES.of(graph, entry.body)]
    lacks += [open_votes(graph, entry.body)] if matters is None else []
    lacks += [Aspect.RENEWAL.of(graph, entry.body)] if lapsed else []
    lacks += [] if entry.scope is Scope.IN else [Aspect.REMIT.of(graph, entry.body)]
    message = _message(graph, entry) if denied else members_vote_text(graph, entry.body)
    return Hit(
        bodies=(entry.body,),
        constituency=entry.constituency,
        lacks=lacks,
        message=message & not_yet(to_come) & on_successors(graph, entry, voting=True),
        witness=[seat.step for seat in seats] + [term.step for term in lapsed] + [each.step for each in to_come],
        at=seats[0].at,
        fix=NOTHING if lacks else _fix(graph, entry, to_come),
    )


def _message(graph: GovernanceGraph, entry: BodyStanding) -> Message:
    number = number_of_seats(entry.standing.seats)
    held = number.words if number.several else "a seat"
    people, body = People.of(graph, entry.constituency), Bodies.of(graph, entry.body)
    return say("{people} have {held} on {body}, but no vote.", people=people, held=held, body=body)


def _fix(graph: GovernanceGraph, entry: BodyStanding, to_come: Sequence[Pending]) -> Message:
    """How to ask for the vote, as far as law and rules allow one; where it is to come, only until then."""
    parts = {"people": People.of(graph, entry.constituency), "body": Bodies.of(graph, entry.body)}
    minute = "Ask {body} to minute what {people} say, and to answer it"
    if any(pending.begins is not None for pending in to_come):
        return say(f"{minute}, until their vote begins.", **parts)
    if to_come:
        return say("Ask {body} when the vote of {people} will be in place.", **parts) & say(f"{minute}.", **parts)
    if _votes_on_education(graph, entry):
        law = "By law, parent governor representatives vote there on questions of education."
        return say(law) & say("Ask the council to give {people} that vote.", **parts) & say(f"{minute}.", **parts)
    if keeps_its_votes(graph, entry.body):
        return say(f"{minute}.", **parts) & votes_of_councillors_text(graph, entry.body)
    law = members_vote_text(graph, entry.body)
    if members_vote(graph, entry.body):
        direction = "Ask the council to show the direction that takes the vote on {body} from {people}."
        return law & say(direction, **parts) & say("If there is none, ask {body} to let them vote.", **parts)
    if outsiders_may_vote(graph, entry.body):
        return say("Ask {body} for a vote for {people}.", **parts) & outsiders_may_vote_text(graph, entry.body)
    ask = say("Ask {body} for a vote for {people}, where the law and [body:its|their] rules allow.", **parts)
    if law:
        return ask & law & say("If that holds here, ask the council to show its direction.")
    minutes = "Where they do not, ask [body:it|them] to minute what {people} say, and to answer it."
    return ask & say(minutes, **parts) & outsiders_may_vote_text(graph, entry.body)


def _votes_on_education(graph: GovernanceGraph, entry: BodyStanding) -> bool:
    """Whether a seat is a parent governor's on education scrutiny in England: S.I. 2001/478, regulation 10."""
    body = graph.body(entry.body)
    is_education = body.statutory is StatutoryForm.OVERVIEW_AND_SCRUTINY_COMMITTEE and Matter.EDUCATION in body.covers
    held = {capacity for seat in entry.standing.seats for capacity in seat.part.capacities}
    return is_education and graph.nation_of(entry.body) is Nation.ENGLAND and Capacity.PARENT_GOVERNOR in held
