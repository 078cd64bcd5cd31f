"""DAT105: bodies that may be one body twice, or do the same work."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from math import ceil
from typing import Annotated, NamedTuple

from pydantic import Field

from govgraph.findings import Hit, Severity, Step
from govgraph.graph import GovernanceGraph
from govgraph.model import relation_keys
from govgraph.rules._rule import Options, rule
from govgraph.rules._words import listed, names

_COMMON = 2
"""So many holders of seats must be the same at least: one alone sits on many bodies."""
_NEARLY = 1e-9
"""What is lost where a share is multiplied."""


class ShareOptions(Options):
    """Which share of all who hold seats on either of two bodies must sit on both."""

    share: Annotated[float, Field(gt=0, le=1)] = 0.5


class _Known(NamedTuple):
    """What is compared of a body."""

    above: frozenset[str]
    themes: frozenset[str]
    holders: frozenset[str]

    def common(self, other: "_Known") -> "_Known":
        """What another body has too."""
        return _Known(*(mine & theirs for mine, theirs in zip(self, other, strict=True)))


def _known(graph: GovernanceGraph) -> dict[str, _Known]:
    """The governance bodies of which everything is stated that is compared."""
    themes: dict[str, set[str]] = {}
    for theme in graph.structure.themes:
        for step in (*graph.owners(theme), *graph.monitors(theme)):
            themes.setdefault(step.start or "", set()).add(theme)
    found = {}
    for body in graph.governance_bodies:
        if body in themes:
            known = _Known(_above(graph, body), frozenset(themes[body]), _holders(graph, body))
            if known.above and len(known.holders) >= _COMMON:
                found[body] = known
    return found


def _above(graph: GovernanceGraph, body: str) -> frozenset[str]:
    keys, ties = relation_keys(), graph.ties_of(body)
    return frozenset(tie.to for tie in ties if tie.body == body and tie.to != body and keys[tie.relation].line)


def _holders(graph: GovernanceGraph, body: str) -> frozenset[str]:
    filled = {seat.part.holder for seat in graph.voice.membership(body).filled}
    return frozenset(one for one in filled if one is not None and graph.why_not_there(one) is None)


def _beside(known: Mapping[str, _Known]) -> list[list[str]]:
    """The bodies that answer to the same body and have a theme in common."""
    found: dict[tuple[str, str], list[str]] = {}
    for body, one in known.items():
        for above in one.above:
            for theme in one.themes:
                found.setdefault((above, theme), []).append(body)
    return [bodies for bodies in found.values() if len(bodies) > 1]


def _of_bodies_beside(graph: GovernanceGraph, options: ShareOptions) -> str | None:
    if _beside(_known(graph)):
        return None
    return (
        "No two governance bodies are stated to answer to the same body, to have a theme in common, and to have seats "
        "of which two holders or more are named."
    )


@rule(code="DAT105", name="duplicate-bodies", severity=Severity.NOTE, asks=_of_bodies_beside, options=ShareOptions)
def duplicate_bodies(graph: GovernanceGraph, options: ShareOptions) -> Iterator[Hit]:
    """Two bodies answer to the same body, have a theme in common, and mostly the same holders of seats.

    Why it matters:
        Either one body stands in the file twice, under an old name and a new one, or the same people meet twice on
        the same matter, and each of the two bodies can take the other to have dealt with it.

    Flagged:
        steering-group -- reports_to --> board
        action-group -- reports_to --> board
        steering-group -- responsible_for --> waits
        action-group -- monitors --> waits
        trust -- sits_on --> steering-group
        council -- sits_on --> steering-group
        trust -- sits_on --> action-group
        council -- sits_on --> action-group

    Clean:
        steering-group -- reports_to --> board
        action-group -- reports_to --> board
        steering-group -- responsible_for --> waits
        action-group -- monitors --> waits
        trust -- sits_on --> steering-group
        council -- sits_on --> steering-group
        trust -- sits_on --> action-group
        forum -- sits_on --> action-group

    How to fix:
        If they are one body, keep one entry for it, or state that the old one has ended. If they are two, ask what
        each does that the other does not, and merge them if nobody can say. `share` sets how alike they must be.
    """
    known = _known(graph)
    like: dict[str, set[str]] = {}
    for bodies in _beside(known):
        for one, other in _alike({body: known[body].holders for body in bodies}, options.share):
            like.setdefault(one, set()).add(other)
            like.setdefault(other, set()).add(one)
    for together in _together(graph, like):
        yield _hit(graph, together, [known[body] for body in together])


def _alike(holders: Mapping[str, frozenset[str]], share: float) -> Iterator[tuple[str, str]]:
    """Pairs of bodies with enough holders in common; of those with the very same holders, each with the first.

    Holders are looked up rarest first: of two bodies that are alike, one of the rarest of each sits on both. So whoever
    sits everywhere brings no two bodies together, and few pairs are compared.
    """
    often = Counter(holder for own in holders.values() for holder in own)
    seen: dict[str, list[str]] = {}
    first: dict[frozenset[str], str] = {}
    for body, own in holders.items():
        if own in first:
            yield first[own], body
            continue
        first[own] = body
        needed = max(_COMMON, ceil(share * len(own) - _NEARLY))
        rarest = sorted(own, key=lambda holder: (often[holder], holder))[: len(own) - needed + 1]
        for other in {other for holder in rarest for other in seen.get(holder, ())}:
            common = len(own & holders[other])
            if common >= max(_COMMON, share * len(own | holders[other]) - _NEARLY):
                yield other, body
        for holder in rarest:
            seen.setdefault(holder, []).append(body)


def _together(graph: GovernanceGraph, like: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """Bodies that are alike, each with all to which a row of such leads."""
    told: set[str] = set()
    for body in graph.in_order(like):
        if body not in told:
            row = [body]
            told.add(body)
            for one in row:  # grows while it is read: it is the queue
                fresh = [other for other in like[one] if other not in told]
                told.update(fresh)
                row += fresh
            yield graph.in_order(row)


def _hit(graph: GovernanceGraph, bodies: tuple[str, ...], known: list[_Known]) -> Hit:
    told, common = names(graph, bodies), reduce(_Known.common, known)
    either = frozenset[str]().union(*(one.holders for one in known))
    message = f"{told} seem to do the same work, or to be one body stated more than once"
    if all(common):
        themes = sorted(graph.structure.themes[theme].name for theme in common.themes)
        message += f": they answer to {names(graph, graph.in_order(common.above))}, have a theme in common "
        message += f"({listed(themes)}), and of the {len(either)} bodies named as holding seats on them "
        message += f"{len(common.holders)} hold seats on each: {names(graph, graph.in_order(common.holders))}."
    else:
        message += ": each answers to the same body as another of them, has a theme in common with it, and is made up "
        message += "of mostly the same holders of seats."
    return Hit(
        bodies=bodies,
        message=message,
        witness=[step for body, one in zip(bodies, known, strict=True) for step in _evidence(graph, body, one)],
        fix=f"If {told} are one body, keep one entry for it, or state which of them has ended. If not, ask what each "
        "does that no other does, and have them merged if nobody can say.",
    )


def _evidence(graph: GovernanceGraph, body: str, known: _Known) -> list[Step]:
    """To whom a body answers, and who sits on it."""
    seats = [seat.step for seat in graph.voice.membership(body).filled if seat.part.holder in known.holders]
    return [*graph.accountability.steps_from(body), *seats]
