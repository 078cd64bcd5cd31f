"""Who is heard on a body, and how: seats, contacts, and taking part without either."""

from typing import Annotated

from pydantic import Field

from govgraph.model.scalars import BodyId, ConstituencyId, Text, Truth
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
        Text | None,
        Field(alias="as", description="The capacity in which it is held: councillor, lay_member."),
    ] = None
    independent: Annotated[
        Truth | None, Field(description="Whether its holder is independent; left out: not stated.")
    ] = None
    person: Annotated[
        Text | None, Field(description="A name. Personal data: left out of every output unless asked for.", repr=False)
    ] = None


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
