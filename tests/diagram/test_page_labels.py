"""Labels as the browser sets them: none lies on another, none leaves its box, no box lies on another."""

import json
from pathlib import Path
from typing import Any

import pytest

import govgraph
from browser import Opener
from draw_pages import DATED, IS_SEEN, drawing, open_more
from govgraph.diagram.drawing import Drawing
from govgraph.formats import read
from govgraph.model import Structure
from helpers import DAY, FIXTURES, mostly_long

TOLERANCE = 0.5
"""In px of the diagram."""

NAMES: dict[str, tuple[str, ...]] = {
    "Welsh": ("Bwrdd Iechyd Ŵyl y Tŷ, Ynys Môn a Gŵyr", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"),
    "Chinese": ("治理委员会", "治理委员会治理委员会治理委员会治理委员会", "特殊教育 需求 委员会"),
    "emoji": ("👩‍👧‍👦 Families", "👩‍👧‍👦" * 12, "🏴󠁧󠁢󠁷󠁬󠁳󠁿 Cymru 🏳️‍🌈"),
    "others": ("مجلس الإدارة الوطني للصحة", "מועצה", "स्वास्थ्य मंडल", "สภาสุขภาพ", "Ґрунтова рада", "Ἐκκλησία"),
    "long": ("W" * 200, "i" * 200, "Gesundheitsversorgungsstrukturgesetzkommission " * 6, "a b " * 60),
    "short": ("I", "–", "…", "1"),
}
KINDS = ("board", "reviewer", "post", "workstream", "service", "panel", "forum", "committee")


def named(texts: tuple[str, ...]) -> Drawing:
    """Every name in every kind whose shape leaves little room, below one another, with groups called so."""
    bodies: dict[str, Any] = {}
    for number, text in enumerate(texts):
        for place, kind in enumerate(KINDS):
            above = [f"b{number}-{place // 2 - 1}"] if place > 1 else []
            bodies[f"b{number}-{place}"] = {
                "name": text,
                "kind": kind,
                "reports_to": above,
                "accountable_to": [f"the people of {text}"],
            }
    people = {"one": {"name": texts[0]}, "two": {"name": texts[-1]}}
    return govgraph.draw(Structure.model_validate({"constituencies": people, "bodies": bodies}), as_of=DAY)


# In px of the diagram: each fault as a kind, whose label it is, the other, and by how much.
FAULTS = f"""(tolerance) => {{ {IS_SEEN}
    const faults = [];
    // Chromium rounds the height of letters to whole px of the screen: drawn large, that is little of the diagram
    document.getElementById('gg').style.zoom = 8;
    const scale = document.getElementById('gg').getScreenCTM().a;
    const at = (one) => one.getBoundingClientRect();
    const whose = (one) => one.closest('.body')?.ariaLabel.slice(0, 60) ??
        one.closest('.link, .list, .organisation-frame').textContent;
    const said = (one) => `${{one.textContent}} (${{whose(one)}})`;
    const texts = [...document.querySelectorAll('#gg text')].filter(isSeen)
        .map((one) => ({{ one, at: at(one), body: one.closest('.body'), said: said(one) }}));
    const boxes = [...document.querySelectorAll('#gg .body')].filter(isSeen)
        .map((one) => ({{ body: one, at: at(one.querySelector('.shape')), said: whose(one) }}));
    const over = (one, two) => Math.min(
        Math.min(one.right, two.right) - Math.max(one.left, two.left),
        Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top)) / scale;
    const compare = (kind, list, isFree = () => false) => {{
        list.sort((one, two) => one.at.left - two.at.left).forEach((one, place) => {{
            for (const two of list.slice(place + 1)) {{
                if (two.at.left > one.at.right) break;
                const by = over(one.at, two.at);
                if (!isFree(one, two) && by > tolerance) faults.push([kind, one.said, two.said, by]);
            }}
        }});
    }};
    compare('text on text', texts);
    compare('box on box', boxes);
    // what is in or on its own box: names and parts, not the marks that stand on the border
    compare('text on another box', [...texts, ...boxes], (one, two) =>
        one.body === two.body || !one.one === !two.one);
    for (const text of texts) {{
        if (!text.body || text.one.closest('.mark, .branch')) continue;
        const box = at(text.body.querySelector('.shape'));
        const {{left, right, top, bottom}} = text.at;
        const out = Math.max(box.left - left, right - box.right, box.top - top, bottom - box.bottom) / scale;
        if (out > tolerance) faults.push(['text out of its box', text.said, '', out]);
        // letters that have no size are letters that nobody sees
        if (text.one.textContent.trim() && !(text.at.width > 0)) faults.push(['text without width', text.said, '', 0]);
    }}
    document.getElementById('gg').style.zoom = '';
    return [boxes.length, texts.length, faults];
}}"""


def assert_clear(opened: Opener, drawn: Drawing, *, acts: tuple[str, ...] = ()) -> None:
    """No fault as it opens, and after each of some buttons."""
    with opened(drawn.html()) as shown:
        # a label is measured in the font that the page brings, plain and bold, or in none
        fonts = shown.page.evaluate("document.fonts.ready.then((all) => [...all].map((one) => one.status))")
        assert fonts == ["loaded", "loaded"]
        open_more(shown.page)
        for act in ("", *acts):
            if act:
                shown.page.locator(act).first.click()
            boxes, texts, faults = shown.page.evaluate(FAULTS, TOLERANCE)
            assert faults == [], act
            assert 0 < boxes <= texts


EXAMPLES = sorted(path.parent.name for path in FIXTURES.glob("*/structure.yaml"))


@pytest.mark.parametrize("name", mostly_long(EXAMPLES, "shropshire-draft-2020", "wellbeing-board-as-the-law-asks"))
def test_labels_of_every_example_are_clear(opened: Opener, name: str) -> None:
    structure = read(FIXTURES / name / "structure.yaml")
    drawn = govgraph.draw(structure, as_of=structure.as_of or DAY)
    assert_clear(opened, drawn, acts=("#fold-all",))


STORIES = sorted(path for path in (FIXTURES / "changes").iterdir() if path.is_dir())


@pytest.mark.parametrize("story", mostly_long(STORIES, *STORIES[::9]), ids=lambda path: path.name)
def test_labels_of_every_comparison_are_clear(opened: Opener, story: Path) -> None:
    stated = json.loads((story / "verdict.json").read_text(encoding="utf-8"))
    drawn = govgraph.draw(read(story / stated["after"]), against=read(story / stated["before"]))
    sides = ("#sides [value=before]", "#sides [value=after]", "#fold-all", "#sides [value=both]")
    assert_clear(opened, drawn, acts=sides)


SIGN = "#gg .is-folded:not(.folded) .branch"


@pytest.mark.parametrize(
    ("name", "acts"),
    mostly_long(
        [("40", ("#fold-all", SIGN, SIGN)), ("100", ("#open-all", "#fold-all", SIGN, SIGN)), ("300", ("#open-all",))],
        ("40", ("#fold-all", SIGN, SIGN)),
    ),
)
def test_labels_of_large_structures_are_clear_open_and_folded(opened: Opener, name: str, acts: tuple[str, ...]) -> None:
    assert_clear(opened, drawing(name), acts=acts)


def test_labels_are_clear_on_every_day(opened: Opener) -> None:
    with opened(govgraph.draw(Structure.model_validate(DATED)).html()) as shown:
        for day in range(5):
            shown.page.locator("#day").fill(str(day))
            assert shown.page.evaluate(FAULTS, TOLERANCE)[2] == [], day


@pytest.mark.parametrize("script", mostly_long(NAMES, "Chinese", "long"))
def test_labels_are_clear_in_every_script_and_of_any_length(opened: Opener, script: str) -> None:
    assert_clear(opened, named(NAMES[script]), acts=("#fold-all",))


def test_faults_are_seen_where_there_are_some(opened: Opener) -> None:
    with opened(drawing("draft").html()) as shown:
        shown.page.evaluate("document.querySelector('#b3 text').setAttribute('x', 90)")
        shown.page.evaluate("document.querySelector('#b5').setAttribute('transform', b3.getAttribute('transform'))")
        kinds = {kind for kind, *_ in shown.page.evaluate(FAULTS, TOLERANCE)[2]}
    assert kinds == {"text out of its box", "box on box", "text on another box", "text on text"}
