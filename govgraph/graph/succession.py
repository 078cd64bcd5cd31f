"""Which body of one structure stands for which body of another: by its id, by what it states, by its name."""

from functools import cached_property

from govgraph.graph.governance import GovernanceGraph
from govgraph.model import Heir, HeirBy
from govgraph.model.called import plain_name

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
        if body in self._there:
            return (body,)
        return self._found.get(body, ())

    def perhaps(self, body: str) -> tuple[str, ...]:
        """The body of a similar name that is proposed for one without an heir."""
        return tuple(heir.after for heir in self._perhaps if heir.before == body)

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
        name = plain_name(self._before.structure.constituencies[constituency].name)
        return next((key for key, one in known.items() if plain_name(one.name) == name), None)

    def theme(self, theme: str) -> str | None:
        """The same theme in the later structure, by its id or else its name; None where it is not named."""
        known = self._after.structure.themes
        if theme in known:
            return theme
        name = plain_name(self._before.structure.themes[theme].name)
        return next((key for key, one in known.items() if plain_name(one.name) == name), None)

    def body_name(self, body: str) -> str:
        """The name of a body of the later structure."""
        return self._after.name(body)

    def theme_name(self, theme: str) -> str:
        """The name of a theme of the later structure."""
        return self._after.structure.themes[theme].name

    @cached_property
    def _there(self) -> frozenset[str]:
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
        return tuple(body for body in self._before.bodies if body not in self._there)

    @cached_property
    def _newcomers(self) -> tuple[str, ...]:
        """Bodies there now whose id the structure before does not know."""
        return tuple(body for body in self._after.bodies if body not in self._before.structure.bodies)

    @cached_property
    def _by_main_name(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for body in self._newcomers:
            found.setdefault(plain_name(self._after.name(body)), []).append(body)
        return found

    @cached_property
    def _by_other_name(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for body in self._newcomers:
            for name in self._after.body(body).other_names:
                found.setdefault(plain_name(name), []).append(body)
        return found

    @cached_property
    def _stated(self) -> dict[str, tuple[str, ...]]:
        return {body: heirs for body in self._lost if (heirs := self._after.replaced_by(body))}

    @cached_property
    def _found(self) -> dict[str, tuple[str, ...]]:
        found = dict(self._stated)
        for body in self._lost:
            gone_by_word = body in self._after.structure.bodies and body not in self._after.bodies
            if body not in found and not gone_by_word:
                same = self._of_the_same_name(body)
                if len(same) == 1:
                    found[body] = tuple(same)
        return found

    def _of_the_same_name(self, body: str) -> set[str]:
        """Newcomers whose name it had, or who say that they had its name; a short name that two share is not enough."""
        stated = self._before.body(body)
        name = plain_name(stated.name)
        others = [plain_name(one) for one in stated.other_names]
        found = {*self._by_main_name.get(name, ()), *self._by_other_name.get(name, ())}
        return found.union(*(self._by_main_name.get(one, ()) for one in others))

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
            old = plain_name(self._before.name(body))[:_LONG]
            alike = [
                (SequenceMatcher(None, old, plain_name(self._after.name(new))[:_LONG]).ratio(), new)
                for new in newcomers
            ]
            best = max(alike, default=(0.0, ""), key=lambda one: (one[0], one[1]))
            if best[0] >= _ALIKE:
                found.append(Heir(body, best[1], HeirBy.SIMILAR_NAME))
        return tuple(found)
