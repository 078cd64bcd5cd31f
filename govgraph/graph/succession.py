"""Which body of one structure stands for which body of another: by its id, by what it states, by its name."""

import unicodedata
from functools import cached_property

from govgraph.graph.governance import GovernanceGraph
from govgraph.model import Body, Heir, HeirBy

_ALIKE = 0.75
"""How alike two names must be to be proposed as one body renamed."""
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
        if body in self._there:
            return (body,)
        return self._found.get(body, ())

    @cached_property
    def pairs(self) -> tuple[Heir, ...]:
        """The bodies that stand for others under another id, and those that perhaps do, each with how it is known."""
        stated = [
            Heir(body, heir, HeirBy.REPLACES if heir in self._stated.get(body, ()) else HeirBy.SAME_NAME)
            for body, heirs in self._found.items()
            for heir in heirs
        ]
        return (*stated, *self._perhaps)

    @cached_property
    def renamed(self) -> dict[str, str]:
        """The bodies that are taken to be one under two ids, before and after."""
        return {heir.before: heir.after for heir in self.pairs if heir.by is HeirBy.SAME_NAME}

    @cached_property
    def removed(self) -> tuple[str, ...]:
        """The bodies that were there, are not there now, and have no heir, in the order of names."""
        return tuple(body for body in self._before.bodies if not self.heirs(body))

    def constituency(self, constituency: str) -> str | None:
        """The same group of people in the later structure, by its id or else its name; None where it is not named."""
        known = self._after.structure.constituencies
        if constituency in known:
            return constituency
        name = _plain(self._before.structure.constituencies[constituency].name)
        return next((key for key, one in known.items() if _plain(one.name) == name), None)

    def theme(self, theme: str) -> str | None:
        """The same theme in the later structure, by its id or else its name; None where it is not named."""
        known = self._after.structure.themes
        if theme in known:
            return theme
        name = _plain(self._before.structure.themes[theme].name)
        return next((key for key, one in known.items() if _plain(one.name) == name), None)

    @cached_property
    def _there(self) -> frozenset[str]:
        return frozenset(self._after.bodies)

    @cached_property
    def _stated(self) -> dict[str, tuple[str, ...]]:
        return {body: heirs for body in self._lost if (heirs := self._after.replaced_by(body))}

    @cached_property
    def _lost(self) -> tuple[str, ...]:
        return tuple(body for body in self._before.bodies if body not in self._there)

    @cached_property
    def _newcomers(self) -> tuple[str, ...]:
        """Bodies there now whose id the structure before does not know."""
        return tuple(body for body in self._after.bodies if body not in self._before.structure.bodies)

    @cached_property
    def _found(self) -> dict[str, tuple[str, ...]]:
        by_name: dict[str, list[str]] = {}
        for body in self._newcomers:
            for name in _names(self._after.body(body)):
                by_name.setdefault(name, []).append(body)
        found = dict(self._stated)
        for body in self._lost:
            if body not in found and body not in self._after.structure.bodies:
                same = {one for name in _names(self._before.body(body)) for one in by_name.get(name, ())}
                if len(same) == 1:
                    found[body] = tuple(same)
        return found

    @cached_property
    def _perhaps(self) -> tuple[Heir, ...]:
        """The likeliest new name of each body without an heir."""
        claimed = {heir for heirs in self._found.values() for heir in heirs}
        newcomers = [body for body in self._newcomers if body not in claimed]
        if not self.removed or max(len(self.removed), len(newcomers)) > _FEW:
            return ()
        from difflib import SequenceMatcher  # noqa: PLC0415 - only where a body is gone without an heir

        found = []
        for body in self.removed:
            old = _plain(self._before.name(body))
            alike = [(SequenceMatcher(None, old, _plain(self._after.name(new))).ratio(), new) for new in newcomers]
            best = max(alike, default=(0.0, ""), key=lambda one: (one[0], one[1]))
            if best[0] >= _ALIKE:
                found.append(Heir(body, best[1], HeirBy.SIMILAR_NAME))
        return tuple(found)


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _names(body: Body) -> set[str]:
    return {_plain(name) for name in (body.name, *body.other_names)}
