"""Branches open and fold, say how much they hide, and lose nobody; what is very large opens at its top."""

from collections.abc import Mapping
from functools import cache

import pytest
from playwright.sync_api import expect

import govgraph
from browser import Opener
from draw_pages import IS_SEEN, Diagram, drawing, html, open_details, open_more
from govgraph.diagram.drawing import Drawing
from govgraph.engine.arrows import from_arrows
from helpers import mostly_long

# Three in a ring; one hangs on it, one is answered to by the ring and by nobody else, and one stands alone.
RING = """
a -- reports_to --> b
b -- reports_to --> c
c -- reports_to --> a
low -- reports_to --> a
lower -- reports_to --> low
alone: board
"""


@cache
def ring() -> Drawing:
    return govgraph.draw(from_arrows(RING), as_of="2020-09-01")


def below(drawn: Drawing) -> dict[str, set[str]]:
    """For each body those that stand directly below it."""
    found: dict[str, set[str]] = {key: set() for key in drawn.scene.boxes}
    for lower, uppers in drawn.layout.above.items():
        for upper in uppers:
            found[upper].add(lower)
    return found


def branch(start: str, lowers: Mapping[str, set[str]]) -> set[str]:
    """A body and all below it."""
    found = [start]
    for one in found:
        found += [lower for lower in sorted(lowers[one]) if lower not in found]
    return set(found)


# What each folded branch says: the body, its sign, and the end of its name for a screen reader.
SIGNS = """() => [...document.querySelectorAll('#gg .body.is-folded:not(.off, .filtered, .folded)')].map((one) => [
    Number(one.id.slice(1)), one.querySelector('.branch text').textContent, one.ariaLabel])"""


def assert_counts_are_true(diagram: Diagram, drawn: Drawing) -> None:
    """Each sign says how many below it are not seen; and whoever is not seen is below some sign."""
    lowers, seen = below(drawn), diagram.bodies()
    hidden: set[str] = set()
    for number, sign, spoken in diagram.page.evaluate(SIGNS):
        (key,) = diagram.named([number])
        under = branch(key, lowers) - seen
        assert sign == f"+{len(under)}", key
        assert spoken.endswith(f" Folded: {len(under)} below it."), key
        hidden |= under
    assert hidden == set(drawn.scene.boxes) - seen


def test_a_structure_opens_and_folds_as_a_whole(opened: Opener) -> None:
    drawn = drawing("100")
    everyone, lowers = set(drawn.scene.boxes), below(drawn)
    tops = everyone - {lower for found in lowers.values() for lower in found}
    with opened(html("100")) as shown:
        page, diagram = shown.page, Diagram(shown, drawn)
        open_more(page)
        assert diagram.bodies() == everyone
        page.locator("#fold-all").click()
        assert tops <= diagram.bodies() < everyone
        said = f"100 bodies; {len(diagram.bodies())} are shown, the others are folded away."
        assert page.locator("#shown").inner_text() == said
        assert_counts_are_true(diagram, drawn)
        page.locator("#open-all").click()
        assert diagram.bodies() == everyone
        assert page.locator("#gg .is-folded").count() == 0
        assert page.locator("#shown").text_content() == "100 bodies; all of them are shown."


LISTS = f"""() => {{ {IS_SEEN}
    const at = (one) => one.getBoundingClientRect();
    return [...document.querySelectorAll('#gg .list')].filter(isSeen).map((list) => {{
        const members = list.dataset.members.split(' ').map((number) => document.getElementById(`b${{number}}`));
        const frame = at(list.querySelector('.frame'));
        const seen = members.filter(isSeen).map((one) => at(one.querySelector('.shape')));
        const isHeld = (box) => box.left >= frame.left - 1 && box.right <= frame.right + 1 &&
            box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1;
        return [seen.length, seen.every(isHeld)];
    }});
}}"""


def test_a_list_holds_its_rows_and_goes_away_with_the_last_of_them(opened: Opener) -> None:
    drawn = drawing("100")
    assert drawn.layout.lists
    with opened(html("100")) as shown:
        page, diagram = shown.page, Diagram(shown, drawn)
        assert page.evaluate(LISTS) == [[len(one.members), True] for one in drawn.layout.lists]
        open_more(page)
        page.locator("#fold-all").click()
        for _ in range(2):
            found = page.evaluate(LISTS)
            there = [one for one in drawn.layout.lists if diagram.bodies() & set(one.members)]
            assert len(found) == len(there)
            assert all(count > 0 and is_held for count, is_held in found)
            page.locator("#gg .is-folded:not(.folded) .branch").first.dispatch_event("click")


CHAIN = "\n".join(f"body-{number + 1} -- reports_to --> body-{number}" for number in range(69))


def test_what_is_very_large_opens_at_its_top(opened: Opener) -> None:
    drawn = govgraph.draw(from_arrows(CHAIN), as_of="2020-09-01")
    with opened(drawn.html()) as shown:
        diagram = Diagram(shown, drawn)
        assert diagram.bodies() == {f"body-{number}" for number in range(40)}
        assert_counts_are_true(diagram, drawn)


def test_plus_and_minus_open_and_fold_the_branch_of_a_body_and_keep_the_focus(opened: Opener) -> None:
    drawn = drawing("100")
    lowers = below(drawn)
    with opened(html("100")) as shown:
        page, diagram = shown.page, Diagram(shown, drawn)
        open_more(page)
        page.locator("#open-all").click()
        for key in ("body-0", "body-1", "body-2"):
            body = page.locator(diagram.body(key))
            body.press("-")
            expect(body).to_be_focused()
            hidden = set(drawn.scene.boxes) - diagram.bodies()
            assert hidden
            assert hidden < branch(key, lowers)
            # hidden is whoever can be reached through this body alone
            roots = set(drawn.scene.boxes) - {one for found in lowers.values() for one in found}
            cut = {**lowers, key: set()}
            assert hidden == set(drawn.scene.boxes) - set().union(*(branch(root, cut) for root in roots | {key}))
            assert_counts_are_true(diagram, drawn)
            body.press("+")
            expect(body).to_be_focused()
            assert diagram.bodies() == set(drawn.scene.boxes)


def test_a_click_on_the_sign_opens_the_branch_and_no_details(opened: Opener) -> None:
    drawn = drawing("100")
    with opened(html("100")) as shown:
        diagram = Diagram(shown, drawn)
        open_more(shown.page)
        shown.page.locator("#fold-all").click()
        before = diagram.bodies()
        shown.page.locator("#gg .is-folded:not(.folded) .branch").first.click()
        assert before < diagram.bodies()
        expect(shown.page.locator("#chosen")).to_be_hidden()


# Open whatever shows a sign, until nothing does: as somebody who looks for a body by hand.
OPEN_STEP_BY_STEP = """() => {
    const sign = () => document.querySelector('#gg .body.is-folded:not(.off, .filtered, .folded)');
    for (let steps = 0; sign() && steps < 200; steps++) {
        sign().dispatchEvent(new KeyboardEvent('keydown', {key: '+', bubbles: true, cancelable: true}));
    }
}"""


@pytest.mark.parametrize("name", mostly_long(["ring", "100"], "ring"))
def test_whoever_is_folded_away_is_found_again_by_opening_branches(opened: Opener, name: str) -> None:
    drawn = ring() if name == "ring" else drawing(name)
    with opened(drawn.html()) as shown:
        diagram = Diagram(shown, drawn)
        open_more(shown.page)
        shown.page.locator("#fold-all").click()
        assert_counts_are_true(diagram, drawn)
        shown.page.evaluate(OPEN_STEP_BY_STEP)
        assert diagram.bodies() == set(drawn.scene.boxes)


def test_a_ring_is_entered_by_one_of_its_bodies(opened: Opener) -> None:
    with opened(ring().html()) as shown:
        page, diagram = shown.page, Diagram(shown, ring())
        open_more(page)
        page.locator("#fold-all").click()
        assert diagram.bodies() - {"alone"} == {"a"}
        for key in ("a", "b", "c"):
            page.locator("#open-all").click()
            page.locator(diagram.body(key)).press("-")
            assert key in diagram.bodies()
            assert_counts_are_true(diagram, ring())


def test_what_is_named_by_a_finding_is_opened_from_there(opened: Opener) -> None:
    drawn = drawing("100")
    with opened(html("100")) as shown:
        diagram = Diagram(shown, drawn)
        open_details(shown.page, "#findings")
        for button in shown.page.locator("#findings .to-body").all()[:4]:
            open_more(shown.page)
            shown.page.locator("#fold-all").click()
            shown.page.keyboard.press("Escape")
            (key,) = diagram.named([int(button.get_attribute("data-body") or -1)])
            button.click()
            expect(shown.page.locator(diagram.body(key))).to_be_focused()
            assert key in diagram.bodies()
