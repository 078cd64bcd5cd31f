"""What a structure holds: its bodies, and the people, themes and sources that they speak of, each found by its name."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BeforeValidator, Field, PrivateAttr

from govgraph.language import either_of
from govgraph.model.body import Body
from govgraph.model.faults import Fault, InputError, Loc, Place, Places, input_error, nearest_names
from govgraph.model.proposal import Proposal
from govgraph.model.scalars import (
    BodyId,
    ConstituencyId,
    FullDate,
    Id,
    PartialDate,
    Text,
    Truth,
    loose_name,
    one_or_more,
    plain_name,
    refuse,
)
from govgraph.model.statement import Noted, Record, SourceRef
from govgraph.model.vocabulary import Church, Completeness, Nation, Status, View

FORMAT = 1


def _version(value: Any) -> Any:
    if str(value) != str(FORMAT):
        raise refuse(f"should be {FORMAT}, the version of the format that this govgraph reads")
    return FORMAT


def _churches(stated: tuple[Church, ...]) -> tuple[Church, ...]:
    if Church.NEITHER in stated and len(set(stated)) > 1:
        raise refuse(f"has {Church.NEITHER.words} beside a church; keep only one of the two")
    return stated


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
    speakers: Annotated[
        Completeness | None,
        Field(
            description="Whether all bodies that speak for it are listed, or only some. Complete, with none "
            "listed, says that nobody does."
        ),
    ] = None
    check: Annotated[
        Truth,
        Field(description="Whether govgraph checks that this group is heard: yes or no; yes, if you write nothing."),
    ] = True


class Theme(Noted):
    """A weakness, a priority or a concern for which a body should be responsible."""

    noun = "theme"
    name: Annotated[Text, Field(description="What it is about.")]
    raised_by: Annotated[
        tuple[ConstituencyId, ...], one_or_more(str), Field(description="The constituencies that raised it.")
    ] = ()
    owners: Annotated[
        Completeness | None,
        Field(
            description="Whether all bodies that are responsible for it are listed, or only some. Complete, with none "
            "listed, says that nobody is."
        ),
    ] = None
    monitors: Annotated[
        Completeness | None,
        Field(
            description="Whether all bodies that monitor it are listed, or only some. Complete, with none listed, says "
            "that nobody does."
        ),
    ] = None


class Content(Record):
    """What one file, or several together, state; and where, on which day and in which view they are looked at."""

    noun = "structure"
    govgraph: Annotated[int, BeforeValidator(_version), Field(description="The version of this format: 1.")] = FORMAT
    title: Annotated[Text | None, Field(description="What this structure is.")] = None
    as_of: Annotated[FullDate | None, Field(description="The day that this file describes: 2020-09-01.")] = None
    status: Annotated[
        Status | None,
        Field(description="The status of every entry without one of its own; in place, if you write nothing."),
    ] = None
    nation: Annotated[
        Nation | None,
        Field(description="The nation that it is in: England, Wales, Scotland, Northern Ireland or elsewhere."),
    ] = None
    post_16_providers: Annotated[
        Truth | None,
        Field(
            description="Whether there is a provider of education for ages 16 to 19 in the area, if known: yes or no."
        ),
    ] = None
    church_schools: Annotated[
        tuple[Church, ...],
        one_or_more(Church),
        AfterValidator(_churches),
        Field(
            description="Of which churches the council maintains schools, if known: Church of England, Roman Catholic."
        ),
    ] = ()
    membership: Annotated[
        Completeness | None, Field(description="Whether the bodies' lists of seats are complete, or partial.")
    ] = None
    lines: Annotated[
        Completeness | None, Field(description="Whether the bodies' lists of lines are complete, or partial.")
    ] = None
    source: Annotated[SourceRef | None, Field(description="The source of every entry without one of its own.")] = None
    note: Annotated[Text | None, Field(description="Anything a reader should know.")] = None
    draft: Annotated[
        tuple[Proposal, ...],
        one_or_more(Proposal),
        Field(description="What documents seem to say, until a person confirms it. Nothing in it is stated."),
    ] = ()
    sources: Annotated[dict[Id, Source], Field(description="The documents that this is taken from, by id.")] = {}
    constituencies: Annotated[
        dict[Id, Constituency], Field(description="The groups of people who should be heard, by id.")
    ] = {}
    themes: Annotated[
        dict[Id, Theme], Field(description="The themes for which a body should be responsible, by id.")
    ] = {}
    bodies: Annotated[dict[Id, Body], Field(description="The bodies, by id.")] = {}

    _places: Places | None = PrivateAttr(default=None)
    _notices: tuple[Fault, ...] = PrivateAttr(default=())
    _default_view: View = PrivateAttr(default=View.PROPOSED)
    _day_was_asked: bool = PrivateAttr(default=False)
    _spoke_for: date | None = PrivateAttr(default=None)

    def placed(self, places: Places | None, notices: Iterable[Fault] = ()) -> Self:
        """A copy with a way to find where its files state each thing, and with what its reader noticed."""
        copy = self.model_copy()
        copy._places = places  # noqa: SLF001 - another of this class
        copy._notices = tuple(notices)  # noqa: SLF001 - another of this class
        return copy

    @property
    def notices(self) -> tuple[Fault, ...]:
        """What its reader left out, or how it understood something: extra columns of a workbook, dates as text."""
        return self._notices

    @property
    def default_view(self) -> View:
        """The view in which it is looked at where none is asked for."""
        return self._default_view

    @property
    def was_read(self) -> bool:
        """Whether it was read from files, whose faults were reported then."""
        return self._places is not None

    def place(self, path: Loc) -> Place | None:
        """Where in its files a statement stands; None for a structure that was made in code."""
        return self._places.find(path) if self._places else None

    @property
    def day_was_asked(self) -> bool:
        """Whether its day is one that somebody asked for (`at`), and not the one that its files state."""
        return self._day_was_asked

    @property
    def speaks_for(self) -> date | None:
        """The day that its files state, whatever other day somebody has asked for."""
        return self._spoke_for if self._day_was_asked else self.as_of


_NOUNS = {"bodies": "body", "constituencies": "constituency", "themes": "theme", "sources": "source"}


def resolve_body(structure: Content, body: str) -> str:
    """The id of a body, from its id or name. Raises InputError where none has it, or more than one."""
    return resolve_name(structure, "bodies", body)


def resolve_name(structure: Content, section: str, name: str) -> str:
    """The id of an entry of `bodies`, `constituencies`, `themes` or `sources`, from its id or name.

    Raises InputError where none has it, or more than one.
    """
    known: Mapping[str, Any] = getattr(structure, section)
    if name in known:
        return name
    if not isinstance(name, str):
        raise input_error(f"A {_NOUNS[section]} is named by its id or its name, not by {name!r}.")
    wanted = plain_name(name)
    found = [key for key, entry in known.items() if wanted in map(plain_name, _names(entry))]
    loosely = loose_name(name)
    found = found or [key for key, entry in known.items() if loosely in map(loose_name, _names(entry))]
    if len({loose_name(_names(known[key])[0]) for key in found}) == 1 < len(found):
        noun = _NOUNS[section]
        raise input_error(f"More than one {noun} is called '{name}': {', '.join(found)}. Name one of them by its id.")
    if len(found) > 1:
        which = either_of([_names(known[key])[0] for key in found])
        raise input_error(f"'{name}' may mean {which}. Write the full name.")
    if not found:
        names = {title: f"'{_names(entry)[0]}'" for key, entry in known.items() for title in (*_names(entry), key)}
        raise input_error(f"There is no {_NOUNS[section]} '{name}'.{nearest_names(name, names)}")
    return found[0]


def _names(entry: Any) -> list[str]:
    """What an entry is called: its name or title first, then what else it is called."""
    return [getattr(entry, "name", None) or entry.title, *getattr(entry, "other_names", ())]


def named_people(structure: Content) -> set[str]:
    """The people whom the file names, on seats and as contacts."""
    bodies = structure.bodies.values()
    named = {seat.person for body in bodies for seat in body.seats}
    return {person for person in named | {each.person for body in bodies for each in body.contacts} if person}


def resolve_constituencies(structure: Content, wanted: Sequence[str], place: Place | None = None) -> list[str]:
    """Ids of constituencies from ids or names, or from one. Raises InputError with a fault for each that is not there.

    `place` is where they are named.
    """
    found, faults = [], []
    for name in [wanted] if isinstance(wanted, str) else wanted:
        try:
            found.append(resolve_name(structure, "constituencies", name))
        except InputError as error:
            path, line, column, sheet = place or (None, None, None, None)
            faults += [Fault(path, line, column, fault.message, sheet) for fault in error.faults]
    if faults:
        raise InputError(faults)
    return list(dict.fromkeys(found))
