"""A whole structure, and how another is made of it: on another day, in another view, with one thing changed."""

from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from govgraph import display
from govgraph.model import edits
from govgraph.model.content import Content
from govgraph.model.vocabulary import View

if TYPE_CHECKING:
    import pandas as pd

Section = Literal["bodies", "seats", "contacts", "relations", "themes", "sources", "constituencies"]


class Structure(Content):
    """A governance structure, as one file or several together state it.

    It never changes: `at`, `view` and each method that begins with `with` give a new one, so they can be chained. They
    take bodies, groups of people, themes and sources by id or by name. What they refuse raises InputError, with
    one plain sentence for each fault. Python keeps `from`, `for` and `as` for itself: write `from_`, `for_`, `as_`.

    >>> import govgraph
    >>> before = govgraph.read_text("bodies: {board: {name: The Board, kind: board}}")
    >>> after = before.with_body("group", name="Working Group", kind="working_group", reports_to="The Board")
    >>> len(before.bodies), len(after.bodies)
    (1, 2)
    """

    def at(self, day: date | str) -> "Structure":
        """A copy that is looked at on another day; `check`, `draw` and the others go by it where they are given no day.

        >>> import govgraph
        >>> text = "bodies: {board: {name: The Board, kind: board, until: 2021-03}}"
        >>> structure = govgraph.read_text(text)
        >>> govgraph.participation(structure.at("2021-01-01")).bodies
        ('board',)
        >>> govgraph.participation(structure.at("2022-07-01")).bodies
        ()
        """
        copy = self.model_copy(update={"as_of": edits.parse_day(self, day)})
        copy._day_was_asked = True  # noqa: SLF001 - another of this class
        copy._spoke_for = self.speaks_for  # noqa: SLF001 - another of this class
        return copy

    def view(self, view: View | str) -> "Structure":
        """A copy that is looked at in another view: `in_place`, `agreed` (which adds what is agreed), or `proposed`.

        >>> import govgraph
        >>> text = "bodies: {board: {name: The Board, kind: board, status: proposed}}"
        >>> structure = govgraph.read_text(text).at("2022-07-01")
        >>> govgraph.participation(structure).bodies
        ('board',)
        >>> govgraph.participation(structure.view("agreed")).bodies
        ()
        """
        copy = self.model_copy()
        copy._default_view = edits.parse_view(view)  # noqa: SLF001 - another of this class
        return copy

    def with_body(self, body: str, *, name: str, kind: str, **stated: Any) -> "Structure":
        """With one body more, under an id that is new; more is stated with the keys of a body in a file.

        >>> import govgraph
        >>> structure = govgraph.read_text("bodies: {board: {name: The Board, kind: board}}")
        >>> more = structure.with_body("group", name="Working Group", kind="working_group", reports_to="The Board")
        >>> more.bodies["group"].reports_to[0].to
        'board'
        """
        return edits.with_body(self, body, {"name": name, "kind": kind, **stated})

    def with_seat(self, body: str, **seat: Any) -> "Structure":
        """With one seat more on a body, which states `on_behalf_of`, `holder`, `role`, `votes` and so on.

        Where the body is stated to be without the group at that time, the seat takes the place of that statement. One
        that is less settled does not: a proposed seat stands beside an absence of today.

        >>> import govgraph
        >>> text = "{constituencies: {parents: {name: Parent carers}}, bodies: {board: {name: The Board, kind: board}}}"
        >>> structure = govgraph.read_text(text).at("2022-07-01")
        >>> govgraph.participation(structure).row("board", "parents").part.words
        'not stated'
        >>> seated = structure.with_seat("The Board", on_behalf_of="Parent carers", votes=True, from_="2022-01")
        >>> govgraph.participation(seated).row("board", "parents").part.words
        'seat with a vote'
        """
        return edits.with_seat(self, body, seat)

    def without_seat(self, body: str, **which: Any) -> "Structure":
        """Without the seats on a body that state all of this; without more, without every seat on it.

        >>> import govgraph
        >>> text = "bodies: {board: {name: The Board, kind: board, seats: [{role: chair}, {role: member}]}}"
        >>> structure = govgraph.read_text(text).without_seat("The Board", role="chair")
        >>> [seat.role.words for seat in structure.bodies["board"].seats]
        ['member']
        """
        return edits.without_statement(self, body, "seats", which)

    def with_contact(self, body: str, for_: str, **contact: Any) -> "Structure":
        """With one contact more on a body for a group of people: a champion, a lead officer. It is never a seat.

        >>> import govgraph
        >>> text = "{constituencies: {parents: {name: Parent carers}}, bodies: {board: {name: The Board, kind: board}}}"
        >>> structure = govgraph.read_text(text).at("2022-07-01")
        >>> structure = structure.with_contact("The Board", "Parent carers", title="SEND Champion", senior=True)
        >>> govgraph.participation(structure).row("board", "parents").part.words
        'contact; seat not stated'
        """
        return edits.with_statement(self, body, "contacts", {"for_": for_, **contact})

    def with_relation(self, body: str, relation: str, to: str, **stated: Any) -> "Structure":
        """With one relation more from a body: `reports_to`, `scrutinised_by`, and whatever else a body states in short.

        It leads to another body; `accountable_to` leads to somebody in words, `responsible_for` and `monitors` to a
        theme, `consulted`, `informed` and `without` to a group of people. `without` beside a seat of the group is
        refused when the structure is looked at: take the seat away first, with `without_seat`.

        >>> import govgraph
        >>> text = "bodies: {board: {name: The Board, kind: board}, council: {name: The Council, kind: organisation}}"
        >>> structure = govgraph.read_text(text).at("2022-07-01")
        >>> structure = structure.with_relation("The Board", "reports_to", "The Council")
        >>> structure = structure.with_relation("The Council", "accountable_to", "the electors")
        >>> govgraph.trace(structure, "The Board").stops
        ()
        """
        return edits.with_statement(self, body, *edits.relation_record(relation, to, stated))

    def without_relation(self, body: str, relation: str, to: str, **which: Any) -> "Structure":
        """Without the relations of this kind from a body to another that state all of this.

        >>> import govgraph
        >>> text = "{constituencies: {parents: {name: Parent carers}},"
        >>> text += "bodies: {board: {name: The Board, kind: board, without: parents}}}"
        >>> structure = govgraph.read_text(text).without_relation("The Board", "without", "Parent carers")
        >>> structure.bodies["board"].without
        ()
        """
        return edits.without_statement(self, body, *edits.relation_record(relation, to, which))

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
        return edits.without_body(self, body)

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
        return display.frame(self, section, with_names=with_names)

    def __repr__(self) -> str:
        """In short: all of it would fill pages, in the outputs of a notebook too."""
        return f"<Structure: {' '.join((self.title or 'without a title').split())}; bodies: {len(self.bodies)}>"

    __str__ = __repr__

    def _repr_html_(self) -> str:
        """How a notebook shows it: drawn."""
        return display.html(self)
