"""Files come in by the picker and by drop, and go out by download and in place; what is refused does no harm."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Download, Page, expect

import govgraph
from browser import Contexts, Opener, axe_violations
from desk.desk_page import FEW_SECONDS, SECONDS, Desk, watched
from formats.workbooks import folder, good, workbook
from govgraph.formats import read
from govgraph.formats.plain_data import plain_structure
from helpers import FIXTURES
from helpers import govgraph as command

pytestmark = pytest.mark.desk
SHROPSHIRE = FIXTURES / "shropshire-draft-2020" / "structure.yaml"
FORMS = ["wendle.yaml", "wendle.json", "wendle.xlsx"]
SEAT = "Give parent carers a seat on the CCG Governing Body"

# A file on disk as browsers hand it out, in a page that cannot have one: what was written, and when it was changed.
DISK = """globalThis.disk = {text: null, changed: 1, answer: true};
globalThis.confirm = (words) => {
    document.body.dataset.asked = words;
    return disk.answer;
};
globalThis.showSaveFilePicker = async () => ({
    kind: 'file',
    name: 'kept.xlsx',
    getFile: async () => new File([], 'kept.xlsx', {lastModified: disk.changed}),
    createWritable: async () => ({
        write: async (blob) => { disk.next = [...new Uint8Array(await blob.arrayBuffer())]; },
        abort: async () => {},
        close: async () => { disk.text = disk.next; disk.changed += 1; },
    }),
})"""


# The engine fails at whatever it is asked next, as by an error in govgraph itself.
BREAK = """() => {
    deskWorker.postMessage = ({id}) => deskWorker.onmessage({data: {id, broken: 'RuntimeError: of a test'}});
}"""


def choose(page: Page, *files: Path) -> None:
    """Choose files as the picker gives them."""
    page.set_input_files("#desk-files", [str(file) for file in files])


def drop_from_disk(page: Page, *paths: Path) -> None:
    """Let files and folders fall on the page as from the desktop, which no script of a page can do."""
    session = page.context.new_cdp_session(page)
    data = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": kind, "x": 300, "y": 300, "data": data})
    session.detach()


def assert_open(page: Page, name: str) -> None:
    """That a file of this name is open, as it was opened."""
    expect(page.locator(".desk-name")).to_have_text(name, timeout=SECONDS * 1000)  # it may still be starting
    expect(page.locator(".verdict h2")).to_be_visible()


def assert_report_of(desk: Desk, *names: str, where: Path) -> None:
    """That the desk finds in what is open what the command finds in files."""
    assert desk.written("report").decode() == command("check", *names, "--format", "json", folder=where).stdout


def give_seat(page: Page) -> None:
    """Change something."""
    page.get_by_role("button", name=SEAT).first.press("Enter")
    expect(page.locator(".done")).to_be_visible()


@pytest.fixture
def another(browser: Browser, contexts: Contexts, built_desk: Path) -> Iterator[Desk]:
    """A desk that nobody shares, as it starts: what is said in its windows is part of the test."""
    assert browser.is_connected()
    with watched(Opener(contexts, built_desk.parent), built_desk) as desk:
        yield desk


@pytest.mark.parametrize("name", FORMS)
def test_a_file_that_is_chosen_is_open(desk: Desk, name: str, tmp_path: Path) -> None:
    govgraph.write(read(str(SHROPSHIRE)), tmp_path / name)
    choose(desk.page, tmp_path / name)
    assert_open(desk.page, name)
    expect(desk.page.get_by_role("heading", level=1)).to_contain_text("as drafted in July 2020")
    assert_report_of(desk, name, where=tmp_path)


@pytest.mark.parametrize("name", FORMS)
def test_so_is_one_that_is_dropped(desk: Desk, name: str, tmp_path: Path) -> None:
    govgraph.write(read(str(SHROPSHIRE)), tmp_path / name)
    drop_from_disk(desk.page, tmp_path / name)
    assert_open(desk.page, name)
    assert_report_of(desk, name, where=tmp_path)


def test_tables_in_csv_are_opened_together(desk: Desk, tmp_path: Path) -> None:
    sheets = folder(tmp_path / "wendle", good())
    choose(desk.page, *sheets.iterdir())
    assert_open(desk.page, "structure")
    assert_report_of(desk, ".", where=sheets)
    choose(desk.page, workbook(tmp_path / "other.xlsx", good()))
    assert_open(desk.page, "other.xlsx")
    desk.drop(*sheets.iterdir())
    assert_open(desk.page, "structure")
    assert_report_of(desk, ".", where=sheets)


def test_a_folder_that_is_dropped_is_read_as_the_command_reads_it(desk: Desk, tmp_path: Path) -> None:
    folder(tmp_path / "wendle", good())
    (tmp_path / "wendle" / "minutes.txt").write_text("Not of the structure.", encoding="utf-8")
    drop_from_disk(desk.page, tmp_path / "wendle")
    assert_open(desk.page, "wendle")
    assert_report_of(desk, "wendle", where=tmp_path)


def test_several_files_make_one_structure(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("govgraph: 1\nbodies: {hwb: {name: HWB, kind: board}}\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("govgraph: 1\nbodies: {panel: {name: Panel, kind: panel}}\n", encoding="utf-8")
    drop_from_disk(desk.page, tmp_path / "a.yaml", tmp_path / "b.yaml")
    assert_open(desk.page, "a.yaml and b.yaml")
    assert_report_of(desk, "a.yaml", "b.yaml", where=tmp_path)


def test_a_file_may_be_chosen_while_it_starts(another: Desk) -> None:
    page = another.page
    expect(page.get_by_role("progressbar")).to_have_attribute("max", "100")
    choose(page, SHROPSHIRE)
    expect(page.locator("main")).to_contain_text("Opening it ...")
    assert_open(page, SHROPSHIRE.name)
    another.assert_quiet()


def test_a_workbook_that_is_saved_is_read_back_as_what_was_open(desk: Desk, tmp_path: Path) -> None:
    choose(desk.page, SHROPSHIRE)
    assert_open(desk.page, SHROPSHIRE.name)
    give_seat(desk.page)
    assert desk.page.title().startswith("* ")
    (tmp_path / "expected.yaml").write_bytes(desk.written("yaml"))
    desk.page.locator(".desk-menu > summary", has_text="Save").press("Enter")
    with desk.page.expect_download() as download:
        desk.page.get_by_role("button", name="Download workbook").press("Enter")
    saved = tmp_path / download.value.suggested_filename
    download.value.save_as(saved)
    assert saved.suffix == ".xlsx"
    assert plain_structure(read(str(saved))) == plain_structure(read(str(tmp_path / "expected.yaml")))
    assert [seat.on_behalf_of for seat in read(str(saved)).bodies["ccg-governing-body"].seats or ()] == [
        "parent-carers"
    ]
    expect(desk.page.locator(".desk-name")).to_have_text(saved.name)
    assert not desk.page.title().startswith("* ")


def test_control_s_saves(desk: Desk) -> None:
    choose(desk.page, SHROPSHIRE)
    assert_open(desk.page, SHROPSHIRE.name)
    with desk.page.expect_download() as download:
        desk.page.keyboard.press("Control+s")
    assert download.value.suggested_filename == "structure.xlsx"
    expect(desk.page.get_by_role("status").filter(has_text="Saved among your downloads")).to_have_count(1)


def test_a_warning_stands_before_work_that_is_not_saved(another: Desk, tmp_path: Path) -> None:
    page, dialogs = another.page, another.shown.dialogs
    choose(page, SHROPSHIRE)
    assert_open(page, SHROPSHIRE.name)
    give_seat(page)
    other = workbook(tmp_path / "other.xlsx", good())
    with page.expect_event("dialog"):  # it is asked once the file is at hand
        choose(page, other)
    expect(page.locator(".desk-name")).to_contain_text(SHROPSHIRE.name)
    assert [said.split(": ")[0] for said in dialogs] == ["confirm"]
    with page.expect_event("dialog"):
        page.close(run_before_unload=True)
    assert [said.split(": ")[0] for said in dialogs] == ["confirm", "beforeunload"]
    expect(page.locator(".done")).to_be_visible()  # it was dismissed: the work is still there

    page.keyboard.press("Control+z")
    expect(page.locator(".done")).to_have_count(0)
    choose(page, tmp_path / "other.xlsx")
    assert_open(page, "other.xlsx")
    assert len(dialogs) == len(["confirm", "beforeunload"])  # nobody is asked where nothing would be lost


def test_what_is_refused_is_said_as_the_command_says_it_and_the_desk_lives_on(desk: Desk, tmp_path: Path) -> None:
    choose(desk.page, SHROPSHIRE)
    assert_open(desk.page, SHROPSHIRE.name)
    before = desk.written("report")
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 and no more")
    choose(desk.page, broken)
    refused = desk.page.locator(".desk-refused li")
    expect(refused).to_have_count(1)
    said = refused.inner_text()
    sentence = said.split(": ", 1)[1]
    assert sentence in command("check", broken.name, folder=tmp_path).stderr
    expect(desk.page.locator(".desk-name")).to_have_text(SHROPSHIRE.name)
    assert desk.written("report") == before
    assert axe_violations(desk.page) == []
    choose(desk.page, workbook(tmp_path / "good.xlsx", good()))
    assert_open(desk.page, "good.xlsx")
    expect(refused).to_have_count(0)


def test_a_file_that_somebody_else_changed_is_not_replaced_unasked(another: Desk, tmp_path: Path) -> None:
    page = another.page
    page.evaluate(DISK)
    choose(page, SHROPSHIRE)
    assert_open(page, SHROPSHIRE.name)
    page.locator(".desk-menu > summary", has_text="Save").press("Enter")
    page.get_by_role("button", name="Save as ...").press("Enter")
    expect(page.locator(".desk-name")).to_have_text("kept.xlsx")
    assert plain_structure(written(page, tmp_path)) == plain_structure(read(str(SHROPSHIRE)))

    give_seat(page)
    (tmp_path / "expected.yaml").write_bytes(another.written("yaml"))
    before = page.evaluate("disk.text")
    page.evaluate("disk.changed = 99; disk.answer = false")
    page.keyboard.press("Control+s")
    expect(page.locator("body")).to_have_attribute("data-asked", re.compile("changed by somebody else"))
    assert page.evaluate("disk.text") == before

    page.evaluate("disk.answer = true")
    page.keyboard.press("Control+s")
    expect(page.locator(".desk-name")).to_have_text("kept.xlsx")
    assert plain_structure(written(page, tmp_path)) == plain_structure(read(str(tmp_path / "expected.yaml")))
    another.assert_quiet()


def written(page: Page, folder: Path) -> govgraph.Structure:
    """What stands in the file that was written in place."""
    file = folder / "kept.xlsx"
    file.write_bytes(bytes(page.evaluate("disk.text")))
    return read(str(file))


def test_what_was_open_can_be_saved_when_the_engine_breaks(another: Desk, tmp_path: Path) -> None:
    page = another.page
    choose(page, SHROPSHIRE)
    assert_open(page, SHROPSHIRE.name)
    page.evaluate(BREAK)
    page.get_by_role("button", name=SEAT).first.press("Enter")
    broken = page.get_by_role("alert").filter(has_text="govgraph has stopped in this page.")
    expect(broken).to_be_visible()
    expect(page.locator(".verdict h2")).to_be_visible()
    assert axe_violations(page) == []
    saved: list[Download] = []
    page.on("download", lambda download: saved.append(download))  # noqa: PLW0108 - Playwright takes no built-in
    broken.get_by_role("button", name="Save what you typed").press("Enter")
    names = {"bodies.csv", "relations.csv", "constituencies.csv", "themes.csv", "sources.csv", "settings.csv"}
    while {each.suggested_filename for each in saved} != names:
        page.wait_for_event("download", timeout=FEW_SECONDS * 1000)
    for each in saved:
        each.save_as(tmp_path / "sheets" / each.suggested_filename)
    assert plain_structure(read(str(tmp_path / "sheets"))) == plain_structure(read(str(SHROPSHIRE)))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_in_the_menus_and_none_is_cut_off(
    desk: Desk, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = desk.page
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme=scheme)
    choose(page, SHROPSHIRE)
    assert_open(page, SHROPSHIRE.name)
    for menu in page.locator(".desk-menu").all():
        menu.locator("summary").press("Enter")
        expect(menu.locator("button").first).to_be_visible()
        assert axe_violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.keyboard.press("Tab")
        expect(menu.locator("button").first).to_be_focused()
        page.keyboard.press("Escape")
        expect(menu.locator("summary")).to_be_focused()
        expect(menu.locator("button").first).to_be_hidden()


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_before_a_file_is_open(
    browser: Browser, contexts: Contexts, built_desk: Path, width: int
) -> None:
    assert browser.is_connected()
    with watched(Opener(contexts, built_desk.parent), built_desk, width=width) as desk:
        assert axe_violations(desk.page) == []
        expect(desk.page.get_by_role("button", name="A small partnership board")).to_be_visible(timeout=SECONDS * 1000)
        assert axe_violations(desk.page) == []
        assert desk.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        desk.assert_quiet()
