"""What the rules on votes and bars share: who votes though only councillors may, and who must not sit on a body."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govgraph.findings import Certainty, Hit
from govgraph.graph import GovernanceGraph, Membership, Presence
from govgraph.language import listed, plural
from govgraph.model import OF_THE_AUTHORITY, Capacity, Contact, Seat, Statement, StatutoryForm
from govgraph.rules._mandate import emptiness, filled_seats
from govgraph.rules._phrases import lower_first, names, silence_hit
from govgraph.rules._statute import capacities_text, capacity_parts, open_text

VOICE_WITHOUT_VOTE = (
    "Who has no vote can still be heard: as a co-opted member without a vote, or by attending, seeing the papers and "
    "speaking."
)
ON_EDUCATION = frozenset({Capacity.CHURCH_REPRESENTATIVE, Capacity.PARENT_GOVERNOR})
"""Who votes on education on some committees, by law."""


class Votes(NamedTuple):
    """The seats on a body, or contacts of it, that are not stated to be a councillor's and may vote."""

    of_others: Sequence[Presence[Seat]]
    """They vote, and are held in a capacity that is not a councillor's."""
    doubtful: Sequence[Presence[Statement]]
    """They vote, and may be a councillor's all the same."""
    silent: Sequence[Presence[Seat]]
    """Whether they vote is not stated."""

    @property
    def open_questions(self) -> list[str]:
        """What is not stated of them, each with its count."""
        questions = []
        if self.doubtful:
            which = plural(len(self.doubtful), "vote is held by a councillor", "votes are held by councillors")
            questions.append(f"whether {which}")
        if self.silent:
            which = plural(len(self.silent), "seat that may be another's has", "seats that may be others' have")
            questions.append(f"whether {which} a vote")
        return questions


def votes_on(graph: GovernanceGraph, membership: Membership, may_be: frozenset[Capacity]) -> Votes:
    """The votes on a body that are not stated to be a councillor's; `may_be`: capacities that councillors may have too.

    A champion or lead officer with a vote may be anybody: in which capacity is stated in words at most.
    """
    of_others: list[Presence[Seat]] = []
    doubtful: list[Presence[Statement]] = []
    silent: list[Presence[Seat]] = []
    for seat in membership.seats:
        if seat.part.votes is False or OF_THE_AUTHORITY & seat.part.capacities:
            continue
        if seat.part.votes is None:
            silent.append(seat)
        elif not seat.part.capacity_is_known or may_be & seat.part.capacities:
            doubtful.append(seat)
        else:
            of_others.append(seat)
    everybody = graph.voice.presences_on(membership.body)
    doubtful += [contact for contact in everybody if isinstance(contact.part, Contact) and contact.part.votes]
    return Votes(of_others, doubtful, silent)


def votes_hit(body: str, seats: Sequence[Presence[Statement]], message: str, fix: str, *, stated: bool) -> Hit:
    """A finding on the votes of some seats; the fix ends with how to be heard without a vote."""
    return Hit(
        bodies=(body,),
        parts=capacity_parts(seats),
        certainty=Certainty.of(stated=stated),
        message=message,
        witness=[seat.step for seat in seats],
        at=seats[0].at,
        fix=f"{fix} {VOICE_WITHOUT_VOTE}",
    )


def unlisted_seats_hit(graph: GovernanceGraph, bodies: Sequence[str], kind: str, question: str, remedy: str) -> Hit:
    """That bodies do not list all their seats, so whether somebody votes there unlawfully is open."""
    where = names(graph, bodies)
    return silence_hit(
        bodies,
        message=f"The list of seats is not stated to be complete for {where}, {kind}. Whether anybody votes there who "
        f"is {question}, is not stated.",
        fix=f"Find out who sits and votes on {where}, and state it (seats, membership). If somebody votes who is not a "
        f"councillor, {remedy}. {VOICE_WITHOUT_VOTE}",
    )


class Barred(NamedTuple):
    """Whom the law keeps off a body, and what to do where one sits on it."""

    capacities: frozenset[Capacity]
    words: str
    """In the singular, with its article: `a member of the executive`."""
    fix: str
    """What to do, in sentences."""
    perhaps: frozenset[Capacity] = frozenset()
    """Capacities whose holders may be barred or not."""
    unless: frozenset[Capacity] = frozenset()
    """Capacities in which a seat may be held all the same."""
    sent_by: frozenset[StatutoryForm] = frozenset()
    """Forms of bodies whose members are barred: a seat that one of these bodies holds is held by such a member."""

    def names(self, graph: GovernanceGraph) -> frozenset[str]:
        """The names of those who sit elsewhere in a barred capacity, or on a body whose members are barred.

        Whoever has one of these names may be barred: two people may have the same name.
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
    known = barred.names(graph)
    for body in graph.of_form(form):
        membership, name = graph.voice.membership(body), graph.name(body)
        fix = barred.fix.format(name=name)
        seats = [seat for seat in membership.seats if not barred.unless & seat.part.capacities]
        sent = [seat for seat in seats if _is_sent(graph, seat.part, barred)]
        held = [seat for seat in seats if barred.capacities & seat.part.capacities or seat in sent]
        perhaps = [seat for seat in seats if barred.perhaps & seat.part.capacities]
        namesakes = [seat for seat in seats if seat.part.who in known]
        if held:
            has = "has" if filled_seats(graph, held) else "provides for"
            holders = graph.in_order({seat.part.holder for seat in sent if seat.part.holder is not None})
            words = [capacities_text(held, barred.capacities), f"held by {names(graph, holders)}" if holders else ""]
            yield Hit(
                bodies=(body,),
                parts=capacity_parts(held),
                message=f"{name} {has} {barred.words} among its members, which the law forbids: "
                f"{listed([*filter(None, words)])}.{_all_empty(graph, held)}",
                witness=[seat.step for seat in held],
                at=held[0].at,
                fix=fix,
            )
        elif perhaps or namesakes or not membership.has_all_capacities:
            yield Hit(
                bodies=(body,),
                certainty=Certainty.NOT_STATED,
                message=f"Whether {barred.words} sits on {name}, which the law forbids, is not stated"
                f"{open_text(membership)}.{_possible_text(perhaps, namesakes, barred)}",
                witness=[seat.step for seat in namesakes or membership.seats],
                fix=f"Find out who sits on {name}, and in which capacity, and state it (as, membership). If "
                f"{barred.words} does: {lower_first(fix)}",
            )


def _is_sent(graph: GovernanceGraph, seat: Seat, barred: Barred) -> bool:
    """Whether a body in force whose members are barred holds the seat, and not for an officer or somebody else."""
    if seat.holder is None or graph.exclusion_reason(seat.holder) is not None:
        return False
    return graph.body(seat.holder).statutory in barred.sent_by and _may_be_a_councillor(seat)


def _may_be_a_councillor(seat: Seat) -> bool:
    return not seat.capacities or bool(OF_THE_AUTHORITY & seat.capacities)


def _all_empty(graph: GovernanceGraph, seats: Sequence[Presence[Seat]]) -> str:
    if filled_seats(graph, seats):
        return ""
    state = emptiness(graph, seats)
    if not state.alike:
        return f" Of these seats, {state.words}."
    now = " now" if seats[0].part.vacant else ""
    return f" {'The seat is' if len(seats) == 1 else 'These seats are'} {state.words}{now}."


def _possible_text(perhaps: Sequence[Presence[Seat]], namesakes: Sequence[Presence[Seat]], barred: Barred) -> str:
    """Who may be barred: by the capacity that is stated, or by the name."""
    text = ""
    if perhaps:
        text += f" Somebody sits on it as {capacities_text(perhaps, barred.perhaps)}, who may be that."
    if namesakes:
        seats = "1 seat on it is" if len(namesakes) == 1 else f"{len(namesakes)} seats on it are"
        text += f" By the name that is stated, {seats} held by {barred.words}, or by somebody of the same name."
    return text
