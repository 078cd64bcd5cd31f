"""Remedies that are possible and lawful: how people can be heard on a body, whom to ask, and which law decides."""

import re
from collections.abc import Sequence
from datetime import date
from enum import IntEnum

from govgraph.findings import Bodies, Message, People, say
from govgraph.findings.message import NOTHING
from govgraph.graph import ExclusionReason, GovernanceGraph, Pending, Presence
from govgraph.model import OF_THE_AUTHORITY, Appointment, Kind, Nation, Role, Seat, StatutoryForm
from govgraph.rules._councils import COUNCIL_FORMS
from govgraph.rules._legislation import ENGLAND, ENGLAND_AND_WALES

_VOTES_OF_COUNCILLORS = {
    StatutoryForm.COUNCIL_COMMITTEE: ENGLAND_AND_WALES,
    StatutoryForm.AUDIT_COMMITTEE: ENGLAND,
    StatutoryForm.OVERVIEW_AND_SCRUTINY_COMMITTEE: ENGLAND,
}
"""Where the law gives votes on a body to councillors, unless an exemption or a scheme says otherwise.

Local Government and Housing Act 1989, section 13(1) and (4); Local Government Act 2000, section 9FA(4) and (5).
"""
_BOARD_MEMBERS_VOTE = date(2013, 4, 1)
"""From when on members of a Health and Wellbeing Board vote unless the council directs: S.I. 2013/218, regulation 6."""
_BOARD_COMMITTEES = date(2022, 7, 1)
"""From when on others may sit on an Integrated Care Board's committees: NHS Act 2006, Schedule 1B, paragraph 11(2)."""


class Opening(IntEnum):
    """How people can come to be heard on a body, the best way first."""

    SEAT = 0
    CO_OPTION = 1
    PERHAPS = 2
    """It answers to voters, or all seats listed are of elected members; the file leaves open whether all are."""
    NO_SEAT = 3
    """Only elected members sit there, so nobody can be given a seat."""


def opening(graph: GovernanceGraph, body: str) -> Opening:
    """How people can come to be heard on a body."""
    form, nation = graph.body(body).statutory, graph.nation_of(body)
    if form in COUNCIL_FORMS:
        return Opening.NO_SEAT
    if form in _VOTES_OF_COUNCILLORS:
        return Opening.CO_OPTION if _may_be(nation, ENGLAND_AND_WALES) else Opening.SEAT
    # Others than councillors may sit on a Health and Wellbeing Board: 2012 Act, section 194(2)(g) and (8).
    if _is_wellbeing_board(graph, body) and _may_be(nation, ENGLAND):
        return Opening.SEAT
    membership = graph.voice.membership(body)
    seats = [seat.part for seat in membership.seats]
    if seats and all(map(_is_elected, seats)):
        return Opening.NO_SEAT if membership.complete else Opening.PERHAPS
    may_be_elected = not any(
        seat.as_ or seat.on_behalf_of or seat.appointed_by for seat in seats if not _is_elected(seat)
    )
    if may_be_elected and any(_VOTERS.search(leaving.to) for leaving in graph.accountability.exits_from(body)):
        return Opening.PERHAPS
    return Opening.SEAT


def _may_be(nation: Nation | None, territory: frozenset[Nation]) -> bool:
    """Whether a nation is one of some, or is not stated."""
    return nation is None or nation in territory


def _is_wellbeing_board(graph: GovernanceGraph, body: str) -> bool:
    """Whether a body is a Health and Wellbeing Board, or a committee of one."""
    form = StatutoryForm.HEALTH_AND_WELLBEING_BOARD
    return graph.body(body).statutory is form or committee_of(graph, body, form) is not None


_VOTERS = re.compile(r"\b(voters?|electors?|electorate)\b", re.IGNORECASE)
_ELECTED = re.compile(
    r"(publicly |directly )?elected( (board|council|public|school board))?"
    r"( (member|councillor|commissioner|mayor|official|representative|supervisor|trustee)s?)?"
    r"|(.* )?elected by (the )?(voters|electors|electorate|public)( .*)?",
    re.IGNORECASE,
)


def _is_elected(seat: Seat) -> bool:
    """Whether a seat is held by somebody whom voters elected, or by a councillor."""
    if seat.on_behalf_of is not None:
        return False
    return bool(OF_THE_AUTHORITY & seat.capacities) or any(_ELECTED.fullmatch(text.strip()) for text in seat.as_)


def keeps_its_votes(graph: GovernanceGraph, body: str) -> bool:
    """Whether the law gives votes on a body to councillors, or may, as the file leaves open in which nation it is."""
    form, nation = graph.body(body).statutory, graph.nation_of(body)
    if form in COUNCIL_FORMS:
        return True
    return form in _VOTES_OF_COUNCILLORS and (nation is None or nation in _VOTES_OF_COUNCILLORS[form])


def ask_for_a_seat(
    graph: GovernanceGraph, people: People, *bodies: str, when: str = "", or_else: bool = False
) -> Message:
    """How to ask for a seat for people on one of these bodies, or to be heard where nobody can be given one.

    It asks where a seat can be had, fits the part that they take already, names who appoints, and asks for no vote that
    the law keeps from them. `when`: `If {people} have none, `. `or_else`: also what to ask for if there is no seat.
    """
    best = min(opening(graph, body) for body in bodies)
    where = [body for body in bodies if opening(graph, body) is best]
    names, who = Bodies.of(graph, where), "them" if when else "{people}"
    ask = f"{when}ask {{body}}" if len(where) == 1 else f"{when}ask one of {{body}}"
    if best is Opening.SEAT:
        return _seat(graph, people, where, when, or_else=or_else)
    if best is Opening.CO_OPTION:
        return say(f"{ask} to co-opt {who}.", people=people, body=names) & votes_of_councillors_text(graph, where[0])
    attend = "speak" if _attends(graph, people, where) else "attend, speak"
    hear = f"{ask} to let {who} {attend} and see the papers"
    if best is Opening.PERHAPS:
        also = f"If not all members of {{body}} are elected, ask for a seat for {who} too."
        return say(f"{hear}.", people=people, body=names) & say(also, people=people, body=names)
    return say(f"{hear}: only elected members sit there.", people=people, body=names)


def _attends(graph: GovernanceGraph, people: People, bodies: Sequence[str]) -> bool:
    """Whether people attend these bodies already, and so are not to ask to attend."""
    return all(graph.voice.standing(body, who).attends for body in bodies for who in people.ids)


def _seat(graph: GovernanceGraph, people: People, where: Sequence[str], when: str, *, or_else: bool) -> Message:
    """How to ask for a seat where others than elected members sit: whom, and with which vote."""
    names, who = Bodies.of(graph, where), "them" if when else "{people}"
    attend = "speak" if _attends(graph, people, where) else "attend"
    rest = say(f"If not, ask for co-option, or to {attend} and see papers.") if or_else else NOTHING
    if len(where) > 1:
        return say(f"{when}ask one of {{body}} for a seat for {who}{_VOTE}.", people=people, body=names) & rest
    body = where[0]
    to_come = [
        pending for each in people.ids for pending in graph.voice.standing(body, each).pending if pending.is_seat
    ]
    if to_come:
        return _until_it_begins(people, names, to_come[0], f"{when}ask {{body}}", who, attend)
    ask, asked = f"{when}ask {{body}} for a seat for {who}{_VOTE}.", appointer(graph, body)
    if asked is not None and asked != body:
        appoints = f"{which(graph, asked)} [appoints|appoint] to {{body}}"
        ask = f"{when}ask {{asked}}, {appoints}, for a seat there for {who}{_VOTE}."
    # Where nobody knows in which nation the body is, it is enough to say that the law decides.
    law = members_vote_text(graph, body) if members_vote(graph, body) else NOTHING
    law &= outsiders_may_vote_text(graph, body)
    return say(ask, people=people, body=names, asked=Bodies.of(graph, asked or body)) & rest & law


_VOTE = ", with a vote if law and rules allow"


def _until_it_begins(people: People, body: Bodies, to_come: Pending, ask: str, who: str, attend: str) -> Message:
    """What to ask for where a seat is stated that begins later, or that is not settled."""
    if to_come.begins is not None:
        attend = attend if attend == "speak" else "attend, speak"
        return say(f"{ask} to let {who} {attend} and see the papers until their seat begins.", people=people, body=body)
    status = "agreed" if to_come.reason is ExclusionReason.AGREED else "proposed"
    return say(f"{ask} when the seat that is {status} for {who} will be in place.", people=people, body=body)


def _law_runs(graph: GovernanceGraph, body: str, since: date) -> bool | None:
    """Whether a law of England applies to a body; None where the file does not say in which nation that is."""
    nation = graph.nation_of(body)
    if graph.as_of < since or nation not in (None, Nation.ENGLAND):
        return False
    return None if nation is None else True


def members_vote(graph: GovernanceGraph, body: str) -> bool | None:
    """Whether members of a body vote unless the council directs otherwise: on a Health and Wellbeing Board in England.

    None where it is one, and the file does not say in which nation.
    """
    return _law_runs(graph, body, _BOARD_MEMBERS_VOTE) if _is_wellbeing_board(graph, body) else False


def outsiders_may_vote(graph: GovernanceGraph, body: str) -> bool | None:
    """Whether others than its members may sit and vote on a committee of an Integrated Care Board; None as above."""
    is_one = committee_of(graph, body, StatutoryForm.INTEGRATED_CARE_BOARD) is not None
    return _law_runs(graph, body, _BOARD_COMMITTEES) if is_one else False


def members_vote_text(graph: GovernanceGraph, body: str) -> Message:
    """That members of a board vote unless the council directs otherwise; nothing where that is no law."""
    runs, unless = members_vote(graph, body), "vote, unless the council has directed otherwise."
    if runs is False:
        return NOTHING
    law = f"By law, members of {{only}} {unless}"
    if runs is None:
        law = f"If {{only}} [is|are] in England, [only:its|their] members {unless}"
    return say(law, only=Bodies.of(graph, body))


def outsiders_may_vote_text(graph: GovernanceGraph, body: str) -> Message:
    """That others than its members may vote on a committee of an Integrated Care Board; nothing if that is no law."""
    runs, board = outsiders_may_vote(graph, body), committee_of(graph, body, StatutoryForm.INTEGRATED_CARE_BOARD)
    if runs is False or board is None:
        return NOTHING
    law = "people who are not members of {only} may sit and vote on its committees."
    return say(f"By law, {law}" if runs else f"In England, {law}", only=Bodies.of(graph, board))


def committee_of(graph: GovernanceGraph, body: str, form: StatutoryForm) -> str | None:
    """The board of some form whose committee a body is; None where it is none, or has a form in law of its own."""
    stated = graph.body(body)
    if stated.kind is not Kind.COMMITTEE or stated.statutory is not None:
        return None
    return next((board for board in graph.wholes_of(body) if graph.body(board).statutory is form), None)


def votes_of_councillors_text(graph: GovernanceGraph, body: str) -> Message:
    """Which law keeps votes on a council's committee to councillors; where another law applies, whom to ask."""
    form, nation = graph.body(body).statutory, graph.nation_of(body)
    if form not in _VOTES_OF_COUNCILLORS:
        return say("Only elected members vote there.")
    territory = _VOTES_OF_COUNCILLORS[form]
    no_vote = "co-opted members need a scheme or an exemption to vote."
    if nation in territory:
        return say(f"By law, {no_vote}")
    if nation is not None:
        return say("Ask the council whether co-opted members may vote there.")
    return say(f"In England{' and Wales' if territory == ENGLAND_AND_WALES else ''}, {no_vote}")


def which(graph: GovernanceGraph, body: str) -> str:
    """The pronoun of a body in a clause: `the Superintendent, who appoints`, `the council, which appoints`."""
    return "who" if graph.body(body).kind is Kind.POST else "which"


def appointer(graph: GovernanceGraph, body: str) -> str | None:
    """The one body in place that appoints to the seats on a body; None where none or several do.

    Who sends somebody to a seat of its own, or speaks for people, does not appoint the others.
    """
    groups = graph.structure.constituencies.values()
    speakers = {speaker for group in groups for speaker in group.represented_by}
    seats = [seat.part for seat in graph.voice.membership(body).seats]
    filled_by = {seat.appointed_by: seat for seat in seats if seat.appointed_by not in (None, seat.holder, *speakers)}
    named = {chooser for chooser in filled_by if chooser and graph.exclusion_reason(chooser) is None}
    if len(named) != 1:
        return None if named else _appointing_body(graph, body)
    (chooser,) = named
    chosen = [seat for seat in seats if seat.appointed_by == chooser]
    is_theirs = any(seat.on_behalf_of is not None for seat in chosen) or len(chosen) * 2 >= len(seats)
    return chooser if is_theirs else None


def _appointing_body(graph: GovernanceGraph, body: str) -> str | None:
    """The one body that is stated to appoint the members of a body, and not only its chair."""
    ties = [tie for tie in graph.ties_of(body) if tie.relation == "appoints" and tie.to == body]
    named = {tie.body for tie in ties if _appoints_members(graph.body(tie.body).appoints[int(tie.at[-1])])}
    return next(iter(named)) if len(named) == 1 else None


def _appoints_members(appointment: Appointment) -> bool:
    return appointment.role in (None, Role.MEMBER)


def ask_to_fill(graph: GovernanceGraph, people: People, bodies: Bodies, seats: Sequence[Presence[Seat]]) -> Message:
    """How to have vacant seats of people filled: by whoever appoints to them, else by the people themselves."""
    (chooser,) = choosers if len(choosers := {seat.part.appointed_by for seat in seats}) == 1 else (None,)
    groups = graph.structure.constituencies
    is_theirs = any(chooser in groups[who].represented_by for who in people.ids)
    if chooser is None or is_theirs or graph.exclusion_reason(chooser) is not None:
        return say("Ask {people} who they will send to {where}, and what keeps them away.", people=people, where=bodies)
    ask = f"Ask {{asked}}, {which(graph, chooser)} [appoints|appoint], to fill {{seats}} for {{people}} on {{where}}."
    words = "the seat" if len(seats) == 1 else "the seats"
    return say(ask, asked=Bodies.of(graph, chooser), seats=words, people=people, where=bodies)
