"""How a membership must be made up: so many places, or such a share of them, for a group of people or a capacity."""

from typing import Annotated

from pydantic import Field, model_validator

from govgraph.language import listed, number_words
from govgraph.model.capacities import CapacityText, parse_capacity
from govgraph.model.numbers import PositiveNumber, Share, ShareText, WholeNumber, parse_share
from govgraph.model.scalars import ConstituencyId, one_or_more, refuse_whole
from govgraph.model.statement import Statement


class Composition(Statement):
    """A limit on who the members of a body are. Without `on_behalf_of` and `as` it counts all its members."""

    noun = "rule on members"
    on_behalf_of: Annotated[
        ConstituencyId | None, Field(description="The constituency (group of people) whose seats are counted.")
    ] = None
    as_: Annotated[
        tuple[CapacityText, ...],
        one_or_more(str),
        Field(alias="as", description="The capacities whose seats are counted: councillor, lay member."),
    ] = ()
    at_least: Annotated[PositiveNumber | None, Field(description="The least number of these seats.")] = None
    at_most: Annotated[WholeNumber | None, Field(description="The greatest number of these seats.")] = None
    share: Annotated[
        ShareText | None,
        Field(description="Their share of all seats: half, at least two thirds, more than 50%, at most a third."),
    ] = None

    @model_validator(mode="after")
    def _says_how_many_of_whom(self) -> "Composition":
        if self.at_least is None and self.at_most is None and self.share is None:
            raise refuse_whole("does not say how many; give the least number, the greatest number or the share")
        if self.at_least is not None and self.at_most is not None and self.at_least > self.at_most:
            raise refuse_whole(f"asks for at least {self.at_least} and at most {self.at_most}; change one of the two")
        if self.on_behalf_of is not None and self.as_:
            raise refuse_whole("names a constituency and capacities; write a rule for each")
        if self.share is not None and self.on_behalf_of is None and not self.as_:
            raise refuse_whole("has a share, but does not say of whom; give a constituency or capacities")
        return self

    @property
    def required_share(self) -> Share | None:
        """Its share as a fraction and a direction; None where it has none."""
        return None if self.share is None else parse_share(self.share)

    @property
    def capacity_words(self) -> str:
        """Its capacities as a person says them: `councillor or lay member`; empty where it has none."""
        known = ((text, parse_capacity(text)) for text in self.as_)
        return listed([text if capacity is None else capacity.words for text, capacity in known], last="or")

    @property
    def sets_a_maximum(self) -> bool:
        """Whether it only keeps members out: it sets no least number or share."""
        share = self.required_share
        return self.at_least is None and (share is None or share.at_most)

    @property
    def limits(self) -> tuple[str, ...]:
        """What it asks for, in words: `at least four members`, `at most one third of the members`."""
        found = []
        if self.at_least is not None and self.at_least == self.at_most:
            found.append(f"exactly {_members(self.at_least)}")
        else:
            found += [f"at least {_members(self.at_least)}"] if self.at_least is not None else []
            found += [_at_most(self.at_most)] if self.at_most is not None else []
        share = self.required_share
        return (*found, f"{share.words} of the members") if share is not None else tuple(found)


def _at_most(number: int) -> str:
    return f"at most {_members(number)}" if number else "no members"


def _members(number: int) -> str:
    return f"{number_words(number)} {'member' if number == 1 else 'members'}"
