"""A link to a body, by its id in the file, opens the page there; and no fragment is anything but a name."""

import pytest
from playwright.sync_api import Page, expect

import govgraph
from browser import Opener
from diagram.attacks import ATTACKS
from draw_pages import Diagram, drawing, html, open_more
from govgraph.model import Structure


def go(page: Page, fragment: str) -> None:
    """The page as a link to this part of it opens it."""
    address = page.url.split("#")[0]
    page.goto("about:blank")
    page.goto(f"{address}#{fragment}")


def fragment(page: Page) -> str:
    return page.url.partition("#")[2]


def test_a_link_to_a_body_opens_it_there(opened: Opener) -> None:
    with opened(html("draft")) as shown:
        page, diagram = shown.page, Diagram(shown, drawing("draft"))
        for written, key in (("wellbeing-board", "wellbeing-board"), ("people%2Doverview", "people-overview")):
            go(page, written)
            expect(page.locator("#slot h3")).to_have_text(drawing("draft").scene.boxes[key].name)
            expect(page.locator("#slot h3")).to_be_focused()
            assert diagram.bodies(".chosen") == {key}
        page.evaluate("location.hash = 'pacc'")
        expect(page.locator("#slot h3")).to_have_text("PACC")


def test_the_address_names_the_chosen_body_until_it_is_closed(opened: Opener) -> None:
    with opened(html("draft")) as shown:
        page, diagram = shown.page, Diagram(shown, drawing("draft"))
        steps = page.evaluate("history.length")
        page.locator(diagram.body("pacc")).press("Enter")
        assert fragment(page) == "pacc"
        page.locator(diagram.body("wellbeing-board")).press("Enter")
        assert fragment(page) == "wellbeing-board"
        page.keyboard.press("Escape")
        assert "#" not in page.url
        assert page.evaluate("history.length") == steps


def test_a_body_that_is_folded_away_is_opened_by_its_link(opened: Opener) -> None:
    with opened(html("100")) as shown:
        diagram = Diagram(shown, drawing("100"))
        open_more(shown.page)
        shown.page.locator("#fold-all").click()
        (key, *_) = sorted(set(drawing("100").scene.boxes) - diagram.bodies())
        shown.page.evaluate("key => { location.hash = key; }", key)
        expect(shown.page.locator("#chosen")).to_be_visible()
        assert diagram.bodies(".chosen") == {key}


NAMES = ("table", "f0", "q0", "b0", "b1", "gg", "data", "findings", "search", "body-0", "panel")


def test_bodies_may_be_called_as_parts_of_the_page_are(opened: Opener) -> None:
    bodies = {name: {"name": f"Body {name}", "kind": "board"} for name in NAMES}
    drawn = govgraph.draw(Structure.model_validate({"bodies": bodies}), as_of="2020-09-01")
    with opened(drawn.html()) as shown:
        for name in NAMES:
            go(shown.page, name)
            expect(shown.page.locator("#slot h3")).to_have_text(f"Body {name}")
        go(shown.page, "_table")
        expect(shown.page.locator("#_table")).to_have_attribute("open", "")
        expect(shown.page.locator("#chosen")).to_be_hidden()


@pytest.mark.parametrize("part", range(2))
def test_a_fragment_that_names_nothing_does_nothing(opened: Opener, part: int) -> None:
    with opened(html("dated")) as shown:
        for text in ("%", "%E0%A4%A", "__proto__", "constructor", "_", "_nothing", "late", *ATTACKS[part::8]):
            shown.page.evaluate("text => { location.hash = text; }", text)
            shown.page.evaluate("() => new Promise((done) => setTimeout(done))")
            expect(shown.page.locator("#chosen")).to_be_hidden()
        assert (shown.dialogs, shown.complaints, shown.requests) == ([], [], [])
