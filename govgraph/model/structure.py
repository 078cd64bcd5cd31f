"""A whole structure: its bodies, and the people, themes and sources that they speak of."""

from collections.abc import Iterable
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PrivateAttr

from govgraph.model import altered
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

if TYPE_CHECKING:
    import pandas as pd

FORMAT = 1
Section = Literal["bodies", "seats", "contacts", "relations", "themes", "sources", "constituencies"]


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
    """What one file, or several together, state of a governance structure.

    It never changes: `at`, `view` and each method that begins with `with` give a new one, so they can be chained. They
    take bodies, groups of people, themes and sources by id or by name. What they refuse is told as an InputError, with
    one plain sentence for each fault. Python keeps `from`, `for` and `as` for itself: write `from_`, `for_`, `as_`.

    >>> import govgraph
    >>> before = govgraph.read_text("bodies: {board: {name: The Board, kind: board}}")
    >>> after = before.with_body("group", name="Working Group", kind="working_group", reports_to="The Board")
    >>> len(before.bodies), len(after.bodies)
    (1, 2)
    """

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
    _day_was_asked: bool = PrivateAttr(default=False)
    _spoke_for: date | None = PrivateAttr(default=None)

    def placed(self, places: Places | None, notices: Iterable[Fault] = ()) -> "Structure":
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

    @property
    def day_was_asked(self) -> bool:
        """Whether its day is one that somebody asked for (`at`), and not the one that its files state."""
        return self._day_was_asked

    @property
    def speaks_for(self) -> date | None:
        """The day that its files state, whatever other day somebody has asked for."""
        return self._spoke_for if self._day_was_asked else self.as_of

    def at(self, day: date | str) -> "Structure":
        """The same, looked at on another day; `check`, `draw` and the others go by it where they are told no day.

        >>> import govgraph
        >>> text = "bodies: {board: {name: The Board, kind: board, until: 2021-03}}"
        >>> structure = govgraph.read_text(text)
        >>> govgraph.participation(structure.at("2021-01-01")).bodies
        ('board',)
        >>> govgraph.participation(structure.at("2022-07-01")).bodies
        ()
        """
        new = self.model_copy(update={"as_of": altered.day_of(self, day)})
        new._day_was_asked = True  # noqa: SLF001 - another of this class
        new._spoke_for = self.speaks_for  # noqa: SLF001 - another of this class
        return new

    def view(self, view: View | str) -> "Structure":
        """The same, looked at in another view: `in_place`, `agreed` (which adds what is agreed), or `proposed`.

        >>> import govgraph
        >>> text = "bodies: {board: {name: The Board, kind: board, status: proposed}}"
        >>> structure = govgraph.read_text(text).at("2022-07-01")
        >>> govgraph.participation(structure).bodies
        ('board',)
        >>> govgraph.participation(structure.view("agreed")).bodies
        ()
        """
        new = self.model_copy()
        new._looked_at = altered.view_of(view)  # noqa: SLF001 - another of this class
        return new

    def with_body(self, body: str, *, name: str, kind: str, **stated: Any) -> "Structure":
        """With one body more, under an id that is new; more is stated with the keys of a body in a file.

        >>> import govgraph
        >>> structure = govgraph.read_text("bodies: {board: {name: The Board, kind: board}}")
        >>> more = structure.with_body("group", name="Working Group", kind="working_group", reports_to="The Board")
        >>> more.bodies["group"].reports_to[0].to
        'board'
        """
        return altered.with_body(self, body, {"name": name, "kind": kind, **stated})

    def with_seat(self, body: str, **seat: Any) -> "Structure":
        """With one seat more on a body, which states `on_behalf_of`, `holder`, `role`, `votes` and so on.

        Where the body is stated to be without the group, that must go first: see `without_relation`.

        >>> import govgraph
        >>> text = "{constituencies: {parents: {name: Parent carers}}, bodies: {board: {name: The Board, kind: board}}}"
        >>> structure = govgraph.read_text(text).at("2022-07-01")
        >>> govgraph.participation(structure).row("board", "parents").part.words
        'not stated'
        >>> seated = structure.with_seat("The Board", on_behalf_of="Parent carers", votes=True, from_="2022-01")
        >>> govgraph.participation(seated).row("board", "parents").part.words
        'seat with a vote'
        """
        return altered.with_statement(self, body, "seats", seat)

    def without_seat(self, body: str, **which: Any) -> "Structure":
        """Without the seats on a body that state all of this; without more, without every seat on it.

        >>> import govgraph
        >>> text = "bodies: {board: {name: The Board, kind: board, seats: [{role: chair}, {role: member}]}}"
        >>> structure = govgraph.read_text(text).without_seat("The Board", role="chair")
        >>> [seat.role.words for seat in structure.bodies["board"].seats]
        ['member']
        """
        return altered.without_statement(self, body, "seats", which)

    def with_contact(self, body: str, for_: str, **contact: Any) -> "Structure":
        """With one contact more on a body for a group of people: a champion, a lead officer. It is never a seat.

        >>> import govgraph
        >>> text = "{constituencies: {parents: {name: Parent carers}}, bodies: {board: {name: The Board, kind: board}}}"
        >>> structure = govgraph.read_text(text).at("2022-07-01")
        >>> structure = structure.with_contact("The Board", "Parent carers", title="SEND Champion", senior=True)
        >>> govgraph.participation(structure).row("board", "parents").part.words
        'contact; seat not stated'
        """
        return altered.with_statement(self, body, "contacts", {"for_": for_, **contact})

    def with_relation(self, body: str, relation: str, to: str, **stated: Any) -> "Structure":
        """With one relation more from a body: `reports_to`, `scrutinised_by`, and whatever else a body states in short.

        It leads to another body; `accountable_to` leads to somebody in words, `responsible_for` and `monitors` to a
        theme, `consulted`, `informed` and `without` to a group of people.

        >>> import govgraph
        >>> text = "bodies: {board: {name: The Board, kind: board}, council: {name: The Council, kind: organisation}}"
        >>> structure = govgraph.read_text(text).at("2022-07-01")
        >>> structure = structure.with_relation("The Board", "reports_to", "The Council")
        >>> structure = structure.with_relation("The Council", "accountable_to", "the electors")
        >>> govgraph.trace(structure, "The Board").stops
        ()
        """
        key = altered.relation_called(relation)
        return altered.with_statement(self, body, key, altered.relation_to(key, to, stated))

    def without_relation(self, body: str, relation: str, to: str, **which: Any) -> "Structure":
        """Without the relations of this kind from a body to another that state all of this; see `with_relation`.

        >>> import govgraph
        >>> text = "{constituencies: {parents: {name: Parent carers}},"
        >>> text += "bodies: {board: {name: The Board, kind: board, without: parents}}}"
        >>> structure = govgraph.read_text(text).without_relation("The Board", "without", "Parent carers")
        >>> structure.bodies["board"].without
        ()
        """
        key = altered.relation_called(relation)
        return altered.without_statement(self, body, key, altered.relation_to(key, to, which))

    def without(self, body: str) -> "Structure":
        """Without a body and every statement that names it, so that nothing is left hanging.

        The seats that it holds on other bodies go with it. Where it appointed to a seat, or speaks for a group of
        people, that is not stated any more.

        >>> import govgraph
        >>> text = "bodies: {board: {name: The Board, kind: board}, group: {name: G, kind: panel, reports_to: board}}"
        >>> structure = govgraph.read_text(text).without("The Board")
        >>> list(structure.bodies), structure.bodies["group"].reports_to
        (['group'], ())
        """
        return altered.without_body(self, body)

    def to_frame(self, section: Section = "bodies", *, with_names: bool = False) -> "pd.DataFrame":
        """What is stated, as a table of pandas: `bodies`, `seats`, `contacts`, `relations`, `themes`, `sources`, ...

        It holds everything, whatever its day and its status: a column says what holds for each row. Cells hold names
        and not ids; bodies, themes, sources and groups of people have their ids as the index. Names of people are left
        out unless `with_names` asks for them. Needs the extra `notebook`.

        >>> import govgraph
        >>> structure = govgraph.read_text("bodies: {board: {name: The Board, kind: working_group}}")
        >>> structure.to_frame()[["name", "kind", "status"]].to_dict("records")
        [{'name': 'The Board', 'kind': 'working group', 'status': 'in place'}]
        >>> list(structure.to_frame("relations"))
        ['body', 'relation', 'to', 'on', 'lead', 'status', 'from', 'until', 'source', 'note']
        """
        shown: pd.DataFrame = import_module("govgraph.words.frames").of_structure(self, section, with_names=with_names)
        return shown

    def __repr__(self) -> str:
        """In short: all of it would fill pages, in the outputs of a notebook too."""
        return f"<Structure: {' '.join((self.title or 'without a title').split())}; bodies: {len(self.bodies)}>"

    __str__ = __repr__

    def _repr_html_(self) -> str:
        """How a notebook shows it: drawn, by a room above this one, which is entered only when a notebook asks."""
        shown: str = import_module("govgraph.draw.notebook").structure(self)
        return shown
