"""On paper: the diagram on the first page, cut over sheets where it is too large for one, then findings and table."""

import re
from typing import NamedTuple

import pypdfium2
import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page

from browser import Opener, has_tags, pages_as_pixels, printed
from draw_pages import Diagram, drawing, html, open_details, open_more
from govgraph import language
from helpers import mostly_long, not_none

SIZES = {("A4", False): (595, 842), ("A4", True): (842, 595), ("A3", False): (842, 1191), ("A3", True): (1191, 842)}
each_paper = pytest.mark.parametrize(("paper", "landscape"), mostly_long(SIZES, ("A4", False)))


class Print(NamedTuple):
    """A printed page; its text, sheet by sheet."""

    pdf: bytes
    texts: tuple[str, ...]

    def sheets(self) -> list[str]:
        """What stands on the sheets over which the diagram is cut."""
        return [text for text in self.texts if "Thediagram,sheet" in text]


def bare(text: str) -> str:
    """Text without spaces: a PDF breaks names into lines where they break in their boxes."""
    return re.sub(r"\s+", "", text)


def on_paper(page: Page, paper: str = "A4", landscape: bool = False) -> Print:
    """As it is printed. pdfium reads text back in a thirtieth of the time that pypdf takes."""
    pdf = printed(page, format=paper, landscape=landscape)
    document = pypdfium2.PdfDocument(pdf)
    texts = tuple(bare(document[place].get_textpage().get_text_range()) for place in range(len(document)))
    document.close()
    return Print(pdf, texts)


def names(name: str) -> list[str]:
    """The names as they are seen first."""
    first = drawing(name).scene.frames.initial
    return [bare(text.name) for box in drawing(name).scene.boxes.values() if (text := box.texts.at(first))]


def missing(name: str, text: str) -> list[str]:
    return [one for one in names(name) if not re.search(rf"{re.escape(one)}(?!\d)", text)]


def covered(page: Page, paper: str, landscape: bool, before: Image.Image) -> tuple[float, float]:
    """Where on the first page the diagram begins and ends, in parts of its height: what changes where it is unseen."""
    page.evaluate("document.getElementById('gg').style.visibility = 'hidden'")
    without = pages_as_pixels(printed(page, format=paper, landscape=landscape))[0]
    page.evaluate("document.getElementById('gg').style.visibility = ''")
    dark = ImageChops.difference(before, without).convert("L").point(lambda light: 255 * (light > 100))
    corners = dark.getbbox()
    assert corners is not None, "no diagram on the first page"
    return corners[1] / before.height, corners[3] / before.height


# what is very large takes long to print, and is no other on the other papers
@pytest.mark.parametrize(
    ("name", "paper", "landscape"),
    mostly_long(
        [
            *((name, *paper) for name in ("draft", "compared") for paper in SIZES),
            ("100", "A4", False),
            ("100", "A3", True),
        ],
        ("draft", "A4", True),
    ),
)
def test_the_first_page_shows_the_whole_diagram_under_the_title(
    opened: Opener, name: str, paper: str, landscape: bool
) -> None:
    with opened(html(name)) as shown:
        found = on_paper(shown.page, paper, landscape)
        assert has_tags(found.pdf)
        first = pages_as_pixels(found.pdf)[0]
        assert first.size == pytest.approx(SIZES[paper, landscape], abs=2)
        assert bare(drawing(name).title) in found.texts[0]
        assert missing(name, found.texts[0]) == []
        top, low = covered(shown.page, paper, landscape, first)
        assert 0.05 < top < low < 0.96
        assert low - top > (0.02 if name == "100" else 0.3)  # of a hundred beside each other it is a narrow strip
        assert shown.complaints == []


@each_paper
def test_what_is_too_large_for_a_sheet_is_cut_over_several_and_everybody_is_whole_on_one(
    opened: Opener, paper: str, landscape: bool
) -> None:
    with opened(html("100")) as shown:
        sheets = on_paper(shown.page, paper, landscape).sheets()
    if paper == "A3" and landscape:  # a hundred bodies can be read on one
        assert sheets == []
        return
    assert len(sheets) > 1
    for place, text in enumerate(sheets):
        assert f"Thediagram,sheet{place + 1}of{len(sheets)}" in text
    assert set.intersection(*(set(missing("100", text)) for text in sheets)) == set()


@each_paper
def test_what_can_be_read_on_one_sheet_is_not_cut_and_findings_and_table_follow(
    opened: Opener, paper: str, landscape: bool
) -> None:
    with opened(html("draft")) as shown:
        found = on_paper(shown.page, paper, landscape)
    assert found.sheets() == []
    where = [
        next(place for place, text in enumerate(found.texts) if bare(head) in text)
        for head in ("What is wrong", "Every body in a table", "Sources")
    ]
    assert where[0] > 0
    assert where == sorted(where)
    rest = "".join(found.texts[where[0] :])
    report = not_none(drawing("draft").frames.main.report)
    messages = [*(one.message for one in report.facts), *(one.message for one in report.questions)]
    assert [one for one in messages if bare(one) not in rest] == []
    assert_foot(found, "draft")
    assert_key_is_whole(found)


def test_checks_that_could_not_be_made_are_printed_only_where_they_are_open(opened: Opener) -> None:
    report = not_none(drawing("draft").frames.main.report)
    summaries = [bare(text) for text in ("The checks behind these questions", "Not checked: ")]
    with opened(html("draft")) as shown:
        closed = "".join(on_paper(shown.page).texts)
        open_details(shown.page)
        opened_ = "".join(on_paper(shown.page).texts)
    assert [text for text in summaries if text in closed] == []
    assert [text for text in summaries if text not in opened_] == []
    assert [one.message for one in report.findings if one.is_question and bare(one.message) not in opened_] == []


def assert_foot(found: Print, name: str) -> None:
    """Title, day and number at the foot of every page."""
    when, title = language.day(drawing(name).frames.main.day), drawing(name).title
    for place, text in enumerate(found.texts):
        assert bare(f"{when}, page {place + 1} of {len(found.texts)}") in text, place
        assert bare(title) in text, place


def assert_key_is_whole(found: Print) -> None:
    """The heading does not stand alone at the end of a page."""
    (page,) = [text for text in found.texts if "KeyProblemsandquestions" in text]
    for one in ("reportsto", "isscrutinisedby", "taskandfinishgroup"):
        assert one in page.split("KeyProblems")[1]


@pytest.mark.parametrize("name", mostly_long(["compared", "dated", "40"], "dated"))
def test_every_page_has_title_day_and_number_at_its_foot(opened: Opener, name: str) -> None:
    with opened(html(name)) as shown:
        assert_foot(on_paper(shown.page), name)


def test_the_foot_keeps_the_spaces_of_the_title(opened: Opener) -> None:
    with opened(html("draft")) as shown:
        pdf = printed(shown.page)
    document = pypdfium2.PdfDocument(pdf)
    second = " ".join(document[1].get_textpage().get_text_range().split())
    document.close()
    assert drawing("draft").title in second


@pytest.mark.long
def test_folded_branches_are_printed_and_folded_again_afterwards(opened: Opener) -> None:
    with opened(html("100")) as shown:
        diagram = Diagram(shown, drawing("100"))
        open_more(shown.page)
        shown.page.locator("#fold-all").click()
        before = diagram.bodies()
        assert len(before) < 100
        assert missing("100", on_paper(shown.page, "A3").texts[0]) == []
        assert diagram.bodies() == before


def test_what_is_filtered_stays_away_and_tools_and_details_stay_on_the_screen(opened: Opener) -> None:
    with opened(html("draft")) as shown:
        shown.page.locator("#gg .body").first.press("Enter")
        open_more(shown.page)
        shown.page.locator("input[name=kind][value=forum]").uncheck()
        shown.page.locator("#free-on").click()
        found = on_paper(shown.page)
    text = "".join(found.texts)
    for tool in ("Find a body", "More", "Move boxes freely", "Back to", "Keyboard:", "In the diagram:", "Show in the"):
        assert bare(tool) not in text
    assert missing("draft", found.texts[0]) == ["PACC"]
