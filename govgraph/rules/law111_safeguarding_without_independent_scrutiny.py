"""LAW111: safeguarding partnerships that nobody independent scrutinises."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum
from typing import NamedTuple

from govgraph.engine import Options
from govgraph.findings import Aspect, Bodies, Hit, Message, say
from govgraph.findings.message import NOTHING
from govgraph.graph import GovernanceGraph, Presence, Step
from govgraph.graph.kernels import walk
from govgraph.model import OF_THE_AUTHORITY, Capacity, Kind, Seat, StatutoryForm
from govgraph.rules._capacities import unknown_capacities
from govgraph.rules._legislation import english_law
from govgraph.rules._partners import Partner, belongs_to_a_partner, partners_with
from govgraph.rules._phrases import complete_list
from govgraph.rules._scrutiny import oversight
from govgraph.rules._statute import law_rule, membership_evidence, of_form, open_lacks

_FORM = StatutoryForm.SAFEGUARDING_PARTNERSHIP
_MAY_BE_INDEPENDENT = {Capacity.LAY_MEMBER, Capacity.NON_EXECUTIVE_MEMBER}
_OF_A_PARTNER = OF_THE_AUTHORITY | {
    Capacity.LOCAL_AUTHORITY,
    Capacity.DIRECTOR_OF_CHILDRENS_SERVICES,
    Capacity.INTEGRATED_CARE_BOARD,
    Capacity.CLINICAL_COMMISSIONING_GROUP,
    Capacity.CHIEF_OFFICER_OF_POLICE,
}
"""Who is there for a partner is not independent of it, whatever else the file says."""
_AUTHORITY = english_law(
    "Children Act 2004",
    "section 16G(3)",
    "ukpga/2004/31/section/16G",
    from_=date(2018, 6, 29),
    checked=date(2026, 11, 29),
    leaves_open="The law asks for scrutiny by an independent person, and does not say who is one. This "
    "rule takes nobody for independent who speaks for a partner, and no committee of a partner or part of the "
    "partnership.",
)
_LAW = "By law, somebody independent must scrutinise how well the partners of {body} work together."


@law_rule(
    code="LAW111", name="safeguarding-without-independent-scrutiny", applies_to=of_form(_FORM), authority=_AUTHORITY
)
def safeguarding_without_independent_scrutiny(graph: GovernanceGraph, options: Options) -> Iterator[Hit]:
    """A safeguarding partnership has no independent scrutiny.

    Why it matters:
        The partners judge their own work when a child has come to harm. The law asks for somebody independent of them
        who looks at whether they do what they should. One of the partners cannot do that, nor can its own committee.

    Flagged:
        structure: nation england
        partnership: partnership, statutory safeguarding_partnership, membership complete, lines complete
        somebody -- sits_on[as local_authority, chair] --> partnership
        somebody -- sits_on[as chief_officer_of_police] --> partnership

    Clean:
        structure: nation england
        partnership: partnership, statutory safeguarding_partnership, membership complete, lines complete
        somebody -- sits_on[as local_authority, chair] --> partnership
        somebody -- sits_on[as chief_officer_of_police] --> partnership
        somebody -- attends[as independent_person] --> partnership

    How to fix:
        Record which independent person sits on the partnership or attends it (`independent`), or who scrutinises it
        (`scrutinised_by`). For a body that scrutinises, record who on it is independent, or that it is a reviewer from
        outside. If there is nobody, ask the partners to appoint somebody.
    """
    partners = partners_with(Capacity.DIRECTOR_OF_CHILDRENS_SERVICES, graph.as_of)
    for body in graph.of_form(_FORM):
        seats = graph.voice.members_and_attendees(body)
        scrutinisers = _scrutinisers(graph, body, partners)
        is_met = any(scrutiniser.is_independent is _Independent.YES for scrutiniser in scrutinisers)
        if not is_met and not any(map(_is_filled_by_somebody_independent, seats)):
            yield _hit(graph, body, seats, scrutinisers)


class _Independent(Enum):
    """Whether a body that scrutinises is independent of the partners."""

    YES = "yes"
    OPEN = "open"
    OF_A_PARTNER = "of a partner"
    PART_OF_IT = "part of it"


class _Scrutiniser(NamedTuple):
    body: str
    is_independent: _Independent
    step: Step


def _scrutinisers(graph: GovernanceGraph, body: str, partners: Sequence[Partner]) -> list[_Scrutiniser]:
    """The bodies that scrutinise a partnership, each with whether it is independent."""
    seats = graph.voice.members_and_attendees(body)
    known = [seat.part.holder for seat in seats if any(partner.is_on(graph, [seat]) for partner in partners)]
    holders = [holder for holder in known if holder is not None]
    lines = [tie for tie in graph.scrutiny.lines() if tie.body == body and tie.to != body]
    return [_Scrutiniser(tie.to, _independence(graph, body, tie.to, holders), tie.step) for tie in lines]


def _independence(graph: GovernanceGraph, body: str, scrutiniser: str, partners: Sequence[str]) -> _Independent:
    seats, found = graph.voice.members_and_attendees(scrutiniser), _Independent.OPEN
    if body in walk([scrutiniser], graph.wholes_of):
        # A part of the partnership may consist of independent people, as long as nobody says who sits there.
        is_closed = graph.voice.membership(scrutiniser).complete and not any(_may_be_independent(s.part) for s in seats)
        found = _Independent.PART_OF_IT if is_closed else _Independent.OPEN
    elif belongs_to_a_partner(graph, scrutiniser, partners):
        found = _Independent.OF_A_PARTNER
    elif graph.body(scrutiniser).kind is Kind.REVIEWER or any(map(_is_filled_by_somebody_independent, seats)):
        return _Independent.YES
    return _Independent.OPEN if any(map(_is_filled_by_somebody_independent, seats)) else found


def _is_independent(seat: Seat) -> bool:
    stated = seat.independent or (seat.independent is None and Capacity.INDEPENDENT_PERSON in seat.capacities)
    return bool(stated) and not _OF_A_PARTNER & seat.capacities


def _is_filled_by_somebody_independent(seat: Presence[Seat]) -> bool:
    return not seat.part.vacant and _is_independent(seat.part)


def _may_be_independent(seat: Seat) -> bool:
    """Whether it is not stated if its holder is independent, and no capacity says that it is another's."""
    known = seat.capacity_is_known and not seat.capacities <= _MAY_BE_INDEPENDENT
    contradicts = bool(seat.independent) and bool(_OF_A_PARTNER & seat.capacities)
    return contradicts or (seat.independent is None and not seat.vacant and not known)


def _hit(
    graph: GovernanceGraph, body: str, seats: Sequence[Presence[Seat]], scrutinisers: Sequence[_Scrutiniser]
) -> Hit:
    membership, name = graph.voice.membership(body), Bodies.of(graph, body)
    notes = _who_scrutinises(graph, body, scrutinisers) & oversight(graph, body)
    # The law asks for arrangements: a place that waits for somebody may be part of them.
    is_vacant = any(seat.part.vacant and _is_independent(seat.part) for seat in seats)
    if is_vacant:
        notes = say("A place on {body} for somebody independent is vacant.", body=name) & notes
    steps = [scrutiniser.step for scrutiniser in scrutinisers]
    lacks = open_lacks(graph, membership)
    is_open = any(scrutiniser.is_independent is _Independent.OPEN for scrutiniser in scrutinisers)
    is_open |= not graph.lines_are_complete(body) or any(_may_be_independent(seat.part) for seat in seats)
    if lacks or is_open or is_vacant:
        return Hit(
            bodies=(body,),
            lacks=[Aspect.INDEPENDENT_SCRUTINY.of(graph, body), *lacks],
            message=say(_LAW, body=name) & notes & unknown_capacities(graph, body, seats),
            witness=[*steps, *(seat.step for seat in seats)],
            fix=_record_reviewers(graph, scrutinisers),
        )
    return Hit(
        bodies=(body,),
        message=say("{body} [has|have] no independent scrutiny, though the law asks for it.", body=name) & notes,
        witness=[*steps, *membership_evidence(graph, membership), complete_list(graph, body, "lines")],
        fix=say("Ask the partners to appoint somebody independent to scrutinise {body}.", body=name)
        & say("If somebody already does, record that."),
    )


def _record_reviewers(graph: GovernanceGraph, scrutinisers: Sequence[_Scrutiniser]) -> Message:
    """How to record that a post or organisation which scrutinises is independent: no seat on it can say so."""
    kinds = (Kind.POST, Kind.ORGANISATION)
    is_open = (each for each in scrutinisers if each.is_independent is _Independent.OPEN)
    who = Bodies.of(graph, [each.body for each in is_open if graph.body(each.body).kind in kinds])
    if not who.ids:
        return NOTHING
    return say(
        "If {who} [is|are] independent of the partners, record [who:it as a reviewer|them as reviewers].", who=who
    )


_SCRUTINY = {
    _Independent.OPEN: "{who} [scrutinises|scrutinise] {body}.",
    _Independent.OF_A_PARTNER: (
        "{who} [scrutinises|scrutinise] {body}, but [who:is a partner or part of one|are partners or parts of one]."
    ),
    _Independent.PART_OF_IT: "{who} [scrutinises|scrutinise] {body}, but [who:is|are] part of [body:it|them].",
}


def _who_scrutinises(graph: GovernanceGraph, body: str, scrutinisers: Sequence[_Scrutiniser]) -> Message:
    """Who scrutinises a partnership, and why that may not be enough."""
    message = NOTHING
    for how, template in _SCRUTINY.items():
        who = [scrutiniser.body for scrutiniser in scrutinisers if scrutiniser.is_independent is how]
        if who:
            message &= say(template, who=Bodies.of(graph, who), body=Bodies.of(graph, body))
    return message
