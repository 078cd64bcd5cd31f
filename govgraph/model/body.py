"""A body, a board, committee, group or organisation: its ties, its duties, and who takes part in it, and how."""

from functools import cache
from typing import Annotated, NamedTuple

from pydantic import Field, model_validator

from govgraph.model.capacities import Capacity, CapacityText, parse_capacity
from govgraph.model.composition import Composition
from govgraph.model.numbers import PositiveNumber
from govgraph.model.scalars import (
    BodyId,
    ConstituencyId,
    PartialDate,
    Text,
    Truth,
    one_or_more,
    plain_name,
    refuse_whole,
)
from govgraph.model.statement import Accountability, Ownership, Relation, ReportingLine, Statement
from govgraph.model.vocabulary import (
    GOVERNANCE_KINDS,
    Activity,
    Completeness,
    Kind,
    Level,
    Matter,
    Nation,
    Role,
    StatutoryForm,
)

_Person = Annotated[
    Text | None,
    Field(description="A name. This is personal data: outputs leave it out unless you ask for it.", repr=False),
]


class Seat(Statement):
    """A place on a body, or several alike. Advisers, attendees and observers attend it, but hold no seat."""

    noun = "seat"
    on_behalf_of: Annotated[
        ConstituencyId | None, Field(description="The constituency (group of people) that this seat speaks for.")
    ] = None
    holder: Annotated[BodyId | None, Field(description="The body that fills the seat, if known.")] = None
    vacant: Annotated[Truth, Field(description="Whether nobody fills it now: yes or no.")] = False
    count: Annotated[
        PositiveNumber, Field(description="How many seats alike this entry stands for; one, if you write nothing.")
    ] = 1
    several: Annotated[
        Truth, Field(description="Whether it stands for several seats whose number is not known: yes or no.")
    ] = False
    role: Annotated[Role, Field(description="The role of its holder; member, if you write nothing.")] = Role.MEMBER
    votes: Annotated[Truth | None, Field(description="Whether it has a vote, if known: yes or no.")] = None
    appointed_by: Annotated[BodyId | None, Field(description="The body that chooses who fills it, if known.")] = None
    as_: Annotated[
        tuple[CapacityText, ...],
        one_or_more(str),
        Field(alias="as", description="The capacities in which it is held: councillor, lay member."),
    ] = ()
    independent: Annotated[
        Truth | None, Field(description="Whether its holder is independent, if known: yes or no.")
    ] = None
    person: _Person = None

    @model_validator(mode="after")
    def _has_a_seat_where_it_votes(self) -> "Seat":
        if self.votes and self.role.attends_only:
            role = self.role.words
            raise refuse_whole(f"has a vote, but its role is {role}. An {role} has no vote: change one of the two")
        return self

    @model_validator(mode="after")
    def _counts_what_is_alike(self) -> "Seat":
        if self.several and self.count > 1:
            raise refuse_whole(f"stands for {self.count} seats and for a number that is not known; keep one of the two")
        if self.person and (self.several or self.count > 1):
            raise refuse_whole("stands for several seats, but names one person; give that person a seat of their own")
        return self

    @property
    def who(self) -> str:
        """The name of the person who holds it, as names are compared; empty where none is stated."""
        return plain_name(self.person or "")

    @property
    def role_is_stated(self) -> bool:
        """Whether it says in which role it is held: a role that is left empty may be any."""
        return "role" in self.model_fields_set

    @property
    def capacities(self) -> frozenset[Capacity]:
        """Those of its capacities that rules ask for."""
        return frozenset(known for known in map(parse_capacity, self.as_) if known is not None)

    @property
    def capacity_is_known(self) -> bool:
        """Whether it is stated in which capacity it is held, and in no other words than rules know."""
        return bool(self.as_) and all(parse_capacity(text) is not None for text in self.as_)


class Contact(Statement):
    """A champion or lead officer: a route for a group of people, never a seat."""

    noun = "contact"
    for_: Annotated[
        ConstituencyId, Field(alias="for", description="The constituency (group of people) that it is a route for.")
    ]
    title: Annotated[Text | None, Field(description="What the contact is called: SEND Champion.")] = None
    post: Annotated[Text | None, Field(description="The post that its holder has: Cabinet member.")] = None
    senior: Annotated[
        Truth | None, Field(description="Whether its holder is a senior decision maker, if known: yes or no.")
    ] = None
    votes: Annotated[
        Truth | None, Field(description="Whether its holder has a vote on the body, if known: yes or no.")
    ] = None
    vacant: Annotated[Truth, Field(description="Whether nobody fills it now: yes or no.")] = False
    person: _Person = None


class TakingPart(Statement):
    """A group of people that a body consults or informs, or that has no seat on it."""

    noun = "way of taking part"
    shorthand = "constituency"
    constituency: Annotated[ConstituencyId, Field(description="The id of the constituency.")]
    on: Annotated[Text | None, Field(description="What it is consulted on, or informed about.")] = None


ACTIVITIES_IN_SCOPE = frozenset({Activity.DECIDES, Activity.SCRUTINISES, Activity.COMMISSIONS})
"""What a body does that makes it one on which people should be heard, whatever its level."""


class Appointment(Relation):
    """That a body appoints to another, and to which role: most often its chair. It is no line of accountability."""

    noun = "appointment"
    shorthand = "to"
    role: Annotated[Role | None, Field(description="The role to which it appoints there: chair.")] = None
    removes: Annotated[
        Truth | None, Field(description="Whether it can also remove whom it appoints, if known: yes or no.")
    ] = None

    @property
    def details(self) -> str:
        """To which role it appoints, and whether it can remove: `the chair, and can remove them`; empty if unknown."""
        role = f"the {self.role.words}" if self.role is not None else ""
        can = {True: "can remove them", False: "cannot remove them", None: ""}[self.removes]
        return ", and ".join(filter(None, (role or (can and "members"), can)))


class RelationWords(NamedTuple):
    """Marks a key of a body as a relation: how a person says it, and whether accountability runs along it."""

    words: str
    line: bool = False


_Ties = Annotated[tuple[Relation, ...], one_or_more(Relation | str)]
_Lines = Annotated[tuple[ReportingLine, ...], one_or_more(ReportingLine | str)]
_Appointments = Annotated[tuple[Appointment, ...], one_or_more(Appointment | str)]
_Parts = Annotated[tuple[TakingPart, ...], one_or_more(TakingPart | str)]
_Owned = Annotated[tuple[Ownership, ...], one_or_more(Ownership | str)]


class Body(Statement):
    """A board, committee or group, an organisation, or whatever else the structure is made of."""

    noun = "body"
    name: Annotated[Text, Field(description="The full name.")]
    kind: Annotated[Kind, Field(description="What it is.")]
    other_names: Annotated[tuple[Text, ...], one_or_more(str), Field(description="Short names and former names.")] = ()
    several: Annotated[
        Truth, Field(description="Whether this entry stands for several bodies without names: yes or no.")
    ] = False
    level: Annotated[tuple[Level, ...], one_or_more(Level), Field(description="The level at which it works.")] = ()
    does: Annotated[tuple[Activity, ...], one_or_more(Activity), Field(description="What it does, if known.")] = ()
    statutory: Annotated[StatutoryForm | None, Field(description="The statutory form that it has, if any.")] = None
    nation: Annotated[
        Nation | None, Field(description="Where it is, if not where the file says that the structure is.")
    ] = None
    covers: Annotated[
        tuple[Matter, ...],
        one_or_more(Matter),
        Field(
            description="All that it deals with, where the law asks: education, health, crime and disorder, or others."
        ),
    ] = ()
    purpose: Annotated[Text | None, Field(description="What it is for.")] = None
    decisions: Annotated[tuple[Text, ...], one_or_more(str), Field(description="What it decides.")] = ()
    meets: Annotated[Text | None, Field(description="How often it meets.")] = None
    quorum: Annotated[Text | None, Field(description="How many must be present, and who among them.")] = None
    substitutes: Annotated[
        Truth | None, Field(description="Whether members may send a substitute, if known: yes or no.")
    ] = None
    substitutes_limit: Annotated[
        Text | None, Field(description="What limits substitutes, in words: one for each member, with no vote.")
    ] = None
    open_ended: Annotated[Truth, Field(description="Whether no last day is set for it: yes or no.")] = False
    review_by: Annotated[PartialDate | None, Field(description="The date by which it should be reviewed.")] = None
    terms: Annotated[Text | None, Field(description="The address of its terms of reference.")] = None

    reports_to: Annotated[
        _Lines, RelationWords("reports to", line=True), Field(description="The bodies it reports to.")
    ] = ()
    part_of: Annotated[
        _Lines, RelationWords("is part of", line=True), Field(description="The body it is a part of.")
    ] = ()
    accountable_to: Annotated[
        tuple[Accountability, ...],
        one_or_more(Accountability | str),
        Field(description="Those outside this structure to whom it answers, in words."),
    ] = ()
    scrutinised_by: Annotated[
        _Ties, RelationWords("is scrutinised by"), Field(description="The bodies that scrutinise it.")
    ] = ()
    overseen_by: Annotated[
        _Ties, RelationWords("is overseen by"), Field(description="The bodies that oversee it.")
    ] = ()
    advises: Annotated[_Ties, RelationWords("advises"), Field(description="The bodies it advises.")] = ()
    feeds_into: Annotated[_Ties, RelationWords("feeds into"), Field(description="The bodies its work feeds into.")] = ()
    works_with: Annotated[_Ties, RelationWords("works with"), Field(description="The bodies it works with.")] = ()
    commissions: Annotated[
        _Ties, RelationWords("commissions"), Field(description="The services and bodies it commissions.")
    ] = ()
    delegates_to: Annotated[
        _Ties, RelationWords("delegates to"), Field(description="The bodies it delegates functions to.")
    ] = ()
    appoints: Annotated[
        _Appointments,
        RelationWords("appoints to"),
        Field(description="The bodies whose chair, or other members, it appoints."),
    ] = ()
    escalates_to: Annotated[
        _Ties, RelationWords("escalates to"), Field(description="The bodies to which it takes what it cannot settle.")
    ] = ()
    replaces: Annotated[_Ties, RelationWords("replaces"), Field(description="The bodies it took the place of.")] = ()

    membership: Annotated[Completeness | None, Field(description="Whether all its seats are listed, or only some.")] = (
        None
    )
    lines: Annotated[
        Completeness | None,
        Field(description="Whether all bodies that it answers to, or that scrutinise it, are listed, or only some."),
    ] = None
    parts: Annotated[
        Completeness | None, Field(description="Whether all bodies that are part of it are listed, or only some.")
    ] = None
    seats: Annotated[tuple[Seat, ...], one_or_more(Seat), Field(description="Who sits on it.")] = ()
    composition: Annotated[
        tuple[Composition, ...],
        one_or_more(Composition),
        Field(description="How its membership must be made up: how many, or which share, of whom."),
    ] = ()
    contacts: Annotated[
        tuple[Contact, ...], one_or_more(Contact), Field(description="Champions and lead officers.")
    ] = ()
    without: Annotated[_Parts, Field(description="Constituencies that have no seat on it.")] = ()
    consulted: Annotated[_Parts, Field(description="Constituencies that it consults.")] = ()
    informed: Annotated[_Parts, Field(description="Constituencies that it keeps informed.")] = ()
    responsible_for: Annotated[_Owned, Field(description="Themes it answers for.")] = ()
    monitors: Annotated[_Owned, Field(description="Themes whose progress it monitors.")] = ()

    @model_validator(mode="after")
    def _ends_or_is_open_ended(self) -> "Body":
        if self.open_ended and self.until:
            raise refuse_whole(f"has a last day ({self.until}) and is marked as open-ended; keep only one of the two")
        if self.substitutes is False and self.substitutes_limit:
            raise refuse_whole("allows no substitutes, but says what limits them; keep only one of the two")
        return self

    @property
    def governs(self) -> bool:
        """True for a governance body, false for what stands around them."""
        return self.kind in GOVERNANCE_KINDS

    def relations(self, key: str) -> tuple[Relation, ...]:
        """The relations under one key: `reports_to`."""
        return getattr(self, key, ())


@cache
def relation_keys() -> dict[str, RelationWords]:
    """Every key of a body that is a relation, with its words, in the order of the model."""
    return {
        name: mark
        for name, field in Body.model_fields.items()
        for mark in field.metadata
        if isinstance(mark, RelationWords)
    }
