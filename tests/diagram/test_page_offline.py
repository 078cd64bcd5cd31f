"""The page asks nobody for anything, complains of nothing, and can be read without its script."""

import base64
import gzip
import hashlib
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from browser import Opened, Opener
from draw_pages import IS_SEEN, Diagram, drawing, html, open_more
from helpers import mostly_long, not_none

SOME = ("champions", "dated")


def quiet(shown: Opened) -> bool:
    assert (shown.requests, shown.complaints, shown.dialogs) == ([], [], [])
    return True


def every_tool(page: Page) -> Iterator[str]:
    """Each control of the tools, used once as a person uses it; then what can be opened from the diagram."""
    open_more(page)
    for box in page.locator("#tools input[type=checkbox]").all():
        yield f"{box.get_attribute('name')} {box.get_attribute('value')}"
        box.click()
        box.click()
    for choice in page.locator("#tools input[type=radio]").all():
        yield f"side {choice.get_attribute('value')}"
        choice.check()
    for select in page.locator("#tools select").all():
        for value in select.locator("option").evaluate_all("all => all.map(one => one.value)"):
            yield f"{select.get_attribute('id')} {value}"
            select.select_option(value)
    for slider in page.locator("#tools input[type=range]").all():
        for key in ("Home", "ArrowRight", "End"):
            yield f"{slider.get_attribute('id')} {key}"
            slider.press(key)
    page.locator("#search").fill("board")
    yield "search"
    page.locator("#search").fill("")
    for button in page.locator("#tools button").all():
        yield button.inner_text()
        button.click()
    expect(page.locator("#free canvas")).to_be_visible()
    page.locator("#free-on").click()
    page.locator("#gg .body:not(.off, .filtered, .folded)").first.press("Enter")
    yield "details"
    page.locator("#panel #close").click()


@pytest.mark.parametrize("name", SOME)
def test_it_asks_for_nothing_and_complains_of_nothing_whatever_tool_is_used(opened: Opener, name: str) -> None:
    with opened(html(name)) as shown:
        assert quiet(shown)
        used = {tool for tool in every_tool(shown.page) if quiet(shown)}
        assert {
            "search",
            "details",
            "Move boxes freely",
            "Clear all filters",
            "relation reports_to",
            "by-found problem",
        } <= used
        assert ("seats none" in used) == any(link.is_seat for link in drawing(name).scene.links)
        assert quiet(shown)
        assert shown.page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_moving_boxes_freely_unpacks_one_script_and_shows_the_same_bodies(opened: Opener) -> None:
    with opened(html("draft")) as shown:
        page, diagram = shown.page, Diagram(shown, drawing("draft"))
        open_more(page)
        assert page.evaluate("typeof vis") == "undefined"
        before = page.locator("script").count()
        page.locator("#free-on").click()
        expect(page.locator("#free canvas")).to_be_visible()
        expect(page.locator("#gg")).to_be_hidden()
        expect(page.locator("#free-on")).to_have_text("Back to the fixed diagram")
        assert page.evaluate("typeof window.vis.Network") == "function"
        assert page.locator("script").count() == before + 1
        page.locator("#free-on").click()
        expect(page.locator("#free")).to_be_hidden()
        assert len(diagram.bodies()) == len(drawing("draft").scene.boxes)
        page.locator("#free-on").click()
        expect(page.locator("#free canvas")).to_be_visible()
        assert page.locator("script").count() == before + 1  # the second time it is there already
        assert quiet(shown)


# The page keeps its network to itself; this sees which nodes it is told to hide.
EAVESDROP = """() => {
    window.hiddenNodes = new Map();
    const update = vis.DataSet.prototype.update;
    vis.DataSet.prototype.update = function (items, ...rest) {
        for (const one of items) if (this.get(one.id)?.label !== undefined) window.hiddenNodes.set(one.id, one.hidden);
        return update.call(this, items, ...rest);
    };
}"""


def test_what_filters_and_folding_hide_is_hidden_among_the_free_boxes_too(opened: Opener) -> None:
    with opened(html("draft")) as shown:
        page, diagram = shown.page, Diagram(shown, drawing("draft"))
        open_more(page)
        page.locator("#free-on").click()
        expect(page.locator("#free canvas")).to_be_visible()
        page.evaluate(EAVESDROP)
        page.locator("input[name=kind][value=workstream]").uncheck()
        hidden = page.evaluate("[...window.hiddenNodes].filter(([, one]) => one).map(([number]) => number)")
        graph = drawing("draft").frames.main.after
        streams = [body for body in graph.bodies if graph.body(body).kind == "workstream"]
        assert sorted(diagram.named(hidden)) == sorted(streams)
        assert page.evaluate("window.hiddenNodes.size") == len(drawing("draft").scene.boxes)


def test_only_the_two_scripts_of_the_page_may_run() -> None:
    text = html("draft")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
    assert policy is not None
    ways = dict(part.strip().split(" ", 1) for part in policy[1].replace("&#39;", "'").split(";"))
    assert ways["default-src"] == ways["base-uri"] == ways["form-action"] == "'none'"
    packed = re.search(r'id="packed">([^<]+)</script>', text)
    assert packed is not None
    own = re.findall(r"<script>(.+?)</script>", text, re.DOTALL)
    scripts = [*(one.encode() for one in own), gzip.decompress(base64.b64decode(packed[1]))]
    known = [f"'sha256-{base64.b64encode(hashlib.sha256(one).digest()).decode()}'" for one in scripts]
    assert len(own) == 1
    assert sorted(ways["script-src"].split()) == sorted(known)


def test_a_page_of_a_hundred_bodies_can_be_sent_by_mail() -> None:
    assert len(html("100").encode()) < 900_000


@pytest.mark.parametrize("name", mostly_long(["draft", "bedfordshire", "100"], "draft"))
def test_everything_can_be_read_without_its_script(opened: Opener, name: str) -> None:
    with opened(html(name), scripts=False) as shown:
        page = shown.page
        seen = page.evaluate(
            f"""() => {{ {IS_SEEN}
                return [...document.querySelectorAll('#gg .body')].filter(isSeen).map((one) => one.ariaLabel);
            }}"""
        )
        scene = drawing(name).scene
        names = [next(iter(box.texts)).name for box in scene.boxes.values()]
        for name_, label in zip(names, seen, strict=True):
            assert label.startswith(f"{name_}, ")
        page.locator("#_table > summary").click()
        assert page.locator("#_table tbody th").evaluate_all("all => all.map(one => one.innerText.trim())") == names
        report = not_none(drawing(name).frames.main.report)
        messages = [*(one.message for one in report.facts), *(one.message for one in report.questions)]
        page.locator("#findings .fold > summary").first.click()
        found = page.locator("#findings").inner_text()
        assert [one for one in messages if " ".join(one.split()) not in " ".join(found.split())] == []
        page.locator("#findings .fold > summary").nth(1).click()
        messages = [one.message for one in report.findings if one.is_question]
        found = page.locator("#findings").inner_text()
        assert [one for one in messages if " ".join(one.split()) not in " ".join(found.split())] == []
        page.locator("#_bodies > summary").click()
        assert page.locator("#articles h3").evaluate_all("all => all.map(one => one.innerText)") == names
        assert shown.complaints == []
