"""A search marks and counts bodies while one types, by any of their names, and leads to the first."""

import pytest

from browser import Opener
from draw_pages import Diagram, drawing, fixture, html, open_more


def test_search_counts_and_marks_while_one_types_and_folds_case(opened: Opener) -> None:
    structure = fixture("shropshire-draft-2020")
    with opened(html("draft")) as shown:
        diagram = Diagram(shown, drawing("draft"))
        for wanted in ("board", "BOARD", "  workstream ", "ccg", "PACC", "zebra", "o"):
            shown.page.locator("#search").fill(wanted)
            found = {
                key
                for key, body in structure.bodies.items()
                for text in (body.name, *body.other_names, body.kind.value.replace("_", " "))
                if wanted.strip().casefold() in text.casefold()
            }
            assert diagram.bodies(".hit") == found, wanted
            assert shown.page.locator("#hits").inner_text() == f"{len(found)} found"
        shown.page.locator("#search").fill("")
        assert diagram.bodies(".hit") == set()
        assert shown.page.locator("#hits").inner_text() == ""


@pytest.mark.parametrize(
    ("wanted", "found"),
    [("große", "board"), ("GROSSE", "board"), ("the great one", "board"), ("gwyl y ty", "club"), ("GŴYL", "club")],
)
def test_search_finds_other_names_and_minds_neither_accents_nor_capitals(
    opened: Opener, wanted: str, found: str
) -> None:
    with opened(html("several")) as shown:
        shown.page.locator("#search").fill(wanted)
        assert Diagram(shown, drawing("several")).bodies(".hit") == {found}


def test_a_search_counts_the_folded_and_enter_opens_the_way_to_the_first(opened: Opener) -> None:
    drawn = drawing("100")
    with opened(html("100")) as shown:
        page, diagram = shown.page, Diagram(shown, drawn)
        open_more(page)
        page.locator("#fold-all").click()
        page.keyboard.press("Escape")
        folded = sorted(set(drawn.scene.boxes) - diagram.bodies())[0]
        name = next(iter(drawn.scene.boxes[folded].texts)).name
        page.locator("#search").fill(name)
        page.locator("#search").press("Enter")
        hits = [box for box in drawn.scene.boxes.values() if name in next(iter(box.texts)).name]
        assert page.locator("#hits").inner_text() == f"{len(hits)} found"
        assert page.evaluate("document.activeElement.matches('#gg .body.hit:not(.folded)')")
        page.locator("#search").fill("Body number 99")
        assert page.locator("#hits").inner_text() == "0 found"
