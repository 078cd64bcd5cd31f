"""A trace and a table of participation show themselves in a notebook: whole, in words, and never as markup."""

from html.parser import HTMLParser
from typing import Any

import pytest

import govgraph
from govgraph import display
from govgraph.formats import read
from govgraph.model import Structure
from govgraph.notebook import MAX_ROWS
from govgraph.render import text
from govgraph.render.trace import trace_texts
from helpers import FIXTURES
from render.hostile import DAY, PERSON, TEXTS, hostile

BEFORE = FIXTURES / "shropshire-before-2020" / "structure.yaml"
DRAFT = FIXTURES / "shropshire-draft-2020" / "structure.yaml"


class Read(HTMLParser):
    """The elements with their attributes, and the texts inside each."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open.append(tag)
        self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, "elements close in order"

    def handle_data(self, data: str) -> None:
        self.texts[self._open[-1]][-1] += data


def test_a_trace_tells_every_sentence() -> None:
    trace = govgraph.trace(read(DRAFT), "Workstream on exclusions")
    shown = Read(trace._repr_html_())
    assert shown.texts["li"] == [sentence for part in trace_texts(trace) for _, sentence in part.sentences]
    assert shown.texts["strong"] == ["Workstream on exclusions", *(part.title for part in trace_texts(trace))]
    assert "As at 3 July 2020: what is in place, agreed or proposed." in shown.texts["p"]


def test_a_table_has_a_caption_and_heads_for_rows_and_columns() -> None:
    shown = Read(govgraph.participation(read(BEFORE))._repr_html_())
    heads = [attributes.get("scope") for tag, attributes in shown.elements if tag == "th"]
    assert shown.texts["caption"] == ["Who takes part where, as of 1 March 2020: what is in place, agreed or proposed"]
    assert shown.texts["th"][:3] == ["Body", "Level", "Parent carers"]
    assert heads == ["col"] * 3 + ["row"] * 6
    assert shown.texts["th"][3] == "Shropshire SEND 0-25 Strategic Board"
    assert shown.texts["td"][:2] == ["strategic", "attends; seat not stated"]


@pytest.mark.parametrize(
    "hostile_text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', *TEXTS.values()]
)
def test_no_text_becomes_markup(hostile_text: str) -> None:
    structure = hostile(hostile_text)
    for one in (govgraph.trace(structure, "top", as_of=DAY), govgraph.participation(structure, as_of=DAY)):
        shown = Read(one._repr_html_())
        known = {"p", "strong", "ul", "li", "table", "caption", "thead", "tbody", "tr", "th", "td"}
        assert {tag for tag, _ in shown.elements} <= known
        assert {key for _, attributes in shown.elements for key in attributes} <= {"style", "scope"}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            "{constituencies: {a: {name: A}}, bodies: {c: {name: C, kind: organisation}}}",
            "No governance body is in place",
        ),
        ("{bodies: {c: {name: C, kind: board}}}", "No group of people is named"),
    ],
)
def test_an_empty_table_says_why(content: str, sentence: str) -> None:
    assert sentence in govgraph.participation(govgraph.read_text(content), as_of=DAY)._repr_html_()


def test_a_long_table_is_cut_and_says_so() -> None:
    bodies = {f"b{number}": {"name": f"Board {number}", "kind": "board"} for number in range(MAX_ROWS + 7)}
    structure = Structure.model_validate({"constituencies": {"a": {"name": "A"}}, "bodies": bodies})
    html = govgraph.participation(structure, as_of=DAY)._repr_html_()
    assert "and 7 more bodies" in html
    assert html.count("<tr>") == MAX_ROWS + 1


def test_a_report_prints_as_the_text_report_and_stays_short_in_brackets() -> None:
    for report in (govgraph.check(read(DRAFT)), govgraph.compare(read(BEFORE), read(DRAFT))):
        assert f"{report}\n" == text.render(report, commands=False)
        assert repr(report).startswith("<Report as of 2020-07-03; error: ")
    with pytest.raises(TypeError, match="no text for list"):
        display.text([])


def test_nobody_is_named_by_what_shows_itself() -> None:
    structure = hostile("Text", seat=True)
    seats = [seat for body in structure.bodies.values() for seat in body.seats if seat.person]
    contacts = [one for body in structure.bodies.values() for one in body.contacts if one.person]
    assert {one.person for one in seats} | {one.person for one in contacts} == {PERSON}, "there are names to leave out"
    shown: list[Any] = [
        structure,
        govgraph.check(structure, as_of=DAY),
        govgraph.compare(structure, structure.without_seat("other"), as_of=DAY),
        govgraph.trace(structure, "other", as_of=DAY),
        govgraph.participation(structure, as_of=DAY),
        govgraph.draw(structure, as_of=DAY),
        govgraph.paper(structure, as_of=DAY),
    ]
    for one in shown:
        assert PERSON not in repr(one) + str(one) + one._repr_html_()
        assert len(repr(one)) < 200, "a notebook keeps it beside the picture"
    assert PERSON not in f"{seats} {contacts} {structure.bodies}"
