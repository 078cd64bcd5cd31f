"""Which body of one structure stands for which body of another: by its id, by what it states, by its name."""

from collections.abc import Mapping
from functools import cached_property
from typing import TypeVar

from govgraph.graph import GovernanceGraph
from govgraph.graph.kernels import grouped
from govgraph.model import Constituency, Successor, SuccessorBy, Theme
from govgraph.model.scalars import plain_name

_ALIKE = 0.75
"""How alike two names must be to be proposed as one body renamed."""
_LONG = 200
_FEW = 200
"""Beyond so many bodies without an heir no names are compared: each would be compared with each."""


class Succession:
    """The heirs of the bodies of one graph among the bodies of a later one.

    A body is its own heir where it is still there. Else those that state `replaces` are; else one of the same name
    under another id, which is a guess and counts. A body of a similar name is only proposed: it counts for nothing.
    """

    def __init__(self, before: GovernanceGraph, after: GovernanceGraph) -> None:
        self._before = before
        self._after = after

    def heirs(self, body: str) -> tuple[str, ...]:
        """The bodies there now that stand for a body that was there, in the order of names."""
        return (body,) if body in self._remaining else self._heirs.get(body, ())

    def heirs_or_proposed(self, body: str) -> tuple[str, ...]:
        """The heirs of a body; for one without, the body of a similar name that is proposed."""
        return self.heirs(body) or self.proposed_heirs(body)

    def proposed_heirs(self, body: str) -> tuple[str, ...]:
        """The body of a similar name that is proposed for one without an heir."""
        return tuple(heir.after for heir in self._proposed if heir.before == body)

    @cached_property
    def pairs(self) -> tuple[Successor, ...]:
        """The bodies that stand for others under another id, and those that perhaps do, each with how it is known."""
        stated = [
            Successor(body, heir, SuccessorBy.REPLACES if heir in self._stated.get(body, ()) else SuccessorBy.SAME_NAME)
            for body, heirs in self._heirs.items()
            for heir in heirs
        ]
        return (*stated, *self._proposed)

    @cached_property
    def renamed(self) -> dict[str, str]:
        """The bodies that are taken to be one under two ids, before and after."""
        return {heir.before: heir.after for heir in self.pairs if heir.by is SuccessorBy.SAME_NAME}

    @cached_property
    def removed(self) -> tuple[str, ...]:
        """The bodies that were there, are not there now, and have no heir, in the order of names."""
        return tuple(body for body in self._before.bodies if not self.heirs(body))

    def constituency(self, constituency: str) -> str | None:
        """The same group of people in the later structure, by its id or else its name; None where it is not named."""
        return _counterpart(constituency, self._before.structure.constituencies, self._after.structure.constituencies)

    def theme(self, theme: str) -> str | None:
        """The same theme in the later structure, by its id or else its name; None where it is not named."""
        return _counterpart(theme, self._before.structure.themes, self._after.structure.themes)

    def about(self, about: str | None) -> str | None:
        """What a finding is about beside bodies and people: of a theme the one that stands for it, if there is one."""
        return (self.theme(about) if about in self._before.structure.themes else None) or about

    def body_name(self, body: str) -> str:
        """The name of a body of the later structure."""
        return self._after.name(body)

    def theme_name(self, theme: str) -> str:
        """The name of a theme of the later structure."""
        return self._after.structure.themes[theme].name

    @cached_property
    def _remaining(self) -> frozenset[str]:
        """The ids that stand for the same body before and after: not those that another body has taken over."""
        taken_over = set()
        for body in self._after.bodies:
            if body in self._before.structure.bodies:
                old, new = plain_name(self._before.name(body)), plain_name(self._after.name(body))
                if old != new and len(self._by_main_name.get(old, ())) == 1:
                    taken_over.add(body)  # its old name stands under an id that is new
        return frozenset(self._after.bodies) - taken_over

    @cached_property
    def _lost(self) -> tuple[str, ...]:
        return tuple(body for body in self._before.bodies if body not in self._remaining)

    @cached_property
    def _newcomers(self) -> tuple[str, ...]:
        """Bodies there now whose id the structure before does not know."""
        return tuple(body for body in self._after.bodies if body not in self._before.structure.bodies)

    @cached_property
    def _by_main_name(self) -> dict[str, list[str]]:
        return grouped((plain_name(self._after.name(body)), body) for body in self._newcomers)

    @cached_property
    def _by_other_name(self) -> dict[str, list[str]]:
        return grouped(
            (plain_name(name), body) for body in self._newcomers for name in self._after.body(body).other_names
        )

    @cached_property
    def _stated(self) -> dict[str, tuple[str, ...]]:
        return {body: heirs for body in self._lost if (heirs := self._after.replaced_by(body))}

    @cached_property
    def _heirs(self) -> dict[str, tuple[str, ...]]:
        heirs = dict(self._stated)
        for body in self._lost:
            is_stated_gone = body in self._after.structure.bodies and body not in self._after.bodies
            if body not in heirs and not is_stated_gone:
                namesakes = self._namesakes(body)
                if len(namesakes) == 1:
                    heirs[body] = tuple(namesakes)
        return heirs

    def _namesakes(self, body: str) -> set[str]:
        """Newcomers whose name it had, or that state its name as one of theirs; a short name alike is not enough."""
        stated = self._before.body(body)
        name = plain_name(stated.name)
        others = (self._by_main_name.get(plain_name(other), ()) for other in stated.other_names)
        return set(self._by_main_name.get(name, ())).union(self._by_other_name.get(name, ()), *others)

    @cached_property
    def _proposed(self) -> tuple[Successor, ...]:
        """The likeliest new name of each body without an heir."""
        claimed = {heir for heirs in self._heirs.values() for heir in heirs}
        newcomers = [body for body in self._newcomers if body not in claimed]
        if not self.removed or max(len(self.removed), len(newcomers)) > _FEW:
            return ()
        from difflib import SequenceMatcher  # only where a body is gone without an heir

        names = {body: plain_name(self._after.name(body))[:_LONG] for body in newcomers}
        proposed = []
        for body in self.removed:
            old = plain_name(self._before.name(body))[:_LONG]
            likeness = ((SequenceMatcher(None, old, name).ratio(), newcomer) for newcomer, name in names.items())
            ratio, best = max(likeness, default=(0.0, ""))
            if ratio >= _ALIKE:
                proposed.append(Successor(body, best, SuccessorBy.SIMILAR_NAME))
        return tuple(proposed)


_Named = TypeVar("_Named", Constituency, Theme)


def _counterpart(key: str, before: Mapping[str, _Named], after: Mapping[str, _Named]) -> str | None:
    """The id after of an entry, which is its own, or that of the first entry of one name; None where there is none."""
    if key in after:
        return key
    name = plain_name(before[key].name)
    return next((other for other, entry in after.items() if plain_name(entry.name) == name), None)
