"""What the page tells of one body: how it is called, its details, its lines and the voices that reach it."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings

import govgraph
from browser import Opener
from corpus import corpus
from draw_pages import Diagram, Tie, drawing, fixture, generated, html
from govgraph.graph import Trace
from govgraph.model import Structure
from govgraph.render.trace import trace_texts
from govgraph.showing import trace
from helpers import DAY, mostly_long
from structures import drawn

CALLED = {
    "board": "Board, board, strategic. Is part of Council. Is scrutinised by Panel. Group: this reports to it. "
    "Parent carers: attends; seat not stated. 1 problem. 2 questions the file does not answer.",
    "council": "Council, organisation. The file does not say to whom it answers. Board: this is part of it. "
    "1 problem. 1 question the file does not answer.",
    "forum": "Forum, organisation. The file does not say to whom it answers. 1 problem.",
    "group": "Group, working group, operational. Reports to Board. Works with Panel. "
    "Parent carers: seat with a vote. 1 problem. 1 question the file does not answer.",
    "panel": "Panel, board. The file does not say to whom it answers. Board: this is scrutinised by it. "
    "Group: this works with it. Parent carers: not stated. 1 problem. 5 questions the file does not answer.",
}


def test_a_body_is_called_by_its_name_kind_relations_both_ways_and_who_is_heard(opened: Opener) -> None:
    with opened(html("small")) as shown:
        diagram = Diagram(shown, drawing("small"))
        for key, called in CALLED.items():
            found = shown.page.get_by_role("button", name=called, exact=True)
            assert found.evaluate_all("all => all.map((one) => one.id)") == [diagram.body(key)[1:]]


# Each body is opened, its details and what is lit are written down, and it is closed again: all in one round trip.
TELL = """() => [...document.querySelectorAll('#gg .body:not(.off)')].map((body) => {
    body.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true}));
    const words = (one) => one.innerText.replace(/\\s+/g, ' ').trim();
    const isSeen = (one) => one.checkVisibility();
    const parts = [...document.querySelectorAll('#slot h4')].filter(isSeen).map(
        (title) => [words(title), [...title.nextElementSibling.children].map((one) => [one.className, words(one)])]);
    const links = (css) => [...document.querySelectorAll('#gg .link' + css)].map((one) => Number(one.dataset.link));
    const hidden = links('.lit:is(.off, .filtered), .voice:is(.off, .filtered)');
    const name = words(document.querySelector('#slot h3'));
    const found = [Number(body.id.slice(1)), name, parts, links('.lit'), links('.voice'), hidden];
    document.getElementById('close').click();
    return found;
})"""


def pairs(ties: set[Tie]) -> set[tuple[str, str]]:
    """Of two lines between the same bodies `trace` tells the first, and of a body's line to itself nothing."""
    return {(start, end) for start, _, end in ties if start != end}


def lines_of(traced: Trace) -> set[Tie]:
    return {(step.start, step.relation, step.end) for step in traced.steps if step.start}


def voices_of(traced: Trace) -> set[Tie]:
    """The seats that a group has here, or on the nearest body below, and the way from there."""
    return set(_voices_of(traced))


def _voices_of(traced: Trace) -> Iterator[Tie]:
    for heard in traced.voices:
        standing = heard.standing
        if not (standing.has_seat or standing.attends):
            if heard.nearest_below is None:
                continue
            yield from ((step.start or "", step.relation, step.end) for step in heard.way_up)
            standing = traced.graph.voice.standing(heard.nearest_below, heard.constituency)
        for presence in (*standing.seats, *standing.attends):
            holder = presence.part.holder
            if holder in traced.graph.bodies:
                yield holder, presence.step.relation, presence.body


def assert_told_as_traced(opened: Opener, structure: Structure) -> None:
    day = structure.as_of or DAY
    drawn = govgraph.draw(structure, as_of=day)
    with opened(drawn.html()) as shown:
        diagram = Diagram(shown, drawn)
        told_of = set()
        for number, name, parts, lit, voice, hidden in shown.page.evaluate(TELL):
            (key,) = diagram.named([number])
            told_of.add(key)
            traced = trace(structure, key, as_of=day)
            assert name == " ".join(traced.graph.name(key).split())
            told = dict(parts)
            for part in trace_texts(traced):
                stated = [["deeper" if deep else "", " ".join(said.split())] for deep, said in part.sentences]
                assert told[part.title] == stated, (key, part.title)
            assert pairs(diagram.links_named(lit)) == pairs(lines_of(traced)), key
            assert lines_of(traced) <= diagram.links_named(lit), key
            assert diagram.links_named(voice) == voices_of(traced), key
            assert hidden == [], (key, diagram.links_named(hidden))
        assert told_of == set(traced.graph.bodies)


@pytest.mark.parametrize(
    "name",
    mostly_long(["shropshire-draft-2020", "central-bedfordshire", "suffolk-2021"], "shropshire-draft-2020"),
)
def test_details_lines_and_voices_are_those_of_trace(opened: Opener, name: str) -> None:
    assert_told_as_traced(opened, fixture(name))


def drawn_by_chance(number: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []

    @settings(max_examples=number, database=None)
    @given(drawn)
    def draw(data: dict[str, Any]) -> None:
        found.append(data)

    draw()
    return found


@pytest.mark.parametrize("part", mostly_long(range(4), 0))
def test_details_lines_and_voices_are_those_of_trace_in_structures_that_are_kept(opened: Opener, part: int) -> None:
    for data in corpus()[part::12]:  # the others are drawn in the same way, and take as long
        assert_told_as_traced(opened, Structure.model_validate(data))


@pytest.mark.long
@pytest.mark.parametrize("part", range(4))
def test_details_lines_and_voices_are_those_of_trace_in_structures_made_by_chance(opened: Opener, part: int) -> None:
    for data in drawn_by_chance(24)[part::4]:
        assert_told_as_traced(opened, Structure.model_validate(data))
    assert_told_as_traced(opened, generated(12 + 6 * part, seed=part))
