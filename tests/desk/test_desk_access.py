"""Everyone can use the desk: axe finds nothing in any state, and nothing has to be scrolled sideways."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser import Opener, axe_violations
from desk.desk_page import Desk, watched
from formats.workbooks import good, workbook
from helpers import FIXTURES, ROOT, mostly_long

SCREENS = {"wide": (1280, 800), "phone": (390, 844)}
LOOKS = [(screen, dark) for screen in SCREENS for dark in (False, True)]
WENDLE = ROOT / "tests" / "diagram" / "wendle.yaml"
SEATS = "Give parent carers a seat on the Health and Wellbeing Board"


def assert_good(desk: Desk, when: str) -> None:
    """That axe finds nothing, and the page is not wider than the screen."""
    desk.page.wait_for_timeout(300)  # what moves has come to rest
    assert axe_violations(desk.page) == [], when
    scrolled, there = desk.page.evaluate("[document.scrollingElement.scrollWidth, innerWidth]")
    assert scrolled <= there, when


def faulty_workbook(folder: Path) -> Path:
    """Cells that cannot be read, on two sheets."""
    sheets = good()
    sheets["Bodies"][2][2] = "bored"
    sheets["Seats"][1][2] = "nobody at all"
    return workbook(folder / "faulty.xlsx", sheets)


def each_tab(desk: Desk, folder: Path) -> Iterator[str]:
    desk.open(WENDLE)
    tabs = desk.page.get_by_role("tab")
    for tab in tabs.all():
        tab.click()
        expect(tab).to_have_attribute("aria-selected", "true")
        yield f"the tab {tab.inner_text()}"


def a_form(desk: Desk, folder: Path) -> Iterator[str]:
    desk.open(WENDLE)
    desk.tab("Bodies").click()
    desk.page.locator(".sheet-view button", has_text="Health and Wellbeing Board").or_(
        desk.page.get_by_role("button", name="Open Health and Wellbeing Board")
    ).first.click()
    expect(desk.page.locator(".sheet-form")).to_be_visible()
    yield "a form"


def faults_of_cells(desk: Desk, folder: Path) -> Iterator[str]:
    desk.open(faulty_workbook(folder))
    yield "faults of cells"
    desk.verdict.locator(".to-fault").last.click()
    expect(desk.tab("Seats")).to_have_attribute("aria-selected", "true")
    yield "at the cell of a fault"


def faults_of_a_text(desk: Desk, folder: Path) -> Iterator[str]:
    desk.open(FIXTURES / "refused" / "unknown-kind.yaml")
    yield "a text with faults"


def refusal(desk: Desk, folder: Path) -> Iterator[str]:
    desk.open(WENDLE)
    desk.drop(("broken.xlsx", b"not a workbook"))
    expect(desk.page.locator(".desk-refused li")).to_be_visible()
    yield "a file that is refused"


def what_if(desk: Desk, folder: Path) -> Iterator[str]:
    desk.open(WENDLE)
    desk.page.get_by_role("button", name=SEATS).first.click()
    expect(desk.facts("No longer found")).not_to_have_count(0)
    expect(desk.page.locator("#sides")).to_be_visible()
    yield "a seat that is tried"
    for side in ("before", "after", "both"):
        desk.page.locator(f"#sides input[value={side}]").check(force=True)
        yield f"the picture: {side}"
    for summary in desk.verdict.locator("summary:visible").all():
        summary.press("Enter")
    yield "all that can be opened in the verdict"


def menus(desk: Desk, folder: Path) -> Iterator[str]:
    desk.open(WENDLE)
    for summary in desk.page.locator(".desk-menu > summary").all():
        summary.click()
        yield f"the menu {summary.inner_text()}"
        summary.press("Escape")
    desk.page.get_by_role("button", name="About, and licences").click()
    expect(desk.page.locator("#about")).to_be_visible()
    yield "licences"
    desk.page.keyboard.press("Escape")


def empty_tables(desk: Desk, folder: Path) -> Iterator[str]:
    desk.open(("empty.yaml", b"bodies: {a: {name: A, kind: board}}\n"))
    yield "one body"


STATES: dict[str, Callable[[Desk, Path], Iterator[str]]] = {
    made.__name__: made
    for made in (each_tab, a_form, faults_of_cells, faults_of_a_text, refusal, what_if, menus, empty_tables)
}
EACH = [(state, screen, dark) for state in STATES for screen, dark in LOOKS]


@pytest.mark.parametrize(
    ("state", "screen", "dark"), mostly_long(EACH, ("what_if", "wide", False), ("a_form", "phone", True))
)
def test_axe_finds_nothing_once_a_file_is_open(desk: Desk, state: str, screen: str, dark: bool, tmp_path: Path) -> None:
    width, height = SCREENS[screen]
    desk.page.set_viewport_size({"width": width, "height": height})
    desk.page.emulate_media(color_scheme="dark" if dark else "light")
    for when in STATES[state](desk, tmp_path):
        assert_good(desk, when)


@pytest.mark.parametrize(("screen", "dark"), mostly_long(LOOKS, ("phone", False)))
def test_axe_finds_nothing_while_it_starts_and_before_a_file_is_open(
    opened: Opener, built_desk: Path, screen: str, dark: bool
) -> None:
    width, height = SCREENS[screen]
    with watched(opened, built_desk, width=width, height=height, dark=dark) as desk:
        expect(desk.page.get_by_role("heading", level=1)).to_be_visible()
        assert_good(desk, "while it starts")
        desk.begin()
        desk.page.set_viewport_size({"width": width, "height": height})
        desk.page.emulate_media(color_scheme="dark" if dark else "light")
        expect(desk.page.get_by_text("Ready.")).to_be_visible()
        assert_good(desk, "started")
        desk.assert_quiet()
