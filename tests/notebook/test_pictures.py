"""A structure, a report and a drawing show themselves in a notebook, and go on doing so in what is made of it."""

import base64
import re
from html import unescape
from html.parser import HTMLParser

import nbformat
import pytest
from nbclient import NotebookClient
from nbconvert import HTMLExporter

import govgraph
from govgraph.findings import Report
from govgraph.formats import read
from govgraph.model import Structure
from govgraph.render import verdict
from govgraph.render.headline import headline, problems_and_questions
from helpers import FIXTURES
from render.hostile import TEXTS, hostile, hostile_report

DRAFT = FIXTURES / "shropshire-draft-2020" / "structure.yaml"
CELLS = [
    f"import govgraph\nstructure = govgraph.read({str(DRAFT)!r})\nstructure",
    "report = govgraph.check(structure)\nreport",
    "govgraph.draw(structure)",
]


def pictures(html: str) -> list[str]:
    """The pictures inside a text of HTML, as SVG."""
    found = re.findall(r'src="data:image/svg\+xml;base64,([^"]+)"', html)
    return [base64.b64decode(one).decode() for one in found]


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.long
def test_outputs_outlive_nbconvert() -> None:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS])
    NotebookClient(notebook, timeout=120).execute()
    html, _ = HTMLExporter().from_notebook_node(notebook)
    drawn = pictures(html)
    assert len(drawn) == len(CELLS), "each of the three shows its picture"
    for svg in drawn:
        assert "Shropshire Health and" in svg
    assert "Parent carers have no seat on three bodies:" in html


def test_a_structure_asks_no_rule() -> None:
    html = read(DRAFT)._repr_html_()
    assert "12 bodies and 10 relations" in html
    assert 'class="mark' not in pictures(html)[0]


def test_a_report_tells_its_verdict_its_findings_and_marks_them() -> None:
    report = govgraph.check(read(DRAFT))
    html = report._repr_html_()
    for item in report.facts:
        assert item.first.code in html
    text = unescape(html)
    parts = [headline(report), problems_and_questions(report), "What is wrong", *(one.message for one in report.facts)]
    parts += ["What the file does not say", *(f"<li>{one.message}</li>" for one in report.questions)]
    parts += ["<img", "How it was checked", verdict.looked_at(report), verdict.rules(report)]
    places = [text.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places), "what matters first, how it was checked last"
    assert 'class="mark fact wrong error' in pictures(html)[0]


def test_a_comparison_shows_what_is_new_and_gone() -> None:
    before, after = (read(FIXTURES / f"changes/group-moved/{name}.yaml") for name in ("before", "after"))
    svg = pictures(govgraph.compare(before, after)._repr_html_())[0]
    assert "link new" in svg
    assert "link gone" in svg


class Elements(HTMLParser):
    """The names of all elements, and of all attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.update((tag, *(name for name, _ in attrs)))


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', *list(TEXTS.values())[:4]]
)
def test_no_text_becomes_markup(text: str) -> None:
    shown: list[Structure | Report] = [hostile(text), hostile_report(text)]
    for one in shown:
        elements = Elements()
        elements.feed(one._repr_html_())
        tables = {"table", "caption", "thead", "tbody", "tr", "th", "td", "scope"}
        assert elements.found <= {"p", "strong", "ol", "li", "img", "style", "src", "alt", "code"} | tables


def test_a_large_structure_says_how_to_draw_it() -> None:
    bodies = {f"b{number}": {"name": f"Board {number}", "kind": "board"} for number in range(200)}
    html = Structure.model_validate({"bodies": bodies})._repr_html_()
    assert "govgraph.draw" in html
    assert pictures(html) == []
