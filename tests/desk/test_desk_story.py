"""A whole afternoon at the desk, with the network denied: by mouse, and by keyboard alone."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

import govgraph
from browser import Opener
from desk.desk_page import Desk, watched
from helpers import ROOT, govgraph_json

WENDLE = ROOT / "tests" / "diagram" / "wendle.yaml"
NO_SEAT = "Parent carers and young people have no seat on the Health and Wellbeing Board."
STILL = "Young people have no seat on the Health and Wellbeing Board."
GONE = "Parent carers have no seat on the Health and Wellbeing Board."
REVIEW = "A review of the SEND and AP Partnership Board was due by May 2025."
GIVE = "Give parent carers a seat on the Health and Wellbeing Board"
BOARD, COLUMN, WRITTEN = "SEND and AP Partnership Board", "Review by", "2026-09"


@pytest.fixture
def wendle(tmp_path: Path) -> Path:
    """The workbook."""
    file = tmp_path / "wendle.xlsx"
    govgraph.write(govgraph.read(WENDLE), file)
    return file


def stated(file: Path) -> dict[str, Any]:
    """What a file states; the version of the format, which only YAML has, left out."""
    return govgraph.read(file).model_dump(exclude={"govgraph"})


def without_places(data: Any) -> Any:
    """Data of a report without rows: a workbook that is saved has its seats body by body."""
    if isinstance(data, dict):
        return {key: without_places(value) for key, value in data.items() if key != "location"}
    return [without_places(value) for value in data] if isinstance(data, list) else data


def assert_same_as_the_command(desk: Desk, saved: tuple[str, bytes], opened: Path) -> None:
    """That the workbook holds what is open, and that the command finds in it what the desk shows."""
    name, content = saved
    assert name == opened.name
    folder = opened.parent / "after"
    folder.mkdir()
    (folder / name).write_bytes(content)
    (folder / "written.yaml").write_bytes(desk.written("yaml"))
    assert stated(folder / name) == stated(folder / "written.yaml")

    _, told = govgraph_json(name, "--against", opened, folder=folder)
    shown = json.loads(desk.written("report"))
    assert told["findings"]
    assert without_places(shown["findings"]) == without_places(told["findings"])
    assert [one["key"] for one in shown["gone"]] == [one["key"] for one in told["gone"]]


def assert_mended(desk: Desk) -> None:
    """That the review and the seat are no problem any more, and that young people are still without one."""
    expect(desk.facts("No longer found").filter(has_text=REVIEW)).to_have_count(1)
    expect(desk.facts("No longer found").filter(has_text=GONE)).to_have_count(1)
    expect(desk.facts("Still wrong").filter(has_text=STILL)).to_have_count(1)
    assert desk.headline().startswith(STILL)


def test_by_mouse(desk: Desk, wendle: Path) -> None:
    desk.open(wendle)
    assert desk.headline().startswith(NO_SEAT)
    desk.tab("Bodies").click()
    cell = desk.page.get_by_role("textbox", name=f"{COLUMN}, {BOARD}", exact=True)
    cell.click()
    cell.fill(WRITTEN)
    cell.press("Enter")
    expect(desk.facts("No longer found").filter(has_text=REVIEW)).to_have_count(1)
    desk.page.get_by_role("button", name=GIVE).first.click()
    assert_mended(desk)
    with desk.page.expect_download() as downloading:
        desk.page.locator(".desk-menu > summary", has_text="Save").click()
        desk.page.get_by_role("button", name="Download workbook").click()
    saved = downloading.value
    assert_same_as_the_command(desk, (saved.suggested_filename, saved.path().read_bytes()), wendle)
    assert not desk.is_unsaved()


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until that has the focus."""
    for _ in range(600):
        if target.count() and target.first.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab never comes to {target}")


def test_by_keyboard_alone(opened: Opener, built_desk: Path, wendle: Path) -> None:
    with watched(opened, built_desk, height=800) as desk:
        page, keyboard = desk.page, desk.page.keyboard
        with page.expect_file_chooser() as choosing:
            tab_to(page, page.get_by_role("button", name="Choose a file"))
            keyboard.press("Enter")
        choosing.value.set_files(wendle)
        expect(desk.verdict.locator("h2")).to_contain_text(NO_SEAT, timeout=120_000)

        tab_to(page, desk.tab("Picture"))
        keyboard.press("ArrowRight")
        expect(desk.tab("Bodies")).to_be_focused()
        tab_to(page, page.get_by_role("searchbox", name="Find rows with"))
        keyboard.type(BOARD)
        tab_to(page, page.get_by_role("textbox", name=f"{COLUMN}, {BOARD}", exact=True))
        keyboard.press("Control+a")
        keyboard.type(WRITTEN)
        keyboard.press("Enter")
        expect(desk.facts("No longer found").filter(has_text=REVIEW)).to_have_count(1)

        tab_to(page, page.get_by_role("button", name=GIVE))
        keyboard.press("Enter")
        assert_mended(desk)
        tab_to(page, page.locator(".desk-menu > summary", has_text="Save"))
        keyboard.press("Enter")
        tab_to(page, page.get_by_role("button", name="Download workbook"))
        with page.expect_download() as downloading:
            keyboard.press("Enter")
        saved = downloading.value
        assert_same_as_the_command(desk, (saved.suggested_filename, saved.path().read_bytes()), wendle)
        desk.assert_quiet()
