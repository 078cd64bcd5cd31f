"""The picture in the desk: what somebody did with it stays, from one picture to the next and from tab to tab."""

import re

from playwright.sync_api import Locator, Page, expect

from browser import axe_violations
from desk.desk_page import Desk
from helpers import FIXTURES

DRAFT = FIXTURES / "shropshire-draft-2020" / "structure.yaml"
BOARD, FORUM = "SEND Partnership Board", "PACC"


def body(page: Page, name: str) -> Locator:
    """The box of a body."""
    return page.locator(f'#gg .body[aria-label^="{name},"]')


def width(page: Page) -> float:
    """How wide the diagram is shown."""
    return float(page.locator("#gg").get_attribute("width") or 0)


def changed(desk: Desk) -> None:
    """Remove the chosen body, and wait until the picture shows it as gone."""
    desk.page.get_by_role("button", name="Remove this body").click()
    expect(desk.page.get_by_role("radio", name="both")).to_be_visible()


def test_what_was_done_with_the_picture_stays_when_it_is_drawn_anew(desk: Desk) -> None:
    desk.open(DRAFT)
    page = desk.page
    body(page, BOARD).press("-")
    page.locator("#more > summary").click()
    page.get_by_role("button", name="Larger").click()
    page.locator("#more > summary").click()
    page.locator("#search").fill("pacc")
    body(page, FORUM).click()
    wide = width(page)
    changed(desk)
    assert width(page) == wide
    expect(page.locator("#search")).to_have_value("pacc")
    expect(page.locator("#hits")).to_have_text("1 found")
    expect(page.locator("#slot h3")).to_have_text(FORUM)
    expect(body(page, BOARD)).to_have_class(re.compile("is-folded"))
    expect(body(page, FORUM)).to_have_class(re.compile(r"\bgone\b"))
    expect(page.locator("#gg")).to_have_count(1)
    desk.page.get_by_role("button", name="Undo").click()
    expect(body(page, FORUM)).not_to_have_class(re.compile(r"\bgone\b"))
    expect(page.locator("#slot h3")).to_have_text(FORUM)


def test_what_is_gone_cannot_be_removed_again(desk: Desk) -> None:
    desk.open(DRAFT)
    body(desk.page, FORUM).click()
    changed(desk)
    expect(desk.page.get_by_role("button", name="Remove this body")).to_have_count(0)
    expect(desk.page.get_by_role("button", name="Edit", exact=True)).to_have_count(0)
    desk.page.get_by_role("button", name="Undo").click()
    expect(desk.page.get_by_role("button", name="Remove this body")).to_be_visible()


def test_edit_leads_to_the_row_of_a_body_and_the_picture_is_as_it_was_afterwards(desk: Desk) -> None:
    desk.open(DRAFT)
    page = desk.page
    body(page, BOARD).click()
    page.get_by_role("button", name="Edit", exact=True).click()
    expect(desk.tab("Bodies")).to_have_attribute("aria-selected", "true")
    desk.tab("Picture").click()
    expect(page.locator("#slot h3")).to_have_text(BOARD)


def test_escape_closes_a_body_once_however_often_the_picture_was_drawn(desk: Desk) -> None:
    desk.open(DRAFT)
    page = desk.page
    body(page, FORUM).click()
    changed(desk)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("radio", name="both")).to_have_count(0)
    body(page, BOARD).press("Enter")
    page.keyboard.press("Escape")
    expect(body(page, BOARD)).to_be_focused()
    expect(page.locator("#chosen")).to_be_hidden()


def test_axe_finds_nothing_in_a_picture_with_a_body_open_and_something_gone(desk: Desk) -> None:
    desk.open(DRAFT)
    page = desk.page
    body(page, FORUM).click()
    changed(desk)
    for screen in (1280, 390):
        page.set_viewport_size({"width": screen, "height": 800})
        assert axe_violations(page) == []
    page.get_by_role("button", name="Undo").click()
