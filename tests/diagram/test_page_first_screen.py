"""The first screen says what is wrong and shows where; what follows lies behind headings."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser import Opener
from draw_pages import Diagram, drawing, html, open_more
from govgraph.render.headline import headline
from helpers import mostly_long, not_none

WIDE: dict[str, Any] = {"width": 1280, "height": 800}
PHONE: dict[str, Any] = {"width": 390, "height": 844}
PAGES = mostly_long(["draft", "wendle", "champions", "dated"], "draft", "wendle")


def box(page: Page, css: str) -> dict[str, float]:
    found: dict[str, Any] = page.locator(css).first.evaluate("one => one.getBoundingClientRect().toJSON()")
    return found


def assert_nothing_wider(page: Page) -> None:
    wide, room = page.evaluate("[document.scrollingElement.scrollWidth, innerWidth]")
    assert wide <= room


@pytest.mark.parametrize("name", PAGES)
def test_a_wide_screen_shows_the_headline_the_diagram_and_what_is_wrong(opened: Opener, name: str) -> None:
    report = not_none(drawing(name).frames.main.report)
    with opened(html(name), **WIDE) as shown:
        page = shown.page
        said = page.locator(".headline:visible")
        assert said.inner_text() == " ".join(headline(report).split())
        title, head = box(page, "h1"), box(page, ".headline:not(.off)")
        canvas, panel = box(page, "#canvas"), box(page, "#panel")
        assert 0 <= title["top"] < head["top"] < head["bottom"] <= canvas["top"]
        assert min(canvas["bottom"], 800) - canvas["top"] >= 300
        assert canvas["right"] <= panel["left"]
        assert (panel["top"], panel["bottom"]) == pytest.approx((canvas["top"], canvas["bottom"]), abs=2)
        assert panel["bottom"] <= 800
        if report.facts:
            assert box(page, ".facts > li")["top"] < panel["bottom"] - 60
        assert_nothing_wider(page)


SMALLEST = """Math.min(...[...document.querySelectorAll('#gg text')].map((one) =>
    parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a).filter((size) => size > 0))"""


@pytest.mark.parametrize(("screen", "least"), [(WIDE, 5.5), (PHONE, 8.0)], ids=["wide", "phone"])
@pytest.mark.parametrize("name", mostly_long(["draft", "wendle", "bedfordshire", "100"], "wendle"))
def test_letters_in_the_diagram_can_be_read_as_it_opens(
    opened: Opener, name: str, screen: dict[str, Any], least: float
) -> None:
    with opened(html(name), **screen) as shown:
        assert shown.page.evaluate(SMALLEST) >= least


@pytest.mark.parametrize("name", ["draft", "champions", "wendle"])
def test_a_laptop_shows_the_whole_diagram_at_once(opened: Opener, name: str) -> None:
    with opened(html(name), **WIDE) as shown:
        canvas, diagram = (box(shown.page, css) for css in ("#canvas", "#gg"))
        assert canvas["left"] <= diagram["left"]
        assert diagram["right"] <= canvas["right"]
        assert diagram["bottom"] <= canvas["bottom"] <= 800


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_shows_the_headline_then_facts_then_questions_then_the_diagram(opened: Opener, name: str) -> None:
    with opened(html(name), **PHONE) as shown:
        page = shown.page
        assert box(page, ".headline:not(.off)")["bottom"] <= 844
        places = [box(page, css)["top"] for css in (".headline:not(.off)", "#findings", "#findings .fold", "#canvas")]
        assert places == sorted(places)
        assert box(page, "#canvas")["width"] <= 390
        assert page.evaluate("getComputedStyle(document.getElementById('canvas')).overflow") == "auto"
        assert_nothing_wider(page)


@pytest.mark.parametrize(("name", "most"), [("draft", 4_000), ("wendle", 6_000)])
def test_the_page_is_short_while_everything_is_folded(opened: Opener, name: str, most: int) -> None:
    with opened(html(name), **WIDE) as shown:
        page = shown.page
        assert page.locator("details[open]").count() == 0
        assert page.evaluate("document.documentElement.scrollHeight") <= most
        headings = page.locator("summary > h2").all_inner_texts()
        assert headings == ["Key", "Every body in a table", "Sources", "How it was checked", "Every body, one by one"]


def test_a_link_on_the_page_opens_the_part_that_it_leads_to(opened: Opener) -> None:
    with opened(html("draft"), **WIDE) as shown:
        for name, part in (("Table", "_table"), ("Sources", "_sources"), ("How it was checked", "_checked")):
            expect(shown.page.locator(f"#{part}")).not_to_have_attribute("open", "")
            shown.page.locator("nav").get_by_role("link", name=name).click()
            expect(shown.page.locator(f"#{part}")).to_have_attribute("open", "")
            expect(shown.page.locator(f"#{part}")).to_be_focused()


def test_a_body_shows_its_own_facts_and_questions_first_then_its_people_its_line_and_its_voice(opened: Opener) -> None:
    report = not_none(drawing("wendle").frames.main.report)
    key = "send-and-ap-partnership-board"
    with opened(html("wendle"), **WIDE) as shown:
        page, diagram = shown.page, Diagram(shown, drawing("wendle"))
        page.locator(diagram.body(key)).click()
        expect(page.locator("#findings")).to_be_hidden()
        parts = page.locator("#slot h4").all_inner_texts()
        first = ["What is wrong here", "What the file does not say"]
        assert parts[:3] == [*first, "Who sits on it, attends, is its contact, or is consulted"]
        assert parts.index("What else the file says") > 4
        facts = [one for fact in report.facts for one in fact.findings if key in one.bodies]
        said = page.locator("#slot .found p:first-child").all_inner_texts()
        assert len(said) == len(facts) > 1
        for one, text in zip(facts, said, strict=True):
            assert text.endswith(" ".join(one.message.split()))
        chair = drawing("wendle").scene.boxes[key].chairs.at(drawing("wendle").frames.initial)
        assert page.locator("#slot .chairs").inner_text() == not_none(chair).words
        page.locator("#close").click()
        expect(page.locator("#findings")).to_be_visible()
        expect(page.locator("#slot h3")).to_be_hidden()


def test_hints_for_keys_are_given_only_where_there_are_keys(opened: Opener) -> None:
    with opened(html("draft"), **PHONE) as shown:
        open_more(shown.page)
        expect(shown.page.locator("#keys")).to_be_visible()
        held = shown.page.context.new_page()  # a browser does not forget at once that it was touched
        held.context.new_cdp_session(held).send("Emulation.setTouchEmulationEnabled", {"enabled": True})
        held.goto(shown.page.url)
        assert held.evaluate("matchMedia('(hover: none), (pointer: coarse)').matches")
        open_more(held)
        expect(held.locator("#clear")).to_be_visible()
        expect(held.locator("#keys")).to_be_hidden()
