"""No text of a structure becomes anything but text on its page: not an element, not a handler, not an address."""

from typing import Any

import pytest
from playwright.sync_api import expect

import govgraph
from browser import Opened, Opener
from diagram.attacks import ATTACKS
from draw_pages import Diagram, open_more
from govgraph.model import Structure
from helpers import mostly_long
from render.hostile import hostile

FEW = 4
"""So many texts stand in one structure."""
BATCHES = [ATTACKS[place : place + FEW] for place in range(0, len(ATTACKS), FEW)]


def together(texts: tuple[str, ...]) -> Structure:
    """The structures in which everything is called so, side by side in one."""
    data: dict[str, Any] = {"title": texts[0], "note": texts[-1], "as_of": "2020-09-01"}
    for number, text in enumerate(texts):
        one = hostile(text, seat=bool(number % 2)).model_dump(by_alias=True, exclude_unset=True, mode="json")
        renamed = _renamed(one, f"-{number}")
        for section in ("sources", "constituencies", "themes", "bodies"):
            data.setdefault(section, {}).update(renamed[section])
        for body in renamed["bodies"].values():
            body |= {"meets": text, "quorum": text, "decisions": [text], "terms": text, "note": text}
            body["source"] = {"id": f"minutes-{number}", "where": text}
    return Structure.model_validate(data)


_IDS = ("top", "ring", "forum", "other", "carers", "young", "wait", "minutes")
_REFERENCES = ("to", "holder", "on_behalf_of", "for", "raised_by", "theme", "id", "constituency")


def _renamed(data: Any, tail: str, key: str = "") -> Any:
    if isinstance(data, dict):
        return {(f"{one}{tail}" if one in _IDS else one): _renamed(told, tail, one) for one, told in data.items()}
    if isinstance(data, list):
        return [_renamed(one, tail, key) for one in data]
    return f"{data}{tail}" if data in _IDS and key in _REFERENCES else data


# What stands in the page that should not, whoever wrote it; and what may, as long as nobody adds to it.
FAULTS = """() => {
    const all = [...document.querySelectorAll('*')];
    const given = all.flatMap((one) => [...one.attributes].map(({name, value}) => ({one, name, value})));
    const told = (found) => found.map(({one}) => one.outerHTML.slice(0, 200));
    const leads = ['href', 'src', 'action', 'formaction', 'data', 'srcdoc', 'xlink:href'];
    return {
        handlers: told(given.filter(({name}) => /^on/i.test(name))),
        addresses: told(given.filter(({name, value}) => leads.includes(name) && !/^(#|https?:\\/\\/)/.test(value))),
        styled: told(given.filter(({one, name}) => name === 'style' && !one.closest('#free'))),
        names: [...new Set(all.map((one) => one.localName))],
        counts: ['script', 'style', 'meta', 'head *'].map((css) => document.querySelectorAll(css).length),
    };
}"""
PLAIN = ("Plain", "Board", "Group")


def assert_harmless(shown: Opened, plain: dict[str, Any], when: str) -> None:
    """No element, attribute or address but those of a page of plain texts; and nothing done, asked for or said."""
    found = shown.page.evaluate(FAULTS)
    for fault in ("handlers", "addresses", "styled"):
        assert found[fault] == [], when
    assert set(found["names"]) - set(plain["names"]) == set(), when
    assert found["counts"] == plain["counts"], when
    assert (shown.dialogs, shown.complaints, shown.requests) == ([], [], []), when


_PLAIN: dict[str, Any] = {}


@pytest.fixture
def plain(opened: Opener) -> dict[str, Any]:
    """What stands in a page of plain texts, looked at once a worker."""
    if not _PLAIN:
        drawn = govgraph.draw(together(PLAIN), against=together(PLAIN[:2]), with_names=True)
        with opened(drawn.html()) as shown:
            _PLAIN.update(shown.page.evaluate(FAULTS))
    return _PLAIN


# each takes seconds: of elements, of handlers, of what asks for something
@pytest.mark.parametrize("batch", mostly_long(range(len(BATCHES)), *range(0, len(BATCHES), 9)))
def test_no_text_becomes_anything_but_text(opened: Opener, batch: int, plain: dict[str, Any]) -> None:
    texts = BATCHES[batch]
    structure = together(texts)
    assert structure.title is not None
    drawn = govgraph.draw(structure, with_names=True)
    with opened(drawn.html()) as shown:
        page, diagram = shown.page, Diagram(shown, drawn)
        assert_harmless(shown, plain, "at rest")
        assert page.title() == page.locator("h1").inner_text() or page.title().split() == structure.title.split()
        assert diagram.bodies() == set(structure.bodies)
        for number, text in enumerate(texts):
            name = " ".join(structure.bodies[f"top-{number}"].name.split())
            body = page.locator(diagram.body(f"top-{number}"))
            called = " ".join((body.get_attribute("aria-label") or "").replace(",", " ").split())
            # a sentence begins with a capital
            assert called.casefold().startswith(" ".join(name.replace(",", " ").split()).casefold())
            body.press("Enter")
            assert " ".join((page.locator("#slot h3").text_content() or "").split()) == name
            page.locator("#search").fill(" ".join(text.split()))
        assert_harmless(shown, plain, "used")


def test_no_text_of_a_comparison_or_of_moved_boxes_becomes_anything_but_text(
    opened: Opener, plain: dict[str, Any]
) -> None:
    for text in ("</script><img src=x onerror=alert(1)>", '"><svg onload=alert(1)>{{7*7}}'):
        drawn = govgraph.draw(
            hostile(text), against=hostile(f"{text}<b>", seat=True), as_of="2020-09-01", with_names=True
        )
        with opened(drawn.html()) as shown:
            for side in ("before", "after", "both"):
                shown.page.locator(f"#sides input[value={side}]").check()
                assert_harmless(shown, plain, side)
            open_more(shown.page)
            shown.page.locator("#free-on").click()
            expect(shown.page.locator("#free canvas")).to_be_visible()
            assert (shown.dialogs, shown.complaints, shown.requests) == ([], [], [])


def test_only_web_addresses_of_sources_can_be_followed(opened: Opener, plain: dict[str, Any]) -> None:
    sources = {f"s{number}": {"title": f"Source {number}", "address": text} for number, text in enumerate(ATTACKS)}
    structure = Structure.model_validate({"sources": sources, "bodies": {"a": {"name": "A", "kind": "board"}}})
    with opened(govgraph.draw(structure, as_of="2020-09-01").html()) as shown:
        links = shown.page.locator("#_sources a")
        opens = links.evaluate_all("all => all.map((one) => [one.getAttribute('href'), one.protocol, one.rel])")
        assert [href for href, _, _ in opens] == [text for text in ATTACKS if text.startswith(("https://", "http://"))]
        assert {protocol for _, protocol, _ in opens} <= {"https:", "http:"}
        assert {rel for _, _, rel in opens} == {"noreferrer noopener"}
        assert_harmless(shown, plain, "at rest")
