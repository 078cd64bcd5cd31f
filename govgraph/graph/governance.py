"""GovernanceGraph: a structure at one date and in one view. Rules ask it, and never see how it is stored."""

from collections.abc import Iterable, Sequence
from copy import copy
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from govgraph.graph.accountability import Accountability
from govgraph.graph.duties import Duties
from govgraph.graph.history import History
from govgraph.graph.kernels import grouped, walk
from govgraph.graph.paths import Scope
from govgraph.graph.scrutiny import Scrutiny
from govgraph.graph.store import Store
from govgraph.graph.ties import Excluded, ExclusionReason, Step, Tie, Window
from govgraph.graph.voice import Voice
from govgraph.graph.weak_lines import Unratified, unratified_lines
from govgraph.model import (
    Activity,
    Body,
    Completeness,
    Kind,
    Level,
    Nation,
    Place,
    SourceRef,
    Statement,
    Status,
    StatutoryForm,
    Structure,
    View,
)
from govgraph.model.content import resolve_constituencies
from govgraph.model.edits import parse_day, parse_view
from govgraph.model.faults import Loc

if TYPE_CHECKING:
    import networkx as nx


class GovernanceGraph:
    """The bodies, relations and seats in force on one day, as far as one view goes, and the questions about them.

    Args:
        structure: what the files state.
        as_of: the day that is looked at; a date, or text such as `2020-09-01`. Left out: the day for which the
            structure speaks, else today.
        view: `in_place`, `agreed` or `proposed`; each holds what the one before it holds. Left out: the view in which
            the structure is looked at, which is `proposed` unless `structure.view(...)` says another.
        constituencies: ids or names of the constituencies to ask about; left out: all that do not state `check: false`.

    Raises InputError for a day, a view or a constituency that is none.

    """

    def __init__(
        self,
        structure: Structure,
        as_of: date | str | None = None,
        view: View | str | None = None,
        constituencies: Sequence[str] | None = None,
    ) -> None:
        self.structure = structure
        self.as_of = parse_day(structure, as_of) if as_of else structure.as_of or date.today()
        self.view = parse_view(view or structure.default_view)
        self.is_narrowed = constituencies is not None
        if constituencies is None:
            asked = [name for name, stated in structure.constituencies.items() if stated.check]
        else:
            asked = resolve_constituencies(structure, constituencies)
        self.constituencies = sorted(asked, key=lambda name: (structure.constituencies[name].name, name))
        self._store = Store(structure, Window(self.as_of, self.view, structure.speaks_for))
        self._scopes: dict[tuple[frozenset[Level], frozenset[Activity]], dict[str, Scope]] = {}
        self._territory = frozenset(Nation)

    def within(self, territory: frozenset[Nation]) -> "GovernanceGraph":
        """The same graph for a law of some nations: `of_form` names no body that is stated to be in another."""
        seen = copy(self)
        seen._territory = territory  # noqa: SLF001 - another of this class
        return seen

    def nation_of(self, body: str) -> Nation | None:
        """The nation in which a body is: its own, else its file's; None where neither is stated."""
        return self.body(body).nation or self.structure.nation

    def place(self, path: Loc) -> Place | None:
        """Where in the files a statement stands."""
        return self.structure.place(path)

    @cached_property
    def bodies(self) -> tuple[str, ...]:
        """The bodies that are there, in the order of their names."""
        return tuple(self._store.ids_of(self._store.live_nodes()))

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

    def scopes(self, levels: frozenset[Level], activities: frozenset[Activity]) -> dict[str, Scope]:
        """Whether each governance body is of one of these levels or does one of these things; found once for each."""
        wanted = (levels, activities)
        if wanted not in self._scopes:
            bodies = {body: self.body(body) for body in self.governance_bodies}
            self._scopes[wanted] = {
                name: Scope.IN
                if not levels.isdisjoint(body.level) or not activities.isdisjoint(body.does)
                else (Scope.OUT if body.level and body.does else Scope.NOT_STATED)
                for name, body in bodies.items()
            }
        return self._scopes[wanted]

    @cached_property
    def governance_bodies(self) -> tuple[str, ...]:
        """The boards, committees, partnerships, groups, workstreams and panels that are there."""
        return tuple(self._store.ids[node] for node in self._store.live_nodes() if self._store.governs[node])

    @cached_property
    def answerable(self) -> tuple[str, ...]:
        """The bodies that must have a line of accountability: governance bodies, and posts on a line."""
        posts = {body for body in self.accountability.bodies_on_lines() if self.body(body).kind is Kind.POST}
        return self.in_order({*self.governance_bodies, *posts})

    @property
    def ties(self) -> Sequence[Tie]:
        """The relations with both ends there."""
        return self._store.ties

    def ties_of(self, body: str) -> Sequence[Tie]:
        """The relations of a body, either way."""
        return self._store.ties_of.get(body, ())

    def excluded_of(self, body: str) -> Sequence[Excluded]:
        """The lines and relations of a body that are not in the graph, either way, each with the reason."""
        return self._store.excluded_of.get(body, ())

    def lines_are_complete(self, body: str) -> bool:
        """Whether the list of the body's lines is stated to be complete."""
        return (self.body(body).lines or self.structure.lines) is Completeness.COMPLETE

    def replaced_by(self, body: str) -> tuple[str, ...]:
        """The bodies there that state to replace this one, or to replace what replaced it."""
        heirs = walk([body], lambda old: self._successors.get(old, ()) if old == body or not self._is_live(old) else ())
        return self.in_order(heir for heir in heirs[1:] if self._is_live(heir))

    def _is_live(self, body: str) -> bool:
        return self._store.live[self._store.index[body]]

    @cached_property
    def _successors(self) -> dict[str, list[str]]:
        """By each body that is replaced, those that state to replace it."""
        return grouped(
            (relation.to, body)
            for node, body in enumerate(self._store.ids)
            for relation in self._store.bodies[node].replaces
            if not self._store.live[node] or self._store.includes(node, relation)
        )

    def source_of(self, body: str) -> SourceRef | None:
        """Where the body is taken from: its own source, else its file's."""
        return self._store.source(self._store.index[body], self.body(body))

    @cached_property
    def unattached(self) -> tuple[str, ...]:
        """Governance bodies without relation or line either way, excluded ones too, and without held seats."""
        return tuple(
            body
            for body in self.governance_bodies
            if not self.ties_of(body)
            and not self.excluded_of(body)
            and not self.accountability.exits_from(body)
            and not self.voice.seats_held_by(body)
            and all(seat.holder is None for seat in self.voice.seats_on(body))
        )

    @cached_property
    def accountability(self) -> Accountability:
        """Who answers to whom."""
        return Accountability(self._store)

    @cached_property
    def history(self) -> History:
        """Lines that something ended has broken."""
        return History(self._store, self.accountability.reaches_exit)

    def unratified_lines(self) -> list[Unratified]:
        """Bodies whose every line rests on something less settled than they are."""
        return unratified_lines(self._store)

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
        """The bodies there that are stated to have a statutory form, where the law of the graph may run."""
        return tuple(body for body in self._by_form.get(form, ()) if self.law_may_run(body))

    def law_may_run(self, body: str) -> bool:
        """Whether a body may be in a nation of which the law is looked at: it is in one, or the file names none."""
        return self.nation_of(body) in (None, *self._territory)

    @cached_property
    def _by_form(self) -> dict[StatutoryForm | None, list[str]]:
        return grouped((self.body(body).statutory, body) for body in self.bodies)

    def parts_of(self, body: str) -> tuple[str, ...]:
        """The bodies there that are part of a body."""
        ties = (tie for tie in self.ties_of(body) if tie.relation == "part_of" and tie.to == body)
        return tuple(dict.fromkeys(tie.body for tie in ties))

    def wholes_of(self, body: str) -> tuple[str, ...]:
        """The bodies there of which a body is part."""
        ties = (tie for tie in self.ties_of(body) if tie.relation == "part_of" and tie.body == body)
        return tuple(dict.fromkeys(tie.to for tie in ties))

    def parts_are_complete(self, body: str) -> bool:
        """Whether all bodies that are part of a body are stated to be listed."""
        return self.body(body).parts is Completeness.COMPLETE

    def owners(self, theme: str) -> list[Step]:
        """Who answers for a theme, in the order of names: each step leads from a body to the theme."""
        return [duty.step for duty in self.duties.in_force("responsible_for", theme)]

    def monitors(self, theme: str) -> list[Step]:
        """Who monitors a theme, in the order of names: each step leads from a body to the theme."""
        return [duty.step for duty in self.duties.in_force("monitors", theme)]

    def exclusion_reason(self, body: str) -> ExclusionReason | None:
        """Why a body that the files state is not in the graph; None where it is."""
        return self._store.reason[self._store.index[body]]

    def statement_exclusion(self, body: str, statement: Statement) -> ExclusionReason | None:
        """Why a statement of a body that is there is not in the graph itself; None where it is."""
        return self._store.statement_exclusion(self._store.index[body], statement)

    def has_passed(self, when: str) -> bool:
        """Whether a date has passed, also for the file itself: what it said before that holds only for then."""
        return self._store.has_passed(when)

    def count_seats(self) -> int:
        """The seats on the bodies that are there, vacant ones too, at least; who only attends is not counted."""
        seats = (seat for body in self.bodies if self.body(body).seats for seat in self.voice.seats_on(body))
        return sum(seat.count for seat in seats)

    def to_networkx(self) -> "nx.MultiDiGraph[str]":
        """Everything in the graph as a networkx.MultiDiGraph.

        Nodes are ids of bodies, with what the file states of them; constituencies are nodes of kind
        `constituency`, and holders of seats that are not named are nodes of their own, of kind `unnamed`. Edges are
        relations (key: the relation), seats (`sits_on`, `attends`) and contacts, with their status, dates and source.
        Lines that leave the structure lead to nodes of kind `outside`.
        """
        from govgraph.graph.export import to_networkx  # networkx is heavy, and few ask for it

        return to_networkx(
            self.structure,
            self.ties,
            self.accountability.exits(),
            ((body, self.voice.presences_on(body)) for body in self.bodies),
            as_of=self.as_of,
            view=self.view.value,
        )
