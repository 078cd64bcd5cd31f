"""What the rules on votes and bars share: who votes though only councillors may, and who must not sit on a body."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from govgraph.findings import Aspect, Bodies, Hit, Lack, Message, counted, say
from govgraph.findings.message import NOTHING, Count
from govgraph.graph import GovernanceGraph, Membership, Presence, filled_seats, seat_count, seat_count_is_known
from govgraph.language import listed
from govgraph.model import OF_THE_AUTHORITY, Capacity, Contact, Seat, Statement, StatutoryForm
from govgraph.rules._capacities import capacities_text, capacity_parts, holders_text, unknown_capacities, who_may_be
from govgraph.rules._mandate import emptiness
from govgraph.rules._phrases import silence_hit
from govgraph.rules._statute import open_lacks

VOICE_WITHOUT_VOTE = say(
    "People can be heard without a vote: as co-opted members, or by attending, seeing the papers and speaking."
)
_FOR_THE_AUTHORITY = frozenset({Capacity.LOCAL_AUTHORITY})
"""Who speaks for a local authority may be one of its councillors."""


class Votes(NamedTuple):
    """The seats on a body, or contacts of it, that are not stated to be a councillor's and may vote."""

    of_others: list[Presence[Seat]]
    """They vote, and are held in a capacity that is not a councillor's."""
    doubtful: list[Presence[Seat]]
    """They vote, and may be a councillor's."""
    contacts: list[Presence[Statement]]
    """They vote, and may be anybody."""
    silent: list[Presence[Seat]]
    """The file does not say whether they vote."""

    @property
    def open(self) -> list[Presence[Statement]]:
        """Those of which the file leaves open whether somebody votes who is not a councillor."""
        return [*self.doubtful, *self.contacts, *self.silent]

    def lacks(self, graph: GovernanceGraph, body: str) -> list[Lack]:
        """What the file would have to say of those that are open, and of the votes of others."""
        seats = [seat.part for seat in (*self.doubtful, *self.silent)]
        known = [seat for seat in seats if seat.capacity_is_known and not _FOR_THE_AUTHORITY & seat.capacities]
        is_open = {
            Aspect.VOTING_SCHEME: bool(self.of_others),
            Aspect.VOTES: bool(self.silent),
            Aspect.CAPACITIES: len(known) < len(seats),
            Aspect.CONTACT: bool(self.contacts),
        }
        return [aspect.of(graph, body) for aspect in is_open if is_open[aspect]]

    def facts(self, graph: GovernanceGraph, body: str) -> Message:
        """What the file states of those that are open."""
        seats = [*self.doubtful, *self.silent]
        may_be = who_may_be(Bodies.of(graph, body), seats, _FOR_THE_AUTHORITY, "a councillor")
        return may_be & unknown_capacities(graph, body, seats)


def votes_on(graph: GovernanceGraph, membership: Membership) -> Votes:
    """The votes on a body that are not stated to be a councillor's.

    A champion or lead officer with a vote may be anybody: in which capacity is stated in words at most.
    """
    everybody = graph.voice.presences_on(membership.body)
    votes = Votes([], [], [each for each in everybody if isinstance(each.part, Contact) and each.part.votes], [])
    for seat in membership.seats:
        if seat.part.votes is False or OF_THE_AUTHORITY & seat.part.capacities:
            continue
        if seat.part.votes is None:
            votes.silent.append(seat)
        elif not seat.part.capacity_is_known or _FOR_THE_AUTHORITY & seat.part.capacities:
            votes.doubtful.append(seat)
        else:
            votes.of_others.append(seat)
    return votes


def votes_hits(
    graph: GovernanceGraph,
    bodies: Iterable[str],
    votes_of: Callable[[GovernanceGraph, Membership], Votes],
    law: Callable[[GovernanceGraph, Sequence[str]], Message],
    fix: Message,
    exempt: Message = NOTHING,
) -> Iterator[Hit]:
    """A hit for each of some bodies on which somebody who is not a councillor votes or may vote.

    There is one for all that do not list all seats. No vote is a breach for a fact: a file cannot state the law that
    may give it. `law` says it of bodies; `exempt`, where there are such votes, what gives them.
    """
    unlisted = []
    for body in bodies:
        membership = graph.voice.membership(body)
        votes, name = votes_of(graph, membership), Bodies.of(graph, body)
        seats = [*votes.of_others, *votes.open]
        if seats:
            yield Hit(
                bodies=(body,),
                parts=capacity_parts(seats),
                lacks=votes.lacks(graph, body),
                message=_of_others(name, votes.of_others)
                & law(graph, [body])
                & (exempt if votes.of_others else NOTHING)
                & votes.facts(graph, body),
                witness=[seat.step for seat in seats],
                at=seats[0].at,
                fix=fix & VOICE_WITHOUT_VOTE if votes.of_others else NOTHING,
            )
        elif not membership.complete:
            unlisted.append(body)
    if unlisted:
        all_lacks = (aspect.of(graph, unlisted) for aspect in (Aspect.MEMBERS, Aspect.VOTES))
        yield silence_hit(*all_lacks, message=law(graph, unlisted))


def _of_others(body: Bodies, seats: Sequence[Presence[Seat]]) -> Message:
    if not seats:
        return NOTHING
    gives = "{body} [gives|give] {votes} to [votes:somebody who is not a councillor|people who are not councillors]"
    votes = counted(seat_count(seats), "vote") if seat_count_is_known(seats) else Count("votes", 2)
    return say(f"{gives}: {{who}}.", body=body, votes=votes, who=capacities_text(seats))


class Barred(NamedTuple):
    """Whom the law keeps off a body, and what to do where one sits on it."""

    capacities: frozenset[Capacity]
    words: str
    """In the singular, with its article: `a member of the executive`."""
    fix: Message
    """What to do."""
    perhaps: frozenset[Capacity] = frozenset()
    """Capacities whose holders may be barred or not."""
    unless: frozenset[Capacity] = frozenset()
    """Capacities in which a seat may be held in any case."""
    sent_by: frozenset[StatutoryForm] = frozenset()
    """Forms of bodies whose members are barred: a seat that one of these bodies holds is held by such a member."""

    def bars(self, seat: Seat) -> bool:
        """Whether a seat is held in a barred capacity, and in no words that may mean one in which it may be held."""
        return bool(self.capacities & seat.capacities) and (seat.capacity_is_known or not self.unless)

    def names(self, graph: GovernanceGraph) -> frozenset[str]:
        """The names of those who sit elsewhere in a barred capacity, or on a body whose members are barred.

        Who has one of these names may be barred: two people may have the same name.
        """
        return frozenset(
            seat.part.who
            for body in graph.bodies
            for seat in graph.voice.membership(body).seats
            if self.capacities & seat.part.capacities
            or (graph.body(body).statutory in self.sent_by and _may_be_a_councillor(seat.part))
        ) - {""}


def barred_members(graph: GovernanceGraph, form: StatutoryForm, barred: Barred) -> Iterator[Hit]:
    """A hit for each body of the form on which somebody sits whom the law keeps off it, or may sit."""
    known, same = barred.names(graph), "{members} there [members:has|have] the same name as {barred}."
    for body in graph.of_form(form):
        membership = graph.voice.membership(body)
        seats = [seat for seat in membership.seats if not barred.unless & seat.part.capacities]
        sent = [seat for seat in seats if _is_sent(graph, seat.part, barred)]
        senders = {seat.part.holder for seat in sent if seat.part.holder is not None}
        held = [seat for seat in seats if barred.bars(seat.part) or seat in sent]
        perhaps = [seat for seat in seats if barred.perhaps & seat.part.capacities]
        namesakes = [seat for seat in seats if seat.part.who in known]
        lacks = open_lacks(graph, membership, perhaps)
        lacks += [Aspect.SAME_PERSON.of(graph, body)] if namesakes else []
        if held:
            yield Hit(
                bodies=(body,),
                parts=capacity_parts(held),
                message=_who_sits_there(graph, body, held, holders_text(held, barred.capacities), senders),
                witness=[seat.step for seat in held],
                at=held[0].at,
                fix=barred.fix,
            )
        elif lacks:
            yield Hit(
                bodies=(body,),
                lacks=lacks,
                message=say("By law, {barred} may not sit on {body}.", barred=barred.words, body=Bodies.of(graph, body))
                & who_may_be(Bodies.of(graph, body), perhaps, barred.perhaps, barred.words)
                & (say(same, members=counted(len(namesakes), "member"), barred=barred.words) if namesakes else NOTHING)
                & unknown_capacities(graph, body, seats),
                witness=[seat.step for seat in namesakes or membership.seats],
            )


def _is_sent(graph: GovernanceGraph, seat: Seat, barred: Barred) -> bool:
    """Whether a body in place whose members are barred holds the seat, and not for an officer or somebody else."""
    if seat.holder is None or graph.exclusion_reason(seat.holder) is not None:
        return False
    return graph.body(seat.holder).statutory in barred.sent_by and _may_be_a_councillor(seat)


def _may_be_a_councillor(seat: Seat) -> bool:
    return not seat.capacities or bool(OF_THE_AUTHORITY & seat.capacities)


def _who_sits_there(
    graph: GovernanceGraph, body: str, held: Sequence[Presence[Seat]], capacities: str, senders: set[str]
) -> Message:
    """Who is barred and sits there; where nobody fills the seats, that they are there, and why they are empty."""
    who = listed([*filter(None, ["{capacities}" if capacities else "", "somebody from {senders}" if senders else ""])])
    filled, seats = filled_seats(graph, held), counted(seat_count(held), "seat")
    places = "[seats:a member|members]" if filled else "[seats:a seat for a person|seats for people]"
    message = say(
        f"{{body}} [has|have] {places} who by law may not sit there: {who}.",
        body=Bodies.of(graph, body),
        seats=seats,
        capacities=capacities,
        senders=Bodies.of(graph, graph.in_order(senders)),
    )
    if filled:
        return message
    state = emptiness(graph, held)
    which = "[seats:The seat is|These seats are]" if state.alike else "Of these seats,"
    return message & say(f"{which} {{state}}.", seats=seats, state=state.words)
