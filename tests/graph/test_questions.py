"""The questions of the graph equal brute force on all small structures and on random ones."""

from collections.abc import Collection
from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from chance import examples
from govgraph.graph import GovernanceGraph
from govgraph.model import Structure
from helpers import DAY

Lines = dict[str, set[str]]


def structure(lines: Lines, exits: set[str], ended: Collection[str] = ()) -> Structure:
    bodies: dict[str, Any] = {
        name: {"name": name.upper(), "kind": "board", "reports_to": sorted(above)} for name, above in lines.items()
    }
    for name in exits:
        bodies[name]["accountable_to"] = "all"
    for name in ended:
        bodies[name]["until"] = "2019"
    return Structure.model_validate({"bodies": bodies})


def every_small_structure() -> list[tuple[Lines, set[str]]]:
    names = ["a", "b", "c"]
    pairs = list(product(names, names))
    found: list[tuple[Lines, set[str]]] = []
    for chosen in product([False, True], repeat=len(pairs)):
        lines: Lines = {name: set() for name in names}
        for (below, above), is_there in zip(pairs, chosen, strict=True):
            if is_there:
                lines[below].add(above)
        found.extend((lines, exits) for exits in (set(), {"a"}, {"b", "c"}))
    return found


names = st.sampled_from([f"b{number}" for number in range(9)])
random_lines = st.dictionaries(names, st.sets(names, max_size=3), min_size=1).map(
    lambda lines: {
        name: lines.get(name, set()) for name in {*lines, *(above for every in lines.values() for above in every)}
    }
)


def reaches(lines: Lines, start: str, without: str | None = None) -> set[str]:
    if start == without:
        return set()
    found = {start}
    while True:
        more = found | {above for body in found for above in lines[body] if above != without}
        if more == found:
            return found
        found = more


def holds(lines: Lines, exits: set[str], without: str | None = None) -> set[str]:
    return {body for body in lines if reaches(lines, body, without) & (exits - {without})}


def check_against_brute_force(lines: Lines, exits: set[str]) -> None:
    asked = GovernanceGraph(structure(lines, exits), DAY).accountability
    good = holds(lines, exits)
    assert {body for body in lines if asked.has_line(body)} == good

    rings = {
        frozenset(other for other in lines if other in reaches(lines, body) and body in reaches(lines, other))
        for body in lines
    }
    rings = {ring for ring in rings if len(ring) > 1 or next(iter(ring)) in lines[next(iter(ring))]}
    assert {frozenset(ring) for ring in asked.rings} == rings

    places = set()
    for body in set(lines) - good:
        ring = {other for other in reaches(lines, body) if body in reaches(lines, other)}
        if reaches(lines, body) == ring:
            places.add(frozenset(ring))
    stops = asked.dead_ends.all()
    assert {frozenset(stop.bodies) for stop in stops} == places
    under = [body for stop in stops for body in (*stop.bodies, *stop.others)]
    assert sorted(under) == sorted(set(lines) - good)
    for stop in stops:
        assert all(reaches(lines, body) >= set(stop.bodies) for body in stop.others)

    for body in lines:
        cut = good - holds(lines, exits, without=body) - {body}
        told = [point for point in asked.cut_offs(1) if point.body == body]
        assert [point.number for point in told] == ([len(cut)] if cut else [])
        assert [set(point.others) for point in told] == ([cut] if cut else [])


def test_all_small_structures() -> None:
    for lines, exits in every_small_structure():
        check_against_brute_force(lines, exits)


@examples(200)
@given(random_lines, st.sets(names))
def test_random_structures(lines: Lines, exits: set[str]) -> None:
    check_against_brute_force(lines, exits & set(lines))


@examples(200)
@given(random_lines, st.sets(names), st.sets(names))
def test_what_has_ended_is_told_for_just_those_who_would_hold(lines: Lines, exits: set[str], ended: set[str]) -> None:
    exits, ended = exits & set(lines), ended & set(lines)
    graph = GovernanceGraph(structure(lines, exits, ended), DAY)
    alive = {body: above - ended for body, above in lines.items() if body not in ended}
    would_hold = (holds(lines, exits) - ended) - holds(alive, exits - ended)
    told = [body for one in graph.history.ended for body in (one.body, *one.others) if body not in ended]
    assert sorted(told) == sorted(would_hold)


@examples(100)
@given(random_lines, st.sets(names))
def test_a_line_is_a_path_that_ends_where_it_says(lines: Lines, exits: set[str]) -> None:
    exits &= set(lines)
    asked = GovernanceGraph(structure(lines, exits), DAY).accountability
    for body in lines:
        line = asked.line(body)
        here = body
        for step in line.steps:
            assert step.start == here
            here = step.end
        if line.leaves is not None:
            assert line.steps[-1].relation == "accountable_to"
            assert line.leaves.body in exits
        else:
            assert here in line.stops_at


def without_line(lines: Lines, exits: set[str]) -> set[str]:
    asked = GovernanceGraph(structure(lines, exits), DAY).accountability
    return {body for body in lines if not asked.has_line(body)}


@examples(100)
@given(random_lines, st.sets(names), st.data())
def test_adding_a_line_never_leaves_more_without_one(lines: Lines, exits: set[str], data: st.DataObject) -> None:
    exits &= set(lines)
    before = without_line(lines, exits)
    body, above = data.draw(st.sampled_from(sorted(lines))), data.draw(st.sampled_from(sorted(lines)))
    more = {**lines, body: lines[body] | {above}}
    assert without_line(more, exits) <= before
