"""What the rules from law share: bodies of a statutory form, and the members whom the law asks for."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from govgraph.engine import Rule, rule
from govgraph.engine.rulebook import AppliesTo
from govgraph.findings import Authority, Basis, Certainty, Hit
from govgraph.graph import GovernanceGraph, Membership, Presence, Step
from govgraph.language import listed, with_article
from govgraph.model import Capacity, Seat, Statement, StatutoryForm
from govgraph.rules._phrases import complete_list, numbered

CCGS_END = date(2022, 6, 30)
"""The last day of Clinical Commissioning Groups: S.I. 2022/634, in force from 1 July 2022."""

HEALTH_POSTS = frozenset(
    {
        Capacity.CHIEF_EXECUTIVE,
        Capacity.ACCOUNTABLE_OFFICER,
        Capacity.CHIEF_FINANCE_OFFICER,
        Capacity.REGISTERED_NURSE,
        Capacity.SECONDARY_CARE_SPECIALIST,
        Capacity.NON_EXECUTIVE_MEMBER,
    }
)
"""Posts on boards of the health service."""
NO_FORM = "No body in force states its statutory form (statutory), so what the law asks of such bodies was not asked."
"""Why a rule from law is not asked, where no body states any form."""


def scrutiny_act(section: str, leaves_open: str) -> Authority:
    """A section of Part 1A of the Local Government Act 2000, on overview and scrutiny committees."""
    return Authority(
        title="Local Government Act 2000",
        section=section,
        address="https://legislation.gov.uk/ukpga/2000/22/part/1A/chapter/2/crossheading/"
        "overview-and-scrutiny-committees/data.xht?view=snippet&wrap=true",
        basis=Basis.LAW,
        from_=date(2012, 5, 4),
        leaves_open=leaves_open,
    )


class RequiredMember(NamedTuple):
    """A member whom the law requires, in any of these capacities."""

    capacities: frozenset[Capacity]
    words: str
    """With its article: `a director of public health`."""
    from_: date = date.min
    until: date = date.max
    perhaps: frozenset[Capacity] = frozenset()
    """Capacities whose holders may be such a member too: where one is there, it is not stated that none is."""


def required_member(
    *capacities: Capacity,
    words: str = "",
    from_: date = date.min,
    until: date = date.max,
    perhaps: Iterable[Capacity] = (),
) -> RequiredMember:
    """A member in one of these capacities; `words` where the first of them does not name it."""
    words = words or with_article(capacities[0].words)
    return RequiredMember(frozenset(capacities), words, from_, until, frozenset(perhaps))


def health_commissioners(perhaps: Iterable[Capacity]) -> tuple[RequiredMember, RequiredMember]:
    """A representative of the commissioning health service: of the group until its end, of the board after it."""
    group = "a representative of the Clinical Commissioning Group"
    board = "a representative of the Integrated Care Board"
    since = CCGS_END + timedelta(days=1)
    return (
        required_member(Capacity.CLINICAL_COMMISSIONING_GROUP, words=group, until=CCGS_END, perhaps=perhaps),
        required_member(Capacity.INTEGRATED_CARE_BOARD, words=board, from_=since, perhaps=perhaps),
    )


def law_rule(
    *, code: str, name: str, applies_to: AppliesTo, authority: Authority
) -> Callable[[Callable[..., Iterator[Hit]]], Rule]:
    """Declare a rule that rests on law or guidance: what it rests on gives the severity."""
    return rule(code=code, name=name, severity=authority.basis.severity, applies_to=applies_to, authority=authority)


def of_form(*forms: StatutoryForm) -> Callable[[Any, Any], str | None]:
    """For rules on bodies of one of these statutory forms."""

    def reason(graph: GovernanceGraph, _: Any) -> str | None:
        if any(graph.of_form(form) for form in forms):
            return None
        if not any(graph.body(body).statutory for body in graph.bodies):
            return NO_FORM
        which = listed([with_article(form.words) for form in forms], last="or")
        return f"No body in force is stated to be {which} (statutory)."

    return reason


def incomplete_bodies(graph: GovernanceGraph, form: StatutoryForm, required: Sequence[RequiredMember]) -> Iterator[Hit]:
    """A hit for each body of the form that lacks members whom the law requires on the day that is looked at."""
    for body in graph.of_form(form):
        membership = graph.voice.membership(body)
        yield from lack_hits(graph, membership, *missing_members(graph, membership, required))


def missing_members(
    graph: GovernanceGraph, membership: Membership, required: Sequence[RequiredMember]
) -> tuple[list[str], list[str]]:
    """Whom a body lacks of those required on the day, each with its article: stated, and not stated."""
    stated: list[str] = []
    silent: list[str] = []
    for member in required:
        if member.from_ <= graph.as_of <= member.until and not membership.holding(*member.capacities):
            is_fact = membership.has_all_capacities and not membership.holding(*member.perhaps)
            (stated if is_fact else silent).append(member.words)
    return stated, silent


def lack_hits(
    graph: GovernanceGraph,
    membership: Membership,
    stated: Sequence[str],
    silent: Sequence[str] = (),
    among: str = " among its members",
) -> Iterator[Hit]:
    """That a body lacks members, each given with its article; or, where that is not stated, that it may.

    There is one hit for a body; it is stated as soon as one lack is. `among` is left empty where numbers are asked for.
    """
    name, open_words = graph.name(membership.body), listed(silent, last="or")
    if stated:
        message = f"{name} does not have {listed(stated, last='or')}{among}, as the law asks."
        if silent:
            message += f" Whether it has {open_words} is not stated{open_text(membership)}."
        yield Hit(
            bodies=(membership.body,),
            parts=tuple(stated),
            message=message,
            witness=membership_evidence(graph, membership),
            fix=f"Have {listed(stated)} appointed to {name}. If somebody on it is that already, state it (as).",
        )
    elif silent:
        yield Hit(
            bodies=(membership.body,),
            parts=tuple(silent),
            certainty=Certainty.NOT_STATED,
            message=f"Whether {name} has {open_words}{among}, as the law asks, is not stated{open_text(membership)}.",
            witness=[seat.step for seat in membership.seats],
            fix=f"Find out who sits on {name}, and in which capacity, and state it (as, membership). If it lacks "
            f"{open_words}, have that put right by whoever appoints its members.",
        )


def states_count(graph: GovernanceGraph, membership: Membership) -> bool:
    """Whether the number of members is a fact of the file: all seats are listed, and no holder stands for several."""
    holders = [seat.part.holder for seat in membership.seats if seat.part.holder is not None]
    return membership.complete and not any(graph.body(holder).several for holder in holders)


def capacities_text(seats: Sequence[Presence[Seat]], wanted: Iterable[Capacity] = Capacity) -> str:
    """The capacities in which seats are held, in words, each once: `executive leader and executive member`."""
    held = {capacity for seat in seats for capacity in seat.part.capacities}.intersection(wanted)
    return listed([capacity.words for capacity in Capacity if capacity in held])


def open_text(membership: Membership) -> str:
    """Why a capacity that no seat states may be there all the same."""
    reasons = [] if membership.complete else ["the list of its seats is not stated to be complete"]
    if membership.open:
        count = len(membership.open)
        seats = "1 of its seats does" if count == 1 else f"{count} of its seats do"
        reasons.append(f"{seats} not say in which capacity it is held, or says it in other words")
    return f": {listed(reasons)}" if reasons else ""


def capacity_parts(seats: Iterable[Presence[Statement]]) -> tuple[str, ...]:
    """In which capacity each of some seats is held, in words; of several alike each with its number."""
    held = (seat.part.capacities if isinstance(seat.part, Seat) else frozenset[Capacity]() for seat in seats)
    words = (" and ".join(each.words for each in Capacity if each in capacities) for capacities in held)
    return numbered(text or "in a capacity that is not stated" for text in words)


def membership_evidence(graph: GovernanceGraph, membership: Membership) -> list[Step]:
    """Who sits on the body, and that these are all."""
    return [*(seat.step for seat in membership.seats), complete_list(graph, membership.body, "seats")]
