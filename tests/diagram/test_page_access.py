"""Everyone can use the page: those who hear it, on any screen, in the dark, with little room."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser import Opener, axe_violations
from draw_pages import html, open_details, open_more
from helpers import mostly_long

SCREENS: dict[str, dict[str, Any]] = {
    "as it comes": {},
    "dark": {"dark": True},
    "320 px": {"width": 320, "height": 640},
    "320 px, dark": {"width": 320, "height": 640, "dark": True},
    "200 %": {"width": 640, "height": 450},
    "phone": {"width": 390, "height": 844},
}
WIDTHS = "[document.scrollingElement.scrollWidth, innerWidth]"


def open_everything(page: Page) -> None:
    open_details(page)
    page.locator("#gg .body:not(.off, .filtered, .folded)").first.press("Enter")
    expect(page.locator("#slot h3")).to_be_focused()
    open_more(page)


# axe takes a second each time: every page on some screens, one page on all
@pytest.mark.parametrize(
    ("name", "screen"),
    mostly_long(
        [
            *(("draft", screen) for screen in SCREENS),
            *((name, screen) for name in ("champions", "dated") for screen in ("as it comes", "320 px, dark")),
        ],
        ("draft", "as it comes"),
    ),
)
def test_axe_finds_nothing_with_details_and_filters_open(opened: Opener, name: str, screen: str) -> None:
    with opened(html(name), **SCREENS[screen]) as shown:
        open_everything(shown.page)
        assert axe_violations(shown.page) == []


@pytest.mark.parametrize("name", mostly_long(["draft", "champions", "dated"], "dated"))
def test_axe_finds_nothing_at_rest(opened: Opener, name: str) -> None:
    with opened(html(name)) as shown:
        assert axe_violations(shown.page) == []


def test_axe_finds_nothing_where_boxes_move_freely_and_branches_are_folded(opened: Opener) -> None:
    with opened(html("draft")) as shown:
        open_more(shown.page)
        shown.page.locator("#fold-all").click()
        shown.page.locator("#free-on").click()
        expect(shown.page.locator("#free canvas")).to_be_visible()
        assert axe_violations(shown.page) == []
        shown.page.locator("#free-on").click()
        expect(shown.page.locator("#gg .branch").first).to_be_visible()
        assert axe_violations(shown.page) == []


@pytest.mark.parametrize("width", [320, 640])
@pytest.mark.parametrize("name", mostly_long(["draft", "champions", "dated", "bedfordshire", "100"], "draft"))
def test_a_narrow_page_never_scrolls_sideways(opened: Opener, name: str, width: int) -> None:
    with opened(html(name), width=width, height=500) as shown:
        acts: list[Callable[[], None]] = [lambda: None, lambda: open_everything(shown.page)]
        for act in (*acts, shown.page.locator("#free-on").click):
            act()
            scrolled, there = shown.page.evaluate(WIDTHS)
            assert scrolled <= there


ORDER = """[...document.querySelectorAll('#findings, #canvas, #_table')].map((one) => one.id)"""


def test_on_a_narrow_screen_what_was_found_comes_before_the_diagram_on_a_wide_one_beside_it(opened: Opener) -> None:
    with opened(html("draft"), width=320, height=640) as shown:
        assert shown.page.evaluate(ORDER) == ["findings", "canvas", "_table"]
        shown.page.set_viewport_size({"width": 1280, "height": 900})
        shown.page.wait_for_function(f"{ORDER}[0] === 'canvas'")
        assert shown.page.evaluate(ORDER) == ["canvas", "findings", "_table"]
        assert shown.page.locator("#panel #findings").count() == 1


@pytest.mark.parametrize("screen", mostly_long(["as it comes", "dark"], "dark"))
def test_axe_finds_nothing_where_a_fact_is_lit(opened: Opener, screen: str) -> None:
    with opened(html("draft"), **SCREENS[screen]) as shown:
        shown.page.locator(".facts .light").first.click()
        expect(shown.page.locator("#gg .body.lit").first).to_be_visible()
        assert axe_violations(shown.page) == []
