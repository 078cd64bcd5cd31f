"""Who is heard on a body, and how: seats, contacts, and taking part without either."""

from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from govgraph.model.called import plain_name
from govgraph.model.forms import Capacity, capacity_called, no_slip
from govgraph.model.scalars import BodyId, ConstituencyId, Text, Truth, one_or_more, refuse_whole
from govgraph.model.statement import Statement
from govgraph.model.vocabulary import Role


class Seat(Statement):
    """A place on a body (org:Membership in a post). Adviser, attendee and observer attend; they hold no seat."""

    noun = "seat"
    on_behalf_of: Annotated[
        ConstituencyId | None, Field(description="The constituency that this seat speaks for (Popolo).")
    ] = None
    holder: Annotated[BodyId | None, Field(description="The body that fills the seat; left out: not stated.")] = None
    vacant: Annotated[Truth, Field(description="True while nobody fills it.")] = False
    role: Annotated[Role, Field(description="In which role the seat is held.")] = Role.MEMBER
    votes: Annotated[Truth | None, Field(description="Whether it votes; left out: not stated.")] = None
    appointed_by: Annotated[BodyId | None, Field(description="The body that chooses who fills it.")] = None
    as_: Annotated[
        tuple[Annotated[Text, AfterValidator(no_slip)], ...],
        one_or_more(str),
        Field(alias="as", description="The capacities in which it is held: councillor, lay_member."),
    ] = ()
    independent: Annotated[
        Truth | None, Field(description="Whether its holder is independent; left out: not stated.")
    ] = None
    person: Annotated[
        Text | None, Field(description="A name. Personal data: left out of every output unless asked for.", repr=False)
    ] = None

    @model_validator(mode="after")
    def _has_a_seat_where_it_votes(self) -> "Seat":
        if self.votes and self.role.attends_only:
            raise refuse_whole(
                f"votes, but its role is {self.role.words}: whoever attends has no vote, and whoever votes is a member"
            )
        return self

    @property
    def who(self) -> str:
        """The name of the person who holds it, as names are compared; empty where none is stated."""
        return plain_name(self.person or "")

    @property
    def capacities(self) -> frozenset[Capacity]:
        """Those of its capacities that rules ask for."""
        return frozenset(known for known in map(capacity_called, self.as_) if known is not None)

    @property
    def capacity_is_known(self) -> bool:
        """Whether it is stated in which capacity it is held, and in no other words than rules know."""
        return bool(self.as_) and all(capacity_called(text) is not None for text in self.as_)


class Contact(Statement):
    """A champion or lead officer: a route for a constituency, never a seat."""

    noun = "contact"
    for_: Annotated[ConstituencyId, Field(alias="for", description="The constituency that it is a route for.")]
    title: Annotated[Text | None, Field(description="What the contact is called: SEND Champion.")] = None
    post: Annotated[Text | None, Field(description="The office that its holder has: Cabinet member.")] = None
    senior: Annotated[Truth | None, Field(description="Whether a senior decision maker; left out: not stated.")] = None
    votes: Annotated[Truth | None, Field(description="Whether it votes on the body; left out: not stated.")] = None
    vacant: Annotated[Truth, Field(description="True while nobody fills it.")] = False
    person: Annotated[
        Text | None, Field(description="A name. Personal data: left out of every output unless asked for.", repr=False)
    ] = None


class TakingPart(Statement):
    """A constituency that a body consults or informs, or that is stated to be absent from it."""

    noun = "way of taking part"
    shorthand = "constituency"
    constituency: Annotated[ConstituencyId, Field(description="The id of the constituency.")]
    on: Annotated[Text | None, Field(description="On what it is consulted or informed.")] = None
