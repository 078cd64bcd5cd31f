"""A whole structure: its bodies, and the people, themes and sources that they speak of."""

from collections.abc import Iterable
from importlib import import_module
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PrivateAttr

from govgraph.model.body import Body
from govgraph.model.faults import Fault
from govgraph.model.place import Path, Place, Places
from govgraph.model.scalars import (
    BodyId,
    ConstituencyId,
    FullDate,
    Id,
    PartialDate,
    Text,
    Truth,
    one_or_more,
    refuse,
)
from govgraph.model.statement import Noted, Record, SourceRef
from govgraph.model.vocabulary import Completeness, Status, View

FORMAT = 1


def _version(value: Any) -> Any:
    if str(value) != str(FORMAT):
        raise refuse(f"should be {FORMAT}, the version of the format that this govgraph reads")
    return FORMAT


class Source(Record):
    """A document from which statements are taken."""

    noun = "source"
    title: Annotated[Text, Field(description="Its title.")]
    publisher: Annotated[Text | None, Field(description="Who published it.")] = None
    date: Annotated[PartialDate | None, Field(description="Its date.")] = None
    address: Annotated[Text | None, Field(description="Where it can be read.")] = None
    note: Annotated[Text | None, Field(description="Anything a reader should know.")] = None


class Constituency(Noted):
    """A group of people who should be heard: parent carers, young people, a profession."""

    noun = "constituency"
    name: Annotated[Text, Field(description="What the group is called.")]
    represented_by: Annotated[
        tuple[BodyId, ...], one_or_more(str), Field(description="The bodies that speak for it.")
    ] = ()
    check: Annotated[Truth, Field(description="False: no rule asks whether this group is heard.")] = True


class Theme(Noted):
    """What must be owned by someone: a weakness, a priority, a concern."""

    noun = "theme"
    name: Annotated[Text, Field(description="What it is about.")]
    raised_by: Annotated[
        tuple[ConstituencyId, ...], one_or_more(str), Field(description="The constituencies that raised it.")
    ] = ()


class Structure(Record):
    """What one file, or several together, state of a governance structure."""

    noun = "structure"
    govgraph: Annotated[int, BeforeValidator(_version), Field(description="The version of this format: 1.")] = FORMAT
    title: Annotated[Text | None, Field(description="What this structure is.")] = None
    as_of: Annotated[FullDate | None, Field(description="The day for which it speaks: 2020-09-01.")] = None
    status: Annotated[
        Status | None,
        Field(description="The status of whatever in this file states none; left out: in_place."),
    ] = None
    membership: Annotated[
        Completeness | None, Field(description="Whether the bodies' lists of seats are complete.")
    ] = None
    lines: Annotated[Completeness | None, Field(description="Whether the bodies' lists of lines are complete.")] = None
    source: Annotated[SourceRef | None, Field(description="The source of whatever in this file states none.")] = None
    note: Annotated[Text | None, Field(description="Anything a reader should know.")] = None
    sources: Annotated[dict[Id, Source], Field(description="The documents that this is taken from, by id.")] = {}
    constituencies: Annotated[
        dict[Id, Constituency], Field(description="The groups of people who should be heard, by id.")
    ] = {}
    themes: Annotated[dict[Id, Theme], Field(description="What must be owned by someone, by id.")] = {}
    bodies: Annotated[dict[Id, Body], Field(description="The bodies, by id.")] = {}

    _places: Places | None = PrivateAttr(default=None)
    _notices: tuple[Fault, ...] = PrivateAttr(default=())
    _looked_at: View = PrivateAttr(default=View.PROPOSED)

    def placed(self, places: Places, notices: Iterable[Fault] = ()) -> "Structure":
        """This structure, with a way to find where its files state each thing, and with what its reader told."""
        self._places = places
        self._notices = tuple(notices)
        return self

    @property
    def notices(self) -> tuple[Fault, ...]:
        """What its reader left out, or how it understood something: extra columns of a workbook, dates as text."""
        return self._notices

    @property
    def looked_at(self) -> View:
        """The view in which it is looked at where none is asked for; see `view`."""
        return self._looked_at

    @property
    def was_read(self) -> bool:
        """Whether it was read from files, whose faults were told then."""
        return self._places is not None

    def place(self, path: Path) -> Place | None:
        """Where in its files a statement stands; None for a structure that was made in code."""
        return self._places.find(path) if self._places else None

    def _repr_html_(self) -> str:
        """How a notebook shows it: drawn, by a room above this one, which is entered only when a notebook asks."""
        shown: str = import_module("govgraph.draw.notebook").structure(self)
        return shown
