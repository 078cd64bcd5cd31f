"""Tables and forms of the desk: cells are mended where they stand, by keyboard alone; nothing in them comes alive."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from browser import axe_violations
from desk.desk_page import Desk
from diagram.attacks import ATTACKS
from formats.workbooks import good, workbook
from govgraph.formats.yaml import rendered
from helpers import mostly_long
from render.hostile import hostile

SHEETS = ("Bodies", "Relations", "Seats", "Composition", "Contacts", "Themes", "Constituencies", "Sources", "Settings")
WIDTHS = (1280, 390)
NO_HOLDER = "nobody at all"
LINES = "first line\nsecond line"
# Every element in the tables: what stands in a cell makes none.
ELEMENTS = "() => [...new Set([...document.querySelectorAll('.sheets-open *')].map((one) => one.localName))]"
OWN_ELEMENTS = {
    *("abbr", "article", "button", "caption", "datalist", "details", "div", "h2", "h3", "h4", "input", "label", "li"),
    *("nav", "option", "p", "section", "select", "span", "strong", "summary", "table", "tbody", "td", "textarea", "th"),
    *("thead", "tr", "ul"),
}


def structure(folder: Path) -> Path:
    """A small workbook without a fault."""
    return workbook(folder / "good.xlsx", good())


def spoilt(folder: Path) -> Path:
    """The same with two cells that cannot be read."""
    sheets = good()
    sheets["Bodies"][2][2] = "bored"
    sheets["Seats"][1][2] = NO_HOLDER
    return workbook(folder / "spoilt.xlsx", sheets)


def tall(folder: Path) -> Path:
    """The same with more bodies than are drawn at a time."""
    sheets = good()
    sheets["Bodies"] += [[f"group-{number}", f"Group {number}", "working group"] for number in range(150)]
    return workbook(folder / "tall.xlsx", sheets)


def show(desk: Desk, sheet: str) -> None:
    """Choose the tab of a sheet, by keyboard."""
    desk.tab(sheet).press("Enter")
    expect(desk.tab(sheet)).to_have_attribute("aria-selected", "true")


def cell(desk: Desk, header: str, row: str) -> Locator:
    """The cell of a row in the table; in a form its field."""
    return desk.page.get_by_label(f"{header}, {row}", exact=True)


def field(page: Page, header: str) -> Locator:
    """The field of a form."""
    return page.locator(".sheet-form").get_by_label(header)


def undo(desk: Desk) -> Locator:
    """The button of the bar; it says what it takes back."""
    return desk.page.locator(".desk-acts").get_by_role("button", name="Undo")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_a_cell_is_mended_by_keyboard_and_the_focus_goes_down(desk: Desk, tmp_path: Path) -> None:
    desk.open(structure(tmp_path))
    show(desk, "Bodies")
    name = cell(desk, "Name", "The Council")
    name.focus()
    press(desk.page, "Control+a")
    desk.page.keyboard.type("The District")
    press(desk.page, "Enter")
    expect(cell(desk, "Name", "Health and Wellbeing Board")).to_be_focused()
    expect(cell(desk, "Name", "The District")).to_have_value("The District")
    assert b"The District" in desk.written("yaml")
    press(desk.page, "ArrowLeft", "ArrowUp")
    expect(cell(desk, "Id", "The District")).to_be_focused()
    press(desk.page, "ArrowRight", "ArrowRight")
    expect(cell(desk, "Kind", "The District")).to_be_focused()


def test_escape_puts_back_what_stood_in_a_cell(desk: Desk, tmp_path: Path) -> None:
    desk.open(structure(tmp_path))
    before = desk.written("yaml")
    show(desk, "Bodies")
    name = cell(desk, "Name", "The Council")
    name.focus()
    desk.page.keyboard.type("x")
    press(desk.page, "Escape")
    expect(name).to_have_value("The Council")
    press(desk.page, "Tab")
    assert desk.written("yaml") == before
    assert not desk.is_unsaved()


def test_undo_takes_a_change_back_from_within_a_cell(desk: Desk, tmp_path: Path) -> None:
    desk.open(structure(tmp_path))
    before = desk.written("yaml")
    show(desk, "Bodies")
    cell(desk, "Name", "The Council").focus()
    press(desk.page, "Control+a")
    desk.page.keyboard.type("Another")
    press(desk.page, "Enter")
    expect(cell(desk, "Name", "Another")).to_be_visible()
    press(desk.page, "Control+z")
    expect(cell(desk, "Name", "The Council")).to_have_value("The Council")
    assert desk.written("yaml") == before


def test_what_a_choice_passes_by_arrow_is_not_written(desk: Desk, tmp_path: Path) -> None:
    desk.open(structure(tmp_path))
    show(desk, "Bodies")
    kind = cell(desk, "Kind", "The parent carer forum")
    kind.focus()
    kind.evaluate("(choice) => { choice.selectedIndex = 1; }")
    press(desk.page, "ArrowDown", "ArrowDown")
    chosen = kind.input_value()
    assert not desk.is_unsaved()
    press(desk.page, "Tab")
    expect(undo(desk)).not_to_have_attribute("aria-disabled", "true")
    expect(kind).to_have_value(chosen)


def test_a_cell_may_have_lines(desk: Desk, tmp_path: Path) -> None:
    desk.open(structure(tmp_path))
    show(desk, "Bodies")
    names = cell(desk, "Other names", "The Council")
    names.focus()
    first, second = LINES.split("\n")
    desk.page.keyboard.type(first)
    press(desk.page, "Alt+Enter")
    desk.page.keyboard.type(second)
    expect(names).to_have_value(LINES)
    press(desk.page, "Enter")
    expect(cell(desk, "Other names", "Health and Wellbeing Board")).to_be_focused()
    expect(names).to_have_value(LINES)


def test_rows_are_added_deleted_and_put_back(desk: Desk, tmp_path: Path) -> None:
    desk.open(structure(tmp_path))
    before = desk.written("yaml")
    show(desk, "Bodies")
    desk.page.get_by_role("button", name="Add a body").press("Enter")
    expect(cell(desk, "Id", "row 5")).to_be_focused()
    press(desk.page, "ArrowRight")
    desk.page.keyboard.type("A new board")
    press(desk.page, "Tab")
    expect(cell(desk, "Kind", "A new board")).to_be_focused()
    expect(desk.tab("Bodies")).to_contain_text("1 to mend")

    desk.page.get_by_role("button", name="Delete A new board").press("Enter")
    expect(desk.page.get_by_role("button", name="Open The parent carer forum")).to_be_focused()
    assert desk.written("yaml") == before
    desk.page.get_by_role("button", name="Put it back as it was").press("Enter")
    expect(cell(desk, "Name", "A new board")).to_be_visible()


def test_a_body_is_removed_with_what_names_it(desk: Desk, tmp_path: Path) -> None:
    desk.open(structure(tmp_path))
    before = desk.written("yaml")
    show(desk, "Bodies")
    desk.page.get_by_role("button", name="Remove Health and Wellbeing Board and what names it").press("Enter")
    expect(desk.page.locator(".sheet-done")).to_contain_text("Removed with what names it: Health and Wellbeing Board.")
    show(desk, "Seats")
    expect(desk.page.get_by_text("This sheet is empty.")).to_be_visible()
    undo(desk).press("Enter")
    expect(
        cell(desk, "Role", "Health and Wellbeing Board, Parent carers, The parent carer forum, member")
    ).to_be_visible()
    assert desk.written("yaml") == before


def test_faults_lead_to_their_cells(desk: Desk, tmp_path: Path) -> None:
    desk.open(spoilt(tmp_path))
    expect(desk.tab("Seats")).to_contain_text("1 to mend")
    show(desk, "Seats")
    desk.page.locator(".sheet-faults summary").press("Enter")
    desk.page.get_by_role("button", name="Go to row 2, Holder").press("Enter")
    holder = desk.page.locator("[data-cell]:focus")
    expect(holder).to_have_value(NO_HOLDER)
    expect(holder).to_have_attribute("aria-invalid", "true")
    expect(holder).to_have_accessible_description(re.compile(NO_HOLDER))
    desk.page.keyboard.type("forum")
    press(desk.page, "Enter")
    expect(desk.tab("Seats")).not_to_contain_text("to mend")

    desk.page.locator(".verdict .to-fault").first.press("Enter")  # the other one, on another sheet
    kind = cell(desk, "Kind", "Health and Wellbeing Board")
    expect(kind).to_be_focused()
    expect(kind).to_have_value("bored")
    show(desk, "Seats")
    show(desk, "Bodies")
    expect(desk.tab("Bodies")).to_be_focused()  # it does not go there again
    kind.select_option("board")
    expect(desk.tab("Bodies")).not_to_contain_text("to mend")
    assert b"kind: board" in desk.written("yaml")


def test_a_text_that_cannot_be_read_is_mended_by_line(desk: Desk) -> None:
    faulty = b"govgraph: 1\nbodies:\n  hwb:\n    name: Health and Wellbeing Board\n    kind: bored\n"
    desk.drop(("spoilt.yaml", faulty))
    desk.page.locator(".text-editor").get_by_role("button", name="Go to line 5").press("Enter")
    expect(desk.page.locator("#text-editor-text")).to_be_focused()
    assert desk.page.evaluate("getSelection().toString()").strip() == "kind: bored"
    assert axe_violations(desk.page) == []
    desk.page.keyboard.type("    kind: board")
    desk.page.get_by_role("button", name="Read again").press("Enter")
    show(desk, "Bodies")
    expect(cell(desk, "Kind", "Health and Wellbeing Board")).to_have_value("board")


def test_a_search_leaves_the_rows_with_its_words(desk: Desk, tmp_path: Path) -> None:
    desk.open(tall(tmp_path))
    show(desk, "Bodies")
    page = desk.page
    expect(page.get_by_text("Rows 1 to 100 of 153")).to_be_visible()
    expect(cell(desk, "Name", "Group 149")).to_have_count(0)
    search = page.get_by_label("Find rows with")
    search.fill("group 149")
    expect(cell(desk, "Name", "Group 149")).to_be_visible()
    expect(cell(desk, "Name", "The Council")).to_have_count(0)
    search.fill("parent carers")
    page.get_by_role("button", name="1 on Seats").press("Enter")
    expect(desk.tab("Seats")).to_have_attribute("aria-selected", "true")
    expect(search).to_have_value("parent carers")


def test_enter_goes_on_to_the_next_page(desk: Desk, tmp_path: Path) -> None:
    desk.open(tall(tmp_path))
    show(desk, "Bodies")
    cell(desk, "Name", "Group 96").focus()  # the last of the first page
    press(desk.page, "Enter")
    expect(cell(desk, "Name", "Group 97")).to_be_focused()


def test_columns_that_are_filled_are_shown_and_all_if_asked_for(desk: Desk, tmp_path: Path) -> None:
    desk.open(structure(tmp_path))
    show(desk, "Bodies")
    headers = desk.page.locator("table.sheet thead")
    expect(headers).to_contain_text("Review by")
    expect(headers).not_to_contain_text("Quorum")
    desk.page.get_by_role("button", name="Show all").press("Enter")
    expect(headers).to_contain_text("Quorum")


def test_a_narrow_screen_has_a_list_and_a_form(desk: Desk, tmp_path: Path) -> None:
    desk.open(structure(tmp_path))
    page = desk.page
    page.set_viewport_size({"width": 390, "height": 844})
    show(desk, "Bodies")
    expect(page.locator("table.sheet")).to_have_count(0)
    row = page.get_by_role("button", name="Health and Wellbeing Board", exact=True)
    row.press("Enter")
    expect(page.get_by_role("heading", name="Health and Wellbeing Board", exact=True)).to_be_focused()
    meets = page.locator(".sheet-group").filter(has_text="How it works")
    meets.locator("summary").press("Enter")
    field(page, "Meets").fill("every month")
    field(page, "Quorum").focus()
    expect(page.locator(".sheet-form [data-draft]")).to_have_count(0)
    assert b"every month" in desk.written("yaml")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="All of Bodies").press("Enter")
    expect(row).to_be_focused()


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_tables_lists_and_forms(desk: Desk, tmp_path: Path, width: int) -> None:
    desk.open(spoilt(tmp_path))
    desk.page.set_viewport_size({"width": width, "height": 800})
    for sheet in SHEETS:
        show(desk, sheet)
        assert axe_violations(desk.page) == [], sheet
    show(desk, "Seats")
    desk.page.locator(".sheet-faults summary").press("Enter")
    desk.page.locator("[data-row]").first.press("Enter")
    assert axe_violations(desk.page) == []


@pytest.mark.parametrize("text", mostly_long(ATTACKS, ATTACKS[0]))
def test_texts_in_cells_and_fields_stay_texts(desk: Desk, text: str) -> None:
    desk.open(("hostile.yaml", rendered(hostile(text)).encode()))
    for sheet in SHEETS:
        show(desk, sheet)
        every = desk.page.get_by_role("button", name="Show all")
        if every.count():
            every.press("Enter")
        assert set(desk.page.evaluate(ELEMENTS)) <= OWN_ELEMENTS, sheet
        if desk.page.locator("[data-row]").count():
            desk.page.locator("[data-row]").first.press("Enter")
            expect(desk.page.locator(".sheet-form")).to_be_visible()
            assert set(desk.page.evaluate(ELEMENTS)) <= OWN_ELEMENTS, sheet
