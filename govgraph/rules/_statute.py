"""What the rules from law share: bodies of a statutory form, and the members whom the law asks for."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain, repeat
from typing import NamedTuple

from govgraph.engine import Options, Rule, rule
from govgraph.engine.rulebook import AppliesTo
from govgraph.findings import Aspect, Authority, Bodies, Hit, Lack, Message, counted, say
from govgraph.findings.message import NOTHING, joined
from govgraph.graph import GovernanceGraph, Membership, Presence, Step, seat_count, seat_count_is_known
from govgraph.language import listed, with_article
from govgraph.model import Capacity, Seat, Statement, StatutoryForm
from govgraph.model.capacities import nearest_capacities, parse_capacity
from govgraph.model.scalars import loose_name
from govgraph.rules._mandate import states_its_roles
from govgraph.rules._phrases import complete_list, numbered
from govgraph.rules._terms_of_office import lapsed_terms

CCGS_END = date(2022, 6, 30)
"""The last day of Clinical Commissioning Groups: Health and Care Act 2022, Schedule 4, in force from 1 July 2022."""

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
NO_FORM = "No body in place says what it is in law, such as a Health and Wellbeing Board."
"""Why a rule from law is not asked, where no body states any form."""
RECORD_THEM = say("If such members are already there, record that.")
_MOST_WORDS = 15
"""How many words the members in one sentence may have together."""
_MOST_TEXTS = 5
"""How many capacities in words of their own one sentence names."""
_ALIKE = 0.75
"""How like a capacity that rules know a text must be to be taken for it: a wrong guess would name another member."""


class Wording(NamedTuple):
    """How it is said that members are missing; `{members}` are those that fit one sentence, `{body}` is their body."""

    needs: str
    """The first sentence where the file leaves open whether they are there."""
    needs_too: str
    lacks: str
    """The first sentence where the file shows that they are not."""
    lacks_either: str
    rule: str = ""
    """What follows `lacks`."""


BY_LAW = Wording(
    "{body} [needs|need] {members} by law.",
    "[body:It needs|They need] {members} too.",
    "{body} [does|do] not have {members}, which the law asks for.",
    "[body:It does|They do] not have {members} either.",
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
    sender: StatutoryForm | None = None
    """The form of a body that sends such a member, where its seat names no capacity."""

    def may_be(self, seat: Seat) -> bool:
        """Whether a seat is held in a capacity in which such a member is there, or may be."""
        return bool((self.capacities | self.perhaps) & seat.capacities)

    def is_on(self, graph: GovernanceGraph, membership: Membership) -> bool:
        """Whether the body lists such a member."""
        return bool(membership.holding(*self.capacities)) or any(self._sends(graph, seat) for seat in membership.seats)

    def _sends(self, graph: GovernanceGraph, seat: Presence[Seat]) -> bool:
        if self.sender is None or seat.part.holder is None or seat.part.as_:
            return False
        return graph.body(seat.part.holder).statutory is self.sender


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
    since, may_be = CCGS_END + timedelta(days=1), frozenset(perhaps)
    group = frozenset({Capacity.CLINICAL_COMMISSIONING_GROUP}), "a representative of the Clinical Commissioning Group"
    board = frozenset({Capacity.INTEGRATED_CARE_BOARD}), "a representative of the Integrated Care Board"
    return (
        RequiredMember(*group, until=CCGS_END, perhaps=may_be, sender=StatutoryForm.CCG_GOVERNING_BODY),
        RequiredMember(*board, from_=since, perhaps=may_be, sender=StatutoryForm.INTEGRATED_CARE_BOARD),
    )


def law_rule(
    *, code: str, name: str, applies_to: AppliesTo, authority: Authority
) -> Callable[[Callable[..., Iterator[Hit]]], Rule]:
    """Declare a rule that rests on law or guidance: what it rests on gives the severity."""
    return rule(code=code, name=name, severity=authority.basis.severity, applies_to=applies_to, authority=authority)


def nothing_to_ask(graph: GovernanceGraph, reason: str) -> str:
    """Why a rule from law is not asked: for a reason of its own, or as no body states any form."""
    return reason if any(graph.body(body).statutory for body in graph.bodies) else NO_FORM


def of_form(*forms: StatutoryForm) -> AppliesTo:
    """For rules on bodies of one of these statutory forms."""

    def reason(graph: GovernanceGraph, options: Options) -> str | None:
        if any(graph.of_form(form) for form in forms):
            return None
        which = listed([with_article(form.words) for form in forms], last="or")
        return nothing_to_ask(graph, f"No body in place is listed as {which}.")

    return reason


@dataclass
class MissingMembers:
    """The members whom the law requires and a body does not list, each with its article: stated, and not stated."""

    graph: GovernanceGraph
    membership: Membership
    stated: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    lacks: list[Lack] = field(default_factory=list)
    perhaps: set[Capacity] = field(default_factory=set)
    """Capacities whose holders may be such members."""

    def add(self, words: str, lacks: Sequence[Lack], perhaps: Iterable[Capacity] = ()) -> None:
        """Add a member; `lacks` is what the file would have to say to make a fact of it."""
        (self.silent if lacks else self.stated).append(words)
        self.lacks += lacks
        self.perhaps.update(perhaps)

    def add_required(self, required: Iterable[RequiredMember]) -> None:
        """Add those of the required members whom the law asks for on the day, and whom the body does not list."""
        for member in required:
            if member.from_ <= self.graph.as_of <= member.until and not member.is_on(self.graph, self.membership):
                lacks = open_lacks(self.graph, self.membership, self.membership.holding(*member.perhaps))
                lacks += _renewal_lacks(self.graph, self.membership, member.may_be)
                self.add(member.words, lacks, member.perhaps)

    def hits(self, ask: str, also: Message = NOTHING, wording: Wording = BY_LAW) -> Iterator[Hit]:
        """One hit where members are missing, a fact as soon as one is: `ask` whom for them, and what it says `also`."""
        body, seats, lacks = Bodies.of(self.graph, self.membership.body), self.membership.seats, self.lacks
        message = _in_sentences(wording.needs, wording.needs_too, self.silent, body)
        message &= who_may_be(seats, self.perhaps, "such a member") & unknown_capacities(self.graph, body.ids[0], seats)
        witness, fix = [seat.step for seat in seats], NOTHING
        if self.stated:
            message = _in_sentences(wording.lacks, wording.lacks_either, self.stated, body, last="or")
            message &= (say(wording.rule, body=body) if wording.rule else NOTHING) & also
            witness, lacks = membership_evidence(self.graph, self.membership), []
            fix = _in_sentences(ask, ask, self.stated, body) & RECORD_THEM
        parts = tuple(self.stated or self.silent)
        if parts:
            yield Hit(bodies=body.ids, parts=parts, lacks=lacks, message=message, witness=witness, fix=fix)


def _in_sentences(first: str, then: str, words: Sequence[str], body: Bodies, last: str = "and") -> Message:
    """Sentences about members, as many as it takes to keep each short; what is in brackets after `or` is left out."""
    rows: list[list[str]] = []
    for each in (text.partition(" (or ")[0] for text in words):
        if not rows or len(" ".join([*rows[-1], each]).split()) > _MOST_WORDS:
            rows.append([])
        rows[-1].append(each)
    pairs = zip(chain([first], repeat(then)), rows, strict=False)
    return joined(say(template, members=listed(row, last=last), body=body) for template, row in pairs)


def incomplete_bodies(
    graph: GovernanceGraph, form: StatutoryForm, required: Sequence[RequiredMember], ask: str
) -> Iterator[Hit]:
    """A hit for each body of the form that lacks members whom the law requires on the day that is looked at."""
    for body in graph.of_form(form):
        missing = MissingMembers(graph, graph.voice.membership(body))
        missing.add_required(required)
        yield from missing.hits(ask)


def open_lacks(graph: GovernanceGraph, membership: Membership, may_be: Collection[Presence[Seat]] = ()) -> list[Lack]:
    """What the file would have to say to show that nobody sits there in a capacity; nothing where it says it.

    `may_be` are seats whose holders may have that capacity too.
    """
    lacks = [] if membership.complete else [Aspect.MEMBERS.of(graph, membership.body)]
    return [*lacks, Aspect.CAPACITIES.of(graph, membership.body)] if membership.open or may_be else lacks


def _renewal_lacks(graph: GovernanceGraph, membership: Membership, is_theirs: Callable[[Seat], bool]) -> list[Lack]:
    """That a seat past its last day, which is theirs, may have been renewed; nothing where there is none."""
    lapsed = any(is_theirs(term.seat.part) for term in lapsed_terms(graph, membership.body))
    return [Aspect.RENEWAL.of(graph, membership.body)] if lapsed else []


def chair_lacks(graph: GovernanceGraph, membership: Membership) -> list[Lack]:
    """What the file would have to say to show that a body has no seat for a chair, where it lists none as one."""
    lacks = [] if membership.complete else [Aspect.MEMBERS.of(graph, membership.body)]
    # A seat may be the chair's in words that rules do not know.
    if any(seat.part.as_ for seat in membership.open):
        lacks.append(Aspect.CAPACITIES.of(graph, membership.body))
    lacks += _renewal_lacks(graph, membership, lambda seat: seat.role.chairs)
    # A vacant seat whose role is left empty may be the chair's: its place is there.
    if lacks or states_its_roles(graph, membership, membership.seats):
        return lacks
    return [Aspect.CHAIR.of(graph, membership.body)]


def who_may_be(seats: Sequence[Presence[Seat]], perhaps: Collection[Capacity], what: str) -> Message:
    """That somebody sits on a body in a capacity that may include another; nothing where nobody does."""
    capacities = capacities_text([seat for seat in seats if not seat.part.vacant], perhaps)
    if not capacities:
        return NOTHING
    return say("Somebody sits there as {capacities}, and may be {what}.", capacities=capacities, what=what)


def unknown_capacities(graph: GovernanceGraph, body: str, seats: Iterable[Presence[Seat]]) -> Message:
    """Which of these seats state a capacity in words that rules do not know; nothing where none does."""
    unknown = [seat for seat in seats if any(parse_capacity(text) is None for text in seat.part.as_)]
    texts = list(dict.fromkeys(text for seat in unknown for text in seat.part.as_ if parse_capacity(text) is None))
    if not texts:
        return NOTHING
    shown = [f"“{text}”{_nearest_capacity(text)}" for text in texts[:_MOST_TEXTS]]
    return say(
        "{seats} on {body} [seats:has|have] a capacity that govgraph does not know: {texts}.",
        seats=counted(seat_count(unknown), "seat"),
        body=Bodies.of(graph, body),
        texts=listed(shown, len(texts)),
    )


def _nearest_capacity(text: str) -> str:
    near = [capacity for capacity in nearest_capacities(text, _ALIKE) if _begins_like(text, capacity)]
    return f" (write “{near[0].words.casefold()}”)" if near else ""


def _begins_like(text: str, capacity: Capacity) -> bool:
    """Whether a text begins like a name of the capacity, word by word.

    A word before it makes it another: `trust chief executive`, `deputy director of public health`.
    """
    words, names = loose_name(text).split(), (capacity.value, capacity.words, *capacity.other_words)
    return any(
        len(name) <= len(words) and all(map(_are_alike, words, name))
        for name in (loose_name(each).split() for each in names)
    )


def _are_alike(word: str, other: str) -> bool:
    from difflib import SequenceMatcher  # few files need it

    return SequenceMatcher(a=word, b=other).ratio() >= _ALIKE


def states_count(graph: GovernanceGraph, membership: Membership) -> bool:
    """Whether the number of members is a fact: all are listed, and no seat or holder stands for an open number."""
    holders = [seat.part.holder for seat in membership.seats if seat.part.holder is not None]
    several = any(graph.body(holder).several for holder in holders)
    return membership.complete and not several and seat_count_is_known(membership.seats)


def capacities_text(seats: Sequence[Presence[Seat]], wanted: Iterable[Capacity] = Capacity) -> str:
    """The capacities in which seats are held, in words, each once: `executive leader and executive member`."""
    held = {capacity for seat in seats for capacity in seat.part.capacities}.intersection(wanted)
    return listed([capacity.words for capacity in Capacity if capacity in held])


def capacity_parts(seats: Iterable[Presence[Statement]]) -> tuple[str, ...]:
    """In which capacity each of some seats is held, in words; of several alike each with its number."""
    held = (seat.part.capacities if isinstance(seat.part, Seat) else frozenset[Capacity]() for seat in seats)
    words = (" and ".join(each.words for each in Capacity if each in capacities) for capacities in held)
    return numbered(text or "in a capacity that is not stated" for text in words)


def membership_evidence(graph: GovernanceGraph, membership: Membership) -> list[Step]:
    """Who sits on the body, and that these are all."""
    return [*(seat.step for seat in membership.seats), complete_list(graph, membership.body, "seats")]
