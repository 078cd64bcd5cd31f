"""DAT105: bodies that may be one body twice, or do the same work."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from math import ceil
from typing import Annotated, NamedTuple

from pydantic import Field

from govgraph.engine import Options, rule
from govgraph.findings import Bodies, Hit, Severity, Themes, say
from govgraph.graph import GovernanceGraph, Step
from govgraph.graph.kernels import walk

_MIN_COMMON = 2
"""So many holders of seats must be the same at least: one alone sits on many bodies."""
_ROUNDING = 1e-9
"""The rounding error of a share that is multiplied."""


class ShareOptions(Options):
    """Which share of all who hold seats on either of two bodies must sit on both."""

    share: Annotated[float, Field(gt=0, le=1)] = 0.5


class _Profile(NamedTuple):
    """What is compared of a body."""

    above: frozenset[str]
    themes: frozenset[str]
    holders: frozenset[str]


def _profiles(graph: GovernanceGraph) -> dict[str, _Profile]:
    """The governance bodies for which the file has everything that is compared."""
    themes: dict[str, set[str]] = {}
    for theme in graph.structure.themes:
        for step in (*graph.owners(theme), *graph.monitors(theme)):
            themes.setdefault(step.start or "", set()).add(theme)
    profiles = {}
    for body in graph.governance_bodies:
        if body in themes:
            above = frozenset(step.end for step in graph.accountability.steps_from(body)) - {body}
            seats = graph.voice.membership(body).filled
            holders = {seat.part.holder for seat in seats if seat.part.holder is not None}
            holders = {holder for holder in holders if graph.exclusion_reason(holder) is None}
            profile = _Profile(above, frozenset(themes[body]), frozenset(holders))
            if profile.above and len(profile.holders) >= _MIN_COMMON:
                profiles[body] = profile
    return profiles


def _neighbours(profiles: Mapping[str, _Profile]) -> list[list[str]]:
    """The bodies that answer to the same body and have a theme in common."""
    neighbours: dict[tuple[str, str], list[str]] = {}
    for body, profile in profiles.items():
        for pair in product(profile.above, profile.themes):
            neighbours.setdefault(pair, []).append(body)
    return [bodies for bodies in neighbours.values() if len(bodies) > 1]


def _of_neighbours(graph: GovernanceGraph, options: ShareOptions) -> str | None:
    if _neighbours(_profiles(graph)):
        return None
    return "No two bodies in the file report to the same body, share a theme and have two named seat holders each."


@rule(code="DAT105", name="duplicate-bodies", severity=Severity.NOTE, applies_to=_of_neighbours, options=ShareOptions)
def duplicate_bodies(graph: GovernanceGraph, options: ShareOptions) -> Iterator[Hit]:
    """Two bodies answer to the same body, have a theme in common, and mostly the same holders of seats.

    Why it matters:
        Either the file lists one body twice, under an old name and a new one, or the same people meet twice on the
        same matter, and each of the two bodies can take the other to have dealt with it.

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
        If they are one body, keep one entry for it, or record that the old one has ended. If they are two, ask each
        what it does that the other does not, and ask for them to be merged if neither can say. `share` sets how alike
        they must be.
    """
    profiles = _profiles(graph)
    alike: dict[str, set[str]] = {}
    for bodies in _neighbours(profiles):
        for body, other in _similar_pairs({body: profiles[body].holders for body in bodies}, options.share):
            alike.setdefault(body, set()).add(other)
            alike.setdefault(other, set()).add(body)
    for group in _groups(graph, alike):
        yield _hit(graph, group, [profiles[body] for body in group])


def _similar_pairs(holders: Mapping[str, frozenset[str]], share: float) -> Iterator[tuple[str, str]]:
    """Pairs of bodies with enough holders in common; of those with the very same holders, each with the first.

    Holders are looked up rarest first: of two bodies that are alike, one of the rarest of each sits on both. So those
    who sit everywhere bring no two bodies together, and few pairs are compared.
    """
    frequency = Counter(holder for held in holders.values() for holder in held)
    seen: dict[str, list[str]] = {}
    first: dict[frozenset[str], str] = {}
    for body, held in holders.items():
        if held in first:
            yield first[held], body
            continue
        first[held] = body
        required = max(_MIN_COMMON, ceil(share * len(held) - _ROUNDING))
        rarest = sorted(held, key=lambda holder: (frequency[holder], holder))[: len(held) - required + 1]
        for other in {other for holder in rarest for other in seen.get(holder, ())}:
            common = len(held & holders[other])
            if common >= max(_MIN_COMMON, share * len(held | holders[other]) - _ROUNDING):
                yield other, body
        for holder in rarest:
            seen.setdefault(holder, []).append(body)


def _groups(graph: GovernanceGraph, alike: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """Groups of bodies that are alike, directly or by way of others."""
    seen: set[str] = set()
    for body in graph.in_order(alike):
        if body not in seen:
            group = walk([body], alike.__getitem__)
            seen.update(group)
            yield graph.in_order(group)


def _hit(graph: GovernanceGraph, bodies: tuple[str, ...], profiles: list[_Profile]) -> Hit:
    common = _Profile(*(frozenset.intersection(*values) for values in zip(*profiles, strict=True)))
    message = say(
        "{bodies} seem to do the same work, or to be one body listed more than once.", bodies=Bodies.of(graph, bodies)
    )
    if all(common):
        themes = sorted(common.themes, key=lambda theme: graph.structure.themes[theme].name)
        holders = frozenset.union(*(profile.holders for profile in profiles))
        message &= say("They report to {above}.", above=Bodies.of(graph, graph.in_order(common.above)))
        message &= say("They share {themes}.", themes=Themes.of(graph, themes))
        message &= say(
            "{holders} [sits|sit] on each of them, out of {all} named seat holders.",
            holders=Bodies.of(graph, graph.in_order(common.holders)),
            all=len(holders),
        )
    else:
        message &= say(
            "Each reports to the same body as another of them, shares a theme with it, and has mostly the same members."
        )
    witness: list[Step] = []
    for body, profile in zip(bodies, profiles, strict=True):
        seats = graph.voice.membership(body).filled
        witness += graph.accountability.steps_from(body)
        witness += [seat.step for seat in seats if seat.part.holder in profile.holders]
    return Hit(
        bodies=bodies,
        message=message,
        witness=witness,
        fix=say("If these entries are one body, keep only one of them, or record which have ended.")
        & say("If not, ask each what it does that the others do not."),
    )
