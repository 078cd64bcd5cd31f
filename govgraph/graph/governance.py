"""GovernanceGraph: a structure at one date and in one view. Rules ask it, and never see how it is stored."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from govgraph.findings import Step
from govgraph.graph.accountability import Accountability
from govgraph.graph.duties import Duties
from govgraph.graph.history import Ended, History
from govgraph.graph.scrutiny import Scrutiny
from govgraph.graph.settled import Unsettled, unsettled
from govgraph.graph.store import Store
from govgraph.graph.ties import Aside, AsideReason, Tie, Window
from govgraph.graph.voice import Voice
from govgraph.model import (
    Body,
    Completeness,
    Kind,
    Place,
    SourceRef,
    Statement,
    Status,
    StatutoryForm,
    Structure,
    View,
    first_day,
    relation_keys,
)
from govgraph.model.place import Path

if TYPE_CHECKING:
    import networkx as nx


class GovernanceGraph:
    """The bodies, relations and seats in force on one day, as far as one view goes, and the questions about them.

    Args:
        structure: what the files state.
        as_of: the day that is looked at; a date, or text such as `2020-09-01`.
        view: `in_place`, `agreed` or `proposed`; each holds what the one before it holds.
        constituencies: the constituencies to ask about; left out: all that do not state `check: false`.

    """

    def __init__(
        self,
        structure: Structure,
        as_of: date | str,
        view: View | str = View.PROPOSED,
        constituencies: Sequence[str] | None = None,
    ) -> None:
        self.structure = structure
        self.as_of = first_day(as_of) if isinstance(as_of, str) else as_of
        self.view = View(view)
        self.is_narrowed = constituencies is not None
        asked = constituencies
        if asked is None:
            asked = [name for name, stated in structure.constituencies.items() if stated.check]
        self.constituencies = sorted(asked, key=lambda name: (structure.constituencies[name].name, name))
        self._store = Store(structure, Window(self.as_of, self.view, structure.speaks_for))

    def place(self, path: Path) -> Place | None:
        """Where in the files a statement stands."""
        return self.structure.place(path)

    # Bodies and ties.

    @cached_property
    def bodies(self) -> tuple[str, ...]:
        """The bodies that are there, in the order of their names."""
        return tuple(self._store.ids[node] for node in self._store.live_numbers())

    def body(self, body: str) -> Body:
        """What the file states of a body, whether or not it is there at this date."""
        return self.structure.bodies[body]

    def name(self, body: str) -> str:
        """The name of a body."""
        return self.structure.bodies[body].name

    def status(self, body: str) -> Status:
        """How settled a body is: its own status, else its file's, else in place."""
        return self._store.status[self._store.index[body]]

    def in_order(self, bodies: Iterable[str]) -> tuple[str, ...]:
        """Bodies in the order of their names."""
        return tuple(sorted(bodies, key=self._store.index.__getitem__))

    @cached_property
    def governance_bodies(self) -> tuple[str, ...]:
        """The boards, committees, partnerships, groups, workstreams and panels that are there."""
        return tuple(self._store.ids[node] for node in self._store.live_numbers() if self._store.governs[node])

    @cached_property
    def answerable(self) -> tuple[str, ...]:
        """Whoever must have a line of accountability: governance bodies, and posts on a line."""
        posts = {body for body in self.accountability.on_a_line() if self.body(body).kind is Kind.POST}
        return self.in_order({*self.governance_bodies, *posts}) if posts else self.governance_bodies

    @property
    def ties(self) -> Sequence[Tie]:
        """The relations with both ends there."""
        return self._store.ties

    def ties_of(self, body: str) -> Sequence[Tie]:
        """The relations of a body, either way."""
        return self._store.ties_of.get(body, ())

    def asides_of(self, body: str) -> Sequence[Aside]:
        """The lines and relations of a body that are kept aside, either way, each with the reason."""
        return self._store.asides_of.get(body, ())

    def lines_are_complete(self, body: str) -> bool:
        """Whether the list of the body's lines is stated to be complete."""
        return (self.body(body).lines or self.structure.lines) is Completeness.COMPLETE

    def replaced_by(self, body: str) -> tuple[str, ...]:
        """The bodies there that state to replace this one, or to replace what replaced it."""
        found: list[str] = []
        seen, queue = {body}, [body]
        for replaced in queue:
            for heir in self._successors.get(replaced, ()):
                if heir not in seen:
                    seen.add(heir)
                    (found if self._store.live[self._store.index[heir]] else queue).append(heir)
        return self.in_order(found)

    @cached_property
    def _successors(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for body, stated in self.structure.bodies.items():
            node = self._store.index[body]
            for one in stated.replaces:
                if not self._store.live[node] or self._store.inside(node, one):
                    found.setdefault(one.to, []).append(body)
        return found

    def source_of(self, body: str) -> SourceRef | None:
        """Where the body is taken from: its own source, else its file's."""
        return self._store.source(self._store.index[body], self.body(body))

    @cached_property
    def unattached(self) -> tuple[str, ...]:
        """Governance bodies without relation or line either way, kept aside ones too, and without held seats."""
        return tuple(
            body
            for body in self.governance_bodies
            if not self.ties_of(body)
            and not self.asides_of(body)
            and not self.accountability.leaves_at(body)
            and not self.voice.seats_held_by(body)
            and all(seat.holder is None for seat in self.voice.seats_on(body))
        )

    # The questions, each in a room of its own.

    @cached_property
    def accountability(self) -> Accountability:
        """Who answers to whom."""
        return Accountability(self._store)

    @cached_property
    def history(self) -> History:
        """Lines that something ended has broken."""
        return History(self._store, self.accountability.holds)

    def broken_by_an_end(self) -> list[Ended]:
        """What has ended and left bodies without a line, with those bodies."""
        return self.history.ended

    def on_unsettled_ground(self) -> list[Unsettled]:
        """Bodies whose every line rests on something less settled than they are."""
        return unsettled(self._store)

    @cached_property
    def voice(self) -> Voice:
        """Who is heard where."""
        return Voice(self._store)

    @cached_property
    def scrutiny(self) -> Scrutiny:
        """Who scrutinises whom."""
        return Scrutiny(self._store)

    @cached_property
    def duties(self) -> Duties:
        """Who answers for which theme, and who monitors it."""
        return Duties(self._store)

    @cached_property
    def themes(self) -> tuple[str, ...]:
        """The themes that the files name, in the order of their names."""
        named = self.structure.themes
        return tuple(sorted(named, key=lambda theme: (named[theme].name.casefold(), named[theme].name, theme)))

    def of_form(self, form: StatutoryForm) -> tuple[str, ...]:
        """The bodies there that are stated to have a statutory form."""
        return self._by_form.get(form, ())

    @cached_property
    def _by_form(self) -> dict[StatutoryForm, tuple[str, ...]]:
        found: dict[StatutoryForm, tuple[str, ...]] = {}
        for body in self.bodies:
            form = self.body(body).statutory
            if form is not None:
                found[form] = (*found.get(form, ()), body)
        return found

    def parts_of(self, body: str) -> tuple[str, ...]:
        """The bodies there that are part of a body."""
        return tuple(
            dict.fromkeys(tie.body for tie in self.ties_of(body) if tie.relation == "part_of" and tie.to == body)
        )

    def parts_are_complete(self, body: str) -> bool:
        """Whether all bodies that are part of a body are stated to be listed."""
        return self.body(body).parts is Completeness.COMPLETE

    def leading_lines(self, body: str) -> tuple[Tie, ...]:
        """The lines of accountability of a body that are stated to lead."""
        lines = (tie for tie in self.ties_of(body) if tie.body == body and relation_keys()[tie.relation].line)
        return tuple(tie for tie in lines if self.body(body).relations(tie.relation)[int(tie.at[-1])].lead)

    def owners(self, theme: str) -> list[Step]:
        """Who answers for a theme, in the order of names: each step leads from a body to the theme."""
        return [duty.step for duty in self.duties.there("responsible_for", theme)]

    def monitors(self, theme: str) -> list[Step]:
        """Who monitors a theme, likewise."""
        return [duty.step for duty in self.duties.there("monitors", theme)]

    def why_not_there(self, body: str) -> AsideReason | None:
        """Why a body that the files state is not in the graph; None where it is."""
        return self._store.reason[self._store.index[body]]

    def why_aside(self, body: str, statement: Statement) -> AsideReason | None:
        """Why a statement of a body that is there is not in the graph itself; None where it is."""
        return self._store.why_aside(self._store.index[body], statement)

    def has_passed(self, when: str) -> bool:
        """Whether a date has passed, also for the file itself: what it said before that holds only for then."""
        return self._store.has_passed(when)

    # For others.

    def count_seats(self) -> int:
        """The seats on the bodies that are there, vacant ones too; who only attends is not counted."""
        return sum(len(self.voice.seats_on(body)) for body in self.bodies if self.body(body).seats)

    def to_networkx(self) -> "nx.MultiDiGraph[str]":
        """Everything in the graph as a networkx.MultiDiGraph.

        Nodes are ids of bodies, with what the file states of them; constituencies are nodes of kind
        `constituency`. Edges are relations (key: the relation), seats (`sits_on`, `attends`) and contacts, with
        their status, dates and source. Lines that leave the structure lead to nodes of kind `outside`.
        """
        from govgraph.graph.export import to_networkx  # noqa: PLC0415 - networkx is heavy, and few ask for it

        return to_networkx(self)
