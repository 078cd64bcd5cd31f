"""What differs between two structures: a table of changes, and the algebra of them."""

import copy
import random
from typing import Any

import pytest
from applying import applied, inverse
from hypothesis import given
from hypothesis import strategies as st

from chance import examples
from govgraph.comparison.changes import changes, normalise
from govgraph.engine.arrows import from_arrows
from govgraph.formats import read, read_text
from govgraph.model import Structure
from helpers import FIXTURES
from renaming import plain, shuffled
from structures import everything

STORIES = sorted(FIXTURES.glob("*/structure.yaml"))


def normal(structure: Structure) -> Any:
    """What a structure means, however it is written: without defaults, every list in an order of its own.

    No list of a structure means its order.
    """

    def ordered(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: ordered(one) for key, one in value.items() if one not in ({}, [])}
        return sorted(map(ordered, value), key=str) if isinstance(value, list) else value

    data = structure.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)
    own = {key: data.pop(key, None) for key in ("status", "membership", "lines", "source")}
    for entry in data.get("bodies", {}).values():
        settle_body(entry, own)
    return ordered(data)


def settle_body(entry: dict[str, Any], of_file: dict[str, Any]) -> None:
    """Give a body what its file states for it, and take from it and its records what says nothing new."""
    for key, value in of_file.items():
        entry.setdefault(key, value)
    for key, default in (("status", "in_place"), ("membership", "partial"), ("lines", "partial")):
        entry[key] = entry[key] or default
    for records in entry.values():
        for record in records if isinstance(records, list) else ():
            if not isinstance(record, dict):
                continue
            if record.get("status") == entry["status"]:
                record.pop("status")
            if record.get("source") == entry["source"]:
                record.pop("source", None)
            if record.get("votes") is False and record.get("role") in ("adviser", "attendee", "observer"):
                record.pop("votes")


def short(before: str, after: str) -> list[tuple[str, str, str]]:
    """The changes between two structures in arrow notation: what happened, to what, where."""
    found = changes(from_arrows(before), from_arrows(after))
    return [(one.kind.value, one.noun, "/".join(map(str, one.path))) for one in found]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("a -- reports_to --> b", "a -- reports_to --> b", []),
        ("a: board", "a: board\nb: panel", [("added", "body", "bodies/b")]),
        ("a: board\nb: panel", "a: board", [("removed", "body", "bodies/b")]),
        ("a: board", "a: panel", [("changed", "kind", "bodies/a/kind")]),
        ("a: board", "a: board, strategic", [("added", "level", "bodies/a/level")]),
        ("a: board, name A", "a: board, name B", [("changed", "name", "bodies/a/name")]),
        (
            "a -- reports_to --> b\nc: board",
            "a -- reports_to --> c\nb: board",
            [
                ("removed", "relation", "bodies/a/reports_to"),
                ("added", "relation", "bodies/a/reports_to"),
            ],
        ),
        (
            "a -- reports_to --> b",
            "a -- reports_to[proposed] --> b",
            [("changed", "relation", "bodies/a/reports_to")],
        ),
        (
            "f -- sits_on[p, voting] --> a",
            "f -- sits_on[p, non-voting] --> a",
            [("changed", "seat", "bodies/a/seats")],
        ),
        (
            "f -- sits_on[p, chair] --> a\nf -- sits_on[p, member] --> a",
            "f -- sits_on[p, member] --> a",
            [("removed", "seat", "bodies/a/seats")],
        ),
        (
            "a: board\nc -- contact_for[p] --> a",
            "a: board\nc -- contact_for[p, senior] --> a",
            [("changed", "contact", "bodies/a/contacts")],
        ),
        (
            "a -- responsible_for --> t",
            "a: board\nthemes: t",
            [("removed", "duty", "bodies/a/responsible_for")],
        ),
    ],
)
def test_each_kind_of_change(before: str, after: str, expected: list[tuple[str, str, str]]) -> None:
    assert sorted(short(before, after)) == sorted(expected)


def test_a_changed_record_says_which_fields() -> None:
    (change,) = changes(
        from_arrows("f -- sits_on[p, voting, chair] --> a"), from_arrows("f -- sits_on[p, non-voting] --> a")
    )
    assert [tuple(field) for field in change.fields()] == [("role", "chair", None), ("votes", True, False)]


def test_how_a_thing_is_written_is_no_change() -> None:
    short_form = (
        "status: proposed\nbodies: {a: {name: A, kind: board, reports_to: b, several: no}, b: {name: B, kind: board}}"
    )
    long_form = (
        "bodies:\n  b: {kind: board, name: B, status: proposed}\n"
        "  a: {kind: board, name: A, membership: partial, status: proposed, reports_to: [{to: b, lead: false}]}\n"
    )
    assert changes(read_text(short_form), read_text(long_form)) == ()


def test_moving_a_default_that_changes_what_holds_is_told_where_it_holds() -> None:
    bodies = "bodies: {a: {name: A, kind: board}, b: {name: B, kind: board, membership: partial}}"
    found = changes(read_text(bodies), read_text(f"membership: complete\n{bodies}"))
    assert [(one.kind.value, one.path, one.after) for one in found] == [
        ("added", ("bodies", "a", "membership"), "complete")
    ]


@examples(80)
@given(everything, everything)
def test_the_changes_done_to_one_give_the_other(a: dict[str, Any], b: dict[str, Any]) -> None:
    one, other = Structure.model_validate(a), Structure.model_validate(b)
    assert normal(applied(changes(one, other), one)) == normal(other)


@examples(80)
@given(everything, everything)
def test_the_changes_back_are_the_inverse(a: dict[str, Any], b: dict[str, Any]) -> None:
    one, other = Structure.model_validate(a), Structure.model_validate(b)
    forth, back = changes(one, other), changes(other, one)
    assert sorted(map(str, back)) == sorted(str(inverse(change)) for change in forth)
    assert normal(applied([inverse(change) for change in reversed(forth)], other)) == normal(one)


@examples(80)
@given(everything, st.randoms(use_true_random=False))
def test_nothing_differs_from_itself_in_any_order(data: dict[str, Any], chance: random.Random) -> None:
    other = shuffled(copy.deepcopy(data), chance)
    for body in other["bodies"].values():
        for value in body.values():
            if isinstance(value, list):
                chance.shuffle(value)
    assert changes(Structure.model_validate(data), Structure.model_validate(other)) == ()


@pytest.mark.parametrize("before", STORIES, ids=lambda path: path.parent.name)
def test_the_stories_lead_to_one_another(before: Any) -> None:
    one = read(before)
    for after in STORIES:
        other = read(after)
        assert normal(applied(changes(one, other), one)) == normal(other)


def test_a_seat_that_says_nothing_is_a_seat() -> None:
    from govgraph.pipeline import compare
    from govgraph.render import github, markdown, text

    bare = read_text("bodies: {a: {name: A, kind: board}}")
    seat = read_text("bodies: {a: {name: A, kind: board, seats: {role: member}}}")
    for one, other in ((bare, seat), (seat, bare)):
        report = compare(one, other, as_of="2020-01-01")
        assert "seat" in text.render(report, every_change=True)
        assert "seat" in markdown.render(report)
        assert github.render(report)


def test_a_change_that_does_not_fit_is_refused() -> None:
    found = changes(from_arrows("a -- reports_to --> b"), from_arrows("a: board\nb: board"))
    with pytest.raises(ValueError, match="relation to change is not there"):
        applied(found, from_arrows("a: board\nb: board"))


def test_data_that_is_settled_is_a_structure_that_states_the_same() -> None:
    for path in STORIES:
        structure = read(path)
        again = Structure.model_validate(normalise(structure))
        assert changes(structure, again) == ()
        assert plain(again)["bodies"].keys() == structure.bodies.keys()
