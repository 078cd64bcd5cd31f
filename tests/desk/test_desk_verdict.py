"""What is wrong, beside the tables: it changes with what is tried and answered there, and never says too much."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from browser import axe_violations
from desk.desk_page import Desk, File
from diagram.attacks import ATTACKS
from formats.workbooks import good, workbook
from helpers import FIXTURES, mostly_long
from render.hostile import hostile

pytestmark = pytest.mark.desk
SHROPSHIRE = FIXTURES / "shropshire-draft-2020" / "structure.yaml"
NO_SEAT = "REP101 no-seat"
WITHOUT_PARENTS = ("CCG Governing Body", "People's Overview Committee", "Shropshire Health and Wellbeing Board")
WIDTHS = (1280, 390)


def headline(desk: Desk) -> Locator:
    return desk.page.locator(".verdict h2")


def listed(desk: Desk, title: str) -> Locator:
    """The facts under a heading."""
    heading = desk.page.get_by_role("heading", name=title, exact=True)
    return desk.page.locator(".verdict section").filter(has=heading).locator(".found > li")


def drop(desk: Desk, file: File) -> None:
    """Open a file as a person does, and wait until the verdict is another."""
    desk.page.evaluate("document.querySelector('.verdict')?.setAttribute('data-before', '')")
    desk.drop(file)
    expect(desk.page.locator(".verdict:not([data-before])")).to_be_visible()


def assert_names(fact: Locator, names: Sequence[str]) -> None:
    """That a fact speaks of these of the bodies on which parent carers have no seat, and of no other."""
    said = fact.locator("p").first.inner_text()
    assert [name for name in WITHOUT_PARENTS if name in said] == list(names)


def answering(desk: Desk, question: str) -> Locator:
    """The question, with its form open."""
    questions = desk.page.locator(".verdict details", has=desk.page.locator(".asked"))
    if questions.get_attribute("open") is None:
        questions.locator("summary").first.press("Enter")
    item = desk.page.locator(".asked > li").filter(has_text=question)
    item.locator("summary").filter(has_text="Answer").press("Enter")
    return item


def test_a_seat_that_is_given_takes_its_fact_away_and_undo_brings_it_back(desk: Desk) -> None:
    drop(desk, SHROPSHIRE)
    desk.page.get_by_role("button", name="Give parent carers a seat on the CCG Governing Body").first.press("Enter")
    expect(desk.page.locator(".done")).to_contain_text(
        "You proposed a seat for parent carers on the CCG Governing Body."
    )
    gone, still = listed(desk, "No longer found"), listed(desk, "Still wrong")
    assert_names(gone, WITHOUT_PARENTS[:1])
    assert_names(still, WITHOUT_PARENTS[1:])
    expect(still.locator(".rule").filter(has_text=NO_SEAT)).to_have_count(1)
    expect(listed(desk, "New since you opened it")).to_have_count(0)
    expect(headline(desk)).to_be_focused()  # the button is gone

    desk.page.locator(".done").get_by_role("button", name="Undo").press("Enter")
    expect(gone).to_have_count(0)
    assert_names(listed(desk, "What is wrong"), WITHOUT_PARENTS)
    expect(desk.page.locator(".done")).to_have_count(0)
    expect(headline(desk)).to_be_focused()


def test_an_answer_is_recorded_with_its_source(desk: Desk) -> None:
    drop(desk, SHROPSHIRE)
    question = answering(desk, "When do the Task and Finish groups end?")
    question.get_by_label("Answer", exact=True).fill("31 March 2021")
    question.get_by_label("Where is it written?").fill("Minutes of May 2020")
    question.get_by_role("button", name="Record").press("Enter")
    expect(question).to_have_count(0)
    assert desk.page.evaluate("document.activeElement.closest('.asked') !== null")  # it goes to the next question
    written = desk.written("yaml").decode()
    assert "2021-03-31" in written
    assert "Minutes of May 2020" in written


def test_a_refused_answer_stays_as_it_was_written(desk: Desk) -> None:
    drop(desk, SHROPSHIRE)
    before = desk.written("yaml")
    question = answering(desk, "When do the Task and Finish groups end?")
    answer = question.get_by_label("Answer", exact=True)
    answer.fill("when the cows come home")
    answer.press("Enter")
    expect(question.get_by_role("alert")).to_contain_text("when the cows come home")
    expect(answer).to_have_value("when the cows come home")
    expect(answer).to_have_attribute("aria-invalid", "true")
    assert desk.written("yaml") == before


def test_some_of_several_bodies_can_be_answered_each_on_its_own(desk: Desk) -> None:
    drop(desk, SHROPSHIRE)
    question = answering(desk, "Who chairs five bodies")
    question.get_by_role("button", name="Answer each on its own").press("Enter")
    answer = question.get_by_label("Answer", exact=True)
    expect(answer).to_be_focused()
    lines = answer.input_value().split("\n")
    answered = "CCG Governing Body: "
    assert answered in lines
    answer.fill("\n".join(f"{line}GP" if line == answered else line for line in lines))
    question.get_by_role("button", name="Record").press("Enter")
    asked = desk.page.locator(".asked > li").filter(has_text="Who chairs four bodies")
    expect(asked).to_contain_text("People's Overview Committee")
    expect(asked).not_to_contain_text("CCG Governing Body")


def spoilt(folder: Path) -> Path:
    """A workbook with two cells that cannot be read."""
    sheets = good()
    sheets["Bodies"][2][2] = "bored"
    sheets["Seats"][1][2] = "nobody at all"
    return workbook(folder / "spoilt.xlsx", sheets)


def test_faults_stand_in_place_of_the_verdict(desk: Desk, tmp_path: Path) -> None:
    drop(desk, SHROPSHIRE)
    drop(desk, spoilt(tmp_path))
    expect(headline(desk)).to_have_text("This cannot be read yet: 2 cells to mend")
    faults = desk.page.locator(".verdict .to-fault")
    expect(faults).to_contain_text(["Bodies!C3", "Seats!C2"])
    expect(faults).to_contain_text(["bored", "nobody at all"])
    for part in (".weight", ".asked", ".since", ".done"):
        expect(desk.page.locator(f".verdict {part}")).to_have_count(0)
    expect(desk.page.locator(".verdict")).not_to_contain_text("CCG Governing Body")
    faults.last.press("Enter")
    expect(desk.page.get_by_role("tab", name="Seats")).to_have_attribute("aria-selected", "true")


def test_questions_are_open_where_there_is_no_fact(desk: Desk) -> None:
    quiet = (
        "as_of: 2026-03-01\nsources: {terms: {title: Terms}}\nsource: terms\n"
        "bodies: {lone: {name: The Quiet Board, kind: board, level: strategic}}\n"
    )
    drop(desk, ("quiet.yaml", quiet.encode()))
    expect(desk.page.locator(".verdict .found")).to_have_count(0)
    expect(desk.page.locator(".asked > li").first).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_facts_answers_and_faults(desk: Desk, width: int, scheme: str, tmp_path: Path) -> None:
    page = desk.page
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    drop(desk, SHROPSHIRE)
    assert axe_violations(page) == []
    page.get_by_role("button", name="Give parent carers a seat on the CCG Governing Body").first.click()
    expect(page.locator(".done")).to_be_visible()
    for summary in page.locator(".verdict .found summary").all():
        summary.press("Enter")
    answer = answering(desk, "When do the Task and Finish groups end?").get_by_label("Answer", exact=True)
    answer.fill("when the cows come home")
    answer.press("Enter")
    expect(page.locator(".verdict .answer .refused p")).to_be_visible()
    assert axe_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    drop(desk, spoilt(tmp_path))
    assert axe_violations(page) == []


MADE_OF = {"section", "h2", "h3", "p", "b", "strong", "span", "ul", "ol", "li", "div", "details", "summary"} | {
    "form", "label", "input", "textarea", "button", "datalist", "option"
}  # fmt: skip
ELEMENTS = "of => [...new Set([...of.querySelectorAll('*')].map(one => one.localName))]"
HANDLERS = (
    "of => [...of.querySelectorAll('*')].flatMap(one => one.getAttributeNames()).filter(name => /^on/i.test(name))"
)


@pytest.mark.parametrize("text", mostly_long(ATTACKS, ATTACKS[0], ATTACKS[10], ATTACKS[20], ATTACKS[33]))
def test_hostile_texts_are_text_in_facts_and_in_forms(desk: Desk, text: str) -> None:
    structure = hostile(text)
    drop(desk, ("hostile.json", structure.model_dump_json(by_alias=True, exclude_unset=True).encode()))
    verdict = desk.page.locator(".verdict")
    assert " ".join(structure.bodies["other"].name.split()) in " ".join((verdict.text_content() or "").split())
    for summary in verdict.locator("summary:visible").all():
        summary.press("Enter")
    assert set(verdict.evaluate(ELEMENTS)) - MADE_OF == set()
    assert verdict.evaluate(HANDLERS) == []
