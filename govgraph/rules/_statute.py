"""What the rules from law share: bodies of a statutory form, and the members whom the law asks for."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain, repeat
from typing import NamedTuple

from govgraph.engine import Options, Rule, rule
from govgraph.engine.rulebook import AppliesTo
from govgraph.findings import Aspect, Authority, Bodies, Hit, Lack, Message, say
from govgraph.findings.message import NOTHING, Part, joined
from govgraph.graph import GovernanceGraph, Membership, Presence, Step, seat_count_is_known, states_its_roles
from govgraph.language import listed, with_article
from govgraph.model import Capacity, Seat, StatutoryForm
from govgraph.rules._capacities import unknown_capacities, who_may_be
from govgraph.rules._phrases import complete_list
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
ALL_MEMBERS = "all members whom the law asks for"
"""Who is to be found where several are missing: a remedy may be read without the finding that names them."""
RECORD_THEM = say("If the file leaves somebody out, record them.")
_MOST_WORDS = 15
"""How many words the members in one sentence may have together."""


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
    "[body:It also needs|They also need] {members}.",
    "{body} [does|do] not have {members}, which the law asks for.",
    "Nor [body:does it|do they] have {members}.",
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
    words = words or capacities[0].holder
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
        message = _as_one(_in_sentences(wording.needs, wording.needs_too, self.silent, body))
        message &= who_may_be(body, seats, self.perhaps, "one of the members whom the law asks for")
        message &= unknown_capacities(self.graph, body.ids[0], seats)
        witness, fix = [seat.step for seat in seats], NOTHING
        if self.stated:
            message = _in_sentences(wording.lacks, wording.lacks_either, self.stated, body, last="or")
            message &= (say(wording.rule, body=body) if wording.rule else NOTHING) & also
            witness, lacks = membership_evidence(self.graph, self.membership), []
            rows = _rows(self.stated)
            members = listed(rows[0]) if len(rows) == 1 else ALL_MEMBERS
            fix = say(ask, members=members, body=body) & RECORD_THEM
        parts = tuple(self.stated or self.silent)
        if parts:
            yield Hit(bodies=body.ids, parts=parts, lacks=lacks, message=message, witness=witness, fix=fix)


def _rows(words: Sequence[str]) -> list[list[str]]:
    """Members in rows for a sentence each, short enough to read; what is in brackets after `or` is left out."""
    rows: list[list[str]] = []
    for each in (text.partition(" (or ")[0] for text in words):
        row = [*rows[-1], each] if rows else [each]
        # In a row of its own, the `or` of a member is not taken for that of the list.
        if not rows or any(" or " in member for member in row) or len(" ".join(row).split()) > _MOST_WORDS:
            rows.append([each])
        else:
            rows[-1].append(each)
    return rows


def _in_sentences(first: str, then: str, words: Sequence[str], body: Bodies, last: str = "and") -> Message:
    """Sentences about members, as many as it takes to keep each short."""
    pairs = zip(chain([first], repeat(then)), _rows(words), strict=False)
    return joined(say(template, members=listed(row, last=last), body=body) for template, row in pairs)


def _as_one(message: Message) -> Message:
    """Sentences that stand together wherever one of them is shown, as below a question."""
    if len(message.sentences) <= 1:
        return message
    templates: list[str] = []
    parts: dict[str, Part] = {}
    for number, sentence in enumerate(message.sentences):
        templates.append(sentence.template.replace("{members}", f"{{members_{number}}}"))
        parts |= {f"members_{number}" if name == "members" else name: part for name, part in sentence.parts.items()}
    return say(" ".join(templates), **parts)


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


def states_count(graph: GovernanceGraph, membership: Membership) -> bool:
    """Whether the number of members is a fact: all are listed, and no seat or holder stands for an open number."""
    holders = [seat.part.holder for seat in membership.seats if seat.part.holder is not None]
    several = any(graph.body(holder).several for holder in holders)
    return membership.complete and not several and seat_count_is_known(membership.seats)


def membership_evidence(graph: GovernanceGraph, membership: Membership) -> list[Step]:
    """Who sits on the body, and that these are all."""
    return [*(seat.step for seat in membership.seats), complete_list(graph, membership.body, "seats")]
