"""The whole page can be used by the keyboard alone."""

import pytest
from playwright.sync_api import expect

from browser import Opener
from draw_pages import Diagram, drawing, html
from helpers import mostly_long

# From each body every key is pressed, as a search over the keyboard: where it leads, in one round trip.
WALK = """() => {
    const here = () => document.activeElement.closest('#gg .body')?.id ?? null;
    const seen = [here()];
    for (const id of seen) {
        for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End']) {
            const body = document.getElementById(id);
            body.focus();
            body.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}));
            if (here() && !seen.includes(here())) seen.push(here());
        }
    }
    return seen.map((id) => Number(id.slice(1)));
}"""


@pytest.mark.parametrize("name", mostly_long(["draft", "bedfordshire", "compared", "40"], "draft"))
def test_tab_and_arrows_reach_every_body(opened: Opener, name: str) -> None:
    with opened(html(name)) as shown:
        diagram = Diagram(shown, drawing(name))
        for _ in range(60):
            shown.page.keyboard.press("Tab")
            if shown.page.evaluate("document.activeElement.matches('#gg .body')"):
                break
        reached = diagram.named(shown.page.evaluate(WALK))
        assert set(drawing(name).scene.boxes) - set(reached) == set()
        # what a script can press a person can too
        first = shown.page.evaluate("document.activeElement.id")
        shown.page.keyboard.press("PageDown")
        shown.page.keyboard.press("PageUp")
        shown.page.keyboard.press("Home")
        shown.page.keyboard.press("End")
        assert shown.page.evaluate("document.activeElement.matches('#gg .body')"), first


def test_the_diagram_is_one_stop_and_tab_leaves_it(opened: Opener) -> None:
    with opened(html("draft")) as shown:
        page = shown.page
        assert page.locator("#gg [tabindex='0']").count() == 1
        page.locator("#gg [tabindex='0']").focus()
        page.keyboard.press("ArrowDown")
        assert page.locator("#gg [tabindex='0']").count() == 1
        expect(page.locator("#gg [tabindex='0']")).to_be_focused()
        page.keyboard.press("Tab")
        assert not page.evaluate("document.activeElement.matches('#gg *')")
        page.keyboard.press("Shift+Tab")
        expect(page.locator("#gg [tabindex='0']")).to_be_focused()


@pytest.mark.parametrize("key", ["Enter", " "])
def test_enter_opens_the_details_and_escape_gives_the_focus_back(opened: Opener, key: str) -> None:
    with opened(html("draft")) as shown:
        body = shown.page.locator(Diagram(shown, drawing("draft")).body("strategic-board"))
        body.press(key)
        expect(shown.page.locator("#slot h3")).to_be_focused()
        expect(shown.page.locator("#slot h3")).to_have_text("0-25 SEND Strategic Board")
        shown.page.keyboard.press("Escape")
        expect(body).to_be_focused()
        expect(shown.page.locator("#chosen")).to_be_hidden()
        expect(shown.page.locator("#findings")).to_be_visible()
        body.press(key)
        shown.page.locator("#close").press("Enter")
        expect(body).to_be_focused()


def test_filters_and_search_work_by_keyboard_alone(opened: Opener) -> None:
    with opened(html("draft")) as shown:
        page, diagram = shown.page, Diagram(shown, drawing("draft"))
        pressed: set[str] = set()
        for _ in range(80):
            page.keyboard.press("Tab")
            here = page.evaluate(
                "[document.activeElement.tagName, document.activeElement.value, document.activeElement.id]"
            )
            if here[0] == "SUMMARY" and "SUMMARY" not in pressed:
                page.keyboard.press("Enter")
                pressed.add("SUMMARY")
            if here[1] == "workstream":
                page.keyboard.press("Space")
                pressed.add("workstream")
                break
        assert pressed == {"SUMMARY", "workstream"}
        graph = drawing("draft").frames.main.after
        assert diagram.bodies() == {body for body in graph.bodies if graph.body(body).kind != "workstream"}
        while page.evaluate("document.activeElement.id") != "search":
            page.keyboard.press("Shift+Tab")
        page.keyboard.type("partnership")
        page.keyboard.press("Enter")
        expect(page.locator(diagram.body("partnership-board"))).to_be_focused()


# Where a key leads from each body: the numbers of both.
LEADS = """(key) => [...document.querySelectorAll('#gg .body:not(.off, .filtered, .folded)')].map((body) => {
    body.focus();
    body.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}));
    return [body, document.activeElement].map((one) => Number(one.id.slice(1)));
})"""


ASIDE = {"ArrowLeft": -1, "ArrowRight": 1}
DOWN = {"PageUp": -1, "PageDown": 1}


@pytest.mark.parametrize("name", mostly_long(["draft", "40"], "draft"))
def test_each_key_leads_where_it_says(opened: Opener, name: str) -> None:
    middle, above = drawing(name).layout.middle, drawing(name).layout.above
    with opened(html(name), still=True) as shown:
        diagram = Diagram(shown, drawing(name))
        for key in (*ASIDE, *DOWN, "ArrowUp"):
            steps = [diagram.named(pair) for pair in shown.page.evaluate(LEADS, key)]
            moved = [(one, other) for one, other in steps if one != other]
            assert len(moved) > len(steps) / 3, key
            for one, other in moved:
                across, down = middle[other][0] - middle[one][0], middle[other][1] - middle[one][1]
                assert across * ASIDE.get(key, 0) >= 0, (key, one, other)
                assert down * DOWN.get(key, 0) >= 0, (key, one, other)
                if key == "ArrowUp" and above.get(one):
                    assert other in above[one]
