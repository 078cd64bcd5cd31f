"""A proposal: what a document seems to state, until a person confirms it. It is no statement, and no rule sees it."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from govgraph.language import capitalised, listed, number_words, with_article, with_the
from govgraph.model.numbers import PositiveNumber
from govgraph.model.scalars import Text, Truth, one_or_more
from govgraph.model.statement import Record
from govgraph.model.vocabulary import Role
from govgraph.model.words import Word


class Confirmed(Word):
    """What a person says of a proposal. One that is confirmed, or changed, becomes a statement when it is read."""

    YES = "yes", "y", "true", "ok", "right"
    NO = "no", "n", "false", "wrong"
    CHANGE = "change", "changed", "corrected"


IS_A = "is a"
IS_ALSO_CALLED = "is also called"
IS_THE_SAME_BODY = "is the same body as"
IS_A_GROUP = "is a group of people"
IS_A_THEME = "is a theme"
HAS_A_SEAT = "has a seat"
"""What a proposal proposes where that is no relation, and no column of Bodies."""


def _truth_as_answer(value: Any) -> Any:
    """A truth, as JSON has it, as the word that a person writes."""
    return {True: Confirmed.YES, False: Confirmed.NO}[value] if isinstance(value, bool) else value


class Proposal(Record):
    """A row of a draft: one thing that a document seems to state, with the sentence that says so.

    `what` is how Bodies, Relations and Seats say it: `is a` (a kind follows), `is also called`, the header of a column
    of Bodies (`Meets`), the words of a relation (`reports to`), `has a seat`, `is a group of people`,
    `is the same body as`. It is empty where the document connects two bodies without saying how.
    """

    noun = "proposal"
    confirmed: Annotated[
        Confirmed | None,
        BeforeValidator(_truth_as_answer),
        Field(description="Whether a person confirms it: yes, no, or change once it is corrected."),
    ] = None
    proposal: Annotated[Text | None, Field(description="What it proposes, in plain words.")] = None
    says: Annotated[Text | None, Field(description="The sentence that says so, word for word.")] = None
    document: Annotated[Text | None, Field(description="The document in which that sentence is.")] = None
    where: Annotated[Text | None, Field(description="The place in it: a page, a heading, a paragraph.")] = None
    question: Annotated[
        Text | None, Field(description="What a person has to decide: where documents differ, or do not say.")
    ] = None
    body: Annotated[Text, Field(description="The body, or the group of people, that it is about, by its name.")]
    what: Annotated[Text | None, Field(description="What it proposes: a relation, a seat, a column of Bodies.")] = None
    value: Annotated[Text | None, Field(description="The other body, the kind, the text of the column.")] = None
    holder: Annotated[Text | None, Field(description="Of a seat: the body that fills it, by its name.")] = None
    on_behalf_of: Annotated[Text | None, Field(description="Of a seat: the group of people it speaks for.")] = None
    as_: Annotated[
        tuple[Text, ...],
        one_or_more(str),
        Field(alias="as", description="Of a seat: the capacities in which it is held, or the post."),
    ] = ()
    role: Annotated[Role | None, Field(description="Of a seat: the role of its holder.")] = None
    votes: Annotated[Truth | None, Field(description="Of a seat: whether it has a vote.")] = None
    count: Annotated[PositiveNumber | None, Field(description="Of a seat: how many seats alike it stands for.")] = None
    several: Annotated[
        Truth, Field(description="Of a seat: whether it stands for several whose number is not known.")
    ] = False

    @property
    def is_confirmed(self) -> bool:
        """Whether it becomes a statement when it is read: a person wrote yes, or change."""
        return self.confirmed in (Confirmed.YES, Confirmed.CHANGE)

    def with_sentence(self) -> "Proposal":
        """The same, with what it proposes in plain words, so that a later change of its cells is seen."""
        return self.model_copy(update={"proposal": proposal_sentence(self)})


def proposal_sentence(proposal: Proposal) -> str:
    """What a proposal proposes, in plain words. Two differ in their sentences where they mean different things.

    Whatever proposes writes this sentence into `proposal`: a reader compares the two, and so sees what was changed.

    >>> proposal_sentence(Proposal(body="Schools Forum", what="reports to", value="Cabinet"))
    'The Schools Forum reports to Cabinet.'
    >>> proposal_sentence(Proposal(body="Cabinet", what="has a seat", on_behalf_of="Parent carers", votes=True))
    'Cabinet has a seat, on behalf of Parent carers, with a vote.'
    """
    words = _seat_words(proposal) if proposal.what == HAS_A_SEAT else _plain_words(proposal)
    sentence = capitalised(" ".join(", ".join(words).split()))
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."


def _plain_words(proposal: Proposal) -> Iterator[str]:
    """What is proposed but a seat: of a column of Bodies with its header, of an empty What that nothing is known."""
    body, what, value = with_the(proposal.body), proposal.what or "", proposal.value or ""
    if not what:
        yield f"{body} and {with_the(value)} are connected, but it is not known how"
    elif what in (IS_A_GROUP, IS_A_THEME):
        yield " ".join(filter(None, (f"{proposal.body}: {what.removeprefix('is ')}", value)))
    elif what == IS_A:
        yield f"{body} is {with_article(value)}" if value else f"It is not known what {body} is"
    elif what[:1].isupper():
        yield f"{body}, {what[:1].lower()}{what[1:]}: {value or 'nothing'}"
    else:
        yield " ".join(filter(None, (body, what, value if what == IS_ALSO_CALLED else with_the(value))))
    yield from _other_words(proposal, ("holder", "on_behalf_of", "as_", "role", "votes", "count", "several"))


def _seat_words(proposal: Proposal) -> Iterator[str]:
    count = number_words(proposal.count) if proposal.count is not None else "several" if proposal.several else "a"
    yield f"{with_the(proposal.body)} has {count} {'seat' if count in ('a', 'one') else 'seats'}"
    if proposal.holder:
        yield f"held by {with_the(proposal.holder)}"
    if proposal.on_behalf_of:
        yield f"on behalf of {proposal.on_behalf_of}"
    if proposal.as_:
        yield f"as {listed(proposal.as_, most=len(proposal.as_))}"
    if proposal.role is not None:
        yield f"in the role of {proposal.role.words}"
    if proposal.votes is not None:
        yield "with a vote" if proposal.votes else "without a vote"
    yield from _other_words(proposal, ("value", *(("several",) if proposal.count is not None else ())))


def _other_words(proposal: Proposal, keys: tuple[str, ...]) -> Iterator[str]:
    """Cells that have no meaning beside the others, so that a change of them is seen too."""
    for key in keys:
        value = getattr(proposal, key)
        if value not in (None, (), False) or (key == "votes" and value is False):
            text = listed(value, most=len(value)) if isinstance(value, tuple) else str(value)
            yield f"{key.rstrip('_').replace('_', ' ')}: {text}"
