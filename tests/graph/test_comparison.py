"""Lines and seats that were lost, beside brute force on random pairs of structures."""

from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from chance import examples
from govgraph.comparison.comparison import Comparison
from govgraph.graph import GovernanceGraph, Standing
from govgraph.model import Structure
from structures import DAY, everything

Lines = dict[str, set[str]]


def change(before: Structure, after: Structure) -> Comparison:
    return Comparison(GovernanceGraph(before, DAY), GovernanceGraph(after, DAY))


def structure(lines: Lines, exits: dict[str, set[str]]) -> Structure:
    bodies: dict[str, Any] = {
        name: {"name": name.upper(), "kind": "board", "reports_to": sorted(above)} for name, above in lines.items()
    }
    for name, words in exits.items():
        bodies[name]["accountable_to"] = sorted(words)
    return Structure.model_validate({"bodies": bodies})


def above(lines: Lines, start: str) -> set[str]:
    """A body and all above it, by walking every way there is."""
    seen, todo = {start}, [start]
    while todo:
        for one in lines[todo.pop()]:
            if one not in seen:
                seen.add(one)
                todo.append(one)
    return seen


def lost_ends(
    old: Lines, old_exits: dict[str, set[str]], new: Lines, new_exits: dict[str, set[str]], start: str
) -> set[tuple[str, str | None]]:
    """Where the lines of a body ended and do not now: outside, or at a body or in a ring where they only stopped."""
    there = above(old, start)
    now = above(new, start)
    lost: set[tuple[str, str | None]] = {
        (body, words)
        for body in there
        for words in old_exits.get(body, ())
        if words not in new_exits.get(body, ()) or body not in now
    }
    for body in there:
        ring = {one for one in above(old, body) if body in above(old, one)}
        stops = above(old, body) == ring and not any(old_exits.get(one) for one in ring)
        if stops and start not in ring and now.isdisjoint(ring):
            lost.add((min(ring), None))
    return lost


NAMES = [f"b{number}" for number in range(6)]
names = st.sampled_from(NAMES)
some_lines = st.fixed_dictionaries({name: st.sets(names, max_size=2) for name in NAMES})
some_exits = st.dictionaries(names, st.sets(st.sampled_from(["electors", "ministry"]), min_size=1), max_size=3)
gone = st.sets(names, max_size=2)


def without(lines: Lines, exits: dict[str, set[str]], left_out: set[str]) -> tuple[Lines, dict[str, set[str]]]:
    kept = {name: above - left_out for name, above in lines.items() if name not in left_out}
    return kept, {name: words for name, words in exits.items() if name not in left_out}


@examples(200)
@given(some_lines, some_exits, some_lines, some_exits, gone)
def test_every_body_that_lost_a_line_stands_under_one_cause(
    old: Lines, old_exits: dict[str, set[str]], new: Lines, new_exits: dict[str, set[str]], left_out: set[str]
) -> None:
    new, new_exits = without(new, new_exits, left_out)
    found = change(structure(old, old_exits), structure(new, new_exits)).lost_lines()
    told = [body for loss in found for body in ((*loss.others, loss.cause) if not loss.is_gone else loss.others)]
    each = {name: lost_ends(old, old_exits, new, new_exits, name) for name in new}
    lost = {name: ends for name, ends in each.items() if ends}
    assert sorted(told) == sorted(lost)
    for loss in found:
        if loss.is_gone:
            assert loss.cause in left_out
            assert loss.firsts
        members = [*loss.others, *([] if loss.is_gone else [loss.cause])]
        assert {tuple(end) for end in loss.lost} == {one for member in members for one in lost[member]}


def test_every_small_pair_of_lines() -> None:
    """Two bodies under a third, each line there or not, before and after: the cause is never below another cause."""
    pairs = [("a", "b"), ("b", "a"), ("a", "top"), ("b", "top")]
    exits = {"top": {"electors"}}
    every = list(product([False, True], repeat=len(pairs)))

    def lines(chosen: tuple[bool, ...]) -> Lines:
        made: Lines = {"a": set(), "b": set(), "top": set()}
        for (below, above), there in zip(pairs, chosen, strict=True):
            if there:
                made[below].add(above)
        return made

    for one, other in product(every, every):
        old, new = lines(one), lines(other)
        found = change(structure(old, exits), structure(new, exits)).lost_lines()
        lost = {body for body in "ab" if lost_ends(old, exits, new, exits, body)}
        assert {body for loss in found for body in (loss.cause, *loss.others)} == lost
        for loss in found:
            ring = loss.cause in new.get(next(iter(loss.others), ""), ())
            assert ring or not new[loss.cause] & lost


def scale(standing: Standing) -> int:
    """The scale of DESIGN: none, informed, consulted, contact, attends, member, voting member, chair."""
    if any(seat.part.role.value in ("chair", "co_chair") for seat in standing.seats):
        return 7
    if standing.seats:
        return 6 if any(seat.part.votes for seat in standing.seats) else 5
    ways = (standing.attends, standing.contacts, standing.consulted, standing.informed)
    return next((4 - number for number, way in enumerate(ways) if way), 0)


def is_less(now: Standing, was: Standing) -> bool:
    """Word for word what the rule says is a loss."""
    seats = [
        sum(seat.part.count for seat in one.seats if seat.part.votes or not votes)
        for one in (now, was)
        for votes in (0, 1)
    ]
    unknown, was_unknown = (any(seat.part.several for seat in one.seats) for one in (now, was))
    fewer = (seats[0] < seats[2] or seats[1] < seats[3]) and not unknown
    may_be_fewer = unknown != was_unknown and (seats[2] > 2 if unknown else seats[0] < 2)
    voted = any(contact.part.votes for contact in was.contacts)
    votes = any(contact.part.votes for contact in now.contacts)
    senior = any(contact.part.senior for contact in was.contacts)
    still_senior = any(contact.part.senior for contact in now.contacts)
    return (
        scale(now) < scale(was)
        or (seats[3] > 0 and seats[1] == 0)
        or (scale(now) == scale(was) and (fewer or may_be_fewer))
        or (was.has_own_holder and not now.has_own_holder)
        or (voted and not votes and seats[1] == 0)
        or (senior and not still_senior and not now.seats)
    )


@examples(120)
@given(everything, everything)
def test_who_takes_less_part_is_who_stands_lower_now(a: dict[str, Any], b: dict[str, Any]) -> None:
    both = change(Structure.model_validate(a), Structure.model_validate(b))
    found = {(loss.body, loss.now, loss.constituency) for loss in both.weakened()}
    expected: set[tuple[str, str | None, str]] = set()
    for body, who in product(both.before.bodies, both.before.constituencies):
        was = both.before.voice.standing(body, who)
        if was.represents or not was.level:
            continue
        heirs = both.succession.heirs(body)
        standings = {heir: both.after.voice.standing(heir, who) for heir in heirs}
        expected |= {(body, heir, who) for heir, now in standings.items() if is_less(now, was)}
        expected |= {(body, None, who)} if not heirs else set()
    assert found == expected


@examples(100)
@given(everything)
def test_nothing_is_lost_between_a_structure_and_itself(data: dict[str, Any]) -> None:
    both = change(Structure.model_validate(data), Structure.model_validate(data))
    assert both.lost_lines() == []
    for question in (
        both.dropped_constituencies,
        both.weakened,
        both.weakened_entitlements,
        both.weakened_later,
        both.lost_scrutiny,
        both.dropped_themes,
        both.orphaned,
    ):
        assert list(question()) == []
