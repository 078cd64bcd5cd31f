"""What every statement has: a status, days in force, a source. And the statements that tie one body to another."""

from datetime import date
from functools import cache
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

from govgraph.model.scalars import (
    BodyId,
    PartialDate,
    SourceId,
    Text,
    ThemeId,
    Truth,
    first_day,
    last_day,
    refuse_whole,
)
from govgraph.model.vocabulary import Status


@cache
def keys_of(model: type[BaseModel]) -> frozenset[str]:
    """The keys that a record of this model may have in a file."""
    return frozenset(field.alias or name for name, field in model.model_fields.items())


def _is_empty(value: object) -> bool:
    return value is None or value in ("", [], {})


_PLUMBING = frozenset(name for name in dir(BaseModel) if not name.startswith("__"))


class Record(BaseModel):
    """The base of the model: frozen, strict about keys; an empty value of a known key is that key left out."""

    # Validators are built with the whole structure, once, and not for each record before it.
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)
    noun: ClassVar[str] = "entry"
    """What a message calls one of these."""
    shorthand: ClassVar[str | None] = None
    """The key that a plain value stands for, where there is a short form."""

    @classmethod
    def assigned(cls, key: object) -> str:
        """How a key with its value is written in a file that holds one of these."""
        return f"{key}: ..."

    def __dir__(self) -> list[str]:
        """What completion shows: keys and methods of ours, without the plumbing of pydantic."""
        return [name for name in super().__dir__() if name not in _PLUMBING]

    @model_validator(mode="before")
    @classmethod
    def _written_form(cls, data: Any) -> Any:
        if isinstance(data, str) and cls.shorthand is not None:
            return {cls.shorthand: data}
        if isinstance(data, dict) and not all(data.values()):
            known = keys_of(cls)
            return {key: value for key, value in data.items() if key not in known or not _is_empty(value)}
        return data


class SourceRef(Record):
    """Where a statement is taken from: a source of the file, and the place in it."""

    noun = "source"
    shorthand = "id"
    id: Annotated[SourceId, Field(description="The id of a source.")]
    where: Annotated[Text | None, Field(description="The place in it: a paragraph, a page, a section.")] = None
    note: Annotated[Text | None, Field(description="Anything a reader should know of how this is taken from it.")] = (
        None
    )


class Noted(Record):
    """A record with a note and a source of its own."""

    note: Annotated[Text | None, Field(description="Anything a reader should know.")] = None
    source: Annotated[SourceRef | None, Field(description="Where this is taken from.")] = None


class Statement(Noted):
    """A record that holds for some days and is more or less settled."""

    status: Annotated[
        Status | None, Field(description="How settled it is; if you write nothing, as its body or the file says.")
    ] = None
    from_: Annotated[
        PartialDate | None, Field(alias="from", description="The first day on which it is in place, if there is one.")
    ] = None
    until: Annotated[
        PartialDate | None, Field(description="The last day on which it is in place, if there is one.")
    ] = None

    @property
    def begins(self) -> date:
        """The first day on which it is in place; the first of all days where none is stated."""
        return first_day(self.from_) if self.from_ else date.min

    @property
    def ends(self) -> date:
        """The last day on which it is in place; the last of all days where none is stated."""
        return last_day(self.until) if self.until else date.max

    @model_validator(mode="after")
    def _begins_before_it_ends(self) -> "Statement":
        if self.begins > self.ends:
            raise refuse_whole(f"ends ({self.until}) before it begins ({self.from_})")
        return self


class Relation(Statement):
    """A relation to another body."""

    noun = "relation"
    shorthand = "to"
    to: Annotated[BodyId, Field(description="The id of the other body.")]
    lead: Annotated[Truth, Field(description="Whether it is the leading one of several: yes or no.")] = False


class AccountabilityLine(Statement):
    """A line of accountability: of several that a body has, one may have the final say, or they share it."""

    to: Text
    lead: Annotated[Truth, Field(description="Whether it is the leading one of several: yes or no.")] = False
    jointly: Annotated[
        Truth, Field(description="Whether it is agreed that it answers to several together: yes or no.")
    ] = False

    @model_validator(mode="after")
    def _leads_or_is_joint(self) -> "AccountabilityLine":
        if self.lead and self.jointly:
            raise refuse_whole("is marked as the leading line and as a joint one; keep only one of the two")
        return self

    @property
    def rank(self) -> str:
        """How it stands among several lines: `final say`, `jointly`; empty where neither is stated."""
        return "final say" if self.lead else "jointly" if self.jointly else ""


class ReportingLine(Relation, AccountabilityLine):
    """A relation along which accountability runs."""


class Accountability(AccountabilityLine):
    """A line of accountability that ends outside the structure: to whom, in plain words."""

    noun = "accountability"
    shorthand = "to"
    to: Annotated[Text, Field(description="To whom, in words: the electors of the county.")]


class Ownership(Statement):
    """A theme that a body answers for, or monitors."""

    noun = "duty"
    shorthand = "theme"
    theme: Annotated[ThemeId, Field(description="The id of the theme.")]
    lead: Annotated[Truth, Field(description="Whether this body leads where several are responsible: yes or no.")] = (
        False
    )
