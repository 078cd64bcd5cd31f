"""What a document says is confirmed in the browser: by hand and by keyboard, beside its words, and never blindly."""

from pathlib import Path

import docx
import pytest
from playwright.sync_api import Locator, expect

from browser import axe_violations
from desk.desk_page import Desk
from desk.drafts import (
    BOARD,
    CABINET,
    FORUM,
    GROUP,
    MONTHLY,
    NAME,
    PANEL,
    PROPOSED,
    QUARTERLY,
    REPORTS,
    SEAT,
    TIE,
    proposals,
    workbook,
)
from govgraph.formats.sheets.workbook_writer import rendered
from govgraph.formats.structure_files import read
from govgraph.model import Structure
from helpers import ROOT
from helpers import govgraph as command

pytestmark = pytest.mark.desk
ALSO = "This also confirms that the Elm Board is a board and that Cabinet is a committee."
HOSTILE = "<img src=x onerror=alert(1)> </script><b>bold</b> \u202eturned"


def card(desk: Desk, row: int) -> Locator:
    return desk.page.locator(f'[data-proposal="{row}"]')


def progress(desk: Desk) -> Locator:
    return desk.page.locator("#confirm-progress")


def focused(desk: Desk) -> str:
    return str(desk.page.evaluate("document.activeElement.dataset.proposal ?? ''"))


def expect_focus(desk: Desk, row: int) -> None:
    expect(card(desk, row)).to_be_focused()


def answer(desk: Desk, row: int, words: str) -> None:
    card(desk, row).get_by_role("button", name=f"{words}:").click(timeout=8000)


def agree(desk: Desk, row: int) -> None:
    card(desk, row).get_by_role("button", name="Yes to all of this").click()


def test_a_draft_opens_where_it_is_confirmed_beside_its_words(desk: Desk) -> None:
    desk.open(workbook())
    expect(desk.tab("To confirm")).to_have_attribute("aria-selected", "true")
    expect(desk.tab("To confirm")).to_contain_text("11 to go")
    expect(desk.page.get_by_role("tab", name="Draft")).to_have_count(0)
    expect(progress(desk)).to_have_text("0 of 11 confirmed, 0 no, 11 to go")
    expect(desk.verdict.locator("h2")).to_have_text("Nothing is confirmed yet, so there is nothing to check")
    expect(desk.page.locator(".desk-menu > summary")).to_have_text(["Open", "Save"])
    board = card(desk, BOARD)
    expect(board.locator(".proposal-message")).to_have_text("The Elm Board is a board.")
    expect(board.locator("blockquote")).to_have_text("Terms of reference of the Elm Board.")
    expect(board.locator("figcaption")).to_have_text("terms.docx, paragraph 2")
    headings = desk.page.locator(".confirm-group h3").all_inner_texts()
    assert headings[:2] == ["Parent carers 1 to go", "Elm Board 7 to go"]
    desk.tab("Picture").click()
    expect(desk.page.locator(".desk-picture-words")).to_contain_text("Nothing is confirmed yet")


def test_yes_no_and_change_go_on_to_the_next_by_keyboard_alone(desk: Desk, tmp_path: Path) -> None:
    desk.open(workbook())
    keys = desk.page.keyboard
    card(desk, GROUP).focus()
    keys.press("ArrowDown")
    expect_focus(desk, BOARD)
    keys.press("y")
    expect(progress(desk)).to_have_text("1 of 11 confirmed, 0 no, 10 to go")
    expect_focus(desk, NAME)
    expect(desk.verdict.locator(".unconfirmed")).to_contain_text("10 proposals are not confirmed yet")
    keys.press("n")
    expect_focus(desk, REPORTS)
    expect(card(desk, NAME)).to_contain_text("No The Elm Board is also called the Partnership.")
    keys.press("c")
    expect(card(desk, REPORTS).get_by_label("Body", exact=True)).to_be_focused()
    keys.press("Escape")
    expect_focus(desk, REPORTS)
    keys.press("ArrowDown")
    expect_focus(desk, MONTHLY)
    keys.press("c")
    card(desk, MONTHLY).get_by_label("Value", exact=True).fill("every six weeks")
    card(desk, MONTHLY).get_by_role("button", name="Confirm it so").click()
    expect(card(desk, MONTHLY)).to_contain_text("Changed The Elm Board, meets: every six weeks.")
    keys.press("Control+z")
    expect(progress(desk)).to_have_text("1 of 11 confirmed, 1 no, 9 to go")
    keys.press("Control+y")
    expect(progress(desk)).to_have_text("2 of 11 confirmed, 1 no, 8 to go")
    name, content = desk.made("Save", "Download workbook")
    (tmp_path / name).write_bytes(content)
    structure = read(str(tmp_path / name))
    assert structure.bodies["elm-board"].meets == "every six weeks"
    assert len(structure.draft) == 9
    ran = command("check", name, folder=tmp_path)
    assert ran.returncode in (0, 1)
    assert "Not confirmed, so left out: 8 proposals" in ran.stderr


def test_what_is_confirmed_too_is_said_first_and_one_click_does_both(desk: Desk) -> None:
    desk.open(workbook())
    answer(desk, REPORTS, "Yes")
    offer = card(desk, REPORTS).locator(".confirm-also")
    expect(offer.locator("p")).to_have_text(ALSO)
    expect(offer.get_by_role("button", name="Yes to all of this")).to_be_focused()
    expect(progress(desk)).to_have_text("0 of 11 confirmed, 0 no, 11 to go")
    offer.get_by_role("button", name="Not now").click()
    expect(offer).to_have_count(0)
    card(desk, REPORTS).focus()
    desk.page.keyboard.press("y")
    expect(offer).to_be_visible()
    desk.page.keyboard.press("y")
    expect(progress(desk)).to_have_text("3 of 11 confirmed, 0 no, 8 to go")
    desk.tab("Picture").click()
    expect(desk.page.locator(".desk-picture-place")).to_contain_text("Cabinet")
    desk.tab("To confirm").click()
    answer(desk, CABINET, "Take back")
    expect(card(desk, CABINET).locator(".confirm-also")).to_contain_text("This also takes back what you confirmed")
    card(desk, CABINET).get_by_role("button", name="Take all of this back").click()
    expect(progress(desk)).to_have_text("1 of 11 confirmed, 0 no, 10 to go")


def test_documents_that_differ_stand_side_by_side(desk: Desk) -> None:
    desk.open(workbook())
    question = desk.page.locator(".confirm-question").filter(has_text="Which is right?")
    expect(question.locator("[data-proposal]")).to_have_count(2)
    left, right = (card(desk, row).bounding_box() for row in (MONTHLY, QUARTERLY))
    assert left is not None
    assert right is not None
    assert left["y"] == pytest.approx(right["y"], abs=2)
    answer(desk, QUARTERLY, "Yes, and no to the other")
    agree(desk, QUARTERLY)
    expect(progress(desk)).to_have_text("2 of 11 confirmed, 1 no, 8 to go")
    answer(desk, MONTHLY, "Bring back")
    answer(desk, MONTHLY, "Yes")
    expect(card(desk, MONTHLY).locator(".refused")).to_contain_text("keep one of the two")


def test_a_tie_whose_relation_nobody_stated_is_chosen_from_the_list(desk: Desk) -> None:
    desk.open(workbook())
    answer(desk, TIE, "Yes")
    agree_or_why = card(desk, TIE).locator(".refused, .confirm-also")
    expect(agree_or_why).to_contain_text("choose how under What")
    answer(desk, TIE, "Change")
    card(desk, TIE).get_by_label("What", exact=True).select_option("is overseen by")
    card(desk, TIE).get_by_role("button", name="Confirm it so").click()
    agree(desk, TIE)
    expect(card(desk, TIE)).to_contain_text("Changed The Elm Board is overseen by the Finance Panel.")


def test_a_change_offers_what_the_tables_offer(desk: Desk) -> None:
    desk.open(workbook())
    answer(desk, BOARD, "Change")
    kinds = card(desk, BOARD).get_by_label("Value", exact=True).locator("option").all_inner_texts()
    assert {"board", "committee", "working group"} <= {*kinds}
    card(desk, BOARD).get_by_role("button", name="Leave it as it is").click()
    answer(desk, SEAT, "Change")
    form = card(desk, SEAT).locator("form")
    assert form.locator("label").all_inner_texts() == [
        *("Body", "What", "Holder", "On behalf of", "As", "Role", "Votes", "Number", "Several"),
    ]
    form.get_by_label("Holder", exact=True).focus()
    options = form.locator("datalist option").evaluate_all("all => all.map(one => one.value)")
    assert options == ["Elm Board", "Cabinet", "Elm Forum", "Finance Panel"]
    form.get_by_label("Holder", exact=True).fill("Cabinet")
    form.get_by_label("Holder", exact=True).press("Enter")
    agree(desk, SEAT)
    expect(card(desk, SEAT)).to_contain_text("held by Cabinet")


def test_all_of_a_body_is_confirmed_only_once_all_of_it_was_shown(desk: Desk) -> None:
    desk.page.set_viewport_size({"width": 1280, "height": 420})
    desk.open(workbook())
    every = desk.page.get_by_role("button", name="Yes to these 4 about Elm Board")
    expect(every).to_have_attribute("aria-disabled", "true")
    every.evaluate("button => button.click()")
    expect(progress(desk)).to_have_text("0 of 11 confirmed, 0 no, 11 to go")
    for row in (BOARD, NAME, REPORTS, SEAT):
        card(desk, row).scroll_into_view_if_needed()
        desk.page.wait_for_timeout(150)
    expect(every).to_have_attribute("aria-disabled", "false")
    every.click()
    offer = desk.page.locator(".confirm-all .confirm-also")
    expect(offer).to_contain_text("that Parent carers: a group of people")
    offer.get_by_role("button", name="Yes to all of this").click()
    expect(progress(desk)).to_have_text("7 of 11 confirmed, 0 no, 4 to go")
    desk.page.keyboard.press("Control+z")
    expect(progress(desk)).to_have_text("0 of 11 confirmed, 0 no, 11 to go")


def test_one_looks_at_one_body_one_document_or_what_was_answered_no(desk: Desk) -> None:
    desk.open(workbook())
    shown = desk.page.locator("[data-proposal]")
    desk.page.get_by_label("About", exact=True).select_option("Cabinet")
    expect(shown).to_have_count(1)
    answer(desk, CABINET, "No")
    desk.page.get_by_label("About", exact=True).select_option("")
    desk.page.get_by_label("Show", exact=True).select_option("no")
    expect(shown).to_have_count(1)
    answer(desk, CABINET, "Bring back")
    expect(shown).to_have_count(0)
    desk.page.get_by_label("Show", exact=True).select_option("all")
    desk.page.get_by_label("From", exact=True).select_option("minutes.docx")
    expect(shown).to_have_count(1)
    expect(card(desk, QUARTERLY)).to_be_visible()


def test_a_fault_leads_to_its_proposal(desk: Desk) -> None:
    rows = [
        row.model_copy(update={"confirmed": "yes"}) if number == PANEL else row
        for number, row in enumerate(proposals())
    ]
    rows[FORUM] = rows[FORUM].model_copy(update={"confirmed": "yes", "value": "panel"})
    desk.open(("faulty.xlsx", rendered(Structure(bodies={}, draft=tuple(rows)))))
    desk.tab("Bodies").click()
    desk.verdict.locator(".to-fault").first.click()
    expect(desk.tab("To confirm")).to_have_attribute("aria-selected", "true")
    expect_focus(desk, FORUM)
    expect(card(desk, FORUM).locator(".fault")).to_contain_text("write change, or put them back")
    answer(desk, FORUM, "Take back")
    expect(desk.verdict.locator(".to-fault")).to_have_count(0)


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (1280, True), (400, False), (400, True)])
def test_everyone_can_confirm(desk: Desk, width: int, dark: bool) -> None:
    desk.page.set_viewport_size({"width": width, "height": 800})
    desk.page.emulate_media(color_scheme="dark" if dark else "light")
    desk.open(workbook())
    answer(desk, SEAT, "Yes")
    answer(desk, TIE, "Change")
    expect(card(desk, TIE).locator("form")).to_be_visible()
    _assert_good(desk)
    agree(desk, SEAT)
    expect(progress(desk)).to_have_text("4 of 11 confirmed, 0 no, 7 to go")
    answer(desk, PANEL, "No")
    expect(progress(desk)).to_have_text("4 of 11 confirmed, 1 no, 6 to go")
    _assert_good(desk)


def _assert_good(desk: Desk) -> None:
    desk.page.wait_for_timeout(300)
    assert axe_violations(desk.page) == []
    scrolled, there = desk.page.evaluate("[document.scrollingElement.scrollWidth, innerWidth]")
    assert scrolled <= there


def test_hostile_words_are_only_words(desk: Desk) -> None:
    row = proposals()[BOARD].model_copy(
        update={"says": HOSTILE, "document": HOSTILE, "body": HOSTILE, "question": HOSTILE}
    )
    desk.open(("hostile.xlsx", rendered(Structure(bodies={}, draft=(row.with_sentence(),)))))
    expect(card(desk, 0).locator("blockquote")).to_have_text(HOSTILE)
    assert desk.page.locator(".confirm img, .confirm b").count() == 0
    answer(desk, 0, "Yes")
    expect(progress(desk)).to_contain_text("1 of 1 confirmed")


def terms_in_word(folder: Path) -> Path:
    """Terms of reference with a list of members, as Word writes them."""
    document = docx.Document()
    document.add_heading("Terms of reference of the Elm Board", 1)
    document.add_paragraph("The Elm Board reports to the Health and Wellbeing Board. The Board meets every month.")
    document.add_heading("Membership", 2)
    document.add_paragraph("Director of Education (Chair)", style="List Bullet")
    document.save(str(folder / "elm.docx"))
    return folder / "elm.docx"


def test_a_document_is_drafted_on_the_desk(desk: Desk, tmp_path: Path) -> None:
    texts = ROOT / "tests" / "drafting" / "texts"
    for path in (
        terms_in_word(tmp_path),
        texts / "harrowdale_send_ap_board_tor.md",
        texts / "calderbrook_sab_constitution.html",
        texts / "eastmoor_hwb_tor.txt",
    ):
        ran = command("draft", str(path), "-o", f"{path.stem}.yaml", folder=tmp_path)
        assert ran.returncode == 0, ran.stderr
        wanted = [str(row["says"]) for row in _draft_in(tmp_path / f"{path.stem}.yaml")]
        desk.open(path)
        expect(desk.page.locator(".desk-name")).to_contain_text(f"{path.stem}.xlsx")
        assert [each["says"] for each in desk.ask("saved", "")["draft"]["proposals"]] == wanted
        expect(desk.page.locator("[data-proposal]")).to_have_count(len(wanted))


def _draft_in(path: Path) -> list[dict[str, object]]:
    import yaml

    found: list[dict[str, object]] = yaml.safe_load(path.read_text(encoding="utf-8"))["draft"]
    return found


def test_a_pdf_is_refused_with_what_to_do(desk: Desk) -> None:
    desk.drop(("terms.pdf", b"%PDF-1.7"))
    expect(desk.page.locator(".desk-refused li")).to_contain_text("The desk cannot read a PDF.")
    desk.page.get_by_role("button", name="Close").first.click()
    assert len(PROPOSED) == len(proposals())
