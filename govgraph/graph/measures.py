"""A structure in numbers: the shape of its lines, distances to a seat, voting power. None of them is a verdict."""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, count
from math import factorial
from typing import NamedTuple

from govgraph.graph.governance import GovernanceGraph
from govgraph.graph.kernels import components, grouped, reversed_edges
from govgraph.graph.standing import Presence, seat_count_is_known
from govgraph.model import Seat, relation_keys

MOST_NODES = 400
"""Upper bounds are looked for among so many bodies at the most: it takes the cube of their number."""


class Shape(NamedTuple):
    """Numbers from 0 to 1, where 1 is a tree under one top; None where there is nothing to count."""

    layers: int
    """How many bodies stand above one another on the longest line; those in a ring count as one."""
    connectedness: float | None
    """The share of pairs of bodies that are tied together by lines, whichever way."""
    hierarchy: float | None
    """Of the pairs of which one answers to the other, the share in which not each answers to the other."""
    efficiency: float | None
    """How few lines there are beyond those that hold the bodies together."""
    upper_bounds: float | None
    """Of the pairs of bodies that are tied together, the share that answers to one body nearest to both."""
    flow_hierarchy: float | None
    """The share of lines that are in no ring."""


def shape(up: Sequence[Sequence[int]]) -> Shape:
    """The shape of lines: `up[i]` are the bodies that body `i` answers to, without itself and each once."""
    rings = [set(ring) for ring in components(up)]
    lines = sum(map(len, up))
    inside = sum(other in ring for ring in rings for node in ring for other in up[node])
    pieces = components([[*above, *below] for above, below in zip(up, reversed_edges(up), strict=True)])
    above = _above(up, rings)
    return Shape(
        layers=_layers(up, rings),
        connectedness=_share(sum(len(piece) * (len(piece) - 1) for piece in pieces), len(up) * (len(up) - 1)),
        hierarchy=_hierarchy(above),
        efficiency=_efficiency(pieces, lines),
        upper_bounds=_upper_bounds(pieces, above) if len(up) <= MOST_NODES else None,
        flow_hierarchy=_share(lines - inside, lines),
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _above(up: Sequence[Sequence[int]], rings: Sequence[set[int]]) -> list[set[int]]:
    """For each body, all that it answers to, at whatever distance, and itself."""
    above: list[set[int]] = [set() for _ in up]
    for ring in rings:  # what is above comes first
        union = ring.union(*(above[other] for node in ring for other in up[node]))
        for node in ring:
            above[node] = union
    return above


def _layers(up: Sequence[Sequence[int]], rings: Sequence[set[int]]) -> int:
    depth = [0] * len(up)
    for ring in rings:  # what is above comes first
        deepest = 1 + max((depth[other] for node in ring for other in up[node] if other not in ring), default=0)
        for node in ring:
            depth[node] = deepest
    return max(depth, default=0)


def _hierarchy(above: Sequence[set[int]]) -> float | None:
    pairs = mutual = 0
    for node, upper in enumerate(above):
        for other in upper - {node}:
            is_mutual = node in above[other]
            mutual += is_mutual and node < other
            pairs += not is_mutual or node < other
    return _share(pairs - mutual, pairs)


def _efficiency(pieces: Sequence[Sequence[int]], lines: int) -> float | None:
    needed = sum(len(piece) - 1 for piece in pieces)
    most = sum((len(piece) - 1) ** 2 for piece in pieces)
    return 1 - (lines - needed) / most if most else None


def _upper_bounds(pieces: Sequence[Sequence[int]], above: Sequence[set[int]]) -> float | None:
    pairs = bounded = 0
    for piece in pieces:
        for first, second in combinations(piece, 2):
            pairs += 1
            bounds = above[first] & above[second]
            bounded += any(bounds <= above[bound] for bound in bounds)
    return _share(bounded, pairs)


class Span(NamedTuple):
    """A body, and how many others answer to it directly."""

    body: str
    number: int


def lines_of(graph: GovernanceGraph) -> dict[str, list[str]]:
    """Every body on a line, with those that it answers to, each once and without itself."""
    ties = [tie for tie in graph.ties if relation_keys()[tie.relation].line and tie.body != tie.to]
    above = grouped((tie.body, tie.to) for tie in ties)
    bodies = graph.in_order({end for tie in ties for end in tie.ends})
    return {body: list(dict.fromkeys(above.get(body, ()))) for body in bodies}


def shape_of(graph: GovernanceGraph) -> Shape:
    """The shape of all lines."""
    lines = lines_of(graph)
    index = {body: number for number, body in enumerate(lines)}
    return shape([[index[other] for other in above] for above in lines.values()])


def spans(graph: GovernanceGraph) -> tuple[Span, ...]:
    """Every body to which others answer, the one with most of them first."""
    counts = Counter(body for above in lines_of(graph).values() for body in above)
    return tuple(Span(body, counts[body]) for body in sorted(graph.in_order(counts), key=lambda body: -counts[body]))


class Distance(NamedTuple):
    """From one body, for one group of people: how many steps; None where no line leads to a seat of theirs."""

    body: str
    constituency: str
    steps: int | None


def distances(graph: GovernanceGraph) -> Iterator[Distance]:
    """Every governance body with every group that is asked about."""
    ties = [tie for tie in graph.ties if relation_keys()[tie.relation].line]
    neighbours = grouped(pair for tie in ties for pair in ((tie.body, tie.to), (tie.to, tie.body)))
    for who in graph.constituencies:
        seated = [body for body in graph.bodies if graph.voice.standing(body, who).has_seat]
        steps = dict.fromkeys(seated, 0)
        for body in seated:  # grows while it is read: it is the queue
            for other in neighbours.get(body, ()):
                if other not in steps:
                    steps[other] = steps[body] + 1
                    seated.append(other)
        yield from (Distance(body, who, steps.get(body)) for body in graph.governance_bodies)


def banzhaf(weights: Sequence[int], quota: int) -> tuple[Fraction, ...]:
    """The Banzhaf index of each player: its share of all the times that somebody turns a coalition into a winning one.

    `quota` is how many votes win. All are 0 where nobody can win.
    """
    swings = [sum(_by_weight(weights, number)[max(0, quota - own) : quota]) for number, own in enumerate(weights)]
    total = sum(swings)
    return tuple(Fraction(number, total) if total else Fraction(0) for number in swings)


def shapley_shubik(weights: Sequence[int], quota: int) -> tuple[Fraction, ...]:
    """The Shapley-Shubik index of each player: in which share of all orders of voting it is the one that decides."""
    players = len(weights)
    pivots = [
        sum(
            factorial(size) * factorial(players - size - 1) * sum(row[max(0, quota - own) : quota])
            for size, row in enumerate(_by_size_and_weight(weights, number))
        )
        for number, own in enumerate(weights)
    ]
    return tuple(Fraction(number, factorial(players)) for number in pivots)


def _by_weight(weights: Sequence[int], without: int) -> list[int]:
    """How many coalitions of the other players have each weight."""
    counts = [1] + [0] * sum(weights)
    for number, weight in enumerate(weights):
        if number != without:
            for total in range(len(counts) - 1, weight - 1, -1):
                counts[total] += counts[total - weight]
    return counts


def _by_size_and_weight(weights: Sequence[int], without: int) -> list[list[int]]:
    """How many coalitions of the other players have each size and weight."""
    counts = [[0] * (sum(weights) + 1) for _ in weights]
    counts[0][0] = 1
    for number, weight in enumerate(weights):
        if number != without:
            for size in range(len(weights) - 1, 0, -1):
                smaller, larger = counts[size - 1], counts[size]
                for total in range(len(larger) - 1, weight - 1, -1):
                    larger[total] += smaller[total - weight]
    return counts


MOST_VOTES = 200
"""Power is counted among so many votes at the most."""


class Block(NamedTuple):
    """The seats on one body that speak for the same group, or are held by the same body.

    `constituencies` are ids of the groups it speaks for, `holder` the id of the body that holds it where it speaks for
    none; both empty: seats of which neither is stated, each a block of its own.
    """

    body: str
    constituencies: tuple[str, ...]
    holder: str | None
    seats: int
    votes: int
    banzhaf: Fraction | None
    shapley_shubik: Fraction | None
    """The indices, where a simple majority of all votes decides; None where not every vote is stated."""


def blocks(graph: GovernanceGraph) -> Iterator[Block]:
    """The blocks of each governance body of which some seat is stated to vote, in the order of names."""
    for body in graph.governance_bodies:
        membership = graph.voice.membership(body)
        if any(seat.part.votes for seat in membership.filled):
            known = membership.complete and seat_count_is_known(membership.filled)
            known = known and all(seat.part.votes is not None for seat in membership.filled)
            yield from _of_body(body, _by_owner(graph, body, membership.filled), votes_are_known=known)


_Owner = tuple[tuple[str, ...], str | None, int]


def _by_owner(graph: GovernanceGraph, body: str, seats: tuple[Presence[Seat], ...]) -> dict[_Owner, list[Seat]]:
    people_of = grouped(
        (seat.number, who) for who in graph.structure.constituencies for seat in graph.voice.standing(body, who).seats
    )
    numbers = count()

    def pairs(seat: Presence[Seat]) -> Iterator[tuple[_Owner, Seat]]:
        people = tuple(people_of.get(seat.number, ()))
        holder = None if people else seat.part.holder
        if people or holder is not None:
            yield (people, holder, -1), seat.part
        else:  # nobody is known to bind them, though one entry may stand for several
            single = seat.part.model_copy(update={"count": 1})
            yield from ((((), None, next(numbers)), single) for _ in range(seat.part.count))

    return grouped(pair for seat in seats for pair in pairs(seat))


def _of_body(body: str, seats_by_owner: dict[_Owner, list[Seat]], *, votes_are_known: bool) -> Iterator[Block]:
    weights = [sum(seat.count for seat in seats if seat.votes) for seats in seats_by_owner.values()]
    power: list[tuple[Fraction | None, Fraction | None]] = [(None, None)] * len(weights)
    if votes_are_known and sum(weights) <= MOST_VOTES:
        quota = sum(weights) // 2 + 1
        power = list(zip(banzhaf(weights, quota), shapley_shubik(weights, quota), strict=True))
    for ((people, holder, _), seats), votes, indices in zip(seats_by_owner.items(), weights, power, strict=True):
        yield Block(body, people, holder, sum(seat.count for seat in seats), votes, *indices)
