"""Two graphs, the one before and the one after, and the questions about what was there and is not any more."""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple

from govgraph.comparison.entitlements import Entitlements
from govgraph.comparison.lost_lines import LostLine, lost_lines
from govgraph.comparison.succession import Succession
from govgraph.graph import ExclusionReason, GovernanceGraph, Participation, Standing, Step, Tie
from govgraph.model import Place, Structure, relation_keys
from govgraph.model.faults import Loc
from govgraph.model.scalars import plain_name


def map_constituencies(structure: Structure, graph: GovernanceGraph) -> list[str] | None:
    """The constituencies of another structure that a graph was narrowed to; None where it was not."""
    if not graph.is_narrowed:
        return None
    names = {plain_name(graph.structure.constituencies[key].name) for key in graph.constituencies}
    known = structure.constituencies.items()
    return [key for key, stated in known if key in graph.constituencies or plain_name(stated.name) in names]


_DEPENDS_ON_THE_FIRST = frozenset({"appoints", "commissions", "delegates_to"})
"""Relations of which the second body hangs on the first; of the others the first hangs on the second."""
_DEPENDS_ON_NEITHER = frozenset({"works_with", "replaces"})


_StandingOf = Callable[[str, str], Standing]


class Weakened(NamedTuple):
    """A constituency that took part in a body, and takes less part in the body that stands for it now.

    `now` is None, and `standing` too, where no body stands for it. Where a place is lost that was vacant, or that was
    to begin later, the standings are those in which every vacant place is filled.
    """

    body: str
    now: str | None
    constituency: str
    was: Standing
    standing: Standing | None
    begins: date | None = None
    """The day on which the part was to begin that is lost; None where it had begun."""

    @property
    def level(self) -> Participation:
        """How much it takes part now."""
        return self.standing.level if self.standing else Participation.NONE


class LostScrutiny(NamedTuple):
    """A body that was scrutinised by another and is not any more; `others` scrutinise it now."""

    body: str
    now: str
    scrutiniser: str
    was: Step
    others: tuple[str, ...]
    reports_now: Step | None
    """The line along which it now answers to the one that scrutinised it."""
    oversees_now: Step | None
    """Oversight by the one that scrutinised it, which is no scrutiny."""
    stated: bool


class DroppedTheme(NamedTuple):
    """A theme that somebody answered for, or monitored, or that was only named, and of which that is gone.

    `named` is false where the structure after does not name it at all.
    """

    theme: str
    owners: list[Step]
    monitors: list[Step]
    named: bool


class Orphaned(NamedTuple):
    """A body that is gone without an heir, and those on whom its loss falls, with the ties that were theirs."""

    body: str
    others: tuple[str, ...]
    ties: tuple[Step, ...]
    stated: bool


class Comparison:
    """The questions that rules about changes ask.

    Args:
        before: the structure as it was, at its date.
        after: the structure as it is to be, in the same view.

    """

    def __init__(self, before: GovernanceGraph, after: GovernanceGraph) -> None:
        self.before = before
        self.after = after
        self.succession = Succession(before, after)

    def place(self, path: Loc) -> Place | None:
        """Where in the files after a statement stands; what is gone from them is put where its section begins."""
        return self.after.place(path) or self.after.place(path[:1])

    def name(self, body: str) -> str:
        """The name of a body, as it is now, else as it was."""
        return (self.after if body in self.after.structure.bodies else self.before).name(body)

    def is_stated_gone(self, body: str) -> bool:
        """Whether the files after say themselves that a body is not there: it has ended, or has not begun."""
        return body in self.after.structure.bodies and body not in self._bodies_after

    def dropped_constituencies(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The constituencies of which nothing is asked any more, each with the bodies in which it took part."""
        asked = set(self.after.constituencies)
        for who in self.before.constituencies:
            if self.succession.constituency(who) not in asked:
                took_part = (body for body in self.before.bodies if self._was(body, who).level)
                yield who, tuple(body for body in took_part if not self._was(body, who).represents)

    def weakened(self) -> Iterator[Weakened]:
        """Where a constituency that is still asked about takes less part than before; the forum itself is left out."""
        return self._weaker(self.before.voice.standing, self.after.voice.standing)

    def weakened_entitlements(self, pairs: Collection[tuple[str, str]] | None = None) -> Iterator[Weakened]:
        """Where a constituency has fewer or lesser places than before, whether or not somebody fills them.

        `pairs`: the bodies, each with the constituency, that are looked at; left out: all.
        """
        return self._weaker(self._entitlements_before.standing, self._entitlements_after.standing, pairs)

    def weakened_later(self) -> Iterator[Weakened]:
        """Where a constituency was to have a part in a body from a later day on, and is to have less of it now."""
        same = self._entitlements_before.unchanged_in(self.after.structure)
        for begins, pairs in self._entitlements_before.later.items():
            changed = {pair for pair in pairs if pair[0] not in same}
            if changed:
                later = self._on(max(begins, self.after.as_of))
                for loss in later.weakened_entitlements(changed):
                    yield loss._replace(begins=begins)

    def _on(self, day: date) -> "Comparison":
        """The same two structures on a later day."""
        sides = (self.before, self.after)
        graphs = (
            side if side.as_of == day else GovernanceGraph(side.structure, day, side.view, side.constituencies)
            for side in sides
        )
        return Comparison(*graphs)

    def _weaker(
        self, before: _StandingOf, after: _StandingOf, pairs: Collection[tuple[str, str]] | None = None
    ) -> Iterator[Weakened]:
        asked = set(self.after.constituencies)
        for who in self.before.constituencies:
            still = self.succession.constituency(who)
            if still is None or still not in asked:
                continue
            for body in self.before.bodies:
                if pairs is not None and (body, who) not in pairs:
                    continue
                was = before(body, who)
                if was.level is Participation.NONE or was.represents:
                    continue
                heirs = self.succession.heirs(body)
                if not heirs:
                    yield Weakened(body, None, still, was, None)
                for heir in heirs:
                    # To speak for people is no seat for them: what only represents them now makes up for nothing.
                    now = after(heir, still)._replace(represents=False)
                    if now.is_less_than(was) or _may_be_fewer(now, was):
                        yield Weakened(body, heir, still, was, now)

    def lost_lines(self) -> list[LostLine]:
        """Bodies whose line of accountability is gone or ends elsewhere, each with those that hang on it."""
        return lost_lines(self.before, self.after, self.succession)

    def lost_scrutiny(self) -> Iterator[LostScrutiny]:
        """Scrutiny of a body that is still there, by another that does not scrutinise it any more."""
        lines = {(tie.body, tie.to): tie for tie in self.before.scrutiny.lines()}
        for line in lines.values():
            if line.body == line.to:
                continue  # a body that scrutinises itself is scrutinised by nobody
            others = set(self.succession.heirs(line.to))
            for now in self.succession.heirs_or_proposed(line.body):
                scrutinisers = self.after.scrutiny.scrutinisers(now)
                if others.isdisjoint(scrutinisers):
                    yield LostScrutiny(
                        line.body,
                        now,
                        line.to,
                        line.step,
                        tuple(scrutinisers),
                        _leading_to(others, self.after.accountability.steps_from(now)),
                        _leading_to(others, self.after.scrutiny.overseers(now)),
                        self._is_stated_unscrutinised(now, line.to),
                    )

    def dropped_themes(self) -> Iterator[DroppedTheme]:
        """Themes that are not named any more, or that nobody answers for, or monitors, any more."""
        for theme in sorted(self.before.structure.themes):
            owners, monitors = self.before.owners(theme), self.before.monitors(theme)
            still = self.succession.theme(theme)
            if still is None:
                yield DroppedTheme(theme, owners, monitors, False)
                continue
            owners = owners if not self.after.owners(still) else []
            monitors = monitors if not self.after.monitors(still) else []
            if owners or monitors:
                yield DroppedTheme(theme, owners, monitors, True)

    def orphaned(self) -> Iterator[Orphaned]:
        """Bodies that are gone without an heir, where something that was tied to them has no other tie of the kind."""
        for body in self.succession.removed:
            ties = [tie for tie in self.before.ties_of(body) if self._is_loss_for_other(tie, body)]
            ends = {tie.to if tie.body == body else tie.body for tie in ties}
            others = self.after.in_order({heir for end in ends for heir in self.succession.heirs(end)})
            if others:
                steps = tuple(tie.step._replace(before=True) for tie in ties)
                yield Orphaned(body, others, steps, self.is_stated_gone(body))

    @cached_property
    def _entitlements_before(self) -> Entitlements:
        return Entitlements(self.before)

    @cached_property
    def _entitlements_after(self) -> Entitlements:
        return Entitlements(self.after)

    @cached_property
    def _bodies_after(self) -> frozenset[str]:
        return frozenset(self.after.bodies)

    def _was(self, body: str, constituency: str) -> Standing:
        return self.before.voice.standing(body, constituency)

    def _is_stated_unscrutinised(self, body: str, scrutiniser: str) -> bool:
        ended = (
            excluded.reason is ExclusionReason.ENDED and excluded.tie.to == scrutiniser
            for excluded in self.after.scrutiny.excluded(body)
        )
        return self.after.lines_are_complete(body) or any(ended) or self.is_stated_gone(scrutiniser)

    @cached_property
    def _ends_after(self) -> set[tuple[str, str, bool]]:
        """The bodies with a tie after, with its kind, and whether they stand first in it."""
        sides = ((tie.body, _kind(tie), True) for tie in self.after.ties)
        return {*sides, *((tie.to, _kind(tie), False) for tie in self.after.ties)}

    def _is_loss_for_other(self, tie: Tie, gone: str) -> bool:
        """Whether the other body depended on it, is still there, and has no other tie of this kind."""
        is_first = tie.relation not in _DEPENDS_ON_THE_FIRST
        other, depended_on = (tie.body, tie.to) if is_first else (tie.to, tie.body)
        if depended_on != gone or tie.relation in _DEPENDS_ON_NEITHER or tie.body == tie.to:
            return False
        heirs = self.succession.heirs(other)
        return bool(heirs) and not any((heir, _kind(tie), is_first) in self._ends_after for heir in heirs)


def _may_be_fewer(now: Standing, was: Standing) -> bool:
    """Whether there is one seat where there were several, or several, of no stated number, where there were more."""
    if now.level != was.level or _several(now) == _several(was):
        return False
    return was.seat_count > _SEVERAL if _several(now) else now.seat_count < _SEVERAL


_SEVERAL = 2
"""How many seats several are at least."""


def _several(standing: Standing) -> bool:
    return any(seat.part.several for seat in standing.seats)


def _leading_to(bodies: set[str], steps: Iterable[Step]) -> Step | None:
    return next((step for step in steps if step.end in bodies), None)


def _kind(tie: Tie) -> str:
    """The relation; all those along which accountability runs are of one kind."""
    return "line" if relation_keys()[tie.relation].line else tie.relation
